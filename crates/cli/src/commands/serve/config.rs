//! How a server is set up: arguments and environment before the config file.

use super::oidc;
use crate::arguments::{Global, LogShape, LogWeight, ServeArguments};
use crate::failure::Refusal;
use app::Site;
use connect::oidc::OidcSettings;
use connect::sending::{Encryption, Mail, MailSettings, Reach};
use serde::Deserialize;
use server::{Rates, WaysOut};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use store::Place;

/// The config file.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields)]
struct File {
    db: Option<PathBuf>,
    listen: Option<SocketAddr>,
    public_url: Option<String>,
    readers: Option<u8>,
    figures_memory_mb: Option<u32>,
    snapshots: Option<PathBuf>,
    uploads: Option<PathBuf>,
    log_format: Option<LogShape>,
    log_level: Option<LogWeight>,
    #[serde(default)]
    trusted_proxies: Vec<IpAddr>,
    rates: Option<RatesSection>,
    smtp: Option<Smtp>,
    webhooks: Option<Webhooks>,
    oidc: Option<oidc::Section>,
}

/// How often somebody may ask, in requests per second; 0 for any number.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct RatesSection {
    per_user: Option<u32>,
    per_address: Option<u32>,
}

/// The mail server.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Smtp {
    host: String,
    port: Option<u16>,
    encryption: Option<String>,
    user: Option<String>,
    /// Better in the environment, as `TANDEM_SMTP_PASSWORD`.
    password: Option<String>,
    from: String,
}

/// Without the password.
impl std::fmt::Debug for Smtp {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Smtp").field("host", &self.host).finish_non_exhaustive()
    }
}

/// What webhooks may do.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields)]
struct Webhooks {
    #[serde(default)]
    reach_own_network: bool,
}

/// The variable with the password of the mail server.
const SMTP_PASSWORD: &str = "TANDEM_SMTP_PASSWORD";

/// How a server is set up.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Config {
    pub(super) place: Place,
    pub(super) listen: SocketAddr,
    /// Without a slash at the end.
    pub(super) public_url: String,
    pub(super) readers: u8,
    /// How much memory what is known of all leads may take, for figures.
    pub(super) figures_memory_mb: u32,
    pub(super) snapshots: Option<PathBuf>,
    /// The folder for files to import; none where the ledger is no file and nobody named one.
    pub(super) uploads: Option<PathBuf>,
    pub(super) log_format: LogShape,
    pub(super) log_level: LogWeight,
    pub(super) ways_out: WaysOut,
    pub(super) trusted_proxies: Vec<IpAddr>,
    pub(super) rates: Rates,
    pub(super) oidc: Option<OidcSettings>,
}

/// Only this machine reaches it.
const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
const READERS: u8 = 4;

impl Config {
    pub(super) fn of(global: &Global, asked: &ServeArguments) -> anyhow::Result<Self> {
        let file = asked.config.as_deref().map(read).transpose()?.unwrap_or_default();
        let place = match (&global.db, file.db) {
            (None, Some(path)) => Place::from(path.as_path()),
            _ => global.ledger(),
        };
        let listen = asked.listen.or(file.listen).unwrap_or(LISTEN);
        let public_url = asked.public_url.clone().or(file.public_url);
        let public_url = match public_url {
            None => format!("http://{listen}"),
            Some(url) if url.starts_with("https://") || url.starts_with("http://") => url,
            Some(url) => {
                let message = format!("`{url}` is no address that a browser opens");
                let help = "write it whole, such as https://tandem.example.com";
                return Err(Refusal::new("public_url", message, help).into());
            }
        };
        let readers = asked.readers.or(file.readers).unwrap_or(READERS);
        if !(1..=64).contains(&readers) {
            let message = format!("{readers} readers are not 1 to 64");
            let help = "4 are enough for most; more help where many look at once";
            return Err(Refusal::new("readers", message, help).into());
        }
        let mail =
            file.smtp.map(|smtp| mail(smtp, std::env::var(SMTP_PASSWORD).ok())).transpose()?;
        let reach = match file.webhooks.unwrap_or_default().reach_own_network {
            true => Reach::Anywhere,
            false => Reach::World,
        };
        let oidc = oidc::provider(file.oidc, &|name| std::env::var(name).ok())?;
        let rates = file.rates.map_or_else(Rates::default, RatesSection::rates);
        let trusted_proxies = proxies(file.trusted_proxies)?;
        let beside = place.file().map(|file| {
            let mut name = file.file_name().unwrap_or_default().to_owned();
            name.push(".uploads");
            file.with_file_name(name)
        });
        let figures_memory_mb = asked.figures_memory_mb.or(file.figures_memory_mb);
        Ok(Self {
            figures_memory_mb: figures_memory_mb.unwrap_or((Site::FIGURES_BYTES >> 20) as u32),
            uploads: asked.uploads.clone().or(file.uploads).or(beside),
            place,
            ways_out: WaysOut { mail, reach },
            trusted_proxies,
            rates,
            oidc,
            listen,
            public_url: public_url.trim_end_matches('/').to_owned(),
            readers,
            snapshots: asked.snapshots.clone().or(file.snapshots),
            log_format: asked.log_format.or(file.log_format).unwrap_or_default(),
            log_level: asked.log_level.or(file.log_level).unwrap_or_default(),
        })
    }
}

impl RatesSection {
    /// What is left out is as when nothing is said.
    fn rates(self) -> Rates {
        let usual = Rates::default();
        Rates {
            per_actor: self.per_user.map_or(usual.per_actor, NonZeroU32::new),
            per_address: self.per_address.map_or(usual.per_address, NonZeroU32::new),
        }
    }
}

/// The most proxies whose word is taken.
const PROXIES_MAX: usize = 100;

/// Proxies as the addresses of connections are compared with them.
fn proxies(named: Vec<IpAddr>) -> anyhow::Result<Vec<IpAddr>> {
    if named.len() > PROXIES_MAX {
        let message = format!("{} trusted proxies are more than {PROXIES_MAX}", named.len());
        let help = "name only those that connect to Tandem themselves";
        return Err(Refusal::new("trusted_proxies", message, help).into());
    }
    Ok(named.into_iter().map(|address| address.to_canonical()).collect())
}

/// The mail server as it is spoken to.
fn mail(smtp: Smtp, password: Option<String>) -> anyhow::Result<MailSettings> {
    let Smtp { host, port, encryption, user, password: written, from } = smtp;
    let word = encryption.unwrap_or_else(|| Encryption::default().word().to_owned());
    let encryption = Encryption::from_word(&word).ok_or_else(|| {
        let message = format!("`{word}` is no encryption of mail");
        Refusal::new("smtp", message, "write tls, starttls or none")
    })?;
    let usual = match encryption {
        Encryption::Tls => 465,
        Encryption::StartTls => 587,
        Encryption::None => 25,
    };
    let sign_in = match (user, password.or(written)) {
        (Some(user), Some(password)) => Some((user, password)),
        (None, _) => None,
        (Some(_), None) => {
            let message = "there is a user for the mail server and no password";
            let help = "set the variable TANDEM_SMTP_PASSWORD, or leave the user out";
            return Err(Refusal::new("smtp", message, help).into());
        }
    };
    let mail = MailSettings { host, port: port.unwrap_or(usual), encryption, sign_in, from };
    if let Err(error) = Mail::new(&mail) {
        return Err(Refusal::new("smtp", error.to_string(), "correct it under [smtp]").into());
    }
    Ok(mail)
}

fn read(path: &Path) -> anyhow::Result<File> {
    let refused = |message: String| {
        Refusal::new("config", message, "see docs/operations.md for what may stand in it")
            .at(path.display().to_string())
    };
    let text = std::fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
    Ok(toml::from_str(&text).map_err(|error| refused(error.to_string()))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_config_file_says_every_setting_and_nothing_else() {
        let file: File = toml::from_str(
            "db = 'postgres://tandem@db.example.com/tandem'\nlisten = '0.0.0.0:80'\n\
             public_url = 'https://tandem.example.com'\nreaders = 8\nsnapshots = '/var/lib/t'\n\
             log_format = 'json'\nlog_level = 'warn'",
        )
        .unwrap();
        assert_eq!((file.readers, file.log_format), (Some(8), Some(LogShape::Json)));
        let error = toml::from_str::<File>("port = 80").unwrap_err().to_string();
        assert!(error.contains("`port`") && error.contains("line 1"), "{error}");
    }

    #[test]
    fn rates_are_per_second_and_none_of_them_is_any_number() {
        let text = "trusted_proxies = ['192.0.2.1', '::ffff:192.0.2.2']\n[rates]\nper_address = 0";
        let file: File = toml::from_str(text).unwrap();
        let rates = file.rates.unwrap().rates();
        assert_eq!((rates.per_address, rates.per_actor), (None, Rates::default().per_actor));
        let trusted: Vec<_> = proxies(file.trusted_proxies).unwrap();
        assert_eq!(trusted, ["192.0.2.1", "192.0.2.2"].map(|it| it.parse::<IpAddr>().unwrap()));
        assert!(proxies(vec![IpAddr::V4(Ipv4Addr::LOCALHOST); 101]).is_err());
        assert!(toml::from_str::<File>("trusted_proxies = ['proxy']").is_err(), "no name");
    }

    #[test]
    fn a_mail_server_is_asked_for_encryption_and_signs_in_with_a_password_of_the_environment() {
        let file = |text: &str| toml::from_str::<File>(text).unwrap().smtp.unwrap();
        let text =
            "[smtp]\nhost = 'mail.example.com'\nuser = 'tandem'\nfrom = 'tandem@example.com'";
        let settings = mail(file(text), Some("secret".to_owned())).unwrap();
        assert_eq!((settings.port, settings.encryption), (587, Encryption::StartTls));
        assert_eq!(settings.sign_in, Some(("tandem".to_owned(), "secret".to_owned())));
        assert!(!format!("{settings:?}").contains("secret"));
        assert!(mail(file(text), None).unwrap_err().to_string().contains("no password"));
        let wrong = format!("{text}\nencryption = 'ssl'");
        assert!(mail(file(&wrong), None).unwrap_err().to_string().contains("`ssl`"));
        let nobody = "[smtp]\nhost = 'mail.example.com'\nfrom = 'nobody'";
        assert!(mail(file(nobody), None).unwrap_err().to_string().contains("address"));
    }
}
