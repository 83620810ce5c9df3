//! Figures of a large company, kept as they were counted.

use crate::house::{Answer, House};
use crate::visitor::Visitor;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};
use server::News;

const HEAD: Option<Role> = Some(Role::SalesHead);
const FUNNEL: &str = "/api/v1/funnel?by=lead.source";

/// A company that is large from its first fact on.
fn large() -> House {
    House::with_leads(80).keeping_figures_from(1)
}

async fn accept_one(house: &House) {
    let list = house.get(HEAD, "/api/v1/leads?stage=mql&limit=1").await.body;
    let lead = &list["leads"][0];
    let address = format!("/api/v1/leads/{}/verdicts", lead["id"].as_str().unwrap());
    let seen = json!({ "pass": lead["pass"], "stage": "mql" });
    let verdict = json!({ "verdict": "accepted", "seen": seen });
    let done = house.post(HEAD, &address, &verdict).await;
    assert_eq!(done.status, StatusCode::CREATED, "{:?}", done.body);
}

fn accepted(funnel: &Answer) -> u64 {
    let stages = funnel.body["whole"]["stages"].as_array().unwrap();
    let sal = stages.iter().find(|stage| stage["id"] == "sal").unwrap();
    sal["entered"].as_u64().unwrap()
}

/// Waits until figures were counted anew.
async fn counted_anew(listens: &mut tokio::sync::broadcast::Receiver<News>) {
    while listens.recv().await.unwrap() != News::Figures {}
}

#[tokio::test(start_paused = true)]
async fn a_figure_is_said_as_it_was_until_it_is_counted_anew_and_who_listens_is_told() {
    let house = large();
    let before = house.get(HEAD, FUNNEL).await;
    assert_eq!((before.status, before.kind.as_str()), (StatusCode::OK, "application/json"));
    accept_one(&house).await;
    let mut listens = house.served.listen();
    house.later();
    let meanwhile = house.get(HEAD, FUNNEL).await;
    assert_eq!(meanwhile.text, before.text, "as of when it says, to the letter");
    counted_anew(&mut listens).await;
    let after = house.get(HEAD, FUNNEL).await;
    assert_eq!(accepted(&after), accepted(&before) + 1);
    assert!(after.body["as_of"]["now"].as_str() > before.body["as_of"]["now"].as_str());
}

#[tokio::test]
async fn of_a_small_company_figures_are_counted_when_they_are_asked_for() {
    let house = House::with_leads(80);
    let before = house.get(HEAD, FUNNEL).await;
    accept_one(&house).await;
    assert_eq!(accepted(&house.get(HEAD, FUNNEL).await), accepted(&before) + 1);
}

#[tokio::test]
async fn a_figure_of_long_ago_is_not_said() {
    let house = large();
    let before = house.get(HEAD, FUNNEL).await;
    accept_one(&house).await;
    for _ in 0..61 {
        house.later();
    }
    assert_eq!(accepted(&house.get(HEAD, FUNNEL).await), accepted(&before) + 1);
}

#[tokio::test]
async fn what_one_may_see_is_not_said_to_another_who_may_not() {
    let house = large();
    let mut ada = Visitor::administrator(&house).await;
    let seen = ada.get("/api/v1/feedback").await.done();
    let mistaken = |body: &Value| body["mistaken"].as_array().unwrap().len();
    assert!(mistaken(&seen) > 0, "{seen}");
    let new = json!({ "name": "Numbers only", "scope": ["figures.read"] });
    let made = ada.post("/api/v1/tokens", &new).await.done();
    let mut program = Visitor::of(&house);
    program.token = Some(made["secret"].as_str().unwrap().to_owned());
    for _ in 0..2 {
        assert_eq!(mistaken(&program.get("/api/v1/feedback").await.done()), 0);
    }
    assert_eq!(mistaken(&ada.get("/api/v1/feedback").await.done()), mistaken(&seen));
}

#[tokio::test]
async fn a_question_without_an_answer_is_not_kept() {
    let house = large();
    for _ in 0..2 {
        let answer = house.get(HEAD, "/api/v1/funnel?by=lead.sauce").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", answer.body);
    }
}
