//! How a provider is set up.

use super::error::OidcError;
use std::fmt;
use std::net::IpAddr;
use ureq::http::Uri;

/// How a provider is set up.
#[derive(Clone, PartialEq, Eq)]
pub struct OidcSettings {
    /// Its address as it names itself; https, but for one on this machine.
    pub issuer: String,
    /// What it calls Tandem.
    pub client_id: String,
    /// What Tandem proves itself with; none for a client that has no secret (PKCE alone).
    pub client_secret: Option<String>,
    /// What stands on the button.
    pub label: String,
    /// Only mail addresses under these domains come in, in small letters; all where none is named.
    pub allowed_domains: Vec<String>,
    /// Whether an address of which the provider does not say whether it is verified counts as
    /// verified. Only for a provider where nobody can choose their own.
    pub unsaid_is_verified: bool,
}

/// Without the secret.
impl fmt::Debug for OidcSettings {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("OidcSettings")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl OidcSettings {
    /// The longest of each text, in bytes.
    const TEXT_MAX: usize = 500;
    /// The most domains.
    const DOMAINS_MAX: usize = 100;

    /// Whether it can be used.
    ///
    /// # Errors
    /// [`OidcError::Settings`], with what to do.
    pub(super) fn check(&self) -> Result<(), OidcError> {
        let refused = |why: String| Err(OidcError::Settings(why));
        check_address("the issuer", &self.issuer)?;
        if self.issuer.contains(['?', '#']) {
            return refused(
                "the issuer has no `?` and no `#`: copy it as the provider names it".into(),
            );
        }
        for (what, text) in [("client_id", &self.client_id), ("label", &self.label)] {
            if text.trim().is_empty() || text.len() > Self::TEXT_MAX {
                return refused(format!(
                    "`{what}` is empty or longer than {} bytes",
                    Self::TEXT_MAX
                ));
            }
        }
        if self.client_secret.as_deref().is_some_and(str::is_empty) {
            return refused("the client's secret is empty: leave it out, or name it".into());
        }
        if self.allowed_domains.len() > Self::DOMAINS_MAX {
            return refused(format!("more than {} domains are named", Self::DOMAINS_MAX));
        }
        let is_domain = |domain: &String| {
            !domain.is_empty()
                && !domain.contains(['@', ' ', '*'])
                && *domain == domain.to_lowercase()
        };
        match self.allowed_domains.iter().find(|domain| !is_domain(domain)) {
            Some(domain) => refused(format!("`{domain}` is no domain: write it as example.com")),
            None => Ok(()),
        }
    }
}

/// Refuses an address to which no secret may be sent: one that is neither https nor of this machine.
///
/// # Errors
/// [`OidcError::Settings`].
pub(super) fn check_address(what: &str, address: &str) -> Result<(), OidcError> {
    let refused = |why: &str| {
        let shown: String = address.chars().take(200).collect();
        Err(OidcError::Settings(format!("{what} `{shown}` {why}")))
    };
    let Ok(uri) = address.parse::<Uri>() else {
        return refused("is no address: write it as https://login.example.com");
    };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return refused("is no whole address: write it as https://login.example.com");
    };
    if authority.as_str().contains('@') || address.len() > OidcSettings::TEXT_MAX {
        return refused("holds a name or a password, or is too long");
    }
    match scheme {
        "https" => Ok(()),
        "http" if is_this_machine(authority.host()) => Ok(()),
        _ => refused(
            "is not encrypted: it must begin with https://, but for a provider on this machine",
        ),
    }
}

/// Whether a host is this machine by name or number, whatever a resolver says.
fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str) -> OidcSettings {
        OidcSettings {
            issuer: issuer.to_owned(),
            client_id: "tandem".to_owned(),
            client_secret: Some("of the client".to_owned()),
            label: "Example account".to_owned(),
            allowed_domains: vec!["example.com".to_owned()],
            unsaid_is_verified: false,
        }
    }

    #[test]
    fn an_issuer_is_encrypted_or_on_this_machine() {
        for issuer in [
            "https://login.example.com",
            "https://login.example.com/tenant/v2.0",
            "http://localhost:8000",
            "http://127.0.0.1:8000/realm",
            "http://[::1]:8000",
        ] {
            assert_eq!(settings(issuer).check(), Ok(()), "{issuer}");
        }
        for issuer in [
            "",
            "login.example.com",
            "http://login.example.com",
            "http://localhost.example.com",
            "http://192.168.0.7",
            "ftp://login.example.com",
            "https://ann:word@login.example.com",
            "https://login.example.com?tenant=1",
        ] {
            assert!(matches!(settings(issuer).check(), Err(OidcError::Settings(_))), "{issuer}");
        }
    }

    #[test]
    fn what_is_missing_or_no_domain_is_refused_and_the_secret_is_never_shown() {
        let whole = settings("https://login.example.com");
        assert!(!format!("{whole:?}").contains("of the client"));
        for broken in [
            OidcSettings { client_id: " ".to_owned(), ..whole.clone() },
            OidcSettings { client_secret: Some(String::new()), ..whole.clone() },
            OidcSettings { allowed_domains: vec!["@example.com".to_owned()], ..whole.clone() },
            OidcSettings { allowed_domains: vec!["Example.com".to_owned()], ..whole },
        ] {
            assert!(broken.check().is_err(), "{broken:?}");
        }
    }
}
