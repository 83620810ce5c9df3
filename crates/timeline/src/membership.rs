//! Whose facts belong to a lead's story, and from when until when.

use crate::assemble::{effective_at, precision};
use facts::{FactKey, Instant, Kind, Precision, Recorded, SubjectId, Value, Vocabulary};
use std::collections::{BTreeMap, HashSet};

/// The names of link facts: each stands on the first subject and names the second.
pub mod link {
    /// A person belongs to an account from here on (one at a time).
    pub const ACCOUNT: &str = "account";
    /// A person no longer belongs to the account.
    pub const ACCOUNT_END: &str = "account.end";
    /// An opportunity belongs to a person.
    pub const LEAD: &str = "lead";
    /// An opportunity no longer belongs to the person.
    pub const LEAD_END: &str = "lead.end";
    /// An opportunity is pursued with an account; accounts' stories read it, leads' do not.
    pub const ACCOUNT_OPPORTUNITY: &str = "account.opportunity";
    /// A person is the same as another one, whose id survives.
    pub const MERGE: &str = "merge";
    /// A person is not the same as the other one after all.
    pub const MERGE_END: &str = "merge.end";
}

/// The accounts that a lead's people belonged to, and when.
pub(crate) type AccountWindows = BTreeMap<SubjectId, Vec<Window>>;

/// From when until before when somebody belonged to an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Window {
    pub(crate) from: Instant,
    pub(crate) until: Instant,
    /// How precisely it is known when it began.
    pub(crate) precision: Precision,
}

impl Window {
    pub(crate) fn contains(&self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }
}

/// Which facts of those gathered for a lead belong to its story.
pub(crate) struct Membership {
    /// People (the lead and those merged into it) and opportunities: all their facts belong.
    whole: HashSet<SubjectId>,
    /// Accounts: their facts belong while linked.
    pub(crate) accounts: AccountWindows,
}

impl Membership {
    /// What belongs to a lead by the links among its gathered facts.
    pub(crate) fn of(lead: SubjectId, links: &[Link<'_>]) -> Self {
        if is_merged_away(lead, links) {
            return Self { whole: HashSet::new(), accounts: AccountWindows::new() };
        }
        let mut whole = HashSet::from([lead]);
        // People first, then what belongs to them; merges may chain, so until nothing is new.
        let merged = merged(links);
        while grow(&mut whole, &merged) {}
        grow(&mut whole, &joined(links, link::LEAD, link::LEAD_END));
        let accounts = account_windows(&whole, links);
        Self { whole, accounts }
    }

    /// Whether every fact of this subject belongs.
    pub(crate) fn is_whole(&self, subject: SubjectId) -> bool {
        self.whole.contains(&subject)
    }
}

/// A link: the fact, its name, and the subject that it names.
pub(crate) type Link<'a> = (&'a Recorded, &'a str, SubjectId);

/// The links among facts, none of them retracted.
pub(crate) fn links_among<'a>(facts: &[&'a Recorded], vocabulary: &'a Vocabulary) -> Vec<Link<'a>> {
    let link = |recorded: &&'a Recorded| {
        let (kind, name) = vocabulary.name(recorded.fact.code)?;
        let Value::Subject(other) = recorded.fact.value else { return None };
        (kind == Kind::Link).then_some((*recorded, name, other))
    };
    facts.iter().filter_map(link).collect()
}

/// With which account each opportunity is pursued, where that was said.
pub(crate) fn pursued(links: &[Link<'_>]) -> BTreeMap<SubjectId, SubjectId> {
    joined(links, link::ACCOUNT_OPPORTUNITY, "")
}

/// Adds the subjects that are joined to a subject of the set.
fn grow(set: &mut HashSet<SubjectId>, joined: &BTreeMap<SubjectId, SubjectId>) -> bool {
    let before = set.len();
    for (subject, other) in joined {
        if set.contains(other) {
            set.insert(*subject);
        }
    }
    set.len() > before
}

/// Into whom each subject was merged by its last word on it.
///
/// Where only the day of the last word is known, and words of that day name different people,
/// nobody knows which was last: the subject stands alone.
fn merged(links: &[Link<'_>]) -> BTreeMap<SubjectId, SubjectId> {
    let mut last: BTreeMap<SubjectId, (&Link<'_>, bool)> = BTreeMap::new();
    for link in links.iter().filter(|(_, name, _)| matches!(*name, link::MERGE | link::MERGE_END)) {
        let (known, contested) = last.entry(link.0.fact.subject).or_insert((link, false));
        let (rank, rank_known) = (merge_rank(link.0), merge_rank(known.0));
        if rank < rank_known {
            continue;
        }
        let is_of_a_day = precision(link.0) == Precision::Day;
        let contradicts =
            rank == rank_known && is_of_a_day && (link.1, link.2) != (known.1, known.2);
        *contested = contradicts || *contested && rank == rank_known;
        if (rank, link.0.fact.key) >= (rank_known, known.0.fact.key) {
            *known = link;
        }
    }
    let stand = last
        .into_iter()
        .filter(|(_, ((_, name, _), contested))| *name == link::MERGE && !contested);
    stand.map(|(subject, ((.., other), _))| (subject, *other)).collect()
}

/// What makes a word on a merge the later one: its instant, and that it is known better than to
/// the day.
fn merge_rank(recorded: &Recorded) -> (Instant, bool) {
    (effective_at(recorded), precision(recorded) != Precision::Day)
}

/// To whom each subject is joined by its last word on `start`/`end`: the last to take effect, in
/// the order of a story, whichever became known last.
fn joined(links: &[Link<'_>], start: &str, end: &str) -> BTreeMap<SubjectId, SubjectId> {
    let mut last: BTreeMap<SubjectId, &Link<'_>> = BTreeMap::new();
    for link in links.iter().filter(|(_, name, _)| *name == start || *name == end) {
        let known = last.entry(link.0.fact.subject).or_insert(link);
        if order(link.0) >= order(known.0) {
            *known = link;
        }
    }
    let starts = last.into_iter().filter(|(_, (_, name, _))| *name == start);
    starts.map(|(subject, (.., other))| (subject, *other)).collect()
}

/// The order of links of one subject.
fn order(recorded: &Recorded) -> (Instant, FactKey) {
    (effective_at(recorded), recorded.fact.key)
}

/// Whether the lead was merged into another, whose story then tells its facts. Where merges go
/// round in a circle, the smallest id of the circle survives.
fn is_merged_away(lead: SubjectId, links: &[Link<'_>]) -> bool {
    let into = merged(links);
    let mut chain = vec![lead];
    let mut last = lead;
    while let Some(&next) = into.get(&last) {
        if next == lead {
            return chain.iter().any(|other| *other < lead);
        }
        if chain.contains(&next) {
            return true;
        }
        chain.push(next);
        last = next;
    }
    last != lead
}

/// Into whom a person was merged, by the last word on it among these facts of the person.
///
/// Says nothing of merges of that one in turn.
#[must_use]
pub fn merged_into(
    person: SubjectId,
    facts: &[Recorded],
    vocabulary: &Vocabulary,
) -> Option<SubjectId> {
    let facts = crate::assemble::standing(facts, vocabulary, crate::Known::Everything);
    let links = links_among(&facts, vocabulary);
    merged(&links).get(&person).copied()
}

/// The account that somebody belongs to in the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AccountLink {
    /// Who.
    pub person: SubjectId,
    /// The account.
    pub account: SubjectId,
    /// The key of the link among the facts of the person.
    pub key: FactKey,
}

/// The account to which each of the people among these facts belongs in the end, in order of
/// person.
#[must_use]
pub fn accounts_in_the_end(facts: &[Recorded], vocabulary: &Vocabulary) -> Vec<AccountLink> {
    let facts = crate::assemble::standing(facts, vocabulary, crate::Known::Everything);
    let mut last: BTreeMap<SubjectId, (Instant, FactKey, &str, SubjectId)> = BTreeMap::new();
    for (recorded, name, account) in links_among(&facts, vocabulary) {
        if matches!(name, link::ACCOUNT | link::ACCOUNT_END) {
            let fact = &recorded.fact;
            let step = (fact.occurred_at, fact.key, name, account);
            let known = last.entry(fact.subject).or_insert(step);
            *known = step.max(*known);
        }
    }
    let stand = last.into_iter().filter(|(_, (_, _, name, _))| *name == link::ACCOUNT);
    stand.map(|(person, (_, key, _, account))| AccountLink { person, account, key }).collect()
}

fn account_windows(people: &HashSet<SubjectId>, links: &[Link<'_>]) -> AccountWindows {
    let mut by_person: BTreeMap<SubjectId, Vec<Link<'_>>> = BTreeMap::new();
    for link in links {
        let (recorded, name, _) = link;
        let person = recorded.fact.subject;
        if people.contains(&person) && matches!(*name, link::ACCOUNT | link::ACCOUNT_END) {
            by_person.entry(person).or_default().push(*link);
        }
    }
    let mut windows = AccountWindows::new();
    for mut steps in by_person.into_values() {
        steps.sort_by_key(|(recorded, ..)| order(recorded));
        for (i, &(recorded, name, account)) in steps.iter().enumerate() {
            let at = effective_at(recorded);
            let until = steps.get(i + 1).map_or(Instant::NEVER, |(next, ..)| effective_at(next));
            if name == link::ACCOUNT && at < until {
                let precision = precision(recorded);
                windows.entry(account).or_default().push(Window { from: at, until, precision });
            }
        }
    }
    windows
}
