//! Finding the pairs.

use super::blocks::Blocks;
use super::estimate::estimate;
use super::frequency::Frequency;
use super::levels::{DIFFERENT, Level};
use super::model::{Model, ModelError};
use super::parallel;
use super::records::Records;
use super::weights::{Grading, Weights, grade, level, probability};

/// From which probability on a pair is what.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Thresholds {
    /// From here on a pair is of one person without asking, if at least two fields agree.
    pub certain: f64,
    /// From here on somebody should look.
    pub review: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { certain: 0.99, review: 0.5 }
    }
}

/// What to do with a pair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// Two people.
    No,
    /// Perhaps one: somebody should look.
    Review,
    /// One person.
    Certain,
}

/// Two records that may be of one person.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    /// The first record, by its place.
    pub a: u32,
    /// The second record, of a later place.
    pub b: u32,
    /// How probable it is that both are of one person.
    pub probability: f64,
    /// What to do.
    pub verdict: Verdict,
    /// To what level they agree in each field.
    pub levels: Vec<Level>,
    /// What each field says, in bits: for one person above 0, against it below.
    pub bits: Vec<f64>,
}

/// What was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// The pairs to review and the certain ones, by their records.
    pub pairs: Vec<Pair>,
    /// How many pairs were compared.
    pub compared: u64,
    /// How many blocks held more than can be compared pair by pair.
    pub blocks_cut: u64,
    /// How many pairs of one person the model expects among those compared.
    pub expected: f64,
    /// What each agreement says.
    pub weights: Weights,
}

/// Finds the pairs of records that may be of one person.
///
/// # Errors
/// When the records have other fields than the model.
pub fn duplicates(
    model: &Model,
    records: &Records,
    thresholds: Thresholds,
    threads: usize,
) -> Result<Found, ModelError> {
    model.check(records)?;
    let by_frequency: Vec<bool> = model.fields.iter().map(|field| field.by_frequency).collect();
    let frequencies = Frequency::count(records, &by_frequency, threads);
    let blocks = Blocks::new(model, records, threads);
    let grading = Grading { model, records, frequencies: &frequencies };
    let (weights, expected) = estimate(&grading, &blocks, threads);
    let finding = Finding { grading: &grading, blocks: &blocks, weights: &weights, thresholds };
    let (mut pairs, mut compared) = (Vec::new(), 0);
    for pass in 0..model.passes.len() {
        let chunks = blocks.chunks(pass);
        for (found, count) in
            parallel::each(chunks.len(), threads, |chunk| finding.chunk(pass, &chunks[chunk]))
        {
            pairs.extend(found);
            compared += count;
        }
    }
    pairs.sort_unstable_by_key(|pair: &Pair| (pair.a, pair.b));
    Ok(Found { pairs, compared, blocks_cut: blocks.blocks_cut, expected, weights })
}

struct Finding<'a> {
    grading: &'a Grading<'a>,
    blocks: &'a Blocks,
    weights: &'a Weights,
    thresholds: Thresholds,
}

impl Finding<'_> {
    fn chunk(&self, pass: usize, range: &std::ops::Range<usize>) -> (Vec<Pair>, u64) {
        let (mut pairs, mut compared) = (Vec::new(), 0);
        self.blocks.pairs(
            pass,
            range.clone(),
            |_| true,
            |a, b| {
                if self.blocks.is_compared_before(pass, a, b) {
                    return;
                }
                compared += 1;
                let pattern = self.grading.pattern(a, b);
                let probability = probability(self.weights.of(pattern));
                if probability >= self.thresholds.review.min(self.thresholds.certain) {
                    pairs.push(self.pair(a, b, probability, pattern));
                }
            },
        );
        (pairs, compared)
    }

    fn pair(&self, a: usize, b: usize, probability: f64, pattern: u64) -> Pair {
        let fields = || self.grading.model.fields.iter().enumerate();
        let levels: Vec<Level> = fields()
            .map(|(field, compared)| level(compared.likeness.same(), grade(pattern, field)))
            .collect();
        let bits = fields()
            .map(|(field, _)| self.weights.bits[field][usize::from(grade(pattern, field))])
            .collect();
        let agreeing = levels.iter().filter(|level| **level > DIFFERENT).count();
        let verdict = match probability >= self.thresholds.certain && agreeing >= 2 {
            true => Verdict::Certain,
            false => Verdict::Review,
        };
        Pair { a: a as u32, b: b as u32, probability, verdict, levels, bits }
    }
}
