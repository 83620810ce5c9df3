//! Account stories.

use crate::OwnedStory;
use crate::assemble::{Known, Ranked, effective_at, row, standing, story_of};
use crate::membership::{Membership, Window, links_among, pursued};
use facts::{Kind, Recorded, SubjectId, Vocabulary};
use std::collections::BTreeSet;

/// Makes an account's story of its own facts, of what its people did and was done about them while
/// they were linked to it, and of its opportunities: those that are pursued with it, and those of its
/// people that are pursued with no other.
///
/// `gathered` holds the facts of the account, of every person that was ever linked to it with
/// those merged into them, and of every opportunity of the account or of these people; `people`
/// are those persons. What a person is (traits), what was said of a person (verdicts) and who
/// works it (assignments) is of the person alone and left out.
#[must_use]
pub fn assemble_account(
    account: SubjectId,
    people: &BTreeSet<SubjectId>,
    gathered: &[Recorded],
    vocabulary: &Vocabulary,
    known: Known,
) -> OwnedStory {
    let facts = standing(gathered, vocabulary, known);
    let links = links_among(&facts, vocabulary);
    let pursued = pursued(&links);
    // From when until when the facts of which subjects belong.
    let mut belongs: Vec<(Membership, Vec<Window>)> = Vec::new();
    for person in people {
        let mut membership = Membership::of(*person, &links);
        if let Some(windows) = membership.accounts.remove(&account) {
            belongs.push((membership, windows));
        }
    }
    let mut rows: Vec<Ranked> = Vec::new();
    for recorded in facts {
        let fact = &recorded.fact;
        let Some((kind, _)) = vocabulary.name(fact.code) else { continue };
        let is_deed = matches!(kind, Kind::Touch | Kind::Activity);
        let is_deal = kind == Kind::Opportunity;
        let with = if is_deal { pursued.get(&fact.subject) } else { None };
        let is_own = fact.subject == account || with == Some(&account);
        let at = effective_at(recorded);
        let while_linked = || {
            belongs.iter().any(|(membership, windows)| {
                membership.is_whole(fact.subject)
                    && windows.iter().any(|window| window.contains(at))
            })
        };
        if is_own || (is_deed || is_deal && with.is_none()) && while_linked() {
            rows.extend(row(recorded, at, vocabulary));
        }
    }
    story_of(account, rows)
}
