//! How far a goal is.

use crate::clocks::{ClockOutcome, PromiseClock};
use crate::deals::{Deal, DealOutcome};
use crate::share::Share;
use charter::{Charter, Kpi};
use facts::{Instant, Precision, SubjectId, Symbol};
use std::collections::{BTreeMap, BTreeSet};

/// A pass that entered a stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PassEntry {
    /// The lead.
    pub lead: SubjectId,
    /// Which of its passes, counted from 1.
    pub pass: u16,
    /// The id of the stage, as a word.
    pub stage: Symbol,
    /// When.
    pub at: Instant,
}

/// What goals are counted from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct GoalFacts {
    /// The ids of the charter's stages as words, in its order.
    pub stages: Vec<Symbol>,
    /// The ids of its promises, as words.
    pub promises: BTreeMap<String, Symbol>,
    /// Every opportunity.
    pub deals: Vec<Deal>,
    /// Every entry of a stage whose time is known.
    pub entries: Vec<PassEntry>,
    /// Every clock of a promise, as it stands.
    pub clocks: Vec<PromiseClock>,
}

/// How far a goal is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct GoalFigure {
    /// How much of it there is, in the unit of its figure; `None` where there is nothing to say it
    /// of.
    pub value: Option<f64>,
    /// The leads behind it, once for each pass or clock that counts.
    pub leads: Vec<SubjectId>,
    /// The opportunities behind it.
    pub opportunities: Vec<SubjectId>,
    /// What it is a share of; `None` where it is none.
    pub of: Option<usize>,
    /// How many opportunities might count and have no date or no amount.
    pub unknown: usize,
}

/// Counts a figure in a period: from its first instant until before its last, as it is known by
/// now.
#[must_use]
pub fn goal_figure(
    kpi: &Kpi,
    charter: &Charter,
    period: (Instant, Instant),
    facts: &GoalFacts,
) -> GoalFigure {
    match kpi {
        Kpi::Won => of_deals(facts, period, closed_won, |_| Some(1.0)),
        Kpi::WonAmount => of_deals(facts, period, closed_won, |deal| deal.amount),
        Kpi::PipelineAmount => of_deals(facts, period, opened, |deal| deal.amount),
        Kpi::Entered(stage) => {
            let entered = entered(facts, *stage, period);
            let leads: Vec<_> = entered.into_iter().map(|(lead, _)| lead).collect();
            GoalFigure { value: Some(leads.len() as f64), leads, ..GoalFigure::default() }
        }
        Kpi::Reached { from, to } => {
            let from = entered(facts, *from, period);
            // A pass that skipped a stage and came to a later one of the path came as far.
            let on_path = charter.stages.iter().enumerate().skip(*to);
            let further: Vec<_> = on_path
                .filter(|(_, stage)| stage.kind.is_on_path())
                .filter_map(|(place, _)| facts.stages.get(place))
                .collect();
            let came: BTreeSet<_> = facts
                .entries
                .iter()
                .filter(|entry| further.contains(&&entry.stage))
                .map(|entry| (entry.lead, entry.pass))
                .collect();
            let part = from.intersection(&came).map(|(lead, _)| *lead).collect();
            share(part, from.len())
        }
        Kpi::Kept(id) => {
            let word = facts.promises.get(id);
            let clocks = facts.clocks.iter().filter(|clock| Some(&clock.promise) == word);
            let decided: Vec<_> = clocks.filter(|clock| decided_in(clock, period)).collect();
            let kept = decided.iter().filter(|clock| clock.outcome == ClockOutcome::Kept);
            share(kept.map(|clock| clock.lead).collect(), decided.len())
        }
    }
}

/// The moment by which a deal is counted.
type Dated = fn(&Deal) -> Option<(Instant, Precision)>;

fn closed_won(deal: &Deal) -> Option<(Instant, Precision)> {
    let won = deal.outcome == DealOutcome::Won;
    deal.closed.filter(|_| won).map(|moment| (moment.at, moment.precision))
}

fn opened(deal: &Deal) -> Option<(Instant, Precision)> {
    deal.opened.map(|moment| (moment.at, moment.precision))
}

fn of_deals(
    facts: &GoalFacts,
    (from, until): (Instant, Instant),
    dated: Dated,
    worth: impl Fn(&Deal) -> Option<f64>,
) -> GoalFigure {
    let mut figure = GoalFigure { value: Some(0.0), ..GoalFigure::default() };
    for deal in &facts.deals {
        let Some((at, precision)) = dated(deal) else { continue };
        if precision == Precision::Unknown {
            figure.unknown += 1;
        } else if from <= at && at < until {
            match worth(deal) {
                Some(worth) => {
                    figure.value = figure.value.map(|sum| sum + worth);
                    figure.opportunities.push(deal.opportunity);
                }
                None => figure.unknown += 1,
            }
        }
    }
    figure
}

/// The passes that entered a stage in a period.
fn entered(
    facts: &GoalFacts,
    stage: usize,
    (from, until): (Instant, Instant),
) -> BTreeSet<(SubjectId, u16)> {
    let word = facts.stages.get(stage);
    let entries = facts.entries.iter().filter(|entry| Some(&entry.stage) == word);
    let within = entries.filter(|entry| from <= entry.at && entry.at < until);
    within.map(|entry| (entry.lead, entry.pass)).collect()
}

/// A clock is decided when it is kept, or when it was due and is broken.
fn decided_in(clock: &PromiseClock, (from, until): (Instant, Instant)) -> bool {
    let at = match clock.outcome {
        ClockOutcome::Kept => clock.ended.map(|ended| ended.at),
        outcome if outcome.is_broken() => Some(clock.due),
        _ => None,
    };
    at.is_some_and(|at| from <= at && at < until)
}

fn share(part: Vec<SubjectId>, whole: usize) -> GoalFigure {
    let value = Share { part: part.len(), whole }.value();
    GoalFigure { value, leads: part, of: Some(whole), ..GoalFigure::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Moment;

    const PERIOD: (Instant, Instant) = (Instant(100), Instant(200));

    fn charter() -> Charter {
        charter::read(include_str!("../../../charters/b2b-saas.toml")).unwrap()
    }

    fn deal(id: u64, won_at: i64, amount: Option<f64>) -> Deal {
        let moment = |at| Some(Moment { at: Instant(at), precision: Precision::Instant });
        Deal {
            opportunity: SubjectId(id),
            slice: Symbol::EMPTY,
            opened: moment(won_at - 50),
            outcome: DealOutcome::Won,
            closed: moment(won_at),
            amount,
        }
    }

    fn entry(lead: u64, pass: u16, stage: u32, at: i64) -> PassEntry {
        PassEntry { lead: SubjectId(lead), pass, stage: Symbol(stage), at: Instant(at) }
    }

    /// Stages of the charter are the words 100, 101, …
    fn facts() -> GoalFacts {
        let stages = (0..charter().stages.len() as u32).map(|place| Symbol(100 + place));
        GoalFacts { stages: stages.collect(), ..GoalFacts::default() }
    }

    #[test]
    fn an_amount_is_the_sum_of_what_was_won_in_the_period_and_says_what_it_cannot_count() {
        let undated = Deal {
            closed: Some(Moment { at: Instant(150), precision: Precision::Unknown }),
            ..deal(5, 150, Some(9.0))
        };
        let deals = vec![
            deal(1, 99, Some(1.0)),
            deal(2, 100, Some(2.0)),
            deal(3, 199, Some(4.0)),
            deal(4, 200, Some(8.0)),
            undated,
            deal(6, 150, None),
        ];
        let facts = GoalFacts { deals, ..facts() };
        let amount = goal_figure(&Kpi::WonAmount, &charter(), PERIOD, &facts);
        assert_eq!((amount.value, amount.unknown), (Some(6.0), 2));
        assert_eq!(amount.opportunities, [SubjectId(2), SubjectId(3)]);
        let won = goal_figure(&Kpi::Won, &charter(), PERIOD, &facts);
        assert_eq!((won.value, won.opportunities.len()), (Some(3.0), 3));
        let pipeline = goal_figure(&Kpi::PipelineAmount, &charter(), PERIOD, &facts);
        assert_eq!(pipeline.opportunities, [SubjectId(3), SubjectId(4), SubjectId(5)]);
    }

    #[test]
    fn a_pass_counts_once_and_came_as_far_as_the_furthest_stage_that_it_entered() {
        let charter = charter();
        let place = |id: &str| charter.stages.iter().position(|stage| stage.id == id).unwrap();
        let (mql, sal, sql) = (place("mql"), place("sal"), place("sql"));
        let word = |place: usize| 100 + place as u32;
        let entries = vec![
            entry(1, 1, word(mql), 120),
            entry(1, 1, word(mql), 130),
            entry(1, 2, word(mql), 140),
            entry(2, 1, word(mql), 150),
            entry(2, 1, word(sql), 500),
            entry(3, 1, word(mql), 50),
            entry(3, 1, word(sal), 150),
        ];
        let facts = GoalFacts { entries, ..facts() };
        let entered = goal_figure(&Kpi::Entered(mql), &charter, PERIOD, &facts);
        assert_eq!((entered.value, entered.leads.len()), (Some(3.0), 3));
        let reached = Kpi::Reached { from: mql, to: sal };
        let reached = goal_figure(&reached, &charter, PERIOD, &facts);
        assert_eq!((reached.value, reached.of), (Some(1.0 / 3.0), Some(3)));
        assert_eq!(reached.leads, [SubjectId(2)]);
    }

    #[test]
    fn a_promise_is_decided_when_it_is_kept_or_was_due_and_a_running_one_says_nothing() {
        let clock = |lead, outcome, due, ended: Option<i64>| PromiseClock {
            lead: SubjectId(lead),
            promise: Symbol(7),
            started: Moment { at: Instant(10), precision: Precision::Instant },
            due: Instant(due),
            ended: ended.map(|at| Moment { at: Instant(at), precision: Precision::Instant }),
            outcome,
            assumed: false,
        };
        let clocks = vec![
            clock(1, ClockOutcome::Kept, 300, Some(150)),
            clock(2, ClockOutcome::StillOpen, 150, None),
            clock(3, ClockOutcome::AnsweredLate, 99, Some(150)),
            clock(4, ClockOutcome::Running, 150, None),
        ];
        let promises = BTreeMap::from([("first-touch".to_owned(), Symbol(7))]);
        let facts = GoalFacts { clocks, promises, ..facts() };
        let kept = Kpi::Kept("first-touch".to_owned());
        let kept = goal_figure(&kept, &charter(), PERIOD, &facts);
        assert_eq!((kept.value, kept.of, kept.leads.len()), (Some(0.5), Some(2), 1));
        let other = Kpi::Kept("unknown".to_owned());
        assert_eq!(goal_figure(&other, &charter(), PERIOD, &facts).value, None);
    }
}
