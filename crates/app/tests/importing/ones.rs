//! A lead and a contact with one mail address are one person.

use crate::desk::Desk;
use app::{ImportReport, NoteCode};
use facts::{Kind, SubjectId};

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "UTC"

[[file]]
path = "leads.csv"
times = { created = "%Y-%m-%d" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
identifiers = [{ namespace = "email", column = "mail" }]

[[file.subject.fact]]
kind = "touch"
name = "form.contact"

[[file]]
path = "contacts.csv"
times = { created = "%Y-%m-%d" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "crm.contact", column = "id" }
identifiers = [{ namespace = "email", column = "mail" }]

[[file.subject.fact]]
kind = "touch"
name = "form.demo_request"
"#;

const LEADS: &str = "id,mail,created\nL1,Ann.Lee@ACME.example,2026-02-01\n\
                     L2,info@birch.example,2026-02-02\n";
const CONTACTS: &str = "id,mail,created\nC1,ann.lee@acme.example,2026-02-10\n\
                        C2,info@birch.example,2026-02-11\n";

fn imported() -> (Desk, ImportReport) {
    let mut desk = Desk::with_mapping(MAPPING, &[("leads.csv", LEADS), ("contacts.csv", CONTACTS)]);
    let report = desk.import();
    (desk, report)
}

fn touches(desk: &Desk, lead: SubjectId) -> usize {
    let page = desk.engine.lead(&lead.to_string(), facts::Instant::NEVER).unwrap();
    page.story.iter().filter(|line| line.kind == Kind::Touch).count()
}

#[test]
fn one_address_of_ones_own_makes_one_person_and_a_shared_post_does_not() {
    let (desk, report) = imported();
    let [lead, contact, other] = [("crm.lead", "L1"), ("crm.contact", "C1"), ("crm.lead", "L2")]
        .map(|(namespace, id)| desk.subject(namespace, id));
    assert_eq!((touches(&desk, lead), touches(&desk, contact)), (2, 0), "the lead was first");
    assert_eq!(touches(&desk, other), 1);
    let noted = |code| report.notes.iter().filter(|note| note.code == code).count();
    assert_eq!((noted(NoteCode::OnePerson), noted(NoteCode::NamesTwo)), (1, 1));
}

#[test]
fn an_address_is_found_however_it_is_written() {
    let (desk, _) = imported();
    let lead = desk.subject("crm.lead", "L1");
    assert_eq!(desk.engine.find_lead("ANN.LEE@acme.example").unwrap(), lead);
}

#[test]
fn what_somebody_parted_stays_apart_when_it_is_imported_again() {
    let (mut desk, _) = imported();
    let contact = desk.subject("crm.contact", "C1");
    let again = desk.import();
    assert_eq!(again.counts().facts_new, 0);
    assert!(again.notes.iter().all(|note| note.code != NoteCode::OnePerson), "one already");
    let now = facts::Instant::parse("2026-11-23T12:00:00Z").unwrap();
    desk.engine.unmerge(contact, "kim", now).unwrap();
    desk.import();
    assert_eq!(touches(&desk, contact), 1, "still parted");
}
