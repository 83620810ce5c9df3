//! Reading a snapshot, group by group.

use super::columns::{COLUMNS, Columns};
use crate::error::StoreError;
use bytes::Bytes;
use facts::Position;
use parquet::column::reader::ColumnReader;
use parquet::errors::{ParquetError, Result as Read};
use parquet::file::reader::{ChunkReader, FileReader, Length};
use parquet::file::serialized_reader::SerializedFileReader;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};
use timeline::Timelines;

/// The stories of a ledger as they were at a position, in groups of some ten thousand leads.
///
/// Several threads may read groups of one snapshot at once.
pub struct Snapshot {
    reader: SerializedFileReader<Shared>,
    position: Position,
}

impl Snapshot {
    /// A file whose hash the ledger knows.
    pub(super) fn open(file: File, position: Position) -> Result<Self, String> {
        let shared = Shared::new(file).map_err(|why| why.to_string())?;
        let reader = SerializedFileReader::new(shared).map_err(|why| why.to_string())?;
        Ok(Self { reader, position })
    }

    /// The last fact that the stories tell.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// How many groups there are. Leads go up within a group and from one to the next.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.reader.metadata().num_row_groups()
    }

    /// The stories of a group.
    ///
    /// # Errors
    /// [`StoreError::Snapshot`] when the disk fails.
    pub fn read(&self, group: usize) -> Result<Timelines, StoreError> {
        let failed =
            |why: String| StoreError::Snapshot { path: format!("(its group {group})"), why };
        let columns = self.columns(group).map_err(|why| failed(why.to_string()))?;
        columns.into_timelines().ok_or_else(|| failed("its columns do not fit".to_owned()))
    }

    fn columns(&self, group: usize) -> Read<Columns> {
        let group = self.reader.get_row_group(group)?;
        let rows = usize::try_from(group.metadata().num_rows())?;
        let mut columns = Columns::default();
        for index in 0..COLUMNS {
            let mut reader = group.get_column_reader(index)?;
            let long = match index {
                0 => &mut columns.leads,
                1 => &mut columns.at,
                2 => &mut columns.bits,
                _ => &mut columns.key,
            };
            let short = match index {
                3 => &mut columns.actor,
                4 => &mut columns.code,
                5 => &mut columns.tag,
                _ => &mut columns.flags,
            };
            let begins = (index == 0).then_some(&mut columns.begins);
            let read = match &mut reader {
                ColumnReader::Int64ColumnReader(reader) => {
                    reader.read_records(rows, begins, None, long)?.0
                }
                ColumnReader::Int32ColumnReader(reader) => {
                    reader.read_records(rows, begins, None, short)?.0
                }
                _ => return Err(ParquetError::General(format!("column {index} is no number"))),
            };
            if read != rows {
                return Err(ParquetError::General(format!("column {index} is too short")));
            }
        }
        Ok(columns)
    }
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("position", &self.position).finish_non_exhaustive()
    }
}

/// The hash of what is in a file, as text.
pub(super) fn hash(mut file: &File) -> io::Result<String> {
    const BLOCK_BYTES: usize = 1 << 20;
    let mut hasher = blake3::Hasher::new();
    let mut block = vec![0; BLOCK_BYTES];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(hasher.finalize().to_hex().to_string()),
            read => hasher.update(&block[..read]),
        };
    }
}

/// A file that several threads read, each at places of its own.
#[derive(Clone)]
struct Shared {
    file: Arc<Mutex<File>>,
    length: u64,
}

impl Shared {
    fn new(file: File) -> io::Result<Self> {
        Ok(Self { length: file.metadata()?.len(), file: Arc::new(Mutex::new(file)) })
    }

    fn read_at(&self, start: u64, into: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        file.read(into)
    }
}

impl Length for Shared {
    fn len(&self) -> u64 {
        self.length
    }
}

impl ChunkReader for Shared {
    type T = At;

    fn get_read(&self, start: u64) -> Read<At> {
        Ok(At { shared: self.clone(), next: start })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Read<Bytes> {
        let mut bytes = vec![0; length];
        let mut at = At { shared: self.clone(), next: start };
        at.read_exact(&mut bytes)?;
        Ok(bytes.into())
    }
}

/// A file read from a place on.
struct At {
    shared: Shared,
    next: u64,
}

impl io::Read for At {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.shared.read_at(self.next, into)?;
        self.next += read as u64;
        Ok(read)
    }
}
