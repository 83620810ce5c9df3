//! Tables of answers about traits.

use super::milli;
use crate::Charter;
use crate::model::FitClause;
use crate::program::literals::Literals;
use crate::program::traits::ByValue;
use crate::program::{Answer, Bits, Sum, TraitTable};
use crate::rule::{Atom, Compare, Rule, TraitTest};
use facts::{Symbol, TraitType, Vocabulary, VocabularyFull};

/// A class of a trait's values: every value of it answers every question alike.
#[derive(Clone, Copy)]
enum Class<'a> {
    Unknown,
    Number(f64),
    Word(Option<&'a str>),
    Flag(bool),
}

/// The one trait that a rule speaks of, when it speaks of nothing else and not of time.
pub(super) fn only_trait(rule: &Rule) -> Option<&str> {
    match rule {
        Rule::Always(_) => None,
        Rule::Is(Atom::Trait { name, .. } | Atom::Known { name, within: None }) => Some(name),
        Rule::Is(_) => None,
        Rule::Not(inner) => only_trait(inner),
        Rule::All(parts) | Rule::Any(parts) => {
            let first = only_trait(parts.first()?)?;
            parts.iter().all(|part| only_trait(part) == Some(first)).then_some(first)
        }
    }
}

/// The table of one trait. `fit` are the clauses that speak of this trait alone; `sums` are the
/// other fit clauses, compiled.
pub(super) fn table(
    charter: &Charter,
    name: &str,
    literals: &Literals,
    fit: &[&FitClause],
    sums: &[(Sum, i64)],
    vocabulary: &mut Vocabulary,
) -> Result<TraitTable, VocabularyFull> {
    let asked: Vec<(&Atom, bool, Bits)> = literals
        .iter()
        .filter(|(atom, ..)| match atom {
            Atom::Trait { name: of, .. } | Atom::Known { name: of, within: None } => of == name,
            _ => false,
        })
        .collect();
    let mut tests: Vec<&TraitTest> = Vec::new();
    asked.iter().for_each(|(atom, ..)| gather_atom(atom, &mut tests));
    fit.iter().for_each(|clause| gather(&clause.when, &mut tests));
    let answer = |class: Class<'_>| Answer {
        bits: asked.iter().fold(Bits::NONE, |bits, (atom, wanted, bit)| {
            if ask_atom(atom, class) == Some(*wanted) { bits | *bit } else { bits }
        }),
        fit_milli: fit
            .iter()
            .filter(|clause| ask(&clause.when, class) == Some(true))
            .map(|clause| milli(clause.points))
            .sum(),
    };
    let kind = charter.schema.traits.get(name).copied().unwrap_or(TraitType::Text);
    let all = asked.iter().fold(Bits::NONE, |all, (.., bit)| all | *bit);
    let clauses = (0_u16..).zip(sums).filter(|(_, (when, _))| all.meets(&when.interest()));
    Ok(TraitTable {
        all,
        unknown: answer(Class::Unknown),
        by_value: match kind {
            TraitType::Number => {
                let cuts = cuts(&tests);
                let lowest = std::iter::once(f64::NEG_INFINITY);
                let samples = lowest.chain(cuts.iter().copied());
                ByValue::Number {
                    answers: samples.map(|sample| answer(Class::Number(sample))).collect(),
                    cuts,
                }
            }
            TraitType::Text => {
                let words = words(&tests);
                let classes = words.iter().map(|word| Some(*word)).chain([None]);
                ByValue::Text {
                    answers: classes.map(|word| answer(Class::Word(word))).collect(),
                    words: words.iter().map(|word| vocabulary.intern(word)).collect::<Result<
                        Vec<Symbol>,
                        VocabularyFull,
                    >>(
                    )?,
                }
            }
            TraitType::Flag => {
                ByValue::Flag { yes: answer(Class::Flag(true)), no: answer(Class::Flag(false)) }
            }
        },
        fit_clauses: clauses.map(|(index, _)| index).collect(),
    })
}

/// Where classes of numbers begin: more than `c` is at least the next number after `c`, and equal
/// to `c` is at least `c` and not more than `c`.
fn cuts(tests: &[&TraitTest]) -> Vec<f64> {
    let mut cuts: Vec<f64> = tests
        .iter()
        .flat_map(|test| match test {
            TraitTest::Number(Compare::AtLeast, value) => vec![*value],
            TraitTest::Number(Compare::MoreThan, value) => vec![value.next_up()],
            TraitTest::Number(Compare::Equal, value) => vec![*value, value.next_up()],
            TraitTest::OneOf(_) | TraitTest::IsTrue => Vec::new(),
        })
        .collect();
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    cuts
}

fn words<'a>(tests: &[&'a TraitTest]) -> Vec<&'a str> {
    let mut words: Vec<&str> = tests
        .iter()
        .flat_map(|test| match test {
            TraitTest::OneOf(words) => words.as_slice(),
            TraitTest::Number(..) | TraitTest::IsTrue => &[],
        })
        .map(String::as_str)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn gather<'a>(rule: &'a Rule, tests: &mut Vec<&'a TraitTest>) {
    match rule {
        Rule::Always(_) => {}
        Rule::Is(atom) => gather_atom(atom, tests),
        Rule::Not(inner) => gather(inner, tests),
        Rule::All(parts) | Rule::Any(parts) => parts.iter().for_each(|part| gather(part, tests)),
    }
}

fn gather_atom<'a>(atom: &'a Atom, tests: &mut Vec<&'a TraitTest>) {
    if let Atom::Trait { test, .. } = atom {
        tests.push(test);
    }
}

/// What a rule about one trait answers for a class of its values.
fn ask(rule: &Rule, class: Class<'_>) -> Option<bool> {
    let all = |parts: &[Rule], decisive: bool| {
        let answers: Vec<_> = parts.iter().map(|part| ask(part, class)).collect();
        if answers.contains(&Some(decisive)) {
            Some(decisive)
        } else if answers.contains(&None) {
            None
        } else {
            Some(!decisive)
        }
    };
    match rule {
        Rule::Always(value) => Some(*value),
        Rule::Is(atom) => ask_atom(atom, class),
        Rule::Not(inner) => ask(inner, class).map(|answer| !answer),
        Rule::All(parts) => all(parts, false),
        Rule::Any(parts) => all(parts, true),
    }
}

fn ask_atom(atom: &Atom, class: Class<'_>) -> Option<bool> {
    match (atom, class) {
        (Atom::Known { .. }, class) => Some(!matches!(class, Class::Unknown)),
        (Atom::Trait { test, .. }, class) => match (test, class) {
            (TraitTest::Number(compare, with), Class::Number(n)) => Some(compare.holds(n, *with)),
            (TraitTest::OneOf(words), Class::Word(said)) => {
                Some(said.is_some_and(|said| words.iter().any(|word| word == said)))
            }
            (TraitTest::IsTrue, Class::Flag(flag)) => Some(flag),
            _ => None,
        },
        _ => None,
    }
}
