//! Attribution for programs.

use crate::ledger::as_of_json;
use app::AttributionAnswer;
use app::tell::{attribution_in_words, rankings_in_words};
use charter::{Attribution, AttributionModel};
use facts::Instant;
use insight::{Credits, Ranked};
use serde_json::{Value, json};

pub(super) fn document(answer: &AttributionAnswer, then: Option<Instant>) -> Value {
    let names = |values: &[usize]| -> Vec<&str> {
        values.iter().map(|value| answer.value(*value)).collect()
    };
    json!({
        "as_of": as_of_json(&answer.as_of),
        "as_known": then.map(|then| then.to_string()),
        "sentence": attribution_in_words(answer),
        "unit": if answer.stage.is_some() { "leads" } else { "opportunities" },
        "stage": answer.stage.as_ref().map(|(id, _)| id),
        "by": answer.by.word(),
        "terms": terms(&answer.terms),
        "is_agreed": answer.is_agreed,
        "currency": answer.currency.0,
        "minor_per_unit": answer.currency.1,
        "certainty_of_results": answer.certainty().word(),
        "certainty_of_shares": if answer.terms.model.needs_all_paths() { "estimated" } else { "by_convention" },
        "results": answer.results.len(),
        "ranked_by": if answer.by_amount { "amount" } else { "results" },
        "shared_results": answer.credits.all_results_nano() / Credits::NANO,
        "worth_minor": answer.worth_minor.0,
        "shared_minor": answer.worth_minor.1,
        "untouched": answer.untouched.len(),
        "unlinked": answer.unlinked.len(),
        "by_account": answer.by_account.len(),
        "cost_minor": answer.costs.whole_minor(),
        "cost_elsewhere_minor": answer.costs.elsewhere_minor,
        "return_on_cost": answer.return_on_cost(),
        "undated": answer.undated.len(),
        "leads_without": answer.without.count(),
        "leads_undecided": answer.undecided.count(),
        "values": answer.rankings.values.iter().map(|it| value(answer, it)).collect::<Vec<_>>(),
        "rankings": {
            "sentence": rankings_in_words(answer),
            "tiers": answer.rankings.tiers.iter().map(|tier| names(tier)).collect::<Vec<_>>(),
            "pairs": answer.rankings.pairs,
            "pairs_that_hold": answer.rankings.pairs_that_hold,
            "views": answer.views.iter().map(|view| view_json(answer, &view.terms, &view.credits)).collect::<Vec<_>>(),
        },
    })
}

fn terms(terms: &Attribution) -> Value {
    let half_life = match terms.model {
        AttributionModel::TimeDecay { half_life } => Some(half_life.0),
        _ => None,
    };
    json!({ "model": terms.model.word(), "window_s": terms.window.0, "half_life_s": half_life })
}

fn value(answer: &AttributionAnswer, ranked: &Ranked) -> Value {
    let returns = answer.returns_of(ranked.value);
    json!({
        "value": answer.value(ranked.value),
        "results": answer.credits.results(ranked.value),
        "amount_minor": answer.credits.amount_minor[ranked.value],
        "share": answer.share(ranked.value),
        "behind": answer.behind(ranked.value).len(),
        "share_least": ranked.share_least,
        "share_most": ranked.share_most,
        "rank_best": ranked.rank_best,
        "rank_worst": ranked.rank_worst,
        "cost_minor": answer.costs.of(ranked.value),
        "cost_per_result_minor": answer.cost_per_result_minor(ranked.value),
        "return_on_cost": returns.map(|(own, ..)| own),
        "return_least": returns.map(|(_, least, _)| least),
        "return_most": returns.map(|(.., most)| most),
    })
}

fn view_json(answer: &AttributionAnswer, of: &Attribution, credits: &Credits) -> Value {
    let values = answer.rankings.values.iter().map(|ranked| {
        json!({
            "value": answer.value(ranked.value),
            "results": credits.results(ranked.value),
            "amount_minor": credits.amount_minor[ranked.value],
        })
    });
    json!({ "terms": terms(of), "values": values.collect::<Vec<_>>() })
}
