//! Whether as many come to the outcome as points say.

use crate::interval::Interval;
use crate::leads::Leads;
use crate::share::Share;
use facts::SubjectId;

/// Held-out leads of similar points: what was expected of them, and what came.
#[derive(Clone, PartialEq, Debug)]
pub struct CalibrationRow {
    /// The least points among them.
    pub low: i32,
    /// The most.
    pub high: i32,
    /// Who they are.
    pub leads: Leads,
    /// Those of them who came to the outcome.
    pub with_outcome: Leads,
    /// The share that was expected, from 0 to 1.
    pub expected: f64,
    /// The share that came.
    pub observed: Share,
    /// Where that share lies with a confidence of 95 %.
    pub interval: Option<Interval>,
}

/// The most rows of a table.
const ROWS_MOST: usize = 10;

/// Rows of about as many leads each, the fewest points first; those of the same points are never
/// in two rows. The grouping is that of D. W. Hosmer and S. Lemeshow, "Goodness of fit tests for
/// the multiple logistic regression model", Communications in Statistics A9(10), 1980.
pub(super) fn rows(
    held: &[(SubjectId, i32, bool)],
    expected: impl Fn(i32) -> f64,
) -> Vec<CalibrationRow> {
    let mut sorted = held.to_vec();
    sorted.sort_unstable_by_key(|(lead, points, _)| (*points, *lead));
    let size = sorted.len().div_ceil(ROWS_MOST).max(1);
    let mut rows = Vec::new();
    let mut open: Vec<(SubjectId, i32, bool)> = Vec::new();
    let mut left = sorted.len();
    for alike in sorted.chunk_by(|one, next| one.1 == next.1) {
        open.extend(alike);
        left -= alike.len();
        // What would be left over is no row of its own.
        if open.len() >= size && 2 * left >= size {
            rows.push(row(&open, &expected));
            open.clear();
        }
    }
    if !open.is_empty() {
        rows.push(row(&open, &expected));
    }
    rows
}

fn row(of: &[(SubjectId, i32, bool)], expected: impl Fn(i32) -> f64) -> CalibrationRow {
    let with_outcome: Leads = of.iter().filter(|it| it.2).map(|it| it.0).collect();
    let observed = Share { part: with_outcome.count(), whole: of.len() };
    CalibrationRow {
        low: of.first().map_or(0, |it| it.1),
        high: of.last().map_or(0, |it| it.1),
        leads: of.iter().map(|it| it.0).collect(),
        with_outcome,
        expected: of.iter().map(|it| expected(it.1)).sum::<f64>() / of.len() as f64,
        observed,
        interval: Interval::of(observed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lead_is_in_one_row_and_the_same_points_are_in_one() {
        let held: Vec<_> =
            (0..100).map(|n| (SubjectId(n), (n / 7) as i32 * 3, n % 3 == 0)).collect();
        let rows = rows(&held, |points| f64::from(points) / 100.0);
        assert!((5..=ROWS_MOST).contains(&rows.len()));
        assert_eq!(rows.iter().map(|row| row.leads.count()).sum::<usize>(), 100);
        assert_eq!(rows.iter().map(|row| row.with_outcome.count()).sum::<usize>(), 34);
        assert!(rows.windows(2).all(|two| two[0].high < two[1].low));
        assert!(rows.iter().all(|row| row.expected * 100.0 >= f64::from(row.low)));
    }
}
