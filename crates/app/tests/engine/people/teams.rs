//! Teams.

use super::Firm;
use app::AppError;
use app::people::{NewTeam, PeopleError, Role};
use testkit::On;

fn team(word: &str, members: &[&str]) -> NewTeam {
    NewTeam {
        word: word.to_owned(),
        name: "Enterprise EMEA".to_owned(),
        members: members.iter().map(|&member| member.to_owned()).collect(),
        queues: vec!["sdr".to_owned()],
        units: Vec::new(),
    }
}

fn a_team_is_made_changed_and_removed_and_the_trail_says_from_what_to_what(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    firm.hire(&ada, "ben", Role::Sdr);
    let id = firm.id();
    let made = firm.engine.make_team(&ada, id, &team("emea", &["rita", "ben", "rita"]), firm.now);
    assert_eq!(made.unwrap().members, ["ben", "rita"], "each once");
    assert_eq!(firm.engine.user(&ada, rita.user).unwrap().teams, ["emea"]);
    firm.engine.change_team(&ada, id, &team("emea", &["ben"]), firm.now).unwrap();
    let (before, after) = firm.last_change();
    assert!(before.contains(r#"["ben","rita"]"#) && after.contains(r#"["ben"]"#), "{after}");
    assert!(firm.engine.user(&ada, rita.user).unwrap().teams.is_empty());
    firm.engine.remove_team(&ada, id, firm.now).unwrap();
    assert!(firm.engine.teams(&ada, "", 10).unwrap().is_empty());
    let trail = firm.trail();
    assert_eq!(
        &trail[trail.len() - 3..],
        ["ada team.made", "ada team.changed", "ada team.removed"]
    );
}

fn a_team_of_nobody_known_or_with_a_taken_word_is_refused_and_leaves_nothing(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let (one, two) = (firm.id(), firm.id());
    let refused = firm.engine.make_team(&ada, one, &team("emea", &["nobody"]), firm.now);
    assert!(
        matches!(refused, Err(AppError::People(PeopleError::Unknown { what: "user", .. }))),
        "{refused:?}"
    );
    assert!(firm.engine.teams(&ada, "", 10).unwrap().is_empty());
    firm.engine.make_team(&ada, one, &team("emea", &["ada"]), firm.now).unwrap();
    let taken = firm.engine.make_team(&ada, two, &team("emea", &[]), firm.now);
    assert!(
        matches!(taken, Err(AppError::People(PeopleError::Taken { what: "team", .. }))),
        "{taken:?}"
    );
    let spaced = firm.engine.make_team(&ada, two, &team("e mea", &[]), firm.now);
    assert!(matches!(spaced, Err(AppError::People(PeopleError::BadText { .. }))), "{spaced:?}");
}

fn only_administrators_and_operations_keep_teams(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let (mut keepers, id) = (Vec::new(), firm.id());
    for role in Role::ALL {
        let actor = firm.hire(&ada, role.word(), role);
        let new = firm.id();
        if firm.engine.make_team(&actor, new, &team(role.word(), &[]), firm.now).is_ok() {
            keepers.push(role);
        }
        assert!(firm.engine.teams(&actor, "", 10).is_ok(), "everybody knows who is in which");
        assert!(firm.engine.remove_team(&actor, id, firm.now).is_err());
    }
    assert_eq!(keepers, [Role::Administrator, Role::Operations]);
}

testkit::on_both!(
    a_team_is_made_changed_and_removed_and_the_trail_says_from_what_to_what,
    a_team_of_nobody_known_or_with_a_taken_word_is_refused_and_leaves_nothing,
    only_administrators_and_operations_keep_teams,
);
