//! `[grade]`: the bounds of grades.

use super::reading::Reading;
use super::section::Section;
use crate::diagnostic::ProblemCode;
use crate::terms::GradeTerms;

const POINTS_MAX: f64 = 1e6;

/// No grades where nothing is written.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Option<GradeTerms> {
    let mut section = root.section("grade", "[grade]", reading)?;
    let fit = bounds(&mut section, "fit", ["A", "B", "C"], "{ A = 60, B = 40, C = 20 }", reading);
    let example = "{ 1 = 60, 2 = 35, 3 = 15 }";
    let engagement = bounds(&mut section, "engagement", ["1", "2", "3"], example, reading);
    section.finish(reading);
    Some(GradeTerms { fit: fit?, engagement: engagement? })
}

/// Three bounds, each less than the one before.
fn bounds<'a>(
    section: &mut Section<'a>,
    key: &'static str,
    names: [&'static str; 3],
    example: &str,
    reading: &mut Reading<'a>,
) -> Option<[f64; 3]> {
    let entry = section.needed(key, example, reading)?;
    if !entry.item.is_table_like() {
        reading.wrong_type(&entry, "a bound for each grade", example);
        return None;
    }
    let mut table = reading.section(&entry, key)?;
    let numbers = names.map(|name| {
        let entry = table.needed(name, "20", reading)?;
        reading.number(&entry, -POINTS_MAX, POINTS_MAX)
    });
    table.finish(reading);
    let [first, second, third] = numbers;
    let bounds = [first?, second?, third?];
    if bounds[0] <= bounds[1] || bounds[1] <= bounds[2] {
        let message = format!(
            "the bounds {}, {} and {} leave a grade empty",
            bounds[0], bounds[1], bounds[2]
        );
        let help = format!("let each bound be less than the one before it: `{key} = {example}`");
        reading.add(entry.span, ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(bounds)
}
