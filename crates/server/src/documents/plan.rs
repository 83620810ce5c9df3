//! From a goal back to leads, and from leads forward.

use super::AsOfDocument;
use app::tell::{
    backtest_of_forecast_in_words, forecast_in_words, load_in_words, no_plan, plan_in_words,
};
use app::{ForecastAnswer, PlanAnswer};
use facts::Instant;
use insight::{Forecast, ForecastSpan, Load, PlanStep, RevenuePlan, TooLittleHistory};
use serde::Serialize;
use utoipa::ToSchema;

/// What a goal of revenue takes of each stage. It counts leads, and all of it is estimated: as
/// leads went before.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Plan)]
pub(crate) struct PlanDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) sentence: String,
    pub(crate) currency: String,
    /// In whole units of the currency; `null` where none was said and the charter has none.
    pub(crate) goal: Option<f64>,
    /// The charter's goal that was taken.
    pub(crate) goal_id: Option<String>,
    pub(crate) days: u32,
    /// Leads that began without a date: they are in no figure.
    pub(crate) undated: usize,
    /// `null` without a goal.
    pub(crate) whole: Option<PlanPart>,
    /// Whether the people of the settings can carry it.
    pub(crate) load: Option<LoadDocument>,
    /// The most won first.
    pub(crate) slices: Vec<PlanSliceDocument>,
}

/// What a part of the goal takes of the leads of one value.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = PlanSlice)]
pub(crate) struct PlanSliceDocument {
    /// `null` where it is not known.
    pub(crate) value: Option<String>,
    /// Its part of all that were won, from 0 to 1: so much of the goal it is planned for.
    pub(crate) part: f64,
    pub(crate) plan: PlanPart,
}

/// What it takes, or why nobody can say.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct PlanPart {
    /// Why there are no steps; `null` where there are.
    pub(crate) refusal: Option<String>,
    /// What a win brought on average, with its interval (95 %).
    pub(crate) amount_mean: Option<f64>,
    pub(crate) amount_low: Option<f64>,
    pub(crate) amount_high: Option<f64>,
    /// The stages of the path up to the won one, in order.
    pub(crate) steps: Vec<PlanStepDocument>,
}

/// One stage of a plan. Its counts open as `STAGE:reached`, `STAGE:came`, `STAGE:left` and
/// `STAGE:waiting`.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = PlanStep)]
pub(crate) struct PlanStepDocument {
    #[schema(example = "mql")]
    pub(crate) stage: String,
    pub(crate) name: String,
    /// How many leads must reach it, with the interval (95 %).
    pub(crate) needed: f64,
    pub(crate) needed_low: f64,
    pub(crate) needed_high: f64,
    /// So many days before a win a lead is here.
    pub(crate) days_before: f64,
    /// The leads that reached it; of them those who reached the next, left the path, or may come.
    pub(crate) reached: usize,
    pub(crate) came: usize,
    pub(crate) left: usize,
    pub(crate) waiting: usize,
    /// The share that reaches the next sooner or later, those who wait still counted as long as they
    /// were watched, with its interval (95 %); `null` of the last stage.
    pub(crate) rate: Option<f64>,
    pub(crate) rate_low: Option<f64>,
    pub(crate) rate_high: Option<f64>,
    /// After so many days half, and nine in ten, of those who come have come.
    pub(crate) days_median: Option<f64>,
    pub(crate) days_p90: Option<f64>,
}

/// What sales carries, and can.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = PlanLoad)]
pub(crate) struct LoadDocument {
    pub(crate) reading: String,
    /// How many days a lead stays with sales, on average.
    pub(crate) days_mean: f64,
    /// The open leads that sales has now; opens as `load`.
    pub(crate) now: usize,
    /// And has at once by the plan.
    pub(crate) planned: f64,
    /// How many it can have, by the settings; `null` where that is not bounded.
    pub(crate) capacity: Option<u32>,
    pub(crate) is_carried: Option<bool>,
}

/// What the next days bring, and what would have been said before. All of it is estimated.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ForecastAnswer)]
pub(crate) struct ForecastDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) sentence: String,
    pub(crate) currency: String,
    pub(crate) days: u32,
    /// `null` where history is shorter than twice as long.
    pub(crate) forecast: Option<ForecastFigures>,
    pub(crate) backtest: ForecastBacktest,
}

/// What would have been said so many days ago, against what happened.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ForecastBacktest {
    pub(crate) sentence: String,
    pub(crate) at: String,
    /// Whether it was made from what was known then; else from what is known now of that time.
    pub(crate) is_as_known: bool,
    /// `null` where history was too short then.
    pub(crate) forecast: Option<ForecastFigures>,
    /// The leads won since; opens as `won_since`.
    pub(crate) wins: usize,
    /// What was won since, in whole units of the currency.
    pub(crate) amount: f64,
}

/// What some days bring, were they like those before.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Forecast)]
pub(crate) struct ForecastFigures {
    pub(crate) from: String,
    pub(crate) until: String,
    /// How many leads are won.
    pub(crate) wins: Span,
    /// What they are worth; `null` where too few wins had an amount.
    pub(crate) amount: Option<Span>,
    /// Of the wins, those of leads that are there already, and of leads that come yet, on average.
    pub(crate) wins_of_known: f64,
    pub(crate) wins_of_new: f64,
    /// The leads that are there and not won; of them, those like whom nobody was watched long
    /// enough, which count as not won.
    pub(crate) known: usize,
    pub(crate) unlike: usize,
    /// How many weeks of history were drawn from.
    pub(crate) weeks: usize,
}

/// A number with how far it may be off.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ForecastSpan)]
pub(crate) struct Span {
    pub(crate) mean: f64,
    /// Eight in ten draws are between these.
    pub(crate) p10: f64,
    pub(crate) p90: f64,
    /// And 95 of 100 between these.
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl PlanDocument {
    pub(crate) fn of(answer: &PlanAnswer, now: Instant) -> Self {
        let slices = answer.slices.iter().map(|slice| PlanSliceDocument {
            value: slice.value.clone(),
            part: slice.part,
            plan: PlanPart::of(answer, &slice.plan),
        });
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: plan_in_words(answer),
            currency: answer.currency.clone(),
            goal: answer.goal,
            goal_id: answer.goal_id.clone(),
            days: answer.days,
            undated: answer.undated.count(),
            whole: answer.whole.as_ref().map(|it| PlanPart::of(answer, it)),
            load: answer.load.as_ref().map(LoadDocument::of),
            slices: slices.collect(),
        }
    }
}

impl PlanPart {
    fn of(answer: &PlanAnswer, plan: &Result<RevenuePlan, TooLittleHistory>) -> Self {
        let plan = match plan {
            Ok(plan) => plan,
            Err(few) => {
                return Self {
                    refusal: Some(no_plan(answer, *few)),
                    amount_mean: None,
                    amount_low: None,
                    amount_high: None,
                    steps: Vec::new(),
                };
            }
        };
        Self {
            refusal: None,
            amount_mean: Some(plan.amount_mean),
            amount_low: Some(plan.amount_interval.low),
            amount_high: Some(plan.amount_interval.high),
            steps: plan.steps.iter().map(|step| PlanStepDocument::of(answer, step)).collect(),
        }
    }
}

impl PlanStepDocument {
    fn of(answer: &PlanAnswer, step: &PlanStep) -> Self {
        let stage = &answer.path.stages()[step.stage];
        Self {
            stage: stage.id.clone(),
            name: stage.name.clone(),
            needed: step.needed,
            needed_low: step.needed_interval.low,
            needed_high: step.needed_interval.high,
            days_before: step.days_before,
            reached: step.reached.count(),
            came: step.came.count(),
            left: step.left.count(),
            waiting: step.waiting.count(),
            rate: step.next.map(|it| it.share),
            rate_low: step.next.map(|it| it.interval.low),
            rate_high: step.next.map(|it| it.interval.high),
            days_median: step.next.map(|it| it.days_median),
            days_p90: step.next.map(|it| it.days_p90),
        }
    }
}

impl LoadDocument {
    fn of(load: &Load) -> Self {
        Self {
            reading: load_in_words(load),
            days_mean: load.days_mean,
            now: load.now.count(),
            planned: load.planned,
            capacity: load.capacity,
            is_carried: load.is_carried(),
        }
    }
}

impl ForecastDocument {
    pub(crate) fn of(answer: &ForecastAnswer, now: Instant) -> Self {
        let backtest = &answer.backtest;
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: forecast_in_words(answer),
            currency: answer.currency.clone(),
            days: answer.days,
            forecast: answer.forecast.as_ref().map(ForecastFigures::of),
            backtest: ForecastBacktest {
                sentence: backtest_of_forecast_in_words(answer),
                at: backtest.at.to_string(),
                is_as_known: backtest.is_as_known,
                forecast: backtest.forecast.as_ref().map(ForecastFigures::of),
                wins: backtest.wins.count(),
                amount: backtest.amount,
            },
        }
    }
}

impl ForecastFigures {
    fn of(forecast: &Forecast) -> Self {
        Self {
            from: forecast.from.to_string(),
            until: forecast.until.to_string(),
            wins: Span::of(&forecast.wins),
            amount: forecast.amount.as_ref().map(Span::of),
            wins_of_known: forecast.wins_of_known,
            wins_of_new: forecast.wins_of_new,
            known: forecast.known.count(),
            unlike: forecast.unlike.count(),
            weeks: forecast.weeks,
        }
    }
}

impl Span {
    fn of(span: &ForecastSpan) -> Self {
        let ForecastSpan { mean, p10, p90, low, high } = *span;
        Self { mean, p10, p90, low, high }
    }
}
