//! Territories by segments, and buying committees.

use super::{AccountSummary, AsOfDocument};
use app::tell::{committees_in_words, coverage_in_words};
use app::{AppError, Committee, CommitteeList, CoverageAnswer, CoverageCell, Engine};
use charter::Charter;
use facts::Instant;
use serde::Serialize;
use utoipa::ToSchema;

/// Territories by segments: leads, open load and capacity in each cell.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Coverage)]
pub(crate) struct CoverageDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) sentence: String,
    /// What is a territory: a trait, `persona` or `unit`.
    #[schema(example = "account.territory")]
    pub(crate) territory: String,
    /// What is a segment, likewise.
    #[schema(example = "account.segment")]
    pub(crate) segment: String,
    /// The cells that have a lead, by territory and then by segment: at most 50 by 50.
    pub(crate) cells: Vec<CoverageCellDocument>,
}

/// A territory and a segment. Each count of leads opens its list at `/coverage/leads`.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = CoverageCell)]
pub(crate) struct CoverageCellDocument {
    /// Empty where it is not known.
    pub(crate) territory: String,
    /// Empty where it is not known.
    pub(crate) segment: String,
    /// The leads that ever began.
    pub(crate) leads: usize,
    /// Of them, those that are open now.
    pub(crate) open: usize,
    /// Of those, the ones that sales has: handed over and not won.
    pub(crate) with_sales: usize,
    /// Of those, the ones that no person has.
    pub(crate) unassigned: usize,
    /// Of all, those that were won.
    pub(crate) won: usize,
    /// The last campaign that touched each lead: the five most frequent.
    pub(crate) campaigns: Vec<CountedName>,
    /// How many campaigns there are.
    pub(crate) campaigns_count: usize,
    /// Where leads came from: the five most frequent.
    pub(crate) sources: Vec<CountedName>,
    /// How many sources there are.
    pub(crate) sources_count: usize,
    /// How many people have open leads of it, or are given them by the charter's routes. Somebody
    /// who serves several cells counts in each.
    pub(crate) people: usize,
    /// How many open leads these people have, in all cells together.
    pub(crate) load: u64,
    /// How many they can have, by the settings; `null` where nobody is there, or somebody's number
    /// is not bounded.
    pub(crate) capacity: Option<u32>,
    /// Whether they have no room left; `null` where that is not bounded.
    pub(crate) is_full: Option<bool>,
}

/// A name, and how many leads have it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct CountedName {
    pub(crate) name: String,
    pub(crate) leads: usize,
}

/// Target accounts with their buying committees, the most engaged first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Committees {
    pub(crate) as_of: AsOfDocument,
    pub(crate) sentence: String,
    /// The roles that decide together: the charter's personas, in its order.
    pub(crate) roles: Vec<CommitteeRole>,
    pub(crate) accounts: Vec<CommitteeDocument>,
    /// How many there are on all pages together.
    pub(crate) count: usize,
    /// Of those, the ones with somebody of every role.
    pub(crate) complete: usize,
    /// Give it as `cursor` for the next page; absent at the end.
    pub(crate) next_cursor: Option<String>,
}

/// A role of buying committees.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct CommitteeRole {
    /// The id of the persona.
    #[schema(example = "economic_buyer")]
    pub(crate) role: String,
    /// Who they are, in the charter's words; may be empty.
    pub(crate) reading: String,
    /// Where they are best met, the best first.
    pub(crate) channels: Vec<String>,
    /// Of how many accounts it is the next missing role.
    pub(crate) missing_next: usize,
}

/// The buying committee of an account.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Committee)]
pub(crate) struct CommitteeDocument {
    /// The account, with its fit and engagement.
    pub(crate) account: AccountSummary,
    pub(crate) is_target: bool,
    /// How many people of each role belong to it now, in the order of `roles`.
    pub(crate) people: Vec<usize>,
    /// How many belong to it who are of no role.
    pub(crate) others: usize,
    /// How many roles somebody has.
    pub(crate) covered: usize,
    /// The first role in the charter's order that nobody has; absent where none is missing.
    pub(crate) missing: Option<String>,
}

/// So many campaigns and sources are named of each cell.
const NAMED: usize = 5;

impl CoverageDocument {
    pub(crate) fn of(answer: &CoverageAnswer, now: Instant) -> Self {
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: coverage_in_words(answer),
            territory: answer.territory.clone(),
            segment: answer.segment.clone(),
            cells: answer.cells.iter().map(CoverageCellDocument::of).collect(),
        }
    }
}

impl CoverageCellDocument {
    fn of(cell: &CoverageCell) -> Self {
        let named = |counts: &[(String, usize)]| {
            let first = counts.iter().take(NAMED);
            first.map(|(name, leads)| CountedName { name: name.clone(), leads: *leads }).collect()
        };
        Self {
            territory: cell.territory.clone(),
            segment: cell.segment.clone(),
            leads: cell.leads.count(),
            open: cell.open.count(),
            with_sales: cell.with_sales.count(),
            unassigned: cell.unassigned.count(),
            won: cell.won.count(),
            campaigns: named(&cell.campaigns),
            campaigns_count: cell.campaigns.len(),
            sources: named(&cell.sources),
            sources_count: cell.sources.len(),
            people: cell.people.len(),
            load: cell.load,
            capacity: cell.capacity,
            is_full: cell.is_full(),
        }
    }
}

impl Committees {
    pub(crate) fn of(
        engine: &Engine,
        list: &CommitteeList,
        all: bool,
        now: Instant,
    ) -> Result<Self, AppError> {
        let charter = &engine.reign()?.at(now).1.charter;
        let accounts = list.rows.iter().map(|it| CommitteeDocument::of(engine, list, it, now));
        Ok(Self {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            sentence: committees_in_words(list, all),
            roles: CommitteeRole::all(charter, list),
            accounts: accounts.collect::<Result<_, _>>()?,
            count: list.count,
            complete: list.complete,
            next_cursor: list.next.map(|next| next.to_string()),
        })
    }
}

impl CommitteeRole {
    fn all(charter: &Charter, list: &CommitteeList) -> Vec<Self> {
        let roles = charter.personas.iter().zip(&list.missing);
        let role = |(persona, missing): (&charter::Persona, &usize)| Self {
            role: persona.id.clone(),
            reading: persona.reading.clone(),
            channels: persona.channels.clone(),
            missing_next: *missing,
        };
        roles.map(role).collect()
    }
}

impl CommitteeDocument {
    fn of(
        engine: &Engine,
        list: &CommitteeList,
        committee: &Committee,
        now: Instant,
    ) -> Result<Self, AppError> {
        Ok(Self {
            account: AccountSummary::of(engine, &committee.row, now)?,
            is_target: committee.is_target,
            people: committee.people.clone(),
            others: committee.others,
            covered: committee.covered(),
            missing: committee.missing().map(|role| list.roles[role].clone()),
        })
    }
}
