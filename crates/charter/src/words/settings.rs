//! What the charter says beside its clauses: hours, half-life, temperatures, reasons.

use super::clause::moves;
use super::join::list;
use super::measure::{clock, number, span};
use super::traits_in_words::readable;
use crate::model::{CalendarTerms, Charter, Verdict, VerdictTerms};
use facts::Schema;

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What a charter says beside its clauses, each as a name and a sentence: `calendar` (or
/// `calendar.<id>` for each of several), `currency`,
/// `engagement.half_life`, `temperature`, `names`, `verdict.<word>.reasons` and `moves.<stage>`.
#[must_use]
pub fn settings_in_words(charter: &Charter) -> Vec<(String, String)> {
    let mut said: Vec<_> = charter.calendars.iter().map(|it| calendar(it, charter)).collect();
    said.push(("currency".to_owned(), format!("Amounts are in {}.", charter.currency)));
    if !charter.engagement.points.is_empty() {
        let half = span(charter.engagement.half_life);
        let text = format!("Points of engagement are worth half after {half}.");
        said.push(("engagement.half_life".to_owned(), text));
        let (hot, warm) = (number(charter.temperature.hot), number(charter.temperature.warm));
        let text = format!(
            "A lead is hot from an engagement of {hot} on, warm from {warm} on, and cold below."
        );
        said.push(("temperature".to_owned(), text));
    }
    said.extend(own_names(charter));
    said.extend(charter.verdicts.iter().filter_map(reasons));
    said.extend(
        charter
            .moves_to
            .iter()
            .map(|(gone, to)| (format!("moves.{gone}"), moves(gone, *to, charter))),
    );
    said
}

/// The names that the charter adds to the standard ones.
fn own_names(charter: &Charter) -> Option<(String, String)> {
    let standard = Schema::default();
    let traits = charter.schema.traits.iter();
    let traits = traits.filter(|(name, _)| !standard.traits.contains_key(*name));
    let traits = traits.map(|(name, kind)| format!("the {} {name}", kind.word()));
    let facts = |own: &[String], known: &[String], what: &str| {
        let own = own.iter().filter(|name| !known.contains(name));
        own.map(|name| format!("the {what} {name}")).collect::<Vec<_>>()
    };
    let touches = facts(&charter.schema.touches, &standard.touches, "touch");
    let activities = facts(&charter.schema.activities, &standard.activities, "activity");
    let names: Vec<String> = traits.chain(touches).chain(activities).collect();
    let text = format!("This charter has names of its own: {}.", list(names.clone(), "and"));
    (!names.is_empty()).then(|| ("names".to_owned(), text))
}

fn reasons(terms: &VerdictTerms) -> Option<(String, String)> {
    let given: Vec<_> = terms.reasons.iter().map(|(reason, _)| readable(reason)).collect();
    let does = match terms.verdict {
        Verdict::Accepted => "accept a lead",
        Verdict::Rejected => "reject a lead",
        Verdict::Recycled => "send a lead back for later",
        Verdict::Disqualified => "rule a lead out for good",
    };
    let name = format!("verdict.{}.reasons", terms.verdict.word());
    let text = format!("Reasons to {does}: {}.", list(given, "or"));
    (!terms.reasons.is_empty()).then_some((name, text))
}

/// `Business is open Monday to Friday from 09:00 to 18:00, in the time of Europe/Berlin.`
fn calendar(terms: &CalendarTerms, charter: &Charter) -> (String, String) {
    let days = &terms.hours.days;
    let mut open = Vec::new();
    let mut first = 0;
    while first < days.len() {
        let alike = days[first..].iter().take_while(|spans| **spans == days[first]).count();
        let last = first + alike - 1;
        if !days[first].is_empty() {
            let name = match alike {
                1 => DAYS[first].to_owned(),
                _ => format!("{} to {}", DAYS[first], DAYS[last]),
            };
            let spans = days[first].iter();
            let spans = spans.map(|it| format!("from {} to {}", clock(it.from), clock(it.to)));
            open.push(format!("{name} {}", list(spans.collect(), "and")));
        }
        first += alike;
    }
    let zone = terms.timezone.as_ref().unwrap_or(&charter.timezone);
    let holidays = if terms.keeps_holidays { "" } else { ", on holidays too" };
    let open = format!("open {}, in the time of {zone}{holidays}.", list(open, "and"));
    match charter.calendars.as_slice() {
        [_] => ("calendar".to_owned(), format!("Business is {open}")),
        _ => {
            let id = &terms.id;
            let name = readable(id);
            let text = format!("By the hours of \u{201c}{name}\u{201d}, business is {open}");
            (format!("calendar.{id}"), text)
        }
    }
}
