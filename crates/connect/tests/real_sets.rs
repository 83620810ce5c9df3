//! Real files yield the figures that were counted by other means, through mappings that a user
//! could have written.
//!
//! The data is not in the repository; without it these tests are ignored, and say so.
#![cfg(real_data)]

use connect::{FileReading, Input, Intake, Mapping, RawValue, Read, Surroundings};
use facts::{FactKey, Instant, Kind, SubjectKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

struct Set {
    rows: Vec<(String, Intake)>,
    rejected: Vec<String>,
    notes: Vec<String>,
}

/// Reads every file of a set through the mapping of a fixture.
fn set(fixture: &str, folder: &str) -> Set {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/tests/fixtures");
    let path = fixtures.join(fixture).join("mapping.toml");
    let text = std::fs::read_to_string(path).unwrap();
    let mapping = Mapping::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let data = Path::new(env!("TANDEM_DATA")).join(folder);
    let open = |name: &str| Ok(Box::new(File::open(data.join(name)).unwrap()) as Box<dyn Input>);
    let as_of = Some(Instant::parse("2026-03-01T00:00:00Z").unwrap());
    let surroundings = Surroundings { as_of, open: &open };
    let mut set = Set { rows: Vec::new(), rejected: Vec::new(), notes: Vec::new() };
    for file in &mapping.files {
        let input = open(&file.path).unwrap();
        let opened = FileReading::open_among(&mapping, file, input, &surroundings);
        let mut reading = opened.unwrap_or_else(|error| panic!("{error}"));
        for row in reading.by_ref() {
            match row.unwrap() {
                Read::Good(intake) => set.rows.push((file.path.clone(), intake)),
                Read::Rejected(reject) => set.rejected.push(reject.to_string()),
                Read::LeftOut => {}
            }
        }
        set.notes.extend(reading.notes().sentences().map(|note| format!("{}: {note}", file.path)));
    }
    set
}

impl Set {
    fn facts(&self) -> impl Iterator<Item = (&str, Kind, &str, &RawValue, FactKey)> {
        let subjects = self.rows.iter().flat_map(|(_, intake)| &intake.subjects);
        subjects.flat_map(|subject| {
            let of = subject.id.id.as_str();
            subject.facts.iter().map(move |f| (of, f.kind, &*f.name, &f.value, f.key))
        })
    }

    /// Of how many subjects a fact is said.
    fn subjects_with(&self, kind: Kind, name: &str, value: Option<&str>) -> usize {
        let means = |said: &RawValue| match (value, said) {
            (Some(wanted), RawValue::Text(text)) => text == wanted,
            (Some(_), _) => false,
            (None, _) => true,
        };
        let said = self.facts().filter(|(_, k, n, v, _)| *k == kind && *n == name && means(v));
        said.map(|(of, ..)| of).collect::<BTreeSet<_>>().len()
    }

    fn has_note(&self, part: &str) -> bool {
        self.notes.iter().any(|note| note.contains(part))
    }
}

#[test]
fn a_banks_log_has_the_applications_at_each_step() {
    let log = set("bpi2012", "bpi2012");
    assert_eq!(log.rows.len(), 262_200);
    assert!(log.rejected.is_empty(), "{:?}", log.rejected.first());
    let steps = [
        (Kind::Touch, "form.application", None, 13_087),
        (Kind::Trait, "lead.crm_stage", Some("preaccepted"), 7_367),
        (Kind::Trait, "lead.crm_stage", Some("accepted"), 5_113),
        (Kind::Trait, "lead.offer", Some("sent"), 5_015),
        (Kind::Trait, "lead.offer", Some("sent_back"), 3_254),
        (Kind::Trait, "lead.crm_stage", Some("approved"), 2_246),
        (Kind::Trait, "lead.crm_stage", Some("declined"), 7_635),
        (Kind::Trait, "lead.crm_stage", Some("cancelled"), 2_807),
    ];
    for (kind, name, value, wanted) in steps {
        assert_eq!(log.subjects_with(kind, name, value), wanted, "{name} {value:?}");
    }
    let work = log.rows.iter().flat_map(|(_, row)| &row.subjects[0].facts);
    let work: Vec<_> = work.filter(|fact| fact.name.starts_with("work.")).collect();
    assert!(work.len() > 40_000, "{}", work.len());
    let named = work.iter().filter(|fact| fact.actor.is_some()).count();
    assert!(named > 40_000, "who did it is in the log: {named}");
}

#[test]
fn the_deals_of_a_hardware_seller_are_joined_with_its_offices_and_products() {
    let deals = set("maven_crm", "maven_crm");
    assert!(deals.rejected.is_empty(), "{:?}", deals.rejected.first());
    let deals_read = deals.rows.iter().filter(|(path, _)| path == "sales_pipeline.csv").count();
    assert_eq!(deals_read, 8_800);
    assert_eq!(deals.subjects_with(Kind::Opportunity, "opportunity.stage", Some("won")), 4_238);
    assert_eq!(deals.subjects_with(Kind::Opportunity, "opportunity.stage", Some("lost")), 2_473);
    let all = deals.rows.iter().flat_map(|(_, row)| &row.subjects);
    let opportunities = || all.clone().filter(|it| it.kind == SubjectKind::Opportunity);
    let mut offices: BTreeMap<String, (usize, f64)> = BTreeMap::new();
    for deal in opportunities() {
        let said = |name: &str| {
            let mut facts = deal.facts.iter().filter(|fact| &*fact.name == name);
            facts.next_back().map(|fact| fact.value.clone())
        };
        let won = said("opportunity.stage") == Some(RawValue::Text("won".to_owned()));
        if let (true, Some(RawValue::Text(office)), Some(RawValue::Number(amount))) =
            (won, said("opportunity.office"), said("opportunity.amount"))
        {
            let of = offices.entry(office).or_default();
            of.0 += 1;
            of.1 += amount;
        }
    }
    let wanted = [
        ("Central", (1_629, 3_346_293.0)),
        ("East", (1_171, 3_090_594.0)),
        ("West", (1_438, 3_568_647.0)),
    ];
    assert_eq!(offices, wanted.map(|(office, of)| (office.to_owned(), of)).into());
    // The traps: a product and a sector that are spelled wrong, deals without an account or a date.
    let products = deals.subjects_with(Kind::Trait, "opportunity.product", Some("GTX Pro"));
    assert_eq!(products, 1_480);
    assert_eq!(deals.subjects_with(Kind::Trait, "account.industry", Some("technolgy")), 0);
    let linked = opportunities().filter(|deal| !deal.links.is_empty());
    assert_eq!(linked.count(), 8_800 - 1_425);
    assert!(deals.has_note("500 values of opportunity.stage are assumed"), "{:?}", deals.notes);
}

#[test]
fn the_leads_of_a_course_seller_have_no_select_and_two_spellings_of_google() {
    let leads = set("x_education", "x_education");
    assert_eq!((leads.rows.len(), leads.rejected.len()), (9_240, 0));
    let converted = |source: &str| {
        let says = |row: &Intake, name: &str, value: &str| {
            let value = RawValue::Text(value.to_owned());
            row.subjects[0].facts.iter().any(|fact| &*fact.name == name && fact.value == value)
        };
        let of: Vec<_> =
            leads.rows.iter().filter(|(_, row)| says(row, "lead.source", source)).collect();
        let won = of.iter().filter(|(_, row)| says(row, "lead.crm_stage", "converted"));
        (of.len(), won.count())
    };
    assert_eq!(converted("Google"), (2_868, 1_147));
    assert_eq!(converted("Direct Traffic"), (2_543, 818));
    assert_eq!(converted("Olark Chat"), (1_755, 448));
    assert_eq!(converted("Reference"), (534, 490));
    assert_eq!(converted("google").0, 5, "the other spelling");
    let select = RawValue::Text("Select".to_owned());
    assert!(leads.facts().all(|(_, _, _, value, _)| *value != select));
    assert_eq!(leads.subjects_with(Kind::Trait, "lead.activity_score", None), 5_022);
    assert_eq!(leads.subjects_with(Kind::Trait, "lead.crm_stage", Some("converted")), 3_561);
}

#[test]
fn the_records_of_salesforce_join_by_their_ids() {
    let export = set("salesforce_devorg", "salesforce_devorg");
    assert!(export.rejected.is_empty(), "{:?}", export.rejected);
    let of = |path: &str| export.rows.iter().filter(|(of, _)| of == path).count();
    // The mapping reads the leads once more for the deals that they became.
    let became = of("Lead.csv") - 22;
    assert!((1..=5).contains(&became), "{became}");
    assert_eq!([of("Account.csv"), of("Contact.csv"), of("Opportunity.csv")], [18, 25, 36]);
    assert_eq!(of("OpportunityHistory.csv"), 48);
    let mut defined = BTreeSet::new();
    let mut named = BTreeSet::new();
    let mut merged = 0;
    for subject in export.rows.iter().flat_map(|(_, row)| &row.subjects) {
        match subject.joins {
            true => named.insert(&subject.id),
            false => defined.insert(&subject.id),
        };
        named.extend(subject.links.iter().map(|link| &link.to));
        merged += subject.links.iter().filter(|link| link.name == "merge").count();
    }
    assert_eq!(named.difference(&defined).count(), 0, "every key joins");
    assert_eq!(merged, 5, "five leads became contacts");
    // Twelve are won; seven more were, before they were lost.
    assert_eq!(export.subjects_with(Kind::Opportunity, "opportunity.stage", Some("won")), 19);
}
