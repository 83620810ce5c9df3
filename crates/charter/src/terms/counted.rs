//! `[[promise]]` with `count`: a promise about a number in a period.

use super::{Cycle, Share};
use crate::model::Side;

/// A promise about a number in a period, such as MQLs per month. It is judged once per period, by
/// whoever counts, and never in the fold.
#[derive(Clone, PartialEq, Debug)]
pub struct CountedPromise {
    /// The promise's id, `mql-volume`; no other promise has it.
    pub id: String,
    /// Who gives it.
    pub by: Side,
    /// The index in [`Charter::stages`](crate::Charter::stages) of the stage whose entries are
    /// counted: each pass once, on the day in the charter's zone on which it enters.
    pub stage: usize,
    /// How many at least.
    pub at_least: u32,
    /// In each such period.
    pub per: Cycle,
    /// How many of those judged sales must accept at least; says how good they must be.
    pub accepted_share_at_least: Option<Share>,
}

/// The passes that entered the stage in one period, by what sales said of them since.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PeriodCount {
    /// Whether the period is over.
    pub is_over: bool,
    /// Accepted.
    pub accepted: u32,
    /// Rejected, recycled or disqualified.
    pub refused: u32,
    /// Without a verdict although sales promised one by now. It counts against sales: as accepted.
    pub owed_too_long: u32,
    /// Without a verdict, and sales still has time.
    pub awaiting: u32,
}

/// How a counted promise stands in a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CountedOutcome {
    /// Kept, whatever is yet to come.
    Kept,
    /// Broken, whatever is yet to come.
    Broken,
    /// The period is not over, or verdicts that could turn it are not given.
    Open,
}

impl PeriodCount {
    /// How many passes entered the stage.
    #[must_use]
    pub const fn entered(&self) -> u32 {
        self.accepted + self.refused + self.owed_too_long + self.awaiting
    }

    /// The share accepted of those judged; a verdict owed too long is one accepted. `None` where
    /// nothing was judged.
    #[must_use]
    pub fn accepted_share(&self) -> Option<Share> {
        let good = self.accepted + self.owed_too_long;
        share(good, good + self.refused)
    }
}

impl CountedPromise {
    /// The most that a promise may count.
    pub const COUNT_MAX: u32 = 1_000_000;

    /// How the promise stands.
    ///
    /// The number is sure when it is reached, and missed when the period is over without it. The
    /// share is sure when no verdict still to come could turn it; while the period runs, more may
    /// come in than is there, so only its end settles it.
    #[must_use]
    pub fn judge(&self, count: &PeriodCount) -> CountedOutcome {
        let number = match (count.entered() >= self.at_least, count.is_over) {
            (true, _) => CountedOutcome::Kept,
            (false, true) => CountedOutcome::Broken,
            (false, false) => CountedOutcome::Open,
        };
        let quality = self.quality(count);
        match (number, quality) {
            (CountedOutcome::Broken, _) | (_, CountedOutcome::Broken) => CountedOutcome::Broken,
            (CountedOutcome::Kept, CountedOutcome::Kept) => CountedOutcome::Kept,
            _ => CountedOutcome::Open,
        }
    }

    fn quality(&self, count: &PeriodCount) -> CountedOutcome {
        let Some(least) = self.accepted_share_at_least else { return CountedOutcome::Kept };
        if !count.is_over {
            return CountedOutcome::Open;
        }
        let good = count.accepted + count.owed_too_long;
        let all = good + count.refused + count.awaiting;
        // Nothing came in: the number says that already, and there is nothing to judge.
        let at_least = |good: u32| share(good, all).is_none_or(|share| share >= least);
        match (at_least(good), at_least(good + count.awaiting)) {
            (true, _) => CountedOutcome::Kept,
            (false, true) => CountedOutcome::Open,
            (false, false) => CountedOutcome::Broken,
        }
    }

    /// How much of the promise was reached, 1 for exactly what was agreed: the number divided by
    /// what was promised or, if that is less, the accepted share divided by the share promised.
    /// 0 where a share was promised and nothing was judged.
    #[must_use]
    pub fn reached(&self, count: &PeriodCount) -> f64 {
        let number = f64::from(count.entered()) / f64::from(self.at_least.max(1));
        match self.accepted_share_at_least {
            None => number,
            Some(least) if least == Share::NONE => number,
            Some(least) => {
                let share = count.accepted_share().unwrap_or(Share::NONE);
                number.min(share.get() / least.get())
            }
        }
    }
}

fn share(part: u32, whole: u32) -> Option<Share> {
    if whole == 0 { None } else { Share::new(f64::from(part) / f64::from(whole)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(at_least: u32, share: Option<f64>) -> CountedPromise {
        CountedPromise {
            id: "mql-volume".to_owned(),
            by: Side::Marketing,
            stage: 2,
            at_least,
            per: Cycle::Month,
            accepted_share_at_least: share.and_then(Share::new),
        }
    }

    fn count(is_over: bool, [accepted, refused, owed_too_long, awaiting]: [u32; 4]) -> PeriodCount {
        PeriodCount { is_over, accepted, refused, owed_too_long, awaiting }
    }

    #[test]
    fn a_number_is_kept_when_reached_and_broken_only_at_the_end() {
        let volume = promise(10, None);
        assert_eq!(volume.judge(&count(false, [10, 0, 0, 0])), CountedOutcome::Kept);
        assert_eq!(volume.judge(&count(false, [5, 4, 0, 0])), CountedOutcome::Open);
        assert_eq!(volume.judge(&count(true, [5, 4, 0, 0])), CountedOutcome::Broken);
        assert_eq!(volume.judge(&count(true, [0, 0, 0, 10])), CountedOutcome::Kept);
    }

    #[test]
    fn quality_waits_for_the_verdicts_that_could_turn_it() {
        let quality = promise(10, Some(0.6));
        assert_eq!(quality.judge(&count(false, [10, 0, 0, 0])), CountedOutcome::Open);
        assert_eq!(quality.judge(&count(true, [6, 4, 0, 0])), CountedOutcome::Kept);
        assert_eq!(quality.judge(&count(true, [5, 4, 0, 1])), CountedOutcome::Open);
        assert_eq!(quality.judge(&count(true, [5, 5, 0, 0])), CountedOutcome::Broken);
        assert_eq!(quality.judge(&count(true, [4, 5, 0, 1])), CountedOutcome::Broken);
        assert_eq!(quality.judge(&count(true, [6, 0, 0, 3])), CountedOutcome::Broken, "too few");
        assert_eq!(promise(0, Some(0.6)).judge(&count(true, [0; 4])), CountedOutcome::Kept);
    }

    #[test]
    fn a_verdict_owed_too_long_counts_against_sales() {
        let quality = promise(10, Some(0.6));
        assert_eq!(quality.judge(&count(true, [2, 4, 4, 0])), CountedOutcome::Kept);
        assert_eq!(count(true, [2, 4, 4, 0]).accepted_share(), Share::new(0.6));
        assert_eq!(count(true, [0, 0, 0, 7]).accepted_share(), None);
    }

    #[test]
    fn what_was_reached_is_the_weaker_of_number_and_share() {
        let quality = promise(10, Some(0.5));
        assert_eq!(quality.reached(&count(true, [3, 2, 0, 0])), 0.5);
        assert_eq!(quality.reached(&count(true, [3, 9, 0, 0])), 0.5);
        assert_eq!(quality.reached(&count(true, [0, 0, 0, 12])), 0.0);
        assert_eq!(promise(10, None).reached(&count(true, [0, 12, 0, 0])), 1.2);
    }
}
