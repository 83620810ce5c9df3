//! Larkfield Software, the fictional company of the demo.

use super::{
    Afterlife, Calling, Chances, Company, Deals, Flood, Outcomes, PlanTerms, Refusal,
    RefusalVerdict, SourceTerms,
};
use crate::segment::{Source, Territory};
use facts::Seconds;

use RefusalVerdict::{Disqualified, Recycled, Rejected};

impl Company {
    /// The leads of the demo.
    pub const LARKFIELD_LEADS: usize = 5_000;

    /// Larkfield Software sells software to other companies, and does not exist.
    ///
    /// Marketing is ahead of its target and revenue behind plan, and both are right: webinars
    /// bring managers who cannot buy, six in ten hand-offs and one in ten wins. They flood the
    /// reps, so that demo requests from DACH, which convert best, wait two days for a call.
    #[must_use]
    pub fn larkfield() -> Self {
        Self {
            name: "Larkfield Software",
            history: Seconds::days(273),
            sources: sources(),
            flood: Flood {
                began: Seconds::days(70),
                rise: Seconds::days(14),
                webinar_volume: 2.2,
                first_call_in_dach_hours: 14.0,
                first_call_elsewhere_hours: 4.0,
            },
            calling: Calling {
                first_call_hours: 2.5,
                first_call_spread: 0.5,
                connects: 0.5,
                connects_half_life_hours: 40.0,
                attempts_most: 5,
                between_hours: 10.0,
                logged_late: 0.15,
                logged_by_hand: 0.04,
                verdict_late: 0.15,
                verdict_never: 0.3,
            },
            deals: Deals {
                amount_median: 22_000.0,
                amount_spread: 0.5,
                proposal_hours: 36.0,
                close_hours: 140.0,
                no_show: 0.15,
            },
            afterlife: Afterlife { recycled_return: 0.45, rejected_return: 0.12, followed_up: 0.8 },
            outcomes: Outcomes::Balanced,
            plan: PlanTerms {
                period: Seconds::days(91),
                mqls_reached: 1.18,
                revenue_reached: 0.78,
            },
        }
    }
}

fn sources() -> Vec<SourceTerms> {
    let webinar = chances(0.2, 0.6, 0.5, 0.17);
    let inbound = chances(0.5, 0.75, 0.65, 0.35);
    let buyers = vec![
        ("c_level", 0.12),
        ("vp", 0.18),
        ("director", 0.33),
        ("manager", 0.25),
        ("specialist", 0.1),
        ("student", 0.02),
    ];
    let source = |source, share, in_dach, elsewhere| SourceTerms {
        source,
        share,
        territories: territories(0.45),
        seniorities: buyers.clone(),
        in_dach,
        elsewhere,
        refusals: inbound_refusals(),
        never_called: 0.04,
        never_called_flooded: 0.15,
        rejected_buy_later: 0.1,
    };
    let demo = (chances(0.75, 0.88, 0.8, 0.52), chances(0.62, 0.8, 0.7, 0.36));
    vec![
        SourceTerms {
            territories: territories(0.6),
            seniorities: vec![("manager", 0.94), ("specialist", 0.03), ("director", 0.03)],
            refusals: webinar_refusals(),
            never_called: 0.08,
            never_called_flooded: 0.35,
            rejected_buy_later: 0.005,
            ..source(Source::Webinar, 0.76, webinar, webinar)
        },
        SourceTerms {
            territories: territories(0.5),
            never_called: 0.01,
            never_called_flooded: 0.04,
            ..source(Source::DemoRequest, 0.075, demo.0, demo.1)
        },
        source(Source::Content, 0.14, inbound, inbound),
        source(Source::PaidSearch, 0.055, inbound, inbound),
        source(Source::Event, 0.035, inbound, inbound),
        source(Source::Partner, 0.025, inbound, inbound),
    ]
}

const fn chances(accepted: f64, met: f64, opportunity: f64, won: f64) -> Chances {
    Chances { accepted, met, opportunity, won }
}

fn territories(dach: f64) -> Vec<(Territory, f64)> {
    let rest = 1.0 - dach;
    vec![
        (Territory::Dach, dach),
        (Territory::Benelux, 0.3 * rest),
        (Territory::UkIreland, 0.4 * rest),
        (Territory::NorthAmerica, 0.3 * rest),
    ]
}

const fn refusal(verdict: RefusalVerdict, reason: &'static str) -> Refusal {
    Refusal { verdict, reason }
}

fn webinar_refusals() -> Vec<(Refusal, f64)> {
    vec![
        (refusal(Rejected, "no_authority"), 0.46),
        (refusal(Rejected, "not_icp"), 0.18),
        (refusal(Recycled, "no_timeline"), 0.16),
        (refusal(Recycled, "no_budget"), 0.1),
        (refusal(Rejected, "bad_data"), 0.04),
        (refusal(Rejected, "duplicate"), 0.02),
        (refusal(Disqualified, "competitor"), 0.04),
    ]
}

fn inbound_refusals() -> Vec<(Refusal, f64)> {
    vec![
        (refusal(Recycled, "no_timeline"), 0.3),
        (refusal(Recycled, "no_budget"), 0.25),
        (refusal(Rejected, "not_icp"), 0.25),
        (refusal(Rejected, "no_authority"), 0.05),
        (refusal(Rejected, "bad_data"), 0.05),
        (refusal(Rejected, "duplicate"), 0.03),
        (refusal(Disqualified, "competitor"), 0.04),
        (refusal(Disqualified, "student"), 0.03),
    ]
}
