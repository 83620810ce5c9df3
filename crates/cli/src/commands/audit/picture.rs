//! Each finding in bars.

use crate::show::{Bar, Style, bars};
use app::AuditAnswer;
use app::tell::audit::{Part, parts};
use app::tell::{number, percent};
use charter::Side;
use insight::{Audited, Finding};

/// The most bars of one list; JSON has all.
const SHOWN: usize = 8;

/// The bars of a finding, list below list.
pub(super) fn picture(style: &Style, answer: &AuditAnswer, finding: &Finding) -> Vec<String> {
    let parts = parts(answer, finding);
    match finding {
        Finding::Untouched(_) | Finding::Overstayed(_) | Finding::BoughtLater(_) => Vec::new(),
        Finding::Mirror(_) => sides(style, answer.findings.audited, &parts),
        Finding::FilledIn(_) => list(style, &parts, None),
        Finding::Refusals(_) => {
            let (by, reasons): (Vec<_>, Vec<_>) =
                parts.into_iter().partition(|part| part.list.starts_with("not taken further"));
            let mut lines = list(style, &reasons, None);
            if !by.is_empty() {
                lines.push(style.faint(&format!("   {}", by[0].list)));
                lines.extend(list(style, &by, Some(Side::Sales)));
            }
            lines
        }
        Finding::Caught(_) | Finding::Waits(_) | Finding::Outcome { .. } => {
            list(style, &parts, Some(Side::Sales))
        }
    }
}

fn list(style: &Style, parts: &[Part], side: Option<Side>) -> Vec<String> {
    let shown = parts.iter().filter(|part| part.share.whole > 0).take(SHOWN);
    let most = shown.clone().filter_map(|part| part.share.value()).fold(0.0, f64::max);
    let scale = if most > 0.0 { most } else { 1.0 };
    let lines = shown.map(|part| bar(part, scale, side)).collect();
    let mut lines = bars(style, lines);
    let more = parts.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(style.faint(&format!("  and {more} more; --json has all")));
    }
    lines
}

fn bar(part: &Part, scale: f64, side: Option<Side>) -> Bar {
    let few = if part.is_small() { " (few)" } else { "" };
    let within = part.interval.map_or_else(String::new, |interval| {
        let points = |value: f64| format!("{:.0}", value * 100.0);
        format!("  {} to {} %", points(interval.low), points(interval.high))
    });
    let note = part.note.as_ref().map_or_else(String::new, |note| format!("  {note}"));
    Bar {
        label: format!("{}{few}", part.label),
        share: part.share.value().unwrap_or(0.0) / scale,
        paint: Box::new(move |style, drawn| match side {
            Some(side) => style.side(side, drawn),
            None => style.faint(drawn),
        }),
        note: format!(
            "{:>6} of {:<6} {:>7}{within}{note}",
            number(part.share.part),
            number(part.share.whole),
            percent(part.share)
        ),
    }
}

/// Two bars for each value of the first list: marketing's above sales'.
fn sides(style: &Style, audited: Audited, parts: &[Part]) -> Vec<String> {
    const VALUES: usize = 6;
    let first = parts.first().map(|part| part.list.clone()).unwrap_or_default();
    let name = first.strip_prefix("came by ").unwrap_or(&first).to_owned();
    let ours = |part: &&Part| part.list == first || part.list == format!("won by {name}");
    let ours: Vec<&Part> = parts.iter().filter(ours).take(2 * VALUES).collect();
    let most = ours.iter().filter_map(|part| part.share.value()).fold(0.0, f64::max);
    let drawn = ours.chunks(2).flat_map(|pair| pair.iter().enumerate()).map(|(place, part)| {
        let side = if place == 0 { Side::Marketing } else { Side::Sales };
        let those = match (audited, place) {
            (Audited::Leads, 0) => "who came",
            (Audited::Leads, _) => "who bought",
            (Audited::Deals, 0) => "that were opened",
            (Audited::Deals, _) => "that were won",
        };
        Bar {
            label: if place == 0 { part.label.clone() } else { String::new() },
            share: part.share.value().unwrap_or(0.0) / most.max(f64::MIN_POSITIVE),
            paint: Box::new(move |style, drawn| style.side(side, drawn)),
            note: format!(
                "{:>7} of those {those} (n = {})",
                percent(part.share),
                number(part.share.part)
            ),
        }
    });
    bars(style, drawn.collect())
}
