//! Who may be given a lead, and what they have.

use super::explained;
use crate::engine::Engine;
use crate::error::AppError;
use charter::{Route, RouteTo, Sharing};
use facts::{Instant, Kind, SubjectId, Symbol};
use lifecycle::{Candidate, Choice, Decision, Routes, Staff, What};
use std::collections::BTreeMap;
use store::PlaceKind;
use timeline::{Known, assemble};

/// What the router knows while it gives one lead after the other.
pub(super) struct Desk {
    routes: Routes,
    staff: Staff,
    until: Instant,
    /// How many open leads each person has.
    loads: BTreeMap<Symbol, u32>,
    /// How much each person is owed, by whom they are chosen among.
    credits: BTreeMap<RouteTo, BTreeMap<Symbol, i64>>,
    /// Who was given a lead of an account just now.
    given: BTreeMap<SubjectId, Symbol>,
}

/// A lead that waits for somebody.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Waiting {
    pub(super) lead: SubjectId,
    /// The hand-off, as a word, and since when it is wanted.
    pub(super) handoff: Symbol,
    pub(super) wanted_at: Instant,
    /// The route that takes it.
    pub(super) route: Option<Route>,
    /// Who had it already since it was handed over.
    pub(super) had_it: Vec<Symbol>,
    /// How many assignments it had in all.
    pub(super) assignments: u64,
    /// The account that it belongs to.
    pub(super) account: Option<SubjectId>,
}

impl Desk {
    /// `None` before settings say who there is.
    pub(super) fn open(engine: &Engine, until: Instant) -> Result<Option<Self>, AppError> {
        let program = engine.reign()?.at(until).1;
        let routes = Routes::new(&program.charter, &engine.vocabulary);
        let staff = engine.staff(&program.calendar)?;
        let Some(staff) = staff.into_iter().rfind(|staff| staff.from <= until) else {
            return Ok(None);
        };
        let view = engine.store.view();
        let mut loads: BTreeMap<_, u32> = BTreeMap::new();
        // What another server gave just now, and nobody settled since, counts too.
        for (person, load) in view.open_loads()?.into_iter().chain(view.given_loads()?) {
            let load = u32::try_from(load).unwrap_or(u32::MAX);
            loads.entry(person).and_modify(|it| *it = it.saturating_add(load)).or_insert(load);
        }
        Ok(Some(Self {
            routes,
            staff,
            until,
            loads,
            credits: BTreeMap::new(),
            given: BTreeMap::new(),
        }))
    }

    /// A lead of a queue; `None` when no hand-off of it stands, or it waits to be settled.
    pub(super) fn waiting(
        &self,
        engine: &Engine,
        lead: SubjectId,
    ) -> Result<Option<Waiting>, AppError> {
        let view = engine.store.view();
        if view.unsettled_mark(lead)?.is_some() {
            // Something is recorded that may give it to somebody already: it is settled first.
            return Ok(None);
        }
        let decisions = view.standing_decisions(lead)?;
        let wanted = decisions.iter().filter(|one| one.key.what == What::HandoffWanted);
        let Some(wanted) = wanted.clone().max_by_key(|one| (one.at, one.order)) else {
            return Ok(None);
        };
        // A lead that is taken back is handed over again: whoever had it then had it already.
        let same = |one: &&Decision| one.target == wanted.target && one.pass == wanted.pass;
        let first = decisions.iter().filter(|one| one.key.what == What::HandoffWanted).filter(same);
        let since = first.map(|one| one.at).min().unwrap_or(wanted.at);
        let mut gathered = Vec::new();
        view.facts_of_lead(lead, &mut gathered)?;
        let story = assemble(lead, &gathered, &engine.vocabulary, Known::Everything);
        let story = story.as_story();
        let charter = &engine.reign()?.at(self.until).1.charter;
        let word = engine.vocabulary.word(wanted.target);
        let handoff = charter.handoffs.iter().position(|handoff| handoff.id == word);
        let route = handoff.and_then(|handoff| self.routes.first(story, self.until, handoff));
        let assignments = story
            .rows
            .iter()
            .filter(|row| matches!(engine.vocabulary.name(row.code), Some((Kind::Assignment, _))));
        let had_it = assignments.clone().filter(|row| row.at >= since);
        Ok(Some(Waiting {
            lead,
            handoff: wanted.target,
            wanted_at: wanted.at,
            route: route.map(|route| self.routes.all()[route].clone()),
            had_it: had_it.map(timeline::Row::symbol).collect(),
            assignments: assignments.count() as u64,
            account: self.routes.account(story, self.until),
        }))
    }

    /// Everybody to whom its route may give a lead.
    pub(super) fn candidates(
        &mut self,
        engine: &Engine,
        waiting: &Waiting,
    ) -> Result<Vec<Candidate>, AppError> {
        let Some(route) = &waiting.route else { return Ok(Vec::new()) };
        if !self.credits.contains_key(&route.to) {
            let last = engine.store.view().last_routing_to(&route.to.written())?;
            let owed = last.map(|last| explained::read(&last.considered)).unwrap_or_default();
            let owed = owed.iter().map(|one| (one.candidate.person, one.candidate.credit));
            self.credits.insert(route.to.clone(), owed.collect());
        }
        let credits = &self.credits[&route.to];
        let members = self.staff.members(route, |person| engine.vocabulary.find(person));
        let candidate = |member: &lifecycle::StaffMember| Candidate {
            person: member.person,
            weight: member.weight,
            load: self.loads.get(&member.person).copied().unwrap_or(0),
            capacity: self.staff.capacity(member.person),
            away: self.staff.is_away(member.person, self.until),
            had_it: waiting.had_it.contains(&member.person),
            credit: credits.get(&member.person).copied().unwrap_or(0),
        };
        Ok(members.iter().map(candidate).collect())
    }

    /// Who works another lead of the same account, given last.
    pub(super) fn colleague(
        &self,
        engine: &Engine,
        waiting: &Waiting,
    ) -> Result<Option<Symbol>, AppError> {
        let asks = |route: &Route| route.sharing == Sharing::AccountAssignee;
        let Some(account) = waiting.account.filter(|_| waiting.route.as_ref().is_some_and(asks))
        else {
            return Ok(None);
        };
        if let Some(&person) = self.given.get(&account) {
            return Ok(Some(person));
        }
        let view = engine.store.view();
        let mut last: Option<(Instant, SubjectId, Symbol)> = None;
        for lead in view.gathered_for(account)? {
            let Some(rest) = view.projection(lead)? else { continue };
            if lead != waiting.lead && rest.place == PlaceKind::Assignee {
                last = last.max(Some((rest.entered_at, lead, rest.who)));
            }
        }
        Ok(last.map(|(.., person)| person))
    }

    /// Notes that a lead was given.
    pub(super) fn note(&mut self, route: &Route, choice: &Choice, waiting: &Waiting) {
        let credits = self.credits.entry(route.to.clone()).or_default();
        for one in &choice.considered {
            credits.insert(one.candidate.person, one.candidate.credit);
        }
        if let Some(person) = choice.person {
            *self.loads.entry(person).or_insert(0) += 1;
            if let Some(account) = waiting.account {
                self.given.insert(account, person);
            }
        }
    }
}
