//! What was found, judged and in words. No clock, no disk.

use super::disk::Room;
use app::Examination;
use app::tell::{Clockwork, count, length, number};
use facts::{Instant, Precision};
use serde_json::{Value, json};

/// How bad something is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum State {
    /// As it should be.
    Fine,
    /// Somebody should do something.
    Look,
    /// What is shown may be wrong, or nothing can be recorded.
    Broken,
}

/// One thing that was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Finding {
    /// What: its word stays the same from version to version.
    pub(super) about: &'static str,
    pub(super) state: State,
    /// What was found.
    pub(super) says: String,
    /// What to do, where something is to be done.
    pub(super) todo: Option<String>,
}

/// Leads may wait so long: whoever settles every few minutes stays below.
const PATIENCE: i64 = 30 * 60 * Instant::PER_SECOND;
/// So far may the clock be behind what was recorded: clocks differ a little.
const CLOCKS_DIFFER: i64 = 60 * Instant::PER_SECOND;
/// No less room than this, nor less than the ledger takes itself: a snapshot of it must fit.
const FREE_LEAST: u64 = 1 << 30;

impl Finding {
    fn fine(about: &'static str, says: impl Into<String>) -> Self {
        Self { about, state: State::Fine, says: says.into(), todo: None }
    }

    fn amiss(
        about: &'static str,
        state: State,
        says: impl Into<String>,
        todo: impl Into<String>,
    ) -> Self {
        Self { about, state, says: says.into(), todo: Some(todo.into()) }
    }

    pub(super) fn as_json(&self) -> Value {
        let state = match self.state {
            State::Fine => "fine",
            State::Look => "look",
            State::Broken => "broken",
        };
        json!({ "about": self.about, "state": state, "says": self.says, "do": self.todo })
    }
}

/// Judges everything that was found.
pub(super) fn judge(
    found: &Examination,
    room: &Room,
    now: Instant,
    clock: &Clockwork,
) -> Vec<Finding> {
    vec![
        file(found),
        disk(room),
        time(found, now, clock),
        charter(found),
        waiting(found, now),
        next_due(found),
        decided(found),
    ]
}

fn file(found: &Examination) -> Finding {
    if let Some(first) = found.damages.first() {
        let says = format!("{} in the file, first: {first}", count(found.damages.len(), "damage"));
        let todo = "keep a copy of the file, restore the last backup, and import what came after";
        return Finding::amiss("file", State::Broken, says, todo);
    }
    if let Err(reason) = &found.writing {
        let says = format!("every page is sound, but nothing can be recorded now: {reason}");
        let todo = "see who writes to it, who owns the file, and whether its folder may be written";
        return Finding::amiss("file", State::Broken, says, todo);
    }
    let facts = count(found.counts.facts as usize, "fact");
    Finding::fine("file", format!("every page is sound, and it can be written; {facts}"))
}

fn disk(room: &Room) -> Finding {
    let ledger = size(room.ledger_bytes);
    match room.free_bytes {
        None => Finding::fine("disk", format!("the ledger takes {ledger}; room left is not told")),
        Some(free) if free < FREE_LEAST.max(room.ledger_bytes) => {
            let says = format!("{} left beside a ledger of {ledger}", size(free));
            let todo = "make room: a backup of the ledger must fit beside it";
            Finding::amiss("disk", State::Look, says, todo)
        }
        Some(free) => Finding::fine("disk", format!("{} left beside {ledger}", size(free))),
    }
}

fn time(found: &Examination, now: Instant, clock: &Clockwork) -> Finding {
    let latest = found.settled_until.max(found.recorded_last);
    let when = |at| clock.when(at, Precision::Instant);
    match latest {
        Some(latest) if latest.micros_since(now) > CLOCKS_DIFFER => {
            let says = format!(
                "the ledger knows of {}, which is {} after this machine's clock ({})",
                when(latest),
                length(latest.micros_since(now)),
                when(now),
            );
            let todo = "set the clock right; until it reaches that time nothing is settled";
            Finding::amiss("clock", State::Broken, says, todo)
        }
        Some(latest) => Finding::fine(
            "clock",
            format!("{}; the ledger last changed {}", when(now), when(latest)),
        ),
        None => Finding::fine("clock", format!("{}; nothing is recorded yet", when(now))),
    }
}

fn charter(found: &Examination) -> Finding {
    match found.charter {
        None => {
            let todo = "adopt one: tandem charter adopt charters/b2b-saas.toml";
            Finding::amiss("charter", State::Look, "none decides yet", todo)
        }
        Some((version, trial)) => {
            let trial = if trial { ", as a trial: nobody is told of anything" } else { "" };
            Finding::fine("charter", format!("version {} decides{trial}", version.0))
        }
    }
}

fn waiting(found: &Examination, now: Instant) -> Finding {
    let (overdue, since) = found.overdue;
    let waits = since.map_or(0, |since| now.micros_since(since));
    let all = count((found.unsettled + overdue) as usize, "lead");
    let todo = "run `tandem settle`, and have it run every few minutes";
    if found.charter.is_some() && waits > PATIENCE {
        let says = format!("{all} may have moved, the first since {}", length(waits));
        return Finding::amiss("settled", State::Look, says, todo);
    }
    if found.charter.is_some() && found.unsettled > 0 {
        let says = format!("{} changed and not settled", count(found.unsettled as usize, "lead"));
        return Finding::amiss("settled", State::Look, says, todo);
    }
    match overdue {
        0 => Finding::fine("settled", "no lead waits for it"),
        _ => Finding::fine("settled", format!("{all} may have moved within {}", length(waits))),
    }
}

fn next_due(found: &Examination) -> Finding {
    let open = count(found.counts.open_leads as usize, "open lead");
    let Some(first) = found.without_due.first() else {
        return Finding::fine("next due", format!("{open}, each with something due"));
    };
    let says = format!("of {open}, some have nothing due, such as {first}");
    let todo = format!("see `tandem why {first}`, then run `tandem rebuild`");
    Finding::amiss("next due", State::Look, says, todo)
}

fn decided(found: &Examination) -> Finding {
    let Some(sample) = &found.sample else {
        return Finding::fine("decisions", "nothing is decided yet");
    };
    let folded = format!("{} folded anew", count(sample.leads as usize, "lead"));
    if let Some(first) = sample.differences.first() {
        let differ = number(sample.differing as usize);
        let says =
            format!("{folded}: {differ} differ from what is recorded, such as {}", first.lead);
        let todo = "run `tandem rebuild --check` to see all, then `tandem rebuild` to mend them";
        return Finding::amiss("decisions", State::Broken, says, todo);
    }
    Finding::fine("decisions", format!("{folded}: what is recorded is what the facts say"))
}

/// `12.3 MB`, in powers of 1,000.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut value = bytes as f64;
    let mut unit = 0;
    while value >= 1_000.0 && unit + 1 < UNITS.len() {
        value /= 1_000.0;
        unit += 1;
    }
    let digits = usize::from(unit > 0 && value < 100.0);
    format!("{value:.digits$} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_800_000_000_000_000);
    const ROOM: Room = Room { ledger_bytes: 12_345_678, free_bytes: Some(80_000_000_000) };

    fn healthy() -> Examination {
        Examination {
            damages: Vec::new(),
            writing: Ok(()),
            counts: store::LedgerCounts::default(),
            charter: Some((lifecycle::VersionNumber(1), false)),
            recorded_last: Some(NOW),
            settled_until: Some(NOW),
            unsettled: 0,
            overdue: (0, None),
            without_due: Vec::new(),
            sample: Some(app::RebuildReport { leads: 3, ..app::RebuildReport::default() }),
        }
    }

    fn amiss(found: &Examination, room: &Room) -> Vec<(&'static str, State)> {
        let findings = judge(found, room, NOW, &Clockwork::new("UTC"));
        let amiss = findings.iter().filter(|finding| finding.state != State::Fine);
        let told = amiss.clone().all(|finding| finding.todo.is_some());
        assert!(told, "what is amiss says what to do");
        amiss.map(|finding| (finding.about, finding.state)).collect()
    }

    #[test]
    fn a_sound_ledger_needs_no_look() {
        assert_eq!(amiss(&healthy(), &ROOM), []);
    }

    #[test]
    fn each_thing_that_is_amiss_is_found() {
        let damages = vec!["row 3 missing from index".to_owned()];
        let is = |found: Examination, wanted| assert_eq!(amiss(&found, &ROOM), [wanted]);
        is(Examination { damages, ..healthy() }, ("file", State::Broken));
        let writing = Err("read-only".to_owned());
        is(Examination { writing, ..healthy() }, ("file", State::Broken));
        let ahead = Some(Instant(NOW.0 + 2 * CLOCKS_DIFFER));
        is(Examination { settled_until: ahead, ..healthy() }, ("clock", State::Broken));
        is(Examination { recorded_last: ahead, ..healthy() }, ("clock", State::Broken));
        is(Examination { charter: None, sample: None, ..healthy() }, ("charter", State::Look));
        is(Examination { unsettled: 2, ..healthy() }, ("settled", State::Look));
        let long = (1, Some(Instant(NOW.0 - PATIENCE - 1)));
        is(Examination { overdue: long, ..healthy() }, ("settled", State::Look));
        let without_due = vec![facts::SubjectId(7)];
        is(Examination { without_due, ..healthy() }, ("next due", State::Look));
        let full = Room { free_bytes: Some(FREE_LEAST - 1), ..ROOM };
        assert_eq!(amiss(&healthy(), &full), [("disk", State::Look)]);
    }

    #[test]
    fn who_settles_every_few_minutes_is_left_alone() {
        let short = (4, Some(Instant(NOW.0 - PATIENCE)));
        assert_eq!(amiss(&Examination { overdue: short, ..healthy() }, &ROOM), []);
    }

    #[test]
    fn sizes_read_as_people_write_them() {
        assert_eq!(size(999), "999 B");
        assert_eq!(size(12_345_678), "12.3 MB");
        assert_eq!(size(123_456_789), "123 MB");
    }
}
