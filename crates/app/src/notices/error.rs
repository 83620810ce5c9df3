//! What people may not do with messages, and what to do instead.

/// What people may not do with messages, and what to do instead.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoticeError {
    /// A webhook that is not there.
    #[error("there is no webhook `{0}`")]
    UnknownWebhook(String),
    /// A message that is not there, or was forgotten.
    #[error("there is no message {0}, or it ended long ago and was removed")]
    UnknownMessage(i64),
    /// Only what was given up is sent again.
    #[error("message {id} is {state}: only dead messages can be sent again")]
    NotDead {
        /// Which.
        id: i64,
        /// What it is.
        state: &'static str,
    },
    /// Only what waits or was given up is discarded.
    #[error("message {id} is {state}: only waiting and dead messages can be discarded")]
    NotWaiting {
        /// Which.
        id: i64,
        /// What it is.
        state: &'static str,
    },
    /// What should be an address of a webhook is none.
    #[error("this is no address: write https:// and a host, in at most 2000 letters")]
    BadAddress,
    /// A kind of notice that does not exist.
    #[error("there is no kind of notice `{0}`: write one of {kinds}", kinds = kinds())]
    UnknownKind(String),
    /// What should be who a room is for is not.
    #[error("`{0}` is nobody: write role: or person: and a word, such as role:sales_head")]
    BadAudience(String),
    /// A program is told of everybody's.
    #[error("only rooms are for somebody: a program is told of all, leave the audience out")]
    ProgramHasNoAudience,
    /// An hour or weekday that is none.
    #[error("hours are 0 to 23, and weekdays 1 (Monday) to 7 (Sunday)")]
    BadRhythm,
    /// There are as many webhooks as there may be.
    #[error("there are {0} webhooks already, as many as there may be: remove one")]
    TooManyWebhooks(usize),
    /// The machine gives no random numbers.
    #[error("the machine gives no random numbers: {0}")]
    NoRandomness(String),
}

impl NoticeError {
    /// What it is, for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownWebhook(_) => "unknown_webhook",
            Self::UnknownMessage(_) => "unknown_message",
            Self::NotDead { .. } => "message_not_dead",
            Self::NotWaiting { .. } => "message_not_waiting",
            Self::BadAddress => "bad_address",
            Self::UnknownKind(_) => "unknown_notice",
            Self::BadAudience(_) => "bad_audience",
            Self::ProgramHasNoAudience => "program_has_no_audience",
            Self::BadRhythm => "bad_rhythm",
            Self::TooManyWebhooks(_) => "too_many_webhooks",
            Self::NoRandomness(_) => "no_randomness",
        }
    }
}

fn kinds() -> String {
    super::NoticeKind::ALL.map(super::NoticeKind::word).join(", ")
}
