//! `/api/v1/charters/forms`.

use crate::house::House;
use app::people::Role;
use serde_json::{Value, json};

const READER: Option<Role> = Some(Role::Marketer);
const TEXT: &str = include_str!("../../../../charters/b2b-saas.toml");
const ROUTE: &str = "/api/v1/charters/forms";

fn field<'v>(form: &'v Value, at: &str) -> &'v Value {
    let clauses = form["clauses"].as_array().unwrap();
    let mut fields = clauses.iter().flat_map(|clause| clause["fields"].as_array().unwrap());
    fields.find(|field| field["at"] == at).unwrap_or_else(|| panic!("no {at} in {form}"))
}

#[tokio::test]
async fn a_charter_is_read_as_a_form_with_its_rules_taken_apart() {
    let house = House::with_leads(2);
    let form = house.post(READER, ROUTE, &json!({ "text": TEXT })).await;
    assert_eq!(form.status, 200, "{}", form.body);
    assert_eq!(form.body["text"], TEXT);
    let points = field(&form.body, "engagement.points.\"content.downloaded\".points");
    assert_eq!(
        (&points["number"], &points["names"]),
        (&json!(8.0), &json!(["content.downloaded", "points"]))
    );
    let enter = field(&form.body, "stage.mql.enter");
    let first = &enter["rule"]["parts"][0];
    assert_eq!((&enter["rule"]["is"], &first["is"]), (&json!("any"), &json!("all")));
    assert_eq!(
        first["parts"][0],
        json!({
            "is": "question", "asked": "value", "name": "fit", "is_not": false,
            "operator": ">=", "values": [40.0], "within": null,
        })
    );
}

#[tokio::test]
async fn changes_are_made_in_place_and_comments_stay() {
    let house = House::with_leads(2);
    let rule = json!({ "is": "all", "parts": [
        { "is": "question", "asked": "value", "name": "fit", "operator": ">=", "values": [45] },
        { "is": "any", "parts": [
            { "is": "question", "asked": "happened", "name": "form.*", "within": "30d" },
            { "is": "question", "asked": "value", "name": "lead.opted_out", "is_not": true },
        ] },
    ] });
    let edits = json!([
        { "do": "set", "at": "temperature.hot", "value": 70 },
        { "do": "set_rule", "at": "stage.mql.enter", "rule": rule },
        { "do": "add", "at": "icp.fit", "keys": [
            { "name": "when", "value": "account.is_target" }, { "name": "points", "value": 5 },
        ] },
        { "do": "remove", "at": "engagement.points.\"page.*\"" },
    ]);
    let body = json!({ "text": TEXT, "edits": edits });
    let changed = house.post(READER, ROUTE, &body).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    let text = changed.body["text"].as_str().unwrap();
    assert!(text.contains("\nhot = 70\n"), "{text}");
    let enter = "enter = \"fit >= 45 && (happened('form.*', '30d') || !lead.opted_out)\"\n";
    assert!(text.contains(enter) && !text.contains("page.*"), "{text}");
    assert!(text.contains("# The heart of the charter"), "{text}");
    assert_eq!(field(&changed.body, "icp.fit.11.points")["number"], json!(5.0));
    let sound = house.post(READER, "/api/v1/charters/checks", &json!({ "text": text })).await;
    assert_eq!(sound.status, 200, "{}", sound.body);
}

#[tokio::test]
async fn a_change_that_cannot_be_made_says_where_and_why_and_nothing_is_changed() {
    let house = House::with_leads(2);
    let edits = json!([
        { "do": "set", "at": "temperature.hot", "value": 70 },
        { "do": "remove", "at": "stage.mqll" },
    ]);
    let refused = house.post(READER, ROUTE, &json!({ "text": TEXT, "edits": edits })).await;
    assert_eq!(
        (refused.status.as_u16(), &refused.body["code"]),
        (422, &json!("charter_not_changed"))
    );
    assert_eq!(refused.body["places"][0]["at"], "/edits/1");
    assert!(
        refused.body["detail"].as_str().unwrap().contains("did you mean `mql`"),
        "{}",
        refused.body
    );
    let rule = json!({ "is": "question", "asked": "value", "name": "fit", "operator": "=~" });
    let edits = json!([{ "do": "set_rule", "at": "stage.mql.enter", "rule": rule }]);
    let refused = house.post(READER, ROUTE, &json!({ "text": TEXT, "edits": edits })).await;
    assert_eq!(refused.body["places"][0]["at"], "/edits/0/rule", "{}", refused.body);
    let broken = house.post(READER, ROUTE, &json!({ "text": "[[stage]\n" })).await;
    assert_eq!(broken.body["code"], "charter_not_sound");
    let many = vec![json!({ "do": "remove", "at": "grade" }); 101];
    let refused = house.post(READER, ROUTE, &json!({ "text": TEXT, "edits": many })).await;
    assert_eq!(refused.body["places"][0]["at"], "/edits", "{}", refused.body);
    assert_eq!(house.post(None, ROUTE, &json!({ "text": TEXT })).await.status, 401);
}
