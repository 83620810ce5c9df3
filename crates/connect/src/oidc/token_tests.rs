use super::*;
use crate::oidc::signature::install;
use crate::oidc::web::base64_url;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};

const ISSUER: &str = "https://login.example.com";
const NOW_SECONDS: i64 = 1_788_253_200;

/// A provider with one key.
struct Provider {
    key: EcdsaKeyPair,
}

impl Provider {
    fn new() -> Self {
        install();
        let (how, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let written = EcdsaKeyPair::generate_pkcs8(how, &random).unwrap();
        Self { key: EcdsaKeyPair::from_pkcs8(how, written.as_ref(), &random).unwrap() }
    }

    fn jwk(&self, id: &str) -> Value {
        let (x, y) = self.key.public_key().as_ref()[1..].split_at(32);
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": id, "x": base64_url(x),
                "y": base64_url(y) })
    }

    fn keys(&self) -> Keys {
        keys(&[self.jwk("first")])
    }

    fn sign(&self, header: &Value, claims: &Value) -> String {
        let message = message(header, claims);
        let made = self.key.sign(&SystemRandom::new(), message.as_bytes()).unwrap();
        format!("{message}.{}", base64_url(made.as_ref()))
    }

    /// What is read of a token with some claims changed; those that become null are left out.
    fn says(&self, changed: &Value) -> Result<Identified, OidcError> {
        let mut claims = claims();
        for (name, value) in changed.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        read(&self.sign(&header(), &claims), &self.keys(), expected())
    }

    fn refuses(&self, changed: &Value, why: &str) {
        let refused = self.says(changed).unwrap_err();
        assert!(matches!(refused, OidcError::Token(_)), "{changed}: {refused:?}");
        assert!(refused.to_string().contains(why), "{changed}: {refused}");
    }
}

fn keys(all: &[Value]) -> Keys {
    serde_json::from_value(json!({ "keys": all })).unwrap()
}

fn message(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| base64_url(value.to_string().as_bytes());
    format!("{}.{}", part(header), part(claims))
}

fn header() -> Value {
    json!({ "alg": "ES256", "kid": "first" })
}

fn claims() -> Value {
    json!({ "iss": ISSUER, "aud": "tandem", "sub": "7", "exp": NOW_SECONDS + 300,
            "iat": NOW_SECONDS, "nonce": "of this attempt", "email": "rita@example.com",
            "email_verified": true })
}

fn expected() -> Expected<'static> {
    let now = Instant(NOW_SECONDS * 1_000_000);
    Expected { issuer: ISSUER, client_id: "tandem", nonce: "of this attempt", now }
}

#[test]
fn a_token_that_the_provider_signed_for_us_now_says_who_it_is() {
    let found = Provider::new().says(&json!({})).unwrap();
    assert_eq!((found.issuer.as_str(), found.subject.as_str()), (ISSUER, "7"));
    assert_eq!((found.email.as_deref(), found.is_verified), (Some("rita@example.com"), Some(true)));
    assert!(!format!("{found:?}").contains("rita"), "{found:?}");
}

#[test]
fn whether_an_address_is_verified_is_read_as_providers_write_it() {
    let provider = Provider::new();
    let verified =
        |said: Value| provider.says(&json!({ "email_verified": said })).unwrap().is_verified;
    assert_eq!(verified(json!("true")), Some(true));
    assert_eq!(verified(json!("false")), Some(false));
    assert_eq!(verified(json!(1)), Some(false));
    assert_eq!(verified(Value::Null), None);
}

#[test]
fn a_token_of_another_provider_for_another_program_or_another_attempt_is_refused() {
    let provider = Provider::new();
    provider.refuses(&json!({ "iss": "https://evil.example.com" }), "Issuer");
    provider.refuses(&json!({ "iss": [ISSUER] }), "");
    provider.refuses(&json!({ "aud": "another" }), "Audience");
    provider.refuses(&json!({ "aud": ["tandem", "another"] }), "several programs");
    provider.refuses(&json!({ "aud": ["tandem"], "azp": "another" }), "another program");
    provider.says(&json!({ "aud": ["tandem", "another"], "azp": "tandem" })).unwrap();
    provider.refuses(&json!({ "nonce": "of another" }), "another attempt");
    provider.refuses(&json!({ "nonce": null }), "another attempt");
    provider.refuses(&json!({ "sub": "" }), "of whom");
    provider.refuses(&json!({ "sub": "7".repeat(256) }), "of whom");
    provider.refuses(&json!({ "sub": null }), "");
}

#[test]
fn clocks_may_be_two_minutes_apart_and_no_further() {
    let provider = Provider::new();
    provider.says(&json!({ "exp": NOW_SECONDS - 119 })).unwrap();
    provider.refuses(&json!({ "exp": NOW_SECONDS - 120 }), "is over");
    provider.says(&json!({ "iat": NOW_SECONDS + 120 })).unwrap();
    provider.refuses(&json!({ "iat": NOW_SECONDS + 121 }), "not made just now");
    provider.says(&json!({ "iat": NOW_SECONDS - 600 })).unwrap();
    provider.refuses(&json!({ "iat": NOW_SECONDS - 601 }), "not made just now");
    provider.refuses(&json!({ "nbf": NOW_SECONDS + 121 }), "not valid yet");
    provider.refuses(&json!({ "exp": null }), "");
    provider.refuses(&json!({ "iat": null }), "");
}

#[test]
fn a_token_that_somebody_else_signed_or_nobody_is_refused() {
    let (provider, thief) = (Provider::new(), Provider::new());
    let forged = thief.sign(&header(), &claims());
    assert!(matches!(read(&forged, &provider.keys(), expected()), Err(OidcError::Token(_))));
    let whole = provider.sign(&header(), &claims());
    let (head, signature) = whole.rsplit_once('.').unwrap();
    let mut other = claims();
    other["email"] = json!("ada@example.com");
    let changed = format!("{}.{signature}", message(&header(), &other));
    assert!(matches!(read(&changed, &provider.keys(), expected()), Err(OidcError::Token(_))));
    for unsigned in [format!("{head}."), head.to_owned(), String::new(), "a.b.c".to_owned()] {
        assert!(matches!(read(&unsigned, &provider.keys(), expected()), Err(OidcError::Token(_))));
    }
    let none = format!("{}.", message(&json!({ "alg": "none" }), &claims()));
    assert!(matches!(read(&none, &provider.keys(), expected()), Err(OidcError::Token(_))));
    let long = "a".repeat(TOKEN_BYTES_MAX + 1);
    assert!(matches!(read(&long, &provider.keys(), expected()), Err(OidcError::Token(_))));
}

#[test]
fn a_public_key_is_no_shared_secret() {
    let provider = Provider::new();
    let secret = provider.key.public_key().as_ref();
    let header = json!({ "alg": "HS256", "kid": "first" });
    let message = message(&header, &claims());
    let made = ring::hmac::sign(
        &ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret),
        message.as_bytes(),
    );
    let forged = format!("{message}.{}", base64_url(made.as_ref()));
    let refused = read(&forged, &provider.keys(), expected()).unwrap_err();
    assert!(refused.to_string().contains("only the provider can"), "{refused}");
}

#[test]
fn the_key_is_the_one_that_the_token_names_and_keys_that_nobody_knows_are_passed_over() {
    let (provider, other) = (Provider::new(), Provider::new());
    let odd = json!({ "kty": "AKP", "kid": "odd", "pub": "x" });
    let both = keys(&[odd, other.jwk("other"), provider.jwk("first")]);
    let token = provider.sign(&header(), &claims());
    read(&token, &both, expected()).unwrap();
    assert_eq!(read(&token, &keys(&[other.jwk("other")]), expected()), Err(OidcError::UnknownKey));
    let nameless = provider.sign(&json!({ "alg": "ES256" }), &claims());
    assert_eq!(read(&nameless, &both, expected()), Err(OidcError::UnknownKey), "which of the two?");
    read(&nameless, &provider.keys(), expected()).unwrap();
    let mut sealing = provider.jwk("first");
    sealing["use"] = json!("enc");
    assert_eq!(read(&token, &keys(&[sealing]), expected()), Err(OidcError::UnknownKey));
    assert!(keys(&[]).bounded().is_err());
    assert!(keys(&vec![provider.jwk("first"); KEYS_MAX + 1]).bounded().is_err());
}

#[test]
fn keys_of_edwards_curves_sign_too() {
    install();
    let written = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    let key = Ed25519KeyPair::from_pkcs8(written.as_ref()).unwrap();
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "kid": "first",
                      "x": base64_url(key.public_key().as_ref()) });
    let message = message(&json!({ "alg": "EdDSA", "kid": "first" }), &claims());
    let token = format!("{message}.{}", base64_url(key.sign(message.as_bytes()).as_ref()));
    read(&token, &keys(&[jwk]), expected()).unwrap();
}

#[test]
fn what_is_said_elsewhere_must_be_of_the_same_person() {
    let found = Provider::new().says(&json!({ "email": null })).unwrap();
    let said = |sub: &str| -> Said {
        serde_json::from_value(json!({ "sub": sub, "email": "rita@example.com" })).unwrap()
    };
    let whole = found.clone().and(said("7")).unwrap();
    assert_eq!((whole.email.as_deref(), whole.is_verified), (Some("rita@example.com"), None));
    assert!(found.and(said("8")).is_err());
}
