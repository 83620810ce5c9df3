//! What a request brings: its body, unpacked, and its write key.

use crate::problem::Problem;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderValue};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use connect::segment::{BodyRefused, inflate, write_key};
use std::ops::Deref;

/// The body of a request, unpacked.
pub(super) enum Body {
    AsSent(Bytes),
    Inflated(Vec<u8>),
}

impl Deref for Body {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::AsSent(bytes) => bytes,
            Self::Inflated(bytes) => bytes,
        }
    }
}

impl Body {
    /// Unpacks a body that says that it is packed.
    pub(super) fn unpacked(headers: &HeaderMap, body: Bytes) -> Result<Self, Problem> {
        let packed = headers.get(header::CONTENT_ENCODING).map(HeaderValue::as_bytes);
        match packed {
            None | Some(b"identity" | b"") => Ok(Self::AsSent(body)),
            Some(b"gzip") => inflate(&body).map(Self::Inflated).map_err(|it| problem(&it)),
            Some(_) => {
                let detail = "the body is packed in a way that is not read here: use gzip, or none";
                let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
                Err(Problem::new(status, "unknown_encoding", detail))
            }
        }
    }
}

/// Why nothing of a body can be read.
pub(super) fn problem(refused: &BodyRefused) -> Problem {
    let status = match refused {
        BodyRefused::TooLarge(_) | BodyRefused::TooMany { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    };
    Problem::new(status, refused.code(), refused.to_string())
}

/// The write key that a request names: as the user name of basic authentication, or in its body.
pub(super) fn sent_key(headers: &HeaderMap, body: &[u8]) -> Result<String, Problem> {
    if let Some(key) = basic_user(headers).filter(|key| !key.is_empty()) {
        return Ok(key);
    }
    write_key(body).map_err(|refused| problem(&refused))?.ok_or_else(|| {
        let detail = "there is no write key: send it as the user name of basic authentication, or \
                      as `writeKey` in the body";
        Problem::new(StatusCode::UNAUTHORIZED, "no_write_key", detail)
    })
}

fn basic_user(headers: &HeaderMap) -> Option<String> {
    let sent = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, rest) = sent.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let plain = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    Some(plain.split_once(':').map_or(plain.clone(), |(user, _)| user.to_owned()))
}
