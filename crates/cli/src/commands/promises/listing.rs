//! The leads behind a figure about promises.

use crate::failure::Refusal;
use crate::screen::Screen;
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
    let outcome = ClockOutcome::ALL.into_iter().find(|outcome| outcome.word() == part);
    let assumed = answer.assumed.iter().find(|promise| promise.pledge.id == id);
    let found = found.zip(assumed).and_then(|(promise, assumed)| match (part, outcome) {
        ("all", _) => Some(leads(promise.clocks.iter().collect())),
        ("broken", _) => Some(leads(promise.broken().collect())),
        ("assumed", _) => Some(leads(assumed.clocks.iter().collect())),
        (_, outcome) => Some(leads(promise.clocks_with(outcome?).collect())),
    });
    let leads = found.ok_or_else(|| {
        let words: Vec<_> = ClockOutcome::ALL.iter().map(|outcome| outcome.word()).collect();
        let ids: Vec<_> = answer.promises.iter().map(|it| it.pledge.id.as_str()).collect();
        let help = format!(
            "write PROMISE:FIGURE with a figure of all, broken, assumed, {} and a promise of {}",
            words.join(", "),
            ids.join(", ")
        );
        Refusal::new("unknown_figure", format!("there is no figure `{figure}`"), help)
    })?;
    crate::commands::funnel::write_leads(engine, figure, &leads, screen)
}
