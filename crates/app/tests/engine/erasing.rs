//! Whoever is erased is nowhere any more, and still counts.

use crate::charters::FIRST;
use crate::company::{Company, Says, Told, at, id};
use crate::post::{Post, refused};
use app::Batch;
use facts::{Instant, Kind, Seconds, SubjectKind};
use std::path::Path;
use store::{Erasure, Identifier, Personal, Subject};
use testkit::On;

const NAMES: [&str; 3] = ["Quirinius Zwettler", "quirinius@zwettler.example", "+43 664 7788 99 00"];

fn monday() -> Instant {
    at("2026-03-02T09:00:00Z")
}

/// A company in which many people have names, so that rows move from page to page.
fn company(on: On) -> Company {
    let mut company = Company::on(on);
    company.adopt(FIRST, monday(), monday());
    let facts = (0..4).map(|n| Told::new(n, n, monday(), Kind::Touch, "form.demo_request"));
    company.record(&facts.collect::<Vec<_>>(), monday());
    for round in 0..8_u64 {
        let people: Vec<_> = (0..150).map(|n| 1_000 + n * 8 + round).collect();
        let personal = |number: &u64| Personal {
            subject: id(*number),
            field: "name".to_owned(),
            value: format!("Person number {number} of a long and telling name"),
        };
        let mail = |number: &u64| Identifier {
            namespace: "email".to_owned(),
            value: format!("{}.person@example.com", id(*number)),
            subject: id(*number),
        };
        let mut batch = Batch {
            subjects: people
                .iter()
                .map(|n| Subject { id: id(*n), kind: SubjectKind::Person })
                .collect(),
            identifiers: people.iter().map(mail).collect(),
            personal: people.iter().map(personal).collect(),
            ..Batch::default()
        };
        if round == 3 {
            let named = |subject, field: &str, value: &str| Personal {
                subject: id(subject),
                field: field.to_owned(),
                value: value.to_owned(),
            };
            batch.personal.push(named(1, "name", NAMES[0]));
            batch.personal.push(named(1, "phone", NAMES[2]));
            batch.identifiers.push(Identifier {
                namespace: "email".to_owned(),
                value: NAMES[1].to_owned(),
                subject: id(1),
            });
            // The same person under another name, merged below.
            batch.personal.push(named(2, "name", &NAMES[0].to_uppercase()));
        }
        company.engine.record(&batch, monday()).unwrap();
    }
    let merge = Told::new(2, 77, monday(), Kind::Link, "merge").saying(Says::Subject(id(1)));
    company.record(&[merge], monday());
    company.engine.settle(monday()).unwrap();
    // What was told of them, and what is still to be told.
    let post = Post::default();
    post.failures.lock().unwrap().push_back(refused());
    assert!(post.deliver(&mut company.engine, monday().plus(Seconds::hours(1))).sent > 0);
    company
}

/// Which of the values are in what the database keeps, be it in rows or in what is left of them.
fn found(company: &Company) -> Vec<&'static str> {
    let bytes = company.raw();
    let holds = |value: &str| {
        let value = value.to_ascii_lowercase();
        bytes.windows(value.len()).any(|bytes| bytes == value.as_bytes())
    };
    NAMES.into_iter().filter(|value| holds(value)).collect()
}

fn whoever_is_erased_is_nowhere_in_the_files_any_more(on: On) {
    let mut company = company(on);
    company.engine.make_snapshot(monday()).unwrap();
    assert_eq!(found(&company), NAMES, "they can be found");
    let path = company.engine.store().snapshot_path().unwrap().unwrap();
    let in_snapshot = || {
        let mut bytes = std::fs::read(&path).unwrap();
        assert!(bytes.windows(8).any(|eight| eight == id(1).0.to_le_bytes()), "it is told of");
        bytes.make_ascii_lowercase();
        let holds = |text: &[u8]| bytes.windows(text.len()).any(|bytes| bytes == text);
        holds(b"zwettler") || holds(b"7788") || holds(b"person number") || holds(b"example")
    };
    assert!(!in_snapshot(), "a snapshot has never held what says who somebody is");
    let plan = company.engine.erasure_plan(NAMES[1]).unwrap();
    assert_eq!(plan.subjects, [id(1), id(2)], "whoever is the same person too");
    assert_eq!((plan.identifiers.len(), plan.personal.len(), plan.facts), (1, 3, 3));
    assert_eq!(found(&company), NAMES, "a plan erases nothing");
    let before = company.engine.store().view().counts().unwrap();
    let now = monday().plus(Seconds::hours(1));
    let report = company.engine.erase(NAMES[1], "both heads", now).unwrap();
    assert_eq!((report.subjects, report.identifiers, report.personal), (2, 1, 3));
    assert!(report.is_clean);
    assert!(found(&company).is_empty(), "{:?}", found(&company));
    company.engine.settle(now).unwrap();
    let after = company.engine.store().view().counts().unwrap();
    assert_eq!((after.persons, after.leads), (before.persons, before.leads));
    assert_eq!(after.changes, before.changes, "nothing is decided anew");
    assert_eq!(after.facts, before.facts + 2, "that they were erased is a fact");
    let page = company.engine.lead(&id(1).to_string(), now).unwrap();
    assert!(page.identifiers.is_empty() && page.personal.is_empty());
    assert!(page.story.iter().any(|line| line.kind == Kind::Erasure));
    company.check_is_clean(now);
    assert!(matches!(company.engine.store().snapshot(), Ok(store::Found::Snapshot(_))));
    company.engine.make_snapshot(now).unwrap();
    assert!(!in_snapshot());
    let mut company = company.reopen();
    assert!(found(&company).is_empty());
    let again = company.engine.erase(&id(1).to_string(), "both heads", now).unwrap();
    assert_eq!((again.identifiers, again.personal), (0, 0));
    let facts = company.engine.store().view().counts().unwrap().facts;
    assert_eq!(facts, after.facts, "erasing twice is no other fact");
}

fn whoever_was_erased_gets_no_name_from_a_process_that_knew_it(on: On) {
    let mut company = company(on);
    company.engine.erase(NAMES[1], "both heads", monday()).unwrap();
    let name = |subject| Personal { subject, field: "name".to_owned(), value: NAMES[0].to_owned() };
    let batch = Batch { personal: vec![name(id(1))], ..Batch::default() };
    company.engine.record(&batch, monday()).unwrap();
    assert!(found(&company).is_empty());
    let batch = Batch { personal: vec![name(id(3))], ..Batch::default() };
    company.engine.record(&batch, monday()).unwrap();
    assert_eq!(found(&company), [NAMES[0]], "others do");
}

fn a_list_erases_again_where_a_backup_was_restored(on: On) {
    let mut company = company(on);
    let list = Erasure::list(&[
        Erasure { subject: id(1), recorded_at: monday() },
        Erasure { subject: id(424_242), recorded_at: monday() },
    ]);
    let path = Path::new("erased.txt");
    let report = company.engine.erase_again(&list, path, "operator", monday()).unwrap();
    assert_eq!(report.subjects, 1, "and nobody whom this ledger does not know");
    assert!(!found(&company).contains(&NAMES[1]));
    let report = company.engine.erase_again(&list, path, "operator", monday()).unwrap();
    assert_eq!(report.subjects, 0);
    let refused = company.engine.erase_again("ann\n", path, "operator", monday()).unwrap_err();
    assert!(refused.to_string().contains("erased.txt") && refused.to_string().contains("line 1"));
}

#[test]
fn an_older_copy_of_the_file_that_is_put_back_is_erased_when_it_is_opened() {
    let mut company = company(On::Sqlite);
    company = company.reopen();
    let backup = company.home.path("backup.db");
    // Only the file: closing has brought everything into it.
    let path = company.path();
    let on_disk = |company: Company| {
        let Company { engine, home } = company;
        drop(engine);
        home
    };
    let home = on_disk(company);
    std::fs::copy(&path, &backup).unwrap();
    let mut company = Company::at(home);
    company.engine.erase(NAMES[1], "both heads", monday()).unwrap();
    let home = on_disk(company);
    std::fs::copy(&backup, &path).unwrap();
    std::fs::remove_file(&backup).unwrap();
    let company = Company::at(home);
    assert!(found(&company).is_empty(), "{:?}", found(&company));
    let erasures = company.engine.store().view().erasures().unwrap();
    assert_eq!(erasures.len(), 2);
}

testkit::on_both!(
    whoever_is_erased_is_nowhere_in_the_files_any_more,
    whoever_was_erased_gets_no_name_from_a_process_that_knew_it,
    a_list_erases_again_where_a_backup_was_restored,
);
