//! What follows from what: which conditions exclude each other, and which imply each other.
//!
//! Every answer "yes" is certain; "no" may mean that nobody can tell from the conditions alone.

mod literal;
mod span;
mod terms;

pub(crate) use literal::Literal;
pub(crate) use terms::{Term, terms};

use crate::rule::Rule;

/// Whether no lead can ever meet a rule, whatever is known of it.
pub(crate) fn never_holds(rule: &Rule) -> bool {
    terms(rule).is_some_and(|terms| terms.iter().all(Term::is_impossible))
}
