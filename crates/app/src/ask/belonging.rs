//! Which persona, unit, motion and pipeline a lead has.

use crate::engine::Engine;
use crate::error::AppError;
use facts::{Instant, SubjectId};
use insight::Belonging;

/// What leads can be listed by besides where they are and what is known of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kin {
    /// The persona.
    Persona,
    /// The business unit.
    Unit,
    /// The motion of the current pass, or of the last one.
    Motion,
    /// The pipeline of that pass.
    Pipeline,
}

impl Kin {
    /// Its word, as figures are asked for by it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Persona => "persona",
            Self::Unit => "unit",
            Self::Motion => "motion",
            Self::Pipeline => "pipeline",
        }
    }

    pub(super) fn of(self, belonging: &Belonging) -> Option<&str> {
        match self {
            Self::Persona => belonging.persona.as_deref(),
            Self::Unit => belonging.unit.as_deref(),
            Self::Motion => belonging.motion.as_deref(),
            Self::Pipeline => belonging.pipeline.as_deref(),
        }
    }
}

impl Engine {
    /// What the charter in force makes of a lead, by what is known of it now.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn belonging(&self, lead: SubjectId, now: Instant) -> Result<Belonging, AppError> {
        let story = self.story(lead)?;
        let decisions = self.store.view().standing_decisions(lead)?;
        Ok(insight::belonging(self.reign()?, story.as_story(), &decisions, &self.vocabulary, now))
    }

    /// Every id that leads can have of a kind, by the charter in force.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn kin_ids(&self, kin: Kin, now: Instant) -> Result<Vec<String>, AppError> {
        let charter = &self.reign()?.at(now).1.charter;
        Ok(match kin {
            Kin::Persona => charter.personas.iter().map(|it| it.id.clone()).collect(),
            Kin::Unit => charter.units.iter().map(|it| it.id.clone()).collect(),
            Kin::Motion => charter.motions.iter().map(|it| it.id.clone()).collect(),
            Kin::Pipeline => charter.pipelines.iter().map(|it| it.id.clone()).collect(),
        })
    }
}
