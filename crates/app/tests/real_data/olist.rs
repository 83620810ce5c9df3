//! Marketing qualified leads and closed deals of a marketplace.

use crate::figures::{mean, quantile, rounds_to};
use crate::set::Set;
use app::NoteCode;
use facts::{Instant, Kind};
use std::collections::BTreeMap;
use timeline::Row;

fn olist() -> Set {
    Set::import("olist", "olist_funnel", "2017-06-01T00:00:00Z")
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_figures_of_the_olist_funnel_come_out() {
    let set = olist();
    volumes(&set);
    by_origin(&set);
    velocity(&set);
    reps(&set);
}

fn volumes(set: &Set) {
    assert_eq!(set.report.persons_new, 8_000);
    assert_eq!(set.report.opportunities_new, 842);
    assert_eq!(set.report.counts().rows_rejected, 0);
    let (qualified, won) = (set.count_reached("mql"), set.count_reached("customer"));
    assert_eq!((qualified, won), (8_000, 842));
    assert!(rounds_to(100.0 * won as f64 / qualified as f64, 10.525, 3));
    let contacts = set.leads.iter().filter_map(|lead| set.rows(lead, Kind::Touch, "form.").next());
    let (first, last) =
        (contacts.clone().map(|row| row.at).min(), contacts.map(|row| row.at).max());
    assert_eq!(first, Some(Instant::parse("2017-06-14T00:00:00-03:00").unwrap()));
    assert_eq!(last, Some(Instant::parse("2018-05-31T00:00:00-03:00").unwrap()));
    let wins = || set.leads.iter().filter_map(|lead| set.reached(lead, "customer"));
    assert!(wins().min().unwrap().to_string().starts_with("2017-12-05"));
    assert!(wins().max().unwrap().to_string().starts_with("2018-11-14"));
}

fn by_origin(set: &Set) {
    let mut found: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for lead in &set.leads {
        let (leads, won) = found.entry(set.text(lead, "lead.source")).or_default();
        *leads += 1;
        *won += u32::from(set.reached(lead, "customer").is_some());
    }
    let wanted = [
        ("", (60, 14)),
        ("direct traffic", (499, 56)),
        ("display", (118, 6)),
        ("email", (493, 15)),
        ("organic search", (2_296, 271)),
        ("other", (150, 4)),
        ("other publicities", (65, 3)),
        ("paid search", (1_586, 195)),
        ("referral", (284, 24)),
        ("social", (1_350, 75)),
        ("unknown", (1_099, 179)),
    ];
    assert_eq!(found, BTreeMap::from(wanted));
}

/// From the first contact to the deal.
fn velocity(set: &Set) {
    let (mut days, mut elapsed, mut by_the_clock) = (Vec::new(), Vec::new(), Vec::new());
    for lead in &set.leads {
        let Some(won) = set.reached(lead, "customer") else { continue };
        let contact = set.rows(lead, Kind::Touch, "form.").next().unwrap().at;
        days.push(set.days(contact, won));
        let micros = won.micros_since(contact) as f64;
        elapsed.push(micros / Instant::PER_DAY as f64);
        let turned = offset(won) - offset(contact);
        by_the_clock.push((micros + turned * 1e6) / Instant::PER_DAY as f64);
    }
    assert_eq!(days.len(), 842);
    assert_eq!(quantile(&days, 0.5), 14.0);
    assert_eq!(quantile(&days, 0.75), 54.75);
    assert!(rounds_to(quantile(&days, 0.9), 161.9, 1));
    assert!(rounds_to(mean(&elapsed), 49.1, 1));
    assert!(rounds_to(mean(&by_the_clock), 49.1, 1));
    // Brazil turned its clocks back on 2018-02-18: by the clocks on the wall the median is half an
    // hour less than what elapsed.
    assert!(rounds_to(quantile(&by_the_clock, 0.5), 14.65, 2));
    assert!(rounds_to(quantile(&elapsed, 0.5), 14.6716, 4));
}

/// How far the clocks are from UTC, in seconds.
fn offset(at: Instant) -> f64 {
    let zone = jiff::tz::TimeZone::get("America/Sao_Paulo").unwrap();
    f64::from(zone.to_offset(at.to_timestamp()).seconds())
}

fn reps(set: &Set) {
    let assignments = || set.leads.iter().flat_map(|lead| set.rows(lead, Kind::Assignment, ""));
    assert_eq!(assignments().count(), 842);
    assert_eq!(set.distinct(assignments().map(|row| row.actor)), 32, "sales development reps");
    assert_eq!(set.distinct(assignments().map(Row::symbol)), 22, "sales reps");
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_traps_of_the_olist_funnel_are_reported_and_importing_twice_changes_nothing() {
    let mut set = olist();
    assert_eq!(
        set.notes(NoteCode::OrderContradicted),
        ["1 lead contradicts the expected order (won before its first contact): \
          olist.mql b91cf8812365f50ff4bda4bcd6206b05 (2018-03-06 before 2018-03-08)"]
    );
    let nowhere = set.notes(NoteCode::JoinsNothing);
    assert_eq!(nowhere.len(), 1, "every deal has its lead; not every seller is in the shop");
    assert!(nowhere[0].contains("462 identifiers join to nothing in olist.seller"), "{nowhere:?}");
    assert_eq!(set.notes(NoteCode::UnknownToCharter), Vec::<String>::new());

    let facts = set.engine.store().view().counts().unwrap().facts;
    for dry_run in [true, false] {
        let again = set.import_again(dry_run);
        assert_eq!(again.counts().facts_new, 0);
        assert_eq!(again.persons_new + again.accounts_new + again.opportunities_new, 0);
        assert_eq!(again.settled.changes, 0);
        assert!(again.notes.iter().any(|note| note.code == NoteCode::OrderContradicted));
    }
    assert_eq!(set.engine.store().view().counts().unwrap().facts, facts);
}
