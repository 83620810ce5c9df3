//! Accounts.

use super::lead::{DecisionDocument, IdentifierDocument, LeadSummary, StageName, TraitDocument};
use super::{AsOfDocument, OpportunitySummary, moment};
use app::tell::{Clockwork, Named};
use app::{AccountRow, AccountView, AppError, Engine};
use charter::{Charter, account_clause_in_words};
use facts::Instant;
use serde::Serialize;
use store::PlaceKind;
use utoipa::ToSchema;

/// A list of accounts, the most urgent first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AccountList {
    pub(crate) as_of: AsOfDocument,
    /// Whether the charter in force says anything of accounts; without that they are in no stage.
    pub(crate) has_terms: bool,
    /// How many there are on all pages together.
    pub(crate) count: usize,
    pub(crate) accounts: Vec<AccountSummary>,
    /// Give it as `cursor` for the next page; absent at the end.
    pub(crate) next_cursor: Option<String>,
}

/// Where an account rests, and whose turn it is.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AccountSummary {
    pub(crate) id: String,
    /// What it is called: its name, what another system calls it, or its id.
    pub(crate) name: String,
    /// How many people belong or belonged to it.
    pub(crate) people: usize,
    /// The stage; absent before the first, and where the charter says nothing of accounts.
    pub(crate) stage: Option<StageName>,
    /// Whose turn it is: `assignee`, `team`, `nurture` or `nowhere`.
    #[schema(example = "team")]
    pub(crate) place: &'static str,
    /// The person or team of the place.
    pub(crate) who: Option<String>,
    pub(crate) entered_at: Option<String>,
    /// How precisely that is known: `instant`, `minute`, `day`, `unknown`.
    pub(crate) entered_precision: &'static str,
    /// The fit of the account itself, in points.
    pub(crate) fit: f64,
    /// The engagement of all its people together, in points.
    pub(crate) engagement: f64,
    /// When the next promise is, or was, due.
    pub(crate) due: Option<String>,
    /// The id of that promise.
    pub(crate) promise: Option<String>,
    /// Whether it is past its due.
    pub(crate) is_late: bool,
}

/// One account: where it is, why, who belongs to it and what is pursued with it.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AccountPage {
    pub(crate) as_of: AsOfDocument,
    pub(crate) account: AccountSummary,
    /// What other systems call it.
    pub(crate) identifiers: Vec<IdentifierDocument>,
    pub(crate) traits: Vec<TraitDocument>,
    /// The people who belong to it or did, of those whom you see: the first 200.
    pub(crate) people: Vec<AccountPerson>,
    /// How many those are in all.
    pub(crate) people_count: usize,
    /// The first 200, those opened last first.
    pub(crate) opportunities: Vec<OpportunitySummary>,
    /// How many there are in all.
    pub(crate) opportunities_count: usize,
    /// What was decided of it, in order.
    pub(crate) decisions: Vec<DecisionDocument>,
}

/// Somebody who belongs to an account, or did.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AccountPerson {
    pub(crate) lead: LeadSummary,
    /// Whether they belong to it now.
    pub(crate) belongs_now: bool,
}

impl AccountSummary {
    /// An account of a list.
    pub(crate) fn of(engine: &Engine, row: &AccountRow, now: Instant) -> Result<Self, AppError> {
        let terms = engine.reign()?.at(now).1.charter.account.as_deref();
        Self::by(engine, row, terms, now)
    }

    /// An account by what a charter says of accounts.
    fn by(
        engine: &Engine,
        row: &AccountRow,
        terms: Option<&Charter>,
        now: Instant,
    ) -> Result<Self, AppError> {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Ok(Self {
            id: row.account.to_string(),
            name: Named::of(engine, row.account)?.call(),
            people: row.people,
            stage: terms.and_then(|terms| StageName::of(terms, &row.stage)),
            place: row.place.word(),
            who: (row.place != PlaceKind::Nurture).then(|| filled(&row.who)).flatten(),
            entered_at: moment(row.entered_at),
            entered_precision: row.precision.word(),
            fit: row.fit,
            engagement: row.engagement,
            due: moment(row.due),
            promise: filled(&row.promise),
            is_late: row.broken || row.due.is_some_and(|due| due < now),
        })
    }
}

impl AccountPage {
    /// Everything about an account.
    pub(crate) fn of(
        engine: &Engine,
        view: &AccountView,
        sees_names: bool,
        now: Instant,
    ) -> Result<Self, AppError> {
        let reign = engine.reign()?;
        let clock = Clockwork::new(&reign.at(now).1.charter.timezone);
        let page = &view.page;
        let identifiers = match sees_names {
            true => engine.store().view().identifiers_of(page.row.account)?,
            false => Vec::new(),
        };
        let person = |(row, belongs_now): &(_, bool)| {
            let lead = LeadSummary::of(engine, row, sees_names, now)?;
            Ok(AccountPerson { lead, belongs_now: *belongs_now })
        };
        let opportunities = view.opportunities.iter();
        let opportunities =
            opportunities.map(|row| OpportunitySummary::of(engine, row, sees_names));
        let decisions = page.decisions.iter().map(|line| {
            let terms = page.terms_of(line);
            let says = terms.and_then(|terms| account_clause_in_words(terms, &line.clause));
            let of = (terms, format!("account.{}", line.clause), says);
            DecisionDocument::of(line, of, &clock, reign.adopted_at())
        });
        Ok(Self {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            account: AccountSummary::by(engine, &page.row, page.terms_now(), now)?,
            identifiers: identifiers.into_iter().map(IdentifierDocument::of).collect(),
            traits: view.traits.iter().map(TraitDocument::of).collect(),
            people: view.people.iter().map(person).collect::<Result<_, AppError>>()?,
            people_count: view.people_seen,
            opportunities: opportunities.collect::<Result<_, _>>()?,
            opportunities_count: view.opportunities_count,
            decisions: decisions.collect(),
        })
    }
}
