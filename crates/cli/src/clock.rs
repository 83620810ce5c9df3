//! The one place that reads the clock.

use crate::arguments::Global;
use crate::failure::Refusal;
use facts::Instant;
use std::time::SystemTime;

/// So far may a time that is written by be ahead of the clock: clocks differ a little.
const AHEAD_MAX: i64 = 60 * Instant::PER_SECOND;

/// Now, unless the command line says otherwise.
pub(crate) fn now(global: &Global) -> anyhow::Result<Instant> {
    global.now.map_or_else(machine_now, Ok)
}

/// Now for a command that writes: what was once settled until a time is never settled before it
/// again, so a time ahead of the clock would spoil the ledger for good.
pub(crate) fn now_to_write(global: &Global) -> anyhow::Result<Instant> {
    let Some(given) = global.now else { return machine_now() };
    let clock = machine_now()?;
    if given.micros_since(clock) > AHEAD_MAX && !global.ahead_of_time {
        let message = format!("{given} is ahead of the clock ({clock}), and nothing is written");
        let help = "leave --now away or give a time that is past: a ledger that was settled ahead \
                    of time can decide nothing until then (looking ahead needs no writing: \
                    `tandem leads --now ...`)";
        return Err(Refusal::new("ahead_of_time", message, help).into());
    }
    Ok(given)
}

/// The time to go by over a ledger that was settled until `settled`: never an earlier one.
pub(crate) fn not_before(
    settled: Option<Instant>,
    now: Instant,
    global: &Global,
) -> anyhow::Result<Instant> {
    let Some(settled) = settled.filter(|settled| now < *settled) else { return Ok(now) };
    if global.now.is_none() && settled.micros_since(now) <= AHEAD_MAX {
        return Ok(settled);
    }
    let message = format!("the ledger was settled until {settled}, which is later than {now}");
    let help = format!("give --now {settled} or a later time, or leave it away");
    Err(Refusal::new("before_settled", message, help).into())
}

/// The clock of a server: it goes on by itself. Where it is given a time, it goes on from there.
pub(crate) fn going(global: &Global) -> anyhow::Result<app::Clock> {
    let begun = machine_now()?;
    let ahead = global.now.map_or(0, |given| given.micros_since(begun));
    let last = std::sync::atomic::AtomicI64::new(begun.0);
    Ok(Box::new(move || {
        // A machine whose clock cannot be read goes on from what was last read.
        let read = machine_now().map_or(i64::MIN, |now| now.0);
        let now = last.fetch_max(read, std::sync::atomic::Ordering::Relaxed).max(read);
        Instant(now + ahead)
    }))
}

fn machine_now() -> anyhow::Result<Instant> {
    let passed = machine_time().duration_since(SystemTime::UNIX_EPOCH)?;
    Ok(Instant(i64::try_from(passed.as_micros())?))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell reads the clock once and passes the time on"
)]
fn machine_time() -> SystemTime {
    SystemTime::now()
}
