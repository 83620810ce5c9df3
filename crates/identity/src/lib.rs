//! Who is who.
//!
//! Values that identify are made comparable: [mail addresses](Email), [telephone numbers](e164),
//! [web domains](registrable), [companies](CompanyName) and [people](PersonName).
//!
//! Pure: no I/O, no clock, no randomness; values that identify come in as arguments and are kept
//! nowhere.
#![deny(missing_docs)]

mod calling_codes;
mod company;
mod domain;
mod duplicates;
mod email;
mod legal_forms;
mod letters;
mod mail_domains;
mod nicknames;
mod person;
mod phone;
mod punycode;
mod similarity;

pub use company::CompanyName;
pub use domain::{host, registrable};
pub use duplicates::{
    Field, Found, GROUP_MAX, Level, Likeness, Model, ModelError, NEIGHBOURS_MAX, PERSON_FIELDS,
    Pair, Part, Pass, PersonRecord, Piece, Records, RecordsFull, Thresholds, Verdict, Weights,
    duplicates, groups, people,
};
pub use email::{DomainClass, Email, PlusTags};
pub use letters::plain;
pub use person::PersonName;
pub use phone::{PhoneError, e164, is_country};
pub use similarity::{edits, jaro_winkler};
