//! Decisions in words.

use super::words::Clockwork;
use crate::ask::DecisionLine;
use charter::{Charter, Side, breach_step_in_words};
use facts::Precision;
use lifecycle::{Cause, What};

/// How a surface sets off what belongs to a side, and what is late.
pub trait Voice {
    /// A name that belongs to a side.
    fn side(&self, side: Side, name: &str) -> String;
    /// What is late.
    fn late(&self, text: &str) -> String;
    /// The mark before it.
    fn late_mark(&self) -> &'static str;
}

/// Words alone.
#[derive(Clone, Copy, Debug)]
pub struct Plain;

impl Voice for Plain {
    fn side(&self, _: Side, name: &str) -> String {
        name.to_owned()
    }

    fn late(&self, text: &str) -> String {
        text.trim_start().to_owned()
    }

    fn late_mark(&self) -> &'static str {
        ""
    }
}

/// `SDR queue`.
#[must_use]
pub fn queue_in_words(role: &str) -> String {
    if role.len() <= 3 { format!("{} queue", role.to_uppercase()) } else { format!("{role} queue") }
}

/// What was decided.
pub fn decision_in_words(
    voice: &impl Voice,
    clock: &Clockwork,
    charter: &Charter,
    decision: &DecisionLine,
) -> String {
    let stage = |id: &str| {
        let found = charter.stages.iter().find(|stage| stage.id == id);
        found.map_or_else(|| id.to_owned(), |stage| voice.side(stage.side, &stage.name))
    };
    let target = &decision.target;
    let due = decision.due.map_or_else(String::new, |due| clock.due(due));
    match decision.what {
        What::PassOpened if decision.pass > 1 => "it comes back: a new pass".to_owned(),
        What::PassOpened => "its first pass begins".to_owned(),
        What::PassClosed => format!("the pass ends; it rests in {}", stage(target)),
        What::StageEntered => format!("enters {}", stage(target)),
        What::HandoffWanted => {
            let to = charter.handoffs.iter().find(|handoff| handoff.id == *target);
            let queue = queue_in_words(to.map_or(target.as_str(), |it| &it.to));
            format!("waits in the {queue} for somebody to take it")
        }
        What::ClockStarted => format!("promise “{target}” runs, due {due}"),
        What::ClockKept => format!("promise “{target}” is kept"),
        What::ClockBroken => {
            voice.late(&format!("{} promise “{target}” is late: due {due}", voice.late_mark()))
        }
        What::ClockCancelled => format!("promise “{target}” no longer matters"),
        What::ClockUnknowable => {
            format!("whether promise “{target}” was kept cannot be known: dates are too coarse")
        }
        What::ClockAnsweredLate => {
            let by_day = decision.precision >= Precision::Day;
            let by = decision.due.map(|due| clock.apart(due, decision.at, by_day));
            let by = by.map_or_else(String::new, |by| format!(", {by} after it was due"));
            format!("promise “{target}” is answered late{by}")
        }
        What::ClockNeverAnswered => voice.late(&format!(
            "{} promise “{target}” was never answered: due {due}, and the lead went on",
            voice.late_mark()
        )),
        What::Escalated => escalated(voice, charter, decision),
        What::MotionSet => format!("the motion of the pass is “{target}”"),
    }
}

/// The step that followed a breach: `promise “first-touch” is still not answered: ... is told`.
fn escalated(voice: &impl Voice, charter: &Charter, decision: &DecisionLine) -> String {
    let target = &decision.target;
    let step = breach_step_in_words(charter, &decision.clause);
    let step = step.map_or_else(String::new, |step| format!(": {step}"));
    voice.late(&format!("{} promise “{target}” is still not answered{step}", voice.late_mark()))
}

/// What brought it about, where the decision does not say so by itself.
#[must_use]
pub fn because(decision: &DecisionLine) -> &'static str {
    match (decision.cause, decision.what) {
        (Cause::Version, _) => ", because a new version of the charter took force",
        (Cause::Adoption, _) => ", because the charter was adopted",
        (Cause::Time(Some(_)), What::PassOpened) => ", because its time to rest is over",
        (Cause::Time(_), What::ClockBroken | What::Escalated) => "",
        (Cause::Time(_), _) if decision.clause.contains(".breach.") => {
            ", because nobody answered in time"
        }
        (Cause::Time(_), _) => ", because time passed",
        (Cause::Fact(_), _) => "",
    }
}
