//! Figures as they were known at a past instant.

use crate::failure::Refusal;
use crate::unknown;
use app::tell::Clockwork;
use app::{AppError, Engine};
use facts::{Instant, Precision};

/// The moment of `--as-known`, which is no later than now; `None` where nobody asked for one.
pub(crate) fn moment(
    text: Option<&str>,
    clock: &Clockwork,
    now: Instant,
) -> anyhow::Result<Option<Instant>> {
    let Some(text) = text else { return Ok(None) };
    let bad = |message| Refusal::new("bad_time", message, "give a time that is past");
    let then = clock.read(text).map_err(bad)?;
    match then <= now {
        true => Ok(Some(then)),
        false => Err(bad(format!("nobody knows yet what will be known at {text}")).into()),
    }
}

/// What is said before figures as they were known; nothing of those of now.
pub(crate) fn opening(then: Option<Instant>, clock: &Clockwork) -> String {
    let then = then.map(|then| clock.when(then, Precision::Instant));
    then.map_or_else(String::new, |then| format!("As known on {then}: "))
}

/// An error with what to do, where it is about a time before the first charter or about a name.
pub(crate) fn told(
    engine: &Engine,
    then: Option<Instant>,
    now: Instant,
    error: AppError,
) -> anyhow::Error {
    match (error, then) {
        (AppError::NoCharter, Some(_)) => {
            let help = "\u{201c}as known\u{201d} begins when the first charter is adopted; ask for a later time";
            Refusal::new("before_charter", AppError::NoCharter.to_string(), help).into()
        }
        (error, then) => unknown::told(engine, then.unwrap_or(now), error),
    }
}
