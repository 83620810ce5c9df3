//! How alike two texts are.

mod edits;
mod jaro;

pub use edits::edits;
pub use jaro::jaro_winkler;

/// The most bytes that are compared bit by bit in one machine word; longer texts take a slower way
/// to the same result.
const WORD_BYTES: usize = 64;
