//! Why two figures differ, lead by lead.

use app::ReconciledFigures;
use serde::Serialize;
use utoipa::ToSchema;

/// Why two figures that count leads differ: what changes with each cause, which sum to the
/// difference; each lead that only one figure counts has exactly one cause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct Reconciliation {
    /// How many leads the first figure counts.
    pub(crate) first: usize,
    /// How many leads the other counts.
    pub(crate) other: usize,
    /// How many leads both count.
    pub(crate) both: usize,
    /// `other` less `first`.
    pub(crate) difference: i64,
    /// In the order in which the terms are changed; of terms that are the same there is none.
    pub(crate) causes: Vec<ReconciliationCause>,
}

/// What differs for one cause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct ReconciliationCause {
    /// `merge`, `recorded_since`, `time`, `charter`, `date_anchor`, `time_zone`, `period`, `stage`
    /// or `filter`.
    #[schema(example = "date_anchor")]
    pub(crate) cause: &'static str,
    /// What that says, in plain words.
    pub(crate) meaning: &'static str,
    /// Leads that only the other figure counts.
    pub(crate) added: usize,
    /// Leads that only the first figure counts.
    pub(crate) removed: usize,
    /// `added` less `removed`.
    pub(crate) change: i64,
}

impl From<ReconciledFigures> for Reconciliation {
    fn from(ReconciledFigures { leads }: ReconciledFigures) -> Self {
        let causes = leads.lines.iter().map(|line| ReconciliationCause {
            cause: line.cause.word(),
            meaning: line.cause.meaning(),
            added: line.added.len(),
            removed: line.removed.len(),
            change: line.change(),
        });
        Self {
            first: leads.first.len(),
            other: leads.other.len(),
            both: leads.first.intersection(&leads.other).count(),
            difference: leads.other.len() as i64 - leads.first.len() as i64,
            causes: causes.collect(),
        }
    }
}
