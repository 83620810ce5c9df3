//! What holds for every calendar, instant and span.

mod laws;
mod naive;
mod oracle;
mod sample;

use facts::Instant;
use proptest::prelude::*;
use sample::Sample;

/// Where in time to look: anywhere in the covered years, or close to a change of the offset.
#[derive(Clone, Copy, Debug)]
enum Spot {
    Anywhere(i64),
    NearChange { nth: usize, away: i64 },
}

impl Spot {
    fn of(self, sample: &Sample) -> Instant {
        match self {
            Self::Anywhere(at) => Instant(at),
            Self::NearChange { nth, away } => {
                let at = sample.changes[nth % sample.changes.len()] + away;
                // Beyond the covered years a calendar knows one offset only.
                Instant(at).clamp(Instant::EARLIEST, Instant(Instant::LATEST.0 - 1))
            }
        }
    }
}

fn spot() -> impl Strategy<Value = Spot> {
    let day = Instant::PER_DAY;
    let near = |away| (0..1_000_usize, away).prop_map(|(nth, away)| Spot::NearChange { nth, away });
    prop_oneof![
        (Instant::EARLIEST.0..Instant::LATEST.0).prop_map(Spot::Anywhere),
        near(-2 * day..2 * day),
        // On the hour, where hours open and close.
        (0..1_000_usize, -30..30_i64)
            .prop_map(|(nth, h)| Spot::NearChange { nth, away: h * Instant::PER_HOUR }),
        near(-3..4),
    ]
}

/// A span of business time, microseconds: nothing, a moment, hours, months, decades.
fn span() -> impl Strategy<Value = i64> {
    let hour = Instant::PER_HOUR;
    prop_oneof![
        Just(0),
        1..5_i64,
        (0..200_i64).prop_map(move |hours| hours * hour),
        0..200 * hour,
        0..20_000 * hour,
        0..400_000 * hour,
    ]
}
