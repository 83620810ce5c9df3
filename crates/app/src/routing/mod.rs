//! Giving the leads that are handed over to people, by the charter's routes and by settings.

mod candidates;
mod explained;
mod settings;

pub use explained::{RoutedLine, RoutedPerson};
pub use settings::SettingsNow;

use crate::engine::Engine;
use crate::error::AppError;
use crate::record::Batch;
use candidates::{Desk, Waiting};
use charter::{LedBy, RouteTo};
use facts::{
    Code, Fact, FactKey, Instant, Kind, Origin, Position, Precision, SubjectId, Symbol, Value,
};
use lifecycle::{Choice, choose};
use store::{PlaceKind, Routing, View};

/// What routing came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Routed {
    /// How many leads were given to somebody.
    pub given: u64,
    /// How many wait because nobody of those to whom they go is free.
    pub nobody_free: u64,
    /// How many wait because no route takes them, or one leaves them in the queue.
    pub in_queue: u64,
}

/// The name of assignments.
pub(crate) const ASSIGNMENT: &str = "assignee";
/// Who chose, as a word.
pub(crate) const ROUTER: &str = "router";
/// How many leads one transaction gives.
const BATCH_LEADS: usize = 2_000;

impl Engine {
    /// Gives every lead that waits in the queue of a hand-off to somebody, by the first route that
    /// takes it, whoever waits longest first. Each choice is recorded as an assignment, together
    /// with who was considered; leads for whom nobody is free go on waiting until somebody is.
    /// Can be called any number of times; the leads that were given need to be settled after it.
    ///
    /// Does nothing under a charter without routes, before settings say who there is, or where a
    /// CRM leads for assignees or is watched.
    ///
    /// # Errors
    /// When the ledger cannot be read or written; what was given before stays given.
    pub fn route_waiting(&mut self, now: Instant) -> Result<Routed, AppError> {
        let mut routed = Routed::default();
        if !self.store.is_ahead(&self.vocabulary) {
            self.refresh_if_changed()?;
        }
        let until = self.until(now)?;
        let has_routes = |engine: &Self| {
            let reign = engine.reign.as_ref();
            reign.is_some_and(|reign| !reign.at(until).1.charter.routes.is_empty())
        };
        // Beside a CRM that leads, or is only watched, who is given a lead is not ours to choose.
        if !has_routes(self) || self.beside_crm(until)?.assignee != LedBy::Tandem {
            return Ok(routed);
        }
        // Given numbers when the charter was compiled.
        let code = self.vocabulary.code(Kind::Assignment, ASSIGNMENT)?;
        let router = self.vocabulary.intern(ROUTER)?;
        // Read before everything from which is chosen: whoever writes later is noticed.
        let (tail, mut last) = (self.store.view().tail()?, self.store.view().last_routing()?);
        let Some(mut desk) = Desk::open(self, until)? else { return Ok(routed) };
        let leads = self.store.view().leads_in_queues()?;
        for batch in leads.chunks(BATCH_LEADS) {
            let mut choices = Vec::new();
            for &lead in batch {
                let Some(waiting) = desk.waiting(self, lead)? else { continue };
                let Some(route) = waiting.route.as_ref() else {
                    routed.in_queue += 1;
                    continue;
                };
                if matches!(route.to, RouteTo::Queue(_)) {
                    routed.in_queue += 1;
                    continue;
                }
                let candidates = desk.candidates(self, &waiting)?;
                let colleague = desk.colleague(self, &waiting)?;
                let choice = choose(route.sharing, &candidates, colleague);
                match choice.person {
                    None => routed.nobody_free += 1,
                    Some(person) => {
                        desk.note(route, &choice, &waiting);
                        choices.push((waiting, choice, person));
                    }
                }
            }
            let assigned = |(waiting, choice, person): &(Waiting, Choice, Symbol)| {
                recorded(waiting, choice, *person, (code, router), until)
            };
            let (facts, routings): (Vec<Fact>, Vec<Routing>) =
                choices.iter().filter_map(assigned).unzip();
            if facts.is_empty() {
                continue;
            }
            let mut writer = self.store.begin()?;
            if !still_so(&writer.view(), (tail, last), &routings)? {
                // Another server gives leads, or somebody took one: the next turn looks again.
                return Ok(routed);
            }
            routed.given += facts.len() as u64;
            writer.save_vocabulary(&self.vocabulary)?;
            let batch = Batch::of(facts);
            batch.write(&mut writer, &self.vocabulary, now)?;
            if self.tells {
                crate::notices::tell_of_facts(&mut writer, &batch.facts, &self.vocabulary, now)?;
            }
            writer.add_routings(&routings)?;
            last = writer.view().last_routing()?;
            writer.commit()?;
        }
        Ok(routed)
    }
}

/// Whether nobody else chose since the router looked, and all of these leads still wait.
fn still_so(
    view: &View<'_>,
    (tail, last): (Position, i64),
    routings: &[Routing],
) -> Result<bool, AppError> {
    if view.last_routing()? != last {
        return Ok(false);
    }
    if view.tail()? == tail {
        return Ok(true);
    }
    let leads: Vec<_> = routings.iter().map(|routing| routing.lead).collect();
    let rests = view.projections_of(&leads)?;
    if rests.iter().any(|rest| rest.as_ref().is_none_or(|it| it.place != PlaceKind::Queue)) {
        return Ok(false);
    }
    for lead in leads {
        if view.unsettled_mark(lead)?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The assignment, and what it was chosen from.
fn recorded(
    waiting: &Waiting,
    choice: &Choice,
    person: Symbol,
    (code, router): (Code, Symbol),
    at: Instant,
) -> Option<(Fact, Routing)> {
    let route = waiting.route.as_ref()?;
    let key = key_of(waiting.lead, waiting.wanted_at, waiting.assignments);
    let fact = Fact {
        subject: waiting.lead,
        key,
        occurred_at: at,
        precision: Precision::Instant,
        code,
        value: Value::Text(person),
        actor: router,
        origin: Origin::System,
    };
    let routing = Routing {
        lead: waiting.lead,
        fact: key,
        handoff: waiting.handoff,
        wanted_at: waiting.wanted_at,
        routed_at: at,
        clause: route.clause(),
        target: route.to.written(),
        chosen: person,
        considered: explained::written(&choice.considered),
    };
    Some((fact, routing))
}

/// The same hand-off, given for as many times, is given once: whoever else routes it at the same
/// time makes the same key.
fn key_of(lead: SubjectId, wanted_at: Instant, assignments: u64) -> FactKey {
    let fields = [0x0072_6f75_7465, lead.0, wanted_at.0.cast_unsigned(), assignments];
    // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014) over each field in turn.
    let mix = |state: u64, field: u64| {
        let mut z = (state ^ field).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    FactKey(fields.into_iter().fold(0, mix))
}
