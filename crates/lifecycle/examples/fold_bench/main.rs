//! How many facts a second one core folds under the ready charter, beside a loop that was written
//! by hand for that one charter and emits the same decisions.
//!
//! `cargo run --release -p tandem-lifecycle --example fold_bench [LEADS] [FACTS_PER_LEAD] [FOLDER]`
//!
//! Into FOLDER it writes the facts as columns, for `beside_databases.py`, which has embedded
//! databases find what a part of the fold finds.
#![expect(clippy::print_stdout, reason = "a benchmark tells its times")]

mod by_hand;
mod score;

use by_hand::ByHand;
use charter::Program;
use facts::{Instant, Vocabulary};
use lifecycle::{Counter, Derived, Folder, Reign, Sink};
use score::Scoring;
use std::time::Instant as Clock;
use timeline::Timelines;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");
const ROUNDS: usize = 7;

/// Takes decisions in, and forgets all but a sum that depends on each of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Digest {
    count: u64,
    sum: u64,
}

impl Sink for Digest {
    #[inline]
    fn decide(&mut self, d: Derived) {
        self.count += 1;
        let what = (d.what as u64) << 56 ^ u64::from(d.target) << 48 ^ u64::from(d.clause.0) << 32;
        let cause = (d.cause.kind as u64) << 40 ^ u64::from(d.cause.row);
        let times = d.at.0.cast_unsigned() ^ d.due.0.cast_unsigned().rotate_left(17);
        self.sum = (self.sum.rotate_left(5) ^ what ^ cause ^ times ^ u64::from(d.pass) << 20)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

fn main() {
    let mut args = std::env::args().skip(1);
    let leads = args.next().map_or(1_000_000, |text| text.parse().expect("a number of leads"));
    let mean = args.next().map_or(20.0, |text| text.parse().expect("facts per lead"));
    let folder = args.next();
    let from = Instant::parse("2024-09-01T00:00:00Z").expect("a time");
    let until = Instant::parse("2026-09-01T00:00:00Z").expect("a time");
    let mut vocabulary = Vocabulary::default();
    let charter = charter::read(CHARTER).unwrap_or_else(|problems| panic!("{problems}"));
    let timelines = simulate::bulk(1, leads, mean, from, until, &mut vocabulary).expect("stories");
    let program = Program::compile(&charter, &[], &mut vocabulary).expect("a sound charter");
    // Adopted before everything, so that nothing is read in retrospect.
    let reign = Reign::of(program, Instant::EARLIEST);
    let facts = timelines.fact_count();
    println!("{} leads, {facts} facts, one core, median of {ROUNDS} rounds", timelines.len());

    let folded = digest_of_fold(&reign, &timelines, until);
    let loop_by_hand = ByHand::new(&vocabulary);
    let by_hand = loop_by_hand.digest(&timelines, until);
    println!("decisions: {} by the fold, {} by hand, ", folded.count, by_hand.count);
    assert_eq!(folded, by_hand, "both must emit the same decisions");
    let counts = count(&reign, &timelines, until);
    println!("by what: {:?}", counts.counts);

    let mut fold_times = Vec::new();
    let mut hand_times = Vec::new();
    let mut scan_times = Vec::new();
    let scoring = Scoring::new(&charter, &vocabulary);
    let mut score_times = Vec::new();
    for _ in 0..ROUNDS {
        fold_times.push(time(|| digest_of_fold(&reign, &timelines, until)));
        hand_times.push(time(|| loop_by_hand.digest(&timelines, until)));
        scan_times.push(time(|| scan(&timelines)));
        score_times.push(time(|| scoring.sum(&timelines)));
    }
    let million_per_second = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        (facts as f64 / median / 1e6, median)
    };
    let (fold, fold_seconds) = million_per_second(&mut fold_times);
    let (hand, hand_seconds) = million_per_second(&mut hand_times);
    let (read, read_seconds) = million_per_second(&mut scan_times);
    let (score, score_seconds) = million_per_second(&mut score_times);
    println!("fold of the charter   {fold:7.1} million facts/s  {fold_seconds:.3} s");
    println!("loop written by hand  {hand:7.1} million facts/s  {hand_seconds:.3} s");
    println!("reading the rows      {read:7.1} million facts/s  {read_seconds:.3} s");
    println!("score and level only  {score:7.1} million facts/s  {score_seconds:.3} s");
    println!("fold / by hand        {:7.2}", fold / hand);
    if let Some(folder) = folder {
        scoring.write(&timelines, folder.as_ref()).expect("a folder that may be written");
    }
}

fn digest_of_fold(reign: &Reign, timelines: &Timelines, until: Instant) -> Digest {
    let mut folder = Folder::new(reign);
    let mut sink = Digest::default();
    for story in timelines.stories() {
        std::hint::black_box(folder.tell(story, until, &mut sink));
    }
    sink
}

fn count(reign: &Reign, timelines: &Timelines, until: Instant) -> Counter {
    let mut folder = Folder::new(reign);
    let mut sink = Counter::default();
    for story in timelines.stories() {
        folder.tell(story, until, &mut sink);
    }
    sink
}

fn scan(timelines: &Timelines) -> u64 {
    let rows = timelines.stories().flat_map(|story| story.rows);
    rows.fold(0_u64, |sum, row| {
        sum.wrapping_add(row.at.0.cast_unsigned() ^ row.bits ^ u64::from(row.code.0))
    })
}

fn time<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Clock::now();
    std::hint::black_box(work());
    start.elapsed().as_secs_f64()
}
