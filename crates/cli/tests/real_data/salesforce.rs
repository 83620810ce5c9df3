//! Leads and the contacts that they became, of a Salesforce organisation, are one person each.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

fn data() -> PathBuf {
    PathBuf::from(env!("TANDEM_DATA")).join("salesforce_devorg")
}

fn json(folder: &TempDir, arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.current_dir(folder.path()).env_remove("TANDEM_DB").env("LANG", "C.UTF-8");
    command.args(["--json", "--now", "2026-11-22T12:00:00Z"]).args(arguments);
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A ledger with the mapping that is suggested for the whole set.
fn suggested() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let files = data().display().to_string();
    json(&folder, &["map", "suggest", &files, "--out", "mapping.toml"]);
    let mapping = std::fs::read_to_string(folder.path().join("mapping.toml")).unwrap();
    (folder, mapping)
}

/// The converted leads with the contacts that they became, by the file itself.
fn converted() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(data().join("Lead.csv")).unwrap();
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let header = rows.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (id, contact) = (place("Id"), place("ConvertedContactId"));
    let rows = rows.records().map(Result::unwrap);
    let rows = rows.filter(|row| !row[contact].is_empty());
    rows.map(|row| (row[id].to_owned(), row[contact].to_owned())).collect()
}

fn subject(folder: &TempDir, name: &str) -> String {
    json(folder, &["why", name])["lead"]["id"].as_str().unwrap().to_owned()
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn a_converted_lead_is_the_contact_that_it_became_in_the_suggested_mapping() {
    let (folder, mapping) = suggested();
    assert!(mapping.contains("ConvertedContactId") && mapping.contains("ConvertedAccountId"));
    let pairs = converted();
    assert_eq!(pairs.len(), 5);
    let charter = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters/b2b-saas.toml");
    let charter = charter.to_str().unwrap();
    json(&folder, &["charter", "adopt", charter, "--at", "2026-01-01"]);
    let files = data().display().to_string();
    let report = json(&folder, &["import", &files, "--map", "mapping.toml"]);
    assert_eq!(report["leads_new"], 22 + 25 - 5, "{report}");
    for (lead, contact) in pairs {
        assert_eq!(subject(&folder, &lead), subject(&folder, &contact));
    }
    let again = json(&folder, &["import", &files, "--map", "mapping.toml"]);
    assert_eq!(again["facts_new"], 0);
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn a_contact_that_was_known_before_its_lead_is_merged_with_it_and_parted_by_hand() {
    let (folder, _) = suggested();
    let charter = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters/b2b-saas.toml");
    json(&folder, &["charter", "adopt", charter.to_str().unwrap(), "--at", "2026-01-01"]);
    for (first, names) in [
        (true, &["Account.csv", "Contact.csv"][..]),
        (false, &["Account.csv", "Lead.csv", "Opportunity.csv"]),
    ] {
        let part = folder.path().join(if first { "first" } else { "then" });
        std::fs::create_dir(&part).unwrap();
        for name in names {
            std::fs::copy(data().join(name), part.join(name)).unwrap();
        }
        let part = part.display().to_string();
        let report = json(&folder, &["import", &part, "--map", "mapping.toml", "--partial"]);
        let notes = report["notes"].as_array().unwrap().iter();
        let ones: Vec<_> = notes.filter(|note| note["code"] == "one_person").collect();
        match first {
            true => assert!(ones.is_empty(), "{ones:?}"),
            false => assert_eq!(ones[0]["count"], 5, "{report}"),
        }
    }
    let (lead, contact) = converted().remove(0);
    let told = |name: &str| json(&folder, &["why", name])["state"].clone();
    assert!(told(&contact) != Value::Null, "the contact was known first, and survives");
    assert_eq!(told(&lead), Value::Null, "its story is told by the contact");
    json(&folder, &["unmerge", &lead]);
    assert!(told(&lead) != Value::Null);
}
