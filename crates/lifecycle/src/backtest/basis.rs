//! What a lead's decisions rest on.

use super::count::Sureness;
use crate::reign::Reign;
use charter::Effect;
use facts::{Code, Instant, Precision};
use timeline::Story;

/// The codes that a reign reads at all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Basis {
    reads: Vec<bool>,
    adopted_at: Instant,
}

impl Basis {
    pub(super) fn of(reign: &Reign) -> Self {
        let programs = || reign.versions().iter().map(|version| &version.program);
        let codes = programs().map(|program| program.effects.len()).max().unwrap_or(0);
        let is_read = |code: usize| {
            let code = Code(code as u16);
            programs().any(|program| does_anything(program.effect(code)))
        };
        Self { reads: (0..codes).map(is_read).collect(), adopted_at: reign.adopted_at() }
    }

    /// From when on decisions about a lead rest on a fact that is dated for want of a date, such
    /// as a value that an export gives as of its own day: [`Instant::NEVER`] when they never do.
    pub(super) fn assumed_from(&self, story: Story<'_>, until: Instant) -> Instant {
        let undated = story.rows.iter().find(|row| {
            row.flags.precision() == Precision::Unknown
                && self.reads.get(usize::from(row.code.0)).copied().unwrap_or(false)
        });
        // What comes later is not read at all.
        undated.map(|row| row.at).filter(|at| *at <= until).unwrap_or(Instant::NEVER)
    }

    /// How sure something decided then is: assumed in retrospect, and from the instant on from
    /// which it rests on facts without a date.
    pub(super) fn sure(
        &self,
        at: Instant,
        precision: Precision,
        undated_from: Instant,
    ) -> Sureness {
        let assumed = at < self.adopted_at || precision == Precision::Unknown || at >= undated_from;
        if assumed { Sureness::Assumed } else { Sureness::Exact }
    }
}

fn does_anything(effect: &Effect) -> bool {
    // Where a code feeds no window, the empty range may stand anywhere.
    let Effect { windows, .. } = effect;
    !windows.is_empty() || Effect { windows: 0..0, ..effect.clone() } != Effect::NOTHING
}
