//! The facts.

use crate::columns::{Columns, of_id, of_key, of_position};
use crate::error::StoreError;
use crate::file::View;
use crate::imports::ImportId;
use crate::members::{Link, Links};
use crate::writer::Writer;
use facts::{
    Code, Fact, FactKey, Instant, Origin, Position, Precision, Recorded, SubjectId, SubjectKind,
    Value, Vocabulary,
};
use rusqlite::{OptionalExtension, Row};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (subject, key) DO NOTHING";
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
    /// When the file cannot be read.
    pub fn tail(&self) -> Result<Position, StoreError> {
        let mut statement = self.connection.prepare_cached(TAIL)?;
        Ok(statement.query_row((), |row| Columns::new(row).position())?)
    }

    /// When the fact at a position was recorded.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn recorded_at(&self, position: Position) -> Result<Option<Instant>, StoreError> {
        let mut statement = self.connection.prepare_cached(RECORDED_AT)?;
        let found = statement
            .query_row([of_position(position)], |row| Columns::new(row).instant())
            .optional()?;
        Ok(found)
    }

    /// The last position that was recorded by an instant; 0 before the first.
    ///
    /// # Errors
    /// When the file cannot be read.
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
    /// When the file cannot be read.
    pub fn facts_of_subject(
        &self,
        subject: SubjectId,
        into: &mut Vec<Recorded>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(FACTS_OF_SUBJECT)?;
        let mut rows = statement.query([of_id(subject)])?;
        while let Some(row) = rows.next()? {
            into.push(read_fact(row)?);
        }
        Ok(())
    }

    /// Adds to `into` the facts of a lead and of every subject that was ever linked to it.
    ///
    /// # Errors
    /// When the file cannot be read.
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

    /// The subjects of which some fact of this code ever said this. Reads the whole ledger.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn subjects_saying(&self, code: Code, value: Value) -> Result<Vec<SubjectId>, StoreError> {
        let (tag, bits) = value.pack();
        let mut statement = self.connection.prepare_cached(SUBJECTS_SAYING)?;
        let found =
            statement.query_map((code.0, tag, bits.cast_signed()), |row| Columns::new(row).id())?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How much there is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self) -> Result<LedgerCounts, StoreError> {
        let mut statement = self.connection.prepare_cached(COUNTS)?;
        Ok(statement.query_row((), |row| {
            let count = |index| row.get(index).map(i64::cast_unsigned);
            Ok(LedgerCounts {
                persons: count(0)?,
                accounts: count(1)?,
                opportunities: count(2)?,
                facts: count(3)?,
                changes: count(4)?,
                unsettled: count(5)?,
                leads: count(6)?,
                open_leads: count(7)?,
            })
        })?)
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
        let mut position = tail;
        let mut touched: HashMap<SubjectId, SubjectKind> = HashMap::new();
        let mut joined: Vec<Link> = Vec::new();
        let mut append = self.transaction.prepare_cached(APPEND)?;
        for fact in facts {
            let next = Position(position.0 + 1);
            let (tag, bits) = fact.value.pack();
            let appended = append.execute((
                of_position(next),
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
                import.map(|import| import.0),
            ))?;
            if appended == 0 {
                continue;
            }
            position = next;
            if let Entry::Vacant(place) = touched.entry(fact.subject) {
                place.insert(self.known_subject(fact.subject)?);
            }
            if let Some(link) = links.read(fact) {
                self.known_subject(link.whole)?;
                self.known_subject(link.part)?;
                joined.push(link);
            }
        }
        drop(append);
        self.join(&joined)?;
        self.unsettle_stories_of(touched.into_iter())?;
        let new = position.0 - tail.0;
        Ok(Appended { new, already_known: facts.len() as u64 - new })
    }

    fn known_subject(&self, subject: SubjectId) -> Result<SubjectKind, StoreError> {
        self.view().kind_of(subject)?.ok_or(StoreError::UnknownSubject(subject))
    }
}

pub(crate) fn read_fact(row: &Row<'_>) -> Result<Recorded, StoreError> {
    let mut columns = Columns::new(row);
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
