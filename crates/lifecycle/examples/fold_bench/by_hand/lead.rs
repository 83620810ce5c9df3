//! One lead, and where it goes.

use super::ByHand;
use super::charter::*;
use super::clocks::Clocks;
use super::evidence::{Counts, Fit};
use charter::ClauseIndex;
use facts::{Instant, Precision};
use lifecycle::{CauseKind, Derived, DerivedCause, Sink, What};

/// When, how precisely known, and why.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub(super) at: Instant,
    pub(super) precision: Precision,
    pub(super) cause: DerivedCause,
}

/// What a pass has shown that later stages ask for, one bit each; for three of them the bit is
/// that of the stage.
pub(super) mod shown {
    pub(in super::super) const ACCEPTED: u8 = 1 << super::SAL;
    pub(in super::super) const AMOUNT: u8 = 1 << super::OPPORTUNITY;
    pub(in super::super) const WON: u8 = 1 << super::CUSTOMER;
    pub(in super::super) const DEMO: u8 = 1 << 7;
    pub(in super::super) const MEETING: u8 = 1;
    pub(in super::super) const NEED: u8 = 1 << 1;
    pub(in super::super) const TIMELINE: u8 = 1 << 2;
}

/// No stage yet.
pub(super) const NOWHERE: u8 = u8::MAX;

pub(super) struct Lead<'a, S> {
    pub(super) by_hand: &'a ByHand,
    pub(super) sink: &'a mut S,
    pub(super) stage: u8,
    pub(super) shown: u8,
    pub(super) pass: u16,
    /// Whether the promises of the stage started, and the one to hot leads.
    pub(super) started: bool,
    pub(super) hot_started: bool,
    pub(super) precision: Precision,
    /// No later than the next instant at which time alone decides.
    pub(super) alarm: Instant,
    pub(super) returns: Option<(Instant, DerivedCause)>,
    pub(super) fit: Fit,
    pub(super) engagement: f64,
    pub(super) anchor: Instant,
    pub(super) counts: Counts,
    pub(super) clocks: Clocks,
}

impl<'a, S: Sink> Lead<'a, S> {
    pub(super) fn new(by_hand: &'a ByHand, sink: &'a mut S) -> Self {
        Self {
            by_hand,
            sink,
            stage: NOWHERE,
            shown: 0,
            pass: 0,
            started: false,
            hot_started: false,
            precision: Precision::Instant,
            alarm: Instant::NEVER,
            returns: None,
            fit: Fit::default(),
            engagement: 0.0,
            anchor: Instant(0),
            counts: Counts::EMPTY,
            clocks: Clocks::default(),
        }
    }

    pub(super) fn in_pass(&self) -> bool {
        self.stage <= CUSTOMER
    }

    pub(super) fn open_pass(&mut self, stage: u8, now: Moment) {
        self.pass += 1;
        self.returns = None;
        self.shown = 0;
        self.engagement = 0.0;
        self.anchor = now.at;
        self.counts = Counts::EMPTY;
        self.tell(What::PassOpened, stage, PASS_CLAUSE, now);
        self.enter(stage, PASS_CLAUSE, now);
    }

    /// Goes as far as the rules lead, then starts what is promised there. What is known to the
    /// minute may have stayed in each stage on the way.
    pub(super) fn settle(&mut self, now: Moment) {
        while let Some(to) = self.next_stage(now.at) {
            if now.precision >= Precision::Day {
                self.start_promises(now);
            }
            self.enter(to, STAGE_CLAUSES[usize::from(to)], now);
        }
        self.start_promises(now);
    }

    /// The nearest later stage whose rule holds.
    pub(super) fn next_stage(&self, at: Instant) -> Option<u8> {
        if !self.in_pass() {
            return None;
        }
        let mut holds = self.shown & (shown::ACCEPTED | shown::AMOUNT | shown::WON);
        let sql = shown::MEETING | shown::NEED | shown::TIMELINE;
        holds |= u8::from(self.shown & sql == sql) << SQL;
        if self.stage < MQL {
            let engagement = self.engagement_at(at);
            let fit = self.fit.at(at);
            let asked = self.shown & shown::DEMO != 0 && fit >= 0;
            holds |= u8::from(engagement >= 15.0) << ENGAGED;
            holds |= u8::from(fit >= 40 && engagement >= 35.0 || asked) << MQL;
        }
        let later = holds & (u8::MAX << 1 << self.stage);
        (later != 0).then_some(later.trailing_zeros() as u8)
    }

    /// A verdict that ends the pass, or ends nurturing: rejected, recycled, disqualified.
    pub(super) fn refuse(&mut self, verdict: u8, reason: u32, now: Moment) {
        let is_out = verdict == 2;
        if self.stage >= CUSTOMER && !(is_out && self.stage == NURTURE) {
            return;
        }
        let reason = self.by_hand.words[reason as usize].reason.filter(|r| r.0 == verdict);
        let clause = reason.map_or(VERDICT_CLAUSES[usize::from(verdict)], |(_, clause, _)| clause);
        let rests_in = if is_out { DISQUALIFIED } else { NURTURE };
        if self.in_pass() {
            self.tell(What::PassClosed, rests_in, clause, now);
        }
        self.returns = None;
        self.enter(rests_in, clause, now);
        if let Some((_, _, Some(days))) = reason {
            let at = Instant(now.at.0 + days * Instant::PER_DAY);
            self.returns = Some((at, now.cause));
            self.alarm = self.alarm.min(at);
        }
        self.start_promises(now);
    }

    pub(super) fn enter(&mut self, to: u8, clause: u16, now: Moment) {
        self.leave_clocks(to, now);
        self.tell(What::StageEntered, to, clause, now);
        self.stage = to;
        self.started = false;
        self.precision = now.precision;
        if to == MQL {
            self.hot_started = false;
            self.tell(What::HandoffWanted, 0, HANDOFF_CLAUSE, now);
        }
    }

    /// Decides everything that time alone decides before `limit`.
    #[cold]
    pub(super) fn pass_time(&mut self, limit: Instant) {
        loop {
            let returns = self.returns.map_or(Instant::NEVER, |(at, _)| at);
            let at = returns.min(self.clocks.next_due());
            self.alarm = at;
            if at >= limit {
                return;
            }
            if let (true, Some((_, cause))) = (returns == at, self.returns) {
                let cause = DerivedCause { kind: CauseKind::Time, ..cause };
                self.open_pass(ENGAGED, Moment { at, precision: self.precision, cause });
                let cause = DerivedCause::TIME;
                self.start_promises(Moment { at, precision: self.precision, cause });
            }
            self.break_clocks(at);
        }
    }

    fn tell(&mut self, what: What, target: u8, clause: u16, now: Moment) {
        self.sink.decide(Derived {
            at: now.at,
            due: Instant::NEVER,
            cause: now.cause,
            version: 0,
            terms: 0,
            clause: ClauseIndex(clause),
            pass: self.pass,
            what,
            target,
            precision: now.precision,
        });
    }
}
