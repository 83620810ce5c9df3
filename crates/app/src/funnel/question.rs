//! What is asked of the funnel.

use facts::Instant;

/// What is asked of the funnel.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FunnelQuestion {
    /// Sliced by this trait, by its full name: its present value; or by `persona`, `unit`, `motion`
    /// or `pipeline`.
    pub by: Option<String>,
    /// The time between these two as well: ids of stages, or [`FunnelQuestion::FIRST_TOUCH`].
    pub between: Option<(String, String)>,
    /// Only leads that began at this instant or later.
    pub from: Option<Instant>,
    /// Only leads that began before this instant.
    pub until: Option<Instant>,
}

impl FunnelQuestion {
    /// Stands for the first marketing interaction where a stage could be named.
    pub const FIRST_TOUCH: &str = "first_touch";
}
