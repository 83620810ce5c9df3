//! What the router chose from, and what waits for it.

use crate::columns::{of_id, of_key};
use crate::database::cells;
use crate::error::StoreError;
use crate::projection::PlaceKind;
use crate::store::View;
use crate::writer::Writer;
use facts::{FactKey, Instant, SubjectId, Symbol};

/// A choice of the router, with what it was made from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Routing {
    /// Of which lead.
    pub lead: SubjectId,
    /// The assignment that records it.
    pub fact: FactKey,
    /// The hand-off that waited, as a word.
    pub handoff: Symbol,
    /// Since when it waited.
    pub wanted_at: Instant,
    /// When it was routed.
    pub routed_at: Instant,
    /// By which clause, `route.enterprise`.
    pub clause: String,
    /// To whom the clause gives leads, `team:enterprise-emea`.
    pub target: String,
    /// Who was given the lead, as a word.
    pub chosen: Symbol,
    /// Who was considered, and why they were given it or not, in a form of the application's own.
    pub considered: String,
}

const OF_LEAD: &str = "
    SELECT lead, fact_key, handoff, wanted_at, routed_at, clause, target, chosen, considered
    FROM routing WHERE lead = ?1 ORDER BY sequence";
const LAST_TO: &str = "
    SELECT lead, fact_key, handoff, wanted_at, routed_at, clause, target, chosen, considered
    FROM routing WHERE target = ?1 ORDER BY sequence DESC LIMIT 1";
const LAST: &str = "SELECT coalesce(max(sequence), 0) FROM routing";
const ADD: &str = "
    INSERT INTO routing (sequence, lead, fact_key, handoff, wanted_at, routed_at, clause, target,
                         chosen, considered)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (lead, fact_key) DO NOTHING";
const IN_QUEUE: &str = "SELECT id FROM lead WHERE place = ?1 ORDER BY entered_at, id";
/// Who was given leads that are not settled since, so that they still rest in their queue.
const GIVEN: &str = "
    SELECT routing.chosen, count(*) FROM unsettled
    JOIN lead ON lead.id = unsettled.lead JOIN routing ON routing.lead = unsettled.lead
    WHERE lead.place = ?1 AND routing.sequence = (
        SELECT max(later.sequence) FROM routing AS later WHERE later.lead = routing.lead)
    GROUP BY routing.chosen ORDER BY routing.chosen";
const LOADS: &str = "SELECT who, count(*) FROM lead WHERE place = ?1 GROUP BY who ORDER BY who";

impl View<'_> {
    /// What the router chose for a lead, in order.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn routings_of(&self, lead: SubjectId) -> Result<Vec<Routing>, StoreError> {
        self.database.all(OF_LEAD, &cells![of_id(lead)], read)
    }

    /// The last choice among the people of a target, `team:enterprise-emea`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn last_routing_to(&self, target: &str) -> Result<Option<Routing>, StoreError> {
        self.database.find(LAST_TO, &cells![target], read)
    }

    /// The leads that wait in the queue of a hand-off, those that wait longest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn leads_in_queues(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(IN_QUEUE, &cells![PlaceKind::Queue as u8], |row| row.id())
    }

    /// The number of the last choice; 0 before the first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn last_routing(&self) -> Result<i64, StoreError> {
        self.database.one(LAST, &[], |row| row.take())
    }

    /// How many open leads each person has who has any.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open_loads(&self) -> Result<Vec<(Symbol, u64)>, StoreError> {
        self.loads(LOADS, PlaceKind::Assignee)
    }

    /// How many leads the router gave to each person that are not settled since.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn given_loads(&self) -> Result<Vec<(Symbol, u64)>, StoreError> {
        self.loads(GIVEN, PlaceKind::Queue)
    }

    fn loads(&self, sql: &'static str, place: PlaceKind) -> Result<Vec<(Symbol, u64)>, StoreError> {
        self.database.all(sql, &cells![place as u8], |row| Ok((row.symbol()?, row.count()?)))
    }
}

impl Writer<'_> {
    /// Notes what the router chose from; a choice that was noted already stays as it is.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_routings(&mut self, routings: &[Routing]) -> Result<(), StoreError> {
        let last = self.database.one(LAST, &[], |row| row.take::<i64>())?;
        let rows = routings.iter().zip(last + 1..).map(|(routing, sequence)| {
            cells![
                sequence,
                of_id(routing.lead),
                of_key(routing.fact),
                routing.handoff.0,
                routing.wanted_at.0,
                routing.routed_at.0,
                &routing.clause,
                &routing.target,
                routing.chosen.0,
                &routing.considered,
            ]
        });
        self.database.insert_all(ADD, rows).map(drop)
    }
}

fn read(row: &mut crate::database::Columns<'_>) -> Result<Routing, StoreError> {
    Ok(Routing {
        lead: row.id()?,
        fact: row.key()?,
        handoff: row.symbol()?,
        wanted_at: row.instant()?,
        routed_at: row.instant()?,
        clause: row.take()?,
        target: row.take()?,
        chosen: row.symbol()?,
        considered: row.take()?,
    })
}
