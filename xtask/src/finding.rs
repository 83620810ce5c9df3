//! What a check found: the place, the reason, what to do.

use std::fmt;

/// Whether a finding fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// The run fails.
    Failure,
    /// The run says so and goes on.
    Warning,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    /// Where: a path, with a line where there is one, or a crate.
    pub(crate) place: String,
    /// What is wrong there.
    pub(crate) reason: String,
    /// What to do about it.
    pub(crate) remedy: String,
}

impl Finding {
    /// A finding that fails the run.
    pub(crate) fn failure(
        place: impl Into<String>,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Failure,
            place: place.into(),
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    /// The same finding, as a warning.
    pub(crate) fn into_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity {
            Severity::Failure => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{word}: {}: {}\n  do: {}", self.place, self.reason, self.remedy)
    }
}
