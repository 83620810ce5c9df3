//! The mapping as data.

use crate::amount::Currency;
use crate::moment::TimeFormat;
use facts::{Instant, Kind, Origin, SubjectKind, TraitType};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
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
    /// How amounts in several currencies become one.
    pub(crate) money: Option<Money>,
    /// Which facts should come before which.
    pub expect_order: Vec<ExpectedOrder>,
    /// Whether leads that come without an account are linked to the one that they certainly belong
    /// to.
    pub match_accounts: bool,
}

/// `[currency]`: how amounts in several currencies become one.
#[derive(Clone, Debug)]
pub(crate) struct Money {
    /// The currency that they become.
    pub(crate) into: Currency,
    /// What one of the major unit is worth in `into`.
    pub(crate) rates: BTreeMap<Currency, f64>,
}

/// `[[file]]`.
#[derive(Clone, Debug)]
pub struct FileMapping {
    /// The file's name within the folder of the import.
    pub path: String,
    pub(crate) wanted: crate::table::Wanted,
    /// Every column that the mapping names.
    pub(crate) columns: Vec<String>,
    /// The IANA zone of its times that name none.
    pub(crate) zone: TimeZone,
    /// Smaller files whose columns are added by a key.
    pub(crate) joins: Vec<JoinMapping>,
    /// Which rows are read at all.
    pub(crate) when: Vec<Condition>,
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
    /// When a row speaks of it.
    pub(crate) when: Vec<Condition>,
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
    pub(crate) form: IdForm,
}

/// How an identifier is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum IdForm {
    /// As it is.
    #[default]
    Plain,
    /// Large and small letters mean the same.
    Lower,
    /// An id of Salesforce, with 15 or 18 characters.
    Salesforce,
}

/// `[[file.join]]`: a smaller file whose columns are added to each row.
#[derive(Clone, Debug)]
pub(crate) struct JoinMapping {
    /// Its name within the folder of the import.
    pub(crate) path: String,
    pub(crate) wanted: crate::table::Wanted,
    /// Its column that the key is looked up in.
    pub(crate) key: String,
    /// The key as the rows have it.
    pub(crate) on: Cell,
    /// What stands before the names of its columns.
    pub(crate) prefix: String,
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
    /// The kind of its facts; none where each word of its map says the whole fact.
    pub(crate) kind: Option<Kind>,
    /// What the words of the map say, where they say the whole fact.
    pub(crate) patterns: BTreeMap<Arc<str>, FactPattern>,
    /// The type of its values.
    pub value_type: TraitType,
    pub(crate) name: Source,
    pub(crate) value: Option<Source>,
    pub(crate) actor: Option<Source>,
    pub(crate) origin: Origin,
    pub(crate) time: TimeSource,
    pub(crate) when: Vec<Condition>,
    /// The currency of an amount.
    pub(crate) currency: Option<Source>,
}

/// The currency of a fact's amounts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FactCurrency<'a> {
    /// The same in every row.
    Always(&'a str),
    /// Each row says its own.
    OfRow,
}

/// Where a name, a value or an actor comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// The same in every row.
    Constant(Arc<str>),
    /// A column's cell.
    Cell(Cell),
    /// The class of the mail address in a column, which rules may know.
    EmailClass(Column),
}

/// How a column's cell is read.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) column: Column,
    /// Texts that are wrong in the source, each with the right one; reported.
    pub(crate) correct: BTreeMap<String, Arc<str>>,
    /// What is to be known about the column; reported with its values.
    pub(crate) remark: Option<Arc<str>>,
    /// Texts that say nothing.
    pub(crate) empty: Vec<String>,
    /// Whether large letters are made small first.
    pub(crate) lower: bool,
    /// Keys in small letters where `ignore_case` is set.
    pub(crate) map: BTreeMap<String, Arc<str>>,
    /// Whether large and small letters are the same to the map.
    pub(crate) ignore_case: bool,
    pub(crate) otherwise: Otherwise,
    /// The least and the most that a number should be.
    pub(crate) range: Option<(f64, f64)>,
    pub(crate) reject_out_of_range: bool,
    /// What stands before the fraction of a number; where it is said, thousands may be grouped.
    pub(crate) decimal: Option<Decimal>,
    /// Words for true and for false, in small letters; the usual ones where both are empty.
    pub(crate) words: [Vec<String>; 2],
}

/// What stands before the fraction of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Decimal {
    /// A point; commas, blanks or apostrophes may group thousands.
    Point,
    /// A comma; points, blanks or apostrophes may group thousands.
    Comma,
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
    pub(crate) dated: Option<(Column, Vec<TimeFormat>)>,
    /// What is assumed where no column says it, or its cell is empty.
    pub(crate) as_of: Option<AsOf>,
}

/// A date that is assumed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AsOf {
    /// Always this one.
    At(Instant),
    /// When the file was exported, as it is said when importing.
    Export,
}

/// When a row says a fact at all.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) column: Column,
    /// One of these texts; `None`: any that is not empty.
    pub(crate) one_of: Option<Vec<String>>,
    /// Whether it holds where that is not so.
    pub(crate) is_not: bool,
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

impl FileMapping {
    /// The files whose columns are added to its rows.
    pub fn joined(&self) -> impl Iterator<Item = &str> {
        self.joins.iter().map(|join| join.path.as_str())
    }

    /// When the file was exported, of which `export` is what was said: the latest date that it
    /// assumes, where it assumes one.
    #[must_use]
    pub fn as_of(&self, export: Instant) -> Option<Instant> {
        let at = |time: &TimeSource| match time.as_of? {
            AsOf::At(at) => Some(at),
            AsOf::Export => Some(export),
        };
        let of_subject = |subject: &SubjectMapping| {
            let facts = subject.facts.iter().map(|fact| &fact.time);
            facts.chain(subject.links.iter().map(|link| &link.time)).filter_map(at).max()
        };
        self.subjects.iter().filter_map(of_subject).max()
    }

    /// Whether something in it is dated by the export.
    #[must_use]
    pub fn is_dated_by_export(&self) -> bool {
        let of_subject = |subject: &SubjectMapping| {
            let facts = subject.facts.iter().map(|fact| &fact.time);
            let links = subject.links.iter().map(|link| &link.time);
            facts.chain(links).any(|time| time.as_of == Some(AsOf::Export))
        };
        self.subjects.iter().any(of_subject)
    }
}

impl Mapping {
    /// The code of the currency that all amounts are converted into, where they are.
    #[must_use]
    pub fn currency(&self) -> Option<&'static str> {
        self.money.as_ref().map(|money| money.into.code())
    }

    /// The namespaces by which its files define people: an identifier of one of these names a
    /// record of a person.
    #[must_use]
    pub fn records_of_people(&self) -> BTreeSet<Arc<str>> {
        let subjects = self.files.iter().flat_map(|file| &file.subjects);
        let defined = subjects.filter(|it| it.kind == SubjectKind::Person && !it.joins);
        defined.map(|subject| Arc::clone(&subject.id.namespace)).collect()
    }

    /// When files were exported, as people write it: `2026-11-22`, a day in the zone of the mapping,
    /// or `2026-11-22T09:30:00Z`; none when it is neither.
    #[must_use]
    pub fn export_time(&self, text: &str) -> Option<Instant> {
        super::time::read_as_of(text, &self.zone).ok()
    }

    /// The zone of times that name none.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

impl SubjectMapping {
    /// The names of its traits that no column dates.
    #[must_use]
    pub fn undated_traits(&self) -> Vec<String> {
        let undated = self.facts.iter().filter(|fact| fact.time.dated.is_none());
        let said = undated.flat_map(FactMapping::says);
        said.filter(|(kind, _)| *kind == Kind::Trait).map(|(_, name)| name.to_owned()).collect()
    }
}

impl FactMapping {
    /// Whether it is derived from a personal value, and not written in the mapping.
    pub(crate) const fn is_derived(&self) -> bool {
        matches!(self.value, Some(Source::EmailClass(_)))
    }

    /// The currency of its amounts, where every row has the same.
    #[must_use]
    pub fn currency(&self) -> Option<FactCurrency<'_>> {
        self.currency.as_ref().map(|source| match source {
            Source::Constant(code) => FactCurrency::Always(code),
            Source::Cell(_) | Source::EmailClass(_) => FactCurrency::OfRow,
        })
    }

    /// Every kind and name that its facts may have, as far as the mapping tells.
    #[must_use]
    pub fn says(&self) -> Vec<(Kind, &str)> {
        let Some(kind) = self.kind else {
            return self.patterns.values().map(|fact| (fact.kind, fact.name.as_str())).collect();
        };
        match &self.name {
            Source::Constant(name) => vec![(kind, name)],
            Source::Cell(cell) => cell.map.values().map(|name| (kind, &**name)).collect(),
            Source::EmailClass(_) => Vec::new(),
        }
    }
}
