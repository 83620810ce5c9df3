//! What an audit found, in words: each finding in a sentence with its parts, what the data cannot
//! say, and all of it as a page.

mod article;
mod counted;
mod limits;
mod parts;
mod people;
mod sentence;

pub use article::{Article, article};
pub use counted::counted;
pub use limits::in_words as limit_in_words;
pub use parts::{FEW, Part, parts};
pub use people::{names_people, without_names};
pub use sentence::{notes, noun, plain, promise_name, reason_of, sentence};
