//! Holidays: settings that operations keep.

use crate::columns::{Columns, of_position};
use crate::error::StoreError;
use crate::file::View;
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
    /// When the file cannot be read.
    pub fn holidays(&self, known: Position, by: Instant) -> Result<Vec<Holiday>, StoreError> {
        let mut last: BTreeMap<Date, Holiday> = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(ALL)?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let mut columns = Columns::new(row);
            let date: String = columns.take()?;
            let date = date.parse().map_err(|_| StoreError::unreadable("holiday", "date"))?;
            let holiday = Holiday { date, name: columns.take()?, closed: columns.take()? };
            if columns.position()? <= known && columns.instant()? <= by {
                last.insert(date, holiday);
            }
        }
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
        let mut add = self.transaction.prepare_cached(ADD)?;
        for Holiday { date, name, closed } in holidays {
            let sequence = self.after.holidays + 1;
            add.execute((sequence, date.to_string(), name, closed, of_position(tail), now.0))?;
            self.after.holidays = sequence;
        }
        Ok(())
    }
}
