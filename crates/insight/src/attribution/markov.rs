//! The Markov chain of all paths, solved exactly.

use super::paths::TouchPaths;

/// The chain of first order that all paths make: from the start over values to a result or to none.
///
/// Going from a value to itself is left out, since it changes no chance of arriving.
#[derive(Clone, PartialEq, Debug)]
pub struct Chain {
    values: usize,
    /// How often one went from a value (or, last, from the start) to a value, to a result (the
    /// last but one) or to none (the last).
    counts: Vec<u64>,
}

/// What would be missed without a value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Removal {
    /// The share of all results that would be missed, from 0 to 1: those of every way that leads
    /// over the value.
    pub effect: f64,
}

impl Chain {
    /// Of all paths, of touches less than `window_s` seconds before their end.
    #[must_use]
    pub fn of(paths: &TouchPaths, window_s: u32) -> Self {
        let values = paths.value_count();
        let width = values + 2;
        let mut counts = vec![0_u64; (values + 1) * width];
        for path in 0..paths.len() {
            let touches = paths.values_of(path, window_s);
            let (results, without) = (paths.results[path], paths.without[path]);
            let weight = u64::from(results) + u64::from(without);
            if touches.is_empty() || weight == 0 {
                continue;
            }
            let mut from = values;
            for &to in touches {
                let to = usize::from(to);
                if from != to {
                    counts[from * width + to] += weight;
                    from = to;
                }
            }
            counts[from * width + values] += u64::from(results);
            counts[from * width + values + 1] += u64::from(without);
        }
        Self { values, counts }
    }

    /// The chance of a result from the start, from 0 to 1.
    #[must_use]
    pub fn chance(&self) -> f64 {
        let (_, chance, _) = self.solved();
        chance
    }

    /// What would be missed without each value.
    ///
    /// With `N` the inverse of `I - Q`, where `Q` holds the chances between values (J. G. Kemeny
    /// and J. L. Snell, "Finite Markov Chains", 1960, chapter III), `N[j][c] / N[c][c]` is the
    /// chance of ever coming from `j` to `c`, and `x = N r` the chance of a result from each value.
    /// Without `c`, whoever would come to it comes to nothing: of the chance from the start, the
    /// chance of coming to `c` times `x[c]` is missed. One inverse serves all values.
    #[must_use]
    pub fn removals(&self) -> Vec<Removal> {
        let (inverse, chance, from_value) = self.solved();
        let n = self.values;
        let start = self.chances(n);
        let removal = |value: usize| {
            let arrives: f64 = (0..n).map(|j| start[j] * inverse[j * n + value]).sum();
            let arrives = arrives / inverse[value * n + value];
            let effect = if chance > 0.0 { arrives * from_value[value] / chance } else { 0.0 };
            Removal { effect: effect.clamp(0.0, 1.0) }
        };
        (0..n).map(removal).collect()
    }

    /// The inverse of `I - Q`, the chance of a result from the start, and from each value.
    fn solved(&self) -> (Vec<f64>, f64, Vec<f64>) {
        let n = self.values;
        let rows: Vec<Vec<f64>> = (0..n).map(|value| self.chances(value)).collect();
        let mut matrix = vec![0.0; n * n];
        for (value, row) in rows.iter().enumerate() {
            for to in 0..n {
                matrix[value * n + to] = f64::from(u8::from(value == to)) - row[to];
            }
        }
        let inverse = inverse(matrix, n);
        let result = |j: usize| -> f64 { (0..n).map(|to| inverse[j * n + to] * rows[to][n]).sum() };
        let from_value: Vec<f64> = (0..n).map(result).collect();
        let start = self.chances(n);
        let chance = (0..n).map(|value| start[value] * from_value[value]).sum();
        (inverse, chance, from_value)
    }

    /// The chances from a value, or from the start; all 0 where nobody came.
    fn chances(&self, from: usize) -> Vec<f64> {
        let width = self.values + 2;
        let row = &self.counts[from * width..(from + 1) * width];
        let all: u64 = row.iter().sum();
        row.iter().map(|count| if all > 0 { *count as f64 / all as f64 } else { 0.0 }).collect()
    }
}

/// The inverse of a matrix of `n` rows, by Gauss and Jordan with the greatest pivot of a column.
///
/// From every value some way leads to an end, so that the chain arrives and `I - Q` has an
/// inverse.
fn inverse(mut matrix: Vec<f64>, n: usize) -> Vec<f64> {
    let mut inverse = vec![0.0; n * n];
    for row in 0..n {
        inverse[row * n + row] = 1.0;
    }
    for column in 0..n {
        let greatest = (column..n)
            .max_by(|a, b| {
                let size = |row: &usize| matrix[row * n + column].abs();
                size(a).total_cmp(&size(b))
            })
            .unwrap_or(column);
        for at in 0..n {
            matrix.swap(column * n + at, greatest * n + at);
            inverse.swap(column * n + at, greatest * n + at);
        }
        let pivot = matrix[column * n + column];
        for at in 0..n {
            matrix[column * n + at] /= pivot;
            inverse[column * n + at] /= pivot;
        }
        for row in (0..n).filter(|row| *row != column) {
            let factor = matrix[row * n + column];
            if factor == 0.0 {
                continue;
            }
            for at in 0..n {
                matrix[row * n + at] -= factor * matrix[column * n + at];
                inverse[row * n + at] -= factor * inverse[column * n + at];
            }
        }
    }
    inverse
}
