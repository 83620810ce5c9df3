//! Telling people and programs what was decided, after it was committed.
//!
//! What is told follows from the decisions alone ([`derive`]) and is written with them, in one
//! transaction ([`write`]). Once its time has come it is addressed to people by name
//! ([`address`]), each in the rhythm that they chose, and [`deliver`]
//! hands it to the outside: without a transaction, at least once, under a key that stays. A decision
//! that is withdrawn takes its messages back, and whoever has one already is told so.
//!
//! Messages in the ledger hold ids and words only; [`compose`] looks names and numbers up at the
//! moment of sending, so that an erased person is in none.

mod address;
mod card;
mod compose;
mod deliver;
mod derive;
mod directory;
mod error;
mod kind;
mod notice;
mod outbox;
mod rhythm;
mod signatures;
mod soon;
mod users;
mod webhooks;
mod write;

pub(crate) use derive::{Decided, Tell};
pub(crate) use write::{tell_of_facts, write};

pub use deliver::{Delivered, Delivery, Lend, Senders, chance, deliver};
pub use directory::{Directory, Recipient};
pub use error::NoticeError;
pub use kind::NoticeKind;
pub use notice::Audience;
pub use rhythm::{next_digest, usual_rhythm};
pub(crate) use signatures::{signature_unwanted, signature_wanted};
pub use users::Users;
pub use webhooks::{NewWebhook, random_secret, random_webhook_id};
