//! What became of opportunities: how many are won, what they are worth, how long they take.

use crate::interval::Interval;
use crate::journey::Moment;
use crate::share::Share;
use crate::summary::Summary;
use facts::{Precision, SubjectId, Symbol};
use worktime::Calendar;

/// An opportunity, as far as figures need to know it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Deal {
    /// The opportunity.
    pub opportunity: SubjectId,
    /// The word by which figures are sliced; empty when it is not known.
    pub slice: Symbol,
    /// When anything was first known of it; `None` where nothing about it has a date.
    pub opened: Option<Moment>,
    /// What became of it.
    pub outcome: DealOutcome,
    /// Since when it is won or lost.
    pub closed: Option<Moment>,
    /// Its last amount, in whole units of the charter's currency.
    pub amount: Option<f64>,
}

/// What became of an opportunity, by the last `opportunity.stage` that was said of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DealOutcome {
    /// Neither won nor lost.
    Open,
    /// Its stage is `won`.
    Won,
    /// Its stage is `lost`.
    Lost,
}

impl DealOutcome {
    /// What a stage says.
    #[must_use]
    pub fn of_stage(stage: &str) -> Self {
        match stage {
            "won" => Self::Won,
            "lost" => Self::Lost,
            _ => Self::Open,
        }
    }
}

/// What became of some opportunities. It counts opportunities.
#[derive(Clone, PartialEq, Debug)]
pub struct DealFigures {
    /// All of them, in order of id.
    pub all: Vec<SubjectId>,
    /// Those won.
    pub won: Vec<SubjectId>,
    /// Those lost.
    pub lost: Vec<SubjectId>,
    /// Those neither won nor lost.
    pub open: Vec<SubjectId>,
    /// Won, of those won or lost; open ones are undecided and not counted.
    pub win_rate: Share,
    /// Where the win rate lies with a confidence of 95 %, were these a sample.
    pub win_rate_interval: Option<Interval>,
    /// The sum of the amounts of those won, in whole units of the charter's currency.
    pub won_value: f64,
    /// How many of those won have an amount.
    pub won_with_amount: usize,
    /// The amounts of those won, of those of all won or lost, from 0 to 1; `None` where an
    /// opportunity that was lost has no amount, or nothing has.
    pub win_rate_by_value: Option<f64>,
    /// Calendar days from first known to won; of those with both dates.
    pub days_to_won: Option<Summary>,
    /// Calendar days from first known to lost.
    pub days_to_lost: Option<Summary>,
    /// Calendar days from first known to won or lost.
    pub days_to_closed: Option<Summary>,
}

/// Counts what became of opportunities.
#[must_use]
pub fn deals(calendar: &Calendar, deals: &[Deal]) -> DealFigures {
    let with = |outcome| deals.iter().filter(move |deal| deal.outcome == outcome);
    let ids = |picked: &dyn Fn(&Deal) -> bool| {
        let mut ids: Vec<_> =
            deals.iter().filter(|deal| picked(deal)).map(|deal| deal.opportunity).collect();
        ids.sort_unstable();
        ids
    };
    let amounts = |outcome| with(outcome).filter_map(|deal| deal.amount);
    let won_value: f64 = amounts(DealOutcome::Won).sum();
    let closed_value = won_value + amounts(DealOutcome::Lost).sum::<f64>();
    let known = |outcome| with(outcome).all(|deal| deal.amount.is_some());
    let comparable = closed_value > 0.0 && known(DealOutcome::Won) && known(DealOutcome::Lost);
    let days = |picked: &dyn Fn(DealOutcome) -> bool| {
        let picked = deals.iter().filter(|deal| picked(deal.outcome));
        Summary::of(picked.filter_map(|deal| length(calendar, deal)).collect())
    };
    let won = ids(&|deal| deal.outcome == DealOutcome::Won);
    let lost = ids(&|deal| deal.outcome == DealOutcome::Lost);
    let win_rate = Share { part: won.len(), whole: won.len() + lost.len() };
    DealFigures {
        all: ids(&|_| true),
        open: ids(&|deal| deal.outcome == DealOutcome::Open),
        win_rate,
        win_rate_interval: Interval::of(win_rate),
        won_value,
        won_with_amount: amounts(DealOutcome::Won).count(),
        win_rate_by_value: comparable.then(|| won_value / closed_value),
        days_to_won: days(&|outcome| outcome == DealOutcome::Won),
        days_to_lost: days(&|outcome| outcome == DealOutcome::Lost),
        days_to_closed: days(&|outcome| outcome != DealOutcome::Open),
        won,
        lost,
    }
}

/// Calendar days from first known to closed.
fn length(calendar: &Calendar, deal: &Deal) -> Option<f64> {
    let dated = |moment: Option<Moment>| moment.filter(|it| it.precision != Precision::Unknown);
    let (opened, closed) = (dated(deal.opened)?, dated(deal.closed)?);
    Some(calendar.days_between(opened.at, closed.at) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Instant;
    use worktime::WeeklyHours;

    fn deal(id: u64, outcome: DealOutcome, days: i64, amount: Option<f64>) -> Deal {
        let at = |days: i64| {
            let at = Instant(1_800_000_000_000_000 + days * Instant::PER_DAY);
            Some(Moment { at, precision: Precision::Day })
        };
        let closed = if outcome == DealOutcome::Open { None } else { at(days) };
        Deal {
            opportunity: SubjectId(id),
            slice: Symbol::EMPTY,
            opened: at(0),
            outcome,
            closed,
            amount,
        }
    }

    fn calendar() -> Calendar {
        let hours = WeeklyHours::parse_day_range("mon-fri", "09:00-18:00").unwrap();
        Calendar::new("UTC", &hours, &[]).unwrap()
    }

    #[test]
    fn open_ones_are_undecided_and_each_is_on_one_list() {
        use DealOutcome::{Lost, Open, Won};
        let figures = deals(
            &calendar(),
            &[
                deal(4, Won, 10, Some(300.0)),
                deal(3, Won, 20, Some(100.0)),
                deal(2, Lost, 4, Some(100.0)),
                deal(1, Open, 0, Some(900.0)),
            ],
        );
        assert_eq!(figures.win_rate, Share { part: 2, whole: 3 });
        assert_eq!(figures.won, [SubjectId(3), SubjectId(4)]);
        assert_eq!(figures.all.len(), figures.won.len() + figures.lost.len() + figures.open.len());
        assert_eq!((figures.won_value, figures.win_rate_by_value), (400.0, Some(0.8)));
        let median = |days: Option<Summary>| days.unwrap().median;
        assert_eq!(median(figures.days_to_won), 15.0);
        assert_eq!(median(figures.days_to_lost), 4.0);
        assert_eq!(median(figures.days_to_closed), 10.0);
    }

    #[test]
    fn a_rate_by_value_needs_what_was_lost_to_have_a_value() {
        let known = [deal(1, DealOutcome::Won, 1, Some(5.0)), deal(2, DealOutcome::Lost, 1, None)];
        assert_eq!(deals(&calendar(), &known).win_rate_by_value, None);
        let undated = Deal { opened: None, ..deal(1, DealOutcome::Won, 1, None) };
        let figures = deals(&calendar(), &[undated]);
        assert_eq!((figures.days_to_won, figures.won_with_amount), (None, 0));
    }
}
