//! Where a lead's scores come from.

use crate::Engine;
use crate::error::AppError;
use facts::{Instant, SubjectId};
use insight::{EngagementLine, FitLine};

/// Where a lead's scores come from, clause by clause of the charter in force.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scores {
    /// What each fit clause gives.
    pub fit: Vec<FitLine>,
    /// What each engagement clause gave in the current pass.
    pub engagement: Vec<EngagementLine>,
}

impl Engine {
    /// Where a lead's scores come from.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn scores(&self, lead: SubjectId, now: Instant) -> Result<Scores, AppError> {
        let program = self.reign()?.at(now).1;
        let story = self.story(lead)?;
        let decisions = self.store().view().standing_decisions(lead)?;
        let (story, words) = (story.as_story(), self.vocabulary());
        let from = insight::pass_start(story, &decisions);
        Ok(Scores {
            fit: insight::fit(&program.charter, story, words, now),
            engagement: insight::engagement(program, story, words, from, now),
        })
    }
}
