//! Which persona a lead is, of which business unit, and how its pass began.

use crate::scores::Traits;
use charter::{Charter, Rule};
use facts::{Instant, Symbol, Vocabulary};
use lifecycle::{Decision, Reign, What};
use timeline::{Row, Story};

/// What the charter makes of a lead apart from where it is: ids of its clauses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Belonging {
    /// The first persona whose rule holds.
    pub persona: Option<String>,
    /// The first business unit whose rule holds.
    pub unit: Option<String>,
    /// The motion of the current pass, or of the last one.
    pub motion: Option<String>,
    /// The pipeline of that pass.
    pub pipeline: Option<String>,
}

/// What the charter in force at an instant makes of a lead, by what is known of it then.
/// `decisions` are those that stand, in order of time.
#[must_use]
pub fn belonging(
    reign: &Reign,
    story: Story<'_>,
    decisions: &[Decision],
    vocabulary: &Vocabulary,
    at: Instant,
) -> Belonging {
    let charter = &reign.at(at).1.charter;
    let began = motions(decisions).filter(|decision| decision.at <= at).last();
    Belonging {
        persona: persona(charter, story.rows, vocabulary, at).map(ToOwned::to_owned),
        unit: unit(charter, story.rows, vocabulary, at).map(ToOwned::to_owned),
        // A pass that has no motion is not of the motion of the one before it.
        motion: began
            .filter(|began| last_pass(decisions, at) == began.pass)
            .map(|began| vocabulary.word(began.target).to_owned()),
        pipeline: began
            .filter(|began| last_pass(decisions, at) == began.pass)
            .and_then(|began| pipeline_of(reign, began, vocabulary)),
    }
}

/// The id of the first persona whose rule holds for what is known at an instant.
#[must_use]
pub fn persona<'c>(
    charter: &'c Charter,
    story: &[Row],
    vocabulary: &Vocabulary,
    at: Instant,
) -> Option<&'c str> {
    let personas = charter.personas.iter().map(|it| (it.id.as_str(), &it.when));
    first(personas, story, vocabulary, at)
}

/// The id of the first business unit whose rule holds for what is known at an instant.
#[must_use]
pub fn unit<'c>(
    charter: &'c Charter,
    story: &[Row],
    vocabulary: &Vocabulary,
    at: Instant,
) -> Option<&'c str> {
    let units = charter.units.iter().map(|it| (it.id.as_str(), &it.when));
    first(units, story, vocabulary, at)
}

fn first<'c>(
    mut rules: impl Iterator<Item = (&'c str, &'c Rule)>,
    story: &[Row],
    vocabulary: &Vocabulary,
    at: Instant,
) -> Option<&'c str> {
    let traits = Traits::at(story, vocabulary, at);
    rules.find(|(_, when)| traits.ask(when) == Some(true)).map(|(id, _)| id)
}

/// The decisions that gave passes their motion.
pub fn motions(decisions: &[Decision]) -> impl Iterator<Item = &Decision> {
    decisions.iter().filter(|decision| decision.key.what == What::MotionSet)
}

/// The pipeline of the motion that a decision gave a pass, by the charter that decided.
#[must_use]
pub fn pipeline_of(reign: &Reign, set: &Decision, vocabulary: &Vocabulary) -> Option<String> {
    let charter = &reign.program(set.terms)?.charter;
    let id = vocabulary.word(set.target);
    let motion = charter.motions.iter().find(|motion| motion.id == id)?;
    motion.pipeline.map(|index| charter.pipelines[index].id.clone())
}

fn last_pass(decisions: &[Decision], at: Instant) -> u16 {
    let so_far = decisions.iter().filter(|decision| decision.at <= at);
    so_far.map(|decision| decision.pass).max().unwrap_or(0)
}

/// The decisions of each motion's passes, the motion as a word; empty for passes without one.
#[must_use]
pub fn by_motion(decisions: &[Decision]) -> Vec<(Option<Decision>, Vec<Decision>)> {
    let mut parts: Vec<(Option<Decision>, Vec<Decision>)> = Vec::new();
    let target = |set: Option<&Decision>| set.map_or(Symbol::EMPTY, |set| set.target);
    for decision in decisions {
        let set = motions(decisions).find(|set| set.pass == decision.pass).copied();
        let same = |part: &&mut (Option<Decision>, Vec<Decision>)| {
            target(part.0.as_ref()) == target(set.as_ref())
        };
        match parts.iter_mut().find(same) {
            Some((_, part)) => part.push(*decision),
            None => parts.push((set, vec![*decision])),
        }
    }
    parts
}
