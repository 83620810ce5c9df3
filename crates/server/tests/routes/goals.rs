//! `/api/v1/goals`.

use crate::house::House;
use app::people::Role;
use serde_json::{Value, json};

const HEAD: Option<Role> = Some(Role::SalesHead);
const TEXT: &str = include_str!("../../../../charters/b2b-saas.toml");

/// The charter with goals of the quarter that the simulated company is in, and one on each kind of
/// figure.
fn text() -> String {
    let now = TEXT.replace("2027-Q1", "2026-Q3");
    assert_ne!(now, TEXT);
    let goal = |id: &str, kpi: &str, target: &str| {
        format!(
            "\n[[goal]]\nid = \"{id}\"\nkpi = \"{kpi}\"\ntarget = {target}\nperiod = \"2026-Q3\"\n\
             sides = [\"sales\"]\n"
        )
    };
    let more = [
        goal("won-deals", "won", "50"),
        goal("mqls", "stage:mql", "300"),
        goal("accepted", "mql -> sal", "0.65"),
        goal("touched", "promise:first-touch", "0.9"),
    ];
    let place = now.find("# Whose touch was it?").unwrap();
    format!("{}{}\n{}", &now[..place], more.concat(), &now[place..])
}

fn goal<'a>(goals: &'a Value, id: &str) -> &'a Value {
    let all = goals["goals"].as_array().unwrap();
    all.iter().find(|goal| goal["id"] == id).unwrap_or_else(|| panic!("{id}: {goals}"))
}

#[tokio::test]
async fn each_goal_says_what_there_is_of_its_target_and_its_time_and_opens_its_list() {
    let house = House::under(300, &text());
    let goals = house.get(HEAD, "/api/v1/goals").await;
    assert_eq!(goals.status.as_u16(), 200, "{}", goals.text);
    let goals = goals.body;
    assert_eq!(goals["goals"].as_array().unwrap().len(), 6);
    for goal in goals["goals"].as_array().unwrap() {
        let id = goal["id"].as_str().unwrap();
        let (value, target) = (goal["value"].as_f64().unwrap(), goal["target"].as_f64().unwrap());
        assert!((goal["attained"].as_f64().unwrap() - value / target).abs() < 1e-12, "{goal}");
        // It is 1 September: 62 of the 92 days are over.
        let elapsed = goal["elapsed"].as_f64().unwrap();
        assert!((elapsed - 62.4 / 92.0).abs() < 0.01, "{elapsed}");
        assert!(goal["says"].as_str().is_some_and(|says| !says.is_empty()), "{goal}");
        let counts = goal["counts"].as_str().unwrap();
        let list = house.get(HEAD, &format!("/api/v1/goals/{id}/{counts}")).await.body;
        assert_eq!(list["count"], goal["behind"], "{id}: {list}");
        assert!(goal["behind"].as_u64().unwrap() > 0, "{id} counts nothing");
        if goal["unit"] == "money" {
            let listed = list["opportunities"].as_array().unwrap().iter();
            let sum: f64 = listed.map(|it| it["amount"].as_f64().unwrap()).sum();
            assert!((sum - value).abs() < 1e-6, "{id}: {sum} and {value}");
        }
        if goal["unit"] == "count" {
            assert_eq!(goal["behind"].as_f64(), Some(value), "{id}");
        }
    }
    let won = goal(&goals, "won-deals");
    let revenue = goal(&goals, "new-revenue-q1");
    assert!(revenue["behind"].as_u64() <= won["behind"].as_u64(), "{won} {revenue}");
    assert_eq!(revenue["sides"], json!(["marketing", "sales"]));
    let accepted = goal(&goals, "accepted");
    assert_eq!(accepted["of_count"], goal(&goals, "mqls")["behind"], "of the passes that entered");
}

#[tokio::test]
async fn a_goal_that_is_none_is_named_and_one_whose_time_is_not_come_has_nothing() {
    let house = House::with_leads(20);
    let goals = house.get(HEAD, "/api/v1/goals").await.body;
    let next = goal(&goals, "new-revenue-q1");
    assert_eq!((&next["value"], &next["elapsed"]), (&json!(0.0), &json!(0.0)));
    let none = house.get(HEAD, "/api/v1/goals/nonsense/leads").await;
    assert_eq!((none.status.as_u16(), &none.body["code"]), (422, &json!("unknown_name")));
    let before = House::empty().get(HEAD, "/api/v1/goals").await;
    assert_eq!(before.body["code"], "no_charter");
}
