//! Which ids are one person's: links that follow from messages, whatever their order of arrival.
//!
//! A browser is a pointer: the last message about it in time says whose it is. A message that is
//! sent to say so counts to the instant. Of all others one link for each day counts, from the
//! beginning of the day, so that a stream of pages is not a stream of links; a browser that several
//! users had on such a day is nobody's. Users who have one
//! mail address of their own are one, as in an import: the one known first survives. Nobody whom a
//! person parted is joined again.

use super::group::Group;
use crate::duplicates::choice_key;
use crate::error::AppError;
use connect::segment::Meaning;
use facts::{
    Fact, FactKey, Instant, Kind, Origin, Position, Precision, SubjectId, Symbol, Value, Vocabulary,
};
use timeline::{link, merged_into};

/// Who says that a browser is somebody's.
const WHO: &str = "collected: same browser";
/// Who says that two users are one.
const WHO_MAIL: &str = "collected: same mail address";
/// Who says that two ids are one person's.
const WHO_ALIAS: &str = "collected: alias";
/// The longest way of merges that is followed.
const WAY_MAX: usize = 64;

impl Group<'_> {
    /// Records that a browser is somebody's.
    pub(super) fn merge_browser(
        &mut self,
        browser: SubjectId,
        into: SubjectId,
        meaning: &Meaning,
        vocabulary: &mut Vocabulary,
    ) -> Result<(), AppError> {
        if browser == into {
            return Ok(());
        }
        let mut occurred_at = meaning.at;
        let mut precision = Precision::Instant;
        let mut key = said_key(link::MERGE, meaning);
        if !meaning.says_who {
            let day = meaning.at.0.div_euclid(Instant::PER_DAY);
            let joined = (browser, into, day);
            if self.known.is_joined(&joined) || !self.joined.insert(joined) {
                return Ok(());
            }
            key = choice_key("merge of a day", into, day.cast_unsigned());
            (occurred_at, precision) = (Instant(day * Instant::PER_DAY), Precision::Day);
        }
        if self.are_parted(browser, into, vocabulary)? {
            return Ok(());
        }
        self.facts.push(Fact {
            subject: browser,
            key,
            occurred_at,
            precision,
            code: vocabulary.code(Kind::Link, link::MERGE)?,
            value: Value::Subject(into),
            actor: vocabulary.intern(WHO)?,
            origin: Origin::System,
        });
        Ok(())
    }

    /// Records that two users are one, unless they are already or somebody parted them.
    pub(super) fn merge_users(
        &mut self,
        a: SubjectId,
        b: SubjectId,
        vocabulary: &mut Vocabulary,
        by_alias: bool,
    ) -> Result<(), AppError> {
        let pair = (a.min(b), a.max(b), i64::MIN);
        if a == b || self.known.is_joined(&pair) || !self.joined.insert(pair) {
            return Ok(());
        }
        let both = [self.survivor(a, vocabulary)?, self.survivor(b, vocabulary)?];
        if both[0] == both[1]
            || self.are_parted(both[0], both[1], vocabulary)?
            || self.are_parted(a, b, vocabulary)?
        {
            return Ok(());
        }
        let mut ages = Vec::with_capacity(2);
        for person in both {
            let first = match self.fresh.contains(&person) {
                true => None,
                false => self.view.first_position(person)?,
            };
            ages.push((first.unwrap_or(Position(u64::MAX)), person));
        }
        ages.sort_unstable();
        let [(_, older), (_, younger)] = ages[..] else { return Ok(()) };
        self.merged.insert(younger, older);
        self.facts.push(Fact {
            subject: younger,
            key: choice_key(link::MERGE, older, 0),
            occurred_at: self.now,
            precision: Precision::Instant,
            code: vocabulary.code(Kind::Link, link::MERGE)?,
            value: Value::Subject(older),
            actor: vocabulary.intern(if by_alias { WHO_ALIAS } else { WHO_MAIL })?,
            origin: Origin::System,
        });
        Ok(())
    }

    /// Who survives for somebody, along all merges, those of this transaction included.
    fn survivor(&self, person: SubjectId, vocabulary: &Vocabulary) -> Result<SubjectId, AppError> {
        let mut way = vec![person];
        let mut facts = Vec::new();
        while way.len() < WAY_MAX {
            let at = way[way.len() - 1];
            let mut next = self.merged.get(&at).copied();
            if next.is_none() && !self.fresh.contains(&at) {
                facts.clear();
                self.view.facts_of_subject(at, &mut facts)?;
                next = merged_into(at, &facts, vocabulary);
            }
            let Some(next) = next else { return Ok(at) };
            if let Some(place) = way.iter().position(|seen| *seen == next) {
                // Merges that go round in a circle: the smallest id of the circle survives.
                return Ok(way[place..].iter().copied().min().unwrap_or(at));
            }
            way.push(next);
        }
        Ok(way[way.len() - 1])
    }

    /// Whether somebody said that two are two after all.
    fn are_parted(
        &self,
        a: SubjectId,
        b: SubjectId,
        vocabulary: &Vocabulary,
    ) -> Result<bool, AppError> {
        let Some(end) = vocabulary.find_code(Kind::Link, link::MERGE_END) else {
            return Ok(false);
        };
        let mut facts = Vec::new();
        for (one, other) in [(a, b), (b, a)] {
            if self.fresh.contains(&one) {
                continue;
            }
            facts.clear();
            self.view.facts_of_subject(one, &mut facts)?;
            let names = |fact: &Fact| fact.code == end && fact.value == Value::Subject(other);
            if facts.iter().any(|recorded| names(&recorded.fact)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Records that a person belongs to an account from a message on.
    pub(super) fn link_account(
        &mut self,
        person: SubjectId,
        account: SubjectId,
        meaning: &Meaning,
        vocabulary: &mut Vocabulary,
    ) -> Result<(), AppError> {
        self.facts.push(Fact {
            subject: person,
            key: said_key(link::ACCOUNT, meaning),
            occurred_at: meaning.at,
            precision: Precision::Instant,
            code: vocabulary.code(Kind::Link, link::ACCOUNT)?,
            value: Value::Subject(account),
            actor: Symbol::EMPTY,
            origin: Origin::System,
        });
        Ok(())
    }
}

/// The key of a link that a message says: of links of one instant that holds whose key is larger,
/// so it follows from the message alone and not from ids, which are random.
fn said_key(name: &str, meaning: &Meaning) -> FactKey {
    choice_key(name, SubjectId(0), meaning.key)
}
