//! Plans and forecasts for programs.

use crate::ledger::as_of_json;
use app::tell::{
    backtest_of_forecast_in_words, forecast_in_words, load_in_words, no_plan, plan_in_words,
};
use app::{ForecastAnswer, PlanAnswer};
use insight::{Forecast, ForecastSpan, PlanStep, RevenuePlan, TooLittleHistory};
use serde_json::{Value, json};

pub(super) fn plan(answer: &PlanAnswer) -> Value {
    let whole = answer.whole.as_ref().map(|it| result(answer, it));
    let slices = answer.slices.iter().map(|slice| {
        json!({
            "value": slice.value, "part": slice.part, "plan": result(answer, &slice.plan),
        })
    });
    json!({
        "as_of": as_of_json(&answer.as_of),
        "sentence": plan_in_words(answer),
        "unit": "leads",
        "kind": "estimated",
        "currency": answer.currency,
        "goal": answer.goal,
        "goal_id": answer.goal_id,
        "days": answer.days,
        "undated": answer.undated.count(),
        "whole": whole,
        "load": answer.load.as_ref().map(|load| json!({
            "reading": load_in_words(load), "days_mean": load.days_mean,
            "now": load.now.count(), "planned": load.planned, "capacity": load.capacity,
            "is_carried": load.is_carried(),
        })),
        "slices": slices.collect::<Vec<_>>(),
    })
}

fn result(answer: &PlanAnswer, plan: &Result<RevenuePlan, TooLittleHistory>) -> Value {
    match plan {
        Err(few) => json!({ "refusal": no_plan(answer, *few) }),
        Ok(plan) => json!({
            "amount_mean": plan.amount_mean,
            "amount_low": plan.amount_interval.low,
            "amount_high": plan.amount_interval.high,
            "amounts": plan.amounts,
            "steps": plan.steps.iter().map(|it| step(answer, it)).collect::<Vec<_>>(),
        }),
    }
}

fn step(answer: &PlanAnswer, step: &PlanStep) -> Value {
    json!({
        "stage": answer.path.stages()[step.stage].id,
        "needed": step.needed,
        "needed_low": step.needed_interval.low,
        "needed_high": step.needed_interval.high,
        "days_before": step.days_before,
        "reached": step.reached.count(),
        "came": step.came.count(),
        "left": step.left.count(),
        "waiting": step.waiting.count(),
        "rate": step.next.map(|it| it.share),
        "rate_low": step.next.map(|it| it.interval.low),
        "rate_high": step.next.map(|it| it.interval.high),
        "days_median": step.next.map(|it| it.days_median),
        "days_p90": step.next.map(|it| it.days_p90),
    })
}

pub(super) fn forecast(answer: &ForecastAnswer) -> Value {
    let backtest = &answer.backtest;
    json!({
        "as_of": as_of_json(&answer.as_of),
        "sentence": forecast_in_words(answer),
        "unit": "leads",
        "kind": "estimated",
        "currency": answer.currency,
        "days": answer.days,
        "forecast": answer.forecast.as_ref().map(of),
        "backtest": {
            "sentence": backtest_of_forecast_in_words(answer),
            "at": backtest.at.to_string(),
            "is_as_known": backtest.is_as_known,
            "forecast": backtest.forecast.as_ref().map(of),
            "wins": backtest.wins.count(),
            "amount": backtest.amount,
        },
    })
}

fn of(forecast: &Forecast) -> Value {
    json!({
        "from": forecast.from.to_string(),
        "until": forecast.until.to_string(),
        "wins": span(&forecast.wins),
        "amount": forecast.amount.as_ref().map(span),
        "wins_of_known": forecast.wins_of_known,
        "wins_of_new": forecast.wins_of_new,
        "known": forecast.known.count(),
        "unlike": forecast.unlike.count(),
        "weeks": forecast.weeks,
    })
}

fn span(span: &ForecastSpan) -> Value {
    json!({
        "mean": span.mean, "p10": span.p10, "p90": span.p90, "low": span.low, "high": span.high,
    })
}
