//! Which touches brought what was won.

use super::AsOfDocument;
use app::tell::{attribution_in_words, rankings_in_words};
use app::{AttributionAnswer, ResultCredit};
use charter::{Attribution, AttributionModel};
use facts::Instant;
use insight::{Credits, Ranked};
use serde::Serialize;
use utoipa::ToSchema;

/// Results shared among the touches before them.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Attribution)]
pub(crate) struct AttributionDocument {
    pub(crate) as_of: AsOfDocument,
    /// What brought most, and by which terms.
    pub(crate) sentence: String,
    /// `opportunities` won, or `leads` that reached the stage.
    pub(crate) unit: &'static str,
    pub(crate) stage: Option<String>,
    /// What touches are counted by.
    #[schema(example = "channel")]
    pub(crate) by: String,
    pub(crate) terms: AttributionTerms,
    /// Whether these are the charter's terms.
    pub(crate) is_agreed: bool,
    pub(crate) currency: String,
    /// How many minor units one of the currency has: 100 for most.
    pub(crate) minor_per_unit: u32,
    /// `exact`, `assumed` or `mixed`: what results there were. Which touch brought them, a model
    /// says.
    pub(crate) certainty: &'static str,
    pub(crate) results: usize,
    /// Of the results, those that have a touch in the window and were shared.
    pub(crate) shared_results: usize,
    /// What the results are worth, in minor units.
    pub(crate) worth_minor: i64,
    pub(crate) shared_minor: i64,
    /// Not shared, since no touch before is known in the window.
    pub(crate) untouched: usize,
    /// Not shared, since nobody is linked.
    pub(crate) unlinked: usize,
    /// Shared among all touches of the account's people.
    pub(crate) by_account: usize,
    /// What was spent in the period, in minor units, by the `[[cost]]` lines of the settings: on what
    /// touches are counted by here; `null` where the settings have no costs of that kind.
    pub(crate) cost_minor: Option<i64>,
    /// Of that, what was spent on values that no touch here has: it brought nothing that is known.
    pub(crate) cost_elsewhere_minor: i64,
    /// What results that were shared brought, of what was spent, both of the period: 2 is twice as
    /// much. `null` without cost or money.
    pub(crate) return_on_cost: Option<f64>,
    /// The greatest share first.
    pub(crate) values: Vec<AttributedValue>,
    /// Which rankings hold by every model and in every window, in words.
    pub(crate) robust: Option<String>,
    /// Values in groups: each of an earlier group is above each of a later one in every view.
    pub(crate) tiers: Vec<Vec<String>>,
    pub(crate) pairs: usize,
    pub(crate) pairs_that_hold: usize,
}

/// By which model, and of touches in which window.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AttributionTerms {
    #[schema(example = "w_shaped")]
    pub(crate) model: &'static str,
    pub(crate) window_s: i64,
    /// For `time_decay`.
    pub(crate) half_life_s: Option<i64>,
}

/// What one value brought.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AttributedValue {
    /// Empty for touches that say nothing of what they are counted by.
    #[schema(example = "webinar")]
    pub(crate) value: String,
    pub(crate) results: f64,
    pub(crate) amount_minor: i64,
    /// Of the money where there is some, else of the results.
    pub(crate) share: f64,
    /// How many results it has a part in: the length of the list that it opens.
    pub(crate) behind: usize,
    /// The smallest and the greatest share, by any model and in any window.
    pub(crate) share_least: f64,
    pub(crate) share_most: f64,
    pub(crate) rank_best: usize,
    pub(crate) rank_worst: usize,
    /// What was spent on it in the period, in minor units; `null` where the settings do not say.
    pub(crate) cost_minor: Option<i64>,
    /// What one result cost, in minor units; `null` without cost or result.
    pub(crate) cost_per_result_minor: Option<f64>,
    /// What it brought by this model, of what was spent on it; `null` without cost or money.
    pub(crate) return_on_cost: Option<f64>,
    /// The smallest and the greatest such return, by any model and in any window.
    pub(crate) return_least: Option<f64>,
    pub(crate) return_most: Option<f64>,
}

/// The results in which a value has a part.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AttributedResults {
    /// How many there are.
    pub(crate) count: usize,
    /// What they sum to; nothing by the Markov chain, which shares all results at once.
    pub(crate) results: Option<f64>,
    pub(crate) amount_minor: Option<i64>,
    /// The first of them, at most 1000: the most money first.
    pub(crate) list: Vec<AttributedResult>,
}

/// What a value brought in one result.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AttributedResult {
    /// The opportunity, or the lead.
    pub(crate) id: String,
    pub(crate) results: Option<f64>,
    pub(crate) amount_minor: Option<i64>,
}

/// The most results that are listed; the figure counts all.
const LISTED_MAX: usize = 1_000;

impl AttributionDocument {
    pub(crate) fn of(answer: &AttributionAnswer, now: Instant) -> Self {
        let names = |values: &Vec<usize>| {
            values.iter().map(|value| answer.value(*value).to_owned()).collect()
        };
        let rankings = &answer.rankings;
        let shared = answer.credits.all_results_nano() / Credits::NANO;
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: attribution_in_words(answer),
            unit: if answer.stage.is_some() { "leads" } else { "opportunities" },
            stage: answer.stage.as_ref().map(|(id, _)| id.clone()),
            by: answer.by.word().to_owned(),
            terms: terms(&answer.terms),
            is_agreed: answer.is_agreed,
            currency: answer.currency.0.clone(),
            minor_per_unit: answer.currency.1,
            certainty: answer.certainty().word(),
            results: answer.results.len(),
            shared_results: shared as usize,
            worth_minor: answer.worth_minor.0,
            shared_minor: answer.worth_minor.1,
            untouched: answer.untouched.len(),
            unlinked: answer.unlinked.len(),
            by_account: answer.by_account.len(),
            cost_minor: answer.costs.whole_minor(),
            cost_elsewhere_minor: answer.costs.elsewhere_minor,
            return_on_cost: answer.return_on_cost(),
            values: rankings.values.iter().map(|it| value(answer, it)).collect(),
            robust: rankings_in_words(answer),
            tiers: rankings.tiers.iter().map(names).collect(),
            pairs: rankings.pairs,
            pairs_that_hold: rankings.pairs_that_hold,
        }
    }
}

impl AttributedResults {
    /// What is behind a value; `None` where no touch has it.
    pub(crate) fn of(answer: &AttributionAnswer, value: &str) -> Option<Self> {
        let found = answer.behind(answer.value_named(value)?);
        let nano = |credit: &ResultCredit| credit.results_nano;
        let minor = |credit: &ResultCredit| credit.amount_minor;
        let part = |nano: i64| nano as f64 / Credits::NANO as f64;
        let line = |credit: &ResultCredit| AttributedResult {
            id: credit.result.to_string(),
            results: credit.results_nano.map(part),
            amount_minor: credit.amount_minor,
        };
        Some(Self {
            count: found.len(),
            results: found.iter().map(nano).sum::<Option<i64>>().map(part),
            amount_minor: found.iter().map(minor).sum(),
            list: found.iter().take(LISTED_MAX).map(line).collect(),
        })
    }
}

fn terms(terms: &Attribution) -> AttributionTerms {
    let half_life_s = match terms.model {
        AttributionModel::TimeDecay { half_life } => Some(half_life.0),
        _ => None,
    };
    AttributionTerms { model: terms.model.word(), window_s: terms.window.0, half_life_s }
}

fn value(answer: &AttributionAnswer, ranked: &Ranked) -> AttributedValue {
    let returns = answer.returns_of(ranked.value);
    AttributedValue {
        value: answer.value(ranked.value).to_owned(),
        results: answer.credits.results(ranked.value),
        amount_minor: answer.credits.amount_minor[ranked.value],
        share: answer.share(ranked.value),
        behind: answer.behind(ranked.value).len(),
        share_least: ranked.share_least,
        share_most: ranked.share_most,
        rank_best: ranked.rank_best,
        rank_worst: ranked.rank_worst,
        cost_minor: answer.costs.of(ranked.value),
        cost_per_result_minor: answer.cost_per_result_minor(ranked.value),
        return_on_cost: returns.map(|(own, ..)| own),
        return_least: returns.map(|(_, least, _)| least),
        return_most: returns.map(|(.., most)| most),
    }
}
