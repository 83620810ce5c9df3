//! `/api/v1/reconciliations`: why two figures differ, lead by lead.

use super::figures::Behind;
use crate::documents::Reconciliation;
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{Anchor, FigureTerms, ReconciledFigures};
use axum::Json;
use axum::extract::State;
use facts::{Instant, SubjectId};
use serde::Deserialize;
use utoipa::IntoParams;

/// Two figures: how many leads reached a stage, in a period. Each `other_…` is the term of the
/// other figure where it differs; the other has the terms of the first otherwise.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct FiguresAsked {
    /// Leads that reached this stage, or a later one; the one at which they are handed to sales when not
    /// said.
    stage: Option<String>,
    /// By which date a lead is in the period: `reached` (when not said), `began` or `first_touch`.
    anchor: Option<String>,
    /// From then on: a date in `zone`, or a time.
    #[param(example = "2026-01-01")]
    from: Option<String>,
    /// Before then.
    until: Option<String>,
    /// The zone of dates, such as `Europe/Paris`; the charter's when not said.
    zone: Option<String>,
    /// As it was known at this time, at the latest now.
    as_known: Option<String>,
    /// Under this version of the charter, as if it had always decided.
    version: Option<u16>,
    /// Only what has the value `value` of this, as metrics have it.
    only: Option<String>,
    /// The value for `only`; of whom it is not known when not said.
    value: Option<String>,
    other_stage: Option<String>,
    other_anchor: Option<String>,
    other_from: Option<String>,
    other_until: Option<String>,
    other_zone: Option<String>,
    /// `now` for as known now.
    other_as_known: Option<String>,
    /// 0 for those known.
    other_version: Option<u16>,
    /// Empty for no filter.
    other_only: Option<String>,
    other_value: Option<String>,
    /// For the list: leads of this cause; without it `first` or `other`, as `change` says.
    cause: Option<String>,
    /// For the list: `added` or `removed` of a cause; `first` or `other` without one.
    change: Option<String>,
}

/// Say why two figures differ, by causes that sum to the difference.
#[utoipa::path(
    get, path = "/api/v1/reconciliations", tag = "figures", params(FiguresAsked),
    responses(
        (status = 200, body = Reconciliation), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<FiguresAsked>,
) -> Result<Json<Reconciliation>, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let (first, other) = terms(&asked, &actor)?;
    let found = served
        .read(move |engine, now| engine.reconcile(&at_most(first, now), &at_most(other, now), now));
    Ok(Json(found.await?.into()))
}

/// List the leads of one cause for which two figures differ, or all leads of either.
#[utoipa::path(
    get, path = "/api/v1/reconciliations/leads", tag = "figures", params(FiguresAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<FiguresAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let (first, other) = terms(&asked, &actor)?;
    let found = served.read(move |engine, now| {
        let found = engine.reconcile(&at_most(first, now), &at_most(other, now), now)?;
        let change = asked.change.as_deref().unwrap_or("added");
        let leads = behind(&found, asked.cause.as_deref(), change);
        leads.map(|leads| Behind::of(engine, &leads, sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("cause", "nothing differs for such a cause"))
}

fn behind(found: &ReconciledFigures, cause: Option<&str>, change: &str) -> Option<Vec<SubjectId>> {
    let line = |word: &str| found.leads.lines.iter().find(|line| line.cause.word() == word);
    let set = match (cause, change) {
        (None, "first") => &found.leads.first,
        (None, "other") => &found.leads.other,
        (Some(cause), "added") => &line(cause)?.added,
        (Some(cause), "removed") => &line(cause)?.removed,
        _ => return None,
    };
    Some(set.iter().copied().collect())
}

fn at_most(terms: FigureTerms, now: Instant) -> FigureTerms {
    FigureTerms { as_known: terms.as_known.map(|at| at.min(now)), ..terms }
}

fn terms(asked: &FiguresAsked, actor: &Actor) -> Result<(FigureTerms, FigureTerms), Problem> {
    let only = |by: &Option<String>, value: &Option<String>| {
        let by = by.clone().filter(|by| !by.is_empty());
        by.map(|by| (by, value.clone().unwrap_or_default()))
    };
    let first = FigureTerms {
        stage: asked.stage.clone(),
        anchor: anchor("anchor", asked.anchor.as_deref())?.unwrap_or_default(),
        from: asked.from.clone(),
        until: asked.until.clone(),
        zone: asked.zone.clone(),
        as_known: instant("as_known", asked.as_known.as_deref())?,
        version: asked.version,
        only: only(&asked.only, &asked.value),
    };
    let mut other = first.clone();
    if let Some(anchor) = anchor("other_anchor", asked.other_anchor.as_deref())? {
        other.anchor = anchor;
    }
    let pairs = [
        (&asked.other_stage, &mut other.stage),
        (&asked.other_from, &mut other.from),
        (&asked.other_until, &mut other.until),
        (&asked.other_zone, &mut other.zone),
    ];
    for (said, term) in pairs {
        if said.is_some() {
            term.clone_from(said);
        }
    }
    match asked.other_as_known.as_deref() {
        None => {}
        Some("now") => other.as_known = None,
        said => other.as_known = instant("other_as_known", said)?,
    }
    if let Some(version) = asked.other_version {
        other.version = (version > 0).then_some(version);
    }
    if asked.other_only.is_some() || asked.other_value.is_some() {
        let by = asked.other_only.clone().or_else(|| asked.only.clone());
        other.only = only(&by, &asked.other_value);
    }
    for terms in [&first, &other] {
        if let Some((by, who)) = &terms.only
            && by == app::MetricsQuestion::ASSIGNEE
            && *who != actor.name
        {
            actor.needs(Permission::ReadPersonFigures)?;
        }
    }
    Ok((first, other))
}

fn anchor(at: &str, word: Option<&str>) -> Result<Option<Anchor>, Problem> {
    let read = word.map(str::parse).transpose();
    read.map_err(|_| Problem::at(at, "write one of reached, began, first_touch"))
}
