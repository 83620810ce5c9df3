//! Importing files: what connect reads is resolved to subjects, recorded and settled.
//!
//! Good rows are applied; bad ones are handed back as files to correct and import again.
//! Importing twice changes nothing. What is odd is reported, not fixed.

mod batch;
mod error;
mod export;
mod glance;
mod names;
mod normal;
mod note;
mod ones;
mod order;
mod places;
mod report;
mod resolve;
mod source;
mod undo;

pub use error::ImportError;
pub use glance::{ColumnGlance, FactGlance, RowGlance, SubjectGlance};
pub(crate) use glance::{first_rows, glance};
pub use note::{ImportNote, NoteCode};
pub use report::{FileReport, ImportReport};
pub use undo::{UndoPlan, Undone};

use crate::{AppError, Engine, Settled};
use batch::Batches;
use connect::{FileReading, Intake, Mapping, Read};
use facts::{Instant, Vocabulary};
use normal::normal;
use resolve::Resolver;
use source::{Rejects, Source};
use std::path::Path;
use store::{StoreError, Writer};

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
    /// When the files were exported, for what the mapping dates so; none: just now.
    pub as_of: Option<Instant>,
    /// The rest of a file with more rows than this is not read, and the report says so.
    pub rows_max: u64,
}

impl Import<'_> {
    /// The most rows of a file that are ever read.
    pub const ROWS_MAX: u64 = 50_000_000;
}

/// How far an import is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress<'a> {
    /// A file is under way.
    Reading {
        /// The file.
        file: &'a str,
        /// How many of its rows were read.
        rows: u64,
        /// How many of its bytes were read, packed as they are.
        bytes_read: u64,
        /// How many it has.
        bytes: u64,
    },
    /// All is recorded, and the leads are settled.
    Settling,
}

/// How many rows one transaction takes.
const BATCH_ROWS: usize = 40_000;
/// How many batches are read ahead of what is written.
const BATCHES_AHEAD: usize = 1;

impl Engine {
    /// Imports the files of a mapping, and settles the leads that they are about.
    ///
    /// Rows are recorded in transactions of 40,000, while the next ones are read; when an import is broken off, importing again
    /// records the rest. Other processes may write between them.
    ///
    /// # Errors
    /// When a file is absent or its header does not fit the mapping, before anything is recorded;
    /// when the ledger cannot be written, or others change it over and over.
    pub fn import(
        &mut self,
        import: &Import<'_>,
        now: Instant,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<ImportReport, ImportError> {
        let sources = source::open_all(import, import.as_of.unwrap_or(now))?;
        if !self.store.is_ahead(&self.vocabulary) {
            self.refresh()?;
        }
        let mut report = ImportReport { dry_run: import.dry_run, ..ImportReport::default() };
        report.absent = source::absent(import, &sources);
        names::check(import.mapping, self.versions.last().map(|v| &v.charter), &mut report);
        let mut resolver = Resolver::of(import.mapping);
        let run = self.record_all(import, sources, now, &mut resolver, progress, &mut report);
        if import.dry_run || run.is_err() {
            // The words of what was not recorded are forgotten.
            self.refresh()?;
        }
        run?;
        let people = resolver.report(&mut report);
        if !import.dry_run {
            self.merge_found(&people.ones, now, &mut report)?;
            if import.mapping.match_accounts {
                self.place_found(&people, now, &mut report)?;
            }
            progress(Progress::Settling);
            report.settled = self.settle_known(now)?;
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
        if import.dry_run {
            return self.try_all(import, sources, now, resolver, progress, report);
        }
        let mapping = import.mapping;
        for Source { file, mut reading } in sources {
            let mut rejects = Rejects::new(import.rejects);
            let mut batches = Batches::new(file, now, import.as_of.unwrap_or(now));
            // Others may write while rows are read.
            ahead(&mut reading, &mut rejects, import.rows_max, |filled| {
                let more = filled.more;
                let at = batches.take(filled);
                self.write_known(|writer, vocabulary| {
                    batches.write(writer, vocabulary, mapping, resolver)?;
                    if more { Ok(()) } else { batches.finish(writer) }
                })?;
                progress(at);
                Ok(())
            })?;
            note::of_file(file, &reading, report);
            batches.report_changes(self.store.view(), mapping, !import.partial, report)?;
            report.files.push(batches.into_report(rejects.finish()?));
        }
        order::check(self.store.view(), &self.vocabulary, mapping, resolver.leads(), report)
    }

    /// As [`Engine::record_all`], in one transaction that is dropped.
    fn try_all(
        &mut self,
        import: &Import<'_>,
        sources: Vec<Source<'_>>,
        now: Instant,
        resolver: &mut Resolver,
        progress: &mut dyn FnMut(Progress<'_>),
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        let mapping = import.mapping;
        self.refresh_if_changed()?;
        let (store, vocabulary) = self.parts_mut();
        let mut writer = store.begin()?;
        for Source { file, mut reading } in sources {
            let mut rejects = Rejects::new(import.rejects);
            let mut batches = Batches::new(file, now, import.as_of.unwrap_or(now));
            ahead(&mut reading, &mut rejects, import.rows_max, |filled| {
                let at = batches.take(filled);
                batches.write(&mut writer, vocabulary, mapping, resolver)?;
                progress(at);
                Ok(())
            })?;
            note::of_file(file, &reading, report);
            batches.report_changes(writer.view(), mapping, !import.partial, report)?;
            report.files.push(batches.into_report(rejects.finish()?));
        }
        order::check(writer.view(), vocabulary, mapping, resolver.leads(), report)
    }

    /// Writes in one transaction, with the words that are in the file by then: what another
    /// process added meanwhile is read first, as often as [`Engine::CATCH_UPS_MAX`].
    ///
    /// Words that `write` does not record may be forgotten before it is called.
    fn write_known(
        &mut self,
        write: impl FnOnce(&mut Writer<'_>, &mut Vocabulary) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        for attempt in 0.. {
            let (store, vocabulary) = self.parts_mut();
            match store.begin() {
                Ok(mut writer) => {
                    write(&mut writer, vocabulary)?;
                    writer.commit()?;
                    break;
                }
                Err(StoreError::ChangedElsewhere) if attempt < Self::CATCH_UPS_MAX => {}
                Err(error) => return Err(error.into()),
            }
            self.refresh()?;
        }
        Ok(())
    }

    /// Settles after an import, whose words are all recorded: reads what another process added
    /// meanwhile, as often as [`Engine::CATCH_UPS_MAX`].
    fn settle_known(&mut self, now: Instant) -> Result<Settled, ImportError> {
        let mut total = Settled::default();
        for attempt in 0.. {
            let settled = self.settle_arrived(now, &mut total);
            match settled.and_then(|()| self.settle_all(now, &mut total)) {
                Ok(()) => break,
                Err(AppError::Store(StoreError::ChangedElsewhere))
                    if attempt < Self::CATCH_UPS_MAX => {}
                Err(error) => return Err(error.into()),
            }
            self.refresh()?;
        }
        Ok(total)
    }

    /// How often an import reads again what another process changed, before it gives up.
    const CATCH_UPS_MAX: usize = 100;
}

/// Rows of one file that were read together.
#[derive(Default)]
struct Filled {
    rows: Vec<Intake>,
    /// How many were read, these and others.
    read: u64,
    rejected: u64,
    /// Why the rest of the file is not read.
    stopped: Option<String>,
    /// Whether there are more.
    more: bool,
    /// How many bytes of the file were read, and how many it has.
    bytes: (u64, u64),
}

/// Reads rows in a thread of its own, ahead of what becomes of them.
fn ahead(
    reading: &mut FileReading<'_>,
    rejects: &mut Rejects,
    rows_max: u64,
    mut each: impl FnMut(Filled) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    std::thread::scope(|scope| {
        let (sender, receiver) = std::sync::mpsc::sync_channel(BATCHES_AHEAD);
        scope.spawn(move || {
            let mut left = rows_max;
            loop {
                let filled = fill(reading, rejects, &mut left, rows_max);
                let more = filled.as_ref().is_ok_and(|filled| filled.more);
                // Nobody receives any more when writing failed.
                if sender.send(filled).is_err() || !more {
                    break;
                }
            }
        });
        receiver.into_iter().try_for_each(|filled| each(filled?))
    })
}

/// Reads rows until a batch is full, and not more than are left.
fn fill(
    reading: &mut FileReading<'_>,
    rejects: &mut Rejects,
    left: &mut u64,
    rows_max: u64,
) -> Result<Filled, ImportError> {
    let mut filled = Filled { more: true, ..Filled::default() };
    while filled.more && filled.rows.len() < BATCH_ROWS {
        let Some(read) = reading.next() else {
            filled.more = false;
            break;
        };
        if *left == 0 {
            filled.stopped = Some(format!("only the first {rows_max} rows are looked at"));
            filled.more = false;
            break;
        }
        *left -= 1;
        filled.read += u64::from(read.is_ok());
        match read {
            Ok(Read::Good(intake)) => filled.rows.push(normal(intake)),
            Ok(Read::LeftOut) => {}
            Ok(Read::Rejected(reject)) => {
                filled.rejected += 1;
                rejects.add(reject, reading)?;
            }
            Err(error) => {
                filled.stopped = Some(error.to_string());
                filled.more = false;
            }
        }
    }
    filled.bytes = reading.table().progress();
    Ok(filled)
}
