//! A whole number in whole parts.

/// Calls `part` with the parts of each of `wholes` that stand in the ratio of `weights`, in their
/// order.
///
/// The parts of one sum to it, and each is less than one away from its exact share: the boundaries
/// between them are rounded, not they themselves. Weights are 0 or greater, not all 0; of none,
/// nothing is shared.
pub(super) fn by_weights<const N: usize>(
    wholes: [i64; N],
    weights: &[f64],
    mut part: impl FnMut(usize, [i64; N]),
) {
    let sum: f64 = weights.iter().sum();
    let (mut weight_so_far, mut so_far) = (0.0, [0; N]);
    for (index, weight) in weights.iter().enumerate() {
        weight_so_far += weight;
        let share = weight_so_far / sum;
        let boundaries = match index + 1 == weights.len() {
            true => wholes,
            false => wholes.map(|whole| nearest(whole as f64 * share)),
        };
        part(index, std::array::from_fn(|of| boundaries[of] - so_far[of]));
        so_far = boundaries;
    }
}

/// The nearest whole number, without the call that `f64::round` is where a processor of any age
/// must do; halves away from zero.
fn nearest(number: f64) -> i64 {
    (number + 0.5_f64.copysign(number)) as i64
}

/// Calls `part` with the parts of each of `wholes`, shared alike among `count`: the parts of one
/// sum to it, and differ by one at most.
pub(super) fn alike<const N: usize>(
    wholes: [i64; N],
    count: usize,
    mut part: impl FnMut(usize, [i64; N]),
) {
    if count == 1 {
        return part(0, wholes);
    }
    let of = count as i64;
    let least = wholes.map(|whole| whole.div_euclid(of));
    let rests: [i64; N] = std::array::from_fn(|at| wholes[at] - least[at] * of);
    // What is left over comes where a line from nothing to it passes the next whole number
    // (J. E. Bresenham, "Algorithm for computer control of a digital plotter", IBM Systems Journal
    // 4(1), 1965), so that no part needs a division.
    let mut over = [0; N];
    for index in 0..count {
        part(
            index,
            std::array::from_fn(|at| {
                over[at] += rests[at];
                let is_more = over[at] >= of;
                over[at] -= of * i64::from(is_more);
                least[at] + i64::from(is_more)
            }),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn alike_of(whole: i64, count: usize) -> Vec<i64> {
        let mut parts = Vec::new();
        alike([whole], count, |_, [part]| parts.push(part));
        parts
    }

    #[test]
    fn a_cent_that_cannot_be_divided_goes_to_somebody() {
        assert_eq!(alike_of(100, 3), [33, 33, 34]);
        assert_eq!(alike_of(-1, 1), [-1]);
        let mut parts = Vec::new();
        by_weights([100, 7], &[0.4, 0.1, 0.1, 0.4], |_, part| parts.push(part));
        assert_eq!(parts, [[40, 3], [10, 1], [10, 0], [40, 3]]);
        let mut parts = Vec::new();
        by_weights([-1], &[1.0, 1.0], |_, [part]| parts.push(part));
        assert_eq!(parts.iter().sum::<i64>(), -1);
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!([0.5, 1.5, 2.4, -0.5, -2.6, 0.0].map(nearest), [1, 2, 2, -1, -3, 0]);
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
            by_weights([whole], &weights, |index, [part]| {
                total += part;
                far = far.max((part as f64 - whole as f64 * weights[index] / sum).abs());
            });
            prop_assert_eq!(total, whole);
            prop_assert!(far <= 1.0 + 1e-3, "{}", far);
            let parts = alike_of(whole, weights.len());
            prop_assert_eq!(parts.iter().sum::<i64>(), whole);
            prop_assert!(parts.iter().max().unwrap() - parts.iter().min().unwrap() <= 1);
            let until = |end: usize| parts[..end].iter().sum::<i64>() as f64;
            for end in 0..parts.len() {
                let exact = whole as f64 * end as f64 / parts.len() as f64;
                prop_assert!((until(end) - exact).abs() <= 1.0, "what is left over is spread");
            }
        }
    }
}
