//! What would have been otherwise under another charter.

use super::{AsOfDocument, moment};
use app::BacktestAnswer;
use app::tell::{Clockwork, backtest_in_words, notes_on_backtest};
use facts::Instant;
use lifecycle::{Compared, Listed, Runs, Turn, WeekLoad};
use serde::Serialize;
use utoipa::ToSchema;

/// What would have been otherwise under another charter: both are read over everything that
/// happened, as if each had decided from the adoption on.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct BacktestDocument {
    pub(crate) as_of: AsOfDocument,
    /// What matters most, and how certain it is.
    pub(crate) verdict: String,
    /// What can be said of it, and what cannot.
    pub(crate) notes: Vec<String>,
    pub(crate) leads: u64,
    pub(crate) leads_that_differ: u64,
    pub(crate) stages: Vec<StageCompared>,
    /// Entries of stages that would have come at another time, or not at all: the first 100.
    pub(crate) flips: Vec<FlipDocument>,
    /// How many there are in all.
    pub(crate) flips_in_all: CountDocument,
    pub(crate) wins: WinsCompared,
    pub(crate) promises: Vec<PromiseCompared>,
    /// When the weeks of the loads begin.
    pub(crate) weeks: Vec<String>,
    /// Hand-offs of each queue.
    pub(crate) queues: Vec<LoadCompared>,
    /// Promises that start for each side.
    pub(crate) sides: Vec<LoadCompared>,
    /// What would happen at once if it took force.
    pub(crate) first_day: Option<FirstDayDocument>,
    /// Why there is no first day.
    pub(crate) cannot_follow: Option<String>,
}

/// How many, and how certain.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct CountDocument {
    pub(crate) all: u64,
    pub(crate) exact: u64,
    pub(crate) assumed: u64,
    pub(crate) estimated: u64,
}

/// A stage under both.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct StageCompared {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Entries under the charter in force, and under the proposal.
    pub(crate) before: CountDocument,
    pub(crate) after: CountDocument,
}

/// An entry that would have come at another time, or not at all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct FlipDocument {
    pub(crate) lead: String,
    pub(crate) stage: String,
    /// `newly`, `never`, `earlier` or `later`.
    pub(crate) turn: Option<&'static str>,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) certainty: &'static str,
}

/// What would have become of the wins.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct WinsCompared {
    pub(crate) all: CountDocument,
    /// Of them, how many would not have been handed over, newly, earlier, later.
    pub(crate) never: CountDocument,
    pub(crate) newly: CountDocument,
    pub(crate) earlier: CountDocument,
    pub(crate) later: CountDocument,
}

/// A promise under both.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct PromiseCompared {
    pub(crate) id: String,
    pub(crate) by: &'static str,
    pub(crate) before: RunsDocument,
    pub(crate) after: RunsDocument,
}

/// What became of a promise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct RunsDocument {
    pub(crate) started: CountDocument,
    pub(crate) kept: CountDocument,
    pub(crate) broken: CountDocument,
    pub(crate) running: CountDocument,
    /// Started where nobody saw it: whether people would have kept it cannot be known.
    pub(crate) nobody_saw: CountDocument,
}

/// A load under both, week by week.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct LoadCompared {
    /// The queue, or the side.
    pub(crate) of: String,
    pub(crate) before: Vec<u64>,
    pub(crate) after: Vec<u64>,
}

/// What would happen at once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct FirstDayDocument {
    pub(crate) at: String,
    pub(crate) moves: CountDocument,
    pub(crate) ways: Vec<WayDocument>,
    /// How many promises would start at once.
    pub(crate) promises_started: u64,
}

/// How many leads would go from one stage to another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct WayDocument {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) leads: u64,
}

impl BacktestDocument {
    /// How many flips are listed.
    pub(crate) const FLIPS_MAX: usize = 100;

    pub(crate) fn of(
        answer: &BacktestAnswer,
        window: (Option<Instant>, Option<Instant>),
        now: Instant,
    ) -> Self {
        let found = &answer.found;
        let id = |stage: u16| found.stages[usize::from(stage)].stage.id.clone();
        let clock = Clockwork::new(&answer.after.timezone);
        let wins = |turn| count(found.wins.count(turn));
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            verdict: backtest_in_words(found),
            notes: notes_on_backtest(answer, &clock, window),
            leads: found.leads,
            leads_that_differ: found.leads_that_differ,
            stages: found
                .stages
                .iter()
                .map(|one| StageCompared {
                    id: one.stage.id.clone(),
                    name: one.stage.name.clone(),
                    before: count(one.entries.before),
                    after: count(one.entries.after),
                })
                .collect(),
            flips: listed(&found.flips, |flip| FlipDocument {
                lead: flip.lead.to_string(),
                stage: id(flip.stage),
                turn: flip.turn().map(Turn::word),
                before: moment(flip.before),
                after: moment(flip.after),
                certainty: flip.sure.word(),
            }),
            flips_in_all: count(found.flips.count),
            wins: WinsCompared {
                all: count(found.wins.wins),
                never: wins(Turn::Never),
                newly: wins(Turn::Newly),
                earlier: wins(Turn::Earlier),
                later: wins(Turn::Later),
            },
            promises: found
                .promises
                .iter()
                .map(|one| PromiseCompared {
                    id: one.promise.id.clone(),
                    by: one.promise.by.word(),
                    before: runs(&one.before),
                    after: runs(&one.after),
                })
                .collect(),
            weeks: found.weeks.iter().map(ToString::to_string).collect(),
            queues: found.queues.iter().map(|one| load(&one.queue.to, &one.load)).collect(),
            sides: found.sides.iter().map(|one| load(one.side.word(), &one.load)).collect(),
            first_day: found.first_day.as_ref().map(|day| FirstDayDocument {
                at: day.at.to_string(),
                moves: count(day.moves.count),
                ways: day
                    .ways
                    .iter()
                    .map(|way| WayDocument { from: id(way.from), to: id(way.to), leads: way.leads })
                    .collect(),
                promises_started: day.clocks,
            }),
            cannot_follow: answer.cannot_follow.clone(),
        }
    }
}

const fn count(count: lifecycle::Count) -> CountDocument {
    let (all, assumed, estimated) = (count.all, count.assumed, count.estimated);
    CountDocument { all, exact: count.exact(), assumed, estimated }
}

fn listed<T, D>(listed: &Listed<T>, write: impl Fn(&T) -> D) -> Vec<D> {
    listed.first.iter().map(write).collect()
}

const fn runs(runs: &Runs) -> RunsDocument {
    RunsDocument {
        started: count(runs.started),
        kept: count(runs.kept),
        broken: count(runs.broken),
        running: count(runs.running),
        nobody_saw: count(runs.unseen),
    }
}

fn load(of: &str, load: &Compared<WeekLoad>) -> LoadCompared {
    let weeks = |load: &WeekLoad| load.per_week.iter().map(|week| u64::from(*week)).collect();
    LoadCompared { of: of.to_owned(), before: weeks(&load.before), after: weeks(&load.after) }
}
