//! `tandem charter set`, `add`, `remove` and `move`: one change to a charter's file.

use super::difference::{as_json, show};
use super::{file, problems, text_of};
use crate::arguments::{BesideArguments, EditedFile};
use crate::exit::Exit;
use crate::failure::{Problem, Refusal};
use crate::screen::Screen;
use charter::{Edit, EditError, Edited, KeyPath, Next, Written};
use serde_json::json;

/// Gives a key a value.
pub(crate) fn set(asked: &EditedFile, value: &str, screen: &mut Screen) -> anyhow::Result<Exit> {
    let value = Written::Said(value.to_owned());
    run(asked, &Edit::Set { at: path(asked)?, value }, screen)
}

/// Adds a clause, or a text to a list.
pub(crate) fn add(
    asked: &EditedFile,
    keys: &[String],
    beside: &BesideArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let at = path(asked)?;
    let pairs: Option<Vec<_>> = keys.iter().map(|key| pair(key)).collect();
    let edit = match (pairs, keys) {
        (Some(keys), _) => Edit::Add { at, keys, next: next(beside) },
        (None, [item]) if next(beside).is_none() => {
            Edit::Include { at, item: Written::Said(item.clone()) }
        }
        (None, _) => {
            let message = "a clause is written as KEY=VALUE, each in quotes where it has spaces";
            let help = "such as: tandem charter add charter.toml icp.fit \
                        when=\"account.is_target\" points=20";
            return Err(Refusal::new("bad_clause", message, help).into());
        }
    };
    run(asked, &edit, screen)
}

/// Removes a clause or a key.
pub(crate) fn remove(asked: &EditedFile, screen: &mut Screen) -> anyhow::Result<Exit> {
    run(asked, &Edit::Remove { at: path(asked)? }, screen)
}

/// Moves a clause or a key.
pub(crate) fn shift(
    asked: &EditedFile,
    beside: &BesideArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Some(next) = next(beside) else {
        let message = "where to?";
        let help = "say --before or --after, and beside which: an id, or an ordinal";
        return Err(Refusal::new("bad_clause", message, help).into());
    };
    run(asked, &Edit::Move { at: path(asked)?, next }, screen)
}

fn path(asked: &EditedFile) -> Result<KeyPath, Refusal> {
    KeyPath::parse(&asked.path).map_err(|error| refusal(asked, &error))
}

fn refusal(asked: &EditedFile, error: &EditError) -> Refusal {
    let message = error.to_string();
    Refusal::new(error.word(), message, error.help()).at(asked.file.display().to_string())
}

fn next(beside: &BesideArguments) -> Option<Next> {
    let before = beside.before.clone().map(Next::Before);
    before.or_else(|| beside.after.clone().map(Next::After))
}

/// `points=20`; `account.employees >= 50` is no such pair.
fn pair(text: &str) -> Option<(String, Written)> {
    let (key, value) = text.split_once('=')?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let key = key.trim();
    (!key.is_empty() && key.chars().all(is_key))
        .then(|| (key.to_owned(), Written::Said(value.trim().to_owned())))
}

/// Makes the change, says what it means, and writes it when the charter is sound then.
fn run(asked: &EditedFile, edit: &Edit, screen: &mut Screen) -> anyhow::Result<Exit> {
    let before = text_of(&asked.file)?;
    let edited = match charter::edit(&before, edit) {
        Ok(edited) => edited,
        Err(EditError::NotToml(found)) => {
            problems(&asked.file, &found, screen)?;
            return Ok(Exit::Refused);
        }
        Err(error) => return Err(refusal(asked, &error).into()),
    };
    let is_sound = edited.check().is_ok();
    let writes = !asked.dry_run && !edited.splices.is_empty() && (is_sound || asked.draft);
    if writes {
        file::replace(&asked.file, &before, &edited.text)?;
    }
    tell(asked, &before, &edited, writes, screen)?;
    Ok(if is_sound || asked.draft { Exit::Fine } else { Exit::Refused })
}

fn tell(
    asked: &EditedFile,
    before: &str,
    edited: &Edited,
    written: bool,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let place = asked.file.display().to_string();
    let (was, is) = (charter::read(before), edited.check());
    let changes = match (&was, &is) {
        (Ok(was), Ok(is)) => charter::diff(was, is),
        _ => Vec::new(),
    };
    if screen.is_json() {
        let found = is.as_ref().err().map_or(&[][..], |found| found.problems());
        screen.document(&json!({
            "path": place,
            "written": written,
            "sound": is.is_ok(),
            "problems": found.iter().map(Problem::of_charter).collect::<Vec<_>>(),
            "changes": changes.iter().map(as_json).collect::<Vec<_>>(),
        }))?;
        return Ok(());
    }
    match (&was, &is) {
        (Ok(was), Ok(is)) => show(was, is, &changes, screen)?,
        (_, Err(found)) => screen.line(found.render(&place))?,
        (Err(_), Ok(is)) => screen.line(format!("“{}” is sound now.", is.name))?,
    }
    screen.gap()?;
    screen.line(match () {
        () if edited.splices.is_empty() => format!("{place} says so already."),
        () if written => format!("{place} is changed."),
        () if asked.dry_run => format!("{place} is left as it is: this was a dry run."),
        () => {
            format!(
                "{place} is left as it is: it would not be sound. To write it all the same: --draft"
            )
        }
    })?;
    Ok(())
}
