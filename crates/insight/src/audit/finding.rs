//! What an audit finds.

use super::differences::{Difference, FilledIn, WonOf};
use super::outcome::{Outcome, Overstayed};
use super::refusals::{BoughtLater, Refusals};
use super::untouched::Untouched;
use super::waits::Waits;
use crate::clocks::ClockOutcome;
use crate::leads::{Certainty, Leads};
use crate::promises::PromiseFigures;

/// Something that an audit finds.
#[derive(Clone, PartialEq, Debug)]
pub enum Finding {
    /// Leads that nobody dealt with.
    Untouched(Untouched),
    /// How long the others waited.
    Waits(Waits),
    /// Whom sales refuses, and why.
    Refusals(Refusals),
    /// Who of the refused bought later.
    BoughtLater(BoughtLater),
    /// Where those sent and those won differ, the most certain difference first.
    Mirror(Vec<Difference>),
    /// What the default promises would have caught.
    Caught(Caught),
    /// How it ended.
    Outcome {
        /// The figures.
        outcome: Outcome,
        /// The place of the dimension by which they are told, with the share won of each value.
        by: Option<(usize, Vec<WonOf>)>,
    },
    /// Who is open for too long.
    Overstayed(Overstayed),
    /// Columns that were filled in later, and must not be used for scoring.
    FilledIn(Vec<FilledIn>),
}

/// What default promises would have caught. It counts clocks of leads of the past, of whom nobody
/// had promised anything.
#[derive(Clone, PartialEq, Debug)]
pub struct Caught {
    /// Each promise that the data can judge, in the charter's order.
    pub promises: Vec<PromiseFigures>,
    /// How many leads were handed over, as far as the data says.
    pub handed_over: usize,
}

impl Caught {
    /// The leads for whom a promise would have been broken, each once.
    #[must_use]
    pub fn leads(&self) -> Leads {
        let broken = self.promises.iter().flat_map(PromiseFigures::broken);
        broken.map(|clock| clock.lead).collect()
    }

    /// The promise that would have been broken most.
    #[must_use]
    pub fn worst(&self) -> Option<&PromiseFigures> {
        self.promises.iter().max_by_key(|figures| figures.broken().count())
    }

    /// How many of a promise's clocks cannot be judged.
    #[must_use]
    pub fn unknowable(figures: &PromiseFigures) -> usize {
        figures.count(ClockOutcome::Unknowable)
    }
}

impl Finding {
    /// Its word, the same from version to version.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Untouched(it) if it.has_work => "never_touched",
            Self::Untouched(_) => "nothing_recorded",
            Self::Waits(_) => "waits",
            Self::Refusals(_) => "refusals",
            Self::BoughtLater(_) => "bought_later",
            Self::Mirror(_) => "sent_against_won",
            Self::Caught(_) => "default_promises",
            Self::Outcome { .. } => "outcome",
            Self::Overstayed(_) => "open_too_long",
            Self::FilledIn(_) => "filled_in_later",
        }
    }

    /// How certain it is.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        match self {
            Self::Refusals(it) => it.certainty,
            Self::Mirror(differences) => {
                differences.first().map_or(Certainty::Exact, |it| it.mirror.certainty())
            }
            Self::BoughtLater(it) => {
                Certainty::of(it.leads.count() - it.dated.count(), it.leads.count())
            }
            // Nobody had promised anything.
            Self::Caught(_) => Certainty::Assumed,
            _ => Certainty::Exact,
        }
    }

    /// The leads that it is about.
    #[must_use]
    pub fn leads(&self) -> Leads {
        match self {
            Self::Untouched(it) => it.leads.clone(),
            Self::Waits(it) => it.over_week.clone(),
            Self::Refusals(it) => it.leads.clone(),
            Self::BoughtLater(it) => it.leads.clone(),
            Self::Caught(it) => it.leads(),
            Self::Outcome { outcome, .. } => outcome.won.clone(),
            Self::Overstayed(it) => it.leads.clone(),
            Self::Mirror(differences) => {
                let row = differences.first().and_then(|it| it.mirror.strongest());
                row.map(|row| row.images.sent.clone()).unwrap_or_default()
            }
            Self::FilledIn(_) => Leads::default(),
        }
    }
}
