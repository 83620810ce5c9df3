//! How a server is set up: arguments and environment before the config file.

use crate::arguments::{Global, LogShape, LogWeight, ServeArguments};
use crate::failure::Refusal;
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
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
    snapshots: Option<PathBuf>,
    log_format: Option<LogShape>,
    log_level: Option<LogWeight>,
}

/// How a server is set up.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Config {
    pub(super) place: Place,
    pub(super) listen: SocketAddr,
    /// Without a slash at the end.
    pub(super) public_url: String,
    pub(super) readers: u8,
    pub(super) snapshots: Option<PathBuf>,
    pub(super) log_format: LogShape,
    pub(super) log_level: LogWeight,
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
        Ok(Self {
            place,
            listen,
            public_url: public_url.trim_end_matches('/').to_owned(),
            readers,
            snapshots: asked.snapshots.clone().or(file.snapshots),
            log_format: asked.log_format.or(file.log_format).unwrap_or_default(),
            log_level: asked.log_level.or(file.log_level).unwrap_or_default(),
        })
    }
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
}
