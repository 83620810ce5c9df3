//! Lists of leads, and writing where each rests.

use crate::columns::{Columns, of_id, of_never, of_position};
use crate::error::StoreError;
use crate::file::View;
use crate::projection::{NextDue, PlaceKind, Projection};
use crate::writer::Writer;
use facts::{Instant, Precision, SubjectId, Symbol};
use lifecycle::VersionNumber;
use rusqlite::Row;

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
    INSERT OR REPLACE INTO lead (id, version, stage, place, who, open, pass, pass_open, entered_at,
                      precision, fit_milli, engagement, next_due, promise, broken, wake_at,
                      returns_at, first_touch, first_outreach, settled_position, settled_until)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
            ?20, ?21)";
const REMOVE: &str = "DELETE FROM lead WHERE id = ?1";
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
    WHERE (?1 IS NULL OR stage = ?1) AND (?2 IS NULL OR place = ?2) AND (?3 IS NULL OR who = ?3)
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
    /// When the file cannot be read.
    pub fn projection(&self, lead: SubjectId) -> Result<Option<Projection>, StoreError> {
        let mut statement = self.connection.prepare_cached(ONE)?;
        let mut rows = statement.query([of_id(lead)])?;
        rows.next()?.map(|row| Ok(read(row)?.1)).transpose()
    }

    /// The leads of a list.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn leads(&self, query: &LeadQuery) -> Result<Vec<(SubjectId, Projection)>, StoreError> {
        let (due, id) = query.cursor();
        let mut statement = self.connection.prepare_cached(LIST)?;
        let mut rows = statement.query((
            query.stage.map(|stage| stage.0),
            query.place.map(|place| place as u8),
            query.who.map(|who| who.0),
            query.open_only,
            due,
            id,
            query.limit,
        ))?;
        let mut leads = Vec::new();
        while let Some(row) = rows.next()? {
            leads.push(read(row)?);
        }
        Ok(leads)
    }

    /// The leads that rest somewhere, in the order of their ids as they are stored.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn projected_leads(&self) -> Result<Vec<SubjectId>, StoreError> {
        let mut statement = self.connection.prepare_cached(IDS)?;
        let found = statement.query_map((), |row| Columns::new(row).id())?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How many leads are in each stage.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stage_counts(&self) -> Result<Vec<StageCount>, StoreError> {
        let mut statement = self.connection.prepare_cached(BY_STAGE)?;
        let counts = statement.query_map((), |row| {
            let mut columns = Columns::new(row);
            let stage = columns.symbol()?;
            let mut count = || columns.take::<i64>().map(i64::cast_unsigned);
            Ok(StageCount { stage, leads: count()?, broken: count()? })
        })?;
        Ok(counts.collect::<Result<_, _>>()?)
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
        let Some(p) = projection else {
            self.transaction.prepare_cached(REMOVE)?.execute([of_id(lead)])?;
            return Ok(());
        };
        self.transaction.prepare_cached(PUT)?.execute(rusqlite::params![
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
        ])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<(SubjectId, Projection), StoreError> {
    let mut columns = Columns::new(row);
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
    use crate::file::Store;

    #[test]
    fn a_list_is_read_in_its_order_from_where_it_begins() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ledger.db")).unwrap();
        let view = store.view();
        let sql = format!("EXPLAIN QUERY PLAN {LIST}");
        let mut statement = view.connection.prepare(&sql).unwrap();
        let rows = statement.query_map([None::<i64>; 7], |row| row.get::<_, String>(3)).unwrap();
        let plan: Vec<_> = rows.map(Result::unwrap).collect();
        assert_eq!(plan, ["SEARCH lead USING INDEX lead_by_due (<expr>>?)"]);
    }
}
