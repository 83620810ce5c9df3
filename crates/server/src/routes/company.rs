//! `/api/v1/company`: the company that uses Tandem.

use crate::problem::Problem;
use crate::sent::Sent;
use crate::state::Served;
use crate::who::Actor;
use app::people::Company;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The company that uses Tandem: what its first charter is begun with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanyDocument {
    /// What people call it; 1 to 100 characters.
    #[schema(example = "Larkfield Software")]
    name: String,
    /// Where a day is a day: a name of the IANA database.
    #[schema(example = "Europe/Paris")]
    timezone: String,
    /// What deals are worth: an ISO 4217 code in three capitals.
    #[schema(example = "EUR")]
    currency: String,
}

impl From<Company> for CompanyDocument {
    fn from(Company { name, timezone, currency }: Company) -> Self {
        Self { name, timezone, currency }
    }
}

/// Read which company uses Tandem; `null` before anybody said.
#[utoipa::path(
    get, path = "/api/v1/company", tag = "people",
    responses((status = 200, body = Option<CompanyDocument>), (status = 401, body = Problem))
)]
pub(super) async fn read(
    State(served): State<Served>,
    _: Actor,
) -> Result<Json<Option<CompanyDocument>>, Problem> {
    let company = served.read(|engine, _| engine.company()).await?;
    Ok(Json(company.map(CompanyDocument::from)))
}

/// Say which company uses Tandem.
#[utoipa::path(
    put, path = "/api/v1/company", tag = "people", request_body = CompanyDocument,
    responses((status = 200, body = CompanyDocument), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn set(
    State(served): State<Served>,
    actor: Actor,
    Sent(said): Sent<CompanyDocument>,
) -> Result<Json<CompanyDocument>, Problem> {
    let company = Company::new(&said.name, &said.timezone, &said.currency)?;
    let kept = company.clone();
    served.write(move |engine, now| engine.set_company(actor.person(), &kept, now)).await?;
    Ok(Json(company.into()))
}
