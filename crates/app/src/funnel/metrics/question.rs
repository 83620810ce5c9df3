//! What is asked of metrics.

use facts::Instant;

/// What is asked of metrics.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MetricsQuestion {
    /// From when until before when.
    pub period: (Instant, Instant),
    /// Another period, to hold the first against.
    pub compared: Option<(Instant, Instant)>,
    /// Side by side: by a trait by its full name (`source` for `lead.source`), `campaign`,
    /// `persona`, `unit`, `motion`, `pipeline`, `team` or `version`.
    pub by: Option<String>,
    /// Only what one of these says, and the value: as `by`, or `assignee`.
    pub only: Option<(String, String)>,
    /// As it was known at this instant: what was recorded, and the charter that was adopted, by
    /// then.
    pub as_known: Option<Instant>,
}

impl MetricsQuestion {
    /// The most slices that are shown side by side.
    pub const SLICES_MOST: usize = 200;
    /// The one word that tells people apart, and is no cut to show side by side: a person's own
    /// record is for that person and their head.
    pub const ASSIGNEE: &str = "assignee";

    /// Everything about a period, as known now.
    #[must_use]
    pub const fn of(period: (Instant, Instant)) -> Self {
        Self { period, compared: None, by: None, only: None, as_known: None }
    }
}
