//! What changed from one charter to another, clause by clause, in the words of both.

mod clause;
mod pairing;
mod substance;

use crate::model::Charter;
use crate::terms::ClauseGroup;
use clause::{Clause, clauses};
use pairing::pairs;

/// One clause that changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseChange {
    /// The clause's id in the new charter or, when it was removed, in the old one.
    pub clause: String,
    /// The chapter under which it is read.
    pub chapter: &'static str,
    /// The part of the charter that it belongs to, which says who signs it.
    pub group: ClauseGroup,
    /// What happened to it.
    pub change: Change,
}

/// What happened to a clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// It is new; what it says.
    Added(String),
    /// It is gone; what it said.
    Removed(String),
    /// It means something else.
    Changed {
        /// What it said.
        was: String,
        /// What it says.
        is: String,
    },
    /// It is put otherwise and means the same: a name, a reading, or a rule written another way.
    Reworded {
        /// What it said.
        was: String,
        /// What it says; the same where only the rule is written another way.
        is: String,
    },
}

impl Change {
    /// Whether it is about what was agreed, and not only about how it is put.
    #[must_use]
    pub const fn is_of_terms(&self) -> bool {
        !matches!(self, Self::Reworded { .. })
    }

    /// `added`, `removed`, `changed` or `reworded`, for JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Changed { .. } => "changed",
            Self::Reworded { .. } => "reworded",
        }
    }
}

/// What changed from one charter to another, in the order in which the new one is read; what was
/// removed stands at the end of its chapter. Empty when both say the same: comments, and the order
/// of clauses where it means nothing, do not count.
///
/// A clause is known by its id; points for fit have none, and are known by their rule, or by their
/// points where a rule was changed.
#[must_use]
pub fn diff(old: &Charter, new: &Charter) -> Vec<ClauseChange> {
    let (before, after) = (clauses(old), clauses(new));
    let mut changes: Vec<(usize, ClauseChange)> = Vec::new();
    for (was, is) in pairs(&before, &after) {
        let (clause, change) = match (was, is) {
            (Some(was), Some(is)) => match compare(was, is) {
                Some(change) => (is, change),
                None => continue,
            },
            (None, Some(is)) => (is, Change::Added(is.says.clone())),
            (Some(was), None) => (was, Change::Removed(was.says.clone())),
            (None, None) => continue,
        };
        changes.push((
            clause.place,
            ClauseChange {
                clause: clause.id.clone(),
                chapter: clause.chapter,
                group: ClauseGroup::of_clause(&clause.id),
                change,
            },
        ));
    }
    changes.sort_by_key(|(place, _)| *place);
    changes.into_iter().map(|(_, change)| change).collect()
}

fn compare(was: &Clause, is: &Clause) -> Option<Change> {
    let (before, after) = (was.says.clone(), is.says.clone());
    if was.substance != is.substance {
        return Some(Change::Changed { was: before, is: after });
    }
    // That a stage was renamed is told once, and not with each clause that names it.
    let is_put_otherwise = was.written != is.written || is.has_a_name() && before != after;
    is_put_otherwise.then_some(Change::Reworded { was: before, is: after })
}
