//! Generated leads: what is known of them, and their scores.

use super::{FLAGS, NUMBER_POOL, NUMBERS, POINTS_POOL, TEXT_POOL, TEXTS};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// The value of a trait.
#[derive(Clone, PartialEq, Debug)]
pub enum TraitValue {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// True or false.
    Flag(bool),
}

/// One lead at one instant.
#[derive(Clone, PartialEq, Debug)]
pub struct Values {
    /// The traits that are known, by full name.
    pub traits: BTreeMap<String, TraitValue>,
    /// Its fit.
    pub fit: f64,
    /// Its engagement.
    pub engagement: f64,
}

/// Leads of which each trait is known or not.
pub fn values() -> impl Strategy<Value = Values> {
    let number = || select(NUMBER_POOL.to_vec()).prop_map(TraitValue::Number);
    let text = || select(TEXT_POOL.to_vec()).prop_map(|text| TraitValue::Text(text.to_owned()));
    let points = || select(POINTS_POOL.to_vec());
    let traits = (
        maybe(NUMBERS, number()),
        maybe(TEXTS, text()),
        maybe(FLAGS, any::<bool>().prop_map(TraitValue::Flag)),
    );
    (traits, points(), points()).prop_map(|((numbers, texts, flags), fit, engagement)| Values {
        traits: numbers.into_iter().chain(texts).chain(flags).collect(),
        fit,
        engagement,
    })
}

fn maybe<const N: usize>(
    names: [&'static str; N],
    value: impl Strategy<Value = TraitValue>,
) -> impl Strategy<Value = Vec<(String, TraitValue)>> {
    prop::collection::vec(prop::option::of(value), N).prop_map(move |values| {
        let named = names.into_iter().zip(values);
        named.filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    })
}
