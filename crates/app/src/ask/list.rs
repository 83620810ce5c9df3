//! Lists of leads.

use super::belonging::Kin;
use super::due::DueWindow;
use super::lines::Said;
use crate::engine::Engine;
use crate::error::AppError;
use crate::people::LeadScope;
use facts::{Instant, Kind, Precision, SubjectId, SubjectKind, Symbol, Value};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use store::{LeadQuery, PlaceKind, Projection};

/// Which leads a list shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeadFilter {
    /// Only in this stage.
    pub stage: Option<String>,
    /// Only in such a place.
    pub place: Option<PlaceKind>,
    /// Only with this person, queue or team.
    pub who: Option<String>,
    /// Only those of whom this trait is known to have this value: the full name and the value as
    /// a text (`account.employees`, `200`; `lead.opted_out`, `true`).
    pub trait_is: Option<(String, String)>,
    /// Only those of this persona, unit, motion or pipeline, by id.
    pub kin: Vec<(Kin, String)>,
    /// Only those with a name, an identifier or a personal value that contains this.
    pub text: Option<String>,
    /// Only those that wait for somebody.
    pub open_only: bool,
    /// Only those whose next promise is due then.
    pub due: Option<DueWindow>,
    /// Only those that whoever asks sees ([`Engine::lead_scope`]).
    pub scope: LeadScope,
    /// Only those after this one: the cursor of an earlier list.
    pub after: Option<(Option<Instant>, SubjectId)>,
    /// At most so many, up to [`LeadFilter::LIMIT_MAX`].
    pub limit: u32,
}

/// A list of leads, soonest due first, those without a due last.
#[derive(Clone, PartialEq, Debug)]
pub struct LeadList {
    /// The leads.
    pub rows: Vec<LeadRow>,
    /// Where to go on: give it as [`LeadFilter::after`]; `None` at the end.
    pub next: Option<(Option<Instant>, SubjectId)>,
}

/// One lead in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct LeadRow {
    /// The lead.
    pub lead: SubjectId,
    /// The id of the stage; empty before the first pass.
    pub stage: String,
    /// Whose turn it is.
    pub place: PlaceKind,
    /// The person, queue or team of the place; empty where there is none.
    pub who: String,
    /// The ordinal of the current pass, or of the last one; 0 before the first.
    pub pass: u16,
    /// When the stage was entered.
    pub entered_at: Option<Instant>,
    /// How precisely that is known.
    pub precision: Precision,
    /// Fit in points.
    pub fit: f64,
    /// Engagement in points, now.
    pub engagement: f64,
    /// When the next promise is, or was, due.
    pub due: Option<Instant>,
    /// The id of that promise; empty where there is none.
    pub promise: String,
    /// Whether it is late: it was due before now, whether or not that is settled already.
    pub broken: bool,
    /// When a recycled lead comes back by itself.
    pub returns_at: Option<Instant>,
    /// When marketing was first in touch.
    pub first_touch_at: Option<Instant>,
    /// When a person of sales first reached out.
    pub first_outreach_at: Option<Instant>,
}

impl Default for LeadFilter {
    fn default() -> Self {
        Self {
            stage: None,
            place: None,
            who: None,
            trait_is: None,
            kin: Vec::new(),
            text: None,
            open_only: false,
            due: None,
            scope: LeadScope::All,
            after: None,
            limit: 50,
        }
    }
}

impl LeadFilter {
    /// The most leads of one list.
    pub const LIMIT_MAX: u32 = 1_000;
    /// The most subjects that a text may match; further ones are not looked at.
    pub const MATCHES_MAX: u32 = 10_000;
}

impl Engine {
    /// The leads that a filter lets through, soonest due first.
    ///
    /// # Errors
    /// [`AppError::UnknownName`] for a stage or a trait that the ledger never heard of.
    pub fn leads(&self, filter: &LeadFilter, now: Instant) -> Result<LeadList, AppError> {
        let limit = filter.limit.clamp(1, LeadFilter::LIMIT_MAX) as usize;
        for (kin, id) in &filter.kin {
            if !self.kin_ids(*kin, now)?.contains(id) {
                return Err(AppError::UnknownName { what: kin.word(), name: id.clone() });
            }
        }
        let from = filter.due.and_then(|due| due.begins(now)).map(|at| (Some(at), SubjectId(0)));
        let mut query = LeadQuery {
            stage: filter.stage.as_deref().map(|name| self.known("stage", name)).transpose()?,
            place: filter.place,
            who: filter.who.as_deref().map(|name| self.known("person", name)).transpose()?,
            open_only: filter.open_only,
            after: filter.after.or(from),
            // Who is of a kin, and who is seen, is found out lead by lead, so that more may have to
            // be looked at.
            limit: match filter.kin.is_empty() && filter.scope == LeadScope::All {
                true => limit as u32 + 1,
                false => LeadFilter::LIMIT_MAX,
            },
        };
        let among = self.candidates(filter)?;
        let mut rows: Vec<LeadRow> = Vec::new();
        'pages: loop {
            let found = match &among {
                None => self.store.view().leads(&query)?,
                Some(among) => self.pick(among.clone(), &query)?,
            };
            for (lead, projection) in &found {
                match filter.due.map(|due| due.place(projection.next_due.map(|it| it.at), now)) {
                    Some(Ordering::Less) => continue,
                    // They come soonest due first: nobody further down is in it.
                    Some(Ordering::Greater) => break 'pages,
                    Some(Ordering::Equal) | None => {}
                }
                if self.sees_at(&filter.scope, *lead, projection, now)?
                    && self.trait_holds(*lead, filter, now)?
                    && self.is_kin(*lead, filter, now)?
                {
                    rows.push(self.row(*lead, projection, now));
                    if rows.len() > limit {
                        break;
                    }
                }
            }
            let is_full = found.len() == query.limit as usize;
            let last = found.last().filter(|_| among.is_none() && is_full && rows.len() <= limit);
            let Some((lead, projection)) = last else { break };
            query.after = Some((projection.next_due.map(|due| due.at), *lead));
        }
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|last| (last.due, last.lead));
        Ok(LeadList { rows, next })
    }

    /// How many leads a filter lets through in all, beyond any limit.
    ///
    /// # Errors
    /// As [`Engine::leads`].
    pub fn leads_count(&self, filter: &LeadFilter, now: Instant) -> Result<usize, AppError> {
        let limit = LeadFilter::LIMIT_MAX;
        let mut page = LeadFilter { after: None, limit, ..filter.clone() };
        let mut count = 0;
        loop {
            let list = self.leads(&page, now)?;
            count += list.rows.len();
            page.after = list.next;
            if page.after.is_none() {
                return Ok(count);
            }
        }
    }

    /// Those of some leads that a query lets through, all of them, in its order.
    fn pick(
        &self,
        among: BTreeSet<SubjectId>,
        query: &LeadQuery,
    ) -> Result<Vec<(SubjectId, Projection)>, AppError> {
        let mut found = Vec::new();
        for lead in among {
            if let Some(projection) = self.store.view().projection(lead)?
                && query.lets_through(lead, &projection)
            {
                found.push((lead, projection));
            }
        }
        found.sort_by_key(|(lead, projection)| LeadQuery::place(*lead, projection));
        Ok(found)
    }

    pub(super) fn row(&self, lead: SubjectId, projection: &Projection, now: Instant) -> LeadRow {
        let word = |symbol: Symbol| self.vocabulary.word(symbol).to_owned();
        let when = |at: Instant| (at != Instant::NEVER).then_some(at);
        let reign = self.reign.as_ref();
        let kept = reign.and_then(|reign| reign.program(projection.version)).map_or(1.0, |p| {
            p.decay.kept(projection.settled_until, now.max(projection.settled_until))
        });
        LeadRow {
            lead,
            stage: word(projection.stage),
            place: projection.place,
            who: word(projection.who),
            pass: projection.pass,
            entered_at: when(projection.entered_at),
            precision: projection.precision,
            fit: projection.fit_milli as f64 / 1000.0,
            engagement: projection.engagement * kept,
            due: projection.next_due.map(|due| due.at),
            promise: projection.next_due.map_or_else(String::new, |due| word(due.promise)),
            broken: projection.next_due.is_some_and(|due| due.broken || due.at < now),
            returns_at: when(projection.returns_at),
            first_touch_at: when(projection.first_touch_at),
            first_outreach_at: when(projection.first_outreach_at),
        }
    }

    /// Where a lead rests; `None` for one without a story, and for one that was not settled yet.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn lead_row(&self, lead: SubjectId, now: Instant) -> Result<Option<LeadRow>, AppError> {
        let projection = self.store.view().projection(lead)?;
        Ok(projection.map(|projection| self.row(lead, &projection, now)))
    }

    fn known(&self, what: &'static str, name: &str) -> Result<Symbol, AppError> {
        let unknown = || AppError::UnknownName { what, name: name.to_owned() };
        self.vocabulary.find(name).ok_or_else(unknown)
    }

    /// The leads among which to look; `None` for all.
    fn candidates(&self, filter: &LeadFilter) -> Result<Option<BTreeSet<SubjectId>>, AppError> {
        let view = self.store.view();
        let mut among: Option<BTreeSet<SubjectId>> = None;
        let mut narrow = |subjects: Vec<SubjectId>| -> Result<(), AppError> {
            let mut leads = BTreeSet::new();
            for subject in subjects {
                leads.extend(view.gathered_for(subject)?);
                leads.insert(subject);
            }
            among = Some(match among.take() {
                None => leads,
                Some(before) => before.intersection(&leads).copied().collect(),
            });
            Ok(())
        };
        if let Some(text) = &filter.text {
            let mut subjects = self.matching(text, LeadFilter::MATCHES_MAX)?;
            let id = text.parse::<SubjectId>().ok();
            subjects
                .extend(id.filter(|id| matches!(view.kind_of(*id), Ok(Some(SubjectKind::Person)))));
            narrow(subjects)?;
        }
        if let Some((name, value)) = &filter.trait_is {
            let code = [Kind::Trait, Kind::Opportunity]
                .into_iter()
                .find_map(|kind| self.vocabulary.find_code(kind, name))
                .ok_or_else(|| AppError::UnknownName { what: "trait", name: name.clone() })?;
            let mut subjects = Vec::new();
            for value in self.readings(value) {
                subjects.extend(view.subjects_saying(code, value)?);
            }
            narrow(subjects)?;
        }
        Ok(among)
    }

    /// What a text may mean as a value.
    fn readings(&self, text: &str) -> Vec<Value> {
        let number = text.parse().ok().map(Value::Number);
        let flag = text.parse().ok().map(Value::Flag);
        let word = self.vocabulary.find(text).map(Value::Text);
        [number, flag, word].into_iter().flatten().collect()
    }

    /// Whether the trait of the filter still has the value.
    fn is_kin(&self, lead: SubjectId, filter: &LeadFilter, now: Instant) -> Result<bool, AppError> {
        if filter.kin.is_empty() {
            return Ok(true);
        }
        let belonging = self.belonging(lead, now)?;
        Ok(filter.kin.iter().all(|(kin, id)| kin.of(&belonging) == Some(id.as_str())))
    }

    fn trait_holds(
        &self,
        lead: SubjectId,
        filter: &LeadFilter,
        now: Instant,
    ) -> Result<bool, AppError> {
        let Some((name, value)) = &filter.trait_is else { return Ok(true) };
        let traits = self.traits_at(&self.story(lead)?, now);
        let known = traits.iter().find(|known| known.name == *name);
        Ok(known.is_some_and(|known| {
            let mut readings = self.readings(value).into_iter();
            readings.any(|reading| Said::of(reading, &self.vocabulary) == known.said)
        }))
    }
}
