//! Tables on their way out, as CSV files.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// A CSV file as it is written: a header, then rows of as many cells. Nothing is kept in memory.
pub struct TableFile {
    writer: csv::Writer<BufWriter<File>>,
    path: PathBuf,
    rows: u64,
}

/// A table that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be written: {source}", .path.display())]
pub struct TableError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl TableFile {
    /// Makes a file with a header; one of this name must not be there.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn create(path: &Path, header: &[&str]) -> Result<Self, TableError> {
        let failed = |source| TableError { path: path.to_owned(), source };
        let file = File::create_new(path).map_err(failed)?;
        let writer = csv::Writer::from_writer(BufWriter::with_capacity(1 << 16, file));
        let mut table = Self { writer, path: path.to_owned(), rows: 0 };
        table.write(header)?;
        Ok(table)
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When the file cannot be written, or the row has not as many cells as the header.
    pub fn row(&mut self, cells: &[&str]) -> Result<(), TableError> {
        self.rows += 1;
        self.write(cells)
    }

    /// Ends the file; how many rows it has.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(mut self) -> Result<u64, TableError> {
        let flushed = self.writer.flush();
        flushed.map_err(|source| TableError { path: self.path, source })?;
        Ok(self.rows)
    }

    fn write(&mut self, cells: &[&str]) -> Result<(), TableError> {
        let failed =
            |error: csv::Error| TableError { path: self.path.clone(), source: error.into() };
        self.writer.write_record(cells).map_err(failed)
    }
}
