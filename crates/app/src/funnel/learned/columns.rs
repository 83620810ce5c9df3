//! What was known of each lead when it was handed over.

use crate::Engine;
use crate::error::AppError;
use crate::funnel::noticed::{Noticed, Trait};
use charter::Charter;
use facts::{Code, Instant, Kind, Precision, TraitType, Value, Vocabulary};
use insight::{ColumnValues, LearnColumn, Timing};
use std::collections::HashMap;
use timeline::Row;

/// The most traits, and the most touches, that are looked at; those named first in the ledger.
const COLUMNS_MOST: usize = 200;
/// A trait with more different words is no group of anything.
const WORDS_MOST: usize = 20_000;

/// Columns as they are read, lead after lead.
pub(super) struct Columns {
    traits: Vec<Trait>,
    /// What rules may do with each trait, where the charter says.
    types: Vec<Option<TraitType>>,
    touches: Vec<(Code, String)>,
    /// Where each code stands among the traits or the touches.
    places: HashMap<Code, Place>,
    noticed: Vec<Vec<Noticed>>,
    did: Vec<Vec<bool>>,
    /// Of each trait and each lead, since when it was known.
    since: Vec<Vec<Since>>,
}

#[derive(Clone, Copy)]
enum Place {
    Trait(usize),
    Touch(usize),
}

/// When a trait was first said of a lead.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Since {
    Never,
    Undated,
    Before,
    Between,
    After,
}

impl Columns {
    pub(super) fn of(engine: &Engine, charter: &Charter) -> Result<Self, AppError> {
        let words = engine.vocabulary();
        let named = |wanted: Kind| words.names().filter(move |(_, kind, _)| *kind == wanted);
        let traits = named(Kind::Trait)
            .filter(|(_, _, name)| name.starts_with("lead.") || name.starts_with("account."))
            .map(|(code, _, name)| Trait::new(code, name));
        let traits: Vec<Trait> = traits.take(COLUMNS_MOST).collect();
        let touches = named(Kind::Touch).map(|(code, _, name)| (code, name.to_owned()));
        let touches: Vec<_> = touches.take(COLUMNS_MOST).collect();
        let mut places = HashMap::new();
        for (place, of) in traits.iter().enumerate() {
            places.insert(of.code, Place::Trait(place));
        }
        for (place, (code, _)) in touches.iter().enumerate() {
            places.insert(*code, Place::Touch(place));
        }
        Ok(Self {
            types: traits.iter().map(|of| charter.schema.traits.get(&of.name).copied()).collect(),
            noticed: vec![Vec::new(); traits.len()],
            since: vec![Vec::new(); traits.len()],
            did: vec![Vec::new(); touches.len()],
            traits,
            touches,
            places,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.traits.iter().any(|of| of.name == name)
    }

    /// What was known of a lead that was handed over then, and came to its end later.
    pub(super) fn read(&mut self, rows: &[Row], words: &Vocabulary, sent: Instant, end: Instant) {
        Noticed::read(rows, words, &self.traits, sent, &mut self.noticed);
        self.since.iter_mut().for_each(|column| column.push(Since::Never));
        self.did.iter_mut().for_each(|column| column.push(false));
        for row in rows {
            match self.places.get(&row.code) {
                Some(Place::Trait(place)) => {
                    let Some(since) = self.since[*place].last_mut() else { continue };
                    if *since == Since::Never && row.value() != Value::Nothing {
                        *since = if row.flags.precision() == Precision::Unknown {
                            Since::Undated
                        } else if row.at <= sent {
                            Since::Before
                        } else if row.at < end {
                            Since::Between
                        } else {
                            Since::After
                        };
                    }
                }
                Some(Place::Touch(place)) if row.at <= sent => {
                    if let Some(did) = self.did[*place].last_mut() {
                        *did = true;
                    }
                }
                _ => {}
            }
        }
    }

    /// The columns of the leads that are learned from.
    pub(super) fn finish(self, words: &Vocabulary, kept: &[bool]) -> Vec<LearnColumn> {
        let mut columns = Vec::new();
        for (place, of) in self.traits.iter().enumerate() {
            let mut timing = Timing::default();
            for (since, _) in self.since[place].iter().zip(kept).filter(|(_, kept)| **kept) {
                match since {
                    Since::Never => {}
                    Since::Undated => timing.undated += 1,
                    Since::Before => timing.before += 1,
                    Since::Between => timing.between += 1,
                    Since::After => timing.after += 1,
                }
            }
            let values = self.noticed[place].iter().zip(kept).filter(|(_, kept)| **kept);
            let values: Vec<Value> = values.map(|(noticed, _)| noticed.value).collect();
            if let Some(values) = values_of(&values, self.types[place], words) {
                columns.push(column(&of.name, values, timing));
            }
        }
        for ((_, name), did) in self.touches.iter().zip(&self.did) {
            let did = did.iter().zip(kept).filter(|(_, kept)| **kept).map(|(did, _)| *did);
            columns.push(column(name, ColumnValues::Did(did.collect()), Timing::default()));
        }
        columns
    }
}

fn column(name: &str, values: ColumnValues, timing: Timing) -> LearnColumn {
    LearnColumn {
        name: name.to_owned(),
        values,
        timing,
        comes_later: false,
        is_trusted: false,
        rises: None,
    }
}

/// The values as rules read them; `None` where they are of another type than the charter says, or
/// of none that rules speak of.
fn values_of(
    values: &[Value],
    wanted: Option<TraitType>,
    words: &Vocabulary,
) -> Option<ColumnValues> {
    let is = |of: fn(&Value) -> bool| values.iter().any(of);
    let kind = if is(|it| matches!(it, Value::Number(_))) {
        TraitType::Number
    } else if is(|it| matches!(it, Value::Flag(_))) {
        TraitType::Flag
    } else if is(|it| matches!(it, Value::Text(_))) {
        TraitType::Text
    } else {
        return None;
    };
    if wanted.is_some_and(|wanted| wanted != kind) {
        return None;
    }
    Some(match kind {
        TraitType::Number => {
            let number = |value: &Value| match value {
                Value::Number(number) => *number,
                _ => f64::NAN,
            };
            ColumnValues::Numbers(values.iter().map(number).collect())
        }
        TraitType::Flag => {
            let flags = values.iter().map(|value| *value == Value::Flag(true));
            ColumnValues::Flags(flags.collect())
        }
        TraitType::Text => {
            let mut texts = vec![String::new()];
            let mut known = HashMap::new();
            let mut of = Vec::with_capacity(values.len());
            for value in values {
                let word = match value {
                    Value::Text(word) if !words.word(*word).is_empty() => *word,
                    _ => {
                        of.push(0);
                        continue;
                    }
                };
                of.push(*known.entry(word).or_insert_with(|| {
                    texts.push(words.word(word).to_owned());
                    texts.len() as u32 - 1
                }));
            }
            if texts.len() > WORDS_MOST {
                return None;
            }
            ColumnValues::Words { of, words: texts }
        }
    })
}
