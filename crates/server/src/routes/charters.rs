//! The charter and its versions.

use crate::documents::{ChapterDocument, CharterDocument, VersionLine, read_chapters};
use crate::problem::Problem;
use crate::sent::{At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// All versions, the latest last.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Versions {
    versions: Vec<VersionLine>,
}

/// A charter's file, to look at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    text: String,
}

/// A sound charter in plain words.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Sound {
    name: String,
    chapters: Vec<ChapterDocument>,
    /// The names that its rules may use.
    names: RuleNames,
}

/// The names that rules may use: the standard ones, and those of the charter's own `[traits]` and
/// `[facts]`.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct RuleNames {
    traits: Vec<TraitName>,
    #[schema(example = json!(["form.demo_request"]))]
    touches: Vec<String>,
    #[schema(example = json!(["meeting.held"]))]
    activities: Vec<String>,
    /// The ids of stages; rules and promises write `stage:mql`.
    #[schema(example = json!(["mql"]))]
    stages: Vec<String>,
    /// Why leads are rejected, recycled or disqualified.
    #[schema(example = json!(["not_icp"]))]
    reasons: Vec<String>,
    /// The ids of motions.
    #[schema(example = json!(["inbound"]))]
    motions: Vec<String>,
}

/// A trait, and of what type its values are.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct TraitName {
    #[schema(example = "account.employees")]
    name: String,
    /// `number`, `text` or `flag`.
    r#type: &'static str,
}

impl RuleNames {
    fn of(charter: &charter::Charter) -> Self {
        let schema = &charter.schema;
        let traits = schema.traits.iter();
        Self {
            traits: traits
                .map(|(name, of)| TraitName { name: name.clone(), r#type: of.word() })
                .collect(),
            touches: schema.touches.clone(),
            activities: schema.activities.clone(),
            stages: charter.stages.iter().map(|stage| stage.id.clone()).collect(),
            reasons: charter
                .verdicts
                .iter()
                .flat_map(|terms| terms.reasons.iter().map(|(reason, _)| reason.clone()))
                .collect(),
            motions: charter.motions.iter().map(|motion| motion.id.clone()).collect(),
        }
    }
}

/// Read the charter in force.
#[utoipa::path(
    get, path = "/api/v1/charter", tag = "charter",
    responses(
        (status = 200, body = CharterDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
    )
)]
pub(super) async fn in_force(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<CharterDocument>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    served.read(|engine, now| CharterDocument::of(engine, None, now)).await.map(Json)
}

/// List the versions of the charter.
#[utoipa::path(
    get, path = "/api/v1/charters", tag = "charter",
    responses(
        (status = 200, body = Versions), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn versions(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<Versions>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    let versions = served.read(|engine, _| Ok(engine.versions().map(VersionLine::of).collect()));
    Ok(Json(Versions { versions: versions.await? }))
}

/// Read one version of the charter.
#[utoipa::path(
    get, path = "/api/v1/charters/{number}", tag = "charter",
    params(("number" = u16, Path, description = "the number of the version, from 1")),
    responses(
        (status = 200, body = CharterDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn version(
    State(served): State<Served>,
    actor: Actor,
    At(number): At<u16>,
) -> Result<Json<CharterDocument>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    served.read(move |engine, now| CharterDocument::of(engine, Some(number), now)).await.map(Json)
}

/// Check a charter's file: all problems at once with their lines, or what it says in plain words.
#[utoipa::path(
    post, path = "/api/v1/charters/checks", tag = "charter", request_body = Draft,
    responses(
        (status = 200, body = Sound), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn check(
    _: State<Served>,
    actor: Actor,
    Sent(draft): Sent<Draft>,
) -> Result<Json<Sound>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    match charter::read(&draft.text) {
        Ok(charter) => {
            let (name, chapters) = (charter.name.clone(), read_chapters(&charter));
            Ok(Json(Sound { name, chapters, names: RuleNames::of(&charter) }))
        }
        Err(found) => Err(Problem::of_charter(&found)),
    }
}
