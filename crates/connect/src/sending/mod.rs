//! Ways out: people told by email and in chat rooms, programs by signed webhooks.
//!
//! A [`Parcel`] is a message with where it goes; [`Outside`] hands it over, within bounded time, and
//! says what became of it. Nothing here knows why something is told, or tries again: that is the
//! outbox's.

mod chat;
mod email;
mod error;
mod guard;
mod http;
mod message;
mod webhook;

pub use email::{Encryption, Mail, MailSettings};
pub use error::SendError;
pub use guard::{Reach, is_own_network};
pub use http::Http;
pub(crate) use http::agent;
pub use message::{Button, Item, Message, Parcel};
pub use webhook::{secret_in_words, signature};

/// Everything through which messages leave.
#[derive(Debug)]
pub struct Outside {
    /// The mail server, if one is set up.
    pub mail: Option<Mail>,
    /// The way to other programs.
    pub http: Http,
}

impl Outside {
    /// Hands a parcel over. Blocks for at most [`Http::SECONDS_MAX`] for programs and rooms, and
    /// [`Mail::SECONDS_MAX`] for each step of speaking to a mail server.
    ///
    /// # Errors
    /// When it was not taken, or nobody knows.
    pub fn send(&self, parcel: &Parcel) -> Result<(), SendError> {
        match parcel {
            Parcel::Email { to, name, message } => {
                let none = || SendError::passing("no mail server is set up: name one in [smtp]");
                self.mail.as_ref().ok_or_else(none)?.send(to, name, message)
            }
            Parcel::Slack { url, message } => self.http.post(url, &[], &chat::slack(message)),
            Parcel::Teams { url, message } => self.http.post(url, &[], &chat::teams(message)),
            Parcel::Program { url, secrets, id, sent_at_seconds, body } => {
                let headers = webhook::headers(secrets, id, *sent_at_seconds, body);
                self.http.post(url, &headers, body)
            }
        }
    }
}

/// The name of a message for the outside, from its key: the same on every attempt, and without what
/// a key says.
#[must_use]
pub fn event_id(key: &str) -> String {
    let hash = blake3::hash(key.as_bytes());
    let start: String = hash.as_bytes()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("msg_{start}")
}
