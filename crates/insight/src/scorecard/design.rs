//! Columns as groups of values.

use super::bins::{Tally, bounds, in_order, merged};
use super::column::{ColumnValues, LearnColumn, Learned};
use super::line::CardTest;
use std::ops::Range;

/// A column in its finest groups: those of words, from the one with the lowest rate on, or of
/// numbers in order.
pub(super) struct Atoms {
    /// The atom of each lead, from 1; 0 where it is not known, or too rare to tell anything.
    pub(super) of: Vec<u16>,
    pub(super) count: usize,
    kind: AtomKind,
}

enum AtomKind {
    /// The bounds between them.
    Numbers(Vec<f64>),
    /// The word of each.
    Words(Vec<String>),
    Flag,
    Did,
}

/// A column in groups that differ.
pub(super) struct Grouped {
    pub(super) name: String,
    /// The group of each lead, from 1; 0 for the others.
    pub(super) of: Vec<u16>,
    /// Which atoms are in each.
    ranges: Vec<Range<usize>>,
    kind: AtomKind,
    /// The leads learned from in each group, the others first.
    pub(super) tallies: Vec<Tally>,
    rises: Option<bool>,
    /// Fewer leads are no group.
    least: usize,
}

/// Columns that go together more closely than this say the same.
const SAME_LEAST: f64 = 0.9;
/// More words, or numbers, than this have no group of their own.
const ATOMS_MOST: usize = 60;
/// The most groups of one column.
const GROUPS_MOST: usize = 8;

/// The finest groups of a column, by the leads that are learned from. A word of fewer than `least`
/// of them is among the others.
pub(super) fn atoms(values: &ColumnValues, learns: impl Fn(usize) -> bool, least: usize) -> Atoms {
    match values {
        ColumnValues::Numbers(numbers) => {
            let known = numbers.iter().enumerate();
            let known = known.filter(|(place, number)| !number.is_nan() && learns(*place));
            let bounds = bounds(known.map(|(_, number)| *number).collect());
            let atom = |number: &f64| match number.is_nan() {
                true => 0,
                false => bounds.partition_point(|bound| bound <= number) as u16 + 1,
            };
            let of = numbers.iter().map(atom).collect();
            Atoms { of, count: bounds.len() + 1, kind: AtomKind::Numbers(bounds) }
        }
        ColumnValues::Words { of, words } => {
            let mut seen = vec![0_usize; words.len()];
            for (place, word) in of.iter().enumerate() {
                seen[*word as usize] += usize::from(learns(place));
            }
            let mut frequent: Vec<usize> =
                (1..words.len()).filter(|word| seen[*word] >= least).collect();
            frequent.sort_by_key(|word| (std::cmp::Reverse(seen[*word]), &words[*word]));
            frequent.truncate(ATOMS_MOST);
            let mut atom = vec![0_u16; words.len()];
            for (place, word) in frequent.iter().enumerate() {
                atom[*word] = place as u16 + 1;
            }
            Atoms {
                of: of.iter().map(|word| atom[*word as usize]).collect(),
                count: frequent.len(),
                kind: AtomKind::Words(frequent.iter().map(|word| words[*word].clone()).collect()),
            }
        }
        ColumnValues::Flags(flags) => Atoms::yes(flags, AtomKind::Flag),
        ColumnValues::Did(flags) => Atoms::yes(flags, AtomKind::Did),
    }
}

impl Atoms {
    fn yes(flags: &[bool], kind: AtomKind) -> Self {
        Self { of: flags.iter().map(|flag| u16::from(*flag)).collect(), count: 1, kind }
    }

    fn tallies(&self, leads: &[Learned], learns: &[bool]) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.count + 1];
        for ((atom, lead), learns) in self.of.iter().zip(leads).zip(learns) {
            if *learns {
                let tally = &mut tallies[usize::from(*atom)];
                tally.all += 1;
                tally.with += usize::from(lead.has_outcome);
            }
        }
        tallies
    }

    /// The atoms of words from the lowest rate on, so that neighbours are alike.
    ///
    /// Merging words that do not differ is CHAID's step: G. V. Kass, "An Exploratory Technique for
    /// Investigating Large Quantities of Categorical Data", Applied Statistics 29(2), 1980.
    fn by_rate(mut self, tallies: &mut [Tally]) -> Self {
        let AtomKind::Words(words) = &mut self.kind else { return self };
        let mut order: Vec<usize> = (0..words.len()).collect();
        let rate = |place: &usize| tallies[place + 1].rate();
        order.sort_by(|a, b| rate(a).total_cmp(&rate(b)).then_with(|| words[*a].cmp(&words[*b])));
        let mut place = vec![0_u16; words.len() + 1];
        for (new, old) in order.iter().enumerate() {
            place[old + 1] = new as u16 + 1;
        }
        *words = order.iter().map(|old| words[*old].clone()).collect();
        let sorted: Vec<Tally> = order.iter().map(|old| tallies[old + 1]).collect();
        tallies[1..].copy_from_slice(&sorted);
        self.of.iter_mut().for_each(|atom| *atom = place[usize::from(*atom)]);
        self
    }
}

impl Grouped {
    /// The groups of a column, by the leads that are learned from.
    pub(super) fn of(
        column: &LearnColumn,
        leads: &[Learned],
        learns: &[bool],
        least: usize,
    ) -> Self {
        let atoms = atoms(&column.values, |place| learns[place], least);
        let mut tallies = atoms.tallies(leads, learns);
        let atoms = atoms.by_rate(&mut tallies);
        let rises = column.rises.filter(|_| matches!(atoms.kind, AtomKind::Numbers(_)));
        let ranges = merged(&tallies[1..], least, GROUPS_MOST, rises);
        let mut group = vec![0_u16; atoms.count + 1];
        let mut sums = vec![tallies[0]];
        for (number, range) in ranges.iter().enumerate() {
            group[range.start + 1..=range.end].fill(number as u16 + 1);
            sums.push(
                tallies[range.start + 1..=range.end]
                    .iter()
                    .fold(Tally::default(), |a, b| a.plus(*b)),
            );
        }
        Self {
            name: column.name.clone(),
            of: atoms.of.iter().map(|atom| group[usize::from(*atom)]).collect(),
            ranges,
            kind: atoms.kind,
            tallies: sums,
            rises,
            least,
        }
    }

    /// How many groups there are beside the others; none where next to all are in one.
    pub(super) fn count(&self) -> usize {
        match self.ranges.len() {
            1 if self.tallies[0].all < self.least => 0,
            count => count,
        }
    }

    /// Whether it is of who they are, and not of what they did.
    pub(super) const fn is_of_fit(&self) -> bool {
        !matches!(self.kind, AtomKind::Did)
    }

    /// Whether another column says the same of the leads that are learned from: Cramér's V of their
    /// groups is over nine tenths (H. Cramér, "Mathematical Methods of Statistics", Princeton 1946).
    pub(super) fn says_the_same(&self, other: &Self, learns: &[bool]) -> bool {
        let (rows, columns) = (self.tallies.len(), other.tallies.len());
        let mut cells = vec![0.0; rows * columns];
        let mut all = 0.0;
        for ((one, next), _) in self.of.iter().zip(&other.of).zip(learns).filter(|it| *it.1) {
            cells[usize::from(*one) * columns + usize::from(*next)] += 1.0;
            all += 1.0;
        }
        let sum_row = |row: usize| cells[row * columns..(row + 1) * columns].iter().sum::<f64>();
        let sum_column =
            |column: usize| (0..rows).map(|row| cells[row * columns + column]).sum::<f64>();
        let (of_rows, of_columns): (Vec<f64>, Vec<f64>) =
            ((0..rows).map(sum_row).collect(), (0..columns).map(sum_column).collect());
        let filled = |sums: &[f64]| sums.iter().filter(|sum| **sum > 0.0).count();
        let degrees = filled(&of_rows).min(filled(&of_columns)).saturating_sub(1);
        if degrees == 0 {
            return false;
        }
        let mut square = 0.0;
        for (row, of_row) in of_rows.iter().enumerate() {
            for (column, of_column) in of_columns.iter().enumerate() {
                let expected = of_row * of_column / all;
                if expected > 0.0 {
                    let apart = cells[row * columns + column] - expected;
                    square += apart * apart / expected;
                }
            }
        }
        (square / all / degrees as f64).sqrt() > SAME_LEAST
    }

    /// How much the groups tell: the information value of N. Siddiqi, "Credit Risk Scorecards",
    /// Wiley 2006, the divergence of S. Kullback and R. A. Leibler, 1951, both ways.
    pub(super) fn information(&self) -> f64 {
        let with: usize = self.tallies.iter().map(|tally| tally.with).sum();
        let all: usize = self.tallies.iter().map(|tally| tally.all).sum();
        let part = |tally: &Tally| {
            let p = (tally.with as f64 + 0.5) / (with as f64 + 1.0);
            let q = ((tally.all - tally.with) as f64 + 0.5) / ((all - with) as f64 + 1.0);
            if tally.all == 0 { 0.0 } else { (p - q) * libm::log(p / q) }
        };
        self.tallies.iter().map(part).sum()
    }

    /// Makes coefficients as they can be asked for: in the told order, and, where there is next to
    /// nobody beside the groups, from nothing upwards.
    pub(super) fn settle(&self, coefficients: &mut [f64]) {
        if let Some(rises) = self.rises {
            let weights: Vec<f64> =
                self.tallies[1..].iter().map(|tally| tally.all as f64).collect();
            in_order(coefficients, &weights, rises);
        }
        if self.is_of_fit() && self.tallies[0].all < self.least {
            let least = coefficients.iter().copied().fold(f64::INFINITY, f64::min);
            coefficients.iter_mut().for_each(|it| *it -= least);
        }
    }

    /// What is asked of a lead of these groups, which follow each other where they are of numbers.
    pub(super) fn test(&self, groups: &[usize]) -> CardTest {
        match &self.kind {
            AtomKind::Numbers(bounds) => {
                let first = self.ranges[groups[0]].start;
                let end = self.ranges[groups[groups.len() - 1]].end;
                CardTest::Between {
                    from: first.checked_sub(1).map(|below| bounds[below]),
                    below: bounds.get(end - 1).copied(),
                }
            }
            AtomKind::Words(words) => {
                let of = groups.iter().flat_map(|group| self.ranges[*group].clone());
                let mut words: Vec<String> = of.map(|atom| words[atom].clone()).collect();
                words.sort_unstable();
                CardTest::OneOf(words)
            }
            AtomKind::Flag => CardTest::IsTrue,
            AtomKind::Did => CardTest::Did,
        }
    }

    /// Whether only neighbours can be asked for together.
    pub(super) const fn is_of_numbers(&self) -> bool {
        matches!(self.kind, AtomKind::Numbers(_))
    }
}
