//! From gathered facts to a story.

use crate::membership::{Membership, Window, links_among};
use crate::retraction::{FactName, name, withdrawn};
use crate::{OwnedStory, Row, RowFlags};
use facts::{
    Code, Fact, FactKey, Instant, Kind, Origin, Position, Precision, Recorded, SubjectId,
    Vocabulary,
};
use std::collections::{BTreeMap, HashSet};

/// How much of the log is taken as known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Known {
    /// All of it.
    Everything,
    /// Only facts up to this position.
    UpTo(Position),
}

impl Known {
    fn includes(self, position: Position) -> bool {
        match self {
            Self::Everything => true,
            Self::UpTo(last) => position <= last,
        }
    }
}

/// Makes a lead's story of the facts of every subject that was ever linked to it.
///
/// Facts that were retracted, and facts of subjects that do not belong (any more), are left out.
/// An account's facts belong while a person of the lead is linked to it; what was known of the
/// account before takes effect at the link. Two facts of one subject with the same key are one.
/// The story of a lead that was merged into another is empty: the other's story tells its facts.
#[must_use]
pub fn assemble(
    lead: SubjectId,
    gathered: &[Recorded],
    vocabulary: &Vocabulary,
    known: Known,
) -> OwnedStory {
    let facts = standing(gathered, vocabulary, known);
    let membership = Membership::of(lead, &links_among(&facts, vocabulary));
    let mut rows: Vec<Ranked> = Vec::with_capacity(facts.len());
    let mut account_facts: BTreeMap<SubjectId, Vec<&Recorded>> = BTreeMap::new();
    for recorded in facts {
        let fact = &recorded.fact;
        if membership.is_whole(fact.subject) {
            rows.extend(row(recorded, effective_at(recorded), vocabulary));
        } else if membership.accounts.contains_key(&fact.subject) {
            account_facts.entry(fact.subject).or_default().push(recorded);
        }
    }
    for (account, windows) in &membership.accounts {
        let facts = account_facts.remove(account).unwrap_or_default();
        for &window in windows {
            rows.extend(account_rows(&facts, window, vocabulary));
        }
    }
    story_of(lead, rows)
}

/// The rows of a subject's story in order, each once: an account's fact comes once for each person
/// of the lead who is linked to it.
pub(crate) fn story_of(subject: SubjectId, mut rows: Vec<Ranked>) -> OwnedStory {
    rows.sort_by_key(Ranked::order);
    rows.dedup_by_key(|ranked| ranked.order());
    OwnedStory {
        lead: subject,
        rows: rows.iter().map(|ranked| ranked.row).collect(),
        keys: rows.iter().map(|ranked| ranked.key).collect(),
    }
}

/// The known facts that no known retraction withdraws, each once, but for what programs did by
/// themselves.
pub(crate) fn standing<'a>(
    gathered: &'a [Recorded],
    vocabulary: &Vocabulary,
    known: Known,
) -> Vec<&'a Recorded> {
    let of_somebody = |r: &&Recorded| r.fact.origin != Origin::Automatic;
    let known = gathered.iter().filter(|r| known.includes(r.position));
    let mut facts: Vec<_> = known.filter(of_somebody).collect();
    facts.sort_by_key(|recorded| recorded.position);
    let mut seen: HashSet<FactName> = HashSet::new();
    facts.retain(|recorded| seen.insert(name(recorded)));
    let withdrawn = withdrawn(&facts, vocabulary);
    facts.retain(|recorded| !withdrawn.contains(&name(recorded)));
    facts
}

/// What a person wrote down by hand takes effect when it was written.
pub(crate) fn effective_at(recorded: &Recorded) -> Instant {
    match recorded.fact.origin {
        Origin::HandLogged => recorded.fact.occurred_at.max(recorded.recorded_at),
        Origin::System | Origin::Human | Origin::Automatic => recorded.fact.occurred_at,
    }
}

/// How precisely it is known when a fact takes effect: when something was written is.
pub(crate) fn precision(recorded: &Recorded) -> Precision {
    if effective_at(recorded) > recorded.fact.occurred_at {
        Precision::Instant
    } else {
        recorded.fact.precision
    }
}

/// A row with what its place in the story depends on.
pub(crate) struct Ranked {
    rank: u8,
    key: FactKey,
    subject: SubjectId,
    row: Row,
}

impl Ranked {
    /// The order of a story; between facts that are alike in all of this, the subject decides.
    fn order(&self) -> (Instant, u8, FactKey, Code, u64, SubjectId) {
        let Row { at, code, bits, .. } = self.row;
        (at, self.rank, self.key, code, bits, self.subject)
    }
}

pub(crate) fn row(recorded: &Recorded, at: Instant, vocabulary: &Vocabulary) -> Option<Ranked> {
    let Fact { subject, key, code, value, actor, origin, .. } = recorded.fact;
    let (kind, _) = vocabulary.name(code)?;
    (kind != Kind::Retraction).then(|| {
        let flags = RowFlags::new(precision(recorded), origin.is_human());
        let row = Row::new(at, code, value, flags, actor);
        Ranked { rank: rank(kind), key, subject, row }
    })
}

/// Where a kind stands among facts of one instant; between links and all others there is room for
/// what was [known of an account before](CARRIED).
fn rank(kind: Kind) -> u8 {
    if kind == Kind::Link { 0 } else { CARRIED + kind as u8 }
}

/// The rank of what was known of an account before a person was linked to it.
const CARRIED: u8 = 1;

/// The facts of an account within a window, with the traits known before it at its start.
fn account_rows(facts: &[&Recorded], window: Window, vocabulary: &Vocabulary) -> Vec<Ranked> {
    let mut before: BTreeMap<Code, &Recorded> = BTreeMap::new();
    let mut rows = Vec::new();
    for recorded in facts {
        let Fact { key, code, .. } = recorded.fact;
        let at = effective_at(recorded);
        let is_trait = matches!(vocabulary.name(code), Some((Kind::Trait, _)));
        if window.contains(at) {
            rows.extend(row(recorded, at, vocabulary));
        } else if at < window.from && is_trait {
            let last = before.entry(code).or_insert(recorded);
            if (at, key) >= (effective_at(last), last.fact.key) {
                *last = recorded;
            }
        }
    }
    let carried = before.into_values().filter_map(|recorded| carried(recorded, window, vocabulary));
    rows.extend(carried);
    rows
}

/// What was known of an account before somebody belonged to it, from then on. It is known to take
/// effect as precisely as that they belonged, where it is known to have been before.
fn carried(recorded: &Recorded, window: Window, vocabulary: &Vocabulary) -> Option<Ranked> {
    const LONGEST_DAY_MICROS: i64 = 25 * Instant::PER_HOUR;
    let Ranked { row, key, subject, .. } = row(recorded, window.from, vocabulary)?;
    let own = precision(recorded);
    let well_before = window.from.micros_since(effective_at(recorded)) >= LONGEST_DAY_MICROS;
    let precision = match own {
        Precision::Unknown => own,
        _ if well_before => window.precision,
        _ => own.coarser(window.precision),
    };
    let row = Row { flags: RowFlags::new(precision, row.flags.is_human()), ..row };
    Some(Ranked { rank: CARRIED, key, subject, row })
}
