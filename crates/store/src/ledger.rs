//! The facts.

use crate::columns::{of_id, of_key, of_position};
use crate::database::{Cell, Columns, cells};
use crate::error::StoreError;
use crate::imports::ImportId;
use crate::members::{Links, MEMBERS};
use crate::store::View;
use crate::writer::Writer;
use facts::{
    Code, Fact, FactKey, Instant, Origin, Position, Precision, Recorded, SubjectId, SubjectKind,
    Value, Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

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

const TAIL: &str = "SELECT coalesce(max(position), 0) FROM fact";
const RECORDED_AT: &str = "SELECT recorded_at FROM fact WHERE position = ?1";
const APPEND: &str = "
    INSERT INTO fact (position, subject, key, occurred_at, precision, code, tag, bits, actor,
                      origin, recorded_at, import)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
const KNOWN: &str = "SELECT position FROM fact WHERE subject = ?1 AND key = ?2";
pub(crate) const ALL_FACTS: &str = "
    SELECT position, subject, key, occurred_at, precision, code, tag, bits, actor, origin,
           recorded_at
    FROM fact ORDER BY position";
const FACTS_OF_SUBJECT: &str = "
    SELECT position, subject, key, occurred_at, precision, code, tag, bits, actor, origin,
           recorded_at
    FROM fact WHERE subject = ?1";
const SUBJECTS_SAYING: &str = "
    SELECT DISTINCT subject FROM fact WHERE code = ?1 AND tag = ?2 AND bits = ?3 ORDER BY 1";
const COUNTS: &str = "
    SELECT (SELECT count(*) FROM subject WHERE kind = 0),
           (SELECT count(*) FROM subject WHERE kind = 1),
           (SELECT count(*) FROM subject WHERE kind = 2),
           (SELECT coalesce(max(position), 0) FROM fact),
           (SELECT coalesce(max(sequence), 0) FROM decision),
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

    /// Adds the facts of one subject to `into`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_subject(
        &self,
        subject: SubjectId,
        into: &mut Vec<Recorded>,
    ) -> Result<(), StoreError> {
        self.database.each(FACTS_OF_SUBJECT, &cells![of_id(subject)], |row| {
            into.push(read_fact(row)?);
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
        self.facts_of_subject(lead, into)?;
        for subject in self.members(lead)? {
            self.facts_of_subject(subject, into)?;
        }
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
        let mut facts = vec![Vec::new(); leads.len()];
        let rows = asked.iter().map(|(_, subject)| cells![of_id(*subject)]);
        self.database.each_of(FACTS_OF_SUBJECT, rows, |index, row| {
            facts[asked[index].0].push(read_fact(row)?);
            Ok(())
        })?;
        Ok(facts)
    }

    /// The subjects of which some fact of this code ever said this. Reads the whole ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn subjects_saying(&self, code: Code, value: Value) -> Result<Vec<SubjectId>, StoreError> {
        let (tag, bits) = value.pack();
        let asked = cells![code.0, tag, bits.cast_signed()];
        self.database.all(SUBJECTS_SAYING, &asked, |row| row.id())
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
        let new = self.new_of(facts)?;
        let joined: Vec<_> = new.iter().filter_map(|fact| links.read(fact)).collect();
        let touched: BTreeSet<_> = new.iter().map(|fact| fact.subject).collect();
        let linked = joined.iter().flat_map(|link| [link.whole, link.part]);
        let kinds = self.known_kinds(touched.iter().copied().chain(linked).collect())?;
        let import = import.map(|import| import.0);
        let rows = new
            .iter()
            .zip(tail.0 + 1..)
            .map(|(fact, position)| row(fact, Position(position), recorded_at, import));
        self.database.insert_all(APPEND, rows)?;
        self.join(&joined)?;
        self.unsettle_stories_of(touched.into_iter().map(|subject| (subject, kinds[&subject])))?;
        let already_known = (facts.len() - new.len()) as u64;
        Ok(Appended { new: new.len() as u64, already_known })
    }

    /// The facts that the ledger does not know, each once, in their order.
    fn new_of<'f>(&self, facts: &'f [Fact]) -> Result<Vec<&'f Fact>, StoreError> {
        let mut is_known = vec![false; facts.len()];
        let asked = facts.iter().map(|fact| cells![of_id(fact.subject), of_key(fact.key)]);
        self.database.each_of(KNOWN, asked, |index, _| {
            is_known[index] = true;
            Ok(())
        })?;
        let mut seen = HashSet::with_capacity(facts.len());
        let unknown = facts.iter().zip(is_known).filter(|(_, is_known)| !is_known);
        let unknown = unknown.map(|(fact, _)| fact);
        Ok(unknown.filter(|fact| seen.insert((fact.subject, fact.key))).collect())
    }

    /// What each of these subjects is, all of which must be known.
    fn known_kinds(
        &self,
        subjects: BTreeSet<SubjectId>,
    ) -> Result<BTreeMap<SubjectId, SubjectKind>, StoreError> {
        let subjects: Vec<_> = subjects.into_iter().collect();
        let kinds = self.view().kinds_of(&subjects)?;
        let known = subjects.into_iter().zip(kinds).map(|(subject, kind)| {
            kind.map(|kind| (subject, kind)).ok_or(StoreError::UnknownSubject(subject))
        });
        known.collect()
    }
}

fn row(
    fact: &Fact,
    position: Position,
    recorded_at: Instant,
    import: Option<i64>,
) -> [Cell<'static>; 12] {
    let (tag, bits) = fact.value.pack();
    cells![
        of_position(position),
        of_id(fact.subject),
        of_key(fact.key),
        fact.occurred_at.0,
        fact.precision as u8,
        fact.code.0,
        tag,
        bits.cast_signed(),
        fact.actor.0,
        fact.origin as u8,
        recorded_at.0,
        import,
    ]
}

pub(crate) fn read_fact(columns: &mut Columns<'_>) -> Result<Recorded, StoreError> {
    let position = columns.position()?;
    let subject = columns.id()?;
    let key: FactKey = columns.key()?;
    let occurred_at = columns.instant()?;
    let precision = Precision::from_number(columns.take()?);
    let code = Code(columns.take()?);
    let (tag, bits) = (columns.take()?, columns.take::<i64>()?.cast_unsigned());
    let value = Value::unpack(tag, bits).ok_or(StoreError::unreadable("fact", "value"))?;
    let actor = columns.symbol()?;
    let origin = Origin::from_number(columns.take()?);
    let recorded_at = columns.instant()?;
    let fact = Fact { subject, key, occurred_at, precision, code, value, actor, origin };
    Ok(Recorded { position, recorded_at, fact })
}
