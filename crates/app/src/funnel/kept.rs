//! Promises kept and broken.

use super::AsOf;
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use facts::{Instant, SubjectId};
use insight::{PromiseClock, PromiseFigures, SideFigures, clocks_of, pledges, promises, sides};

/// Promises kept and broken.
#[derive(Clone, PartialEq, Debug)]
pub struct PromisesAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// Each promise: those in force first, in the charter's order.
    pub promises: Vec<PromiseFigures>,
    /// Each side: marketing, then sales.
    pub sides: [SideFigures; 2],
    /// Each promise as it would have been kept before the first charter was adopted, or from facts
    /// without a date: assumed, since nobody had promised anything. Not among `promises`.
    pub assumed: Vec<PromiseFigures>,
    /// Each side, of `assumed`.
    pub assumed_sides: [SideFigures; 2],
}

impl Engine {
    /// The promises that ran on a lead, in order of their start, as they stand now.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn promises_to(
        &self,
        lead: SubjectId,
        now: Instant,
    ) -> Result<Vec<PromiseClock>, AppError> {
        let decisions = self.store().view().standing_decisions(lead)?;
        let clocks = clocks_of(self.reign()?, lead, &decisions);
        Ok(clocks.into_iter().map(|clock| clock.as_of(now)).collect())
    }

    /// What became of each promise.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn promises(&self, now: Instant) -> Result<PromisesAnswer, AppError> {
        self.standpoint(now)?.promises()
    }
}

impl Standpoint<'_> {
    /// What became of each promise, as it is known from here.
    pub(super) fn promises(&self) -> Result<PromisesAnswer, AppError> {
        let pledges = pledges(self.reign()?, self.now);
        let clocks = self.clocks()?.into_iter();
        let (assumed, exact): (Vec<_>, Vec<_>) = clocks.partition(|clock| clock.assumed);
        let (promises, assumed) = (promises(&pledges, &exact), promises(&pledges, &assumed));
        Ok(PromisesAnswer {
            as_of: self.as_of,
            sides: sides(&promises),
            assumed_sides: sides(&assumed),
            promises,
            assumed,
        })
    }
}
