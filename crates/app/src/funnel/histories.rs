//! From the ledger to what metrics need to know of each lead.

use crate::Engine;
use crate::error::AppError;
use facts::{Code, Instant, Kind, SubjectId, Symbol, Value};
use insight::{Journey, LeadHistory, Moment, Path, PromiseClock, Resting, clocks_of};
use lifecycle::{Decision, Reign};
use std::collections::{BTreeMap, BTreeSet};
use store::{Projection, WholeLedger};
use timeline::{Known, OwnedStory, Row, assemble, link};

/// The journeys of all leads, with the texts of their slices.
pub(super) struct Journeys {
    pub(super) path: Path,
    pub(super) journeys: Vec<Journey>,
    pub(super) labels: Labels,
}

/// Texts of a trait's values, by numbers of their own; the empty one is 0.
pub(super) struct Labels {
    texts: Vec<String>,
    numbers: BTreeMap<String, Symbol>,
}

/// A trait, by the code that its facts have.
#[derive(Clone, Copy)]
struct Sliced {
    code: Code,
    of_account: bool,
}

/// Journeys as they are read, lead by lead.
struct Reading<'a> {
    engine: &'a Engine,
    reign: &'a Reign,
    sliced: Option<Sliced>,
    now: Instant,
    journeys: Journeys,
}

impl<'a> Reading<'a> {
    fn new(
        engine: &'a Engine,
        reign: &'a Reign,
        by: Option<&str>,
        now: Instant,
    ) -> Result<Self, AppError> {
        let path = Path::of(reign.at(now).1);
        let sliced = by.map(|name| engine.sliced(name)).transpose()?;
        let journeys = Journeys { path, journeys: Vec::new(), labels: Labels::new() };
        Ok(Self { engine, reign, sliced, now, journeys })
    }

    fn add(
        &mut self,
        (lead, story): (SubjectId, &[Row]),
        projection: &Projection,
        decisions: Vec<Decision>,
    ) {
        let Self { engine, now, .. } = *self;
        let slice = self.sliced.map_or(Symbol::EMPTY, |sliced| {
            let value = value_at(engine, story, sliced, now);
            self.journeys.labels.number(engine.text_of(value))
        });
        let history = LeadHistory {
            lead,
            slice,
            first_touch: engine.first_touch(story, now),
            resting: (projection.stage != Symbol::EMPTY)
                .then(|| Resting { stage: projection.stage, is_open: projection.is_open() }),
            decisions,
        };
        let adopted_at = self.reign.adopted_at();
        let journey = Journey::read(&self.journeys.path, adopted_at, &history);
        self.journeys.journeys.push(journey);
    }
}

impl Engine {
    /// Reads the journey of every lead that rests somewhere.
    pub(super) fn journeys(&self, by: Option<&str>, now: Instant) -> Result<Journeys, AppError> {
        let view = self.store().view();
        let mut reading = Reading::new(self, self.reign()?, by, now)?;
        let mut untold: BTreeSet<_> = view.projected_leads()?.into_iter().collect();
        self.each_part(self.vocabulary(), |part| {
            let leads: Vec<_> = part.stories().map(|story| story.lead).collect();
            let projections = view.projections_of(&leads)?.into_iter();
            let decisions = view.standing_decisions_of(&leads)?;
            for ((story, projection), decisions) in part.stories().zip(projections).zip(decisions) {
                if let Some(projection) = projection {
                    reading.add((story.lead, story.rows), &projection, decisions);
                    untold.remove(&story.lead);
                }
            }
            Ok(())
        })?;
        // Settled while they had a story, which is gone since.
        for lead in untold {
            if let Some(projection) = view.projection(lead)? {
                reading.add((lead, &[]), &projection, view.standing_decisions(lead)?);
            }
        }
        Ok(reading.journeys)
    }

    /// The journey of every lead that had a story, as it was known then.
    pub(super) fn journeys_as_known(
        &self,
        reign: &Reign,
        by: Option<&str>,
        at: Instant,
    ) -> Result<Journeys, AppError> {
        let view = self.store().view();
        let whole = view.whole_ledger()?;
        let position = view.position_at(at)?;
        let mut reading = Reading::new(self, reign, by, at)?;
        for lead in self.leads_as_known(reign, &whole, position, at)? {
            if let Some(projection) = lead.projection {
                let story = self.story_in(&whole, lead.lead, Known::UpTo(position));
                reading.add((lead.lead, &story.rows), &projection, lead.decisions);
            }
        }
        Ok(reading.journeys)
    }

    /// Every promise that ran, on every lead.
    pub(super) fn clocks(&self) -> Result<Vec<PromiseClock>, AppError> {
        let reign = self.reign()?;
        let view = self.store().view();
        let mut clocks = Vec::new();
        for lead in view.projected_leads()? {
            clocks.extend(clocks_of(reign, lead, &view.standing_decisions(lead)?));
        }
        Ok(clocks)
    }

    pub(super) fn story_in(
        &self,
        whole: &WholeLedger,
        lead: SubjectId,
        known: Known,
    ) -> OwnedStory {
        let mut gathered = Vec::new();
        whole.facts_of_lead(lead, &mut gathered);
        assemble(lead, &gathered, self.vocabulary(), known)
    }

    fn first_touch(&self, story: &[Row], now: Instant) -> Option<Moment> {
        let mut rows = story.iter().take_while(|row| row.at <= now);
        let is_touch = |code| matches!(self.vocabulary().name(code), Some((Kind::Touch, _)));
        let row = rows.find(|row| is_touch(row.code))?;
        Some(Moment { at: row.at, precision: row.flags.precision() })
    }

    fn sliced(&self, name: &str) -> Result<Sliced, AppError> {
        let kinds = [Kind::Trait, Kind::Opportunity].into_iter();
        let found = kinds.filter_map(|kind| self.vocabulary().find_code(kind, name)).next();
        let code =
            found.ok_or_else(|| AppError::UnknownName { what: "trait", name: name.to_owned() })?;
        Ok(Sliced { code, of_account: name.starts_with("account.") })
    }

    pub(super) fn text_of(&self, value: Value) -> String {
        match value {
            Value::Number(number) => number.to_string(),
            Value::Text(word) => self.vocabulary().word(word).to_owned(),
            Value::Flag(flag) => flag.to_string(),
            _ => String::new(),
        }
    }
}

/// The value of a trait at an instant. What was known of one account does not hold for the next.
fn value_at(engine: &Engine, story: &[Row], sliced: Sliced, now: Instant) -> Value {
    let mut value = Value::Nothing;
    for row in story.iter().take_while(|row| row.at <= now) {
        if row.code == sliced.code {
            value = row.value();
        } else if sliced.of_account
            && let Some((Kind::Link, link::ACCOUNT | link::ACCOUNT_END)) =
                engine.vocabulary().name(row.code)
        {
            value = Value::Nothing;
        }
    }
    value
}

impl Labels {
    pub(super) fn new() -> Self {
        let numbers = BTreeMap::from([(String::new(), Symbol::EMPTY)]);
        Self { texts: vec![String::new()], numbers }
    }

    pub(super) fn number(&mut self, text: String) -> Symbol {
        let next = Symbol(self.texts.len() as u32);
        let number = *self.numbers.entry(text.clone()).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        number
    }

    /// The text of a number; `None` for the empty one.
    pub(super) fn text(&self, number: Symbol) -> Option<&str> {
        let text = self.texts.get(number.0 as usize)?;
        (!text.is_empty()).then_some(text)
    }
}
