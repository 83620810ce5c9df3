//! Opportunities, one by one.

use crate::ask::LeadFilter;
use crate::engine::Engine;
use crate::error::AppError;
use crate::people::LeadScope;
use facts::{Instant, SubjectId};
use insight::{DealOutcome, Moment};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use store::WholeLedger;

/// Which opportunities a list shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OpportunityFilter {
    /// Only won, lost or open ones.
    pub outcome: Option<DealOutcome>,
    /// Only those of which this stage was said last.
    pub stage: Option<String>,
    /// Only those pursued with this account.
    pub account: Option<SubjectId>,
    /// Only with a name or an identifier, of their own or of their account, that contains this.
    pub text: Option<String>,
    /// Only those whose person, or one of whose account's people, whoever asks sees
    /// ([`Engine::lead_scope`]).
    pub scope: LeadScope,
    /// Only those after this one: the cursor of an earlier list.
    pub after: Option<(Instant, SubjectId)>,
    /// At most so many, up to [`OpportunityFilter::LIMIT_MAX`].
    pub limit: u32,
}

impl OpportunityFilter {
    /// The most opportunities of one list.
    pub const LIMIT_MAX: u32 = 200;
}

/// One opportunity in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct OpportunityRow {
    /// The opportunity.
    pub opportunity: SubjectId,
    /// The account that it is pursued with.
    pub account: Option<SubjectId>,
    /// The person whom it began with.
    pub lead: Option<SubjectId>,
    /// Its last stage, by its word; empty where none was said.
    pub stage: String,
    /// What became of it.
    pub outcome: DealOutcome,
    /// When anything was first known of it.
    pub opened: Option<Moment>,
    /// Since when it is won or lost.
    pub closed: Option<Moment>,
    /// Its last amount, in whole units of the charter's currency.
    pub amount: Option<f64>,
}

/// A list of opportunities, those opened last first, those without a date at the end.
#[derive(Clone, PartialEq, Debug)]
pub struct OpportunityList {
    /// The opportunities of this page.
    pub rows: Vec<OpportunityRow>,
    /// How many there are on all pages together.
    pub count: usize,
    /// Where to go on: give it as [`OpportunityFilter::after`]; `None` at the end.
    pub next: Option<(Instant, SubjectId)>,
}

impl OpportunityRow {
    fn place(&self) -> (Instant, SubjectId) {
        (self.opened.map_or(Instant::EARLIEST, |opened| opened.at), self.opportunity)
    }
}

impl Engine {
    /// The opportunities that a filter lets through: of the same opportunities as
    /// [`Engine::opportunities`] counts, with the same outcomes.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the ledger cannot be read.
    pub fn opportunity_list(
        &self,
        filter: &OpportunityFilter,
        now: Instant,
    ) -> Result<OpportunityList, AppError> {
        self.reign()?;
        let whole = self.whole()?;
        self.opportunities_in(&whole, filter, now)
    }

    /// Opportunities by their ids, in the order in which they stand in the ledger; those that are
    /// none, or that whoever asks does not see, are left out.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the ledger cannot be read.
    pub fn opportunities_of(
        &self,
        ids: &[SubjectId],
        scope: &LeadScope,
        now: Instant,
    ) -> Result<Vec<OpportunityRow>, AppError> {
        self.reign()?;
        let whole = self.store.view().whole_ledger()?;
        let wanted: BTreeSet<_> = ids.iter().copied().collect();
        let people = match scope {
            LeadScope::All => BTreeMap::new(),
            _ => people_of(&whole),
        };
        let sight = Sight { scope, people, now };
        let mut rows = Vec::new();
        for row in self.opportunity_rows(&whole, now)? {
            if wanted.contains(&row.opportunity) && sight.sees(self, &row)? {
                rows.push(row);
            }
        }
        Ok(rows)
    }

    pub(crate) fn opportunities_in(
        &self,
        whole: &WholeLedger,
        filter: &OpportunityFilter,
        now: Instant,
    ) -> Result<OpportunityList, AppError> {
        let matching = match &filter.text {
            None => None,
            Some(text) => Some(self.matching_subjects(text)?),
        };
        let people = match filter.scope {
            LeadScope::All => BTreeMap::new(),
            _ => people_of(whole),
        };
        let sight = Sight { scope: &filter.scope, people, now };
        let mut rows = Vec::new();
        for row in self.opportunity_rows(whole, now)? {
            let fits = filter.outcome.is_none_or(|outcome| outcome == row.outcome)
                && filter.stage.as_ref().is_none_or(|stage| *stage == row.stage)
                && filter.account.is_none_or(|account| Some(account) == row.account)
                && matching.as_ref().is_none_or(|found| {
                    let account = row.account.is_some_and(|account| found.contains(&account));
                    account || found.contains(&row.opportunity)
                });
            if fits && sight.sees(self, &row)? {
                rows.push(row);
            }
        }
        rows.sort_by_key(|row| Reverse(row.place()));
        let count = rows.len();
        if let Some(after) = filter.after {
            rows.retain(|row| row.place() < after);
        }
        let limit = filter.limit.clamp(1, OpportunityFilter::LIMIT_MAX) as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(OpportunityRow::place);
        Ok(OpportunityList { rows, count, next })
    }

    /// The subjects of which a name, an identifier or a personal value contains a text, at most
    /// [`LeadFilter::MATCHES_MAX`], and the one of which it is the id.
    pub(crate) fn matching_subjects(&self, text: &str) -> Result<BTreeSet<SubjectId>, AppError> {
        let found = self.matching(text, LeadFilter::MATCHES_MAX)?;
        Ok(found.into_iter().chain(text.parse()).collect())
    }
}

/// What somebody sees of opportunities.
struct Sight<'a> {
    scope: &'a LeadScope,
    /// The people of each account.
    people: BTreeMap<SubjectId, Vec<SubjectId>>,
    now: Instant,
}

impl Sight<'_> {
    fn sees(&self, engine: &Engine, row: &OpportunityRow) -> Result<bool, AppError> {
        if *self.scope == LeadScope::All {
            return Ok(true);
        }
        let people = row.account.and_then(|account| self.people.get(&account));
        for lead in row.lead.iter().chain(people.into_iter().flatten()) {
            if engine.sees(self.scope, *lead, self.now)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Who is, or was, gathered with whom, by the subject that is gathered.
fn people_of(whole: &WholeLedger) -> BTreeMap<SubjectId, Vec<SubjectId>> {
    let mut people: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (lead, subject) in whole.members() {
        people.entry(*subject).or_default().push(*lead);
    }
    people
}
