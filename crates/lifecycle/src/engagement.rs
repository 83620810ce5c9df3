//! How engaged a lead is: points that are added, and decay.

use crate::derived::Sink;
use crate::fold::Run;
use charter::Effect;
use facts::Instant;

impl<S: Sink> Run<'_, S> {
    /// Adds the points of a touch, unless its cap is reached.
    #[inline(never)]
    pub(crate) fn engage(&mut self, at: Instant, effect: &Effect) {
        if effect.cap != Effect::UNCAPPED && !self.within_cap(usize::from(effect.cap), at) {
            return;
        }
        let lead = &mut *self.lead;
        let kept = lead.engagement * self.program.decay.kept(lead.anchor, at);
        // Never below nothing, so that time alone only ever lowers it.
        let score = (kept + effect.points).max(0.0);
        lead.engagement = score;
        lead.anchor = at;
        if !lead.level.holds(score) {
            self.reach_level(score);
        }
        if self.watches_fall {
            self.arm_fall();
        }
    }

    /// Makes the literals about engagement true to a score.
    #[cold]
    fn reach_level(&mut self, score: f64) {
        let levels = &self.program.engagement;
        let level = levels.level(score);
        self.lead.level = *level;
        self.know(levels.all(), &level.answers);
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
        if at > self.lead.anchor {
            let score = self.engagement_at(at);
            if score < self.lead.level.floor {
                self.reach_level(score);
            }
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
        let lead = &*self.lead;
        self.program.decay.falls_below(lead.engagement, lead.anchor, lead.level.floor)
    }
}
