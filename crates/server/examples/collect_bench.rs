//! How many events a second are collected over HTTP, each on the disk before it is acknowledged,
//! beside what the same database takes of plain rows in the same run.
//!
//! `cargo run --release -p tandem-server --example collect_bench [SECONDS] [LEADS] [MILLIONS]`
//!
//! For SECONDS each (by default 10): batches of 100 and single events, recorded only; the same at
//! half the load that was reached, for its latency; then batches with decisions, settled all the
//! while. Then MILLIONS (by default 10) million events more in batches, with seconds for each
//! million, so that a fall shows. Events are of LEADS people (by default 100,000), each as likely as
//! the others, with random message ids. Those who send run in the same process, and share its
//! processors: so do the seconds of processor time.
#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use app::{Adoption, Collector, Engine, Live, Site};
use facts::Instant;
use rusqlite::{Connection, params};
use server::{Served, Settings, serve};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant as Clock, SystemTime};
use store::Place;
use testkit::process::{cpu_seconds, peak_memory};
use tokio::net::TcpListener;

const CHARTER: &str = include_str!("../../../charters/b2b-saas.toml");
const BATCH: u64 = 100;
const BATCH_SENDERS: u64 = 24;
const SINGLE_SENDERS: u64 = 192;
const MILLION: u64 = 1_000_000;

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn now() -> Instant {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock");
    Instant(since.as_micros() as i64)
}

/// A number that looks random and is the same every time.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Where to send, and what was sent before.
struct Load {
    at: SocketAddr,
    key: String,
    leads: u64,
    sent: AtomicU64,
}

/// What a phase came to.
struct Phase {
    events: u64,
    seconds: f64,
    cpu: f64,
    /// In milliseconds, sorted.
    latencies: Vec<f64>,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let mut number = |or: u64| args.next().map_or(or, |text| text.parse().expect("a number"));
    let (seconds, leads, millions) = (number(10), number(100_000), number(10));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::from(folder.path().join("ledger.db").as_path());
    let mut engine = Engine::open(place.clone()).expect("a ledger");
    let adoption = Adoption { text: CHARTER, from: now(), who: "Bench", trial: false };
    engine.adopt_charter(&adoption, now()).expect("a charter");
    let key = engine.make_write_key("bench", &[], "Bench", now()).expect("a key").key;
    drop(engine);
    let site =
        Site { place, snapshots_in: None, readers_max: 2, figures_bytes_max: Site::FIGURES_BYTES };
    let collector = Arc::new(Collector::start(&site, Box::new(now)).expect("a collector"));
    let live = Arc::new(Live::open(site, Box::new(now)).expect("a ledger"));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
    let at = listener.local_addr().expect("an address");
    let served =
        Served::new(Arc::clone(&live), Settings::default()).collecting(Arc::clone(&collector));
    runtime.spawn(serve(served, listener, std::future::pending()));
    let load = Load { at, key, leads, sent: AtomicU64::new(0) };
    let of = Duration::from_secs(seconds);

    println!(
        "{leads} leads, {seconds} s each            events/s  ms at p50    p99   µs of processor"
    );
    let raw = raw_limit(folder.path(), of);
    println!("plain rows, 1,000 a transaction {raw:>12.0}");
    let everybody = Phase::fill(&load);
    everybody.tell("everybody once, batches of 100", raw);
    let batches = load.run(BATCH_SENDERS, BATCH, of, None);
    batches.tell("recorded, batches of 100", raw);
    let half = batches.rate() / 2.0;
    load.run(BATCH_SENDERS, BATCH, of, Some(half)).tell("  at half the load", raw);
    let single = load.run(SINGLE_SENDERS, 1, of, None);
    single.tell("recorded, one by one", raw);
    load.run(SINGLE_SENDERS, 1, of, Some(single.rate() / 2.0)).tell("  at half the load", raw);

    catch_up(&live);
    let decided = decided(&live, &load, of, None);
    decided.tell("decided, batches of 100", raw);
    self::decided(&live, &load, of, Some(decided.rate() / 2.0)).tell("  at half the load", raw);

    let mut each = Vec::new();
    for _ in 0..millions {
        each.push(load.send(BATCH_SENDERS, BATCH, MILLION).seconds);
    }
    let told: Vec<_> = each.iter().map(|seconds| format!("{seconds:.2}")).collect();
    println!("seconds for each million more: {}", told.join(" "));
    let facts = live.read(|engine, _| Ok(engine.store().view().counts()?.facts)).expect("counts");
    println!("{facts} facts; peak memory {}", peak_memory().unwrap_or_default());
    assert_eq!(collector.collected().messages, load.sent.load(Ordering::Relaxed));
    assert_eq!(facts, load.sent.load(Ordering::Relaxed), "each event is one fact");
}

impl Phase {
    /// Every lead once, so that all are known.
    fn fill(load: &Load) -> Self {
        load.send(BATCH_SENDERS, BATCH, load.leads)
    }

    fn rate(&self) -> f64 {
        self.events as f64 / self.seconds
    }

    fn tell(&self, what: &str, raw: f64) {
        let at = |share: f64| {
            let place = (self.latencies.len() as f64 * share) as usize;
            self.latencies.get(place.min(self.latencies.len().saturating_sub(1))).copied()
        };
        let (p50, p99) = (at(0.5).unwrap_or_default(), at(0.99).unwrap_or_default());
        let cpu = self.cpu * 1e6 / self.events.max(1) as f64;
        let share = 100.0 * self.rate() / raw;
        println!(
            "{what:<32}{:>12.0} {p50:>10.2} {p99:>6.2} {cpu:>10.2}   ({share:.0} % of plain rows)",
            self.rate()
        );
    }
}

impl Load {
    /// Sends for a while, at most so many events a second where that is said.
    fn run(&self, senders: u64, batch: u64, of: Duration, rate: Option<f64>) -> Phase {
        let end = Clock::now() + of;
        self.phase(senders, batch, rate, |_| Clock::now() < end)
    }

    /// Sends so many events.
    fn send(&self, senders: u64, batch: u64, events: u64) -> Phase {
        self.phase(senders, batch, None, |before| before < events)
    }

    fn phase(
        &self,
        senders: u64,
        batch: u64,
        rate: Option<f64>,
        more: impl Fn(u64) -> bool + Sync,
    ) -> Phase {
        let (begun, cpu) = (Clock::now(), cpu_seconds());
        let taken = AtomicU64::new(0);
        let latencies = std::thread::scope(|scope| {
            let sender = |_| {
                scope.spawn(|| {
                    let mut connection = Sender::new(self);
                    let mut latencies = Vec::new();
                    loop {
                        let before = taken.fetch_add(batch, Ordering::Relaxed);
                        if !more(before) {
                            taken.fetch_sub(batch, Ordering::Relaxed);
                            return latencies;
                        }
                        if let Some(rate) = rate {
                            let due = begun + Duration::from_secs_f64(before as f64 / rate);
                            std::thread::sleep(due.saturating_duration_since(Clock::now()));
                        }
                        let asked = Clock::now();
                        connection.send(self.sent.fetch_add(batch, Ordering::Relaxed), batch);
                        latencies.push(asked.elapsed().as_secs_f64() * 1e3);
                    }
                })
            };
            let threads: Vec<_> = (0..senders).map(sender).collect();
            let all = threads.into_iter().map(|thread| thread.join().expect("a sender"));
            all.flatten().collect::<Vec<_>>()
        });
        let mut latencies = latencies;
        latencies.sort_by(f64::total_cmp);
        Phase {
            events: taken.load(Ordering::Relaxed),
            seconds: begun.elapsed().as_secs_f64(),
            cpu: cpu_seconds() - cpu,
            latencies,
        }
    }
}

/// One connection that is kept open.
struct Sender<'a> {
    load: &'a Load,
    stream: TcpStream,
    answers: BufReader<TcpStream>,
    body: Vec<u8>,
    request: Vec<u8>,
}

impl<'a> Sender<'a> {
    fn new(load: &'a Load) -> Self {
        let stream = TcpStream::connect(load.at).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        let answers = BufReader::new(stream.try_clone().expect("the other direction"));
        Self { load, stream, answers, body: Vec::new(), request: Vec::new() }
    }

    /// Sends the events from this number on, and waits for the answer.
    fn send(&mut self, first: u64, count: u64) {
        self.body.clear();
        let key = &self.load.key;
        let call = if count == 1 { "t" } else { "b" };
        if count == 1 {
            event(&mut self.body, first, self.load.leads, Some(key));
        } else {
            write!(self.body, "{{\"writeKey\":\"{key}\",\"batch\":[").expect("memory");
            for number in first..first + count {
                event(&mut self.body, number, self.load.leads, None);
                self.body.push(if number + 1 < first + count { b',' } else { b']' });
            }
            self.body.push(b'}');
        }
        self.request.clear();
        write!(
            self.request,
            "POST /v1/{call} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n",
            self.body.len()
        )
        .expect("memory");
        self.request.extend_from_slice(&self.body);
        self.stream.write_all(&self.request).expect("sent");
        self.answer();
    }

    fn answer(&mut self) {
        let (mut line, mut length, mut first) = (String::new(), 0, true);
        loop {
            line.clear();
            self.answers.read_line(&mut line).expect("an answer");
            if std::mem::take(&mut first) {
                assert!(line.contains(" 200 "), "{line}");
            }
            if line.trim().is_empty() {
                break;
            }
            let lower = line.to_ascii_lowercase();
            if let Some(bytes) = lower.strip_prefix("content-length:") {
                length = bytes.trim().parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.answers.read_exact(&mut body).expect("a body");
    }
}

/// A track of one of the leads, as a library writes it. The first `leads` events are one of each.
fn event(body: &mut Vec<u8>, number: u64, leads: u64, key: Option<&str>) {
    let lead = if number < leads { number } else { mixed(number ^ 0x5555) % leads };
    let (high, low) = (mixed(number), mixed(number ^ 0xAAAA_AAAA));
    let name =
        ["Plan Compared", "Docs Opened", "Webinar Registered", "Feature Used"][(low % 4) as usize];
    let key = key.map_or(String::new(), |key| format!("\"writeKey\":\"{key}\","));
    write!(
        body,
        "{{{key}\"type\":\"track\",\"event\":\"{name}\",\"userId\":\"user-{lead}\",\
         \"messageId\":\"ajs-{high:016x}{low:016x}\",\"properties\":{{\"plan\":\"pro\",\"seats\":12}},\
         \"context\":{{\"library\":{{\"name\":\"example\",\"version\":\"1.0.0\"}}}},\"integrations\":{{}}}}"
    )
    .expect("memory");
}

/// Settles whatever waits.
fn catch_up(live: &Live) {
    let (begun, cpu) = (Clock::now(), cpu_seconds());
    let reconciled = live.reconcile().expect("settled");
    let (seconds, cpu) = (begun.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    println!(
        "settling {} leads: {seconds:.2} s, {cpu:.2} s of processor",
        reconciled.settled.leads
    );
}

/// Batches, while all that they are about is settled; it counts until the last is.
fn decided(live: &Live, load: &Load, of: Duration, rate: Option<f64>) -> Phase {
    let going = AtomicBool::new(true);
    let (begun, cpu) = (Clock::now(), cpu_seconds());
    std::thread::scope(|scope| {
        let settling = scope.spawn(|| {
            let mut longest = Duration::ZERO;
            loop {
                let is_last = !going.load(Ordering::Relaxed);
                let turn = Clock::now();
                live.reconcile().expect("settled");
                longest = longest.max(turn.elapsed());
                if is_last {
                    return longest;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        let sent = load.run(BATCH_SENDERS, BATCH, of, rate);
        going.store(false, Ordering::Relaxed);
        let longest = settling.join().expect("settling");
        println!("  the longest turn of settling took {:.2} s", longest.as_secs_f64());
        Phase { seconds: begun.elapsed().as_secs_f64(), cpu: cpu_seconds() - cpu, ..sent }
    })
}

/// What the database takes of rows of a fact's size, in transactions of 1,000, a second.
fn raw_limit(folder: &Path, of: Duration) -> f64 {
    let connection = Connection::open(folder.join("raw.db")).expect("a database");
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
             CREATE TABLE fact (position INTEGER PRIMARY KEY, subject INTEGER, key INTEGER,
                                at INTEGER, code INTEGER, bits INTEGER) STRICT;",
        )
        .expect("a table");
    let begun = Clock::now();
    let mut rows = 0_i64;
    while begun.elapsed() < of {
        connection.execute_batch("BEGIN").expect("a transaction");
        let mut insert = connection
            .prepare_cached("INSERT INTO fact VALUES (?1, ?2, ?3, ?1, 7, ?3)")
            .expect("a statement");
        for row in rows..rows + 1_000 {
            let key = mixed(row.cast_unsigned()).cast_signed();
            insert.execute(params![row, key >> 40, key]).expect("a row");
        }
        drop(insert);
        connection.execute_batch("COMMIT").expect("on the disk");
        rows += 1_000;
    }
    rows as f64 / begun.elapsed().as_secs_f64()
}
