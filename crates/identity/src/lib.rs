//! Who is who.
//!
//! Values that identify are made comparable: [mail addresses](Email), [telephone numbers](e164),
//! [web domains](registrable), [companies](CompanyName) and [people](PersonName). Who belongs to
//! which account is told by [`Accounts`], and which records are of one person by [`duplicates`].
//!
//! Pure: no I/O, no clock, no randomness; values that identify come in as arguments and are kept
//! nowhere.
#![deny(missing_docs)]

mod belonging;
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

pub use belonging::{AccountRecord, Accounts, Belonging, Doubt, Sign, Workplace, company_website};
pub use company::CompanyName;
pub use domain::{host, registrable};
pub use duplicates::{
    COMPANY_FIELDS, CompanyRecord, Field, Found, GROUP_MAX, Level, Likeness, Model, ModelError,
    NEIGHBOURS_MAX, PERSON_FIELDS, Pair, Part, Pass, PersonRecord, Piece, Records, RecordsFull,
    Thresholds, Verdict, Weights, companies, duplicates, fill_companies, groups, people,
};
pub use email::{DomainClass, Email, PlusTags, email_class};
pub use letters::plain;
pub use person::PersonName;
pub use phone::{PhoneError, e164, is_country};
pub use similarity::{edits, jaro_winkler};
