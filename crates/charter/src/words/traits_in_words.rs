//! Traits in words.

use super::join::list;
use super::measure::number;
use crate::rule::{Compare, TraitTest};

/// Whose trait it is and what it is called, where the name alone would not read well.
const SUBJECTS: &[(&str, &str)] = &[
    ("account.is_customer", "whether its company is a customer"),
    ("account.is_target", "whether its company is a target account"),
    ("account.employees", "the number of employees of its company"),
    ("account.territory", "its company's sales territory"),
    ("lead.crm_stage", "its stage in the CRM"),
    ("lead.crm_status", "its status in the CRM"),
    ("lead.email_class", "the kind of its mail address"),
    ("lead.opted_out", "whether it opted out"),
    ("lead.product_interest", "the product it is interested in"),
    ("lead.title", "its job title"),
    ("lead.function", "its job function"),
];

/// Flags: set, and not set.
const FLAGS: &[(&str, &str, &str)] = &[
    ("account.is_customer", "its company is a customer already", "its company is no customer yet"),
    ("account.is_target", "its company is a target account", "its company is no target account"),
    ("lead.opted_out", "it opted out", "it did not opt out"),
];

/// Values that read better otherwise.
const VALUES: &[(&str, &str)] = &[("c_level", "C-level"), ("it", "IT"), ("vp", "VP")];

/// `its seniority`, `its company's industry`, `the opportunity's need`.
pub(super) fn subject(name: &str) -> String {
    if let Some((_, words)) = SUBJECTS.iter().find(|(known, _)| *known == name) {
        return (*words).to_owned();
    }
    let (owner, what) = name.split_once('.').unwrap_or(("lead", name));
    let what = what.trim_start_matches("is_").replace('_', " ");
    match owner {
        "account" => format!("its company's {what}"),
        "opportunity" => format!("the opportunity's {what}"),
        _ => format!("its {what}"),
    }
}

/// What is asked of a trait, or its opposite.
pub(super) fn test(name: &str, test: &TraitTest, holds: bool) -> String {
    match test {
        TraitTest::IsTrue => flag(name, holds),
        TraitTest::OneOf(values) if name == "lead.email_class" => {
            let values = values.iter().map(|value| format!("a {} mail address", readable(value)));
            let verb = if holds { "has" } else { "does not have" };
            format!("it {verb} {}", list(values.collect(), "or"))
        }
        TraitTest::OneOf(values) => {
            let values = list(values.iter().map(|value| readable(value)).collect(), "or");
            let verb = if holds { "is" } else { "is not" };
            format!("{} {verb} {values}", subject(name))
        }
        TraitTest::Number(compare, value) => {
            let compared = compared(*compare, *value, holds);
            match name {
                "account.employees" => {
                    format!("its company has {} employees", compared.replace("less", "fewer"))
                }
                _ => format!("{} is {compared}", subject(name)),
            }
        }
    }
}

/// A number between two bounds, the lower and perhaps the upper included.
pub(super) fn range(name: &str, low: f64, high: f64, including_high: bool) -> String {
    let (low, high) = (number(low), number(high));
    let high = if including_high { format!("to {high}") } else { format!("to less than {high}") };
    match name {
        "account.employees" => {
            format!("its company has {low} {} employees", high.replace("less", "fewer"))
        }
        _ => format!("{} is {low} {high}", subject(name)),
    }
}

/// `at least 40`, `less than 40`.
pub(super) fn compared(compare: Compare, value: f64, holds: bool) -> String {
    let words = match (compare, holds) {
        (Compare::AtLeast, true) => "at least",
        (Compare::AtLeast, false) => "less than",
        (Compare::MoreThan, true) => "more than",
        (Compare::MoreThan, false) => "at most",
        (Compare::Equal, true) => "exactly",
        (Compare::Equal, false) => "other than",
    };
    format!("{words} {}", number(value))
}

fn flag(name: &str, holds: bool) -> String {
    if let Some((_, yes, no)) = FLAGS.iter().find(|(known, ..)| *known == name) {
        return (if holds { *yes } else { *no }).to_owned();
    }
    let (owner, what) = name.split_once('.').unwrap_or(("lead", name));
    let what = what.trim_start_matches("is_").replace('_', " ");
    let whose = match owner {
        "account" => "its company",
        "opportunity" => "the opportunity",
        _ => "it",
    };
    let verb = if holds { "is marked" } else { "is marked as not" };
    format!("{whose} {verb} \u{201c}{what}\u{201d}")
}

/// `no_budget` as `no budget`.
pub(super) fn readable(value: &str) -> String {
    match VALUES.iter().find(|(known, _)| *known == value) {
        Some((_, words)) => (*words).to_owned(),
        None if value.is_empty() => "empty".to_owned(),
        None => value.replace('_', " "),
    }
}
