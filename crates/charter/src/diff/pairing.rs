//! Which clause of the new charter is which of the old one.

use super::clause::Clause;

/// Clauses that are the same one, and those that are in one charter only.
type Pair<'a> = (Option<&'a Clause>, Option<&'a Clause>);

/// Pairs in the order of the new charter, then what is gone.
pub(super) fn pairs<'a>(before: &'a [Clause], after: &'a [Clause]) -> Vec<Pair<'a>> {
    let mut left: Vec<&Clause> = before.iter().collect();
    let mut take = |is_it: &dyn Fn(&Clause) -> bool| {
        left.iter().position(|clause| is_it(clause)).map(|at| left.remove(at))
    };
    let mut found: Vec<Option<&Clause>> = vec![None; after.len()];
    // The surest first: what has an id, what means the same, what was changed at one end only.
    let passes: [fn(&Clause, &Clause) -> bool; 4] = [
        |was, is| named(is).is_some_and(|id| named(was) == Some(id)),
        |was, is| ordinal(was) == ordinal(is) && was.substance == is.substance,
        |was, is| ordinal(was) == ordinal(is) && counts_for(was) == counts_for(is),
        |was, is| {
            ordinal(was) == Some("fit") && ordinal(is) == Some("fit") && gives(was) == gives(is)
        },
    ];
    for (nth, is_same) in passes.into_iter().enumerate() {
        for (at, is) in after.iter().enumerate() {
            let by_id = named(is).is_some();
            if found[at].is_none() && by_id == (nth == 0) {
                found[at] = take(&|was| (named(was).is_some() == by_id) && is_same(was, is));
            }
        }
    }
    let paired = after.iter().zip(&found).map(|(is, was)| (*was, Some(is)));
    paired.chain(left.iter().map(|was| (Some(*was), None))).collect()
}

/// The id of a clause that has one of its own; `fit.3` is only the third.
fn named(clause: &Clause) -> Option<&str> {
    ordinal(clause).is_none().then_some(clause.id.as_str())
}

/// What a clause without an id is one of.
fn ordinal(clause: &Clause) -> Option<&str> {
    let (kind, number) = clause.id.split_once('.')?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && matches!(kind, "fit" | "engagement")).then_some(kind)
}

/// The rule or the facts that points are given for.
fn counts_for(clause: &Clause) -> &str {
    clause.substance.lines().nth(1).unwrap_or_default()
}

/// The points that are given.
fn gives(clause: &Clause) -> &str {
    clause.substance.lines().nth(2).unwrap_or_default()
}
