//! Facts and decisions in words.

use facts::{FactKey, Instant, Kind, Precision, SubjectId, Value, Vocabulary};
use lifecycle::{Cause, Change, Decision, VersionNumber, What};
use serde_json::json;
use store::RecordedChange;
use timeline::Row;

/// What a fact says, in words.
#[derive(Clone, PartialEq, Debug)]
pub enum Said {
    /// Nothing more than that it happened.
    Nothing,
    /// A number.
    Number(f64),
    /// A word or a text.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A moment.
    Moment(Instant),
    /// Another subject.
    Subject(SubjectId),
    /// Another fact of the same subject.
    Fact(FactKey),
}

/// One fact of a story, in words.
#[derive(Clone, PartialEq, Debug)]
pub struct StoryLine {
    /// When it takes effect.
    pub at: Instant,
    /// How precisely that is known.
    pub precision: Precision,
    /// Its kind.
    pub kind: Kind,
    /// Its name within the kind.
    pub name: String,
    /// What it says.
    pub said: Said,
    /// Who did it; empty when nobody or unknown.
    pub actor: String,
    /// Whether a person did it.
    pub is_human: bool,
    /// Its key, as decisions name it as their cause.
    pub key: FactKey,
}

/// One decision, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecisionLine {
    /// When it takes effect.
    pub at: Instant,
    /// How precisely that is known.
    pub precision: Precision,
    /// What was decided.
    pub what: What,
    /// The id of the stage, hand-off or promise.
    pub target: String,
    /// By which clause of the charter.
    pub clause: String,
    /// In which pass, counted from 1; 0 before the first.
    pub pass: u16,
    /// For clocks, when they are due at the latest.
    pub due: Option<Instant>,
    /// Why then.
    pub cause: Cause,
    /// The version in force.
    pub version: VersionNumber,
    /// The version whose terms apply.
    pub terms: VersionNumber,
}

/// One correction to what was decided, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeLine {
    /// When it was recorded.
    pub recorded_at: Instant,
    /// `made`, `moved` or `withdrawn`.
    pub change: &'static str,
    /// The decision: as it is now, or as it was for one withdrawn.
    pub decision: DecisionLine,
    /// For one moved, as it was.
    pub before: Option<DecisionLine>,
    /// Whether it takes effect before the first charter was adopted.
    pub retrospective: bool,
}

/// What is known of a trait now.
#[derive(Clone, PartialEq, Debug)]
pub struct TraitNow {
    /// The full name, `account.employees`.
    pub name: String,
    /// The value.
    pub said: Said,
    /// Since when.
    pub since: Instant,
    /// How precisely that is known.
    pub precision: Precision,
}

impl Said {
    /// A value in words.
    #[must_use]
    pub fn of(value: Value, vocabulary: &Vocabulary) -> Self {
        match value {
            Value::Nothing => Self::Nothing,
            Value::Number(number) => Self::Number(number),
            Value::Text(word) => Self::Text(vocabulary.word(word).to_owned()),
            Value::Flag(flag) => Self::Flag(flag),
            Value::Moment(at) => Self::Moment(at),
            Value::Subject(id) => Self::Subject(id),
            Value::Fact(key) => Self::Fact(key),
        }
    }
}

impl Said {
    /// As a value of JSON: times in RFC 3339, ids and keys as they are written.
    #[must_use]
    pub fn as_json(&self) -> serde_json::Value {
        match self {
            Self::Nothing => serde_json::Value::Null,
            Self::Number(number) => json!(number),
            Self::Text(text) => json!(text),
            Self::Flag(flag) => json!(flag),
            Self::Moment(at) => json!(at.to_string()),
            Self::Subject(id) => json!(id.to_string()),
            Self::Fact(key) => json!(key.to_string()),
        }
    }
}

impl StoryLine {
    pub(crate) fn of(row: &Row, key: FactKey, vocabulary: &Vocabulary) -> Option<Self> {
        let (kind, name) = vocabulary.name(row.code)?;
        Some(Self {
            at: row.at,
            precision: row.flags.precision(),
            kind,
            name: name.to_owned(),
            said: Said::of(row.value(), vocabulary),
            actor: vocabulary.word(row.actor).to_owned(),
            is_human: row.flags.is_human(),
            key,
        })
    }
}

impl DecisionLine {
    /// A decision in words.
    #[must_use]
    pub fn of(decision: &Decision, vocabulary: &Vocabulary) -> Self {
        Self {
            at: decision.at,
            precision: decision.precision,
            what: decision.key.what,
            target: vocabulary.word(decision.target).to_owned(),
            clause: vocabulary.word(decision.key.clause).to_owned(),
            pass: decision.pass,
            due: (decision.due != Instant::NEVER).then_some(decision.due),
            cause: decision.cause,
            version: decision.version,
            terms: decision.terms,
        }
    }
}

impl ChangeLine {
    pub(crate) fn of(recorded: &RecordedChange, vocabulary: &Vocabulary) -> Self {
        let line = |decision: &Decision| DecisionLine::of(decision, vocabulary);
        let (change, decision, before) = match &recorded.change {
            Change::Made(made) => ("made", line(made), None),
            Change::Moved { from, to } => ("moved", line(to), Some(line(from))),
            Change::Withdrawn(withdrawn) => ("withdrawn", line(withdrawn), None),
        };
        let RecordedChange { recorded_at, retrospective, .. } = *recorded;
        Self { recorded_at, change, decision, before, retrospective }
    }
}
