//! Two charters over the same stories.
//!
//! Each story is folded once under the charter in force and once under the proposal, both as if
//! they had decided from the adoption on, and the two tellings are compared lead by lead; nothing
//! of a lead is kept but counts and the first items of each list. Leads are shared out to threads
//! in runs of neighbours and added up in order, so that the answer does not depend on how many
//! threads there were.
//!
//! What facts alone decide is exact. What rests on a fact that is dated for want of a date, or on
//! history before adoption, is assumed. What people would have done is not known: hand-offs and
//! promises that nobody saw are counted apart and judged by nobody.

mod answer;
mod basis;
mod compare;
mod count;
mod names;
mod tally;
mod told;
mod weeks;

pub use answer::{
    Backtest, Compared, FirstDay, Flip, Move, PromiseRuns, QueueLoad, Runs, SideLoad, StageFigures,
    Turn, Way, Win, WinFigures,
};
pub use count::{Count, Listed, Sureness};
pub use names::{PromiseName, QueueName, StageName};
pub use weeks::WeekLoad;
pub(crate) use weeks::Weeks;

use crate::fold::Folder;
use crate::reign::Reign;
use crate::routing::{Routes, Staff};
use basis::Basis;
use compare::Comparison;
use facts::{Instant, Vocabulary};
use names::{Names, Numbers};
use std::fmt;
use std::ops::Range;
use tally::Tally;
use timeline::Timelines;
use told::Told;

/// What is asked of a backtest.
#[derive(Clone, Copy, Debug)]
pub struct BacktestQuestion<'a> {
    /// The charter in force, as if it had decided from the adoption on.
    pub before: &'a Reign,
    /// The proposal, as if it had.
    pub after: &'a Reign,
    /// The versions that were adopted, and last the proposal from the instant on for which its
    /// first day is asked; compiled with the same holidays as the others.
    pub next: Option<&'a Reign>,
    /// What happened from this instant on is counted,
    pub from: Instant,
    /// until before this one.
    pub to: Instant,
    /// Until when stories are folded: now. What became of a promise is as of then.
    pub until: Instant,
    /// At most so many items are kept of each list; their counts are of all.
    pub list_max: usize,
    /// With so many threads, 1 to 256.
    pub threads: usize,
    /// What routing every hand-off again needs; `None` when that was not asked.
    pub routing: Option<RoutingQuestion<'a>>,
}

/// What routing every hand-off again needs.
#[derive(Clone, Copy, Debug)]
pub struct RoutingQuestion<'a> {
    /// Settings in order of force, at least one; the first also holds before.
    pub staff: &'a [Staff],
    /// The words and codes of the stories.
    pub vocabulary: &'a Vocabulary,
}

/// What would have been otherwise under a proposal.
///
/// # Panics
/// When a thread panics.
#[must_use]
pub fn backtest(question: &BacktestQuestion<'_>, timelines: &Timelines) -> Backtest {
    let mut backtesting = Backtesting::new(question);
    backtesting.add(timelines);
    backtesting.finish()
}

/// A backtest under way, for stories that come in parts.
pub struct Backtesting<'a> {
    plan: Plan<'a>,
    total: Tally,
}

impl<'a> Backtesting<'a> {
    /// Before the first story.
    #[must_use]
    pub fn new(question: &BacktestQuestion<'a>) -> Self {
        let plan = Plan::new(question);
        Self { total: Tally::new(&plan), plan }
    }

    /// Adds stories of leads that were not added yet. Lists are in the order of adding.
    ///
    /// # Panics
    /// When a thread panics.
    pub fn add(&mut self, timelines: &Timelines) {
        let plan = &self.plan;
        let threads = plan.question.threads.clamp(1, 256);
        let share = timelines.len().div_ceil(threads).max(1);
        let parts: Vec<Tally> = std::thread::scope(|scope| {
            let starts = (0..timelines.len()).step_by(share);
            let workers: Vec<_> = starts
                .map(|start| {
                    let end = (start + share).min(timelines.len());
                    scope.spawn(move || plan.run(timelines, start..end))
                })
                .collect();
            workers.into_iter().map(|w| w.join().expect("a folding thread panicked")).collect()
        });
        for part in parts {
            self.total.merge(part, plan.question.list_max);
        }
    }

    /// What all stories come to.
    #[must_use]
    pub fn finish(self) -> Backtest {
        self.total.answer(&self.plan)
    }
}

impl fmt::Debug for Backtesting<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backtesting").field("total", &self.total).finish_non_exhaustive()
    }
}

/// What all threads go by.
struct Plan<'a> {
    question: BacktestQuestion<'a>,
    names: Names,
    before: SideOfPlan,
    after: SideOfPlan,
    next: Option<NextOfPlan>,
    weeks: Weeks,
}

/// One of the two charters compared.
struct SideOfPlan {
    numbers: Vec<Numbers>,
    basis: Basis,
    /// The routes of its last version, where routing was asked.
    routes: Option<Routes>,
}

/// The first day of the proposal.
struct NextOfPlan {
    numbers: Vec<Numbers>,
    basis: Basis,
    /// The index of the proposal's version.
    version: u16,
    /// When it takes force.
    at: Instant,
    /// Whether what was adopted is the charter in force and no other, so that one fold shows both.
    shared: bool,
}

impl<'a> Plan<'a> {
    fn new(question: &BacktestQuestion<'a>) -> Self {
        let BacktestQuestion { before, after, next, from, to, until, .. } = *question;
        let names = Names::of(before, after, next.as_slice());
        let side = |reign: &Reign| SideOfPlan {
            numbers: names.numbers(reign),
            basis: Basis::of(reign),
            routes: question.routing.filter(|routing| !routing.staff.is_empty()).map(|routing| {
                let versions = reign.versions();
                let charter = &versions[versions.len() - 1].program.charter;
                Routes::new(charter, routing.vocabulary)
            }),
        };
        let calendar = &before.at(until).1.calendar;
        let last = Instant(until.0.saturating_add(1)).min(to);
        Self {
            question: *question,
            before: side(before),
            after: side(after),
            next: next.map(|next| NextOfPlan {
                numbers: names.numbers(next),
                basis: Basis::of(next),
                version: (next.versions().len() - 1) as u16,
                at: next.versions()[next.versions().len() - 1].from,
                shared: continues(next, before, until),
            }),
            weeks: Weeks::of(calendar, (from, last)),
            names,
        }
    }

    fn run(&self, timelines: &Timelines, leads: Range<usize>) -> Tally {
        let BacktestQuestion { before, after, next, from, to, until, .. } = self.question;
        let window = (from, to);
        let next = next.zip(self.next.as_ref());
        let shared = next.filter(|(_, plan)| plan.shared);
        let apart = next.filter(|(_, plan)| !plan.shared);
        // Where it can be, the first day is told by the fold of the charter in force.
        let (first_reign, first_until) = shared.map_or((before, until), |(r, plan)| (r, plan.at));
        let numbers = shared.map_or(&self.before.numbers, |(_, plan)| &plan.numbers);
        let first_day = shared.map(|(_, plan)| plan.version);
        let mut told_before = Told::new(numbers, first_day, window);
        let mut told_after = Told::new(&self.after.numbers, None, window);
        let mut folds = (Folder::new(first_reign), Folder::new(after));
        let mut apart = apart.map(|(reign, plan)| {
            let told = Told::new(&plan.numbers, Some(plan.version), window);
            (Folder::new(reign), told, plan)
        });
        let mut tally = Tally::new(self);
        for index in leads {
            let story = timelines.story(index);
            told_before.next_lead();
            told_after.next_lead();
            folds.0.tell(story, first_until, &mut told_before);
            folds.1.tell(story, until, &mut told_after);
            let comparison = Comparison::new(self, story, &told_before, &told_after);
            comparison.tell(&mut tally);
            if let Some((folder, told, plan)) = &mut apart {
                told.next_lead();
                folder.tell(story, plan.at, told);
                tally.first_day(self, plan, story, told);
            } else if let Some((_, plan)) = shared {
                tally.first_day(self, plan, story, &told_before);
            }
        }
        tally.decisions.before = told_before.counts;
        tally.decisions.after = told_after.counts;
        tally
    }
}

/// Whether a reign is another one, and then the proposal right after `until`.
fn continues(next: &Reign, before: &Reign, until: Instant) -> bool {
    let (next, before) = (next.versions(), before.versions());
    next.len() == before.len() + 1
        && next[before.len()].from == Instant(until.0.saturating_add(1))
        && next.iter().zip(before).all(|(one, other)| {
            one.from == other.from && one.program.charter == other.program.charter
        })
}
