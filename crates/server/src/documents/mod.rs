//! What the API answers: shapes of JSON, and how they are made from what `app` says.

mod figures;
mod lead;
mod time;

pub(crate) use figures::AsOfDocument;
pub(crate) use lead::{LeadList, LeadPage, LeadSummary, fact_key, key_text};
pub(crate) use time::{moment, precision};
