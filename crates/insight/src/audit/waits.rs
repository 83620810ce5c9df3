//! How long leads waited for somebody to work them.

use super::case::{Case, days, hours, is_dated};
use crate::leads::Leads;
use crate::summary::Summary;
use facts::SubjectId;
use worktime::Calendar;

/// From where a wait is counted: the same for all leads of an export.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitFrom {
    /// From when the lead came.
    Came,
    /// From when it was given to somebody.
    Given,
}

/// How long leads waited for somebody to work them for the first time.
#[derive(Clone, PartialEq, Debug)]
pub struct Waits {
    /// From where it is counted.
    pub from: WaitFrom,
    /// Each wait, in order of lead.
    pub waits: Vec<Wait>,
    /// Calendar days; none below zero.
    pub days: Summary,
    /// Hours of those known to the minute.
    pub hours: Option<Summary>,
    /// How many waited so long, in order.
    pub bands: Vec<WaitBand>,
    /// Who waited longer than a week.
    pub over_week: Leads,
    /// Who was worked before the wait began, by the dates; counted as no wait.
    pub before: Leads,
    /// Who was never worked, and is in no wait.
    pub never: Leads,
}

/// One wait.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Wait {
    /// Who waited.
    pub lead: SubjectId,
    /// Midnights passed; 0 for the same day.
    pub days: i64,
    /// Hours, where both ends are known to the minute.
    pub hours: Option<f64>,
}

/// Leads that waited so many days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitBand {
    /// So many days at least.
    pub least: i64,
    /// So many days at most; `None` for any more.
    pub most: Option<i64>,
    /// Who.
    pub leads: Leads,
}

const BANDS: [(i64, Option<i64>); 7] = [
    (0, Some(0)),
    (1, Some(1)),
    (2, Some(3)),
    (4, Some(7)),
    (8, Some(14)),
    (15, Some(30)),
    (31, None),
];

/// The waits; `None` where the export dates no beginning or no work.
pub(super) fn waits(cases: &[Case], calendar: &Calendar) -> Option<Waits> {
    let given = cases.iter().any(|case| case.given.is_some_and(|it| is_dated(&it)));
    let from = if given { WaitFrom::Given } else { WaitFrom::Came };
    let start = |case: &Case| match from {
        WaitFrom::Given => case.given,
        WaitFrom::Came => case.came,
    };
    let mut before = Vec::new();
    let mut waits = Vec::new();
    for case in cases {
        let Some(apart) = days(calendar, start(case), case.worked) else { continue };
        if apart < 0 {
            before.push(case.id());
        }
        let exact = start(case).zip(case.worked).and_then(|(from, to)| hours(from, to));
        let hours = exact.map(|hours| hours.max(0.0));
        waits.push(Wait { lead: case.id(), days: apart.max(0), hours });
    }
    waits.sort_by_key(|wait| wait.lead);
    let bands = BANDS.map(|(least, most)| WaitBand {
        least,
        most,
        leads: waits
            .iter()
            .filter(|wait| wait.days >= least && most.is_none_or(|most| wait.days <= most))
            .map(|wait| wait.lead)
            .collect(),
    });
    let never = cases.iter().filter(|case| case.works == 0 && start(case).is_some());
    Some(Waits {
        from,
        days: Summary::of(waits.iter().map(|wait| wait.days as f64).collect())?,
        hours: Summary::of(waits.iter().filter_map(|wait| wait.hours).collect()),
        over_week: waits.iter().filter(|wait| wait.days > 7).map(|wait| wait.lead).collect(),
        bands: bands.into_iter().collect(),
        before: before.into_iter().collect(),
        never: never.map(Case::id).collect(),
        waits,
    })
}
