//! What each touch of a story is counted by.

use super::super::histories::Labels;
use super::super::noticed::Trait;
use super::question::CountedBy;
use crate::Engine;
use crate::error::AppError;
use facts::{Instant, Kind, Precision, Symbol, Value};
use timeline::Row;

/// A touch of a story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Touch {
    pub(super) at: Instant,
    /// By the numbers of [`Labels`].
    pub(super) value: Symbol,
}

/// Counts touches by something.
pub(super) struct Dimension {
    pub(super) by: CountedBy,
    of: Option<Trait>,
}

impl Dimension {
    pub(super) fn named(engine: &Engine, name: Option<&str>) -> Result<Self, AppError> {
        let by = match name {
            None | Some("channel") => CountedBy::Channel,
            Some("touch") => CountedBy::Touch,
            Some("campaign") => CountedBy::Campaign,
            Some(name) => CountedBy::Trait(name.to_owned()),
        };
        let of = match &by {
            CountedBy::Trait(name) => {
                let code = engine.vocabulary().find_code(Kind::Trait, name);
                let unknown = || AppError::UnknownName { what: "trait", name: name.clone() };
                Some(Trait::new(code.ok_or_else(unknown)?, name))
            }
            _ => None,
        };
        Ok(Self { by, of })
    }

    /// The dated touches of a story until an instant, in their order.
    pub(super) fn touches(
        &self,
        engine: &Engine,
        story: &[Row],
        now: Instant,
        labels: &mut Labels,
    ) -> Vec<Touch> {
        let words = engine.vocabulary();
        let is_undated = |row: &Row| row.flags.precision() == Precision::Unknown;
        // What is said without a date holds until something is said with one.
        let of = self.of.as_ref();
        let mut known = of.map_or(Value::Nothing, |of| {
            let mut undated = story.iter().filter(|row| row.code == of.code && is_undated(row));
            undated.next().map_or(Value::Nothing, Row::value)
        });
        let mut touches = Vec::new();
        for row in story.iter().take_while(|row| row.at <= now) {
            if let Some(of) = of {
                if row.code == of.code && !is_undated(row) {
                    known = row.value();
                } else if of.is_forgotten_at(words, row.code) {
                    known = Value::Nothing;
                }
            }
            let Some((Kind::Touch, name)) = words.name(row.code) else { continue };
            if is_undated(row) {
                continue;
            }
            let value = match &self.by {
                CountedBy::Channel => name.split('.').next().unwrap_or(name).to_owned(),
                CountedBy::Touch => name.to_owned(),
                CountedBy::Campaign => words.word(row.symbol()).to_owned(),
                CountedBy::Trait(_) => engine.text_of(known),
            };
            touches.push(Touch { at: row.at, value: labels.number(value) });
        }
        touches
    }
}
