//! The provider at which people sign in: `[oidc]` in the config file, and the environment before it.

use crate::failure::Refusal;
use connect::oidc::OidcSettings;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// `[oidc]` of the config file.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    issuer: Option<String>,
    client_id: Option<String>,
    /// Better in a file, or in the environment as `TANDEM_OIDC_CLIENT_SECRET`.
    client_secret: Option<String>,
    client_secret_file: Option<PathBuf>,
    label: Option<String>,
    #[serde(default)]
    allowed_domains: Vec<String>,
    #[serde(default)]
    unsaid_is_verified: bool,
}

/// Without the secret.
impl std::fmt::Debug for Section {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Section").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// What the environment says, by the name of a variable.
pub(super) type Environment<'e> = &'e dyn Fn(&str) -> Option<String>;

/// The largest file with a secret, in bytes.
const SECRET_BYTES_MAX: u64 = 4096;
/// What stands on the button where nobody says.
const LABEL: &str = "Company account";

/// The provider, if one is named.
pub(super) fn provider(
    section: Option<Section>,
    environment: Environment<'_>,
) -> anyhow::Result<Option<OidcSettings>> {
    let section = section.unwrap_or_default();
    let said = |name: &str| environment(name).filter(|value| !value.is_empty());
    let issuer = said("TANDEM_OIDC_ISSUER").or(section.issuer);
    let client_id = said("TANDEM_OIDC_CLIENT_ID").or(section.client_id);
    let (issuer, client_id) = match (issuer, client_id) {
        (Some(issuer), Some(client_id)) => (issuer, client_id),
        (None, None) => return Ok(None),
        (Some(_), None) => return Err(missing("client_id", "what the provider calls Tandem")),
        (None, Some(_)) => return Err(missing("issuer", "the address of the provider")),
    };
    let file = said("TANDEM_OIDC_CLIENT_SECRET_FILE").map(PathBuf::from);
    let from_file = file.or(section.client_secret_file).as_deref().map(secret_in).transpose()?;
    Ok(Some(OidcSettings {
        issuer,
        client_id,
        client_secret: said("TANDEM_OIDC_CLIENT_SECRET").or(from_file).or(section.client_secret),
        label: section.label.unwrap_or_else(|| LABEL.to_owned()),
        allowed_domains: section.allowed_domains,
        unsaid_is_verified: section.unsaid_is_verified,
    }))
}

fn missing(what: &str, which: &str) -> anyhow::Error {
    let message = format!("a sign-in provider is named without `{what}`");
    Refusal::new("oidc", message, format!("under [oidc], say {which}")).into()
}

/// The first line of a file that holds nothing but a secret.
fn secret_in(path: &Path) -> anyhow::Result<String> {
    let refused = |message: String| {
        Refusal::new("oidc", message, "name a file with the client's secret in its first line")
            .at(path.display().to_string())
    };
    let size = std::fs::metadata(path).map_err(|error| refused(error.to_string()))?.len();
    if size > SECRET_BYTES_MAX {
        return Err(refused(format!("a secret has at most {SECRET_BYTES_MAX} bytes")).into());
    }
    let text = std::fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
    match text.lines().next().map(str::trim).filter(|line| !line.is_empty()) {
        Some(secret) => Ok(secret.to_owned()),
        None => Err(refused("the file is empty".to_owned()).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, environment: &[(&str, &str)]) -> anyhow::Result<Option<OidcSettings>> {
        let section = toml::from_str::<Section>(text).unwrap();
        provider(Some(section), &|name| {
            let found = environment.iter().find(|(named, _)| *named == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    const WHOLE: &str = "issuer = 'https://login.example.com'\nclient_id = 'tandem'\n\
                         client_secret = 'in the file'\nallowed_domains = ['example.com']";

    #[test]
    fn what_the_environment_says_of_the_provider_holds_before_the_file() {
        let settings = read(WHOLE, &[]).unwrap().unwrap();
        assert_eq!(settings.client_secret.as_deref(), Some("in the file"));
        assert_eq!(settings.label, "Company account");
        let said = [
            ("TANDEM_OIDC_ISSUER", "https://other.example.com"),
            ("TANDEM_OIDC_CLIENT_SECRET", "in the environment"),
        ];
        let settings = read(WHOLE, &said).unwrap().unwrap();
        assert_eq!(settings.issuer, "https://other.example.com");
        assert_eq!(settings.client_secret.as_deref(), Some("in the environment"));
        assert_eq!(read("", &[]).unwrap(), None, "nobody named one");
    }

    #[test]
    fn a_secret_is_read_from_the_first_line_of_its_own_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        std::fs::write(&path, "of the file\n").unwrap();
        let said = [("TANDEM_OIDC_CLIENT_SECRET_FILE", path.to_str().unwrap())];
        let settings = read(WHOLE, &said).unwrap().unwrap();
        assert_eq!(settings.client_secret.as_deref(), Some("of the file"));
        assert!(!format!("{settings:?}").contains("of the file"));
        std::fs::write(&path, "\n").unwrap();
        assert!(read(WHOLE, &said).unwrap_err().to_string().contains("empty"));
        std::fs::write(&path, "a".repeat(5000)).unwrap();
        assert!(read(WHOLE, &said).unwrap_err().to_string().contains("at most 4096"));
    }

    #[test]
    fn half_a_provider_is_refused_and_says_what_is_missing() {
        let half = read("issuer = 'https://login.example.com'", &[]).unwrap_err();
        assert!(half.to_string().contains("`client_id`"), "{half}");
        let half = read("client_id = 'tandem'", &[]).unwrap_err();
        assert!(half.to_string().contains("`issuer`"), "{half}");
    }
}
