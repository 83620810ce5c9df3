//! Who may send events.

use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// The number of a write key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct WriteKeyId(pub i64);

/// A write key, without the key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WriteKey {
    /// Its number.
    pub id: WriteKeyId,
    /// What it is for: `website`.
    pub name: String,
    /// The sites from which browsers may send with it: `https://www.example.com`; `*` for any.
    pub origins: Vec<String>,
    /// When it was made.
    pub made_at: Instant,
    /// Since when it is good for nothing.
    pub revoked_at: Option<Instant>,
}

const ADD: &str = "
    INSERT INTO write_key (digest, name, origins, made_at) VALUES (?1, ?2, ?3, ?4) RETURNING id";
const REVOKE: &str = "UPDATE write_key SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL";
const ALL: &str = "SELECT id, name, origins, made_at, revoked_at FROM write_key ORDER BY id";
const ONE: &str = "SELECT id, name, origins, made_at, revoked_at FROM write_key WHERE id = ?1";
const BY_DIGEST: &str = "
    SELECT id, name, origins, made_at, revoked_at FROM write_key WHERE digest = ?1";
const SET_MAPPING: &str = "INSERT INTO event_mapping (at, who, text) VALUES (?1, ?2, ?3)";
const MAPPING: &str = "SELECT text FROM event_mapping ORDER BY id DESC LIMIT 1";
const MAPPING_NUMBER: &str = "SELECT coalesce(max(id), 0) FROM event_mapping";

impl WriteKey {
    /// What is kept of a key: its hash. A key is random, so that nothing slower is needed.
    #[must_use]
    pub fn digest(key: &str) -> [u8; 32] {
        *blake3::hash(key.as_bytes()).as_bytes()
    }

    /// Whether browsers of a site may send with it.
    #[must_use]
    pub fn allows(&self, origin: &str) -> bool {
        let fits = |site: &String| site == "*" || site.eq_ignore_ascii_case(origin);
        self.origins.iter().any(fits)
    }
}

impl View<'_> {
    /// All write keys, the oldest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn write_keys(&self) -> Result<Vec<WriteKey>, StoreError> {
        self.database.all(ALL, &[], read)
    }

    /// A write key by its number.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn write_key(&self, id: WriteKeyId) -> Result<Option<WriteKey>, StoreError> {
        self.database.find(ONE, &cells![id.0], read)
    }

    /// The write key of which this is the hash, revoked or not.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn write_key_of(&self, digest: &[u8; 32]) -> Result<Option<WriteKey>, StoreError> {
        self.database.find(BY_DIGEST, &cells![&digest[..]], read)
    }

    /// What events mean, as it was written last; none before somebody wrote it.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn event_mapping(&self) -> Result<Option<String>, StoreError> {
        self.database.find(MAPPING, &[], |row| row.take())
    }

    /// A number that grows whenever what events mean is written anew.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn event_mapping_number(&self) -> Result<i64, StoreError> {
        self.database.one(MAPPING_NUMBER, &[], |row| row.take())
    }
}

impl Writer<'_> {
    /// Adds a write key by its hash.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_write_key(
        &mut self,
        digest: &[u8; 32],
        name: &str,
        origins: &[String],
        now: Instant,
    ) -> Result<WriteKeyId, StoreError> {
        let origins = origins.join("\n");
        let row = cells![&digest[..], name, &origins, now.0];
        self.database.one(ADD, &row, |row| row.take().map(WriteKeyId))
    }

    /// Makes a write key good for nothing. Returns whether it was good.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn revoke_write_key(&mut self, id: WriteKeyId, now: Instant) -> Result<bool, StoreError> {
        Ok(self.database.run(REVOKE, &cells![id.0, now.0])? == 1)
    }

    /// Writes anew what events mean.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn set_event_mapping(
        &mut self,
        text: &str,
        who: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.database.run(SET_MAPPING, &cells![now.0, who, text]).map(drop)
    }
}

fn read(row: &mut Columns<'_>) -> Result<WriteKey, StoreError> {
    Ok(WriteKey {
        id: WriteKeyId(row.take()?),
        name: row.take()?,
        origins: row.text()?.lines().map(str::to_owned).collect(),
        made_at: row.instant()?,
        revoked_at: row.take::<Option<i64>>()?.map(Instant),
    })
}
