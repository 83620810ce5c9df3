//! The one place that reads the clock.

use facts::Instant;
use std::time::SystemTime;

/// Now, unless the command line says otherwise.
pub(crate) fn now(given: Option<Instant>) -> anyhow::Result<Instant> {
    match given {
        Some(now) => Ok(now),
        None => {
            let passed = machine_time().duration_since(SystemTime::UNIX_EPOCH)?;
            Ok(Instant(i64::try_from(passed.as_micros())?))
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell reads the clock once and passes the time on"
)]
fn machine_time() -> SystemTime {
    SystemTime::now()
}
