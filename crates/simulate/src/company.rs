//! What a simulated company is like: every rate, delay and share that is planted.

mod larkfield;

use crate::segment::{Source, Territory};
use facts::{Instant, Seconds};

/// The parameters of a simulated company. All of them are recorded in the truth.
///
/// Hours of work are hours while the territory's office is open, Monday to Friday, 9 to 18.
#[derive(Clone, PartialEq, Debug)]
pub struct Company {
    /// Its name.
    pub name: &'static str,
    /// How long before now its history begins.
    pub history: Seconds,
    /// Where its leads come from; shares need not add up to 1.
    pub sources: Vec<SourceTerms>,
    /// The months in which too many leads came.
    pub flood: Flood,
    /// How its reps call.
    pub calling: Calling,
    /// How its deals go.
    pub deals: Deals,
    /// What becomes of leads that sales gave back.
    pub afterlife: Afterlife,
    /// How outcomes are drawn.
    pub outcomes: Outcomes,
    /// The plan that it is measured against.
    pub plan: PlanTerms,
}

/// One source of leads.
#[derive(Clone, PartialEq, Debug)]
pub struct SourceTerms {
    /// Which.
    pub source: Source,
    /// Its share of all leads.
    pub share: f64,
    /// Its leads by territory.
    pub territories: Vec<(Territory, f64)>,
    /// Its leads by `lead.seniority`.
    pub seniorities: Vec<(&'static str, f64)>,
    /// What becomes of those whom sales reaches, in [`Territory::Dach`].
    pub in_dach: Chances,
    /// And everywhere else.
    pub elsewhere: Chances,
    /// Why sales does not accept the others.
    pub refusals: Vec<(Refusal, f64)>,
    /// The share of leads handed over that nobody ever calls, when all is calm.
    pub never_called: f64,
    /// The same in [`Territory::Dach`] when the flood is at its height.
    pub never_called_flooded: f64,
    /// Of those rejected, the share that buys some months later nevertheless.
    pub rejected_buy_later: f64,
}

/// Chances from step to step, each of those who took the step before.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Chances {
    /// Accepted, of those whom sales reached.
    pub accepted: f64,
    /// Came to a meeting, of those accepted.
    pub met: f64,
    /// Became an opportunity, of those met.
    pub opportunity: f64,
    /// Won, of the opportunities.
    pub won: f64,
}

/// An answer of sales that ends a pass, with its reason.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Refusal {
    /// The verdict.
    pub verdict: RefusalVerdict,
    /// The reason, one of those that the ready charters declare for the verdict.
    pub reason: &'static str,
}

/// A verdict that ends a pass.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RefusalVerdict {
    /// Not a lead that sales wants.
    Rejected,
    /// Not now.
    Recycled,
    /// Never.
    Disqualified,
}

/// From some day on more webinar leads come than the reps can open.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Flood {
    /// How long before now it began.
    pub began: Seconds,
    /// How long it took to rise to its height.
    pub rise: Seconds,
    /// How many times as many webinar leads come since then.
    pub webinar_volume: f64,
    /// The median wait for a first call at its height in [`Territory::Dach`], hours of work.
    pub first_call_in_dach_hours: f64,
    /// And everywhere else.
    pub first_call_elsewhere_hours: f64,
}

/// How reps call.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Calling {
    /// The median wait for a first call when all is calm, hours of work.
    pub first_call_hours: f64,
    /// The standard deviation of the logarithm of the wait.
    pub first_call_spread: f64,
    /// The chance that a call reaches somebody, right after the hand-off.
    pub connects: f64,
    /// The wait for the first call that halves this chance, hours of work.
    pub connects_half_life_hours: f64,
    /// After so many calls a rep gives up.
    pub attempts_most: u32,
    /// The median wait from one call to the next, hours of work.
    pub between_hours: f64,
    /// The share of calls that the CRM learns of hours later.
    pub logged_late: f64,
    /// The share of later calls that a rep notes by hand afterwards.
    pub logged_by_hand: f64,
    /// The share of verdicts that are given days after the call.
    pub verdict_late: f64,
    /// The share of leads that nobody reached, or called, on which sales never gives a verdict.
    pub verdict_never: f64,
}

/// How deals go.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Deals {
    /// The median amount, in the charter's currency.
    pub amount_median: f64,
    /// The standard deviation of its logarithm.
    pub amount_spread: f64,
    /// The median time from a meeting to a proposal, hours of work.
    pub proposal_hours: f64,
    /// The median time from a proposal to won or lost, hours of work.
    pub close_hours: f64,
    /// The share of meetings to which nobody comes the first time.
    pub no_show: f64,
}

/// What becomes of leads that sales gave back.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Afterlife {
    /// The share of recycled leads that become active again.
    pub recycled_return: f64,
    /// The share of rejected leads that do.
    pub rejected_return: f64,
    /// The share of leads at rest that marketing writes to within two weeks.
    pub followed_up: f64,
}

/// How outcomes are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcomes {
    /// Every segment comes out as close to its chances as whole leads allow (systematic sampling),
    /// so that a demo tells its story under any seed.
    Balanced,
    /// Every lead is drawn by itself, as methods of inference assume.
    Independent,
}

/// The plan, set so that the company stands where its story says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlanTerms {
    /// How long before now the planned period began.
    pub period: Seconds,
    /// The share of its target of hand-offs that marketing reaches.
    pub mqls_reached: f64,
    /// The share of the revenue plan that is reached.
    pub revenue_reached: f64,
}

impl Chances {
    /// Won, of those whom sales reached.
    #[must_use]
    pub fn won_of_reached(&self) -> f64 {
        self.accepted * self.met * self.opportunity * self.won
    }
}

impl RefusalVerdict {
    /// Its word, as in facts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::Recycled => "recycled",
            Self::Disqualified => "disqualified",
        }
    }
}

impl SourceTerms {
    /// The chances in a territory.
    #[must_use]
    pub fn chances(&self, territory: Territory) -> Chances {
        if territory == Territory::Dach { self.in_dach } else { self.elsewhere }
    }
}

impl Flood {
    /// How high it is, from 0 before it to 1 at its height.
    #[must_use]
    pub fn level(&self, at: Instant, now: Instant) -> f64 {
        let began = now.plus(Seconds(-self.began.0));
        let risen = at.micros_since(began) as f64 / self.rise.micros().max(1) as f64;
        risen.clamp(0.0, 1.0)
    }
}

impl Company {
    /// The planted median wait for a first call on a lead handed over then, hours of work.
    ///
    /// Rises with the flood from its calm to its flooded value, by equal factors in equal times.
    #[must_use]
    pub fn first_call_hours(&self, territory: Territory, at: Instant, now: Instant) -> f64 {
        let calm = self.calling.first_call_hours;
        let flooded = match territory {
            Territory::Dach => self.flood.first_call_in_dach_hours,
            _ => self.flood.first_call_elsewhere_hours,
        };
        calm * libm::pow(flooded / calm, self.flood.level(at, now))
    }

    /// The planted chance that nobody ever calls a lead handed over then.
    #[must_use]
    pub fn never_called(
        &self,
        terms: &SourceTerms,
        territory: Territory,
        at: Instant,
        now: Instant,
    ) -> f64 {
        let level = if territory == Territory::Dach { self.flood.level(at, now) } else { 0.0 };
        terms.never_called + level * (terms.never_called_flooded - terms.never_called)
    }

    /// The terms of a source.
    #[must_use]
    pub fn terms(&self, source: Source) -> Option<&SourceTerms> {
        self.sources.iter().find(|terms| terms.source == source)
    }
}
