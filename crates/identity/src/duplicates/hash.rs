//! Hashes of values: the same on every machine and in every run.

const FIRST: u64 = 0x9e37_79b9_7f4a_7c15;
const SECOND: u64 = 0xbf58_476d_1ce4_e5b9;
const THIRD: u64 = 0x94d0_49bb_1331_11eb;

/// Stirs a number so that every bit of it moves every bit (the finaliser of SplitMix64, Steele et
/// al. 2014).
pub(super) const fn stir(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(SECOND);
    let number = (number ^ (number >> 27)).wrapping_mul(THIRD);
    number ^ (number >> 31)
}

/// The hash of a value; 0 for the empty one and for no other.
pub(super) fn of(value: &[u8]) -> u64 {
    if value.is_empty() {
        return 0;
    }
    let mut hash = FIRST ^ value.len() as u64;
    let mut words = value.chunks_exact(8);
    for word in &mut words {
        let word = u64::from_le_bytes([
            word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7],
        ]);
        hash = stir(hash ^ word).wrapping_add(FIRST);
    }
    let rest = words.remainder().iter().fold(0_u64, |rest, &byte| rest << 8 | u64::from(byte));
    stir(hash ^ rest).max(1)
}

/// Two hashes in one.
pub(super) const fn joined(one: u64, other: u64) -> u64 {
    stir(one.wrapping_mul(FIRST) ^ other)
}
