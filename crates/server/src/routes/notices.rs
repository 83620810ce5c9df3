//! What one was told, and how one wants to be told.

use crate::documents::moment;
use crate::paging::limit;
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::{Permission, Role};
use app::{AppError, Engine};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{OutboxMessage, Rhythm, User};
use utoipa::{IntoParams, ToSchema};

/// Which notices.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// At most so many, 1 to 200.
    #[serde(default = "page")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    #[param(minimum = 1)]
    cursor: Option<i64>,
}

const fn page() -> u32 {
    50
}

/// What one was told, the last first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Notices {
    notices: Vec<NoticeDocument>,
    /// Where to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_cursor: Option<i64>,
}

/// One thing that one was told, or will be.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct NoticeDocument {
    /// Its number.
    id: i64,
    /// What kind of notice it is.
    #[schema(example = "promise_broken")]
    kind: String,
    /// The lead that it is about.
    lead: Option<String>,
    /// What it says in a line; absent for who may not read names.
    says: Option<String>,
    /// How it goes out.
    #[schema(example = "email")]
    channel: String,
    /// `waiting`, `claimed`, `sent`, `dead`, `cancelled` or `corrected`.
    state: &'static str,
    /// When it may leave.
    not_before: Option<String>,
    /// When it was sent, given up or withdrawn.
    ended_at: Option<String>,
}

/// Read what one was told, the last first.
#[utoipa::path(
    get, path = "/api/v1/notices", tag = "notices", params(Wanted),
    responses(
        (status = 200, body = Notices), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn mine(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Notices>, Problem> {
    let limit = limit(wanted.limit)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let before = wanted.cursor.unwrap_or(i64::MAX);
    let notices = served.read(move |engine, _| {
        let Some(user) = own(engine, &actor)? else {
            return Ok(Notices { notices: Vec::new(), next_cursor: None });
        };
        let found = engine.store().view().messages_for(&user.id.to_string(), before, limit)?;
        let next_cursor = (found.len() == limit as usize).then(|| found.last().map(|it| it.id));
        let document = |message| NoticeDocument::of(engine, message, sees_names);
        let notices = found.iter().map(document).collect::<Result<_, _>>()?;
        Ok(Notices { notices, next_cursor: next_cursor.flatten() })
    });
    Ok(Json(notices.await?))
}

/// How one wants to be told of each kind of notice.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Preferences {
    preferences: Vec<PreferenceDocument>,
}

/// How one is told of a kind of notice by email.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct PreferenceDocument {
    /// The kind of notice.
    #[schema(example = "promise_broken")]
    kind: &'static str,
    /// `immediate`, `daily`, `weekly` or `off`.
    rhythm: RhythmWord,
    /// For a digest, the hour in the company's zone at which it leaves.
    hour: Option<u8>,
    /// For a weekly digest, its day: 1 for Monday to 7 for Sunday.
    weekday: Option<u8>,
    /// Whether one chose it; else it is what is usual for the role.
    chosen: bool,
}

/// How one wants to be told.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPreference {
    /// `immediate`, `daily`, `weekly` or `off`.
    rhythm: RhythmWord,
    /// For a digest, the hour in the company's zone, 0 to 23; 8 where it is left out.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 23)]
    hour: Option<u8>,
    /// For a weekly digest, its day: 1 for Monday to 7 for Sunday; 1 where it is left out.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 7)]
    weekday: Option<u8>,
}

/// When one is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum RhythmWord {
    /// Never.
    Off,
    /// At once.
    Immediate,
    /// Together with others, once a day.
    Daily,
    /// Together with others, once a week.
    Weekly,
}

/// Read how one is told of each kind of notice.
#[utoipa::path(
    get, path = "/api/v1/notification-preferences", tag = "notices",
    responses(
        (status = 200, body = Preferences), (status = 401, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(super) async fn preferences(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<Preferences>, Problem> {
    let is_head = matches!(actor.role(), Role::MarketingHead | Role::SalesHead);
    let found = served.read(move |engine, _| {
        let Some(user) = own(engine, &actor)? else { return Ok(None) };
        let rhythms = engine.rhythms_of(&user.id.to_string(), is_head)?;
        let document = |(kind, rhythm, chosen): &(app::NoticeKind, Rhythm, bool)| {
            let (word, hour, weekday) = words(*rhythm);
            PreferenceDocument { kind: kind.word(), rhythm: word, hour, weekday, chosen: *chosen }
        };
        Ok(Some(Preferences { preferences: rhythms.iter().map(document).collect() }))
    });
    found.await?.map(Json).ok_or_else(no_user)
}

/// Choose how one is told of a kind of notice.
#[utoipa::path(
    put, path = "/api/v1/notification-preferences/{kind}", tag = "notices",
    params(("kind" = String, Path, description = "a kind of notice")),
    request_body = NewPreference,
    responses(
        (status = 204), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn prefer(
    State(served): State<Served>,
    actor: Actor,
    At(kind): At<String>,
    Sent(new): Sent<NewPreference>,
) -> Result<StatusCode, Problem> {
    let hour = new.hour.unwrap_or(8);
    let rhythm = match new.rhythm {
        RhythmWord::Off => Rhythm::Off,
        RhythmWord::Immediate => Rhythm::Immediate,
        RhythmWord::Daily => Rhythm::Daily { hour },
        RhythmWord::Weekly => Rhythm::Weekly { weekday: new.weekday.unwrap_or(1), hour },
    };
    choose(&served, actor, kind, Some(rhythm)).await
}

/// Be told of a kind of notice as is usual again.
#[utoipa::path(
    delete, path = "/api/v1/notification-preferences/{kind}", tag = "notices",
    params(("kind" = String, Path, description = "a kind of notice")),
    responses(
        (status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn prefer_nothing(
    State(served): State<Served>,
    actor: Actor,
    At(kind): At<String>,
) -> Result<StatusCode, Problem> {
    choose(&served, actor, kind, None).await
}

async fn choose(
    served: &Served,
    actor: Actor,
    kind: String,
    rhythm: Option<Rhythm>,
) -> Result<StatusCode, Problem> {
    let done = served.write(move |engine, _| {
        let Some(user) = own(engine, &actor)? else { return Ok(false) };
        engine.choose_rhythm(&user.id.to_string(), &kind, rhythm)?;
        Ok(true)
    });
    if done.await? { Ok(StatusCode::NO_CONTENT) } else { Err(no_user()) }
}

/// Who asks, as a user.
fn own(engine: &Engine, actor: &Actor) -> Result<Option<User>, AppError> {
    Ok(engine.store().view().user_by_handle(&actor.name)?)
}

fn no_user() -> Problem {
    let detail = "only users are told: sign in as one";
    Problem::new(StatusCode::NOT_FOUND, "no_user", detail)
}

const fn words(rhythm: Rhythm) -> (RhythmWord, Option<u8>, Option<u8>) {
    match rhythm {
        Rhythm::Off => (RhythmWord::Off, None, None),
        Rhythm::Immediate => (RhythmWord::Immediate, None, None),
        Rhythm::Daily { hour } => (RhythmWord::Daily, Some(hour), None),
        Rhythm::Weekly { weekday, hour } => (RhythmWord::Weekly, Some(hour), Some(weekday)),
    }
}

impl NoticeDocument {
    fn of(engine: &Engine, message: &OutboxMessage, sees_names: bool) -> Result<Self, AppError> {
        let says = sees_names.then(|| engine.message_in_words(message)).transpose()?;
        Ok(Self {
            id: message.id,
            kind: message.message.kind.clone(),
            lead: message.message.subject.map(|lead| lead.to_string()),
            says,
            channel: message.message.channel.clone(),
            state: message.state.word(),
            not_before: moment(Some(message.message.not_before)),
            ended_at: moment(Some(message.ended_at)),
        })
    }
}
