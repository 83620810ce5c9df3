//! Duplicates among records, found without anybody having labelled any.
//!
//! The model is that of Fellegi & Sunter 1969, *A theory for record linkage*: two records agree in
//! each field to some [level](Field), each level is so and so probable among pairs of one person
//! (`m`) and among pairs of two (`u`), and the ratios of these multiply. Agreement in a rare value
//! says more than in a common one (Winkler 2000, *Frequency-based matching in Fellegi–Sunter*).
//! `m` and how many duplicates there are come from the records themselves by
//! expectation-maximisation (Winkler 1988); `u` from pairs drawn at random, and from counting.
//!
//! Only pairs that share a [blocking key](Pass) are compared. The work is bounded: a record is
//! compared with at most [`NEIGHBOURS_MAX`] that come after it under a key.
//!
//! The same records give the same result, whatever the number of threads.

mod blocks;
mod companies;
mod estimate;
mod find;
mod frequency;
mod groups;
mod hash;
mod levels;
mod model;
mod parallel;
mod people;
mod records;
mod weights;

pub use blocks::NEIGHBOURS_MAX;
pub use companies::{COMPANY_FIELDS, CompanyRecord, companies};
pub use find::{Found, Pair, Thresholds, Verdict, duplicates};
pub use groups::{GROUP_MAX, groups};
pub use levels::{Level, Likeness};
pub use model::{Field, Model, ModelError, Part, Pass, Piece};
pub use people::{PERSON_FIELDS, PersonRecord, fill_companies, people};
pub use records::{Records, RecordsFull};
pub use weights::Weights;
