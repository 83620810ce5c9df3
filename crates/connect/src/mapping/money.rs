//! `[currency]`: how amounts in several currencies become one.

use super::model::Money;
use super::problem::Problems;
use super::table::{Table, wrong_type};
use crate::amount::Currency;
use std::collections::BTreeMap;

/// `into = "EUR"` and `rates = { USD = 0.92 }`.
pub(super) fn read<'a>(mut table: Table<'a>, problems: &mut Problems<'a>) -> Option<Money> {
    let into = table.needed_text("into", "\"EUR\"", problems);
    let into = into.and_then(|text| problems.parsed(&text, "a currency", currency));
    let mut rates = BTreeMap::new();
    if let Some(table) = table.table("rates", "`rates`", problems) {
        for entry in table.entries() {
            let code = problems.parsed(&entry.key, "a currency", currency);
            let rate = entry.item.as_float().or(entry.item.as_integer().map(|n| n as f64));
            match rate.filter(|rate| rate.is_finite() && *rate > 0.0) {
                Some(rate) => rates.extend(code.map(|code| (code, rate))),
                None => wrong_type(&entry, "a number above 0", "0.92", problems),
            }
        }
    }
    table.finish(problems);
    Some(Money { into: into?, rates })
}

fn currency(code: &str) -> Result<Currency, String> {
    let unknown = || "write its code of ISO 4217, such as `EUR`".to_owned();
    Currency::from_code(code).ok_or_else(unknown)
}
