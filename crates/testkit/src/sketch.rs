//! Random charters and stories: small worlds in which everything happens often.

mod charters;
mod stories;

pub use charters::{charter, charter_pair};
pub use stories::{ACCOUNT, Event, FROM, OTHER_PERSON, UNTIL, events, record};
