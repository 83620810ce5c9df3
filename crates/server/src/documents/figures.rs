//! As of when figures hold.

use super::moment;
use app::AsOf;
use serde::Serialize;
use utoipa::ToSchema;

/// As of when figures hold.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = AsOf)]
pub(crate) struct AsOfDocument {
    /// What time it was here.
    pub(crate) now: String,
    /// Until when leads were settled.
    pub(crate) settled_until: Option<String>,
    /// How many leads wait to be settled, so that figures may change without a new fact.
    pub(crate) leads_waiting_to_settle: u64,
    /// When the first charter was adopted: what was before is assumed.
    pub(crate) charter_adopted_at: String,
    /// Whether the charter runs unsigned, to try it.
    pub(crate) is_trial: bool,
}

impl AsOfDocument {
    pub(crate) fn of(as_of: &AsOf, now: facts::Instant) -> Self {
        Self {
            now: now.to_string(),
            settled_until: moment(as_of.settled_until),
            leads_waiting_to_settle: as_of.waiting,
            charter_adopted_at: as_of.adopted_at.to_string(),
            is_trial: as_of.trial,
        }
    }
}
