//! Sales' work within a bulk story.

use super::lexicon::Lexicon;
use super::story::{Draft, Life};
use crate::distributions::{exponential, lognormal};
use crate::rng::Rng;
use facts::{Code, Instant, Kind, Symbol, Value};

/// The mean time between two steps, and between two trips, in hours.
const STEP_HOURS_MEAN: f64 = 30.0;
const TRIP_HOURS_MEAN: f64 = 1_000.0;
/// Amounts of opportunities: median, and standard deviation of the logarithm.
const AMOUNT_MEDIAN: f64 = 18_000.0;
const AMOUNT_SPREAD: f64 = 0.7;
/// Attempts before a connection: each comes with this chance.
const ATTEMPT_CHANCE: f64 = 0.6;
const AUTOMATIC_SHARE: f64 = 0.3;
const ACCEPTED_SHARE: f64 = 0.45;
const HELD_SHARE: f64 = 0.8;
const WON_SHARE: f64 = 0.3;

/// Writes at most so many facts of sales' work, all before `until`.
pub(super) fn work(
    draft: &mut Draft,
    rng: &mut Rng,
    lexicon: &Lexicon,
    life: &Life,
    count: usize,
    until: Instant,
) {
    let at = life.moment(rng);
    let rep = *rng.pick(&lexicon.reps);
    let mut desk = Desk { draft, rng, lexicon, rep, at, left: count, until };
    while desk.left > 0 && desk.trip().is_some() {
        desk.wait(TRIP_HOURS_MEAN);
    }
}

struct Desk<'a> {
    draft: &'a mut Draft,
    rng: &'a mut Rng,
    lexicon: &'a Lexicon,
    rep: Symbol,
    at: Instant,
    left: usize,
    until: Instant,
}

impl Desk<'_> {
    fn wait(&mut self, hours_mean: f64) {
        let micros = exponential(self.rng, hours_mean * Instant::PER_HOUR as f64);
        self.at = Instant(self.at.0 + micros as i64);
    }

    /// One trip from assignment to verdict or won; nothing when the facts or the time are used up.
    fn trip(&mut self) -> Option<()> {
        let lexicon = self.lexicon;
        self.step(Kind::Assignment, lexicon.assignment, Value::Text(self.rep), false)?;
        while self.rng.chance(ATTEMPT_CHANCE) {
            if self.rng.chance(AUTOMATIC_SHARE) {
                self.step(Kind::Activity, lexicon.email_sent, Value::Nothing, false)?;
            } else {
                self.step(Kind::Activity, lexicon.call_attempt, Value::Nothing, true)?;
            }
        }
        self.step(Kind::Activity, lexicon.call_connected, Value::Nothing, true)?;
        if self.rng.chance(ACCEPTED_SHARE) {
            self.step(Kind::Verdict, lexicon.accepted, Value::Nothing, true)?;
            self.meet()
        } else {
            self.refuse()
        }
    }

    fn refuse(&mut self) -> Option<()> {
        let (code, reasons) = self.rng.pick(&self.lexicon.refusals);
        let reason = Value::Text(*self.rng.pick(reasons));
        self.step(Kind::Verdict, *code, reason, true)
    }

    fn meet(&mut self) -> Option<()> {
        let lexicon = self.lexicon;
        self.step(Kind::Activity, lexicon.meeting_booked, Value::Nothing, true)?;
        if !self.rng.chance(HELD_SHARE) {
            self.step(Kind::Activity, lexicon.meeting_no_show, Value::Nothing, true)?;
            return self.refuse();
        }
        self.step(Kind::Activity, lexicon.meeting_held, Value::Nothing, true)?;
        for (code, word) in [lexicon.need, lexicon.timeline] {
            self.step(Kind::Opportunity, code, Value::Text(word), true)?;
        }
        let amount = libm::round(lognormal(self.rng, AMOUNT_MEDIAN, AMOUNT_SPREAD));
        self.step(Kind::Opportunity, lexicon.amount, Value::Number(amount), true)?;
        let is_won = self.rng.chance(WON_SHARE);
        let word = if is_won { lexicon.won } else { lexicon.lost };
        self.step(Kind::Opportunity, lexicon.opportunity_stage, Value::Text(word), true)?;
        if is_won { Some(()) } else { self.refuse() }
    }

    fn step(&mut self, kind: Kind, code: Code, value: Value, human: bool) -> Option<()> {
        if self.left == 0 || self.at >= self.until {
            return None;
        }
        self.left -= 1;
        let actor = if human { self.rep } else { Symbol::EMPTY };
        self.draft.add(kind, self.at, code, value, actor, human);
        self.wait(STEP_HOURS_MEAN);
        Some(())
    }
}
