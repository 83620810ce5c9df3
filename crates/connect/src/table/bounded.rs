//! Input that stops where a record has no end.

use std::fmt;
use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};

/// The largest record, in bytes: what is in memory at once.
pub const RECORD_BYTES_MAX: u64 = 8 << 20;

/// Counts the bytes read since a record began, and fails when they are too many, so that a quote
/// that is never closed does not take the whole file into memory.
pub(super) struct Bounded<R> {
    input: R,
    since_record: AtomicU64,
}

/// The record has no end within the bound.
#[derive(Debug)]
pub(super) struct RecordTooLarge;

impl fmt::Display for RecordTooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the record has more than {RECORD_BYTES_MAX} bytes")
    }
}

impl std::error::Error for RecordTooLarge {}

impl<R> Bounded<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, since_record: AtomicU64::new(0) }
    }

    /// A record begins.
    pub(super) fn begin_record(&self) {
        self.since_record.store(0, Ordering::Relaxed);
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since_record.load(Ordering::Relaxed) > RECORD_BYTES_MAX {
            return Err(io::Error::other(RecordTooLarge));
        }
        let count = self.input.read(buffer)?;
        self.since_record.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
