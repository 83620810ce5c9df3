//! Signing what goes to programs, by the Standard Webhooks specification.
//!
//! The header `webhook-signature` holds one `v1,<base64>` for each secret, separated by blanks: the
//! HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body>`. While a secret is changed, both sign.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A secret as it is shown to whoever checks signatures: `whsec_` and its bytes in base64.
#[must_use]
pub fn secret_in_words(secret: &[u8]) -> String {
    format!("whsec_{}", base64(secret))
}

/// The signature of an event: `v1,` and base64.
///
/// ```
/// let secret = b"a secret of at least 24 bytes...";
/// let signature = connect::sending::signature(secret, "msg_1", 1_674_087_231, "{}");
/// assert!(signature.starts_with("v1,"));
/// ```
#[must_use]
pub fn signature(secret: &[u8], id: &str, sent_at_seconds: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
    mac.update(format!("{id}.{sent_at_seconds}.").as_bytes());
    mac.update(body.as_bytes());
    format!("v1,{}", base64(&mac.finalize().into_bytes()))
}

/// The headers that an event carries.
pub(crate) fn headers(
    secrets: &[Vec<u8>],
    id: &str,
    sent_at_seconds: i64,
    body: &str,
) -> Vec<(&'static str, String)> {
    let signatures: Vec<_> =
        secrets.iter().map(|secret| signature(secret, id, sent_at_seconds, body)).collect();
    vec![
        ("webhook-id", id.to_owned()),
        ("webhook-timestamp", sent_at_seconds.to_string()),
        ("webhook-signature", signatures.join(" ")),
    ]
}

/// Bytes in base64 (RFC 4648), padded.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let all = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(all >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_rfc_4648_says() {
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (plain, written) in pairs {
            assert_eq!(base64(plain.as_bytes()), written);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    /// Worked out with Python's hmac module over the text that the specification names.
    #[test]
    fn an_event_is_signed_as_the_specification_says() {
        let secret = b"tandem-webhook-secret-of-32-byte";
        assert_eq!(
            signature(
                secret,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                r#"{"test": 2432232314}"#
            ),
            "v1,k/nDR/qnODzCv80SmUosRPtTrTrJmwEtKvIICqa8xLU="
        );
    }

    #[test]
    fn while_a_secret_is_changed_both_sign() {
        let headers = headers(&[b"new".to_vec(), b"old".to_vec()], "id", 7, "{}");
        let [_, ("webhook-timestamp", at), ("webhook-signature", signatures)] = &headers[..] else {
            panic!("{headers:?}")
        };
        assert_eq!(at, "7");
        let each: Vec<_> = signatures.split(' ').collect();
        assert_eq!(each, [signature(b"new", "id", 7, "{}"), signature(b"old", "id", 7, "{}")]);
        assert_ne!(each[0], each[1]);
    }
}
