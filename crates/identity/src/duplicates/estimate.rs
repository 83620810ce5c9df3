//! The probabilities, from the records themselves.

use super::blocks::Blocks;
use super::frequency::{Frequency, pairs};
use super::hash;
use super::levels::DIFFERENT;
use super::parallel;
use super::weights::{
    GRADES, Grading, Pattern, Table, Weights, drawn, grade, numbered, probability, step, tally,
};

/// So many pairs are drawn at random, or all where there are no more, to see how often two
/// different people agree.
const RANDOM_PAIRS: u64 = 1 << 18;
/// At most about so many pairs of each pass are looked at to learn from.
const SAMPLE_PAIRS: u64 = 1 << 18;
/// How often expectation and maximisation are repeated at most.
const ITERATIONS_MAX: usize = 60;
/// They are repeated until no probability changes by more.
const SETTLED: f64 = 1e-5;
/// How often learning from the passes and counting are repeated.
const ROUNDS: usize = 3;
/// What we expect before seeing anything weighs as much as so many pairs, so that few records do
/// not mislead.
const EXPECTED_WEIGHT: f64 = 20.0;
/// Of those pairs that agree in a value, at least this share is taken to be of two people.
const CHANCE_SHARE_MIN: f64 = 0.01;
/// And at least so many pairs.
const CHANCE_PAIRS_MIN: f64 = 0.25;
/// What two records of one person are expected to be: different, the same; the rest is between.
const EXPECTED_DIFFERENT: f64 = 0.05;
const EXPECTED_SAME: f64 = 0.85;

/// Pairs of a pass to learn from.
struct Sample {
    patterns: Vec<(Pattern, u64)>,
    /// Those that no pass before compares.
    fresh: Vec<(Pattern, u64)>,
    /// Each stands for so many.
    weight: f64,
}

/// What is learned.
struct Learned<'a> {
    grading: &'a Grading<'a>,
    /// What is expected before seeing anything.
    expected: Table,
    /// The probability of each grade among pairs of one person.
    m: Table,
    /// And among pairs of two people.
    u: Table,
    /// The same, as pairs drawn at random show it.
    random: Table,
    prior: f64,
}

/// The weights of a model over records, and how many duplicates are expected among them.
pub(super) fn estimate(grading: &Grading<'_>, blocks: &Blocks, threads: usize) -> (Weights, f64) {
    let passes = grading.model.passes.len();
    let samples: Vec<Sample> =
        (0..passes).map(|pass| sample(grading, blocks, pass, threads)).collect();
    let expected = expected(grading);
    let random = chance(grading, threads);
    let (m, u) = (expected.clone(), random.clone());
    let mut learned = Learned { grading, m, expected, u, random, prior: 0.0 };
    let mut matches = learned.count_matches(&samples);
    for _ in 0..ROUNDS {
        learned.learn(&samples);
        matches = learned.count_matches(&samples);
        correct_chance(grading, &mut learned.u, Some((matches, &learned.m)));
    }
    (Weights::new(&learned.m, &learned.u, learned.prior), matches)
}

fn sample(grading: &Grading<'_>, blocks: &Blocks, pass: usize, threads: usize) -> Sample {
    let one_of = (blocks.pairs_of(pass) / SAMPLE_PAIRS).max(1);
    let takes = |key: u64| hash::stir(key).is_multiple_of(one_of);
    let chunks = blocks.chunks(pass);
    let seen = parallel::each(chunks.len(), threads, |chunk| {
        let (mut patterns, mut fresh) = (Vec::new(), Vec::new());
        blocks.pairs(pass, chunks[chunk].clone(), takes, |a, b| {
            let pattern = grading.pattern(a, b);
            patterns.push(pattern);
            if !blocks.is_compared_before(pass, a, b) {
                fresh.push(pattern);
            }
        });
        (patterns, fresh)
    });
    let (patterns, fresh): (Vec<_>, Vec<_>) = seen.into_iter().unzip();
    Sample {
        patterns: tally(patterns.concat()),
        fresh: tally(fresh.concat()),
        weight: one_of as f64,
    }
}

/// What pairs of one person are expected to be before any is seen.
fn expected(grading: &Grading<'_>) -> Table {
    let of_field = |(field, frequency): (usize, &Frequency)| {
        let compared = &grading.model.fields[field];
        let same = usize::from(compared.likeness.same());
        let mut m = [0.0; GRADES];
        m[usize::from(DIFFERENT)] = EXPECTED_DIFFERENT;
        let between = same - usize::from(DIFFERENT) - 1;
        for grade in &mut m[usize::from(DIFFERENT) + 1..same] {
            *grade = (1.0 - EXPECTED_DIFFERENT - EXPECTED_SAME) / between as f64;
        }
        // Rare values are as often those of a pair as they are those of a record.
        let mut held = [1.0; GRADES];
        for &count in frequency.of_record.iter().filter(|count| **count > 0) {
            held[usize::from(step(count))] += 1.0;
        }
        let held = &held[..grading.grades(field) - same];
        for (grade, count) in m[same..].iter_mut().zip(held) {
            *grade = EXPECTED_SAME * count / held.iter().sum::<f64>();
        }
        m
    };
    grading.frequencies.iter().enumerate().map(of_field).collect()
}

/// How often two records agree by chance: in the same value by counting, for the rest from pairs
/// drawn at random.
fn chance(grading: &Grading<'_>, threads: usize) -> Table {
    let count = grading.records.len() as u64;
    let fields = grading.model.fields.len();
    let every = count * count.saturating_sub(1) / 2;
    // Of few records every pair is looked at.
    let pair = |number: u64| match every <= RANDOM_PAIRS {
        true => Some(numbered(number)),
        false => drawn(number, count),
    };
    let chunks = parallel::chunks(every.min(RANDOM_PAIRS) as usize, 1 << 14);
    let tallies = parallel::each(chunks.len(), threads, |chunk| {
        let mut seen = vec![[0_u64; GRADES]; fields];
        for (a, b) in chunks[chunk].clone().filter_map(|number| pair(number as u64)) {
            for (field, seen) in seen.iter_mut().enumerate() {
                seen[usize::from(grading.grade(field, a, b))] += 1;
            }
        }
        seen
    });
    let mut u = vec![[0.0; GRADES]; fields];
    for (field, u) in u.iter_mut().enumerate() {
        let same = usize::from(grading.model.fields[field].likeness.same());
        let levels = usize::from(DIFFERENT)..same;
        for level in levels.clone() {
            u[level] = 0.5 + tallies.iter().map(|seen| seen[field][level] as f64).sum::<f64>();
        }
        let all: f64 = u[levels.clone()].iter().sum();
        let apart = 1.0 - grading.frequencies[field].agreeing_share();
        u[levels].iter_mut().for_each(|u| *u *= apart / all);
    }
    correct_chance(grading, &mut u, None);
    u
}

/// Sets how often pairs of two people agree in the same value: those that agree, without those
/// that are of one person, of which there are so many with these probabilities of each grade.
fn correct_chance(grading: &Grading<'_>, u: &mut Table, of_one: Option<(f64, &Table)>) {
    for (field, frequency) in grading.frequencies.iter().enumerate() {
        let compared = &grading.model.fields[field];
        let same = usize::from(compared.likeness.same());
        let agreeing = frequency.agreeing_by_step(compared.by_frequency);
        // A pair of one person of whom the value is not known does not agree.
        let known = frequency.known as f64 / grading.records.len().max(1) as f64;
        let all = frequency.pairs().max(1.0);
        for grade in same..grading.grades(field) {
            let agree = agreeing[grade - same];
            let of_one = of_one.map_or(0.0, |(count, m)| count * known * known * m[field][grade]);
            let by_chance = (agree - of_one).max(agree * CHANCE_SHARE_MIN).max(CHANCE_PAIRS_MIN);
            u[field][grade] = by_chance / all;
        }
    }
}

impl Learned<'_> {
    /// Learns from each pass, of the fields that its key does not hold: `m` as their average, and
    /// how often two people are alike without agreeing as the most that any of them shows. People
    /// of one name have addresses alike, so what pairs drawn at random show is not enough.
    fn learn(&mut self, samples: &[Sample]) {
        let fields = self.grading.model.fields.len();
        let mut sums = vec![[0.0; GRADES]; fields];
        let mut alike = self.random.clone();
        for (pass, sample) in self.grading.model.passes.iter().zip(samples) {
            let free: Vec<usize> = (0..fields).filter(|field| !pass.holds(*field)).collect();
            let (counts, u) = self.maximised(&free, &sample.patterns);
            for field in free {
                for (sum, count) in sums[field].iter_mut().zip(&counts[field]) {
                    *sum += count * sample.weight;
                }
                for grade in self.alike(field) {
                    alike[field][grade] = alike[field][grade].max(u[field][grade]);
                }
            }
        }
        for (field, sums) in sums.iter().enumerate() {
            self.m[field] = self.with_expected(field, sums);
            for grade in self.alike(field) {
                self.u[field][grade] = alike[field][grade];
            }
        }
    }

    /// The grades of values that are alike and not the same.
    fn alike(&self, field: usize) -> std::ops::Range<usize> {
        let same = usize::from(self.grading.model.fields[field].likeness.same());
        usize::from(DIFFERENT) + 1..same
    }

    /// Expectation and maximisation over the pairs of one pass (Dempster, Laird & Rubin 1977):
    /// how many pairs of one person have each grade, and how probable each is among pairs of two.
    fn maximised(&self, free: &[usize], patterns: &[(Pattern, u64)]) -> (Table, Table) {
        let (mut m, mut u) = (self.m.clone(), self.u.clone());
        let mut share = 0.2;
        let mut counts = vec![[0.0; GRADES]; m.len()];
        let all: u64 = patterns.iter().map(|(_, count)| count).sum();
        if all == 0 {
            return (counts, u);
        }
        let mut others = counts.clone();
        for _ in 0..ITERATIONS_MAX {
            let weights = Weights::new(&m, &u, share);
            counts.iter_mut().for_each(|counts| *counts = [0.0; GRADES]);
            others.iter_mut().for_each(|others| *others = [0.0; GRADES]);
            let mut matches = 0.0;
            for &(pattern, count) in patterns {
                let grades =
                    || free.iter().map(|&field| (field, usize::from(grade(pattern, field))));
                let bits: f64 = grades().map(|(field, grade)| weights.bits[field][grade]).sum();
                let expected = probability(weights.prior_bits + bits) * count as f64;
                matches += expected;
                for (field, grade) in grades() {
                    counts[field][grade] += expected;
                    others[field][grade] += count as f64 - expected;
                }
            }
            let before = share;
            share = (matches / all as f64).clamp(1e-6, 1.0 - 1e-6);
            let mut change = (share - before).abs();
            for &field in free {
                let after = self.with_expected(field, &counts[field]);
                let changes = after.iter().zip(&m[field]).map(|(a, b)| (a - b).abs());
                change = changes.fold(change, f64::max);
                m[field] = after;
                // Where most pairs are of one person, the rest tells little of two.
                let known: f64 = others[field][usize::from(DIFFERENT)..].iter().sum();
                for grade in self.alike(field).filter(|_| share < 0.5 && known > 0.0) {
                    let after = self.random[field][grade].max(others[field][grade] / known);
                    change = change.max((after - u[field][grade]).abs());
                    u[field][grade] = after;
                }
            }
            if change < SETTLED {
                break;
            }
        }
        (counts, u)
    }

    /// Counts as probabilities, together with what is expected.
    fn with_expected(&self, field: usize, counts: &[f64; GRADES]) -> [f64; GRADES] {
        let known: f64 = counts[usize::from(DIFFERENT)..].iter().sum();
        let mut m = [0.0; GRADES];
        for grade in usize::from(DIFFERENT)..GRADES {
            let expected = EXPECTED_WEIGHT * self.expected[field][grade];
            m[grade] = (counts[grade] + expected) / (known + EXPECTED_WEIGHT);
        }
        m
    }

    /// How many pairs are of one person: that number which, taken as known, comes out again.
    fn count_matches(&mut self, samples: &[Sample]) -> f64 {
        let all = pairs(self.grading.records.len() as u64).max(1.0);
        let fresh = || {
            let each = |sample: &Sample| (sample.weight, sample.fresh.clone());
            samples.iter().map(each).collect::<Vec<_>>()
        };
        let fresh = fresh();
        let mut matches = (self.grading.records.len() as f64 / 100.0).max(CHANCE_PAIRS_MIN);
        for _ in 0..ITERATIONS_MAX {
            self.prior = (matches.max(CHANCE_PAIRS_MIN) / all).min(0.5);
            let weights = Weights::new(&self.m, &self.u, self.prior);
            let of = |(pattern, count): &(Pattern, u64)| {
                probability(weights.of(*pattern)) * *count as f64
            };
            let next: f64 =
                fresh.iter().map(|(weight, seen)| weight * seen.iter().map(of).sum::<f64>()).sum();
            let change = (next - matches).abs();
            matches = next;
            if change <= SETTLED * matches.max(1.0) {
                break;
            }
        }
        matches
    }
}
