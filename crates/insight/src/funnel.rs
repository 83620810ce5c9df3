//! How many leads came how far.

use crate::journey::Journey;
use crate::leads::{Certainty, Leads};
use crate::path::Path;
use crate::share::Share;

/// How many leads came how far. It counts leads, not passes: a lead that came twice counts once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Funnel {
    /// The leads that it is about: all that ever entered a stage.
    pub leads: Leads,
    /// The stages of the path, in order.
    pub stages: Vec<StageFigures>,
    /// The stages beside the path.
    pub beside: Vec<BesideFigures>,
}

/// The figures of one stage of the path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageFigures {
    /// The stage, by index in the path.
    pub stage: usize,
    /// The leads that ever **entered** the stage itself.
    pub entered: Leads,
    /// The leads that ever **reached** the stage: that entered it or any later stage of the path.
    /// Who is won without ever having been accepted has reached `accepted` and not entered it.
    /// From stage to stage this never increases, and shares are shares of it.
    pub reached: Leads,
    /// Of those reached, the ones of whom it is assumed: decided in retrospect, or undated.
    pub assumed: Leads,
    /// The leads that are in the stage now and wait for somebody.
    pub waiting: Leads,
    /// Reached, of those that reached the first stage of the path.
    pub of_first: Share,
    /// Reached, of those that reached the stage before; of the first stage, of itself.
    pub of_previous: Share,
}

/// The figures of one stage beside the path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BesideFigures {
    /// The stage, by index in the path.
    pub stage: usize,
    /// The leads that ever entered it.
    pub entered: Leads,
    /// The leads that are in it now, waiting or not.
    pub resting: Leads,
}

impl StageFigures {
    /// How certain the number of those reached is.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.assumed.count(), self.reached.count())
    }
}

/// Counts leads by how far they came. Leads that never entered a stage are left out.
#[must_use]
pub fn funnel(path: &Path, journeys: &[Journey]) -> Funnel {
    let began = || journeys.iter().filter(|journey| journey.began().is_some());
    let mut stages: Vec<StageFigures> = Vec::new();
    for stage in 0..path.on_path().len() {
        let reached: Leads = began()
            .filter(|journey| journey.reached(stage, path).is_some())
            .map(|journey| journey.lead)
            .collect();
        let assumed = began()
            .filter(|journey| journey.reached(stage, path).is_some_and(|entry| entry.assumed));
        let entered = began().filter(|journey| journey.entered(stage));
        let waiting = began().filter(|journey| journey.now == Some((stage, true)));
        let part = reached.count();
        let first = stages.first().map_or(part, |first| first.reached.count());
        let previous = stages.last().map_or(part, |previous| previous.reached.count());
        stages.push(StageFigures {
            stage,
            entered: entered.map(|journey| journey.lead).collect(),
            assumed: assumed.map(|journey| journey.lead).collect(),
            waiting: waiting.map(|journey| journey.lead).collect(),
            reached,
            of_first: Share { part, whole: first },
            of_previous: Share { part, whole: previous },
        });
    }
    let beside = (path.on_path().len()..path.stages().len()).map(|stage| BesideFigures {
        stage,
        entered: began().filter(|it| it.entered(stage)).map(|it| it.lead).collect(),
        resting: began()
            .filter(|it| it.now.is_some_and(|(now, _)| now == stage))
            .map(|it| it.lead)
            .collect(),
    });
    Funnel { leads: began().map(|it| it.lead).collect(), stages, beside: beside.collect() }
}
