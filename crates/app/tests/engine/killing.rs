//! A process that is killed loses nothing that it acknowledged, and does nothing twice.

use crate::charters::FIRST;
use crate::company::{Company, Told, at, fact, id};
use app::{Adoption, Batch, Engine};
use facts::{Instant, Kind, Seconds};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use testkit::On;

const LEDGER: &str = "TANDEM_TEST_LEDGER_TO_WRITE";
const BATCH: u64 = 12;
const KILLS: u64 = 10;

/// The facts of a batch: some of them late, over few leads, so that corrections occur.
fn batch(number: u64) -> Vec<Told> {
    let names = ["form.demo_request", "webinar.attended", "email.clicked", "page.pricing"];
    (0..BATCH)
        .map(|place| {
            let key = number * BATCH + place;
            let late = Seconds(-60 * ((key * 7919) % 4_000) as i64);
            let when = moment(number).plus(late);
            match key % 5 {
                4 => Told::new(key % 4, key, when, Kind::Activity, "call.attempt"),
                name => Told::new(key % 4, key, when, Kind::Touch, names[name as usize]),
            }
        })
        .collect()
}

fn moment(number: u64) -> Instant {
    at("2026-03-02T08:00:00Z").plus(Seconds(1_800 * number as i64))
}

fn a_process_killed_at_any_moment_loses_nothing_acknowledged_and_does_nothing_twice(on: On) {
    let mut company = Company::on(on);
    let now = moment(0);
    company.engine.adopt_charter(&adoption(now), now).unwrap();
    let mut acknowledged = 0;
    for round in 0..KILLS {
        // Spread over the writing of many batches, and different from round to round.
        let patience = Duration::from_micros(3_000 + round * 7_331 % 40_000);
        acknowledged = write_and_be_killed(&company.path(), patience).max(acknowledged);
        company = company.reopen();
        assert!(company.engine.store().damages().unwrap().is_empty());
        let written = whole_batches(&company);
        assert!(written >= acknowledged, "{acknowledged} acknowledged, {written} written");
        let report = company.engine.rebuild(true, moment(written)).unwrap();
        assert!(report.is_clean(), "{report:#?}");
    }
    assert!(acknowledged > KILLS, "the process wrote something before it was killed");
    let written = whole_batches(&company);
    company.engine.wake(moment(written)).unwrap();
    company.check_is_clean(moment(written));
}

fn adoption(from: Instant) -> Adoption<'static> {
    Adoption { text: FIRST, from, who: "both heads", trial: false }
}

/// How many batches are there; fails when one is there in part, or twice.
fn whole_batches(company: &Company) -> u64 {
    let view = company.engine.store().view();
    let mut keys = Vec::new();
    for lead in 0..4 {
        let mut facts = Vec::new();
        view.facts_of_subject(id(lead), &mut facts).unwrap();
        keys.extend(facts.iter().map(|recorded| (recorded.position.0, recorded.fact.key.0)));
    }
    keys.sort_unstable();
    for (index, (position, key)) in keys.iter().enumerate() {
        assert_eq!((*position, *key), (index as u64 + 1, index as u64));
    }
    assert_eq!(keys.len() as u64 % BATCH, 0, "half a batch");
    keys.len() as u64 / BATCH
}

/// Lets another process write, kills it, and returns how many batches it acknowledged.
fn write_and_be_killed(ledger: &Path, patience: Duration) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killing::writes_until_it_is_killed", "--ignored", "--nocapture"])
        .env(LEDGER, ledger)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // A line that is torn has no full stop.
    let number = |line: String| {
        let (_, number) = line.strip_suffix('.')?.rsplit_once("acknowledged ")?;
        number.parse::<u64>().ok()
    };
    let first = lines.by_ref().find_map(|line| number(line.ok()?));
    std::thread::sleep(patience);
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said before it died is still in the pipe.
    lines.map_while(Result::ok).filter_map(number).last().or(first).unwrap_or(0)
}

#[test]
#[ignore = "the other process of the test above"]
fn writes_until_it_is_killed() {
    let Some(ledger) = std::env::var_os(LEDGER) else { return };
    let mut engine = Engine::open(Path::new(&ledger)).unwrap();
    let done = engine.store().view().tail().unwrap().0 / BATCH;
    for number in done.. {
        let now = moment(number);
        let facts = batch(number).iter().map(|told| fact(&mut engine, told)).collect();
        match number % 3 {
            0 => {
                engine.record(&Batch::of(facts), now).unwrap();
                engine.wake(now).unwrap();
            }
            1 => {
                engine.record_and_settle(&Batch::of(facts), now).unwrap();
            }
            _ => {
                engine.record(&Batch::of(facts), now).unwrap();
            }
        }
        let mut out = std::io::stdout().lock();
        writeln!(out, "acknowledged {}.", number + 1).unwrap();
        out.flush().unwrap();
    }
}

testkit::on_both!(a_process_killed_at_any_moment_loses_nothing_acknowledged_and_does_nothing_twice,);
