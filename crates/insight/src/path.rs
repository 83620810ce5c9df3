//! The stages that figures are about.

use charter::{Program, Side, StageKind};
use facts::Symbol;

/// The stages of a charter: first the path in order, then those beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    stages: Vec<PathStage>,
    on_path: usize,
}

/// One stage, as far as figures need to know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathStage {
    /// Its id as a word, as decisions name it.
    pub word: Symbol,
    /// Its id, `mql`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Who is responsible while a lead is in it.
    pub side: Side,
    /// What kind of place it is.
    pub kind: StageKind,
}

impl Path {
    /// The stages of a charter.
    #[must_use]
    pub fn of(program: &Program) -> Self {
        let charter = &program.charter;
        let stages: Vec<_> = charter
            .stages
            .iter()
            .zip(&program.stages)
            .map(|(stage, compiled)| PathStage {
                word: compiled.word,
                id: stage.id.clone(),
                name: stage.name.clone(),
                side: stage.side,
                kind: stage.kind,
            })
            .collect();
        let on_path = stages.iter().take_while(|stage| stage.kind.is_on_path()).count();
        Self { stages, on_path }
    }

    /// All stages: a stage's index here is its index in [`charter::Charter::stages`].
    #[must_use]
    pub fn stages(&self) -> &[PathStage] {
        &self.stages
    }

    /// The stages of the path, in order.
    #[must_use]
    pub fn on_path(&self) -> &[PathStage] {
        &self.stages[..self.on_path]
    }

    /// The stages beside the path.
    #[must_use]
    pub fn beside(&self) -> &[PathStage] {
        &self.stages[self.on_path..]
    }

    /// The stage that a word names.
    #[must_use]
    pub fn by_word(&self, word: Symbol) -> Option<usize> {
        self.stages.iter().position(|stage| stage.word == word)
    }

    /// The stage of an id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.stages.iter().position(|stage| stage.id == id)
    }

    /// Whether a stage lies on the path.
    #[must_use]
    pub fn is_on_path(&self, stage: usize) -> bool {
        stage < self.on_path
    }
}
