//! What people and systems do with Tandem.
//!
//! An [`Engine`] is one ledger with the charters that decide over it. Facts are recorded, the
//! leads that they are about are settled, time wakes what it alone decides, and any past state
//! can be asked for or rebuilt.
//!
//! No clock inside: now is an argument, and so are ids, but for those that an import gives to
//! subjects nobody knew.
#![deny(missing_docs)]

mod accounts;
mod adopt;
mod as_known;
mod ask;
mod audit;
mod backtest;
mod books;
mod collect;
mod deeds;
mod demo;
mod demo_people;
mod desk;
mod disagreements;
mod duplicates;
mod engine;
mod erase;
mod error;
mod examine;
mod folding;
mod funnel;
mod generate;
mod import;
mod live;
mod matching;
mod notices;
mod opportunities;
pub mod people;
mod projecting;
mod proposals;
mod ready;
mod rebuild;
mod record;
mod rehearse;
mod routing;
mod settle;
mod stories;
pub mod tell;

pub use accounts::{
    AccountFilter, AccountList, AccountPage, AccountRow, AccountView, Committee, CommitteeFilter,
    CommitteeList,
};
pub use adopt::Adoption;
pub use as_known::LeadAsKnown;
pub use ask::{
    AutomaticLine, ChangeLine, Counts, DecisionLine, DueWindow, Kin, LeadFilter, LeadList,
    LeadPage, LeadRow, QueueWaits, Said, StageLine, StoryLine, TraitNow, Waiting,
};
pub use audit::{AuditAnswer, AuditQuestion, FilesAudit, audit_files};
pub use backtest::{BacktestAnswer, BacktestStep, Proposal};
pub use collect::{
    Acknowledge, CollectRefused, Collected, CollectedNames, Collector, CollectorFull, NewWriteKey,
    Sender,
};
pub use deeds::{Deed, DeedKind, DeedRefused, Done};
pub use demo::{Demo, DemoError, DemoReport};
pub use demo_people::DemoPerson;
pub use desk::{
    DeskAnswers, DeskError, DeskFile, DeskFileReport, DeskImport, DeskNote, DeskPreview,
    DeskProgress, DeskReject, DeskReport, DeskState, DeskSuggestion, ImportDesk, TellImport,
    Upload,
};
pub use disagreements::{BothSay, Compared, DisagreementsAnswer};
pub use duplicates::{
    Agreement, DuplicateGroup, DuplicatePair, DuplicatesAnswer, Evidence, Merged,
};
pub use engine::Engine;
pub use erase::{ErasurePlan, ErasureReport};
pub use error::AppError;
pub use examine::Examination;
pub use funnel::{
    AlignmentAnswer, AlignmentPeriod, Anchor, AsOf, AttributionAnswer, AttributionQuestion,
    AttributionView, Backtested, Card, CardOutcome, CohortQuestion, CohortRow, CohortsAnswer,
    Costs, CountedBy, CoverageAnswer, CoverageCell, CoverageQuestion, DifferenceCause, Every,
    FeedbackAnswer, FeedbackQuestion, FigureTerms, ForecastAnswer, FunnelAnswer, FunnelQuestion,
    FunnelSlice, GoalStanding, GoalsAnswer, LeftOut, MetricsAnswer, MetricsQuestion, MetricsSlice,
    MirrorAnswer, MirrorDimension, MirrorQuestion, OpportunitiesAnswer, PlanAnswer, PlanQuestion,
    PlanSlice, PromisesAnswer, ReconciledFigures, Remedy, RemedyFinding, ReportedFigure, Restated,
    RestatedMetric, ResultCredit, ScorecardAnswer, ScorecardQuestion, Scores, SealedItem,
};
pub use generate::{Generate, GenerateError, Generated, TruthReport};
pub use import::{
    ColumnGlance, FactGlance, FileReport, Import, ImportError, ImportNote, ImportReport, NoteCode,
    Progress, RowGlance, SubjectGlance, UndoPlan, Undone,
};
pub use live::{Changed, Clock, Live, Reconciled, Site};
pub use matching::{DoubtfulMatch, Match, MatchesAnswer, Placed, Unplaced, reason};
pub use notices::{
    Audience, Delivered, Delivery, Directory, Lend, NewWebhook, NoticeError, NoticeKind, Recipient,
    Senders, Users, chance, deliver, next_digest, random_secret, random_webhook_id, usual_rhythm,
};
pub use opportunities::{OpportunityFilter, OpportunityList, OpportunityRow};
pub use proposals::{Draft, Needed, ProposalPage, ProposalRefused, ProposedChange, SignedBy};
pub use ready::ReadyCharter;
pub use rebuild::{Difference, RebuildReport};
pub use record::Batch;
pub use rehearse::Rehearsal;
pub use routing::{Routed, RoutedLine, RoutedPerson, SettingsNow};
pub use settle::Settled;
pub use stories::{SnapshotFault, SnapshotNews, SnapshotReport};
