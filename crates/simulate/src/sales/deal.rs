//! From an accepted lead to a sale, or not.

use super::{Desk, Rests};
use crate::balance::Step;
use crate::company::{Chances, Refusal, RefusalVerdict};
use crate::distributions::{lognormal, weighted};
use crate::reps::RepRole;
use crate::rng;
use crate::truth::{PassEnd, Sale};
use facts::{Instant, Seconds, SubjectId, Symbol, Value};

/// An opportunity of the simulation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Deal {
    /// The subject of its facts.
    pub(crate) subject: SubjectId,
    /// The person whom it began with.
    pub(crate) lead: SubjectId,
    /// When it is opened.
    pub(crate) opened_at: Instant,
    /// The account, by its place among the simulated accounts.
    pub(crate) account: Option<usize>,
}

const DEALS: u64 = 0xdea1;
const NEEDS: [&str; 4] = ["forecasting", "reporting", "lead_routing", "onboarding"];
const TIMELINES: [&str; 2] = ["this_quarter", "next_quarter"];
const PRODUCTS: [&str; 2] = ["larkfield_core", "larkfield_insight"];
const STAGES: [&str; 4] = ["discovery", "proposal", "won", "lost"];
const NO_TIMELINE: Refusal = Refusal { verdict: RefusalVerdict::Recycled, reason: "no_timeline" };
const NO_BUDGET: Refusal = Refusal { verdict: RefusalVerdict::Recycled, reason: "no_budget" };
/// Median waits in hours of work: until a booking, from it to the meeting, after a meeting.
const BOOKING_HOURS: f64 = 3.0;
const MEETING_HOURS: f64 = 40.0;
const AFTER_MEETING_HOURS: f64 = 4.0;
/// After a lost deal, a lead is given back with this chance; otherwise it is left lying.
const LOST_GIVEN_BACK: f64 = 0.7;
/// Amounts are whole hundreds.
const AMOUNT_ROUND: f64 = 100.0;
/// Somebody who was rejected comes back after so many hours of work, median.
const LATER_HOURS: f64 = 380.0;

/// Every word that facts about opportunities say.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    NEEDS.into_iter().chain(TIMELINES).chain(PRODUCTS).chain(STAGES)
}

impl Desk<'_, '_, '_, '_> {
    /// An accepted lead is asked to a meeting.
    pub(crate) fn meet(&mut self, accepted: Instant, chances: Chances) -> (PassEnd, Rests) {
        let booked = self.after(accepted, BOOKING_HOURS);
        self.act(booked, "meeting.booked", Value::Nothing);
        let mut at = self.after(booked, MEETING_HOURS);
        let comes = self.takes(Step::Met, chances.met);
        if !comes || self.rng.chance(self.team.company.deals.no_show) {
            self.act(at, "meeting.no_show", Value::Nothing);
            if !comes {
                let at = self.after(at, MEETING_HOURS);
                return (PassEnd::NotMet, self.refuse(at, self.rep, NO_TIMELINE));
            }
            let moved = self.after(at, BOOKING_HOURS);
            self.act(moved, "meeting.rescheduled", Value::Nothing);
            at = self.after(moved, MEETING_HOURS);
        }
        self.act(at, "meeting.held", Value::Nothing);
        if !self.takes(Step::Opportunity, chances.opportunity) {
            let at = self.after(at, AFTER_MEETING_HOURS);
            let refusal = weighted(self.rng, &[(NO_TIMELINE, 0.6), (NO_BUDGET, 0.4)]);
            return (PassEnd::NoOpportunity, self.refuse(at, self.rep, refusal));
        }
        let is_won = self.takes(Step::Won, chances.won);
        let (at, amount, closer) = self.pursue(at, is_won);
        if is_won {
            return (PassEnd::Won(Sale { at, amount }), None);
        }
        let back = self.rng.chance(LOST_GIVEN_BACK).then(|| {
            let at = self.after(at, AFTER_MEETING_HOURS);
            let refusal = weighted(self.rng, &[(NO_TIMELINE, 0.4), (NO_BUDGET, 0.6)]);
            self.refuse(at, closer, refusal)
        });
        (PassEnd::Lost, back.flatten())
    }

    /// Somebody who was rejected comes back by another way, and buys.
    pub(crate) fn buy_later(&mut self, rejected: Instant) -> Sale {
        let at = self.after(rejected, LATER_HOURS);
        let (at, amount, _) = self.pursue(at, true);
        Sale { at, amount }
    }

    /// An opportunity from after a meeting until it is won or lost: when, how much, by whom.
    fn pursue(&mut self, met: Instant, is_won: bool) -> (Instant, i64, Symbol) {
        let deals = self.team.company.deals;
        let nth = self.team.deals_before + self.team.deals.len() as u64;
        let subject = SubjectId(rng::name(self.team.seed ^ DEALS, nth));
        let (lead, account) = (self.lead.person, self.lead.account);
        let opened = self.after(met, AFTER_MEETING_HOURS);
        self.team.deals.push(Deal { subject, lead, opened_at: opened, account });
        let closer = self.team.turns.next(self.lead.territory, RepRole::Closes);
        self.journal.told(subject, opened, timeline::link::LEAD, Value::Subject(lead));
        self.assign(opened.plus(Seconds(60)), closer);
        let who = (subject, closer);
        let noted = opened.plus(Seconds(600));
        let [need, timeline] = [*self.rng.pick(&NEEDS), *self.rng.pick(&TIMELINES)];
        let product = *self.rng.pick(&PRODUCTS);
        self.state(who, noted, "opportunity.stage", STAGES[0]);
        self.state(who, noted, "opportunity.need", need);
        self.state(who, noted, "opportunity.timeline", timeline);
        self.state(who, noted, "opportunity.product", product);
        let proposed = self.after(noted, deals.proposal_hours);
        let amount = lognormal(self.rng, deals.amount_median, deals.amount_spread);
        let amount = libm::round(amount / AMOUNT_ROUND).max(1.0) * AMOUNT_ROUND;
        self.journal.done(who, proposed, "opportunity.amount", Value::Number(amount), Seconds(5));
        self.state(who, proposed, "opportunity.stage", STAGES[1]);
        let closed = self.after(proposed, deals.close_hours);
        self.state(who, closed, "opportunity.stage", STAGES[if is_won { 2 } else { 3 }]);
        (closed, amount as i64, closer)
    }

    fn state(&mut self, who: (SubjectId, Symbol), at: Instant, name: &str, word: &str) {
        let word = Value::Text(self.journal.words.word(word));
        self.journal.done(who, at, name, word, Seconds(5));
    }
}
