//! What many leads add up to.

use super::answer::{
    Backtest, Compared, FirstDay, Flip, Move, PromiseRuns, QueueLoad, Runs, SideLoad, StageFigures,
    Turn, Way, Win, WinFigures,
};
use super::count::{Count, Listed};
use super::told::Told;
use super::weeks::WeekLoad;
use super::{NextOfPlan, Plan, SideOfPlan};
use crate::derived::What;
use crate::routing::{GivenLoad, HandoffMoment, second_pass};
use charter::Side;
use facts::Precision;
use timeline::Story;

/// What some neighbouring leads add up to.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) leads: u64,
    pub(super) leads_that_differ: u64,
    pub(super) decisions: Compared<[u64; What::ALL.len()]>,
    pub(super) stages: Vec<StageTally>,
    pub(super) flips: Listed<Flip>,
    pub(super) wins: WinFigures,
    pub(super) promises: Vec<Compared<Runs>>,
    pub(super) queues: Vec<Compared<WeekLoad>>,
    pub(super) sides: [Compared<WeekLoad>; 2],
    pub(super) unseen_handoffs: Count,
    pub(super) moments: Compared<Vec<HandoffMoment>>,
    moves: Listed<Move>,
    ways: Vec<u64>,
    first_day_handoffs: Vec<u64>,
    first_day_clocks: u64,
}

/// How often a stage was entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct StageTally {
    pub(super) entries: Compared<Count>,
    pub(super) leads: Compared<Count>,
    pub(super) flips: [Count; Turn::ALL.len()],
}

/// The place of a side among [`Tally::sides`].
pub(super) const fn place_of(side: Side) -> usize {
    match side {
        Side::Marketing => 0,
        Side::Sales => 1,
    }
}

impl Tally {
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        let names = &plan.names;
        let load = || {
            let load = WeekLoad::new(&plan.weeks);
            Compared { before: load.clone(), after: load }
        };
        let none = [0; What::ALL.len()];
        Self {
            leads: 0,
            leads_that_differ: 0,
            decisions: Compared { before: none, after: none },
            stages: vec![StageTally::default(); names.stages.len()],
            flips: Listed::default(),
            wins: WinFigures::default(),
            promises: vec![Compared::default(); names.promises.len()],
            queues: names.queues.iter().map(|_| load()).collect(),
            sides: [load(), load()],
            unseen_handoffs: Count::default(),
            moments: Compared::default(),
            moves: Listed::default(),
            ways: vec![0; names.stages.len() * names.stages.len()],
            first_day_handoffs: vec![0; names.queues.len()],
            first_day_clocks: 0,
        }
    }

    pub(super) fn flip(&mut self, plan: &Plan<'_>, flip: Flip) {
        if let Some(turn) = flip.turn() {
            self.stages[usize::from(flip.stage)].flips[turn as usize].add(flip.sure);
            self.flips.push(flip, flip.sure, plan.question.list_max);
        }
    }

    pub(super) fn win(&mut self, plan: &Plan<'_>, win: Win) {
        self.wins.wins.add(win.sure);
        let handed_over = &mut self.wins.handed_over;
        if win.before.is_some() {
            handed_over.before.add(win.sure);
        }
        if win.after.is_some() {
            handed_over.after.add(win.sure);
        }
        if let Some(turn) = Turn::of(win.before, win.after) {
            self.wins.turns[turn as usize].add(win.sure);
            self.wins.changed.push(win, win.sure, plan.question.list_max);
        }
    }

    /// What the first day of the proposal does to a lead.
    pub(super) fn first_day(
        &mut self,
        plan: &Plan<'_>,
        next: &NextOfPlan,
        story: Story<'_>,
        told: &Told<'_>,
    ) {
        self.first_day_clocks += told.moved.clocks;
        if let Some(queue) = told.moved.queue {
            self.first_day_handoffs[usize::from(queue)] += 1;
        }
        if let (Some(from), Some(to)) = (told.rests_in(), told.moved.to) {
            let undated = next.basis.assumed_from(story, next.at);
            let sure = next.basis.sure(next.at, Precision::Instant, undated);
            let moved = Move { lead: story.lead, from, to, sure };
            self.moves.push(moved, sure, plan.question.list_max);
            self.ways[usize::from(from) * self.stages.len() + usize::from(to)] += 1;
        }
    }

    /// Adds what later leads come to.
    pub(super) fn merge(&mut self, other: Self, list_max: usize) {
        self.leads += other.leads;
        self.leads_that_differ += other.leads_that_differ;
        add(&mut self.decisions.before, &other.decisions.before);
        add(&mut self.decisions.after, &other.decisions.after);
        for (stage, more) in self.stages.iter_mut().zip(&other.stages) {
            stage.entries.before.merge(more.entries.before);
            stage.entries.after.merge(more.entries.after);
            stage.leads.before.merge(more.leads.before);
            stage.leads.after.merge(more.leads.after);
            for (flips, more) in stage.flips.iter_mut().zip(more.flips) {
                flips.merge(more);
            }
        }
        self.flips.merge(other.flips, list_max);
        self.wins.merge(other.wins, list_max);
        for (runs, more) in self.promises.iter_mut().zip(&other.promises) {
            runs.before.merge(&more.before);
            runs.after.merge(&more.after);
        }
        let loads = self.queues.iter_mut().chain(&mut self.sides);
        for (load, more) in loads.zip(other.queues.iter().chain(&other.sides)) {
            load.before.merge(&more.before);
            load.after.merge(&more.after);
        }
        self.unseen_handoffs.merge(other.unseen_handoffs);
        self.moments.before.extend(other.moments.before);
        self.moments.after.extend(other.moments.after);
        self.moves.merge(other.moves, list_max);
        add(&mut self.ways, &other.ways);
        add(&mut self.first_day_handoffs, &other.first_day_handoffs);
        self.first_day_clocks += other.first_day_clocks;
    }

    pub(super) fn answer(mut self, plan: &Plan<'_>) -> Backtest {
        let first_week = self.first_week(plan);
        let moments = std::mem::take(&mut self.moments);
        let routed = Compared {
            before: routed(plan, &plan.before, moments.before, first_week),
            after: routed(plan, &plan.after, moments.after, first_week),
        };
        let routing = match routed {
            Compared { before: Some(before), after: Some(after) } => {
                Some(Compared { before, after })
            }
            _ => None,
        };
        let loads = self.queues.iter_mut().chain(&mut self.sides);
        for load in loads {
            load.before.cut_before(first_week);
            load.after.cut_before(first_week);
        }
        let first_day = plan.next.as_ref().map(|next| self.first_day_answer(plan, next));
        let [marketing, sales] = self.sides;
        let names = &plan.names;
        let stages = names.stages.iter().zip(self.stages).map(|(stage, tally)| {
            let StageTally { entries, leads, flips } = tally;
            StageFigures { stage: stage.clone(), entries, leads, flips }
        });
        let promises = names.promises.iter().zip(self.promises).map(|(promise, runs)| {
            let Compared { before, after } = runs;
            PromiseRuns { promise: promise.clone(), before, after }
        });
        let queues = names.queues.iter().zip(self.queues);
        Backtest {
            leads: self.leads,
            leads_that_differ: self.leads_that_differ,
            decisions: self.decisions,
            stages: stages.collect(),
            flips: self.flips,
            wins: self.wins,
            promises: promises.collect(),
            weeks: (first_week..plan.weeks.len()).map(|week| plan.weeks.start(week)).collect(),
            queues: queues.map(|(queue, load)| QueueLoad { queue: queue.clone(), load }).collect(),
            sides: [
                SideLoad { side: Side::Marketing, load: marketing },
                SideLoad { side: Side::Sales, load: sales },
            ],
            unseen_handoffs: self.unseen_handoffs,
            routing,
            first_day,
        }
    }

    /// The first week in which anything comes, so that no empty years stand before it.
    fn first_week(&self, plan: &Plan<'_>) -> usize {
        let loads = self.queues.iter().chain(&self.sides);
        let both = loads.flat_map(|load| [&load.before, &load.after]);
        let first = both.filter_map(|load| load.per_week.iter().position(|count| *count > 0)).min();
        first.unwrap_or(plan.weeks.len())
    }

    fn first_day_answer(&mut self, plan: &Plan<'_>, next: &NextOfPlan) -> FirstDay {
        let count = plan.names.stages.len();
        let ways = self.ways.iter().enumerate().filter(|(_, leads)| **leads > 0);
        let mut ways: Vec<_> = ways
            .map(|(place, &leads)| Way {
                from: (place / count) as u16,
                to: (place % count) as u16,
                leads,
            })
            .collect();
        ways.sort_by_key(|way| (std::cmp::Reverse(way.leads), way.from, way.to));
        FirstDay {
            at: next.at,
            moves: std::mem::take(&mut self.moves),
            ways,
            handoffs: std::mem::take(&mut self.first_day_handoffs),
            clocks: self.first_day_clocks,
        }
    }
}

/// Routes the hand-offs of one of the charters again; `None` where that was not asked.
fn routed(
    plan: &Plan<'_>,
    side: &SideOfPlan,
    moments: Vec<HandoffMoment>,
    first_week: usize,
) -> Option<GivenLoad> {
    let routing = plan.question.routing?;
    let routes = side.routes.as_ref()?.all();
    let person = |id: &str| routing.vocabulary.find(id);
    let mut load = second_pass(moments, routes, routing.staff, &plan.weeks, person);
    for one in &mut load.people {
        one.per_week.cut_before(first_week);
    }
    Some(load)
}

fn add(sums: &mut [u64], more: &[u64]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}

impl WinFigures {
    fn merge(&mut self, other: Self, list_max: usize) {
        self.wins.merge(other.wins);
        self.handed_over.before.merge(other.handed_over.before);
        self.handed_over.after.merge(other.handed_over.after);
        for (turn, more) in self.turns.iter_mut().zip(other.turns) {
            turn.merge(more);
        }
        self.changed.merge(other.changed, list_max);
    }
}

impl Runs {
    fn merge(&mut self, other: &Self) {
        self.started.merge(other.started);
        self.kept.merge(other.kept);
        self.broken.merge(other.broken);
        self.cancelled.merge(other.cancelled);
        self.unknowable.merge(other.unknowable);
        self.running.merge(other.running);
        self.unseen.merge(other.unseen);
        self.answered_late += other.answered_late;
    }
}
