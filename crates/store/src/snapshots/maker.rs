//! Making a snapshot.

use super::columns::{Columns, SCHEMA};
use super::{LedgerName, SNAPSHOT_FORMAT};
use crate::error::StoreError;
use facts::{Position, SubjectId};
use parquet::basic::Compression;
use parquet::data_type::{Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result as Written};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::ColumnPath;
use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A snapshot in the making, in a file of its own until it is complete.
pub struct SnapshotMaker {
    /// `None` once it is written to the end.
    writer: Option<SerializedFileWriter<Hashed>>,
    columns: Columns,
    last: Option<SubjectId>,
    path: PathBuf,
    position: Position,
    ledger: LedgerName,
}

/// So many rows are written at once; a story is never split.
const GROUP_ROWS: usize = 1 << 19;

impl SnapshotMaker {
    pub(super) fn create(
        path: PathBuf,
        position: Position,
        ledger: LedgerName,
    ) -> Result<Self, StoreError> {
        let made = File::create(unfinished(&path)).map_err(ParquetError::from).and_then(|file| {
            let hashed = Hashed { file: BufWriter::new(file), hasher: blake3::Hasher::new() };
            let schema = Arc::new(parse_message_type(SCHEMA)?);
            SerializedFileWriter::new(hashed, schema, Arc::new(properties(position, &ledger)))
        });
        let writer = made.map_err(|why| failed(&path, &why))?;
        let (columns, last) = (Columns::default(), None);
        Ok(Self { writer: Some(writer), columns, last, path, position, ledger })
    }

    pub(super) fn position(&self) -> Position {
        self.position
    }

    pub(super) fn epoch(&self) -> i64 {
        self.ledger.epoch
    }

    /// Adds a story. Those without rows are left out.
    ///
    /// # Errors
    /// [`StoreError::Snapshot`] when the disk does not take it.
    ///
    /// # Panics
    /// When the leads do not go up.
    pub fn push(&mut self, story: timeline::Story<'_>) -> Result<(), StoreError> {
        assert!(self.last.is_none_or(|last| last < story.lead), "the leads go up");
        self.last = Some(story.lead);
        self.columns.push(story);
        if self.columns.len() >= GROUP_ROWS { self.write_group() } else { Ok(()) }
    }

    fn write_group(&mut self) -> Result<(), StoreError> {
        let Self { writer: Some(writer), columns, path, .. } = self else { return Ok(()) };
        write_group(writer, columns).map_err(|why| failed(path, &why))?;
        columns.clear();
        Ok(())
    }

    /// Writes the rest and moves the file to its place. Returns its hash and its size in bytes.
    pub(super) fn finish(mut self) -> Result<(String, u64), StoreError> {
        if self.columns.len() > 0 {
            self.write_group()?;
        }
        let writer = self.writer.take();
        let Hashed { file, hasher } = writer
            .map_or_else(
                || Err(ParquetError::EOF("written already".to_owned())),
                |writer| writer.into_inner(),
            )
            .map_err(|why| failed(&self.path, &why))?;
        let placed = (|| {
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?;
            let size_bytes = file.metadata()?.len();
            std::fs::rename(unfinished(&self.path), &self.path)?;
            Ok(size_bytes)
        })();
        let size_bytes = placed.map_err(|why: io::Error| failed(&self.path, &why))?;
        Ok((hasher.finalize().to_hex().to_string(), size_bytes))
    }
}

/// What was begun and not finished is removed.
impl Drop for SnapshotMaker {
    fn drop(&mut self) {
        // Where it is in its place already, there is none.
        let _ = std::fs::remove_file(unfinished(&self.path));
    }
}

impl fmt::Debug for SnapshotMaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SnapshotMaker").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Keys and times hardly repeat: they are written as they are, which is read fastest.
fn properties(position: Position, ledger: &LedgerName) -> WriterProperties {
    let named = |key: &str, value: String| KeyValue::new(format!("tandem.{key}"), value);
    let as_they_are = |name: &str| ColumnPath::from(name);
    WriterProperties::builder()
        .set_compression(Compression::UNCOMPRESSED)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_column_dictionary_enabled(as_they_are("lead"), false)
        .set_column_dictionary_enabled(as_they_are("at"), false)
        .set_column_dictionary_enabled(as_they_are("key"), false)
        .set_max_row_group_row_count(None)
        .set_key_value_metadata(Some(vec![
            named("ledger", ledger.id.clone()),
            named("epoch", ledger.epoch.to_string()),
            named("position", position.0.to_string()),
            named("format", SNAPSHOT_FORMAT.to_string()),
        ]))
        .build()
}

fn write_group(writer: &mut SerializedFileWriter<Hashed>, columns: &Columns) -> Written<()> {
    let mut group = writer.next_row_group()?;
    let Columns { leads, begins, at, bits, actor, code, tag, flags, key } = columns;
    let long = [(leads, Some(begins.as_slice())), (at, None), (bits, None)];
    for (values, begins) in long {
        write_long(&mut group, values, begins)?;
    }
    for values in [actor, code, tag, flags] {
        let Some(mut column) = group.next_column()? else { break };
        column.typed::<Int32Type>().write_batch(values, None, None)?;
        column.close()?;
    }
    write_long(&mut group, key, None)?;
    group.close().map(drop)
}

fn write_long(
    group: &mut parquet::file::writer::SerializedRowGroupWriter<'_, Hashed>,
    values: &[i64],
    begins: Option<&[i16]>,
) -> Written<()> {
    if let Some(mut column) = group.next_column()? {
        column.typed::<Int64Type>().write_batch(values, begins, None)?;
        column.close()?;
    }
    Ok(())
}

/// Where a snapshot is until it is complete: nobody reads it there.
fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-unfinished");
    name.into()
}

fn failed(path: &Path, why: &impl ToString) -> StoreError {
    StoreError::Snapshot { path: path.display().to_string(), why: why.to_string() }
}

/// A file with the hash of what was written to it.
struct Hashed {
    file: BufWriter<File>,
    hasher: blake3::Hasher,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
