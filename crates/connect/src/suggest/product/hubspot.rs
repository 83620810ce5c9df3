//! HubSpot: contacts, companies, deals, calls and meetings, by the labels of exports and the
//! internal names of properties.

use super::{Object, Product};
use crate::suggest::meaning::Entity::{Account, Colleague, Lead, Opportunity, Row};
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
    Object { product: Product::HubSpot, name, role, prefix: None, telling, columns }
}

pub(super) const OBJECTS: &[Object] = &[
    object(
        "Contact",
        Role::Leads,
        &["Record ID - Contact", "Lifecycle Stage", "lifecyclestage", "hs_lead_status"],
        CONTACT,
    ),
    object("Company", Role::Accounts, &["Record ID - Company"], COMPANY),
    object("Deal", Role::Opportunities, &["Record ID - Deal", "Deal Stage", "dealstage"], DEAL),
    object("Call", Role::Activities, &["Call outcome", "hs_call_disposition"], CALL),
];

const CONTACT: Columns = &[
    (&["Record ID - Contact", "Record ID", "Contact ID", "hs_object_id", "vid"], Id(Lead)),
    (&["First Name", "firstname"], FirstName),
    (&["Last Name", "lastname"], LastName),
    (&["Email"], Email),
    (&["Phone Number", "phone", "Mobile Phone Number", "mobilephone"], Phone),
    (&["Company Name", "company"], Company),
    (&["Website URL", "website"], Website),
    (&["Job Title", "jobtitle"], Trait("lead.title", Text)),
    (&["Country/Region", "country"], Trait("lead.country", Text)),
    (&["Industry"], Trait("account.industry", Text)),
    (
        &[
            "Original Source",
            "Original Traffic Source",
            "hs_analytics_source",
            "Original Source Type",
        ],
        Trait("lead.source", Text),
    ),
    (&["Lifecycle Stage", "lifecyclestage"], LeadStage),
    (&["Lead Status", "hs_lead_status"], Status),
    (&["Contact owner", "hubspot_owner_id", "HubSpot Owner"], Id(Colleague)),
    (&["Owner Assigned Date", "hubspot_owner_assigneddate"], AssignedAt),
    (&["Create Date", "createdate"], Began),
    (
        &["Close Date", "closedate", "Became a Customer Date", "hs_lifecyclestage_customer_date"],
        WonAt,
    ),
    (
        &["Last Activity Date", "notes_last_updated", "Last Contacted", "notes_last_contacted"],
        LastActivity,
    ),
    (&["Last Modified Date", "lastmodifieddate"], Modified),
    (
        &["Associated Company IDs", "Primary Associated Company ID", "associatedcompanyid"],
        Id(Account),
    ),
    (&["Associated Company", "Number of times contacted", "HubSpot Score"], Nothing),
];

const COMPANY: Columns = &[
    (&["Record ID - Company", "Record ID", "Company ID", "hs_object_id"], Id(Account)),
    (&["Company name", "name"], Company),
    (&["Industry"], Trait("account.industry", Text)),
    (&["Country/Region", "country"], Trait("account.country", Text)),
    (&["State/Region", "state"], Trait("account.region", Text)),
    (&["Number of Employees", "numberofemployees"], Trait("account.employees", Number)),
    (&["Annual Revenue", "annualrevenue"], Trait("account.revenue", Number)),
    (&["Company owner", "hubspot_owner_id"], Id(Colleague)),
    (&["Create Date", "createdate"], Began),
    (&["Last Activity Date", "Last Contacted"], LastActivity),
    (&["Last Modified Date"], Modified),
    (&["Company Domain Name", "domain", "Website URL", "website"], Website),
    (&["City", "Phone Number"], Nothing),
];

const DEAL: Columns = &[
    (&["Record ID - Deal", "Record ID", "Deal ID", "hs_object_id"], Id(Opportunity)),
    (&["Associated Contact IDs", "Primary Associated Contact ID"], Id(Lead)),
    (&["Associated Company IDs", "Primary Associated Company ID"], Id(Account)),
    (&["Deal Stage", "dealstage"], DealStage),
    (&["Amount", "Amount in company currency"], Trait("opportunity.amount", Number)),
    (&["Deal probability", "hs_deal_stage_probability"], Trait("opportunity.probability", Number)),
    (&["Close Date", "closedate"], ClosedAt),
    (&["Create Date", "createdate"], Began),
    (&["Is Closed Won", "hs_is_closed_won"], Won),
    (&["Is Closed", "hs_is_closed"], Closed),
    (&["Closed Lost Reason", "closed_lost_reason"], Reason),
    (
        &["Original Source", "Original Traffic Source", "hs_analytics_source"],
        Trait("lead.source", Text),
    ),
    (&["Deal owner", "hubspot_owner_id"], Id(Colleague)),
    (&["Last Activity Date", "Last Contacted"], LastActivity),
    (&["Last Modified Date"], Modified),
    (&["Deal Name", "dealname", "Pipeline", "Deal Type", "Closed Won Reason"], Nothing),
    (&["Associated Company", "Associated Contact", "Forecast amount"], Nothing),
];

const CALL: Columns = &[
    (&["Record ID - Call", "Record ID", "hs_object_id"], Id(Row)),
    (&["Associated Contact IDs", "Primary Associated Contact ID"], Id(Lead)),
    (&["Activity date", "hs_timestamp"], HappenedAt),
    (&["Call outcome", "hs_call_disposition"], Outcome),
    (&["Activity assigned to", "hubspot_owner_id"], Id(Colleague)),
    (&["Call Title", "hs_call_title"], About),
    (&["Call notes", "Call duration", "Create Date", "Call direction"], Nothing),
];
