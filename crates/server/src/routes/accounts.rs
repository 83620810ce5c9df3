//! Accounts.

use crate::documents::{AccountList, AccountPage, AccountSummary, AsOfDocument};
use crate::paging::{limit, moment_after, moment_cursor, usual};
use crate::problem::Problem;
use crate::sent::{Asked, At};
use crate::state::Served;
use crate::who::Actor;
use app::AccountFilter;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Only in this stage of accounts, by its id.
    stage: Option<String>,
    /// Only with this person or team.
    who: Option<String>,
    /// Only with a name or an identifier that contains this.
    text: Option<String>,
    /// At most so many, 1 to 200.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List accounts, the most urgent first. You see those with a lead that you see.
#[utoipa::path(
    get, path = "/api/v1/accounts", tag = "accounts", params(Wanted),
    responses(
        (status = 200, body = AccountList), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<AccountList>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let mut filter = AccountFilter {
        stage: wanted.stage,
        who: wanted.who,
        text: wanted.text,
        after: wanted.cursor.as_deref().map(moment_after).transpose()?,
        limit: limit(wanted.limit)?,
        ..AccountFilter::default()
    };
    let list = served.read(move |engine, now| {
        filter.scope = engine.lead_scope(actor.person())?;
        let found = engine.account_list(&filter, now)?;
        let accounts = found.rows.iter().map(|row| AccountSummary::of(engine, row, now));
        Ok(AccountList {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            has_terms: engine.reign()?.at(now).1.charter.account.is_some(),
            count: found.count,
            accounts: accounts.collect::<Result<_, _>>()?,
            next_cursor: found.next.map(moment_cursor),
        })
    });
    list.await.map(Json)
}

/// Read one account: where it is, why, who belongs to it, and what is pursued with it.
#[utoipa::path(
    get, path = "/api/v1/accounts/{account}", tag = "accounts",
    params(("account" = String, Path, description = "its id, name, or what another system calls it")),
    responses(
        (status = 200, body = AccountPage), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(account): At<String>,
) -> Result<Json<AccountPage>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let page = served.read(move |engine, now| {
        let scope = engine.lead_scope(actor.person())?;
        let view = engine.account_view(&account, &scope, now)?;
        AccountPage::of(engine, &view, sees_names, now)
    });
    page.await.map(Json)
}
