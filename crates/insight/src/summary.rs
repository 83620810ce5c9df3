//! A distribution in six numbers.

/// A distribution of so many values, in their unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Summary {
    /// How many values there are, at least 1.
    pub n: usize,
    /// Half of the values are no greater.
    pub median: f64,
    /// Their sum over their number.
    pub mean: f64,
    /// Three quarters of the values are no greater.
    pub p75: f64,
    /// Nine tenths of the values are no greater.
    pub p90: f64,
    /// The greatest.
    pub max: f64,
}

impl Summary {
    /// Of values in any order; `None` of none.
    #[must_use]
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_unstable_by(f64::total_cmp);
        Some(Self {
            n: values.len(),
            median: quantile(&values, 0.5)?,
            mean: values.iter().sum::<f64>() / values.len() as f64,
            p75: quantile(&values, 0.75)?,
            p90: quantile(&values, 0.9)?,
            max: *values.last()?,
        })
    }
}

/// The quantile of sorted values by linear interpolation between order statistics; `None` of none.
///
/// `share` from 0 to 1. Type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
/// Packages", The American Statistician 50(4), 1996: for n values it lies at (n - 1) · share,
/// counted from 0.
#[must_use]
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = sorted.len().checked_sub(1)? as f64 * share.clamp(0.0, 1.0);
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    let (low, high) = (sorted[below], sorted[above]);
    Some(low + (place - below as f64) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_order_statistics() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile(&values, 0.5), Some(2.5));
        assert_eq!(quantile(&values, 0.75), Some(3.25));
        assert_eq!(quantile(&values, 0.0), Some(1.0));
        assert_eq!(quantile(&values, 1.0), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[7.0], 0.9), Some(7.0));
    }

    #[test]
    fn a_summary_sorts_by_itself() {
        let summary = Summary::of(vec![9.0, 1.0, 2.0]).unwrap();
        assert_eq!((summary.n, summary.median, summary.mean, summary.max), (3, 2.0, 4.0, 9.0));
        assert_eq!(Summary::of(Vec::new()), None);
    }
}
