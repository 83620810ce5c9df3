//! Metrics over decisions: the funnel, how long leads take from stage to stage, promises kept.
//!
//! Each lead's standing decisions are read once as a [`Journey`]; every metric is a function of
//! journeys. Every figure is the length of the list that it carries ([`Leads`], or a list of
//! [`Passage`]s or [`PromiseClock`]s), so that a figure and what it opens cannot differ.
//!
//! Figures say how certain they are: exact, or assumed because something was decided in
//! retrospect, before the first charter was adopted.
//!
//! Pure: no I/O, no clock, no randomness.
#![deny(missing_docs)]

mod aalen_johansen;
mod alignment;
mod attribution;
mod auc;
mod audit;
mod bands;
mod belonging;
mod clocks;
mod cohort;
mod deals;
mod error;
mod feedback;
mod funnel;
mod goals;
mod incidence;
mod interval;
mod journey;
mod leads;
mod metrics;
mod mirror;
mod money;
mod path;
mod plan;
mod promises;
mod reconcile;
mod scorecard;
mod scores;
mod share;
mod summary;
mod velocity;

pub use alignment::{AlignmentKind, AlignmentPart, Kappa, alignment_index};
pub use attribution::{
    Chain, Credits, PathCredit, PathEnd, Ranked, Rankings, Removal, TouchBefore, TouchPaths,
};
pub use auc::auc;
pub use audit::{
    AuditFindings, AuditInput, Audited, BoughtLater, Case, Caught, Dimension, FilledIn,
    FilledInWhy, Finding, Limit, MirrorDifference, Outcome, Overstayed, Refusals, Refused,
    RefusedOf, Untouched, Wait, WaitBand, WaitFrom, Waits, WonOf, audit, judged,
};
pub use bands::Bands;
pub use belonging::{Belonging, belonging, by_motion, motions, persona, pipeline_of, unit};
pub use clocks::{ClockOutcome, PromiseClock, clocks_of};
pub use cohort::{Cohort, by_slice};
pub use deals::{Deal, DealFigures, DealOutcome, deals};
pub use error::InsightError;
pub use feedback::{Feedback, FeedbackRow, Judged, Verdict};
pub use funnel::{BesideFigures, Funnel, StageFigures, funnel};
pub use goals::{GoalFacts, GoalFigure, PassEntry, goal_figure};
pub use incidence::{Course, CourseEnd, Incidence, courses, incidence};
pub use interval::{Difference, Interval};
pub use journey::{Entry, Journey, LeadHistory, Moment, Resting};
pub use leads::{Certainty, Leads};
pub use metrics::{
    Counted, Dust, Measure, Measured, Metric, MetricTime, MetricUnit, MetricValue,
    median_with_waiting,
};
pub use mirror::{Comparison, Images, Mirror, MirrorRow, Mirrored};
pub use money::minor_per_unit;
pub use path::{Path, PathStage};
pub use plan::{
    Forecast, ForecastSpan, GoingOn, Load, PlanLead, PlanState, PlanStep, RevenuePlan,
    TooLittleHistory, forecast, load, plan,
};
pub use promises::{Pledge, PromiseFigures, SideFigures, pledges, promises, sides};
pub use reconcile::{Reconciled, ReconciledLine};
pub use scorecard::{
    AucDifference, AucEstimate, CalibrationRow, CardClauses, CardLine, CardTest, ColumnValues,
    Leak, LearnColumn, Learned, RefusedColumn, Scale, Scorecard, Timing, TooFewOutcomes, learn,
};
pub use scores::{EngagementLine, FitLine, engagement, fit, pass_start};
pub use share::Share;
pub use summary::{Summary, quantile};
pub use velocity::{Disorder, Milestone, Passage, Velocity, disorders, velocities, velocity};
