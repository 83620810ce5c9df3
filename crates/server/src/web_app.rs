//! The web app, carried in the binary: its files, and its first page at every other address.

use crate::problem::Problem;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};

/// Each file of the built web app by its path, as found when this was built; beside a file that
/// shrinks lie `<path>.br` and `<path>.gz`.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/web_files.rs"));

/// What may lie compressed beside a file, best first, by its name in HTTP and its ending.
const SHRUNK: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The name of a file under this changes with what it holds, so that it is kept for good.
const HASHED: &str = "assets/";
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><title>Tandem</title>\
    <h1>The web app is not in this build</h1>\
    <p>The API works: see <a href=\"/api/v1/openapi.json\">its description</a>.</p>\
    <p>To build the web app (needs Node 20.19 or newer), then Tandem with it: \
    <code>bash scripts/web.sh build &amp;&amp; cargo build --package tandem</code></p>";

/// Answers what no route of the API does: a file of the web app, or its first page, which finds its
/// way by the address.
pub(crate) async fn answer(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let of_the_api = path == "api" || path.starts_with("api/") || path.starts_with("v1/");
    if of_the_api || !matches!(method, Method::GET | Method::HEAD) || path.starts_with(HASHED) {
        return found(path, &headers).unwrap_or_else(|| no_such_address().into_response());
    }
    let app = found(path, &headers).or_else(|| found("index.html", &headers));
    app.unwrap_or_else(|| (StatusCode::NOT_FOUND, Html(NOT_BUILT)).into_response())
}

fn no_such_address() -> Problem {
    let detail = "there is nothing at this address: /api/v1/openapi.json lists what there is";
    Problem::new(StatusCode::NOT_FOUND, "no_such_address", detail)
}

fn file(path: &str) -> Option<&'static [u8]> {
    let at = FILES.binary_search_by(|(name, _)| (*name).cmp(path)).ok()?;
    Some(FILES[at].1)
}

fn found(path: &str, asked: &HeaderMap) -> Option<Response> {
    let whole = file(path)?;
    let takes = asked.get(header::ACCEPT_ENCODING).and_then(|takes| takes.to_str().ok());
    let shrunk = SHRUNK.into_iter().find_map(|(encoding, ending)| {
        let taken = takes.is_some_and(|takes| accepts(takes, encoding));
        taken.then(|| file(&format!("{path}{ending}")).map(|bytes| (encoding, bytes))).flatten()
    });
    let mut response = shrunk.map_or(whole, |(_, bytes)| bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(path)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let keep = if path.starts_with(HASHED) { KEEP } else { ASK_AGAIN };
    headers.insert(header::CACHE_CONTROL, keep);
    if let Some((encoding, _)) = shrunk {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(response)
}

/// Whether this is among the encodings that a browser takes. `q=0` refuses one.
fn accepts(takes: &str, encoding: &str) -> bool {
    takes.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let is_it = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts.any(|part| {
            part.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).is_some_and(|q| q <= 0.0)
        });
        is_it && !refused
    })
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json" | "webmanifest") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn an_encoding_is_used_only_by_those_who_take_it() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("gzip;q=0.8, BR;q=1", "br"));
        assert!(!accepts("gzip", "br"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("brotli", "br"));
    }
}
