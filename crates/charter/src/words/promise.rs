//! Promises in words.

use super::facts_in_words::happened;
use super::join::list;
use super::measure::by_when;
use super::rule::rule_in_words;
use super::traits_in_words::readable;
use crate::model::{Charter, Promise, PromiseEnd, Side};
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
    let told = told(&promise.tell);
    format!("{start}, {does}; otherwise {told}.")
}

fn keeps(promise: &Promise, within: &str, charter: &Charter) -> String {
    let by = side(promise.by);
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

/// `the person responsible and the head of sales are told`.
fn told(roles: &[String]) -> String {
    let verb = if roles.len() == 1 { "is" } else { "are" };
    format!("{} {verb} told", list(roles.iter().map(|role| role_words(role)).collect(), "and"))
}

/// A role in words.
pub(super) fn role_words(role: &str) -> String {
    match role {
        "assignee" => "the person responsible".to_owned(),
        "sales_head" => "the head of sales".to_owned(),
        "marketing_head" => "the head of marketing".to_owned(),
        // `sdr`, `ae`.
        short if short.len() <= 3 => format!("the {}", short.to_uppercase()),
        other => format!("the {}", readable(other).replace('-', " ")),
    }
}

/// `sales` or `marketing`.
pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Marketing => "marketing",
        Side::Sales => "sales",
    }
}
