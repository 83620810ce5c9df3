//! How the simulated leads differ: where they come from and where they are.

/// What first brought a lead; the value of `lead.source`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Source {
    /// Webinars, week after week.
    Webinar,
    /// Somebody who asked to see the product.
    DemoRequest,
    /// A guide or a template that was downloaded.
    Content,
    /// A search advertisement.
    PaidSearch,
    /// A fair or a conference.
    Event,
    /// A partner's recommendation.
    Partner,
}

/// Where a lead's company is, and whose reps work on it; the value of `account.territory`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Territory {
    /// Germany, Austria, Switzerland.
    Dach,
    /// Belgium, the Netherlands, Luxembourg.
    Benelux,
    /// The United Kingdom and Ireland.
    UkIreland,
    /// The United States and Canada.
    NorthAmerica,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 6] = [
        Self::Webinar,
        Self::DemoRequest,
        Self::Content,
        Self::PaidSearch,
        Self::Event,
        Self::Partner,
    ];

    /// Its word, as in facts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Webinar => "webinar",
            Self::DemoRequest => "demo_request",
            Self::Content => "content",
            Self::PaidSearch => "paid_search",
            Self::Event => "event",
            Self::Partner => "partner",
        }
    }
}

impl Territory {
    /// Every territory.
    pub const ALL: [Self; 4] = [Self::Dach, Self::Benelux, Self::UkIreland, Self::NorthAmerica];

    /// Its word, as in facts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dach => "dach",
            Self::Benelux => "benelux",
            Self::UkIreland => "uk_ireland",
            Self::NorthAmerica => "north_america",
        }
    }

    /// The word of the region that it lies in.
    #[must_use]
    pub const fn region(self) -> &'static str {
        match self {
            Self::NorthAmerica => "americas",
            _ => "emea",
        }
    }

    /// The time zone of its office.
    #[must_use]
    pub const fn zone(self) -> &'static str {
        match self {
            Self::Dach => "Europe/Berlin",
            Self::Benelux => "Europe/Amsterdam",
            Self::UkIreland => "Europe/London",
            Self::NorthAmerica => "America/New_York",
        }
    }

    /// Its countries by ISO 3166 code, with their share of its leads.
    pub(crate) const fn countries(self) -> &'static [(&'static str, f64)] {
        match self {
            Self::Dach => &[("DE", 0.7), ("AT", 0.15), ("CH", 0.15)],
            Self::Benelux => &[("NL", 0.55), ("BE", 0.4), ("LU", 0.05)],
            Self::UkIreland => &[("GB", 0.85), ("IE", 0.15)],
            Self::NorthAmerica => &[("US", 0.85), ("CA", 0.15)],
        }
    }

    /// The hour, UTC, around which its people are at work.
    pub(crate) const fn midday_utc(self) -> f64 {
        match self {
            Self::Dach | Self::Benelux => 11.5,
            Self::UkIreland => 12.5,
            Self::NorthAmerica => 17.5,
        }
    }
}
