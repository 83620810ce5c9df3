//! What is behind a figure of attribution.

use super::super::opportunities::called;
use crate::failure::Refusal;
use crate::screen::Screen;
use crate::unknown;
use app::tell::{Named, money, number, part_of_results};
use app::{AttributionAnswer, Engine, ResultCredit};
use facts::SubjectId;
use insight::Credits;
use serde_json::json;

/// Lists the results in which a value has a part, or those that were not shared.
pub(super) fn list(
    engine: &Engine,
    answer: &AttributionAnswer,
    figure: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let plain = |ids: &[SubjectId]| -> Vec<ResultCredit> {
        let whole =
            |id: &SubjectId| ResultCredit { result: *id, results_nano: None, amount_minor: None };
        ids.iter().map(whole).collect()
    };
    let (found, are_leads) = match answer.value_named(figure) {
        Some(value) => (answer.behind(value), answer.stage.is_some()),
        None => match figure {
            "untouched" => (plain(&answer.untouched), answer.stage.is_some()),
            "unlinked" => (plain(&answer.unlinked), false),
            "undecided" => (plain(answer.undecided.ids()), true),
            _ => {
                let message = format!("no touch has `{figure}` as its {}", answer.by.word());
                let help = unknown::help("value", figure, answer.values());
                return Err(Refusal::new("unknown_value", message, help).into());
            }
        },
    };
    let (currency, per_unit) = &answer.currency;
    if screen.is_json() {
        let results = found.iter().map(|credit| {
            json!({
                "id": credit.result.to_string(),
                "results": credit.results_nano.map(|nano| nano as f64 / Credits::NANO as f64),
                "amount_minor": credit.amount_minor,
            })
        });
        let results: Vec<_> = results.collect();
        let sum = |part: fn(&ResultCredit) -> Option<i64>| -> Option<i64> {
            found.iter().map(part).sum()
        };
        let results_nano = sum(|credit| credit.results_nano);
        screen.document(&json!({
            "figure": figure,
            "unit": if are_leads { "leads" } else { "opportunities" },
            "count": results.len(),
            "results": results_nano.map(|nano| nano as f64 / Credits::NANO as f64),
            "amount_minor": sum(|credit| credit.amount_minor),
            "list": results,
        }))?;
        return Ok(());
    }
    let unit = match (are_leads, found.len()) {
        (true, 1) => "lead",
        (true, _) => "leads",
        (false, 1) => "opportunity",
        (false, _) => "opportunities",
    };
    screen.line(format!("{figure}: {} {unit}.", number(found.len())))?;
    for credit in &found {
        let name = match are_leads {
            true => Named::of(engine, credit.result)?.call_with_company(),
            false => called(engine, credit.result)?,
        };
        let nano = credit.results_nano.map_or_else(String::new, part_of_results);
        let amount = match credit.amount_minor.filter(|_| !are_leads) {
            Some(minor) => format!("  {} {currency}", money(minor, *per_unit)),
            None => String::new(),
        };
        screen.line(format!("  {}  {nano}{amount}  {name}", credit.result))?;
    }
    Ok(())
}
