//! The facts.

use crate::columns::{of_id, of_position};
use crate::database::cells;
use crate::error::StoreError;
use crate::imports::ImportId;
use crate::members::{Links, MEMBERS};
use crate::runs::Places;
use crate::store::View;
use crate::writer::Writer;
use facts::{Code, Fact, Instant, Position, Recorded, SubjectId, SubjectKind, Value, Vocabulary};
use foldhash::{HashMap, HashSet, HashSetExt as _};
use std::collections::{BTreeMap, BTreeSet};

/// What became of facts that were to be recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Appended {
    /// How many were new.
    pub new: u64,
    /// How many the ledger knew already, by subject and key.
    pub already_known: u64,
}

/// How much there is in the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LedgerCounts {
    /// People.
    pub persons: u64,
    /// Accounts.
    pub accounts: u64,
    /// Opportunities.
    pub opportunities: u64,
    /// Facts, which is also the last position.
    pub facts: u64,
    /// Decisions and their corrections.
    pub changes: u64,
    /// Leads whose story changed since they were settled.
    pub unsettled: u64,
    /// Leads that rest somewhere.
    pub leads: u64,
    /// Of these, those who wait for somebody.
    pub open_leads: u64,
}

const TAIL: &str = "SELECT coalesce(max(last), 0) FROM segment";
const RECORDED_AT: &str = "SELECT recorded_at FROM segment WHERE last >= ?1 ORDER BY last LIMIT 1";
const COUNTS: &str = "
    SELECT (SELECT count(*) FROM subject WHERE kind = 0),
           (SELECT count(*) FROM subject WHERE kind = 1),
           (SELECT count(*) FROM subject WHERE kind = 2),
           (SELECT coalesce(max(last), 0) FROM segment),
           (SELECT coalesce(max(last), 0) FROM decided),
           (SELECT count(*) FROM unsettled),
           (SELECT count(*) FROM lead),
           (SELECT count(*) FROM lead WHERE open = 1)";

impl View<'_> {
    /// The position of the last fact; 0 for an empty ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn tail(&self) -> Result<Position, StoreError> {
        self.database.one(TAIL, &[], |row| row.position())
    }

    /// When the fact at a position was recorded.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn recorded_at(&self, position: Position) -> Result<Option<Instant>, StoreError> {
        self.database.find(RECORDED_AT, &cells![of_position(position)], |row| row.instant())
    }

    /// The last position that was recorded by an instant; 0 before the first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn position_at(&self, at: Instant) -> Result<Position, StoreError> {
        // Times of recording never go back along the ledger, so halving finds it.
        let (mut known, mut later) = (0, self.tail()?.0 + 1);
        while known + 1 < later {
            let middle = known + (later - known) / 2;
            if self.recorded_at(Position(middle))?.is_some_and(|recorded| recorded <= at) {
                known = middle;
            } else {
                later = middle;
            }
        }
        Ok(Position(known))
    }

    /// Adds the facts of one subject to `into`, in the order of the ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_subject(
        &self,
        subject: SubjectId,
        into: &mut Vec<Recorded>,
    ) -> Result<(), StoreError> {
        let places = Places::of(self.database, &[subject])?.in_order();
        self.database.facts_within(&places, |_, recorded| {
            into.push(recorded);
            Ok(())
        })
    }

    /// Adds to `into` the facts of a lead and of every subject that was ever linked to it.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_lead(
        &self,
        lead: SubjectId,
        into: &mut Vec<Recorded>,
    ) -> Result<(), StoreError> {
        into.append(&mut self.facts_of_leads(&[lead])?.remove(0));
        Ok(())
    }

    /// For each of many leads, its facts and those of every subject that was ever linked to it.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_leads(&self, leads: &[SubjectId]) -> Result<Vec<Vec<Recorded>>, StoreError> {
        let mut asked: Vec<_> = leads.iter().copied().enumerate().collect();
        let rows = leads.iter().map(|lead| cells![of_id(*lead)]);
        self.database.each_of(MEMBERS, rows, |index, row| {
            asked.push((index, row.id()?));
            Ok(())
        })?;
        // One subject may be in the stories of several leads.
        let mut wanted: HashMap<SubjectId, Vec<usize>> = HashMap::default();
        asked.iter().for_each(|(index, subject)| wanted.entry(*subject).or_default().push(*index));
        let mut subjects: Vec<_> = wanted.keys().copied().collect();
        subjects.sort_unstable_by_key(|subject| of_id(*subject));
        let places = Places::of(self.database, &subjects)?.in_order();
        let mut facts = vec![Vec::new(); leads.len()];
        self.database.facts_within(&places, |_, recorded| {
            let of = wanted.get(&recorded.fact.subject).into_iter().flatten();
            of.for_each(|index| facts[*index].push(recorded));
            Ok(())
        })?;
        Ok(facts)
    }

    /// The subjects of which some fact of this code ever said this. Reads the whole ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn subjects_saying(&self, code: Code, value: Value) -> Result<Vec<SubjectId>, StoreError> {
        let mut subjects = BTreeSet::new();
        self.each_fact(|Recorded { fact, .. }| {
            if fact.code == code && fact.value.pack() == value.pack() {
                subjects.insert(of_id(fact.subject));
            }
        })?;
        Ok(subjects.into_iter().map(|id| SubjectId(id.cast_unsigned())).collect())
    }

    /// The position of the first fact about a subject; `None` when there is none.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn first_position(&self, subject: SubjectId) -> Result<Option<Position>, StoreError> {
        let places = Places::of(self.database, &[subject])?.in_order();
        Ok(places.first().map(|range| Position(*range.start())))
    }

    /// All facts of a code, in the order of the ledger. Reads the whole ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_code(&self, code: Code) -> Result<Vec<Recorded>, StoreError> {
        let mut facts = Vec::new();
        self.each_fact(|recorded| {
            if recorded.fact.code == code {
                facts.push(recorded);
            }
        })?;
        Ok(facts)
    }

    /// How much there is.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn counts(&self) -> Result<LedgerCounts, StoreError> {
        self.database.one(COUNTS, &[], |row| {
            Ok(LedgerCounts {
                persons: row.count()?,
                accounts: row.count()?,
                opportunities: row.count()?,
                facts: row.count()?,
                changes: row.count()?,
                unsettled: row.count()?,
                leads: row.count()?,
                open_leads: row.count()?,
            })
        })
    }
}

impl Writer<'_> {
    /// Appends facts in order, with the words that they use. A fact whose subject has one of the
    /// same key already is known and changes nothing. The leads whose stories change become
    /// unsettled.
    ///
    /// The time of recording never goes back along the ledger: where `recorded_at` does, the last
    /// one counts.
    ///
    /// # Errors
    /// [`StoreError::UnknownSubject`] when a subject was not added before.
    pub fn append_facts(
        &mut self,
        facts: &[Fact],
        vocabulary: &Vocabulary,
        recorded_at: Instant,
        import: Option<ImportId>,
    ) -> Result<Appended, StoreError> {
        self.save_vocabulary(vocabulary)?;
        let tail = self.view().tail()?;
        let last = self.view().recorded_at(tail)?.unwrap_or(recorded_at);
        let recorded_at = recorded_at.max(last);
        let links = Links::of(vocabulary);
        let new = self.new_of(facts, tail)?;
        let joined: Vec<_> = new.iter().filter_map(|fact| links.read(fact)).collect();
        let touched: BTreeSet<_> = new.iter().map(|fact| fact.subject).collect();
        let linked: HashSet<_> = joined.iter().flat_map(|link| [link.whole, link.part]).collect();
        let kinds = self.known_kinds(touched.iter().chain(&linked).copied().collect())?;
        let first = Position(tail.0 + 1);
        self.database.append_segments(first, new.iter().copied(), recorded_at, import)?;
        self.runs.note(self.database, first.0, &new)?;
        self.join(&joined)?;
        let fresh = std::mem::take(&mut self.fresh);
        let alone = |subject| fresh.contains_key(&subject) && !linked.contains(&subject);
        let touched = touched.into_iter().map(|subject| (subject, kinds[&subject]));
        self.unsettle_stories_of(touched, alone)?;
        // Whoever is in a story now is not new to it any more.
        self.fresh = fresh;
        self.fresh.retain(|subject, _| !linked.contains(subject));
        let already_known = (facts.len() - new.len()) as u64;
        Ok(Appended { new: new.len() as u64, already_known })
    }

    /// The facts that the ledger does not know, each once, in their order.
    pub(crate) fn new_of<'f>(
        &mut self,
        facts: &'f [Fact],
        tail: Position,
    ) -> Result<Vec<&'f Fact>, StoreError> {
        let is_known = self.runs.known(self.database, facts, tail.0)?;
        let mut seen = HashSet::with_capacity(facts.len());
        let unknown = facts.iter().zip(is_known).filter(|(_, is_known)| !is_known);
        let unknown = unknown.map(|(fact, _)| fact);
        Ok(unknown.filter(|fact| seen.insert((fact.subject, fact.key))).collect())
    }

    /// What each of these subjects is, all of which must be known.
    pub(crate) fn known_kinds(
        &self,
        subjects: BTreeSet<SubjectId>,
    ) -> Result<BTreeMap<SubjectId, SubjectKind>, StoreError> {
        let (fresh, others): (Vec<_>, Vec<_>) =
            subjects.into_iter().partition(|subject| self.fresh.contains_key(subject));
        let kinds = self.view().kinds_of(&others)?;
        let known = others.into_iter().zip(kinds).map(|(subject, kind)| {
            kind.map(|kind| (subject, kind)).ok_or(StoreError::UnknownSubject(subject))
        });
        let fresh = fresh.into_iter().map(|subject| Ok((subject, self.fresh[&subject])));
        let known = known.chain(fresh);
        known.collect()
    }
}
