//! People as records.

use super::levels::Likeness;
use super::model::{Field, Model, Part, Pass, Piece};
use super::records::{Records, RecordsFull};
use crate::{CompanyName, Email, PersonName};

/// The fields of people, in their order.
pub const PERSON_FIELDS: [&str; 5] = ["given name", "family name", "mail", "phone", "company"];

const GIVEN: usize = 0;
const FAMILY: usize = 1;
const MAIL: usize = 2;
const PHONE: usize = 3;
const COMPANY: usize = 4;

/// What is known of a person, normalised.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PersonRecord {
    /// What they are called.
    pub name: PersonName,
    /// Where they get mail; a post of the whole company is none of theirs.
    pub email: Option<Email>,
    /// Where they are called, as [`e164`](crate::e164) gives it.
    pub phone: Option<String>,
    /// The company that they work for.
    pub company: CompanyName,
}

impl PersonRecord {
    /// Adds it to records of [`PERSON_FIELDS`].
    ///
    /// # Errors
    /// When there is no room.
    pub fn push_to(&self, records: &mut Records) -> Result<(), RecordsFull> {
        let email = self.email.as_ref().filter(|email| !email.is_shared());
        let email = email.map(ToString::to_string).unwrap_or_default();
        let phone = self.phone.as_deref().unwrap_or_default();
        let company = self.company.to_string();
        records.push(&[self.name.given_in_full(), self.name.family(), &email, phone, &company])
    }
}

/// How people are compared: by [`PERSON_FIELDS`].
#[must_use]
pub fn people() -> Model {
    let field = |place: usize, likeness, by_frequency| Field {
        name: PERSON_FIELDS[place],
        likeness,
        by_frequency,
    };
    let whole = |field| Part { field, piece: Piece::Whole };
    let part = |field, piece| Part { field, piece };
    let pass = |parts: &[Part]| Pass { parts: parts.to_vec(), implies: Vec::new() };
    Model {
        fields: vec![
            field(GIVEN, Likeness::Given(0.8, 0.92), true),
            field(FAMILY, Likeness::Name(0.8, 0.92), true),
            field(MAIL, Likeness::Address, true),
            field(PHONE, Likeness::Number, true),
            field(COMPANY, Likeness::Name(0.8, 0.92), true),
        ],
        passes: vec![
            pass(&[whole(MAIL)]),
            pass(&[whole(PHONE)]),
            pass(&[whole(GIVEN), whole(FAMILY)]),
            pass(&[whole(FAMILY), part(COMPANY, Piece::First(4))]),
            pass(&[whole(GIVEN), whole(COMPANY)]),
            pass(&[part(FAMILY, Piece::First(4)), whole(COMPANY)]),
            Pass { implies: vec![GIVEN, FAMILY], ..pass(&[part(MAIL, Piece::BeforeAt)]) },
        ],
    }
}
