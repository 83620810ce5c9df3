//! Leads who come without an account are linked to the one that they certainly belong to.

use crate::desk::{Desk, now};
use app::{ImportReport, NoteCode};
use facts::{Instant, Kind, Precision, Value};

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "UTC"

[[file]]
path = "accounts.csv"
times = { created = "%Y-%m-%d" }
dated = "created"

[[file.subject]]
kind = "account"
id = { namespace = "crm.account", column = "id" }
personal = { name = "name", website = "web" }
traits = { "account.employees" = { column = "staff", type = "number" } }

[[file]]
path = "leads.csv"
times = { created = "%Y-%m-%d" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
personal = { email = "mail", company = "company", website = "web" }
links = [{ to = "account", namespace = "crm.account", column = "account" }]

[[file.subject.fact]]
kind = "touch"
name = "form.contact"
"#;

const ACCOUNTS: &str = "id,name,web,staff,created\n\
    A1,\"Acme, Inc.\",https://www.acme.example,120,2026-01-01\n\
    A2,Birch GmbH,,40,2026-01-01\n\
    A3,Cedar North,cedar.example,15,2026-01-01\n\
    A4,Cedar South,cedar.example,25,2026-01-01\n";
const LEADS: &str = "id,mail,company,web,account,created\n\
    L1,ann@acme.example,,,,2026-02-01\n\
    L2,bo@gmail.com,,http://acme.example/team,,2026-02-02\n\
    L3,cy@yahoo.com,BIRCH,,,2026-02-03\n\
    L4,di@cedar.example,,,,2026-02-04\n\
    L5,ed@nobody.example,Nobody,,,2026-02-05\n\
    L6,flo@acme.example,,,A2,2026-02-06\n\
    L7,gus@gmail.com,,,,2026-02-07\n\
    L8,hal@acme.example,Zeder,,,2026-02-08\n";

fn imported_as(mapping: &str) -> (Desk, ImportReport) {
    let files = [("accounts.csv", ACCOUNTS), ("leads.csv", LEADS)];
    let mut desk = Desk::with_mapping(mapping, &files);
    let report = desk.import();
    (desk, report)
}

fn imported() -> (Desk, ImportReport) {
    imported_as(MAPPING)
}

/// The name of the account that a lead belongs to, and the links that were ever recorded.
fn at(desk: &Desk, lead: &str) -> (Option<String>, usize) {
    let lead = desk.subject("crm.lead", lead);
    let account = desk.engine.account_of(lead).unwrap();
    let name = account.map(|account| {
        let names = desk.engine.store().view().identifiers_of(account).unwrap();
        names[0].value.clone()
    });
    (name, desk.facts(lead, Kind::Link, "account").len())
}

fn note(report: &ImportReport, code: NoteCode) -> Option<String> {
    report.notes.iter().find(|note| note.code == code).map(|note| note.text.clone())
}

#[test]
fn domains_and_names_of_one_account_alone_link_leads_and_the_report_says_why() {
    let (desk, report) = imported();
    let at = |lead| at(&desk, lead);
    let one = |account: &str| (Some(account.to_owned()), 1);
    assert_eq!([at("L1"), at("L2"), at("L3")], [one("A1"), one("A1"), one("A2")]);
    for lead in ["L4", "L5", "L7", "L8"] {
        assert_eq!(at(lead), (None, 0), "{lead}");
    }
    assert_eq!(at("L6"), one("A2"), "what the source says stays");
    assert_eq!(report.linked, 3);
    let said = note(&report, NoteCode::LinkedToAccount).unwrap();
    for part in [
        "3 leads were linked to 2 accounts",
        "1 by same mail domain, 1 by same website, 1 by same company name",
        "L1 to A1 (same mail domain)",
        "`tandem unlink LEAD`",
        "match_accounts = false",
    ] {
        // In order of ids, which are random, any of the leads may come first.
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = note(&report, NoteCode::MayBelong).unwrap();
    assert!(said.starts_with("2 leads may belong to an account"), "{said}");
}

#[test]
fn a_new_lead_knows_its_account_from_its_first_fact_on_and_says_that_this_is_assumed() {
    let (desk, _) = imported();
    let lead = desk.subject("crm.lead", "L1");
    let mut facts = Vec::new();
    desk.engine.store().view().facts_of_subject(lead, &mut facts).unwrap();
    let code = desk.engine.vocabulary().find_code(Kind::Link, "account");
    let link = facts.iter().find(|recorded| Some(recorded.fact.code) == code).unwrap().fact;
    assert_eq!(link.occurred_at, Instant::parse("2026-02-01T00:00:00Z").unwrap());
    assert_eq!(link.precision, Precision::Unknown);
    assert_eq!(desk.engine.vocabulary().word(link.actor), "import: same mail domain");
    let page = desk.engine.lead(&lead.to_string(), now()).unwrap();
    let staff = page.traits.iter().find(|known| known.name == "account.employees").unwrap();
    assert_eq!(staff.said, app::Said::Number(120.0));
}

#[test]
fn a_lead_known_before_its_account_belongs_there_from_now_on() {
    let files = [("accounts.csv", "id,name,web,staff,created\n"), ("leads.csv", LEADS)];
    let mut desk = Desk::with_mapping(MAPPING, &files);
    desk.import();
    desk.write("accounts.csv", ACCOUNTS);
    let report = desk.import();
    assert_eq!(report.linked, 3, "an import of accounts looks at everybody");
    let lead = desk.subject("crm.lead", "L1");
    let links = desk.dated_facts(lead, Kind::Link, "account");
    assert_eq!(links[0].0, now().to_string());
}

#[test]
fn importing_again_links_nobody_again_and_what_was_taken_back_stays_so() {
    let (mut desk, _) = imported();
    let lead = desk.subject("crm.lead", "L1");
    let before = desk.engine.store().view().counts().unwrap().facts;
    assert_eq!(desk.import().linked, 0);
    assert_eq!(desk.engine.store().view().counts().unwrap().facts, before);
    let taken = desk.engine.unlink_account(lead, "kim", now()).unwrap();
    assert_eq!((taken.account, taken.now_at), (desk.subject("crm.account", "A1"), None));
    assert_eq!(at(&desk, "L1").0, None);
    let page = desk.engine.lead(&lead.to_string(), now()).unwrap();
    assert!(page.traits.iter().all(|known| !known.name.starts_with("account.")), "as before");
    assert!(page.story.iter().all(|line| line.kind != Kind::Link), "as if it had never been");
    assert_eq!(desk.import().linked, 0, "somebody said no");
    assert!(desk.engine.unlink_account(lead, "kim", now()).is_err(), "there is none any more");
    let report = desk.engine.rebuild(true, now()).unwrap();
    assert!(report.members_agree && report.differing == 0);
    // Somebody may change their mind.
    let account = desk.subject("crm.account", "A1");
    desk.engine.link_account(lead, account, "kim", now()).unwrap();
    assert_eq!(at(&desk, "L1").0.as_deref(), Some("A1"));
    assert!(desk.engine.link_account(lead, account, "kim", now()).is_err(), "already");
}

#[test]
fn a_link_of_the_source_can_be_taken_back_too() {
    let (mut desk, _) = imported();
    let lead = desk.subject("crm.lead", "L6");
    desk.engine.unlink_account(lead, "kim", now()).unwrap();
    desk.import();
    assert_eq!(at(&desk, "L6").0, None, "the same row is known already");
}

#[test]
fn a_mapping_can_switch_it_off_and_the_command_links_later() {
    let off = MAPPING.replace("timezone = \"UTC\"", "timezone = \"UTC\"\nmatch_accounts = false");
    let (mut desk, report) = imported_as(&off);
    assert_eq!((report.linked, note(&report, NoteCode::MayBelong)), (0, None));
    let found = desk.engine.matches().unwrap();
    assert_eq!((found.certain.len(), found.review.len()), (3, 2));
    assert_eq!(found.elsewhere, [("nobody.example".to_owned(), 1)]);
    let (linked, settled) = desk.engine.link_matches(&found.certain, "test", now()).unwrap();
    assert_eq!((linked, settled.leads), (3, 3));
    assert_eq!(desk.engine.link_matches(&found.certain, "test", now()).unwrap().0, 0);
    let again = desk.engine.matches().unwrap();
    assert_eq!((again.certain.len(), again.review.len()), (0, 2));
}

#[test]
fn a_dry_run_links_nobody() {
    let files = [("accounts.csv", ACCOUNTS), ("leads.csv", LEADS)];
    let mut desk = Desk::with_mapping(MAPPING, &files);
    let report = desk.import_with(|import| import.dry_run = true).unwrap();
    assert_eq!(report.linked, 0);
    assert_eq!(desk.engine.store().view().counts().unwrap().facts, 0);
}

#[test]
fn people_who_are_one_are_looked_at_as_one() {
    let (mut desk, _) = imported();
    // Gus wrote from a private address, and was the same as somebody with another at work.
    let more = "id,mail,company,web,account,created\nL9,gus@acme.example,,,,2026-03-01\n";
    desk.write("leads.csv", &more.replace("gus@acme.example", ""));
    desk.import();
    let [gus, again] = ["L7", "L9"].map(|lead| desk.subject("crm.lead", lead));
    desk.engine.merge(gus, again, "kim", now()).unwrap();
    desk.write("leads.csv", more);
    assert_eq!(desk.import().linked, 1);
    assert_eq!(desk.import().linked, 0);
    let links = [gus, again].map(|lead| desk.facts(lead, Kind::Link, "account").len());
    assert_eq!(links.iter().sum::<usize>(), 1);
    let values = desk.facts(gus, Kind::Link, "account");
    assert_eq!(values, [Value::Subject(desk.subject("crm.account", "A1"))], "under the older id");
}
