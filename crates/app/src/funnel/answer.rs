//! The funnel, whole and in slices.

use super::histories::Journeys;
use super::{AsOf, FunnelQuestion};
use crate::Engine;
use crate::error::AppError;
use facts::Instant;
use insight::{
    Cohort, Disorder, Funnel, Journey, Milestone, Path, Velocity, by_slice, disorders, funnel,
    velocities, velocity,
};
use worktime::Calendar;

/// The funnel, whole and in slices.
#[derive(Clone, PartialEq, Debug)]
pub struct FunnelAnswer {
    /// The stages that it speaks of: those of the charter in force.
    pub path: Path,
    /// As of when.
    pub as_of: AsOf,
    /// All leads.
    pub whole: FunnelSlice,
    /// The leads by what was asked for: the most first, then by value. By motion and by pipeline a
    /// lead is in each that its passes had, with those passes alone.
    pub slices: Vec<FunnelSlice>,
    /// Leads whose dates contradict each other.
    pub disorders: Vec<Disorder>,
}

/// The funnel of some leads.
#[derive(Clone, PartialEq, Debug)]
pub struct FunnelSlice {
    /// The value of the trait, or the id of the persona, unit, motion or pipeline; `None` for all
    /// leads, or for those of whom it is not known or that belong to none.
    pub value: Option<String>,
    /// How many came how far.
    pub funnel: Funnel,
    /// From each stage to the next, and from the first touch to each won stage.
    pub velocities: Vec<Velocity>,
    /// The time that was asked for.
    pub between: Option<Velocity>,
}

impl Engine {
    /// How many leads came how far, and how long they took.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the question names a stage or a trait
    /// that is not known, or two stages in the wrong order.
    pub fn funnel(
        &self,
        question: &FunnelQuestion,
        now: Instant,
    ) -> Result<FunnelAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let calendar = &self.reign()?.at(now).1.calendar;
        answer(question, calendar, as_of, self.journeys(question.by.as_deref(), now)?)
    }

    /// The funnel as it was known at an instant: from the facts recorded, the versions adopted and
    /// the holidays known by then.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] when none had been adopted by then, and as [`Engine::funnel`].
    pub fn funnel_as_known(
        &mut self,
        question: &FunnelQuestion,
        at: Instant,
    ) -> Result<FunnelAnswer, AppError> {
        let position = self.store().view().position_at(at)?;
        let reign = self.reign_as_known(position, at)?;
        let (number, program) = reign.at(at);
        let as_of = AsOf {
            settled_until: Some(at),
            waiting: 0,
            adopted_at: reign.adopted_at(),
            trial: self.versions().any(|signed| signed.number == number && signed.trial),
        };
        let journeys = self.journeys_as_known(&reign, question.by.as_deref(), at)?;
        answer(question, &program.calendar, as_of, journeys)
    }
}

/// Counts journeys as the question asks.
fn answer(
    question: &FunnelQuestion,
    calendar: &Calendar,
    as_of: AsOf,
    Journeys { path, journeys, parts, labels }: Journeys,
) -> Result<FunnelAnswer, AppError> {
    let cohort = Cohort {
        from: question.from.unwrap_or(Cohort::ALL.from),
        until: question.until.unwrap_or(Cohort::ALL.until),
    };
    let journeys: Vec<_> = journeys.into_iter().filter(|it| cohort.includes(it)).collect();
    let between = question.between.as_ref().map(|names| milestones(&path, names)).transpose()?;
    let count = |value: Option<&str>, journeys: &[Journey]| {
        slice(&path, calendar, between, value, journeys)
    };
    let whole = count(None, &journeys)?;
    let disorders = disorders(&whole.velocities);
    let mut slices = Vec::new();
    if question.by.is_some() {
        let parts = parts.map(|parts| parts.into_iter().filter(|it| cohort.includes(it)).collect());
        for (number, journeys) in by_slice(parts.unwrap_or(journeys)) {
            slices.push(count(labels.text(number), &journeys)?);
        }
        slices.sort_by(|one, other| {
            let size = |slice: &FunnelSlice| slice.funnel.leads.count();
            size(other).cmp(&size(one)).then_with(|| one.value.cmp(&other.value))
        });
    }
    Ok(FunnelAnswer { path, as_of, whole, slices, disorders })
}

fn slice(
    path: &Path,
    calendar: &Calendar,
    between: Option<(Milestone, Milestone)>,
    value: Option<&str>,
    journeys: &[Journey],
) -> Result<FunnelSlice, AppError> {
    Ok(FunnelSlice {
        value: value.map(ToOwned::to_owned),
        funnel: funnel(path, journeys),
        velocities: velocities(path, calendar, journeys),
        between: between.map(|pair| velocity(path, calendar, pair, journeys)).transpose()?,
    })
}

fn milestones(
    path: &Path,
    (from, to): &(String, String),
) -> Result<(Milestone, Milestone), AppError> {
    let find = |name: &str| match name {
        FunnelQuestion::FIRST_TOUCH => Ok(Milestone::FirstTouch),
        name => path
            .by_id(name)
            .filter(|&stage| path.is_on_path(stage))
            .map(Milestone::Stage)
            .ok_or_else(|| AppError::UnknownName { what: "stage", name: name.to_owned() }),
    };
    Ok((find(from)?, find(to)?))
}
