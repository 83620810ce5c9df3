//! Whether a ledger is sound and up to date.

use crate::engine::Engine;
use crate::error::AppError;
use crate::rebuild::RebuildReport;
use facts::{Instant, SubjectId};
use lifecycle::VersionNumber;
use store::{LeadQuery, StoreError};

/// What was found of a ledger. Nothing is written to find it.
#[derive(Clone, PartialEq, Debug)]
pub struct Examination {
    /// What is damaged in the file, in the database's own words; empty for a sound file.
    pub damages: Vec<String>,
    /// Whether the file can be written now: the error says why not.
    pub writing: Result<(), String>,
    /// How much there is.
    pub counts: store::LedgerCounts,
    /// The version of the charter in force, with whether it is a trial; `None` before the first.
    pub charter: Option<(VersionNumber, bool)>,
    /// When the last fact was recorded; `None` for an empty ledger.
    pub recorded_last: Option<Instant>,
    /// Until when leads were settled; `None` when none ever was.
    pub settled_until: Option<Instant>,
    /// How many leads changed since they were settled.
    pub unsettled: u64,
    /// How many leads time alone may have moved by now, and since when the first of them waits.
    pub overdue: (u64, Option<Instant>),
    /// Open leads with nothing due, of which there should be none: the first few.
    pub without_due: Vec<SubjectId>,
    /// What folding a sample of leads anew found; `None` before the first charter.
    pub sample: Option<RebuildReport>,
}

impl Engine {
    /// The most leads with nothing due that are named.
    const WITHOUT_DUE_MOST: u32 = 10;

    /// Examines the ledger: its file, who waits in it, and whether what is recorded of at most so
    /// many leads is what the facts say. Leads that wait to be settled are not among the sample.
    ///
    /// # Errors
    /// When the file cannot be read. What is damaged within it is no error, but a finding.
    pub fn examine(&mut self, sample_most: usize, now: Instant) -> Result<Examination, AppError> {
        let damages = self.store().damages()?;
        let writing = self.store_mut().begin().map(drop).map_err(|error| match error {
            StoreError::Sqlite(reason) => reason.to_string(),
            error => error.to_string(),
        });
        let view = self.store().view();
        let tail = view.tail()?;
        let waking = view.leads_to_wake(now, u32::MAX)?.len() as u64;
        let first = Some(view.next_wake()?).filter(|_| waking > 0);
        let nothing_due = LeadQuery {
            open_only: true,
            after: Some((Some(Instant(Instant::NEVER.0 - 1)), SubjectId(0))),
            limit: Self::WITHOUT_DUE_MOST,
            ..LeadQuery::default()
        };
        let without_due = view.leads(&nothing_due)?.into_iter().map(|(lead, _)| lead).collect();
        let charter = self.reign.as_ref().map(|reign| {
            let (number, _) = reign.at(now);
            (number, self.versions().any(|signed| signed.number == number && signed.trial))
        });
        let found = Examination {
            damages,
            writing,
            counts: view.counts()?,
            charter,
            recorded_last: view.recorded_at(tail)?,
            settled_until: view.settled_until()?,
            unsettled: view.unsettled_count()?,
            overdue: (waking, first),
            without_due,
            sample: None,
        };
        let sample = charter.is_some().then(|| self.check_sample(sample_most, now)).transpose()?;
        Ok(Examination { sample, ..found })
    }
}
