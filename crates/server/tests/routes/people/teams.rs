//! `/api/v1/teams`.

use crate::house::House;
use crate::visitor::Visitor;
use serde_json::json;

#[tokio::test]
async fn operations_keeps_teams_and_everybody_reads_them() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut otto = ada.hire("otto", "operations").await;
    let mut rita = ada.hire("rita", "rep").await;
    let team = json!({ "word": "emea", "name": "EMEA", "members": ["rita"], "queues": ["sdr"] });
    rita.post("/api/v1/teams", &team).await.is(403, "not_permitted");
    let made = otto.post("/api/v1/teams", &team).await;
    assert_eq!(made.status, 201);
    let made = made.done();
    let mut shown = made.clone();
    shown["id"] = "id".into();
    insta::assert_json_snapshot!(shown, @r#"
    {
      "created_at": "2026-09-01T09:00:00Z",
      "id": "id",
      "members": [
        "rita"
      ],
      "name": "EMEA",
      "queues": [
        "sdr"
      ],
      "units": [],
      "word": "emea"
    }
    "#);
    assert_eq!(rita.get("/api/v1/me").await.done()["user"]["teams"], json!(["emea"]));
    assert_eq!(rita.get("/api/v1/teams").await.done()["teams"], json!([made]));
    otto.post("/api/v1/teams", &team).await.is(409, "taken");
    let address = format!("/api/v1/teams/{}", made["id"].as_str().unwrap());
    let nobody = json!({ "word": "emea", "name": "EMEA", "members": ["nobody"] });
    otto.put(&address, &nobody).await.is(404, "unknown_user");
    let changed = json!({ "word": "emea", "name": "EMEA and Africa", "units": ["emea"] });
    let changed = otto.put(&address, &changed).await.done();
    assert_eq!((&changed["members"], &changed["units"]), (&json!([]), &json!(["emea"])));
    assert_eq!(rita.get(&address).await.done(), changed);
    assert_eq!(otto.delete(&address).await.status, 204);
    rita.get(&address).await.is(404, "unknown_team");
}
