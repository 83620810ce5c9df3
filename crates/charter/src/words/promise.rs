//! Promises in words.

use super::facts_in_words::happened;
use super::join::list;
use super::measure::{by_when, within_in_words};
use super::rule::rule_in_words;
use super::traits_in_words::readable;
use crate::model::{BreachAct, BreachStep, Charter, Promise, PromiseEnd, Side, Within};
use crate::rule::Rule;

/// What a side promises, and who is told otherwise.
pub(super) fn promise(promise: &Promise, charter: &Charter) -> String {
    let stage = &charter.stages[promise.from].name;
    let start = match &promise.when {
        Rule::Always(_) => format!("From the moment a lead enters {stage}"),
        rule => {
            let when = rule_in_words(rule, charter);
            format!("From the moment a lead is in {stage} and {when}")
        }
    };
    let mut within = by_when(&promise.within);
    if promise.calendar > 0 {
        let calendar = readable(&charter.calendars[promise.calendar].id);
        within.push_str(&format!(" in the hours of \u{201c}{calendar}\u{201d}"));
    }
    let does = keeps(promise, &within, charter);
    format!("{start}, {does}; otherwise {}.", otherwise(promise, charter))
}

/// `the person responsible is told; if nobody answers, the head of sales is told after 2 business
/// hours more`.
fn otherwise(promise: &Promise, charter: &Charter) -> String {
    let words = |at_once: bool| {
        let steps = promise.steps.iter().filter(move |step| step.after.is_none() == at_once);
        steps.map(|step| step_words(step, charter))
    };
    let told = Some(told(&promise.tell)).filter(|told| !told.is_empty());
    let at_once = list(told.into_iter().chain(words(true)).collect(), "and");
    let later = list(words(false).collect(), "and");
    match (at_once.is_empty(), later.is_empty()) {
        (false, false) => format!("{at_once}; if nobody answers, {later}"),
        _ => at_once + &later,
    }
}

/// A step after the breach of a promise in a sentence of its own.
pub(super) fn breach(clause_id: &str, charter: &Charter) -> Option<String> {
    let (promise, step) = step_of(clause_id, charter)?;
    let does = step_words(step, charter);
    let id = readable(&promise.id).replace('-', " ");
    Some(format!("When the promise \u{201c}{id}\u{201d} is broken and nobody answers, {does}."))
}

/// What a step after a breach does, without when: `the head of sales is told`. `None` when the
/// charter has no such clause, `promise.<id>.breach.<n>` (from 1).
#[must_use]
pub fn breach_step_in_words(charter: &Charter, clause_id: &str) -> Option<String> {
    let (_, step) = step_of(clause_id, charter)?;
    Some(act_words(&step.does, charter))
}

fn step_of<'a>(clause_id: &str, charter: &'a Charter) -> Option<(&'a Promise, &'a BreachStep)> {
    let (id, number) = clause_id.strip_prefix("promise.")?.split_once(".breach.")?;
    let promise = charter.promises.iter().find(|promise| promise.id == id)?;
    let index = number.parse::<usize>().ok()?.checked_sub(1)?;
    Some((promise, promise.steps.get(index)?))
}

/// `the head of sales is told after 2 business hours more`.
fn step_words(step: &BreachStep, charter: &Charter) -> String {
    let does = act_words(&step.does, charter);
    match &step.after {
        None => does,
        Some(within @ Within::BusinessDays(_)) => format!("{does} {}", by_when(within)),
        Some(within) => format!("{does} after {} more", within_in_words(within)),
    }
}

fn keeps(promise: &Promise, within: &str, charter: &Charter) -> String {
    let by = promise.by.word();
    match &promise.until {
        PromiseEnd::HumanOutreach => format!("{by} contacts it in person {within}"),
        PromiseEnd::AnyVerdict if promise.by == Side::Sales => {
            format!("{by} gives its verdict {within}")
        }
        PromiseEnd::AnyVerdict => {
            format!("{by} sees to it {within} that sales gives its verdict")
        }
        PromiseEnd::Assigned => format!("{by} assigns it to a person {within}"),
        PromiseEnd::Leaves => format!("{by} moves it on {within}"),
        PromiseEnd::Reaches(stage) => {
            let stage = &charter.stages[*stage].name;
            format!("{by} brings it to {stage} or further {within}")
        }
        PromiseEnd::Facts(selectors) => {
            let facts = list(selectors.iter().map(happened).collect(), "or");
            format!("{by} sees to it {within} that {facts}")
        }
    }
}

fn act_words(does: &BreachAct, charter: &Charter) -> String {
    match does {
        BreachAct::Tell(role) => format!("{} is told", role_words(role)),
        BreachAct::Reassign => "it is taken back to be assigned to somebody else".to_owned(),
        BreachAct::Return(stage) => format!("it returns to {}", charter.stages[*stage].name),
    }
}

/// `the person responsible and the head of sales are told`.
fn told(roles: &[String]) -> String {
    if roles.is_empty() {
        return String::new();
    }
    let verb = if roles.len() == 1 { "is" } else { "are" };
    format!("{} {verb} told", list(roles.iter().map(|role| role_words(role)).collect(), "and"))
}

/// A role in words.
pub(super) fn role_words(role: &str) -> String {
    match role {
        "assignee" => "the person responsible".to_owned(),
        "sales_head" => "the head of sales".to_owned(),
        "marketing_head" => "the head of marketing".to_owned(),
        "sales" | "marketing" => role.to_owned(),
        // `sdr`, `ae`.
        short if short.len() <= 3 => format!("the {}", short.to_uppercase()),
        other => format!("the {}", readable(other).replace('-', " ")),
    }
}
