//! What an export says of one lead, or of one deal where it names no leads.

use crate::journey::Moment;
use facts::{Instant, Precision, SubjectId, Symbol};
use worktime::Calendar;

/// What an export says of one lead, or of one deal where it names no leads.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Case {
    /// Who.
    pub lead: Option<SubjectId>,
    /// When it came: its first touch, or when the deal was opened.
    pub came: Option<Moment>,
    /// When it was first given to somebody, where that is dated.
    pub given: Option<Moment>,
    /// When somebody first worked it, where that is dated.
    pub worked: Option<Moment>,
    /// How often it was worked, dated or not.
    pub works: usize,
    /// Each refusal.
    pub refused: Vec<Refused>,
    /// When sales accepted it.
    pub accepted: Option<Moment>,
    /// When a deal was first seen open.
    pub opened: Option<Moment>,
    /// When it was won.
    pub won: Option<Moment>,
    /// When it was lost.
    pub lost: Option<Moment>,
    /// What the deal is worth, in the currency of the export.
    pub amount: Option<f64>,
}

/// A refusal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused {
    /// When.
    pub moment: Moment,
    /// Why; empty where no reason is given.
    pub reason: Symbol,
}

/// A property by which cases are told apart.
#[derive(Clone, PartialEq, Debug)]
pub struct Dimension {
    /// The trait's full name, `lead.source`.
    pub name: String,
    /// The value of each case, by its number in `labels`; empty where it is not known.
    pub values: Vec<Symbol>,
    /// What each value is called; the first is the one that is not known.
    pub labels: Vec<String>,
    /// Whether it is said of the header that it is filled in while a lead is worked, or after.
    pub comes_later: bool,
    /// Whether it is the values of the day of the export.
    pub is_snapshot: bool,
}

impl Dimension {
    /// What a value is called; empty for the one that is not known.
    #[must_use]
    pub fn label(&self, value: Symbol) -> &str {
        self.labels.get(value.0 as usize).map_or("", String::as_str)
    }
}

impl Case {
    /// Who; every case that is counted is somebody.
    pub(crate) fn id(&self) -> SubjectId {
        self.lead.unwrap_or(SubjectId(0))
    }

    /// Whether anything says that sales dealt with it.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.works > 0
            || self.accepted.is_some()
            || self.opened.is_some()
            || self.has_ended()
            || !self.refused.is_empty()
    }

    /// Whether it was won, lost or refused.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.won.is_some() || self.lost.is_some() || !self.refused.is_empty()
    }

    /// From when it can be counted: when it came, or when it was given to somebody.
    #[must_use]
    pub fn began(&self) -> Option<Moment> {
        let dated = [self.came, self.given].into_iter().flatten().filter(is_dated);
        dated.min_by_key(|moment| moment.at)
    }
}

/// Whether a moment is more than an assumption.
pub(crate) fn is_dated(moment: &Moment) -> bool {
    moment.precision != Precision::Unknown
}

/// Midnights passed from one moment to the other; `None` where either has no date.
pub(crate) fn days(calendar: &Calendar, from: Option<Moment>, to: Option<Moment>) -> Option<i64> {
    let (from, to) = (from.filter(is_dated)?, to.filter(is_dated)?);
    Some(calendar.days_between(from.at, to.at))
}

/// Hours from one moment to the other; `None` unless both are known to the minute.
pub(crate) fn hours(from: Moment, to: Moment) -> Option<f64> {
    let fine = |moment: Moment| moment.precision <= Precision::Minute;
    (fine(from) && fine(to)).then(|| to.at.micros_since(from.at) as f64 / Instant::PER_HOUR as f64)
}
