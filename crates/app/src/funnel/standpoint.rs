//! From where figures look at the ledger: from now, or from a past instant with what was known then.

use super::AsOf;
use super::histories::Journeys;
use super::opportunities::Sight;
use crate::Engine;
use crate::as_known::LeadAsKnown;
use crate::books::Known;
use crate::error::AppError;
use facts::{Instant, Kind, Position, SubjectId, Value};
use insight::{PromiseClock, clocks_of};
use lifecycle::{Decision, Reign};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Projection, WholeLedger};
use timeline::{Known as KnownFacts, Row, Story, link};

/// How often a person may have been merged into somebody who was merged.
const MERGES_MOST: usize = 32;

/// From where figures look at the ledger. Whatever is asked through it sees the same.
pub(super) struct Standpoint<'a> {
    pub(super) engine: &'a Engine,
    /// Until when it looks.
    pub(super) now: Instant,
    pub(super) as_of: AsOf,
    then: Option<Then>,
    whole: OnceCell<Arc<WholeLedger>>,
}

/// What was known at a past instant.
pub(super) struct Then {
    at: Instant,
    reign: Reign,
    position: Position,
    whole: Arc<WholeLedger>,
    leads: Vec<LeadAsKnown>,
}

impl Then {
    /// What was known, under some charters.
    pub(super) fn new(
        at: Instant,
        reign: Reign,
        position: Position,
        whole: Arc<WholeLedger>,
        leads: Vec<LeadAsKnown>,
    ) -> Self {
        Self { at, reign, position, whole, leads }
    }
}

impl Engine {
    /// Looks from now.
    pub(super) fn standpoint(&self, now: Instant) -> Result<Standpoint<'_>, AppError> {
        let as_of = self.as_of(now)?;
        Ok(Standpoint { engine: self, now, as_of, then: None, whole: OnceCell::new() })
    }

    /// Looks from now, or from a past instant where one is given.
    pub(super) fn standpoint_of(
        &mut self,
        as_known: Option<Instant>,
        now: Instant,
    ) -> Result<Standpoint<'_>, AppError> {
        let then = as_known.map(|at| self.then(at)).transpose()?;
        self.standpoint_from(then, now)
    }

    /// What was known at an instant: from the facts recorded, the versions adopted and the holidays
    /// known by then.
    pub(super) fn then(&mut self, at: Instant) -> Result<Then, AppError> {
        let position = self.store().view().position_at(at)?;
        let reign = self.reign_as_known(position, at)?;
        let whole = self.whole()?;
        let leads = self.leads_as_known(&reign, &whole, position, at)?;
        Ok(Then { at, reign, position, whole, leads })
    }

    /// Looks from now, or from what was known then.
    pub(super) fn standpoint_from(
        &self,
        then: Option<Then>,
        now: Instant,
    ) -> Result<Standpoint<'_>, AppError> {
        let Some(then) = then else { return self.standpoint(now) };
        let (number, _) = then.reign.at(then.at);
        let as_of = AsOf {
            settled_until: Some(then.at),
            waiting: 0,
            adopted_at: then.reign.adopted_at(),
            trial: self.versions().any(|signed| signed.number == number && signed.trial),
        };
        let (now, then, whole) = (then.at, Some(then), OnceCell::new());
        Ok(Standpoint { engine: self, now, as_of, then, whole })
    }
}

impl Standpoint<'_> {
    /// The charters that decide, as far as they are known.
    pub(super) fn reign(&self) -> Result<&Reign, AppError> {
        self.then.as_ref().map_or_else(|| self.engine.reign(), |then| Ok(&then.reign))
    }

    /// The charter in force.
    pub(super) fn program(&self) -> Result<&charter::Program, AppError> {
        Ok(self.reign()?.at(self.now).1)
    }

    /// How far the log is read; `None` to its end.
    pub(super) fn position(&self) -> Option<Position> {
        self.then.as_ref().map(|then| then.position)
    }

    /// Shows every lead that has a story or rests somewhere: its story, where it rests, and what is
    /// decided of it. Not in order of ids throughout.
    pub(super) fn each_lead(
        &self,
        mut visit: impl FnMut(Story<'_>, Option<&Projection>, &[Decision]) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let engine = self.engine;
        if let Some(then) = &self.then {
            for lead in &then.leads {
                let known = KnownFacts::UpTo(then.position);
                let story = engine.story_in(&then.whole, lead.lead, known);
                visit(story.as_story(), lead.projection.as_ref(), &lead.decisions)?;
            }
            return Ok(());
        }
        engine.each_known(|Known { story, rest, decisions }| visit(story, rest, decisions))
    }

    /// The journeys of all leads that rest somewhere.
    pub(super) fn journeys(&self, by: Option<&str>) -> Result<Journeys, AppError> {
        match &self.then {
            None => self.engine.journeys(by, self.now),
            Some(then) => {
                let known = (&then.leads[..], &*then.whole, then.position);
                self.engine.journeys_of(&then.reign, by, known, then.at)
            }
        }
    }

    /// Every promise that ran, on every lead, as it stands.
    pub(super) fn clocks(&self) -> Result<Vec<PromiseClock>, AppError> {
        let clocks = match &self.then {
            None => self.engine.clocks()?,
            Some(then) => {
                let of = |lead: &LeadAsKnown| clocks_of(&then.reign, lead.lead, &lead.decisions);
                then.leads.iter().flat_map(of).collect()
            }
        };
        Ok(clocks.into_iter().map(|clock| clock.as_of(self.now)).collect())
    }

    /// The ids of all leads that rest somewhere, in order.
    pub(super) fn leads(&self) -> Result<BTreeSet<SubjectId>, AppError> {
        Ok(match &self.then {
            None => self.engine.store().view().projected_leads()?.into_iter().collect(),
            Some(then) => then.leads.iter().map(|lead| lead.lead).collect(),
        })
    }

    fn whole(&self) -> Result<&WholeLedger, AppError> {
        if let Some(then) = &self.then {
            return Ok(&then.whole);
        }
        if self.whole.get().is_none() {
            let read = self.engine.whole()?;
            // Nobody else can have set it in between: a standpoint is of one thread.
            let _is_first = self.whole.set(read);
        }
        self.whole.get().map(AsRef::as_ref).ok_or(AppError::NoCharter)
    }

    /// What it sees of subjects one by one.
    pub(super) fn sight(&self) -> Result<Sight<'_>, AppError> {
        let known = self.position().map_or(KnownFacts::Everything, KnownFacts::UpTo);
        Ok(Sight { whole: self.whole()?, known, now: self.now })
    }

    /// Into whom a person was merged at last, among these leads.
    pub(super) fn survivor(
        &self,
        mut person: SubjectId,
        is_lead: impl Fn(SubjectId) -> bool,
    ) -> Result<SubjectId, AppError> {
        let words = self.engine.vocabulary();
        for _ in 0..MERGES_MOST {
            if is_lead(person) {
                break;
            }
            let rows = self.engine.rows_of(self.sight()?, person);
            let is_merge = |row: &&Row| words.name(row.code) == Some((Kind::Link, link::MERGE));
            match rows.iter().rfind(is_merge).map(Row::value) {
                Some(Value::Subject(other)) => person = other,
                _ => break,
            }
        }
        Ok(person)
    }
}
