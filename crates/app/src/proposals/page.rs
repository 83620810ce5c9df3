//! A proposal as people read it: what changes, who said what, who signed, who is still asked.

use super::Draft;
use crate::engine::Engine;
use crate::error::AppError;
use charter::{Change, Charter, ClauseChange, ClauseGroup, Side, diff};
use facts::Instant;
use store::{ProposalComment, ProposalRecord, Signature};

/// A proposal as people read it.
#[derive(Clone, PartialEq, Debug)]
pub struct ProposalPage {
    /// The proposal.
    pub record: ProposalRecord,
    /// The version that it is compared with: the one in force; 0 before the first.
    pub base: u16,
    /// What changes, clause by clause.
    pub changes: Vec<ProposedChange>,
    /// What was said of it, in order.
    pub comments: Vec<ProposalComment>,
    /// Whose signatures it needs, in the order in which they are asked.
    pub needed: Vec<Needed>,
    /// The hash of its text: what a signature is put under.
    pub text_hash: [u8; 32],
}

/// A clause that changes.
pub type ProposedChange = ClauseChange;

/// A signature that a proposal needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Needed {
    /// The role, as charters name it.
    pub role: String,
    /// The parts that it signs for.
    pub parts: Vec<ClauseGroup>,
    /// Whether it signs after all others.
    pub is_last: bool,
    /// The signature, if it stands.
    pub signed: Option<SignedBy>,
}

/// A signature that stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedBy {
    /// Who.
    pub who: String,
    /// When.
    pub at: Instant,
    /// The hash that chains it to all signatures before.
    pub hash: [u8; 32],
}

impl Engine {
    /// Whose signatures a text needs that nobody signed yet.
    pub(super) fn needed_for(&self, proposed: &Charter, now: Instant) -> Vec<Needed> {
        let in_force = self.reign.as_ref().map(|reign| reign.at(now));
        let before = in_force.map(|(_, program)| &program.charter);
        let changes = before.map_or_else(Vec::new, |before| diff(before, proposed));
        needed(before, proposed, &changes, &[])
    }

    /// A proposal as people read it.
    ///
    /// # Errors
    /// When there is none, or the ledger cannot be read.
    pub fn proposal(&self, id: u64, now: Instant) -> Result<ProposalPage, AppError> {
        let record = self.proposal_record(id)?;
        let comments = self.store.view().comments_on(id, Draft::COMMENTS_MAX)?;
        let proposed = charter::read(&record.text)
            .map_err(|problems| AppError::Charter(Box::new(problems)))?;
        let in_force = self.reign.as_ref().map(|reign| reign.at(now));
        let base = in_force.map_or(0, |(number, _)| number.0);
        let before = in_force.map(|(_, program)| &program.charter);
        let changes = before.map_or_else(Vec::new, |before| diff(before, &proposed));
        let text_hash = Signature::hash_of(&record.text);
        let signatures = self.store.view().signatures()?;
        let standing: Vec<_> = signatures
            .iter()
            .filter(|it| it.proposal == id && it.text_hash == text_hash && it.base == base)
            .collect();
        let needed = needed(before, &proposed, &changes, &standing);
        Ok(ProposalPage { record, base, changes, comments, needed, text_hash })
    }
}

/// The roles that can sign as things stand: who signs last is asked when nobody else is.
pub(super) fn asked_now<'n>(open: &[&'n Needed]) -> Vec<&'n str> {
    let only_last = open.iter().all(|needed| needed.is_last);
    open.iter().filter(|it| only_last || !it.is_last).map(|it| it.role.as_str()).collect()
}

/// Whose signatures are needed: of the roles that the charter in force asks for the parts that
/// change, and of those that the proposal itself asks. Who promises more than before signs last.
fn needed(
    before: Option<&Charter>,
    proposed: &Charter,
    changes: &[ClauseChange],
    standing: &[&Signature],
) -> Vec<Needed> {
    let parts: Vec<ClauseGroup> = match before {
        None => ClauseGroup::ALL.to_vec(),
        Some(_) => {
            let touched = |part: &ClauseGroup| changes.iter().any(|change| change.group == *part);
            ClauseGroup::ALL.into_iter().filter(touched).collect()
        }
    };
    let mut needed: Vec<Needed> = Vec::new();
    for part in parts {
        for charter in before.into_iter().chain([proposed]) {
            for role in charter.signers.of(part) {
                match needed.iter_mut().find(|needed| needed.role == role) {
                    Some(known) if known.parts.contains(&part) => {}
                    Some(known) => known.parts.push(part),
                    None => needed.push(Needed {
                        role: role.to_owned(),
                        parts: vec![part],
                        is_last: false,
                        signed: None,
                    }),
                }
            }
        }
    }
    let last = promises_of_marketing(before, proposed, changes).then_some("marketing_head");
    needed.sort_by_key(|needed| Some(needed.role.as_str()) == last);
    for one in &mut needed {
        one.is_last = Some(one.role.as_str()) == last;
        one.signed = standing.iter().find(|it| it.role == one.role).map(|it| SignedBy {
            who: it.who.clone(),
            at: it.at,
            hash: it.hash,
        });
    }
    needed
}

/// Whether it changes what marketing must deliver.
fn promises_of_marketing(
    before: Option<&Charter>,
    proposed: &Charter,
    changes: &[ClauseChange],
) -> bool {
    changes.iter().filter(|change| change.group == ClauseGroup::Promises).any(|change| {
        let Some(id) = change.clause.strip_prefix("promise.") else { return false };
        let charter = match change.change {
            Change::Removed(_) => before,
            _ => Some(proposed),
        };
        charter.is_some_and(|charter| {
            let timed = charter.promises.iter().map(|promise| (&promise.id, promise.by));
            let counted = charter.counted.iter().map(|promise| (&promise.id, promise.by));
            timed.chain(counted).any(|(known, by)| known == id && by == Side::Marketing)
        })
    })
}
