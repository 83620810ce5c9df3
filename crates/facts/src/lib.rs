//! What Tandem records.
//!
//! A [`Fact`] is something that happened or was chosen, recorded once and never changed.
//! Everything else in Tandem is derived from facts and from the charter.
//!
//! Pure: no I/O, no clock, no randomness.
#![deny(missing_docs)]

mod code;
mod fact;
mod id;
mod schema;
mod selector;
mod time;
mod value;
mod vocabulary;

pub use code::{Code, Kind};
pub use fact::{Fact, Origin, Recorded};
pub use id::{FactKey, IdError, Position, SubjectId, SubjectKind};
pub use schema::{Schema, TraitType};
pub use selector::Selector;
pub use time::{Instant, Precision, Seconds, TimeError};
pub use value::{Symbol, Value};
pub use vocabulary::{Vocabulary, VocabularyFull};
