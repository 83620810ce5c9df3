//! Random calendars, each from a number, with their naive counterpart.

use crate::naive::Naive;
use facts::Instant;
use jiff::{ToSpan, civil::date, tz::TimeZoneDatabase};
use std::sync::LazyLock;
use worktime::{Calendar, Span, WeeklyHours};

/// Zones known to be difficult, and some that are not.
const ZONES: [&str; 24] = [
    "UTC",
    "Europe/Paris",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Caracas",
    "America/Havana",
    "America/Scoresbysund",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Gaza",
    "Asia/Pyongyang",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Pacific/Chatham",
    "Antarctica/Troll",
];

/// A calendar beside what it was made of.
pub(crate) struct Sample {
    pub(crate) calendar: Calendar,
    pub(crate) naive: Naive,
    /// Instants at which the offset changes, microseconds UTC; at least one.
    pub(crate) changes: Vec<i64>,
}

/// Calendars that most cases share, since making one costs more than asking it.
pub(crate) static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| (0..240).map(sample).collect());

/// The calendar of a number.
pub(crate) fn sample(seed: u64) -> Sample {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let name = ZONES[(seed % 24) as usize];
    let zone = TimeZoneDatabase::bundled().get(name).unwrap();
    let mut hours = WeeklyHours { days: std::array::from_fn(|_| spans(&mut dice)) };
    // Without this, a calendar in a thousand would never open.
    hours.days[seed as usize % 7] = vec![Span { from: 0, to: 1440 }];
    let first = date(1990, 1, 1);
    let holidays: Vec<_> =
        (0..dice.roll(2_000)).map(|_| first + (dice.roll(40_177) as i64).days()).collect();
    let calendar = Calendar::new(name, &hours, &holidays).unwrap();
    let changes = zone.following(Instant::EARLIEST.to_timestamp());
    let mut changes: Vec<_> = changes.take(200).map(|c| c.timestamp().as_microsecond()).collect();
    // UTC has none.
    changes.push(Instant::EARLIEST.0 + 10 * Instant::PER_DAY);
    Sample { calendar, naive: Naive { zone, hours, holidays }, changes }
}

/// None to four spans, some of them touching, at odd minutes or at midnight.
fn spans(dice: &mut Dice) -> Vec<Span> {
    let mut marks: Vec<u16> = (0..dice.roll(5) * 2)
        .map(|_| match dice.roll(4) {
            0 => dice.roll(4 * 60 + 1) as u16,
            1 => [0, 120, 540, 1440][dice.roll(4) as usize],
            _ => dice.roll(1441) as u16,
        })
        .collect();
    marks.sort_unstable();
    let pairs = marks.chunks_exact(2).map(|pair| Span { from: pair[0], to: pair[1] });
    pairs.filter(|span| span.from < span.to).collect()
}

/// A xorshift generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}
