//! What a column means by the words of its header and the looks of its values, whatever product
//! it comes from.

use super::meaning::{Entity, Meaning};
use super::profile::ColumnProfile;
use super::words::words;
use facts::TraitType::{Flag, Number, Text};

/// The most different reasons, statuses and stages that a column of them has.
const WORDS_MAX: u64 = 60;

const LEAD: &[&str] = &[
    "lead",
    "leads",
    "mql",
    "mqls",
    "prospect",
    "prospects",
    "person",
    "people",
    "applicant",
    "inquiry",
    "enquiry",
    "signup",
    "subscriber",
    "student",
];
const CONTACT: &[&str] = &["contact", "contacts"];
const ACCOUNT: &[&str] = &[
    "account",
    "accounts",
    "company",
    "companies",
    "organisation",
    "organization",
    "seller",
    "sellers",
    "merchant",
    "client",
    "firm",
];
const OPPORTUNITY: &[&str] = &["opportunity", "opportunities", "opp", "deal", "deals", "quote"];
const COLLEAGUE: &[&str] = &[
    "owner",
    "rep",
    "agent",
    "sdr",
    "bdr",
    "ae",
    "sr",
    "sm",
    "manager",
    "assignee",
    "salesperson",
    "assigned",
    "resource",
    "counsellor",
    "counselor",
    "employee",
];
const CAMPAIGN: &[&str] = &["campaign"];

/// Whom the words of a header or a file's name speak of.
pub(crate) fn entity(words: &[String]) -> Option<Entity> {
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let named = [
        (COLLEAGUE, Entity::Colleague),
        (CAMPAIGN, Entity::Campaign),
        (OPPORTUNITY, Entity::Opportunity),
        (LEAD, Entity::Lead),
        (CONTACT, Entity::Contact),
        (ACCOUNT, Entity::Account),
    ];
    named.into_iter().find(|(list, _)| has(list)).map(|(_, entity)| entity)
}

/// What a column means, as far as its header and values tell.
pub(crate) fn meaning(column: &ColumnProfile) -> Option<Meaning> {
    let words = words(&column.name);
    let header = Header { words: &words };
    if column.times(None).is_some() {
        return Some(time(&header));
    }
    personal(&header, column)
        .or_else(|| id(&header, column))
        .or_else(|| flag(&header, column))
        .or_else(|| number(&header, column))
        .or_else(|| word(&header, column))
}

struct Header<'a> {
    words: &'a [String],
}

impl Header<'_> {
    fn any(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(&word.as_str()))
    }

    fn all(&self, list: &[&str]) -> bool {
        list.iter().all(|wanted| self.words.iter().any(|word| word == wanted))
    }

    fn is(&self, list: &[&str]) -> bool {
        self.words.iter().map(String::as_str).eq(list.iter().copied())
    }
}

fn time(header: &Header<'_>) -> Meaning {
    let any = |list| header.any(list);
    if any(&["modified", "updated", "modstamp"]) {
        Meaning::Modified
    } else if any(&["last"]) {
        Meaning::LastActivity
    } else if any(&["won", "win", "enrolled", "purchased", "sold", "signed"]) {
        Meaning::WonAt
    } else if any(&["lost"]) {
        Meaning::LostAt
    } else if any(&["converted", "conversion"]) {
        Meaning::ConvertedAt
    } else if any(&["close", "closed", "closing"]) {
        Meaning::ClosedAt
    } else if any(&["assigned", "assignment"]) {
        Meaning::AssignedAt
    } else if any(&[
        "created",
        "create",
        "creation",
        "first",
        "submitted",
        "submission",
        "received",
        "entered",
        "engage",
        "engaged",
        "opened",
        "inquired",
        "inquiry",
        "enquiry",
        "applied",
        "registered",
        "signup",
        "start",
    ]) {
        Meaning::Began
    } else {
        Meaning::HappenedAt
    }
}

fn personal(header: &Header<'_>, column: &ColumnProfile) -> Option<Meaning> {
    if column.is_mostly(|it| it.emails) {
        return Some(Meaning::Email);
    }
    if header.any(&["phone", "mobile", "telephone", "tel"]) && column.is_mostly(|it| it.phones) {
        return Some(Meaning::Phone);
    }
    let website = [&["website"][..], &["domain"], &["company", "website"], &["company", "domain"]];
    if website.iter().any(|words| header.is(words)) && !column.is_flag() && !column.is_number() {
        return Some(Meaning::Website);
    }
    if header.any(&["first", "given"]) && header.any(&["name"]) {
        return Some(Meaning::FirstName);
    }
    if header.any(&["last", "family"]) && header.any(&["name"]) || header.is(&["surname"]) {
        return Some(Meaning::LastName);
    }
    if header.any(&["name"]) {
        return match entity(header.words) {
            Some(Entity::Account) => Some(Meaning::Company),
            None | Some(Entity::Lead | Entity::Contact) => Some(Meaning::Name),
            Some(Entity::Campaign) => Some(Meaning::Trait("lead.campaign", Text)),
            _ => None,
        };
    }
    None
}

fn id(header: &Header<'_>, column: &ColumnProfile) -> Option<Meaning> {
    let says_id = header.any(&["id", "ids", "guid", "uuid", "key", "number", "no", "nr", "code"]);
    let entity = entity(header.words);
    let post = header.any(&["zip", "postal", "postcode"]);
    if says_id && !post && !column.is_flag() && (column.names_things() || column.is_key()) {
        return entity.map(Meaning::Id);
    }
    // The name of a rep or of a company stands for it.
    let by_name = header.words.len() <= 2 && column.distinct() > 2 && !column.is_number();
    match entity {
        Some(Entity::Colleague) if by_name => Some(Meaning::Id(Entity::Colleague)),
        Some(Entity::Account) if by_name && header.words.len() == 1 => Some(Meaning::Company),
        _ => None,
    }
}

fn flag(header: &Header<'_>, column: &ColumnProfile) -> Option<Meaning> {
    let is_flag = column.is_flag() || column.shapes.flags == column.filled && column.filled > 0;
    if !is_flag {
        return None;
    }
    let any = |list| header.any(list);
    if any(&["deleted"]) {
        Some(Meaning::Deleted)
    } else if any(&["won"]) {
        Some(Meaning::Won)
    } else if any(&["converted", "purchased", "bought", "enrolled", "sold", "conversion"]) {
        Some(Meaning::Converted)
    } else if any(&["closed"]) {
        Some(Meaning::Closed)
    } else if header.all(&["do", "not", "email"]) || any(&["unsubscribed", "optout"]) {
        Some(Meaning::Trait("lead.opted_out", Flag))
    } else {
        None
    }
}

fn number(header: &Header<'_>, column: &ColumnProfile) -> Option<Meaning> {
    if !column.is_number() {
        return None;
    }
    let any = |list| header.any(list);
    if any(&["employees", "headcount"]) {
        Some(Meaning::Trait("account.employees", Number))
    } else if any(&["revenue", "turnover"]) && !any(&["monthly", "weekly"]) {
        Some(Meaning::Trait("account.revenue", Number))
    } else if any(&["amount"]) || any(&["value"]) && any(&["close", "deal", "contract", "order"]) {
        Some(Meaning::Trait("opportunity.amount", Number))
    } else if any(&["probability"]) {
        Some(Meaning::Trait("opportunity.probability", Number))
    } else {
        None
    }
}

fn word(header: &Header<'_>, column: &ColumnProfile) -> Option<Meaning> {
    let any = |list| header.any(list);
    let few = column.values.is_some() && column.distinct() <= WORDS_MAX;
    let call = any(&["call", "activity", "task", "meeting", "email"]);
    if few && any(&["reason", "reasons", "objection"]) {
        return Some(if call { Meaning::About } else { Meaning::Reason });
    }
    if few && any(&["status", "outcome", "result", "disposition"]) {
        return Some(if call || any(&["outcome", "result"]) {
            Meaning::Outcome
        } else {
            Meaning::Status
        });
    }
    if few && any(&["stage"]) {
        let deal = any(&["deal", "opportunity", "pipeline"]);
        return Some(if deal { Meaning::DealStage } else { Meaning::LeadStage });
    }
    let text = |name| Some(Meaning::Trait(name, Text));
    if any(&["source", "origin", "channel"]) && !any(&["id"]) {
        text("lead.source")
    } else if any(&["campaign"]) {
        text("lead.campaign")
    } else if any(&["industry", "sector"]) {
        text("account.industry")
    } else if any(&["country"]) {
        text("lead.country")
    } else if any(&["region", "state", "province"]) {
        text("lead.region")
    } else if any(&["seniority"]) {
        text("lead.seniority")
    } else if any(&["department", "function"]) {
        text("lead.function")
    } else if header.is(&["title"]) || header.is(&["job", "title"]) {
        text("lead.title")
    } else if header.is(&["product"]) {
        text("opportunity.product")
    } else if few && (any(&["activity", "event", "action"]) && any(&["type", "name", "kind"])) {
        Some(Meaning::What)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::profile::FileProfile;

    fn told(header: &str, values: &[&str]) -> Option<Meaning> {
        let mut file = FileProfile::new("a.csv", [header]);
        for value in values {
            file.look(2, [*value]);
        }
        meaning(&file.columns[0])
    }

    #[test]
    fn header_and_values_together_tell_what_a_column_means() {
        let dates = ["2026-01-01", "2026-01-02"];
        let cases = [
            ("mql_id", &["a1b2c3d4", "b2c3d4e5"][..], Some(Meaning::Id(Entity::Lead))),
            ("seller_id", &["a1b2c3d4", "b2c3d4e5"], Some(Meaning::Id(Entity::Account))),
            ("jnr_sm_id", &["JNR1001MG", "JNR1002MG"], Some(Meaning::Id(Entity::Colleague))),
            ("Lead Owner", &["Kim", "Lee", "Mo"], Some(Meaning::Id(Entity::Colleague))),
            ("first_contact_date", &dates, Some(Meaning::Began)),
            ("won_date", &dates, Some(Meaning::WonAt)),
            ("Last Activity Date", &dates, Some(Meaning::LastActivity)),
            ("Last Activity", &["Email Opened", "SMS Sent"], None),
            ("Converted", &["1", "0"], Some(Meaning::Converted)),
            ("call_status", &["successful", "unsuccessful"], Some(Meaning::Outcome)),
            ("call_reason", &["demo_schedule", "follow_up"], Some(Meaning::About)),
            ("lead_stage", &["lead", "awareness"], Some(Meaning::LeadStage)),
            ("deal_stage", &["Won", "Lost"], Some(Meaning::DealStage)),
            ("close_value", &["54", "0"], Some(Meaning::Trait("opportunity.amount", Number))),
            ("Email Address", &["ann@acme.example"], Some(Meaning::Email)),
            ("Email", &["yes", "perhaps"], None),
            ("origin", &["social", "email"], Some(Meaning::Trait("lead.source", Text))),
        ];
        for (header, values, wanted) in cases {
            assert_eq!(told(header, values), wanted, "{header}");
        }
    }
}
