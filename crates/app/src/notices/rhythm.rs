//! When people are told.

use super::kind::NoticeKind;
use facts::Instant;
use jiff::ToSpan;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use store::{Preference, Rhythm};

/// The hour at which digests leave, where nobody chose another.
const USUAL_HOUR: u8 = 8;

/// How somebody is told of a kind of notice who chose nothing: at once of what is their own or needs
/// an answer; heads together once a day of what their teams are late with, and marketing of what
/// sales says.
#[must_use]
pub fn usual_rhythm(kind: NoticeKind, is_named: bool, is_head: bool) -> Rhythm {
    match kind {
        NoticeKind::PromiseBroken if is_head && !is_named => Rhythm::Daily { hour: USUAL_HOUR },
        NoticeKind::VerdictGiven => Rhythm::Daily { hour: USUAL_HOUR },
        _ => Rhythm::Immediate,
    }
}

/// How somebody is told, by what they chose or as is usual.
pub(crate) fn rhythm(
    chosen: &[Preference],
    kind: NoticeKind,
    channel: &str,
    (is_named, is_head): (bool, bool),
) -> Rhythm {
    let own = chosen.iter().find(|it| it.kind == kind.word() && it.channel == channel);
    own.map_or_else(|| usual_rhythm(kind, is_named, is_head), |it| it.rhythm)
}

/// When a digest leaves next after an instant, by the clocks of a zone; `None` for a rhythm that is
/// no digest's. Where a clock change leaves the hour out, it leaves as soon after as there is one.
///
/// ```
/// use facts::Instant;
/// use store::Rhythm;
///
/// let friday = Instant::parse("2026-03-27T20:00:00Z").unwrap();
/// let monday = Rhythm::Weekly { weekday: 1, hour: 8 };
/// let next = app::next_digest(monday, friday, "Europe/Berlin").unwrap();
/// assert_eq!(next, Instant::parse("2026-03-30T06:00:00Z").unwrap());
/// ```
#[must_use]
pub fn next_digest(rhythm: Rhythm, after: Instant, zone: &str) -> Option<Instant> {
    let (weekday, hour) = match rhythm {
        Rhythm::Daily { hour } => (None, hour),
        Rhythm::Weekly { weekday, hour } => (Some(weekday), hour),
        Rhythm::Off | Rhythm::Immediate => return None,
    };
    let zone = TimeZoneDatabase::bundled().get(zone).unwrap_or(TimeZone::UTC);
    let today = after.to_timestamp().to_zoned(zone.clone()).date();
    // A week and a day, since today's hour may be over.
    for days in 0..=8 {
        let Ok(date) = today.checked_add(i64::from(days).days()) else { break };
        if weekday.is_some_and(|day| date.weekday().to_monday_one_offset() as u8 != day) {
            continue;
        }
        let at = date.at(hour.min(23) as i8, 0, 0, 0).to_zoned(zone.clone()).ok()?;
        let at = Instant(at.timestamp().as_microsecond());
        if at > after {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn a_digest_leaves_at_its_hour_in_the_companys_zone() {
        let daily = Rhythm::Daily { hour: 8 };
        let next = |after: &str| next_digest(daily, at(after), "Europe/Berlin").unwrap();
        assert_eq!(next("2026-03-02T06:59:00Z"), at("2026-03-02T07:00:00Z"));
        assert_eq!(next("2026-03-02T07:00:00Z"), at("2026-03-03T07:00:00Z"), "never twice");
        assert_eq!(next("2026-03-28T12:00:00Z"), at("2026-03-29T06:00:00Z"), "summer time");
        assert_eq!(next_digest(Rhythm::Immediate, at("2026-03-02T06:59:00Z"), "UTC"), None);
    }

    #[test]
    fn a_weekly_digest_leaves_on_its_day() {
        let weekly = Rhythm::Weekly { weekday: 1, hour: 8 };
        let next = |after: &str| next_digest(weekly, at(after), "UTC").unwrap();
        assert_eq!(next("2026-03-02T07:59:00Z"), at("2026-03-02T08:00:00Z"), "a Monday");
        assert_eq!(next("2026-03-02T08:00:00Z"), at("2026-03-09T08:00:00Z"));
        assert_eq!(next("2026-03-08T23:00:00Z"), at("2026-03-09T08:00:00Z"));
    }

    #[test]
    fn heads_are_told_of_breaches_together_and_of_escalations_at_once() {
        let usual = |kind, named| usual_rhythm(kind, named, true);
        assert_eq!(usual(NoticeKind::PromiseBroken, false), Rhythm::Daily { hour: 8 });
        assert_eq!(usual(NoticeKind::PromiseBroken, true), Rhythm::Immediate, "of their own lead");
        assert_eq!(usual(NoticeKind::Escalated, false), Rhythm::Immediate);
        assert_eq!(usual_rhythm(NoticeKind::PromiseBroken, false, false), Rhythm::Immediate);
    }
}
