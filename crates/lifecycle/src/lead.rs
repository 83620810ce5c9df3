//! What the fold knows of one lead at one instant.

use crate::clock::Clock;
use crate::derived::DerivedCause;
use charter::Bits;
use facts::{Instant, Precision, Symbol};

/// What the fold knows of one lead at one instant. It lives in the fold's scratch memory and is
/// never stored.
#[derive(Debug)]
pub(crate) struct Lead {
    /// The literals that are true. Those about engagement may be stale since the last fact, since
    /// engagement only falls between facts; they are refreshed before any rule is asked.
    pub(crate) bits: Bits,
    /// Fit, in thousandths of a point.
    pub(crate) fit_milli: i64,
    /// Engagement at its anchor, in points.
    pub(crate) engagement: f64,
    /// When engagement was last added to.
    pub(crate) anchor: Instant,
    /// The level of engagement that `bits` speak of.
    pub(crate) level: usize,
    /// No later than the next instant at which time alone may change anything.
    pub(crate) alarm: Instant,
    /// The ordinal of the current pass, or of the last one; 0 before the first.
    pub(crate) pass: u16,
    /// Whether a pass is open.
    pub(crate) pass_open: bool,
    /// The first row of the story that belongs to the current pass.
    pub(crate) pass_row: usize,
    /// The stage, once there is one.
    pub(crate) stage: Option<u8>,
    /// When the stage was entered, and how precisely that is known.
    pub(crate) entered_at: Instant,
    pub(crate) precision: Precision,
    /// When a recycled lead comes back: the instant, the stage, the row of the verdict.
    pub(crate) returns: Option<Return>,
    /// Who is responsible by assignment; empty for nobody.
    pub(crate) assignee: Symbol,
    /// The hand-off that waits to be taken, or was taken last in this pass.
    pub(crate) handoff: Option<u8>,
    /// The promises that run or are broken and unanswered.
    pub(crate) clocks: Vec<Clock>,
    /// The promises, one bit each, of those in `clocks` that facts can keep.
    pub(crate) watched: u64,
    /// Whether a clock keeps the terms of another version than the one in force.
    pub(crate) foreign: bool,
    /// The clauses of the promises that started since the stage was entered.
    pub(crate) started: Vec<Symbol>,
    /// The windows that are true, one bit each.
    pub(crate) alive: u64,
    /// The questions about time in the stage that are not true yet, one bit each.
    pub(crate) ages: u64,
    /// The instants of windows and caps.
    pub(crate) rings: Vec<i64>,
}

/// When and where a recycled lead comes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Return {
    pub(crate) at: Instant,
    pub(crate) to: u8,
    pub(crate) cause: DerivedCause,
}

/// An empty place in a ring: so long ago that no window reaches it.
pub(crate) const LONG_AGO: i64 = i64::MIN / 4;

impl Lead {
    pub(crate) fn new() -> Self {
        Self {
            bits: Bits::NONE,
            fit_milli: 0,
            engagement: 0.0,
            anchor: Instant(0),
            level: 0,
            alarm: Instant::NEVER,
            pass: 0,
            pass_open: false,
            pass_row: 0,
            stage: None,
            entered_at: Instant(0),
            precision: Precision::Instant,
            returns: None,
            assignee: Symbol::EMPTY,
            handoff: None,
            clocks: Vec::with_capacity(8),
            watched: 0,
            foreign: false,
            started: Vec::with_capacity(8),
            alive: 0,
            ages: 0,
            rings: Vec::new(),
        }
    }

    /// Forgets one lead before the next, keeping the memory.
    pub(crate) fn reset(&mut self) {
        let clocks = std::mem::take(&mut self.clocks);
        let started = std::mem::take(&mut self.started);
        let rings = std::mem::take(&mut self.rings);
        *self = Self { clocks, started, rings, ..Self::new() };
        self.clocks.clear();
        self.started.clear();
    }
}
