//! Facts whose dates contradict the order in which they should have happened.

use super::ImportError;
use super::note::{ImportNote, NoteCode, Tally};
use super::report::ImportReport;
use connect::{ExpectedOrder, FactPattern, Mapping};
use facts::{Instant, Precision, Selector, SubjectId, Value, Vocabulary};
use jiff::tz::TimeZone;
use store::View;
use timeline::{Known, OwnedStory, Row, assemble};

/// Checks the stories of the leads that an import is about.
pub(super) fn check(
    view: View<'_>,
    vocabulary: &Vocabulary,
    mapping: &Mapping,
    leads: Vec<SubjectId>,
    report: &mut ImportReport,
) -> Result<(), ImportError> {
    let expected: Vec<_> =
        mapping.expect_order.iter().map(|order| (order, patterns(order))).collect();
    if expected.is_empty() {
        return Ok(());
    }
    let mut tallies = vec![Tally::default(); expected.len()];
    let mut gathered = Vec::new();
    for lead in leads {
        gathered.clear();
        view.facts_of_lead(lead, &mut gathered)?;
        let story = assemble(lead, &gathered, vocabulary, Known::Everything);
        for ((_, patterns), tally) in expected.iter().zip(&mut tallies) {
            let firsts: Vec<_> =
                patterns.iter().filter_map(|p| first(&story, p, vocabulary)).collect();
            let contradicts = |pair: &[Row]| ends(&pair[1], mapping.zone()) <= pair[0].at;
            if let Some(pair) = firsts.windows(2).find(|pair| contradicts(pair)) {
                let name = name(view, lead)?;
                tally.add(|| describe(&name, pair, mapping.zone()));
            }
        }
    }
    for ((order, _), tally) in expected.iter().zip(tallies) {
        if tally.count > 0 {
            let leads = if tally.count == 1 { "lead contradicts" } else { "leads contradict" };
            let text = format!(
                "{} {leads} the expected order ({}): {tally}",
                tally.count, order.contradiction
            );
            let (code, count) = (NoteCode::OrderContradicted, tally.count);
            report.notes.push(ImportNote { code, file: None, count, text });
        }
    }
    Ok(())
}

type Pattern<'a> = (&'a FactPattern, Option<Selector>);

fn patterns(order: &ExpectedOrder) -> Vec<Pattern<'_>> {
    order.facts.iter().map(|fact| (fact, Selector::new(&fact.name))).collect()
}

/// The first row that a pattern means.
fn first(story: &OwnedStory, pattern: &Pattern<'_>, vocabulary: &Vocabulary) -> Option<Row> {
    let (fact, selector) = pattern;
    let selector = selector.as_ref()?;
    let means = |row: &&Row| {
        let named = vocabulary.name(row.code);
        named.is_some_and(|(kind, name)| kind == fact.kind && selector.matches(name))
            && fact.value.as_ref().is_none_or(|wanted| says(row.value(), wanted, vocabulary))
    };
    story.rows.iter().find(means).copied()
}

fn says(value: Value, wanted: &str, vocabulary: &Vocabulary) -> bool {
    match value {
        Value::Text(symbol) => vocabulary.word(symbol) == wanted,
        Value::Number(number) => wanted.parse() == Ok(number),
        Value::Flag(flag) => wanted.parse() == Ok(flag),
        _ => false,
    }
}

/// The first instant at which something dated so precisely is certainly over.
fn ends(row: &Row, zone: &TimeZone) -> Instant {
    match row.flags.precision() {
        Precision::Instant => Instant(row.at.0 + 1),
        Precision::Minute => Instant(row.at.0 + 60 * Instant::PER_SECOND),
        Precision::Day => {
            let local = row.at.to_timestamp().to_zoned(zone.clone());
            let next = local.date().tomorrow().ok().and_then(|day| day.to_zoned(zone.clone()).ok());
            next.map_or(Instant::NEVER, |next| Instant(next.timestamp().as_microsecond()))
        }
        Precision::Unknown => Instant::NEVER,
    }
}

/// What the source calls a lead.
pub(super) fn name(view: View<'_>, lead: SubjectId) -> Result<String, ImportError> {
    let names = view.identifiers_of(lead)?;
    let name = names.first().map(|name| format!("{} {}", name.namespace, name.value));
    Ok(name.unwrap_or_else(|| lead.to_string()))
}

/// `olist.mql b91c… (2018-03-08, then 2018-03-06)`.
fn describe(name: &str, pair: &[Row], zone: &TimeZone) -> String {
    let date = |row: &Row| row.at.to_timestamp().to_zoned(zone.clone()).date();
    format!("{name} ({} before {})", date(&pair[1]), date(&pair[0]))
}
