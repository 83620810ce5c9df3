//! `[[goal]]`: results that both sides aim at.

use super::CLAUSES_MAX;
use super::funnel::path_between;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::stage::{self, Draft};
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::model::Side;
use crate::terms::{Goal, Kpi, KpiUnit, Period};

/// The largest target.
const TARGET_MAX: f64 = 1e12;
const WORDS: [&str; 3] = ["won_amount", "won", "pipeline_amount"];

/// What goals may speak of, and the ids that are taken.
pub(super) struct Names<'n, 'a> {
    pub(super) stages: &'n [Draft<'a>],
    /// Promises with a clock, by id.
    pub(super) promises: &'n [String],
}

/// The goals of a file.
#[derive(Default)]
pub(super) struct Goals {
    /// Those that were understood, in the order of the file.
    pub(super) goals: Vec<Goal>,
    /// The ids of all.
    pub(super) ids: Vec<String>,
}

/// The goals, where `what` is `[[goal]]`, and `taken` are the ids of other goals.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    what: &str,
    names: &Names<'_, 'a>,
    taken: &[String],
    reading: &mut Reading<'a>,
) -> Goals {
    let mut sections = root.sections("goal", what, reading);
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, CLAUSES_MAX, "goals", span);
    let mut goals = Goals::default();
    for section in sections {
        let taken: Vec<&str> = taken.iter().chain(&goals.ids).map(String::as_str).collect();
        let (id, goal) = goal(section, names, &taken, reading);
        goals.ids.extend(id);
        goals.goals.extend(goal);
    }
    goals
}

/// A goal, and its id even if the rest was not understood.
fn goal<'a>(
    mut section: Section<'a>,
    names: &Names<'_, 'a>,
    taken: &[&str],
    reading: &mut Reading<'a>,
) -> (Option<String>, Option<Goal>) {
    let id = section.needed_text("id", "\"new-revenue-q1\"", reading);
    let kpi = section.needed_text("kpi", "\"won_amount\"", reading);
    let target = section.needed("target", "900000", reading);
    let period = section.needed_text("period", "\"2027-Q1\"", reading);
    let sides = section.needed("sides", "[\"marketing\", \"sales\"]", reading);
    section.finish(reading);
    let id = id.and_then(|text| reading.id(&text, "goal", taken));
    let kpi = kpi.and_then(|text| read_kpi(&text, names, reading));
    let period = period.and_then(|text| {
        reading.parsed(&text, "a period", |text| {
            Period::parse(text).ok_or_else(|| {
                "write a quarter `2027-Q1`, a month `2027-03` or a year `2027` between 1990 and \
                 2199"
                    .to_owned()
            })
        })
    });
    let sides = sides.and_then(|entry| read_sides(&entry, reading));
    let target =
        target.zip(kpi.as_ref()).and_then(|(entry, kpi)| read_target(&entry, kpi, reading));
    let goal = || {
        Some(Goal { id: id.clone()?, kpi: kpi?, target: target?, period: period?, sides: sides? })
    };
    let goal = goal();
    (id, goal)
}

fn read_target<'a>(entry: &Entry<'a>, kpi: &Kpi, reading: &mut Reading<'a>) -> Option<f64> {
    match kpi.unit() {
        KpiUnit::Share => {
            let share = reading.share(entry)?.get();
            above_nothing(share, entry, reading)
        }
        KpiUnit::Money | KpiUnit::Count => {
            let target = reading.number(entry, 0.0, TARGET_MAX)?;
            if kpi.unit() == KpiUnit::Count && libm::trunc(target) != target {
                let message = format!("`target` is {target}, and things are counted whole");
                let help = "write a whole number, such as `target = 120`";
                reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
                return None;
            }
            above_nothing(target, entry, reading)
        }
    }
}

fn above_nothing<'a>(target: f64, entry: &Entry<'a>, reading: &mut Reading<'a>) -> Option<f64> {
    if target > 0.0 {
        return Some(target);
    }
    let message = "a goal of nothing is reached before anybody begins";
    let help = "write a number above 0";
    reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
    None
}

fn read_sides<'a>(entry: &Entry<'a>, reading: &mut Reading<'a>) -> Option<Vec<Side>> {
    let texts = reading.texts(entry, true)?;
    if texts.is_empty() {
        let help = "write `sides = [\"marketing\", \"sales\"]`";
        let message = "nobody answers for this goal";
        reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
    }
    let mut sides = Vec::new();
    for text in &texts {
        let Some(side) = stage::read_side(text, reading) else { continue };
        if sides.contains(&side) {
            let message = format!("`{}` is named twice", text.value);
            reading.add(text.span.clone(), ProblemCode::Duplicate, message, "name it once");
        }
        sides.push(side);
    }
    (!sides.is_empty()).then_some(sides)
}

fn read_kpi<'a>(text: &Text<'a>, names: &Names<'_, 'a>, reading: &mut Reading<'a>) -> Option<Kpi> {
    match text.value {
        "won_amount" => return Some(Kpi::WonAmount),
        "won" => return Some(Kpi::Won),
        "pipeline_amount" => return Some(Kpi::PipelineAmount),
        value if value.contains("->") => {
            let (from, to) = path_between(text, names.stages, reading)?;
            return Some(Kpi::Reached { from, to });
        }
        value if value.starts_with("stage:") => {
            return stage::find_reference(text, names.stages, reading).map(Kpi::Entered);
        }
        _ => {}
    }
    if let Some(id) = text.value.strip_prefix("promise:") {
        if names.promises.iter().any(|promise| promise == id) {
            return Some(Kpi::Kept(id.to_owned()));
        }
        let help = did_you_mean(id, names.promises.iter().map(String::as_str), "promise");
        let message = format!("no promise with a clock is called `{id}`");
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
        return None;
    }
    reading.parsed(text, "a figure", |word| {
        let guess = did_you_mean(word, WORDS, "figure");
        Err(match guess.starts_with("did") {
            true => guess,
            false => format!(
                "{guess}, or `stage:<id>` for how many enter it, `mql -> sal` for a rate, \
                 `promise:<id>` for how often it is kept"
            ),
        })
    })
}
