//! How soon sales answers hand-offs, and how often it tries before its verdict.

use super::standpoint::Standpoint;
use crate::error::AppError;
use facts::{Instant, Kind, Precision, SubjectId};
use insight::Verdict;
use lifecycle::What;
use timeline::{Row, Story};

/// How sales works what it was handed in a period.
#[derive(Default)]
pub(super) struct Responses {
    /// Each hand-off of the period, with the working hours until a person first tried to reach the
    /// lead; `None` while nobody has. Answers of which only the day is known are left out.
    pub(super) answered: Vec<(SubjectId, Instant, Option<f64>)>,
    /// Each verdict of the period that followed a hand-off, with how often a person had tried to
    /// reach the lead since.
    pub(super) outreach: Vec<(SubjectId, Instant, usize)>,
}

impl Standpoint<'_> {
    pub(super) fn responses(&self, period: (Instant, Instant)) -> Result<Responses, AppError> {
        let mut found = Responses::default();
        self.each_lead(|story, _, decisions| {
            let handed = decisions.iter().filter(|it| it.key.what == What::HandoffWanted);
            let handed: Vec<Instant> = handed.map(|decision| decision.at).collect();
            self.respond(story, &handed, period, &mut found)
        })?;
        Ok(found)
    }

    fn respond(
        &self,
        story: Story<'_>,
        handed: &[Instant],
        (from, until): (Instant, Instant),
        found: &mut Responses,
    ) -> Result<(), AppError> {
        let words = self.engine.vocabulary();
        let rows = || story.rows.iter().filter(|row| row.at <= self.now);
        let is_outreach = |row: &&Row| {
            let is_activity = matches!(words.name(row.code), Some((Kind::Activity, _)));
            is_activity && row.flags.is_human()
        };
        for (place, &at) in handed.iter().enumerate().filter(|(_, at)| from <= **at && **at < until)
        {
            let next = handed.get(place + 1).copied().unwrap_or(Instant::NEVER);
            let after = |row: &&Row| at <= row.at && row.at < next;
            let first = rows().filter(is_outreach).find(after);
            let hours = match first {
                None => None,
                Some(row) if row.flags.precision() >= Precision::Day => continue,
                Some(row) => {
                    let micros = self.reign()?.at(at).1.calendar.elapsed(at, row.at);
                    Some(micros as f64 / (3_600 * Instant::PER_SECOND) as f64)
                }
            };
            found.answered.push((story.lead, at, hours));
        }
        let is_verdict = |row: &&Row| match words.name(row.code) {
            Some((Kind::Verdict, name)) => Verdict::of_word(name).is_some(),
            _ => false,
        };
        for said in rows().filter(is_verdict).filter(|row| from <= row.at && row.at < until) {
            if let Some(&at) = handed.iter().rfind(|at| **at <= said.at) {
                let between = |row: &&Row| at <= row.at && row.at <= said.at;
                let times = rows().filter(is_outreach).filter(between).count();
                found.outreach.push((story.lead, said.at, times));
            }
        }
        Ok(())
    }
}
