//! Which address leads where. A file for each noun.

mod accounts;
mod alignment;
mod attribution;
mod audit;
mod backtests;
mod browse;
mod charter_forms;
mod charters;
mod cohorts;
mod collect;
mod company;
mod coverage;
mod deeds;
mod describing;
mod disagreements;
mod events;
mod feedback;
mod figures;
mod findings;
mod goals;
mod health;
mod imports;
mod invitations;
mod leads;
mod me;
mod metrics;
mod notices;
mod oidc;
mod opportunities;
mod outbox;
mod plans;
mod proposals;
mod reconciliations;
mod retractions;
mod scorecard;
mod seals;
mod session;
mod settings;
mod setup;
mod teams;
mod tokens;
mod trials;
mod users;
mod waiting;
mod webhooks;
mod workspace;
mod write_keys;

use crate::guard;
use crate::metering;
use crate::state::Served;
use crate::web_app;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Description;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The API of Tandem.
#[derive(OpenApi)]
#[openapi(info(
    title = "Tandem",
    description = "The agreement between a sales team and a marketing team, running. People and \
                   systems record facts; the charter decides; every answer says why.",
    license(name = "Apache-2.0", identifier = "Apache-2.0")
))]
struct Api;

/// Everything, for its description.
fn api() -> OpenApiRouter<Served> {
    guarded().merge(collect::routes())
}

/// What people and programs who are known do, from our own pages alone.
fn guarded() -> OpenApiRouter<Served> {
    OpenApiRouter::with_openapi(Api::openapi())
        .routes(routes!(leads::list))
        .routes(routes!(leads::read))
        .routes(routes!(waiting::read))
        .routes(routes!(accounts::list))
        .routes(routes!(accounts::read))
        .routes(routes!(opportunities::list))
        .routes(routes!(deeds::answer))
        .routes(routes!(deeds::log))
        .routes(routes!(deeds::assign))
        .routes(routes!(deeds::reopen))
        .routes(routes!(deeds::take_back))
        .routes(routes!(figures::funnel))
        .routes(routes!(figures::funnel_leads))
        .routes(routes!(figures::funnel_workbook))
        .routes(routes!(disagreements::read))
        .routes(routes!(disagreements::leads))
        .routes(routes!(figures::promises))
        .routes(routes!(figures::promise_leads))
        .routes(routes!(figures::mirror))
        .routes(routes!(attribution::read))
        .routes(routes!(attribution::results))
        .routes(routes!(feedback::read))
        .routes(routes!(feedback::leads))
        .routes(routes!(alignment::read))
        .routes(routes!(alignment::leads))
        .routes(routes!(coverage::read))
        .routes(routes!(coverage::leads))
        .routes(routes!(coverage::accounts))
        .routes(routes!(plans::plan))
        .routes(routes!(plans::plan_leads))
        .routes(routes!(plans::forecast))
        .routes(routes!(plans::forecast_leads))
        .routes(routes!(scorecard::read))
        .routes(routes!(scorecard::leads))
        .routes(routes!(reconciliations::read))
        .routes(routes!(reconciliations::leads))
        .routes(routes!(seals::list, seals::make))
        .routes(routes!(seals::read))
        .routes(routes!(seals::leads))
        .routes(routes!(seals::opportunities))
        .routes(routes!(cohorts::read))
        .routes(routes!(cohorts::leads))
        .routes(routes!(metrics::read))
        .routes(routes!(metrics::leads))
        .routes(routes!(metrics::opportunities))
        .routes(routes!(charters::in_force))
        .routes(routes!(charters::versions))
        .routes(routes!(charters::version))
        .routes(routes!(charters::check))
        .routes(routes!(charter_forms::form))
        .routes(routes!(proposals::list, proposals::open))
        .routes(routes!(proposals::read, proposals::change))
        .routes(routes!(proposals::withdraw))
        .routes(routes!(proposals::comment))
        .routes(routes!(proposals::sign))
        .routes(routes!(backtests::run))
        .routes(routes!(backtests::read, backtests::cancel))
        .routes(routes!(imports::list, imports::open))
        .routes(routes!(imports::read, imports::remove))
        .routes(routes!(imports::put_file, imports::remove_file))
        .routes(routes!(imports::suggest))
        .routes(routes!(imports::mapping, imports::put_mapping))
        .routes(routes!(imports::preview))
        .routes(routes!(imports::run))
        .routes(routes!(imports::rejects))
        .routes(routes!(retractions::preview, retractions::retract))
        .routes(routes!(settings::read, settings::apply))
        .routes(routes!(write_keys::list, write_keys::make))
        .routes(routes!(write_keys::revoke))
        .routes(routes!(write_keys::read_mapping, write_keys::write_mapping))
        .routes(routes!(notices::mine))
        .routes(routes!(notices::preferences))
        .routes(routes!(notices::prefer, notices::prefer_nothing))
        .routes(routes!(webhooks::list, webhooks::add))
        .routes(routes!(webhooks::remove))
        .routes(routes!(webhooks::change_secret))
        .routes(routes!(webhooks::disable, webhooks::enable))
        .routes(routes!(webhooks::test))
        .routes(routes!(outbox::list))
        .routes(routes!(outbox::discard))
        .routes(routes!(outbox::resend))
        .routes(routes!(setup::state, setup::set_up))
        .routes(routes!(session::sign_in, session::sign_out))
        .routes(routes!(session::sign_in_by_link))
        .routes(routes!(oidc::ways))
        .routes(routes!(oidc::begin))
        .routes(routes!(oidc::sign_in))
        .routes(routes!(oidc::unbind))
        .routes(routes!(me::read))
        .routes(routes!(me::change_password))
        .routes(routes!(users::set_password))
        .routes(routes!(users::list))
        .routes(routes!(users::read, users::change))
        .routes(routes!(users::make_password_link))
        .routes(routes!(invitations::list, invitations::make))
        .routes(routes!(invitations::read))
        .routes(routes!(invitations::accept))
        .routes(routes!(invitations::withdraw))
        .routes(routes!(teams::list, teams::make))
        .routes(routes!(teams::read, teams::change, teams::remove))
        .routes(routes!(tokens::list, tokens::make))
        .routes(routes!(tokens::revoke))
        .routes(routes!(audit::list))
        .routes(routes!(workspace::read, workspace::set))
        .routes(routes!(company::read, company::set))
        .routes(routes!(findings::read))
        .routes(routes!(findings::page))
        .routes(routes!(goals::read))
        .routes(routes!(goals::leads))
        .routes(routes!(goals::opportunities))
        .routes(routes!(trials::ready))
        .routes(routes!(trials::rehearse))
        .routes(routes!(trials::start))
        .routes(routes!(events::follow))
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
}

/// The description of the API (OpenAPI 3.1).
#[must_use]
pub fn description() -> Description {
    describing::complete(api().split_for_parts().1)
}

/// Everything that is served.
pub fn router(served: Served) -> Router {
    let body_bytes_max = served.settings().body_bytes_max;
    let document = serde_json::to_value(description()).unwrap_or_default();
    let page = browse::page(&document);
    let (router, _) = guarded().split_for_parts();
    // Browsers send events from other sites than ours: write keys say from which.
    let (open, _) = collect::routes().split_for_parts();
    let open = open.layer(middleware::from_fn(metering::meter)).layer(CatchPanicLayer::new());
    let open = open.layer(DefaultBodyLimit::max(body_bytes_max));
    router
        .route("/metrics", get(|| async { metering::text() }))
        .route("/api", get(|| async move { axum::response::Html(page) }))
        .route("/api/style.css", get(browse::style))
        .route("/api/v1/openapi.json", get(|| async move { axum::Json(document) }))
        .fallback(web_app::answer)
        .layer(middleware::from_fn_with_state(served.clone(), guard::once))
        .layer(middleware::from_fn_with_state(served.clone(), guard::limit))
        .layer(middleware::from_fn_with_state(served.clone(), guard::recognise))
        .layer(guard::same_origin(served.settings()))
        .layer(middleware::from_fn(metering::meter))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(served.clone(), guard::protect))
        .layer(DefaultBodyLimit::max(body_bytes_max))
        .merge(open)
        .with_state(served)
}
