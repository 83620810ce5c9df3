//! Promises kept and broken.

use super::AsOf;
use crate::Engine;
use crate::error::AppError;
use facts::Instant;
use insight::{PromiseFigures, SideFigures, pledges, promises, sides};

/// Promises kept and broken.
#[derive(Clone, PartialEq, Debug)]
pub struct PromisesAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// Each promise: those in force first, in the charter's order.
    pub promises: Vec<PromiseFigures>,
    /// Each side: marketing, then sales.
    pub sides: [SideFigures; 2],
}

impl Engine {
    /// What became of each promise.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn promises(&self, now: Instant) -> Result<PromisesAnswer, AppError> {
        let promises = promises(&pledges(self.reign()?), &self.clocks()?);
        let sides = sides(&promises);
        Ok(PromisesAnswer { as_of: self.as_of(now)?, promises, sides })
    }
}
