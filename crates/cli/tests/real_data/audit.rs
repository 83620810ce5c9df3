//! Audits of sets that nobody has described, with the headline figures counted by other means.

use crate::set::rounds_to;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const NOW: &str = "2026-11-22T00:00:00Z";

fn data(set: &str) -> PathBuf {
    PathBuf::from(env!("TANDEM_DATA")).join(set)
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.current_dir(folder).env_remove("TANDEM_DB").env("LANG", "C.UTF-8");
    command.args(["--json", "--now", NOW]).args(arguments).output().unwrap()
}

fn json_of(folder: &Path, arguments: &[&str]) -> Value {
    let output = run(folder, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn audit(set: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    json_of(folder.path(), &["audit", data(set).to_str().unwrap()])
}

fn finding<'a>(audit: &'a Value, id: &str) -> &'a Value {
    let findings = audit["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["id"] == id).unwrap_or_else(|| panic!("{id}: {audit:#}"))
}

fn has(audit: &Value, id: &str) -> bool {
    audit["findings"].as_array().unwrap().iter().any(|finding| finding["id"] == id)
}

/// Label, n and of each part of a list.
fn parts(finding: &Value, list: &str) -> Vec<(String, u64, u64)> {
    let parts = finding["parts"].as_array().unwrap().iter().filter(|part| part["list"] == list);
    parts
        .map(|part| {
            let number = |name: &str| part[name].as_u64().unwrap();
            (part["label"].as_str().unwrap().to_owned(), number("n"), number("of"))
        })
        .collect()
}

fn part(finding: &Value, list: &str, label: &str) -> (u64, u64) {
    let found = parts(finding, list).into_iter().find(|(own, ..)| own == label);
    let (_, n, of) = found.unwrap_or_else(|| panic!("{list}, {label}: {finding:#}"));
    (n, of)
}

fn cannot_say(audit: &Value, id: &str) -> bool {
    audit["cannot_say"].as_array().unwrap().iter().any(|limit| limit["id"] == id)
}

fn is_odd(audit: &Value, part: &str) -> bool {
    audit["odd"].as_array().unwrap().iter().any(|odd| odd.as_str().unwrap().contains(part))
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn suggested_mappings_import_without_a_reject() {
    let sets = [
        ("salesforce_devorg", None),
        ("olist_funnel", Some(8_000)),
        ("edtech_sales_funnel", Some(360)),
        ("maven_crm", Some(0)),
        ("x_education", Some(9_240)),
    ];
    for (set, leads) in sets {
        let folder: TempDir = tempfile::tempdir().unwrap();
        let data = data(set);
        let data = data.to_str().unwrap();
        json_of(folder.path(), &["map", "suggest", data, "--out", "mapping.toml"]);
        let import = json_of(folder.path(), &["import", data, "--map", "mapping.toml"]);
        assert_eq!(import["rows_rejected"], json!(0), "{set}: {import:#}");
        assert_ne!(import["rows_read"], json!(0), "{set}");
        if let Some(leads) = leads {
            assert_eq!(import["leads_new"], json!(leads), "{set}");
        }
    }
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_course_funnel_is_audited() {
    let audit = audit("edtech_sales_funnel");
    assert_eq!((&audit["n"], &audit["rows"]["rejected"]), (&json!(360), &json!(0)));
    let untouched = finding(&audit, "never_touched");
    assert_eq!((&untouched["n"], &untouched["of"]), (&json!(2), &json!(360)), "never called");
    let waits = finding(&audit, "waits");
    assert_eq!(waits["of"], json!(358));
    let days = &waits["figures"]["days"];
    assert_eq!((&days["median"], &days["max"]), (&json!(0.0), &json!(14.0)));
    assert!(rounds_to(&days["mean"], 1.47, 2));
    assert!(cannot_say(&audit, "days_only"));
    assert_eq!(finding(&audit, "refusals")["n"], json!(294));
    let outcome = finding(&audit, "outcome");
    assert_eq!(outcome["n"], json!(64));
    assert!(has(&audit, "default_promises"));
    assert!(is_odd(&audit, "2 values of `watched_percentage` are above 100 percent, up to 510"));
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_marketplace_is_audited() {
    let audit = audit("olist_funnel");
    assert_eq!(audit["n"], json!(8_000));
    let outcome = finding(&audit, "outcome");
    assert_eq!((&outcome["n"], &outcome["of"]), (&json!(842), &json!(8_000)));
    let days = &outcome["figures"]["won_days"];
    assert_eq!((&days["median"], &days["p75"]), (&json!(14.0), &json!(54.75)));
    assert!(rounds_to(&days["p90"], 161.9, 1));
    assert_eq!(outcome["figures"]["ended_before_beginning"], json!(1));
    let wanted = [("organic search", 271, 2_296), ("social", 75, 1_350), ("(not known)", 14, 60)];
    for (label, won, all) in wanted {
        assert_eq!(part(outcome, "won by source", label), (won, all), "{label}");
    }
    let mirror = finding(&audit, "sent_against_won");
    assert_eq!(
        part(mirror, "won by source", "social"),
        (75, 828),
        "of those whose source is known"
    );
    assert!(
        mirror["figures"]["difference"]["high"].as_f64().unwrap() < 0.0,
        "fewer than were sent"
    );
    assert!(cannot_say(&audit, "no_work") && cannot_say(&audit, "no_refusals"));
    assert!(!has(&audit, "waits"));
    assert!(is_odd(&audit, "won before its first contact"));
    assert!(
        !has(&audit, "default_promises") && !has(&audit, "open_too_long"),
        "who was lost is not said, so nobody is known to be open or late"
    );
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn deals_alone_are_audited_as_deals() {
    let audit = audit("maven_crm");
    assert_eq!((&audit["unit"], &audit["n"]), (&json!("deals"), &json!(8_800)));
    let outcome = finding(&audit, "outcome");
    assert_eq!((&outcome["n"], &outcome["of"]), (&json!(4_238), &json!(6_711)));
    let figures = &outcome["figures"];
    assert_eq!((&figures["lost"], &figures["won_amount"]), (&json!(2_473), &json!(10_005_534.0)));
    assert_eq!(figures["won_days"]["median"], json!(57.0));
    assert_eq!(figures["lost_days"]["median"], json!(14.0));
    let mirror = finding(&audit, "sent_against_won");
    for (office, won) in [("West", 1_438), ("Central", 1_629), ("East", 1_171)] {
        assert_eq!(part(mirror, "won by regional office", office), (won, 4_238), "{office}");
    }
    assert!(!has(&audit, "filled_in_later"), "every deal that closed names its account");
    let ids: Vec<_> = audit["findings"].as_array().unwrap().iter().map(|it| &it["id"]).collect();
    assert_eq!(ids[..2], [&json!("open_too_long"), &json!("outcome")], "1.6 points come later");
    assert!(cannot_say(&audit, "no_leads"));
    assert!(is_odd(
        &audit,
        "`GTXPro` in `product` is not in products.csv (1480 rows); `GTX Pro` may be meant"
    ));
    assert!(is_odd(&audit, "1425 of 8800 rows name nobody in `account`"));
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn an_outcome_without_times_says_no_waits_and_names_what_was_filled_in_later() {
    let audit = audit("x_education");
    assert_eq!(audit["n"], json!(9_240));
    let outcome = finding(&audit, "outcome");
    assert_eq!((&outcome["n"], &outcome["of"]), (&json!(3_561), &json!(9_240)));
    // Google, with the five that are spelled `google`, all of whom it is counted apart elsewhere.
    let (won, all) = part(outcome, "won by source", "Google");
    assert_eq!(all, 2_868 + 5);
    assert!(won >= 1_147);
    assert_eq!(part(outcome, "won by source", "Olark Chat"), (448, 1_755));
    let later = parts(finding(&audit, "filled_in_later"), "tells who bought");
    for name in ["tags", "quality", "last notable activity"] {
        assert!(later.iter().any(|(label, ..)| label == name), "{name}: {later:?}");
    }
    assert!(
        !has(&audit, "waits") && !has(&audit, "never_touched") && !has(&audit, "nothing_recorded")
    );
    assert!(cannot_say(&audit, "no_beginnings") && cannot_say(&audit, "outcome_undated"));
    assert!(is_odd(&audit, "`Select` in `City` stands for nothing"));
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn a_salesforce_export_is_recognised_and_its_few_leads_are_called_few() {
    let audit = audit("salesforce_devorg");
    assert_eq!((&audit["unit"], &audit["n"]), (&json!("leads"), &json!(22)));
    let files = audit["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["product"] == "salesforce" && file["is_read"] == true));
    assert!(cannot_say(&audit, "few") && cannot_say(&audit, "only_last_work"));
    assert_eq!(
        audit["deals_without_lead"],
        json!(31),
        "36 deals, of which 5 leads became one each"
    );
    let untouched = finding(&audit, "never_touched");
    assert!(untouched["notes"].as_array().unwrap().contains(&json!("a small sample")));
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn an_event_log_is_audited_as_leads() {
    let audit = audit("bpi2012");
    assert_eq!(audit["n"], json!(13_087));
    let waits = finding(&audit, "waits");
    assert_eq!(waits["of"], json!(9_657));
    let hours = &waits["figures"]["hours"];
    assert!(rounds_to(&hours["median"], 1.15, 2) && rounds_to(&hours["p90"], 18.0, 1), "{hours}");
    assert_eq!(finding(&audit, "refusals")["n"], json!(7_635));
    assert_eq!(finding(&audit, "outcome")["n"], json!(2_246));
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn sets_without_leads_are_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let refused = [
        ("channelattribution_pathdata/PathData.csv", "sums over many people"),
        ("whirl_business/business.txt", "no column names a lead or a deal"),
        ("segment_payloads/test-enqueue-track.json", "it has one row"),
        ("segment_payloads/referrer_mapping.csv", "says nothing of people or deals"),
    ];
    for (file, reason) in refused {
        let output = run(folder.path(), &["audit", data(file).to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{file}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(reason), "{file}: {said}");
    }
}
