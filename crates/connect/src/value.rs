//! From a cell's text to a value.

use crate::RawValue;
use crate::amount;
use crate::mapping::{Cell, Otherwise};
use crate::moment::short;
use crate::note::NoteKind;
use facts::TraitType;
use std::sync::Arc;

/// The longest text that a fact holds, in characters: facts hold words, not letters.
pub(crate) const TEXT_CHARS_MAX: usize = 500;

/// Why a cell cannot be read, and what to do.
pub(crate) type Fault = (String, String);

/// A cell after its map: nothing, a word of the map, or its own text.
pub(crate) enum Said<'a> {
    Nothing,
    Mapped(Arc<str>),
    Own(&'a str),
}

/// Reads a cell through `empty` and `map`; what is odd goes to `note`.
pub(crate) fn said<'a>(
    cell: &Cell,
    column: &str,
    text: &'a str,
    note: &mut impl FnMut(NoteKind, String),
) -> Result<Said<'a>, Fault> {
    let text = text.trim();
    if cell.empty.iter().any(|empty| empty == text) {
        return Ok(Said::Nothing);
    }
    if text.chars().count() > TEXT_CHARS_MAX {
        let reason = format!("the cell has more than {TEXT_CHARS_MAX} characters");
        return Err((reason, "shorten it, or leave the column out of the mapping".to_owned()));
    }
    let lower = (cell.lower || cell.ignore_case).then(|| text.to_lowercase());
    if let Some(word) = cell.map.get(lower.as_deref().unwrap_or(text)) {
        return Ok(Said::Mapped(Arc::clone(word)));
    }
    let own = || match &lower {
        Some(lower) if cell.lower && lower != text => Said::Mapped(Arc::from(lower.as_str())),
        _ => Said::Own(text),
    };
    if cell.map.is_empty() {
        return Ok(own());
    }
    if cell.otherwise == Otherwise::Reject {
        let reason = format!("`{}` is not in the map of `{column}`", short(text));
        let help = "add it to the map, or correct the cell";
        return Err((reason, help.to_owned()));
    }
    let kept = cell.otherwise == Otherwise::Keep;
    note(NoteKind::UnknownValue { column: column.to_owned(), kept }, short(text));
    Ok(if kept { own() } else { Said::Nothing })
}

/// A text as a value of a type, written as the cell says.
pub(crate) fn typed(text: &str, value_type: TraitType, cell: &Cell) -> Result<RawValue, Fault> {
    match value_type {
        TraitType::Text => Ok(RawValue::Text(text.to_owned())),
        TraitType::Number => amount::number(text, cell.decimal).map(RawValue::Number),
        TraitType::Flag => flag(text, &cell.words).map(RawValue::Flag),
    }
}

fn flag(text: &str, [yes, no]: &[Vec<String>; 2]) -> Result<bool, Fault> {
    let small = text.to_lowercase();
    if yes.is_empty() && no.is_empty() {
        return match small.as_str() {
            "true" | "yes" | "t" | "y" | "1" => Ok(true),
            "false" | "no" | "f" | "n" | "0" => Ok(false),
            _ => {
                let reason = format!("`{}` is neither true nor false", short(text));
                let help = "write true or false, yes or no, 1 or 0, or say `yes = [\"…\"]` and \
                            `no = [\"…\"]` in the mapping";
                Err((reason, help.to_owned()))
            }
        };
    }
    match (yes.contains(&small), no.contains(&small)) {
        (true, _) => Ok(true),
        (false, true) => Ok(false),
        _ => {
            let reason =
                format!("`{}` is neither of {} nor of {}", short(text), list(yes), list(no));
            Err((reason, "correct the cell, or add its word to `yes` or `no`".to_owned()))
        }
    }
}

fn list(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

/// Compares a number, and the text that it was read from, with the range that is expected of it.
pub(crate) fn check_range(
    cell: &Cell,
    (value, text): (&RawValue, &str),
    name: &str,
    note: &mut impl FnMut(NoteKind, String),
) -> Result<(), Fault> {
    let (Some((least, most)), RawValue::Number(number)) = (cell.range, value) else {
        return Ok(());
    };
    if (least..=most).contains(number) {
        return Ok(());
    }
    let range = format!("{least} to {most}");
    if cell.reject_out_of_range {
        let reason = format!("`{}` is outside {range}", short(text));
        return Err((reason, "correct the number, or widen the range".to_owned()));
    }
    note(NoteKind::OutOfRange { name: name.to_owned(), range }, short(text));
    Ok(())
}
