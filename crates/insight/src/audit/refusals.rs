//! Whom sales refuses, why, and who of them bought after all.

use super::case::{Case, Dimension, is_dated};
use crate::interval::Interval;
use crate::leads::{Certainty, Leads};
use crate::share::Share;
use facts::Symbol;
use std::collections::BTreeMap;

/// Whom sales refuses, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct Refusals {
    /// They.
    pub leads: Leads,
    /// Of so many.
    pub of: usize,
    /// The reasons, the most frequent first; a lead with two counts for both.
    pub reasons: Vec<(Symbol, Leads)>,
    /// How many gave no reason.
    pub without_reason: usize,
    /// By where leads come from.
    pub by: Vec<RefusedOf>,
    /// The place of that dimension.
    pub dimension: Option<usize>,
    /// Whether they are dated.
    pub certainty: Certainty,
}

/// Refusals among the leads of one value.
#[derive(Clone, PartialEq, Debug)]
pub struct RefusedOf {
    /// The value.
    pub value: Symbol,
    /// Those refused, of all with it.
    pub share: Share,
    /// Where the share lies with a confidence of 95 %.
    pub interval: Option<Interval>,
    /// The most frequent reason and how many it has.
    pub reason: Option<(Symbol, usize)>,
    /// Those refused.
    pub leads: Leads,
}

/// Who was refused and bought after all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BoughtLater {
    /// They.
    pub leads: Leads,
    /// Of so many refused.
    pub of: usize,
    /// Of those who bought, the ones whose dates say that it was later; of the others the order is
    /// not known.
    pub dated: Leads,
}

/// Who was refused, by the dimension `by`.
pub(super) fn refusals(
    cases: &[Case],
    dimensions: &[Dimension],
    by: Option<usize>,
) -> Option<Refusals> {
    let refused = |case: &&Case| !case.refused.is_empty();
    let leads: Leads = cases.iter().filter(refused).map(Case::id).collect();
    if leads.is_empty() {
        return None;
    }
    let all: Vec<&Case> = cases.iter().collect();
    let undated = cases
        .iter()
        .filter(refused)
        .filter(|case| case.refused.iter().any(|refusal| !is_dated(&refusal.moment)));
    let without = cases
        .iter()
        .filter(refused)
        .filter(|case| case.refused.iter().all(|refusal| refusal.reason == Symbol::EMPTY));
    let mut rows = Vec::new();
    if let Some(by) = by {
        let mut values: BTreeMap<Symbol, Vec<&Case>> = BTreeMap::new();
        for (case, value) in cases.iter().zip(&dimensions[by].values) {
            values.entry(*value).or_default().push(case);
        }
        rows.extend(values.into_iter().filter(|(value, _)| *value != Symbol::EMPTY).map(
            |(value, cases)| {
                let refused: Leads =
                    cases.iter().filter(|case| refused(case)).map(|case| case.id()).collect();
                let share = Share { part: refused.count(), whole: cases.len() };
                let reason = reasons(&cases).into_iter().next();
                RefusedOf {
                    value,
                    share,
                    interval: Interval::of(share),
                    reason: reason.map(|(reason, leads)| (reason, leads.count())),
                    leads: refused,
                }
            },
        ));
        let rank = |row: &RefusedOf| row.share.value().unwrap_or(0.0);
        rows.sort_by(|one, other| {
            rank(other).total_cmp(&rank(one)).then(one.value.cmp(&other.value))
        });
    }
    Some(Refusals {
        of: cases.len(),
        reasons: reasons(&all),
        without_reason: without.count(),
        by: rows,
        dimension: by,
        certainty: Certainty::of(undated.count(), leads.count()),
        leads,
    })
}

/// Each reason with its leads, the most frequent first.
fn reasons(cases: &[&Case]) -> Vec<(Symbol, Leads)> {
    let mut reasons: BTreeMap<Symbol, Vec<_>> = BTreeMap::new();
    for case in cases {
        for refusal in case.refused.iter().filter(|it| it.reason != Symbol::EMPTY) {
            reasons.entry(refusal.reason).or_default().push(case.id());
        }
    }
    let mut reasons: Vec<(Symbol, Leads)> =
        reasons.into_iter().map(|(reason, leads)| (reason, leads.into_iter().collect())).collect();
    reasons.sort_by(|one, other| other.1.count().cmp(&one.1.count()).then(one.0.cmp(&other.0)));
    reasons
}

/// Who was refused and bought after all; `None` where nobody was refused or nobody bought.
pub(super) fn bought_later(cases: &[Case]) -> Option<BoughtLater> {
    let refused: Vec<&Case> = cases.iter().filter(|case| !case.refused.is_empty()).collect();
    if refused.is_empty() || cases.iter().all(|case| case.won.is_none()) {
        return None;
    }
    let later = |case: &Case| {
        let won = case.won.filter(is_dated);
        won.is_some_and(|won| {
            case.refused.iter().any(|it| is_dated(&it.moment) && it.moment.at < won.at)
        })
    };
    // A lead that was refused only after it was won did not buy later.
    let sooner = |case: &Case| {
        let won = case.won.filter(is_dated);
        won.is_some_and(|won| {
            case.refused.iter().all(|it| is_dated(&it.moment) && it.moment.at >= won.at)
        })
    };
    let bought = refused.iter().filter(|case| case.won.is_some() && !sooner(case));
    Some(BoughtLater {
        leads: bought.map(|case| case.id()).collect(),
        of: refused.len(),
        dated: refused.iter().filter(|case| later(case)).map(|case| case.id()).collect(),
    })
}
