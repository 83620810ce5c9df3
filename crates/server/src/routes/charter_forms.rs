//! A charter's file as a form, and changes to it that keep everything else as it stands.

use crate::documents::{FormClauseDocument, RuleDocument};
use crate::problem::{Place, Problem};
use crate::sent::Sent;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use charter::{Edit, EditError, KeyPath, Next, Written};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// So many changes are made at once.
const EDITS_MAX: usize = 100;

/// A charter's file and what shall be changed in it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Changing {
    /// The file, which must be TOML and need not be sound.
    text: String,
    /// Made one after the other; all or none. Without any, the form of the file is answered.
    #[serde(default)]
    #[schema(max_items = 100)]
    edits: Vec<EditSent>,
}

/// One change.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
enum EditSent {
    /// Gives a key a value.
    Set {
        #[schema(example = "promise.first-touch.within")]
        at: String,
        value: ValueSent,
    },
    /// Gives a key a rule.
    SetRule { at: String, rule: RuleDocument },
    /// Adds a clause with its keys, after the one of its kind that is named, else after the last.
    Add {
        #[schema(example = "icp.fit")]
        at: String,
        keys: Vec<KeySent>,
        #[serde(default)]
        after: Option<String>,
    },
    /// Removes a key or a clause.
    Remove { at: String },
}

/// A key of a new clause.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct KeySent {
    name: String,
    value: ValueSent,
}

/// A value of a charter's file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum ValueSent {
    Flag(bool),
    Number(f64),
    Text(String),
    Texts(Vec<String>),
}

/// A charter's file, changed, and its form.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Formed {
    /// The file as it is now.
    text: String,
    /// Its sections in the order of the file, without what is left to the text: clauses that are
    /// written within one value, and dates.
    clauses: Vec<FormClauseDocument>,
}

/// Read a charter's file as a form, with changes made to it: comments, order and everything else
/// stay as they are. The file need not be sound, and may not be after it.
#[utoipa::path(
    post, path = "/api/v1/charters/forms", tag = "charter", request_body = Changing,
    responses(
        (status = 200, body = Formed), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn form(
    _: State<Served>,
    actor: Actor,
    Sent(changing): Sent<Changing>,
) -> Result<Json<Formed>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    let Changing { mut text, edits } = changing;
    if edits.len() > EDITS_MAX {
        let reason = format!("{} changes are more than {EDITS_MAX}: send fewer", edits.len());
        return Err(Problem::at("/edits", reason));
    }
    for (nth, sent) in edits.iter().enumerate() {
        let place = format!("/edits/{nth}");
        let edit = sent.edit(&place)?;
        text = charter::edit(&text, &edit).map_err(|why| of_edit(&place, &why))?.text;
    }
    let clauses = charter::form(&text).map_err(|found| Problem::of_charter(&found))?;
    let clauses = clauses.iter().map(FormClauseDocument::of).collect();
    Ok(Json(Formed { text, clauses }))
}

impl EditSent {
    fn edit(&self, place: &str) -> Result<Edit, Problem> {
        let path =
            |at: &str| KeyPath::parse(at).map_err(|why| of_edit(&format!("{place}/at"), &why));
        Ok(match self {
            Self::Set { at, value } => Edit::Set { at: path(at)?, value: value.written() },
            Self::SetRule { at, rule } => {
                let tree = rule.tree().map_err(|sign| {
                    let reason = format!(
                        "`{sign}` is no operator: send `==`, `!=`, `>=`, `>`, `<=`, `<` or `in`"
                    );
                    Problem::at(format!("{place}/rule"), reason)
                })?;
                Edit::Set { at: path(at)?, value: Written::Text(tree.write()) }
            }
            Self::Add { at, keys, after } => Edit::Add {
                at: path(at)?,
                keys: keys.iter().map(|key| (key.name.clone(), key.value.written())).collect(),
                next: after.clone().map(Next::After),
            },
            Self::Remove { at } => Edit::Remove { at: path(at)? },
        })
    }
}

impl ValueSent {
    fn written(&self) -> Written {
        match self {
            Self::Flag(flag) => Written::Flag(*flag),
            // A whole number is written without a dot; beyond 2^53 JSON's numbers are not exact.
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                Written::Whole(*number as i64)
            }
            Self::Number(number) => Written::Number(*number),
            Self::Text(text) => Written::Text(text.clone()),
            Self::Texts(texts) => {
                Written::List(texts.iter().map(|text| Written::Text(text.clone())).collect())
            }
        }
    }
}

fn of_edit(place: &str, why: &EditError) -> Problem {
    if let EditError::NotToml(found) = why {
        return Problem::of_charter(found);
    }
    let reason = format!("{why}: {}", why.help());
    let places = vec![Place { at: place.to_owned(), reason: reason.clone() }];
    let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "charter_not_changed", reason);
    Problem { places, ..problem }
}
