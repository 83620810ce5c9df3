//! What a column may mean.

use facts::TraitType;

/// What a row of a file is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// People who may buy, as marketing knows them.
    Leads,
    /// People whom sales knows.
    Contacts,
    /// Companies.
    Accounts,
    /// Deals.
    Opportunities,
    /// Changes of deals.
    StageHistory,
    /// What sales did: calls, mails, meetings.
    Activities,
    /// What people did on the site, in mails, at events.
    Touches,
    /// Who was invited to which campaign.
    CampaignMembers,
    /// Who was given which lead.
    Assignments,
    /// Why leads were refused, or refused themselves.
    Refusals,
    /// Events of cases, with their names.
    EventLog,
    /// Something that says nothing of leads: products, teams, users.
    Reference,
}

impl Role {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Contacts => "contacts",
            Self::Accounts => "accounts",
            Self::Opportunities => "opportunities",
            Self::StageHistory => "stage_history",
            Self::Activities => "activities",
            Self::Touches => "touches",
            Self::CampaignMembers => "campaign_members",
            Self::Assignments => "assignments",
            Self::Refusals => "refusals",
            Self::EventLog => "event_log",
            Self::Reference => "reference",
        }
    }

    /// What its rows are, in words.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Contacts => "contacts",
            Self::Accounts => "accounts",
            Self::Opportunities => "opportunities",
            Self::StageHistory => "changes of opportunities",
            Self::Activities => "what sales did with leads",
            Self::Touches => "what leads did",
            Self::CampaignMembers => "campaign members",
            Self::Assignments => "who was given which lead",
            Self::Refusals => "why leads went no further",
            Self::EventLog => "an event log",
            Self::Reference => "a list beside the leads",
        }
    }
}

/// Something that a column can name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Entity {
    Lead,
    Contact,
    Account,
    Opportunity,
    /// A colleague: a rep, an owner, a manager.
    Colleague,
    Campaign,
    /// The row itself, of an event.
    Row,
}

/// What a column means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meaning {
    /// Names something.
    Id(Entity),
    Name,
    FirstName,
    LastName,
    Email,
    Phone,
    /// The name of the company.
    Company,
    /// Its web address.
    Website,
    /// A trait with a name of the standard schema.
    Trait(&'static str, TraitType),
    /// When the record, or the interest, began.
    Began,
    /// When anything was last changed.
    Modified,
    /// When sales or a system last did something.
    LastActivity,
    /// When it was given to somebody.
    AssignedAt,
    /// When an event of this row happened.
    HappenedAt,
    /// What happened.
    What,
    /// How a call or a mail ended.
    Outcome,
    /// What it was about.
    About,
    /// Whether the lead was taken on by sales, or bought where there are no deals.
    Converted,
    ConvertedAt,
    /// Whether the deal is closed.
    Closed,
    /// Whether it was won.
    Won,
    WonAt,
    LostAt,
    ClosedAt,
    /// The stage of a deal.
    DealStage,
    /// The stage of a lead as a CRM sees it.
    LeadStage,
    /// The status of a lead as a CRM sees it.
    Status,
    /// Why it was refused or lost.
    Reason,
    /// Whether the record was deleted.
    Deleted,
    /// Says nothing that a charter needs.
    Nothing,
}

impl Meaning {
    /// Whether it says when something happened.
    pub(crate) const fn is_time(self) -> bool {
        matches!(
            self,
            Self::Began
                | Self::Modified
                | Self::LastActivity
                | Self::AssignedAt
                | Self::HappenedAt
                | Self::ConvertedAt
                | Self::WonAt
                | Self::LostAt
                | Self::ClosedAt
        )
    }
}
