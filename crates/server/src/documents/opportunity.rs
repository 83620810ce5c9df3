//! Opportunities.

use super::{AsOfDocument, moment};
use app::people::LeadScope;
use app::tell::Named;
use app::{AppError, Engine, OpportunityRow};
use facts::{Instant, SubjectId};
use insight::DealOutcome;
use serde::Serialize;
use utoipa::ToSchema;

/// A list of opportunities, those opened last first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct OpportunityList {
    pub(crate) as_of: AsOfDocument,
    /// In which currency amounts are.
    #[schema(example = "EUR")]
    pub(crate) currency: String,
    /// How many there are on all pages together.
    pub(crate) count: usize,
    pub(crate) opportunities: Vec<OpportunitySummary>,
    /// Give it as `cursor` for the next page; absent at the end.
    pub(crate) next_cursor: Option<String>,
}

/// One opportunity.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct OpportunitySummary {
    pub(crate) id: String,
    /// What it is called, for those who may see names.
    pub(crate) name: Option<String>,
    /// The account that it is pursued with.
    pub(crate) account: Option<OpportunityAccount>,
    /// The id of the person whom it began with.
    pub(crate) lead: Option<String>,
    /// Its last stage, as the CRM calls it.
    pub(crate) stage: Option<String>,
    /// `open`, `won` or `lost`.
    #[schema(example = "open")]
    pub(crate) outcome: &'static str,
    /// Its last amount, in whole units of the currency.
    pub(crate) amount: Option<f64>,
    /// When anything was first known of it.
    pub(crate) opened_at: Option<String>,
    /// How precisely that is known: `instant`, `minute`, `day`, `unknown`.
    pub(crate) opened_precision: Option<&'static str>,
    /// Since when it is won or lost.
    pub(crate) closed_at: Option<String>,
    /// How precisely that is known.
    pub(crate) closed_precision: Option<&'static str>,
}

/// The opportunities behind a figure.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct BehindOpportunities {
    /// The figure: the length of the whole list.
    pub(crate) count: usize,
    /// The first of them, at most 1000.
    pub(crate) opportunities: Vec<OpportunitySummary>,
}

impl BehindOpportunities {
    /// The most that are listed; the figure counts all.
    const MOST: usize = 1_000;

    pub(crate) fn of(
        engine: &Engine,
        ids: &[SubjectId],
        (sees_names, scope): (bool, &LeadScope),
        now: Instant,
    ) -> Result<Self, AppError> {
        let first = &ids[..ids.len().min(Self::MOST)];
        let rows = engine.opportunities_of(first, scope, now)?;
        let rows = rows.iter().map(|row| OpportunitySummary::of(engine, row, sees_names));
        Ok(Self { count: ids.len(), opportunities: rows.collect::<Result<_, _>>()? })
    }
}

/// The account of an opportunity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct OpportunityAccount {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What became of an opportunity, by its word.
pub(crate) const fn outcome_word(outcome: DealOutcome) -> &'static str {
    match outcome {
        DealOutcome::Open => "open",
        DealOutcome::Won => "won",
        DealOutcome::Lost => "lost",
    }
}

impl OpportunitySummary {
    /// An opportunity of a list.
    pub(crate) fn of(
        engine: &Engine,
        row: &OpportunityRow,
        sees_names: bool,
    ) -> Result<Self, AppError> {
        let account = row.account.map(|account| -> Result<_, AppError> {
            let (id, name) = (account.to_string(), Named::of(engine, account)?.call());
            Ok(OpportunityAccount { id, name })
        });
        let name = match sees_names {
            true => Some(Named::of(engine, row.opportunity)?.call()),
            false => None,
        };
        Ok(Self {
            id: row.opportunity.to_string(),
            name,
            account: account.transpose()?,
            lead: row.lead.map(|lead| lead.to_string()),
            stage: (!row.stage.is_empty()).then(|| row.stage.clone()),
            outcome: outcome_word(row.outcome),
            amount: row.amount,
            opened_at: moment(row.opened.map(|opened| opened.at)),
            opened_precision: row.opened.map(|opened| opened.precision.word()),
            closed_at: moment(row.closed.map(|closed| closed.at)),
            closed_precision: row.closed.map(|closed| closed.precision.word()),
        })
    }
}
