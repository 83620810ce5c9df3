//! What a change does to the text and what it does to the charter agree.

use crate::{READY, make, path, said};
use charter::{Change, Charter, Edit, FitClause, Next, Written, diff, edit};

fn read(text: &str) -> Charter {
    charter::read(text).unwrap_or_else(|found| panic!("{found}"))
}

fn set(at: &str, value: Written) -> Edit {
    Edit::Set { at: path(at), value }
}

/// That the edited text reads as the charter with that one change. (What is said of accounts has a
/// copy of much that is said of leads, so that the charter with accounts is left out.)
#[track_caller]
fn agrees(change: &Edit, model: impl Fn(&mut Charter)) {
    for text in READY.into_iter().filter(|text| !text.contains("[[account.")) {
        let mut wanted = read(text);
        model(&mut wanted);
        let edited = make(text, change);
        assert_eq!(edited.check().unwrap_or_else(|found| panic!("{found}")), wanted);
    }
}

#[test]
fn a_value_that_is_set_is_the_only_one_that_changes() {
    agrees(&set("charter.name", said("Ours")), |charter| charter.name = "Ours".to_owned());
    agrees(&set("engagement.half_life", said("45d")), |charter| {
        charter.engagement.half_life = facts::Seconds::days(45);
    });
    agrees(&set("stage.1.name", said("New")), |charter| charter.stages[0].name = "New".to_owned());
    agrees(&set("icp.fit.2.points", Written::Number(2.5)), |charter| charter.fit[1].points = 2.5);
    agrees(&set("cadence.weekly", said("friday 15:00")), |charter| {
        charter.cadence = charter::read(&READY[0].replace("monday 09:30", "friday 15:00"))
            .map(|other| charter::Cadence { weekly: other.cadence.weekly, ..charter.cadence })
            .unwrap();
    });
}

#[test]
fn every_points_clause_and_every_promise_can_be_changed_by_itself() {
    for text in READY {
        let charter = read(text);
        for nth in 1..=charter.fit.len() {
            let change = set(&format!("icp.fit.{nth}.points"), Written::Whole(999));
            let changes = diff(&charter, &read(&make(text, &change).text));
            assert_eq!(changes.len(), 1, "{changes:?}");
            assert_eq!(changes[0].clause, format!("fit.{nth}"));
        }
        for promise in &charter.promises {
            let id = &promise.id;
            let change = set(&format!("promise.{id}.within"), said("77 days"));
            let changes = diff(&charter, &read(&make(text, &change).text));
            assert_eq!(changes.len(), 1, "{changes:?}");
            assert_eq!(changes[0].clause, format!("promise.{id}"));
        }
    }
}

#[test]
fn a_clause_that_is_added_is_read_where_it_was_put() {
    let keys = |keys: &[(&str, &str)]| -> Vec<(String, Written)> {
        keys.iter().map(|(key, value)| ((*key).to_owned(), said(value))).collect()
    };
    let fit = Edit::Add {
        at: path("icp.fit"),
        keys: keys(&[("when", "account.employees > 5000"), ("points", "-5")]),
        next: Some(Next::Before("2".to_owned())),
    };
    agrees(&fit, |charter| {
        let when = charter::read_rule("account.employees > 5000", charter).unwrap();
        let text = "account.employees > 5000".to_owned();
        charter.fit.insert(1, FitClause { id: String::new(), when, text, points: -5.0 });
        charter.fit.iter_mut().enumerate().for_each(|(at, it)| it.id = format!("fit.{}", at + 1));
    });
    let promise = Edit::Add {
        at: path("promise.second-touch"),
        keys: keys(&[
            ("by", "sales"),
            ("from", "stage:mql"),
            ("until", "human_outreach"),
            ("within", "3 days"),
        ]),
        next: None,
    };
    for text in READY.into_iter().filter(|text| text.contains("id = \"mql\"")) {
        let (before, after) = (read(text), read(&make(text, &promise).text));
        assert_eq!(after.promises.len(), before.promises.len() + 1);
        let changes = diff(&before, &after);
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert!(
            matches!(&changes[0].change, Change::Added(_))
                && changes[0].clause == "promise.second-touch"
        );
    }
    let persona = Edit::Add {
        at: path("persona.gatekeeper"),
        keys: keys(&[("when", "lead.function == 'assistance'")]),
        next: Some(Next::Before("champion".to_owned())),
    };
    let personas = read(&make(READY[0], &persona).text).personas;
    let ids: Vec<_> = personas.iter().map(|persona| persona.id.as_str()).collect();
    assert_eq!(ids, ["economic_buyer", "gatekeeper", "champion", "user"]);
}

#[test]
fn what_is_removed_or_moved_is_gone_or_elsewhere_and_nothing_else() {
    agrees(&Edit::Remove { at: path("promise.verdict") }, |charter| {
        charter.promises.retain(|promise| promise.id != "verdict");
    });
    let text = READY[0];
    let last =
        Edit::Move { at: path("persona.economic_buyer"), next: Next::After("user".to_owned()) };
    let mut wanted = read(text);
    wanted.personas.rotate_left(1);
    assert_eq!(read(&make(text, &last).text), wanted);
    let attended = path("engagement.points.\"webinar.attended\"");
    let below = Edit::Move { at: attended, next: Next::After("webinar.registered".to_owned()) };
    let mut wanted = read(text);
    let points = &mut wanted.engagement.points;
    let at = points.iter().position(|it| it.selector.as_str() == "webinar.attended").unwrap();
    points.swap(at, at + 1);
    assert_eq!(read(&make(text, &below).text), wanted);
}

#[test]
fn a_change_that_leaves_the_charter_unsound_says_so_and_where() {
    let stage = Edit::Add {
        at: path("stage.won-back"),
        keys: vec![
            ("name".to_owned(), said("Won back")),
            ("side".to_owned(), said("sales")),
            ("enter".to_owned(), said("happened('meeting.held')")),
        ],
        next: Some(Next::After("sql".to_owned())),
    };
    let edited = make(READY[0], &stage);
    let found = edited.check().unwrap_err();
    assert_eq!(found.problems().len(), 1, "{found}");
    assert!(found.problems()[0].message.contains("for ever"), "{found}");
    assert_eq!(&edited.text[found.problems()[0].span.clone()], "[[stage]]");
    let promise = Edit::Add {
        at: path("promise.won-back-moves-on"),
        keys: [("by", "sales"), ("from", "stage:won-back"), ("until", "leaves"), ("within", "30d")]
            .map(|(key, value)| (key.to_owned(), said(value)))
            .to_vec(),
        next: Some(Next::After("sql-moves-on".to_owned())),
    };
    let charter = read(&make(&edited.text, &promise).text);
    assert_eq!(charter.stages[5].id, "won-back");
    assert!(edit(READY[0], &promise).unwrap().check().is_err(), "there is no such stage");
}
