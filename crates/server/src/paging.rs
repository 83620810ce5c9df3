//! Pages of a list.

use crate::problem::Problem;
use app::Engine;
use facts::{Instant, SubjectId};
use serde::Deserialize;
use store::UserId;
use utoipa::IntoParams;

/// Which page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cursor {
    /// At most so many, 1 to 200.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
}

/// How many without a word about it.
pub(crate) const fn usual() -> u32 {
    50
}

impl Cursor {
    /// The id after which to go on.
    pub(crate) fn after(&self) -> Result<Option<UserId>, Problem> {
        after(self.cursor.as_deref())
    }
}

/// The id after which to go on.
pub(crate) fn after(cursor: Option<&str>) -> Result<Option<UserId>, Problem> {
    let reason = "give the `next_cursor` of the page before";
    cursor.map(|text| text.parse().map_err(|_| Problem::at("cursor", reason))).transpose()
}

/// How many a page has, refused beyond its bound.
pub(crate) fn limit(limit: u32) -> Result<u32, Problem> {
    match (1..=Engine::PAGE_MAX).contains(&limit) {
        true => Ok(limit),
        false => Err(Problem::at("limit", format!("a page has 1 to {}", Engine::PAGE_MAX))),
    }
}

/// A page of rows, of which one more than it has was asked for, and where the next one begins.
pub(crate) fn page<Row, Shown: From<Row>>(
    mut rows: Vec<Row>,
    limit: u32,
    place: impl Fn(&Row) -> String,
) -> (Vec<Shown>, Option<String>) {
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(place);
    (rows.into_iter().map(Shown::from).collect(), next)
}

/// Where a list goes on that is in order of time.
pub(crate) fn moment_cursor((at, subject): (Instant, SubjectId)) -> String {
    format!("{}.{subject}", at.0)
}

/// The last time and the last subject of the page before.
pub(crate) fn moment_after(cursor: &str) -> Result<(Instant, SubjectId), Problem> {
    let read = || {
        let (at, subject) = cursor.split_once('.')?;
        Some((Instant(at.parse().ok()?), subject.parse().ok()?))
    };
    read().ok_or_else(|| Problem::at("cursor", "give the `next_cursor` of the page before"))
}
