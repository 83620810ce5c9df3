//! Attribution against figures of others and against what its definitions say.

use charter::AttributionModel;
use facts::Seconds;
use insight::{Chain, PathEnd, Rankings, TouchBefore, TouchPaths};
use proptest::prelude::*;
use testkit::cases;

const EVER: u32 = u32::MAX;
const TIME_DECAY: AttributionModel = AttributionModel::TimeDecay { half_life: Seconds::days(7) };
const OF_PATHS: [AttributionModel; 7] = [
    AttributionModel::First,
    AttributionModel::Last,
    AttributionModel::Linear,
    AttributionModel::UShaped,
    AttributionModel::WShaped,
    TIME_DECAY,
    AttributionModel::Shapley,
];

fn path(values: &[u16]) -> impl Iterator<Item = TouchBefore> + '_ {
    let last = values.len() as u32;
    let of = move |(place, value): (usize, &u16)| TouchBefore {
        value: *value,
        age_s: (last - 1 - place as u32) * 86_400,
    };
    values.iter().enumerate().map(of)
}

fn won(amount_minor: i64) -> PathEnd {
    PathEnd { results: 1, amount_minor, ..PathEnd::default() }
}

/// What each value has brought, in hundredths of a result.
fn hundredths(paths: &TouchPaths, model: AttributionModel) -> Vec<i64> {
    let credits = paths.credits(model, EVER).results_nano;
    credits.into_iter().map(|nano| (nano as f64 / 1e7).round() as i64).collect()
}

#[test]
fn each_model_shares_one_path_as_it_says() {
    let mut paths = TouchPaths::default();
    let end = PathEnd { before_handoff: Some(3), ..won(10_000) };
    paths.push(path(&[0, 1, 2, 3, 1]), end).unwrap();
    let of = |model| hundredths(&paths, model);
    assert_eq!(of(AttributionModel::First), [100, 0, 0, 0]);
    assert_eq!(of(AttributionModel::Last), [0, 100, 0, 0]);
    assert_eq!(of(AttributionModel::Linear), [20, 40, 20, 20]);
    // The middle three share a fifth: the value 1 has one of them, and the end.
    assert_eq!(of(AttributionModel::UShaped), [40, 47, 7, 7]);
    // The third touch is the last before the hand-off; the second and fourth share a tenth.
    assert_eq!(of(AttributionModel::WShaped), [30, 35, 30, 5]);
    assert_eq!(of(AttributionModel::Shapley), [25, 25, 25, 25]);
    let daily = AttributionModel::TimeDecay { half_life: Seconds::DAY };
    // 1, 2, 4, 8 and 16 of 31.
    assert_eq!(of(daily), [3, 58, 13, 26]);
    assert_eq!(paths.credits(AttributionModel::UShaped, EVER).all_minor(), 10_000);
}

#[test]
fn roles_that_nothing_plays_fall_away_and_one_touch_may_play_two() {
    let mut two = TouchPaths::default();
    two.push(path(&[0, 1]), won(0)).unwrap();
    assert_eq!(hundredths(&two, AttributionModel::UShaped), [50, 50]);
    assert_eq!(hundredths(&two, AttributionModel::WShaped), [50, 50]);
    let mut handed = TouchPaths::default();
    let end = PathEnd { before_handoff: Some(1), ..won(0) };
    handed.push(path(&[0, 1]), end).unwrap();
    assert_eq!(hundredths(&handed, AttributionModel::WShaped), [67, 33], "60 to 30");
    let mut alone = TouchPaths::default();
    alone.push(path(&[0]), PathEnd { before_handoff: Some(0), ..won(7) }).unwrap();
    for model in OF_PATHS {
        assert_eq!(alone.credits(model, EVER).amount_minor, [7], "{model:?}");
    }
}

#[test]
fn a_touch_before_the_window_has_no_part() {
    let mut paths = TouchPaths::default();
    let end = PathEnd { before_handoff: Some(1), ..won(900) };
    paths.push(path(&[0, 1, 2]), end).unwrap();
    let of = |model, days: u32| paths.credits(model, days * 86_400).amount_minor;
    assert_eq!(of(AttributionModel::First, 3), [900, 0, 0]);
    assert_eq!(of(AttributionModel::First, 2), [0, 900, 0], "exactly two days before is too early");
    assert_eq!(of(AttributionModel::WShaped, 2), [0, 450, 450], "the hand-off was before");
    assert_eq!(of(AttributionModel::Linear, 0), [0, 0, 0], "nothing is shared");
    assert_eq!(paths.shared(0), (0, 0));
}

#[test]
fn too_many_values_are_refused() {
    let mut paths = TouchPaths::default();
    let refused = paths.push(path(&[0, 500]), won(1)).unwrap_err();
    assert!(refused.to_string().contains("more than 500 different values"));
    assert_eq!((paths.len(), paths.touch_count(), paths.value_count()), (0, 0, 0));
}

/// Two values always met together are indispensable alike; one that never leads anywhere is not.
#[test]
fn the_chain_says_what_would_be_missed() {
    let mut paths = TouchPaths::default();
    paths.push(path(&[0, 1]), PathEnd { results: 3, without: 1, ..PathEnd::default() }).unwrap();
    paths.push(path(&[2]), PathEnd { without: 4, ..PathEnd::default() }).unwrap();
    let chain = Chain::of(&paths, EVER);
    assert!((chain.chance() - 3.0 / 8.0).abs() < 1e-12);
    let effects: Vec<_> = chain.removals().iter().map(|removal| removal.effect).collect();
    assert!(effects.iter().zip([1.0, 1.0, 0.0]).all(|(a, b)| (a - b).abs() < 1e-12), "{effects:?}");
    assert_eq!(hundredths(&paths, AttributionModel::Markov), [150, 150, 0]);
}

#[test]
fn rankings_say_what_holds_in_every_view() {
    let found = Rankings::of(&[&[50, 30, 15, 5], &[40, 20, 35, 5], &[60, 20, 15, 5]]);
    assert_eq!(found.tiers, [vec![0], vec![1, 2], vec![3]]);
    assert_eq!((found.pairs_that_hold, found.pairs), (5, 6));
    let one = found.values[1];
    assert_eq!((one.value, one.rank_best, one.rank_worst), (1, 2, 3));
    assert_eq!((one.share_least, one.share_most), (0.2, 0.3));
    assert_eq!(
        Rankings::of(&[&[2, 2, 0, 1]]).tiers,
        [vec![0, 1], vec![3]],
        "who brought nothing is out"
    );
}

/// A path: its values, whether and for how much it was won, and touches before the hand-off.
type Drawn = (Vec<u16>, bool, i64, Option<u32>);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let values = prop::collection::vec(0..5_u16, 1..8);
    let one = (values, any::<bool>(), 0..100_000_i64, prop::option::of(0..8_u32));
    prop::collection::vec(one, 1..12)
}

fn built(drawn: &[Drawn]) -> TouchPaths {
    let mut paths = TouchPaths::default();
    for (values, is_won, amount, handoff) in drawn {
        let end = PathEnd {
            results: u32::from(*is_won),
            without: u32::from(!is_won),
            amount_minor: if *is_won { *amount } else { 0 },
            before_handoff: handoff.map(|before| before.min(values.len() as u32)),
        };
        paths.push(path(values), end).unwrap();
    }
    paths
}

proptest! {
    #![proptest_config(cases(200))]

    /// Invariant 4, and conservation to the cent.
    #[test]
    fn every_model_shares_all_of_it_and_the_whole_is_the_sum_of_the_paths(
        drawn in drawn(), days in 1..9_u32,
    ) {
        let paths = built(&drawn);
        let window_s = days * 86_400;
        let shared = paths.shared(window_s);
        for model in OF_PATHS.into_iter().chain([AttributionModel::Markov]) {
            let credits = paths.credits(model, window_s);
            prop_assert_eq!((credits.all_results_nano(), credits.all_minor()), shared, "{:?}", model);
            prop_assert!(credits.amount_minor.iter().all(|amount| *amount >= 0));
            if model == AttributionModel::Markov {
                continue;
            }
            let mut sums = vec![(0, 0); credits.results_nano.len()];
            for path in 0..paths.len() {
                for part in paths.credit_of(path, model, window_s) {
                    let sum = &mut sums[usize::from(part.value)];
                    *sum = (sum.0 + part.results_nano, sum.1 + part.amount_minor);
                }
            }
            let whole = credits.results_nano.into_iter().zip(credits.amount_minor);
            prop_assert_eq!(whole.collect::<Vec<_>>(), sums, "{:?}", model);
        }
    }

    /// Shapley's definition: what a value adds to those that came before it, over all orders.
    #[test]
    fn shapley_is_what_each_value_adds_over_all_orders(drawn in drawn()) {
        let paths = built(&drawn);
        let won: Vec<_> = drawn.iter().filter(|(_, is_won, ..)| *is_won).collect();
        let worth = |among: &[u16]| {
            won.iter().filter(|(values, ..)| values.iter().all(|it| among.contains(it))).count()
        };
        let mut adds = [0_usize; 5];
        let orders = orders(&[0, 1, 2, 3, 4]);
        for order in &orders {
            for (place, value) in order.iter().enumerate() {
                adds[usize::from(*value)] += worth(&order[..=place]) - worth(&order[..place]);
            }
        }
        let credits = paths.credits(AttributionModel::Shapley, EVER);
        for (value, adds) in adds.iter().enumerate().take(paths.value_count()) {
            let wanted = *adds as f64 / orders.len() as f64;
            prop_assert!((credits.results(value) - wanted).abs() < 1e-6);
        }
    }

    /// The chain solved another way: from the chances again and again, and without a value by
    /// leaving out every way that leads over it.
    #[test]
    fn what_would_be_missed_is_what_is_left_when_the_value_is_taken_out(drawn in drawn()) {
        let paths = built(&drawn);
        let chain = Chain::of(&paths, EVER);
        let whole = walked(&drawn, None);
        prop_assert!((chain.chance() - whole).abs() < 1e-9, "{} {}", chain.chance(), whole);
        for (value, removal) in chain.removals().iter().enumerate() {
            let left = walked(&drawn, Some(value));
            let wanted = if whole > 0.0 { 1.0 - left / whole } else { 0.0 };
            prop_assert!((removal.effect - wanted).abs() < 1e-7, "{} {}", removal.effect, wanted);
        }
    }
}

fn orders(values: &[u16]) -> Vec<Vec<u16>> {
    if values.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |first: &u16| {
        let others: Vec<_> = values.iter().copied().filter(|it| it != first).collect();
        let begin = |mut rest: Vec<u16>| {
            rest.insert(0, *first);
            rest
        };
        orders(&others).into_iter().map(begin).collect::<Vec<_>>()
    };
    values.iter().flat_map(with_first).collect()
}

/// The chance of a result from the start, by walking all ways step by step until hardly anybody
/// is under way. Steps from a value to itself are walked too.
fn walked(drawn: &[Drawn], without: Option<usize>) -> f64 {
    const START: usize = 5;
    let mut steps = [[0.0_f64; 7]; 6];
    for (values, is_won, ..) in drawn {
        let mut from = START;
        for &value in values {
            steps[from][usize::from(value)] += 1.0;
            from = usize::from(value);
        }
        steps[from][if *is_won { 5 } else { 6 }] += 1.0;
    }
    let mut under_way = [0.0_f64; 6];
    under_way[START] = 1.0;
    let mut arrived = 0.0;
    for _ in 0..20_000 {
        let mut next = [0.0_f64; 6];
        for (from, share) in under_way.iter().enumerate() {
            let all: f64 = steps[from].iter().sum();
            for (to, count) in steps[from].iter().enumerate().filter(|_| all > 0.0) {
                let going = share * count / all;
                match to {
                    5 => arrived += going,
                    to if to < 5 && Some(to) != without => next[to] += going,
                    _ => {}
                }
            }
        }
        under_way = next;
        if under_way.iter().sum::<f64>() < 1e-13 {
            break;
        }
    }
    arrived
}
