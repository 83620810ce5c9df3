//! One thing to tell, before it is known to whom exactly.

use super::kind::NoticeKind;
use facts::{FactKey, Instant, SubjectId, Vocabulary};
use lifecycle::DecisionKey;
use serde::{Deserialize, Serialize};
use store::NewMessage;

/// The channel of what is not addressed to anybody by name yet.
pub(crate) const TO_ADDRESS: &str = "to_address";

/// One thing to tell.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Notice {
    /// What it is about: whatever takes that back takes this back.
    pub(crate) about: String,
    pub(crate) kind: NoticeKind,
    pub(crate) lead: Option<SubjectId>,
    pub(crate) to: Vec<Audience>,
    /// How many seconds it waits at least, so that an undo stops it.
    pub(crate) wait_seconds: i64,
    pub(crate) payload: Payload,
}

/// For whom something is, as charters and facts say it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Audience {
    /// The person of this word, as assignments name people.
    Person(String),
    /// Everybody with this role, or of this team, queue or side.
    Role(String),
    /// Programs that asked for it.
    Programs,
}

/// What a notice says, by ids and words of the ledger only.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Payload {
    /// When it happened, in microseconds.
    pub(crate) at: i64,
    /// For promises: when it is or was due, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<i64>,
    /// The id of the stage, hand-off or promise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) target: String,
    /// By which clause of the charter.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) clause: String,
    /// In which version of the charter; 0 for none.
    pub(crate) version: u16,
    /// Whether that is a trial.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) trial: bool,
    /// For verdicts: which.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) verdict: String,
    /// For verdicts: why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) reason: String,
    /// Who did it, as a word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) by: String,
    /// For assignments: who has the lead now, as a word.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) who: String,
    /// For corrections: what kind of notice is corrected.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) corrects: String,
    /// For corrections: the key of the message that is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) corrected_key: String,
    /// For proposals: which.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) proposal: String,
}

impl Payload {
    /// Reads what was written; nothing of it where that is not understood any more.
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    pub(crate) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Audience {
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Person(word) => format!("person:{word}"),
            Self::Role(word) => format!("role:{word}"),
            Self::Programs => "programs".to_owned(),
        }
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some(("person", word)) => Some(Self::Person(word.to_owned())),
            Some(("role", word)) => Some(Self::Role(word.to_owned())),
            _ => (text == "programs").then_some(Self::Programs),
        }
    }
}

impl Notice {
    /// The messages to add, one for each audience.
    pub(crate) fn messages(&self, now: Instant) -> impl Iterator<Item = NewMessage> {
        let not_before = now.plus(facts::Seconds(self.wait_seconds));
        self.to.iter().map(move |audience| {
            let recipient = audience.written();
            NewMessage {
                key: format!("{}>{recipient}", self.about),
                about: self.about.clone(),
                kind: self.kind.word().to_owned(),
                subject: self.lead,
                channel: TO_ADDRESS.to_owned(),
                recipient,
                payload: self.payload.written(),
                digest: String::new(),
                not_before,
            }
        })
    }
}

/// What a notice of a decision is about: the decision's key.
pub(crate) fn about_decision(lead: SubjectId, key: DecisionKey, words: &Vocabulary) -> String {
    let DecisionKey { what, clause, pass, nth } = key;
    format!("{}/{lead}/{}/{:x}/{nth}", what.word(), words.word(clause), pass.0)
}

/// What a notice of a fact is about: the fact's key.
pub(crate) fn about_fact(what: &str, lead: SubjectId, key: FactKey) -> String {
    format!("{what}/{lead}/{:x}", key.0)
}
