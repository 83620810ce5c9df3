//! What is really so in the simulated company, whether facts tell it or not.

use crate::company::{Company, Refusal};
use crate::segment::{Source, Territory};
use facts::{Instant, SubjectId};

/// What is really so, for tests of methods that estimate it from facts.
#[derive(Clone, PartialEq, Debug)]
pub struct Truth {
    /// Every planted rate, delay and share.
    pub company: Company,
    /// When the history begins; it ends now.
    pub from: Instant,
    /// Now.
    pub now: Instant,
    /// The plan and where the company stands.
    pub plan: Plan,
    /// Counts and planted rates by source, in the order of [`Source::ALL`].
    pub sources: Vec<SourceTruth>,
    /// What became, or will become, of each hand-off, in the order of leads and then of time.
    pub passes: Vec<PassTruth>,
}

/// The plan of the last months.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plan {
    /// The first instant of the period; it ends now.
    pub from: Instant,
    /// Hand-offs that marketing promised for it.
    pub mql_target: u32,
    /// Hand-offs in it: one for each pass.
    pub mqls: u32,
    /// Revenue planned for it, in whole units of the charter's currency.
    pub revenue_plan: i64,
    /// Revenue won in it.
    pub revenue: i64,
}

/// One source of leads.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SourceTruth {
    /// Which.
    pub source: Source,
    /// Its leads.
    pub leads: u32,
    /// Hand-offs of them until now: one for each pass.
    pub handed_over: u32,
    /// Sales until now, with those to leads that were rejected before.
    pub won: u32,
    /// The planted chance to win, of those whom sales reached in [`Territory::Dach`].
    pub won_of_reached_in_dach: f64,
    /// And everywhere else.
    pub won_of_reached_elsewhere: f64,
}

/// One hand-off and what really follows, also after now.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PassTruth {
    /// The lead.
    pub lead: SubjectId,
    /// Where it came from.
    pub source: Source,
    /// Who works on it.
    pub territory: Territory,
    /// Its `lead.seniority`.
    pub seniority: &'static str,
    /// Which hand-off of the lead it is, from 1.
    pub nth: u32,
    /// When it was handed over.
    pub handed_over_at: Instant,
    /// The median wait for a first call that is planted for it, hours of work.
    pub first_call_hours_median: f64,
    /// When it is first called, if ever; may be after now.
    pub first_call_at: Option<Instant>,
    /// How it ends.
    pub end: PassEnd,
}

/// How a pass really ends. Instants may be after now.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PassEnd {
    /// Nobody ever calls.
    NeverCalled,
    /// Sales calls and reaches nobody.
    NoAnswer,
    /// Sales reaches somebody and does not accept.
    Refused {
        /// With what verdict and reason.
        refusal: Refusal,
        /// When this lead buys nevertheless, and for how much.
        buys_later: Option<Sale>,
    },
    /// Accepted, but nobody comes to a meeting.
    NotMet,
    /// Accepted and met, but there is nothing to sell.
    NoOpportunity,
    /// An opportunity that is lost.
    Lost,
    /// An opportunity that is won.
    Won(Sale),
}

/// Something sold.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sale {
    /// When.
    pub at: Instant,
    /// For how much, in whole units of the charter's currency.
    pub amount: i64,
}

impl PassTruth {
    /// What it brings, sooner or later.
    #[must_use]
    pub const fn sale(&self) -> Option<Sale> {
        match self.end {
            PassEnd::Won(sale) | PassEnd::Refused { buys_later: Some(sale), .. } => Some(sale),
            _ => None,
        }
    }

    /// Whether the pass itself ends in a sale.
    #[must_use]
    pub const fn is_won(&self) -> bool {
        matches!(self.end, PassEnd::Won(_))
    }

    /// Whether sales reaches somebody.
    #[must_use]
    pub const fn is_reached(&self) -> bool {
        !matches!(self.end, PassEnd::NeverCalled | PassEnd::NoAnswer)
    }
}

/// Targets are rounded to this many hand-offs and this much money.
const MQLS_ROUND: f64 = 5.0;
const REVENUE_ROUND: f64 = 5_000.0;

impl Truth {
    /// Counts what the passes came to.
    pub(crate) fn new(
        company: &Company,
        (from, now): (Instant, Instant),
        leads: &[u32; Source::ALL.len()],
        passes: Vec<PassTruth>,
    ) -> Self {
        let sources = Source::ALL.into_iter().zip(leads).map(|(source, &leads)| {
            let own = || passes.iter().filter(|pass| pass.source == source);
            let sold = |pass: &&PassTruth| pass.sale().is_some_and(|sale| sale.at <= now);
            let chances = |territory| {
                company.terms(source).map_or(0.0, |t| t.chances(territory).won_of_reached())
            };
            SourceTruth {
                source,
                leads,
                handed_over: own().count() as u32,
                won: own().filter(sold).count() as u32,
                won_of_reached_in_dach: chances(Territory::Dach),
                won_of_reached_elsewhere: chances(Territory::UkIreland),
            }
        });
        let sources = sources.collect();
        let plan = Plan::new(company, now, &passes);
        Self { company: company.clone(), from, now, plan, sources, passes }
    }
}

impl Plan {
    fn new(company: &Company, now: Instant, passes: &[PassTruth]) -> Self {
        let terms = company.plan;
        let from = Instant(now.0 - terms.period.micros());
        let mqls = passes.iter().filter(|pass| pass.handed_over_at >= from).count() as u32;
        let sales = passes.iter().filter_map(PassTruth::sale);
        let revenue = sales
            .filter(|sale| (from..=now).contains(&sale.at))
            .map(|sale| sale.amount)
            .sum::<i64>();
        let rounded = |value: f64, step: f64| (libm::round(value / step) * step).max(step);
        let mql_target = rounded(f64::from(mqls) / terms.mqls_reached, MQLS_ROUND) as u32;
        let revenue_plan = rounded(revenue as f64 / terms.revenue_reached, REVENUE_ROUND) as i64;
        Self { from, mql_target, mqls, revenue_plan, revenue }
    }
}
