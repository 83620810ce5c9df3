//! How long attribution takes over many paths, in seconds of processor time, and how much memory it
//! needs at once.
//!
//! `cargo run --release -p tandem-insight --example attribution_bench [PATHS] [FILE]`
//!
//! By default five million paths of four touches on average, over twelve channels; one in eight
//! led to a result. Every model must share all results to the last part, or the program fails.
//! With a file, the paths are written there for `beside_packages.py`, which compares what others say
//! of them with the credits and removal effects that are then printed too.
#![expect(clippy::print_stdout, reason = "a benchmark tells its times")]

use charter::AttributionModel;
use facts::Seconds;
use insight::{Chain, Credits, PathEnd, TouchBefore, TouchPaths};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use testkit::process::{cpu_seconds, peak_memory};

const CHANNELS: u64 = 12;
/// The mean number of touches of a path.
const TOUCHES_MEAN: u64 = 4;
const WINDOW_S: u32 = 180 * 86_400;

fn main() {
    let count = std::env::args().nth(1).map_or(5_000_000, |text| text.parse().expect("a number"));
    let before = cpu_seconds();
    let paths = drawn(count);
    println!("{} paths, {} touches, {CHANNELS} channels", paths.len(), paths.touch_count());
    println!("{:28} {:.3} s", "making the columns", cpu_seconds() - before);
    let file = std::env::args().nth(2);
    if let Some(file) = &file {
        write(&paths, Path::new(file)).expect("room for the paths");
    }
    let (shared, amount) = paths.shared(WINDOW_S);
    let half_life = Seconds::days(7);
    let mut heuristics = 0.0;
    for word in AttributionModel::WORDS {
        let model = AttributionModel::from_word(word, half_life).expect("a model");
        let before = cpu_seconds();
        let credits = paths.credits(model, WINDOW_S);
        let taken = cpu_seconds() - before;
        assert_eq!(credits.all_results_nano(), shared, "{word}");
        assert_eq!(credits.all_minor(), amount, "{word}");
        if matches!(word, "first" | "last" | "linear" | "u_shaped" | "time_decay") {
            heuristics += taken;
        }
        println!("{word:28} {taken:.3} s");
        if file.is_some() {
            let credits = (0..paths.value_count()).map(|value| credits.results(value).to_string());
            println!("credits {word} {}", credits.collect::<Vec<_>>().join(" "));
        }
    }
    if file.is_some() {
        let removals = Chain::of(&paths, WINDOW_S).removals();
        let effects: Vec<_> = removals.iter().map(|it| it.effect.to_string()).collect();
        println!("removals {}", effects.join(" "));
    }
    println!("{:28} {heuristics:.3} s", "five heuristics");
    println!("{:28} {}", "results shared", shared / Credits::NANO);
    println!("{:28} {}", "memory at most", peak_memory().unwrap_or_default());
}

/// Paths as rows: the channels in order, whether they led to a result, and whether to none.
fn write(paths: &TouchPaths, to: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(to)?);
    writeln!(out, "path,results,without")?;
    for path in 0..paths.len() {
        for (index, value) in paths.values_of(path, WINDOW_S).iter().enumerate() {
            write!(out, "{}c{value:02}", if index == 0 { "" } else { ">" })?;
        }
        let is_won = !paths.credit_of(path, AttributionModel::First, WINDOW_S).is_empty();
        writeln!(out, ",{},{}", u32::from(is_won), u32::from(!is_won))?;
    }
    out.flush()
}

/// Paths of a fixed seed: a touch has a successor with the chance that makes the mean.
fn drawn(count: usize) -> TouchPaths {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    // Xorshift (G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003).
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state >> 16
    };
    let mut paths = TouchPaths::with_capacity(count, count * TOUCHES_MEAN as usize);
    let mut touches = Vec::new();
    for _ in 0..count {
        touches.clear();
        loop {
            let value = (next() % CHANNELS).min(next() % CHANNELS) as u16;
            touches.push(TouchBefore { value, age_s: 0 });
            if next().is_multiple_of(TOUCHES_MEAN) {
                break;
            }
        }
        let mut age_s = 0;
        for touch in touches.iter_mut().rev() {
            touch.age_s = age_s;
            age_s += (next() % (6 * 86_400)) as u32;
        }
        let is_won = next().is_multiple_of(8);
        let end = PathEnd {
            results: u32::from(is_won),
            without: u32::from(!is_won),
            amount_minor: if is_won { (next() % 5_000_000) as i64 } else { 0 },
            before_handoff: is_won.then(|| (next() % (touches.len() as u64 + 1)) as u32),
        };
        paths.push(touches.iter().copied(), end).expect("few values");
    }
    paths
}
