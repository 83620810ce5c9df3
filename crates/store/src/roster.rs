//! Settings as they were applied: who can be given leads.

use crate::columns::of_position;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Position};

/// Settings as they were applied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AppliedSettings {
    /// The settings file, to the letter.
    pub text: String,
    /// From when they hold, until later ones do.
    pub in_force_from: Instant,
    /// The last fact that was known when they were applied.
    pub known_position: Position,
    /// When they were applied.
    pub recorded_at: Instant,
    /// Who applied them.
    pub who: String,
}

const ALL: &str = "
    SELECT text, in_force_from, known_position, recorded_at, who FROM roster ORDER BY sequence";
const LAST: &str = "SELECT coalesce(max(sequence), 0) FROM roster";
const ADD: &str = "
    INSERT INTO roster (sequence, text, in_force_from, known_position, recorded_at, who)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

impl View<'_> {
    /// Settings in the order in which they were applied.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn settings(&self) -> Result<Vec<AppliedSettings>, StoreError> {
        self.database.all(ALL, &[], |row| {
            Ok(AppliedSettings {
                text: row.take()?,
                in_force_from: row.instant()?,
                known_position: row.position()?,
                recorded_at: row.instant()?,
                who: row.take()?,
            })
        })
    }
}

impl Writer<'_> {
    /// Applies settings from an instant on.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_settings(
        &mut self,
        text: &str,
        from: Instant,
        who: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        let tail = of_position(self.view().tail()?);
        let last = self.database.one(LAST, &[], |row| row.take::<i64>())?;
        let row = cells![last + 1, text, from.0, tail, now.0, who];
        self.database.run(ADD, &row).map(drop)
    }
}
