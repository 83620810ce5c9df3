//! Figures of an audit over a few made-up cases.

use super::*;
use crate::journey::Moment;
use crate::leads::Certainty;
use facts::{Precision, SubjectId, Symbol};
use worktime::WeeklyHours;

fn calendar() -> Calendar {
    let hours = WeeklyHours::parse_day_range("mon-sun", "00:00-24:00").unwrap();
    Calendar::new("UTC", &hours, &[]).unwrap()
}

fn at(day: i64) -> Option<Moment> {
    let start = Instant::parse("2026-01-01T00:00:00Z").unwrap();
    let at = Instant(start.0 + day * Instant::PER_DAY);
    Some(Moment { at, precision: Precision::Day })
}

fn undated() -> Moment {
    Moment { at: Instant::EARLIEST, precision: Precision::Unknown }
}

fn lead(id: u64) -> Case {
    Case { lead: Some(SubjectId(id)), came: at(0), ..Case::default() }
}

fn refused(moment: Moment, reason: u32) -> Refused {
    Refused { moment, reason: Symbol(reason) }
}

fn look(cases: &[Case], dimensions: &[Dimension]) -> AuditFindings {
    audit(&AuditInput {
        audited: Audited::Leads,
        cases,
        dimensions,
        calendar: &calendar(),
        until: at(100).unwrap().at,
        promises: None,
    })
}

fn find<T>(found: &AuditFindings, pick: impl Fn(&Finding) -> Option<T>) -> T {
    found.findings.iter().find_map(pick).expect("it is found")
}

fn dimension(values: &[u32], labels: &[&str]) -> Dimension {
    Dimension {
        name: "lead.source".to_owned(),
        values: values.iter().map(|value| Symbol(*value)).collect(),
        labels: std::iter::once("").chain(labels.iter().copied()).map(ToOwned::to_owned).collect(),
        comes_later: false,
        is_snapshot: false,
    }
}

#[test]
fn a_wait_is_counted_from_the_assignment_where_any_lead_has_one() {
    let worked = |id: u64, given: i64, worked: i64| Case {
        given: at(given),
        worked: at(worked),
        works: 1,
        ..lead(id)
    };
    let cases = [worked(1, 2, 2), worked(2, 2, 12), worked(3, 5, 4), lead(4)];
    let waits = find(&look(&cases, &[]), |it| match it {
        Finding::Waits(waits) => Some(waits.clone()),
        _ => None,
    });
    assert_eq!(waits.from, WaitFrom::Given);
    assert_eq!(waits.waits.iter().map(|wait| wait.days).collect::<Vec<_>>(), [0, 10, 0]);
    assert_eq!(waits.over_week.ids(), [SubjectId(2)]);
    assert_eq!(waits.before.ids(), [SubjectId(3)], "worked before it was given: no wait");
    assert_eq!(waits.hours, None, "days tell no hours");
    let counted: usize = waits.bands.iter().map(|band| band.leads.count()).sum();
    assert_eq!(counted, waits.waits.len(), "every wait is in one band");
}

#[test]
fn a_lead_with_any_answer_or_end_was_touched() {
    let cases = [
        lead(1),
        Case { works: 1, ..lead(2) },
        Case { won: at(3), ..lead(3) },
        Case { refused: vec![refused(undated(), 0)], ..lead(4) },
        Case { accepted: at(1), ..lead(5) },
    ];
    let untouched = find(&look(&cases, &[]), |it| match it {
        Finding::Untouched(untouched) => Some(untouched.clone()),
        _ => None,
    });
    assert_eq!(untouched.leads.ids(), [SubjectId(1)]);
    assert!(untouched.has_work);
}

#[test]
fn silence_is_no_finding_where_nothing_but_the_end_is_known() {
    let cases =
        [Case { came: None, won: Some(undated()), ..lead(1) }, Case { came: None, ..lead(2) }];
    let found = look(&cases, &[]);
    assert!(found.findings.iter().all(|it| !matches!(it, Finding::Untouched(_))));
    assert!(found.limits.contains(&Limit::NoBeginnings));
    assert!(found.limits.contains(&Limit::NoWork));
    assert!(found.limits.contains(&Limit::OutcomeUndated));
}

#[test]
fn who_is_refused_is_counted_by_source_and_reason() {
    let no = |id: u64, reason: u32| Case { refused: vec![refused(undated(), reason)], ..lead(id) };
    let cases = [no(1, 7), no(2, 7), no(3, 8), lead(4), no(5, 0)];
    let source = dimension(&[1, 1, 2, 2, 2], &["web", "fair"]);
    let refusals = find(&look(&cases, &[source]), |it| match it {
        Finding::Refusals(refusals) => Some(refusals.clone()),
        _ => None,
    });
    assert_eq!((refusals.leads.count(), refusals.of, refusals.without_reason), (4, 5, 1));
    let (reason, leads) = &refusals.reasons[0];
    assert_eq!((*reason, leads.count()), (Symbol(7), 2));
    let by: Vec<_> =
        refusals.by.iter().map(|row| (row.value.0, row.share.part, row.share.whole)).collect();
    assert_eq!(by, [(1, 2, 2), (2, 2, 3)], "the most refused first");
    assert_eq!(refusals.certainty, Certainty::Assumed, "no refusal is dated");
}

#[test]
fn who_bought_after_a_refusal_is_told_from_whose_order_is_unknown_and_who_bought_before() {
    let case = |id: u64, refusal: Moment| Case {
        refused: vec![refused(refusal, 7)],
        won: at(10),
        ..lead(id)
    };
    let day = |day: i64| at(day).unwrap();
    let cases = [
        case(1, day(5)),
        case(2, undated()),
        case(3, day(20)),
        Case { won: None, ..case(4, day(5)) },
    ];
    let later = find(&look(&cases, &[]), |it| match it {
        Finding::BoughtLater(later) => Some(later.clone()),
        _ => None,
    });
    assert_eq!(later.of, 4);
    assert_eq!(later.leads.ids(), [SubjectId(1), SubjectId(2)]);
    assert_eq!(later.dated.ids(), [SubjectId(1)]);
}

#[test]
fn open_leads_are_told_when_older_than_nine_in_ten_of_those_won_took() {
    let won = (1..=40).map(|id| Case { won: at(id as i64 % 10), ..lead(id) });
    let open = (41..=50).map(|id| Case { came: at(id as i64 * 2), ..lead(id) });
    let only_won: Vec<_> = won.chain(open).collect();
    let is_told = |found: &AuditFindings| {
        found.findings.iter().any(|it| matches!(it, Finding::Overstayed(_)))
    };
    assert!(!is_told(&look(&only_won, &[])), "whoever was not won may have been lost long ago");
    let lost = Case { lost: at(4), ..lead(51) };
    let cases: Vec<_> = only_won.into_iter().chain([lost]).collect();
    let overstayed = find(&look(&cases, &[]), |it| match it {
        Finding::Overstayed(overstayed) => Some(overstayed.clone()),
        _ => None,
    });
    assert_eq!((overstayed.of, overstayed.won), (10, 40));
    assert!((overstayed.days - 8.1).abs() < 1e-9, "{}", overstayed.days);
    // Those that came on day 82 to 90 are 10 days old or older on day 100, the others younger.
    assert_eq!(overstayed.leads.count(), 5);
}

#[test]
fn a_property_that_is_known_of_those_who_bought_only_is_no_mirror() {
    let cases: Vec<_> =
        (0..200).map(|id| Case { won: (id < 50).then(|| at(3)).flatten(), ..lead(id) }).collect();
    let told: Vec<u32> = (0..200).map(|id| if id < 50 { 1 + id % 2 } else { 0 }).collect();
    let honest: Vec<u32> =
        (0..200).map(|id| if (40..=190).contains(&id) { 2 } else { 1 }).collect();
    let dimensions = [
        Dimension { name: "lead.size".to_owned(), ..dimension(&told, &["large", "small"]) },
        Dimension { name: "lead.origin".to_owned(), ..dimension(&honest, &["fair", "web"]) },
        Dimension {
            name: "lead.tag".to_owned(),
            comes_later: true,
            ..dimension(&honest, &["fair", "web"])
        },
    ];
    let found = look(&cases, &dimensions);
    let mirrored = find(&found, |it| match it {
        Finding::Mirror(all) => Some(all.iter().map(|it| it.dimension).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(mirrored, [1]);
    let filled_in = find(&found, |it| match it {
        Finding::FilledIn(all) => Some(all.clone()),
        _ => None,
    });
    let why: Vec<_> = filled_in.iter().map(|it| (it.dimension, it.why)).collect();
    assert!(why.contains(&(0, FilledInWhy::KnownUnevenly)), "{why:?}");
    assert!(why.contains(&(2, FilledInWhy::Header)), "{why:?}");
}

#[test]
fn what_is_filled_in_at_every_end_does_not_tell_the_end() {
    let case = |id: u64| Case {
        won: (id < 50).then(|| at(3)).flatten(),
        lost: (50..100).contains(&id).then(|| at(3)).flatten(),
        ..lead(id)
    };
    let cases: Vec<_> = (0..200).map(case).collect();
    // Known of everybody who ended, and of nobody who did not; equally often for both ends.
    let told: Vec<u32> = (0..200).map(|id| if id < 100 { 1 + id % 2 } else { 0 }).collect();
    let found = look(&cases, &[dimension(&told, &["large", "small"])]);
    assert!(!found.findings.iter().any(|it| matches!(it, Finding::FilledIn(_))), "{found:#?}");
    assert!(!found.findings.iter().any(|it| matches!(it, Finding::Mirror(_))), "nor a mirror");
}

#[test]
fn a_small_difference_is_told_after_how_it_ended() {
    let place = |share_of_won: u64| {
        let case = |id: u64| Case { won: (id < 2_000).then(|| at(3)).flatten(), ..lead(id) };
        let cases: Vec<_> = (0..4_000).map(case).collect();
        let value = |id: u64| match id {
            0..2_000 => 1 + u32::from(id >= share_of_won),
            _ => 1 + u32::from(id >= 3_000),
        };
        let values: Vec<u32> = (0..4_000).map(value).collect();
        let found = look(&cases, &[dimension(&values, &["fair", "web"])]).findings;
        let place = |id: &str| found.iter().position(|it| it.id() == id).expect("it is found");
        (place("sent_against_won"), place("outcome"))
    };
    let (mirror, outcome) = place(1_100);
    assert!(outcome < mirror, "two and a half points");
    let (mirror, outcome) = place(1_400);
    assert!(mirror < outcome, "ten points");
}

#[test]
fn each_finding_lists_as_many_leads_as_it_counts() {
    let cases: Vec<_> = (0..60)
        .map(|id| Case {
            works: usize::from(id % 3 > 0),
            worked: (id % 3 > 0).then(|| at(id as i64 % 12)).flatten(),
            refused: (id % 5 == 0).then(|| refused(undated(), 7)).into_iter().collect(),
            won: (id % 7 == 0).then(|| at(9)).flatten(),
            ..lead(id)
        })
        .collect();
    for finding in look(&cases, &[]).findings {
        let counted = match &finding {
            Finding::Untouched(it) => it.leads.count(),
            Finding::Waits(it) => it.waits.iter().filter(|wait| wait.days > 7).count(),
            Finding::Refusals(it) => it.leads.count(),
            Finding::BoughtLater(it) => it.leads.count(),
            Finding::Outcome { outcome, .. } => outcome.won.count(),
            Finding::Overstayed(it) => it.leads.count(),
            _ => continue,
        };
        assert_eq!(finding.leads().count(), counted, "{}", finding.id());
    }
}
