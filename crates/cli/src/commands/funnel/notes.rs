//! What to know before trusting the figures.

use super::times::name;
use crate::screen::Screen;
use app::FunnelAnswer;
use app::tell::{Clockwork, certainty, count};
use facts::Precision;
use insight::Certainty;

/// The most contradictions that are shown; JSON has all.
const SHOWN: usize = 5;

pub(super) fn show(
    answer: &FunnelAnswer,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let stages = answer.whole.funnel.stages.iter();
    let assumed = stages.map(|stage| stage.assumed.count()).max().unwrap_or(0);
    let first = answer.whole.funnel.stages.first();
    let all = first.map_or(0, |first| first.reached.count());
    let how = Certainty::of(assumed, all);
    if how != Certainty::Exact {
        let adopted = clock.when(answer.as_of.adopted_at, Precision::Instant);
        screen.paragraph(
            &format!(
                "These figures are {}: {} came so far before the first charter was adopted \
                 ({adopted}), or without a date.",
                certainty(how),
                count(assumed, "lead"),
            ),
            0,
        )?;
    }
    if answer.disorders.is_empty() {
        return Ok(());
    }
    screen.line(format!(
        "{} with dates that contradict each other; they count as dated:",
        count(answer.disorders.len(), "lead")
    ))?;
    for disorder in answer.disorders.iter().take(SHOWN) {
        let when = |moment: insight::Moment| clock.when(moment.at, moment.precision);
        screen.paragraph(
            &format!(
                "  {} {}: {} on {}, but {} on {}",
                screen.style.dot(),
                disorder.lead,
                name(&answer.path, disorder.later),
                when(disorder.later_at),
                name(&answer.path, disorder.earlier),
                when(disorder.earlier_at),
            ),
            4,
        )?;
    }
    Ok(())
}
