//! Attribution in sentences.

use super::words::{count, number};
use crate::funnel::{AttributionAnswer, CountedBy};
use charter::{Attribution, AttributionModel};
use facts::Seconds;
use insight::Credits;

/// `250,100.00`: money in minor units, as people write it.
#[must_use]
pub fn money(minor: i64, minor_per_unit: u32) -> String {
    let per_unit = u64::from(minor_per_unit.max(1));
    let sign = if minor < 0 { "-" } else { "" };
    let whole = number((minor.unsigned_abs() / per_unit) as usize);
    let rest = minor.unsigned_abs() % per_unit;
    match per_unit {
        1 => format!("{sign}{whole}"),
        1_000 => format!("{sign}{whole}.{rest:03}"),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// `3.42`: a part of results that were shared.
#[must_use]
pub fn part_of_results(nano: i64) -> String {
    format!("{:.2}", nano as f64 / Credits::NANO as f64)
}

/// `by the W model, of touches less than 180 days before`.
#[must_use]
pub fn terms_in_words(terms: &Attribution) -> String {
    let model = match terms.model {
        AttributionModel::First => "all of it to the first touch".to_owned(),
        AttributionModel::Last => "all of it to the last touch".to_owned(),
        AttributionModel::Linear => "alike to every touch".to_owned(),
        AttributionModel::UShaped => "by the U model".to_owned(),
        AttributionModel::WShaped => "by the W model".to_owned(),
        AttributionModel::TimeDecay { half_life } => {
            format!("half as much for each {} before", days(half_life))
        }
        AttributionModel::Markov => "by what would be missed (Markov chain)".to_owned(),
        AttributionModel::Shapley => "alike to every value that took part (Shapley)".to_owned(),
    };
    format!("{model}, of touches less than {} before", days(terms.window))
}

/// What brought most, and by which terms.
#[must_use]
pub fn attribution_in_words(answer: &AttributionAnswer) -> String {
    let results = answer.results.len();
    let what = match &answer.stage {
        None => match results {
            1 => "1 opportunity was won".to_owned(),
            _ => format!("{} opportunities were won", number(results)),
        },
        Some((_, name)) => format!("{} reached {name}", count(results, "lead")),
    };
    let (currency, per_unit) = &answer.currency;
    let worth = match answer.worth_minor.0 {
        0 => String::new(),
        worth => format!(", worth {} {currency}", money(worth, *per_unit)),
    };
    let Some(first) = answer.rankings.values.first() else {
        return format!("{what}{worth}; no touch before is known, so that nothing is shared.");
    };
    let brought = match answer.by_amount {
        true => {
            format!("{} {currency}", money(answer.credits.amount_minor[first.value], *per_unit))
        }
        false => format!("{} of them", part_of_results(answer.credits.results_nano[first.value])),
    };
    let name = named(answer, first.value);
    format!(
        "{what}{worth}. Shared {}: {name} brought most, {brought}.",
        terms_in_words(&answer.terms)
    )
}

/// Which rankings hold whatever the model; `None` where there is nothing to rank.
#[must_use]
pub fn rankings_in_words(answer: &AttributionAnswer) -> Option<String> {
    let rankings = &answer.rankings;
    if rankings.values.len() < 2 {
        return None;
    }
    let tier = |tier: &Vec<usize>| {
        let names: Vec<_> = tier.iter().map(|value| named(answer, *value)).collect();
        names.join(", ")
    };
    let views = answer.views.len();
    let (hold, pairs) = (rankings.pairs_that_hold, rankings.pairs);
    let kept = format!(
        "Of {}, {} in the same order by every model and in every window ({views} ways of counting)",
        count(pairs, "pair"),
        if hold == 1 { "1 stands".to_owned() } else { format!("{} stand", number(hold)) },
    );
    if rankings.tiers.len() < 2 {
        return Some(format!("{kept}: no group is above all others whatever the model."));
    }
    let tiers: Vec<_> = rankings.tiers.iter().map(tier).collect();
    Some(format!("{kept}. What holds whatever the model: {}.", tiers.join("; above ")))
}

/// A value's name, or what its absence means.
#[must_use]
pub fn named(answer: &AttributionAnswer, value: usize) -> String {
    match answer.value(value) {
        "" if answer.by == CountedBy::Campaign => "(no campaign)".to_owned(),
        "" => "(not known)".to_owned(),
        name => name.to_owned(),
    }
}

fn days(of: Seconds) -> String {
    match of.0 % Seconds::DAY.0 {
        0 => count((of.0 / Seconds::DAY.0) as usize, "day"),
        _ => count((of.0 / Seconds::HOUR.0) as usize, "hour"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_with_its_cents() {
        assert_eq!(money(25_010_007, 100), "250,100.07");
        assert_eq!(money(-5, 100), "-0.05");
        assert_eq!(money(1_500, 1), "1,500");
    }
}
