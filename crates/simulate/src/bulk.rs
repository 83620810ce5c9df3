//! Stories in bulk: plausible, not a company; for benchmarks and properties.

mod lexicon;
mod sales;
mod story;

use crate::SimulateError;
use crate::rng::Rng;
use facts::{Instant, SubjectId, Vocabulary};
use lexicon::Lexicon;
use story::{Draft, Period};
use timeline::{Story, Timelines};

/// The most leads that are made at once.
pub const LEADS_MAX: usize = 10_000_000;
/// The highest mean number of facts per lead.
pub const FACTS_PER_LEAD_MEAN_MAX: f64 = 500.0;

/// The streams of random numbers under one seed.
const IDS: u64 = 0xb1d5;
const STORIES: u64 = 0x5704;

/// So many stories with facts from `from` until before `until`, in the order that a fold reads.
///
/// About 70 % of the facts are touches, 20 % traits and links to accounts, 10 % sales' work on a
/// quarter of the leads. Facts per lead are log-normal: with a mean of 20 half of the leads have
/// fewer than 13 and two in a hundred more than 100. A lead's touches thin out with time.
/// Words are those of the standard schema, verdicts and reasons those of the ready charters; every
/// code is in the vocabulary afterwards, so compile a charter against it then.
/// A story depends on the seed, its index, the mean and the period, not on how many others are
/// made. Takes a few seconds and 750 MB for a million leads of twenty facts, optimised.
///
/// # Errors
/// When there are more than [`LEADS_MAX`] leads, the mean is not from 1 to
/// [`FACTS_PER_LEAD_MEAN_MAX`], the period is empty or outside 1990 to 2099, or the vocabulary is
/// full.
pub fn bulk(
    seed: u64,
    leads: usize,
    facts_per_lead_mean: f64,
    from: Instant,
    until: Instant,
    vocabulary: &mut Vocabulary,
) -> Result<Timelines, SimulateError> {
    if leads > LEADS_MAX {
        return Err(SimulateError::TooManyLeads { asked: leads, most: LEADS_MAX });
    }
    if !(1.0..=FACTS_PER_LEAD_MEAN_MAX).contains(&facts_per_lead_mean) {
        return Err(SimulateError::FactsPerLead(facts_per_lead_mean));
    }
    if from < Instant::EARLIEST || until > Instant::LATEST || from >= until {
        return Err(SimulateError::Period);
    }
    let lexicon = Lexicon::new(vocabulary)?;
    let period = Period { from, until };
    let room = (leads as f64 * facts_per_lead_mean * 1.02) as usize;
    let mut timelines = Timelines::with_capacity(leads, room);
    let mut draft = Draft::default();
    for index in 0..leads as u64 {
        let mut rng = Rng::of(seed ^ STORIES, index);
        draft.write(&mut rng, &lexicon, facts_per_lead_mean, period);
        let lead = SubjectId(crate::rng::name(seed ^ IDS, index));
        timelines.push(Story { lead, rows: draft.rows(), keys: draft.keys() });
    }
    Ok(timelines)
}
