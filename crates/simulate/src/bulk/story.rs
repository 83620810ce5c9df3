//! One bulk story.

use super::lexicon::Lexicon;
use super::sales;
use crate::distributions::{exponential, lognormal, rounded};
use crate::rng::{Rng, mix};
use facts::{Code, FactKey, Instant, Kind, Precision, SubjectId, Symbol, Value};
use timeline::{Row, RowFlags};

/// The standard deviation of the logarithm of the facts per lead.
const SPREAD: f64 = 1.0;
/// No lead has more facts.
const FACTS_MAX: f64 = 5_000.0;
/// Of a quarter of the leads, four in ten facts are sales' work: one in ten of all.
const WORKED_SHARE: f64 = 0.25;
const WORK_SHARE: f64 = 0.4;
/// Of the facts that are not sales' work, so that traits are 20 % of all.
const TRAIT_SHARE: f64 = 0.2 / 0.9;
/// How long a lead stays active, mean.
const ACTIVE_DAYS_MEAN: f64 = 150.0;

/// From when until before when facts may happen.
#[derive(Clone, Copy)]
pub(super) struct Period {
    pub(super) from: Instant,
    pub(super) until: Instant,
}

/// A story being written, with its memory kept for the next one.
#[derive(Default)]
pub(super) struct Draft {
    lines: Vec<(Row, u8, FactKey)>,
    rows: Vec<Row>,
    keys: Vec<FactKey>,
    /// Where the keys of this story begin.
    key_seed: u64,
    /// The first instant that a fact may have.
    from: i64,
}

impl Draft {
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(super) fn keys(&self) -> &[FactKey] {
        &self.keys
    }

    /// How many facts there are so far.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Writes the story that the generator tells, in place of the one before.
    pub(super) fn write(
        &mut self,
        rng: &mut Rng,
        lexicon: &Lexicon,
        facts_per_lead_mean: f64,
        period: Period,
    ) {
        self.lines.clear();
        self.key_seed = rng.bits();
        self.from = period.from.0;
        // The median of a log-normal number of this mean.
        let median = facts_per_lead_mean / libm::exp(SPREAD * SPREAD / 2.0);
        let count = lognormal(rng, median, SPREAD).clamp(1.0, FACTS_MAX);
        let count = rounded(rng, count).max(1);
        let life = Life::draw(rng, period);
        if rng.chance(WORKED_SHARE) {
            let work = rounded(rng, WORK_SHARE * count as f64);
            sales::work(self, rng, lexicon, &life, work, period.until);
        }
        let rest = (count - self.len()) as f64;
        let traits = rounded(rng, TRAIT_SHARE * rest);
        self.learn(rng, lexicon, &life, traits);
        while self.len() < count {
            self.touch(rng, lexicon, &life);
        }
        self.lines.sort_unstable_by_key(|(row, rank, key)| (row.at, *rank, *key));
        self.rows.clear();
        self.rows.extend(self.lines.iter().map(|(row, ..)| *row));
        self.keys.clear();
        self.keys.extend(self.lines.iter().map(|(.., key)| *key));
    }

    /// Adds a fact; its key is its number, scrambled without collisions.
    #[inline]
    pub(super) fn add(
        &mut self,
        kind: Kind,
        at: Instant,
        code: Code,
        value: Value,
        actor: Symbol,
        human: bool,
    ) {
        let key = FactKey(mix(self.key_seed.wrapping_add(self.lines.len() as u64)));
        let precision = if human { Precision::Minute } else { Precision::Instant };
        let cut = if human { at.0.rem_euclid(60 * Instant::PER_SECOND) } else { 0 };
        let at = Instant((at.0 - cut).max(self.from));
        let row = Row::new(at, code, value, RowFlags::new(precision, human), actor);
        self.lines.push((row, kind as u8, key));
    }

    /// What is known from the start, and what is learned later.
    fn learn(&mut self, rng: &mut Rng, lexicon: &Lexicon, life: &Life, count: usize) {
        for number in 0..count {
            let at = if number < 9 { life.born } else { life.moment(rng) };
            match number {
                1 => {
                    let account = Value::Subject(SubjectId(rng.bits()));
                    self.add(Kind::Link, at, lexicon.account, account, Symbol::EMPTY, false);
                }
                2 => {
                    let employees = Value::Number(libm::floor(lognormal(rng, 180.0, 1.6)) + 1.0);
                    self.add(Kind::Trait, at, lexicon.employees, employees, Symbol::EMPTY, false);
                }
                _ => {
                    let (code, words) = rng.pick(&lexicon.texts);
                    let word = Value::Text(*rng.pick(words));
                    self.add(Kind::Trait, at, *code, word, Symbol::EMPTY, false);
                }
            }
        }
    }

    #[inline]
    fn touch(&mut self, rng: &mut Rng, lexicon: &Lexicon, life: &Life) {
        let at = life.moment(rng);
        let code = *rng.pick(&lexicon.touches);
        let campaign = Value::Text(*rng.pick(&lexicon.campaigns));
        self.add(Kind::Touch, at, code, campaign, Symbol::EMPTY, false);
    }
}

/// When a lead is active.
pub(super) struct Life {
    born: Instant,
    /// For how long, microseconds; at least 1.
    span: i64,
}

impl Life {
    fn draw(rng: &mut Rng, period: Period) -> Self {
        let length = period.until.0 - period.from.0;
        let born = Instant(period.from.0 + (rng.unit() * length as f64) as i64);
        let active = exponential(rng, ACTIVE_DAYS_MEAN * Instant::PER_DAY as f64) as i64;
        Self { born, span: active.clamp(1, period.until.0 - born.0) }
    }

    /// A moment of it, sooner rather than later.
    #[inline]
    pub(super) fn moment(&self, rng: &mut Rng) -> Instant {
        let place = rng.unit();
        Instant(self.born.0 + (place * place * self.span as f64) as i64)
    }
}
