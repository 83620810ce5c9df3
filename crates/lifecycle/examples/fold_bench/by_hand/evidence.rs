//! What facts say of a lead.

use super::charter::*;
use super::lead::{Lead, Moment, shown};
use super::words::fit_of_employees;
use facts::Instant;
use lifecycle::{DerivedCause, Sink};
use timeline::Row;

/// How well a lead fits, in points, by what it is known for.
#[derive(Clone, Copy, Default)]
pub(super) struct Fit {
    account: [i32; 3],
    lead: [i32; 3],
    /// Until when its seniority counts.
    senior_until: Option<Instant>,
}

impl Fit {
    pub(super) fn at(&self, at: Instant) -> i32 {
        let senior = self.senior_until.is_some_and(|until| at <= until);
        let alone = self.account.iter().chain(&self.lead).sum::<i32>();
        alone + if senior { 20 } else { 0 }
    }
}

/// The last instants at which points counted that have a cap, oldest first to be overwritten.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    rings: [[i64; 5]; 4],
    turns: [u8; 4],
}

impl Counts {
    pub(super) const EMPTY: Self = Self { rings: [[i64::MIN / 4; 5]; 4], turns: [0; 4] };

    /// Whether points of a cap count once more; notes that they do.
    fn count(&mut self, cap: usize, at: Instant) -> bool {
        let (times, span) = CAPS[cap];
        let turn = &mut self.turns[cap];
        let oldest = &mut self.rings[cap][usize::from(*turn)];
        let counts = *oldest + span <= at.0;
        if counts {
            *oldest = at.0;
            *turn = if usize::from(*turn) + 1 == times { 0 } else { *turn + 1 };
        }
        counts
    }
}

impl<S: Sink> Lead<'_, S> {
    /// Takes in a row and decides what follows from it.
    #[inline]
    pub(super) fn take_in(&mut self, index: usize, row: &Row) {
        let meaning = &self.by_hand.meanings[usize::from(row.code.0)];
        let now = Moment {
            at: row.at,
            precision: row.flags.precision(),
            cause: DerivedCause::fact(index),
        };
        let opened = meaning.opens && !self.in_pass();
        if opened {
            self.open_pass(INQUIRY, now);
        }
        let may_lead_on = self.learn(row, meaning);
        let if_human = if row.flags.is_human() { meaning.keeps_if_human } else { 0 };
        let keeps = (meaning.keeps | if_human) & self.clocks.running;
        if keeps != 0 {
            self.end_clocks(keeps, now);
        }
        if let About::Refused(verdict) = meaning.about {
            self.refuse(verdict, row.bits as u32, now);
        } else if opened || may_lead_on {
            self.settle(now);
        } else if self.stage == MQL && !self.hot_started {
            self.start_hot(now);
        }
    }

    /// Notes what a row says; whether a stage may follow from it.
    #[inline]
    fn learn(&mut self, row: &Row, meaning: &Meaning) -> bool {
        let word = || &self.by_hand.words[row.bits as u32 as usize];
        match meaning.about {
            About::Nothing | About::Refused(_) => return false,
            About::Touch => return self.engage(row.at, meaning),
            About::Demo => {
                self.shown |= shown::DEMO;
                self.engage(row.at, meaning);
                return self.stage < MQL;
            }
            About::Account => self.fit.account = [0; 3],
            About::Employees => self.fit.account[0] = fit_of_employees(f64::from_bits(row.bits)),
            About::Industry => self.fit.account[1] = word().industry,
            About::Country => self.fit.account[2] = word().country,
            About::Function => self.fit.lead[0] = word().function,
            About::EmailClass => self.fit.lead[1] = word().email_class,
            About::Seniority => {
                let year = Instant(row.at.0 + 365 * Instant::PER_DAY);
                self.fit.senior_until = word().is_senior.then_some(year);
                self.fit.lead[2] = word().seniority;
            }
            About::MeetingHeld => return self.show(shown::MEETING, true),
            About::Need => return self.show(shown::NEED, true),
            About::Timeline => return self.show(shown::TIMELINE, true),
            About::Amount => return self.show(shown::AMOUNT, true),
            About::DealStage => return self.show(shown::WON, word().is_won),
            About::Accepted => return self.show(shown::ACCEPTED, true),
        }
        self.stage < MQL
    }

    fn show(&mut self, what: u8, is_so: bool) -> bool {
        self.shown = if is_so { self.shown | what } else { self.shown & !what };
        is_so
    }

    /// Adds the points of a touch, where a rule may still ask for them.
    #[inline]
    fn engage(&mut self, at: Instant, meaning: &Meaning) -> bool {
        if self.stage > MQL || self.stage == MQL && self.hot_started {
            return false;
        }
        if meaning.cap.is_some_and(|cap| !self.counts.count(cap, at)) {
            return false;
        }
        self.engagement = self.engagement_at(at) + meaning.points;
        self.anchor = at;
        self.engagement >= 15.0 && self.stage < MQL
    }

    pub(super) fn engagement_at(&self, at: Instant) -> f64 {
        self.engagement * self.by_hand.decay.kept(self.anchor, at)
    }
}
