//! What was spent on a channel, a campaign or a source: settings that operations keep.

use jiff::civil::Date;

/// What was spent on one of them, from one day to another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cost {
    /// On what.
    pub on: CostOn,
    /// How much, in hundredths of the charter's currency.
    pub amount_hundredths: i64,
    /// The first day, in the charter's zone.
    pub from: Date,
    /// The last day, included.
    pub to: Date,
}

/// On what something was spent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CostOn {
    /// A channel: the first word of a touch's name, `webinar` of `webinar.attended`.
    Channel(String),
    /// A campaign, as touches name it.
    Campaign(String),
    /// A source, as `lead.source` says it.
    Source(String),
}

impl Cost {
    /// The most that one cost may be, in whole units of the currency.
    pub const AMOUNT_MAX: f64 = 1e12;

    /// How much of it falls on the days from one to before another, in hundredths of the currency:
    /// every day of it cost alike. The parts of adjoining periods sum to the whole but for rounding.
    #[must_use]
    pub fn within(&self, from: Option<Date>, until: Option<Date>) -> i64 {
        let days = |first: Date, last: Date| {
            i64::from(first.until(last).map_or(0, |it| it.get_days())) + 1
        };
        let first = from.map_or(self.from, |from| from.max(self.from));
        let before = |until: Date| until.yesterday().unwrap_or(until);
        let last = until.map_or(self.to, |until| before(until).min(self.to));
        if last < first {
            return 0;
        }
        let (part, whole) = (days(first, last), days(self.from, self.to).max(1));
        let share = i128::from(self.amount_hundredths) * i128::from(part);
        let half = i128::from(whole) / 2;
        ((share + half) / i128::from(whole)) as i64
    }
}

impl CostOn {
    /// Its word, as settings write it: `channel`, `campaign`, `source`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Channel(_) => "channel",
            Self::Campaign(_) => "campaign",
            Self::Source(_) => "source",
        }
    }

    /// Which of them.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Channel(name) | Self::Campaign(name) | Self::Source(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_cost_are_by_days_and_sum_to_it() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let cost = Cost {
            on: CostOn::Channel("webinar".to_owned()),
            amount_hundredths: 900_000,
            from: day("2027-01-01"),
            to: day("2027-03-31"),
        };
        let (february, march) = (Some(day("2027-02-01")), Some(day("2027-03-01")));
        assert_eq!(cost.within(None, None), 900_000);
        assert_eq!(cost.within(None, february), 310_000, "31 of 90 days");
        assert_eq!(cost.within(february, march), 280_000);
        assert_eq!(cost.within(march, None), 310_000);
        assert_eq!(cost.within(Some(day("2027-04-01")), None), 0);
        assert_eq!(cost.within(march, february), 0);
    }
}
