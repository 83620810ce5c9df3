//! By what a funnel is shown side by side.

use crate::Engine;
use crate::error::AppError;
use facts::{Code, Instant, Kind, Symbol, Value};
use insight::{LeadHistory, by_motion, persona, pipeline_of, unit};
use lifecycle::{Decision, Reign};
use timeline::{Row, link};

/// By what a funnel is shown side by side.
#[derive(Clone, Copy)]
pub(super) enum Slicing {
    /// A trait, by the code that its facts have: its value.
    Trait { code: Code, of_account: bool },
    /// The first persona whose rule holds.
    Persona,
    /// The first business unit whose rule holds.
    Unit,
    /// How passes began.
    Motion,
    /// The kind of business that passes were about.
    Pipeline,
}

impl Slicing {
    pub(super) fn named(engine: &Engine, name: &str) -> Result<Self, AppError> {
        match name {
            "persona" => return Ok(Self::Persona),
            "unit" => return Ok(Self::Unit),
            "motion" => return Ok(Self::Motion),
            "pipeline" => return Ok(Self::Pipeline),
            _ => {}
        }
        let kinds = [Kind::Trait, Kind::Opportunity].into_iter();
        let found = kinds.filter_map(|kind| engine.vocabulary().find_code(kind, name)).next();
        let code =
            found.ok_or_else(|| AppError::UnknownName { what: "trait", name: name.to_owned() })?;
        Ok(Self::Trait { code, of_account: name.starts_with("account.") })
    }

    /// The text of a lead's slice; empty where it belongs to none, and for what belongs to passes
    /// and not to leads.
    pub(super) fn text(
        self,
        engine: &Engine,
        reign: &Reign,
        story: &[Row],
        now: Instant,
    ) -> String {
        let (charter, words) = (&reign.at(now).1.charter, engine.vocabulary());
        let owned = |id: Option<&str>| id.unwrap_or_default().to_owned();
        match self {
            Self::Trait { code, of_account } => {
                engine.text_of(value_at(engine, story, (code, of_account), now))
            }
            Self::Persona => owned(persona(charter, story, words, now)),
            Self::Unit => owned(unit(charter, story, words, now)),
            Self::Motion | Self::Pipeline => String::new(),
        }
    }

    /// The history of a lead in parts, each with the text of its slice: one for each motion or
    /// pipeline of its passes. `None` where a lead is in one slice as a whole.
    pub(super) fn parts(
        self,
        engine: &Engine,
        reign: &Reign,
        history: &LeadHistory<'_>,
    ) -> Option<Vec<(String, LeadHistory<'static>)>> {
        let words = engine.vocabulary();
        let text = |set: Option<&Decision>| match (self, set) {
            (_, None) => String::new(),
            (Self::Pipeline, Some(set)) => pipeline_of(reign, set, words).unwrap_or_default(),
            (_, Some(set)) => words.word(set.target).to_owned(),
        };
        if !matches!(self, Self::Motion | Self::Pipeline) {
            return None;
        }
        let last = history.decisions.iter().map(|decision| decision.pass).max();
        let mut parts: Vec<(String, LeadHistory<'static>)> = Vec::new();
        for (set, decisions) in by_motion(&history.decisions) {
            let is_now = decisions.iter().any(|decision| Some(decision.pass) == last);
            let resting = history.resting.filter(|_| is_now);
            let text = text(set.as_ref());
            match parts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, part)) => {
                    part.decisions.to_mut().extend(decisions);
                    part.resting = part.resting.or(resting);
                }
                None => {
                    let slice = Symbol::EMPTY;
                    let LeadHistory { lead, first_touch, .. } = *history;
                    let decisions = decisions.into();
                    let part = LeadHistory { lead, slice, first_touch, resting, decisions };
                    parts.push((text, part));
                }
            }
        }
        Some(parts)
    }
}

/// The value of a trait at an instant. What was known of one account does not hold for the next.
pub(super) fn value_at(
    engine: &Engine,
    story: &[Row],
    (code, of_account): (Code, bool),
    now: Instant,
) -> Value {
    let mut value = Value::Nothing;
    for row in story.iter().take_while(|row| row.at <= now) {
        if row.code == code {
            value = row.value();
        } else if of_account
            && let Some((Kind::Link, link::ACCOUNT | link::ACCOUNT_END)) =
                engine.vocabulary().name(row.code)
        {
            value = Value::Nothing;
        }
    }
    value
}
