//! Personas, grades, business units and signers in words.

use super::join::list;
use super::measure::number;
use super::promise::role_words;
use super::rule::rule_in_words;
use super::targets::quoted;
use super::traits_in_words::readable;
use crate::model::Charter;
use crate::terms::{ClauseGroup, GradeTerms, Persona, Signers, Unit};

/// `A lead counts as “economic buyer” when …`
pub(super) fn persona(persona: &Persona, charter: &Charter) -> String {
    let is_first = charter.personas.first().is_some_and(|first| first.id == persona.id);
    let who = if is_first { "A lead" } else { "A lead that is none of those" };
    let when = rule_in_words(&persona.when, charter);
    let name = quoted(&persona.id);
    let channels: Vec<_> = persona.channels.iter().map(|word| readable(word)).collect();
    let best = match channels.as_slice() {
        [] => String::new(),
        [only] => format!("; it is best met by {only}"),
        _ => format!("; it is best met by {}", list(channels, "or")),
    };
    let reading = match persona.reading.trim() {
        "" => String::new(),
        reading => format!(" ({})", reading.trim_end_matches('.')),
    };
    format!("{who} counts as {name}{reading} when {when}{best}.")
}

/// What the letter and the digit of a grade say.
pub(super) fn grade(terms: &GradeTerms) -> String {
    let [a, b, c] = terms.fit.map(number);
    let [first, second, third] = terms.engagement.map(number);
    format!(
        "A lead's grade is a letter for its fit, A from {a} on, B from {b}, C from {c} and D \
         below, and a digit for its engagement, 1 from {first} on, 2 from {second}, 3 from \
         {third} and 4 below."
    )
}

/// Whose leads a unit has.
pub(super) fn unit(unit: &Unit, charter: &Charter) -> String {
    let is_first = charter.units.first().is_some_and(|first| first.id == unit.id);
    let who = if is_first { "A lead" } else { "A lead of none of those units" };
    let when = rule_in_words(&unit.when, charter);
    format!("{who} belongs to the unit {} when {when}.", unit.name)
}

/// Who signs a part.
pub(super) fn signers(signers: &Signers, group: ClauseGroup) -> String {
    let (what, verb) = match group {
        ClauseGroup::Definitions => ("The definitions", "are"),
        ClauseGroup::Promises => ("The promises", "are"),
        ClauseGroup::Targets => ("The funnel, the goals and the attribution", "are"),
        ClauseGroup::Incentive => ("What both sides are paid on", "is"),
        ClauseGroup::Cadence => ("The meetings", "are"),
    };
    let roles = signers.of(group).into_iter().map(role_words).collect();
    format!("{what} {verb} signed by {}.", list(roles, "and"))
}
