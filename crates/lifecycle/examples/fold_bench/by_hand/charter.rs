//! `charters/b2b-saas.toml` as constants, and what its facts mean as tables.

use facts::{Instant, Kind, Vocabulary};

pub(super) const INQUIRY: u8 = 0;
pub(super) const ENGAGED: u8 = 1;
pub(super) const MQL: u8 = 2;
pub(super) const SAL: u8 = 3;
pub(super) const SQL: u8 = 4;
pub(super) const OPPORTUNITY: u8 = 5;
pub(super) const CUSTOMER: u8 = 6;
pub(super) const NURTURE: u8 = 7;
pub(super) const DISQUALIFIED: u8 = 8;

pub(super) const FIRST_TOUCH_HOT: u8 = 0;
pub(super) const FIRST_TOUCH: u8 = 1;
/// The days of each promise that is not in business hours.
pub(super) const DAYS: [u16; 12] = [0, 0, 7, 14, 10, 30, 45, 120, 90, 90, 14, 180];
pub(super) const HOURS_HOT: i64 = 4;
pub(super) const HOURS: i64 = 16;
/// The promises that leaving the stage keeps, one bit each.
pub(super) const BY_LEAVING: u16 = 0b1011_1110_1000;
const OUTREACH: u16 = 0b11;
const VERDICT: u16 = 1 << 2;
const MEETING: u16 = 1 << 4;
const FOLLOW_UP: u16 = 1 << 10;

/// The promises that start in a stage without a condition.
pub(super) const fn promises(stage: u8) -> &'static [u8] {
    match stage {
        INQUIRY => &[8],
        ENGAGED => &[9],
        MQL => &[1, 2, 3],
        SAL => &[4, 5],
        SQL => &[6],
        OPPORTUNITY => &[7],
        NURTURE => &[10, 11],
        _ => &[],
    }
}

pub(super) const STAGE_CLAUSES: [u16; 9] = [0, 1, 3, 4, 5, 6, 7, 8, 9];
pub(super) const HANDOFF_CLAUSE: u16 = 2;
pub(super) const PROMISE_CLAUSES: u16 = 10;
pub(super) const PASS_CLAUSE: u16 = 36;
/// Of the verdicts rejected, recycled, disqualified.
pub(super) const VERDICT_CLAUSES: [u16; 3] = [26, 30, 35];

/// Points, after how many times within how many days they no longer count, and which ring counts.
type Points = (f64, Option<usize>);
/// How often points count within how long, by ring.
pub(super) const CAPS: [(usize, i64); 4] = [
    (3, 30 * Instant::PER_DAY),
    (2, 7 * Instant::PER_DAY),
    (5, 7 * Instant::PER_DAY),
    (4, 7 * Instant::PER_DAY),
];

const fn points(name: &str) -> Points {
    match name.as_bytes() {
        b"form.demo_request" => (60.0, None),
        b"form.trial_signup" => (45.0, None),
        b"form.contact" => (30.0, None),
        b"webinar.attended" => (15.0, None),
        b"webinar.registered" => (5.0, None),
        b"event.attended" | b"email.replied" => (20.0, None),
        b"content.downloaded" => (8.0, Some(0)),
        b"page.pricing" => (8.0, Some(1)),
        [b'p', b'a', b'g', b'e', b'.', ..] => (1.0, Some(2)),
        b"email.clicked" => (3.0, Some(3)),
        _ => (0.0, None),
    }
}

/// What a fact of one code is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Nothing,
    Touch,
    Account,
    Employees,
    Industry,
    Country,
    Seniority,
    Function,
    EmailClass,
    Demo,
    MeetingHeld,
    Need,
    Timeline,
    Amount,
    DealStage,
    Accepted,
    Refused(u8),
}

/// What a fact of one code does.
#[derive(Clone, Copy)]
pub(super) struct Meaning {
    pub(super) about: About,
    pub(super) opens: bool,
    pub(super) points: f64,
    pub(super) cap: Option<usize>,
    pub(super) keeps: u16,
    pub(super) keeps_if_human: u16,
}

impl Meaning {
    fn of(kind: Kind, name: &str) -> Self {
        let event = matches!(kind, Kind::Touch | Kind::Activity);
        let asks = ["form.", "webinar.", "event.", "content.", "chat."];
        let opens = asks.iter().any(|family| name.starts_with(family))
            || matches!(name, "page.pricing" | "email.replied");
        let (points, cap) = if event { points(name) } else { (0.0, None) };
        Self {
            about: about(kind, name),
            opens: event && opens || kind == Kind::Opportunity,
            points,
            cap,
            keeps: match name {
                _ if kind == Kind::Verdict => VERDICT,
                "meeting.booked" | "meeting.held" => MEETING,
                "email.sent" | "message.sent" | "email.clicked" | "content.downloaded" => FOLLOW_UP,
                _ => 0,
            },
            keeps_if_human: match kind {
                Kind::Activity if !name.ends_with(".no_show") => OUTREACH,
                _ => 0,
            },
        }
    }

    pub(super) fn table(vocabulary: &Vocabulary) -> Vec<Self> {
        vocabulary.names().map(|(_, kind, name)| Self::of(kind, name)).collect()
    }
}

fn about(kind: Kind, name: &str) -> About {
    match (kind, name) {
        (Kind::Link, _) => About::Account,
        (Kind::Trait, "account.employees") => About::Employees,
        (Kind::Trait, "account.industry") => About::Industry,
        (Kind::Trait, "account.country") => About::Country,
        (Kind::Trait, "lead.seniority") => About::Seniority,
        (Kind::Trait, "lead.function") => About::Function,
        (Kind::Trait, "lead.email_class") => About::EmailClass,
        (Kind::Touch, "form.demo_request") => About::Demo,
        (Kind::Activity, "meeting.held") => About::MeetingHeld,
        (Kind::Opportunity, "opportunity.need") => About::Need,
        (Kind::Opportunity, "opportunity.timeline") => About::Timeline,
        (Kind::Opportunity, "opportunity.amount") => About::Amount,
        (Kind::Opportunity, "opportunity.stage") => About::DealStage,
        (Kind::Verdict, "accepted") => About::Accepted,
        (Kind::Verdict, "rejected") => About::Refused(0),
        (Kind::Verdict, "recycled") => About::Refused(1),
        (Kind::Verdict, "disqualified") => About::Refused(2),
        (Kind::Touch | Kind::Activity, name) if points(name).0 > 0.0 => About::Touch,
        _ => About::Nothing,
    }
}
