//! Marketo Engage: people, and the log of what they did, by the labels of exports and the names
//! of the API.

use super::{Object, Product};
use crate::suggest::meaning::Entity::{Campaign, Colleague, Lead, Row};
use crate::suggest::meaning::Meaning::{self, *};
use crate::suggest::meaning::Role;
use facts::TraitType::{Number, Text};

type Columns = &'static [(&'static [&'static str], Meaning)];

const fn object(
    name: &'static str,
    role: Role,
    telling: &'static [&'static str],
    columns: Columns,
) -> Object {
    Object { product: Product::Marketo, name, role, prefix: None, telling, columns }
}

pub(super) const OBJECTS: &[Object] = &[
    object(
        "Person",
        Role::Leads,
        &[
            "Original Source Type",
            "Acquisition Program",
            "Acquisition Program Id",
            "Marketo Unique Code",
            "Lead Score",
            "Person Score",
        ],
        PERSON,
    ),
    object("Activity", Role::Touches, &["Marketo GUID", "Activity Type ID"], ACTIVITY),
];

const PERSON: Columns = &[
    (&["Id", "Lead ID", "Person ID", "Marketo ID"], Id(Lead)),
    (&["First Name"], FirstName),
    (&["Last Name"], LastName),
    (&["Full Name"], Name),
    (&["Email", "Email Address"], Email),
    (&["Phone", "Phone Number", "Mobile Phone"], Phone),
    (&["Company", "Company Name"], Company),
    (&["Website"], Website),
    (&["Title", "Job Title"], Trait("lead.title", Text)),
    (&["Country"], Trait("lead.country", Text)),
    (&["Industry"], Trait("account.industry", Text)),
    (&["Number Of Employees", "Num Employees"], Trait("account.employees", Number)),
    (&["Annual Revenue"], Trait("account.revenue", Number)),
    (&["Lead Source", "Person Source"], Trait("lead.source", Text)),
    (&["Acquisition Program", "Acquisition Program Name"], Trait("lead.campaign", Text)),
    (&["Lead Status", "Person Status"], Status),
    (&["Revenue Stage", "Lifecycle Stage"], LeadStage),
    (&["Lead Owner", "Lead Owner Email Address", "Sales Owner"], Id(Colleague)),
    (&["Created At"], Began),
    (&["Updated At"], Modified),
    (&["Last Interesting Moment Date"], LastActivity),
    (&["Disqualified Reason", "Recycled Reason"], Reason),
    (&["Original Source Type", "Original Source Info", "Acquisition Date"], Nothing),
    (&["Acquisition Program Id", "Lead Score", "Person Score", "Behavior Score"], Nothing),
    (&["Unsubscribed", "Email Invalid", "Urgency", "Priority", "Demographic Score"], Nothing),
];

const ACTIVITY: Columns = &[
    (&["Marketo GUID"], Id(Row)),
    (&["Lead ID", "Person ID"], Id(Lead)),
    (&["Activity Date"], HappenedAt),
    (&["Activity Type ID", "Activity Type"], What),
    (&["Campaign ID"], Id(Campaign)),
    (&["Primary Attribute Value"], About),
    (&["Primary Attribute Value ID", "Attributes", "Assigned To"], Nothing),
];
