//! Plans in sentences.

use super::words::{count, number};
use crate::funnel::PlanAnswer;
use insight::{Interval, Load, TooLittleHistory};

/// What the goal takes, or why nobody can say.
#[must_use]
pub fn plan_in_words(answer: &PlanAnswer) -> String {
    let Some(goal) = answer.goal else {
        return "The charter has no goal of won amounts that is not over: say one with --goal, or \
                add one to the charter."
            .to_owned();
    };
    let goal = format!("{} {}", number(goal.round() as usize), answer.currency);
    match &answer.whole {
        Some(Ok(plan)) => {
            let mut said = format!("For {goal} in {} days, as leads went before:", answer.days);
            let steps: Vec<_> = plan
                .steps
                .iter()
                .rev()
                .map(|step| {
                    format!(
                        " {} at {} ({})",
                        round(step.needed),
                        answer.path.stages()[step.stage].name,
                        span(step.needed_interval),
                    )
                })
                .collect();
            said += &steps.join(",");
            said + ". Estimated; in brackets, where each number lies with a confidence of 95 %."
        }
        Some(Err(few)) => no_plan(answer, *few),
        None => String::new(),
    }
}

/// Why there is no plan.
#[must_use]
pub fn no_plan(answer: &PlanAnswer, few: TooLittleHistory) -> String {
    match few {
        TooLittleHistory::Amounts { won, least } => format!(
            "Only {} won with an amount, and a plan needs {least}: plan for more leads together, or \
             record amounts.",
            deals(won)
        ),
        TooLittleHistory::Stage { stage, came, least } => {
            let name = answer.path.stages().get(stage - 1).map_or("", |it| it.name.as_str());
            format!(
                "Only {} went on from {name}, and a plan needs {least}: plan for more leads \
                 together, or ask again later.",
                count(came, "lead")
            )
        }
    }
}

/// Whether the people can carry the plan.
#[must_use]
pub fn load_in_words(load: &Load) -> String {
    let carried = match (load.is_carried(), load.capacity) {
        (Some(true), Some(capacity)) => {
            format!("The people of the settings can have {capacity}, and so can carry it.")
        }
        (Some(false), Some(capacity)) => format!(
            "The people of the settings can have {capacity}, {} too few.",
            number((load.planned - f64::from(capacity)).ceil() as usize)
        ),
        _ => "Settings bound nobody's number, so nobody can say whether it can be carried."
            .to_owned(),
    };
    format!(
        "A lead stays with sales for {:.0} days on average, so that the plan keeps {} open at once; \
         {} now. {carried}",
        load.days_mean,
        round(load.planned),
        number(load.now.count()),
    )
}

fn deals(won: usize) -> String {
    format!("{} {}", count(won, "deal"), if won == 1 { "was" } else { "were" })
}

fn round(value: f64) -> String {
    number(value.round().max(0.0) as usize)
}

fn span(interval: Interval) -> String {
    format!("{} to {}", round(interval.low), round(interval.high))
}
