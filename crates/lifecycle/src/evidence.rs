//! What facts say, before anything is decided: traits, scores, counts.

use crate::derived::Sink;
use crate::fold::Run;
use crate::lead::LONG_AGO;
use charter::{Act, Effect, Program};
use facts::Instant;
use timeline::Row;

impl<S: Sink> Run<'_, S> {
    /// Takes in what a row says. Decides nothing; also used to read the past again when a new
    /// version takes force.
    #[inline]
    pub(crate) fn evidence(&mut self, index: usize, row: &Row, effect: &Effect) {
        let lead = &mut *self.lead;
        lead.bits = lead.bits.patched(&effect.clears, &effect.sets);
        match effect.act {
            Act::Trait(slot) => self.learn(usize::from(slot), row, effect),
            Act::AccountLink => self.forget_account(),
            Act::Verdict(verdict) => {
                let program = self.program;
                let literals = program.verdict_literals(verdict, self.reason(index));
                let bits = &mut self.lead.bits;
                *bits = bits.patched(&program.verdicts.all, &literals);
            }
            Act::Nothing | Act::Assignment | Act::Reopening => {
                if !effect.windows.is_empty() {
                    self.feed_windows(row.at, effect);
                }
            }
        }
        if effect.points != 0.0 {
            self.engage(row.at, effect);
        }
    }

    fn learn(&mut self, slot: usize, row: &Row, effect: &Effect) {
        let table = &self.program.traits[slot];
        let value = row.value();
        let before = self.lead.bits;
        self.lead.bits = before.patched(&table.all, &table.literals(value));
        if !effect.windows.is_empty() {
            if table.is_known(value) {
                self.feed_windows(row.at, effect);
            } else {
                for feed in effect.windows.clone() {
                    self.empty_window(usize::from(self.program.window_feeds[usize::from(feed)]));
                }
            }
        }
        if table.feeds_fit && self.lead.bits != before {
            self.refit();
        }
    }

    /// Sums the fit clauses anew.
    pub(crate) fn refit(&mut self) {
        let fit = self.program.fit_of(&self.lead.bits);
        if fit != self.lead.fit_milli {
            self.lead.fit_milli = fit;
            let levels = &self.program.fit;
            let answers = levels.answers(levels.level(fit));
            self.lead.bits = self.lead.bits.patched(levels.all(), answers);
        }
    }

    /// What was known of the last account does not hold for the next.
    fn forget_account(&mut self) {
        let account = &self.program.account;
        self.lead.bits = self.lead.bits.patched(&account.all, &account.start);
        self.empty_windows(|window| window.per_account);
        self.refit();
    }

    fn feed_windows(&mut self, at: Instant, effect: &Effect) {
        let program = self.program;
        for feed in effect.windows.clone() {
            let index = usize::from(program.window_feeds[usize::from(feed)]);
            let window = &program.windows[index];
            let lead = &mut *self.lead;
            let ring = &mut lead.rings[window.ring..window.ring + window.times];
            ring.rotate_left(1);
            ring[window.times - 1] = at.0;
            let expires = expiry(ring[0], window.span_micros);
            // What time ends at this instant still holds for the facts of this instant.
            if ring[0] != LONG_AGO && expires >= at.0 {
                lead.alive |= 1 << index;
                lead.bits = lead.bits.patched(&window.no, &window.yes);
                lead.alarm = lead.alarm.min(Instant(expires));
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
        let window = &self.program.windows[index];
        let lead = &mut *self.lead;
        lead.rings[window.ring..window.ring + window.times].fill(LONG_AGO);
        lead.alive &= !(1 << index);
        lead.bits = lead.bits.patched(&window.yes, &window.no);
    }

    /// Adds the points of a touch, unless its cap is reached.
    #[inline]
    fn engage(&mut self, at: Instant, effect: &Effect) {
        if effect.cap != Effect::UNCAPPED && !self.within_cap(usize::from(effect.cap), at) {
            return;
        }
        let program = self.program;
        let lead = &mut *self.lead;
        lead.engagement = lead.engagement * program.decay.kept(lead.anchor, at) + effect.points;
        lead.anchor = at;
        let level = program.engagement.level(lead.engagement);
        if level != lead.level {
            lead.level = level;
            let answers = program.engagement.answers(level);
            lead.bits = lead.bits.patched(program.engagement.all(), answers);
        }
        if self.watches_fall {
            self.arm_fall();
        }
    }

    /// Whether points count once more; notes that they do.
    fn within_cap(&mut self, index: usize, at: Instant) -> bool {
        let cap = &self.program.caps[index];
        let ring = &mut self.lead.rings[cap.ring..cap.ring + cap.times];
        let counts = ring[0] + cap.span_micros <= at.0;
        if counts {
            ring.rotate_left(1);
            ring[cap.times - 1] = at.0;
        }
        counts
    }

    /// Makes the literals about engagement true to this instant.
    pub(crate) fn refresh_engagement(&mut self, at: Instant) {
        let program = self.program;
        if program.engagement.is_empty() {
            return;
        }
        let level = program.engagement.level(self.engagement_at(at));
        if level != self.lead.level {
            self.lead.level = level;
            let answers = program.engagement.answers(level);
            self.lead.bits = self.lead.bits.patched(program.engagement.all(), answers);
        }
    }

    /// Engagement at an instant not before its anchor, in points.
    pub(crate) fn engagement_at(&self, at: Instant) -> f64 {
        self.lead.engagement * self.program.decay.kept(self.lead.anchor, at)
    }

    /// Sets the alarm for the fall of engagement below the level that it is in.
    pub(crate) fn arm_fall(&mut self) {
        let at = self.falls_at();
        self.lead.alarm = self.lead.alarm.min(at);
    }

    /// When engagement falls below the level that it is in.
    pub(crate) fn falls_at(&self) -> Instant {
        let Some(threshold) = self.program.engagement.begins(self.lead.level) else {
            return Instant::NEVER;
        };
        self.program.decay.falls_below(self.lead.engagement, self.lead.anchor, threshold)
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
        lead.level = program.engagement.level(0.0);
        for cap in &program.caps {
            lead.rings[cap.ring..cap.ring + cap.times].fill(LONG_AGO);
        }
        self.empty_windows(|window| window.per_pass);
    }
}

/// When something that happened then is too old for a window.
pub(crate) fn expiry(happened: i64, span_micros: Option<i64>) -> i64 {
    span_micros.map_or(i64::MAX, |span| happened.saturating_add(span))
}
