//! `[[route]]`: who is given the leads that are handed over.

use crate::rule::Rule;

/// `[[route]]`: who is given a lead when it is handed over; of several, the first that holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Route {
    /// The clause's id, `enterprise`; its place from 1 where none is written.
    pub id: String,
    /// The hand-offs that it is about, by index in [`Charter::handoffs`](crate::Charter); never
    /// empty.
    pub handoffs: Vec<usize>,
    /// Which leads; may speak of traits only.
    pub when: Rule,
    /// The rule as written; empty for always.
    pub text: String,
    /// To whom.
    pub to: RouteTo,
    /// How leads are shared out among several people.
    pub sharing: Sharing,
}

/// To whom leads are given.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RouteTo {
    /// `team:enterprise-emea`: the people of a team, which settings name.
    Team(String),
    /// `person:ana`: one person.
    Person(String),
    /// `queue:sdr`: nobody; the lead waits in the queue of its hand-off until somebody takes it.
    Queue(String),
}

/// How leads are shared out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Sharing {
    /// In turn.
    #[default]
    RoundRobin,
    /// In turn, to each as often as the weight says that settings give.
    Weighted,
    /// To whoever has the fewest open leads.
    ByLoad,
    /// To whoever works another lead of the same account; where nobody does, by load.
    AccountAssignee,
}

impl Sharing {
    /// Every way.
    pub const ALL: [Self; 4] =
        [Self::RoundRobin, Self::Weighted, Self::ByLoad, Self::AccountAssignee];

    /// Its word, as charters write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::RoundRobin => "round_robin",
            Self::Weighted => "weighted",
            Self::ByLoad => "by_load",
            Self::AccountAssignee => "account_assignee",
        }
    }
}

impl Route {
    /// Its clause, `route.enterprise`.
    #[must_use]
    pub fn clause(&self) -> String {
        format!("route.{}", self.id)
    }
}

impl RouteTo {
    /// As charters write it, `team:enterprise-emea`.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Team(id) => format!("team:{id}"),
            Self::Person(id) => format!("person:{id}"),
            Self::Queue(id) => format!("queue:{id}"),
        }
    }
}
