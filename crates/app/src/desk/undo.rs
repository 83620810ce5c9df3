//! Taking an import back.

use super::kept::{DeskImport, DeskState};
use super::{DeskError, ImportDesk};
use crate::import::{UndoPlan, Undone};
use crate::{Engine, Live};
use store::ImportId;

impl ImportDesk {
    /// What taking an import back would come to.
    ///
    /// # Errors
    /// When it is not done, or the ledger cannot be read.
    pub fn undo_plan(&self, id: u64, engine: &Engine) -> Result<UndoPlan, DeskError> {
        Ok(engine.undo_plan(&done(&self.import(id)?)?)?)
    }

    /// Takes an import back, with an engine of its own, so that others read and write meanwhile.
    /// Broken off, it is done again and takes back the rest.
    ///
    /// # Errors
    /// When it is not done, another import runs, or the ledger cannot be written.
    pub fn undo(&self, id: u64, live: &Live, who: &str) -> Result<(DeskImport, Undone), DeskError> {
        let imports = {
            let imports = self.imports();
            if let Some(other) = imports.values().find(|it| it.state == DeskState::Running) {
                return Err(DeskError::Running(other.id));
            }
            done(imports.get(&id).ok_or(DeskError::Unknown(id))?)?
        };
        let undone = live.another_engine()?.undo_imports(&imports, who, live.now()?)?;
        let mut imports = self.imports();
        let import = imports.get_mut(&id).ok_or(DeskError::Unknown(id))?;
        import.ends(DeskState::Undone, live.clock_now());
        self.keep(import)?;
        Ok((import.clone(), undone))
    }
}

/// The numbers that a done import has in the ledger.
fn done(import: &DeskImport) -> Result<Vec<ImportId>, DeskError> {
    match (import.state, &import.report) {
        (DeskState::Done | DeskState::Undone, Some(report)) => {
            Ok(report.imports().map(ImportId).collect())
        }
        (state, _) => Err(DeskError::NotDone { id: import.id, state: state.word() }),
    }
}
