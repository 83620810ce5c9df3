//! Learns a scorecard from the `x_education` set, and prints each lead held out with its points for
//! `beside_learners.py`, which has other learners try the same leads.
//!
//! `cargo run --release -p tandem-insight --example scorecard_bench -- ../shared/data/x_education/Leads.csv`

#![expect(clippy::print_stderr, reason = "a benchmark tells its times")]

mod course_leads;

use insight::learn;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Instant;

fn main() {
    let file = std::env::args().nth(1).map(PathBuf::from).expect("the path of Leads.csv");
    let (leads, columns) = course_leads::read(&file);
    let begun = Instant::now();
    let card = learn(&leads, &columns).expect("there are enough leads");
    let took = begun.elapsed();
    for refused in &card.refused {
        eprintln!("refused {}: {:?}", refused.name, refused.evidence);
    }
    for line in &card.lines {
        eprintln!("{:+4}  {}  ({} of {})", line.points, line.rule(), line.with_outcome, line.leads);
    }
    eprintln!("silent: {}", card.silent.join(", "));
    for row in &card.calibration {
        eprintln!(
            "{:4} to {:4}: {:.3} expected, {:.3} of {} came",
            row.low,
            row.high,
            row.expected,
            row.observed.value().unwrap_or(0.0),
            row.observed.whole
        );
    }
    let auc = card.auc;
    eprintln!(
        "AUC {:.4} ({:.4} to {:.4}) of {} leads held out, learned in {:.3} s",
        auc.value,
        auc.interval.low,
        auc.interval.high,
        card.held_out.count(),
        took.as_secs_f64()
    );
    let clean = columns.iter().filter(|it| card.refused.iter().all(|no| no.name != it.name));
    let clean: Vec<_> = clean.map(|column| column.name.as_str()).collect();
    let points: BTreeMap<_, _> = card.held_out_points().iter().copied().collect();
    let mut out = std::io::stdout().lock();
    writeln!(out, "# {}", clean.join(" ")).expect("the output is open");
    writeln!(out, "line,points").expect("the output is open");
    for (line, lead) in leads.iter().enumerate() {
        let points = points.get(&lead.lead).map_or(String::new(), ToString::to_string);
        writeln!(out, "{line},{points}").expect("the output is open");
    }
}
