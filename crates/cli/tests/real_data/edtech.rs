//! A small, complete sales funnel.

use crate::set::{Set, rounds_to};
use serde_json::json;

fn edtech() -> Set {
    Set::import("edtech", "edtech_sales_funnel", "2021-12-31", "2022-06-01T00:00:00Z")
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_course_funnel_comes_out() {
    let set = edtech();
    assert_eq!(set.report["leads_new"], json!(360));
    let funnel = set.json(&["funnel", "--by", "lead.source"]);
    assert_eq!(Set::reached(&funnel), [360, 358, 194, 115, 64]);
    let wanted = [
        ("SEO", 75, 14),
        ("email_marketing", 73, 19),
        ("social_media", 87, 17),
        ("user_referrals", 66, 8),
        ("website", 59, 6),
    ];
    assert_eq!(Set::ends(&funnel), wanted.map(|(name, all, won)| (name.to_owned(), all, won)));
    first_calls(&set);
    by_days(&set);
    assert_eq!(set.json(&["rebuild", "--check"])["clean"], json!(true));
}

/// What is known to the day is late by days, and is not told under another date.
fn by_days(set: &Set) {
    let late = set.json(&["promises", "--list", "first-call:late"]);
    for lead in late["leads"].as_array().unwrap().iter().take(10) {
        let said = set.text(&["why", lead.as_str().unwrap()]);
        let mut ends = said.lines().filter(|line| line.contains("after it was due"));
        assert!(ends.all(|line| line.contains(" day")), "{said}");
        let (_, undated) = said.split_once("no date").unwrap();
        let (undated, _) = undated.split_once(" 2022").unwrap();
        assert!(!undated.contains("its stage in the CRM"), "{said}");
    }
}

/// A lead becomes a `lead` at its first call.
fn first_calls(set: &Set) {
    let between = set.json(&["funnel", "--between", "inquiry", "lead"])["between"].clone();
    assert_eq!((&between["n"], &between["waiting"]), (&json!(358), &json!(2)), "2 never called");
    let days = &between["calendar_days"];
    assert_eq!((&days["median"], &days["max"]), (&json!(0.0), &json!(14.0)));
    assert!(rounds_to(&days["mean"], 1.47, 2));
    assert_eq!(between["known_by_day_only"], json!(358));
    let to_student = set.json(&["funnel", "--between", "lead", "conversion"])["between"].clone();
    assert_eq!(to_student["calendar_days"]["median"], json!(4.0));
}
