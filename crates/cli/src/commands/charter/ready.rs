//! `tandem charter new`: a ready charter to start from.

use crate::arguments::{NewArguments, Ready};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::screen::Screen;
use app::ReadyCharter;
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

/// The text of a ready charter.
const fn text(ready: Ready) -> &'static str {
    match ready {
        Ready::B2bSaas => ReadyCharter::B2B_SAAS.text,
        Ready::SmbInbound => ReadyCharter::SMB_INBOUND.text,
        Ready::EnterpriseAbm => ReadyCharter::ENTERPRISE_ABM.text,
    }
}

/// Writes a ready charter to a file that is not there yet.
pub(crate) fn new(asked: &NewArguments, screen: &mut Screen) -> anyhow::Result<Exit> {
    let path = asked.file.display().to_string();
    let opened = OpenOptions::new().write(true).create_new(true).open(&asked.file);
    let written = opened.and_then(|mut file| {
        file.write_all(text(asked.from).as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| {
        let refusal = match error.kind() {
            ErrorKind::AlreadyExists => Refusal::new(
                "file_exists",
                "there is a file of this name, and it is left as it is",
                "name another file: tandem charter new other.toml",
            ),
            _ => Refusal::new(
                "cannot_write",
                format!("the charter cannot be written: {error}"),
                "name a file in a folder that you may write to",
            ),
        };
        refusal.at(&path)
    })?;
    if screen.is_json() {
        screen.document(&json!({ "path": path }))?;
        return Ok(Exit::Fine);
    }
    screen.line(format!("{path} is a charter to start from."))?;
    screen.line(format!("Read it together:        tandem charter read {path}"))?;
    screen.line(format!("Change it, and check it: tandem charter check {path}"))?;
    screen.line(format!("Try it, telling nobody:  tandem charter adopt {path} --trial"))?;
    Ok(Exit::Fine)
}
