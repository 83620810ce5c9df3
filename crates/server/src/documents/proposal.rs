//! Proposals.

use super::moment;
use app::{Needed, ProposalPage};
use charter::{Change, ClauseChange};
use serde::Serialize;
use store::{ProposalComment, ProposalRecord, ProposalState};
use utoipa::ToSchema;

/// A proposal in a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct ProposalLine {
    pub(crate) id: u64,
    pub(crate) title: String,
    /// Who made it.
    pub(crate) who: String,
    pub(crate) opened_at: String,
    pub(crate) changed_at: String,
    /// From when it is to decide; absent: as soon as it is signed.
    pub(crate) takes_force: Option<String>,
    /// `open`, `withdrawn` or `adopted`.
    pub(crate) state: &'static str,
    /// The version that it became.
    pub(crate) version: Option<u16>,
}

/// A proposal as people read it.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ProposalDocument {
    #[serde(flatten)]
    pub(crate) line: ProposalLine,
    /// The version that it is compared with.
    pub(crate) base: u16,
    /// What changes, clause by clause, in the words of the charter.
    pub(crate) changes: Vec<ChangeDocument>,
    pub(crate) comments: Vec<CommentDocument>,
    /// The signatures that it needs, in the order in which they are asked.
    pub(crate) signatures: Vec<SignatureDocument>,
    /// The hash of its text: send it back to sign what was read.
    pub(crate) text_hash: String,
    /// The whole proposed charter's file.
    pub(crate) text: String,
}

/// A clause that changes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct ChangeDocument {
    pub(crate) clause: String,
    pub(crate) chapter: String,
    /// The part of the charter, which says who signs it.
    pub(crate) part: &'static str,
    /// `added`, `removed`, `changed` or `reworded`.
    pub(crate) change: &'static str,
    pub(crate) was: Option<String>,
    pub(crate) is: Option<String>,
}

/// What somebody said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct CommentDocument {
    pub(crate) id: u64,
    /// The clause that it is about; empty for the whole.
    pub(crate) clause: String,
    pub(crate) who: String,
    pub(crate) at: String,
    pub(crate) said: String,
}

/// A signature that is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct SignatureDocument {
    /// The role, as charters name it.
    pub(crate) role: String,
    /// The parts that it signs for.
    pub(crate) parts: Vec<&'static str>,
    /// Whether it signs after all others.
    pub(crate) is_last: bool,
    /// Who signed; absent while it is open.
    pub(crate) who: Option<String>,
    pub(crate) at: Option<String>,
    /// The hash that chains it to all signatures before.
    pub(crate) hash: Option<String>,
}

/// 32 bytes in hex.
pub(crate) fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 32 bytes from hex.
pub(crate) fn read_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}

impl ProposalLine {
    pub(crate) fn of(record: &ProposalRecord) -> Self {
        Self {
            id: record.id,
            title: record.title.clone(),
            who: record.who.clone(),
            opened_at: record.opened_at.to_string(),
            changed_at: record.changed_at.to_string(),
            takes_force: moment(record.takes_force),
            state: match record.state {
                ProposalState::Open => "open",
                ProposalState::Withdrawn => "withdrawn",
                ProposalState::Adopted => "adopted",
            },
            version: record.version,
        }
    }
}

impl ProposalDocument {
    pub(crate) fn of(page: &ProposalPage) -> Self {
        Self {
            line: ProposalLine::of(&page.record),
            base: page.base,
            changes: page.changes.iter().map(ChangeDocument::of).collect(),
            comments: page.comments.iter().map(CommentDocument::of).collect(),
            signatures: page.needed.iter().map(SignatureDocument::of).collect(),
            text_hash: hex(&page.text_hash),
            text: page.record.text.clone(),
        }
    }
}

impl ChangeDocument {
    pub(crate) fn of(change: &ClauseChange) -> Self {
        let (was, is) = match &change.change {
            Change::Added(is) => (None, Some(is)),
            Change::Removed(was) => (Some(was), None),
            Change::Changed { was, is } | Change::Reworded { was, is } => (Some(was), Some(is)),
        };
        Self {
            clause: change.clause.clone(),
            chapter: change.chapter.to_owned(),
            part: change.group.word(),
            change: change.change.word(),
            was: was.cloned(),
            is: is.cloned(),
        }
    }
}

impl CommentDocument {
    fn of(comment: &ProposalComment) -> Self {
        Self {
            id: comment.id,
            clause: comment.clause.clone(),
            who: comment.who.clone(),
            at: comment.at.to_string(),
            said: comment.said.clone(),
        }
    }
}

impl SignatureDocument {
    fn of(needed: &Needed) -> Self {
        let signed = needed.signed.as_ref();
        Self {
            role: needed.role.clone(),
            parts: needed.parts.iter().map(|part| part.word()).collect(),
            is_last: needed.is_last,
            who: signed.map(|signed| signed.who.clone()),
            at: signed.map(|signed| signed.at.to_string()),
            hash: signed.map(|signed| hex(&signed.hash)),
        }
    }
}
