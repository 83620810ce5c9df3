//! What a rule says, the plain way: by walking its tree.

use super::{TraitValue, Values};
use charter::{Atom, Rule, Score, TraitTest};

/// What a rule says of a lead: yes, no, or nothing (Kleene's strong three-valued logic).
///
/// # Panics
/// On questions about time, facts, stages or passes, which [`Values`] do not hold.
#[must_use]
pub fn answer(rule: &Rule, values: &Values) -> Option<bool> {
    match rule {
        Rule::Always(always) => Some(*always),
        Rule::Is(atom) => ask(atom, values),
        Rule::Not(inner) => answer(inner, values).map(|holds| !holds),
        Rule::All(rules) => decide(rules, values, false),
        Rule::Any(rules) => decide(rules, values, true),
    }
}

/// The `decisive` answer if one of them gives it; else nothing if one says nothing.
fn decide(rules: &[Rule], values: &Values, decisive: bool) -> Option<bool> {
    let answers: Vec<_> = rules.iter().map(|rule| answer(rule, values)).collect();
    if answers.contains(&Some(decisive)) {
        return Some(decisive);
    }
    (!answers.contains(&None)).then_some(!decisive)
}

fn ask(atom: &Atom, values: &Values) -> Option<bool> {
    match atom {
        Atom::Trait { name, test } => values.traits.get(name).map(|value| match (test, value) {
            (TraitTest::Number(compare, with), TraitValue::Number(is)) => compare.holds(*is, *with),
            (TraitTest::OneOf(texts), TraitValue::Text(is)) => texts.contains(is),
            (TraitTest::IsTrue, TraitValue::Flag(is)) => *is,
            _ => panic!("`{name}` is {value:?}, which {test:?} cannot ask about"),
        }),
        Atom::Known { name, within: None } => Some(values.traits.contains_key(name)),
        Atom::Score { score: Score::Fit, compare, value } => {
            Some(compare.holds(values.fit, *value))
        }
        Atom::Score { score: Score::Engagement, compare, value } => {
            Some(compare.holds(values.engagement, *value))
        }
        other => panic!("{other:?} needs more than values"),
    }
}
