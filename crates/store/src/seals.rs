//! Sealed periods: what was reported of them, as it was reported.

use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Position};
use lifecycle::VersionNumber;

/// A period whose figures were reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seal {
    /// Its number, from 1.
    pub id: u64,
    /// From when.
    pub from: Instant,
    /// Until before when.
    pub until: Instant,
    /// The last fact that was known.
    pub position: Position,
    /// The version of the charter that was in force.
    pub version: VersionNumber,
    /// When it was sealed: decisions are those until then.
    pub sealed_at: Instant,
    /// Who sealed it.
    pub who: String,
    /// What was reported: a document. It names nobody.
    pub edition: String,
    /// The hash over all of this and over the hash of the seal before.
    pub hash: [u8; 32],
}

const ALL: &str = "
    SELECT id, from_at, until_at, position, version, sealed_at, who, edition, hash
    FROM seal ORDER BY id";
const ADD: &str = "
    INSERT INTO seal (id, from_at, until_at, position, version, sealed_at, who, edition, hash)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

impl View<'_> {
    /// Every sealed period, in the order of sealing, with the hashes checked.
    ///
    /// # Errors
    /// When the ledger cannot be read, and [`StoreError::Corrupt`] where a seal was changed in the
    /// file or is gone.
    pub fn seals(&self) -> Result<Vec<Seal>, StoreError> {
        let seals = self.database.all(ALL, &[], seal)?;
        let mut before = [0; 32];
        for (seal, id) in seals.iter().zip(1..) {
            if seal.id != id || seal.hash != seal.hash_after(&before) {
                let told = format!("sealed period {} was changed in the file", seal.id);
                return Err(StoreError::Corrupt(told));
            }
            before = seal.hash;
        }
        Ok(seals)
    }
}

impl Writer<'_> {
    /// Adds a sealed period, chained to the one before: its number and its hash are given here.
    ///
    /// # Errors
    /// When the disk does not take it, or the period is sealed already.
    pub fn add_seal(&mut self, new: &Seal) -> Result<Seal, StoreError> {
        let seals = self.view().seals()?;
        let (last, before) = seals.last().map_or((0, [0; 32]), |last| (last.id, last.hash));
        let mut seal = Seal { id: last + 1, ..new.clone() };
        seal.hash = seal.hash_after(&before);
        let row = cells![
            seal.id.cast_signed(),
            seal.from.0,
            seal.until.0,
            seal.position.0.cast_signed(),
            i64::from(seal.version.0),
            seal.sealed_at.0,
            seal.who.as_str(),
            seal.edition.as_str(),
            &seal.hash[..]
        ];
        self.database.run(ADD, &row)?;
        Ok(seal)
    }
}

impl Seal {
    /// The hash over what was sealed by whom and when, and over the hash of the seal before.
    fn hash_after(&self, before: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(before);
        for number in [self.from.0, self.until.0, self.sealed_at.0] {
            hasher.update(&number.to_le_bytes());
        }
        hasher.update(&self.id.to_le_bytes());
        hasher.update(&self.position.0.to_le_bytes());
        hasher.update(&self.version.0.to_le_bytes());
        for text in [&self.who, &self.edition] {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}

fn seal(row: &mut Columns<'_>) -> Result<Seal, StoreError> {
    let (id, from, until) = (row.count()?, row.instant()?, row.instant()?);
    let position = Position(row.count()?);
    let number: i64 = row.take()?;
    let wrong = |_| StoreError::Corrupt(format!("version {number}"));
    Ok(Seal {
        id,
        from,
        until,
        position,
        version: VersionNumber(u16::try_from(number).map_err(wrong)?),
        sealed_at: row.instant()?,
        who: row.take()?,
        edition: row.take()?,
        hash: row.take()?,
    })
}
