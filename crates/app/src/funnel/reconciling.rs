//! Why two figures that count leads differ, lead by lead.

use super::histories::Journeys;
use super::mirror::stages;
use super::since::{DifferenceCause, Knowing};
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use crate::tell::Clockwork;
use facts::{Instant, SubjectId};
use insight::{Counted, Journey, Measure, Measured, Path, Reconciled};
use std::collections::BTreeSet;
use std::str::FromStr;

/// A figure as somebody reports it: how many leads came to a stage, in a period.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FigureTerms {
    /// The id of the stage that leads reached, it or a later one; the one at which they are handed
    /// over when not said.
    pub stage: Option<String>,
    /// By which date a lead is in the period.
    pub anchor: Anchor,
    /// From then on: a date in `zone`, or a time.
    pub from: Option<String>,
    /// Before then.
    pub until: Option<String>,
    /// The zone of dates, as the tz database names it; the charter's when not said.
    pub zone: Option<String>,
    /// As known at this instant; now when not said.
    pub as_known: Option<Instant>,
    /// Under this version of the charter, as if it had always decided; else those known.
    pub version: Option<u16>,
    /// Only leads of which this has this value, as metrics have it.
    pub only: Option<(String, String)>,
}

/// Sets a term to that of the other figure.
type Change = fn(&mut FigureTerms, &FigureTerms);

/// By which date a lead is in a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Anchor {
    /// When it first reached the stage.
    #[default]
    Reached,
    /// When it began: its first entry into any stage.
    Began,
    /// Its first marketing interaction.
    FirstTouch,
}

/// Why two figures differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReconciledFigures {
    /// The leads of both, and those of each cause. Causes for which the terms are the same are
    /// left out.
    pub leads: Reconciled<SubjectId, DifferenceCause>,
}

impl Anchor {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reached, Self::Began, Self::FirstTouch];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Began => "began",
            Self::FirstTouch => "first_touch",
        }
    }

    fn of(self, journey: &Journey, stage: usize, path: &Path) -> Option<Instant> {
        let reached = journey.reached(stage, path)?.moment.at;
        match self {
            Self::Reached => Some(reached),
            Self::Began => journey.began().map(|moment| moment.at),
            Self::FirstTouch => journey.first_touch.map(|moment| moment.at),
        }
    }
}

impl FromStr for Anchor {
    type Err = AppError;

    fn from_str(word: &str) -> Result<Self, AppError> {
        let unknown = || AppError::UnknownName { what: "date anchor", name: word.to_owned() };
        Self::ALL.into_iter().find(|anchor| anchor.word() == word).ok_or_else(unknown)
    }
}

impl Engine {
    /// Why a figure differs from another, lead by lead: the terms of the first are changed to those
    /// of the other one after the other (what is known: merges, what was recorded, time; the
    /// charter; the date anchor; the zone; the period; the stage; the filter), and each lead that
    /// only one of them counts has the cause after which it stayed so
    /// ([`insight::Reconciled::of`]).
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, when terms name what is not known, and for times
    /// that cannot be read.
    pub fn reconcile(
        &mut self,
        first: &FigureTerms,
        other: &FigureTerms,
        now: Instant,
    ) -> Result<ReconciledFigures, AppError> {
        let knowing = (self.knowing_of(first, now)?, self.knowing_of(other, now)?);
        let knows = self.steps_between(
            knowing,
            |lead: &SubjectId| *lead,
            |from| Ok(vec![from.counted_by(first)?]),
        )?;
        let sets = |mut sets: Vec<BTreeSet<SubjectId>>| sets.swap_remove(0);
        let mut steps: Vec<_> =
            knows.steps.into_iter().map(|(cause, counted)| (cause, sets(counted))).collect();
        let mut terms = first.clone();
        let changes: [(DifferenceCause, Change); 5] = [
            (DifferenceCause::Anchor, |terms, other| terms.anchor = other.anchor),
            (DifferenceCause::Zone, |terms, other| terms.zone.clone_from(&other.zone)),
            (DifferenceCause::Period, |terms, other| {
                terms.from.clone_from(&other.from);
                terms.until.clone_from(&other.until);
            }),
            (DifferenceCause::Stage, |terms, other| terms.stage.clone_from(&other.stage)),
            (DifferenceCause::Filter, |terms, other| terms.only.clone_from(&other.only)),
        ];
        let reign = self.reign_of(knowing.1)?;
        let then = self.then_under(knowing.1, reign)?;
        let standpoint = self.standpoint_from(Some(then), knowing.1.at)?;
        for (cause, change) in changes {
            let before = terms.clone();
            change(&mut terms, other);
            if terms != before {
                steps.push((cause, standpoint.counted_by(&terms)?));
            }
        }
        Ok(ReconciledFigures { leads: Reconciled::of(sets(knows.begun), steps) })
    }

    fn knowing_of(&self, terms: &FigureTerms, now: Instant) -> Result<Knowing, AppError> {
        let known = match terms.as_known {
            Some(at) if at < now => self.knowing_at(at)?,
            _ => self.knowing(now)?,
        };
        Ok(Knowing { version: terms.version, ..known })
    }
}

impl Standpoint<'_> {
    /// The leads that a figure counts.
    fn counted_by(&self, terms: &FigureTerms) -> Result<BTreeSet<SubjectId>, AppError> {
        let Journeys { path, journeys, .. } = self.journeys(None)?;
        let charter = &self.program()?.charter;
        let stage = match &terms.stage {
            None => stages(charter, &path)[0],
            Some(id) => path
                .by_id(id)
                .filter(|stage| path.is_on_path(*stage))
                .ok_or_else(|| AppError::UnknownName { what: "stage", name: id.clone() })?,
        };
        let zone = terms.zone.as_deref().unwrap_or(&charter.timezone);
        if !Clockwork::has_zone(zone) {
            return Err(AppError::UnknownName { what: "time zone", name: zone.to_owned() });
        }
        let clock = Clockwork::new(zone);
        let read = |text: &Option<String>| {
            text.as_deref().map(|text| clock.read(text)).transpose().map_err(AppError::BadTime)
        };
        let (from, until) = (read(&terms.from)?, read(&terms.until)?);
        let counted = journeys.iter().filter_map(|journey| {
            let at = terms.anchor.of(journey, stage, &path)?;
            let within = from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until);
            within.then(|| Counted::new(journey.lead, at))
        });
        let mut measured =
            [Measured::new("leads_qualified", Measure::Count, counted.collect::<Vec<_>>())];
        if let Some(only) = &terms.only {
            self.retain_only(&mut measured, only)?;
        }
        let [measured] = measured;
        Ok(measured.counted.into_iter().map(|counted| counted.subject).collect())
    }
}
