//! Stories as columns: the linked facts of a lead in order.
//!
//! Order within a story is (effective time, rank of kind, fact key), never the order of arrival,
//! so that the same facts make the same story however they came in.
//!
//! Pure: no I/O, no clock, no randomness.
#![deny(missing_docs)]

mod account;
mod assemble;
mod membership;
mod retraction;
mod row;
mod story;
mod timelines;

pub use account::assemble_account;
pub use assemble::{Known, assemble};
pub use membership::{AccountLink, accounts_in_the_end, link, merged_into};
pub use retraction::taken_back;
pub use row::{Row, RowFlags};
pub use story::{OwnedStory, Story};
pub use timelines::Timelines;
