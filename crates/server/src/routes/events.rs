//! What changes, as it changes.

use crate::problem::Problem;
use crate::state::{News, Served};
use crate::who::Actor;
use app::people::Permission;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_core::Stream;
use serde_json::json;
use std::convert::Infallible;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;

/// Follow what is decided, as server-sent events.
///
/// `changed` names the leads about which something was decided (`leads`), says whether there were
/// more than could be named (`many`) and whether the charter changed (`terms`); ask again for what
/// you show of them. `import` names an import that went on or ended (`id`). `figures` says
/// that figures which were said as they were a moment ago are counted anew by now: ask again.
/// `missed` says that you fell behind: ask again for all that you show.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "events",
    responses(
        (status = 200, description = "a stream of events", content_type = "text/event-stream"),
        (status = 401, body = Problem), (status = 403, body = Problem),
    )
)]
pub(super) async fn follow(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let news = BroadcastStream::new(served.listen());
    let until_the_end = news.take_while(|news| !matches!(news, Ok(News::Stopping)));
    let events = until_the_end.map(|news| {
        Ok(match news {
            Err(_) | Ok(News::Stopping) => Event::default().event("missed").data("{}"),
            Ok(News::Import(id)) => {
                Event::default().event("import").data(json!({ "id": id }).to_string())
            }
            Ok(News::Figures) => Event::default().event("figures").data("{}"),
            Ok(News::Changed(changed)) => {
                let leads: Vec<_> = changed.leads.iter().map(ToString::to_string).collect();
                let what = json!({ "leads": leads, "many": changed.many, "terms": changed.terms });
                Event::default().event("changed").data(what.to_string())
            }
        })
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}
