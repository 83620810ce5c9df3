//! What is really so in a simulated company, for programs.

use super::{GenerateError, write_text};
use facts::Instant;
use serde_json::{Value, json};
use simulate::{
    Chances, Company, PassEnd, PassTruth, Plan, RefusalVerdict, Simulated, SourceTruth,
};
use std::path::Path;

/// What is really so: every planted rate, and what it came to.
#[derive(Clone, PartialEq, Debug)]
pub struct TruthReport {
    /// The seed.
    pub seed: u64,
    /// Every planted rate, delay and share.
    pub company: Company,
    /// When the history begins, and now.
    pub period: (Instant, Instant),
    /// The leads.
    pub leads: usize,
    /// The plan and where the company stands, over all parts; `None` before the first.
    pub plan: Option<Plan>,
    /// Counts and planted rates by source.
    pub sources: Vec<SourceTruth>,
    /// How many hand-offs there were until now.
    pub passes: usize,
}

impl TruthReport {
    pub(super) fn new(seed: u64, company: &Company, period: (Instant, Instant)) -> Self {
        let company = company.clone();
        Self { seed, company, period, leads: 0, plan: None, sources: Vec::new(), passes: 0 }
    }

    /// Of a company that is in one part.
    #[must_use]
    pub fn of(seed: u64, simulated: &Simulated) -> Self {
        let truth = &simulated.truth;
        let mut report = Self::new(seed, &truth.company, (truth.from, truth.now));
        report.add(simulated);
        report
    }

    pub(super) fn add(&mut self, simulated: &Simulated) {
        let truth = &simulated.truth;
        self.leads += simulated.people.len();
        self.passes += truth.passes.len();
        self.plan = Some(match self.plan {
            None => truth.plan,
            Some(plan) => Plan {
                from: plan.from,
                mql_target: plan.mql_target + truth.plan.mql_target,
                mqls: plan.mqls + truth.plan.mqls,
                revenue_plan: plan.revenue_plan + truth.plan.revenue_plan,
                revenue: plan.revenue + truth.plan.revenue,
            },
        });
        if self.sources.is_empty() {
            self.sources.clone_from(&truth.sources);
            return;
        }
        for (sum, part) in self.sources.iter_mut().zip(&truth.sources) {
            sum.leads += part.leads;
            sum.handed_over += part.handed_over;
            sum.won += part.won;
        }
    }

    /// Writes it into a file of its own.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), GenerateError> {
        write_text(path, &format!("{:#}\n", self.document()))
    }

    /// As JSON. Times are RFC 3339, lengths hours of work unless they say days.
    #[must_use]
    pub fn document(&self) -> Value {
        let (from, now) = self.period;
        let Company { name, flood, calling, deals, afterlife, plan, .. } = &self.company;
        json!({
            "company": name,
            "seed": self.seed,
            "leads": self.leads,
            "passes": self.passes,
            "from": from.to_string(),
            "now": now.to_string(),
            "plan": self.plan.map(|plan| json!({
                "from": plan.from.to_string(),
                "mql_target": plan.mql_target,
                "mqls": plan.mqls,
                "revenue_plan": plan.revenue_plan,
                "revenue": plan.revenue,
            })),
            "sources": self.sources.iter().map(|it| self.source(it)).collect::<Vec<_>>(),
            "planted": {
                "flood": {
                    "began_days_ago": days(flood.began),
                    "rise_days": days(flood.rise),
                    "webinar_volume": flood.webinar_volume,
                    "first_call_in_dach_hours": flood.first_call_in_dach_hours,
                    "first_call_elsewhere_hours": flood.first_call_elsewhere_hours,
                },
                "calling": {
                    "first_call_hours": calling.first_call_hours,
                    "first_call_spread": calling.first_call_spread,
                    "connects": calling.connects,
                    "connects_half_life_hours": calling.connects_half_life_hours,
                    "attempts_most": calling.attempts_most,
                    "logged_late": calling.logged_late,
                    "verdict_late": calling.verdict_late,
                    "verdict_never": calling.verdict_never,
                },
                "deals": {
                    "amount_median": deals.amount_median,
                    "amount_spread": deals.amount_spread,
                    "proposal_hours": deals.proposal_hours,
                    "close_hours": deals.close_hours,
                    "no_show": deals.no_show,
                },
                "afterlife": {
                    "recycled_return": afterlife.recycled_return,
                    "rejected_return": afterlife.rejected_return,
                    "followed_up": afterlife.followed_up,
                },
                "plan": {
                    "period_days": days(plan.period),
                    "mqls_reached": plan.mqls_reached,
                    "revenue_reached": plan.revenue_reached,
                },
            },
        })
    }

    fn source(&self, source: &SourceTruth) -> Value {
        let terms = self.company.terms(source.source);
        json!({
            "source": source.source.word(),
            "leads": source.leads,
            "handed_over": source.handed_over,
            "won": source.won,
            "won_of_reached_in_dach": source.won_of_reached_in_dach,
            "won_of_reached_elsewhere": source.won_of_reached_elsewhere,
            "planted": terms.map(|terms| json!({
                "share": terms.share,
                "in_dach": chances(terms.in_dach),
                "elsewhere": chances(terms.elsewhere),
                "never_called": terms.never_called,
                "never_called_flooded": terms.never_called_flooded,
                "rejected_buy_later": terms.rejected_buy_later,
            })),
        })
    }
}

fn days(length: facts::Seconds) -> f64 {
    length.micros() as f64 / Instant::PER_DAY as f64
}

fn chances(chances: Chances) -> Value {
    let Chances { accepted, met, opportunity, won } = chances;
    json!({ "accepted": accepted, "met": met, "opportunity": opportunity, "won": won })
}

/// The columns of a hand-off's truth.
pub(super) const PASS_COLUMNS: [&str; 12] = [
    "person",
    "source",
    "territory",
    "seniority",
    "nth",
    "handed_over_at",
    "first_call_hours_median",
    "first_call_at",
    "end",
    "reason",
    "bought_at",
    "amount",
];

/// A hand-off and what really follows, also after now.
pub(super) fn pass_row(pass: &PassTruth) -> [String; 12] {
    let time = |at: Option<Instant>| at.map_or_else(String::new, |at| at.to_string());
    let (end, reason) = match pass.end {
        PassEnd::NeverCalled => ("never_called", ""),
        PassEnd::NoAnswer => ("no_answer", ""),
        PassEnd::Refused { refusal, .. } => {
            let verdict = match refusal.verdict {
                RefusalVerdict::Rejected => "rejected",
                RefusalVerdict::Recycled => "recycled",
                RefusalVerdict::Disqualified => "disqualified",
            };
            (verdict, refusal.reason)
        }
        PassEnd::NotMet => ("not_met", ""),
        PassEnd::NoOpportunity => ("no_opportunity", ""),
        PassEnd::Lost => ("lost", ""),
        PassEnd::Won(_) => ("won", ""),
    };
    let sale = pass.sale();
    [
        pass.lead.to_string(),
        pass.source.word().to_owned(),
        pass.territory.word().to_owned(),
        pass.seniority.to_owned(),
        pass.nth.to_string(),
        pass.handed_over_at.to_string(),
        pass.first_call_hours_median.to_string(),
        time(pass.first_call_at),
        end.to_owned(),
        reason.to_owned(),
        time(sale.map(|sale| sale.at)),
        sale.map_or_else(String::new, |sale| sale.amount.to_string()),
    ]
}
