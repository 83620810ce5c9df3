//! Writes that another site caused are refused (cross-site request forgery).

use super::is_of_the_api;
use crate::problem::Problem;
use crate::state::Settings;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// How a refusal is made.
pub(crate) type Refuse = fn(ProtectionError) -> Response<Body>;

/// By what browsers say of where a request comes from. Programs say nothing and pass, since they
/// hold no cookies of ours. What is not of the API is for other sites to send to.
pub(crate) fn same_origin(settings: &Settings) -> CsrfLayer<Refuse> {
    let layer = CsrfLayer::new();
    // Behind a proxy that changes the host, the address that people use is still ours.
    let layer = layer.clone().add_trusted_origin(&settings.public_url).unwrap_or_else(|error| {
        tracing::warn!(error.message = %error, "the public address is no origin of a browser");
        layer
    });
    layer
        .with_insecure_bypass(|_, address| !is_of_the_api(address.path()))
        .with_rejection_response(refuse as Refuse)
}

fn refuse(_: ProtectionError) -> Response<Body> {
    let detail = "another site asked for this, and only our own pages may: open Tandem itself, or \
                  use a token from a program that is no browser";
    Problem::new(StatusCode::FORBIDDEN, "other_site", detail).into_response()
}
