//! What `due`, `elapsed` and the days cost, beside a walk minute by minute in the same run.
//!
//! `cargo run --release -p tandem-worktime --example bench [PROBES]`
#![expect(clippy::print_stdout, reason = "it is a report")]

#[path = "../tests/properties/naive.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod naive;

use facts::{Instant, Seconds};
use jiff::{civil::date, tz::TimeZoneDatabase};
use naive::Naive;
use std::{hint::black_box, time::Instant as Stopwatch};
use worktime::{Calendar, WeeklyHours};

const PROBES: usize = 10_000_000;
const WALKS_MOST: usize = 2_000;

fn main() {
    let probes = std::env::args().nth(1);
    let probes = probes.map_or(PROBES, |text| text.parse().expect("a number of probes"));
    let split = "09:00-12:30, 13:30-18:00";
    for (zone, hours) in [
        ("Europe/Paris", "09:00-18:00"),
        ("America/New_York", split),
        ("Australia/Lord_Howe", "00:00-24:00"),
    ] {
        for (first, last) in [(1990, 2099), (2024, 2026)] {
            report(zone, hours, (first, last), probes);
        }
    }
}

/// Times one calendar on instants spread over the years `first..=last`.
fn report(zone: &str, hours: &str, (first, last): (i16, i16), probes: usize) {
    let hours = WeeklyHours::parse_day_range("mon-fri", hours).unwrap();
    let holidays: Vec<_> = (1990..2100)
        .flat_map(|y| [(1, 1), (5, 1), (7, 14), (12, 25)].map(|(m, d)| date(y, m, d)))
        .collect();
    let made = Stopwatch::now();
    let calendar = Calendar::new(zone, &hours, &holidays).unwrap();
    let made = made.elapsed();
    println!("{zone}, {first}-{last}: made in {made:.0?}, {} KB", calendar.memory_bytes() / 1000);

    let from = calendar.day_start(worktime::Day::of(date(first, 1, 2))).0;
    let width = calendar.day_start(worktime::Day::of(date(last, 9, 1))).0 - from;
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        Instant(from + ((u128::from(state) * width as u128) >> 64) as i64)
    };
    // A span of up to 40 business hours follows from the instant's last bits.
    let starts: Vec<Instant> = (0..probes).map(|_| next()).collect();
    let span = |at: Instant| Seconds(at.0 & 0x1_FFFF);

    let due =
        time("due", probes, || starts.iter().map(|at| calendar.due(*at, span(*at)).0).fold(0, mix));
    time("elapsed, any distance", probes, || {
        starts.windows(2).map(|pair| calendar.elapsed(pair[0], pair[1])).fold(0, mix)
    });
    time("elapsed, ten days", probes, || {
        let later = |at: Instant| Instant(at.0 + 10 * Instant::PER_DAY);
        starts.iter().map(|at| calendar.elapsed(*at, later(*at))).fold(0, mix)
    });
    time("days_between", probes, || {
        starts.windows(2).map(|pair| calendar.days_between(pair[0], pair[1])).fold(0, mix)
    });

    let zone = TimeZoneDatabase::bundled().get(zone).unwrap();
    let naive = Naive { zone, hours, holidays };
    let watch = Stopwatch::now();
    let walks = WALKS_MOST.min(probes.div_ceil(5_000));
    for at in &starts[..walks] {
        let expect = naive.due(at.0, span(*at).micros().max(1), i64::MAX);
        assert_eq!(Some(calendar.due_micros(*at, span(*at).micros().max(1)).0), expect);
    }
    let walk = watch.elapsed().as_nanos() as f64 / walks as f64;
    println!("  {walk:>12.0} ns  due by the walk: {:.0} times as long, same answers", walk / due);
}

/// Prints and returns the time of one probe, the best of three passes, ns.
fn time(what: &str, probes: usize, mut pass: impl FnMut() -> i64) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let watch = Stopwatch::now();
        black_box(pass());
        best = best.min(watch.elapsed().as_nanos() as f64 / probes as f64);
    }
    println!("  {best:>12.1} ns  {what}");
    best
}

/// Keeps every answer alive.
fn mix(sum: i64, answer: i64) -> i64 {
    sum.wrapping_add(answer)
}
