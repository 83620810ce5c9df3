//! How a column writes its times, and whether the data proves the order of day and month.

use crate::moment::{Moment, TimeFormat};
use facts::Instant;
use jiff::tz::TimeZone;
use std::sync::LazyLock;

/// Whether the day or the month is written first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateOrder {
    /// `31/1/2026`.
    DayFirst,
    /// `1/31/2026`.
    MonthFirst,
}

/// How the order of day and month is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ordered {
    /// The format leaves no choice, as `2026-01-31`.
    ByFormat,
    /// A value that can only be read one way, with its line.
    Proven {
        /// The order.
        order: DateOrder,
        /// The value.
        value: String,
        /// Its line, from 1.
        line: u64,
        /// How many values can only be read that way.
        values: u64,
    },
    /// No day is above 12: both can be right.
    Ambiguous,
}

/// The values of a column that are times.
#[derive(Clone, Debug, Default)]
pub(crate) struct TimeProfile {
    tried: u64,
    fits: Vec<Fit>,
}

/// A format with what it could read.
#[derive(Clone, Debug)]
struct Fit {
    format: &'static Candidate,
    read: u64,
    /// Values that only this order can read.
    proofs: u64,
    proof: Option<(String, u64)>,
    first: Instant,
    last: Instant,
}

#[derive(Debug)]
struct Candidate {
    text: String,
    format: TimeFormat,
    order: Option<DateOrder>,
}

static CANDIDATES: LazyLock<Vec<Candidate>> = LazyLock::new(candidates);

/// After so many values that no format reads, a column has no times.
const PATIENCE: u64 = 40;

fn candidates() -> Vec<Candidate> {
    const FIXED: &[&str] = &[
        "%Y-%m-%d",
        "rfc3339",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y/%m/%d",
        "%Y/%m/%d %H:%M",
        "%Y/%m/%d %H:%M:%S",
        "%Y.%m.%d",
        "%d %b %Y",
        "%d-%b-%Y",
        "%d-%b-%y",
        "%b %d, %Y",
        "%B %d, %Y",
        "%d %B %Y",
        "%b %d, %Y %I:%M %p",
        "%B %d, %Y %I:%M %p",
        "%d %b %Y %H:%M",
        "%d-%b-%Y %H:%M",
        "%d-%b-%Y %H:%M:%S",
        "%Y-%m-%d %H:%M:%S%z",
        "%Y-%m-%d %H:%M:%S %z",
        "%Y-%m-%dT%H:%M:%S%.f%z",
    ];
    const CLOCKS: &[&str] =
        &["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", ", %H:%M", ", %I:%M %p"];
    let fixed = FIXED.iter().map(|text| ((*text).to_owned(), None));
    let mut texts: Vec<(String, Option<DateOrder>)> = fixed.collect();
    for separator in ["/", ".", "-"] {
        for year in ["%Y", "%y"] {
            for clock in CLOCKS {
                let day_first = format!("%d{separator}%m{separator}{year}{clock}");
                let month_first = format!("%m{separator}%d{separator}{year}{clock}");
                texts.push((day_first, Some(DateOrder::DayFirst)));
                texts.push((month_first, Some(DateOrder::MonthFirst)));
            }
        }
    }
    let read = |(text, order): (String, Option<DateOrder>)| {
        let format = TimeFormat::read(&text).ok()?;
        Some(Candidate { text, format, order })
    };
    texts.into_iter().filter_map(read).collect()
}

/// Whether a text can be a time at all; most texts cannot, and reading is slow.
fn may_be_time(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (6..=40).contains(&text.len()) && digits >= 3 && digits < text.len()
}

impl TimeProfile {
    pub(crate) fn look(&mut self, text: &str, line: u64) {
        self.tried += 1;
        if !may_be_time(text) || self.fits.is_empty() && self.tried > PATIENCE {
            return;
        }
        if self.fits.is_empty() {
            let read = |candidate: &'static Candidate| {
                let Moment { at, .. } = candidate.format.moment(text, &TimeZone::UTC).ok()?;
                let (first, last) = (at, at);
                Some(Fit { format: candidate, read: 0, proofs: 0, proof: None, first, last })
            };
            self.fits = CANDIDATES.iter().filter_map(read).collect();
            // One value may not prove the order: the other order of the same format stays.
            let others = self.fits.iter().filter_map(|fit| other_order(fit.format));
            let others: Vec<_> = others.filter(|other| !self.has(other)).collect();
            let first = self.fits.first().map_or(Instant::NEVER, |fit| fit.first);
            self.fits.extend(others.into_iter().map(|format| {
                let (first, last) = (first, first);
                Fit { format, read: 0, proofs: 0, proof: None, first, last }
            }));
        }
        let results: Vec<Option<Instant>> = self
            .fits
            .iter()
            .map(|fit| fit.format.format.moment(text, &TimeZone::UTC).ok().map(|it| it.at))
            .collect();
        let one_order = results.iter().zip(&self.fits).all(|(at, fit)| {
            let other = other_order(fit.format);
            let other =
                other.and_then(|other| self.fits.iter().position(|it| same(it.format, other)));
            at.is_none() || other.is_some_and(|other| results[other].is_none())
        });
        for (fit, at) in self.fits.iter_mut().zip(results) {
            let Some(at) = at else { continue };
            fit.first = if fit.read == 0 { at } else { fit.first.min(at) };
            fit.last = if fit.read == 0 { at } else { fit.last.max(at) };
            fit.read += 1;
            if one_order && fit.format.order.is_some() {
                fit.proofs += 1;
                fit.proof.get_or_insert_with(|| (text.to_owned(), line));
            }
        }
    }

    fn has(&self, candidate: &Candidate) -> bool {
        self.fits.iter().any(|fit| same(fit.format, candidate))
    }

    /// The format that reads nearly all values of a column with so many, how the order of day and
    /// month is known, and the first and the last time. `wished` decides where the data does not.
    pub(crate) fn format(&self, values: u64, wished: Option<DateOrder>) -> Option<Times<'_>> {
        let most = self.fits.iter().map(|fit| fit.read).max().filter(|most| *most > 0)?;
        // One value in fifty may be broken.
        if most * 50 < values * 49 {
            return None;
        }
        let best: Vec<&Fit> = self.fits.iter().filter(|fit| fit.read == most).collect();
        let orders = |order| best.iter().any(|fit| fit.format.order == Some(order));
        let ambiguous = orders(DateOrder::DayFirst) && orders(DateOrder::MonthFirst);
        let wanted = |fit: &&&Fit| match (ambiguous, wished) {
            (true, Some(order)) => fit.format.order == Some(order),
            _ => true,
        };
        let fit = best.iter().find(wanted).or_else(|| best.first())?;
        let ordered = match (fit.format.order, ambiguous, &fit.proof) {
            (None, ..) => Ordered::ByFormat,
            (Some(_), true, _) => Ordered::Ambiguous,
            (Some(order), false, Some((value, line))) => {
                Ordered::Proven { order, value: value.clone(), line: *line, values: fit.proofs }
            }
            (Some(_), false, None) => Ordered::Ambiguous,
        };
        let unread = values.saturating_sub(most);
        Some(Times { format: &fit.format.text, ordered, first: fit.first, last: fit.last, unread })
    }
}

/// How a column writes its times.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Times<'a> {
    pub(crate) format: &'a str,
    pub(crate) ordered: Ordered,
    /// In UTC.
    pub(crate) first: Instant,
    pub(crate) last: Instant,
    /// How many values it cannot read.
    pub(crate) unread: u64,
}

fn same(one: &Candidate, other: &Candidate) -> bool {
    one.text == other.text
}

/// The format with day and month the other way round.
fn other_order(candidate: &Candidate) -> Option<&'static Candidate> {
    candidate.order?;
    let text = &candidate.text;
    let (first, separator, second, rest) =
        (text.get(..2)?, text.get(2..3)?, text.get(3..5)?, text.get(5..)?);
    let text = format!("{second}{separator}{first}{rest}");
    CANDIDATES.iter().find(|other| other.text == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(values: &[&str]) -> TimeProfile {
        let mut profile = TimeProfile::default();
        for (index, value) in values.iter().enumerate() {
            profile.look(value, index as u64 + 2);
        }
        profile
    }

    fn format(values: &[&str]) -> Option<(String, Ordered)> {
        let profile = profile(values);
        let times = profile.format(values.len() as u64, None)?;
        Some((times.format.to_owned(), times.ordered))
    }

    #[test]
    fn a_day_above_twelve_proves_the_order_and_is_quoted() {
        let (text, ordered) = format(&["1/2/2022", "1/13/2022", "2/1/2022"]).unwrap();
        assert_eq!(text, "%m/%d/%Y");
        let (order, value) = (DateOrder::MonthFirst, "1/13/2022".to_owned());
        assert_eq!(ordered, Ordered::Proven { order, value, line: 3, values: 1 });
        assert_eq!(format(&["13.1.2022 9:05", "1.2.2022 10:00"]).unwrap().0, "%d.%m.%Y %H:%M");
        let salesforce = format(&["02/23/26 08:55 PM", "03/07/26 09:00 PM"]).unwrap();
        assert_eq!(salesforce.0, "%m/%d/%y %I:%M %p");
    }

    #[test]
    fn without_such_a_day_the_order_stays_open_and_a_wish_decides() {
        let values = ["1/2/2022", "3/4/2022"];
        assert_eq!(format(&values).unwrap().1, Ordered::Ambiguous);
        let profile = profile(&values);
        let wished = |order| profile.format(2, Some(order)).unwrap().format.to_owned();
        assert_eq!(wished(DateOrder::DayFirst), "%d/%m/%Y");
        assert_eq!(wished(DateOrder::MonthFirst), "%m/%d/%Y");
    }

    #[test]
    fn formats_that_leave_no_choice_need_no_proof() {
        let cases = [
            ("2018-02-26 19:58:54", "%Y-%m-%d %H:%M:%S"),
            ("2018-02-01", "%Y-%m-%d"),
            ("2011-10-01T00:38:44.546+02:00", "rfc3339"),
            ("Feb 23, 2026", "%b %d, %Y"),
        ];
        for (value, wanted) in cases {
            let (text, ordered) = format(&[value]).unwrap();
            assert_eq!((text.as_str(), ordered), (wanted, Ordered::ByFormat), "{value}");
        }
    }

    #[test]
    fn names_numbers_and_phones_are_no_times() {
        for values in [["Ann Arbor"; 3], ["12345.5"; 3], ["(512) 757-6000"; 3], ["1-2-3-4"; 3]] {
            assert_eq!(format(&values), None, "{values:?}");
        }
    }
}
