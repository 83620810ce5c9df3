//! How long reading every story takes from the ledger and from a snapshot of it, how long a
//! backtest takes with either, and how much memory each needs at once.
//!
//! `cargo run --release -p tandem-app --example snapshot_bench [LEADS] [FACTS_PER_LEAD] [FOLDER]`
//!
//! Fills a fresh ledger in FOLDER (by default a temporary one) first, at some hundred thousand
//! facts a second.
#![expect(clippy::print_stdout, reason = "a benchmark tells its times")]

mod filled;

use app::{Engine, Proposal};
use facts::Instant;
use filled::{CHARTER, fill};
use std::time::Instant as Clock;
use testkit::process::{cpu_seconds, peak_memory};

fn main() {
    let mut args = std::env::args().skip(1);
    let leads = args.next().map_or(200_000, |text| text.parse().expect("a number of leads"));
    let mean = args.next().map_or(20.0, |text| text.parse().expect("facts per lead"));
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = args.next().map_or_else(|| temporary.path().to_owned(), Into::into);
    let (from, until) = (at("2024-09-01T00:00:00Z"), at("2026-09-01T00:00:00Z"));
    let path = folder.join("ledger.db");
    fill(&path, (leads, mean), (from, until));

    let mut engine = Engine::open(&path).expect("the ledger").with_threads(2);
    let facts = engine.store().view().counts().expect("counts").facts;
    println!("{leads} leads, {facts} facts, 2 threads");
    println!("                          by the clock  of the processor  peak memory");
    let of_ledger = measure("stories from the ledger", || sum(&engine));
    let by_ledger = measure("backtest from the ledger", || backtest(&engine, until));
    let made = measure("making the snapshot", || engine.make_snapshot(until).expect("a snapshot"));
    let of_snapshot = measure("stories from the snapshot", || sum(&engine));
    let by_snapshot = measure("backtest from the snapshot", || backtest(&engine, until));
    assert_eq!(of_ledger, of_snapshot, "both must tell the same stories");
    assert!(by_ledger == by_snapshot, "both must answer the same");
    let bytes = made.size_bytes as f64;
    println!("snapshot: {:.1} MB, {:.1} bytes a fact", bytes / 1e6, bytes / facts as f64);
}

/// A sum that depends on every row and key, and on their order.
fn sum(engine: &Engine) -> u64 {
    let mut sum = 0_u64;
    let mix = |sum: u64, with: u64| (sum.rotate_left(5) ^ with).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let told = engine.each_story(|story| {
        sum = mix(sum, story.lead.0);
        for (row, key) in story.rows.iter().zip(story.keys) {
            sum = mix(sum, row.at.0.cast_unsigned() ^ row.bits ^ key.0 ^ u64::from(row.code.0));
        }
        Ok(())
    });
    told.expect("stories");
    sum
}

fn backtest(engine: &Engine, now: Instant) -> app::BacktestAnswer {
    let text = CHARTER.replace("engagement >= 35", "engagement >= 45");
    let proposal = Proposal { text: &text, from: None, to: None, list_max: 1_000 };
    engine.backtest(&proposal, now).expect("an answer")
}

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a time")
}

/// Says how long work takes, and the most memory that the process had meanwhile.
fn measure<T>(what: &str, work: impl FnOnce() -> T) -> T {
    // Forgets the most so far, where the system can.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let (start, cpu) = (Clock::now(), cpu_seconds());
    let done = work();
    let (clock, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    let peak = peak_memory().unwrap_or_else(|| "not known".to_owned());
    println!("{what:<27} {clock:>8.2} s {cpu:>14.2} s {peak:>15}");
    done
}
