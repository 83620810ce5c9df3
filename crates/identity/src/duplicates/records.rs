//! Records to be compared, packed.

use super::hash;

/// Records with the same fields: each value a text, already normalised, empty where unknown.
#[derive(Clone, Debug)]
pub struct Records {
    fields: usize,
    bytes: Vec<u8>,
    /// Where each value ends, record by record.
    ends: Vec<u32>,
    hashes: Vec<u64>,
}

/// There is no room for more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "at most {max} records, with 4 GiB of values together, can be compared at once: compare a part \
     of them",
    max = Records::MAX
)]
pub struct RecordsFull;

impl Records {
    /// The most records.
    pub const MAX: usize = 50_000_000;

    /// None yet; each will have so many fields.
    #[must_use]
    pub const fn new(fields: usize) -> Self {
        Self { fields, bytes: Vec::new(), ends: Vec::new(), hashes: Vec::new() }
    }

    /// Adds a record; values that are not given are unknown, and ones beyond the fields are left
    /// out.
    ///
    /// # Errors
    /// When there are [`Records::MAX`] already, or 4 GiB of values.
    pub fn push(&mut self, values: &[&str]) -> Result<(), RecordsFull> {
        let more: usize = values.iter().map(|value| value.len()).sum();
        let fits = u32::try_from(self.bytes.len() + more).is_ok();
        if !fits || self.len() == Self::MAX {
            return Err(RecordsFull);
        }
        for field in 0..self.fields {
            let value = values.get(field).copied().unwrap_or_default();
            self.bytes.extend_from_slice(value.as_bytes());
            self.ends.push(self.bytes.len() as u32);
            self.hashes.push(hash::of(value.as_bytes()));
        }
        Ok(())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len().checked_div(self.fields).unwrap_or(0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many fields each has.
    #[must_use]
    pub const fn fields(&self) -> usize {
        self.fields
    }

    /// A value; empty where unknown.
    ///
    /// # Panics
    /// When there is no such record or field.
    #[must_use]
    pub fn value(&self, record: usize, field: usize) -> &str {
        // Values were added whole, so the cuts are between letters.
        str::from_utf8(self.bytes(record, field)).unwrap_or_default()
    }

    pub(super) fn bytes(&self, record: usize, field: usize) -> &[u8] {
        let place = record * self.fields + field;
        let start = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        &self.bytes[start..self.ends[place] as usize]
    }

    /// The hash of a value; 0 where unknown.
    pub(super) fn hash(&self, record: usize, field: usize) -> u64 {
        self.hashes[record * self.fields + field]
    }

    /// A record's values in one, to sort by.
    pub(super) fn whole(&self, record: usize) -> &[u8] {
        let first = record * self.fields;
        let start = if first == 0 { 0 } else { self.ends[first - 1] as usize };
        &self.bytes[start..self.ends[first + self.fields - 1] as usize]
    }
}
