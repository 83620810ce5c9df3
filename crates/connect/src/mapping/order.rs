//! `[[expect_order]]`: which facts should come before which.

use super::model::{ExpectedOrder, FactPattern};
use super::problem::Problems;
use super::table::{Table, texts};
use facts::Kind;

pub(super) fn read<'a>(mut table: Table<'a>, problems: &mut Problems<'a>) -> Option<ExpectedOrder> {
    let facts = table.entry("facts").map(|entry| texts(&entry, problems)).unwrap_or_default();
    let contradiction = table.text("contradiction", problems);
    if facts.len() < 2 {
        let help =
            "write `facts = [\"touch:form.contact\", \"opportunity:opportunity.stage=won\"]`";
        problems.add(table.span.clone(), "an order needs two facts at least", help);
    }
    table.finish(problems);
    let patterns: Vec<FactPattern> =
        facts.iter().filter_map(|text| problems.parsed(text, "a fact", pattern)).collect();
    let contradiction = contradiction.map_or_else(
        || {
            let names: Vec<&str> = facts.iter().map(|text| text.value).collect();
            format!("contradicts the order {}", names.join(", "))
        },
        |text| text.value.to_owned(),
    );
    Some(ExpectedOrder { facts: patterns, contradiction })
}

/// `kind:name`, or `kind:name=value`.
pub(super) fn pattern(text: &str) -> Result<FactPattern, String> {
    let help = "write `kind:name`, such as `touch:form.contact`, or `kind:name=value`";
    let (kind, rest) = text.split_once(':').ok_or(help)?;
    let kind = Kind::from_word(kind).ok_or(help)?;
    let (name, value) = match rest.split_once('=') {
        Some((name, value)) => (name, Some(value.to_owned())),
        None => (rest, None),
    };
    Ok(FactPattern { kind, name: name.to_owned(), value })
}
