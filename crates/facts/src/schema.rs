//! Which traits, touches and activities rules may speak of, and of what type.

use std::collections::BTreeMap;

/// The type of a trait's value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TraitType {
    /// A number.
    Number,
    /// One of a set of words, or free text.
    Text,
    /// True or false.
    Flag,
}

impl TraitType {
    /// The type's word, as written in a charter's `[traits]`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Flag => "flag",
        }
    }

    /// The type of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Number, Self::Text, Self::Flag].into_iter().find(|t| t.word() == word)
    }
}

/// The names that rules may use, with their types. Starts from the standard names; a charter adds
/// its own under `[traits]` and `[facts]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schema {
    /// Traits by full name: `lead.seniority`, `account.employees`, `opportunity.stage`.
    pub traits: BTreeMap<String, TraitType>,
    /// Names of touches.
    pub touches: Vec<String>,
    /// Names of activities.
    pub activities: Vec<String>,
}

const NUMBERS: &[&str] =
    &["account.employees", "account.revenue", "opportunity.amount", "opportunity.probability"];
const TEXTS: &[&str] = &[
    "lead.seniority",
    "lead.function",
    "lead.title",
    "lead.country",
    "lead.region",
    "lead.language",
    "lead.source",
    "lead.campaign",
    "lead.email_class",
    "lead.product_interest",
    "lead.crm_status",
    "lead.crm_stage",
    "account.industry",
    "account.country",
    "account.region",
    "account.territory",
    "account.segment",
    "opportunity.stage",
    "opportunity.need",
    "opportunity.timeline",
    "opportunity.budget",
    "opportunity.product",
];
const FLAGS: &[&str] = &["lead.opted_out", "account.is_customer", "account.is_target"];
const TOUCHES: &[&str] = &[
    "ad.clicked",
    "chat.started",
    "content.downloaded",
    "email.clicked",
    "email.opened",
    "email.replied",
    "event.attended",
    "event.registered",
    "form.contact",
    "form.demo_request",
    "form.trial_signup",
    "page.blog",
    "page.pricing",
    "page.product",
    "webinar.attended",
    "webinar.registered",
];
const ACTIVITIES: &[&str] = &[
    "call.attempt",
    "call.connected",
    "email.sent",
    "meeting.booked",
    "meeting.held",
    "meeting.no_show",
    "meeting.rescheduled",
    "message.sent",
];

impl Default for Schema {
    fn default() -> Self {
        let typed = |names: &[&str], kind| {
            names.iter().map(move |name| ((*name).to_owned(), kind)).collect::<Vec<_>>()
        };
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            traits: typed(NUMBERS, TraitType::Number)
                .into_iter()
                .chain(typed(TEXTS, TraitType::Text))
                .chain(typed(FLAGS, TraitType::Flag))
                .collect(),
            touches: owned(TOUCHES),
            activities: owned(ACTIVITIES),
        }
    }
}
