//! Feedback in tables.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::FeedbackAnswer;
use app::tell::{count, mistakes_in_words, number, percent, reason_in_words, remedy_in_words};
use insight::{Certainty, FeedbackRow, Verdict};

/// The most values that are shown; JSON has all.
const SHOWN: usize = 15;
/// The most reasons that are named of each.
const REASONS: usize = 3;

/// Each value with its verdicts and reasons.
pub(super) fn show(answer: &FeedbackAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let rows = &answer.feedback.rows;
    if !rows.is_empty() {
        screen.gap()?;
        screen.line(style.strong(&format!("By {}", answer.by)))?;
        let right = |name| (name, Align::Right);
        let columns = [
            ("", Align::Left),
            right("Verdicts"),
            right("accepted"),
            right("refused"),
            right("95 %"),
            ("Why", Align::Left),
        ];
        let mut table = Table::new(&style, &columns);
        for row in rows.iter().take(SHOWN) {
            table.row(cells(answer, row));
        }
        for line in table.lines() {
            screen.line(line)?;
        }
        let more = rows.len().saturating_sub(SHOWN);
        if more > 0 {
            screen.line(style.faint(&format!("  and {more} more; --json has all")))?;
        }
        if rows.iter().take(SHOWN).any(FeedbackRow::is_small) {
            screen.line(style.faint("  (few): a small sample, which says little"))?;
        }
    }
    if let Some(said) = mistakes_in_words(answer) {
        screen.gap()?;
        screen.paragraph(&said, 0)?;
    }
    if !answer.remedies.is_empty() {
        screen.gap()?;
        screen.line(style.strong("What could be changed in the charter"))?;
        for (nth, remedy) in (1..).zip(&answer.remedies) {
            screen.paragraph(&format!("{nth}. {}", remedy_in_words(remedy)), 2)?;
            let clause = format!("{}: {} → {}", remedy.clause, remedy.now, remedy.proposed);
            screen.paragraph(&clause, 5)?;
        }
        let help = "What one would do: tandem feedback --remedy 1 > changed.toml, then tandem \
                    backtest changed.toml";
        screen.line(style.faint(help))?;
    }
    let mut notes = Vec::new();
    if !answer.waiting.is_empty() {
        notes.push(format!("{} for a verdict.", waits(answer.waiting.count())));
    }
    if answer.certainty() != Certainty::Exact {
        notes.push(format!(
            "Assumed, since it was said before the first charter or nobody knows when: {} of {}.",
            number(answer.assumed),
            number(answer.feedback.whole.refused.whole),
        ));
    }
    if !notes.is_empty() {
        screen.gap()?;
        screen.paragraph(&style.faint(&notes.join(" ")), 0)?;
    }
    Ok(())
}

fn waits(leads: usize) -> String {
    format!("{} {}", count(leads, "lead"), if leads == 1 { "waits" } else { "wait" })
}

fn cells(answer: &FeedbackAnswer, row: &FeedbackRow) -> Vec<String> {
    let name = match answer.value(row.value) {
        "" => "(not known)".to_owned(),
        name => name.to_owned(),
    };
    let few = if row.is_small() { " (few)" } else { "" };
    let interval = row.interval.map_or_else(String::new, |it| {
        format!("{:.0}\u{a0}to\u{a0}{:.0}\u{a0}%", it.low * 100.0, it.high * 100.0)
    });
    let reasons = row.reasons.iter().take(REASONS);
    let reasons: Vec<_> = reasons
        .map(|(reason, leads)| format!("{} {}", reason_in_words(answer, *reason), leads.len()))
        .collect();
    vec![
        format!("{name}{few}"),
        number(row.refused.whole),
        number(row.leads(Verdict::Accepted).len()),
        percent(row.refused),
        interval,
        reasons.join(", "),
    ]
}
