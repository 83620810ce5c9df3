//! `[incentive]`: pay that both sides earn together.

use super::CLAUSES_MAX;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::terms::{Cycle, Goal, Incentive, PaidFor, Share, WeightedKpi};
use std::ops::Range;

/// The largest pool.
const POOL_MAX: f64 = 1e12;
/// How far a sum of shares may be from one, for rounding.
const SLACK: f64 = 1e-9;

/// What an incentive may name.
pub(super) struct Names<'n> {
    /// The goals of the firm and, in a unit, its own.
    pub(super) goals: Vec<&'n Goal>,
    /// The ids of these goals and of those that were not understood.
    pub(super) goal_ids: Vec<&'n str>,
    /// All promises, by id.
    pub(super) promises: &'n [String],
}

/// Nothing was agreed where nothing is written. The threshold is none and the cap is the pool,
/// where they are not.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    what: &str,
    names: &Names<'_>,
    reading: &mut Reading<'a>,
) -> Option<Incentive> {
    let mut section = root.section("incentive", what, reading)?;
    let period = section.needed_text("period", "\"quarter\"", reading);
    let pool = section.needed("pool", "40000", reading);
    let threshold = section.entry("threshold");
    let cap = section.entry("cap");
    let example = "{ \"goal:new-revenue-q1\" = 0.6, \"promise:first-touch\" = 0.4 }";
    let kpis = section.needed("kpis", example, reading);
    let split = section.needed("split", "{ marketing = 0.5, sales = 0.5 }", reading);
    section.finish(reading);
    let period = period.and_then(|text| reading.cycle(&text));
    let pool = pool.and_then(|entry| reading.number(&entry, 1.0, POOL_MAX));
    let threshold = threshold.map_or(Some(Share::NONE), |entry| reading.share(&entry));
    let cap = cap.map_or(Some(1.0), |entry| reading.number(&entry, 1.0, Incentive::CAP_MAX));
    let kpis = kpis.and_then(|entry| weights(&entry, example, period, names, reading));
    let to_marketing = split.and_then(|entry| split_of(&entry, reading));
    Some(Incentive {
        period: period?,
        pool: pool?,
        threshold: threshold?,
        cap: cap?,
        kpis: kpis?,
        to_marketing: to_marketing?,
    })
}

fn weights<'a>(
    entry: &Entry<'a>,
    example: &str,
    period: Option<Cycle>,
    names: &Names<'_>,
    reading: &mut Reading<'a>,
) -> Option<Vec<WeightedKpi>> {
    if !entry.item.is_table_like() {
        reading.wrong_type(entry, "a weight for each figure", example);
        return None;
    }
    let section = reading.section(entry, "kpis")?;
    let mut entries = section.entries();
    reading.at_most(&mut entries, CLAUSES_MAX, "figures", entry.span.clone());
    let mut kpis = Vec::new();
    for entry in &entries {
        let kpi = paid_for(&entry.key, period, names, reading);
        let weight = reading.share(entry);
        kpis.extend(kpi.zip(weight).map(|(kpi, weight)| WeightedKpi { kpi, weight }));
    }
    // What was not understood may be the weight that is missing.
    if kpis.len() < entries.len() {
        return None;
    }
    let weights = kpis.iter().map(|kpi| kpi.weight);
    sums_to_one(weights, "the weights", &entry.span, reading)?;
    Some(kpis)
}

fn split_of<'a>(entry: &Entry<'a>, reading: &mut Reading<'a>) -> Option<Share> {
    let example = "{ marketing = 0.5, sales = 0.5 }";
    if !entry.item.is_table_like() {
        reading.wrong_type(entry, "a part for each side", example);
        return None;
    }
    let mut section = reading.section(entry, "split")?;
    let parts = ["marketing", "sales"].map(|side| {
        let entry = section.needed(side, "0.5", reading)?;
        reading.share(&entry)
    });
    section.finish(reading);
    let [marketing, sales] = parts;
    let (marketing, sales) = (marketing?, sales?);
    sums_to_one([marketing, sales].into_iter(), "both parts", &entry.span, reading)?;
    Some(marketing)
}

/// Says when shares do not sum to one.
fn sums_to_one(
    shares: impl Iterator<Item = Share>,
    what: &str,
    span: &Range<usize>,
    reading: &mut Reading<'_>,
) -> Option<()> {
    let sum = shares.map(Share::get).fold(0.0, |sum, share| sum + share);
    if (sum - 1.0).abs() <= SLACK {
        return Some(());
    }
    let rounded = |number: f64| libm::round(number * 1e6) / 1e6;
    let (verb, missing) = if sum < 1.0 { ("add", 1.0 - sum) } else { ("take away", sum - 1.0) };
    let message = format!("{what} sum to {}, and not to 1", rounded(sum));
    let help = format!("{verb} {} in all", rounded(missing));
    reading.add(span.clone(), ProblemCode::Inconsistent, message, help);
    None
}

fn paid_for<'a>(
    text: &Text<'a>,
    period: Option<Cycle>,
    names: &Names<'_>,
    reading: &mut Reading<'a>,
) -> Option<PaidFor> {
    let unknown = |what: &str, id: &str, known: Vec<&str>, reading: &mut Reading<'a>| {
        let message = format!("no {what} is called `{id}`");
        let help = did_you_mean(id, known, what);
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
    };
    if let Some(id) = text.value.strip_prefix("goal:") {
        if !names.goal_ids.contains(&id) {
            unknown("goal", id, names.goal_ids.clone(), reading);
        }
        let goal = names.goals.iter().find(|goal| goal.id == id)?;
        if let Some(paid) = period.filter(|paid| *paid != goal.period.cycle()) {
            let runs = goal.period.cycle().word();
            let message = format!("`{id}` runs for a {runs}, and is paid by the {}", paid.word());
            let help = format!("name a goal for one {}, or pay by the {runs}", paid.word());
            reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
            return None;
        }
        return Some(PaidFor::Goal(id.to_owned()));
    }
    if let Some(id) = text.value.strip_prefix("promise:") {
        if names.promises.iter().any(|promise| promise == id) {
            return Some(PaidFor::Promise(id.to_owned()));
        }
        let known = names.promises.iter().map(String::as_str).collect();
        unknown("promise", id, known, reading);
        return None;
    }
    reading.parsed(text, "a figure that is paid for", |_| {
        Err("write `\"goal:<id>\"` or `\"promise:<id>\"`, in quotes".to_owned())
    })
}
