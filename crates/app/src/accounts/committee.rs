//! Target accounts: how well their buying committees are covered, and who is missing next.

use super::{AccountRow, Following};
use crate::books::Known as KnownLead;
use crate::engine::Engine;
use crate::error::AppError;
use crate::people::LeadScope;
use facts::{Instant, Kind, SubjectId, Value};
use insight::persona;
use lifecycle::{Folder, Routes};
use std::collections::BTreeMap;
use timeline::{Known, assemble};

/// Which accounts are looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CommitteeFilter {
    /// Not only target accounts (`account.is_target`), but all with a story.
    pub all: bool,
    /// Only those of whose people whoever asks sees somebody, or that are given to them.
    pub scope: LeadScope,
    /// How many come before: the cursor of an earlier list.
    pub after: u32,
    /// At most so many, up to [`CommitteeFilter::LIMIT_MAX`].
    pub limit: u32,
}

impl CommitteeFilter {
    /// The most accounts of one list.
    pub const LIMIT_MAX: u32 = 200;
}

/// Accounts with their buying committees, the most engaged first, and then those that fit best.
#[derive(Clone, PartialEq, Debug)]
pub struct CommitteeList {
    /// The personas of the charter in force, in its order, by id: the roles that decide together.
    pub roles: Vec<String>,
    /// The accounts of this page.
    pub rows: Vec<Committee>,
    /// How many there are on all pages together.
    pub count: usize,
    /// Of those, the ones with somebody of every role.
    pub complete: usize,
    /// Of how many accounts each role is the next that is missing, in the order of the roles.
    pub missing: Vec<usize>,
    /// Where to go on: give it as [`CommitteeFilter::after`]; `None` at the end.
    pub next: Option<u32>,
}

/// The buying committee of an account.
#[derive(Clone, PartialEq, Debug)]
pub struct Committee {
    /// The account, with its fit and engagement.
    pub row: AccountRow,
    /// Whether it is a target account.
    pub is_target: bool,
    /// How many people of each role belong to it now, in the order of [`CommitteeList::roles`].
    pub people: Vec<usize>,
    /// How many people belong to it now who are of no role.
    pub others: usize,
}

impl Committee {
    /// The next missing role: the first in the charter's order that nobody has, by index.
    #[must_use]
    pub fn missing(&self) -> Option<usize> {
        self.people.iter().position(|people| *people == 0)
    }

    /// How many roles somebody has.
    #[must_use]
    pub fn covered(&self) -> usize {
        self.people.iter().filter(|people| **people > 0).count()
    }
}

/// What makes an account a target.
const IS_TARGET: &str = "account.is_target";

impl Engine {
    /// Target accounts with fit, engagement and how well their buying committees are covered, by
    /// what is known now. A person is of the first persona of the charter whose rule holds.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the ledger cannot be read.
    pub fn committees(
        &self,
        filter: &CommitteeFilter,
        now: Instant,
    ) -> Result<CommitteeList, AppError> {
        let charter = &self.reign()?.at(now).1.charter;
        let roles: Vec<String> = charter.personas.iter().map(|it| it.id.clone()).collect();
        // Who belongs to which account, and of which role they are.
        let routes = Routes::new(charter, self.vocabulary());
        let mut members: BTreeMap<SubjectId, (Vec<usize>, usize)> = BTreeMap::new();
        self.each_known(|KnownLead { story, .. }| {
            let Some(account) = routes.account(story, now) else { return Ok(()) };
            let role = persona(charter, story.rows, self.vocabulary(), now);
            let role = role.and_then(|id| roles.iter().position(|role| role == id));
            let (people, others) =
                members.entry(account).or_insert_with(|| (vec![0; roles.len()], 0));
            match role {
                Some(role) => people[role] += 1,
                None => *others += 1,
            }
            Ok(())
        })?;
        let following = self.looking(now)?;
        let mut folder = following.reign.as_ref().map(Folder::new);
        let mut rows = Vec::new();
        for &account in following.ledger.people.keys() {
            let is_target = self.is_target(&following, account, now);
            if !is_target && !filter.all {
                continue;
            }
            let row = following.row_of(&mut folder, account, now);
            if !self.sees_account(&filter.scope, &following, &row, now)? {
                continue;
            }
            let (people, others) =
                members.remove(&account).unwrap_or_else(|| (vec![0; roles.len()], 0));
            rows.push(Committee { row, is_target, people, others });
        }
        rows.sort_by(|one, other| {
            let by = |it: &Committee| (it.row.engagement, it.row.fit);
            let ((one_engaged, one_fits), (engaged, fits)) = (by(one), by(other));
            let by_engagement = engaged.total_cmp(&one_engaged);
            let by_fit = by_engagement.then_with(|| fits.total_cmp(&one_fits));
            by_fit.then_with(|| one.row.account.cmp(&other.row.account))
        });
        let count = rows.len();
        let complete = rows.iter().filter(|it| it.missing().is_none()).count();
        let complete = if roles.is_empty() { 0 } else { complete };
        let mut missing = vec![0; roles.len()];
        rows.iter().filter_map(Committee::missing).for_each(|role| missing[role] += 1);
        let limit = filter.limit.clamp(1, CommitteeFilter::LIMIT_MAX);
        let rows: Vec<_> = rows.into_iter().skip(filter.after as usize).collect();
        let next = (rows.len() > limit as usize).then(|| filter.after.saturating_add(limit));
        let rows = rows.into_iter().take(limit as usize).collect();
        Ok(CommitteeList { roles, rows, count, complete, missing, next })
    }

    fn is_target(&self, following: &Following, account: SubjectId, now: Instant) -> bool {
        let Some(code) = self.vocabulary.find_code(Kind::Trait, IS_TARGET) else { return false };
        let own = following.ledger.whole.facts_of_subject(account);
        let own = assemble(account, own, &self.vocabulary, Known::Everything);
        let said = own.rows.iter().rfind(|row| row.at <= now && row.code == code);
        said.is_some_and(|row| row.value() == Value::Flag(true))
    }
}
