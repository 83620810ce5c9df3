//! Settings as the router reads them.

use charter::{Roster, Route, RouteTo};
use facts::{Instant, Symbol};
use worktime::{Calendar, Day};

/// Who can be given leads, with instants for days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Staff {
    /// From when on this holds.
    pub from: Instant,
    teams: Vec<(String, Vec<StaffMember>)>,
    /// Everybody of whom something is said.
    people: Vec<Person>,
}

/// What is said of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Person {
    who: Symbol,
    /// How many open leads at once.
    capacity: Option<u32>,
    /// From when until before when they are away.
    away: Vec<(Instant, Instant)>,
}

/// Somebody of a team.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StaffMember {
    /// Who, as assignments name them.
    pub person: Symbol,
    /// How many leads to one of weight 1.
    pub weight: u32,
}

impl Staff {
    /// From settings, with the word of each person and the days of a calendar.
    #[must_use]
    pub fn new(
        roster: &Roster,
        from: Instant,
        calendar: &Calendar,
        mut word: impl FnMut(&str) -> Symbol,
    ) -> Self {
        let day = |day: Day| calendar.day_start(day);
        let teams = roster.teams.iter().map(|(id, members)| {
            let members = members.iter();
            let members = members
                .map(|member| StaffMember { person: word(&member.person), weight: member.weight });
            (id.clone(), members.collect())
        });
        let teams = teams.collect();
        let people = roster.people.iter().map(|(id, settings)| {
            let away = settings.absences.iter();
            let away = away
                .map(|absence| (day(Day::of(absence.from)), day(Day(Day::of(absence.to).0 + 1))));
            Person { who: word(id), capacity: settings.capacity, away: away.collect() }
        });
        Self { from, teams, people: people.collect() }
    }

    /// Who may be given a lead by a route: nobody where it waits in the queue.
    #[must_use]
    pub fn members(
        &self,
        route: &Route,
        word: impl FnOnce(&str) -> Option<Symbol>,
    ) -> Vec<StaffMember> {
        match &route.to {
            RouteTo::Queue(_) => Vec::new(),
            RouteTo::Person(person) => {
                let alone = |person| StaffMember { person, weight: 1 };
                word(person).map(alone).into_iter().collect()
            }
            RouteTo::Team(team) => {
                let found = self.teams.iter().find(|(id, _)| id == team);
                found.map(|(_, members)| members.clone()).unwrap_or_default()
            }
        }
    }

    /// How many open leads somebody can have at once.
    #[must_use]
    pub fn capacity(&self, person: Symbol) -> Option<u32> {
        self.person(person)?.capacity
    }

    /// Whether somebody is away at an instant.
    #[must_use]
    pub fn is_away(&self, person: Symbol, at: Instant) -> bool {
        let away = self.person(person).map_or(&[][..], |person| &person.away);
        away.iter().any(|(from, to)| *from <= at && at < *to)
    }

    fn person(&self, who: Symbol) -> Option<&Person> {
        self.people.iter().find(|person| person.who == who)
    }

    /// The instants at which somebody comes back.
    pub fn returns(&self) -> impl Iterator<Item = Instant> + '_ {
        self.people.iter().flat_map(|person| person.away.iter().map(|(_, to)| *to))
    }
}
