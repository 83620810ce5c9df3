//! A whole number in whole parts.

/// Calls `part` with the parts of `whole` that stand in the ratio of `weights`, in their order.
///
/// The parts sum to the whole, and each is less than one away from its exact share: the boundaries
/// between them are rounded, not they themselves. Weights are 0 or greater, not all 0; of none,
/// nothing is shared.
pub(super) fn by_weights(whole: i64, weights: &[f64], mut part: impl FnMut(usize, i64)) {
    let sum: f64 = weights.iter().sum();
    let (mut weight_so_far, mut so_far) = (0.0, 0);
    for (index, weight) in weights.iter().enumerate() {
        weight_so_far += weight;
        let boundary = match index + 1 == weights.len() {
            true => whole,
            false => (whole as f64 * (weight_so_far / sum)).round() as i64,
        };
        part(index, boundary - so_far);
        so_far = boundary;
    }
}

/// The part of `whole` that comes at `index` when it is shared alike among `count`: the parts sum
/// to the whole, and differ by one at most.
pub(super) fn alike(whole: i64, count: usize, index: usize) -> i64 {
    let (count, index) = (count as i64, index as i64);
    let rest = whole.rem_euclid(count);
    whole.div_euclid(count) + (index + 1) * rest / count - index * rest / count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cent_that_cannot_be_divided_goes_to_somebody() {
        let parts: Vec<_> = (0..3).map(|index| alike(100, 3, index)).collect();
        assert_eq!(parts, [33, 33, 34]);
        let mut parts = Vec::new();
        by_weights(100, &[0.4, 0.1, 0.1, 0.4], |_, part| parts.push(part));
        assert_eq!(parts, [40, 10, 10, 40]);
        by_weights(-1, &[1.0, 1.0], |index, part| parts[index] = part);
        assert_eq!(parts[0] + parts[1], -1);
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole_and_are_less_than_one_off(
            whole in -1_000_000_000_000_i64..1_000_000_000_000,
            weights in prop::collection::vec(0.001_f64..1.0, 1..40),
        ) {
            let sum: f64 = weights.iter().sum();
            let mut total = 0;
            let mut far = 0.0_f64;
            by_weights(whole, &weights, |index, part| {
                total += part;
                far = far.max((part as f64 - whole as f64 * weights[index] / sum).abs());
            });
            prop_assert_eq!(total, whole);
            prop_assert!(far <= 1.0 + 1e-3, "{}", far);
            let parts = || (0..weights.len()).map(|index| alike(whole, weights.len(), index));
            prop_assert_eq!(parts().sum::<i64>(), whole);
            prop_assert!(parts().max().unwrap() - parts().min().unwrap() <= 1);
        }
    }
}
