//! How well scores tell outcomes on leads that they were not learned from, and how certain that is.

use crate::interval::{Interval, Z};

/// The area under the receiver operating characteristic (see [`auc`](crate::auc())), with its
/// interval.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AucEstimate {
    /// From 0 to 1; one half for scores that tell nothing.
    pub value: f64,
    /// Where it lies with a confidence of 95 %.
    pub interval: Interval,
    /// How many of the leads came to the outcome.
    pub with: usize,
    /// How many did not.
    pub without: usize,
}

/// One area less another, of two scores of the same leads.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AucDifference {
    /// The difference.
    pub value: f64,
    /// Where it lies with a confidence of 95 %.
    pub interval: Interval,
}

/// For each lead with the outcome, the share of those without that score less; and for each
/// without, the share of those with it that score more. Ties count half.
struct Placements {
    of_with: Vec<f64>,
    of_without: Vec<f64>,
}

impl Placements {
    /// By mid-ranks, as X. Sun and W. Xu, "Fast Implementation of `DeLong`'s Algorithm for Comparing
    /// the Areas Under Correlated Receiver Operating Characteristic Curves", IEEE Signal
    /// Processing Letters 21(11), 2014. In the order of leads.
    fn of(scores: &[f64], outcomes: &[bool]) -> Option<Self> {
        let mut with = Vec::new();
        let mut without = Vec::new();
        for (score, has) in scores.iter().zip(outcomes) {
            if *has { with.push(*score) } else { without.push(*score) }
        }
        if with.len() < 2 || without.len() < 2 {
            return None;
        }
        let all: Vec<f64> = with.iter().chain(&without).copied().collect();
        let rank = mid_ranks(&all);
        let among_with = mid_ranks(&with);
        let among_without = mid_ranks(&without);
        let (m, n) = (with.len(), without.len());
        let below = |place: usize| (rank[place] - among_with[place]) / n as f64;
        let above = |place: usize| 1.0 - (rank[m + place] - among_without[place]) / m as f64;
        Some(Self { of_with: (0..m).map(below).collect(), of_without: (0..n).map(above).collect() })
    }

    fn area(&self) -> f64 {
        self.of_with.iter().sum::<f64>() / self.of_with.len() as f64
    }

    fn error(&self) -> f64 {
        let part = |values: &[f64]| variance(values) / values.len() as f64;
        (part(&self.of_with) + part(&self.of_without)).sqrt()
    }
}

impl AucEstimate {
    /// Of scores and outcomes in the same order; `None` where fewer than two have the outcome, or
    /// fewer than two have not.
    ///
    /// The interval is that of E. R. `DeLong`, D. M. `DeLong` and D. L. Clarke-Pearson, "Comparing
    /// the Areas under Two or More Correlated Receiver Operating Characteristic Curves: A
    /// Nonparametric Approach", Biometrics 44(3), 1988, cut off at 0 and 1.
    #[must_use]
    pub fn of(scores: &[f64], outcomes: &[bool]) -> Option<Self> {
        let placed = Placements::of(scores, outcomes)?;
        let (value, half) = (placed.area(), Z * placed.error());
        Some(Self {
            value,
            interval: Interval { low: (value - half).max(0.0), high: (value + half).min(1.0) },
            with: placed.of_with.len(),
            without: placed.of_without.len(),
        })
    }
}

impl AucDifference {
    /// The area of one score less that of another, of the same leads; as [`AucEstimate::of`].
    #[must_use]
    pub fn of(one: &[f64], other: &[f64], outcomes: &[bool]) -> Option<Self> {
        let (one, other) = (Placements::of(one, outcomes)?, Placements::of(other, outcomes)?);
        let less = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a - b).collect();
        let apart = Placements {
            of_with: less(&one.of_with, &other.of_with),
            of_without: less(&one.of_without, &other.of_without),
        };
        let (value, half) = (apart.area(), Z * apart.error());
        Some(Self { value, interval: Interval { low: value - half, high: value + half } })
    }
}

/// The rank of each value from 1, those alike with the mean of theirs.
fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        for place in tied {
            ranks[*place] = rank;
        }
        before += tied.len();
    }
    ranks
}

fn variance(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>()
        / (values.len() as f64 - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: [f64; 9] = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0];
    const OTHER: [f64; 9] = [2.0, 7.0, 1.0, 8.0, 2.0, 8.0, 1.0, 8.0, 2.0];
    const OUTCOMES: [bool; 9] = [false, false, true, false, true, true, false, true, false];

    /// The definition of 1988, pair by pair: no ranks.
    fn pair_by_pair(scores: &[f64]) -> Placements {
        let of = |wanted: bool| {
            let both = scores.iter().zip(&OUTCOMES).filter(move |(_, has)| **has == wanted);
            both.map(|(score, _)| *score).collect::<Vec<_>>()
        };
        let (with, without) = (of(true), of(false));
        let beats = |x: f64, y: f64| match x.total_cmp(&y) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        };
        let mean = |sum: f64, of: usize| sum / of as f64;
        let of_with = with
            .iter()
            .map(|x| mean(without.iter().map(|y| beats(*x, *y)).sum(), without.len()))
            .collect();
        let of_without = without
            .iter()
            .map(|y| mean(with.iter().map(|x| beats(*x, *y)).sum(), with.len()))
            .collect();
        Placements { of_with, of_without }
    }

    #[test]
    fn placements_by_ranks_are_those_pair_by_pair() {
        for scores in [ONE, OTHER] {
            let (found, wanted) =
                (Placements::of(&scores, &OUTCOMES).unwrap(), pair_by_pair(&scores));
            for (found, wanted) in
                [(&found.of_with, &wanted.of_with), (&found.of_without, &wanted.of_without)]
            {
                assert_eq!(found.len(), wanted.len());
                assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12));
            }
        }
        let wanted = crate::auc(&ONE.into_iter().zip(OUTCOMES).collect::<Vec<_>>()).unwrap();
        let found = AucEstimate::of(&ONE, &OUTCOMES).unwrap();
        assert!((found.value - wanted).abs() < 1e-12);
    }

    #[test]
    fn a_score_is_as_good_as_itself_and_as_its_double() {
        let double = ONE.map(|score| 2.0 * score);
        let found = AucDifference::of(&ONE, &double, &OUTCOMES).unwrap();
        assert_eq!((found.value, found.interval.low, found.interval.high), (0.0, 0.0, 0.0));
        let apart = AucDifference::of(&ONE, &OTHER, &OUTCOMES).unwrap();
        assert!(apart.interval.low < apart.value && apart.value < apart.interval.high);
        assert_eq!(AucEstimate::of(&[1.0, 2.0, 3.0], &[true, false, false]), None);
    }
}
