//! A bank's loan applications, an event log read as a log of leads.

use crate::figures::{quantile, rounds_to};
use crate::set::Set;
use facts::{Instant, Kind};

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_figures_of_the_loan_applications_come_out() {
    let set = Set::import("bpi2012", "bpi2012", "2011-09-30T00:00:00Z");
    assert_eq!(set.report.persons_new, 13_087);
    assert_eq!(set.report.counts().rows_read, 262_200);
    assert_eq!(set.report.counts().rows_rejected, 0);
    let reached = ["inquiry", "mql", "sal", "opportunity", "sent_back", "customer"];
    let reached = reached.map(|stage| set.count_reached(stage));
    assert_eq!(reached, [13_087, 7_367, 5_113, 5_015, 3_254, 2_246]);
    let ever = |word: &str| {
        let said = |lead: &&crate::set::Lead| {
            set.rows(lead, Kind::Trait, "lead.crm_stage").any(|row| set.word(row.symbol()) == word)
        };
        set.leads.iter().filter(said).count()
    };
    assert_eq!((ever("declined"), ever("cancelled")), (7_635, 2_807));

    // Hours from the application to the first work on it, and days to its approval.
    let (mut hours, mut days) = (Vec::new(), Vec::new());
    for lead in &set.leads {
        let submitted = set.rows(lead, Kind::Touch, "form.application").next().unwrap().at;
        let after = |at: Instant| at.micros_since(submitted) as f64;
        if let Some(work) = set.rows(lead, Kind::Activity, "work.").next() {
            hours.push(after(work.at) / Instant::PER_HOUR as f64);
        }
        if let Some(approved) = set.reached(lead, "customer") {
            days.push(after(approved) / Instant::PER_DAY as f64);
        }
    }
    assert_eq!(hours.len(), 9_657);
    assert!(rounds_to(quantile(&hours, 0.5), 1.15, 2), "{}", quantile(&hours, 0.5));
    assert!(rounds_to(quantile(&hours, 0.9), 18.0, 1), "{}", quantile(&hours, 0.9));
    let within = hours.iter().filter(|hours| **hours <= 24.0).count();
    assert!(rounds_to(100.0 * within as f64 / hours.len() as f64, 95.07, 2), "{within}");
    assert!(rounds_to(quantile(&days, 0.5), 14.44, 2), "{}", quantile(&days, 0.5));
}
