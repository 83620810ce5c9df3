//! The heart: one fold that decides live and replays history.
//!
//! [`fold`] reads a [`Story`](timeline::Story) under a [`Reign`] of charters and tells a [`Sink`]
//! every decision; [`diff`] compares decisions with those recorded, by key. From these follow
//! live (fold, diff, append), as known (the story and the reign at a position) and backtest
//! (another reign).
//!
//! Pure: no I/O, no clock, no randomness.
#![deny(missing_docs)]

mod backtest;
mod book;
mod clock;
mod decision;
mod derived;
mod diff;
mod engagement;
mod escalation;
mod evidence;
mod fold;
mod lead;
mod motion;
mod promises;
mod reign;
mod replay;
mod rest;
mod routing;
mod rows;
mod transition;
mod wake;

pub use backtest::{
    Backtest, BacktestQuestion, Backtesting, Compared, Count, FirstDay, Flip, Listed, Move,
    PromiseName, PromiseRuns, QueueLoad, QueueName, RoutingQuestion, Runs, SideLoad, StageFigures,
    StageName, Sureness, Turn, Way, WeekLoad, Win, WinFigures, backtest,
};
pub use book::Book;
pub use decision::{Cause, Decision, DecisionKey, decide};
pub use derived::{CauseKind, Counter, Derived, DerivedCause, Sink, What};
pub use diff::{Change, diff};
pub use fold::{Folder, fold};
pub use reign::{Reign, ReignError, Version, VersionNumber};
pub use replay::replay;
pub use rest::{ClockView, Place, Rest};
pub use routing::{
    Candidate, Choice, Considered, GivenLoad, HandoffMoment, PersonLoad, Routes, Staff,
    StaffMember, Standing, choose,
};
