//! The versions of the charter as they were adopted.

use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Position};
use lifecycle::VersionNumber;

/// A version of the charter to adopt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NewVersion<'a> {
    /// The charter's file, to the letter.
    pub text: &'a str,
    /// From when it decides.
    pub in_force_from: Instant,
    /// Now.
    pub recorded_at: Instant,
    /// Who adopted it.
    pub who: &'a str,
    /// Whether it runs unsigned, to try it.
    pub trial: bool,
    /// Whether it withdraws the versions that are not in force yet at `recorded_at`.
    pub replaces_pending: bool,
}

/// A version of the charter as it was adopted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedVersion {
    /// Its number, from 1.
    pub number: VersionNumber,
    /// The charter's file, to the letter.
    pub text: String,
    /// From when it decides.
    pub in_force_from: Instant,
    /// The last fact that was known when it was adopted.
    pub known_position: Position,
    /// When it was adopted.
    pub recorded_at: Instant,
    /// Who adopted it.
    pub who: String,
    /// Whether it runs unsigned, to try it.
    pub trial: bool,
    /// Whether it withdrew the versions that were not in force yet when it was adopted.
    pub replaces_pending: bool,
    /// The hash over all of this and over the hash of the version before.
    pub hash: [u8; 32],
}

const ALL: &str = "
    SELECT number, text, in_force_from, known_position, recorded_at, who, trial,
           replaces_pending, hash
    FROM version ORDER BY number";
const ADD: &str = "
    INSERT INTO version (number, text, in_force_from, known_position, recorded_at, who, trial,
                         replaces_pending, hash)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

impl View<'_> {
    /// All versions, oldest first.
    ///
    /// # Errors
    /// [`StoreError::BrokenChain`] when one is not what was adopted.
    pub fn versions(&self) -> Result<Vec<SignedVersion>, StoreError> {
        let versions = self.database.all(ALL, &[], |row| {
            Ok(SignedVersion {
                number: VersionNumber(row.take()?),
                text: row.take()?,
                in_force_from: row.instant()?,
                known_position: row.position()?,
                recorded_at: row.instant()?,
                who: row.take()?,
                trial: row.take()?,
                replaces_pending: row.take()?,
                hash: row.take()?,
            })
        })?;
        let mut before = [0; 32];
        for version in &versions {
            if version.hash != version.chained(&before) {
                return Err(StoreError::BrokenChain(version.number.0));
            }
            before = version.hash;
        }
        Ok(versions)
    }
}

impl Writer<'_> {
    /// Adds the next version.
    ///
    /// # Errors
    /// [`StoreError::TooManyVersions`] after 65,535.
    pub fn add_version(&mut self, new: &NewVersion<'_>) -> Result<SignedVersion, StoreError> {
        let last = self.view().versions()?.pop();
        let (number, before) = last.map_or((0, [0; 32]), |last| (last.number.0, last.hash));
        let number = number.checked_add(1).ok_or(StoreError::TooManyVersions)?;
        let mut version = SignedVersion {
            number: VersionNumber(number),
            text: new.text.to_owned(),
            in_force_from: new.in_force_from,
            known_position: self.view().tail()?,
            recorded_at: new.recorded_at,
            who: new.who.to_owned(),
            trial: new.trial,
            replaces_pending: new.replaces_pending,
            hash: [0; 32],
        };
        version.hash = version.chained(&before);
        let row = cells![
            number,
            &version.text,
            version.in_force_from.0,
            version.known_position.0.cast_signed(),
            version.recorded_at.0,
            &version.who,
            version.trial,
            version.replaces_pending,
            &version.hash[..],
        ];
        self.database.run(ADD, &row)?;
        self.after.versions = i64::from(number);
        Ok(version)
    }
}

impl SignedVersion {
    /// Whether this version withdrew an earlier one, which was not in force yet.
    #[must_use]
    pub fn withdraws(&self, earlier: &Self) -> bool {
        self.replaces_pending
            && earlier.number < self.number
            && earlier.in_force_from > self.recorded_at
    }

    /// The hash that this version must have after the one before.
    fn chained(&self, before: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(before);
        for number in [
            i64::from(self.number.0),
            self.in_force_from.0,
            self.known_position.0.cast_signed(),
            self.recorded_at.0,
            // In one number, so that the hashes of versions that replace nothing are as ever.
            i64::from(self.trial) | i64::from(self.replaces_pending) << 1,
            self.who.len() as i64,
        ] {
            hasher.update(&number.to_le_bytes());
        }
        hasher.update(self.who.as_bytes());
        hasher.update(self.text.as_bytes());
        *hasher.finalize().as_bytes()
    }
}
