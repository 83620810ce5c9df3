//! What a request brings, and what is wrong with it.

use crate::problem::Problem;
use axum::Json;
use axum::extract::rejection::{BytesRejection, JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use facts::Instant;
use serde::de::DeserializeOwned;
use std::error::Error;

/// A JSON body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<T>(pub(crate) T);

/// The parameters after the question mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<T>(pub(crate) T);

/// The parts of the address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + 'static> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(value) = Json::from_request(request, state).await?;
        Ok(Self(value))
    }
}

impl<S: Send + Sync, T: DeserializeOwned + Send + 'static> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(value) = Query::from_request_parts(parts, state).await?;
        Ok(Self(value))
    }
}

impl<S: Send + Sync, T: DeserializeOwned + Send + 'static> FromRequestParts<S> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(value) = Path::from_request_parts(parts, state).await?;
        Ok(Self(value))
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        match &rejection {
            JsonRejection::MissingJsonContentType(_) => Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "not_json",
                "send JSON, and say so: `content-type: application/json`",
            ),
            JsonRejection::BytesRejection(body) => Self::not_read(body),
            other => Self::at("body", innermost(other)),
        }
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        Self::not_read(&rejection)
    }
}

impl Problem {
    /// A body that is too large, or that broke off.
    fn not_read(rejection: &BytesRejection) -> Self {
        Self::new(rejection.status(), "body_not_read", rejection.body_text())
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::at("query", innermost(&rejection))
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Self::at("path", innermost(&rejection))
    }
}

/// A time of a request in RFC 3339, found at a place of it.
pub(crate) fn instant(at: &str, text: Option<&str>) -> Result<Option<Instant>, Problem> {
    let read = |text| Instant::parse(text).map_err(|why| Problem::at(at, why.to_string()));
    text.map(read).transpose()
}

/// What the reader itself had to say, with line and column where it knows them.
fn innermost(error: &dyn Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
