//! A second export of the same thing becomes dated changes.

use crate::desk::Desk;
use app::{ImportReport, NoteCode};
use facts::{Instant, Kind, Value};

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "UTC"

[[file]]
path = "leads.csv"
as_of = "export"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
links = [{ to = "account", namespace = "crm.account", column = "account" }]
traits = { "lead.origin" = { column = "source" }, "lead.score" = { column = "score", type = "number" } }

[[file.subject]]
kind = "account"
id = { namespace = "crm.account", column = "account" }
joins = true
"#;

const MARCH: &str = "id,source,score,account\nL1,web,5,A1\nL2,fair,,A1\nL3,web,1,A2\n";
const APRIL: &str = "id,source,score,account\nL1,web,,A1\nL2,partner,7,A2\nL4,web,2,A1\n";

fn import(desk: &mut Desk, text: &str, day: &str) -> ImportReport {
    desk.write("leads.csv", text);
    let as_of = Instant::parse(&format!("{day}T00:00:00Z")).unwrap();
    desk.import_with(|import| import.as_of = Some(as_of)).unwrap_or_else(|error| panic!("{error}"))
}

fn note(report: &ImportReport, code: NoteCode) -> Vec<String> {
    let notes = report.notes.iter().filter(|note| note.code == code);
    notes.map(ToString::to_string).collect()
}

fn two_exports() -> (Desk, ImportReport) {
    let mut desk = Desk::with_mapping(MAPPING, &[]);
    let first = import(&mut desk, MARCH, "2026-03-01");
    assert_eq!(note(&first, NoteCode::Changed), Vec::<String>::new());
    let second = import(&mut desk, APRIL, "2026-04-01");
    (desk, second)
}

#[test]
fn what_changed_is_dated_between_the_two_and_what_did_not_is_known() {
    let (desk, report) = two_exports();
    let lead = desk.subject("crm.lead", "L2");
    let origins = desk.dated_facts(lead, Kind::Trait, "lead.origin");
    let days: Vec<_> = origins.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(days, ["2026-03-01T00:00:00Z", "2026-03-16T12:00:00Z"]);
    let scores = desk.dated_facts(lead, Kind::Trait, "lead.score");
    assert_eq!(scores, [("2026-03-16T12:00:00Z".to_owned(), Value::Number(7.0))], "was empty");
    let links = desk.dated_facts(lead, Kind::Link, "account");
    assert_eq!(links[1].0, "2026-03-16T12:00:00Z");
    assert_eq!(links[1].1, Value::Subject(desk.subject("crm.account", "A2")));
    let same = desk.subject("crm.lead", "L1");
    assert_eq!(desk.facts(same, Kind::Trait, "lead.origin").len(), 1);
    assert_eq!(desk.facts(same, Kind::Link, "account").len(), 1);
    let new = desk.subject("crm.lead", "L4");
    assert_eq!(desk.dated_facts(new, Kind::Trait, "lead.origin")[0].0, "2026-04-01T00:00:00Z");
    assert_eq!(
        note(&report, NoteCode::Changed),
        [
            "leads.csv: 1 value of account changed since the export of 2026-03-01, and counts from \
             between then and 2026-04-01: line 3",
            "leads.csv: 1 value of lead.origin changed since the export of 2026-03-01, and counts \
             from between then and 2026-04-01: line 3",
            "leads.csv: 1 value of lead.score changed since the export of 2026-03-01, and counts \
             from between then and 2026-04-01: line 3",
        ]
    );
}

#[test]
fn what_is_missing_or_empty_now_is_told_and_stays() {
    let (desk, report) = two_exports();
    assert_eq!(
        note(&report, NoteCode::Missing),
        [
            "leads.csv: 1 record of earlier exports is not in this one, and stays as it was: crm.lead L3"
        ]
    );
    assert_eq!(
        note(&report, NoteCode::Emptied),
        ["leads.csv: 1 row has no lead.score any more; what was known before stays: line 2"]
    );
    let emptied = desk.subject("crm.lead", "L1");
    assert_eq!(desk.facts(emptied, Kind::Trait, "lead.score"), [Value::Number(5.0)]);
}

#[test]
fn importing_an_export_again_changes_nothing_whichever_it_is() {
    let (mut desk, _) = two_exports();
    for (text, day) in [(APRIL, "2026-04-01"), (MARCH, "2026-03-01"), (APRIL, "2026-04-20")] {
        let again = import(&mut desk, text, day);
        assert_eq!(again.counts().facts_new, 0, "{day}");
        assert!(note(&again, NoteCode::Changed).is_empty(), "{day}");
    }
}

#[test]
fn a_part_of_an_export_lacks_nobody_and_rejects_may_be_the_missing() {
    let mut desk = Desk::with_mapping(MAPPING, &[]);
    import(&mut desk, MARCH, "2026-03-01");
    desk.write("leads.csv", "id,source,score,account\nL1,web,5,A1\nL2,fair,many,A1\n");
    let as_of = Instant::parse("2026-04-01T00:00:00Z").unwrap();
    let report = desk
        .import_with(|import| {
            import.as_of = Some(as_of);
            import.partial = true;
            import.dry_run = true;
        })
        .unwrap();
    assert!(note(&report, NoteCode::Missing).is_empty());
    let report = desk.import_with(|import| import.as_of = Some(as_of)).unwrap();
    let missing = note(&report, NoteCode::Missing).remove(0);
    assert!(missing.ends_with("; 1 row was rejected and may be one of them"), "{missing}");
}

#[test]
fn an_export_without_a_date_is_of_now() {
    let mut desk = Desk::with_mapping(MAPPING, &[("leads.csv", MARCH)]);
    desk.import();
    let lead = desk.subject("crm.lead", "L1");
    let now = crate::desk::now().to_string();
    assert_eq!(desk.dated_facts(lead, Kind::Trait, "lead.origin")[0].0, now);
}
