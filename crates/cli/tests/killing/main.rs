//! Real servers that are killed at any instant, while people and websites write; and two of them
//! over one ledger.

mod load;
mod serving;
mod together;

use app::Engine;
use facts::{Instant, Kind};
use load::{What, Writer};
use serde_json::{Value, json};
use serving::{Access, Serving, ask, tandem};
use std::collections::BTreeMap;
use std::time::Duration;
use testkit::{Home, On};

const KILLS: u64 = 20;
const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");
pub(crate) const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "UTC"

[[file]]
path = "leads.csv"
dated = "seen"
times = { seen = "%Y-%m-%d" }

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }

[file.subject.traits]
"lead.source" = { column = "source" }
"#;
/// A batch of an import and half of one.
const ROWS_FIRST: u32 = 60_000;
/// Where a machine records faster than it is killed, files grow to this.
const ROWS_MAX: u32 = 480_000;

fn home(on: On) -> Home {
    let home = Home::on(on);
    std::fs::write(home.path("charter.toml"), CHARTER).unwrap();
    let adopted = tandem(&home).args(["charter", "adopt", "charter.toml"]).output().unwrap();
    assert!(adopted.status.success(), "{adopted:?}");
    home
}

/// Different from round to round, and the same from run to run.
fn patience(round: u64) -> Duration {
    Duration::from_millis(15 + round * 7_331 % 597)
}

fn a_server_killed_under_load_loses_nothing_acknowledged_and_does_nothing_twice(on: On) {
    let home = home(on);
    let mut writers: Vec<_> = (0..4)
        .map(|number| Writer::new([What::Batches, What::Calls][number % 2], number))
        .collect();
    let mut access: Option<Access> = None;
    for round in 0..KILLS {
        let mut serving = Serving::over(&home);
        let access = &*access.get_or_insert_with(|| {
            let access = serving.set_up();
            meet(&serving.at, &access, &writers);
            access
        });
        let at = serving.at.clone();
        std::thread::scope(|scope| {
            let write = |writer| {
                let at = &at;
                move || Writer::write(writer, at, access)
            };
            writers.iter_mut().for_each(|writer| {
                scope.spawn(write(writer));
            });
            std::thread::sleep(patience(round));
            serving.kill();
        });
        if round % 5 == 4 {
            check(&home, &writers);
        }
    }
    for writer in &writers {
        let told = writer.told.len() as u64;
        assert!(told >= 10, "{:?} was told of {told} only", writer.what);
    }
}

/// Has the server know those of whom calls are logged.
fn meet(at: &str, access: &Access, writers: &[Writer]) {
    let people = writers.iter().map(|writer| {
        json!({ "type": "identify", "userId": writer.user(),
                "messageId": format!("met-{}", writer.user()) })
    });
    let body = json!({ "writeKey": access.write_key, "batch": people.collect::<Vec<_>>() });
    assert_eq!(ask(at, "POST", "/v1/batch", &[], &body.to_string()).unwrap().status, 200);
}

/// That everything acknowledged is there once, nothing else is there, and decisions follow.
fn check(home: &Home, writers: &[Writer]) {
    let mut engine = Engine::open(home.ledger().as_path()).unwrap();
    assert_eq!(engine.store().damages().unwrap(), Vec::<String>::new());
    for writer in writers {
        let kind = if writer.what == What::Batches { Kind::Touch } else { Kind::Activity };
        let subject = engine.find_lead(&format!("user:{}", writer.user())).unwrap();
        let mut facts = Vec::new();
        engine.store().view().facts_of_subject(subject, &mut facts).unwrap();
        let mut times: BTreeMap<Instant, u64> = BTreeMap::new();
        for fact in facts.iter().map(|recorded| recorded.fact) {
            if engine.vocabulary().name(fact.code).is_some_and(|(of, _)| of == kind) {
                *times.entry(fact.occurred_at).or_default() += 1;
            }
        }
        assert!(times.values().all(|times| *times == 1), "{:?}: some are double", writer.what);
        let lost = writer.told.iter().find(|n| !times.contains_key(&writer.moment(**n)));
        assert_eq!(lost, None, "{:?}: acknowledged and not there", writer.what);
    }
    let now = engine.store().view().settled_until().unwrap().unwrap();
    let report = engine.rebuild(true, now).unwrap();
    assert!(report.is_clean(), "{report:#?}");
}

fn an_import_under_way_in_a_killed_server_is_run_again_and_nothing_is_double(on: On) {
    let mut rows = ROWS_FIRST;
    while !an_import_of(rows, on) {
        rows *= 2;
        assert!(rows <= ROWS_MAX, "even of {rows} rows all were recorded before the kill");
    }
}

/// Kills a server once some of a file is on the disk, and runs the import again in another:
/// whether some of it was not, so that the second run had the rest to record.
fn an_import_of(rows: u32, on: On) -> bool {
    let home = home(on);
    let mut serving = Serving::over(&home);
    let access = serving.set_up();
    let bearer = [("Authorization", access.bearer.as_str())];
    let asked = |at: &str, method: &str, address: &str, body: &str| -> Value {
        let answer = ask(at, method, address, &bearer, body).unwrap();
        assert!(answer.status < 300, "{method} {address}: {} {}", answer.status, answer.body);
        answer.body
    };
    let opened = asked(&serving.at, "POST", "/api/v1/imports", "");
    let import = format!("/api/v1/imports/{}", opened["id"]);
    let lines = (0..rows).map(|row| format!("L{row},2026-03-01,source {}\n", row % 7));
    let file = std::iter::once("id,seen,source\n".to_owned()).chain(lines).collect::<String>();
    asked(&serving.at, "PUT", &format!("{import}/files/leads.csv"), &file);
    let mapping = json!({ "text": MAPPING }).to_string();
    asked(&serving.at, "PUT", &format!("{import}/mapping"), &mapping);
    asked(&serving.at, "POST", &format!("{import}/runs"), "{}");
    // Until the first rows are on the disk.
    let on_disk = loop {
        let running = asked(&serving.at, "GET", &import, "");
        if running["state"] != "running" {
            return false;
        }
        if let Some(rows) = running["progress"]["rows"].as_u64().filter(|rows| *rows > 0) {
            break rows;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    serving.kill();
    let serving = Serving::over(&home);
    let left = asked(&serving.at, "GET", &import, "");
    if left["state"] == "done" {
        return false;
    }
    assert_eq!(left["state"], "broken_off", "{left}");
    asked(&serving.at, "POST", &format!("{import}/runs"), "{}");
    let done = loop {
        let import = asked(&serving.at, "GET", &import, "");
        if import["state"] != "running" {
            break import;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    assert_eq!(done["state"], "done", "{done}");
    let file = &done["report"]["files"][0];
    assert_eq!(file["rows_read"], rows);
    let [new, known] = ["facts_new", "facts_known"].map(|name| file[name].as_u64().unwrap());
    assert!(known >= on_disk, "{on_disk} rows were said to be on the disk: {file}");
    drop(serving);
    let mut engine = Engine::open(home.ledger().as_path()).unwrap();
    let counts = engine.store().view().counts().unwrap();
    assert_eq!(counts.persons, u64::from(rows));
    assert_eq!(counts.facts, new + known, "each fact is there once");
    let now = engine.store().view().settled_until().unwrap().unwrap();
    let report = engine.rebuild(true, now).unwrap();
    assert!(report.is_clean(), "{report:#?}");
    new > 0
}

testkit::on_both!(
    a_server_killed_under_load_loses_nothing_acknowledged_and_does_nothing_twice,
    an_import_under_way_in_a_killed_server_is_run_again_and_nothing_is_double,
);
