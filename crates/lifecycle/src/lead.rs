//! What the fold knows of one lead at one instant.

use crate::clock::Clock;
use crate::derived::DerivedCause;
use charter::{Bits, Level, Program};
use facts::{Instant, Precision, Symbol};
use std::ops::Range;

/// What the fold knows of one lead at one instant. It lives in the fold's scratch memory and is
/// never stored.
#[derive(Debug)]
pub(crate) struct Lead {
    /// The literals that are true. Those about engagement may be stale since the last fact, since
    /// engagement only falls between facts; they are refreshed before any rule is asked.
    pub(crate) bits: Bits,
    /// Fit, in thousandths of a point.
    pub(crate) fit_milli: i64,
    /// The level of fit that `bits` speak of.
    pub(crate) fit_level: Level<i64>,
    /// Engagement at its anchor, in points.
    pub(crate) engagement: f64,
    /// When engagement was last added to.
    pub(crate) anchor: Instant,
    /// The level of engagement that `bits` speak of.
    pub(crate) level: Level<f64>,
    /// No later than the next instant at which time alone may change anything.
    pub(crate) alarm: Instant,
    /// The ordinal of the current pass, or of the last one; 0 before the first.
    pub(crate) pass: u16,
    /// Whether a pass is open.
    pub(crate) pass_open: bool,
    /// The pipeline of the current pass, or of the last one, by index; `None` for no pipelines.
    pub(crate) pipeline: Option<u8>,
    /// How the current pass began, by index; `None` for no motion.
    pub(crate) motion: Option<u8>,
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
    /// The promises of the stage that did not start since it was entered, one bit each.
    pub(crate) waiting: u64,
    /// The clauses of those that started under versions before.
    pub(crate) started_before: Vec<Symbol>,
    /// The windows that are true, one bit each.
    pub(crate) alive: u64,
    /// The questions about time in the stage that are not true yet, one bit each.
    pub(crate) ages: u64,
    /// The fit of each trait by itself, in thousandths of a point.
    pub(crate) trait_fit: Vec<i64>,
    /// The instants of windows and caps: rings, each of as many places as it has instants.
    rings: Vec<i64>,
    /// How far each ring has turned, in the place where it begins.
    turns: Vec<u32>,
    /// Whether the rings hold any instant.
    pub(crate) counted: bool,
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
            fit_level: Level { floor: 0, ceiling: 0, answers: Bits::NONE },
            engagement: 0.0,
            anchor: Instant(0),
            level: Level { floor: 0.0, ceiling: 0.0, answers: Bits::NONE },
            alarm: Instant::NEVER,
            pass: 0,
            pass_open: false,
            pipeline: None,
            motion: None,
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
            waiting: 0,
            started_before: Vec::new(),
            alive: 0,
            ages: 0,
            trait_fit: Vec::new(),
            rings: Vec::new(),
            turns: Vec::new(),
            counted: false,
        }
    }

    /// Forgets one lead before the next, keeping the memory; `rings` is how many instants they
    /// hold under any version.
    pub(crate) fn reset(&mut self, program: &Program, rings: usize) {
        self.know_nothing(program, rings);
        self.anchor = Instant(0);
        self.alarm = Instant::NEVER;
        self.pass = 0;
        self.pass_open = false;
        self.pipeline = None;
        self.motion = None;
        self.pass_row = 0;
        self.stage = None;
        self.entered_at = Instant(0);
        self.precision = Precision::Instant;
        self.returns = None;
        self.assignee = Symbol::EMPTY;
        self.handoff = None;
        self.clocks.clear();
        self.watched = 0;
        self.foreign = false;
        self.waiting = 0;
        self.started_before.clear();
        self.ages = 0;
    }

    /// Forgets everything that facts said.
    pub(crate) fn know_nothing(&mut self, program: &Program, rings: usize) {
        self.bits = program.start;
        self.trait_fit.clone_from(&program.trait_fit_start_milli);
        self.fit_milli = program.fit_start_milli;
        self.fit_level = *program.fit.level(self.fit_milli);
        self.engagement = 0.0;
        self.level = *program.engagement.level(0.0);
        self.alive = 0;
        if self.rings.len() != rings {
            self.rings.resize(rings, LONG_AGO);
            self.turns.resize(rings, 0);
            self.counted = true;
        }
        if self.counted {
            self.counted = false;
            self.empty(0..rings);
        }
    }

    /// How many instants the rings hold.
    pub(crate) fn ring_len(&self) -> usize {
        self.rings.len()
    }

    /// The oldest instant of the ring that begins at a place.
    #[inline]
    pub(crate) fn oldest(&self, ring: usize) -> i64 {
        self.rings[ring + self.turns[ring] as usize]
    }

    /// Puts an instant into a ring in the place of the oldest, and returns the one that is the
    /// oldest then.
    #[inline]
    pub(crate) fn push(&mut self, ring: usize, times: usize, at: Instant) -> i64 {
        self.counted = true;
        let turn = &mut self.turns[ring];
        self.rings[ring + *turn as usize] = at.0;
        *turn = if *turn as usize + 1 == times { 0 } else { *turn + 1 };
        self.oldest(ring)
    }

    /// Empties neighbouring rings.
    pub(crate) fn empty(&mut self, rings: Range<usize>) {
        self.rings[rings.clone()].fill(LONG_AGO);
        self.turns[rings].fill(0);
    }
}
