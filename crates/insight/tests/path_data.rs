//! Attribution over the paths of the `channelattribution_pathdata` set, against figures that others
//! computed. It has 10,000 different paths over 12 channels.

use charter::AttributionModel;
use insight::{Credits, PathEnd, TouchBefore, TouchPaths};
use std::collections::BTreeMap;

/// A row: the channels, results, what they are worth in cents of a cent, paths without a result.
fn read() -> (TouchPaths, Vec<String>) {
    let file = concat!(env!("TANDEM_DATA"), "/channelattribution_pathdata/PathData.csv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut numbers: BTreeMap<String, u16> = BTreeMap::new();
    for channel in
        text.lines().skip(1).flat_map(|line| line.split(',').next().unwrap().split(" > "))
    {
        numbers.insert(channel.to_owned(), 0);
    }
    for (number, of) in numbers.values_mut().enumerate() {
        *of = number as u16;
    }
    let mut paths = TouchPaths::default();
    for line in text.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let number = |cell: usize| cells[cell].parse::<f64>().unwrap();
        let touches = cells[0].split(" > ").map(|it| TouchBefore { value: numbers[it], age_s: 0 });
        let end = PathEnd {
            results: number(1) as u32,
            amount_minor: (number(2) * 10_000.0).round() as i64,
            without: number(3) as u32,
            before_handoff: None,
        };
        paths.push(touches, end).unwrap();
    }
    (paths, numbers.into_keys().collect())
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn every_model_says_what_others_computed() {
    let (paths, channels) = read();
    assert_eq!((paths.len(), channels.len()), (10_000, 12));
    let of = |model, names: &[&str]| {
        let credits = paths.credits(model, u32::MAX);
        assert_eq!(credits.all_results_nano(), 19_785 * Credits::NANO);
        assert_eq!(credits.all_minor(), 748_029_717, "{model:?}: nothing is lost or made up");
        let value = |name: &&str| channels.iter().position(|it| it == name).unwrap();
        let rounded = |value| (credits.results(value) * 1_000.0).round() / 1_000.0;
        names.iter().map(value).map(rounded).collect::<Vec<_>>()
    };
    let three = ["alpha", "iota", "eta"];
    // As the README of the set has them.
    assert_eq!(of(AttributionModel::First, &three), [6308.0, 4606.0, 3164.0]);
    assert_eq!(of(AttributionModel::Last, &three), [8447.0, 3355.0, 4167.0]);
    assert_eq!(of(AttributionModel::Linear, &three), [7574.719, 3857.096, 3539.951]);
    // As plain Python over the same file has them, see the docstrings of the models.
    assert_eq!(of(AttributionModel::UShaped, &three), [7444.824, 3944.948, 3618.796]);
    assert_eq!(of(AttributionModel::Shapley, &three), [7627.944, 3505.044, 3613.656]);
}

/// Another solution of the same system, channel by channel with LAPACK (NumPy 2), each channel
/// taken out by itself.
#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_chain_is_solved_exactly() {
    let (paths, channels) = read();
    let credits = paths.credits(AttributionModel::Markov, u32::MAX);
    assert_eq!(credits.all_results_nano(), 19_785 * Credits::NANO);
    let wanted = [
        ("alpha", 5_344.947_682),
        ("beta", 2_527.352_167),
        ("delta", 4.613_618),
        ("epsilon", 599.570_650),
        ("eta", 3_340.847_402),
        ("gamma", 171.145_443),
        ("iota", 3_884.614_702),
        ("kappa", 274.363_256),
        ("lambda", 1_282.847_223),
        ("mi", 1.722_425),
        ("theta", 1_971.912_880),
        ("zeta", 381.062_553),
    ];
    for (value, (name, results)) in wanted.into_iter().enumerate() {
        assert_eq!(channels[value], name);
        assert!(
            (credits.results(value) - results).abs() < 2e-6,
            "{name}: {}",
            credits.results(value)
        );
    }
}
