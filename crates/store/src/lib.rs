//! The ledger on disk: facts, the words they use, the charters that decide, the decisions, and
//! where each lead rests.
//!
//! The only crate that knows SQL, and Parquet as a way to store. A [`Store`] is one SQLite file or one schema of a PostgreSQL
//! server; a [`View`] reads it; a [`Writer`] is one transaction: all of it or nothing.
//!
//! No clock and no randomness: times and ids come in as arguments.
#![deny(missing_docs)]
#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of a row with a lifetime is no function of rows of all lifetimes"
)]

mod arrived;
mod audit;
mod backup;
mod charters;
mod claims;
mod columns;
mod database;
mod decisions;
mod due_soon;
mod erasures;
mod error;
mod exports;
mod filter;
mod holidays;
mod imports;
mod leads;
mod ledger;
mod ledger_at;
mod members;
mod migration;
mod naming;
mod neighbours;
mod outbox;
mod people;
mod place;
mod preferences;
mod projection;
mod proposals;
mod renamed;
mod repacking;
mod replays;
mod roster;
mod routing;
mod runs;
mod seals;
mod segments;
mod snapshots;
mod store;
mod subjects;
mod unplaced;
mod unsettled;
mod webhooks;
mod whole;
mod words;
mod write_keys;
mod writer;

pub use audit::{AuditEntry, AuditQuery, AuditRecord};
pub use charters::{NewVersion, SignedVersion};
pub use claims::Attempted;
pub use decisions::{RecordedChange, Recording};
pub use erasures::{Erased, Erasure};
pub use error::StoreError;
pub use holidays::Holiday;
pub use imports::{Import, ImportCounts, ImportId};
pub use leads::{LeadQuery, StageCount};
pub use ledger::{Appended, LedgerCounts};
pub use ledger_at::LedgerAt;
pub use outbox::{MessageState, NewMessage, OutboxMessage};
pub use people::{
    ApiToken, LinkRow, OneTimeLink, PasswordOf, SecretHash, Serves, Session, Team, User, UserId,
};
pub use place::Place;
pub use preferences::{Preference, Rhythm};
pub use projection::{NextDue, PlaceKind, Projection};
pub use proposals::{ProposalComment, ProposalRecord, ProposalState, Signature};
pub use renamed::NamesAt;
pub use replays::{Answered, Replay};
pub use roster::AppliedSettings;
pub use routing::Routing;
pub use seals::Seal;
pub use snapshots::{Found, SNAPSHOT_FORMAT, Snapshot, SnapshotMaker, Unfit};
pub use store::{Store, View};
pub use subjects::{Identifier, Personal, Subject};
pub use unsettled::Unsettled;
pub use webhooks::{Webhook, WebhookFormat};
pub use whole::WholeLedger;
pub use write_keys::{WriteKey, WriteKeyId};
pub use writer::Writer;
