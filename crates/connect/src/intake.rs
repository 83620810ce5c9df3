//! What a row says, before anything is stored.

use facts::{FactKey, Instant, Kind, Origin, Precision, SubjectKind};
use std::sync::Arc;

/// A subject by the name that its source gives it: unique within the namespace.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Reference {
    /// Who gives the names, `olist.mql`.
    pub namespace: Arc<str>,
    /// The name, as the source writes it, without blanks around it.
    pub id: String,
}

/// A row that could be read: everything that it says of one or several subjects.
#[derive(Clone, PartialEq, Debug)]
pub struct Intake {
    /// The line of the file where the row begins, from 1.
    pub line: u64,
    /// Whom the row is about.
    pub subjects: Vec<SubjectIntake>,
}

/// What a row says about one subject.
#[derive(Clone, PartialEq, Debug)]
pub struct SubjectIntake {
    /// Which subject of the file's mapping it is, counted from 0.
    pub index: usize,
    /// What it is.
    pub kind: SubjectKind,
    /// Its name.
    pub id: Reference,
    /// Whether another file is expected to define it: then a name that nobody knows is reported.
    pub joins: bool,
    /// Other names of the same subject.
    pub identifiers: Vec<Reference>,
    /// What identifies a person; kept apart from facts.
    pub personal: Vec<(PersonalField, String)>,
    /// Which subjects it belongs to.
    pub links: Vec<LinkIntake>,
    /// What happened, or was learned.
    pub facts: Vec<FactIntake>,
}

/// Values that identify a person and live apart from facts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PersonalField {
    /// What they are called.
    Name,
    /// Where they get mail.
    Email,
    /// Where they are called.
    Phone,
    /// What the company is called that they work for.
    Company,
    /// The web address of the company: of an account its own, of a person that of the employer.
    Website,
}

impl PersonalField {
    /// Every field.
    pub const ALL: [Self; 5] = [Self::Name, Self::Email, Self::Phone, Self::Company, Self::Website];

    /// The field's word, as in mappings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Company => "company",
            Self::Website => "website",
        }
    }
}

/// A choice of the source: this subject belongs to that one.
#[derive(Clone, PartialEq, Debug)]
pub struct LinkIntake {
    /// The name of the link fact: `account`, `lead` or `merge`.
    pub name: &'static str,
    /// What the other subject is.
    pub to_kind: SubjectKind,
    /// The other subject.
    pub to: Reference,
    /// Since when.
    pub occurred_at: Instant,
    /// How precisely that is known.
    pub precision: Precision,
    /// The link's key among the facts of its subject.
    pub key: FactKey,
}

/// A fact before its words have numbers and its subject an id.
#[derive(Clone, PartialEq, Debug)]
pub struct FactIntake {
    /// Its kind.
    pub kind: Kind,
    /// Its name within the kind.
    pub name: Arc<str>,
    /// What it says.
    pub value: RawValue,
    /// When it happened.
    pub occurred_at: Instant,
    /// How precisely that is known; unknown where the mapping assumes a date.
    pub precision: Precision,
    /// Who did it, as the source names them.
    pub actor: Option<String>,
    /// Who or what told us.
    pub origin: Origin,
    /// Its key among the facts of its subject.
    pub key: FactKey,
}

/// A value before words have numbers.
#[derive(Clone, PartialEq, Debug)]
pub enum RawValue {
    /// Nothing more than that it happened.
    Nothing,
    /// A number.
    Number(f64),
    /// A word or a text.
    Text(String),
    /// True or false.
    Flag(bool),
}
