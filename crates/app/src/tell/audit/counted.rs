//! How many leads a finding is about.

use crate::AuditAnswer;
use insight::Finding;

/// How many a finding is about, of how many.
#[must_use]
pub fn counted(answer: &AuditAnswer, finding: &Finding) -> (usize, usize) {
    let leads = finding.leads();
    match finding {
        Finding::Untouched(it) => (leads.count(), it.of),
        Finding::Waits(it) => (leads.count(), it.waits.len()),
        Finding::Refusals(it) => (leads.count(), it.of),
        Finding::BoughtLater(it) => (leads.count(), it.of),
        Finding::Mirror(all) => {
            let known = all.first().map_or(0, |it| it.mirror.known.sent.count());
            (leads.count(), known)
        }
        Finding::Caught(it) => (leads.count(), it.handed_over),
        Finding::Outcome { outcome, .. } => {
            let closed = outcome.won.count() + outcome.lost.count();
            (leads.count(), if outcome.has_lost { closed } else { outcome.of })
        }
        Finding::Overstayed(it) => (leads.count(), it.of),
        Finding::FilledIn(all) => (all.len(), answer.dimensions.len()),
    }
}
