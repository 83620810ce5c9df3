//! `[icp]`: the ideal customer, in a sentence and in points.

use super::CLAUSES_MAX;
use super::reading::Reading;
use super::section::Section;
use crate::language::{Scope, Speaks, TraitsOnly};
use crate::model::FitClause;

/// The sentence and the clauses.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> (String, Vec<FitClause>) {
    let Some(mut section) = root.section("icp", "[icp]", reading) else {
        return (String::new(), Vec::new());
    };
    let sentence = section.text("reading", reading);
    let sentence = sentence.map_or_else(String::new, |text| reading.sentence(&text));
    let mut sections = section.sections("fit", "[[icp.fit]]", reading);
    reading.at_most(&mut sections, CLAUSES_MAX, "fit clauses", section.span.clone());
    section.finish(reading);
    let scope = Scope { speaks: Speaks::TraitsOnly(TraitsOnly::Fit), ..*scope };
    let clauses = sections.into_iter().enumerate();
    (sentence, clauses.map(|(n, section)| clause(n + 1, section, &scope, reading)).collect())
}

fn clause<'a>(
    ordinal: usize,
    mut section: Section<'a>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> FitClause {
    let when = section.needed_text("when", "\"account.employees >= 50\"", reading);
    let points = section.needed("points", "10", reading);
    section.finish(reading);
    let (when, text) = reading.rule_or(when.as_ref(), false, scope);
    FitClause {
        id: format!("fit.{ordinal}"),
        when,
        text,
        points: points.and_then(|entry| reading.number(&entry, -1000.0, 1000.0)).unwrap_or(0.0),
    }
}
