//! Random things that happen to a small company, in random order.

use crate::company::{Says, Told, at, id};
use facts::{Instant, Kind, Origin, Precision, Seconds};
use proptest::prelude::*;

/// One thing that happens; time passes before it.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Facts are recorded and wait.
    Record(Vec<Told>),
    /// A person records and sees what follows.
    RecordAndSettle(Vec<Told>),
    /// The reconciler runs.
    Wake,
    /// Both heads sign the next version, in force after so many hours.
    Adopt(i64),
    /// Operations say that a day, counted from the first, is a holiday, or is not.
    Holiday(i8, bool),
}

/// Steps, each with the minutes that pass before it.
pub(crate) type Script = Vec<(i64, Step)>;

pub(crate) fn first_day() -> Instant {
    at("2026-03-02T08:00:00Z")
}

pub(crate) fn scripts() -> impl Strategy<Value = Script> {
    let minutes = prop_oneof![3 => 1..300_i64, 1 => 300..5_000_i64];
    proptest::collection::vec((minutes, steps()), 1..25)
}

fn steps() -> impl Strategy<Value = Step> {
    let told = || proptest::collection::vec(anything(), 1..8);
    prop_oneof![
        6 => told().prop_map(Step::Record),
        4 => told().prop_map(Step::RecordAndSettle),
        4 => Just(Step::Wake),
        1 => (0..200_i64).prop_map(Step::Adopt),
        1 => (0..20_i8, any::<bool>()).prop_map(|(day, closed)| Step::Holiday(day, closed)),
    ]
}

/// Facts whose story does not depend on which of them is recorded first.
pub(crate) fn in_any_order() -> impl Strategy<Value = Vec<Told>> {
    proptest::collection::vec(prop_oneof![12 => happening(), 2 => account_link()], 1..40).prop_map(
        |mut told| {
            for (index, told) in told.iter_mut().enumerate() {
                told.key = 1_000 + index as u64;
            }
            told
        },
    )
}

fn anything() -> impl Strategy<Value = Told> {
    prop_oneof![
        14 => happening(),
        3 => account_link(),
        1 => opportunity_link(),
        1 => merge(),
        1 => retraction(),
        1 => happening().prop_map(|told| told.told_by(Origin::HandLogged)),
    ]
}

/// When: often at the same hours, so that many facts tie; some before, some ahead.
fn times() -> impl Strategy<Value = (Instant, Precision)> {
    let hour = |hours: i64| first_day().plus(Seconds::hours(hours));
    prop_oneof![
        4 => (-48..600_i64).prop_map(move |hours| (hour(hours), Precision::Instant)),
        2 => (-48..48_i64).prop_map(move |hours| (hour(hours), Precision::Instant)),
        1 => (-48..600_i64).prop_map(move |hours| (hour(hours), Precision::Minute)),
        1 => (-3..20_i64).prop_map(|days| {
            (at("2026-03-01T23:00:00Z").plus(Seconds::days(days)), Precision::Day)
        }),
        1 => (-48..600_i64).prop_map(move |hours| (hour(hours), Precision::Unknown)),
    ]
}

/// Facts of few leads, with few keys, so that the same one comes again.
fn told(
    about: impl Strategy<Value = u64>,
    what: impl Strategy<Value = (Kind, &'static str, Says)>,
) -> impl Strategy<Value = Told> {
    (about, 0..200_u64, times(), what, any::<bool>()).prop_map(
        |(about, key, (when, precision), (kind, name, says), human)| Told {
            about: id(about),
            key,
            at: when,
            precision,
            kind,
            name,
            says,
            origin: if human { Origin::Human } else { Origin::System },
        },
    )
}

fn happening() -> impl Strategy<Value = Told> {
    let of_person = prop::sample::select(vec![
        (Kind::Touch, "form.demo_request", Says::Nothing),
        (Kind::Touch, "webinar.attended", Says::Nothing),
        (Kind::Touch, "email.clicked", Says::Nothing),
        (Kind::Touch, "page.pricing", Says::Nothing),
        (Kind::Activity, "call.attempt", Says::Nothing),
        (Kind::Activity, "meeting.held", Says::Nothing),
        (Kind::Verdict, "accepted", Says::Nothing),
        (Kind::Verdict, "rejected", Says::Word("not_icp")),
        (Kind::Verdict, "recycled", Says::Word("no_timeline")),
        (Kind::Verdict, "recycled", Says::Word("no_budget")),
        (Kind::Verdict, "disqualified", Says::Word("student")),
        (Kind::Assignment, "assigned", Says::Word("ann")),
        (Kind::Reopening, "reopened", Says::Nothing),
        (Kind::Trait, "lead.seniority", Says::Word("vp")),
        (Kind::Trait, "lead.seniority", Says::Word("intern")),
    ]);
    let of_account = prop::sample::select(vec![
        (Kind::Trait, "account.employees", Says::Number(200.0)),
        (Kind::Trait, "account.employees", Says::Number(5.0)),
    ]);
    let of_opportunity = prop::sample::select(vec![
        (Kind::Opportunity, "opportunity.stage", Says::Word("won")),
        (Kind::Opportunity, "opportunity.stage", Says::Word("open")),
    ]);
    prop_oneof![
        12 => told(0..4_u64, of_person),
        2 => told(10..12_u64, of_account),
        1 => told(20..22_u64, of_opportunity),
    ]
}

fn account_link() -> impl Strategy<Value = Told> {
    let link = (10..12_u64, any::<bool>()).prop_map(|(account, ends)| {
        let name = if ends { "account.end" } else { "account" };
        (Kind::Link, name, Says::Subject(id(account)))
    });
    told(0..4_u64, link)
}

fn opportunity_link() -> impl Strategy<Value = Told> {
    let link = (0..4_u64, any::<bool>()).prop_map(|(lead, ends)| {
        let name = if ends { "lead.end" } else { "lead" };
        (Kind::Link, name, Says::Subject(id(lead)))
    });
    told(20..22_u64, link)
}

fn merge() -> impl Strategy<Value = Told> {
    let link = (0..4_u64, any::<bool>()).prop_map(|(lead, ends)| {
        let name = if ends { "merge.end" } else { "merge" };
        (Kind::Link, name, Says::Subject(id(lead)))
    });
    told(0..4_u64, link)
}

fn retraction() -> impl Strategy<Value = Told> {
    let wrong = (0..200_u64).prop_map(|key| (Kind::Retraction, "wrong", Says::Key(key)));
    told(prop::sample::select(vec![0, 1, 2, 3, 10, 11, 20, 21]), wrong)
}
