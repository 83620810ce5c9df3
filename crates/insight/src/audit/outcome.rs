//! How it ended, how long that took, and what waits longer than what was won ever did.

use super::case::{Case, days, is_dated};
use crate::journey::Moment;
use crate::leads::Leads;
use crate::summary::Summary;
use facts::{Instant, Precision};
use worktime::Calendar;

/// How it ended, and how long that took.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// Who was won.
    pub won: Leads,
    /// Who was lost or refused, and not won.
    pub lost: Leads,
    /// Of so many.
    pub of: usize,
    /// Whether the export says who was lost; else only who was not won is known.
    pub has_lost: bool,
    /// Calendar days from the beginning until they were won.
    pub won_days: Option<Summary>,
    /// Calendar days from the beginning until they were lost.
    pub lost_days: Option<Summary>,
    /// What those won are worth together, where the export says it.
    pub won_amount: Option<f64>,
    /// Who was won or lost before the beginning, by the dates.
    pub contradicted: Leads,
}

/// Those still open for longer than nine in ten of those won took.
#[derive(Clone, PartialEq, Debug)]
pub struct Overstayed {
    /// They.
    pub leads: Leads,
    /// Of so many that are open and have a beginning.
    pub of: usize,
    /// Nine in ten of those won took so many calendar days at most.
    pub days: f64,
    /// How many were won and tell it.
    pub won: usize,
}

/// Fewer lengths of time make no distribution.
const LENGTHS_LEAST: usize = 10;

/// How it ended; `None` where the export says of nobody how.
pub(super) fn outcome(cases: &[Case], calendar: &Calendar) -> Option<Outcome> {
    let ids = |is: fn(&Case) -> bool| -> Leads {
        cases.iter().filter(|case| is(case)).map(Case::id).collect()
    };
    let (won, lost) = (ids(|case| case.won.is_some()), ids(is_lost));
    if won.is_empty() && lost.is_empty() {
        return None;
    }
    let lengths = |end: fn(&Case) -> Option<Moment>| {
        let apart = cases.iter().filter_map(|case| days(calendar, case.began(), end(case)));
        Summary::of(apart.map(|days| days as f64).collect()).filter(|it| it.n >= LENGTHS_LEAST)
    };
    let amounts: Vec<f64> =
        cases.iter().filter(|case| case.won.is_some()).filter_map(|case| case.amount).collect();
    let contradicted = cases.iter().filter(|case| {
        days(calendar, case.began(), case.won.or(case.lost)).is_some_and(|days| days < 0)
    });
    Some(Outcome {
        has_lost: !lost.is_empty(),
        of: cases.len(),
        won_days: lengths(|case| case.won),
        lost_days: lengths(lost_at),
        won_amount: (!amounts.is_empty()).then(|| amounts.iter().sum()),
        contradicted: contradicted.map(Case::id).collect(),
        won,
        lost,
    })
}

/// Who is open for too long; `None` with fewer than 30 won whose time is known, with hardly anybody
/// open, and where the export says of nobody that they were lost: then nobody is known to be open.
pub(super) fn overstayed(
    cases: &[Case],
    calendar: &Calendar,
    until: Instant,
) -> Option<Overstayed> {
    const WON_LEAST: usize = 30;
    /// Fewer are nothing to tell of.
    const LEAST: usize = 5;
    let took = cases.iter().filter_map(|case| days(calendar, case.began(), case.won));
    let took = Summary::of(took.map(|days| days.max(0) as f64).collect())?;
    if took.n < WON_LEAST || !cases.iter().any(is_lost) {
        return None;
    }
    let end = Moment { at: until, precision: Precision::Instant };
    let open = || {
        cases.iter().filter(|case| !case.has_ended()).filter_map(|case| {
            days(calendar, case.began(), Some(end)).map(|days| (case.id(), days))
        })
    };
    let leads: Leads =
        open().filter(|(_, days)| *days as f64 > took.p90).map(|(lead, _)| lead).collect();
    (leads.count() >= LEAST).then(|| Overstayed {
        leads,
        of: open().count(),
        days: took.p90,
        won: took.n,
    })
}

/// When it was lost or first refused.
fn lost_at(case: &Case) -> Option<Moment> {
    let refused = case.refused.iter().map(|refusal| refusal.moment).filter(is_dated);
    let ends = case.lost.into_iter().filter(is_dated).chain(refused);
    ends.min_by_key(|moment| moment.at).filter(|_| is_lost(case))
}

/// Whether it ended without being won: lost, or refused.
fn is_lost(case: &Case) -> bool {
    case.won.is_none() && case.has_ended()
}
