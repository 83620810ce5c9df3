//! The cookie that holds a session.

use app::Engine;
use app::people::{Begun, Secret, SecretKind};
use axum::http::{HeaderMap, header};

/// Under which name a browser keeps it: with the prefix by which browsers keep it to this host and
/// to encrypted connections, where those are used.
const fn name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-tandem" } else { "tandem" }
}

/// The name of what a browser keeps while somebody signs in elsewhere.
const fn attempt_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-tandem-attempt" } else { "tandem-attempt" }
}

/// The session that a request brings; of several, the first that can be one.
pub(super) fn session_of(headers: &HeaderMap, is_secure: bool) -> Option<Secret> {
    secret_of(headers, name(is_secure), SecretKind::Session)
}

/// The attempt to sign in elsewhere that a request brings.
pub(crate) fn attempt_of(headers: &HeaderMap, is_secure: bool) -> Option<Secret> {
    secret_of(headers, attempt_name(is_secure), SecretKind::Attempt)
}

fn secret_of(headers: &HeaderMap, name: &str, kind: SecretKind) -> Option<Secret> {
    let cookies = headers.get_all(header::COOKIE).into_iter();
    let mut pairs = cookies.filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(';'));
    pairs.find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then(|| Secret::read(kind, value)).flatten()
    })
}

/// Hands a session to a browser: scripts cannot read it, other sites cannot have it sent with a
/// write.
pub(crate) fn session_cookie(secret: &Secret, is_secure: bool) -> String {
    let seconds = Engine::SESSION_MAX_US / 1_000_000;
    written(name(is_secure), &secret.text(SecretKind::Session), seconds, is_secure)
}

/// Hands an attempt to sign in elsewhere to a browser, for as long as it may take.
pub(crate) fn attempt_cookie(secret: &Secret, is_secure: bool) -> String {
    let seconds = Begun::LASTS_US / 1_000_000;
    written(attempt_name(is_secure), &secret.text(SecretKind::Attempt), seconds, is_secure)
}

/// Takes an attempt back.
pub(crate) fn attempt_cleared(is_secure: bool) -> String {
    written(attempt_name(is_secure), "", 0, is_secure)
}

/// Takes it back.
pub(crate) fn cleared(is_secure: bool) -> String {
    written(name(is_secure), "", 0, is_secure)
}

fn written(name: &str, value: &str, seconds: i64, is_secure: bool) -> String {
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read_from_the_cookie_that_was_handed_out() {
        let secret = Secret::of([7; 32]);
        for is_secure in [true, false] {
            let handed = session_cookie(&secret, is_secure);
            let sent = format!("theme=dark; {}", handed.split(';').next().unwrap());
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, sent.parse().unwrap());
            assert_eq!(session_of(&headers, is_secure), Some(secret.clone()));
            assert_eq!(session_of(&headers, !is_secure), None, "the other name");
        }
    }

    #[test]
    fn an_attempt_to_sign_in_elsewhere_is_kept_apart_from_a_session() {
        let secret = Secret::of([7; 32]);
        let handed = attempt_cookie(&secret, true);
        assert!(handed.ends_with("; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure"));
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, handed.split(';').next().unwrap().parse().unwrap());
        assert_eq!(attempt_of(&headers, true), Some(secret));
        assert_eq!(session_of(&headers, true), None);
        assert!(attempt_cleared(false).starts_with("tandem-attempt=; Path=/; Max-Age=0"));
    }

    #[test]
    fn no_script_and_no_other_site_gets_it() {
        let handed = session_cookie(&Secret::of([7; 32]), true);
        assert!(handed.starts_with("__Host-tandem="), "{handed}");
        assert!(handed.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"));
        assert_eq!(cleared(false), "tandem=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }
}
