//! Failed sign-ins, counted so that guessing ends.

use super::SecretHash;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

const FAILURES: &str = "
    SELECT began_at, failures FROM failed_sign_in WHERE bucket = ?1 AND began_at > ?2";
const COUNT_ONE: &str = "
    INSERT INTO failed_sign_in (bucket, began_at, failures) VALUES (?1, ?2, 1)
    ON CONFLICT (bucket) DO UPDATE SET
      failures = CASE WHEN failed_sign_in.began_at > ?3 THEN failed_sign_in.failures + 1 ELSE 1 END,
      began_at = CASE WHEN failed_sign_in.began_at > ?3 THEN failed_sign_in.began_at
                      ELSE excluded.began_at END";
const UNCOUNT: &str =
    "UPDATE failed_sign_in SET failures = failures - 1 WHERE bucket = ?1 AND failures > 0";
const FORGET: &str = "DELETE FROM failed_sign_in WHERE bucket = ?1";
const FORGET_OLD: &str = "DELETE FROM failed_sign_in WHERE began_at <= ?1";

impl View<'_> {
    /// When the window of a bucket began and how many sign-ins failed in it; `None` when it did
    /// not begin after `since`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn failed_sign_ins(
        &self,
        bucket: &SecretHash,
        since: Instant,
    ) -> Result<Option<(Instant, u64)>, StoreError> {
        let asked = cells![&bucket[..], since.0];
        self.database.find(FAILURES, &asked, |row| Ok((row.instant()?, row.count()?)))
    }
}

impl Writer<'_> {
    /// Counts a failed sign-in; windows that began by `since` are over and forgotten.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn count_failed_sign_in(
        &mut self,
        bucket: &SecretHash,
        now: Instant,
        since: Instant,
    ) -> Result<(), StoreError> {
        self.database.run(FORGET_OLD, &cells![since.0])?;
        self.database.run(COUNT_ONE, &cells![&bucket[..], now.0, since.0]).map(drop)
    }

    /// Takes back one count of a bucket: that sign-in did not fail.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn uncount_failed_sign_in(&mut self, bucket: &SecretHash) -> Result<(), StoreError> {
        self.database.run(UNCOUNT, &cells![&bucket[..]]).map(drop)
    }

    /// Forgets the failures of a bucket.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn forget_failed_sign_ins(&mut self, bucket: &SecretHash) -> Result<(), StoreError> {
        self.database.run(FORGET, &cells![&bucket[..]]).map(drop)
    }
}
