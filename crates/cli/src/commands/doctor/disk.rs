//! How much room there is.

use std::path::Path;
use store::{Place, Store};

/// The ledger's size, and the room left beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Room {
    /// The size of the ledger's file and of those that belong to it.
    pub(super) ledger_bytes: u64,
    /// What is left on its disk for us; `None` where the system does not say.
    pub(super) free_bytes: Option<u64>,
}

impl Room {
    /// Around a ledger: its file, or what it takes on its server, which does not say what is left.
    pub(super) fn around(store: &Store, place: &Place) -> anyhow::Result<Self> {
        let Some(ledger) = place.file() else {
            return Ok(Self { ledger_bytes: store.size_bytes()?, free_bytes: None });
        };
        let mut ledger_bytes = 0;
        for end in ["", "-wal", "-shm"] {
            let mut name = ledger.as_os_str().to_owned();
            name.push(end);
            ledger_bytes += std::fs::metadata(name).map_or(0, |file| file.len());
        }
        Ok(Self { ledger_bytes, free_bytes: free(ledger)? })
    }
}

#[cfg(unix)]
fn free(ledger: &Path) -> std::io::Result<Option<u64>> {
    let disk = rustix::fs::statvfs(ledger)?;
    Ok(Some(disk.f_bavail.saturating_mul(disk.f_frsize)))
}

#[cfg(not(unix))]
fn free(_: &Path) -> std::io::Result<Option<u64>> {
    Ok(None)
}
