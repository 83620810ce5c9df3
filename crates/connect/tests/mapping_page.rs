//! The examples of the page about mappings say what they yield.

use connect::{
    FactIntake, FileReading, Input, Intake, LinkIntake, Mapping, RawValue, Read, SubjectIntake,
    Surroundings,
};
use facts::{Instant, Precision, SubjectKind};
use jiff::tz::TimeZone;
use std::io::Cursor;

const PAGE: &str = include_str!("../../../docs/mapping.md");
const BEGINNING: &str = "[mapping]\nname = \"our-crm\"\ntimezone = \"Europe/Paris\"\n";

/// A mapping, its file, the files joined to it, and what the page says that they yield.
#[derive(Default)]
struct Example {
    mapping: String,
    file: Option<String>,
    joined: Vec<(String, String)>,
    yields: Option<String>,
}

fn examples() -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut blocks = PAGE.split("\n```");
    blocks.next();
    // A fence opens a block, and the next one closes it.
    for block in blocks.step_by(2) {
        let (info, text) = block.split_once('\n').expect("a fence has lines behind it");
        let text = format!("{text}\n");
        match (info, examples.last_mut()) {
            ("toml", _) => examples.push(Example { mapping: text, ..Example::default() }),
            ("csv", Some(example)) => example.file = Some(text),
            ("text", Some(example)) => example.yields = Some(text),
            ("sh", _) => {}
            (info, Some(example)) => {
                let name = info.strip_prefix("csv ").expect("a kind of block that is known");
                example.joined.push((name.to_owned(), text));
            }
            (info, None) => panic!("`{info}` stands before any mapping"),
        }
    }
    examples
}

fn kind(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Person => "person",
        SubjectKind::Account => "account",
        SubjectKind::Opportunity => "opportunity",
    }
}

fn time(at: Instant, precision: Precision, zone: &TimeZone) -> String {
    let day = at.to_timestamp().to_zoned(zone.clone()).date();
    match precision {
        Precision::Instant => format!("at {at}"),
        Precision::Minute => format!("at {at} to the minute"),
        Precision::Day => format!("on {day}"),
        Precision::Unknown => format!("assumed on {day}"),
    }
}

fn fact(fact: &FactIntake, zone: &TimeZone) -> String {
    let value = match &fact.value {
        RawValue::Nothing => String::new(),
        RawValue::Number(number) => format!(" = {number}"),
        RawValue::Text(text) => format!(" = {text}"),
        RawValue::Flag(flag) => format!(" = {flag}"),
    };
    let actor = fact.actor.as_ref().map_or_else(String::new, |actor| format!(" by {actor}"));
    let time = time(fact.occurred_at, fact.precision, zone);
    format!("{} {}{value}{actor}, {time}", fact.kind.word(), fact.name)
}

fn link(link: &LinkIntake, zone: &TimeZone) -> String {
    let verb = if link.name == "merge" { "is the same as" } else { "belongs to" };
    let time = time(link.occurred_at, link.precision, zone);
    format!("{verb} {} {} {}, {time}", kind(link.to_kind), link.to.namespace, link.to.id)
}

fn of_subject(subject: &SubjectIntake, zone: &TimeZone) -> Vec<String> {
    let mut whom = format!("{} {} {}", kind(subject.kind), subject.id.namespace, subject.id.id);
    for other in &subject.identifiers {
        whom.push_str(&format!(", {} {}", other.namespace, other.id));
    }
    let links = subject.links.iter().map(|one| link(one, zone));
    let facts = subject.facts.iter().map(|one| fact(one, zone));
    let lines: Vec<_> = links.chain(facts).map(|said| format!("{whom}: {said}")).collect();
    if lines.is_empty() { vec![format!("nothing of {whom}")] } else { lines }
}

fn of_row(row: &Read, zone: &TimeZone) -> Vec<String> {
    match row {
        Read::Good(Intake { subjects, .. }) => {
            subjects.iter().flat_map(|subject| of_subject(subject, zone)).collect()
        }
        Read::Rejected(reject) => {
            let column = reject.column.as_deref().unwrap_or_default();
            vec![format!("rejected: column `{column}`: {}", reject.reason)]
        }
        Read::LeftOut => vec!["left out".to_owned()],
    }
}

/// The zone of the file: that of the mapping or its own.
fn zone(example: &Example, mapping: &Mapping) -> TimeZone {
    match example.mapping.contains("America/New_York") {
        true => jiff::tz::TimeZoneDatabase::bundled().get("America/New_York").unwrap(),
        false => mapping.zone().clone(),
    }
}

fn yielded(example: &Example, mapping: &Mapping, file: &str) -> String {
    let open = |name: &str| {
        let joined = example.joined.iter().find(|(path, _)| path == name);
        let (_, text) = joined.unwrap_or_else(|| panic!("the page has no {name}"));
        Ok(Box::new(Cursor::new(text.clone())) as Box<dyn Input>)
    };
    let surroundings = Surroundings { as_of: None, open: &open };
    let input = Box::new(Cursor::new(file.to_owned()));
    let opened = FileReading::open_among(mapping, &mapping.files[0], input, &surroundings);
    let reading = opened.unwrap_or_else(|error| panic!("{error}"));
    let zone = zone(example, mapping);
    let lines = reading.flat_map(|row| of_row(&row.unwrap(), &zone));
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn every_example_is_a_mapping_and_yields_what_the_page_says() {
    let examples = examples();
    assert!(examples.len() >= 14, "the page has {} examples", examples.len());
    for example in &examples {
        let text = match example.mapping.contains("[mapping]") {
            true => example.mapping.clone(),
            false => format!("{BEGINNING}{}", example.mapping),
        };
        let mapping = Mapping::read(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        let Some(file) = &example.file else {
            assert!(example.yields.is_none(), "a yield without a file\n{text}");
            continue;
        };
        let wanted = example.yields.as_deref().expect("an example says what it yields");
        assert_eq!(yielded(example, &mapping, file), wanted, "{text}");
    }
}
