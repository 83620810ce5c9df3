//! Logistic regression on groups of values.

/// The least by which a step goes on.
const STEP_LEAST: f64 = 1e-8;
const STEPS_MOST: usize = 50;
/// What the square of each coefficient costs, so that a group in which all had the outcome does not
/// run away.
const PENALTY: f64 = 1.0;

/// Coefficients of the logarithm of the odds.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Coefficients {
    pub(super) base: f64,
    /// One of each group.
    pub(super) of: Vec<f64>,
}

pub(super) fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// The coefficients under which these outcomes are likeliest, less the penalty. `groups` has, lead
/// after lead, `width` numbers of groups, from 1; 0 is none.
///
/// By Newton's method, halving a step that makes it worse; ridge as S. le Cessie and J. C. van
/// Houwelingen, "Ridge Estimators in Logistic Regression", Applied Statistics 41(1), 1992.
pub(super) fn fit(groups: &[u16], width: usize, outcomes: &[bool], count: usize) -> Coefficients {
    let size = count + 1;
    // The first is the base.
    let mut now = vec![0.0; size];
    let mut cost = penalised(groups, width, outcomes, &now);
    for _ in 0..STEPS_MOST {
        let (gradient, curvature) = derivatives(groups, width, outcomes, &now);
        let Some(step) = solve(curvature, gradient, size) else { break };
        let mut length = 1.0;
        let (next, next_cost) = loop {
            let next: Vec<f64> = now.iter().zip(&step).map(|(a, b)| a + length * b).collect();
            let next_cost = penalised(groups, width, outcomes, &next);
            if next_cost <= cost || length < 1e-6 {
                break (next, next_cost);
            }
            length /= 2.0;
        };
        let moved = step.iter().map(|it| (length * it).abs()).fold(0.0, f64::max);
        (now, cost) = (next, next_cost);
        if moved < STEP_LEAST {
            break;
        }
    }
    let of = now.split_off(1);
    Coefficients { base: now[0], of }
}

fn log_odds(groups: &[u16], now: &[f64]) -> f64 {
    let sum = |of: f64, group: &u16| if *group == 0 { of } else { of + now[usize::from(*group)] };
    groups.iter().fold(now[0], sum)
}

fn rows(groups: &[u16], width: usize, leads: usize) -> impl Iterator<Item = &[u16]> {
    (0..leads).map(move |lead| &groups[lead * width..(lead + 1) * width])
}

fn penalised(groups: &[u16], width: usize, outcomes: &[bool], now: &[f64]) -> f64 {
    let mut cost = now[1..].iter().map(|it| it * it).sum::<f64>() * PENALTY / 2.0;
    for (row, has) in rows(groups, width, outcomes.len()).zip(outcomes) {
        let eta = log_odds(row, now);
        let against = if *has { -eta } else { eta };
        // ln(1 + e^x) without overflow.
        cost += against.max(0.0) + libm::log1p(libm::exp(-against.abs()));
    }
    cost
}

/// The way down, and the curvature row by row.
fn derivatives(
    groups: &[u16],
    width: usize,
    outcomes: &[bool],
    now: &[f64],
) -> (Vec<f64>, Vec<f64>) {
    let size = now.len();
    let mut gradient = vec![0.0; size];
    let mut curvature = vec![0.0; size * size];
    let mut present: Vec<usize> = Vec::with_capacity(width + 1);
    for (row, has) in rows(groups, width, outcomes.len()).zip(outcomes) {
        let chance = chance(log_odds(row, now));
        let weight = chance * (1.0 - chance);
        let error = f64::from(u8::from(*has)) - chance;
        present.clear();
        present.push(0);
        present.extend(row.iter().filter(|group| **group != 0).map(|group| usize::from(*group)));
        for (place, one) in present.iter().enumerate() {
            gradient[*one] += error;
            for other in &present[place..] {
                curvature[one * size + other] += weight;
            }
        }
    }
    for one in 0..size {
        for other in 0..one {
            // Each pair was met once, in the order of columns.
            let both = curvature[one * size + other] + curvature[other * size + one];
            curvature[one * size + other] = both;
            curvature[other * size + one] = both;
        }
    }
    for one in 1..size {
        gradient[one] -= PENALTY * now[one];
        curvature[one * size + one] += PENALTY;
    }
    (gradient, curvature)
}

/// Solves a symmetric positive definite system by Cholesky's decomposition; `None` where it is none.
fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>, size: usize) -> Option<Vec<f64>> {
    for column in 0..size {
        for row in column..size {
            let mut sum = matrix[row * size + column];
            for inner in 0..column {
                sum -= matrix[row * size + inner] * matrix[column * size + inner];
            }
            if row == column {
                if sum <= 0.0 {
                    return None;
                }
                matrix[row * size + column] = sum.sqrt();
            } else {
                matrix[row * size + column] = sum / matrix[column * size + column];
            }
        }
    }
    for row in 0..size {
        let known: f64 = (0..row).map(|inner| matrix[row * size + inner] * right[inner]).sum();
        right[row] = (right[row] - known) / matrix[row * size + row];
    }
    for row in (0..size).rev() {
        let known: f64 =
            (row + 1..size).map(|inner| matrix[inner * size + row] * right[inner]).sum();
        right[row] = (right[row] - known) / matrix[row * size + row];
    }
    Some(right)
}

/// The base and the slope of outcomes over one number, by Newton's method.
///
/// As J. Platt, "Probabilistic Outputs for Support Vector Machines and Comparisons to Regularized
/// Likelihood Methods", Advances in Large Margin Classifiers, 1999, makes chances of scores.
pub(super) fn slope(numbers: &[f64], outcomes: &[bool]) -> (f64, f64) {
    let (mut base, mut slope) = (0.0, 0.0);
    for _ in 0..STEPS_MOST {
        // A little against running away where a score tells all.
        let (mut g, mut h) = ([0.0, -1e-3 * slope], [1e-9, 0.0, 1e-3]);
        for (x, has) in numbers.iter().zip(outcomes) {
            let chance = chance(base + slope * x);
            let (error, weight) = (f64::from(u8::from(*has)) - chance, chance * (1.0 - chance));
            g[0] += error;
            g[1] += error * x;
            h[0] += weight;
            h[1] += weight * x;
            h[2] += weight * x * x;
        }
        let determinant = h[0] * h[2] - h[1] * h[1];
        if determinant <= 0.0 {
            break;
        }
        let step =
            [(h[2] * g[0] - h[1] * g[1]) / determinant, (h[0] * g[1] - h[1] * g[0]) / determinant];
        base += step[0];
        slope += step[1];
        if step[0].abs().max(step[1].abs()) < STEP_LEAST {
            break;
        }
    }
    (base, slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four kinds of leads, 40 of each: of none 10 with the outcome, of the first group 20, of the
    /// second 25, of both 34. The coefficients are those of scikit-learn 1.9,
    /// `LogisticRegression(C=1, tol=1e-12)`.
    #[test]
    fn coefficients_are_those_of_another_solver() {
        let mut groups = Vec::new();
        let mut outcomes = Vec::new();
        for ((one, two), with) in [((0, 0), 10), ((1, 0), 20), ((0, 2), 25), ((1, 2), 34)] {
            for lead in 0..40 {
                groups.extend([one, two]);
                outcomes.push(lead < with);
            }
        }
        let found = fit(&groups, 2, &outcomes, 2);
        for (found, wanted) in
            [(found.base, -0.956_786), (found.of[0], 0.992_306), (found.of[1], 1.456_047)]
        {
            assert!((found - wanted).abs() < 2e-6, "{found} {wanted}");
        }
    }

    #[test]
    fn a_slope_takes_shares_to_the_log_of_their_odds() {
        let numbers: Vec<f64> = (0..200).map(|n| f64::from(n / 100)).collect();
        let outcomes: Vec<bool> =
            (0..200).map(|n| n % 100 < if n < 100 { 20 } else { 60 }).collect();
        let (base, slope) = slope(&numbers, &outcomes);
        assert!((chance(base) - 0.2).abs() < 1e-4 && (chance(base + slope) - 0.6).abs() < 1e-4);
    }
}
