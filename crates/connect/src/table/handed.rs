//! Rows that a thread of its own reads and hands over, for libraries whose readers borrow or
//! cannot be moved.

use super::error::FileProblem;
use super::{Place, Rows};
use csv::ByteRecord;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// A row with its number, or why the rest cannot be read.
pub(super) type Sent = Result<(u64, ByteRecord), (u64, FileProblem)>;

/// How many rows wait to be taken.
const ROWS_WAITING: usize = 256;

/// Rows from another thread.
pub(super) struct Handed {
    pub(super) rows: Receiver<Sent>,
    /// The first row, where it names no columns and is still to be given.
    pub(super) pending: Option<(u64, ByteRecord)>,
    pub(super) width: usize,
}

/// Starts a thread that sends rows until there are no more or nobody takes them.
pub(super) fn start(
    name: &str,
    read: impl FnOnce(&SyncSender<Sent>) + Send + 'static,
) -> std::io::Result<Receiver<Sent>> {
    let (sender, rows) = sync_channel(ROWS_WAITING);
    let thread = std::thread::Builder::new().name(name.to_owned());
    thread.spawn(move || read(&sender))?;
    Ok(rows)
}

impl Rows for Handed {
    fn next(&mut self, cells: &mut ByteRecord) -> Result<Option<Place>, (u64, FileProblem)> {
        let row = self.pending.take().map(Ok).or_else(|| self.rows.recv().ok());
        let Some((line, record)) = row.transpose()? else { return Ok(None) };
        *cells = record;
        // A row ends with its last cell that is not empty.
        while cells.len() < self.width {
            cells.push_field(b"");
        }
        if cells.iter().skip(self.width).all(<[u8]>::is_empty) {
            cells.truncate(self.width);
        }
        Ok(Some(Place { line, fault: None }))
    }
}
