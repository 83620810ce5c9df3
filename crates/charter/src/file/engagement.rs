//! `[engagement]`: points for what they do.

use super::reading::Reading;
use super::schema::quote_the_name;
use super::section::{Entry, Section};
use super::{CLAUSES_MAX, text::Text};
use crate::diagnostic::ProblemCode;
use crate::duration;
use crate::language::selector;
use crate::model::{Cap, Engagement, PointsClause};
use facts::{Schema, Seconds};

const POINTS_MAX: f64 = 1000.0;
const EXAMPLE: &str = "{ points = 3, at_most = 12, per = \"7d\" }";

/// No points, and a half-life of 30 days, where nothing is written.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    schema: &Schema,
    reading: &mut Reading<'a>,
) -> Engagement {
    let mut engagement = Engagement { half_life: Seconds::days(30), points: Vec::new() };
    let Some(mut section) = root.section("engagement", "[engagement]", reading) else {
        return engagement;
    };
    if let Some(text) = section.text("half_life", reading) {
        let half_life = reading.parsed(&text, "a length of time", duration::seconds);
        engagement.half_life = half_life.unwrap_or(engagement.half_life);
    }
    let points = section.section("points", "[engagement.points]", reading);
    section.finish(reading);
    if let Some(points) = points {
        let mut entries = points.entries();
        reading.at_most(&mut entries, CLAUSES_MAX, "engagement clauses", points.span.clone());
        engagement.points =
            entries.iter().filter_map(|entry| clause(entry, schema, reading)).collect();
        shadowed(&entries, &engagement.points, schema, reading);
    }
    engagement
}

fn clause<'a>(
    entry: &Entry<'a>,
    schema: &Schema,
    reading: &mut Reading<'a>,
) -> Option<PointsClause> {
    let is_amount = |key: &str| matches!(key, "points" | "at_most" | "per");
    let table = entry.item.as_table_like();
    if table.is_some_and(|table| table.is_dotted() && !table.iter().any(|(key, _)| is_amount(key)))
    {
        quote_the_name(entry, "10", reading);
        return None;
    }
    let selector = match selector(entry.key.value, schema) {
        Ok(selector) => Some(selector),
        Err((message, help)) => {
            reading.add(entry.key.span.clone(), ProblemCode::UnknownName, message, help);
            None
        }
    };
    if table.is_none() {
        if entry.item.as_float().is_none() && entry.item.as_integer().is_none() {
            let key = entry.key.value;
            let help = format!("write `\"{key}\" = 10` or `\"{key}\" = {EXAMPLE}`");
            let message = format!("`{key}` needs points");
            reading.add(entry.span.clone(), ProblemCode::WrongType, message, help);
            return None;
        }
        let points = reading.number(entry, -POINTS_MAX, POINTS_MAX)?;
        return Some(PointsClause { selector: selector?, points, cap: None });
    }
    let mut section = reading.section(entry, &format!("\"{}\"", entry.key.value))?;
    let points = section.needed("points", "3", reading);
    let at_most = section.entry("at_most");
    let per = section.text("per", reading);
    let span = section.span.clone();
    section.finish(reading);
    let points = points.and_then(|entry| reading.number(&entry, -POINTS_MAX, POINTS_MAX))?;
    let cap = match (at_most, per) {
        (None, None) => None,
        (Some(at_most), Some(per)) => Some(cap(points, &at_most, &per, reading)?),
        _ => {
            let message = "`at_most` and `per` belong together";
            let help = format!("write {EXAMPLE}, or the points alone");
            reading.add(span, ProblemCode::MissingKey, message, help);
            None
        }
    };
    Some(PointsClause { selector: selector?, points, cap })
}

fn cap<'a>(
    points: f64,
    at_most: &Entry<'a>,
    per: &Text<'a>,
    reading: &mut Reading<'a>,
) -> Option<Cap> {
    let per = reading.parsed(per, "a length of time", duration::seconds);
    let most = POINTS_MAX * f64::from(Cap::TIMES_MAX);
    let total = reading.number(at_most, -most, most)?;
    let times = total / points;
    // 0.3 is three times 0.1 though the quotient is not quite 3.
    let whole = libm::round(times);
    let exact = whole >= 1.0 && (times - whole).abs() < 1e-9;
    if exact && whole <= f64::from(Cap::TIMES_MAX) {
        return per.map(|per| Cap { times: whole as u8, per });
    }
    let message = format!("at most {total} points are no whole number of times {points} points");
    let help = if exact {
        format!("points may count at most {} times: lower `at_most`", Cap::TIMES_MAX)
    } else {
        format!("`at_most` is in points: write a multiple, such as `at_most = {}`", points * 4.0)
    };
    reading.add(at_most.span.clone(), ProblemCode::OutOfBounds, message, help);
    None
}

/// The first clause that matches counts: says which clauses never count because of those before.
fn shadowed<'a>(
    entries: &[Entry<'a>],
    clauses: &[PointsClause],
    schema: &Schema,
    reading: &mut Reading<'a>,
) {
    let names = || schema.touches.iter().chain(&schema.activities);
    for (n, clause) in clauses.iter().enumerate() {
        let taken = |name: &str| clauses[..n].iter().any(|earlier| earlier.selector.matches(name));
        let counts = names().any(|name| clause.selector.matches(name) && !taken(name));
        let entry = entries.iter().find(|entry| entry.key.value == clause.selector.as_str());
        if let (false, Some(entry)) = (counts, entry) {
            let message =
                format!("`{}` never counts: clauses above it match first", clause.selector);
            let help = "write particular names above general ones such as `email.*`";
            reading.add(entry.key.span.clone(), ProblemCode::Inconsistent, message, help);
        }
    }
}
