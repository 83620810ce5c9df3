//! How much there is.

use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::LedgerCounts;

/// How much there is, and where the leads are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counts {
    /// Subjects, facts, decisions, leads.
    pub ledger: LedgerCounts,
    /// How many leads are in each stage: those of the version in force in its order, then others;
    /// the empty stage stands for leads before their first pass.
    pub stages: Vec<StageLine>,
    /// How many versions of the charter were adopted.
    pub versions: usize,
    /// The next instant at which time alone may decide anything; `None` when it never does.
    pub next_wake: Option<Instant>,
}

/// How many leads are in a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageLine {
    /// The id of the stage; empty before the first pass.
    pub stage: String,
    /// All of them.
    pub leads: u64,
    /// Those with a broken promise that is not answered yet.
    pub broken: u64,
}

impl Engine {
    /// How much there is.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn counts(&self, now: Instant) -> Result<Counts, AppError> {
        let view = self.store.view();
        let mut stages: Vec<_> = view
            .stage_counts()?
            .into_iter()
            .map(|count| StageLine {
                stage: self.vocabulary.word(count.stage).to_owned(),
                leads: count.leads,
                broken: count.broken,
            })
            .collect();
        if let Some(reign) = &self.reign {
            let charter = &reign.at(now).1.charter;
            let place = |id: &str| charter.stages.iter().position(|stage| stage.id == id);
            stages.sort_by_key(|line| place(&line.stage).unwrap_or(usize::MAX));
        }
        let wake = view.next_wake()?;
        Ok(Counts {
            ledger: view.counts()?,
            stages,
            versions: self.versions.len(),
            next_wake: (wake != Instant::NEVER).then_some(wake),
        })
    }
}
