//! Two real servers over one ledger of PostgreSQL.

use crate::serving::{Access, Serving, ask, tandem};
use app::Engine;
use facts::{Instant, Kind, Seconds};
use lifecycle::{Change, What};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use testkit::{Home, On};

const CHARTER: &str = include_str!("../../../../charters/smb-inbound.toml");
const ROUTE: &str = "\n[[route]]\nid = \"all\"\nto = \"team:sales\"\n";
const SETTINGS: &str =
    "[team.sales]\nmembers = [\"ana\", \"ben\"]\n\n[person.ana]\ncapacity = 12\n";
const CONFIG: &str =
    "[webhooks]\nreach_own_network = true\n\n[rates]\nper_user = 0\nper_address = 0\n";
/// How much time a lead has left when it comes to be known.
const LEFT: Seconds = Seconds(4);
/// How often something is looked for, and how long.
const LOOKS_MAX: usize = 600;
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What arrived at a program, by the id of the event: its kind, and how often.
type Arrived = Arc<Mutex<BTreeMap<String, (String, u32)>>>;

struct Both {
    home: Home,
    access: Access,
    arrived: Arrived,
}

impl Both {
    fn get(&self, server: &Serving, address: &str) -> Value {
        self.sent(server, "GET", address, "")
    }

    fn sent(&self, server: &Serving, method: &str, address: &str, body: &str) -> Value {
        let bearer = [("Authorization", self.access.bearer.as_str())];
        let answer = ask(&server.at, method, address, &bearer, body).unwrap();
        assert!(answer.status < 300, "{method} {address}: {} {}", answer.status, answer.body);
        answer.body
    }

    /// Somebody asks for a demo, and has been waiting for almost a minute.
    fn asks_for_a_demo(&self, server: &Serving, number: usize) {
        let user = format!("lead-{number}");
        let at = now().plus(Seconds(LEFT.0 - 60)).to_string();
        let message = json!({ "type": "track", "event": "Demo Requested", "userId": user,
                              "messageId": format!("demo-{number}"), "timestamp": at });
        let body = json!({ "writeKey": self.access.write_key, "batch": [message] });
        let answer = ask(&server.at, "POST", "/v1/batch", &[], &body.to_string()).unwrap();
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// How many first answers are late, as a server counts them.
    fn late(&self, server: &Serving) -> u64 {
        let promises = self.get(server, "/api/v1/promises");
        let promises = promises["promises"].as_array().unwrap();
        let first = promises.iter().find(|it| it["id"] == "first-answer-others").unwrap();
        first["broken"].as_u64().unwrap()
    }

    /// Waits until something is so.
    fn until(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        for _ in 0..LOOKS_MAX {
            if is_so() {
                return;
            }
            std::thread::sleep(LOOK_EVERY);
        }
        panic!("it never came to this: {what}");
    }

    /// That both servers, which keep what they know in memory, say the same.
    fn agree(&self, servers: [&Serving; 2]) {
        for address in ["/api/v1/funnel", "/api/v1/promises", "/api/v1/mirror"] {
            // Reading takes time, in which the other goes on: of two equal questions to one server
            // with another in between, what did not change in between must be the same.
            self.until(address, || {
                let [one, other, again] = [servers[0], servers[1], servers[0]]
                    .map(|it| without_time(self.get(it, address)));
                assert!(one != again || one == other, "{address}\n{one}\n{other}");
                one == again
            });
        }
    }

    fn arrived_of(&self, kind: &str) -> Vec<u32> {
        let arrived = self.arrived.lock().unwrap();
        arrived.values().filter(|(of, _)| of == kind).map(|(_, times)| *times).collect()
    }
}

/// What time it is for the servers, which run by the clock of this machine.
#[expect(clippy::disallowed_methods, reason = "running servers have a running clock")]
fn now() -> Instant {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Instant(i64::try_from(now.as_micros()).unwrap())
}

/// What a figure says, without when it was asked.
fn without_time(mut answer: Value) -> Value {
    answer["as_of"] = Value::Null;
    answer
}

/// A program that takes every event.
fn program(arrived: Arrived) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/events", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, arrived) = (stream.unwrap(), Arc::clone(&arrived));
            std::thread::spawn(move || {
                // A server that is killed hangs up.
                let Some((id, body)) = event(&stream) else { return };
                let body: Value = serde_json::from_str(&body).unwrap();
                let kind = body["type"].as_str().unwrap().to_owned();
                arrived.lock().unwrap().entry(id).or_insert((kind, 0)).1 += 1;
                let ok = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
                let _hung_up = stream.write_all(ok);
            });
        }
    });
    address
}

/// The id of an event, and what it says.
fn event(stream: &std::net::TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let (mut id, mut length, mut line) = (None, 0, String::new());
    while reader.read_line(&mut line).ok()? > 2 {
        match line.trim().split_once(": ") {
            Some(("webhook-id", value)) => id = Some(value.to_owned()),
            Some(("content-length", value)) => length = value.parse().ok()?,
            _ => {}
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((id?, String::from_utf8(body).ok()?))
}

fn set_up() -> (Both, Serving, Serving) {
    let home = Home::on(On::Postgres);
    let charter = CHARTER.replace("within = \"8 business hours\"", "within = \"1 minute\"");
    assert_ne!(charter, CHARTER);
    std::fs::write(home.path("charter.toml"), charter + ROUTE).unwrap();
    std::fs::write(home.path("settings.toml"), SETTINGS).unwrap();
    std::fs::write(home.path("tandem.toml"), CONFIG).unwrap();
    for arguments in [
        &["charter", "adopt", "charter.toml", "--at", "2026-01-01"][..],
        &["settings", "apply", "settings.toml"],
    ] {
        let done = tandem(&home).args(arguments).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    }
    let config = ["--config", "tandem.toml"];
    let one = Serving::with(&home, "uploads-one", &config);
    let access = one.set_up();
    let other = Serving::with(&home, "uploads-other", &config);
    let arrived = Arrived::default();
    let both = Both { home, access, arrived: Arc::clone(&arrived) };
    let hook = json!({ "format": "webhook", "url": program(arrived) }).to_string();
    both.sent(&one, "POST", "/api/v1/webhooks", &hook);
    (both, one, other)
}

/// Opens an import of many leads at a server, and runs it.
fn import(both: &Both, server: &Serving, rows: u32) -> String {
    let opened = both.sent(server, "POST", "/api/v1/imports", "");
    let import = format!("/api/v1/imports/{}", opened["id"]);
    let lines = (0..rows).map(|row| format!("L{row},2026-03-01,source {}\n", row % 7));
    let file = std::iter::once("id,seen,source\n".to_owned()).chain(lines).collect::<String>();
    both.sent(server, "PUT", &format!("{import}/files/leads.csv"), &file);
    let mapping = json!({ "text": crate::MAPPING }).to_string();
    both.sent(server, "PUT", &format!("{import}/mapping"), &mapping);
    both.sent(server, "POST", &format!("{import}/runs"), "{}");
    import
}

#[test]
#[cfg_attr(not(postgres), ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`")]
fn two_servers_over_one_ledger_decide_and_tell_once_and_say_the_same() {
    const LEADS: usize = 30;
    const LATER: usize = 6;
    const ROWS: u32 = 3_000;
    let (both, mut one, other) = set_up();
    // Both know what they say by heart from now on, and follow what the other writes.
    both.agree([&one, &other]);
    for number in 0..LEADS {
        let (here, there) = if number % 2 == 0 { (&one, &other) } else { (&other, &one) };
        both.asks_for_a_demo(here, number);
        if number % 5 == 0 {
            // A message that is delivered twice, to both.
            both.asks_for_a_demo(there, number);
        }
    }
    both.until("all are late, say both", || {
        [&one, &other].map(|server| both.late(server)) == [LEADS as u64; 2]
    });
    both.agree([&one, &other]);
    both.until("each is told of", || {
        let of = |kind| both.arrived_of(kind).len();
        of("promise_broken") >= LEADS && of("lead_assigned") >= LEADS
    });
    // The same people log calls at one and the other, while both import the same file.
    let imports = [import(&both, &one, ROWS), import(&both, &other, ROWS)];
    for number in 0..LEADS / 2 {
        let server = if number % 2 == 0 { &one } else { &other };
        let body = json!({ "name": "call.connected" }).to_string();
        let address = format!("/api/v1/leads/user:lead-{number}/activities");
        both.sent(server, "POST", &address, &body);
    }
    for (server, import) in [&one, &other].into_iter().zip(imports) {
        both.until("the import is done", || both.get(server, &import)["state"] != "running");
        let done = both.get(server, &import);
        assert_eq!(done["state"], "done", "{done}");
    }
    both.agree([&one, &other]);
    both.until("nothing waits to be told", || {
        let waiting = both.get(&other, "/api/v1/outbox?state=waiting");
        let kind = |it: &Value| it["kind"].as_str().unwrap_or_default().to_owned();
        let waiting = waiting["messages"].as_array().unwrap().iter().map(kind);
        // Who is to take a lead that was given already is looked at after a minute.
        waiting.filter(|kind| kind != "handoff_wanted").count() == 0
    });
    for kind in ["promise_broken", "lead_assigned"] {
        assert!(both.arrived_of(kind).iter().all(|times| *times == 1), "{:?}", both.arrived);
    }
    // One is killed, and the other goes on alone.
    one.kill();
    for number in LEADS..LEADS + LATER {
        both.asks_for_a_demo(&other, number);
    }
    let all = LEADS + LATER;
    both.until("those who came later are late", || both.late(&other) == all as u64);
    both.until("and told of", || both.arrived_of("promise_broken").len() >= all);
    let one = Serving::with(&both.home, "uploads-one", &["--config", "tandem.toml"]);
    both.agree([&one, &other]);
    drop((one, other));
    check(&both, all, ROWS);
}

/// That everything is in the ledger once.
fn check(both: &Both, leads: usize, rows: u32) {
    let mut engine = Engine::open(both.home.ledger().as_path()).unwrap();
    assert_eq!(engine.store().damages().unwrap(), Vec::<String>::new());
    assert_eq!(engine.store().view().counts().unwrap().persons, leads as u64 + u64::from(rows));
    let mut loads = BTreeMap::<String, usize>::new();
    for number in 0..leads {
        let lead = engine.find_lead(&format!("user:lead-{number}")).unwrap();
        let changes = engine.store().view().changes(lead).unwrap();
        let broken = changes.iter().filter(|it| match it.change {
            Change::Made(decision) => {
                decision.key.what == What::ClockBroken
                    && engine.vocabulary().word(decision.target) == "first-answer-others"
            }
            _ => false,
        });
        assert_eq!(broken.count(), 1, "lead-{number} is late once");
        let mut facts = Vec::new();
        engine.store().view().facts_of_subject(lead, &mut facts).unwrap();
        let of = |kind: Kind| {
            let words = engine.vocabulary();
            let is = |fact: &&facts::Recorded| {
                words.name(fact.fact.code).is_some_and(|(of, _)| of == kind)
            };
            facts.iter().filter(is).map(|recorded| recorded.fact).collect::<Vec<_>>()
        };
        assert_eq!(of(Kind::Touch).len(), 1, "lead-{number} asked once");
        let given = of(Kind::Assignment);
        assert_eq!(given.len(), 1, "lead-{number} was given once");
        let facts::Value::Text(who) = given[0].value else { panic!("an assignee is a word") };
        *loads.entry(engine.vocabulary().word(who).to_owned()).or_default() += 1;
    }
    assert_eq!(loads["ana"], 12, "nobody has more than their capacity: {loads:?}");
    let now = engine.store().view().settled_until().unwrap().unwrap();
    let report = engine.rebuild(true, now).unwrap();
    assert!(report.is_clean(), "{report:#?}");
}
