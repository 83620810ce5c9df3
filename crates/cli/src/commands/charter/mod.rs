//! `tandem charter new`, `check`, `read`, `diff`, `set`, `add`, `remove`, `move` and `adopt`.

mod adopt;
mod difference;
mod editing;
mod file;
mod reading;
mod ready;

pub(crate) use adopt::adopt;
pub(crate) use difference::diff;
pub(crate) use editing::{add, remove, set, shift};
pub(crate) use reading::read;
pub(crate) use ready::new;

use crate::arguments::Global;
use crate::exit::Exit;
use crate::failure::{Problem, Refusal};
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::count;
use charter::{Charter, Diagnostics};
use serde_json::json;
use std::fs;
use std::path::Path;

/// A charter's file, to the letter.
pub(crate) fn text_of(path: &Path) -> anyhow::Result<String> {
    let place = path.display().to_string();
    let size = fs::metadata(path).map(|meta| meta.len());
    let text = match size {
        // Reading stops at what `charter::read` refuses anyway.
        Ok(size) if size > charter::FILE_BYTES_MAX as u64 => Err(format!(
            "it has {size} bytes, and a charter has at most {}",
            charter::FILE_BYTES_MAX
        )),
        _ => fs::read_to_string(path).map_err(|error| error.to_string()),
    };
    text.map_err(|reason| {
        let message = format!("the charter cannot be read: {reason}");
        let help =
            "name a charter's TOML file: a short agreement, such as `tandem charter new` writes";
        Refusal::new("unreadable", message, help).at(place).into()
    })
}

/// The charter of a file; `None` when it has problems, which are told.
fn charter_of(path: &Path, screen: &mut Screen) -> anyhow::Result<Option<Charter>> {
    match charter::read(&text_of(path)?) {
        Ok(charter) => Ok(Some(charter)),
        Err(found) => problems(path, &found, screen).map(|()| None),
    }
}

/// The charter that is in force.
fn in_force(global: &Global) -> anyhow::Result<Charter> {
    let Ledger { engine, now } = Ledger::open(global)?;
    Ok(engine.reign()?.at(now).1.charter.clone())
}

/// Says everything that is wrong with a charter.
pub(crate) fn check(path: &Path, screen: &mut Screen) -> anyhow::Result<Exit> {
    match charter::read(&text_of(path)?) {
        Ok(charter) => {
            sound(path, &charter, screen)?;
            Ok(Exit::Fine)
        }
        Err(found) => {
            problems(path, &found, screen)?;
            Ok(Exit::Refused)
        }
    }
}

fn sound(path: &Path, charter: &Charter, screen: &mut Screen) -> anyhow::Result<()> {
    let promises = charter.promises.len() + charter.counted.len();
    if screen.is_json() {
        screen.document(&json!({
            "path": path.display().to_string(),
            "sound": true,
            "name": charter.name,
            "stages": charter.stages.len(),
            "promises": promises,
            "problems": [],
        }))?;
        return Ok(());
    }
    screen.line(format!(
        "{} is sound: “{}”, {}, {}.",
        path.display(),
        charter.name,
        count(charter.stages.len(), "stage"),
        count(promises, "promise"),
    ))?;
    screen.line(format!("Read it in plain English: tandem charter read {}", path.display()))?;
    Ok(())
}

fn problems(path: &Path, found: &Diagnostics, screen: &mut Screen) -> anyhow::Result<()> {
    if screen.is_json() {
        let problems: Vec<_> = found.problems().iter().map(Problem::of_charter).collect();
        screen.document(&json!({
            "path": path.display().to_string(),
            "sound": false,
            "problems": problems,
            "left_out": found.left_out(),
        }))?;
        return Ok(());
    }
    screen.line(found.render(&path.display().to_string()))?;
    Ok(())
}
