//! Ways in: what other systems know, read as facts.
//!
//! A [`Mapping`] says what the columns of CSV files mean; [`FileReading`] reads one file through
//! it and yields each row as an [`Intake`] or as a [`Reject`] with its place, the reason and what
//! to do. Nothing here knows how facts are stored: subjects are named by the identifiers that
//! their source gives them.
//!
//! Reading is streaming: in memory are one row, and 12 to 24 bytes for each row and each fact of a
//! file to tell repeated ones apart.
//!
//! ```
//! use connect::{FileReading, Mapping, Read};
//!
//! let mapping = Mapping::read(r#"
//!     [mapping]
//!     name = "our-crm"                       # part of every fact's key: keep it
//!     timezone = "Europe/Paris"              # of times that name none
//!
//!     [[file]]
//!     path = "contacts.csv"                  # in the folder that is imported
//!     delimiter = ";"
//!     times = { Created = "%d.%m.%Y" }       # how columns write times: also rfc3339, unix
//!     dated = "Created"                      # or as_of = "2026-11-22", and any fact may differ
//!
//!     [[file.subject]]                       # a row may speak of several
//!     kind = "person"
//!     id = { namespace = "our-crm.contact", column = "Id" }
//!     personal = { email = "Email" }
//!     traits = { "lead.source" = { column = "Source", map = { Web = "website" }, otherwise = "keep" } }
//!
//!     [[file.subject.fact]]
//!     kind = "activity"
//!     name = { column = "Call", map = { reached = "call.connected", tried = "call.attempt" } }
//!     when = { column = "Call", not_empty = true }
//!     actor = { column = "Owner" }
//!     origin = "human"
//! "#).unwrap();
//! let csv = "Id;Email;Created;Source;Call;Owner\nC1;ann@example.com;1.3.2026;Web;reached;kim\n\
//!            C2;;soon;Web;;\n";
//! let mut reading = FileReading::open(&mapping, &mapping.files[0], std::io::Cursor::new(csv)).unwrap();
//!
//! let Some(Ok(Read::Good(row))) = reading.next() else { panic!("the first row is good") };
//! // The source, the call, and `lead.email_class`, which follows from the address.
//! assert_eq!(row.subjects[0].facts.len(), 3);
//!
//! let Some(Ok(Read::Rejected(reject))) = reading.next() else { panic!("the second is not") };
//! assert_eq!((reject.line, reject.column.as_deref()), (3, Some("Created")));
//! assert_eq!(reject.reason, "`soon` is not a time like `%d.%m.%Y`");
//! ```
#![deny(missing_docs)]

mod amount;
mod file;
mod intake;
mod key;
mod mapping;
mod moment;
mod nearest;
mod note;
pub mod oidc;
mod reject;
mod salesforce;
pub mod segment;
pub mod sending;
pub mod suggest;
mod table;
mod table_file;
mod value;
mod workbook;

pub use file::{CELL_BYTES_MAX, FileReading, JOINED_ROWS_MAX, Opener, Read, Surroundings};
pub use intake::{
    FactIntake, Intake, LinkIntake, PersonalField, RawValue, Reference, SubjectIntake,
};
pub use mapping::{
    ExpectedOrder, FactCurrency, FactMapping, FactPattern, FileMapping, Mapping, MappingProblem,
    MappingProblems, SubjectMapping,
};
pub use note::{ClockChange, Example, NoteKind, Noted, Notes};
pub use reject::{Reject, RejectsWriter};
pub use table::{
    COLUMNS_MAX, FileError, FileProblem, Format, Found, Input, RECORD_BYTES_MAX, Row, Table,
    TextEncoding, Unit, Wanted,
};
pub use table_file::{TableError, TableFile};
pub use workbook::{Cell, Sheet, WorkbookError, workbook};
