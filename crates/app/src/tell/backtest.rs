//! A backtest in a sentence, and what it rests on.

use super::words::{Clockwork, count, number, percent};
use crate::BacktestAnswer;
use facts::Instant;
use insight::Share;
use lifecycle::{Backtest, Count, StageFigures, Turn};

/// How certain figures are, all together.
#[must_use]
pub const fn certainty_of_count(count: Count) -> &'static str {
    match (count.exact(), count.assumed, count.estimated) {
        (_, 0, 0) => "exact",
        (0, _, 0) => "assumed",
        (0, 0, _) => "estimated",
        (_, _, 0) => "partly assumed",
        _ => "partly estimated",
    }
}

/// The stage at which leads are handed over first.
#[must_use]
pub fn handed_over(found: &Backtest) -> Option<&StageFigures> {
    found.stages.iter().find(|one| one.stage.hands_over && one.stage.kind.is_on_path())
}

/// What matters most, and how certain it is.
#[must_use]
pub fn backtest_in_words(found: &Backtest) -> String {
    if found.leads_that_differ == 0 && found.first_day_moves() == 0 {
        let leads = count(found.leads as usize, "lead");
        return format!(
            "No difference: on {leads} this charter decides what the one in force does."
        );
    }
    let (mut parts, mut figures) = (Vec::new(), Count::default());
    if let Some(stage) = handed_over(found) {
        parts.push(how_many(stage));
        figures = sum_of_counts(figures, sum_of_counts(stage.entries.before, stage.entries.after));
    }
    parts.push(wins(found));
    figures = sum_of_counts(figures, found.wins.wins);
    let mut certainty = certainty_of_count(figures).to_owned();
    certainty[..1].make_ascii_uppercase();
    format!("{certainty}: {}.", parts.join("; "))
}

/// What can be said of the verdict, and what cannot.
#[must_use]
pub fn notes_on_backtest(
    answer: &BacktestAnswer,
    clock: &Clockwork,
    (from, to): (Option<Instant>, Option<Instant>),
) -> Vec<String> {
    let found = &answer.found;
    let mut notes = Vec::new();
    if let Some(window) = window(clock, from, to) {
        notes.push(window);
    }
    let (lost, unseen) = (found.wins.count(Turn::Never), found.unseen_handoffs);
    let mut unknown = Vec::new();
    if lost.all > 0 {
        let them = if lost.all == 1 { "that win" } else { "those wins" };
        unknown.push(format!("whether {them} would still have been won"));
    }
    if unseen.all > 0 {
        let handoffs = count(unseen.all as usize, "hand-off");
        unknown.push(format!("what people would have made of {handoffs} that nobody saw"));
    }
    if !unknown.is_empty() {
        notes.push(format!(
            "Not known, and not estimated: {}. Promises that nobody saw run are counted apart, and \
             later stages count what people did in fact.",
            unknown.join(", and ")
        ));
    }
    let assumed =
        found.stages.iter().any(|one| one.entries.before.assumed + one.entries.after.assumed > 0);
    if assumed {
        let adopted = clock.date(answer.as_of.adopted_at);
        notes.push(format!(
            "Assumed is what rests on history before {adopted}, when the first charter was adopted, \
             or on facts that are dated for want of a date."
        ));
    }
    let estimated: u64 = found.stages.iter().map(|one| one.entries.after.estimated).sum();
    if estimated > 0 {
        notes.push(format!(
            "Estimated is what follows from steps after breaches that people might have answered, \
             as if nobody had: between none and all of {}.",
            count(estimated as usize, "entry").replace("entrys", "entries")
        ));
    }
    if answer.earlier_versions > 0 {
        notes.push(format!(
            "Both charters are read as if each had decided from the adoption on: what {} before \
             the one in force decided is not compared.",
            count(answer.earlier_versions, "version")
        ));
    }
    notes
}

fn window(clock: &Clockwork, from: Option<Instant>, to: Option<Instant>) -> Option<String> {
    match (from.map(|at| clock.start(at)), to.map(|at| clock.start(at))) {
        (None, None) => None,
        (Some(from), None) => Some(format!("Counted is what happened on {from} or later.")),
        (None, Some(to)) => Some(format!("Counted is what happened before {to}.")),
        (Some(from), Some(to)) => {
            Some(format!("Counted is what happened from {from} on and before {to}."))
        }
    }
}

/// `31 % fewer MQLs (1,204 instead of 1,745)`.
fn how_many(stage: &StageFigures) -> String {
    let (before, after) = (stage.entries.before.all, stage.entries.after.all);
    let what = plural(stage);
    let (was, is) = (number(before as usize), number(after as usize));
    if before == after {
        let changed: u64 = stage.flips.iter().map(|flips| flips.all).sum();
        let others = if changed > 0 { ", not all the same or at the same time" } else { "" };
        return format!("as many {what} as before ({was}{others})");
    }
    if before == 0 {
        return format!("{is} {what}, where there were none");
    }
    let part = before.abs_diff(after) as usize;
    let by = percent(Share { part, whole: before as usize });
    let word = if after < before { "fewer" } else { "more" };
    format!("{by} {word} {what} ({is} instead of {was})")
}

/// `MQLs` of a stage that goes by letters, else its name.
fn plural(stage: &StageFigures) -> String {
    let id = &stage.stage.id;
    let is_letters = id.len() <= 4 && id.chars().all(|letter| letter.is_ascii_alphabetic());
    if is_letters {
        format!("{}s", id.to_uppercase())
    } else {
        format!("“{}”", stage.stage.name)
    }
}

fn wins(found: &Backtest) -> String {
    let all = found.wins.wins.all as usize;
    if all == 0 {
        return "there are no wins to compare".to_owned();
    }
    let of = |turn| found.wins.count(turn).all as usize;
    let mut said = match of(Turn::Never) {
        0 => format!("no win of {} would have lost its hand-off", number(all)),
        never => {
            format!("{} of {} would not have been handed over", number(never), count(all, "win"))
        }
    };
    for (turn, words) in [
        (Turn::Newly, "that was not would have been"),
        (Turn::Later, "later"),
        (Turn::Earlier, "earlier"),
    ] {
        if of(turn) > 0 {
            said += &format!(", {} {words}", number(of(turn)));
        }
    }
    said
}

/// Two counts together.
#[must_use]
pub const fn sum_of_counts(one: Count, other: Count) -> Count {
    Count {
        all: one.all + other.all,
        assumed: one.assumed + other.assumed,
        estimated: one.estimated + other.estimated,
    }
}
