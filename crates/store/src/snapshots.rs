//! Stories as they were at a position of the ledger, in a file beside it: a cache.
//!
//! Reading every fact of a large ledger and making stories of them takes much longer than folding
//! them. A snapshot holds the stories as columns of a Parquet file; whoever needs all stories reads
//! it and makes anew only those to which facts were recorded after its position.
//!
//! It holds numbers alone: random ids, times, codes and words by their numbers. No word is in it
//! and nothing that says who somebody is, so an erasure has nothing to remove from it.
//!
//! The ledger keeps the hash of each file that was made of it, with its epoch, its position and the
//! format. A file whose hash it does not know is none of its snapshots, whatever became of it: cut
//! short, changed by one bit, of another ledger, or made after the backup that this ledger was
//! restored from. Nothing of a file is believed before its hash was found. Deleting the file
//! changes nothing.

mod columns;
mod file;
mod maker;

pub use file::Snapshot;
pub use maker::SnapshotMaker;

use crate::columns::{of_id, of_position};
use crate::database::cells;
use crate::error::StoreError;
use crate::store::{Store, View};
use crate::unsettled::PERSONS_GATHERED_FOR;
use crate::writer::Writer;
use facts::{Instant, Position, SubjectId, SubjectKind};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The format of snapshots: their columns, and how stories are made of facts. One more whenever
/// either changes.
pub const SNAPSHOT_FORMAT: u32 = 2;

/// So many snapshots are known at once: those that were made last.
const KNOWN_MOST: i64 = 64;

/// What is in the place of the snapshot.
#[derive(Debug)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A file that is of no use.
    Unfit(Unfit),
    /// A snapshot of this ledger.
    Snapshot(Snapshot),
}

/// Why a file is of no use as a snapshot.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unfit {
    /// Its content is none that was made of this ledger.
    #[error(
        "it is damaged, of another ledger, or was made after the backup that this ledger was \
         restored from"
    )]
    Unknown,
    /// Another Tandem made it.
    #[error(
        "it was made by another version of Tandem (format {found}, this one reads \
         {SNAPSHOT_FORMAT})"
    )]
    OtherFormat {
        /// Its format.
        found: u32,
    },
    /// Who belongs to whose story was mended since.
    #[error("stories were mended since it was made")]
    Mended,
    /// The ledger ends before it.
    #[error("it knows more than the ledger, which was restored")]
    BeyondTheLedger,
    /// It cannot be read at all.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
}

/// What stories depend on besides facts, and the name of the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LedgerName {
    pub(crate) id: String,
    pub(crate) epoch: i64,
}

/// What the ledger knows of a snapshot.
#[derive(Clone, Copy, Debug)]
struct Known {
    epoch: i64,
    position: Position,
    format: u32,
}

const LEDGER: &str = "SELECT id, epoch FROM ledger WHERE only_row = 1";
const NEXT_EPOCH: &str = "UPDATE ledger SET epoch = epoch + 1 WHERE only_row = 1";
const KNOWN: &str = "SELECT epoch, position, format FROM snapshot WHERE hash = ?1";
const NOTE: &str = "
    INSERT INTO snapshot (hash, epoch, position, format, made_at) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (hash) DO UPDATE
    SET epoch = excluded.epoch, position = excluded.position, format = excluded.format,
        made_at = excluded.made_at";
const FORGET_OLD: &str = "
    DELETE FROM snapshot
    WHERE hash NOT IN (SELECT hash FROM snapshot ORDER BY made_at DESC, hash LIMIT ?1)";
impl View<'_> {
    pub(crate) fn ledger_name(&self) -> Result<LedgerName, StoreError> {
        self.database.one(LEDGER, &[], |row| Ok(LedgerName { id: row.take()?, epoch: row.take()? }))
    }

    /// The leads whose stories may have changed by facts after a position, in order.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn leads_told_of_after(&self, position: Position) -> Result<Vec<SubjectId>, StoreError> {
        let mut subjects = BTreeSet::new();
        self.database.facts_between(&(position.0 + 1..=i64::MAX as u64), |recorded| {
            subjects.insert(recorded.fact.subject);
            Ok(())
        })?;
        let subjects: Vec<_> = subjects.into_iter().collect();
        let kinds = self.kinds_of(&subjects)?.into_iter();
        let people = subjects.iter().zip(kinds).filter(|it| it.1 == Some(SubjectKind::Person));
        let mut leads: BTreeSet<_> = people.map(|(subject, _)| *subject).collect();
        let asked = subjects.iter().map(|subject| cells![of_id(*subject)]);
        self.database.each_of(PERSONS_GATHERED_FOR, asked, |_, row| {
            leads.insert(row.id()?);
            Ok(())
        })?;
        Ok(leads.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Voids every snapshot: stories are to become others otherwise than by facts.
    pub(crate) fn void_snapshots(&mut self) -> Result<(), StoreError> {
        self.database.run(NEXT_EPOCH, &[]).map(drop)
    }
}

impl Store {
    /// Where the snapshot of this ledger is or would be: beside the ledger's file, or in the folder
    /// that was [named](Store::keep_snapshots_in). `None` for a server without one.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn snapshot_path(&self) -> Result<Option<PathBuf>, StoreError> {
        if let Some(folder) = &self.snapshots_in {
            let name = format!("tandem-{}-snapshot.parquet", self.view().ledger_name()?.id);
            return Ok(Some(folder.join(name)));
        }
        Ok(self.file.as_ref().map(|file| {
            let mut name = file.as_os_str().to_owned();
            name.push("-snapshot.parquet");
            name.into()
        }))
    }

    /// Keeps snapshots in a folder, instead of beside the ledger's file.
    pub fn keep_snapshots_in(&mut self, folder: PathBuf) {
        self.snapshots_in = Some(folder);
    }

    /// The snapshot of this ledger, if there is one that fits it. Reads the whole file once.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn snapshot(&self) -> Result<Found, StoreError> {
        let Some(path) = self.snapshot_path()? else { return Ok(Found::Nothing) };
        let unreadable = |why: std::io::Error| Ok(Found::Unfit(Unfit::Unreadable(why.to_string())));
        let file = match std::fs::File::open(&path) {
            Ok(file) => file,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(why) => return unreadable(why),
        };
        let hash = match file::hash(&file) {
            Ok(hash) => hash,
            Err(why) => return unreadable(why),
        };
        let found = self.database.find(KNOWN, &cells![&*hash], |row| {
            Ok(Known { epoch: row.take()?, position: row.position()?, format: row.take()? })
        })?;
        let Some(known) = found else { return Ok(Found::Unfit(Unfit::Unknown)) };
        if known.format != SNAPSHOT_FORMAT {
            return Ok(Found::Unfit(Unfit::OtherFormat { found: known.format }));
        }
        if known.epoch != self.view().ledger_name()?.epoch {
            return Ok(Found::Unfit(Unfit::Mended));
        }
        if known.position > self.view().tail()? {
            return Ok(Found::Unfit(Unfit::BeyondTheLedger));
        }
        Ok(match Snapshot::open(file, known.position) {
            Ok(snapshot) => Found::Snapshot(snapshot),
            Err(why) => Found::Unfit(Unfit::Unreadable(why)),
        })
    }

    /// Begins a snapshot of the stories as they are by the facts up to a position.
    ///
    /// # Errors
    /// [`StoreError::NoPlaceForSnapshot`] for a server without a folder, and
    /// [`StoreError::Snapshot`] when the file cannot be made.
    pub fn make_snapshot(&self, position: Position) -> Result<SnapshotMaker, StoreError> {
        let path = self.snapshot_path()?.ok_or(StoreError::NoPlaceForSnapshot)?;
        SnapshotMaker::create(path, position, self.view().ledger_name()?)
    }

    /// Puts a snapshot that is complete in its place, and takes note of it. Returns how large it
    /// is, in bytes.
    ///
    /// # Errors
    /// [`StoreError::Snapshot`] when the disk does not take it, and as [`Store::begin`].
    pub fn keep_snapshot(
        &mut self,
        maker: SnapshotMaker,
        made_at: Instant,
    ) -> Result<u64, StoreError> {
        let (position, epoch) = (maker.position(), maker.epoch());
        let (hash, size_bytes) = maker.finish()?;
        let writer = self.begin()?;
        // Of an epoch that is past, it will be found unfit.
        let note = cells![&*hash, epoch, of_position(position), SNAPSHOT_FORMAT, made_at.0];
        writer.database.run(NOTE, &note)?;
        writer.database.run(FORGET_OLD, &cells![KNOWN_MOST])?;
        writer.commit()?;
        Ok(size_bytes)
    }
}
