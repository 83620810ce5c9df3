//! The mapping as data.

use crate::moment::TimeFormat;
use facts::{Instant, Kind, Origin, SubjectKind, TraitType};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the columns of a set of files mean.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// Names the source; part of every fact's key, so keep it from one export to the next.
    pub name: String,
    /// The IANA zone of times that name none.
    pub timezone: String,
    pub(crate) zone: TimeZone,
    /// The files in the order of reading.
    pub files: Vec<FileMapping>,
    /// Which facts should come before which.
    pub expect_order: Vec<ExpectedOrder>,
}

/// `[[file]]`.
#[derive(Clone, Debug)]
pub struct FileMapping {
    /// The file's name within the folder of the import.
    pub path: String,
    pub(crate) wanted: crate::table::Wanted,
    /// Every column that the mapping names.
    pub(crate) columns: Vec<String>,
    /// What a row speaks of.
    pub subjects: Vec<SubjectMapping>,
}

/// A column by its place in [`FileMapping::columns`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Column(pub(crate) usize);

/// `[[file.subject]]`: one of those that a row speaks of.
#[derive(Clone, Debug)]
pub struct SubjectMapping {
    /// What it is.
    pub kind: SubjectKind,
    /// Whether another file defines it.
    pub joins: bool,
    pub(crate) id: Identifier,
    pub(crate) identifiers: Vec<Identifier>,
    pub(crate) personal: Vec<(crate::PersonalField, Column)>,
    pub(crate) links: Vec<LinkMapping>,
    /// What is learned and what happened: traits first.
    pub facts: Vec<FactMapping>,
}

/// A name of a subject.
#[derive(Clone, Debug)]
pub(crate) struct Identifier {
    pub(crate) namespace: Arc<str>,
    pub(crate) column: Column,
}

/// A subject that this one belongs to.
#[derive(Clone, Debug)]
pub(crate) struct LinkMapping {
    pub(crate) name: &'static str,
    pub(crate) to_kind: SubjectKind,
    pub(crate) to: Identifier,
    pub(crate) time: TimeSource,
}

/// A trait, or `[[file.subject.fact]]`.
#[derive(Clone, Debug)]
pub struct FactMapping {
    /// Its name in the mapping, part of the keys of its facts.
    pub id: String,
    /// The kind of its facts.
    pub kind: Kind,
    /// The type of its values.
    pub value_type: TraitType,
    pub(crate) name: Source,
    pub(crate) value: Option<Source>,
    /// Whether nothing is recorded where the value is empty.
    pub(crate) needs_value: bool,
    pub(crate) actor: Option<Source>,
    pub(crate) origin: Origin,
    pub(crate) time: TimeSource,
    pub(crate) when: Option<Condition>,
}

/// Where a name, a value or an actor comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// The same in every row.
    Constant(Arc<str>),
    /// A column's cell.
    Cell(Cell),
}

/// How a column's cell is read.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) column: Column,
    /// Texts that say nothing.
    pub(crate) empty: Vec<String>,
    pub(crate) map: BTreeMap<String, Arc<str>>,
    pub(crate) otherwise: Otherwise,
    /// The least and the most that a number should be.
    pub(crate) range: Option<(f64, f64)>,
    pub(crate) reject_out_of_range: bool,
}

/// What is done with a text that the map does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Otherwise {
    /// The row is rejected.
    Reject,
    /// The text is taken as it is, and reported.
    Keep,
    /// Nothing is recorded, and the text is reported.
    Skip,
}

/// When a fact happened.
#[derive(Clone, Debug)]
pub(crate) struct TimeSource {
    /// The column that says it, and how.
    pub(crate) dated: Option<(Column, TimeFormat)>,
    /// What is assumed where no column says it, or its cell is empty.
    pub(crate) as_of: Option<Instant>,
}

/// When a row says a fact at all.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) column: Column,
    /// One of these texts; `None`: any that is not empty.
    pub(crate) one_of: Option<Vec<String>>,
}

/// `[[expect_order]]`: within a lead's story, the first of these comes no later than the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpectedOrder {
    /// At least two.
    pub facts: Vec<FactPattern>,
    /// What is said of a lead that contradicts it: `was won before its first contact`.
    pub contradiction: String,
}

/// `touch:form.landing_page`, or with a value: `opportunity:opportunity.stage=won`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactPattern {
    /// The kind.
    pub kind: Kind,
    /// The name.
    pub name: String,
    /// The text that the fact's value is.
    pub value: Option<String>,
}

impl Mapping {
    /// The zone of times that name none.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

impl FactMapping {
    /// Every name that its facts may have, as far as the mapping tells.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let (constant, cell) = match &self.name {
            Source::Constant(name) => (Some(&**name), None),
            Source::Cell(cell) => (None, Some(cell.map.values().map(|name| &**name))),
        };
        constant.into_iter().chain(cell.into_iter().flatten())
    }
}
