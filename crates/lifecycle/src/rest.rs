//! Where a lead rests after its story was folded.

use crate::derived::Sink;
use crate::fold::Run;
use crate::reign::VersionNumber;
use charter::{Side, StageKind};
use facts::{Instant, Precision, Symbol};
use smallvec::SmallVec;

/// Where a lead rests: everything that a list or a page shows of it, and when to look again.
#[derive(Clone, PartialEq, Debug)]
pub struct Rest {
    /// The version in force.
    pub version: VersionNumber,
    /// The ordinal of the current pass, or of the last one; 0 before the first.
    pub pass: u16,
    /// Whether a pass is open.
    pub pass_open: bool,
    /// How the current pass, or the last one, began, by index in the version in force; `None` for no
    /// motion.
    pub motion: Option<u8>,
    /// The stage, by index in the version in force; `None` before the first pass.
    pub stage: Option<u8>,
    /// When the stage was entered, and how precisely that is known.
    pub entered_at: Instant,
    /// The precision of `entered_at`.
    pub entered_precision: Precision,
    /// Whose turn it is.
    pub place: Place,
    /// Fit in thousandths of a point.
    pub fit_milli: i64,
    /// Engagement in points.
    pub engagement: f64,
    /// The promises that run, or are broken and unanswered; soonest due first.
    pub clocks: SmallVec<[ClockView; 6]>,
    /// When a recycled lead comes back; [`Instant::NEVER`] when it does not by itself.
    pub returns_at: Instant,
    /// The next instant at which anything may be decided: by time alone, by a version that takes
    /// force, or by a fact that is recorded already and dated ahead.
    pub wake_at: Instant,
}

/// Whose turn it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Place {
    /// Nobody's: it is not an open lead.
    Nowhere,
    /// This person's.
    Assignee(Symbol),
    /// The queue of a hand-off, by index in the version in force.
    Queue(u8),
    /// The team on whose side the stage is.
    Team(Side),
    /// The nurture program that the stage is.
    Nurture,
}

/// A promise that runs, or is broken and unanswered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClockView {
    /// The version whose terms it keeps.
    pub terms: VersionNumber,
    /// The promise, by index in that version.
    pub promise: u8,
    /// Since when.
    pub started_at: Instant,
    /// When it is, or was, due at the latest.
    pub due: Instant,
    /// Whether it was broken.
    pub broken: bool,
}

impl Rest {
    /// Whether the lead waits for somebody.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.place != Place::Nowhere
    }

    /// The clock that people see: the one due first.
    #[must_use]
    pub fn next_due(&self) -> Option<ClockView> {
        self.clocks.first().copied()
    }

    pub(crate) fn of<S: Sink>(run: &Run<'_, S>, until: Instant, wake_at: Instant) -> Self {
        let lead = &*run.lead;
        let mut rest = Self {
            version: VersionNumber(run.version + 1),
            pass: lead.pass,
            // That another pipeline may go on from there does not close the pass that was won.
            pass_open: lead.pass_open || run.kind() == Some(StageKind::Won),
            motion: lead.motion,
            stage: lead.stage,
            entered_at: lead.entered_at,
            entered_precision: lead.precision,
            place: place(run),
            fit_milli: lead.fit_milli,
            engagement: run.engagement_at(until),
            clocks: SmallVec::new(),
            returns_at: lead.returns.map_or(Instant::NEVER, |returns| returns.at),
            wake_at,
        };
        for clock in &lead.clocks {
            rest.clocks.push(ClockView {
                terms: VersionNumber(clock.version + 1),
                promise: clock.promise,
                started_at: clock.started_at,
                due: clock.due_latest,
                broken: clock.broken,
            });
        }
        rest.clocks.sort_by_key(|clock| (clock.due, clock.terms, clock.promise));
        rest
    }
}

fn place<S: Sink>(run: &Run<'_, S>) -> Place {
    let lead = &*run.lead;
    let Some(stage) = lead.stage else { return Place::Nowhere };
    match run.program.kind_of(stage) {
        StageKind::Won | StageKind::Disqualified => Place::Nowhere,
        StageKind::Nurture => Place::Nurture,
        StageKind::Open if lead.assignee != Symbol::EMPTY => Place::Assignee(lead.assignee),
        StageKind::Open => lead.handoff.map_or_else(
            || Place::Team(run.program.charter.stages[usize::from(stage)].side),
            Place::Queue,
        ),
    }
}
