//! Which rankings hold whatever the model.

/// How values rank, over several views: models and windows.
#[derive(Clone, PartialEq, Debug)]
pub struct Rankings {
    /// Each value that brought something in some view, by its share in the first view, the greatest
    /// first, then by number.
    pub values: Vec<Ranked>,
    /// The values in groups: whoever stands in an earlier group has brought more than whoever
    /// stands in a later one in every view. As many groups as can be told apart so.
    pub tiers: Vec<Vec<usize>>,
    /// Of how many pairs the same one has brought more in every view.
    pub pairs_that_hold: usize,
    /// Of how many pairs there are.
    pub pairs: usize,
}

/// How one value ranks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ranked {
    /// The value.
    pub value: usize,
    /// Its best rank, from 1; those alike have the same.
    pub rank_best: usize,
    /// Its worst rank.
    pub rank_worst: usize,
    /// Its smallest share, from 0 to 1.
    pub share_least: f64,
    /// Its greatest share.
    pub share_most: f64,
}

impl Rankings {
    /// Over views with the same values: in each, what every value brought, in results or in money.
    #[must_use]
    pub fn of(views: &[&[i64]]) -> Self {
        let count = views.first().map_or(0, |view| view.len());
        let brings = |value: &usize| views.iter().any(|view| view[*value] != 0);
        let mut values: Vec<_> =
            (0..count).filter(brings).map(|value| ranked(value, views)).collect();
        let first = |value: usize| views.first().map_or(0, |view| view[value]);
        values.sort_by_key(|it| (std::cmp::Reverse(first(it.value)), it.value));
        let above = |one: usize, other: usize| views.iter().all(|view| view[one] > view[other]);
        let mut pairs_that_hold = 0;
        for (place, one) in values.iter().enumerate() {
            let later = values[place + 1..].iter();
            pairs_that_hold += later.filter(|other| above(one.value, other.value)).count();
        }
        let mut tiers: Vec<Vec<usize>> = Vec::new();
        for (place, it) in values.iter().enumerate() {
            let (before, after) = values.split_at(place);
            let cut = before.iter().all(|one| after.iter().all(|two| above(one.value, two.value)));
            match tiers.last_mut() {
                Some(tier) if !cut => tier.push(it.value),
                _ => tiers.push(vec![it.value]),
            }
        }
        let pairs = values.len() * values.len().saturating_sub(1) / 2;
        Self { values, tiers, pairs_that_hold, pairs }
    }
}

fn ranked(value: usize, views: &[&[i64]]) -> Ranked {
    let rank = |view: &&[i64]| 1 + view.iter().filter(|other| **other > view[value]).count();
    let ranks = || views.iter().map(rank);
    let share = |view: &&[i64]| match view.iter().sum::<i64>() {
        0 => 0.0,
        all => view[value] as f64 / all as f64,
    };
    let shares = || views.iter().map(share);
    Ranked {
        value,
        rank_best: ranks().min().unwrap_or(1),
        rank_worst: ranks().max().unwrap_or(1),
        share_least: shares().fold(f64::INFINITY, f64::min),
        share_most: shares().fold(0.0, f64::max),
    }
}
