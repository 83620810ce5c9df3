//! What a provider says of itself (OpenID Connect Discovery 1.0).

use super::error::OidcError;
use super::settings::check_address;
use super::token::Keys;
use facts::Instant;
use serde::Deserialize;
use std::sync::Arc;

/// What a provider said of itself, and when.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) metadata: Arc<Metadata>,
    pub(super) keys: Arc<Keys>,
    pub(super) asked_at: Instant,
}

/// Its addresses, as far as they are needed.
#[derive(Deserialize)]
pub(super) struct Metadata {
    issuer: String,
    pub(super) authorization_endpoint: String,
    pub(super) token_endpoint: String,
    pub(super) jwks_uri: String,
    pub(super) userinfo_endpoint: Option<String>,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

impl Metadata {
    /// Whether it speaks for the issuer that is configured, at addresses that may be used.
    ///
    /// # Errors
    /// [`OidcError::Provider`].
    pub(super) fn check(&self, issuer: &str) -> Result<(), OidcError> {
        if self.issuer != issuer {
            let said: String = self.issuer.chars().take(200).collect();
            return Err(OidcError::Provider(format!(
                "it calls itself `{said}` and is configured as `{issuer}`"
            )));
        }
        let mut addresses = vec![
            ("its authorization_endpoint", &self.authorization_endpoint),
            ("its token_endpoint", &self.token_endpoint),
            ("its jwks_uri", &self.jwks_uri),
        ];
        addresses.extend(self.userinfo_endpoint.iter().map(|it| ("its userinfo_endpoint", it)));
        for (what, address) in addresses {
            check_address(what, address).map_err(|why| OidcError::Provider(why.to_string()))?;
        }
        Ok(())
    }

    /// Whether a client may prove itself in the header: what holds where nothing is said.
    pub(super) fn takes_basic(&self) -> bool {
        let methods = self.token_endpoint_auth_methods_supported.as_deref();
        methods.is_none_or(|all| all.iter().any(|method| method == "client_secret_basic"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(token_endpoint: &str) -> Metadata {
        Metadata {
            issuer: "https://login.example.com".to_owned(),
            authorization_endpoint: "https://login.example.com/auth".to_owned(),
            token_endpoint: token_endpoint.to_owned(),
            jwks_uri: "https://login.example.com/keys".to_owned(),
            userinfo_endpoint: None,
            token_endpoint_auth_methods_supported: Some(vec!["client_secret_post".to_owned()]),
        }
    }

    #[test]
    fn a_provider_that_calls_itself_otherwise_or_leads_to_plain_http_is_refused() {
        let sound = metadata("https://login.example.com/token");
        assert_eq!(sound.check("https://login.example.com"), Ok(()));
        assert!(!sound.takes_basic());
        let other = sound.check("https://login.example.com/").unwrap_err();
        assert!(other.to_string().contains("it calls itself"), "{other}");
        let plain = metadata("http://login.example.com/token");
        let plain = plain.check("https://login.example.com").unwrap_err();
        assert!(plain.to_string().contains("token_endpoint"), "{plain}");
    }
}
