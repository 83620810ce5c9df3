//! Signing in at a provider that speaks OpenID Connect: authorization code with PKCE.
//!
//! [`Oidc::authorize_url`] says where a browser goes; [`Oidc::identify`] takes the code with which it
//! comes back and says who that is, once the id token was signed by the provider, for us, for this
//! attempt, and just now. Nothing here knows who may come in: that is the use case's.
//!
//! Addresses are https, but for a provider on this machine. What the provider answers is bounded in
//! time and bytes, and redirects are not followed.

mod discovery;
mod error;
mod settings;
mod signature;
mod token;
mod web;

pub use error::OidcError;
pub use settings::OidcSettings;
pub use token::Identified;

use discovery::{Known, Metadata};
use facts::Instant;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use token::{Expected, Keys};
use web::{Web, query};

/// A provider at which people sign in.
pub struct Oidc {
    settings: OidcSettings,
    web: Web,
    /// What it said of itself, and when.
    known: Mutex<Option<Known>>,
}

/// One sign-in that was begun: what only the browser that began it knows.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// Comes back with the browser, and tells that it is the same attempt.
    pub state: &'a str,
    /// Comes back in the id token, and tells that it was made for this attempt.
    pub nonce: &'a str,
    /// The PKCE verifier (RFC 7636): 43 to 128 letters and digits.
    pub verifier: &'a str,
    /// Where the browser comes back to, as the provider knows it.
    pub redirect_uri: &'a str,
}

/// Says nothing of it.
impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Attempt(..)")
    }
}

impl fmt::Debug for Oidc {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Oidc").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// What a provider gives for a code.
#[derive(Deserialize)]
struct Tokens {
    id_token: Option<String>,
    access_token: Option<String>,
}

impl Oidc {
    /// How long what the provider says of itself is believed, in microseconds: one hour.
    const KNOWN_FOR_US: i64 = 3600 * 1_000_000;
    /// How soon it is asked again for its keys when one is missing, in microseconds: 30 seconds.
    const ASK_AGAIN_US: i64 = 30 * 1_000_000;

    /// A provider; nothing is asked of it yet.
    ///
    /// # Errors
    /// [`OidcError::Settings`] when its address must not be used, or something is missing.
    pub fn new(settings: OidcSettings) -> Result<Self, OidcError> {
        settings.check()?;
        signature::install();
        Ok(Self { settings, web: Web::new(), known: Mutex::new(None) })
    }

    /// How it is set up.
    #[must_use]
    pub fn settings(&self) -> &OidcSettings {
        &self.settings
    }

    /// Where a browser goes to sign in. Asks the provider for its addresses where they are not known
    /// or older than an hour; blocks for at most the time of two requests.
    ///
    /// # Errors
    /// [`OidcError::Unreachable`] and [`OidcError::Provider`].
    pub fn authorize_url(&self, attempt: Attempt<'_>, now: Instant) -> Result<String, OidcError> {
        let known = self.known(now)?;
        let challenge = web::base64_url(&Sha256::digest(attempt.verifier.as_bytes()));
        let asked = query(&[
            ("response_type", "code"),
            ("client_id", &self.settings.client_id),
            ("redirect_uri", attempt.redirect_uri),
            ("scope", "openid email profile"),
            ("state", attempt.state),
            ("nonce", attempt.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ]);
        let address = &known.metadata.authorization_endpoint;
        let joint = if address.contains('?') { '&' } else { '?' };
        Ok(format!("{address}{joint}{asked}"))
    }

    /// Who came back with a code. Blocks for at most the time of a few requests.
    ///
    /// # Errors
    /// [`OidcError::Unreachable`] and [`OidcError::Provider`]; [`OidcError::Code`] when the provider
    /// does not take the code; [`OidcError::Token`] when what it gave for it proves nothing.
    pub fn identify(
        &self,
        code: &str,
        attempt: Attempt<'_>,
        now: Instant,
    ) -> Result<Identified, OidcError> {
        let known = self.known(now)?;
        let tokens = self.exchange(&known.metadata, code, attempt)?;
        let id_token =
            tokens.id_token.ok_or(OidcError::Token("the provider sent no id token".into()))?;
        let expected = Expected {
            issuer: &self.settings.issuer,
            client_id: &self.settings.client_id,
            nonce: attempt.nonce,
            now,
        };
        let found = match token::read(&id_token, &known.keys, expected) {
            // The provider may have changed its keys since we asked.
            Err(OidcError::UnknownKey) if now.0 - known.asked_at.0 >= Self::ASK_AGAIN_US => {
                let anew = self.ask(now)?;
                token::read(&id_token, &anew.keys, expected)?
            }
            other => other?,
        };
        self.with_address(found, &known.metadata, tokens.access_token.as_deref())
    }

    /// Gives a code for tokens.
    fn exchange(
        &self,
        metadata: &Metadata,
        code: &str,
        attempt: Attempt<'_>,
    ) -> Result<Tokens, OidcError> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", attempt.redirect_uri),
            ("code_verifier", attempt.verifier),
        ];
        let id = self.settings.client_id.as_str();
        let secret = self.settings.client_secret.as_deref();
        let in_header = secret.filter(|_| metadata.takes_basic());
        if in_header.is_none() {
            form.push(("client_id", id));
            form.extend(secret.map(|secret| ("client_secret", secret)));
        }
        let basic = in_header.map(|secret| web::basic(id, secret));
        self.web.post_form(&metadata.token_endpoint, &form, basic.as_deref())
    }

    /// Many providers say the mail address only where one asks with the access token.
    fn with_address(
        &self,
        found: Identified,
        metadata: &Metadata,
        access_token: Option<&str>,
    ) -> Result<Identified, OidcError> {
        let (Some(endpoint), Some(access_token)) = (&metadata.userinfo_endpoint, access_token)
        else {
            return Ok(found);
        };
        if found.email.is_some() {
            return Ok(found);
        }
        let said: token::Said = self.web.get_json(endpoint, Some(access_token))?;
        found.and(said)
    }

    /// What the provider said of itself within the last hour.
    fn known(&self, now: Instant) -> Result<Known, OidcError> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known.filter(|known| now.0 - known.asked_at.0 < Self::KNOWN_FOR_US) {
            Some(known) => Ok(known),
            None => self.ask(now),
        }
    }

    /// Asks the provider for its addresses and keys.
    fn ask(&self, now: Instant) -> Result<Known, OidcError> {
        let issuer = &self.settings.issuer;
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Metadata = self.web.get_json(&address, None)?;
        metadata.check(issuer)?;
        let keys: Keys = self.web.get_json(&metadata.jwks_uri, None)?;
        let known =
            Known { metadata: Arc::new(metadata), keys: Arc::new(keys.bounded()?), asked_at: now };
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }
}
