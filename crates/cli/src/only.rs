//! Figures of some things only.

use crate::failure::Refusal;

/// What `--where` says: by what, and the value.
pub(crate) fn read(only: Option<&str>) -> anyhow::Result<Option<(String, String)>> {
    let Some(only) = only else { return Ok(None) };
    let pair = only.split_once('=').map(|(by, value)| (by.to_owned(), value.to_owned()));
    let pair = pair.ok_or_else(|| {
        let message = format!("`{only}` is no TRAIT=VALUE");
        Refusal::new("bad_filter", message, "write --where lead.source=webinar, for example")
    })?;
    Ok(Some(pair))
}

/// What is said before figures of which only some things are counted; nothing where all are.
pub(crate) fn opening(only: Option<&(String, String)>) -> String {
    let only = only.map(|(by, value)| match value.as_str() {
        "" => format!("Where {by} is not known. "),
        value => format!("Where {by} is {value}. "),
    });
    only.unwrap_or_default()
}
