//! Another charter over the same history.

use crate::documents::BacktestDocument;
use crate::problem::Problem;
use crate::replays::{Replay, Replays, Stage};
use crate::sent::{Asked, At, Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::{Permission, fresh_id};
use app::{AppError, Proposal};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use facts::Instant;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;
use store::UserId;
use utoipa::{IntoParams, ToSchema};

/// Another charter, and the time that is counted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBacktest {
    /// The whole proposed charter's file.
    text: String,
    /// Only what happened at this time or later is counted.
    from: Option<String>,
    /// Only what happened before this time is counted.
    to: Option<String>,
    /// For how long to wait for it before answering, in milliseconds: at most 10,000; by default
    /// 1,000.
    wait_ms: Option<u64>,
}

/// For how long to wait.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wait {
    /// For how long to wait until it is done before answering, in milliseconds: at most 10,000; by
    /// default not at all.
    wait_ms: Option<u64>,
}

/// A backtest, which may go on.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct BacktestRun {
    /// The random id.
    id: String,
    /// `waiting` for its turn, `running`, `done`, or `failed`.
    state: &'static str,
    begun_at: String,
    /// How many leads were read, of `leads` at most.
    leads_read: u64,
    /// How many people there are; 0 before it runs.
    leads: u64,
    /// When it ended; it is kept for 15 minutes from then on.
    ended_at: Option<String>,
    /// What was found, once it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<BacktestDocument>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
}

/// The longest that an answer waits, in milliseconds.
const WAIT_MS_MAX: u64 = 10_000;
/// How long the first one waits where nobody says.
const WAIT_MS: u64 = 1000;

/// Read another charter over everything that happened, beside the one in force. Nothing is
/// recorded.
///
/// What is not done within `wait_ms` goes on after the answer: ask for it at the address under
/// `Location`. One runs at a time, the others wait for their turn; at most 4 of a user and 32 in all
/// wait or run. Each is kept by the server that ran it, for 15 minutes.
#[utoipa::path(
    post, path = "/api/v1/backtests", tag = "charter", request_body = NewBacktest,
    responses(
        (status = 202, body = BacktestRun, description = "begun, and perhaps done",
         headers(("Location" = String, description = "where to ask for it"))),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn run(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewBacktest>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<BacktestRun>), Problem> {
    actor.needs(Permission::Backtest)?;
    let wait = wait("/wait_ms", new.wait_ms.unwrap_or(WAIT_MS))?;
    // What cannot be read takes nobody's turn.
    charter::read(&new.text).map_err(|found| Problem::of_charter(&found))?;
    let window = (instant("/from", new.from.as_deref())?, instant("/to", new.to.as_deref())?);
    let now = served.live().clock_now();
    let replay = served.replays().open(fresh_id()?, actor.person().user, now)?;
    tokio::spawn(read_history(served.clone(), Arc::clone(&replay), new.text, window));
    // Whether it is done by then is what the answer says.
    let _done = tokio::time::timeout(wait, replay.ended()).await;
    if let Stage::Ended { how: Err(problem), .. } = replay.stage() {
        served.replays().cancel(&replay);
        return Err(problem);
    }
    let at = [(header::LOCATION, format!("/api/v1/backtests/{}", replay.id))];
    Ok((StatusCode::ACCEPTED, at, Json(BacktestRun::of(&replay))))
}

/// Ask how far a backtest of one's own is, and what it found.
#[utoipa::path(
    get, path = "/api/v1/backtests/{backtest}", tag = "charter",
    params(("backtest" = String, Path, description = "the id"), Wait),
    responses((status = 200, body = BacktestRun), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem),
              (status = 422, body = Problem))
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<String>,
    Asked(asked): Asked<Wait>,
) -> Result<Json<BacktestRun>, Problem> {
    let replay = found(&served, &actor, &id)?;
    let wait = wait("wait_ms", asked.wait_ms.unwrap_or_default())?;
    // Whether it is done by then is what the answer says.
    let _done = tokio::time::timeout(wait, replay.ended()).await;
    Ok(Json(BacktestRun::of(&replay)))
}

/// Cancel a backtest of one's own, or forget what it found.
#[utoipa::path(
    delete, path = "/api/v1/backtests/{backtest}", tag = "charter",
    params(("backtest" = String, Path, description = "the id")),
    responses((status = 204, description = "cancelled"), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn cancel(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<String>,
) -> Result<StatusCode, Problem> {
    let replay = found(&served, &actor, &id)?;
    served.replays().cancel(&replay);
    Ok(StatusCode::NO_CONTENT)
}

fn found(served: &Served, actor: &Actor, id: &str) -> Result<Arc<Replay>, Problem> {
    actor.needs(Permission::Backtest)?;
    let id = id.parse::<UserId>().map_err(|_| Replays::unknown())?;
    served.replays().find(id, actor.person().user, served.live().clock_now())
}

fn wait(at: &str, ms: u64) -> Result<Duration, Problem> {
    match ms <= WAIT_MS_MAX {
        true => Ok(Duration::from_millis(ms)),
        false => Err(Problem::at(at, format!("wait for at most {WAIT_MS_MAX} ms, and ask again"))),
    }
}

/// Reads history when it is this one's turn: reading it takes all processors.
async fn read_history(
    served: Served,
    replay: Arc<Replay>,
    text: String,
    (from, to): (Option<Instant>, Option<Instant>),
) {
    let turn = served.backtests().acquire().await;
    let done = match turn {
        Err(closed) => Err(Problem::fault(&closed)),
        // Whoever cancelled it asks for nothing any more.
        Ok(_) if replay.is_stopped() => Err(AppError::BrokenOff.into()),
        Ok(_turn) => {
            replay.runs();
            let running = Arc::clone(&replay);
            let done = served.read(move |engine, now| {
                let list_max = BacktestDocument::FLIPS_MAX;
                let proposal = Proposal { text: &text, from, to, list_max };
                let mut watch = |step| match running.steps(step) {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                };
                let answer = engine.backtest_watched(&proposal, now, &mut watch)?;
                Ok(BacktestDocument::of(&answer, (from, to), now))
            });
            done.await
        }
    };
    replay.ends(done, served.live().clock_now());
}

impl BacktestRun {
    fn of(replay: &Replay) -> Self {
        let progress = replay.progress();
        let (state, ended_at, answer, problem) = match replay.stage() {
            Stage::Waiting => ("waiting", None, None, None),
            Stage::Running => ("running", None, None, None),
            Stage::Ended { at, how: Ok(answer) } => ("done", Some(at), Some(answer), None),
            Stage::Ended { at, how: Err(problem) } => ("failed", Some(at), None, Some(problem)),
        };
        Self {
            id: replay.id.to_string(),
            state,
            begun_at: replay.begun_at.to_string(),
            leads_read: progress.read,
            leads: progress.leads,
            ended_at: ended_at.map(|at| at.to_string()),
            answer: answer.map(|answer| BacktestDocument::clone(&answer)),
            problem,
        }
    }
}
