//! The agreement between both teams: its model, its file, its rule language, and the program that
//! the engine runs.
//!
//! Pure: no I/O, no clock, no randomness. Text in, [`Charter`] or diagnostics out.
#![deny(missing_docs)]

mod diagnostic;
mod diff;
mod duration;
mod edit;
mod file;
mod form;
mod language;
mod logic;
mod model;
mod program;
mod rule;
mod terms;
mod words;

pub use diagnostic::{Diagnostics, Problem, ProblemCode};
pub use diff::{Change, ClauseChange, diff};
pub use edit::{Edit, EditError, Edited, KeyPath, Next, Splice, Written, edit, splice};
pub use file::{FILE_BYTES_MAX, read, read_roster};
pub use form::{Asked, FormClause, FormField, FormValue, Literal, Question, RuleTree, form};
pub use language::read_rule;
pub use model::{
    After, BreachAct, BreachStep, CalendarTerms, Cap, Charter, Engagement, FitClause, Handoff,
    Motion, PassTerms, Pipeline, PointsClause, Promise, PromiseEnd, Side, Stage, StageKind,
    Temperature, Verdict, VerdictTerms, Within,
};
pub use program::{
    Act, Age, Answer, Bits, CapRing, ClauseIndex, CompileError, Decay, Effect, EndProgram, Exit,
    Extent, Level, Levels, MotionProgram, Motions, Outcome, PassLiteral, PipelineProgram, Program,
    PromiseProgram, Scope, StageProgram, StepAct, StepProgram, Sum, TraitTable, VerdictLiterals,
    Window,
};
pub use rule::{Atom, Compare, Rule, Score, TraitTest};
pub use terms::{
    Absence, Attribution, AttributionModel, BesideCrm, Cadence, ClauseGroup, Cost, CostOn,
    CountedOutcome, CountedPromise, Cycle, FunnelTarget, Goal, Grade, GradeTerms, Incentive, Kpi,
    KpiUnit, LedBy, Member, PaidFor, Payout, Period, PeriodCount, PersonSettings, Persona, Roster,
    Route, RouteTo, Share, Sharing, Signers, Unit, UnitTerms, Weekday, WeeklyMeeting, WeightedKpi,
};
pub use words::{
    Chapter, ClauseWords, account_clause_in_words, breach_step_in_words, chapters, clause_in_words,
    rule_in_words, settings_in_words, within_in_words,
};
