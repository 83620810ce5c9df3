//! Importing files: what connect reads is resolved to subjects, recorded and settled.
//!
//! Good rows are applied; bad ones are handed back as files to correct and import again.
//! Importing twice changes nothing. What is odd is reported, not fixed.

mod batch;
mod error;
mod names;
mod note;
mod order;
mod report;
mod resolve;
mod source;

pub use error::ImportError;
pub use note::{ImportNote, NoteCode};
pub use report::{FileReport, ImportReport};

use crate::Engine;
use batch::Batches;
use connect::{FileReading, Mapping, Read};
use facts::Instant;
use resolve::Resolver;
use source::{Rejects, Source};
use std::path::Path;

/// What to import.
pub struct Import<'a> {
    /// What the columns mean.
    pub mapping: &'a Mapping,
    /// Where the files are.
    pub folder: &'a Path,
    /// Where files of rejected rows are written, under the names of the originals; a folder other
    /// than `folder`. Without it, only [`FileReport::REJECTS_MAX`] of each file are kept.
    pub rejects: Option<&'a Path>,
    /// Whether files that the mapping names may be absent: for importing corrected rejects.
    pub partial: bool,
    /// Whether nothing is recorded, and only said what would be.
    pub dry_run: bool,
}

/// How far an import is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress<'a> {
    /// The file under way.
    pub file: &'a str,
    /// How many of its rows were read.
    pub rows: u64,
}

/// How many rows one transaction takes.
const BATCH_ROWS: usize = 5_000;

impl Engine {
    /// Imports the files of a mapping, and settles the leads that they are about.
    ///
    /// Rows are recorded in transactions of 5,000; when an import is broken off, importing again
    /// records the rest.
    ///
    /// # Errors
    /// When a file is absent or its header does not fit the mapping, before anything is recorded;
    /// when the ledger cannot be written.
    pub fn import(
        &mut self,
        import: &Import<'_>,
        now: Instant,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<ImportReport, ImportError> {
        let sources = source::open_all(import)?;
        if !self.store.is_ahead(&self.vocabulary) {
            self.refresh()?;
        }
        let mut report = ImportReport { dry_run: import.dry_run, ..ImportReport::default() };
        report.absent = source::absent(import, &sources);
        names::check(import.mapping, self.versions.last().map(|v| &v.charter), &mut report);
        let mut resolver = Resolver::default();
        let run = self.record_all(import, sources, now, &mut resolver, progress, &mut report);
        if import.dry_run || run.is_err() {
            // The words of what was not recorded are forgotten.
            self.refresh()?;
        }
        run?;
        resolver.report(&mut report);
        if !import.dry_run {
            report.settled = self.settle(now)?;
        }
        Ok(report)
    }

    fn record_all(
        &mut self,
        import: &Import<'_>,
        sources: Vec<Source<'_>>,
        now: Instant,
        resolver: &mut Resolver,
        progress: &mut dyn FnMut(Progress<'_>),
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        let mapping = import.mapping;
        let (store, vocabulary) = self.parts_mut();
        let mut writer = store.begin()?;
        for Source { file, mut reading } in sources {
            let mut rejects = Rejects::new(import.rejects, file);
            let mut batches = Batches::begin(&mut writer, mapping, file, now)?;
            loop {
                let more = fill(&mut batches, &mut reading, &mut rejects)?;
                batches.write(&mut writer, vocabulary, resolver)?;
                if !more {
                    batches.finish(&mut writer)?;
                }
                if !import.dry_run {
                    writer.commit()?;
                    writer = store.begin()?;
                }
                progress(Progress { file: &file.path, rows: batches.counts.rows_read });
                if !more {
                    break;
                }
            }
            note::of_file(file, reading.notes(), report);
            report.files.push(batches.into_report(rejects.finish()?));
        }
        order::check(writer.view(), vocabulary, mapping, resolver.leads(), report)?;
        Ok(())
    }
}

/// Reads rows until a batch is full; whether there are more.
fn fill(
    batches: &mut Batches<'_>,
    reading: &mut FileReading<'_, std::fs::File>,
    rejects: &mut Rejects,
) -> Result<bool, ImportError> {
    while batches.rows.len() < BATCH_ROWS {
        match reading.next() {
            None => return Ok(false),
            Some(Ok(Read::Good(intake))) => {
                batches.counts.rows_read += 1;
                batches.rows.push(intake);
            }
            Some(Ok(Read::Rejected(reject))) => {
                batches.counts.rows_read += 1;
                batches.counts.rows_rejected += 1;
                rejects.add(reject, reading)?;
            }
            Some(Err(error)) => {
                batches.stopped = Some(error.to_string());
                return Ok(false);
            }
        }
    }
    Ok(true)
}
