//! How well two sides agree: a few parts, each with what is behind it, and what two raters say of
//! the same leads.

use crate::interval::{Interval, Z};
use crate::mirror::Mirror;
use crate::share::Share;
use facts::SubjectId;

/// One part of the alignment index.
#[derive(Clone, PartialEq, Debug)]
pub struct AlignmentPart {
    /// Which.
    pub kind: AlignmentKind,
    /// From 0, not aligned at all, to 1; `None` where there is nothing to say it of.
    pub value: Option<f64>,
    /// Where it lies with a confidence of 95 %, where that is known.
    pub interval: Option<Interval>,
    /// What is counted.
    pub part: Vec<SubjectId>,
    /// Of what.
    pub of: Vec<SubjectId>,
}

/// What a part of the index measures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AlignmentKind {
    /// Of all verdicts, those that accept.
    Acceptance,
    /// Of marketing's promises that were decided, those kept.
    KeptByMarketing,
    /// Of sales' promises that were decided, those kept.
    KeptBySales,
    /// How like those who were won are to those who were sent: the part that both have in common,
    /// by the trait in which they have least.
    Mirror,
    /// Of what the goals of won amounts ask for by now, what was won; 1 where it was more.
    Attainment,
    /// How far both sides, who rated the same leads without seeing each other's answer, agree
    /// beyond chance.
    BlindAgreement,
}

/// What two raters agree on beyond chance.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Kappa {
    /// 1 where they agree on all, 0 where as often as by chance, less where less often.
    pub value: f64,
    /// Where it lies with a confidence of 95 %.
    pub interval: Interval,
    /// How often they agree.
    pub agreed: Share,
    /// How often they would by chance, from 0 to 1.
    pub by_chance: f64,
}

impl AlignmentKind {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::Acceptance,
        Self::KeptByMarketing,
        Self::KeptBySales,
        Self::Mirror,
        Self::Attainment,
        Self::BlindAgreement,
    ];

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::KeptByMarketing => "kept_by_marketing",
            Self::KeptBySales => "kept_by_sales",
            Self::Mirror => "mirror",
            Self::Attainment => "attainment",
            Self::BlindAgreement => "blind_agreement",
        }
    }
}

impl AlignmentPart {
    /// A share of things.
    #[must_use]
    pub fn share(kind: AlignmentKind, part: Vec<SubjectId>, of: Vec<SubjectId>) -> Self {
        let share = Share { part: part.len(), whole: of.len() };
        Self { kind, value: share.value(), interval: Interval::of(share), part, of }
    }

    /// A value that is no share of things.
    #[must_use]
    pub fn of(kind: AlignmentKind, value: Option<f64>) -> Self {
        Self { kind, value, interval: None, part: Vec::new(), of: Vec::new() }
    }
}

/// The index: the mean of the parts that there are, each with the same weight, from 0 to 1. `None`
/// where there are fewer than two, since one part alone is better read by its own name.
#[must_use]
pub fn alignment_index(parts: &[AlignmentPart]) -> Option<f64> {
    let values: Vec<f64> = parts.iter().filter_map(|part| part.value).collect();
    (values.len() >= 2).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

impl Mirror {
    /// The part that those won and those sent have in common: one less half the sum of the
    /// differences of their shares (total variation). From 0, where no value that was sent is won,
    /// to 1; `None` where the sides cannot be compared.
    #[must_use]
    pub fn in_common(&self) -> Option<f64> {
        let apart: f64 = self
            .rows
            .iter()
            .map(|row| Some((row.won.value()? - row.sent.value()?).abs()))
            .sum::<Option<f64>>()?;
        self.is_sound().then_some(1.0 - apart / 2.0)
    }
}

impl Kappa {
    /// Of pairs of answers, one of each side about the same lead; `None` of none, or where chance
    /// alone agrees on all.
    ///
    /// J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
    /// Measurement 20(1), 1960; its standard error of J. L. Fleiss, J. Cohen and B. S. Everitt,
    /// "Large Sample Standard Errors of Kappa and Weighted Kappa", Psychological Bulletin 72(5),
    /// 1969. The interval is cut off at -1 and 1.
    #[must_use]
    pub fn of(answers: &[(bool, bool)]) -> Option<Self> {
        let n = answers.len() as f64;
        let share = |one: bool, other: bool| {
            answers.iter().filter(|it| **it == (one, other)).count() as f64 / n
        };
        let sides = [false, true];
        let cells = sides.map(|one| sides.map(|other| share(one, other)));
        let row = |one: usize| cells[one][0] + cells[one][1];
        let column = |other: usize| cells[0][other] + cells[1][other];
        let observed = cells[0][0] + cells[1][1];
        let by_chance = row(0) * column(0) + row(1) * column(1);
        if answers.is_empty() || by_chance >= 1.0 {
            return None;
        }
        let value = (observed - by_chance) / (1.0 - by_chance);
        let alike: f64 = (0..2)
            .map(|at| {
                let inside = 1.0 - (row(at) + column(at)) * (1.0 - value);
                cells[at][at] * inside * inside
            })
            .sum();
        let apart: f64 = [(0, 1), (1, 0)]
            .into_iter()
            .map(|(one, other)| {
                let sum = column(one) + row(other);
                cells[one][other] * sum * sum
            })
            .sum();
        let chance = value - by_chance * (1.0 - value);
        let spread = alike + (1.0 - value) * (1.0 - value) * apart - chance * chance;
        let half = Z * spread.max(0.0).sqrt() / ((1.0 - by_chance) * n.sqrt());
        let interval = Interval { low: (value - half).max(-1.0), high: (value + half).min(1.0) };
        let part = answers.iter().filter(|(one, other)| one == other).count();
        let agreed = Share { part, whole: answers.len() };
        Some(Self { value, interval, agreed, by_chance })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(both: usize, one: usize, other: usize, neither: usize) -> Vec<(bool, bool)> {
        let of = |answer, count| std::iter::repeat_n(answer, count);
        of((true, true), both)
            .chain(of((true, false), one))
            .chain(of((false, true), other))
            .chain(of((false, false), neither))
            .collect()
    }

    /// The value by hand: 35 of 50 agree, chance 1/2; the standard error of statsmodels 0.15,
    /// `cohens_kappa`.
    #[test]
    fn two_raters_agree_beyond_chance_as_others_computed() {
        let found = Kappa::of(&answers(20, 5, 10, 15)).unwrap();
        assert!((found.value - 0.4).abs() < 1e-12 && (found.by_chance - 0.5).abs() < 1e-12);
        assert_eq!((found.agreed.part, found.agreed.whole), (35, 50));
        let error = (found.interval.high - found.value) / Z;
        assert!((error - 0.126_996_062_9).abs() < 1e-9, "{error}");
        assert_eq!(Kappa::of(&answers(7, 0, 0, 5)).unwrap().value, 1.0);
        assert!(Kappa::of(&answers(0, 6, 6, 0)).unwrap().value < -0.99);
        assert_eq!(Kappa::of(&[]), None);
        assert_eq!(Kappa::of(&answers(4, 0, 0, 0)), None, "chance alone agrees on all");
    }

    #[test]
    fn the_index_is_the_mean_of_the_parts_that_there_are() {
        let ids = |count: u64| (0..count).map(SubjectId).collect::<Vec<_>>();
        let half = AlignmentPart::share(AlignmentKind::Acceptance, ids(5), ids(10));
        let all = AlignmentPart::share(AlignmentKind::KeptBySales, ids(4), ids(4));
        let none = AlignmentPart::share(AlignmentKind::KeptByMarketing, ids(0), ids(0));
        assert_eq!(alignment_index(&[half.clone(), all, none.clone()]), Some(0.75));
        assert_eq!(alignment_index(&[half, none]), None);
    }
}
