//! Whether reps can carry the leads that a plan hands them.

use super::lead::{PlanLead, PlanState};
use crate::leads::Leads;
use facts::Instant;

/// What reps carry, and can.
#[derive(Clone, PartialEq, Debug)]
pub struct Load {
    /// How many days a lead stays with sales, on average.
    pub days_mean: f64,
    /// The open leads that sales has now.
    pub now: Leads,
    /// How many it has at once when so many are handed over each day as the plan says.
    pub planned: f64,
    /// How many it can have at once, as settings say; `None` where nobody's capacity is bounded.
    pub capacity: Option<u32>,
}

impl Load {
    /// Whether the planned load is within capacity; `None` where that is not bounded.
    #[must_use]
    pub fn is_carried(&self) -> Option<bool> {
        self.capacity.map(|capacity| self.planned <= f64::from(capacity))
    }
}

/// The load of `per_day` leads handed over each day: as many at once as come in the time that one
/// stays (J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9(3),
/// 1961). `None` where nobody was handed over.
///
/// A lead stays from reaching `sent` until it is won, leaves the path or `until`; the mean is the
/// area under the curve of those who stay (E. L. Kaplan and P. Meier, "Nonparametric Estimation from
/// Incomplete Observations", Journal of the American Statistical Association 53, 1958), as far as
/// anybody was watched.
#[must_use]
pub fn load(
    leads: &[PlanLead],
    (sent, won): (usize, usize),
    per_day: f64,
    capacity: Option<u32>,
    until: Instant,
) -> Option<Load> {
    let mut stays = Vec::new();
    let mut now = Vec::new();
    for lead in leads {
        let Some(start) = lead.reached(sent) else { continue };
        let end = lead.won().or_else(|| lead.gone());
        let days = end.unwrap_or(until).micros_since(start).max(0) as f64;
        stays.push((days / Instant::PER_DAY as f64, end.is_some()));
        let is_with_sales =
            matches!(lead.now().1, PlanState::Stage(stage) if (sent..won).contains(&stage));
        now.extend((end.is_none() && is_with_sales).then_some(lead.lead));
    }
    if stays.is_empty() {
        return None;
    }
    let days_mean = mean_stay(stays);
    let now = now.into_iter().collect();
    Some(Load { days_mean, now, planned: per_day * days_mean, capacity })
}

/// The area under the curve of those who stay.
fn mean_stay(mut stays: Vec<(f64, bool)>) -> f64 {
    stays.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
    let (mut staying, mut area, mut before, mut at_risk) = (1.0, 0.0, 0.0, stays.len() as f64);
    for (days, ended) in stays {
        area += staying * (days - before);
        before = days;
        if ended {
            staying *= 1.0 - 1.0 / at_risk;
        }
        at_risk -= 1.0;
    }
    area
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_stay_is_the_mean_where_all_have_ended_and_more_where_some_stay() {
        assert!((mean_stay(vec![(2.0, true), (4.0, true), (9.0, true)]) - 5.0).abs() < 1e-12);
        // By hand: 2 + 4 · 1/2 with the one of two that goes on after day 2.
        assert!((mean_stay(vec![(2.0, true), (6.0, false)]) - 4.0).abs() < 1e-12);
    }
}
