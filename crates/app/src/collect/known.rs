//! What a process that collects remembers: who has an identifier, and which browser is whose.

use super::counts::Collected;
use facts::SubjectId;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

/// The most identifiers that are remembered; then they are looked up anew. About 50 bytes each.
const NAMES_MAX: usize = 1_500_000;
/// The most links of browsers that are remembered; then they are written again, which changes
/// nothing.
const JOINED_MAX: usize = 500_000;

/// Whose names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Space {
    /// Browsers, before somebody says who they are.
    Anonymous,
    /// Users.
    User,
    /// Mail addresses.
    Email,
    /// Companies.
    Group,
    /// Web domains of companies.
    Domain,
}

impl Space {
    /// The namespace of the identifiers.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::User => "user",
            Self::Email => "email",
            Self::Group => "group",
            Self::Domain => "domain",
        }
    }
}

/// An identifier as 128 bits that nobody outside can aim at.
pub(super) type Name = u128;

/// Which browser is whose, on which day.
pub(super) type Joined = (SubjectId, SubjectId, i64);

/// What a process that collects remembers from one transaction to the next. All of it can be read
/// from the ledger again.
#[derive(Debug, Default)]
pub struct Known {
    halves: [RandomState; 2],
    subjects: HashMap<Name, SubjectId>,
    joined: HashSet<Joined>,
    /// How many erasures there were when it was learned: whoever was erased has no names any more.
    erasures: i64,
    /// The next of the ids that were drawn, and how many are left.
    pub(super) ids: (u64, u64),
    /// How many texts were new since the process began.
    pub(super) texts_new: u64,
}

/// What a transaction found out, once it happened.
pub(super) struct Learned {
    pub(super) subjects: Vec<(Name, SubjectId)>,
    pub(super) joined: HashSet<Joined>,
    pub(super) texts_new: u64,
    pub(super) collected: Collected,
}

impl Known {
    /// Forgets names when somebody was erased since they were learned.
    pub(super) fn hold_for(&mut self, erasures: i64) {
        if self.erasures != erasures {
            self.subjects.clear();
            self.joined.clear();
            self.erasures = erasures;
        }
    }

    pub(super) fn name(&self, space: Space, text: &str) -> Name {
        let [a, b] = &self.halves;
        let half = |state: &RandomState| u128::from(state.hash_one((space, text)));
        half(a) << 64 | half(b)
    }

    pub(super) fn subject(&self, name: Name) -> Option<SubjectId> {
        self.subjects.get(&name).copied()
    }

    pub(super) fn is_joined(&self, joined: &Joined) -> bool {
        self.joined.contains(joined)
    }

    /// Remembers what a transaction that happened found out.
    pub(super) fn learn(&mut self, learned: Learned) -> Collected {
        if self.subjects.len() + learned.subjects.len() > NAMES_MAX {
            self.subjects.clear();
        }
        if self.joined.len() + learned.joined.len() > JOINED_MAX {
            self.joined.clear();
        }
        self.subjects.extend(learned.subjects);
        self.joined.extend(learned.joined);
        self.texts_new += learned.texts_new;
        learned.collected
    }
}
