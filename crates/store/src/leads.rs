//! Lists of leads, and writing where each rests.

use crate::columns::{of_id, of_never, of_position};
use crate::database::{Cell, Columns, cells};
use crate::error::StoreError;
use crate::neighbours::Neighbours;
use crate::projection::{NextDue, PlaceKind, Projection};
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Precision, SubjectId, Symbol};
use lifecycle::VersionNumber;

/// Which leads a list shows, ordered by next due, those without at the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LeadQuery {
    /// Only in this stage.
    pub stage: Option<Symbol>,
    /// Only in such a place.
    pub place: Option<PlaceKind>,
    /// Only with this person, queue or team.
    pub who: Option<Symbol>,
    /// Only those that wait for somebody.
    pub open_only: bool,
    /// Only those after this one in the order: its next due and its id.
    pub after: Option<(Option<Instant>, SubjectId)>,
    /// At most so many.
    pub limit: u32,
}

/// How many leads are in a stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StageCount {
    /// The id of the stage, as a word; empty before the first pass.
    pub stage: Symbol,
    /// All of them.
    pub leads: u64,
    /// Those with a broken promise that is not answered yet.
    pub broken: u64,
}

const PUT: &str = "
    INSERT INTO lead (id, version, stage, place, who, open, pass, pass_open, entered_at,
                      precision, fit_milli, engagement, next_due, promise, broken, wake_at,
                      returns_at, first_touch, first_outreach, settled_position, settled_until)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
            ?20, ?21)
    ON CONFLICT (id) DO UPDATE SET
      version = excluded.version, stage = excluded.stage, place = excluded.place,
      who = excluded.who, open = excluded.open, pass = excluded.pass,
      pass_open = excluded.pass_open, entered_at = excluded.entered_at,
      precision = excluded.precision, fit_milli = excluded.fit_milli,
      engagement = excluded.engagement, next_due = excluded.next_due, promise = excluded.promise,
      broken = excluded.broken, wake_at = excluded.wake_at, returns_at = excluded.returns_at,
      first_touch = excluded.first_touch, first_outreach = excluded.first_outreach,
      settled_position = excluded.settled_position, settled_until = excluded.settled_until";
const REMOVE: &str = "DELETE FROM lead WHERE id = ?1";
/// As [`ONE`], of all between two.
const BETWEEN: &str = "
    SELECT id, version, stage, place, who, pass, pass_open, entered_at, precision, fit_milli,
           engagement, next_due, promise, broken, wake_at, returns_at, first_touch, first_outreach,
           settled_position, settled_until
    FROM lead WHERE id >= ?1 AND id <= ?2 ORDER BY id";
const COUNT_BETWEEN: &str = "
    SELECT count(*) FROM (SELECT 1 FROM lead WHERE id >= ?1 AND id <= ?2 LIMIT ?3) AS nearby";
const ONE: &str = "
    SELECT id, version, stage, place, who, pass, pass_open, entered_at, precision, fit_milli,
           engagement, next_due, promise, broken, wake_at, returns_at, first_touch, first_outreach,
           settled_position, settled_until
    FROM lead WHERE id = ?1";
/// The order's "never" is the largest integer, so that those without a due come last.
const LIST: &str = "
    SELECT id, version, stage, place, who, pass, pass_open, entered_at, precision, fit_milli,
           engagement, next_due, promise, broken, wake_at, returns_at, first_touch, first_outreach,
           settled_position, settled_until
    FROM lead
    WHERE (CAST(?1 AS BIGINT) IS NULL OR stage = ?1)
      AND (CAST(?2 AS BIGINT) IS NULL OR place = ?2)
      AND (CAST(?3 AS BIGINT) IS NULL OR who = ?3)
      AND open >= ?4
      AND coalesce(next_due, 9223372036854775807) >= ?5
      AND (coalesce(next_due, 9223372036854775807) > ?5 OR id > ?6)
    ORDER BY coalesce(next_due, 9223372036854775807), id LIMIT ?7";
const BY_STAGE: &str =
    "SELECT stage, count(*), sum(broken) FROM lead GROUP BY stage ORDER BY stage";
const IDS: &str = "SELECT id FROM lead ORDER BY id";

impl View<'_> {
    /// Where a lead rests; `None` when it has no story (yet, or any more).
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn projection(&self, lead: SubjectId) -> Result<Option<Projection>, StoreError> {
        self.database.find(ONE, &cells![of_id(lead)], |row| Ok(read(row)?.1))
    }

    /// Where each of many leads rests, as [`View::projection`] has it.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn projections_of(
        &self,
        leads: &[SubjectId],
    ) -> Result<Vec<Option<Projection>>, StoreError> {
        let mut projections = vec![None; leads.len()];
        if let Some(neighbours) = Neighbours::among(self, leads, COUNT_BETWEEN)? {
            self.database.each(BETWEEN, &neighbours.bounds(), |row| {
                let (lead, projection) = read(row)?;
                if let Some(index) = neighbours.index_of(lead) {
                    projections[index] = Some(projection);
                }
                Ok(())
            })?;
            return Ok(projections);
        }
        let asked = leads.iter().map(|lead| cells![of_id(*lead)]);
        self.database.each_of(ONE, asked, |index, row| {
            projections[index] = Some(read(row)?.1);
            Ok(())
        })?;
        Ok(projections)
    }

    /// The leads of a list.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn leads(&self, query: &LeadQuery) -> Result<Vec<(SubjectId, Projection)>, StoreError> {
        let (due, id) = query.cursor();
        let asked = cells![
            query.stage.map(|stage| stage.0),
            query.place.map(|place| place as u8),
            query.who.map(|who| who.0),
            query.open_only,
            due,
            id,
            query.limit,
        ];
        self.database.all(LIST, &asked, read)
    }

    /// The leads that rest somewhere, in the order of their ids as they are stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn projected_leads(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(IDS, &[], |row| row.id())
    }

    /// How many leads are in each stage.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn stage_counts(&self) -> Result<Vec<StageCount>, StoreError> {
        self.database.all(BY_STAGE, &[], |row| {
            Ok(StageCount { stage: row.symbol()?, leads: row.count()?, broken: row.count()? })
        })
    }
}

impl LeadQuery {
    /// Where a lead stands in the order of lists.
    #[must_use]
    pub fn place(lead: SubjectId, projection: &Projection) -> (i64, i64) {
        (projection.next_due.map_or(Instant::NEVER, |due| due.at).0, of_id(lead))
    }

    /// The place after which the list begins.
    fn cursor(&self) -> (i64, i64) {
        let first = (i64::MIN, i64::MIN);
        self.after.map_or(first, |(due, id)| (due.unwrap_or(Instant::NEVER).0, of_id(id)))
    }

    /// Whether a lead is in the list, its limit apart.
    #[must_use]
    pub fn lets_through(&self, lead: SubjectId, projection: &Projection) -> bool {
        self.stage.is_none_or(|stage| stage == projection.stage)
            && self.place.is_none_or(|place| place == projection.place)
            && self.who.is_none_or(|who| who == projection.who)
            && (!self.open_only || projection.is_open())
            && Self::place(lead, projection) > self.cursor()
    }
}

impl Writer<'_> {
    /// Sets where a lead rests; `None` for one that has no story any more.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_projection(
        &mut self,
        lead: SubjectId,
        projection: Option<&Projection>,
    ) -> Result<(), StoreError> {
        self.put_projections([(lead, projection)])
    }

    /// Sets where leads rest, each lead once, as [`Writer::put_projection`] does.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_projections<'p>(
        &mut self,
        leads: impl IntoIterator<Item = (SubjectId, Option<&'p Projection>)>,
    ) -> Result<(), StoreError> {
        let mut without = Vec::new();
        let rest = leads.into_iter().filter_map(|(lead, projection)| {
            if projection.is_none() {
                without.push(of_id(lead));
            }
            projection.map(|p| row(lead, p))
        });
        self.database.insert_all(PUT, rest)?;
        self.database.run_for_all(REMOVE, without).map(drop)
    }
}

fn row(lead: SubjectId, p: &Projection) -> [Cell<'static>; 21] {
    cells![
        of_id(lead),
        p.version.0,
        p.stage.0,
        p.place as u8,
        p.who.0,
        p.is_open(),
        p.pass,
        p.pass_open,
        of_never(p.entered_at),
        p.precision as u8,
        p.fit_milli,
        p.engagement,
        p.next_due.map(|due| due.at.0),
        p.next_due.map_or(0, |due| due.promise.0),
        p.next_due.is_some_and(|due| due.broken),
        of_never(p.wake_at),
        of_never(p.returns_at),
        of_never(p.first_touch_at),
        of_never(p.first_outreach_at),
        of_position(p.settled_position),
        p.settled_until.0,
    ]
}

fn read(columns: &mut Columns<'_>) -> Result<(SubjectId, Projection), StoreError> {
    let id = columns.id()?;
    let version = VersionNumber(columns.take()?);
    let stage = columns.symbol()?;
    let place = PlaceKind::ALL
        .get(usize::from(columns.take::<u8>()?))
        .ok_or_else(|| StoreError::unreadable("lead", "place"))?;
    let who = columns.symbol()?;
    let (pass, pass_open) = (columns.take()?, columns.take()?);
    let entered_at = columns.instant_or_never()?;
    let precision = Precision::from_number(columns.take()?);
    let (fit_milli, engagement) = (columns.take()?, columns.take()?);
    let due: Option<i64> = columns.take()?;
    let (promise, broken) = (columns.symbol()?, columns.take()?);
    let next_due = due.map(|at| NextDue { at: Instant(at), promise, broken });
    let projection = Projection {
        version,
        stage,
        place: *place,
        who,
        pass,
        pass_open,
        entered_at,
        precision,
        fit_milli,
        engagement,
        next_due,
        wake_at: columns.instant_or_never()?,
        returns_at: columns.instant_or_never()?,
        first_touch_at: columns.instant_or_never()?,
        first_outreach_at: columns.instant_or_never()?,
        settled_position: columns.position()?,
        settled_until: columns.instant()?,
    };
    Ok((id, projection))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn a_list_is_read_in_its_order_from_where_it_begins() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ledger.db")).unwrap();
        assert_eq!(store.view().plan(LIST, 7), ["SEARCH lead USING INDEX lead_by_due (<expr>>?)"]);
    }
}
