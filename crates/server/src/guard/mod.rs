//! What every request passes before it is answered, from the outside in: headers that keep a page
//! to itself, writes that another site caused, who asks, how often.

mod address;
mod cookie;
mod headers;
mod origin;
mod rates;
mod recognise;
mod replays;

pub(crate) use address::Address;
pub(crate) use cookie::{attempt_cleared, attempt_cookie, attempt_of, cleared, session_cookie};
pub(crate) use headers::protect;
pub(crate) use origin::same_origin;
pub use rates::Rates;
pub(crate) use rates::{Limits, limit};
pub(crate) use recognise::recognise;
pub(crate) use replays::{SecretShown, once};

/// Whether an address is of the API, which only our own pages and programs with a token use.
fn is_of_the_api(path: &str) -> bool {
    path.starts_with("/api/")
}
