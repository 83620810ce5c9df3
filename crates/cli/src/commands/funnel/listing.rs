//! The leads behind a figure.

use crate::failure::Refusal;
use crate::screen::Screen;
use crate::unknown;
use app::tell::Named;
use app::tell::count;
use app::{Engine, FunnelAnswer};
use facts::SubjectId;
use insight::Leads;
use serde_json::json;

/// The figures of a stage of the path, or beside it.
const FIGURES: [&str; 5] = ["reached", "entered", "waiting", "assumed", "resting"];

/// Lists the leads behind `STAGE:FIGURE`.
pub(super) fn list(
    engine: &Engine,
    answer: &FunnelAnswer,
    figure: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let (stage, part) = figure.split_once(':').unwrap_or((figure, "reached"));
    let found = answer.path.by_id(stage).and_then(|stage| behind(answer, stage, part));
    let leads = found.ok_or_else(|| {
        let ids: Vec<_> = answer.path.stages().iter().map(|stage| stage.id.clone()).collect();
        let help = if ids.iter().any(|id| id == stage) {
            let figures = FIGURES.map(ToOwned::to_owned);
            format!("write {stage}:FIGURE; {}", unknown::help("figure", part, &figures))
        } else {
            format!("write STAGE:FIGURE; {}", unknown::help("stage", stage, &ids))
        };
        Refusal::new("unknown_figure", format!("the funnel has no figure `{figure}`"), help)
    })?;
    write(engine, figure, leads.ids(), screen)
}

/// Writes leads by name, a lead as often as it is counted.
pub(crate) fn write(
    engine: &Engine,
    figure: &str,
    leads: &[SubjectId],
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let distinct = leads.iter().copied().collect::<Leads>().count();
    if screen.is_json() {
        let ids: Vec<_> = leads.iter().map(ToString::to_string).collect();
        screen.document(&json!({
            "figure": figure,
            "count": ids.len(),
            "distinct_leads": distinct,
            "leads": ids,
        }))?;
        return Ok(());
    }
    screen.line(if distinct == leads.len() {
        format!("{figure}: {}.", count(distinct, "lead"))
    } else {
        let promises = count(leads.len(), "promise");
        format!("{figure}: {promises} to {}.", count(distinct, "lead"))
    })?;
    for lead in leads {
        let named = Named::of(engine, *lead)?;
        screen.line(format!("  {lead}  {}", named.call_with_company()))?;
    }
    Ok(())
}

fn behind<'a>(answer: &'a FunnelAnswer, stage: usize, part: &str) -> Option<&'a Leads> {
    let funnel = &answer.whole.funnel;
    if let Some(figures) = funnel.stages.iter().find(|figures| figures.stage == stage) {
        return match part {
            "reached" => Some(&figures.reached),
            "entered" => Some(&figures.entered),
            "waiting" => Some(&figures.waiting),
            "assumed" => Some(&figures.assumed),
            _ => None,
        };
    }
    let figures = funnel.beside.iter().find(|figures| figures.stage == stage)?;
    match part {
        "entered" => Some(&figures.entered),
        "waiting" | "resting" => Some(&figures.resting),
        _ => None,
    }
}
