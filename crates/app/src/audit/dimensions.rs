//! By what leads are told apart.

use crate::Engine;
use facts::{Code, Kind, Precision, Symbol, Value, Vocabulary};
use insight::{Audited, Bands, Dimension};
use std::collections::BTreeMap;
use timeline::OwnedStory;

/// A trait with more different values tells nothing apart.
const VALUES_MOST: usize = 50;
/// Numbers with more different values are put in bands.
const NUMBERS_MOST: usize = 12;
/// The most traits that are looked at.
const DIMENSIONS_MOST: usize = 200;

/// What is said of each lead in the end, trait by trait.
pub(super) fn read(
    engine: &Engine,
    audited: Audited,
    stories: &[OwnedStory],
    later: &dyn Fn(&str) -> bool,
) -> Vec<Dimension> {
    let words = engine.vocabulary();
    let traits: Vec<(Code, String)> = words
        .names()
        .filter(|(_, kind, name)| *kind == Kind::Trait && tells_apart(audited, name))
        .map(|(code, _, name)| (code, name.to_owned()))
        .take(DIMENSIONS_MOST)
        .collect();
    let place: BTreeMap<Code, usize> =
        traits.iter().enumerate().map(|(place, (code, _))| (*code, place)).collect();
    let mut columns: Vec<Vec<(Value, bool)>> =
        vec![vec![(Value::Nothing, false); stories.len()]; traits.len()];
    for (case, story) in stories.iter().enumerate() {
        for row in &story.rows {
            if let Some(&place) = place.get(&row.code) {
                let undated = row.flags.precision() == Precision::Unknown;
                columns[place][case] = (row.value(), undated);
            }
        }
    }
    let named = traits.into_iter().zip(columns);
    named.filter_map(|((_, name), column)| dimension(name, &column, words, later)).collect()
}

/// Whether a trait may tell leads, or deals, apart. What a deal is worth and where it stands is
/// known when it is won.
fn tells_apart(audited: Audited, name: &str) -> bool {
    let of_deal = name.starts_with("opportunity.");
    let end = ["opportunity.amount", "opportunity.probability", "opportunity.stage"];
    match audited {
        Audited::Leads => !of_deal,
        Audited::Deals => of_deal && !end.contains(&name),
    }
}

fn dimension(
    name: String,
    column: &[(Value, bool)],
    words: &Vocabulary,
    later: &dyn Fn(&str) -> bool,
) -> Option<Dimension> {
    let mut labels = vec![String::new()];
    let mut known: BTreeMap<String, Symbol> = BTreeMap::new();
    let bands = bands(&name, column);
    // The bands of numbers in their order, whoever comes first.
    for band in bands.iter().flat_map(|(bands, count)| (0..*count).map(|band| bands.name(band))) {
        known.insert(band.clone(), Symbol(labels.len() as u32));
        labels.push(band);
    }
    let mut values = Vec::with_capacity(column.len());
    for (value, _) in column {
        let label = match value {
            Value::Text(word) => words.word(*word).to_owned(),
            Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            Value::Number(number) => match &bands {
                Some((bands, _)) => bands.name(bands.of(*number)),
                None => number.to_string(),
            },
            _ => {
                values.push(Symbol::EMPTY);
                continue;
            }
        };
        if label.is_empty() {
            values.push(Symbol::EMPTY);
            continue;
        }
        let next = Symbol(labels.len() as u32);
        let symbol = *known.entry(label.clone()).or_insert(next);
        if symbol == next {
            labels.push(label);
        }
        values.push(symbol);
    }
    let told = values.iter().filter(|value| **value != Symbol::EMPTY).count();
    let undated = column.iter().filter(|(value, undated)| *undated && *value != Value::Nothing);
    let is_snapshot = undated.count() * 2 > told;
    let different = labels.len() - 1;
    (2..=VALUES_MOST).contains(&different).then(|| Dimension {
        comes_later: later(&name),
        name,
        values,
        labels,
        is_snapshot,
    })
}

/// Bands for a column of many different numbers, with how many bands there are.
fn bands(name: &str, column: &[(Value, bool)]) -> Option<(Bands, usize)> {
    let numbers = column.iter().filter_map(|(value, _)| match value {
        Value::Number(number) => Some(*number),
        _ => None,
    });
    let numbers: Vec<f64> = numbers.collect();
    let mut different: Vec<u64> = numbers.iter().map(|number| number.to_bits()).collect();
    different.sort_unstable();
    different.dedup();
    if different.len() <= NUMBERS_MOST {
        return None;
    }
    let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let bands = match name {
        "account.employees" => Bands::employees(),
        _ => Bands::quarters(numbers)?,
    };
    let count = bands.of(most) + 1;
    Some((bands, count))
}
