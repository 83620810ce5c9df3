//! Which pairs are compared.

use super::model::Model;
use super::parallel;
use super::records::Records;
use std::ops::Range;

/// With how many of those that come after it under one key a record is compared: all others of a
/// block of up to 64 records; of a larger one, those whose values sort next to it (the sorted
/// neighbourhood of Hernández & Stolfo 1995). So one pass compares at most 63 times as many pairs
/// as there are records.
pub const NEIGHBOURS_MAX: usize = 63;

/// How many places of a pass are one piece of work.
const CHUNK: usize = 16_384;

/// The records in the order of one blocking key.
pub(super) struct Order {
    /// Key and record, by key; records without a key are left out.
    sorted: Vec<(u64, u32)>,
}

/// The records in the order of each key.
pub(super) struct Blocks {
    pub(super) orders: Vec<Order>,
    /// For each record and pass its key, and its place in the order of that.
    places: Vec<Place>,
    passes: usize,
    /// How many blocks were too large to compare every pair.
    pub(super) blocks_cut: u64,
}

#[derive(Clone, Copy, Default)]
struct Place {
    key: u64,
    place: u32,
}

impl Blocks {
    pub(super) fn new(model: &Model, records: &Records, threads: usize) -> Self {
        let orders = parallel::each(model.passes.len(), threads, |pass| {
            let key = |record: usize| (model.passes[pass].key(records, record), record as u32);
            let mut sorted: Vec<_> =
                (0..records.len()).map(key).filter(|(key, _)| *key != 0).collect();
            sorted.sort_unstable();
            let mut cut = 0;
            for block in sorted.chunk_by_mut(|a, b| a.0 == b.0) {
                if block.len() > NEIGHBOURS_MAX + 1 {
                    block.sort_by_cached_key(|(_, record)| {
                        (records.whole(*record as usize).to_vec(), *record)
                    });
                    cut += 1;
                }
            }
            (Order { sorted }, cut)
        });
        let blocks_cut = orders.iter().map(|(_, cut)| cut).sum();
        let orders: Vec<Order> = orders.into_iter().map(|(order, _)| order).collect();
        let passes = orders.len();
        let mut places = vec![Place::default(); records.len() * passes];
        for (pass, order) in orders.iter().enumerate() {
            for (place, &(key, record)) in order.sorted.iter().enumerate() {
                places[record as usize * passes + pass] = Place { key, place: place as u32 };
            }
        }
        Self { orders, places, passes, blocks_cut }
    }

    /// The pieces of work of a pass.
    pub(super) fn chunks(&self, pass: usize) -> Vec<Range<usize>> {
        parallel::chunks(self.orders[pass].sorted.len(), CHUNK)
    }

    /// How many pairs a pass compares.
    pub(super) fn pairs_of(&self, pass: usize) -> u64 {
        let of_block = |block: &[(u64, u32)]| {
            let (count, reach) = (block.len() as u64, NEIGHBOURS_MAX as u64);
            let whole = count.min(reach + 1);
            whole * (whole - 1) / 2 + (count - whole) * reach
        };
        self.orders[pass].sorted.chunk_by(|a, b| a.0 == b.0).map(of_block).sum()
    }

    /// Calls `with` for every pair of a pass whose first record stands in the range, of keys that
    /// `takes` takes. The smaller record comes first.
    pub(super) fn pairs(
        &self,
        pass: usize,
        range: Range<usize>,
        takes: impl Fn(u64) -> bool,
        mut with: impl FnMut(usize, usize),
    ) {
        let sorted = &self.orders[pass].sorted;
        for place in range {
            let (key, a) = sorted[place];
            if !takes(key) {
                continue;
            }
            let last = (place + NEIGHBOURS_MAX).min(sorted.len() - 1);
            for &(other, b) in &sorted[place + 1..=last] {
                if other != key {
                    break;
                }
                with(a.min(b) as usize, a.max(b) as usize);
            }
        }
    }

    /// Whether a pass before this one compares the two.
    pub(super) fn is_compared_before(&self, pass: usize, a: usize, b: usize) -> bool {
        let of = |record: usize| &self.places[record * self.passes..record * self.passes + pass];
        of(a).iter().zip(of(b)).any(|(a, b)| {
            a.key == b.key && a.key != 0 && a.place.abs_diff(b.place) <= NEIGHBOURS_MAX as u32
        })
    }
}
