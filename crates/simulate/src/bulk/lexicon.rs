//! The codes and words of bulk stories, by number.

use facts::{Code, Kind, Symbol, Vocabulary, VocabularyFull};

/// Everything that bulk stories say.
pub(super) struct Lexicon {
    pub(super) account: Code,
    pub(super) assignment: Code,
    /// Touches by weight: the sum of the weights is the length.
    pub(super) touches: Vec<Code>,
    /// Numbers: a code with the median.
    pub(super) employees: Code,
    /// Texts learned about leads and their accounts, with the words that they may be.
    pub(super) texts: Vec<(Code, Vec<Symbol>)>,
    pub(super) campaigns: Vec<Symbol>,
    pub(super) reps: Vec<Symbol>,
    pub(super) call_attempt: Code,
    pub(super) call_connected: Code,
    pub(super) email_sent: Code,
    pub(super) meeting_booked: Code,
    pub(super) meeting_held: Code,
    pub(super) meeting_no_show: Code,
    pub(super) accepted: Code,
    /// Verdicts that end a pass, each with its reasons, by weight.
    pub(super) refusals: Vec<(Code, Vec<Symbol>)>,
    pub(super) need: (Code, Symbol),
    pub(super) timeline: (Code, Symbol),
    pub(super) amount: Code,
    pub(super) opportunity_stage: Code,
    pub(super) won: Symbol,
    pub(super) lost: Symbol,
}

/// Touches with their weight of 100.
const TOUCHES: &[(&str, usize)] = &[
    ("email.opened", 26),
    ("page.blog", 16),
    ("page.product", 13),
    ("email.clicked", 13),
    ("page.pricing", 7),
    ("content.downloaded", 6),
    ("webinar.registered", 5),
    ("webinar.attended", 4),
    ("ad.clicked", 4),
    ("event.attended", 1),
    ("event.registered", 1),
    ("chat.started", 1),
    ("form.contact", 1),
    ("form.demo_request", 1),
    ("email.replied", 1),
];

/// Texts with their words; a word that is said twice is twice as frequent.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "lead.seniority",
        &["manager", "manager", "specialist", "specialist", "director", "vp", "c_level", "intern"],
    ),
    ("lead.function", &["marketing", "sales", "revenue_operations", "it", "finance", "operations"]),
    ("lead.email_class", &["business", "business", "business", "free"]),
    ("lead.country", &["DE", "DE", "AT", "CH", "NL", "BE", "GB", "FR", "US"]),
    ("lead.source", &["webinar", "website", "content", "paid_search", "event", "partner"]),
    ("account.industry", &["software", "finance", "insurance", "manufacturing", "retail"]),
    ("account.country", &["DE", "DE", "AT", "CH", "NL", "BE", "GB", "FR", "US"]),
];

const REFUSALS: &[(&str, &[&str])] = &[
    ("rejected", &["not_icp", "no_authority", "no_authority", "bad_data", "duplicate"]),
    ("rejected", &["not_icp"]),
    ("recycled", &["no_timeline", "no_budget", "no_answer"]),
    ("recycled", &["no_answer"]),
    ("disqualified", &["competitor", "student", "out_of_business", "do_not_contact"]),
];

const CAMPAIGNS: usize = 40;
const REPS: usize = 25;

impl Lexicon {
    /// Gives every word and code its number.
    pub(super) fn new(vocabulary: &mut Vocabulary) -> Result<Self, VocabularyFull> {
        let v = vocabulary;
        let mut touches = Vec::new();
        for (name, weight) in TOUCHES {
            let code = v.code(Kind::Touch, name)?;
            touches.extend((0..*weight).map(|_| code));
        }
        Ok(Self {
            account: v.code(Kind::Link, timeline::link::ACCOUNT)?,
            assignment: v.code(Kind::Assignment, "assignee")?,
            touches,
            employees: v.code(Kind::Trait, "account.employees")?,
            texts: phrases(v, Kind::Trait, TEXTS)?,
            campaigns: numbered(v, "campaign", CAMPAIGNS)?,
            reps: numbered(v, "rep", REPS)?,
            call_attempt: v.code(Kind::Activity, "call.attempt")?,
            call_connected: v.code(Kind::Activity, "call.connected")?,
            email_sent: v.code(Kind::Activity, "email.sent")?,
            meeting_booked: v.code(Kind::Activity, "meeting.booked")?,
            meeting_held: v.code(Kind::Activity, "meeting.held")?,
            meeting_no_show: v.code(Kind::Activity, "meeting.no_show")?,
            accepted: v.code(Kind::Verdict, "accepted")?,
            refusals: phrases(v, Kind::Verdict, REFUSALS)?,
            need: (v.code(Kind::Opportunity, "opportunity.need")?, v.intern("reporting")?),
            timeline: (v.code(Kind::Opportunity, "opportunity.timeline")?, v.intern("quarter")?),
            amount: v.code(Kind::Opportunity, "opportunity.amount")?,
            opportunity_stage: v.code(Kind::Opportunity, "opportunity.stage")?,
            won: v.intern("won")?,
            lost: v.intern("lost")?,
        })
    }
}

type Phrases = Vec<(Code, Vec<Symbol>)>;

fn phrases(
    vocabulary: &mut Vocabulary,
    kind: Kind,
    list: &[(&str, &[&str])],
) -> Result<Phrases, VocabularyFull> {
    let phrase = |(name, words): &(&str, &[&str])| {
        let words = words.iter().map(|word| vocabulary.intern(word)).collect::<Result<_, _>>()?;
        Ok((vocabulary.code(kind, name)?, words))
    };
    list.iter().map(phrase).collect()
}

fn numbered(
    vocabulary: &mut Vocabulary,
    stem: &str,
    count: usize,
) -> Result<Vec<Symbol>, VocabularyFull> {
    (1..=count).map(|number| vocabulary.intern(&format!("{stem}-{number}"))).collect()
}
