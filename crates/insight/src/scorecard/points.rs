//! From coefficients to a few whole points.

use super::delong::AucEstimate;

/// The most points of one line; the first of these under which little is lost is taken.
const MOST: [i32; 7] = [3, 5, 7, 10, 15, 20, 30];
/// So much of the area under the curve may be lost by rounding.
const LOST_MOST: f64 = 0.002;

/// Whole points in proportion to coefficients, as small as tell the outcome as well: within 0.002
/// of the area under the curve of the coefficients themselves, on the leads that they were learned
/// from.
pub(super) fn whole(
    coefficients: &[f64],
    scores: impl Fn(&[f64]) -> Vec<f64>,
    outcomes: &[bool],
) -> Vec<i32> {
    let greatest = coefficients.iter().fold(0.0_f64, |most, it| most.max(it.abs()));
    if greatest == 0.0 {
        return vec![0; coefficients.len()];
    }
    let area = |of: &[f64]| AucEstimate::of(&scores(of), outcomes).map_or(0.5, |it| it.value);
    let wanted = area(coefficients) - LOST_MOST;
    let mut points = Vec::new();
    for most in MOST {
        let rounded = |it: &f64| libm::round(it / greatest * f64::from(most));
        let whole: Vec<f64> = coefficients.iter().map(rounded).collect();
        let is_enough = area(&whole) >= wanted;
        points = whole.iter().map(|it| *it as i32).collect();
        if is_enough {
            break;
        }
    }
    points
}
