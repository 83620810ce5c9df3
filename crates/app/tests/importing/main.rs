//! Importing files: good rows are recorded once, bad ones come back, oddities are said.

mod at_once;
mod desk;
mod exports;
mod formats;
mod ones;
mod places;

use app::{ImportError, NoteCode};
use desk::Desk;
use facts::{Kind, SubjectKind, Value};

const LEADS: &str = "id,mail,created,source,account\n\
    L1,ada@example.com,2026-03-01,web,A1\n\
    L2,ben@example.com,2026-03-02,fair,\n";
const DEALS: &str = "deal,lead,won\nD1,L1,2026-04-01\n";

#[test]
fn what_the_files_say_is_recorded_and_settled() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    let report = desk.import();
    assert_eq!((report.persons_new, report.accounts_new, report.opportunities_new), (2, 1, 1));
    let counts = report.counts();
    assert_eq!((counts.rows_read, counts.rows_rejected), (3, 0));
    assert_eq!(counts.facts_known, 0);
    assert_eq!(report.settled.leads, 2);
    assert_eq!(desk.stage_of("L1").as_deref(), Some("customer"));
    assert_eq!(desk.stage_of("L2").as_deref(), Some("inquiry"));
    let imports = desk.engine.store().view().imports().unwrap();
    assert_eq!(imports.len(), 2);
    assert!(imports.iter().all(|import| import.finished_at.is_some()));
}

#[test]
fn links_join_the_subjects_of_a_lead() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    desk.import();
    let lead = desk.subject("crm.lead", "L1");
    let account = desk.subject("crm.account", "A1");
    let members = desk.engine.store().view().members(lead).unwrap();
    assert!(members.contains(&account));
    assert!(members.contains(&desk.subject("crm.deal", "D1")));
    let kind = desk.engine.store().view().kind_of(account).unwrap();
    assert_eq!(kind, Some(SubjectKind::Account));
}

#[test]
fn what_identifies_a_person_is_kept_apart_from_facts() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    desk.import();
    let lead = desk.subject("crm.lead", "L1");
    let personal = desk.engine.store().view().personal_of(lead).unwrap();
    assert_eq!(
        (personal[0].field.as_str(), personal[0].value.as_str()),
        ("email", "ada@example.com")
    );
    let words = desk.engine.vocabulary().words();
    assert!(words.iter().all(|word| !word.contains("example.com") && word != "L1"));
}

#[test]
fn importing_twice_changes_nothing() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    let first = desk.import();
    let facts = desk.engine.store().view().counts().unwrap();
    let second = desk.import();
    assert_eq!(second.counts().facts_new, 0);
    assert_eq!(second.counts().facts_known, first.counts().facts_new);
    assert_eq!((second.persons_new, second.accounts_new, second.opportunities_new), (0, 0, 0));
    assert_eq!(desk.engine.store().view().counts().unwrap(), facts);
}

#[test]
fn a_dry_run_says_the_same_and_records_nothing() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    let before = desk.engine.store().view().counts().unwrap();
    let words = desk.engine.vocabulary().words().len();
    let dry = desk.import_with(|import| import.dry_run = true).unwrap();
    assert_eq!(desk.engine.store().view().counts().unwrap(), before);
    assert_eq!(desk.engine.vocabulary().words().len(), words);
    let real = desk.import();
    assert_eq!(dry.counts(), real.counts());
    assert_eq!(dry.persons_new, real.persons_new);
    assert_eq!(dry.notes, real.notes);
}

#[test]
fn bad_rows_come_back_as_a_file_and_go_in_when_corrected() {
    let bad = LEADS.replace("2026-03-02", "soon");
    let mut desk = Desk::with(&[("leads.csv", &bad), ("deals.csv", DEALS)]);
    let rejects = desk.folder("rejects");
    let report = desk.import_with(|import| import.rejects = Some(&rejects)).unwrap();
    assert_eq!(report.files[0].counts.rows_rejected, 1);
    assert_eq!(report.files[0].rows_good(), 1);
    assert_eq!(
        report.files[0].rejects[0].to_string(),
        "leads.csv, line 3, column `created`: `soon` is not a time like `%Y-%m-%d`; correct the \
         cell, or say in `times` how the column is written"
    );
    let path = report.files[0].rejects_file.clone().unwrap();
    assert_eq!(report.files[1].rejects_file, None, "nothing to correct");

    let corrected = std::fs::read_to_string(&path).unwrap().replace("soon,fair", "2026-03-02,fair");
    std::fs::write(&path, corrected).unwrap();
    let again = desk
        .import_with(|import| {
            import.folder = &rejects;
            import.partial = true;
        })
        .unwrap();
    assert_eq!(again.absent, ["deals.csv"]);
    assert_eq!(again.persons_new, 1);
    assert_eq!(desk.stage_of("L2").as_deref(), Some("inquiry"));

    // The whole file, right at last, brings nothing new.
    desk.write("leads.csv", LEADS);
    assert_eq!(desk.import().counts().facts_new, 0);
}

#[test]
fn a_file_that_does_not_fit_is_refused_before_anything_is_recorded() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", "deal,led,won\n")]);
    let Err(ImportError::Files(errors)) = desk.import_with(|_| {}) else { panic!("refused") };
    assert_eq!(
        errors[0].to_string(),
        "deals.csv, line 1: there is no column `lead`; did you mean `led`?"
    );
    assert_eq!(desk.engine.store().view().counts().unwrap().persons, 0);
}

#[test]
fn a_file_that_is_absent_is_named_beside_those_that_are_there() {
    let mut desk = Desk::with(&[("leads.csv", LEADS)]);
    let error = desk.import_with(|_| {}).unwrap_err().to_string();
    assert!(error.starts_with("deals.csv, line 1: the file cannot be read"), "{error}");
    assert!(error.ends_with("the folder has leads.csv"), "{error}");
}

#[test]
fn rejects_never_overwrite_what_is_imported() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    let folder = desk.folder("files");
    let refused = desk.import_with(|import| import.rejects = Some(&folder));
    assert!(matches!(refused, Err(ImportError::RejectsOverwrite)));
}

#[test]
fn identifiers_that_join_to_nothing_are_told() {
    let deals = "deal,lead,won\nD1,L1,2026-04-01\nD2,L7,2026-04-02\nD3,L8,2026-04-02\n";
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", deals)]);
    let report = desk.import();
    let note = report.notes.iter().find(|note| note.code == NoteCode::JoinsNothing).unwrap();
    assert_eq!(
        note.to_string(),
        "deals.csv: 2 identifiers join to nothing in crm.lead: line 3 (L7), line 4 (L8)"
    );
}

#[test]
fn dates_that_contradict_the_expected_order_are_told_only_when_certain() {
    let deals = "deal,lead,won\nD1,L1,2026-02-27\nD2,L2,2026-03-02\n";
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", deals)]);
    let report = desk.import();
    let note = report.notes.iter().find(|note| note.code == NoteCode::OrderContradicted).unwrap();
    assert_eq!(
        note.text,
        "1 lead contradicts the expected order (won before the form): crm.lead L1 (2026-02-27 \
         before 2026-03-01)"
    );
}

#[test]
fn names_that_the_charter_does_not_know_are_told() {
    let mut desk = Desk::with(&[("leads.csv", LEADS), ("deals.csv", DEALS)]);
    let report = desk.import();
    let unknown: Vec<_> =
        report.notes.iter().filter(|note| note.code == NoteCode::UnknownToCharter).collect();
    assert_eq!(unknown.len(), 1);
    assert!(unknown[0].text.starts_with("the charter knows no trait `lead.origin`"));
    let lead = desk.subject("crm.lead", "L1");
    let origins = desk.facts(lead, Kind::Trait, "lead.origin");
    assert!(matches!(origins[0], Value::Text(_)), "recorded all the same");
}

#[test]
fn progress_is_told_batch_by_batch() {
    let rows: String = (0..41_000).map(|row| format!("X{row},,2026-03-01,web,\n")).collect();
    let leads = format!("id,mail,created,source,account\n{rows}");
    let mut desk = Desk::with(&[("leads.csv", &leads), ("deals.csv", DEALS)]);
    let steps = desk.progress();
    let of_leads: Vec<_> = steps.iter().filter(|(file, _)| file == "leads.csv").collect();
    let rows: Vec<u64> = of_leads.iter().map(|(_, rows)| *rows).collect();
    assert_eq!(rows, [40_000, 41_000]);
}
