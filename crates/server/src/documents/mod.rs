//! What the API answers: shapes of JSON, and how they are made from what `app` says.

mod account;
mod alignment;
mod attribution;
mod backtest;
mod charter;
mod cohorts;
mod feedback;
mod figures;
mod findings;
mod form;
mod funnel;
mod goal;
mod import;
mod lead;
mod metrics;
mod mirror;
mod opportunity;
mod people;
mod plan;
mod promise;
mod proposal;
mod reconciliation;
mod rehearsal;
mod scorecard;
mod seal;
mod time;
mod workbook;

pub(crate) use account::{AccountList, AccountPage, AccountSummary};
pub(crate) use alignment::AlignmentDocument;
pub(crate) use attribution::{AttributedResults, AttributionDocument};
pub(crate) use backtest::BacktestDocument;
pub(crate) use charter::{ChapterDocument, CharterDocument, VersionLine, read as read_chapters};
pub(crate) use cohorts::Cohorts;
pub(crate) use feedback::FeedbackDocument;
pub(crate) use figures::AsOfDocument;
pub(crate) use findings::FindingsDocument;
pub(crate) use form::{FormClauseDocument, RuleDocument};
pub(crate) use funnel::{Funnel, behind};
pub(crate) use goal::GoalsDocument;
pub(crate) use import::{ImportDocument, ImportList, PreviewDocument, SuggestionDocument};
pub(crate) use lead::{LeadList, LeadPage, LeadSummary, StageName};
pub(crate) use metrics::MetricsDocument;
pub(crate) use mirror::MirrorDocument;
pub(crate) use opportunity::{BehindOpportunities, OpportunityList, OpportunitySummary};
pub(crate) use people::{
    AuditDocument, InvitationDocument, Me, TeamDocument, TokenDocument, UserDocument,
};
pub(crate) use plan::{ForecastDocument, PlanDocument};
pub(crate) use promise::Promises;
pub(crate) use proposal::{ProposalDocument, ProposalLine, read_hex};
pub(crate) use reconciliation::Reconciliation;
pub(crate) use rehearsal::RehearsalDocument;
pub(crate) use scorecard::ScorecardDocument;
pub(crate) use seal::{RestatedDocument, SealDocument, SealList};
pub(crate) use time::moment;
pub(crate) use workbook::sheets;
