//! Settings that operations keep: who can be given leads, who is away, holidays.

use crate::problem::Problem;
use crate::sent::{Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::SettingsNow;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The settings that hold now.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct SettingsDocument {
    /// From when on they hold.
    in_force_from: String,
    /// When others take their place, if some were applied already.
    until: Option<String>,
    /// Who applied them.
    who: String,
    /// The people of each team, in the order in which they take turns.
    teams: BTreeMap<String, Vec<MemberDocument>>,
    /// Everybody, with their open leads.
    people: Vec<PersonDocument>,
    /// The settings file, to the letter.
    text: String,
}

/// Somebody of a team.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct MemberDocument {
    person: String,
    /// How many leads to one of weight 1.
    weight: u32,
}

/// Somebody who can be given leads.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct PersonDocument {
    person: String,
    /// How many open leads at once; absent for no bound.
    capacity: Option<u32>,
    open_leads: u64,
    absences: Vec<AbsenceDocument>,
}

/// Days on which somebody is away, both included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct AbsenceDocument {
    from: String,
    to: String,
}

/// Settings to apply.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSettings {
    /// The settings file.
    text: String,
    /// From when on they hold; absent: from now on.
    in_force_from: Option<String>,
}

/// Read the settings that hold now; `null` before the first.
#[utoipa::path(
    get, path = "/api/v1/settings", tag = "settings",
    responses(
        (status = 200, body = Option<SettingsDocument>), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<Option<SettingsDocument>>, Problem> {
    actor.needs(Permission::ReadSettings)?;
    now(&served).await.map(Json)
}

/// Apply settings in the place of those before.
#[utoipa::path(
    post, path = "/api/v1/settings", tag = "settings", request_body = NewSettings,
    responses(
        (status = 201, body = Option<SettingsDocument>), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn apply(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewSettings>,
) -> Result<(StatusCode, Json<Option<SettingsDocument>>), Problem> {
    actor.needs(Permission::EditSettings)?;
    let from = instant("/in_force_from", new.in_force_from.as_deref())?;
    let applied = served.write(move |engine, now| {
        engine.apply_settings(&new.text, from.unwrap_or(now), &actor.name, now)
    });
    applied.await?;
    Ok((StatusCode::CREATED, Json(now(&served).await?)))
}

async fn now(served: &Served) -> Result<Option<SettingsDocument>, Problem> {
    let found = served.read(|engine, now| Ok((engine.settings(now)?, engine.open_loads()?)));
    let (settings, loads) = found.await?;
    let loads: BTreeMap<String, u64> = loads.into_iter().collect();
    Ok(settings.map(|settings| SettingsDocument::of(&settings, &loads)))
}

impl SettingsDocument {
    fn of(settings: &SettingsNow, loads: &BTreeMap<String, u64>) -> Self {
        let SettingsNow { applied, roster, until } = settings;
        let members = roster.teams.values().flatten().map(|member| &member.person);
        let names: std::collections::BTreeSet<_> = members.chain(roster.people.keys()).collect();
        let people = names.into_iter().map(|person| {
            let said = roster.people.get(person);
            let absences = said.map_or(&[][..], |said| &said.absences);
            PersonDocument {
                person: person.clone(),
                capacity: roster.capacity(person),
                open_leads: loads.get(person).copied().unwrap_or_default(),
                absences: absences
                    .iter()
                    .map(|away| AbsenceDocument {
                        from: away.from.to_string(),
                        to: away.to.to_string(),
                    })
                    .collect(),
            }
        });
        let member = |member: &charter::Member| MemberDocument {
            person: member.person.clone(),
            weight: member.weight,
        };
        let teams = roster.teams.iter();
        Self {
            in_force_from: applied.in_force_from.to_string(),
            until: until.map(|until| until.to_string()),
            who: applied.who.clone(),
            teams: teams.map(|(id, of)| (id.clone(), of.iter().map(member).collect())).collect(),
            people: people.collect(),
            text: applied.text.clone(),
        }
    }
}
