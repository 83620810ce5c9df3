//! How long figures take: read from the ledger, from what a server keeps in memory, and after one
//! more fact came in.
//!
//! `cargo run --release -p tandem-app --example figures_bench [LEADS] [FACTS_PER_LEAD] [FOLDER]`
//!
//! Fills a fresh ledger in a temporary folder first and settles it. Fails unless both ways say the
//! same. With FOLDER, facts and decisions are written there as columns, with what we count of them:
//! `beside_databases.py` has two databases count the same.
#![expect(clippy::print_stdout, reason = "a benchmark tells its times")]

#[path = "../filled/mod.rs"]
mod filled;
mod told;

use app::{AttributionQuestion, Batch, Engine, FeedbackQuestion, FunnelQuestion, MirrorQuestion};
use facts::{Fact, FactKey, Instant, Kind, Origin, Precision, Seconds, Symbol, Value};
use filled::fill;
use std::fmt::Debug;
use std::path::PathBuf;
use std::time::Instant as Clock;
use testkit::process::peak_memory;

/// Of how many runs the middle one counts.
const ROUNDS: usize = 5;
/// How much memory what is known of all leads may take.
const MEMORY_BYTES: u64 = 8 << 30;

fn main() {
    let mut args = std::env::args().skip(1);
    let leads = args.next().map_or(100_000, |text| text.parse().expect("a number of leads"));
    let mean = args.next().map_or(20.0, |text| text.parse().expect("facts per lead"));
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let told_in = args.next().map(PathBuf::from);
    let (from, until) = (at("2024-09-01T00:00:00Z"), at("2026-09-01T00:00:00Z"));
    let path = temporary.path().join("ledger.db");
    fill(&path, (leads, mean), (from, until));
    let mut writing = Engine::open(&path).expect("the ledger");
    let settling = Clock::now();
    writing.settle(until).expect("room");
    let facts = writing.store().view().counts().expect("counts").facts;
    println!("{leads} leads, {facts} facts, settled in {:.1} s", settling.elapsed().as_secs_f64());
    let reading = Engine::open(&path).expect("the ledger");
    if let Some(folder) = told_in {
        told::tell(&reading, until, &folder).expect("room for the columns");
    }
    let mut bench = Bench {
        remembering: Engine::open(&path).expect("the ledger").remembering(MEMORY_BYTES),
        reading,
        writing,
        now: until,
        facts: 0,
    };
    let first = Clock::now();
    bench.remembering.funnel(&FunnelQuestion::default(), until).expect("a funnel");
    println!(
        "reading everything into memory, with the first funnel: {:.2} s",
        first.elapsed().as_secs_f64()
    );
    println!("at most {} of memory", peak_memory().unwrap_or_else(|| "not known".to_owned()));
    println!(
        "{:<28} {:>12} {:>12} {:>16}",
        "milliseconds", "the ledger", "in memory", "after a fact"
    );
    let by_source =
        FunnelQuestion { by: Some("lead.source".to_owned()), ..FunnelQuestion::default() };
    bench.compare("funnel", |engine, now| engine.funnel(&FunnelQuestion::default(), now));
    bench.compare("funnel by source", |engine, now| engine.funnel(&by_source, now));
    bench.compare("promises", Engine::promises);
    bench.compare("mirror", |engine, now| engine.mirror(&MirrorQuestion::default(), now));
    bench.compare("metrics of 90 days", |engine, now| {
        engine.metrics((now.plus(Seconds::days(-90)), now), now)
    });
    bench.compare("feedback", |engine, now| engine.feedback(&FeedbackQuestion::default(), now));
    bench.compare("attribution", |engine, now| {
        engine.attribution(&AttributionQuestion::default(), now)
    });
}

struct Bench {
    reading: Engine,
    remembering: Engine,
    writing: Engine,
    now: Instant,
    facts: u64,
}

impl Bench {
    fn compare<T: PartialEq + Debug>(
        &mut self,
        what: &str,
        ask: impl Fn(&Engine, Instant) -> Result<T, app::AppError>,
    ) {
        let ask = |engine: &Engine, now| ask(engine, now).expect("an answer");
        let start = Clock::now();
        let read = ask(&self.reading, self.now);
        let from_ledger = start.elapsed().as_secs_f64();
        assert!(ask(&self.remembering, self.now) == read, "both must say the same");
        drop(read);
        let in_memory = median(|| {
            let start = Clock::now();
            drop(ask(&self.remembering, self.now));
            start.elapsed().as_secs_f64()
        });
        let after = median(|| {
            self.record();
            let start = Clock::now();
            drop(ask(&self.remembering, self.now));
            start.elapsed().as_secs_f64()
        });
        let [a, b, c] = [from_ledger, in_memory, after].map(|seconds| seconds * 1e3);
        println!("{what:<28} {a:>12.0} {b:>12.1} {c:>16.1}");
    }

    /// Somebody logs a call, and it is decided at once.
    fn record(&mut self) {
        let people = self.writing.store().view().persons().expect("people");
        self.facts += 1;
        let subject = people[(self.facts as usize * 7_919) % people.len()];
        let code = self.writing.vocabulary_mut().code(Kind::Activity, "call").expect("a code");
        let fact = Fact {
            subject,
            key: FactKey(self.facts),
            occurred_at: self.now,
            precision: Precision::Instant,
            code,
            value: Value::Nothing,
            actor: Symbol::EMPTY,
            origin: Origin::Human,
        };
        self.now = self.now.plus(Seconds(1));
        self.writing.record_and_settle(&Batch::of(vec![fact]), self.now).expect("room");
        self.remembering.refresh().expect("the ledger");
    }
}

fn median(mut run: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<_> = (0..ROUNDS).map(|_| run()).collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a time")
}
