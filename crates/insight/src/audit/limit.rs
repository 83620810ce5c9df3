//! What the data cannot say.

use super::case::{Case, is_dated};
use super::{Audited, Dimension};
use crate::journey::Moment;
use facts::Precision;

/// Something that the data cannot say, and what would be needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Nobody is named: each deal stands for itself.
    NoLeads,
    /// Nothing says when a lead came.
    NoBeginnings,
    /// Nothing says what sales did, so neither waits nor who was never touched can be told.
    NoWork,
    /// Only the last day on which somebody did something is known, so waits cannot be told.
    OnlyLastWork,
    /// Times are known to the day, so waits are told in days.
    DaysOnly,
    /// Nothing says whom sales refused.
    NoRefusals,
    /// Refusals have no date, so it is not known what came after them.
    RefusalsUndated,
    /// Refusals have no reason.
    NoReasons,
    /// Nothing says who bought.
    NoOutcome,
    /// Nothing says when it was won.
    OutcomeUndated,
    /// Nothing says who was lost: those not won may still be open.
    NoLost,
    /// Nothing tells leads apart.
    NoDimensions,
    /// What is known of leads is what was known on the day of the export.
    Snapshot,
    /// So few that only large differences would show.
    Few {
        /// How many leads or deals there are.
        cases: usize,
    },
}

impl Limit {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoLeads => "no_leads",
            Self::NoBeginnings => "no_beginnings",
            Self::NoWork => "no_work",
            Self::OnlyLastWork => "only_last_work",
            Self::DaysOnly => "days_only",
            Self::NoRefusals => "no_refusals",
            Self::RefusalsUndated => "refusals_undated",
            Self::NoReasons => "no_reasons",
            Self::NoOutcome => "no_outcome",
            Self::OutcomeUndated => "outcome_undated",
            Self::NoLost => "no_lost",
            Self::NoDimensions => "no_dimensions",
            Self::Snapshot => "snapshot",
            Self::Few { .. } => "few",
        }
    }
}

/// Fewer than so many leads are few.
const FEW: usize = 100;

/// What these data cannot say.
pub(super) fn limits(audited: Audited, cases: &[Case], dimensions: &[Dimension]) -> Vec<Limit> {
    let any = |is: fn(&Case) -> bool| cases.iter().any(is);
    let dated = |moment: Option<Moment>| moment.is_some_and(|it| is_dated(&it));
    let mut limits = Vec::new();
    let mut add = |holds: bool, limit: Limit| limits.extend(holds.then_some(limit));
    let leads = audited == Audited::Leads;
    add(!leads, Limit::NoLeads);
    let begins = cases.iter().any(|case| dated(case.came) || dated(case.given));
    add(!begins, Limit::NoBeginnings);
    let works = any(|case| case.works > 0);
    let worked = cases.iter().any(|case| dated(case.worked));
    add(leads && !works, Limit::NoWork);
    add(leads && works && !worked, Limit::OnlyLastWork);
    let coarse = |moment: Option<Moment>| moment.is_some_and(|it| it.precision == Precision::Day);
    let by_day = cases.iter().any(|case| coarse(case.worked) || coarse(case.came));
    add(by_day && (worked || begins), Limit::DaysOnly);
    let refused = any(|case| !case.refused.is_empty());
    add(leads && !refused, Limit::NoRefusals);
    let undated = cases.iter().flat_map(|case| &case.refused).any(|it| !is_dated(&it.moment));
    add(refused && undated, Limit::RefusalsUndated);
    let reasons = cases.iter().flat_map(|case| &case.refused).any(|it| it.reason.0 != 0);
    add(refused && !reasons, Limit::NoReasons);
    let won = any(|case| case.won.is_some());
    add(!won, Limit::NoOutcome);
    let won_dated = cases.iter().any(|case| dated(case.won));
    add(won && !won_dated, Limit::OutcomeUndated);
    add(won && !any(|case| case.lost.is_some()) && !refused, Limit::NoLost);
    add(dimensions.is_empty(), Limit::NoDimensions);
    add(dimensions.iter().any(|dimension| dimension.is_snapshot), Limit::Snapshot);
    add(cases.len() < FEW, Limit::Few { cases: cases.len() });
    limits
}
