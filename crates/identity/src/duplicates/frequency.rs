//! How often each value occurs.

use super::parallel;
use super::records::Records;
use super::weights::{GRADES, step};

/// How often the values of a field occur.
pub(super) struct Frequency {
    /// For each record, how many have the same value; 0 where it is unknown. Only where asked for.
    pub(super) of_record: Vec<u32>,
    /// How many records have a value.
    pub(super) known: u64,
    /// How many pairs of records have the same value, by the [step] of its frequency.
    agreeing: [u64; GRADES],
}

impl Frequency {
    /// Counts every field, and for those of which `each_record` is true each record's value.
    pub(super) fn count(records: &Records, each_record: &[bool], threads: usize) -> Vec<Self> {
        parallel::each(records.fields(), threads, |field| {
            Self::of_field(records, field, each_record[field])
        })
    }

    fn of_field(records: &Records, field: usize, each_record: bool) -> Self {
        let hash = |record: usize| (records.hash(record, field), record as u32);
        let mut sorted: Vec<_> =
            (0..records.len()).map(hash).filter(|(hash, _)| *hash != 0).collect();
        sorted.sort_unstable();
        let mut of_record = vec![0; if each_record { records.len() } else { 0 }];
        let mut agreeing = [0; GRADES];
        for same in sorted.chunk_by(|a, b| a.0 == b.0) {
            let count = same.len() as u64;
            agreeing[usize::from(step(count as u32))] += count * (count - 1) / 2;
            if each_record {
                for (_, record) in same {
                    of_record[*record as usize] = count as u32;
                }
            }
        }
        Self { of_record, known: sorted.len() as u64, agreeing }
    }

    /// The share of all pairs with known values that agree; 0 when there is none.
    pub(super) fn agreeing_share(&self) -> f64 {
        let pairs = self.pairs();
        if pairs == 0.0 { 0.0 } else { self.agreeing.iter().sum::<u64>() as f64 / pairs }
    }

    /// How many pairs agree, by the step of their value's frequency or all in one.
    pub(super) fn agreeing_by_step(&self, by_step: bool) -> [f64; GRADES] {
        if by_step {
            return self.agreeing.map(|pairs| pairs as f64);
        }
        let mut all = [0.0; GRADES];
        all[0] = self.agreeing.iter().sum::<u64>() as f64;
        all
    }

    /// How many pairs of records with known values there are.
    pub(super) fn pairs(&self) -> f64 {
        pairs(self.known)
    }
}

/// How many pairs so many things make.
pub(super) fn pairs(count: u64) -> f64 {
    let count = count as f64;
    count * (count - 1.0).max(0.0) / 2.0
}
