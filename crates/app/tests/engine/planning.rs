//! Plans and forecasts over the company of which the truth is known.

use app::{Demo, Engine, PlanQuestion};
use facts::Instant;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

/// Of webinars 17 of 100 opportunities are won, and half of those met become one (`larkfield.rs` in
/// `crates/simulate`); hardly any lead of theirs buys otherwise.
#[test]
fn a_plan_finds_the_rates_that_are_planted_in_the_demo() {
    let folder = tempfile::tempdir().unwrap();
    let mut engine = Engine::open(&folder.path().join("ledger.db")).unwrap();
    let now = Instant::parse("2026-11-20T09:00:00Z").unwrap();
    let demo = Demo { seed: 11, leads: 2_500, charter: CHARTER, who: "test" };
    engine.load_demo(&demo, now, &mut |_, _| {}).unwrap();
    let question =
        PlanQuestion { goal: Some(900_000.0), days: Some(91), by: Some("lead.source".to_owned()) };
    let answer = engine.plan(&question, now).unwrap();
    let whole = answer.whole.as_ref().unwrap().as_ref().unwrap();
    // Log-normal amounts of median 22,000 and spread 0.5 have a mean of 22,000 · e^0.125.
    let mean = 22_000.0 * 0.125_f64.exp();
    let (low, high) = (whole.amount_interval.low, whole.amount_interval.high);
    assert!(low - 1_500.0 < mean && mean < high + 1_500.0, "{low} {mean} {high}");
    let webinar = answer.slices.iter().find(|it| it.value.as_deref() == Some("webinar")).unwrap();
    let opportunity = answer.path.by_id("opportunity").unwrap();
    let steps = match &webinar.plan {
        Ok(plan) => plan.steps.clone(),
        // Too few wins for a plan of their own: the whole has them all.
        Err(_) => Vec::new(),
    };
    if let Some(won) = steps.get(opportunity).and_then(|step| step.next) {
        assert!(won.interval.low < 0.17 && 0.17 < won.interval.high, "{won:?}");
    }
    // Each lead of the funnel is in the plan, once.
    let funnel = engine.funnel(&app::FunnelQuestion::default(), now).unwrap();
    for (stage, step) in funnel.whole.funnel.stages.iter().zip(&whole.steps) {
        assert_eq!(stage.reached, step.reached, "stage {}", stage.stage);
    }
}

#[test]
fn a_forecast_of_the_past_is_made_of_what_was_known_then() {
    let folder = tempfile::tempdir().unwrap();
    let mut engine = Engine::open(&folder.path().join("ledger.db")).unwrap();
    let now = Instant::parse("2026-11-20T09:00:00Z").unwrap();
    let demo = Demo { seed: 2, leads: 1_200, charter: CHARTER, who: "test" };
    engine.load_demo(&demo, now, &mut |_, _| {}).unwrap();
    let answer = engine.forecast(60, now).unwrap();
    assert!(answer.backtest.is_as_known);
    let then = answer.backtest.forecast.as_ref().expect("four months of history");
    assert_eq!(then.until, now);
    // What was said sixty days ago is what is said if one asks then.
    let early = engine.forecast(60, answer.backtest.at).unwrap();
    assert_eq!(early.forecast.as_ref().map(|it| it.wins.mean > 0.0), Some(true));
    let found = answer.forecast.unwrap();
    let sum = found.wins_of_known + found.wins_of_new;
    assert!((sum - found.wins.mean).abs() < 1e-9);
    assert!(found.wins.low <= found.wins.p10 && found.wins.p90 <= found.wins.high);
    let known: Vec<_> =
        found.unlike.ids().iter().filter(|it| !found.known.contains(**it)).collect();
    assert!(known.is_empty());
}
