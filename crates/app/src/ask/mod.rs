//! What people ask of the ledger.

mod automatic;
mod belonging;
mod counts;
mod due;
mod lead;
mod lines;
mod list;
mod waiting;

pub use automatic::AutomaticLine;
pub use belonging::Kin;
pub use counts::{Counts, StageLine};
pub use due::DueWindow;
pub use lead::LeadPage;
pub use lines::{ChangeLine, DecisionLine, Said, StoryLine, TraitNow};
pub use list::{LeadFilter, LeadList, LeadRow};
pub use waiting::{QueueWaits, Waiting};
