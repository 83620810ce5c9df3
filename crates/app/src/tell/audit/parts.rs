//! The parts of each finding, for pictures and for programs alike.

use super::sentence::{plain, promise_name, reason_of};
use crate::AuditAnswer;
use insight::{ClockOutcome, FilledInWhy, Finding, Interval, Share, WaitBand};

/// A part of a finding: so many of so many.
pub struct Part {
    /// What it is a part of: `by source`, `reasons`; the same for all parts of one list.
    pub list: String,
    /// What it is called.
    pub label: String,
    /// How many, of how many.
    pub share: Share,
    /// Where the share lies with a confidence of 95 %.
    pub interval: Option<Interval>,
    /// What is said beside it.
    pub note: Option<String>,
}

/// Fewer than so many are a small sample.
pub const FEW: usize = 30;

/// All parts, list by list.
#[must_use]
pub fn parts(answer: &AuditAnswer, finding: &Finding) -> Vec<Part> {
    match finding {
        Finding::Untouched(it) => {
            let share = Share { part: it.leads.count(), whole: it.of };
            let label = if it.has_work { "never touched" } else { "nothing recorded" };
            vec![Part::of("all", label, share, None)]
        }
        Finding::Waits(it) => {
            let whole = it.waits.len();
            let bands = it.bands.iter();
            bands
                .map(|band| {
                    let share = Share { part: band.leads.count(), whole };
                    Part::of("days waited", &days_of(band), share, None)
                })
                .collect()
        }
        Finding::Refusals(it) => {
            let whole = it.leads.count();
            let by = it
                .dimension
                .map_or_else(String::new, |place| plain(&answer.dimensions[place].name));
            let sources = it.by.iter().map(|row| {
                let label =
                    it.dimension.map_or("", |place| answer.dimensions[place].label(row.value));
                let note =
                    row.reason.map(|(reason, of)| format!("{} ({of})", reason_of(answer, reason)));
                Part {
                    note,
                    ..Part::of(
                        &format!("not taken further, by {by}"),
                        label,
                        row.share,
                        row.interval,
                    )
                }
            });
            let reasons = it.reasons.iter().map(|(reason, leads)| {
                let share = Share { part: leads.count(), whole };
                Part::of("reasons", reason_of(answer, *reason), share, None)
            });
            sources.chain(reasons).collect()
        }
        Finding::BoughtLater(it) => {
            let share = Share { part: it.leads.count(), whole: it.of };
            let dated = Share { part: it.dated.count(), whole: it.of };
            vec![
                Part::of("all", "refused and bought", share, Interval::of(share)),
                Part::of("all", "of them later, by the dates", dated, None),
            ]
        }
        Finding::Mirror(all) => {
            let lists = all.iter().flat_map(|difference| {
                let dimension = &answer.dimensions[difference.dimension];
                let name = plain(&dimension.name);
                let strongest = difference.mirror.strongest().map(|row| row.value);
                let mut rows: Vec<_> = difference.mirror.rows.iter().collect();
                rows.sort_by_key(|row| Some(row.value) != strongest);
                rows.into_iter().flat_map(move |row| {
                    let label = dimension.label(row.value);
                    [
                        Part::of(&format!("came by {name}"), label, row.sent, None),
                        Part::of(&format!("won by {name}"), label, row.won, Interval::of(row.won)),
                    ]
                })
            });
            lists.collect()
        }
        Finding::Caught(it) => {
            let rows = it.promises.iter().map(|figures| {
                let all = figures.clocks.len();
                let share = Share { part: figures.broken().count(), whole: all };
                let late = figures.count(ClockOutcome::AnsweredLate);
                let open = figures.count(ClockOutcome::StillOpen);
                let unknowable = figures.count(ClockOutcome::Unknowable);
                let unjudged = if unknowable > 0 {
                    format!(", {unknowable} not judged")
                } else {
                    String::new()
                };
                let note = Some(format!("{late} late, {open} never{unjudged}"));
                let label = promise_name(&figures.pledge.id);
                Part { note, ..Part::of("broken", &label, share, None) }
            });
            rows.collect()
        }
        Finding::Outcome { by, .. } => {
            let Some((place, rows)) = by else { return Vec::new() };
            let dimension = &answer.dimensions[*place];
            let name = plain(&dimension.name);
            let rows = rows.iter().map(|row| {
                let label = dimension.label(row.value);
                let label = if label.is_empty() { "(not known)" } else { label };
                Part::of(&format!("won by {name}"), label, row.share, row.interval)
            });
            rows.collect()
        }
        Finding::Overstayed(it) => {
            let share = Share { part: it.leads.count(), whole: it.of };
            vec![Part::of("open", "open too long", share, None)]
        }
        Finding::FilledIn(all) => {
            let rows = all.iter().map(|it| {
                let label = plain(&answer.dimensions[it.dimension].name);
                let note = match it.why {
                    FilledInWhy::Header => "by its header",
                    FilledInWhy::KnownUnevenly => "known less often of the others",
                    FilledInWhy::TellsTheEnd => "tells the end too well",
                };
                let note = Some(format!("right, {note}"));
                Part { note, ..Part::of("tells who bought", &label, it.right, None) }
            });
            rows.collect()
        }
    }
}

impl Part {
    fn of(list: &str, label: &str, share: Share, interval: Option<Interval>) -> Self {
        Self { list: list.to_owned(), label: label.to_owned(), share, interval, note: None }
    }

    /// Whether so few were counted that the share says little.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.interval.is_some() && self.share.whole < FEW
    }
}

fn days_of(band: &WaitBand) -> String {
    match (band.least, band.most) {
        (0, _) => "same day".to_owned(),
        (1, Some(1)) => "next day".to_owned(),
        (least, Some(most)) => format!("{least} to {most} days"),
        (least, None) => format!("{least} days or more"),
    }
}
