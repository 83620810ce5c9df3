//! The charter as the engine runs it: every rule a sum of products over bits, every fact code with
//! its effects, every threshold in a table.
//!
//! A program is compiled against the vocabulary of one ledger. It says nothing about time passing
//! or about order: that is the fold's business.

mod bits;
mod compile;
mod decay;
mod dnf;
mod effect;
mod levels;
mod literals;
mod motion;
mod promise;
mod stage;
mod traits;
mod window;

pub use bits::Bits;
pub use compile::CompileError;
pub use decay::Decay;
pub use dnf::Sum;
pub use effect::{Act, Effect, Extent};
pub use levels::{Level, Levels};
pub use motion::{MotionProgram, Motions, PipelineProgram};
pub use promise::{EndProgram, PromiseProgram, StepAct, StepProgram};
pub use stage::{Exit, StageProgram};
pub use traits::{Answer, TraitTable};
pub use window::{Age, CapRing, PassLiteral, Window};

use crate::Charter;
use crate::model::{StageKind, Verdict};
use facts::{Code, Symbol};
use std::ops::Range;
use worktime::Calendar;

/// A compiled charter.
#[derive(Clone, Debug)]
pub struct Program {
    /// What was compiled.
    pub charter: Charter,
    /// The business calendar where none is named, with the holidays that were given. Its zone is
    /// the charter's: a day is a day in it.
    pub calendar: Calendar,
    /// The calendars that promises name.
    pub(crate) named_calendars: Vec<Calendar>,
    /// How engagement decays.
    pub decay: Decay,
    /// The literals that are true of a lead of whom nothing is known.
    pub start: Bits,
    /// The literals that speak of the current pass only, and those true at its start.
    pub pass: Scope,
    /// The literals that speak of the account, and those true without one.
    pub account: Scope,
    /// The literals that speak of the stage; each stage knows its own.
    pub stage_scope: Bits,
    /// The effects of each code, by its number.
    pub effects: Vec<Effect>,
    /// The traits that rules speak of.
    pub traits: Vec<TraitTable>,
    /// Those of them that belong to the account, by index.
    pub account_traits: Vec<u16>,
    /// Fit in thousandths of a point.
    pub fit: Levels<i64>,
    /// The fit, in thousandths of a point, of a lead of whom nothing is known.
    pub fit_start_milli: i64,
    /// The part of it that each trait has by itself.
    pub trait_fit_start_milli: Vec<i64>,
    /// The fit clauses that speak of several traits or of time, with points in thousandths.
    pub fit_clauses: Vec<(Sum, i64)>,
    /// Engagement in points.
    pub engagement: Levels<f64>,
    /// Literals that become true when engagement falls.
    pub engagement_falls: Bits,
    /// What happened, counted or within a time.
    pub windows: Vec<Window>,
    /// Which windows an effect feeds, see [`Effect::windows`].
    pub window_feeds: Vec<u16>,
    /// How often points count.
    pub caps: Vec<CapRing>,
    /// The rings of all caps, which come after those of the windows.
    pub cap_rings: Range<usize>,
    /// How many instants the rings of windows and caps hold together.
    pub ring_len: usize,
    /// Questions about the time in a stage.
    pub ages: Vec<Age>,
    /// Questions about the ordinal of the pass.
    pub passes: Vec<PassLiteral>,
    /// The answers to questions about verdicts and reasons.
    pub verdicts: VerdictLiterals,
    /// How passes begin.
    pub motions: Motions,
    /// The kinds of business, in the charter's order.
    pub pipelines: Vec<PipelineProgram>,
    /// The one of them that `[pass]` opens, by index.
    pub first_pipeline: Option<u8>,
    /// The clause of each stage that is gone and whose leads move elsewhere.
    pub moves: Vec<(String, ClauseIndex)>,
    /// The stages in the charter's order.
    pub stages: Vec<StageProgram>,
    /// The promises in the charter's order.
    pub promises: Vec<PromiseProgram>,
    /// The words for the ids of the hand-offs, in the charter's order.
    pub handoffs: Vec<Symbol>,
    /// The clauses that decisions name, see [`ClauseIndex`].
    pub clauses: Vec<Symbol>,
    /// The clause that opens passes.
    pub pass_clause: ClauseIndex,
}

/// A clause by its place in [`Program::clauses`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClauseIndex(pub u16);

/// Literals that begin anew together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    /// All of them.
    pub all: Bits,
    /// Those that are true at the beginning.
    pub start: Bits,
}

/// The answers to questions about verdicts and reasons.
#[derive(Clone, Debug, Default)]
pub struct VerdictLiterals {
    /// All of them.
    pub all: Bits,
    /// For each verdict, the literals that it makes true.
    pub by_verdict: [Bits; 4],
    /// For each reason that rules ask about, the literals that it makes true.
    pub by_reason: Vec<(Symbol, Bits)>,
    /// The literals that any other reason makes true.
    pub other_reason: Bits,
    /// What each verdict causes.
    pub outcomes: [Option<Outcome>; 4],
}

/// What a closing verdict causes.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Where the lead rests.
    pub rests_in: u8,
    /// Where it comes back at its recycle date.
    pub returns_to: u8,
    /// The clause of the verdict itself.
    pub clause: ClauseIndex,
    /// For each declared reason: its clause and after how many microseconds the lead comes back.
    pub reasons: Vec<(Symbol, ClauseIndex, Option<i64>)>,
}

impl Program {
    /// The effect of a code; nothing for a code that was unknown when the program was compiled
    /// (see [`Program::covers`]).
    #[inline]
    #[must_use]
    pub fn effect(&self, code: Code) -> &Effect {
        static NOTHING: Effect = Effect::NOTHING;
        self.effects.get(usize::from(code.0)).unwrap_or(&NOTHING)
    }

    /// The calendar by which a promise counts business time.
    #[inline]
    #[must_use]
    pub fn calendar_of(&self, promise: &PromiseProgram) -> &Calendar {
        promise.calendar.map_or(&self.calendar, |index| &self.named_calendars[usize::from(index)])
    }

    /// Whether the program knows every code of a vocabulary of so many; compile again if not.
    #[must_use]
    pub fn covers(&self, code_count: usize) -> bool {
        self.effects.len() >= code_count
    }

    /// The literals that a verdict with a reason makes true.
    #[must_use]
    pub fn verdict_literals(&self, verdict: Verdict, reason: Symbol) -> Bits {
        let by_reason = self
            .verdicts
            .by_reason
            .iter()
            .find(|(known, _)| *known == reason)
            .map_or(self.verdicts.other_reason, |(_, bits)| *bits);
        self.verdicts.by_verdict[verdict as usize] | by_reason
    }

    /// The stage of this id or, where an older version's stage is gone, the one that its leads
    /// move to.
    #[must_use]
    pub fn stage_after(&self, id: &str) -> Option<u8> {
        let charter = &self.charter;
        let same = charter.stages.iter().position(|stage| stage.id == id);
        let index = same.or_else(|| charter.moves_to.get(id).copied())?;
        u8::try_from(index).ok()
    }

    /// What kind of place a stage is, by its index.
    #[inline]
    #[must_use]
    pub fn kind_of(&self, stage: u8) -> StageKind {
        self.stages[usize::from(stage)].kind
    }

    /// The stage of this id or the one that its leads move to, where a lead that comes back can
    /// begin; the first stage where it cannot begin there.
    #[must_use]
    pub fn open_stage_after(&self, id: &str) -> u8 {
        let is_open = |to: &u8| self.kind_of(*to) == StageKind::Open;
        self.stage_after(id).filter(is_open).unwrap_or(0)
    }

    /// The word for a clause.
    #[must_use]
    pub fn clause(&self, index: ClauseIndex) -> Symbol {
        self.clauses[usize::from(index.0)]
    }
}
