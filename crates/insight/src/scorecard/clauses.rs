//! A scorecard as clauses of a charter.

use super::learn::Scorecard;
use super::line::{CardLine, CardTest};
use charter::{Charter, Diagnostics, Edit, EditError, KeyPath, Next, Written, edit};
use facts::TraitType;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What was done counts once in this time.
const DONE_ONCE_PER: &str = "90d";

/// A scorecard written as clauses.
#[derive(Clone, PartialEq, Debug)]
pub struct CardClauses {
    /// The clauses alone, as a charter's file writes them.
    pub clauses: String,
    /// A whole charter's file in which they stand instead of its clauses of fit; or why they cannot
    /// be put there.
    pub charter: Result<String, EditError>,
    /// What is wrong with that charter; `None` where it can be proposed as it is.
    pub problems: Option<Box<Diagnostics>>,
    /// How the points of the table became those of the clauses.
    pub scale: Scale,
}

/// Points times a factor, and some for everybody: so that the fit of the leads learned from is as
/// high in the middle, and as far apart, as by the charter in force. What rules ask of fit then lets
/// about as many through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    /// What each point is multiplied by.
    pub factor: i32,
    /// What everybody has.
    pub everybody: i32,
}

/// Points of leads: their mean and how far they are apart (standard deviation).
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Spread {
    mean: f64,
    deviation: f64,
}

/// So many larger factors are tried until whatever rules ask for can be reached.
const FACTORS_MOST: i32 = 20;
/// The largest factor.
const FACTOR_MOST: i32 = 50;

impl Spread {
    pub(super) fn of(points: &[f64]) -> Self {
        let count = points.len().max(1) as f64;
        let mean = points.iter().sum::<f64>() / count;
        let squares: f64 = points.iter().map(|it| (it - mean) * (it - mean)).sum();
        Self { mean, deviation: (squares / count).sqrt() }
    }
}

impl Scale {
    fn new(factor: i32, new: Spread, present: Option<Spread>) -> Self {
        let everybody =
            present.map_or(0.0, |present| libm::round(present.mean - f64::from(factor) * new.mean));
        Self { factor, everybody: everybody.clamp(-500.0, 500.0) as i32 }
    }

    fn points(&self, line: &CardLine) -> i64 {
        i64::from(line.points) * i64::from(self.factor)
    }
}

impl Scorecard {
    /// The clauses, alone and in a charter's file. Who they are replaces the clauses of fit; what
    /// they did is put among the points of engagement.
    #[must_use]
    pub fn clauses(&self, text: &str, charter: &Charter) -> CardClauses {
        let (new, present) = self.spreads();
        let wanted = match present {
            Some(present) if new.deviation > 0.0 => libm::round(present.deviation / new.deviation),
            _ => 1.0,
        };
        let first = wanted.clamp(1.0, f64::from(FACTOR_MOST)) as i32;
        let scaled = |factor| {
            let scale = Scale::new(factor, new, present);
            let charter = within(&self.lines, scale, text, charter);
            let problems = charter.as_ref().ok().and_then(|text| charter::read(text).err());
            let clauses = alone(&self.lines, scale);
            CardClauses { clauses, charter, problems: problems.map(Box::new), scale }
        };
        let found = scaled(first);
        if found.problems.is_none() {
            return found;
        }
        let more = (first + 1..=first + FACTORS_MOST).map(scaled);
        more.into_iter().find(|it| it.problems.is_none()).unwrap_or(found)
    }
}

/// Everybody's points and those of each line of fit, with their rules.
fn fit(lines: &[CardLine], scale: Scale) -> impl Iterator<Item = (String, i64)> {
    let everybody = (scale.everybody != 0).then(|| ("true".to_owned(), i64::from(scale.everybody)));
    let lines = lines.iter().filter(|line| line.is_of_fit());
    everybody.into_iter().chain(lines.map(move |line| (line.rule(), scale.points(line))))
}

fn alone(lines: &[CardLine], scale: Scale) -> String {
    let mut text =
        String::from("# Learned from leads that were worked only: nobody knows of the others.\n");
    for (rule, points) in fit(lines, scale) {
        let when = toml_text(&rule);
        let _ = write!(text, "\n[[icp.fit]]\nwhen = {when}\npoints = {points}\n");
    }
    if lines.iter().any(|line| !line.is_of_fit()) {
        text.push_str("\n[engagement.points]\n");
    }
    for line in lines.iter().filter(|line| !line.is_of_fit()) {
        let (name, points) = (&line.name, scale.points(line));
        let _ = writeln!(
            text,
            "\"{name}\" = {{ points = {points}, at_most = {points}, per = \"{DONE_ONCE_PER}\" }}"
        );
    }
    text
}

fn within(
    lines: &[CardLine],
    scale: Scale,
    text: &str,
    charter: &Charter,
) -> Result<String, EditError> {
    let mut text = text.to_owned();
    let mut make = |change: &Edit| -> Result<(), EditError> {
        text = edit(&text, change)?.text;
        Ok(())
    };
    declare(lines, charter, &mut make)?;
    for (rule, points) in fit(lines, scale) {
        let keys = vec![
            ("when".to_owned(), Written::Text(rule)),
            ("points".to_owned(), Written::Whole(points)),
        ];
        make(&Edit::Add { at: KeyPath::of(["icp", "fit"]), keys, next: None })?;
    }
    // After the new ones, so that a place for them stays.
    for _ in &charter.fit {
        make(&Edit::Remove { at: KeyPath::of(["icp", "fit", "1"]) })?;
    }
    let did: Vec<_> = lines.iter().filter(|line| !line.is_of_fit()).collect();
    for line in &did {
        engage(line, scale.points(line), charter, &mut make)?;
    }
    // A general line of which every touch has its own by now would count for nothing.
    let clauses = &charter.engagement.points;
    for (place, clause) in clauses.iter().enumerate() {
        let is_taken = |name: &str| {
            did.iter().any(|line| line.name == name)
                || clauses[..place].iter().any(|it| it.selector.matches(name))
        };
        let names = || charter.schema.touches.iter().chain(&charter.schema.activities);
        let mut own = names().filter(|name| clause.selector.matches(name)).peekable();
        let is_itself = did.iter().any(|line| line.name == clause.selector.as_str());
        if !is_itself && own.peek().is_some() && own.all(|name| is_taken(name)) {
            let at = KeyPath::of(["engagement", "points", clause.selector.as_str()]);
            make(&Edit::Remove { at })?;
        }
    }
    Ok(text)
}

/// Declares traits and touches that the charter does not speak of yet.
fn declare(
    lines: &[CardLine],
    charter: &Charter,
    make: &mut impl FnMut(&Edit) -> Result<(), EditError>,
) -> Result<(), EditError> {
    let mut known = BTreeSet::new();
    for line in lines.iter().filter(|line| known.insert(&line.name)) {
        if !line.is_of_fit() {
            if !charter.schema.touches.contains(&line.name) {
                let at = KeyPath::of(["facts", "touches"]);
                let item = Written::Text(line.name.clone());
                make(&Edit::Include { at, item })?;
            }
        } else if !charter.schema.traits.contains_key(&line.name) {
            let kind = match line.test {
                CardTest::Between { .. } => TraitType::Number,
                CardTest::IsTrue => TraitType::Flag,
                CardTest::OneOf(_) | CardTest::Did => TraitType::Text,
            };
            let value = Written::Text(kind.word().to_owned());
            make(&Edit::Set { at: KeyPath::of(["traits", line.name.as_str()]), value })?;
        }
    }
    Ok(())
}

/// Gives what was done its points, above a more general line that would count first.
fn engage(
    line: &CardLine,
    points: i64,
    charter: &Charter,
    make: &mut impl FnMut(&Edit) -> Result<(), EditError>,
) -> Result<(), EditError> {
    let at = KeyPath::of(["engagement", "points", line.name.as_str()]);
    let table = vec![
        ("points".to_owned(), Written::Whole(points)),
        ("at_most".to_owned(), Written::Whole(points)),
        ("per".to_owned(), Written::Text(DONE_ONCE_PER.to_owned())),
    ];
    make(&Edit::Set { at: at.clone(), value: Written::Table(table) })?;
    let first = charter.engagement.points.iter().find(|it| it.selector.matches(&line.name));
    match first {
        Some(first) if first.selector.as_str() != line.name => {
            make(&Edit::Move { at, next: Next::Before(first.selector.as_str().to_owned()) })
        }
        _ => Ok(()),
    }
}

/// A text as TOML writes it.
fn toml_text(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                written.push('\\');
                written.push(c);
            }
            c if c.is_control() => {
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}
