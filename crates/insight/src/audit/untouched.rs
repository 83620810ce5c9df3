//! Leads of whom nothing says that sales dealt with them.

use super::case::Case;
use crate::leads::Leads;

/// Leads of whom nothing says that sales dealt with them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Untouched {
    /// They.
    pub leads: Leads,
    /// Of so many.
    pub of: usize,
    /// Whether the export lists what sales did; else only ends are known, and silence is all that
    /// can be said.
    pub has_work: bool,
}

/// Who was never touched.
pub(super) fn untouched(cases: &[Case]) -> Untouched {
    let quiet = cases.iter().filter(|case| !case.is_touched());
    Untouched {
        leads: quiet.map(Case::id).collect(),
        of: cases.len(),
        has_work: cases.iter().any(|case| case.works > 0),
    }
}
