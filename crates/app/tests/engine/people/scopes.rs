//! Who sees which leads.

use super::Firm;
use app::AppError;
use app::people::{Actor, LeadScope, NewTeam, PeopleError, Role, Visibility};
use store::PlaceKind;
use testkit::On;

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn team(
    firm: &mut Firm,
    by: &Actor,
    word: &str,
    members: &[&str],
    queues: &[&str],
    units: &[&str],
) {
    let id = firm.id();
    let new = NewTeam {
        word: word.to_owned(),
        name: word.to_owned(),
        members: words(members),
        queues: words(queues),
        units: words(units),
    };
    firm.engine.make_team(by, id, &new, firm.now).unwrap();
}

fn sees(scope: &LeadScope, place: PlaceKind, who: &str, unit: &str) -> bool {
    let unit = (!unit.is_empty()).then(|| unit.to_owned());
    scope.lets_through(place, who, || Ok(unit)).unwrap()
}

fn everybody_sees_all_leads_until_an_administrator_says_otherwise(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    assert_eq!(firm.engine.lead_scope(&rita).unwrap(), LeadScope::All);
    let refused = firm.engine.set_visibility(&rita, Visibility::Open, firm.now).unwrap_err();
    assert!(matches!(refused, AppError::People(PeopleError::NotAllowed { .. })), "{refused}");
    firm.engine.set_visibility(&ada, Visibility::Teams, firm.now).unwrap();
    assert_eq!(firm.last_change(), ("open".to_owned(), "teams".to_owned()));
    assert_ne!(firm.engine.lead_scope(&rita).unwrap(), LeadScope::All);
    for role in [Role::Administrator, Role::Operations, Role::Executive, Role::SalesHead] {
        let actor = firm.hire(&ada, role.word(), role);
        assert_eq!(firm.engine.lead_scope(&actor).unwrap(), LeadScope::All, "{role}");
    }
}

fn a_rep_sees_their_own_leads_those_of_their_team_and_those_that_wait_for_it(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    for handle in ["ben", "zoe"] {
        firm.hire(&ada, handle, Role::Rep);
    }
    team(&mut firm, &ada, "emea", &["rita", "ben"], &["account-team"], &["emea"]);
    team(&mut firm, &ada, "apac", &["zoe"], &["solution-team"], &[]);
    firm.engine.set_visibility(&ada, Visibility::Teams, firm.now).unwrap();
    let scope = firm.engine.lead_scope(&rita).unwrap();
    assert!(sees(&scope, PlaceKind::Assignee, "rita", ""));
    assert!(sees(&scope, PlaceKind::Assignee, "ben", "apac"), "what a colleague works");
    assert!(!sees(&scope, PlaceKind::Assignee, "zoe", "emea"));
    assert!(sees(&scope, PlaceKind::Queue, "account-team", "emea"));
    assert!(!sees(&scope, PlaceKind::Queue, "account-team", "apac"), "of another unit");
    assert!(!sees(&scope, PlaceKind::Queue, "account-team", ""), "of no unit");
    assert!(!sees(&scope, PlaceKind::Queue, "solution-team", "emea"));
    assert!(!sees(&scope, PlaceKind::Queue, "sdr", "emea"));
    assert!(!sees(&scope, PlaceKind::Nurture, "nurture", "emea"));
    let sam = firm.hire(&ada, "sam", Role::Sdr);
    let scope = firm.engine.lead_scope(&sam).unwrap();
    assert!(sees(&scope, PlaceKind::Queue, "sdr", ""), "the queue of the role, in no team");
    assert!(!sees(&scope, PlaceKind::Assignee, "rita", ""));
}

fn a_marketer_whose_teams_serve_units_sees_the_leads_of_those(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let mia = firm.hire(&ada, "mia", Role::Marketer);
    firm.engine.set_visibility(&ada, Visibility::Teams, firm.now).unwrap();
    assert_eq!(firm.engine.lead_scope(&mia).unwrap(), LeadScope::All);
    team(&mut firm, &ada, "emea", &["mia"], &[], &["emea"]);
    let scope = firm.engine.lead_scope(&mia).unwrap();
    assert!(sees(&scope, PlaceKind::Nurture, "nurture", "emea"));
    assert!(!sees(&scope, PlaceKind::Nurture, "nurture", "apac"));
    assert!(!sees(&scope, PlaceKind::Nurture, "nurture", ""));
    team(&mut firm, &ada, "everywhere", &["mia"], &[], &[]);
    assert_eq!(
        firm.engine.lead_scope(&mia).unwrap(),
        LeadScope::All,
        "a team of no unit in particular"
    );
}

testkit::on_both!(
    everybody_sees_all_leads_until_an_administrator_says_otherwise,
    a_rep_sees_their_own_leads_those_of_their_team_and_those_that_wait_for_it,
    a_marketer_whose_teams_serve_units_sees_the_leads_of_those,
);
