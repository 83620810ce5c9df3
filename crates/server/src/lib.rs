//! Tandem over HTTP: the API under `/api/v1`, its description, and live updates.
//!
//! A handler parses, asks the use case in `app`, and answers; it decides nothing itself.
#![deny(missing_docs)]

mod attachment;
mod documents;
mod guard;
mod kept;
mod metering;
mod paging;
mod problem;
mod replays;
mod routes;
mod sent;
mod serve;
mod state;
mod telling;
mod web_app;
mod who;

pub use guard::Rates;
pub use problem::Problem;
pub use routes::{description, router};
pub use serve::serve;
pub use state::{News, Served, Settings};
pub use telling::WaysOut;
pub use who::Actor;
