//! Running an import, on a thread of its own.

use super::kept::{DeskImport, DeskProgress, DeskReport, DeskState};
use super::{DeskError, FILES, ImportDesk, REJECTS, remove};
use crate::import::{Import, ImportError};
use crate::{Live, Progress};
use facts::Instant;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use store::AuditEntry;

/// Tells that something became of an import: its number, and why it failed where it did.
pub type TellImport = Box<dyn Fn(u64, Option<&DeskError>) + Send>;

impl ImportDesk {
    /// Begins to record an import, on a thread of its own and with an engine of its own, so that
    /// others read and write meanwhile. `tell` is called at each step, and when it ended.
    ///
    /// # Errors
    /// When another one runs, this one is not open, has no files or no mapping; nothing was
    /// recorded then.
    pub fn run(
        self: &Arc<Self>,
        live: &Arc<Live>,
        (id, as_of): (u64, Option<Instant>),
        who: &str,
        tell: TellImport,
    ) -> Result<DeskImport, DeskError> {
        let mapping = self.mapping_of(id)?;
        let now = live.now()?;
        let import = {
            let mut imports = self.imports();
            if let Some(other) = imports.values().find(|it| it.state == DeskState::Running) {
                return Err(DeskError::Running(other.id));
            }
            super::open_one(&imports, id)?;
            let import = imports.get_mut(&id).ok_or(DeskError::Unknown(id))?;
            let before = import.clone();
            import.begins(now);
            if let Err(error) = self.keep(import) {
                *import = before;
                return Err(error);
            }
            import.clone()
        };
        let (desk, live, who) = (Arc::clone(self), Arc::clone(live), who.to_owned());
        std::thread::spawn(move || {
            let record = || desk.record(&live, (id, &mapping, as_of), &who, &tell);
            // Whatever happens, the next one can run.
            let ended = catch_unwind(AssertUnwindSafe(record));
            let ended = ended.unwrap_or_else(|_| {
                Err(DeskError::Folder(std::io::Error::other("the import ended in a panic")))
            });
            desk.end(id, ended.as_ref(), live.clock_now());
            tell(id, ended.as_ref().err());
        });
        Ok(import)
    }

    fn record(
        &self,
        live: &Live,
        (id, mapping, as_of): (u64, &connect::Mapping, Option<Instant>),
        who: &str,
        tell: &TellImport,
    ) -> Result<DeskReport, DeskError> {
        let mut engine = live.another_engine()?;
        let now = live.now()?;
        let what = format!("import {id} through the mapping {}", mapping.name);
        live.write(|engine, now| {
            let mut writer = engine.people_writer()?;
            writer.note(&AuditEntry {
                at: now,
                who: who.to_owned(),
                what: "import.started".to_owned(),
                before: String::new(),
                after: what.clone(),
            })?;
            Ok(writer.commit()?)
        })?;
        let (files, rejects) = (self.folder_of(id).join(FILES), self.folder_of(id).join(REJECTS));
        remove(&rejects)?;
        let import = Import {
            mapping,
            folder: &files,
            rejects: Some(&rejects),
            partial: true,
            dry_run: false,
            as_of,
            rows_max: Import::ROWS_MAX,
        };
        let mut note = |step: Progress<'_>| {
            let progress = match step {
                Progress::Settling => DeskProgress::default(),
                Progress::Reading { file, rows, bytes_read, bytes } => {
                    DeskProgress { file: file.to_owned(), rows, bytes_read, bytes }
                }
            };
            if let Some(import) = self.imports().get_mut(&id) {
                import.progress = Some(progress);
            }
            tell(id, None);
        };
        Ok(DeskReport::of(&engine.import(&import, now, &mut note)?))
    }

    /// Notes how it ended.
    fn end(&self, id: u64, ended: Result<&DeskReport, &DeskError>, now: Instant) {
        let is_done = ended.is_ok();
        let mut imports = self.imports();
        let Some(import) = imports.get_mut(&id) else { return };
        match ended {
            Ok(report) => {
                import.ends(DeskState::Done, now);
                import.report = Some(report.clone());
                import.files.clear();
            }
            Err(error) => {
                import.ends(DeskState::Failed, now);
                import.failure = Some(why(error));
            }
        }
        // Where the disk takes nothing any more, the next start finds it running and breaks it
        // off: run again, it changes nothing.
        if self.keep(import).is_ok() && is_done {
            let _files_that_stay_are_swept = remove(&self.folder_of(id).join(FILES));
        }
    }
}

/// What whoever ran it is told. Faults of the ledger are for the log.
fn why(error: &DeskError) -> String {
    match error {
        DeskError::Import(ImportError::App(_)) | DeskError::Folder(_) => {
            "the ledger or the folder for uploads could not be written; what was recorded until \
             then is recorded, and the import can be run again"
                .to_owned()
        }
        other => other.to_string(),
    }
}
