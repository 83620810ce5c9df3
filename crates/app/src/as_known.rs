//! What was known then.

use crate::engine::{Engine, compile};
use crate::error::AppError;
use crate::folding::{Cases, Folding, Outcome};
use facts::{Instant, Position, SubjectId};
use lifecycle::{Decision, Reign};
use store::{Projection, WholeLedger};

/// Where a lead rested and what had been decided about it, as it was known then.
#[derive(Clone, PartialEq, Debug)]
pub struct LeadAsKnown {
    /// The lead.
    pub lead: SubjectId,
    /// The decisions that stood, in the order of deciding.
    pub decisions: Vec<Decision>,
    /// Where it rested; `None` for one that had no story.
    pub projection: Option<Projection>,
}

impl Engine {
    /// Folds the facts recorded up to a position, under the versions adopted and the holidays
    /// known by it and by `at`, until `at`: every lead that had a story then, in the order of ids.
    ///
    /// For a moment of the past, take [`store::View::position_at`] of it as the position.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] when none had been adopted.
    pub fn as_known(
        &mut self,
        position: Position,
        at: Instant,
    ) -> Result<Vec<LeadAsKnown>, AppError> {
        let reign = self.reign_as_known(position, at)?;
        let whole = self.store.view().whole_ledger()?;
        self.leads_as_known(&reign, &whole, position, at)
    }

    /// Every lead that had a story then, under the versions that were known.
    pub(crate) fn leads_as_known(
        &self,
        reign: &Reign,
        whole: &WholeLedger,
        position: Position,
        at: Instant,
    ) -> Result<Vec<LeadAsKnown>, AppError> {
        let folding = self.folding_as_known(reign, position, at);
        let mut leads = self.store.view().persons()?;
        leads.sort_unstable();
        let mut known = Vec::new();
        for batch in leads.chunks(20_000) {
            let mut cases = Cases::default();
            for lead in batch {
                cases.add(*lead, Vec::new(), |facts| {
                    whole.facts_of_lead(*lead, facts);
                    Ok(())
                })?;
            }
            let outcomes = folding.all(&cases).into_iter();
            known.extend(outcomes.filter(|o| o.projection.is_some()).map(LeadAsKnown::from));
        }
        Ok(known)
    }

    /// One lead as it was known at a position and an instant, see [`Engine::as_known`].
    ///
    /// # Errors
    /// [`AppError::NoCharter`] when none had been adopted.
    pub fn lead_as_known(
        &mut self,
        lead: SubjectId,
        position: Position,
        at: Instant,
    ) -> Result<LeadAsKnown, AppError> {
        let reign = self.reign_as_known(position, at)?;
        let mut cases = Cases::default();
        cases.add(lead, Vec::new(), |facts| Ok(self.store.view().facts_of_lead(lead, facts)?))?;
        let mut outcomes = self.folding_as_known(&reign, position, at).all(&cases);
        Ok(outcomes.remove(0).into())
    }

    /// The versions that had been adopted, compiled with the holidays that were known.
    pub(crate) fn reign_as_known(
        &mut self,
        position: Position,
        at: Instant,
    ) -> Result<Reign, AppError> {
        let holidays = self.holidays(position, at)?;
        let known = self.versions.iter().take_while(|version| {
            version.signed.known_position <= position && version.signed.recorded_at <= at
        });
        let known: Vec<_> = known.collect();
        if known.is_empty() {
            return Err(AppError::NoCharter);
        }
        compile(&known, &holidays, &mut self.vocabulary)
    }

    fn folding_as_known<'a>(
        &'a self,
        reign: &'a Reign,
        known_position: Position,
        until: Instant,
    ) -> Folding<'a> {
        let threads = self.threads;
        Folding {
            reign,
            versions: &[],
            vocabulary: &self.vocabulary,
            until,
            known_position,
            threads,
        }
    }
}

impl From<Outcome> for LeadAsKnown {
    fn from(Outcome { lead, decisions, projection, .. }: Outcome) -> Self {
        Self { lead, decisions, projection }
    }
}
