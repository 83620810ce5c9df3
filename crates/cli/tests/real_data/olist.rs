//! Marketing qualified leads and closed deals of a marketplace.

use crate::set::{Set, rounds_to};
use serde_json::json;

fn olist() -> Set {
    Set::import("olist", "olist_funnel", "2017-06-01", "2018-12-01T00:00:00Z")
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_olist_funnel_comes_out() {
    let set = olist();
    assert_eq!(set.report["leads_new"], json!(8_000));
    assert_eq!(set.report["rows_rejected"], json!(0));
    funnel(&set);
    by_origin(&set);
    one_lead(&set);
    lists(&set);
    assert_eq!(set.json(&["rebuild", "--check"])["clean"], json!(true));
}

fn funnel(set: &Set) {
    let funnel = set.json(&["funnel", "--between", "first_touch", "customer"]);
    assert_eq!(Set::reached(&funnel), [8_000, 8_000, 842]);
    assert!(rounds_to(&funnel["stages"][2]["share_of_first"], 0.105_25, 5));
    assert_eq!(funnel["stages"][2]["certainty"], "exact");
    let between = &funnel["between"];
    assert_eq!(between["n"], json!(842));
    assert_eq!(between["waiting"], json!(7_158));
    let days = &between["calendar_days"];
    assert_eq!((&days["median"], &days["p75"]), (&json!(14.0), &json!(54.75)));
    assert!(rounds_to(&days["p90"], 161.9, 1));
    // 14.65 by the clocks on the wall; Brazil turned them back on 2018-02-18, and hours passed.
    assert!(rounds_to(&between["elapsed_days"]["median"], 14.6716, 4));
    assert!(rounds_to(&between["elapsed_days"]["mean"], 49.1, 1));
    let disorders = funnel["disorders"].as_array().unwrap();
    assert_eq!(disorders.len(), 1, "won before its first contact");
    let why = set.json(&["why", disorders[0]["lead"].as_str().unwrap()]);
    let name = why["lead"]["identifiers"][0]["value"].as_str().unwrap();
    assert!(name.starts_with("b91cf881"), "{name}");
}

fn by_origin(set: &Set) {
    let funnel = set.json(&["funnel", "--by", "lead.source"]);
    let wanted = [
        ("", 60, 14),
        ("direct traffic", 499, 56),
        ("display", 118, 6),
        ("email", 493, 15),
        ("organic search", 2_296, 271),
        ("other", 150, 4),
        ("other publicities", 65, 3),
        ("paid search", 1_586, 195),
        ("referral", 284, 24),
        ("social", 1_350, 75),
        ("unknown", 1_099, 179),
    ];
    assert_eq!(Set::ends(&funnel), wanted.map(|(name, all, won)| (name.to_owned(), all, won)));
}

fn one_lead(set: &Set) {
    let said = set.text(&["why", "olist.mql:5420aad7fec3549a85876ba1c529bd84"]);
    for part in [
        "It is in Seller since 26 Feb 2018, 19:58",
        "21 Feb 2018",
        "enters Marketing qualified",
        "the opportunity's stage is won",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

fn lists(set: &Set) {
    let won = set.json(&["leads", "--stage", "customer", "--limit", "1000"]);
    assert_eq!(won["leads"].as_array().unwrap().len(), 842);
    assert_eq!(set.json(&["funnel", "--list", "customer:reached"])["count"], json!(842));
    let filter = ["leads", "--where", "lead.source=display", "--limit", "1000"];
    assert_eq!(set.json(&filter)["leads"].as_array().unwrap().len(), 118);
}
