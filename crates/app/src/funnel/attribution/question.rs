//! What is asked of attribution.

use charter::{Attribution, AttributionModel};
use facts::{Instant, Seconds};

/// What is asked of attribution.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct AttributionQuestion {
    /// What touches are counted by: `channel` (when not said), `touch`, `campaign`, or a trait of
    /// the lead or its account by its full name: what was known of it at the touch.
    pub by: Option<String>,
    /// Leads that reached this stage; opportunities won when not said.
    pub stage: Option<String>,
    /// By this model; the charter's when not said.
    pub model: Option<AttributionModel>,
    /// Touches less than this long before the result; the charter's when not said.
    pub window: Option<Seconds>,
    /// Only results at this instant or later.
    pub from: Option<Instant>,
    /// Only results before this instant.
    pub until: Option<Instant>,
}

/// What touches are counted by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CountedBy {
    /// The first word of the touch's name: `webinar` of `webinar.attended`.
    Channel,
    /// The touch's name.
    Touch,
    /// The campaign that it belongs to.
    Campaign,
    /// A trait, by its full name.
    Trait(String),
}

impl AttributionQuestion {
    /// The terms by which it is answered.
    pub(super) fn terms(&self, usual: Attribution) -> Attribution {
        Attribution {
            model: self.model.unwrap_or(usual.model),
            window: self.window.unwrap_or(usual.window),
        }
    }

    /// Whether a result of this instant was asked for.
    pub(super) fn includes(&self, at: Instant) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}

impl CountedBy {
    /// As questions write it.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Channel => "channel",
            Self::Touch => "touch",
            Self::Campaign => "campaign",
            Self::Trait(name) => name,
        }
    }
}
