//! What is compared, and what brings pairs together.

use super::hash;
use super::levels::Likeness;
use super::records::Records;

/// A field of the records.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// Its name, as evidence tells it.
    pub name: &'static str,
    /// How its values are compared.
    pub likeness: Likeness,
    /// Whether agreement in a rare value says more than in a common one.
    pub by_frequency: bool,
}

/// A blocking key: records that have it in common are compared.
#[derive(Clone, PartialEq, Debug)]
pub struct Pass {
    /// What the key is made of; a record without one of them has no key.
    pub parts: Vec<Part>,
    /// Fields that agree wherever the key does, although they are no part of it, as the names that
    /// an address is made of: nothing is learned about them from these pairs.
    pub implies: Vec<usize>,
}

/// A part of a blocking key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// The field, by its place.
    pub field: usize,
    /// What of its value.
    pub piece: Piece,
}

/// A piece of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece {
    /// All of it.
    Whole,
    /// Its first bytes, so many; of shorter values, all.
    First(usize),
    /// Its last bytes, so many; of shorter values, all.
    Last(usize),
    /// What stands before an `@`.
    BeforeAt,
}

/// What is compared, and what brings pairs together.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    pub(super) fields: Vec<Field>,
    pub(super) passes: Vec<Pass>,
}

/// A model that cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ModelError {
    /// Too few or too many fields or passes.
    #[error("a model has 1 to {} fields and 1 to {} passes", Model::FIELDS_MAX, Model::PASSES_MAX)]
    Size,
    /// A part of a key names a field that is not there.
    #[error("a blocking key names field {0}, which the model has not")]
    NoField(usize),
    /// The records have other fields.
    #[error("the records have {records} fields and the model {model}")]
    OtherFields {
        /// Of the records.
        records: usize,
        /// Of the model.
        model: usize,
    },
}

impl Model {
    /// The most fields.
    pub const FIELDS_MAX: usize = 8;
    /// The most passes.
    pub const PASSES_MAX: usize = 8;

    /// A model of fields and blocking keys.
    ///
    /// # Errors
    /// When there is none or too many of either, or a key names a field that is not there.
    pub fn new(fields: Vec<Field>, passes: Vec<Pass>) -> Result<Self, ModelError> {
        let fits = |count, max| (1..=max).contains(&count);
        if !fits(fields.len(), Self::FIELDS_MAX) || !fits(passes.len(), Self::PASSES_MAX) {
            return Err(ModelError::Size);
        }
        let named = |pass: &Pass| {
            let parts = pass.parts.iter().map(|part| part.field);
            parts.chain(pass.implies.iter().copied()).collect::<Vec<_>>()
        };
        if let Some(field) = passes.iter().flat_map(named).find(|field| *field >= fields.len()) {
            return Err(ModelError::NoField(field));
        }
        Ok(Self { fields, passes })
    }

    /// The fields.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    pub(super) fn check(&self, records: &Records) -> Result<(), ModelError> {
        let (model, records) = (self.fields.len(), records.fields());
        if model == records { Ok(()) } else { Err(ModelError::OtherFields { records, model }) }
    }
}

impl Pass {
    /// Whether the key has a part of a field in it, or implies it.
    pub(super) fn holds(&self, field: usize) -> bool {
        self.parts.iter().any(|part| part.field == field) || self.implies.contains(&field)
    }

    /// The key of a record; 0 when it has none.
    pub(super) fn key(&self, records: &Records, record: usize) -> u64 {
        let mut key = 1;
        for &Part { field, piece } in &self.parts {
            let part = match piece {
                Piece::Whole => records.hash(record, field),
                _ => hash::of(piece.of(records.bytes(record, field))),
            };
            if part == 0 {
                return 0;
            }
            key = hash::joined(key, part);
        }
        key.max(1)
    }
}

impl Piece {
    fn of(self, value: &[u8]) -> &[u8] {
        match self {
            Self::Whole => value,
            Self::First(count) => &value[..count.min(value.len())],
            Self::Last(count) => &value[value.len() - count.min(value.len())..],
            Self::BeforeAt => {
                let end = value.iter().position(|&byte| byte == b'@');
                &value[..end.unwrap_or(0)]
            }
        }
    }
}
