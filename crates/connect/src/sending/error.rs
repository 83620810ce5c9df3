//! Why something could not be sent.

/// Why something could not be sent. Says nothing of whom it was for: it is kept and shown.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{what}")]
pub struct SendError {
    /// What happened, and what to do about it.
    pub what: String,
    /// Whether trying again may help.
    pub lasts: bool,
    /// Whether the other side may have it all the same: it was asked, and did not answer.
    pub may_be_out: bool,
}

impl SendError {
    /// It never left, and may another time.
    pub(crate) fn passing(what: impl Into<String>) -> Self {
        Self { what: what.into(), lasts: false, may_be_out: false }
    }

    /// It never leaves unless somebody changes something.
    pub(crate) fn lasting(what: impl Into<String>) -> Self {
        Self { what: what.into(), lasts: true, may_be_out: false }
    }

    /// Nobody knows whether it left.
    pub(crate) fn unclear(what: impl Into<String>) -> Self {
        Self { what: what.into(), lasts: false, may_be_out: true }
    }
}
