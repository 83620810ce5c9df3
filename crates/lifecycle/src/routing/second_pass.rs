//! Routing again: every hand-off of history, in order of time, over all leads.

use super::choose::{Candidate, choose};
use super::staff::Staff;
use crate::backtest::{Count, Sureness, WeekLoad, Weeks};
use charter::{Route, RouteTo, Sharing};
use facts::{Instant, SubjectId, Symbol};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

/// A hand-off of history.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct HandoffMoment {
    /// When it was wanted.
    pub at: Instant,
    /// Of which lead.
    pub lead: SubjectId,
    /// When the lead was handed over again, or was no longer open: until then somebody has it.
    pub until: Instant,
    /// The route that it takes, by its place in the charter; `None` where none holds.
    pub route: Option<u16>,
    /// The account that the lead belongs to.
    pub account: Option<SubjectId>,
    /// Whether it is within the window that is counted.
    pub counted: bool,
    /// How sure it is.
    pub sure: Sureness,
}

/// What each person would have been given.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GivenLoad {
    /// Everybody who was given a lead, in the order of their words' numbers.
    pub people: Vec<PersonLoad>,
    /// Hand-offs that nobody was free for when they were wanted.
    pub waited: Count,
    /// Those of them that nobody became free for while the lead was there.
    pub never_given: Count,
    /// Hand-offs that no route took, or that a route leaves in the queue.
    pub left_in_queue: Count,
}

/// What one person would have been given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonLoad {
    /// Who.
    pub person: Symbol,
    /// How many leads, within the window.
    pub given: Count,
    /// How many each week, the first week of the backtest first.
    pub per_week: WeekLoad,
    /// The most open leads at once, over all of history.
    pub most_open: u32,
}

/// Routes every hand-off again, in order of time: whoever is there, has room and whose turn it is
/// is given the lead, and has it until it goes on; where nobody is free it waits.
///
/// It is as if everybody had worked each lead for as long as it was worked in fact. `moments` in
/// any order; `staff` in order of force, of which the first also holds before; `person` gives the
/// word for a person whom a route names.
pub(crate) fn second_pass(
    mut moments: Vec<HandoffMoment>,
    routes: &[Route],
    staff: &[Staff],
    weeks: &Weeks,
    person: impl Fn(&str) -> Option<Symbol>,
) -> GivenLoad {
    moments.sort_unstable();
    let mut pass = Pass {
        routes,
        staff,
        weeks,
        person: &person,
        people: BTreeMap::new(),
        credits: BTreeMap::new(),
        colleagues: BTreeMap::new(),
        ends: BinaryHeap::new(),
        waiting: BTreeMap::new(),
        found: GivenLoad::default(),
    };
    // Somebody may become free at other instants than those at which a lead goes on.
    let returns = staff.iter().flat_map(|staff| staff.returns().chain([staff.from]));
    let mut ticks: VecDeque<Instant> = returns.collect();
    ticks.make_contiguous().sort_unstable();
    for moment in moments {
        pass.pass_time(moment.at, &mut ticks);
        pass.hand_over(moment);
    }
    pass.pass_time(Instant::NEVER, &mut ticks);
    pass.finish()
}

struct Pass<'a, F> {
    routes: &'a [Route],
    staff: &'a [Staff],
    weeks: &'a Weeks,
    person: &'a F,
    people: BTreeMap<Symbol, (PersonLoad, u32)>,
    /// How much each person is owed, by team or person routed to.
    credits: BTreeMap<(RouteTo, Symbol), i64>,
    /// Who works a lead of an account, last.
    colleagues: BTreeMap<SubjectId, Symbol>,
    /// When somebody's lead goes on.
    ends: BinaryHeap<Reverse<(Instant, Symbol)>>,
    /// Whom nobody is free for, by whom they wait for.
    waiting: BTreeMap<RouteTo, VecDeque<HandoffMoment>>,
    found: GivenLoad,
}

impl<F: Fn(&str) -> Option<Symbol>> Pass<'_, F> {
    /// Frees people, and gives them what waits, at every instant up to this one.
    fn pass_time(&mut self, until: Instant, ticks: &mut VecDeque<Instant>) {
        loop {
            let end = self.ends.peek().map_or(Instant::NEVER, |Reverse((at, _))| *at);
            let tick = ticks.front().copied().unwrap_or(Instant::NEVER);
            let at = end.min(tick);
            if at > until || at == Instant::NEVER {
                return;
            }
            while let Some(&Reverse((end, person))) = self.ends.peek()
                && end <= at
            {
                self.ends.pop();
                if let Some((_, open)) = self.people.get_mut(&person) {
                    *open -= 1;
                }
            }
            while ticks.front().is_some_and(|tick| *tick <= at) {
                ticks.pop_front();
            }
            self.give_what_waits(at);
        }
    }

    fn give_what_waits(&mut self, at: Instant) {
        let queues: Vec<RouteTo> = self.waiting.keys().cloned().collect();
        for to in queues {
            while let Some(first) = self.waiting.get(&to).and_then(|queue| queue.front().copied()) {
                let gone = first.until <= at;
                if !gone && !self.give(&first, at) {
                    break;
                }
                if gone && first.counted {
                    self.found.never_given.add(first.sure);
                }
                self.waiting.get_mut(&to).map(VecDeque::pop_front);
            }
        }
        self.waiting.retain(|_, queue| !queue.is_empty());
    }

    fn hand_over(&mut self, moment: HandoffMoment) {
        let route = moment.route.map(|route| &self.routes[usize::from(route)]);
        let Some(route) = route.filter(|route| !matches!(route.to, RouteTo::Queue(_))) else {
            if moment.counted {
                self.found.left_in_queue.add(moment.sure);
            }
            return;
        };
        let to = route.to.clone();
        // Who waits already comes first.
        if self.waiting.contains_key(&to) || !self.give(&moment, moment.at) {
            self.waiting.entry(to).or_default().push_back(moment);
            if moment.counted {
                self.found.waited.add(moment.sure);
            }
        }
    }

    /// Whether somebody was free.
    fn give(&mut self, moment: &HandoffMoment, at: Instant) -> bool {
        let Some(route) = moment.route.map(|route| &self.routes[usize::from(route)]) else {
            return false;
        };
        let later = self.staff.iter().skip(1).take_while(|staff| staff.from <= at).count();
        let Some(staff) = self.staff.get(later) else { return false };
        let members = staff.members(route, |id| (self.person)(id));
        let candidates: Vec<Candidate> = members
            .iter()
            .map(|member| Candidate {
                person: member.person,
                weight: member.weight,
                load: self.people.get(&member.person).map_or(0, |(_, open)| *open),
                capacity: staff.capacity(member.person),
                away: staff.is_away(member.person, at),
                had_it: false,
                credit: self.credit(&route.to, member.person),
            })
            .collect();
        let colleague = moment.account.filter(|_| route.sharing == Sharing::AccountAssignee);
        let colleague = colleague.and_then(|account| self.colleagues.get(&account).copied());
        let choice = choose(route.sharing, &candidates, colleague);
        let Some(person) = choice.person else { return false };
        for one in &choice.considered {
            self.credits.insert((route.to.clone(), one.candidate.person), one.candidate.credit);
        }
        if let Some(account) = moment.account {
            self.colleagues.insert(account, person);
        }
        let none = PersonLoad {
            person,
            given: Count::default(),
            per_week: WeekLoad::new(self.weeks),
            most_open: 0,
        };
        let (load, open) = self.people.entry(person).or_insert((none, 0));
        *open += 1;
        load.most_open = load.most_open.max(*open);
        if moment.counted {
            load.given.add(moment.sure);
            load.per_week.add(self.weeks.index(at));
        }
        self.ends.push(Reverse((moment.until, person)));
        true
    }

    fn credit(&self, to: &RouteTo, person: Symbol) -> i64 {
        self.credits.get(&(to.clone(), person)).copied().unwrap_or(0)
    }

    fn finish(mut self) -> GivenLoad {
        for moment in self.waiting.values().flatten().filter(|moment| moment.counted) {
            self.found.never_given.add(moment.sure);
        }
        self.found.people = self.people.into_values().map(|(load, _)| load).collect();
        self.found
    }
}
