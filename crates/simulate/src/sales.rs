//! How sales reacts to a hand-off: assignment, calls, verdict.

mod deal;
mod offices;

use crate::balance::{Balance, Step};
use crate::company::{Company, Refusal, RefusalVerdict};
use crate::distributions::{lognormal, weighted};
use crate::journal::Journal;
use crate::people::Lead;
use crate::reps::{RepRole, Turns};
use crate::rng::Rng;
use crate::segment::{Source, Territory};
use crate::truth::{PassEnd, PassTruth};
use crate::words::ASSIGNEE;
use facts::{Instant, Seconds, Symbol, Value};

pub(crate) use deal::{Deal, words};
pub(crate) use offices::Offices;

/// The sales team as a whole: its offices, whose turn it is, and the fate of groups of leads.
pub(crate) struct Team<'a> {
    pub(crate) company: &'a Company,
    pub(crate) now: Instant,
    pub(crate) offices: Offices,
    pub(crate) turns: Turns,
    pub(crate) balance: Balance,
    pub(crate) deals: Vec<Deal>,
    /// How many ids of deals are taken by the parts before.
    pub(crate) deals_before: u64,
    pub(crate) seed: u64,
}

/// What a pass came to, and since when the lead rests, if it does.
pub(crate) struct Reaction {
    pub(crate) truth: PassTruth,
    pub(crate) rests: Option<(Instant, RefusalVerdict)>,
}

/// One rep at work on one hand-off.
pub(crate) struct Desk<'t, 'a, 'j, 'w> {
    pub(crate) team: &'t mut Team<'a>,
    pub(crate) rng: &'t mut Rng,
    pub(crate) journal: &'j mut Journal<'w>,
    pub(crate) lead: &'t Lead,
    pub(crate) rep: Symbol,
}

const NO_ANSWER: Refusal = Refusal { verdict: RefusalVerdict::Recycled, reason: "no_answer" };
/// A rep who gives up on a lead, or tidies up those never called, does so after this many hours of
/// work, median.
const GIVES_UP_HOURS: f64 = 10.0;
const TIDIES_UP_HOURS: f64 = 180.0;
/// Verdicts follow the call by minutes, or by days; medians in hours of work.
const VERDICT_HOURS: f64 = 0.3;
const VERDICT_LATE_HOURS: f64 = 40.0;
/// What is logged late is logged after so many hours, median, and within two days.
const LOGGED_LATE_HOURS: f64 = 5.0;
const LOGGED_LATE_HOURS_MAX: f64 = 48.0;
const AUTOMATIC_REPLY: f64 = 0.5;
const MAIL_AFTER_CALL: f64 = 0.4;

impl<'t, 'a> Team<'a> {
    /// Reacts to the `nth` hand-off of a lead.
    pub(crate) fn react(
        &'t mut self,
        rng: &'t mut Rng,
        journal: &mut Journal<'_>,
        lead: &'t Lead,
        (nth, at): (u32, Instant),
    ) -> Reaction {
        let rep = self.turns.next(lead.territory, RepRole::Qualifies);
        let hours = self.company.first_call_hours(lead.territory, at, self.now);
        let mut desk = Desk { team: self, rng, journal, lead, rep };
        let (first_call_at, end, rests) = desk.work(at, hours);
        let truth = PassTruth {
            lead: lead.person,
            source: lead.source,
            territory: lead.territory,
            seniority: lead.seniority,
            nth,
            handed_over_at: at,
            first_call_hours_median: hours,
            first_call_at,
            end,
        };
        Reaction { truth, rests }
    }
}

type Rests = Option<(Instant, RefusalVerdict)>;

impl Desk<'_, '_, '_, '_> {
    fn work(&mut self, at: Instant, hours: f64) -> (Option<Instant>, PassEnd, Rests) {
        let company = self.team.company;
        let assigned = at.plus(Seconds(90 + self.rng.below(400).cast_signed()));
        self.assign(assigned, self.rep);
        if self.rng.chance(AUTOMATIC_REPLY) {
            let at = assigned.plus(Seconds(30));
            self.journal.told(self.lead.person, at, "email.sent", Value::Nothing);
        }
        let Some(terms) = company.terms(self.lead.source) else {
            return (None, PassEnd::NeverCalled, None);
        };
        let never = company.never_called(terms, self.lead.territory, at, self.team.now);
        if self.rng.chance(never) {
            let rests = self.give_up(assigned, TIDIES_UP_HOURS);
            return (None, PassEnd::NeverCalled, rests);
        }
        let wait = lognormal(self.rng, hours, company.calling.first_call_spread);
        let first = self.at_work(assigned, wait);
        let (end, rests) = match self.call(first, wait) {
            Ok(reached) => self.judge(reached),
            Err(last) => (PassEnd::NoAnswer, self.give_up(last, GIVES_UP_HOURS)),
        };
        (Some(first), end, rests)
    }

    /// Calls until somebody answers: when that was, or when the last call was.
    fn call(&mut self, first: Instant, wait_hours: f64) -> Result<Instant, Instant> {
        let calling = self.team.company.calling;
        let patience = libm::pow(0.5, wait_hours / calling.connects_half_life_hours);
        let mut at = first;
        for attempt in 1..=calling.attempts_most {
            if self.rng.chance(calling.connects * patience) {
                self.act(at, "call.connected", Value::Nothing);
                return Ok(at);
            }
            if attempt > 1 && self.rng.chance(calling.logged_by_hand) {
                let after = Seconds(600 + self.rng.below(3_600).cast_signed());
                self.journal.noted((self.lead.person, self.rep), at, "call.attempt", after);
            } else {
                self.act(at, "call.attempt", Value::Nothing);
            }
            if self.rng.chance(MAIL_AFTER_CALL) {
                self.act(at.plus(Seconds(300)), "email.sent", Value::Nothing);
            }
            if attempt < calling.attempts_most {
                at = self.after(at, calling.between_hours);
            }
        }
        Err(at)
    }

    /// The verdict on somebody who was reached, and what follows.
    fn judge(&mut self, reached: Instant) -> (PassEnd, Rests) {
        let company = self.team.company;
        let late = self.rng.chance(company.calling.verdict_late);
        let at = self.after(reached, if late { VERDICT_LATE_HOURS } else { VERDICT_HOURS });
        let Some(terms) = company.terms(self.lead.source) else {
            return (PassEnd::NoAnswer, None);
        };
        let chances = terms.chances(self.lead.territory);
        if self.takes(Step::Accepted, chances.accepted) {
            self.act(at, "accepted", Value::Nothing);
            return self.meet(at, chances);
        }
        let refusal = weighted(self.rng, &terms.refusals);
        let rests = self.refuse(at, self.rep, refusal);
        let rejected = refusal.verdict == RefusalVerdict::Rejected;
        let buys = rejected && self.takes(Step::BuysLater, terms.rejected_buy_later);
        let buys_later = buys.then(|| self.buy_later(at));
        (PassEnd::Refused { refusal, buys_later }, rests)
    }

    /// Recycles a lead that nobody reached, or forgets to.
    fn give_up(&mut self, at: Instant, hours: f64) -> Rests {
        if self.rng.chance(self.team.company.calling.verdict_never) {
            return None;
        }
        let at = self.after(at, hours);
        self.refuse(at, self.rep, NO_ANSWER)
    }

    /// Gives a verdict that ends the pass.
    pub(crate) fn refuse(&mut self, at: Instant, actor: Symbol, refusal: Refusal) -> Rests {
        let reason = Value::Text(self.journal.words.word(refusal.reason));
        let name = refusal.verdict.word();
        self.journal.done((self.lead.person, actor), at, name, reason, Seconds(5));
        Some((at, refusal.verdict))
    }

    pub(crate) fn assign(&mut self, at: Instant, rep: Symbol) {
        self.journal.told(self.lead.person, at, ASSIGNEE, Value::Text(rep));
    }

    /// Something that the rep does; calls are sometimes logged late.
    pub(crate) fn act(&mut self, at: Instant, name: &str, value: Value) {
        let mut after = Seconds(5);
        if name.starts_with("call.") && self.rng.chance(self.team.company.calling.logged_late) {
            let hours = lognormal(self.rng, LOGGED_LATE_HOURS, 0.8).min(LOGGED_LATE_HOURS_MAX);
            after = Seconds((hours * 3_600.0) as i64);
        }
        self.journal.done((self.lead.person, self.rep), at, name, value, after);
    }

    /// A while later, by the median in hours of work; at least five minutes.
    pub(crate) fn after(&mut self, at: Instant, hours_median: f64) -> Instant {
        let hours = lognormal(self.rng, hours_median, 0.5);
        self.at_work(at.plus(Seconds(300)), hours)
    }

    /// So many hours of work later, in the office of the lead's territory.
    fn at_work(&self, at: Instant, hours: f64) -> Instant {
        self.team.offices.after(self.lead.territory, at, hours)
    }

    /// Whether the lead takes a step.
    pub(crate) fn takes(&mut self, step: Step, chance: f64) -> bool {
        let group: (Source, Territory) = (self.lead.source, self.lead.territory);
        self.team.balance.takes(self.rng, step, group, chance)
    }
}

/// Every reason of a verdict.
pub(crate) fn reasons(company: &Company) -> impl Iterator<Item = &'static str> {
    let refusals = company.sources.iter().flat_map(|terms| &terms.refusals);
    refusals.map(|(refusal, _)| refusal.reason).chain([NO_ANSWER.reason])
}
