//! Versions that are not in force yet, and those that cannot follow.

use crate::charters::{FIRST, second};
use crate::company::{Company, Told, at, id};
use app::{Adoption, AppError};
use facts::Kind;

const MONDAY: &str = "2026-03-02T09:00:00Z";
const FAR: &str = "2036-03-02T09:00:00Z";

/// A charter like the first, in which `mql` is called `ready`.
fn renamed(moves_to: &str) -> String {
    FIRST.replace("\"mql\"", "\"ready\"").replace("stage:mql", "stage:ready") + moves_to
}

/// The first charter in force, a version of 2036 adopted, and a lead in `mql`.
fn waiting_for_2036() -> Company {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    company.adopt(&renamed("[moves_to]\nmql = \"stage:nurture\"\n"), at(FAR), at(MONDAY));
    company.engine.settle(at(MONDAY)).unwrap();
    let form = Told::new(1, 1, at("2026-03-02T10:00:00Z"), Kind::Touch, "form.demo_request");
    company.record_and_settle(&[form], at("2026-03-02T10:05:00Z"));
    company
}

fn adoption<'a>(text: &'a str, from: &str) -> Adoption<'a> {
    Adoption { text, from: at(from), who: "both heads", trial: false }
}

#[test]
fn a_version_before_one_that_is_not_in_force_yet_is_refused_with_a_way_out() {
    let mut company = waiting_for_2036();
    let second = second();
    let adoption = Adoption { from: at("2026-03-03T09:00:00Z"), ..adoption(&second, MONDAY) };
    let refused = company.engine.adopt_charter(&adoption, at("2026-03-02T12:00:00Z")).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "version 2 was adopted already and takes force at 2036-03-02T09:00:00Z, which is after \
         2026-03-03T09:00:00Z: choose a time after that, or adopt this one in its place, which \
         withdraws it"
    );
    assert_eq!(company.engine.versions().len(), 2);
}

#[test]
fn a_pending_version_that_is_withdrawn_stays_on_record_and_never_decides() {
    let mut company = waiting_for_2036();
    let before = company.stages(1);
    let position = company.engine.store().view().tail().unwrap();
    let force = at("2026-03-03T09:00:00Z");
    let text = second();
    let adoption = Adoption { from: force, ..adoption(&text, MONDAY) };
    let signed = at("2026-03-02T12:00:00Z");
    let number = company.engine.adopt_charter_for_pending(&adoption, signed).unwrap();
    assert_eq!(number.0, 3);
    let mut company = company.reopen();
    company.engine.settle(signed).unwrap();
    company.engine.wake(force).unwrap();
    let page = company.engine.lead(&id(1).to_string(), force).unwrap();
    assert_eq!(company.stages(1), before, "it went through no stage of the one withdrawn");
    assert!(page.decisions.iter().all(|line| line.version.0 != 2));
    let (by, program) = company.engine.reign().unwrap().at(at(FAR));
    assert_eq!((by.0, program.charter.stages[1].id.as_str()), (3, "mql"));
    company.check_is_clean(force);

    let kept: Vec<_> = company.engine.versions().map(|version| version.in_force_from).collect();
    assert_eq!(kept, [at(MONDAY), at(FAR), force], "nothing is deleted");
    let audit = company.engine.store().view().audit(10).unwrap();
    assert!(audit.iter().any(|entry| {
        entry.what == "charter.withdrawn" && entry.before.starts_with("version 2 ")
    }));

    // Before it was withdrawn it was known to come.
    let stage = |company: &mut Company, then, at_2036| {
        let known = company.engine.lead_as_known(id(1), then, at_2036).unwrap();
        known.projection.unwrap().version.0
    };
    let known = company.engine.as_known(position, at("2026-03-02T11:00:00Z")).unwrap();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].projection.unwrap().version.0, 1);
    assert_eq!(stage(&mut company, position, at(FAR)), 3);
}

#[test]
fn what_was_pending_is_called_off_by_adopting_what_is_in_force() {
    let mut company = waiting_for_2036();
    let now = at("2026-03-02T12:00:00Z");
    let same = Adoption { from: now, ..adoption(FIRST, MONDAY) };
    assert!(matches!(
        company.engine.adopt_charter(&same, now),
        Err(AppError::BeforePending { number: 2, .. })
    ));
    company.engine.adopt_charter_for_pending(&same, now).unwrap();
    company.engine.settle(now).unwrap();
    company.check_is_clean(now);
    // With nothing pending any more, it is an adoption like any other.
    let later = at("2026-03-02T13:00:00Z");
    let text = second();
    let next = Adoption { from: later, ..adoption(&text, MONDAY) };
    assert_eq!(company.engine.adopt_charter(&next, later).unwrap().0, 4);
}

#[test]
fn what_is_in_force_to_the_letter_is_not_adopted_again() {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let now = at("2026-03-02T12:00:00Z");
    let same = Adoption { from: now, ..adoption(FIRST, MONDAY) };
    for for_pending in [false, true] {
        let refused = match for_pending {
            true => company.engine.adopt_charter_for_pending(&same, now),
            false => company.engine.adopt_charter(&same, now),
        };
        assert_eq!(
            refused.unwrap_err().to_string(),
            "this charter is version 1, in force from 2026-03-02T09:00:00Z on, to the letter: \
             nothing was changed, and nothing needs to be adopted"
        );
    }
    assert_eq!(company.engine.versions().len(), 1);
    let trial = Adoption { trial: true, ..same };
    assert_eq!(company.engine.adopt_charter(&trial, now).unwrap().0, 2, "a trial is another");
}

#[test]
fn stages_that_are_gone_are_named_with_a_line_to_write() {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let text = renamed("");
    let refused = company.engine.adopt_charter(&adoption(&text, MONDAY), at(MONDAY)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the version before has a stage `mql`, which this one has not, and no `[moves_to]` here \
         says where the leads in it go: write under `[moves_to]`, for example, \
         `mql = \"stage:inquiry\"`"
    );
}
