//! Many leads, several threads, several processes.

use crate::charters::FIRST;
use crate::company::{Company, Says, Told, at, fact, id};
use app::{Batch, Engine, LeadFilter};
use facts::{Fact, Instant, Kind, Origin, Seconds, SubjectKind};
use store::{Identifier, Personal, PlaceKind, Subject};
use testkit::On;

const LEADS: u64 = 1_500;

fn monday() -> Instant {
    at("2026-03-02T08:00:00Z")
}

/// Many leads, each with a few facts that differ from lead to lead.
fn crowd() -> Vec<Told> {
    let names = ["form.demo_request", "webinar.attended", "email.clicked", "page.pricing"];
    (100..100 + LEADS)
        .flat_map(|lead| {
            let hour = |hours: u64| monday().plus(Seconds::hours((lead * 31 + hours) as i64 % 280));
            let touch = names[(lead % 4) as usize];
            [
                Told::new(lead, 1, hour(0), Kind::Touch, touch),
                Told::new(lead, 2, hour(90), Kind::Touch, "webinar.attended"),
                Told::new(lead, 3, hour(lead % 70), Kind::Activity, "call.attempt"),
                Told::new(lead, 4, hour(7), Kind::Link, "account")
                    .saying(Says::Subject(id(10 + lead % 3))),
            ]
        })
        .collect()
}

fn settled_with(threads: usize) -> (Company, Vec<app::LeadAsKnown>) {
    let mut company = Company::new();
    company.engine = Engine::open(&company.path()).unwrap().with_threads(threads);
    company.add(100..100 + LEADS, SubjectKind::Person);
    company.adopt(FIRST, monday(), monday());
    company.record(&crowd(), monday());
    let now = monday().plus(Seconds::days(12));
    let settled = company.engine.wake(now).unwrap();
    assert!(settled.leads >= LEADS && settled.changes > LEADS);
    let position = company.engine.store().view().tail().unwrap();
    let known = company.engine.as_known(position, now).unwrap();
    (company, known)
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let (mut company, one) = settled_with(1);
    let (_, several) = settled_with(5);
    assert_eq!(one.len() as u64, LEADS);
    assert_eq!(one, several);
    company.check_is_clean(monday().plus(Seconds::days(12)));
}

fn a_second_process_is_noticed_and_neither_undoes_the_other(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, monday(), monday());
    let mut other = Engine::open(&company.path()).unwrap();
    // The other process brings a new word and a new kind of fact.
    let told = Told::new(1, 1, monday(), Kind::Touch, "form.contact");
    let news = fact(&mut other, &told);
    other.record(&Batch::of(vec![news]), monday()).unwrap();
    // This one does not know them, and reads them again before it settles.
    let now = monday().plus(Seconds::hours(1));
    assert!(company.engine.settle(now).unwrap().leads > 0);
    assert_eq!(company.stages(1), ["inquiry"]);
    assert_eq!(other.settle(now).unwrap().leads, 0, "it is settled already");
    company.check_is_clean(now);
}

fn facts_made_with_words_that_another_process_took_are_refused(on: On) {
    let mut company = Company::on(on);
    let mut other = Engine::open(&company.path()).unwrap();
    let told = |name| Told::new(1, 1, monday(), Kind::Touch, name);
    let theirs = fact(&mut other, &told("form.contact"));
    let ours: Fact = fact(&mut company.engine, &told("form.demo_request"));
    other.record(&Batch::of(vec![theirs]), monday()).unwrap();
    let refused = company.engine.record(&Batch::of(vec![ours]), monday()).unwrap_err();
    assert!(refused.to_string().contains("run the command again"), "{refused}");
    company.engine.refresh().unwrap();
    company.record(&[told("form.demo_request")], monday());
    assert_eq!(company.engine.counts(monday()).unwrap().ledger.facts, 1, "the same key");
}

#[test]
fn lists_are_filtered_ordered_and_paged() {
    let (mut company, _) = settled_with(2);
    let now = monday().plus(Seconds::days(12));
    let all = |engine: &Engine, filter: &LeadFilter| {
        let mut filter = LeadFilter { limit: 400, ..filter.clone() };
        let mut rows = Vec::new();
        loop {
            let list = engine.leads(&filter, now).unwrap();
            rows.extend(list.rows);
            filter.after = list.next;
            if filter.after.is_none() {
                return rows;
            }
        }
    };
    let everybody = all(&company.engine, &LeadFilter::default());
    assert_eq!(everybody.len() as u64, LEADS);
    let dues: Vec<_> = everybody.iter().map(|r| r.due.unwrap_or(Instant::NEVER)).collect();
    assert!(dues.is_sorted());
    let stage = |name: &str| LeadFilter { stage: Some(name.to_owned()), ..LeadFilter::default() };
    let mql = all(&company.engine, &stage("mql"));
    assert_eq!(mql, everybody.iter().filter(|r| r.stage == "mql").cloned().collect::<Vec<_>>());
    assert!(!mql.is_empty() && mql.len() < everybody.len());
    let queued = LeadFilter { place: Some(PlaceKind::Queue), ..LeadFilter::default() };
    assert_eq!(all(&company.engine, &queued).len(), mql.len());
    let open = LeadFilter { open_only: true, ..LeadFilter::default() };
    let waiting = all(&company.engine, &open);
    assert!(waiting.iter().all(|row| row.due.is_some()), "each open lead has a next due");
    let counts = company.engine.counts(now).unwrap();
    assert_eq!(counts.ledger.open_leads, waiting.len() as u64);
    assert_eq!(counts.stages.iter().map(|line| line.leads).sum::<u64>(), LEADS);
    assert!(company.engine.leads(&stage("no such stage"), now).is_err());

    let tell = Told::new(10, 50, monday(), Kind::Trait, "account.employees")
        .saying(Says::Number(70.0))
        .told_by(Origin::System);
    company.record_and_settle(&[tell], now);
    company.engine.settle(now).unwrap();
    let trait_is = Some(("account.employees".to_owned(), "70".to_owned()));
    let large = all(&company.engine, &LeadFilter { trait_is, ..LeadFilter::default() });
    assert_eq!(large.len() as u64, LEADS / 3);
    assert!(large.iter().all(|row| row.fit == 20.0));
    let dues: Vec<_> = large.iter().map(|r| r.due.unwrap_or(Instant::NEVER)).collect();
    assert!(dues.is_sorted());
    let trait_is = Some(("account.employees".to_owned(), "70".to_owned()));
    let both = LeadFilter { trait_is, ..stage("mql") };
    let in_both = large.iter().filter(|row| row.stage == "mql").count();
    assert_eq!(all(&company.engine, &both).len(), in_both);
}

fn a_lead_is_found_by_what_others_call_it_until_it_is_erased(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, monday(), monday());
    let identifier = |namespace: &str, value: &str, subject| Identifier {
        namespace: namespace.to_owned(),
        value: value.to_owned(),
        subject: id(subject),
    };
    let batch = Batch {
        subjects: vec![Subject { id: id(1), kind: SubjectKind::Person }],
        identifiers: vec![
            identifier("crm.lead", "00Q1", 1),
            identifier("email", "ann_b@example.com", 1),
            identifier("other.lead", "7", 1),
            identifier("crm.lead", "7", 2),
        ],
        personal: vec![Personal {
            subject: id(1),
            field: "name".to_owned(),
            value: "Ann B.".to_owned(),
        }],
        facts: company.facts(&[Told::new(1, 1, monday(), Kind::Touch, "form.demo_request")]),
        import: None,
    };
    let now = monday().plus(Seconds::hours(1));
    company.engine.record_and_settle(&batch, now).unwrap();
    let find = |company: &Company, name: &str| company.engine.find_lead(name).ok();
    assert_eq!(find(&company, "00Q1"), Some(id(1)));
    assert_eq!(find(&company, "email:ann_b@example.com"), Some(id(1)));
    assert_eq!(find(&company, &id(1).to_string()), Some(id(1)));
    assert_eq!(find(&company, "7"), None, "two leads have it");
    assert_eq!(find(&company, "crm.lead:7"), Some(id(2)));
    assert_eq!(find(&company, "nobody"), None);
    let search = |company: &Company, text: &str| {
        let filter = LeadFilter { text: Some(text.to_owned()), ..LeadFilter::default() };
        company.engine.leads(&filter, now).unwrap().rows.len()
    };
    assert_eq!((search(&company, "ann b"), search(&company, "ann_b@")), (1, 1));
    assert_eq!(search(&company, "ann%b"), 0, "no character is special");
    company.engine.erase("00Q1", "both heads", now).unwrap();
    assert_eq!(search(&company, "ann"), 0);
    let page = company.engine.lead(&id(1).to_string(), now).unwrap();
    assert!(page.identifiers.is_empty() && page.personal.is_empty());
    assert_eq!(page.story.len(), 2, "what happened still counts, and so does the erasure");
}

testkit::on_both!(
    a_second_process_is_noticed_and_neither_undoes_the_other,
    facts_made_with_words_that_another_process_took_are_refused,
    a_lead_is_found_by_what_others_call_it_until_it_is_erased,
);
