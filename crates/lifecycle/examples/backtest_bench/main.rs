//! How long a backtest of two charters takes over many leads, beside one fold of the same stories
//! in the same run, and how much memory the process came to need.
//!
//! `cargo run --release -p tandem-lifecycle --example backtest_bench [LEADS] [FACTS_PER_LEAD] [THREADS]`
#![expect(clippy::print_stdout, reason = "a benchmark tells its times")]

use charter::Program;
use facts::{Instant, Vocabulary};
use lifecycle::{Backtest, BacktestQuestion, Counter, Reign, Turn, Version, backtest, replay};
use std::time::Instant as Clock;
use testkit::process::{cpu_seconds, peak_memory};

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");
const ROUNDS: usize = 5;
/// What the command line asks for at most.
const LIST_MAX: usize = 100_000;

fn main() {
    let mut args = std::env::args().skip(1);
    let leads = args.next().map_or(1_000_000, |text| text.parse().expect("a number of leads"));
    let mean = args.next().map_or(20.0, |text| text.parse().expect("facts per lead"));
    let threads = args.next().map_or(2, |text| text.parse().expect("a number of threads"));
    let from = Instant::parse("2024-09-01T00:00:00Z").expect("a time");
    let until = Instant::parse("2026-09-01T00:00:00Z").expect("a time");
    let mut vocabulary = Vocabulary::default();
    let timelines = simulate::bulk(1, leads, mean, from, until, &mut vocabulary).expect("stories");
    let proposal = CHARTER.replace("engagement >= 35", "engagement >= 45");
    assert_ne!(proposal, CHARTER, "the proposal asks for more before a lead is handed over");
    let mut compile = |text: &str| {
        let charter = charter::read(text).unwrap_or_else(|problems| panic!("{problems}"));
        Program::compile(&charter, &[], &mut vocabulary).expect("a sound charter")
    };
    let (before, after) = (compile(CHARTER), compile(&proposal));
    let adopted = Instant::EARLIEST;
    let next = Reign::new(vec![
        Version { program: before.clone(), from: adopted },
        Version { program: after.clone(), from: Instant(until.0 + 1) },
    ])
    .expect("charters that follow each other");
    let (before, after) = (Reign::of(before, adopted), Reign::of(after, adopted));
    let facts = timelines.fact_count();
    println!(
        "{} leads, {facts} facts, {threads} threads, median of {ROUNDS} rounds",
        timelines.len()
    );

    let question = BacktestQuestion {
        before: &before,
        after: &after,
        next: None,
        from: Instant::EARLIEST,
        to: Instant::NEVER,
        until,
        list_max: LIST_MAX,
        threads,
        routing: None,
    };
    let with_first_day = BacktestQuestion { next: Some(&next), ..question };
    let mut times: [Vec<(f64, f64)>; 3] = Default::default();
    for _ in 0..ROUNDS {
        times[0].push(time(|| replay(&before, &timelines, until, threads, Counter::default)));
        times[1].push(time(|| backtest(&question, &timelines)));
        times[2].push(time(|| backtest(&with_first_day, &timelines)));
    }
    let [one, both, all] = times.map(|mut times| {
        let middle = times.len() / 2;
        times.sort_by(|a, b| a.1.total_cmp(&b.1));
        let cpu = times[middle].1;
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        (times[middle].0, cpu)
    });
    // The processor's time says more than the clock's where others compute too.
    println!("                          by the clock  of the processor");
    for (what, (clock, cpu)) in
        [("one fold, counted", one), ("backtest of two charters", both), ("and the first day", all)]
    {
        let folds = cpu / one.1;
        println!("{what:<25} {clock:>10.3} s {cpu:>14.2} s, {folds:.2} folds");
    }
    tell(&backtest(&with_first_day, &timelines));
    if let Some(peak) = peak_memory() {
        println!("peak memory: {peak}");
    }
}

fn tell(found: &Backtest) {
    let mql = found.stages.iter().find(|figures| figures.stage.id == "mql").expect("a stage");
    println!("mql: {} before, {} after", mql.entries.before.all, mql.entries.after.all);
    println!(
        "flips: {}, wins not handed over: {} of {}, leads that move at once: {}",
        found.flips.count.all,
        found.wins.count(Turn::Never).all,
        found.wins.wins.all,
        found.first_day.as_ref().map_or(0, |day| day.moves.count.all),
    );
}

/// The seconds that work takes by the clock, and those of the processor.
fn time<T>(work: impl FnOnce() -> T) -> (f64, f64) {
    let (start, cpu) = (Clock::now(), cpu_seconds());
    std::hint::black_box(work());
    (start.elapsed().as_secs_f64(), cpu_seconds() - cpu)
}
