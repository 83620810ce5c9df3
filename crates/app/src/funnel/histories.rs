//! From the ledger to what metrics need to know of each lead.

use super::slicing::{Slicing, value_at};
use crate::Engine;
use crate::as_known::LeadAsKnown;
use crate::books::Known;
use crate::error::AppError;
use facts::{Instant, Kind, Position, SubjectId, Symbol, Value};
use foldhash::HashMap;
use insight::{Journey, LeadHistory, Moment, Path, PromiseClock, Resting, clocks_of};
use lifecycle::{Decision, Reign};
use std::collections::BTreeMap;
use store::{Projection, WholeLedger};
use timeline::{Known as KnownFacts, OwnedStory, Row, assemble};

/// The journeys of all leads, with the texts of their slices.
pub(super) struct Journeys {
    pub(super) path: Path,
    pub(super) journeys: Vec<Journey>,
    /// The journeys in parts, where a lead may be in several slices: by motion, by pipeline.
    pub(super) parts: Option<Vec<Journey>>,
    pub(super) labels: Labels,
}

/// Texts of a trait's values, by numbers of their own; the empty one is 0.
pub(super) struct Labels {
    texts: Vec<String>,
    numbers: BTreeMap<String, Symbol>,
}

/// Journeys as they are read, lead by lead.
struct Reading<'a> {
    engine: &'a Engine,
    reign: &'a Reign,
    slicing: Option<Slicing>,
    now: Instant,
    /// The numbers of values that were put into words.
    values: HashMap<(u8, u64), Symbol>,
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
        let slicing = by.map(|name| Slicing::named(engine, name)).transpose()?;
        let (journeys, parts) = (Vec::new(), None);
        let journeys = Journeys { path, journeys, parts, labels: Labels::new() };
        let values = HashMap::default();
        Ok(Self { engine, reign, slicing, now, values, journeys })
    }

    fn add(
        &mut self,
        (lead, story): (SubjectId, &[Row]),
        projection: &Projection,
        decisions: &[Decision],
    ) {
        let Self { engine, reign, slicing, now, .. } = *self;
        let labels = &mut self.journeys.labels;
        let slice = match slicing {
            None => Symbol::EMPTY,
            // A trait has few values, each of which is put into words once.
            Some(Slicing::Trait { code, of_account }) => {
                let value = value_at(engine, story, (code, of_account), now);
                let number = || labels.number(engine.text_of(value));
                *self.values.entry(value.pack()).or_insert_with(number)
            }
            Some(slicing) => labels.number(slicing.text(engine, reign, story, now)),
        };
        let history = LeadHistory {
            lead,
            slice,
            first_touch: engine.first_touch(story, now),
            resting: (projection.stage != Symbol::EMPTY)
                .then(|| Resting { stage: projection.stage, is_open: projection.is_open() }),
            decisions: decisions.into(),
        };
        let adopted_at = reign.adopted_at();
        let parts = slicing.and_then(|slicing| slicing.parts(engine, reign, &history));
        for (text, part) in parts.into_iter().flatten() {
            let part = LeadHistory { slice: self.journeys.labels.number(text), ..part };
            let journey = Journey::read(&self.journeys.path, adopted_at, &part);
            self.journeys.parts.get_or_insert_default().push(journey);
        }
        let journey = Journey::read(&self.journeys.path, adopted_at, &history);
        self.journeys.journeys.push(journey);
    }
}

impl Engine {
    /// Reads the journey of every lead that rests somewhere.
    pub(super) fn journeys(&self, by: Option<&str>, now: Instant) -> Result<Journeys, AppError> {
        let mut reading = Reading::new(self, self.reign()?, by, now)?;
        self.each_known(|Known { story, rest, decisions }| {
            if let Some(rest) = rest {
                reading.add((story.lead, story.rows), rest, decisions);
            }
            Ok(())
        })?;
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
        let leads = self.leads_as_known(reign, &whole, position, at)?;
        self.journeys_of(reign, by, (&leads, &whole, position), at)
    }

    /// The journeys of leads as they were known then.
    pub(super) fn journeys_of(
        &self,
        reign: &Reign,
        by: Option<&str>,
        (leads, whole, position): (&[LeadAsKnown], &WholeLedger, Position),
        at: Instant,
    ) -> Result<Journeys, AppError> {
        let mut reading = Reading::new(self, reign, by, at)?;
        for lead in leads {
            if let Some(projection) = &lead.projection {
                let story = self.story_in(whole, lead.lead, KnownFacts::UpTo(position));
                reading.add((lead.lead, &story.rows), projection, &lead.decisions);
            }
        }
        Ok(reading.journeys)
    }

    /// Every promise that ran, on every lead.
    pub(super) fn clocks(&self) -> Result<Vec<PromiseClock>, AppError> {
        let reign = self.reign()?;
        let mut clocks = Vec::new();
        self.each_known(|Known { story, decisions, .. }| {
            clocks.extend(clocks_of(reign, story.lead, decisions));
            Ok(())
        })?;
        Ok(clocks)
    }

    pub(super) fn story_in(
        &self,
        whole: &WholeLedger,
        lead: SubjectId,
        known: KnownFacts,
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

    pub(super) fn text_of(&self, value: Value) -> String {
        match value {
            Value::Number(number) => number.to_string(),
            Value::Text(word) => self.vocabulary().word(word).to_owned(),
            Value::Flag(flag) => flag.to_string(),
            _ => String::new(),
        }
    }
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

    /// The texts by number.
    pub(super) fn into_texts(self) -> Vec<String> {
        self.texts
    }

    /// The text of a number; `None` for the empty one.
    pub(super) fn text(&self, number: Symbol) -> Option<&str> {
        let text = self.texts.get(number.0 as usize)?;
        (!text.is_empty()).then_some(text)
    }
}
