//! Holidays: settings that operations keep.

use crate::columns::of_position;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Position};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What was said of a date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holiday {
    /// The date, in the charter's zone.
    pub date: Date,
    /// What the holiday is called.
    pub name: String,
    /// Whether business is closed; false takes an earlier holiday back.
    pub closed: bool,
}

const ALL: &str = "
    SELECT date, name, closed, known_position, recorded_at FROM holiday ORDER BY sequence";
const ADD: &str = "
    INSERT INTO holiday (sequence, date, name, closed, known_position, recorded_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

impl View<'_> {
    /// The holidays that were known at a position and an instant, in order of date.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn holidays(&self, known: Position, by: Instant) -> Result<Vec<Holiday>, StoreError> {
        let mut last: BTreeMap<Date, Holiday> = BTreeMap::new();
        self.database.each(ALL, &[], |row| {
            let date = row.text()?;
            let date = date.parse().map_err(|_| StoreError::unreadable("holiday", "date"))?;
            let holiday = Holiday { date, name: row.take()?, closed: row.take()? };
            if row.position()? <= known && row.instant()? <= by {
                last.insert(date, holiday);
            }
            Ok(())
        })?;
        Ok(last.into_values().filter(|holiday| holiday.closed).collect())
    }
}

impl Writer<'_> {
    /// Says of dates whether they are holidays; the last word counts.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_holidays(&mut self, holidays: &[Holiday], now: Instant) -> Result<(), StoreError> {
        let tail = self.view().tail()?;
        for Holiday { date, name, closed } in holidays {
            let sequence = self.after.holidays + 1;
            let date = date.to_string();
            let row = cells![sequence, &date, name, *closed, of_position(tail), now.0];
            self.database.run(ADD, &row)?;
            self.after.holidays = sequence;
        }
        Ok(())
    }
}
