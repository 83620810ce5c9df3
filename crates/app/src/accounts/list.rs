//! Accounts as somebody sees them: lists, and one with its people and opportunities.

use super::{AccountPage, AccountRow, Following};
use crate::ask::{LeadRow, TraitNow};
use crate::engine::Engine;
use crate::error::AppError;
use crate::opportunities::{OpportunityFilter, OpportunityRow};
use crate::people::LeadScope;
use facts::{Instant, SubjectId};
use std::collections::BTreeSet;
use store::PlaceKind;
use timeline::{Known, assemble};

/// Which accounts a list shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AccountFilter {
    /// Only in this stage, by its id.
    pub stage: Option<String>,
    /// Only with this person or team.
    pub who: Option<String>,
    /// Only with a name or an identifier that contains this.
    pub text: Option<String>,
    /// Only those of whose people whoever asks sees somebody, or that are given to them
    /// ([`Engine::lead_scope`]).
    pub scope: LeadScope,
    /// Only those after this one: the cursor of an earlier list.
    pub after: Option<(Instant, SubjectId)>,
    /// At most so many, up to [`AccountFilter::LIMIT_MAX`].
    pub limit: u32,
}

impl AccountFilter {
    /// The most accounts of one list.
    pub const LIMIT_MAX: u32 = 200;
}

/// A list of accounts, the most urgent first.
#[derive(Clone, PartialEq, Debug)]
pub struct AccountList {
    /// The accounts of this page.
    pub rows: Vec<AccountRow>,
    /// How many there are on all pages together.
    pub count: usize,
    /// Where to go on: give it as [`AccountFilter::after`]; `None` at the end.
    pub next: Option<(Instant, SubjectId)>,
}

/// One account, as somebody sees it.
#[derive(Clone, PartialEq, Debug)]
pub struct AccountView {
    /// Where it rests, and why.
    pub page: AccountPage,
    /// What is known of the account itself, in order of name.
    pub traits: Vec<TraitNow>,
    /// The people who belong to it or did, and whom whoever asks sees: the first
    /// [`AccountView::PEOPLE_MAX`] in order of id, each with whether they belong to it now.
    pub people: Vec<(LeadRow, bool)>,
    /// How many those are in all.
    pub people_seen: usize,
    /// Its opportunities, as [`Engine::opportunity_list`] gives them.
    pub opportunities: Vec<OpportunityRow>,
    /// How many it has in all.
    pub opportunities_count: usize,
}

impl AccountView {
    /// The most people that are listed.
    pub const PEOPLE_MAX: usize = 200;
}

impl Engine {
    /// The accounts that a filter lets through, the most urgent first. Where the charter in force
    /// says nothing of accounts, they are in no stage.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, [`AppError::UnknownName`] for a stage that the
    /// charter does not say of accounts, and when the ledger cannot be read.
    pub fn account_list(
        &self,
        filter: &AccountFilter,
        now: Instant,
    ) -> Result<AccountList, AppError> {
        if let Some(stage) = &filter.stage {
            self.is_account_stage(stage, now)?;
        }
        let matching = match &filter.text {
            None => None,
            Some(text) => Some(self.matching_subjects(text)?),
        };
        let following = self.looking(now)?;
        let mut rows = Vec::new();
        for row in following.rows(now) {
            let fits = filter.stage.as_ref().is_none_or(|stage| *stage == row.stage)
                && filter.who.as_ref().is_none_or(|who| *who == row.who)
                && matching.as_ref().is_none_or(|found| found.contains(&row.account));
            if fits && self.sees_account(&filter.scope, &following, &row, now)? {
                rows.push(row);
            }
        }
        let count = rows.len();
        if let Some(after) = filter.after {
            rows.retain(|row| row.place_in_lists() > after);
        }
        let limit = filter.limit.clamp(1, AccountFilter::LIMIT_MAX) as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(AccountRow::place_in_lists);
        Ok(AccountList { rows, count, next })
    }

    /// Everything about one account, by id, identifier or name, as somebody of this scope sees it.
    ///
    /// # Errors
    /// When there is none that they see, or several have this name; [`AppError::NoCharter`] before
    /// the first, and when the ledger cannot be read.
    pub fn account_view(
        &self,
        name: &str,
        scope: &LeadScope,
        now: Instant,
    ) -> Result<AccountView, AppError> {
        let account = self.find_account(name)?;
        let following = self.looking(now)?;
        let page = following.page(account, now);
        if !self.sees_account(scope, &following, &page.row, now)? {
            return Err(AppError::UnknownAccount(name.to_owned()));
        }
        let none = BTreeSet::new();
        let (mut people, mut people_seen) = (Vec::new(), 0);
        for &lead in following.ledger.people.get(&account).unwrap_or(&none) {
            let Some(row) = self.lead_row(lead, now)? else { continue };
            if !self.sees(scope, lead, now)? {
                continue;
            }
            people_seen += 1;
            if people.len() < AccountView::PEOPLE_MAX {
                people.push((row, self.account_of(lead)? == Some(account)));
            }
        }
        let own = following.ledger.whole.facts_of_subject(account);
        let own = assemble(account, own, &self.vocabulary, Known::Everything);
        let filter = OpportunityFilter {
            account: Some(account),
            limit: OpportunityFilter::LIMIT_MAX,
            scope: scope.clone(),
            ..OpportunityFilter::default()
        };
        let opportunities = self.opportunities_in(&following.ledger.whole, &filter, now)?;
        Ok(AccountView {
            page,
            traits: self.traits_at(&own, now),
            people,
            people_seen,
            opportunities_count: opportunities.count,
            opportunities: opportunities.rows,
        })
    }

    fn is_account_stage(&self, stage: &str, now: Instant) -> Result<(), AppError> {
        let charter = &self.reign()?.at(now).1.charter;
        let terms = charter.account.iter();
        let mut stages = terms.flat_map(|terms| &terms.stages);
        match stages.any(|known| known.id == stage) {
            true => Ok(()),
            false => {
                Err(AppError::UnknownName { what: "stage of accounts", name: stage.to_owned() })
            }
        }
    }

    /// Whether somebody of this scope sees an account: it is given to them, or they see one of its
    /// people.
    pub(super) fn sees_account(
        &self,
        scope: &LeadScope,
        following: &Following,
        row: &AccountRow,
        now: Instant,
    ) -> Result<bool, AppError> {
        match scope {
            LeadScope::All => return Ok(true),
            LeadScope::Places { people, .. } => {
                if row.place == PlaceKind::Assignee && people.contains(&row.who) {
                    return Ok(true);
                }
            }
            LeadScope::Units(_) => {}
        }
        for lead in following.ledger.people.get(&row.account).into_iter().flatten() {
            if self.sees(scope, *lead, now)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
