//! A copy of a ledger in a file, as it is at one instant; and putting one in the ledger's place.

use crate::database::Database;
use crate::error::StoreError;
use crate::store::Store;
use std::fs;
use std::path::{Path, PathBuf};

impl Store {
    /// Copies the ledger as it is at one instant into a new file, while others read and write.
    ///
    /// Who was erased is listed beside the ledger and not beside the copy, so that an older copy
    /// which is put back erases them again.
    ///
    /// # Errors
    /// [`StoreError::NotAFile`] for a ledger on a server, and when the file is there already or
    /// cannot be written; then there is none.
    pub fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        let Database::Sqlite(sqlite) = &self.database else { return Err(StoreError::NotAFile) };
        if to.exists() {
            return Err(StoreError::FileExists(to.to_owned()));
        }
        let half = beside(to, ".part");
        let written = sqlite.copy_into(&half).and_then(|()| {
            fs::File::open(&half)?.sync_all()?;
            Ok(fs::rename(&half, to)?)
        });
        if written.is_err() {
            // What went wrong says more than whether the rest of it could be removed.
            let _removed = fs::remove_file(&half);
        }
        written
    }

    /// Puts a copy in the place of a ledger's file that nobody uses. The file that was there is
    /// kept beside it; returns its name, if there was one.
    ///
    /// # Errors
    /// When the copy is no sound ledger, somebody uses the ledger, or a file cannot be written;
    /// then the ledger is as it was.
    pub fn restore(copy: &Path, ledger: &Path) -> Result<Option<PathBuf>, StoreError> {
        let sound = Self::open_existing(copy)?;
        if let Some(damage) = sound.damages()?.into_iter().next() {
            return Err(StoreError::Corrupt(damage));
        }
        let fresh = beside(ledger, ".restoring");
        if fresh.exists() {
            fs::remove_file(&fresh)?;
        }
        sound.back_up(&fresh)?;
        drop(sound);
        let before = if ledger.exists() { Some(set_aside(ledger)?) } else { None };
        fs::rename(&fresh, ledger)?;
        Ok(before)
    }
}

/// Moves a ledger out of the way, with everything of its log in it.
fn set_aside(ledger: &Path) -> Result<PathBuf, StoreError> {
    let store = Store::open_existing(ledger)?;
    let Database::Sqlite(sqlite) = &store.database else { return Err(StoreError::NotAFile) };
    if !sqlite.leave_alone()? {
        return Err(StoreError::InUse);
    }
    drop(store);
    let kept = (1..)
        .map(|nth| beside(ledger, &format!(".before-restore-{nth}")))
        .find(|name| !name.exists())
        .unwrap_or_else(|| beside(ledger, ".before-restore"));
    fs::rename(ledger, &kept)?;
    for end in ["-wal", "-shm"] {
        let log = beside(ledger, end);
        if log.exists() {
            fs::rename(&log, beside(&kept, end))?;
        }
    }
    Ok(kept)
}

/// A file beside another: its name with something after it.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
