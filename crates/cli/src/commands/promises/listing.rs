//! The leads behind a figure about promises.

use crate::failure::Refusal;
use crate::screen::Screen;
use crate::unknown;
use app::{Engine, PromisesAnswer};
use facts::SubjectId;
use insight::{ClockOutcome, PromiseClock};

/// Lists the leads behind `PROMISE:FIGURE`, a lead as often as it was promised.
pub(super) fn list(
    engine: &Engine,
    answer: &PromisesAnswer,
    figure: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let (id, part) = figure.split_once(':').unwrap_or((figure, "broken"));
    let found = answer.promises.iter().find(|promise| promise.pledge.id == id);
    let leads = |clocks: Vec<&PromiseClock>| -> Vec<SubjectId> {
        clocks.into_iter().map(|clock| clock.lead).collect()
    };
    let part = &*meant(part);
    let outcome = ClockOutcome::ALL.into_iter().find(|outcome| outcome.word() == part);
    let assumed = answer.assumed.iter().find(|promise| promise.pledge.id == id);
    let found = found.zip(assumed).and_then(|(promise, assumed)| match (part, outcome) {
        ("all", _) => Some(leads(promise.clocks.iter().collect())),
        ("not_judged", _) => {
            let not_judged = [ClockOutcome::Cancelled, ClockOutcome::Unknowable];
            let clocks = promise.clocks.iter();
            Some(leads(clocks.filter(|clock| not_judged.contains(&clock.outcome)).collect()))
        }
        ("broken", _) => Some(leads(promise.broken().collect())),
        ("assumed", _) => Some(leads(assumed.clocks.iter().collect())),
        (_, outcome) => Some(leads(promise.clocks_with(outcome?).collect())),
    });
    let leads = found.ok_or_else(|| {
        let words: Vec<_> = ClockOutcome::ALL.iter().map(|outcome| outcome.word()).collect();
        let ids: Vec<_> = answer.promises.iter().map(|it| it.pledge.id.as_str()).collect();
        let names: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
        if !names.iter().any(|name| name == id) {
            let message = format!("there is no promise `{id}`");
            return Refusal::new("unknown_figure", message, unknown::help("promise", id, &names));
        }
        let help = format!(
            "write PROMISE:FIGURE with a figure of all, broken, assumed, {}, \
             late, no answer, overdue, not judged, and a promise of {}",
            words.join(", "),
            ids.join(", ")
        );
        Refusal::new("unknown_figure", format!("there is no figure `{figure}`"), help)
    })?;
    crate::commands::funnel::write_leads(engine, figure, &leads, screen)
}

/// The figure that is meant: its word, or the heading of the table, however it is written.
fn meant(part: &str) -> String {
    let word = part.trim().to_lowercase().replace([' ', '-'], "_");
    match word.as_str() {
        "late" => ClockOutcome::AnsweredLate.word().to_owned(),
        "no_answer" => ClockOutcome::NeverAnswered.word().to_owned(),
        "overdue" => ClockOutcome::StillOpen.word().to_owned(),
        _ => word,
    }
}
