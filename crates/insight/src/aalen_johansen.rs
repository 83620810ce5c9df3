//! How many come to something by and by, where some wait still and some ended otherwise.
//!
//! O. O. Aalen and S. Johansen, "An Empirical Transition Matrix for Non-Homogeneous Markov Chains
//! Based on Censored Observations", Scandinavian Journal of Statistics 5(3), 1978: at each age at
//! which somebody's way is over, those who came, of all that were under way just before, times the
//! share of ways that were not over before, add up. Who waits counts among those under way as long
//! as they were watched; at an equal age, ends come first.

use crate::incidence::CourseEnd;

/// An age at which ways were over.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Step {
    /// The age, in days.
    pub(crate) days: f64,
    /// How many were under way just before,
    at_risk: f64,
    /// came at this age,
    reached: f64,
    /// and ended otherwise.
    ended: f64,
    /// The share of ways that were not over just before.
    surviving: f64,
    /// The cumulative incidence at this age: the share that had come by then.
    pub(crate) incidence: f64,
}

/// The ages at which ways were over, in order, of ways with the age at which each was seen last and
/// how it stood.
pub(crate) fn steps(mut ways: Vec<(f64, CourseEnd)>) -> Vec<Step> {
    ways.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let (mut at_risk, mut surviving, mut incidence) = (ways.len() as f64, 1.0, 0.0);
    let mut steps = Vec::new();
    for tied in ways.chunk_by(|one, next| one.0 == next.0) {
        let count = |end: CourseEnd| tied.iter().filter(|way| way.1 == end).count() as f64;
        let (reached, ended) = (count(CourseEnd::Reached), count(CourseEnd::Ended));
        if reached + ended > 0.0 {
            incidence += surviving * reached / at_risk;
            steps.push(Step { days: tied[0].0, at_risk, reached, ended, surviving, incidence });
            surviving *= 1.0 - (reached + ended) / at_risk;
        }
        at_risk -= tied.len() as f64;
    }
    steps
}

/// The variance of the cumulative incidence after some steps: E. Marubini and M. G. Valsecchi,
/// "Analysing Survival Data from Clinical Trials and Observational Studies", Wiley 1995, section
/// 10.4, that of the delta method.
pub(crate) fn variance(steps: &[Step]) -> f64 {
    let value = steps.last().map_or(0.0, |step| step.incidence);
    let mut variance = 0.0;
    for step in steps {
        let Step { at_risk: n, reached: j, ended, surviving, incidence, .. } = *step;
        let (d, ahead) = (j + ended, value - incidence);
        if n > d {
            variance += ahead * ahead * d / (n * (n - d));
        }
        variance += surviving * surviving * (n - j) * j / (n * n * n);
        variance -= 2.0 * ahead * surviving * j / (n * n);
    }
    variance.max(0.0)
}
