//! Whether a route is ever taken.

use crate::rule::{Atom, Rule, TraitTest};
use facts::Seconds;
use std::collections::BTreeMap;

/// More cases than this are not gone through: the route is then taken to be reached.
const CASES_MAX: usize = 20_000;

/// Whether there can be a lead for which a rule holds and none of the earlier ones.
///
/// Rules of routes speak of traits only, so it is enough to try, for each trait that they speak
/// of, one value of each kind that they tell apart.
pub(super) fn is_reached(rule: &Rule, earlier: &[&Rule]) -> bool {
    let mut atoms = Vec::new();
    rule.atoms(&mut atoms);
    earlier.iter().for_each(|rule| rule.atoms(&mut atoms));
    let mut traits: BTreeMap<&str, Kinds<'_>> = BTreeMap::new();
    for atom in atoms {
        match atom {
            Atom::Trait { name, test } => traits.entry(name).or_default().add(test),
            Atom::Known { name, within } => traits.entry(name).or_default().add_age(*within),
            // Not of traits: a problem of its own, and told already.
            _ => return true,
        }
    }
    let points: Vec<(&str, Vec<Point<'_>>)> =
        traits.iter().map(|(name, kinds)| (*name, kinds.points())).collect();
    let cases = points.iter().try_fold(1_usize, |cases, (_, points)| {
        cases.checked_mul(points.len()).filter(|cases| *cases <= CASES_MAX)
    });
    let Some(cases) = cases else { return true };
    (0..cases).any(|case| {
        let holds =
            |rule: &Rule| rule.answer(&mut |atom| answer(atom, &points, case)) == Some(true);
        holds(rule) && !earlier.iter().any(|rule| holds(rule))
    })
}

/// The kinds of values of one trait that rules tell apart.
#[derive(Default)]
struct Kinds<'a> {
    numbers: Vec<f64>,
    words: Vec<&'a str>,
    flag: bool,
    ages: Vec<Seconds>,
}

/// A value of one kind.
#[derive(Clone, Copy)]
enum Point<'a> {
    Unknown,
    Known(Known<'a>, Age),
}

#[derive(Clone, Copy)]
enum Known<'a> {
    Number(f64),
    /// A word that no rule names is `None`.
    Word(Option<&'a str>),
    Flag(bool),
}

/// Less than this long known; `None` when longer than any rule asks for.
type Age = Option<Seconds>;

impl<'a> Kinds<'a> {
    fn add(&mut self, test: &'a TraitTest) {
        match test {
            TraitTest::Number(_, number) => self.numbers.push(*number),
            TraitTest::OneOf(words) => self.words.extend(words.iter().map(String::as_str)),
            TraitTest::IsTrue => self.flag = true,
        }
    }

    fn add_age(&mut self, within: Option<Seconds>) {
        self.ages.extend(within);
    }

    fn points(&self) -> Vec<Point<'a>> {
        let mut values: Vec<Known<'a>> = Vec::new();
        for number in &self.numbers {
            let around = [number.next_down(), *number, number.next_up()];
            values.extend(around.map(Known::Number));
        }
        let mut words = self.words.clone();
        words.sort_unstable();
        words.dedup();
        if self.flag {
            values.extend([true, false].map(Known::Flag));
        } else if self.numbers.is_empty() {
            values.push(Known::Word(None));
        }
        values.extend(words.into_iter().map(|word| Known::Word(Some(word))));
        let mut ages: Vec<Age> = self.ages.iter().copied().map(Some).collect();
        ages.sort_unstable();
        ages.dedup();
        ages.push(None);
        let known =
            values.iter().flat_map(|value| ages.iter().map(|age| Point::Known(*value, *age)));
        [Point::Unknown].into_iter().chain(known).collect()
    }
}

fn answer(atom: &Atom, points: &[(&str, Vec<Point<'_>>)], case: usize) -> Option<bool> {
    let mut left = case;
    let (Atom::Trait { name, .. } | Atom::Known { name, .. }) = atom else { return None };
    for (of, values) in points {
        let point = values[left % values.len()];
        left /= values.len();
        if of != name {
            continue;
        }
        return match (atom, point) {
            (Atom::Known { .. }, Point::Unknown) => Some(false),
            (Atom::Known { within, .. }, Point::Known(_, age)) => {
                Some(within.is_none_or(|within| age.is_some_and(|age| age <= within)))
            }
            (Atom::Trait { test, .. }, Point::Known(value, _)) => match (test, value) {
                (TraitTest::Number(compare, with), Known::Number(number)) => {
                    Some(compare.holds(number, *with))
                }
                (TraitTest::OneOf(words), Known::Word(word)) => {
                    Some(word.is_some_and(|word| words.iter().any(|known| known == word)))
                }
                (TraitTest::IsTrue, Known::Flag(flag)) => Some(flag),
                _ => None,
            },
            _ => None,
        };
    }
    None
}
