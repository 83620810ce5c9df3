//! The settings file: teams, weights, capacity and absence, costs, and what is beside a CRM.

use super::beside::beside_crm;
use super::parse;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::text::Text;
use crate::diagnostic::{Diagnostics, Findings, ProblemCode, did_you_mean};
use crate::terms::{Absence, Member, PersonSettings, Roster};
use jiff::civil::Date;

/// The most teams, people of a team, or absences of a person.
const ENTRIES_MAX: usize = 1_000;
/// The most people.
const PEOPLE_MAX: usize = 10_000;
/// The most costs.
const COSTS_MAX: usize = 10_000;

/// Reads settings from their file's text: at most [`FILE_BYTES_MAX`](crate::FILE_BYTES_MAX) bytes
/// of TOML.
///
/// ```
/// let text = r#"
/// [team.sdr]
/// members = ["ana", "ben"]
/// weights = { ana = 2 }
///
/// [person.ana]
/// capacity = 30
/// absent = [{ from = 2027-07-01, to = 2027-07-14 }]
///
/// [[cost]]
/// channel = "webinar"
/// amount = 12000
/// from = 2027-07-01
/// to = 2027-09-30
///
/// [crm]
/// stage = "tandem"
/// assignee = "watch"
/// stages = { mql = ["Open", "Marketing Qualified"] }
/// "#;
/// let roster = charter::read_roster(text).unwrap_or_else(|problems| panic!("{problems}"));
/// assert_eq!(roster.team("sdr")[0].weight, 2);
/// assert!(roster.is_away("ana", "2027-07-14".parse().unwrap()));
/// assert_eq!(roster.crm.assignee, charter::LedBy::Watch);
/// assert_eq!(roster.crm.stages_called("open").next(), Some("mql"));
/// assert!(charter::read_roster("[crm]\nstage = \"salesforce\"").is_err());
/// assert!(charter::read_roster("[team.sdr]\nmembers = \"ana\"").is_err());
/// ```
///
/// # Errors
/// Everything that is wrong with the text at once, each with its place and what to do.
pub fn read_roster(text: &str) -> Result<Roster, Diagnostics> {
    let document =
        parse(text, "settings name teams, people and costs: remove what is not part of them")?;
    let mut reading = Reading::new(text);
    let mut root = Section::new("settings", 0..0, document.as_table());
    let teams = tables(&mut root, ("team", "[team.sdr]"), ENTRIES_MAX, &mut reading);
    let people = tables(&mut root, ("person", "[person.ana]"), PEOPLE_MAX, &mut reading);
    let crm = root.section("crm", "[crm]", &mut reading);
    let mut costs = root.sections("cost", "[[cost]]", &mut reading);
    root.finish(&mut reading);
    reading.at_most(&mut costs, COSTS_MAX, "costs", 0..0);
    let costs = costs.into_iter().filter_map(|it| super::cost::cost(it, &mut reading)).collect();
    let mut roster = Roster { costs, ..Roster::default() };
    if let Some(section) = crm {
        roster.crm = beside_crm(section, &mut reading);
    }
    for (id, section) in teams {
        let members = team(section, &mut reading);
        roster.teams.insert(id, members);
    }
    for (id, section) in people {
        let settings = person(section, &mut reading);
        roster.people.insert(id, settings);
    }
    match reading.finish() {
        Findings(findings) if findings.is_empty() => Ok(roster),
        Findings(findings) => Err(Diagnostics::new(text, findings)),
    }
}

/// The tables `[key.<name>]` by name.
fn tables<'a>(
    root: &mut Section<'a>,
    (key, what): (&'static str, &str),
    most: usize,
    reading: &mut Reading<'a>,
) -> Vec<(String, Section<'a>)> {
    let Some(section) = root.section(key, what, reading) else { return Vec::new() };
    let mut entries = section.entries();
    reading.at_most(&mut entries, most, "of them", section.span.clone());
    let named = entries.into_iter().filter_map(|entry| {
        let name = reading.name(&entry.key);
        Some((name, reading.section(&entry, &format!("[{key}.{}]", entry.key.value))?))
    });
    named.collect()
}

fn team<'a>(mut section: Section<'a>, reading: &mut Reading<'a>) -> Vec<Member> {
    let members = section.needed("members", "[\"ana\", \"ben\"]", reading);
    let weights = section.entry("weights");
    section.finish(reading);
    let mut texts = members.and_then(|entry| reading.texts(&entry, false)).unwrap_or_default();
    let span = texts.last().map_or(0..0, |text| text.span.clone());
    reading.at_most(&mut texts, ENTRIES_MAX, "people of a team", span);
    let mut members: Vec<Member> = Vec::new();
    for text in &texts {
        let person = reading.name(text);
        if members.iter().any(|member| member.person == person) {
            let message = format!("`{person}` is in the team twice");
            let help = "remove one; to give somebody more leads, write `weights`";
            reading.add(text.span.clone(), ProblemCode::Duplicate, message, help);
            continue;
        }
        members.push(Member { person, weight: 1 });
    }
    if let Some(entry) = weights
        && let Some(section) = reading.section(&entry, "weights")
    {
        for entry in section.entries() {
            weigh(&entry, &mut members, reading);
        }
    }
    members
}

fn weigh<'a>(entry: &Entry<'a>, members: &mut [Member], reading: &mut Reading<'a>) {
    let weight = whole(entry, 1, Member::WEIGHT_MAX, reading);
    let name = entry.key.value;
    let names: Vec<String> = members.iter().map(|member| member.person.clone()).collect();
    match members.iter_mut().find(|member| member.person == name) {
        Some(member) => member.weight = weight.unwrap_or(1),
        None => {
            let help = did_you_mean(name, names.iter().map(String::as_str), "member");
            let message = format!("`{name}` is not in the team");
            reading.add(entry.key.span.clone(), ProblemCode::UnknownName, message, help);
        }
    }
}

fn person<'a>(mut section: Section<'a>, reading: &mut Reading<'a>) -> PersonSettings {
    let capacity = section.entry("capacity");
    let mut absent = section.sections("absent", "[[person.<id>.absent]]", reading);
    let span = section.span.clone();
    section.finish(reading);
    reading.at_most(&mut absent, ENTRIES_MAX, "absences", span);
    let mut absences: Vec<_> =
        absent.into_iter().filter_map(|section| absence(section, reading)).collect();
    absences.sort_unstable();
    PersonSettings {
        capacity: capacity.and_then(|entry| whole(&entry, 0, 1_000_000, reading)),
        absences,
    }
}

fn absence<'a>(mut section: Section<'a>, reading: &mut Reading<'a>) -> Option<Absence> {
    let from = section.needed("from", "2027-07-01", reading);
    let to = section.needed("to", "2027-07-14", reading);
    let span = section.span.clone();
    section.finish(reading);
    let (from, to) = (date(&from?, reading), date(&to?, reading));
    let (from, to) = (from?, to?);
    if from > to {
        let message = format!("the absence ends on {to}, before it begins on {from}");
        let help = "write the first day as `from` and the last as `to`: both are included";
        reading.add(span, ProblemCode::Inconsistent, message, help);
    }
    Some(Absence { from, to })
}

/// A date, as TOML writes it or as a text.
pub(super) fn date<'a>(entry: &Entry<'a>, reading: &mut Reading<'a>) -> Option<Date> {
    let text = match (entry.item.as_datetime(), entry.item.as_str()) {
        (Some(date), _) => date.to_string(),
        (None, Some(text)) => text.to_owned(),
        (None, None) => {
            reading.wrong_type(entry, "a date", "2027-07-01");
            return None;
        }
    };
    let is_date = |date: &Date| date.to_string() == text;
    let date = text.parse::<Date>().ok().filter(is_date);
    if date.is_none() {
        let text = Text { value: entry.key.value, span: entry.span.clone() };
        let message = format!("`{}` is not a date", text.value);
        let help = "write a day, such as `2027-07-01`";
        reading.add(text.span, ProblemCode::Malformed, message, help);
    }
    date
}

/// A whole number within bounds, both included.
fn whole<'a>(entry: &Entry<'a>, least: u32, most: u32, reading: &mut Reading<'a>) -> Option<u32> {
    let number = reading.number(entry, f64::from(least), f64::from(most))?;
    if number.fract() != 0.0 {
        let message = format!("`{}` is {number}", entry.key.value);
        reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, "write a whole number");
        return None;
    }
    Some(number as u32)
}
