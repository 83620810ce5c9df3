//! Values put together until those that are apart tell different things.

use std::ops::Range;

/// Leads of a value, and those of them who came to the outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Tally {
    pub(super) all: usize,
    pub(super) with: usize,
}

/// Two neighbours that differ by less are put together: the chi-square with one degree of freedom
/// that is passed by chance once in twenty times.
const CHI_SQUARE: f64 = 3.841;

impl Tally {
    pub(super) const fn plus(self, other: Self) -> Self {
        Self { all: self.all + other.all, with: self.with + other.with }
    }

    /// The share with the outcome, drawn a little to one half so that few leads say little.
    pub(super) fn rate(self) -> f64 {
        (self.with as f64 + 0.5) / (self.all as f64 + 1.0)
    }
}

/// Groups of neighbours among values in order, each of at least so many leads, that differ. No more
/// than `most`. Where `rises` is told, rates rise or fall from group to group.
///
/// Neighbours are put together the least different first, as `ChiMerge` does: R. Kerber,
/// "`ChiMerge`: Discretization of Numeric Attributes", AAAI 1992. Those against the told direction
/// are pooled before, as M. Ayer and others, "An Empirical Distribution Function for Sampling with
/// Incomplete Information", Annals of Mathematical Statistics 26(4), 1955.
pub(super) fn merged(
    tallies: &[Tally],
    least: usize,
    most: usize,
    rises: Option<bool>,
) -> Vec<Range<usize>> {
    let mut groups: Vec<(Range<usize>, Tally)> =
        tallies.iter().enumerate().map(|(place, tally)| (place..place + 1, *tally)).collect();
    while let Some(place) = groups.windows(2).position(|two| is_against(two[0].1, two[1].1, rises))
    {
        join(&mut groups, place);
    }
    while groups.len() > 1 {
        let small = |two: &[(Range<usize>, Tally)]| two[0].1.all < least || two[1].1.all < least;
        let distance = |two: &[(Range<usize>, Tally)]| chi_square(two[0].1, two[1].1);
        let nearest = |must: bool| {
            let pairs = groups.windows(2).enumerate().filter(|(_, two)| !must || small(two));
            let pairs = pairs.map(|(place, two)| (place, distance(two)));
            pairs.min_by(|one, other| one.1.total_cmp(&other.1))
        };
        let found = match nearest(true) {
            Some(found) => found,
            None => match nearest(false) {
                Some(found) if found.1 < CHI_SQUARE || groups.len() > most => found,
                _ => break,
            },
        };
        join(&mut groups, found.0);
    }
    groups.into_iter().map(|(range, _)| range).collect()
}

fn is_against(one: Tally, next: Tally, rises: Option<bool>) -> bool {
    rises.is_some_and(
        |rises| if rises { one.rate() > next.rate() } else { one.rate() < next.rate() },
    )
}

fn join(groups: &mut Vec<(Range<usize>, Tally)>, place: usize) {
    let (range, tally) = groups.remove(place + 1);
    groups[place].0.end = range.end;
    groups[place].1 = groups[place].1.plus(tally);
}

/// Pearson's chi-square of two groups and two ends.
fn chi_square(one: Tally, other: Tally) -> f64 {
    let (a, b) = (one.with as f64, (one.all - one.with) as f64);
    let (c, d) = (other.with as f64, (other.all - other.with) as f64);
    let of = (a + b) * (c + d) * (a + c) * (b + d);
    if of == 0.0 { 0.0 } else { (a * d - b * c) * (a * d - b * c) * (a + b + c + d) / of }
}

/// The bounds between numbers, of two digits that count: at every twentieth of them, or at every
/// different number where there are few. In order.
pub(super) fn bounds(mut numbers: Vec<f64>) -> Vec<f64> {
    const PARTS: usize = 20;
    numbers.sort_unstable_by(f64::total_cmp);
    let mut different = numbers.clone();
    different.dedup();
    let mut bounds: Vec<f64> = if different.len() <= PARTS {
        different
    } else {
        (1..PARTS).map(|part| two_digits(numbers[part * numbers.len() / PARTS])).collect()
    };
    bounds.sort_unstable_by(f64::total_cmp);
    bounds.dedup();
    let least = numbers.first().copied().unwrap_or(0.0);
    bounds.retain(|bound| *bound > least);
    bounds
}

fn two_digits(number: f64) -> f64 {
    if number == 0.0 || !number.is_finite() {
        return number;
    }
    let digits = libm::floor(libm::log10(number.abs())) as i32 - 1;
    // Dividing by a power of ten that is whole leaves no digits behind the last one that counts.
    match digits {
        0.. => {
            let unit = libm::pow(10.0, f64::from(digits));
            libm::round(number / unit) * unit
        }
        _ => {
            let unit = libm::pow(10.0, f64::from(-digits));
            libm::round(number * unit) / unit
        }
    }
}

/// The values that rise from one to the next, or fall, and are nearest to these by weighted squares.
pub(super) fn in_order(values: &mut [f64], weights: &[f64], rises: bool) {
    let sign = if rises { 1.0 } else { -1.0 };
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in values.iter().zip(weights) {
        blocks.push((sign * value, weight.max(1e-9), 1));
        while let [.., one, next] = blocks.as_slice()
            && one.0 > next.0
        {
            let weight = one.1 + next.1;
            let pooled = ((one.0 * one.1 + next.0 * next.1) / weight, weight, one.2 + next.2);
            blocks.truncate(blocks.len() - 2);
            blocks.push(pooled);
        }
    }
    let pooled = blocks.into_iter().flat_map(|(value, _, size)| std::iter::repeat_n(value, size));
    for (value, pooled) in values.iter_mut().zip(pooled) {
        *value = sign * pooled;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(all: usize, with: usize) -> Tally {
        Tally { all, with }
    }

    #[test]
    fn neighbours_that_tell_the_same_are_put_together() {
        let values = [tally(100, 10), tally(100, 12), tally(100, 50), tally(100, 52)];
        assert_eq!(merged(&values, 20, 9, None), [0..2, 2..4]);
        assert_eq!(merged(&values, 20, 1, None).len(), 1, "no more than one");
        let few = [tally(100, 10), tally(3, 3), tally(100, 50)];
        assert_eq!(merged(&few, 20, 9, None), [0..1, 1..3], "three leads are no group");
    }

    #[test]
    fn where_it_is_told_rates_only_rise() {
        let values = [tally(200, 20), tally(200, 120), tally(200, 60), tally(200, 150)];
        assert_eq!(merged(&values, 20, 9, None).len(), 4);
        assert_eq!(merged(&values, 20, 9, Some(true)), [0..1, 1..3, 3..4]);
        assert_eq!(merged(&values, 20, 9, Some(false)).len(), 1);
        let mut points = [1.0, 5.0, 3.0, 8.0];
        in_order(&mut points, &[1.0; 4], true);
        assert_eq!(points, [1.0, 4.0, 4.0, 8.0]);
        in_order(&mut points, &[1.0, 1.0, 1.0, 3.0], false);
        assert_eq!(points, [5.5; 4]);
    }

    #[test]
    fn bounds_are_numbers_that_a_person_would_write() {
        assert_eq!(bounds(vec![0.0, 0.0, 1.0, 2.0]), [1.0, 2.0]);
        let many = bounds((0..10_000).map(f64::from).collect());
        assert_eq!(many[..3], [500.0, 1_000.0, 1_500.0]);
        assert_eq!(
            (two_digits(0.012_49), two_digits(-1_268.0), two_digits(9.96)),
            (0.012, -1_300.0, 10.0)
        );
        assert_eq!(bounds(Vec::new()), Vec::<f64>::new());
    }
}
