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
    pub(crate) fn evidence(&mut self, index: usize, row: &Row, effect: &Effect) {
        self.count(row.at, effect);
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
    }

    /// Counts what happened: sets literals, adds points.
    #[inline]
    pub(crate) fn count(&mut self, at: Instant, effect: &Effect) {
        self.lead.bits = self.lead.bits.patched(&effect.clears, &effect.sets);
        if effect.points != 0.0 {
            self.engage(at, effect);
        }
    }

    fn learn(&mut self, slot: usize, row: &Row, effect: &Effect) {
        let table = &self.program.traits[slot];
        let known = table.answer(row.value());
        let answer = known.unwrap_or(&table.unknown);
        let lead = &mut *self.lead;
        let before = lead.bits;
        lead.bits = before.patched(&table.all, &answer.bits);
        let mut fit = lead.fit_milli + answer.fit_milli - lead.trait_fit[slot];
        lead.trait_fit[slot] = answer.fit_milli;
        for &index in &table.fit_clauses {
            let (when, points) = &self.program.fit_clauses[usize::from(index)];
            fit += points * i64::from(when.holds(&lead.bits));
            fit -= points * i64::from(when.holds(&before));
        }
        self.set_fit(fit);
        if !effect.windows.is_empty() {
            if known.is_some() {
                self.feed_windows(row.at, effect);
            } else {
                for feed in effect.windows.clone() {
                    self.empty_window(usize::from(self.program.window_feeds[usize::from(feed)]));
                }
                self.refit();
            }
        }
    }

    /// Sums the fit clauses anew.
    pub(crate) fn refit(&mut self) {
        let alone: i64 = self.lead.trait_fit.iter().sum();
        self.set_fit(alone + self.program.fit_of(&self.lead.bits));
    }

    fn set_fit(&mut self, fit: i64) {
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
        for &slot in &self.program.account_traits {
            let slot = usize::from(slot);
            self.lead.trait_fit[slot] = self.program.traits[slot].unknown.fit_milli;
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
        lead.empty(window.ring, window.times);
        lead.alive &= !(1 << index);
        lead.bits = lead.bits.patched(&window.yes, &window.no);
    }

    /// Adds the points of a touch, unless its cap is reached.
    #[inline]
    fn engage(&mut self, at: Instant, effect: &Effect) {
        if effect.cap != Effect::UNCAPPED && !self.within_cap(usize::from(effect.cap), at) {
            return;
        }
        let lead = &mut *self.lead;
        let kept = lead.engagement * self.program.decay.kept(lead.anchor, at);
        // Never below nothing, so that time alone only ever lowers it.
        let score = (kept + effect.points).max(0.0);
        lead.engagement = score;
        lead.anchor = at;
        if score < lead.floor || score >= lead.ceiling {
            self.reach_level(score);
        }
        if self.watches_fall {
            self.arm_fall();
        }
    }

    /// Makes the literals about engagement true to a score.
    #[cold]
    fn reach_level(&mut self, score: f64) {
        let program = self.program;
        let level = program.engagement.level(score);
        self.lead.set_level(program, level);
        let answers = program.engagement.answers(level);
        self.lead.bits = self.lead.bits.patched(program.engagement.all(), answers);
    }

    /// Whether points count once more; notes that they do.
    fn within_cap(&mut self, index: usize, at: Instant) -> bool {
        let cap = &self.program.caps[index];
        let counts = self.lead.oldest(cap.ring) + cap.span_micros <= at.0;
        if counts {
            self.lead.push(cap.ring, cap.times, at);
        }
        counts
    }

    /// Makes the literals about engagement true to this instant.
    pub(crate) fn refresh_engagement(&mut self, at: Instant) {
        let score = self.engagement_at(at);
        if score < self.lead.floor {
            self.reach_level(score);
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
        lead.set_level(program, program.engagement.level(0.0));
        if lead.counted {
            for cap in &program.caps {
                lead.empty(cap.ring, cap.times);
            }
            self.empty_windows(|window| window.per_pass);
        }
    }
}

/// When something that happened then is too old for a window.
pub(crate) fn expiry(happened: i64, span_micros: Option<i64>) -> i64 {
    span_micros.map_or(i64::MAX, |span| happened.saturating_add(span))
}
