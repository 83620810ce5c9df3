//! Numbers in bands, so that they can be told apart by a few values.

use crate::summary::quantile;

/// Bands of numbers: below the first bound, from each bound to the next, from the last on.
#[derive(Clone, PartialEq, Debug)]
pub struct Bands {
    bounds: Vec<f64>,
}

impl Bands {
    /// Sizes of firms: fewer than 10 employees, 10 to 49, 50 to 249 as in the European Commission's
    /// recommendation 2003/361/EC, then up to 999, up to 4,999 and more.
    #[must_use]
    pub fn employees() -> Self {
        Self { bounds: vec![10.0, 50.0, 250.0, 1_000.0, 5_000.0] }
    }

    /// Four bands of as many values each, as far as values differ; `None` of no value.
    #[must_use]
    pub fn quarters(mut values: Vec<f64>) -> Option<Self> {
        values.sort_unstable_by(f64::total_cmp);
        let bound = |share| quantile(&values, share);
        let mut bounds = vec![bound(0.25)?, bound(0.5)?, bound(0.75)?];
        bounds.dedup();
        let least = values[0];
        bounds.retain(|bound| *bound > least);
        Some(Self { bounds })
    }

    /// The band of a number, from 0; ordered as the numbers are.
    #[must_use]
    pub fn of(&self, number: f64) -> usize {
        self.bounds.partition_point(|bound| *bound <= number)
    }

    /// What a band is called: `under 10`, `10 to under 50`, `5000 and more`.
    #[must_use]
    pub fn name(&self, band: usize) -> String {
        let below = band.checked_sub(1).and_then(|below| self.bounds.get(below));
        match (below, self.bounds.get(band)) {
            (None, None) => "any".to_owned(),
            (None, Some(high)) => format!("under {high}"),
            (Some(low), Some(high)) => format!("{low} to under {high}"),
            (Some(low), None) => format!("{low} and more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_belongs_to_the_band_above_it() {
        let sizes = Bands::employees();
        let name = |number| sizes.name(sizes.of(number));
        assert_eq!(name(9.0), "under 10");
        assert_eq!(name(10.0), "10 to under 50");
        assert_eq!(name(5_000.0), "5000 and more");
    }

    #[test]
    fn quarters_are_of_equal_size_where_values_differ() {
        let quarters = Bands::quarters((0..100).map(f64::from).collect()).unwrap();
        let mut sizes = [0; 4];
        (0..100).for_each(|number| sizes[quarters.of(f64::from(number))] += 1);
        assert_eq!(sizes, [25, 25, 25, 25]);
        let mostly_zero = Bands::quarters(vec![0.0, 0.0, 0.0, 0.0, 5.0]).unwrap();
        assert_eq!((mostly_zero.of(0.0), mostly_zero.name(0).as_str()), (0, "any"));
        assert_eq!(Bands::quarters(Vec::new()), None);
    }
}
