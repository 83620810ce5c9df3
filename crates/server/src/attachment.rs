//! An answer that a browser keeps as a file.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// A file of a name that consists of letters, digits, dots and dashes.
pub(crate) fn attachment(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, bytes).into_response()
}
