//! A small, complete sales funnel with calls, stages, demos and reasons.

use crate::figures::{mean, quantile, rounds_to};
use crate::set::{Lead, Set, number};
use app::NoteCode;
use facts::{Instant, Kind, Precision};
use std::collections::BTreeMap;
use timeline::Row;

fn edtech() -> Set {
    Set::import("edtech", "edtech_sales_funnel", "2021-12-31T00:00:00Z")
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_figures_of_the_course_funnel_come_out() {
    let set = edtech();
    volumes(&set);
    by_source(&set);
    velocity(&set);
}

fn volumes(set: &Set) {
    assert_eq!(set.report.persons_new, 360);
    assert_eq!(set.report.counts().rows_rejected, 0);
    assert_eq!(set.notes(NoteCode::JoinsNothing), Vec::<String>::new(), "no orphans");
    let all = |kind: Kind, name: &'static str| {
        set.leads.iter().flat_map(move |lead| set.rows(lead, kind, name))
    };
    assert_eq!(all(Kind::Assignment, "").count(), 360);
    assert_eq!(set.distinct(all(Kind::Assignment, "").map(|row| row.actor)), 4, "senior");
    assert_eq!(set.distinct(all(Kind::Assignment, "").map(Row::symbol)), 16, "junior");
    assert_eq!(all(Kind::Activity, "call.").count(), 2_192);
    assert_eq!(all(Kind::Activity, "call.connected").count(), 1_866);
    assert!(all(Kind::Activity, "call.").all(|row| row.flags.is_human()));
    assert_eq!(all(Kind::Touch, "demo.watched").count(), 194);
    let reasons: Vec<_> = all(Kind::Trait, "lead.no_interest").collect();
    assert_eq!(reasons.len(), 294);
    assert!(reasons.iter().all(|row| row.flags.precision() == Precision::Unknown), "assumed");

    let reached = ["lead", "awareness", "consideration", "conversion"];
    assert_eq!(reached.map(|stage| set.count_reached(stage)), [358, 194, 115, 64]);
    assert_eq!(set.count_reached("inquiry"), 360);
}

fn by_source(set: &Set) {
    let mut found: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for lead in &set.leads {
        let (converted, leads) = found.entry(set.text(lead, "lead.source")).or_default();
        *leads += 1;
        *converted += u32::from(set.reached(lead, "conversion").is_some());
    }
    let wanted = [
        ("SEO", (14, 75)),
        ("email_marketing", (19, 73)),
        ("social_media", (17, 87)),
        ("user_referrals", (8, 66)),
        ("website", (6, 59)),
    ];
    assert_eq!(found, BTreeMap::from(wanted));
}

fn velocity(set: &Set) {
    let first = |lead: &Lead, kind: Kind| set.rows(lead, kind, "").next().map(|row| row.at);
    let mut to_call = Vec::new();
    let mut to_conversion = Vec::new();
    for lead in &set.leads {
        let assigned = first(lead, Kind::Assignment).unwrap();
        let Some(called) = first(lead, Kind::Activity) else { continue };
        to_call.push(set.days(assigned, called));
        if let Some(converted) = set.reached(lead, "conversion") {
            to_conversion.push(set.days(called, converted));
        }
    }
    assert_eq!(set.leads.len() - to_call.len(), 2, "never called");
    assert_eq!(quantile(&to_call, 0.5), 0.0);
    assert!(rounds_to(mean(&to_call), 1.47, 2));
    assert_eq!(quantile(&to_call, 1.0), 14.0);
    assert_eq!(to_conversion.len(), 64);
    assert_eq!(quantile(&to_conversion, 0.5), 4.0);
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_traps_of_the_course_funnel_are_reported_and_importing_twice_changes_nothing() {
    let mut set = edtech();
    assert_eq!(
        set.notes(NoteCode::OutOfRange),
        ["leads_demo_watched_details.csv: 2 values of lead.demo_watched_percentage are outside \
          0 to 100: line 96 (510), line 135 (233)"]
    );
    let percentages = set
        .leads
        .iter()
        .flat_map(|lead| set.rows(lead, Kind::Trait, "lead.demo_watched_percentage"));
    let most = percentages.filter_map(|row| number(row.value())).fold(0.0, f64::max);
    assert_eq!(most, 510.0, "reported, not fixed");
    let first_assigned = set.leads.iter().flat_map(|lead| set.rows(lead, Kind::Assignment, ""));
    let midnight = Instant::parse("2022-01-01T00:00:00+05:30").unwrap();
    assert_eq!(first_assigned.map(|row| row.at).min(), Some(midnight), "1/1/2022 is read");

    let repeated = set.notes(NoteCode::RepeatedRow);
    assert!(repeated[0].contains("438 rows repeat an earlier row in every cell"), "{repeated:?}");
    let unknown = set.notes(NoteCode::UnknownValue);
    assert!(unknown[0].contains("4 values of column `reasons_for_not_interested_in_demo`"));
    assert_eq!(set.notes(NoteCode::Assumed).len(), 7, "four traits and three reasons");
    assert_eq!(set.notes(NoteCode::OrderContradicted), Vec::<String>::new());
    assert_eq!(set.notes(NoteCode::UnknownToCharter), Vec::<String>::new());

    let again = set.import_again(false);
    assert_eq!(again.counts().facts_new, 0);
    assert_eq!(again.persons_new, 0);
    assert_eq!(again.settled.changes, 0);
}
