//! A zone's offsets from UTC over the covered years, and its days.

use crate::{CalendarError, Day, bucket_index::BucketIndex};
use facts::Instant;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// No zone is further from UTC, microseconds.
const OFFSET_MICROS_MAX: i64 = 26 * Instant::PER_HOUR;
/// Buckets of 2^40 µs, 12.7 days: a few thousand, seldom with more than one transition.
const SHIFT: u32 = 40;
/// Longer names are refused unread; the longest of IANA has 30 bytes.
const NAME_BYTES_MAX: usize = 64;

/// A stretch of time with one offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stretch {
    /// Its first instant, microseconds UTC.
    pub(crate) from: i64,
    /// Where the next one starts.
    pub(crate) to: i64,
    /// Local time less UTC, microseconds.
    pub(crate) offset: i64,
}

/// Offsets from 1990 to 2100; before and after, the nearest one holds.
#[derive(Clone)]
pub(crate) struct Zone {
    stretches: Box<[Stretch]>,
    index: BucketIndex,
}

impl Zone {
    /// The zone of an IANA name, from the bundled database.
    pub(crate) fn named(name: &str) -> Result<Self, CalendarError> {
        let refuse = || CalendarError::UnknownZone(name.chars().take(NAME_BYTES_MAX).collect());
        if name.len() > NAME_BYTES_MAX {
            return Err(refuse());
        }
        let zone = TimeZoneDatabase::bundled().get(name).map_err(|_| refuse())?;
        if zone.is_unknown() { Err(refuse()) } else { Ok(Self::new(&zone)) }
    }

    fn new(zone: &TimeZone) -> Self {
        let first = Instant::EARLIEST.to_timestamp();
        let offset = micros(zone.to_offset(first));
        let mut stretches = vec![Stretch { from: i64::MIN, to: i64::MAX, offset }];
        let covered = zone.following(first).map(|change| (change.timestamp(), change.offset()));
        for (at, offset) in covered.take_while(|(at, _)| *at < Instant::LATEST.to_timestamp()) {
            let (from, offset) = (at.as_microsecond(), micros(offset));
            if let Some(last) = stretches.last_mut().filter(|last| last.offset != offset) {
                last.to = from;
                stretches.push(Stretch { from, to: i64::MAX, offset });
            }
        }
        let origin = Instant::EARLIEST.0;
        let keys: Vec<_> = stretches.iter().map(|s| s.from.saturating_sub(origin)).collect();
        let index = BucketIndex::new(&keys, Instant::LATEST.0 - origin, SHIFT);
        Self { stretches: stretches.into(), index }
    }

    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The date that a wall clock shows.
    #[inline]
    pub(crate) fn day_of(&self, at: i64) -> Day {
        let offset = self.stretches[self.row_of(at)].offset;
        Day(at.saturating_add(offset).div_euclid(Instant::PER_DAY) as i32)
    }

    /// The first instant at which a wall clock shows this date or a later one.
    pub(crate) fn day_start(&self, day: Day) -> i64 {
        self.first_showing(i64::from(day.0).saturating_mul(Instant::PER_DAY))
    }

    /// The instant at which a wall clock shows the same time so many days later.
    #[inline]
    pub(crate) fn days_later(&self, at: i64, days: u16) -> i64 {
        let stretch = &self.stretches[self.row_of(at)];
        let span = i64::from(days) * Instant::PER_DAY;
        let later = at.saturating_add(span);
        if later < stretch.to {
            later
        } else {
            self.first_showing(later.saturating_add(stretch.offset))
        }
    }

    /// The first instant at which a wall clock shows this local time or a later one; local
    /// microseconds since 1970.
    fn first_showing(&self, local: i64) -> i64 {
        let row = self.row_of(local.saturating_sub(OFFSET_MICROS_MAX));
        let starts = self.stretches[row..]
            .iter()
            .map(|stretch| (local.saturating_sub(stretch.offset).max(stretch.from), stretch.to));
        starts.clone().find(|(start, to)| start < to).map_or(i64::MAX, |(start, _)| start)
    }

    #[inline]
    fn row_of(&self, at: i64) -> usize {
        let at = at.clamp(Instant::EARLIEST.0, Instant::LATEST.0);
        self.index.seek(at - Instant::EARLIEST.0, |row| {
            self.stretches.get(row).map_or(i64::MAX, |s| s.from - Instant::EARLIEST.0)
        })
    }

    /// Heap memory, bytes.
    pub(crate) fn memory_bytes(&self) -> usize {
        size_of_val(&*self.stretches) + self.index.memory_bytes()
    }
}

fn micros(offset: jiff::tz::Offset) -> i64 {
    i64::from(offset.seconds()) * Instant::PER_SECOND
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Against jiff, every 7 h 13 min of the covered years, and each side of each change.
    fn check(name: &str) {
        let (zone, oracle) = (Zone::named(name).unwrap(), of(name));
        let changes = zone.stretches()[1..].iter().flat_map(|s| [s.from - 1, s.from]);
        let steps = (Instant::EARLIEST.0..Instant::LATEST.0).step_by(433 * 60_000_000);
        for at in changes.chain(steps) {
            let expect = oracle.to_datetime(Instant(at).to_timestamp()).date();
            assert_eq!(zone.day_of(at).date(), expect, "{name} {:?}", Instant(at));
        }
        for day in Day::of(date(1990, 1, 2)).0..Day::of(date(2099, 12, 31)).0 {
            let start = zone.day_start(Day(day));
            assert!(zone.day_of(start) >= Day(day), "{name} {day}");
            assert!(zone.day_of(start - 1) < Day(day), "{name} {day}");
        }
    }

    fn of(name: &str) -> TimeZone {
        TimeZoneDatabase::bundled().get(name).unwrap()
    }

    #[test]
    fn days_agree_with_jiff_and_their_starts_with_the_days() {
        for name in [
            "UTC",
            "Europe/Paris",
            "America/New_York",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Africa/Casablanca",
            "Antarctica/Casey",
        ] {
            check(name);
        }
    }

    #[test]
    fn a_day_without_midnight_starts_when_the_clock_goes_on() {
        let zone = Zone::named("America/Sao_Paulo").unwrap();
        let start = zone.day_start(Day::of(date(2018, 11, 4)));
        assert_eq!(Instant(start), Instant::parse("2018-11-04T01:00:00-02:00").unwrap());
    }

    #[test]
    fn a_skipped_day_starts_with_the_next() {
        let zone = Zone::named("Pacific/Apia").unwrap();
        let [skipped, next] = [30, 31].map(|day| zone.day_start(Day::of(date(2011, 12, day))));
        assert_eq!(skipped, next);
        assert_eq!(zone.day_of(skipped).date(), date(2011, 12, 31));
        assert_eq!(zone.day_of(skipped - 1).date(), date(2011, 12, 29));
    }

    #[test]
    fn far_days_saturate() {
        let zone = Zone::named("Europe/Paris").unwrap();
        assert!(zone.day_start(Day(i32::MAX)) > Instant::LATEST.0);
        assert!(zone.day_start(Day(i32::MIN)) < Instant::EARLIEST.0);
        assert!(zone.day_of(i64::MAX) > zone.day_of(i64::MIN));
    }

    #[test]
    fn unknown_zones_are_refused_by_name() {
        for name in ["", "Mars/Olympus", "Etc/Unknown", "../etc/passwd"] {
            let refused = CalendarError::UnknownZone(name.to_owned());
            assert_eq!(Zone::named(name).err(), Some(refused));
        }
        assert!(Zone::named(&"x".repeat(10_000)).err().unwrap().to_string().len() < 200);
    }
}
