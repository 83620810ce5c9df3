//! One lead under both charters.

use super::answer::{Compared, Flip, Runs, Win};
use super::basis::Basis;
use super::count::Sureness;
use super::tally::{Tally, place_of};
use super::told::{Ended, Entry, Ran, Told, Wanted};
use super::{Plan, SideOfPlan};
use crate::routing::HandoffMoment;
use facts::{Instant, Precision};
use timeline::Story;

/// One lead under both charters.
pub(super) struct Comparison<'a> {
    plan: &'a Plan<'a>,
    story: Story<'a>,
    before: Telling<'a>,
    after: Telling<'a>,
}

/// What one charter tells of the lead.
#[derive(Clone, Copy)]
struct Telling<'a> {
    told: &'a Told<'a>,
    basis: &'a Basis,
    /// From when on its decisions rest on facts without a date.
    undated_from: Instant,
    /// From when on they follow from a step after a breach that people might have answered.
    unanswered_from: Instant,
}

impl<'a> Telling<'a> {
    fn new(side: &'a SideOfPlan, told: &'a Told<'a>, story: Story<'_>, until: Instant) -> Self {
        let basis = &side.basis;
        let undated_from = basis.assumed_from(story, until);
        Self { told, basis, undated_from, unanswered_from: Instant::NEVER }
    }

    /// Under a proposal people would have seen other breaches than they did: what follows from
    /// these is as if nobody had answered.
    fn beside(self, before: &Told<'_>) -> Self {
        let unseen = self.told.steps.iter().filter(|step| !before.steps.contains(step));
        let unanswered_from = unseen.map(|(_, at)| *at).min().unwrap_or(Instant::NEVER);
        Self { unanswered_from, ..self }
    }

    fn sure(&self, at: Instant, precision: Precision) -> Sureness {
        if at >= self.unanswered_from {
            return Sureness::Estimated;
        }
        self.basis.sure(at, precision, self.undated_from)
    }

    /// How sure it is that something never comes.
    fn sure_of_silence(&self) -> Sureness {
        match (self.unanswered_from, self.undated_from) {
            (Instant::NEVER, Instant::NEVER) => Sureness::Exact,
            (Instant::NEVER, _) => Sureness::Assumed,
            _ => Sureness::Estimated,
        }
    }
}

impl<'a> Comparison<'a> {
    pub(super) fn new(
        plan: &'a Plan<'a>,
        story: Story<'a>,
        before: &'a Told<'a>,
        after: &'a Told<'a>,
    ) -> Self {
        let until = plan.question.until;
        Self {
            plan,
            story,
            before: Telling::new(&plan.before, before, story, until),
            after: Telling::new(&plan.after, after, story, until).beside(before),
        }
    }

    /// Adds the lead to a tally.
    pub(super) fn tell(&self, tally: &mut Tally) {
        tally.leads += 1;
        tally.leads_that_differ += u64::from(self.differs());
        self.entries(tally);
        self.flips(tally);
        self.wins(tally);
        self.handoffs(tally);
        self.clocks(tally);
        self.moments(tally);
    }

    fn is_counted(&self, at: Instant) -> bool {
        at >= self.plan.question.from && at < self.plan.question.to
    }

    fn differs(&self) -> bool {
        let (before, after) = (self.before.told, self.after.told);
        let entries = |told: &'a Told<'a>| {
            told.entries.iter().filter(|entry| self.is_counted(entry.at)).map(place)
        };
        let handoffs = |told: &'a Told<'a>| {
            let counted = told.handoffs.iter().filter(|wanted| self.is_counted(wanted.at));
            counted.map(|wanted| (wanted.queue, wanted.at))
        };
        let clocks = |told: &'a Told<'a>| {
            let counted = told.clocks.iter().filter(|clock| self.is_counted(clock.started_at));
            counted.map(|clock| (clock.promise, clock.started_at, clock.outcome))
        };
        !(entries(before).eq(entries(after))
            && handoffs(before).eq(handoffs(after))
            && clocks(before).eq(clocks(after)))
    }

    fn entries(&self, tally: &mut Tally) {
        for (telling, is_after) in [(&self.before, false), (&self.after, true)] {
            for (index, entry) in telling.told.entries.iter().enumerate() {
                if !self.is_counted(entry.at) {
                    continue;
                }
                let sure = telling.sure(entry.at, entry.precision);
                let earlier = &telling.told.entries[..index];
                let is_first = !earlier
                    .iter()
                    .any(|other| other.stage == entry.stage && self.is_counted(other.at));
                let stage = &mut tally.stages[usize::from(entry.stage)];
                side_of(&mut stage.entries, is_after).add(sure);
                if is_first {
                    side_of(&mut stage.leads, is_after).add(sure);
                }
            }
        }
    }

    /// Pairs the entries of each stage: first those of the same instant, which are the same, then
    /// the others in order.
    fn flips(&self, tally: &mut Tally) {
        let (before, after) = (&self.before.told.entries, &self.after.told.entries);
        if before.iter().map(place).eq(after.iter().map(place)) {
            return;
        }
        let same = |one: &Entry, other: &Entry| place(one) == place(other);
        let mut left: Vec<&Entry> = after.iter().collect();
        let mut gone: Vec<&Entry> = Vec::new();
        for entry in before {
            match left.iter().position(|other| same(entry, other)) {
                Some(index) => drop(left.remove(index)),
                None => gone.push(entry),
            }
        }
        for entry in gone {
            let other = left.iter().position(|other| other.stage == entry.stage);
            let other = other.map(|index| left.remove(index));
            self.flip(tally, Some(entry), other);
        }
        for entry in left {
            self.flip(tally, None, Some(entry));
        }
    }

    fn flip(&self, tally: &mut Tally, before: Option<&Entry>, after: Option<&Entry>) {
        let counted = |entry: Option<&Entry>| entry.is_some_and(|one| self.is_counted(one.at));
        let Some(stage) = before.or(after).map(|entry| entry.stage) else { return };
        if !counted(before) && !counted(after) {
            return;
        }
        let sure = |telling: &Telling<'_>, entry: Option<&Entry>| {
            entry.map_or_else(
                || telling.sure_of_silence(),
                |one| telling.sure(one.at, one.precision),
            )
        };
        let within_a_day = before.zip(after).is_some_and(|(one, other)| {
            let by_day = one.precision.coarser(other.precision) >= Precision::Day;
            by_day && self.calendar_days(one.at, other.at) == 0
        });
        let order = if within_a_day { Sureness::Assumed } else { Sureness::Exact };
        let rests =
            Compared { before: self.before.told.rests_in(), after: self.after.told.rests_in() };
        let flip = Flip {
            lead: self.story.lead,
            stage,
            before: before.map(|entry| entry.at),
            after: after.map(|entry| entry.at),
            rests,
            sure: sure(&self.before, before).max(sure(&self.after, after)).max(order),
        };
        tally.flip(self.plan, flip);
    }

    fn calendar_days(&self, from: Instant, to: Instant) -> i64 {
        let question = &self.plan.question;
        question.before.at(question.until).1.calendar.days_between(from, to)
    }

    /// A win is handed over by the first hand-off since the win before.
    fn wins(&self, tally: &mut Tally) {
        let mut since = Instant(i64::MIN);
        for win in self.before.told.entries.iter().filter(|entry| entry.is_win) {
            let first = |told: &Told<'_>| {
                let mut wanted = told.handoffs.iter().map(|wanted| wanted.at);
                wanted.find(|at| *at > since && *at <= win.at)
            };
            let (before, after) = (first(self.before.told), first(self.after.told));
            since = win.at;
            if self.is_counted(win.at) {
                // The win itself is a fact; only its hand-off may be none.
                let handed = after.unwrap_or(win.at);
                let sure = self.before.sure(win.at, win.precision);
                let sure = sure.max(self.after.sure(handed, win.precision));
                let win = Win { lead: self.story.lead, at: win.at, before, after, sure };
                tally.win(self.plan, win);
            }
        }
    }

    fn handoffs(&self, tally: &mut Tally) {
        for (telling, is_after) in [(&self.before, false), (&self.after, true)] {
            for wanted in telling.told.handoffs.iter().filter(|it| self.is_counted(it.at)) {
                let queue = &mut tally.queues[usize::from(wanted.queue)];
                side_of(queue, is_after).add(self.plan.weeks.index(wanted.at));
            }
        }
        let at_once = |one: &Wanted, other: &Wanted| (one.queue, one.at) == (other.queue, other.at);
        for wanted in self.after.told.handoffs.iter().filter(|it| self.is_counted(it.at)) {
            if !self.before.told.handoffs.iter().any(|other| at_once(wanted, other)) {
                tally.unseen_handoffs.add(self.after.sure(wanted.at, wanted.precision));
            }
        }
    }

    /// The hand-offs that are routed again, once all leads are known.
    fn moments(&self, tally: &mut Tally) {
        let sides =
            [(&self.before, &self.plan.before, false), (&self.after, &self.plan.after, true)];
        for (telling, side, is_after) in sides {
            let Some(routes) = &side.routes else { continue };
            for wanted in &telling.told.handoffs {
                let first = |handoff| routes.first(self.story, wanted.at, handoff);
                let moment = HandoffMoment {
                    at: wanted.at,
                    lead: self.story.lead,
                    until: wanted.until,
                    route: wanted.handoff.and_then(first).map(|route| route as u16),
                    account: routes.account(self.story, wanted.at),
                    counted: self.is_counted(wanted.at),
                    sure: telling.sure(wanted.at, wanted.precision),
                };
                side_of(&mut tally.moments, is_after).push(moment);
            }
        }
    }

    fn clocks(&self, tally: &mut Tally) {
        for (telling, is_after) in [(&self.before, false), (&self.after, true)] {
            for clock in telling.told.clocks.iter().filter(|it| self.is_counted(it.started_at)) {
                let promise = usize::from(clock.promise);
                let side = place_of(self.plan.names.promises[promise].by);
                let week = self.plan.weeks.index(clock.started_at);
                side_of(&mut tally.sides[side], is_after).add(week);
                let seen = !is_after || self.was_there(clock);
                let sure = telling.sure(clock.started_at, clock.precision);
                side_of(&mut tally.promises[promise], is_after).count(clock, seen, sure);
            }
        }
    }

    /// Whether the lead entered the stage of a proposed clock at that moment in fact too, so that
    /// people saw it there.
    fn was_there(&self, clock: &Ran) -> bool {
        let entry = self.after.told.entries.get(clock.entry);
        entry.is_some_and(|entry| {
            self.before.told.entries.iter().any(|other| place(entry) == place(other))
        })
    }
}

fn place(entry: &Entry) -> (u16, Instant) {
    (entry.stage, entry.at)
}

const fn side_of<T>(compared: &mut Compared<T>, is_after: bool) -> &mut T {
    if is_after { &mut compared.after } else { &mut compared.before }
}

impl Runs {
    fn count(&mut self, clock: &Ran, seen: bool, sure: Sureness) {
        self.started.add(sure);
        let part = match clock.outcome {
            _ if !seen => &mut self.unseen,
            Ended::Running => &mut self.running,
            Ended::Kept => &mut self.kept,
            Ended::Broken => &mut self.broken,
            Ended::Cancelled => &mut self.cancelled,
            Ended::Unknowable => &mut self.unknowable,
        };
        part.add(sure);
        self.answered_late += u64::from(seen && clock.answered_late);
    }
}
