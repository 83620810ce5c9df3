//! Periods that are sealed, and figures that are reconciled.

use crate::company::{Company, Told, at, id};
use app::{Anchor, AppError, DifferenceCause, FigureTerms, Restated, RestatedMetric};
use facts::{Instant, Kind, SubjectId};
use insight::ReconciledLine;
use std::collections::BTreeSet;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");
const FEBRUARY: (&str, &str) = ("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
const SEALED: &str = "2026-03-02T09:00:00Z";
const LATER: &str = "2026-03-07T09:00:00Z";

fn touch(about: u64, key: u64, when: &str, name: &'static str) -> Told {
    Told::new(about, key, at(when), Kind::Touch, name)
}

/// Leads 1 and 3 asked for a demo in February; 2 looked at prices; 5 looked at prices in the last
/// hour of February and asked for a demo in March.
fn company() -> Company {
    let mut company = Company::new();
    company.adopt(CHARTER, at("2026-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"));
    let told = [
        touch(2, 1, "2026-02-02T10:00:00Z", "page.pricing"),
        touch(1, 1, "2026-02-04T10:00:00Z", "form.demo_request"),
        touch(3, 1, "2026-02-10T10:00:00Z", "form.demo_request"),
        touch(5, 1, "2026-02-28T23:30:00Z", "page.pricing"),
        touch(5, 2, "2026-03-01T10:00:00Z", "form.demo_request"),
    ];
    company.record_and_settle(&told, at("2026-03-01T12:00:00Z"));
    company
}

/// What becomes known in March: that 4 asked for a demo in February, and that 1 is 2.
fn learn(company: &mut Company) {
    let late = touch(4, 1, "2026-02-20T10:00:00Z", "form.demo_request");
    company.record_and_settle(&[late], at("2026-03-05T09:00:00Z"));
    company.engine.merge(id(1), id(2), "kim", at("2026-03-06T09:00:00Z")).unwrap();
}

fn february() -> (Instant, Instant) {
    (at(FEBRUARY.0), at(FEBRUARY.1))
}

fn metric<'r>(restated: &'r Restated, id: &str) -> &'r RestatedMetric {
    restated.metrics.iter().find(|it| it.metric.id == id).unwrap()
}

#[test]
fn a_sealed_period_stays_and_late_facts_and_merges_are_restated_with_their_cause() {
    let mut company = company();
    let seal = company.engine.seal_period(february(), "kim", at(SEALED)).unwrap();
    assert_eq!((seal.id, seal.version.0), (1, 1));
    let fresh = company.engine.restated(1, at(SEALED)).unwrap();
    assert!(fresh.metrics.iter().all(|metric| !metric.is_restated()), "nothing is known since");
    learn(&mut company);
    let restated = company.engine.restated(1, at(LATER)).unwrap();
    assert_eq!(restated.seal, seal, "what was reported stays");
    let now = company.engine.metrics(february(), at(LATER)).unwrap();
    let mut changed = 0;
    for metric in &restated.metrics {
        let id = metric.metric.id;
        assert_eq!(metric.unexplained, 0, "{id}");
        let sum: i64 = metric.restatements.lines.iter().map(ReconciledLine::change).sum();
        let (then, since) = (&metric.restatements.first, &metric.restatements.other);
        assert_eq!(sum, since.len() as i64 - then.len() as i64, "{id}: causes sum");
        let shown = now.values.iter().find(|value| value.metric.id == id).unwrap();
        assert_eq!(metric.now.value, shown.value, "{id}: as metrics say now");
        changed += usize::from(metric.is_restated());
    }
    assert!(changed > 1);
    let new = metric(&restated, "leads_new");
    assert_eq!((new.reported.value, new.now.value), (Some(4.0), Some(4.0)));
    let of = |cause: DifferenceCause| {
        let line = new.restatements.lines.iter().find(|line| line.cause == cause).unwrap();
        let ids = |items: &BTreeSet<app::SealedItem>| -> Vec<SubjectId> {
            items.iter().map(|item| item.subject).collect()
        };
        (ids(&line.added), ids(&line.removed))
    };
    assert_eq!(of(DifferenceCause::Merge), (vec![], vec![id(1)]));
    assert_eq!(of(DifferenceCause::Recorded), (vec![id(4)], vec![]));
    let audit = company.engine.store().view().audit(50).unwrap();
    assert!(audit.iter().any(|entry| entry.what == "period.sealed" && entry.who == "kim"));
}

#[test]
fn a_period_is_sealed_once_and_when_it_is_over() {
    let mut company = company();
    let (from, until) = february();
    let early = company.engine.seal_period((from, until), "kim", Instant(until.0 - 1));
    assert!(matches!(early, Err(AppError::NotOver { .. })));
    company.engine.seal_period((from, until), "kim", at(SEALED)).unwrap();
    let again = company.engine.seal_period((from, until), "robin", at(LATER));
    assert!(matches!(again, Err(AppError::SealedAlready { id: 1, who }) if who == "kim"));
    assert!(matches!(company.engine.restated(2, at(LATER)), Err(AppError::UnknownSeal(2))));
    assert_eq!(company.engine.seals().unwrap().len(), 1);
}

fn terms() -> FigureTerms {
    FigureTerms {
        stage: Some("mql".to_owned()),
        from: Some("2026-02-01".to_owned()),
        until: Some("2026-03-01".to_owned()),
        zone: Some("UTC".to_owned()),
        ..FigureTerms::default()
    }
}

/// Each cause with what it adds and takes away.
type Causes = Vec<(DifferenceCause, Vec<u64>, Vec<u64>)>;

fn causes(
    company: &mut Company,
    first: &FigureTerms,
    other: &FigureTerms,
) -> (usize, usize, Causes) {
    let found = company.engine.reconcile(first, other, at(LATER)).unwrap().leads;
    let number = |leads: &BTreeSet<SubjectId>| -> Vec<u64> {
        (1..9).filter(|number| leads.contains(&id(*number))).collect()
    };
    let lines = found.lines.iter().filter(|line| !line.is_empty());
    let lines = lines.map(|line| (line.cause, number(&line.added), number(&line.removed)));
    (found.first.len(), found.other.len(), lines.collect())
}

#[test]
fn figures_are_reconciled_lead_by_lead_with_one_cause_each() {
    use DifferenceCause::{Anchor as ByDate, Merge, Period, Recorded, Stage};
    let mut company = company();
    learn(&mut company);
    let now = terms();
    let then = FigureTerms { as_known: Some(at(SEALED)), ..terms() };
    let since = vec![(Merge, vec![2], vec![1]), (Recorded, vec![4], vec![])];
    assert_eq!(causes(&mut company, &then, &now), (2, 3, since));
    let began = FigureTerms { anchor: Anchor::Began, ..terms() };
    assert_eq!(causes(&mut company, &now, &began), (3, 4, vec![(ByDate, vec![5], vec![])]));
    let elsewhere = FigureTerms { zone: Some("Europe/Berlin".to_owned()), ..began.clone() };
    assert_eq!(causes(&mut company, &now, &elsewhere), (3, 3, vec![]), "5 came and went");
    let longer = FigureTerms { until: Some("2026-03-08".to_owned()), ..terms() };
    assert_eq!(causes(&mut company, &now, &longer), (3, 4, vec![(Period, vec![5], vec![])]));
    let inquiries = FigureTerms { stage: Some("inquiry".to_owned()), ..terms() };
    assert_eq!(causes(&mut company, &now, &inquiries), (3, 4, vec![(Stage, vec![5], vec![])]));
    let nobody = FigureTerms { only: Some(("assignee".to_owned(), "kim".to_owned())), ..terms() };
    let filtered = vec![(DifferenceCause::Filter, vec![], vec![2, 3, 4])];
    assert_eq!(causes(&mut company, &now, &nobody), (3, 0, filtered));
}

#[test]
fn another_version_of_the_charter_is_a_cause_of_its_own() {
    let mut company = company();
    let strict = CHARTER.replace("happened('form.demo_request')", "happened('form.contact')");
    company.adopt(&strict, at(LATER), at(LATER));
    let under = |version| FigureTerms { version, ..terms() };
    let (first, other, lines) = causes(&mut company, &under(Some(1)), &under(Some(2)));
    assert_eq!((first, other), (2, 0), "no demo qualifies under the second");
    assert_eq!(lines, [(DifferenceCause::Charter, vec![], vec![1, 3])]);
    assert_eq!(causes(&mut company, &under(Some(1)), &under(None)), (2, 2, vec![]));
    let unknown = company.engine.reconcile(&under(Some(9)), &terms(), at(LATER));
    assert!(matches!(unknown, Err(AppError::UnknownName { what: "version", .. })));
}
