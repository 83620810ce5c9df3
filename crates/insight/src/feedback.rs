//! What sales says of the leads that it was given: why they are refused, who of them bought after
//! all, and who should never have been handed over.

use crate::interval::{Difference, Interval};
use crate::journey::Moment;
use crate::share::Share;
use facts::{Instant, SubjectId, Symbol};
use std::collections::{BTreeMap, BTreeSet};

/// What sales said of a lead.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// It takes the lead on.
    Accepted,
    /// It does not.
    Rejected,
    /// Not now.
    Recycled,
    /// Never.
    Disqualified,
}

/// One verdict, as feedback sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judged {
    /// The lead.
    pub lead: SubjectId,
    /// What it is counted by, such as the campaign that brought it; empty where that is not known.
    pub value: Symbol,
    /// When sales said it.
    pub moment: Moment,
    /// What.
    pub verdict: Verdict,
    /// Why; empty where nobody said.
    pub reason: Symbol,
    /// What made the lead qualified before: what it did, or another cause.
    pub qualified_by: Symbol,
    /// When it was won, if ever: the last time.
    pub won_at: Option<Instant>,
    /// Whether sales accepted it at any time.
    pub is_accepted_ever: bool,
    /// Whether this is assumed: said before the first charter, or nobody knows when.
    pub is_assumed: bool,
}

/// What sales says of the leads that it was given. It counts verdicts: a lead that was judged twice
/// counts twice.
#[derive(Clone, PartialEq, Debug)]
pub struct Feedback {
    /// All verdicts.
    pub whole: FeedbackRow,
    /// By value, those refused most often first.
    pub rows: Vec<FeedbackRow>,
    /// Who was rejected or disqualified and won after that: the first such verdict of each lead.
    pub bought_later: Vec<Judged>,
    /// Who should never have been handed over: rejected or disqualified, by nobody ever accepted,
    /// and not won. The last such verdict of each lead.
    pub mistaken: Vec<Judged>,
    /// Those by what made them qualified, the most frequent first.
    pub mistaken_by: Vec<(Symbol, Vec<SubjectId>)>,
}

/// The verdicts about leads of one value.
#[derive(Clone, PartialEq, Debug)]
pub struct FeedbackRow {
    /// The value; empty for all, and for those of whom it is not known.
    pub value: Symbol,
    /// The leads of each verdict, in order of time.
    pub by_verdict: BTreeMap<Verdict, Vec<SubjectId>>,
    /// Why leads were refused, the most frequent first; the empty reason is that nobody said.
    pub reasons: Vec<(Symbol, Vec<SubjectId>)>,
    /// Those refused, of all judged.
    pub refused: Share,
    /// Where that share lies with a confidence of 95 %, were these a sample.
    pub interval: Option<Interval>,
    /// That share less the share among all; `None` for all, and where there is nobody else.
    pub less_all: Option<Difference>,
}

impl Verdict {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::Rejected, Self::Recycled, Self::Disqualified];

    /// Its word, as facts and JSON have it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Recycled => "recycled",
            Self::Disqualified => "disqualified",
        }
    }

    /// The verdict of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }

    /// Whether sales does not go on with the lead now.
    #[must_use]
    pub const fn is_refusal(self) -> bool {
        !matches!(self, Self::Accepted)
    }

    /// Whether it refuses the lead itself, and not only the time.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Rejected | Self::Disqualified)
    }
}

impl Feedback {
    /// So few verdicts say little about a value.
    pub const FEW: usize = 10;

    /// Of verdicts in any order.
    #[must_use]
    pub fn of(verdicts: &[Judged]) -> Self {
        let mut sorted: Vec<&Judged> = verdicts.iter().collect();
        sorted.sort_by_key(|judged| (judged.moment.at, judged.lead));
        let whole = FeedbackRow::of(Symbol::EMPTY, &sorted, None);
        let mut values: BTreeMap<Symbol, Vec<&Judged>> = BTreeMap::new();
        for &judged in &sorted {
            values.entry(judged.value).or_default().push(judged);
        }
        let row =
            |(value, of): (Symbol, Vec<&Judged>)| FeedbackRow::of(value, &of, Some(whole.refused));
        let mut rows: Vec<_> = values.into_iter().map(row).collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.refused.part), row.value));
        let mut known = BTreeSet::new();
        let bought = |judged: &&&Judged| {
            judged.verdict.is_final() && judged.won_at.is_some_and(|won| judged.moment.at < won)
        };
        let bought_later = sorted.iter().filter(bought);
        let bought_later = bought_later.filter(|judged| known.insert(judged.lead));
        let bought_later = bought_later.map(|judged| **judged).collect();
        let is_mistaken = |judged: &&&Judged| {
            judged.verdict.is_final() && !judged.is_accepted_ever && judged.won_at.is_none()
        };
        let mut known = BTreeSet::new();
        let last = sorted.iter().rev().filter(is_mistaken);
        let mut mistaken: Vec<Judged> =
            last.filter(|judged| known.insert(judged.lead)).map(|judged| **judged).collect();
        mistaken.reverse();
        let mistaken_by = grouped(mistaken.iter().map(|it| (it.qualified_by, it.lead)));
        Self { whole, rows, bought_later, mistaken, mistaken_by }
    }

    /// The value whose leads are refused more often than all for certain, by the most.
    #[must_use]
    pub fn worst(&self) -> Option<&FeedbackRow> {
        let certain = |row: &FeedbackRow| row.less_all.map_or(0.0, |apart| apart.interval.low);
        let rows = self.rows.iter().filter(|row| row.value != Symbol::EMPTY && !row.is_small());
        let rows = rows.filter(|row| certain(row) > 0.0);
        rows.max_by(|one, other| certain(one).total_cmp(&certain(other)))
    }
}

impl FeedbackRow {
    fn of(value: Symbol, judged: &[&Judged], all: Option<Share>) -> Self {
        let mut by_verdict: BTreeMap<Verdict, Vec<SubjectId>> = BTreeMap::new();
        for it in judged {
            by_verdict.entry(it.verdict).or_default().push(it.lead);
        }
        let refusals = || judged.iter().filter(|it| it.verdict.is_refusal());
        let refused = Share { part: refusals().count(), whole: judged.len() };
        Self {
            value,
            by_verdict,
            reasons: grouped(refusals().map(|it| (it.reason, it.lead))),
            refused,
            interval: Interval::of(refused),
            less_all: all.and_then(|all| Difference::within(refused, all)),
        }
    }

    /// The leads of a verdict.
    #[must_use]
    pub fn leads(&self, verdict: Verdict) -> &[SubjectId] {
        self.by_verdict.get(&verdict).map_or(&[], Vec::as_slice)
    }

    /// The leads refused, by verdict and then in order of time.
    #[must_use]
    pub fn refusals(&self) -> Vec<SubjectId> {
        let refusals = self.by_verdict.iter().filter(|(verdict, _)| verdict.is_refusal());
        refusals.flat_map(|(_, leads)| leads.iter().copied()).collect()
    }

    /// Whether there are too few verdicts to say much.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.refused.whole < Feedback::FEW
    }
}

/// Leads by a word, the most frequent first.
fn grouped(leads: impl Iterator<Item = (Symbol, SubjectId)>) -> Vec<(Symbol, Vec<SubjectId>)> {
    let mut groups: BTreeMap<Symbol, Vec<SubjectId>> = BTreeMap::new();
    for (word, lead) in leads {
        groups.entry(word).or_default().push(lead);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(word, leads)| (std::cmp::Reverse(leads.len()), *word));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Precision;

    const WEBINAR: Symbol = Symbol(1);
    const STUDENT: Symbol = Symbol(2);
    const BUDGET: Symbol = Symbol(3);

    fn judged(lead: u64, day: i64, verdict: Verdict) -> Judged {
        let at = Instant(1_800_000_000_000_000 + day * Instant::PER_DAY);
        Judged {
            lead: SubjectId(lead),
            value: WEBINAR,
            moment: Moment { at, precision: Precision::Instant },
            verdict,
            reason: if verdict.is_refusal() { STUDENT } else { Symbol::EMPTY },
            qualified_by: Symbol(9),
            won_at: None,
            is_accepted_ever: verdict == Verdict::Accepted,
            is_assumed: false,
        }
    }

    fn won(judged: Judged, days_later: i64) -> Judged {
        let won_at = Some(Instant(judged.moment.at.0 + days_later * Instant::PER_DAY));
        Judged { won_at, ..judged }
    }

    #[test]
    fn each_verdict_is_in_one_list_and_refusals_have_a_reason() {
        use Verdict::{Accepted, Disqualified, Recycled, Rejected};
        let recycled = Judged { reason: BUDGET, ..judged(3, 3, Recycled) };
        let all =
            [judged(1, 1, Accepted), judged(2, 2, Rejected), recycled, judged(4, 4, Disqualified)];
        let found = Feedback::of(&all);
        assert_eq!(found.whole.refused, Share { part: 3, whole: 4 });
        let sum: usize = Verdict::ALL.iter().map(|it| found.whole.leads(*it).len()).sum();
        assert_eq!(sum, 4);
        let reasons: Vec<_> = found.whole.reasons.iter().map(|(it, of)| (*it, of.len())).collect();
        assert_eq!(reasons, [(STUDENT, 2), (BUDGET, 1)]);
        assert_eq!(found.whole.refusals().len(), 3);
    }

    #[test]
    fn who_bought_later_was_refused_for_good_before_and_counts_once() {
        use Verdict::{Accepted, Recycled, Rejected};
        let all = [
            won(judged(1, 1, Rejected), 30),
            won(judged(1, 5, Rejected), 26),
            won(judged(2, 1, Recycled), 30),
            won(judged(3, 9, Rejected), -5),
            won(judged(4, 1, Accepted), 5),
        ];
        let found = Feedback::of(&all);
        assert_eq!(found.bought_later, [all[0]], "two was only not ready, three had bought before");
        assert!(found.mistaken.is_empty(), "all have bought");
    }

    #[test]
    fn who_was_refused_and_never_wanted_should_not_have_been_handed_over() {
        use Verdict::{Disqualified, Recycled, Rejected};
        let wanted = Judged { is_accepted_ever: true, ..judged(2, 2, Rejected) };
        let all = [
            judged(1, 1, Rejected),
            judged(1, 6, Disqualified),
            wanted,
            judged(3, 3, Recycled),
            Judged { qualified_by: Symbol(8), ..judged(4, 4, Rejected) },
            judged(5, 5, Rejected),
        ];
        let found = Feedback::of(&all);
        let leads: Vec<_> = found.mistaken.iter().map(|it| (it.lead.0, it.verdict)).collect();
        assert_eq!(leads, [(4, Rejected), (5, Rejected), (1, Disqualified)]);
        assert_eq!(found.mistaken_by[0], (Symbol(9), vec![SubjectId(5), SubjectId(1)]));
    }

    #[test]
    fn a_value_is_the_worst_only_where_that_is_certain() {
        use Verdict::{Accepted, Rejected};
        let of = |value, lead, refused| {
            let verdict = if refused { Rejected } else { Accepted };
            Judged { value, ..judged(lead, 1, verdict) }
        };
        let webinar = (0..40).map(|lead| of(WEBINAR, lead, lead < 30));
        let others = (100..160).map(|lead| of(Symbol(7), lead, lead < 115));
        let all: Vec<_> = webinar.chain(others).collect();
        let found = Feedback::of(&all);
        let worst = found.worst().expect("three in four, of one in four elsewhere");
        assert_eq!((worst.value, worst.refused), (WEBINAR, Share { part: 30, whole: 40 }));
        let few = Feedback::of(&all[28..32]);
        assert_eq!(few.worst(), None);
    }
}
