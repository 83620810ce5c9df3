//! Salesforce: the standard objects, by API name and by the labels of reports.

use super::{Object, Product};
use crate::suggest::meaning::Entity::{
    Account, Campaign, Colleague, Contact, Lead, Opportunity, Row,
};
use crate::suggest::meaning::Meaning::{self, *};
use crate::suggest::meaning::Role;
use facts::TraitType::{Number, Text};

type Columns = &'static [(&'static [&'static str], Meaning)];

const fn object(
    name: &'static str,
    role: Role,
    prefix: &'static str,
    telling: &'static [&'static str],
    columns: Columns,
) -> Object {
    Object { product: Product::Salesforce, name, role, prefix: Some(prefix), telling, columns }
}

pub(super) const OBJECTS: &[Object] = &[
    object(
        "Lead",
        Role::Leads,
        "00Q",
        &["IsConverted", "Company / Account", "ConvertedOpportunityId"],
        LEAD,
    ),
    object("Contact", Role::Contacts, "003", &["ReportsToId", "MailingCountry"], CONTACT),
    object(
        "Account",
        Role::Accounts,
        "001",
        &["BillingCountry", "Billing State/Province"],
        ACCOUNT,
    ),
    object(
        "Opportunity",
        Role::Opportunities,
        "006",
        &["Opportunity Name", "StageName"],
        OPPORTUNITY,
    ),
    object(
        "OpportunityHistory",
        Role::StageHistory,
        "008",
        &["OpportunityHistoryKey", "From Stage"],
        HISTORY,
    ),
    object("Task", Role::Activities, "00T", &["Activity ID", "TaskSubtype", "CallType"], TASK),
    object("Event", Role::Activities, "00U", &["StartDateTime", "ActivityDateTime"], TASK),
    object(
        "CampaignMember",
        Role::CampaignMembers,
        "00v",
        &["Campaign Member ID", "HasResponded", "CampaignId", "Member Status"],
        MEMBER,
    ),
    object("User", Role::Reference, "005", &["UserRoleId"], USER),
    object("Campaign", Role::Reference, "701", &["NumberOfLeads"], USER),
];

const LEAD: Columns = &[
    (&["Id", "Lead ID"], Id(Lead)),
    (&["Name", "Full Name", "Lead Name"], Name),
    (&["FirstName"], FirstName),
    (&["LastName"], LastName),
    (&["Email"], Email),
    (&["Phone", "MobilePhone", "Mobile"], Phone),
    (&["Company", "Company / Account"], Company),
    (&["Website"], Website),
    (&["Title"], Trait("lead.title", Text)),
    (&["LeadSource"], Trait("lead.source", Text)),
    (&["Status", "Lead Status"], Status),
    (&["Country"], Trait("lead.country", Text)),
    (&["State", "State/Province"], Trait("lead.region", Text)),
    (&["Industry"], Trait("account.industry", Text)),
    (&["AnnualRevenue"], Trait("account.revenue", Number)),
    (&["NumberOfEmployees", "Employees", "No. of Employees"], Trait("account.employees", Number)),
    (&["OwnerId", "Lead Owner", "Owner"], Id(Colleague)),
    (&["CreatedDate", "Create Date"], Began),
    (&["IsConverted", "Converted"], Converted),
    (&["ConvertedDate"], ConvertedAt),
    (&["ConvertedAccountId"], Id(Account)),
    (&["ConvertedContactId"], Id(Contact)),
    (&["ConvertedOpportunityId"], Id(Opportunity)),
    (&["LastModifiedDate", "SystemModstamp", "Last Modified"], Modified),
    (&["LastActivityDate", "Last Activity"], LastActivity),
    (&["IsDeleted"], Deleted),
    (&["Unqualified Reason", "Rejected Reason", "Disqualified Reason"], Reason),
    (&["Salutation", "MiddleName", "Suffix", "Fax", "PhotoUrl", "IsUnreadByOwner"], Nothing),
    (&["Description", "Street", "City", "PostalCode", "Address"], Nothing),
    (&["EmailBouncedReason", "EmailBouncedDate", "Latitude", "Longitude"], Nothing),
    (&["CreatedById", "LastModifiedById", "MasterRecordId", "LastViewedDate"], Nothing),
];

const CONTACT: Columns = &[
    (&["Id", "Contact ID"], Id(Contact)),
    (&["AccountId", "Account ID"], Id(Account)),
    (&["Name", "Full Name"], Name),
    (&["FirstName"], FirstName),
    (&["LastName"], LastName),
    (&["Email"], Email),
    (&["Phone", "MobilePhone", "Mobile"], Phone),
    (&["Title"], Trait("lead.title", Text)),
    (&["Department"], Trait("lead.function", Text)),
    (&["LeadSource"], Trait("lead.source", Text)),
    (&["MailingCountry"], Trait("lead.country", Text)),
    (&["OwnerId", "Contact Owner"], Id(Colleague)),
    (&["CreatedDate"], Began),
    (&["LastModifiedDate", "SystemModstamp"], Modified),
    (&["LastActivityDate", "Last Activity"], LastActivity),
    (&["IsDeleted"], Deleted),
    (&["AssistantPhone", "HomePhone", "OtherPhone", "Fax", "Salutation", "ReportsToId"], Nothing),
    (&["EmailBouncedReason", "EmailBouncedDate", "IsEmailBounced", "Birthdate"], Nothing),
];

const ACCOUNT: Columns = &[
    (&["Id", "Account ID"], Id(Account)),
    (&["Name", "Account Name"], Company),
    (&["Website"], Website),
    (&["Industry"], Trait("account.industry", Text)),
    (&["BillingCountry", "Billing Country"], Trait("account.country", Text)),
    (&["BillingState", "Billing State/Province"], Trait("account.region", Text)),
    (&["AnnualRevenue"], Trait("account.revenue", Number)),
    (&["NumberOfEmployees", "Employees"], Trait("account.employees", Number)),
    (&["Type"], Trait("account.segment", Text)),
    (&["OwnerId", "Account Owner"], Id(Colleague)),
    (&["CreatedDate"], Began),
    (&["LastModifiedDate", "SystemModstamp"], Modified),
    (&["LastActivityDate", "Last Activity"], LastActivity),
    (&["IsDeleted"], Deleted),
    (&["ParentId", "BillingCity", "BillingPostalCode", "BillingStreet"], Nothing),
    (&["BillingLatitude", "BillingLongitude", "Phone", "Fax", "Description"], Nothing),
];

const OPPORTUNITY: Columns = &[
    (&["Id", "Opportunity ID"], Id(Opportunity)),
    (&["AccountId", "Account ID"], Id(Account)),
    (&["ContactId", "Primary Contact"], Id(Contact)),
    (&["StageName", "Stage"], DealStage),
    (&["Amount"], Trait("opportunity.amount", Number)),
    (&["Probability", "Probability (%)"], Trait("opportunity.probability", Number)),
    (&["CloseDate"], ClosedAt),
    (&["CreatedDate"], Began),
    (&["IsClosed", "Closed"], Closed),
    (&["IsWon", "Won"], Won),
    (&["LeadSource"], Trait("lead.source", Text)),
    (&["Loss Reason", "Lost Reason", "Closed Lost Reason"], Reason),
    (&["OwnerId", "Opportunity Owner"], Id(Colleague)),
    (&["LastModifiedDate", "SystemModstamp"], Modified),
    (&["LastActivityDate", "Last Activity"], LastActivity),
    (&["IsDeleted"], Deleted),
    (&["Name", "Opportunity Name", "Account Name", "Description", "NextStep"], Nothing),
    (&["ExpectedRevenue", "Fiscal", "FiscalYear", "FiscalQuarter", "ForecastCategory"], Nothing),
    (&["HasOpportunityLineItem", "Pricebook2Id", "CampaignId", "ForecastCategoryName"], Nothing),
];

const HISTORY: Columns = &[
    (&["Id"], Id(Row)),
    (&["OpportunityId", "Opportunity ID"], Id(Opportunity)),
    (&["CreatedDate", "Last Modified"], HappenedAt),
    (&["CreatedById", "Edited By"], Id(Colleague)),
    (&["StageName", "To Stage"], DealStage),
    (&["Amount"], Trait("opportunity.amount", Number)),
    (&["IsDeleted"], Deleted),
    (&["ExpectedRevenue", "CloseDate", "Probability", "ForecastCategory"], Nothing),
    (&["SystemModstamp", "OpportunityHistoryKey", "From Stage"], Nothing),
];

const TASK: Columns = &[
    (&["Id", "Activity ID"], Id(Row)),
    (&["WhoId", "Name ID"], Id(Lead)),
    (&["WhatId"], Nothing),
    (&["OwnerId", "Assigned"], Id(Colleague)),
    (
        &["CompletedDateTime", "CreatedDate", "Date", "StartDateTime", "ActivityDateTime"],
        HappenedAt,
    ),
    (&["TaskSubtype", "Type", "Task Subtype"], What),
    (&["CallDisposition", "Call Result", "Status"], Outcome),
    (&["Subject"], About),
    (&["IsDeleted"], Deleted),
    (&["ActivityDate", "Priority", "Description", "AccountId", "IsClosed"], Nothing),
    (&["CallDurationInSeconds", "CallType", "LastModifiedDate", "SystemModstamp"], Nothing),
];

const MEMBER: Columns = &[
    (&["Id", "Campaign Member ID"], Id(Row)),
    (&["LeadId", "Lead ID"], Id(Lead)),
    (&["ContactId", "Contact ID"], Id(Contact)),
    (&["CampaignId", "Campaign ID"], Id(Campaign)),
    (&["Campaign Name"], Trait("lead.campaign", Text)),
    (&["Status", "Member Status"], Outcome),
    (&["FirstRespondedDate", "Member First Responded Date", "CreatedDate"], HappenedAt),
    (&["IsDeleted"], Deleted),
    (&["HasResponded", "Responded", "SystemModstamp", "LastModifiedDate", "CreatedById"], Nothing),
];

const USER: Columns = &[(&["Id"], Id(Colleague)), (&["Name", "Email", "IsActive"], Nothing)];
