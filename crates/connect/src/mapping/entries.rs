//! Small words of the mapping: names, namespaces, subjects, kinds.

use super::model::{Column, IdForm, Identifier};
use super::problem::Problems;
use super::table::{Table, Text};
use crate::nearest::did_you_mean;
use facts::{Kind, SubjectKind};
use std::sync::Arc;

const WORD_BYTES_MAX: usize = 100;

/// A name of small letters, digits, `.`, `_` and `-`.
pub(super) fn id_word(text: &str) -> Result<String, String> {
    let valid =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    match (1..=WORD_BYTES_MAX).contains(&text.len()) && text.chars().all(valid) {
        true => Ok(text.to_owned()),
        false => Err("write small letters, digits, `.`, `_` and `-`".to_owned()),
    }
}

pub(super) fn subject_kind(text: &str) -> Result<SubjectKind, String> {
    match text {
        "person" => Ok(SubjectKind::Person),
        "account" => Ok(SubjectKind::Account),
        "opportunity" => Ok(SubjectKind::Opportunity),
        _ => Err(did_you_mean(text, ["person", "account", "opportunity"], "word")),
    }
}

/// A kind that a row can say: links, retractions and erasures are made otherwise.
pub(super) fn fact_kind(text: &str) -> Result<Kind, String> {
    let writable = |kind: &Kind| !matches!(kind, Kind::Link | Kind::Retraction | Kind::Erasure);
    let words = Kind::ALL.into_iter().filter(writable).map(Kind::word);
    let kind = Kind::from_word(text).filter(writable);
    kind.ok_or_else(|| did_you_mean(text, words, "kind"))
}

/// The columns that a file's mapping names, each once.
#[derive(Default)]
pub(super) struct Columns(pub(super) Vec<String>);

impl Columns {
    pub(super) fn column(&mut self, text: &Text<'_>) -> Column {
        let known = self.0.iter().position(|name| name == text.value);
        Column(known.unwrap_or_else(|| {
            self.0.push(text.value.to_owned());
            self.0.len() - 1
        }))
    }
}

/// `namespace`, `column` and `form` of a table.
pub(super) fn identifier<'a>(
    table: &mut Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<Identifier> {
    let namespace = table.needed_text("namespace", "\"our-crm.contact\"", problems);
    let column = table.needed_text("column", "\"Contact Id\"", problems);
    let namespace = namespace.and_then(|text| problems.parsed(&text, "a namespace", id_word));
    let form = table.text("form", problems).and_then(|text| {
        problems.parsed(&text, "a form of identifiers", |word| match word {
            "plain" => Ok(IdForm::Plain),
            "lower" => Ok(IdForm::Lower),
            "salesforce" => Ok(IdForm::Salesforce),
            _ => Err(did_you_mean(word, ["plain", "lower", "salesforce"], "form")),
        })
    });
    Some(Identifier {
        namespace: Arc::from(namespace?),
        column: columns.column(&column?),
        form: form.unwrap_or_default(),
    })
}
