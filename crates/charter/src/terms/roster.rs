//! Who works in sales, how much, what was spent, and who leads beside a CRM: settings that operations
//! keep.

use super::{BesideCrm, Cost};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Who can be given leads, from the instant on from which these settings hold; and what was spent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Roster {
    /// The people of each team, in the order in which they take turns.
    pub teams: BTreeMap<String, Vec<Member>>,
    /// What is said of each person; nothing need be.
    pub people: BTreeMap<String, PersonSettings>,
    /// How Tandem and a CRM stand beside each other.
    pub crm: BesideCrm,
    /// What was spent, in the order of the file.
    pub costs: Vec<Cost>,
}

/// Somebody of a team.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Who, as assignments name them.
    pub person: String,
    /// How many leads to one of weight 1, 1 to [`Member::WEIGHT_MAX`].
    pub weight: u32,
}

impl Member {
    /// The most that somebody can weigh.
    pub const WEIGHT_MAX: u32 = 100;
}

/// What is said of a person.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PersonSettings {
    /// How many open leads at once; `None` for no bound.
    pub capacity: Option<u32>,
    /// When they are away.
    pub absences: Vec<Absence>,
}

/// When somebody is away: days in the charter's zone, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Absence {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Roster {
    /// The people of a team; nobody of a team that settings do not name.
    #[must_use]
    pub fn team(&self, id: &str) -> &[Member] {
        self.teams.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many open leads somebody can have at once.
    #[must_use]
    pub fn capacity(&self, person: &str) -> Option<u32> {
        self.people.get(person).and_then(|settings| settings.capacity)
    }

    /// Whether somebody is away on a day.
    #[must_use]
    pub fn is_away(&self, person: &str, day: Date) -> bool {
        let absences = self.people.get(person).into_iter().flat_map(|settings| &settings.absences);
        absences.into_iter().any(|absence| absence.from <= day && day <= absence.to)
    }
}
