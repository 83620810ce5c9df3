//! `[[promise]]` with `count`: a promise about a number in a period.

use super::reading::Reading;
use super::section::Section;
use super::stage::{self, Draft as Stage};
use crate::diagnostic::ProblemCode;
use crate::model::{Handoff, Side};
use crate::terms::CountedPromise;

/// Keys of promises with a clock, which a counted one has not.
const CLOCK: [&str; 5] = ["from", "until", "within", "when", "on_breach"];

/// A counted promise; `None` when something was found, except that its id is kept for others to
/// name.
pub(super) fn read<'a>(
    mut section: Section<'a>,
    taken: &[&str],
    stages: &[Stage<'a>],
    handoffs: &[Handoff],
    reading: &mut Reading<'a>,
) -> (Option<String>, Option<CountedPromise>) {
    let id = section.needed_text("id", "\"mql-volume\"", reading);
    let by = section.needed_text("by", "\"marketing\"", reading);
    let count = section.needed_text("count", "\"stage:mql\"", reading);
    let at_least = section.needed("at_least", "120", reading);
    let per = section.needed_text("per", "\"month\"", reading);
    let share = section.entry("accepted_share_at_least");
    for key in CLOCK {
        if let Some(entry) = section.entry(key) {
            let message = format!("a promise that counts has no `{key}`");
            let help = "remove it: what is counted by period has no clock; \
                        or remove `count` for a promise with a clock";
            reading.add(entry.key.span, ProblemCode::Inconsistent, message, help);
        }
    }
    section.finish(reading);
    let id = id.and_then(|text| reading.id(&text, "promise", taken));
    let by = by.and_then(|text| stage::read_side(&text, reading));
    let stage = count.and_then(|text| stage::find_reference(&text, stages, reading));
    let per = per.and_then(|text| reading.cycle(&text));
    let most = f64::from(CountedPromise::COUNT_MAX);
    let at_least = at_least.and_then(|entry| reading.whole(&entry, 1.0, most));
    let accepted_share_at_least = share.as_ref().map(|entry| reading.share(entry));
    if let (Some(entry), Some(stage)) = (&share, stage)
        && !handoffs.iter().any(|handoff| handoff.at >= stage)
    {
        let message =
            format!("sales gives no verdict on leads that entered `{}`", stages[stage].id);
        let help = "remove it, or add a `[[handoff]]` at that stage or a later one";
        reading.add(entry.key.span.clone(), ProblemCode::Inconsistent, message, help);
    }
    let promise = || {
        Some(CountedPromise {
            id: id.clone()?,
            by: by.unwrap_or(Side::Marketing),
            stage: stage?,
            at_least: at_least? as u32,
            per: per?,
            accepted_share_at_least: match accepted_share_at_least {
                None => None,
                Some(share) => Some(share?),
            },
        })
    };
    let promise = promise();
    (id, promise)
}
