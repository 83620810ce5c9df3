//! The table of metrics.

use charter::Side;

/// A metric, as both sides have agreed to understand it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Metric {
    /// What programs call it: never changed.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What it says, in plain words.
    pub definition: &'static str,
    /// What it counts, or is an average of.
    pub counts: &'static str,
    /// In what its value is.
    pub unit: MetricUnit,
    /// What it is a share of; empty where it is none.
    pub of: &'static str,
    /// Which instant decides whether something is of a period.
    pub anchor: &'static str,
    /// What is done with what is not decided yet.
    pub undecided: &'static str,
    /// In which time it is measured.
    pub time: MetricTime,
    /// Who answers for it; `None` for both sides together.
    pub side: Option<Side>,
}

/// In what the value of a metric is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MetricUnit {
    /// A number of what it counts.
    Count,
    /// A share from 0 to 1, or for growth a ratio that may be less than 0 or more than 1.
    Share,
    /// Whole units of the charter's currency.
    Money,
    /// Days.
    Days,
    /// Hours.
    Hours,
}

/// In which time a metric is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MetricTime {
    /// It measures no time.
    None,
    /// Working hours of the charter's calendar.
    Business,
    /// Days of the calendar in the charter's zone, or hours by the clock.
    Wall,
}

impl MetricUnit {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Share => "share",
            Self::Money => "money",
            Self::Days => "days",
            Self::Hours => "hours",
        }
    }
}

impl MetricTime {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Business => "business",
            Self::Wall => "wall",
        }
    }
}

/// A count without a share or a time.
const COUNT: Metric = Metric {
    id: "",
    name: "",
    definition: "",
    counts: "leads",
    unit: MetricUnit::Count,
    of: "",
    anchor: "",
    undecided: "nothing is undecided",
    time: MetricTime::None,
    side: None,
};
const SHARE: Metric = Metric { unit: MetricUnit::Share, ..COUNT };
const MARKETING: Option<Side> = Some(Side::Marketing);
const SALES: Option<Side> = Some(Side::Sales);
const CLOSED: &str = "the day on which the opportunity was won or lost";
const WON: &str = "the day on which the opportunity was won";
const SAID: &str = "when sales said it";
const DUE: &str = "when the promise was due";
const NOW: &str = "now: it has no period";
const OPEN_OUT: &str = "open opportunities are left out";
const STILL_DUST: &str = "a promise that is broken counts until it is answered";

impl Metric {
    /// Every metric.
    pub const ALL: &'static [Self] = &[
        Self {
            id: "leads_new",
            name: "New leads",
            definition: "Leads that entered any stage for the first time",
            anchor: "when the lead entered its first stage",
            side: MARKETING,
            ..COUNT
        },
        Self {
            id: "leads_qualified",
            name: "Qualified leads",
            definition: "Leads that came for the first time to the stage at which they are handed \
                         to sales, or to a later one",
            anchor: "when the lead reached the stage",
            side: MARKETING,
            ..COUNT
        },
        Self {
            id: "lead_velocity_rate",
            name: "Lead velocity rate",
            definition: "By how much more leads were qualified than in the period before, which is \
                         as long",
            of: "leads qualified in the period before",
            anchor: "when the lead reached the stage",
            side: MARKETING,
            ..SHARE
        },
        Self {
            id: "acceptance_rate",
            name: "Acceptance rate",
            definition: "Verdicts by which sales took a lead on",
            counts: "verdicts",
            of: "all verdicts of sales",
            anchor: SAID,
            undecided: "leads that wait for a verdict are left out",
            ..SHARE
        },
        Self {
            id: "refusal_rate",
            name: "Refusal rate",
            definition: "Verdicts by which sales rejected, recycled or disqualified a lead; why, \
                         `tandem feedback` says",
            counts: "verdicts",
            of: "all verdicts of sales",
            anchor: SAID,
            undecided: "leads that wait for a verdict are left out",
            ..SHARE
        },
        Self {
            id: "first_response",
            name: "First response",
            definition: "Working hours from the hand-off until a person of sales first tried to \
                         reach the lead; half are answered sooner",
            counts: "hand-offs",
            unit: MetricUnit::Hours,
            anchor: "when the lead was handed over",
            undecided: "a lead that waits counts as longer than any other, and is not left out; an \
                        answer of which only the day is known is left out",
            time: MetricTime::Business,
            side: SALES,
            ..COUNT
        },
        Self {
            id: "outreach_before_verdict",
            name: "Outreach before the verdict",
            definition: "How often a person of sales tried to reach the lead between the hand-off \
                         and the verdict; half fewer times",
            counts: "verdicts",
            anchor: SAID,
            undecided: "leads that wait for a verdict are left out",
            side: SALES,
            ..COUNT
        },
        Self {
            id: "win_rate",
            name: "Win rate",
            definition: "Opportunities won",
            counts: "opportunities",
            of: "opportunities won or lost",
            anchor: CLOSED,
            undecided: OPEN_OUT,
            side: SALES,
            ..SHARE
        },
        Self {
            id: "win_rate_by_value",
            name: "Win rate by value",
            definition: "What the opportunities won are worth",
            counts: "opportunities",
            of: "what those won or lost are worth; unknown where one of them has no amount",
            anchor: CLOSED,
            undecided: OPEN_OUT,
            side: SALES,
            ..SHARE
        },
        Self {
            id: "won_amount",
            name: "Won amount",
            definition: "What the opportunities won are worth together, as far as they have an \
                         amount",
            counts: "opportunities",
            unit: MetricUnit::Money,
            anchor: WON,
            undecided: OPEN_OUT,
            ..COUNT
        },
        Self {
            id: "average_deal",
            name: "Average deal",
            definition: "What an opportunity that was won is worth on average, of those that have \
                         an amount",
            counts: "opportunities",
            unit: MetricUnit::Money,
            anchor: WON,
            undecided: OPEN_OUT,
            side: SALES,
            ..COUNT
        },
        Self {
            id: "cycle_length",
            name: "Cycle length",
            definition: "Days from the first that is known of an opportunity until it was won; \
                         half of those won took fewer",
            counts: "opportunities",
            unit: MetricUnit::Days,
            anchor: WON,
            undecided: "open and lost opportunities are left out",
            time: MetricTime::Wall,
            side: SALES,
            ..COUNT
        },
        Self {
            id: "marketing_sourced",
            name: "Sourced by marketing",
            definition: "Opportunities won whose people marketing touched before sales first tried \
                         to reach any of them",
            counts: "opportunities",
            of: "opportunities won of which the day is known",
            anchor: WON,
            undecided: OPEN_OUT,
            side: MARKETING,
            ..SHARE
        },
        Self {
            id: "marketing_influenced",
            name: "Influenced by marketing",
            definition: "Opportunities won whose people marketing touched within the charter's \
                         window before they were won, whoever began",
            counts: "opportunities",
            of: "opportunities won of which the day is known",
            anchor: WON,
            undecided: OPEN_OUT,
            side: MARKETING,
            ..SHARE
        },
        Self {
            id: "promises_kept_marketing",
            name: "Promises kept by marketing",
            definition: "Promises of marketing that were kept",
            counts: "promises",
            of: "its promises kept or broken",
            anchor: DUE,
            undecided: "promises that run, were cancelled or cannot be judged are left out",
            side: MARKETING,
            ..SHARE
        },
        Self {
            id: "promises_kept_sales",
            name: "Promises kept by sales",
            definition: "Promises of sales that were kept",
            counts: "promises",
            of: "its promises kept or broken",
            anchor: DUE,
            undecided: "promises that run, were cancelled or cannot be judged are left out",
            side: SALES,
            ..SHARE
        },
        Self {
            id: "dust",
            name: "Dust",
            definition: "Leads to which a promise is broken and still waits for an answer",
            anchor: NOW,
            undecided: STILL_DUST,
            ..COUNT
        },
        Self {
            id: "dust_day",
            name: "Dust of a day",
            definition: "Of the dust, leads whose oldest broken promise was due less than a day ago",
            anchor: NOW,
            undecided: STILL_DUST,
            time: MetricTime::Wall,
            ..COUNT
        },
        Self {
            id: "dust_week",
            name: "Dust of a week",
            definition: "Of the dust, those whose oldest was due a day ago or more, and less than 7 \
                         days",
            anchor: NOW,
            undecided: STILL_DUST,
            time: MetricTime::Wall,
            ..COUNT
        },
        Self {
            id: "dust_month",
            name: "Dust of a month",
            definition: "Of the dust, those whose oldest was due 7 days ago or more, and less than \
                         30",
            anchor: NOW,
            undecided: STILL_DUST,
            time: MetricTime::Wall,
            ..COUNT
        },
        Self {
            id: "dust_older",
            name: "Older dust",
            definition: "Of the dust, those whose oldest was due 30 days ago or more",
            anchor: NOW,
            undecided: STILL_DUST,
            time: MetricTime::Wall,
            ..COUNT
        },
    ];

    /// The metric of an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|metric| metric.id == id)
    }

    /// Whether what it counts are opportunities, and not leads or what happened to them.
    #[must_use]
    pub fn is_of_opportunities(&self) -> bool {
        self.counts == "opportunities"
    }

    /// Whether it is of a period, and not of now.
    #[must_use]
    pub fn has_period(&self) -> bool {
        self.anchor != NOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_metric_is_defined_whole_and_once() {
        let mut ids = BTreeSet::new();
        for metric in Metric::ALL {
            assert!(ids.insert(metric.id), "{}", metric.id);
            assert!(metric.id.chars().all(|it| it.is_ascii_lowercase() || it == '_'));
            for text in [metric.name, metric.definition, metric.counts, metric.anchor] {
                assert!(!text.is_empty(), "{}", metric.id);
            }
            assert!(!metric.undecided.is_empty(), "{}", metric.id);
            let is_share = metric.unit == MetricUnit::Share;
            assert_eq!(is_share, !metric.of.is_empty(), "{}: of what?", metric.id);
            let is_time = matches!(metric.unit, MetricUnit::Days | MetricUnit::Hours);
            assert!(!is_time || metric.time != MetricTime::None, "{}", metric.id);
        }
    }
}
