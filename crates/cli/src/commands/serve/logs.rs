//! Structured logs, on standard error: never names, addresses, tokens or bodies.

use crate::arguments::{LogShape, LogWeight};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{Layer, fmt, registry};

/// Begins to log.
pub(super) fn begin(shape: LogShape, weight: LogWeight) -> Result<(), TryInitError> {
    let level = match weight {
        LogWeight::Error => LevelFilter::ERROR,
        LogWeight::Warn => LevelFilter::WARN,
        LogWeight::Info => LevelFilter::INFO,
        LogWeight::Debug => LevelFilter::DEBUG,
    };
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(false);
    match shape {
        LogShape::Text => registry().with(lines.with_ansi(false).with_filter(level)).try_init(),
        LogShape::Json => registry().with(lines.json().with_filter(level)).try_init(),
    }
}
