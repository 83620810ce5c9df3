//! Where in a sorted table to start looking for a number.

/// For each bucket of `2^shift` numbers, the last row whose key is at or before the bucket's start.
///
/// A look-up is one shift, one load and a scan of the few rows whose keys fall in the same bucket.
#[derive(Clone)]
pub(crate) struct BucketIndex {
    rows: Box<[u32]>,
    shift: u32,
}

impl BucketIndex {
    /// Indexes ascending `keys`, of which the first is at most 0, for look-ups of 0 to `greatest`.
    pub(crate) fn new(keys: &[i64], greatest: i64, shift: u32) -> Self {
        debug_assert!(keys.first().is_some_and(|key| *key <= 0), "a row for every number");
        let mut row = 0;
        let rows = (0..=greatest >> shift).map(|bucket| {
            while keys.get(row + 1).is_some_and(|key| *key <= bucket << shift) {
                row += 1;
            }
            u32::try_from(row).unwrap_or(u32::MAX)
        });
        Self { rows: rows.collect(), shift }
    }

    /// The shift that gives at most two buckets for each row.
    pub(crate) fn shift_for(rows: usize, greatest: i64) -> u32 {
        let buckets_max = i64::try_from(rows * 2).unwrap_or(i64::MAX).max(2);
        (0..62).find(|shift| greatest >> shift < buckets_max).unwrap_or(62)
    }

    /// The last row whose key is at or before `number`, which lies in 0 to the greatest.
    ///
    /// `key_of` gives a row's key; past the last row it must give `i64::MAX`, or the last row's key
    /// must be above the greatest number.
    #[inline]
    pub(crate) fn seek(&self, number: i64, key_of: impl Fn(usize) -> i64) -> usize {
        Self::seek_from(self.rows[(number >> self.shift) as usize] as usize, number, key_of)
    }

    /// As [`BucketIndex::seek`], for tables with about one key in a bucket. Whether that one is
    /// passed is as good as random, so it is added up and not branched on: a processor that
    /// guesses wrong loses more than the rest of a look-up takes.
    #[inline]
    pub(crate) fn seek_among_many(&self, number: i64, key_of: impl Fn(usize) -> i64) -> usize {
        let row = self.rows[(number >> self.shift) as usize] as usize;
        let row = row + usize::from(key_of(row + 1) <= number);
        Self::seek_from(row, number, key_of)
    }

    #[inline]
    fn seek_from(mut row: usize, number: i64, key_of: impl Fn(usize) -> i64) -> usize {
        while key_of(row + 1) <= number {
            row += 1;
        }
        row
    }

    /// Heap memory, bytes.
    pub(crate) fn memory_bytes(&self) -> usize {
        size_of_val(&*self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_finds_its_row() {
        let keys = [0, 0, 3, 4, 5, 40, 41, 100, i64::MAX];
        for shift in 0..8 {
            let index = BucketIndex::new(&keys, 120, shift);
            for number in 0..=120 {
                let expect = keys.partition_point(|key| *key <= number) - 1;
                assert_eq!(index.seek(number, |row| keys[row]), expect, "{number} by {shift}");
                let found = index.seek_among_many(number, |row| keys[row]);
                assert_eq!(found, expect, "{number} by {shift}");
            }
        }
    }

    #[test]
    fn buckets_are_at_most_two_a_row() {
        for (rows, greatest) in [(1, 0), (2, 7), (1_000, 1 << 50), (160_000, 1 << 52)] {
            let shift = BucketIndex::shift_for(rows, greatest);
            assert!(greatest >> shift < 2 * rows as i64, "{rows} rows, {greatest}");
        }
    }
}
