//! What facts say, before anything is decided: traits, fit, counts.

use crate::derived::Sink;
use crate::fold::Run;
use crate::lead::LONG_AGO;
use charter::{Act, Bits, Effect, Program};
use facts::Instant;
use timeline::Row;

impl<S: Sink> Run<'_, S> {
    /// Takes in what a row says. Decides nothing; also used to read the past again when a new
    /// version takes force.
    pub(crate) fn evidence(&mut self, index: usize, row: &Row, effect: &Effect) {
        self.count(row.at, effect);
        match effect.act {
            Act::Trait(slot) => {
                let known = self.learn(usize::from(slot), row);
                if !effect.windows.is_empty() {
                    self.date_trait(known, row.at, effect);
                }
            }
            Act::AccountLink => self.forget_account(),
            Act::Verdict(verdict) => {
                let program = self.program;
                let literals = program.verdict_literals(verdict, self.reason(index));
                self.know(&program.verdicts.all, &literals);
            }
            Act::Nothing | Act::Assignment | Act::Reopening => {
                if !effect.windows.is_empty() {
                    self.feed_windows(row.at, effect);
                }
            }
        }
    }

    /// Counts what happened: sets literals, adds points.
    #[inline]
    pub(crate) fn count(&mut self, at: Instant, effect: &Effect) {
        if effect.marks {
            self.know(&effect.clears, &effect.sets);
        }
        if self.scores && effect.points != 0.0 {
            self.engage(at, effect);
        }
    }

    /// Makes literals false and others true, and notes whether rules must be asked again.
    #[inline]
    pub(crate) fn know(&mut self, clear: &Bits, set: &Bits) {
        let bits = self.lead.bits.patched(clear, set);
        self.stirred |= bits.gained(&self.lead.bits, &self.interest);
        self.lead.bits = bits;
    }

    /// Takes in a trait's value; returns whether it is known now.
    #[inline]
    pub(crate) fn learn(&mut self, slot: usize, row: &Row) -> bool {
        let table = &self.program.traits[slot];
        let known = table.answer(row.value());
        let answer = known.unwrap_or(&table.unknown);
        let before = self.lead.bits;
        self.know(&table.all, &answer.bits);
        let lead = &mut *self.lead;
        let mut fit = lead.fit_milli + answer.fit_milli - lead.trait_fit[slot];
        lead.trait_fit[slot] = answer.fit_milli;
        for &index in &table.fit_clauses {
            let (when, points) = &self.program.fit_clauses[usize::from(index)];
            fit += points * i64::from(when.holds(&lead.bits));
            fit -= points * i64::from(when.holds(&before));
        }
        self.set_fit(fit);
        known.is_some()
    }

    /// Notes when a trait was learned last, for the rules that ask for it.
    fn date_trait(&mut self, known: bool, at: Instant, effect: &Effect) {
        if known {
            self.feed_windows(at, effect);
            return;
        }
        for feed in effect.windows.clone() {
            self.empty_window(usize::from(self.program.window_feeds[usize::from(feed)]));
        }
        self.refit();
    }

    /// Sums the fit clauses anew.
    pub(crate) fn refit(&mut self) {
        let alone: i64 = self.lead.trait_fit.iter().sum();
        self.set_fit(alone + self.program.fit_of(&self.lead.bits));
    }

    #[inline]
    fn set_fit(&mut self, fit: i64) {
        self.lead.fit_milli = fit;
        if !self.lead.fit_level.holds(fit) {
            let levels = &self.program.fit;
            let level = levels.level(fit);
            self.lead.fit_level = *level;
            self.know(levels.all(), &level.answers);
        }
    }

    /// What was known of the last account does not hold for the next.
    fn forget_account(&mut self) {
        let program = self.program;
        self.know(&program.account.all, &program.account.start);
        for &slot in &program.account_traits {
            let slot = usize::from(slot);
            self.lead.trait_fit[slot] = program.trait_fit_start_milli[slot];
        }
        self.empty_windows(|window| window.per_account);
        self.refit();
    }

    fn feed_windows(&mut self, at: Instant, effect: &Effect) {
        let program = self.program;
        for feed in effect.windows.clone() {
            let index = usize::from(program.window_feeds[usize::from(feed)]);
            let window = &program.windows[index];
            let lead = &mut *self.lead;
            let oldest = lead.push(window.ring, window.times, at);
            let expires = expiry(oldest, window.span_micros);
            // What time ends at this instant still holds for the facts of this instant.
            if oldest != LONG_AGO && expires >= at.0 {
                lead.alive |= 1 << index;
                lead.alarm = lead.alarm.min(Instant(expires));
                self.know(&window.no, &window.yes);
                if window.feeds_fit {
                    self.refit();
                }
            }
        }
    }

    /// Empties the windows that are meant.
    pub(crate) fn empty_windows(&mut self, meant: impl Fn(&charter::Window) -> bool) {
        let program = self.program;
        for (index, window) in program.windows.iter().enumerate() {
            if meant(window) {
                self.empty_window(index);
            }
        }
    }

    fn empty_window(&mut self, index: usize) {
        let program = self.program;
        let window = &program.windows[index];
        self.lead.empty(window.ring..window.ring + window.times);
        self.lead.alive &= !(1 << index);
        self.know(&window.yes, &window.no);
    }

    /// Forgets what belongs to a pass, before a new one.
    pub(crate) fn forget_pass(&mut self, at: Instant) {
        let program: &Program = self.program;
        let lead = &mut *self.lead;
        lead.bits = lead.bits.patched(&program.pass.all, &program.pass.start);
        for literal in &program.passes {
            if literal.compare.holds(f64::from(lead.pass), literal.value) == literal.answer {
                lead.bits |= literal.bit;
            }
        }
        lead.engagement = 0.0;
        lead.anchor = at;
        lead.level = *program.engagement.level(0.0);
        if lead.counted {
            lead.empty(program.cap_rings.clone());
            self.empty_windows(|window| window.per_pass);
        }
    }
}

/// When something that happened then is too old for a window.
pub(crate) fn expiry(happened: i64, span_micros: Option<i64>) -> i64 {
    span_micros.map_or(i64::MAX, |span| happened.saturating_add(span))
}
