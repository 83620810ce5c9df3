//! Leads.

use crate::documents::{AsOfDocument, LeadList, LeadPage, LeadSummary};
use crate::problem::Problem;
use crate::sent::{Asked, At};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{DueWindow, LeadFilter};
use axum::Json;
use axum::extract::State;
use facts::{Instant, SubjectId};
use serde::Deserialize;
use store::PlaceKind;
use utoipa::{IntoParams, ToSchema};

/// Which leads.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Only in this stage, by its id.
    stage: Option<String>,
    /// Only with this person, queue or team.
    who: Option<String>,
    /// Only in such a place: `assignee`, `queue`, `team`, `nurture` or `nowhere`.
    #[param(inline)]
    place: Option<PlaceWord>,
    /// Only those whose next promise is `late`, or due `soon`: within a day from now.
    #[param(inline)]
    due: Option<DueWord>,
    /// Only with a name, an identifier or a personal value that contains this.
    text: Option<String>,
    /// Only those of whom this trait has the value in `trait_value`.
    #[param(example = "lead.source")]
    trait_name: Option<String>,
    /// The value of `trait_name`.
    trait_value: Option<String>,
    /// Only those that wait for somebody.
    #[serde(default)]
    open: bool,
    /// At most so many, 1 to 1000.
    #[serde(default = "page")]
    #[param(minimum = 1, maximum = 1000)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PlaceWord {
    Assignee,
    Queue,
    Team,
    Nurture,
    Nowhere,
}

/// When the next promise is due, seen from now.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DueWord {
    Late,
    Soon,
}

impl From<PlaceWord> for PlaceKind {
    fn from(word: PlaceWord) -> Self {
        match word {
            PlaceWord::Assignee => Self::Assignee,
            PlaceWord::Queue => Self::Queue,
            PlaceWord::Team => Self::Team,
            PlaceWord::Nurture => Self::Nurture,
            PlaceWord::Nowhere => Self::Nowhere,
        }
    }
}

impl From<DueWord> for DueWindow {
    fn from(word: DueWord) -> Self {
        match word {
            DueWord::Late => Self::Late,
            DueWord::Soon => Self::Soon,
        }
    }
}

const fn page() -> u32 {
    50
}

/// List leads, soonest due first.
#[utoipa::path(
    get, path = "/api/v1/leads", tag = "leads", params(Wanted),
    responses(
        (status = 200, body = LeadList), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<LeadList>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let mut filter = filter(wanted)?;
    let list = served.read(move |engine, now| {
        filter.scope = engine.lead_scope(actor.person())?;
        let found = engine.leads(&filter, now)?;
        let leads = found.rows.iter().map(|row| LeadSummary::of(engine, row, sees_names, now));
        Ok(LeadList {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            leads: leads.collect::<Result<_, _>>()?,
            next_cursor: found.next.map(cursor_text),
        })
    });
    list.await.map(Json)
}

/// Read one lead: where it is, why, and all that happened.
#[utoipa::path(
    get, path = "/api/v1/leads/{lead}", tag = "leads",
    params(("lead" = String, Path, description = "its id, or what another system calls it")),
    responses(
        (status = 200, body = LeadPage), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(lead): At<String>,
) -> Result<Json<LeadPage>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let page = served.read(move |engine, now| {
        engine.find_lead_for(actor.person(), &lead, now)?;
        LeadPage::of(engine, &lead, sees_names, now)
    });
    page.await.map(Json)
}

fn filter(wanted: Wanted) -> Result<LeadFilter, Problem> {
    let trait_is = match (wanted.trait_name, wanted.trait_value) {
        (None, None) => None,
        (Some(name), Some(value)) => Some((name, value)),
        (Some(_), None) => return Err(Problem::at("trait_value", "say which value to look for")),
        (None, Some(_)) => return Err(Problem::at("trait_name", "say which trait has the value")),
    };
    let after = wanted.cursor.as_deref().map(read_cursor).transpose()?;
    if !(1..=LeadFilter::LIMIT_MAX).contains(&wanted.limit) {
        let reason = format!("a page has 1 to {} leads", LeadFilter::LIMIT_MAX);
        return Err(Problem::at("limit", reason));
    }
    Ok(LeadFilter {
        stage: wanted.stage,
        who: wanted.who,
        place: wanted.place.map(Into::into),
        due: wanted.due.map(Into::into),
        text: wanted.text,
        trait_is,
        open_only: wanted.open,
        after,
        limit: wanted.limit,
        ..LeadFilter::default()
    })
}

/// The last due and the last lead of a page.
fn cursor_text((due, lead): (Option<Instant>, SubjectId)) -> String {
    let due = due.map_or_else(|| "-".to_owned(), |due| due.0.to_string());
    format!("{due}.{lead}")
}

fn read_cursor(text: &str) -> Result<(Option<Instant>, SubjectId), Problem> {
    let read = || {
        let (due, lead) = text.split_once('.')?;
        let due = match due {
            "-" => None,
            due => Some(Instant(due.parse().ok()?)),
        };
        Some((due, lead.parse().ok()?))
    };
    read().ok_or_else(|| Problem::at("cursor", "give the `next_cursor` of the page before"))
}
