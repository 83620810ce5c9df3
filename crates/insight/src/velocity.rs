//! How long leads take from one milestone to another.

use crate::error::InsightError;
use crate::journey::{Journey, Moment};
use crate::leads::Leads;
use crate::path::Path;
use crate::summary::Summary;
use charter::StageKind;
use facts::{Instant, Precision, SubjectId};
use smallvec::SmallVec;
use worktime::Calendar;

/// Something that a lead comes by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Milestone {
    /// Its first marketing interaction.
    FirstTouch,
    /// Entering this stage of the path, by index.
    Stage(usize),
}

/// How long leads take from one milestone to another. It counts leads.
///
/// Every lead that came by the first milestone is in exactly one of the lists: `passages`,
/// `waiting`, `gone` or `skipped`.
#[derive(Clone, PartialEq, Debug)]
pub struct Velocity {
    /// From here.
    pub from: Milestone,
    /// To here.
    pub to: Milestone,
    /// The leads that came by both, in order of lead.
    pub passages: Vec<Passage>,
    /// The leads that came by the first, and may still come by the second.
    pub waiting: Leads,
    /// The leads that came by the first and rest now, won, nurtured or ruled out, without the second.
    pub gone: Leads,
    /// The leads that went past the second, to a later stage of the path, without entering it.
    pub skipped: Leads,
    /// Calendar days of the passages: midnights passed in the charter's zone.
    pub calendar_days: Option<Summary>,
    /// Days of 24 hours of the passages. Where an end is known to the day only, the day's start
    /// stands for it.
    pub elapsed_days: Option<Summary>,
}

/// One lead's way from one milestone to another: from the latest time at the first, to the first
/// time at the second that is not earlier than every time at the first.
///
/// Where every time at the second is earlier, the dates contradict each other: the first time of
/// each counts, as dated, and the days are negative. See [`disorders`].
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Passage {
    /// Who.
    pub lead: SubjectId,
    /// When it came by the first.
    pub started: Moment,
    /// When it came by the second.
    pub ended: Moment,
    /// Midnights passed in the charter's zone.
    pub calendar_days: i64,
    /// Days of 24 hours.
    pub elapsed_days: f64,
    /// Whether an end is known to the day only: exact in calendar days, not in elapsed days.
    pub by_day: bool,
    /// Whether an end is assumed: decided in retrospect, or undated.
    pub assumed: bool,
}

/// A lead whose later milestone is dated before the earlier one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Disorder {
    /// Who.
    pub lead: SubjectId,
    /// What should come first.
    pub earlier: Milestone,
    /// What should come later.
    pub later: Milestone,
    /// When the first came.
    pub earlier_at: Moment,
    /// When the later came, before it.
    pub later_at: Moment,
}

/// How long leads take from one milestone to another.
///
/// # Errors
/// [`InsightError::NotForward`] unless both are on the path, the earlier one first.
pub fn velocity(
    path: &Path,
    calendar: &Calendar,
    (from, to): (Milestone, Milestone),
    journeys: &[Journey],
) -> Result<Velocity, InsightError> {
    let Milestone::Stage(end) = to else { return Err(not_forward(path, from, to)) };
    if from >= to || !path.is_on_path(end) {
        return Err(not_forward(path, from, to));
    }
    let mut passages = Vec::new();
    let (mut waiting, mut gone, mut skipped) = (Vec::new(), Vec::new(), Vec::new());
    for journey in journeys.iter().filter(|journey| journey.began().is_some()) {
        let starts = times(journey, from);
        let ends = times(journey, to);
        if starts.is_empty() {
            continue;
        }
        if let Some((started, ended)) = passage(&starts, &ends) {
            passages.push(Passage::new(journey.lead, started, ended, calendar));
        } else if journey.reached(end, path).is_some() {
            skipped.push(journey.lead);
        } else if journey.now.is_some_and(|(stage, open)| open && path.is_on_path(stage)) {
            waiting.push(journey.lead);
        } else {
            gone.push(journey.lead);
        }
    }
    passages.sort_by_key(|passage| passage.lead);
    let days = passages.iter().map(|passage| passage.calendar_days as f64);
    let elapsed = passages.iter().map(|passage| passage.elapsed_days);
    Ok(Velocity {
        from,
        to,
        calendar_days: Summary::of(days.collect()),
        elapsed_days: Summary::of(elapsed.collect()),
        passages,
        waiting: waiting.into_iter().collect(),
        gone: gone.into_iter().collect(),
        skipped: skipped.into_iter().collect(),
    })
}

/// From each stage of the path to the next, then from the first touch to each won stage.
#[must_use]
pub fn velocities(path: &Path, calendar: &Calendar, journeys: &[Journey]) -> Vec<Velocity> {
    let stages = 0..path.on_path().len();
    let steps = stages.clone().skip(1).map(|to| (Milestone::Stage(to - 1), Milestone::Stage(to)));
    let won = stages.filter(|&stage| path.stages()[stage].kind == StageKind::Won);
    let to_won = won.map(|to| (Milestone::FirstTouch, Milestone::Stage(to)));
    steps.chain(to_won).filter_map(|pair| velocity(path, calendar, pair, journeys).ok()).collect()
}

/// The leads whose dates contradict each other, by the [velocities] of a path: a stage entered only
/// before the stage before it, or won before the first touch. In order of lead.
#[must_use]
pub fn disorders(velocities: &[Velocity]) -> Vec<Disorder> {
    let mut found: Vec<Disorder> = velocities
        .iter()
        .flat_map(|velocity| {
            let backwards = velocity.passages.iter().filter(|it| it.is_backwards());
            backwards.map(|passage| Disorder {
                lead: passage.lead,
                earlier: velocity.from,
                later: velocity.to,
                earlier_at: passage.started,
                later_at: passage.ended,
            })
        })
        .collect();
    found.sort_by_key(|disorder| (disorder.lead, disorder.later));
    found
}

impl Passage {
    fn new(lead: SubjectId, start: Time, end: Time, calendar: &Calendar) -> Self {
        let (started, ended) = (start.moment, end.moment);
        let coarse = |moment: Moment| moment.precision >= Precision::Day;
        Self {
            lead,
            started,
            ended,
            calendar_days: calendar.days_between(started.at, ended.at),
            elapsed_days: ended.at.micros_since(started.at) as f64 / Instant::PER_DAY as f64,
            by_day: coarse(started) || coarse(ended),
            assumed: start.assumed || end.assumed,
        }
    }

    /// Whether it ends before it starts, so that its dates contradict each other. Within one day
    /// that is known to the day only, nothing does.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        if self.by_day { self.calendar_days < 0 } else { self.elapsed_days < 0.0 }
    }
}

impl Velocity {
    /// The passages that are assumed.
    pub fn assumed(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| passage.assumed)
    }
}

#[derive(Clone, Copy)]
struct Time {
    moment: Moment,
    assumed: bool,
}

/// Mostly once or twice.
fn times(journey: &Journey, milestone: Milestone) -> SmallVec<[Time; 2]> {
    match milestone {
        Milestone::FirstTouch => journey
            .first_touch
            .map(|moment| Time { moment, assumed: moment.precision == Precision::Unknown })
            .into_iter()
            .collect(),
        Milestone::Stage(stage) => journey
            .entries_of(stage)
            .map(|entry| Time { moment: entry.moment, assumed: entry.assumed })
            .collect(),
    }
}

/// See [`Passage`]; both in order of time.
fn passage(starts: &[Time], ends: &[Time]) -> Option<(Time, Time)> {
    let (first_start, first_end) = (*starts.first()?, *ends.first()?);
    let Some(end) = ends.iter().find(|end| end.moment.at >= first_start.moment.at) else {
        return Some((first_start, first_end));
    };
    let start = starts.iter().rev().find(|start| start.moment.at <= end.moment.at)?;
    Some((*start, *end))
}

fn not_forward(path: &Path, from: Milestone, to: Milestone) -> InsightError {
    let name = |milestone| match milestone {
        Milestone::FirstTouch => "first touch".to_owned(),
        Milestone::Stage(stage) => {
            path.stages().get(stage).map_or_else(|| stage.to_string(), |stage| stage.id.clone())
        }
    };
    InsightError::NotForward { from: name(from), to: name(to) }
}
