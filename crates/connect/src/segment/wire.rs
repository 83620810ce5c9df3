//! Messages as they are written: each field that means something to us as the text of its value,
//! looked at only where it is needed, so that a fault can say its field.

use super::TRAITS_MAX;
use super::message::Trait;
use super::traits;
use facts::{Instant, TimeError};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The text of a value; none for a field that is absent or null.
pub(super) type Raw<'a> = Option<&'a RawValue>;

/// One message.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct MessageWire<'a> {
    #[serde(borrow)]
    pub(super) r#type: Raw<'a>,
    #[serde(borrow)]
    pub(super) anonymous_id: Raw<'a>,
    #[serde(borrow)]
    pub(super) user_id: Raw<'a>,
    #[serde(borrow)]
    pub(super) message_id: Raw<'a>,
    #[serde(borrow)]
    pub(super) timestamp: Raw<'a>,
    #[serde(borrow)]
    pub(super) original_timestamp: Raw<'a>,
    #[serde(borrow)]
    pub(super) sent_at: Raw<'a>,
    #[serde(borrow)]
    pub(super) context: Raw<'a>,
    #[serde(borrow)]
    pub(super) traits: Raw<'a>,
    #[serde(borrow)]
    pub(super) properties: Raw<'a>,
    #[serde(borrow)]
    pub(super) event: Raw<'a>,
    #[serde(borrow)]
    pub(super) name: Raw<'a>,
    #[serde(borrow)]
    pub(super) category: Raw<'a>,
    #[serde(borrow)]
    pub(super) group_id: Raw<'a>,
    #[serde(borrow)]
    pub(super) previous_id: Raw<'a>,
    #[serde(borrow)]
    pub(super) write_key: Raw<'a>,
}

/// A batch.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct BatchWire<'a> {
    #[serde(borrow)]
    pub(super) batch: Raw<'a>,
    #[serde(borrow)]
    pub(super) sent_at: Raw<'a>,
    #[serde(borrow)]
    pub(super) context: Raw<'a>,
    #[serde(borrow)]
    pub(super) write_key: Raw<'a>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ContextWire<'a> {
    #[serde(borrow)]
    pub(super) user_agent: Raw<'a>,
    #[serde(borrow)]
    pub(super) campaign: Raw<'a>,
    #[serde(borrow)]
    pub(super) page: Raw<'a>,
    #[serde(borrow)]
    pub(super) traits: Raw<'a>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct CampaignWire<'a> {
    #[serde(borrow)]
    pub(super) name: Raw<'a>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PageWire<'a> {
    #[serde(borrow)]
    pub(super) path: Raw<'a>,
    #[serde(borrow)]
    pub(super) url: Raw<'a>,
    #[serde(borrow)]
    pub(super) name: Raw<'a>,
    #[serde(borrow)]
    pub(super) category: Raw<'a>,
}

/// What is wrong with a field of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fault {
    /// The field within the message; empty for the message itself.
    pub(super) path: String,
    pub(super) reason: String,
    pub(super) help: String,
}

impl Fault {
    pub(super) fn new(path: &str, reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self { path: path.to_owned(), reason: reason.into(), help: help.into() }
    }
}

/// A text without blanks around it; none where it is empty. A whole number is its digits, since
/// many send the number of a row as an id.
pub(super) fn text<'a>(
    raw: Raw<'a>,
    path: &str,
    bytes_max: usize,
) -> Result<Option<Cow<'a, str>>, Fault> {
    let Some(raw) = raw.map(RawValue::get) else { return Ok(None) };
    let text = match raw.as_bytes() {
        [b'"', .., b'"'] => string(raw).ok_or_else(|| {
            Fault::new(path, "the text holds half of a letter", "write it as whole UTF-8")
        })?,
        [b'-' | b'0'..=b'9', ..] if raw.bytes().skip(1).all(|digit| digit.is_ascii_digit()) => {
            Cow::Borrowed(raw)
        }
        _ => return Err(Fault::new(path, "this is no text", "write it as \"…\"")),
    };
    if text.len() > bytes_max {
        let reason = format!("the text has {} bytes, more than {bytes_max}", text.len());
        return Err(Fault::new(path, reason, "shorten it"));
    }
    if text.contains('\0') {
        return Err(Fault::new(path, "the text holds the character 0", "leave it out"));
    }
    let trimmed = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Ok(Some(trimmed).filter(|text| !text.is_empty()))
}

/// The text of a JSON string; mostly it is as it is written.
fn string(raw: &str) -> Option<Cow<'_, str>> {
    match raw.contains('\\') {
        false => Some(Cow::Borrowed(&raw[1..raw.len() - 1])),
        true => serde_json::from_str(raw).ok().map(Cow::Owned),
    }
}

/// The longest time, in bytes.
const TIME_BYTES_MAX: usize = 64;

/// A time, written as RFC 3339 with its offset.
pub(super) fn time(raw: Raw<'_>, path: &str) -> Result<Option<Instant>, Fault> {
    let Some(text) = text(raw, path, TIME_BYTES_MAX)? else { return Ok(None) };
    Instant::parse(&text).map(Some).map_err(|error| match error {
        TimeError::Malformed(_) => Fault::new(
            path,
            "this is no time with its offset from UTC",
            "write it like 2026-03-01T09:30:00.000Z",
        ),
        TimeError::OutOfRange(_) => Fault::new(
            path,
            "this is outside the years 1990 to 2099",
            "correct the clock of the sender, or leave the time out",
        ),
    })
}

/// An object whose fields are known; empty where it is absent.
pub(super) fn object<'a, T: Deserialize<'a> + Default>(
    raw: Raw<'a>,
    path: &str,
) -> Result<T, Fault> {
    let Some(raw) = raw.map(RawValue::get) else { return Ok(T::default()) };
    if !raw.starts_with('{') {
        return Err(Fault::new(path, "this is no object", "write it as { … }"));
    }
    serde_json::from_str(raw).map_err(|error| Fault::new(path, words(&error), "write it again"))
}

/// An object of any fields.
pub(super) fn flattened<'a>(raw: Raw<'a>, path: &str) -> Result<Vec<Trait<'a>>, Fault> {
    let Some(raw) = raw.map(RawValue::get) else { return Ok(Vec::new()) };
    if !raw.starts_with('{') {
        return Err(Fault::new(path, "this is no object", "write it as { … }"));
    }
    traits::flatten(raw, TRAITS_MAX).map_err(|(within, reason)| {
        let path = if within.is_empty() { path.to_owned() } else { format!("{path}.{within}") };
        Fault::new(&path, reason, "send fewer of them, or flatter ones")
    })
}

/// What serde says, without its place, which counts within the part.
pub(super) fn words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or(text.clone(), |at| text[..at].to_owned())
}
