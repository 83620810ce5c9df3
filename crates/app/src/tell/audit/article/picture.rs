//! The pictures of the page: bars in a table, so that whoever cannot see them reads the figures.

use super::super::parts::{Part, parts};
use super::escaped;
use crate::AuditAnswer;
use crate::tell::{number, percent};
use insight::{Audited, Finding};
use std::fmt::Write;

/// The most bars of one list.
const SHOWN: usize = 8;
/// The most values that are held side by side.
const PAIRS: usize = 6;

/// How many came in each part of the time.
pub(super) fn arrivals(arrivals: &[usize]) -> String {
    const HIGH: f64 = 32.0;
    let most = arrivals.iter().copied().max().unwrap_or(0).max(1) as f64;
    let width = 100.0 / arrivals.len().max(1) as f64;
    let mut svg = format!(
        "<svg aria-hidden=\"true\" viewBox=\"0 0 100 {HIGH}\" preserveAspectRatio=\"none\" \
         height=\"{HIGH}\">"
    );
    for (place, n) in arrivals.iter().enumerate() {
        let high = *n as f64 / most * HIGH;
        let _whole = write!(
            svg,
            "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{high:.2}\"/>",
            place as f64 * width,
            HIGH - high,
            width * 0.7,
        );
    }
    svg.push_str("</svg>\n");
    svg
}

/// The bars of a finding, list below list; none where the sentence says it all.
pub(super) fn picture(answer: &AuditAnswer, finding: &Finding) -> String {
    let parts = parts(answer, finding);
    let (lists, side): (Vec<Vec<Part>>, &str) = match finding {
        Finding::Mirror(_) => return pairs(answer.findings.audited, &parts),
        Finding::Waits(_) | Finding::Refusals(_) | Finding::Caught(_) => (by_list(parts), "sales"),
        _ => (by_list(parts), ""),
    };
    lists.iter().map(|list| table(list, side)).collect()
}

/// The parts of each list, in the order in which lists begin.
fn by_list(parts: Vec<Part>) -> Vec<Vec<Part>> {
    let mut lists: Vec<Vec<Part>> = Vec::new();
    for part in parts {
        match lists.iter_mut().find(|list| list[0].list == part.list) {
            Some(list) => list.push(part),
            None => lists.push(vec![part]),
        }
    }
    lists
}

fn table(parts: &[Part], side: &str) -> String {
    let shown: Vec<&Part> = parts.iter().filter(|part| part.share.whole > 0).take(SHOWN).collect();
    let Some(first) = shown.first() else { return String::new() };
    let most = shown.iter().filter_map(|part| part.share.value()).fold(f64::MIN_POSITIVE, f64::max);
    let mut table = String::from("<table>");
    if first.list != "all" {
        let _whole = write!(table, "<caption>{}</caption>", escaped(&first.list));
    }
    for part in &shown {
        let few = if part.is_small() { ", few" } else { "" };
        let own = part.note.as_ref().map_or_else(String::new, |note| format!(", {note}"));
        let note = format!("{} of {}{few}{own}", number(part.share.part), number(part.share.whole));
        row(&mut table, &label(part), part, (most, side), &note);
    }
    table.push_str("</table>\n");
    let more = parts.len().saturating_sub(SHOWN);
    if more > 0 {
        let _whole = writeln!(table, "<p class=\"quiet\">and {} more</p>", number(more));
    }
    table
}

/// Two bars for each value of the first list: marketing's above sales'.
fn pairs(audited: Audited, parts: &[Part]) -> String {
    let Some(first) = parts.first() else { return String::new() };
    let by = first.list.strip_prefix("came by ").unwrap_or(&first.list).to_owned();
    let won = format!("won by {by}");
    let ours: Vec<&Part> =
        parts.iter().filter(|it| it.list == first.list || it.list == won).take(2 * PAIRS).collect();
    let most = ours.iter().filter_map(|part| part.share.value()).fold(f64::MIN_POSITIVE, f64::max);
    let (came, bought) = match audited {
        Audited::Leads => ("who came", "who bought"),
        Audited::Deals => ("that were opened", "that were won"),
    };
    let mut table = format!(
        "<table><caption>By {}: of those {came}, above those {bought}</caption>",
        escaped(&by)
    );
    for part in ours {
        let is_sent = part.list == first.list;
        let (side, who) = if is_sent { ("marketing", came) } else { ("sales", bought) };
        let note = format!("{who} (n = {})", number(part.share.part));
        row(&mut table, &label(part), part, (most, side), &note);
    }
    table.push_str("</table>\n");
    table
}

fn label(part: &Part) -> String {
    if part.label.is_empty() { "not known".to_owned() } else { part.label.clone() }
}

fn row(table: &mut String, label: &str, part: &Part, (most, side): (f64, &str), note: &str) {
    const HIGH: u8 = 14;
    let wide = part.share.value().unwrap_or(0.0) / most * 100.0;
    let _whole = writeln!(
        table,
        "<tr><th scope=\"row\">{}</th><td class=\"bar\"><svg aria-hidden=\"true\" \
         viewBox=\"0 0 100 {HIGH}\" preserveAspectRatio=\"none\" height=\"{HIGH}\">\
         <rect class=\"{side}\" width=\"{wide:.2}\" height=\"{HIGH}\"/></svg></td>\
         <td class=\"share\">{}</td><td class=\"note\">{}</td></tr>",
        escaped(label),
        percent(part.share),
        escaped(note),
    );
}
