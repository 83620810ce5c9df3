//! What an export says about how leads fared, and what it cannot say.
//!
//! [`audit`] looks at leads ([`Case`]), or at deals where the export names no leads, with their
//! properties ([`Dimension`]), and yields [`Finding`]s with the leads behind each figure, and
//! [`Limit`]s.

mod case;
mod differences;
mod finding;
mod limit;
mod outcome;
mod refusals;
#[cfg(test)]
mod tests;
mod untouched;
mod waits;

pub use case::{Case, Dimension, Refused};
pub use differences::{Difference as MirrorDifference, FilledIn, FilledInWhy, WonOf};
pub use finding::{Caught, Finding};
pub use limit::Limit;
pub use outcome::{Outcome, Overstayed};
pub use refusals::{BoughtLater, Refusals, RefusedOf};
pub use untouched::Untouched;
pub use waits::{Wait, WaitBand, WaitFrom, Waits};

use crate::promises::PromiseFigures;
use facts::Instant;
use worktime::Calendar;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audited {
    /// Leads.
    Leads,
    /// Deals, since the export names no leads.
    Deals,
}

/// What an audit is made of.
#[derive(Clone, Debug)]
pub struct AuditInput<'a> {
    /// What is counted.
    pub audited: Audited,
    /// Each lead or deal.
    pub cases: &'a [Case],
    /// Their properties; each has a value for every case, in the same order.
    pub dimensions: &'a [Dimension],
    /// Where days begin and end.
    pub calendar: &'a Calendar,
    /// The last instant of which the export knows.
    pub until: Instant,
    /// What default promises would have done, where that can be told.
    pub promises: Option<Caught>,
}

/// What was found.
#[derive(Clone, PartialEq, Debug)]
pub struct AuditFindings {
    /// What is counted.
    pub audited: Audited,
    /// How many.
    pub cases: usize,
    /// The first and the last beginning.
    pub period: Option<(Instant, Instant)>,
    /// How many began in each of so many equal parts of that period.
    pub arrivals: Vec<usize>,
    /// What was found, what matters most first.
    pub findings: Vec<Finding>,
    /// What the data cannot say.
    pub limits: Vec<Limit>,
    /// How many dimensions were compared: one in twenty differs by chance.
    pub compared: usize,
}

impl AuditFindings {
    /// So many findings are told first.
    pub const FIRST: usize = 5;
}

/// That nobody of fewer bought later says nothing.
const TELLING: usize = 10;

/// A difference of fewer points is told after how it ended.
const LARGE: f64 = 0.05;

/// In how many parts the period of an export is shown.
const PARTS: usize = 24;

/// Looks at what an export says.
#[must_use]
pub fn audit(input: &AuditInput<'_>) -> AuditFindings {
    let AuditInput { audited, cases, dimensions, calendar, until, promises } = input;
    let source = source(dimensions);
    let mut findings = Vec::new();
    let untouched = untouched::untouched(cases);
    // Without times and without what sales did, silence is only what the end tells already.
    let telling = untouched.has_work || cases.iter().any(|case| case.began().is_some());
    if *audited == Audited::Leads && telling && !untouched.leads.is_empty() {
        findings.push(Finding::Untouched(untouched));
    }
    findings.extend(waits::waits(cases, calendar).map(Finding::Waits));
    findings.extend(refusals::refusals(cases, dimensions, source).map(Finding::Refusals));
    let later = refusals::bought_later(cases);
    let nobody = later.as_ref().is_some_and(|it| it.leads.is_empty());
    let (differences, filled_in) = differences::differences(cases, dimensions);
    let mirrored = differences.first().map(|it| it.dimension);
    let by =
        source.or(mirrored).map(|place| (place, differences::won_by(cases, &dimensions[place])));
    if let (Some(later), false) = (&later, nobody) {
        findings.push(Finding::BoughtLater(later.clone()));
    }
    let strongest = differences.first().and_then(|it| it.mirror.strongest());
    let difference = strongest.and_then(|row| row.won_less_sent);
    let is_large = difference.is_some_and(|it| it.value.abs() >= LARGE);
    let mut mirror = (!differences.is_empty()).then_some(Finding::Mirror(differences));
    findings.extend(mirror.take_if(|_| is_large));
    let caught = promises.clone().filter(|it| !it.promises.is_empty());
    findings.extend(caught.map(Finding::Caught));
    findings.extend(outcome::overstayed(cases, calendar, *until).map(Finding::Overstayed));
    let outcome = outcome::outcome(cases, calendar);
    findings.extend(outcome.map(|outcome| Finding::Outcome { outcome, by }));
    findings.extend(mirror);
    if let (Some(later), true) = (later.filter(|later| later.of >= TELLING), nobody) {
        findings.push(Finding::BoughtLater(later));
    }
    if !filled_in.is_empty() {
        findings.push(Finding::FilledIn(filled_in));
    }
    let begun: Vec<Instant> =
        cases.iter().filter_map(|case| case.began().map(|moment| moment.at)).collect();
    let period = begun.iter().min().copied().zip(begun.iter().max().copied());
    AuditFindings {
        audited: *audited,
        cases: cases.len(),
        arrivals: period.map(|period| arrivals(&begun, period)).unwrap_or_default(),
        period,
        findings,
        limits: limit::limits(*audited, cases, dimensions),
        compared: dimensions.iter().filter(|dimension| !dimension.comes_later).count(),
    }
}

/// The dimension that says where leads come from, or else the first that does not come later.
fn source(dimensions: &[Dimension]) -> Option<usize> {
    let named = |name: &str| dimensions.iter().position(|it| it.name.ends_with(name));
    named(".source").or_else(|| named(".origin")).or_else(|| named(".product"))
}

fn arrivals(begun: &[Instant], (first, last): (Instant, Instant)) -> Vec<usize> {
    let span = last.micros_since(first).max(1);
    let mut parts = vec![0; PARTS];
    for at in begun {
        let place = i128::from(at.micros_since(first)) * PARTS as i128 / i128::from(span);
        parts[(place as usize).min(PARTS - 1)] += 1;
    }
    parts
}

/// The default promises that data can judge: those that ran at least once.
#[must_use]
pub fn judged(promises: Vec<PromiseFigures>) -> Vec<PromiseFigures> {
    promises.into_iter().filter(|figures| !figures.clocks.is_empty()).collect()
}
