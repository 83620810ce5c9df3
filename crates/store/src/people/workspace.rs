//! What is set for Tandem as a whole.

use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;

const ONE: &str = "SELECT value FROM workspace WHERE name = ?1";
const PUT: &str = "
    INSERT INTO workspace (name, value) VALUES (?1, ?2)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";

impl View<'_> {
    /// What is set under a name.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn workspace(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.database.find(ONE, &cells![name], |row| row.take())
    }
}

impl Writer<'_> {
    /// Sets something under a name.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn set_workspace(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.database.run(PUT, &cells![name, value]).map(drop)
    }
}
