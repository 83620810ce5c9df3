//! What an id token proves (OpenID Connect Core 1.0, 3.1.3.7).

use super::error::OidcError;
use super::signature::ACCEPTED;
use facts::Instant;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{DecodingKey, Header, Validation, decode, decode_header};
use serde::{Deserialize, Deserializer};

/// Who somebody is, by a provider's word.
#[derive(Clone, PartialEq, Eq)]
pub struct Identified {
    /// The provider.
    pub issuer: String,
    /// What it calls them, and nobody else ever.
    pub subject: String,
    /// Their mail address, as it writes it.
    pub email: Option<String>,
    /// Whether it says that the address is theirs; `None` where it does not say.
    pub is_verified: Option<bool>,
}

/// Without the address.
impl std::fmt::Debug for Identified {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Identified").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// The keys that a provider signs with. Keys of kinds that nobody knows are passed over.
#[derive(Deserialize)]
pub(super) struct Keys {
    #[serde(deserialize_with = "readable")]
    keys: Vec<Jwk>,
}

/// What a token must be for.
#[derive(Clone, Copy)]
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: Instant,
}

/// What a provider says of somebody.
#[derive(Deserialize)]
pub(super) struct Said {
    sub: String,
    email: Option<String>,
    #[serde(default, deserialize_with = "truth")]
    email_verified: Option<bool>,
}

/// What stands in an id token.
#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    nbf: Option<f64>,
    nonce: Option<String>,
    #[serde(flatten)]
    said: Said,
}

/// For whom a token is.
#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// The longest token, in bytes.
const TOKEN_BYTES_MAX: usize = 64 << 10;
/// The most keys that are looked at.
const KEYS_MAX: usize = 100;
/// How far the provider's clock may be from ours, in seconds.
const SKEW_SECONDS: f64 = 120.0;
/// How old a token may be, in seconds: it is fetched at once.
const AGE_SECONDS_MAX: f64 = 600.0;
/// The longest name of somebody at a provider, in bytes, as the standard says.
const SUBJECT_BYTES_MAX: usize = 255;

impl Keys {
    /// At most as many as are looked at.
    ///
    /// # Errors
    /// [`OidcError::Provider`].
    pub(super) fn bounded(self) -> Result<Self, OidcError> {
        match self.keys.len() {
            0 => Err(OidcError::Provider("it names no key that can be used".to_owned())),
            1..=KEYS_MAX => Ok(self),
            _ => Err(OidcError::Provider(format!("it names more than {KEYS_MAX} keys"))),
        }
    }

    /// The key that a token names; without a name the only one that can be it.
    fn find(&self, header: &Header) -> Result<DecodingKey, OidcError> {
        let signs = |key: &&Jwk| {
            !matches!(key.common.public_key_use, Some(PublicKeyUse::Encryption))
                && key
                    .common
                    .key_algorithm
                    .is_none_or(|named| named.to_string().parse() == Ok(header.alg))
        };
        let mut fitting = self.keys.iter().filter(signs).filter(|key| {
            let family =
                DecodingKey::from_jwk(key).is_ok_and(|it| it.family() == header.alg.family());
            family && (header.kid.is_none() || key.common.key_id == header.kid)
        });
        match (fitting.next(), fitting.next()) {
            (Some(key), None) => DecodingKey::from_jwk(key).map_err(|_| OidcError::UnknownKey),
            _ => Err(OidcError::UnknownKey),
        }
    }
}

/// Whom an id token names, if the provider signed it, for us, for this attempt, just now.
///
/// # Errors
/// [`OidcError::UnknownKey`] and [`OidcError::Token`].
pub(super) fn read(
    token: &str,
    keys: &Keys,
    expected: Expected<'_>,
) -> Result<Identified, OidcError> {
    let refused = |why: &str| Err(OidcError::Token(why.to_owned()));
    if token.len() > TOKEN_BYTES_MAX {
        return refused("the token is too long");
    }
    let header = decode_header(token).map_err(|_| OidcError::Token("it is no token".to_owned()))?;
    if !ACCEPTED.contains(&header.alg) {
        return refused("it is not signed in a way that only the provider can");
    }
    let key = keys.find(&header)?;
    let mut validation = Validation::new(header.alg);
    validation.set_issuer(&[expected.issuer]);
    validation.set_audience(&[expected.client_id]);
    validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    // The library asks the machine's clock; ours is an argument.
    validation.validate_exp = false;
    let claims = decode::<Claims>(token, &key, &validation)
        .map_err(|why| OidcError::Token(why.to_string()))?
        .claims;
    check(&claims, expected).map_err(|why| OidcError::Token(why.to_owned()))?;
    let Said { sub, email, email_verified } = claims.said;
    Ok(Identified { issuer: claims.iss, subject: sub, email, is_verified: email_verified })
}

/// What the library leaves to us.
fn check(claims: &Claims, expected: Expected<'_>) -> Result<(), &'static str> {
    let now = expected.now.0 as f64 / 1_000_000.0;
    if claims.iss != expected.issuer {
        return Err("it is of another provider");
    }
    let is_alone = match &claims.aud {
        Audience::One(one) => one == expected.client_id,
        Audience::Many(many) => matches!(&many[..], [one] if one == expected.client_id),
    };
    match &claims.azp {
        Some(azp) if azp != expected.client_id => return Err("it was given to another program"),
        None if !is_alone => return Err("it is for several programs, and does not say for which"),
        _ => {}
    }
    if claims.exp <= now - SKEW_SECONDS {
        return Err("it is over; if that happens again, a clock is wrong");
    }
    if !((now - AGE_SECONDS_MAX..=now + SKEW_SECONDS).contains(&claims.iat)) {
        return Err("it was not made just now; if that happens again, a clock is wrong");
    }
    if claims.nbf.is_some_and(|nbf| nbf > now + SKEW_SECONDS) {
        return Err("it is not valid yet; if that happens again, a clock is wrong");
    }
    // Compared by hashes, which takes as long whatever they are.
    let hash = |text: &str| blake3::hash(text.as_bytes());
    if claims.nonce.as_deref().map(hash) != Some(hash(expected.nonce)) {
        return Err("it was made for another attempt");
    }
    check_subject(&claims.said.sub)
}

fn check_subject(subject: &str) -> Result<(), &'static str> {
    match (1..=SUBJECT_BYTES_MAX).contains(&subject.len()) {
        true => Ok(()),
        false => Err("it does not say of whom it is"),
    }
}

impl Identified {
    /// With what the provider says elsewhere of the same person.
    ///
    /// # Errors
    /// [`OidcError::Token`] where it speaks of somebody else.
    pub(super) fn and(self, said: Said) -> Result<Self, OidcError> {
        match said.sub == self.subject {
            true => Ok(Self { email: said.email, is_verified: said.email_verified, ..self }),
            false => Err(OidcError::Token("it speaks of two people".to_owned())),
        }
    }
}

/// Keys that can be read; others are for other programs.
fn readable<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Jwk>, D::Error> {
    let all = Vec::<serde_json::Value>::deserialize(from)?;
    Ok(all.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect())
}

/// A truth value, which some providers write as a text.
fn truth<'de, D: Deserializer<'de>>(from: D) -> Result<Option<bool>, D::Error> {
    let said = Option::<serde_json::Value>::deserialize(from)?;
    Ok(said.map(|said| said == serde_json::Value::Bool(true) || said == "true"))
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
