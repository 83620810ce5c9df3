//! Speaking to the provider: bounded in time and bytes, without redirects.

use super::error::OidcError;
use crate::sending::{Reach, agent};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body};

/// The way to a provider.
pub(super) struct Web {
    agent: Agent,
}

/// What a provider says when it refuses (RFC 6749, 5.2).
#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Web {
    /// How many bytes of an answer are read.
    const ANSWER_BYTES_MAX: u64 = 512 << 10;

    pub(super) fn new() -> Self {
        // Who runs Tandem names the provider, and it may stand in their own network.
        Self { agent: agent(Reach::Anywhere) }
    }

    /// Asks for a document, as the holder of a token where one is given.
    pub(super) fn get_json<T: DeserializeOwned>(
        &self,
        address: &str,
        token: Option<&str>,
    ) -> Result<T, OidcError> {
        let mut request = self.agent.get(address).header("accept", "application/json");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let mut answer = request.call().map_err(|error| unreachable(&error))?;
        match answer.status() {
            StatusCode::OK => read(&mut answer),
            status => Err(odd(status)),
        }
    }

    /// Sends a form, as a client where `basic` says which.
    pub(super) fn post_form<T: DeserializeOwned>(
        &self,
        address: &str,
        form: &[(&str, &str)],
        basic: Option<&str>,
    ) -> Result<T, OidcError> {
        let mut request = self.agent.post(address).header("accept", "application/json");
        request = request.header("content-type", "application/x-www-form-urlencoded");
        if let Some(basic) = basic {
            request = request.header("authorization", basic);
        }
        let mut answer = request.send(query(form)).map_err(|error| unreachable(&error))?;
        match answer.status() {
            StatusCode::OK => read(&mut answer),
            StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED => {
                let refusal: Refusal = read(&mut answer)?;
                Err(match refusal.error.as_str() {
                    "invalid_grant" => OidcError::Code,
                    other => OidcError::Provider(format!("it answers {}", bounded(other))),
                })
            }
            status => Err(odd(status)),
        }
    }
}

/// A body that is JSON and not too large.
fn read<T: DeserializeOwned>(answer: &mut Response<Body>) -> Result<T, OidcError> {
    let body = answer.body_mut().with_config().limit(Web::ANSWER_BYTES_MAX).read_to_vec();
    let body = body.map_err(|error| unreachable(&error))?;
    serde_json::from_slice(&body)
        .map_err(|error| OidcError::Provider(format!("its answer cannot be read: {error}")))
}

/// Without the address: it may hold a code.
fn unreachable(error: &ureq::Error) -> OidcError {
    let why = match error {
        ureq::Error::HostNotFound => "its name is not known",
        ureq::Error::ConnectionFailed => "it cannot be connected to",
        ureq::Error::Timeout(_) => "it took too long",
        ureq::Error::BodyExceedsLimit(_) => "its answer is too large",
        ureq::Error::Rustls(_) | ureq::Error::Tls(_) => "its certificate is not trusted",
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            "it refuses connections"
        }
        _ => "the connection broke off",
    };
    OidcError::Unreachable(why.to_owned())
}

fn odd(status: StatusCode) -> OidcError {
    match status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        true => OidcError::Unreachable(format!("it answers {}", status.as_u16())),
        false => OidcError::Provider(format!("it answers {}", status.as_u16())),
    }
}

fn bounded(text: &str) -> String {
    text.chars().filter(char::is_ascii_graphic).take(60).collect()
}

/// Pairs as they stand in an address or a form (application/x-www-form-urlencoded).
pub(super) fn query(pairs: &[(&str, &str)]) -> String {
    let written: Vec<_> =
        pairs.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    written.join("&")
}

/// Everything but what RFC 3986 leaves unreserved as `%` and two digits.
fn encoded(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                written.push(char::from(byte));
            }
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                let digit = |four: u8| char::from(DIGITS[usize::from(four & 15)]);
                written.extend(['%', digit(byte >> 4), digit(byte)]);
            }
        }
    }
    written
}

/// How a client proves itself in the header (RFC 6749, 2.3.1).
pub(super) fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{}:{}", encoded(id), encoded(secret))))
}

/// Bytes as they stand in tokens (RFC 7515, 2).
pub(super) fn base64_url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn forms_and_headers_are_written_as_the_standards_say() {
        assert_eq!(
            query(&[("a b", "c&d=e"), ("r", "https://x.example/é~")]),
            "a%20b=c%26d%3De&r=https%3A%2F%2Fx.example%2F%C3%A9~"
        );
        // The example of RFC 6749, 2.3.1.
        assert_eq!(
            basic("s6BhdRkqt3", "7Fjfp0ZBr1KtDRbnfVdmIw"),
            "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"
        );
        // The example of RFC 7636, appendix B.
        let challenge = base64_url(&Sha256::digest(b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        assert_eq!(challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
