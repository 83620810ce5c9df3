//! From an empty server to a trial: `/api/v1/company`, `/findings`, `/ready-charters`,
//! `/rehearsals`, `/trials`.

use crate::house::House;
use crate::imports::{ready, run};
use crate::visitor::Visitor;
use app::people::Role;
use serde_json::{Value, json};

const ADMIN: Option<Role> = Some(Role::Administrator);
const READER: Option<Role> = Some(Role::Executive);
const TEXT: &str = include_str!("../../../../charters/b2b-saas.toml");

/// Forty leads of this August, of whom every fourth asked for a demo.
fn leads() -> String {
    let rows = (0..40).map(|n| {
        let did = if n % 4 == 0 { "demo" } else { "prices" };
        let source = if n % 2 == 0 { "fair" } else { "web" };
        let day = 1 + n % 28;
        format!("F{n},Lead {n},lead{n}@firm{n}.example,2026-08-{day:02} 10:00,{source},{did}\n")
    });
    format!("id,name,email,seen,source,did\n{}", rows.collect::<String>())
}

async fn with_data() -> House {
    let house = House::empty();
    let import = ready(&house, &leads()).await;
    assert_eq!(run(&house, import).await["state"], "done");
    house
}

async fn rehearsed(house: &House, text: &str) -> Value {
    let asked = json!({ "text": text, "days": 90 });
    let answer = house.post(ADMIN, "/api/v1/rehearsals", &asked).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text);
    answer.body
}

#[tokio::test]
async fn the_company_is_said_once_and_every_ready_charter_has_its_name_zone_and_currency() {
    let house = House::empty();
    let mut ada = Visitor::administrator(&house).await;
    assert_eq!(ada.get("/api/v1/company").await.done(), Value::Null);
    let company = json!({ "name": "Gull & Sons", "timezone": "Asia/Kolkata", "currency": "INR" });
    assert_eq!(ada.put("/api/v1/company", &company).await.done(), company);
    assert_eq!(ada.get("/api/v1/company").await.done(), company);
    let ready = ada.get("/api/v1/ready-charters").await.done();
    let charters = ready["charters"].as_array().unwrap();
    assert_eq!(charters.len(), 3);
    for charter in charters {
        let text = charter["text"].as_str().unwrap();
        for said in ["Gull & Sons: revenue charter", "Asia/Kolkata", "INR"] {
            assert!(text.contains(said), "{}: {said}", charter["id"]);
        }
    }
    let trail = ada.get("/api/v1/audit?what=workspace").await.done();
    assert_eq!(trail["changes"][0]["what"], "workspace.company_set", "{trail}");
    let nowhere = json!({ "name": "Gull", "timezone": "Asia/Nowhere", "currency": "INR" });
    assert_eq!(ada.put("/api/v1/company", &nowhere).await.status.as_u16(), 422);
    let mut rita = ada.hire("rita", "rep").await;
    rita.put("/api/v1/company", &company).await.is(403, "not_permitted");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happened_is_said_before_any_charter() {
    let house = with_data().await;
    let found = house.get(READER, "/api/v1/findings?leads=fair.lead").await;
    assert_eq!(found.status.as_u16(), 200, "{}", found.text);
    let found = found.body;
    assert_eq!((&found["unit"], &found["n"]), (&json!("leads"), &json!(40)), "{found}");
    let first = &found["findings"][0];
    assert_eq!((&first["n"], &first["of"]), (&json!(40), &json!(40)), "{first}");
    assert!(first["sentence"].as_str().unwrap().contains("40"), "{first}");
    assert!(found["cannot_say"].as_array().unwrap().iter().any(|it| it["id"] == "no_outcome"));
    let arrivals = found["period"]["arrivals"].as_array().unwrap();
    assert_eq!(arrivals.iter().filter_map(Value::as_u64).sum::<u64>(), 40);
    let page = house.get(READER, "/api/v1/findings/page?leads=fair.lead").await;
    assert_eq!(page.kind, "text/html; charset=utf-8");
    assert_eq!(page.headers["content-disposition"], "attachment; filename=\"audit.html\"");
    assert!(page.text.contains("Tandem audit") && !page.text.contains("<script"), "{}", page.text);
    let unknown = house.get(READER, "/api/v1/findings?leads=nobody.lead").await.body;
    assert_eq!(unknown["n"], 40, "where a namespace names nobody, everybody is a lead");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_rehearsal_says_is_what_the_trial_then_decides() {
    let house = with_data().await;
    let rehearsal = rehearsed(&house, TEXT).await;
    assert_eq!((&rehearsal["leads"], &rehearsal["handed_over"]), (&json!(40), &json!(10)));
    let mql = rehearsal["stages"].as_array().unwrap().iter();
    let mql = mql.clone().find(|it| it["stage"]["id"] == "mql").unwrap();
    assert_eq!(mql["leads"], 10, "every fourth asked for a demo");
    let promise = &rehearsal["promises"].as_array().unwrap()[..];
    let touch = promise.iter().find(|it| it["id"] == "first-touch").unwrap();
    assert_eq!((&touch["kept"], &touch["in_force"]), (&json!(0), &json!(true)), "{touch}");
    assert!(touch["broken"].as_u64().unwrap() > 0, "{touch}");
    let none = house.get(READER, "/api/v1/charter").await;
    assert_eq!(none.body["code"], "no_charter", "a rehearsal records nothing");

    let started = house.post(ADMIN, "/api/v1/trials", &json!({ "text": TEXT })).await;
    assert_eq!(started.status.as_u16(), 201, "{}", started.text);
    assert_eq!((&started.body["number"], &started.body["is_trial"]), (&json!(1), &json!(true)));
    let funnel = house.get(READER, "/api/v1/funnel").await.body;
    let stages = funnel["whole"]["stages"].as_array().unwrap();
    let reached = stages.iter().find(|it| it["id"] == "mql").unwrap()["reached"].clone();
    assert_eq!(reached, json!(10));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rehearsal_counts_only_the_days_that_were_asked_for() {
    let house = with_data().await;
    let asked = json!({ "text": TEXT, "days": 7 });
    let week = house.post(ADMIN, "/api/v1/rehearsals", &asked).await.body;
    // What is known ends a day after the 28th: of the demos, that of the 25th is in its week, and
    // that of the 21st no longer.
    assert_eq!(week["handed_over"], 1, "{week}");
    assert!(week["until"].as_str().unwrap() < "2026-08-30");
    for days in [0, 731] {
        let asked = json!({ "text": TEXT, "days": days });
        let refused = house.post(ADMIN, "/api/v1/rehearsals", &asked).await;
        assert_eq!(refused.body["places"][0]["at"], "/days", "{}", refused.text);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trial_may_follow_a_trial_and_nothing_that_is_signed() {
    let house = House::empty();
    let first = house.post(ADMIN, "/api/v1/trials", &json!({ "text": TEXT })).await;
    assert_eq!(first.status.as_u16(), 201, "{}", first.text);
    house.later();
    let other = TEXT.replace("half_life = \"30d\"", "half_life = \"21d\"");
    let second = house.post(ADMIN, "/api/v1/trials", &json!({ "text": other })).await;
    assert_eq!((second.status.as_u16(), &second.body["number"]), (201, &json!(2)), "{second:?}");
    let same = house.post(ADMIN, "/api/v1/trials", &json!({ "text": other })).await;
    assert_eq!(same.body["code"], "same_charter", "{}", same.text);
    let signed = House::with_leads(2);
    let refused = signed.post(ADMIN, "/api/v1/trials", &json!({ "text": other })).await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (409, &json!("charter_signed")));
    let unsound = house.post(ADMIN, "/api/v1/trials", &json!({ "text": "[charter]" })).await;
    assert_eq!(unsound.body["code"], "charter_not_sound");
}

#[tokio::test]
async fn only_who_may_adopt_rehearses_and_starts() {
    let house = House::empty();
    for role in Role::ALL {
        let may = matches!(role, Role::Administrator | Role::Operations);
        let asked = json!({ "text": TEXT });
        for (address, done) in [("/api/v1/rehearsals", 200), ("/api/v1/trials", 201)] {
            let answer = house.post(Some(role), address, &asked).await;
            // The second of them finds that trial running.
            let status = answer.status.as_u16();
            let fits = if may { [done, 409].contains(&status) } else { status == 403 };
            assert!(fits, "{role} {address} {}", answer.text);
        }
    }
    assert_eq!(house.get(None, "/api/v1/findings").await.status.as_u16(), 401);
}
