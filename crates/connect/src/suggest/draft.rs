//! A mapping under way: what will be written, with the reason of each part.

use super::profile::Ordered;
use std::collections::BTreeMap;

/// A whole mapping.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) name: String,
    pub(crate) timezone: String,
    pub(crate) zone_is_guess: bool,
    pub(crate) files: Vec<FileDraft>,
    pub(crate) orders: Vec<OrderDraft>,
}

/// `[[file]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct FileDraft {
    pub(crate) path: String,
    pub(crate) delimiter: Option<u8>,
    /// What it is, and why.
    pub(crate) says: Vec<String>,
    /// The format of each column of times that is used.
    pub(crate) times: BTreeMap<String, TimeDraft>,
    pub(crate) dated: Option<String>,
    pub(crate) as_of: Option<String>,
    /// Smaller files whose columns are added.
    pub(crate) joins: Vec<JoinDraft>,
    pub(crate) subjects: Vec<SubjectDraft>,
    /// Columns that are left out, with the reason.
    pub(crate) left_out: Vec<(String, String)>,
}

/// `[[file.join]]`.
#[derive(Clone, Debug)]
pub(crate) struct JoinDraft {
    pub(crate) path: String,
    pub(crate) key: String,
    pub(crate) prefix: String,
    pub(crate) column: String,
}

#[derive(Clone, Debug)]
pub(crate) struct TimeDraft {
    pub(crate) format: String,
    pub(crate) ordered: Ordered,
}

/// `[[file.subject]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct SubjectDraft {
    pub(crate) kind: &'static str,
    pub(crate) id: IdDraft,
    pub(crate) joins: bool,
    pub(crate) identifiers: Vec<IdDraft>,
    /// Field and column.
    pub(crate) personal: Vec<(&'static str, String)>,
    pub(crate) links: Vec<LinkDraft>,
    pub(crate) traits: Vec<TraitDraft>,
    pub(crate) facts: Vec<FactDraft>,
    pub(crate) says: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct IdDraft {
    pub(crate) namespace: String,
    pub(crate) column: String,
}

/// Whom a subject belongs to, and since when.
#[derive(Clone, Debug)]
pub(crate) struct LinkDraft {
    pub(crate) to: &'static str,
    pub(crate) id: IdDraft,
    pub(crate) when: When,
}

/// When something happened: a column of times, a date that is assumed, both, or as the file says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct When {
    pub(crate) dated: Option<String>,
    pub(crate) as_of: Option<String>,
}

/// A trait.
#[derive(Clone, Debug, Default)]
pub(crate) struct TraitDraft {
    pub(crate) name: String,
    pub(crate) cell: CellDraft,
    /// Another name than that of the trait, where two files tell of it.
    pub(crate) id: Option<String>,
    /// `number` or `flag`.
    pub(crate) value_type: Option<&'static str>,
    pub(crate) only: Option<Only>,
    pub(crate) when: When,
    pub(crate) says: Option<String>,
}

/// A column with how its cells are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct CellDraft {
    pub(crate) column: String,
    /// Words that stand for nothing, besides the empty cell.
    pub(crate) empty: Vec<String>,
    pub(crate) map: BTreeMap<String, String>,
    /// What is done with a text that the map does not have.
    pub(crate) otherwise: Option<&'static str>,
}

/// `[[file.subject.fact]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct FactDraft {
    pub(crate) kind: &'static str,
    pub(crate) id: Option<String>,
    pub(crate) name: Option<Source>,
    pub(crate) value: Option<Source>,
    pub(crate) value_type: Option<&'static str>,
    pub(crate) actor: Option<String>,
    pub(crate) is_human: bool,
    pub(crate) only: Option<Only>,
    pub(crate) when: When,
    pub(crate) says: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) enum Source {
    Constant(String),
    Cell(CellDraft),
}

/// Of which rows a fact is told.
#[derive(Clone, Debug)]
pub(crate) enum Only {
    Filled(String),
    OneOf(String, Vec<String>),
}

/// `[[expect_order]]`.
#[derive(Clone, Debug)]
pub(crate) struct OrderDraft {
    pub(crate) facts: Vec<String>,
    pub(crate) contradiction: String,
}

impl FileDraft {
    /// A date of every column is one that is used.
    pub(crate) fn uses(&mut self, column: &str, time: TimeDraft) {
        self.times.insert(column.to_owned(), time);
    }
}

impl SubjectDraft {
    /// Whether any part of it names a column.
    pub(crate) fn names(&self, column: &str) -> bool {
        let ids = std::iter::once(&self.id).chain(&self.identifiers);
        ids.chain(self.links.iter().map(|link| &link.id)).any(|id| id.column == column)
            || self.personal.iter().any(|(_, own)| own == column)
            || self.traits.iter().any(|one| one.cell.column == column)
            || self.facts.iter().any(|fact| fact.names(column))
    }
}

impl FactDraft {
    fn names(&self, column: &str) -> bool {
        let of = |source: &Option<Source>| matches!(source, Some(Source::Cell(cell)) if cell.column == column);
        let only = match &self.only {
            Some(Only::Filled(own) | Only::OneOf(own, _)) => own == column,
            None => false,
        };
        of(&self.name) || of(&self.value) || only || self.actor.as_deref() == Some(column)
    }
}
