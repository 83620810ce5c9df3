//! How well both sides are aligned, now and month by month.

use super::{AsOf, GoalStanding, MirrorQuestion};
use crate::Engine;
use crate::error::AppError;
use crate::tell::Clockwork;
use charter::{Charter, Cycle, Kpi};
use facts::{Instant, SubjectId};
use insight::{AlignmentKind, AlignmentPart, MetricValue, alignment_index};

/// How well both sides are aligned.
#[derive(Clone, PartialEq, Debug)]
pub struct AlignmentAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// The last ninety days.
    pub now: AlignmentPeriod,
    /// The trait of the mirror, the one in which those won have least in common with those sent.
    pub mirror_by: Option<String>,
    /// The months before this one and this one, the oldest first.
    pub months: Vec<AlignmentPeriod>,
}

/// How well both sides were aligned in a period.
#[derive(Clone, PartialEq, Debug)]
pub struct AlignmentPeriod {
    /// From its first instant.
    pub from: Instant,
    /// Until before its last.
    pub until: Instant,
    /// The parts, in the order of [`AlignmentKind::ALL`].
    pub parts: Vec<AlignmentPart>,
    /// Their mean, each with the same weight; `None` where there are fewer than two.
    pub index: Option<f64>,
}

impl AlignmentAnswer {
    /// How many days the index speaks of.
    pub const DAYS: i64 = 90;
    /// How many months its trend has.
    pub const MONTHS: usize = 6;

    /// The leads behind a part of the last ninety days: what is counted, or `of` what.
    #[must_use]
    pub fn behind(&self, figure: &str) -> Option<&[SubjectId]> {
        let (word, is_whole) = match figure.strip_suffix(":of") {
            Some(word) => (word, true),
            None => (figure, false),
        };
        let part = self.now.parts.iter().find(|part| part.kind.word() == word)?;
        let shown = part.value.is_some() && !part.of.is_empty();
        shown.then_some(if is_whole { &part.of } else { &part.part })
    }
}

impl Engine {
    /// How well both sides are aligned: what sales accepts, which promises each side keeps, how like
    /// those won are to those sent, and what was won of what was aimed at.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn alignment(&self, now: Instant) -> Result<AlignmentAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let charter = &self.reign()?.at(now).1.charter;
        let from = Instant(now.0.saturating_sub(AlignmentAnswer::DAYS * Instant::PER_DAY));
        let (mirror, mirror_by) = self.in_common(now)?;
        let mut parts = self.parts_of((from, now), now)?;
        parts.push(mirror);
        parts.push(AlignmentPart::of(AlignmentKind::Attainment, self.attainment(now)?));
        // Kept for answers that nobody is asked for yet.
        parts.push(AlignmentPart::of(AlignmentKind::BlindAgreement, None));
        let mut months = Vec::new();
        for (from, until) in months_until(charter, now) {
            let parts = self.parts_of((from, until), now)?;
            let index = alignment_index(&parts);
            months.push(AlignmentPeriod { from, until, parts, index });
        }
        let index = alignment_index(&parts);
        let now = AlignmentPeriod { from, until: now, parts, index };
        Ok(AlignmentAnswer { as_of, now, mirror_by, months })
    }

    /// The parts that every period has.
    fn parts_of(
        &self,
        period: (Instant, Instant),
        now: Instant,
    ) -> Result<Vec<AlignmentPart>, AppError> {
        let values = self.metrics(period, now)?.values;
        let part = |kind: AlignmentKind, id: &str| {
            let found = values.iter().find(|value: &&MetricValue| value.metric.id == id);
            let (part, of) = found.map_or((Vec::new(), Vec::new()), |value| {
                (value.behind.clone(), value.of.clone().unwrap_or_default())
            });
            AlignmentPart::share(kind, part, of)
        };
        Ok(vec![
            part(AlignmentKind::Acceptance, "acceptance_rate"),
            part(AlignmentKind::KeptByMarketing, "promises_kept_marketing"),
            part(AlignmentKind::KeptBySales, "promises_kept_sales"),
        ])
    }

    /// How like those won are to those sent, of all leads, by the trait in which they are least.
    fn in_common(&self, now: Instant) -> Result<(AlignmentPart, Option<String>), AppError> {
        let answer = self.mirror(&MirrorQuestion::default(), now)?;
        let common = answer
            .dimensions
            .iter()
            .filter_map(|dimension| Some((dimension.mirror.in_common()?, dimension.name.clone())));
        let least = common.min_by(|one, other| one.0.total_cmp(&other.0));
        let (value, by) = least.map_or((None, None), |(value, by)| (Some(value), Some(by)));
        Ok((AlignmentPart::of(AlignmentKind::Mirror, value), by))
    }

    /// What was won of what the goals of won amounts that run ask for by now: their targets, by how
    /// much of their periods is over. `None` where no goal runs.
    fn attainment(&self, now: Instant) -> Result<Option<f64>, AppError> {
        let goals = self.goals(now)?.goals;
        let runs = |goal: &&GoalStanding| {
            let (from, until) = goal.period;
            goal.goal.kpi == Kpi::WonAmount && from < now && now < until
        };
        let (mut won, mut wanted) = (0.0, 0.0);
        for goal in goals.iter().filter(runs) {
            won += goal.figure.value.unwrap_or(0.0);
            wanted += goal.goal.target * goal.elapsed;
        }
        Ok((wanted > 0.0).then(|| (won / wanted).min(1.0)))
    }
}

/// The months until this one, the oldest first; this one ends now.
fn months_until(charter: &Charter, now: Instant) -> Vec<(Instant, Instant)> {
    let clock = Clockwork::new(&charter.timezone);
    let mut months = Vec::new();
    let (mut day, mut until) = (clock.day(now), now);
    for _ in 0..AlignmentAnswer::MONTHS {
        let Some(start) = Cycle::Month.containing(day).and_then(charter::Period::start) else {
            break;
        };
        let Ok(from) = clock.read(&start.to_string()) else { break };
        if from < until {
            months.push((from, until));
        }
        let Ok(before) = start.yesterday() else { break };
        (day, until) = (before, from);
    }
    months.reverse();
    months
}
