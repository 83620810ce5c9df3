//! Plans and forecasts in sentences.

use super::words::{count, number};
use crate::funnel::{Backtested, ForecastAnswer, PlanAnswer};
use insight::{Forecast, ForecastSpan, Interval, Load, TooLittleHistory};

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

/// What the next days bring, or why nobody can say.
#[must_use]
pub fn forecast_in_words(answer: &ForecastAnswer) -> String {
    match &answer.forecast {
        Some(found) => format!(
            "In the next {} days {}, were they like those before. Estimated, by drawing history {} \
             times: {:.0} of these wins are of leads that are there already, {:.0} of leads that \
             come yet.",
            answer.days,
            likely(found, &answer.currency),
            number(Forecast::DRAWS),
            found.wins_of_known,
            found.wins_of_new,
        ),
        None => format!(
            "History is too short to look {} days ahead: it takes twice as long. Look less far, with \
             --days.",
            answer.days
        ),
    }
}

/// What would have been said, against what happened.
#[must_use]
pub fn backtest_of_forecast_in_words(answer: &ForecastAnswer) -> String {
    let Backtested { is_as_known, forecast, wins, amount, .. } = &answer.backtest;
    let happened = format!("{}, worth {} {}", won(wins.count()), round(*amount), answer.currency);
    let Some(found) = forecast else {
        return format!(
            "So many days ago history was too short to say anything. Since then {happened}."
        );
    };
    let count = wins.count() as f64;
    let judged = if (found.wins.p10..=found.wins.p90).contains(&count) {
        "within what was likely"
    } else if (found.wins.low..=found.wins.high).contains(&count) {
        "at the edge of what was likely"
    } else {
        "outside of what was likely"
    };
    let from =
        if *is_as_known { "From what was known" } else { "From what is known now of the time" };
    format!(
        "{from} {} days ago, {} would have been forecast. It became {happened}: {judged}.",
        answer.days,
        likely(found, &answer.currency)
    )
}

fn likely(found: &Forecast, currency: &str) -> String {
    let between = |it: &ForecastSpan| format!("{} to {}", round(it.p10), round(it.p90));
    let wins = format!("{} leads won (80 %: {})", round(found.wins.mean), between(&found.wins));
    match &found.amount {
        Some(amount) => {
            format!("{wins}, worth {} {currency} ({})", round(amount.mean), between(amount))
        }
        None => wins,
    }
}

fn won(leads: usize) -> String {
    format!("{} won", count(leads, "lead"))
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
