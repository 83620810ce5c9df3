//! Leads who belong to no account: finding where they do, and the choices to link and to unlink
//! them.
//!
//! What identifies people and companies is read here, compared by the pure crate `identity`, and
//! goes into no fact: a link holds two ids and the reason.
//!
//! Whoever was ever linked to an account, by a source or by somebody, is left alone: so matching
//! twice changes nothing, and what was taken back stays so.

mod gather;
mod link;

pub use link::{Placed, Unplaced};
pub(crate) use link::{Since, certain_links};

use crate::engine::Engine;
use crate::error::AppError;
use facts::{SubjectId, Vocabulary};
use gather::{Known, workplaces};
use identity::{Belonging, Doubt, Sign, Workplace};
use std::collections::{BTreeMap, BTreeSet};
use store::View;

/// Where leads without an account belong.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MatchesAnswer {
    /// How many leads were looked at: those without an account of whose company something is known.
    pub leads: usize,
    /// Who certainly belongs where, in order of lead.
    pub certain: Vec<Match>,
    /// Whom somebody should look at, in order of lead.
    pub review: Vec<DoubtfulMatch>,
    /// Companies that no account is known of, each by its domain or its name, with how many leads
    /// it has; the most first.
    pub elsewhere: Vec<(String, usize)>,
}

/// A lead who certainly belongs to an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Match {
    /// The lead.
    pub lead: SubjectId,
    /// The account.
    pub account: SubjectId,
    /// Why.
    pub signs: BTreeSet<Sign>,
}

/// A lead who may belong to one of some accounts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DoubtfulMatch {
    /// The lead.
    pub lead: SubjectId,
    /// The accounts, each with what speaks for it.
    pub accounts: Vec<(SubjectId, BTreeSet<Sign>)>,
    /// Why it is not certain.
    pub doubt: Doubt,
}

impl Match {
    /// Why, in words: `same mail domain, same company name`.
    #[must_use]
    pub fn reason(&self) -> String {
        reason(&self.signs)
    }
}

/// What speaks for an account, in words.
#[must_use]
pub fn reason(signs: &BTreeSet<Sign>) -> String {
    signs.iter().map(|sign| sign.words()).collect::<Vec<_>>().join(", ")
}

impl Engine {
    /// Looks for the accounts of all leads who have none. People who were merged into another
    /// count as that one.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn matches(&self) -> Result<MatchesAnswer, AppError> {
        matches_among(self.store.view(), &self.vocabulary, None)
    }
}

/// Looks for the accounts of those of these people, or of all, who have none.
pub(crate) fn matches_among(
    view: View<'_>,
    vocabulary: &Vocabulary,
    among: Option<&[SubjectId]>,
) -> Result<MatchesAnswer, AppError> {
    let known = Known::read(view)?;
    let mut answer = MatchesAnswer::default();
    let mut elsewhere: BTreeMap<String, usize> = BTreeMap::new();
    // Where nobody can be found by anything, nobody needs to be looked at.
    if among.is_some() && known.accounts.is_empty() {
        return Ok(answer);
    }
    for (lead, workplace) in workplaces(view, vocabulary, among)? {
        answer.leads += 1;
        let id = |place: u32| known.ids[place as usize];
        match known.accounts.of(&workplace) {
            Belonging::Nowhere => *elsewhere.entry(called(&workplace)).or_default() += 1,
            Belonging::Certain { account, signs } => {
                answer.certain.push(Match { lead, account: id(account), signs });
            }
            Belonging::Doubtful { accounts, doubt } => {
                let accounts = accounts.into_iter().map(|(place, signs)| (id(place), signs));
                let accounts = accounts.collect();
                answer.review.push(DoubtfulMatch { lead, accounts, doubt });
            }
        }
    }
    answer.elsewhere = elsewhere.into_iter().collect();
    answer.elsewhere.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    Ok(answer)
}

/// What to call a company that is no account: its domain, else its name.
fn called(workplace: &Workplace) -> String {
    let domain = workplace.mail.iter().chain(&workplace.websites).next().cloned();
    let name = || workplace.names.first().map(ToString::to_string);
    domain.or_else(name).unwrap_or_default()
}
