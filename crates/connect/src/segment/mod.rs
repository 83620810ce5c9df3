//! Events as Segment's libraries send them: identify, track, page, screen, group, alias, and
//! batches of these.
//!
//! From the bytes of a request to [messages](Message), each of them typed, and a [`Refusal`] with
//! the path of the field for every one that cannot be read; and from messages, through an
//! [`EventMapping`], to what they [mean](Meaning) in facts. No I/O and no clock: when a request
//! came in is an argument.
//!
//! ```
//! use connect::segment::{Call, Delivery, EventMapping, Meaning, read};
//! use facts::Instant;
//!
//! let delivery = Delivery { received_at: Instant::parse("2026-03-01T09:30:00Z").unwrap(), number: 7 };
//! let body = br#"{"batch": [
//!     {"type": "track", "anonymousId": "a-1", "event": "Demo Requested", "messageId": "m-1"},
//!     {"type": "track", "anonymousId": "a-1", "messageId": "m-2"}
//! ]}"#;
//! let reading = read(body, Call::Batch, &delivery).unwrap();
//! let meaning = Meaning::of(&reading.messages[0], &EventMapping::default());
//! assert_eq!(&*meaning.facts[0].name, "form.demo_request");
//! assert_eq!(reading.refusals[0].path, "batch[1].event");
//! ```

mod clock;
mod gzip;
mod mapping;
mod meaning;
mod message;
mod names;
mod read;
mod refusal;
mod scanner;
mod traits;
mod wire;

pub use gzip::inflate;
pub(crate) use mapping::TraitMeaning;
pub use mapping::{EventMapping, EventMeaning, PagePattern};
pub use meaning::{AccountMeaning, LeftOut, Meaning};
pub use message::{Call, Context, Delivery, Message, Said, Scalar, Trait, Viewed, Who};
pub use names::fact_name;
pub use read::{Reading, read, write_key};
pub use refusal::{BodyRefused, Refusal};
pub use scanner::scanner;

/// The largest message, in bytes.
pub const EVENT_BYTES_MAX: usize = 32 << 10;
/// The largest body of a request, unpacked, in bytes.
pub const BODY_BYTES_MAX: usize = 500 << 10;
/// The most messages in a batch.
pub const BATCH_EVENTS_MAX: usize = 2_500;
/// The longest id of a person, a group or a message, in bytes.
pub const ID_BYTES_MAX: usize = 500;
/// The longest name of an event, a page or a screen, in bytes.
pub const NAME_BYTES_MAX: usize = 200;
/// The most traits of a message, those within others counted.
pub const TRAITS_MAX: usize = 256;
/// How deep traits may lie within traits.
pub const TRAIT_DEPTH_MAX: usize = 8;
