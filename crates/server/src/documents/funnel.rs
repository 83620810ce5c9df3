//! The funnel.

use super::{AsOfDocument, moment};
use app::{FunnelAnswer, FunnelQuestion, FunnelSlice};
use charter::Charter;
use facts::{Instant, Seconds};
use insight::{Certainty, Leads, Milestone, Path, Summary, Velocity};
use serde::Serialize;
use utoipa::ToSchema;

/// How many leads came how far, and how long they took. It counts leads; each figure is the length
/// of the list that `GET /api/v1/funnel/leads` gives for it.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Funnel {
    pub(crate) as_of: AsOfDocument,
    /// Always `leads`.
    pub(crate) unit: &'static str,
    /// The trait, `persona`, `unit`, `motion` or `pipeline` of the slices.
    pub(crate) by: Option<String>,
    pub(crate) from: Option<String>,
    pub(crate) until: Option<String>,
    /// As known at this time; absent for as known now.
    pub(crate) as_known: Option<String>,
    /// All leads.
    pub(crate) whole: Slice,
    /// The leads by what was asked for, the most first.
    pub(crate) slices: Vec<Slice>,
    /// How many leads have dates that contradict each other.
    pub(crate) disorders: usize,
}

/// The funnel of some leads.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Slice {
    /// The value; absent for all leads, and for those of whom it is not known.
    pub(crate) value: Option<String>,
    pub(crate) leads: usize,
    /// The stages of the path, in order.
    pub(crate) stages: Vec<StageFigures>,
    /// The stages beside the path.
    pub(crate) beside: Vec<BesideFigures>,
    /// From each stage to the next, and from the first touch to each won stage.
    pub(crate) velocities: Vec<Pace>,
}

/// One stage of the path.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct StageFigures {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) side: &'static str,
    /// Leads that entered the stage itself.
    pub(crate) entered: usize,
    /// Leads that entered it or a later stage.
    pub(crate) reached: usize,
    /// Leads that are in it now and wait for somebody.
    pub(crate) waiting: usize,
    /// `exact`, `assumed` or `mixed`.
    pub(crate) certainty: &'static str,
    /// Reached, of those that reached the first stage.
    pub(crate) share_of_first: Option<f64>,
    /// Reached, of those that reached the stage before.
    pub(crate) share_of_previous: Option<f64>,
    /// What the charter agreed, for leads from one of the stages before.
    pub(crate) target: Option<Target>,
}

/// What the charter agreed of the way to a stage.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Target {
    /// The stage that leads come from.
    pub(crate) from: String,
    /// How many of them at least, from 0 to 1.
    pub(crate) rate: f64,
    /// Within how many days.
    pub(crate) within_days: Option<f64>,
    /// How many of those that reached `from` reached this stage, whenever.
    pub(crate) actual: Option<f64>,
}

/// One stage beside the path.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct BesideFigures {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) side: &'static str,
    pub(crate) entered: usize,
    /// Leads that are in it now.
    pub(crate) resting: usize,
}

/// How long leads take from one milestone to another. It counts leads.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Pace {
    /// The id of a stage, or `first_touch`.
    pub(crate) from: String,
    pub(crate) to: String,
    /// How many came by both.
    pub(crate) n: usize,
    /// Midnights passed in the charter's zone.
    pub(crate) calendar_days: Option<Spread>,
    /// Days of 24 hours.
    pub(crate) elapsed_days: Option<Spread>,
    /// How many may still come.
    pub(crate) waiting: usize,
    /// How many rest now without having come.
    pub(crate) gone: usize,
    /// How many went past it.
    pub(crate) skipped: usize,
    pub(crate) certainty: &'static str,
}

/// How numbers spread.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) mean: f64,
    pub(crate) p75: f64,
    pub(crate) p90: f64,
    pub(crate) max: f64,
}

impl Funnel {
    pub(crate) fn of(
        answer: &FunnelAnswer,
        question: &FunnelQuestion,
        (charter, as_known, now): (&Charter, Option<Instant>, Instant),
    ) -> Self {
        let slice = |one| slice(&answer.path, one, charter);
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            unit: "leads",
            by: question.by.clone(),
            from: moment(question.from),
            until: moment(question.until),
            as_known: moment(as_known),
            whole: slice(&answer.whole),
            slices: answer.slices.iter().map(slice).collect(),
            disorders: answer.disorders.len(),
        }
    }
}

/// The leads behind a figure: of a stage of the path `entered`, `reached`, `waiting` or `assumed`,
/// of one beside it `entered` or `resting`.
pub(crate) fn behind<'a>(
    path: &Path,
    slice: &'a FunnelSlice,
    stage: &str,
    figure: &str,
) -> Option<&'a Leads> {
    let stage = path.by_id(stage)?;
    let funnel = &slice.funnel;
    if let Some(figures) = funnel.stages.iter().find(|figures| figures.stage == stage) {
        return match figure {
            "reached" => Some(&figures.reached),
            "entered" => Some(&figures.entered),
            "waiting" => Some(&figures.waiting),
            "assumed" => Some(&figures.assumed),
            _ => None,
        };
    }
    let figures = funnel.beside.iter().find(|figures| figures.stage == stage)?;
    match figure {
        "entered" => Some(&figures.entered),
        "resting" => Some(&figures.resting),
        _ => None,
    }
}

fn slice(path: &Path, slice: &FunnelSlice, charter: &Charter) -> Slice {
    let reached = |id: &str| {
        let stage = path.by_id(id)?;
        let figures = slice.funnel.stages.iter().find(|figures| figures.stage == stage)?;
        Some(figures.reached.count())
    };
    let stages = slice.funnel.stages.iter().map(|figures| {
        let stage = &path.stages()[figures.stage];
        let to = charter.stages.iter().position(|known| known.id == stage.id);
        let target = charter.funnel.iter().find(|target| Some(target.to) == to).map(|target| {
            let from = &charter.stages[target.from].id;
            let whole = reached(from).filter(|whole| *whole > 0);
            Target {
                from: from.clone(),
                rate: target.rate.get(),
                within_days: target.within.map(|within| within.0 as f64 / Seconds::DAY.0 as f64),
                actual: whole.map(|whole| figures.reached.count() as f64 / whole as f64),
            }
        });
        StageFigures {
            id: stage.id.clone(),
            name: stage.name.clone(),
            side: stage.side.word(),
            entered: figures.entered.count(),
            reached: figures.reached.count(),
            waiting: figures.waiting.count(),
            certainty: figures.certainty().word(),
            share_of_first: figures.of_first.value(),
            share_of_previous: figures.of_previous.value(),
            target,
        }
    });
    let beside = slice.funnel.beside.iter().map(|figures| {
        let stage = &path.stages()[figures.stage];
        BesideFigures {
            id: stage.id.clone(),
            name: stage.name.clone(),
            side: stage.side.word(),
            entered: figures.entered.count(),
            resting: figures.resting.count(),
        }
    });
    Slice {
        value: slice.value.clone(),
        leads: slice.funnel.leads.count(),
        stages: stages.collect(),
        beside: beside.collect(),
        velocities: slice.velocities.iter().map(|velocity| pace(path, velocity)).collect(),
    }
}

fn pace(path: &Path, velocity: &Velocity) -> Pace {
    let id = |milestone| match milestone {
        Milestone::FirstTouch => FunnelQuestion::FIRST_TOUCH.to_owned(),
        Milestone::Stage(stage) => path.stages()[stage].id.clone(),
    };
    let certainty = Certainty::of(velocity.assumed().count(), velocity.passages.len());
    Pace {
        from: id(velocity.from),
        to: id(velocity.to),
        n: velocity.passages.len(),
        calendar_days: velocity.calendar_days.map(spread),
        elapsed_days: velocity.elapsed_days.map(spread),
        waiting: velocity.waiting.count(),
        gone: velocity.gone.count(),
        skipped: velocity.skipped.count(),
        certainty: certainty.word(),
    }
}

const fn spread(summary: Summary) -> Spread {
    let Summary { median, mean, p75, p90, max, .. } = summary;
    Spread { median, mean, p75, p90, max }
}
