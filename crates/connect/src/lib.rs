//! Ways in: what other systems know, read as facts.
//!
//! A [`Mapping`] says what the columns of CSV files mean; [`FileReading`] reads one file through
//! it and yields each row as an [`Intake`] or as a [`Reject`] with its place, the reason and what
//! to do. Nothing here knows how facts are stored: subjects are named by the identifiers that
//! their source gives them.
//!
//! Reading is streaming: in memory are one row, and 12 to 24 bytes for each row and each fact of a
//! file to tell repeated ones apart.
#![deny(missing_docs)]

mod file;
mod intake;
mod key;
mod mapping;
mod moment;
mod nearest;
mod note;
mod reject;
mod value;

pub use file::{CELL_BYTES_MAX, FileError, FileProblem, FileReading, RECORD_BYTES_MAX, Read};
pub use intake::{
    FactIntake, Intake, LinkIntake, PersonalField, RawValue, Reference, SubjectIntake,
};
pub use mapping::{
    ExpectedOrder, FactMapping, FactPattern, FileMapping, Mapping, MappingProblem, MappingProblems,
    SubjectMapping,
};
pub use note::{Example, NoteKind, Noted, Notes};
pub use reject::{Reject, RejectsWriter};
