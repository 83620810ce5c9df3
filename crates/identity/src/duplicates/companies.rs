//! Companies as records, by their names alone.

use super::levels::Likeness;
use super::model::{Field, Model, Part, Pass, Piece};
use super::records::{Records, RecordsFull};
use crate::CompanyName;

/// The fields of company names, in their order.
pub const COMPANY_FIELDS: [&str; 2] = ["first word", "other words"];

const FIRST: usize = 0;
const REST: usize = 1;

/// A company, by its name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CompanyRecord {
    /// What it is called.
    pub name: CompanyName,
}

impl CompanyRecord {
    /// The values of [`COMPANY_FIELDS`]: the first word, which mostly names the company, and the
    /// others. That nothing follows is something to agree in, and written `-`.
    #[must_use]
    pub fn values(&self) -> [String; 2] {
        let words = self.name.words();
        let first = words.first().cloned().unwrap_or_default();
        let rest = words.get(1..).unwrap_or_default().join(" ");
        [first, if rest.is_empty() { "-".to_owned() } else { rest }]
    }

    /// Adds it to records of [`COMPANY_FIELDS`].
    ///
    /// # Errors
    /// When there is no room.
    pub fn push_to(&self, records: &mut Records) -> Result<(), RecordsFull> {
        let [first, rest] = self.values();
        records.push(&[&first, &rest])
    }
}

/// How companies are compared by their names: by [`COMPANY_FIELDS`].
#[must_use]
pub fn companies() -> Model {
    let field = |place: usize| Field {
        name: COMPANY_FIELDS[place],
        likeness: Likeness::Name(0.85, 0.93),
        by_frequency: true,
    };
    let part = |field, piece| Part { field, piece };
    let pass = |parts: &[Part]| Pass { parts: parts.to_vec(), implies: Vec::new() };
    Model {
        fields: vec![field(FIRST), field(REST)],
        passes: vec![
            pass(&[part(FIRST, Piece::Whole)]),
            pass(&[part(REST, Piece::Whole), part(FIRST, Piece::First(1))]),
            pass(&[part(FIRST, Piece::First(3)), part(REST, Piece::First(3))]),
        ],
    }
}
