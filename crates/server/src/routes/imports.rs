//! Imports: files are uploaded, their columns given a meaning, what would happen is looked at, and
//! then they are recorded.

use crate::documents::{ImportDocument, ImportList, PreviewDocument, SuggestionDocument};
use crate::paging::{limit, usual};
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent};
use crate::state::{Served, on_a_thread};
use crate::who::Actor;
use app::people::Permission;
use app::{DeskAnswers, DeskError, ImportDesk, Upload};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use connect::suggest::DateOrder;
use facts::Instant;
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use utoipa::{IntoParams, ToSchema};

/// Which page of imports.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// At most so many, 1 to 200.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// What is known of the files already: answers to questions.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    /// What to call the source: small letters, digits, `.`, `_` and `-`.
    name: Option<String>,
    /// The zone of times that name none, by its name in the IANA database.
    #[schema(example = "Europe/Paris")]
    zone: Option<String>,
    /// The order of day and month: `dmy` or `mdy`.
    date_order: Option<String>,
    /// The file that lists the leads.
    leads: Option<String>,
    /// The column that names a lead.
    id: Option<String>,
    /// The column that says when a lead came.
    created: Option<String>,
    /// The column that says whether a lead or a deal was won.
    won: Option<String>,
    /// The date of the export.
    #[schema(example = "2026-11-22")]
    as_of: Option<String>,
}

/// What the columns of files mean.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MappingText {
    /// The mapping's TOML file, whole.
    text: String,
}

/// How to run an import, or to try it out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct How {
    /// When the files were exported, for values that the mapping dates by the export: a time in
    /// RFC 3339. Now, where it is not said.
    as_of: Option<String>,
}

/// List imports, those opened last first.
#[utoipa::path(
    get, path = "/api/v1/imports", tag = "imports", params(Wanted),
    responses(
        (status = 200, body = ImportList), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<ImportList>, Problem> {
    actor.needs(Permission::Import)?;
    let limit = limit(wanted.limit)? as usize;
    let before = wanted.cursor.as_deref().map(|text| {
        let reason = "give the `next_cursor` of the page before";
        text.parse().map_err(|_| Problem::at("cursor", reason))
    });
    let mut found = served.desk()?.list(before.transpose()?, limit + 1);
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|last| last.id.to_string());
    let imports = found.into_iter().map(ImportDocument::from).collect();
    Ok(Json(ImportList { imports, next_cursor: next }))
}

/// Open an import: upload files to it, say what they mean, and run it. At most 20 are open at
/// once; one that nobody runs is removed after seven days.
#[utoipa::path(
    post, path = "/api/v1/imports", tag = "imports",
    responses(
        (status = 201, body = ImportDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn open(
    State(served): State<Served>,
    actor: Actor,
) -> Result<(StatusCode, Json<ImportDocument>), Problem> {
    actor.needs(Permission::Import)?;
    let opened =
        served.at_desk(move |desk, live| desk.start(&actor.name, live.clock_now())).await?;
    Ok((StatusCode::CREATED, Json(opened.into())))
}

/// Read an import: its files, how far it is, and what became of its rows.
#[utoipa::path(
    get, path = "/api/v1/imports/{import}", tag = "imports",
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = ImportDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 503, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
) -> Result<Json<ImportDocument>, Problem> {
    actor.needs(Permission::Import)?;
    Ok(Json(served.desk()?.import(id)?.into()))
}

/// Remove an import that does not run, with its files and what was handed back. What it recorded
/// stays.
#[utoipa::path(
    delete, path = "/api/v1/imports/{import}", tag = "imports",
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 204, description = "it is removed"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn remove(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
) -> Result<StatusCode, Problem> {
    actor.needs(Permission::Import)?;
    served.at_desk(move |desk, _| desk.remove(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Upload a file to an import, in the place of an earlier one of its name: at most 2 GiB, 20 files
/// to an import. CSV, XLSX, JSON, JSON lines and XES are read, packed with gzip or not.
#[utoipa::path(
    put, path = "/api/v1/imports/{import}/files/{name}", tag = "imports",
    params(
        ("import" = u64, Path, description = "its number"),
        ("name" = String, Path, description = "what the file is called, as the mapping names it"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, body = ImportDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 422, body = Problem), (status = 503, body = Problem),
        (status = 507, body = Problem),
    )
)]
pub(super) async fn put_file(
    State(served): State<Served>,
    actor: Actor,
    At((id, name)): At<(u64, String)>,
    body: Body,
) -> Result<Json<ImportDocument>, Problem> {
    /// How many pieces wait for the disk.
    const WAITING: usize = 8;
    actor.needs(Permission::Import)?;
    let upload = served.at_desk(move |desk, _| desk.begin_file(id, &name)).await?;
    let desk = Arc::clone(served.desk()?);
    let (pieces, written) = mpsc::channel(WAITING);
    let writing = tokio::spawn(on_a_thread(move || write(upload, written)));
    let mut incoming = body.into_data_stream();
    let mut is_whole = true;
    while let Some(piece) = incoming.next().await {
        let Ok(piece) = piece else {
            is_whole = false;
            break;
        };
        // Nobody takes it any more where writing failed.
        if pieces.send(piece).await.is_err() {
            break;
        }
    }
    drop(pieces);
    let upload = writing.await.map_err(|panicked| Problem::fault(&panicked))??;
    if !is_whole {
        let detail = "the connection broke before the file was whole: upload it again";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "body_not_read", detail));
    }
    Ok(Json(on_a_thread(move || desk.take(&upload)).await?.into()))
}

fn write(
    mut upload: Upload,
    mut pieces: mpsc::Receiver<axum::body::Bytes>,
) -> Result<Upload, DeskError> {
    while let Some(piece) = pieces.blocking_recv() {
        upload.write(&piece)?;
    }
    Ok(upload)
}

/// Remove a file from an import that was not run yet.
#[utoipa::path(
    delete, path = "/api/v1/imports/{import}/files/{name}", tag = "imports",
    params(
        ("import" = u64, Path, description = "its number"),
        ("name" = String, Path, description = "what the file is called"),
    ),
    responses(
        (status = 200, body = ImportDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn remove_file(
    State(served): State<Served>,
    actor: Actor,
    At((id, name)): At<(u64, String)>,
) -> Result<Json<ImportDocument>, Problem> {
    actor.needs(Permission::Import)?;
    let import = served.at_desk(move |desk, _| desk.remove_file(id, &name)).await?;
    Ok(Json(import.into()))
}

/// Suggest what the columns of the files mean, with samples of what they hold. Nothing is kept:
/// put the mapping that you want.
#[utoipa::path(
    post, path = "/api/v1/imports/{import}/suggestions", tag = "imports", request_body = Known,
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = SuggestionDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn suggest(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
    Sent(known): Sent<Known>,
) -> Result<Json<SuggestionDocument>, Problem> {
    actor.needs(Permission::Import)?;
    let answers = DeskAnswers {
        name: known.name,
        zone: known.zone,
        date_order: match known.date_order.as_deref() {
            None => None,
            Some("dmy") => Some(DateOrder::DayFirst),
            Some("mdy") => Some(DateOrder::MonthFirst),
            Some(_) => return Err(Problem::at("/date_order", "write dmy or mdy")),
        },
        leads: known.leads,
        id: known.id,
        created: known.created,
        won: known.won,
        as_of: match known.as_of.as_deref().map(str::parse) {
            None => None,
            Some(Ok(date)) => Some(date),
            Some(Err(_)) => return Err(Problem::at("/as_of", "write a date, as 2026-11-22")),
        },
    };
    let _turn = turn(&served).await?;
    let found = served.at_desk(move |desk, live| desk.suggest(id, answers, live.clock_now()));
    found.await.map(|found| Json(found.into()))
}

/// Read the mapping of an import.
#[utoipa::path(
    get, path = "/api/v1/imports/{import}/mapping", tag = "imports",
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = MappingText), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn mapping(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
) -> Result<Json<MappingText>, Problem> {
    actor.needs(Permission::Import)?;
    let text = served.at_desk(move |desk, _| desk.mapping_text(id)).await?;
    Ok(Json(MappingText { text }))
}

/// Say what the columns of the files mean. What cannot be read is answered with every place.
#[utoipa::path(
    put, path = "/api/v1/imports/{import}/mapping", tag = "imports", request_body = MappingText,
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = ImportDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn put_mapping(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
    Sent(mapping): Sent<MappingText>,
) -> Result<Json<ImportDocument>, Problem> {
    actor.needs(Permission::Import)?;
    if mapping.text.len() > ImportDesk::MAPPING_BYTES_MAX {
        let reason = format!("a mapping has at most {} bytes", ImportDesk::MAPPING_BYTES_MAX);
        return Err(Problem::at("/text", reason));
    }
    let import = served.at_desk(move |desk, _| desk.set_mapping(id, &mapping.text)).await?;
    Ok(Json(import.into()))
}

/// Try an import out on the first 20,000 rows of each file: what would be recorded and what
/// rejected, and what the first rows say. Nothing is recorded.
#[utoipa::path(
    post, path = "/api/v1/imports/{import}/previews", tag = "imports", request_body = How,
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = PreviewDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn preview(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
    Sent(how): Sent<How>,
) -> Result<Json<PreviewDocument>, Problem> {
    actor.needs(Permission::Import)?;
    let as_of = when(how.as_of.as_deref())?;
    let _turn = turn(&served).await?;
    let preview = served.at_desk(move |desk, live| {
        let (mut engine, now) = (live.another_engine()?, live.now()?);
        desk.preview(id, as_of, &mut engine, now)
    });
    preview.await.map(|preview| Json(preview.into()))
}

/// Record an import. It goes on after the answer: ask for it again, or listen to `import` among
/// the events. One runs at a time. What is known already is recorded no second time, so an import
/// can be run again.
#[utoipa::path(
    post, path = "/api/v1/imports/{import}/runs", tag = "imports", request_body = How,
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 202, body = ImportDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn run(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
    Sent(how): Sent<How>,
) -> Result<(StatusCode, Json<ImportDocument>), Problem> {
    actor.needs(Permission::Import)?;
    let as_of = when(how.as_of.as_deref())?;
    let teller = served.clone();
    let begun = served.at_desk(move |desk, live| {
        let tell = Box::new(move |id, failed: Option<&DeskError>| teller.tell_import(id, failed));
        desk.run(live, (id, as_of), &actor.name, tell)
    });
    Ok((StatusCode::ACCEPTED, Json(begun.await?.into())))
}

/// Download the rows of a file that were rejected, each with its line and the reason, to be
/// corrected and imported again: CSV, or JSON lines where the file was JSON. They are kept for
/// seven days.
#[utoipa::path(
    get, path = "/api/v1/imports/{import}/rejects/{name}", tag = "imports",
    params(
        ("import" = u64, Path, description = "its number"),
        ("name" = String, Path, description = "`rejects_file` of the report"),
    ),
    responses(
        (status = 200, description = "the rows", content_type = "text/csv", body = String),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn rejects(
    State(served): State<Served>,
    actor: Actor,
    At((id, name)): At<(u64, String)>,
) -> Result<Response, Problem> {
    /// How much is read at once, in bytes.
    const PIECE_BYTES: usize = 64 << 10;
    actor.needs(Permission::Import)?;
    let file = name.clone();
    let mut file = served.at_desk(move |desk, _| desk.rejects(id, &file)).await?;
    let kind = match name.ends_with(".json") || name.ends_with(".jsonl") {
        true => "application/x-ndjson",
        false => "text/csv; charset=utf-8",
    };
    let (pieces, incoming) = mpsc::channel::<std::io::Result<Vec<u8>>>(2);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut piece = vec![0; PIECE_BYTES];
            let read = match file.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) => {
                    let _nobody_listens = pieces.blocking_send(Err(error));
                    break;
                }
            };
            piece.truncate(read);
            // Whoever asked may have hung up.
            if pieces.blocking_send(Ok(piece)).is_err() {
                break;
            }
        }
    });
    let body = Body::from_stream(Pieces(incoming));
    // The name consists of letters that need no quoting, but for those beyond ASCII.
    let plain: String = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"")),
    ];
    Ok((headers, body).into_response())
}

/// What comes through a channel, as a stream.
struct Pieces(mpsc::Receiver<std::io::Result<Vec<u8>>>);

impl futures_core::Stream for Pieces {
    type Item = std::io::Result<Vec<u8>>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

/// Reading whole files takes a processor: one request after the other.
async fn turn(served: &Served) -> Result<tokio::sync::SemaphorePermit<'_>, Problem> {
    served.backtests().acquire().await.map_err(|error| Problem::fault(&error))
}

fn when(text: Option<&str>) -> Result<Option<Instant>, Problem> {
    let read =
        |text| Instant::parse(text).map_err(|error| Problem::at("/as_of", error.to_string()));
    text.map(read).transpose()
}
