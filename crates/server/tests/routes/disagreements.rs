//! `/api/v1/disagreements`.

use crate::house::House;
use app::people::Role;
use serde_json::json;

const ALL: &str = "/api/v1/disagreements";

#[tokio::test]
async fn who_leads_is_said_and_each_figure_opens_its_list() {
    let house = House::with_leads(30);
    let text = "[crm]\nstage = \"crm\"\nassignee = \"watch\"\n";
    let operations = Some(Role::Operations);
    let applied = house.post(operations, "/api/v1/settings", &json!({ "text": text })).await;
    assert_eq!(applied.status.as_u16(), 201, "{}", applied.text);
    let found = house.get(Some(Role::SalesHead), ALL).await;
    assert_eq!(found.status.as_u16(), 200, "{}", found.text);
    for (about, led_by) in [("stage", "crm"), ("assignee", "watch")] {
        let compared = &found.body[about];
        assert_eq!(compared["led_by"], led_by);
        let mut all = 0;
        for figure in ["agree", "disagree", "unexplained"] {
            let address = format!("{ALL}/leads?about={about}&figure={figure}");
            let list = house.get(Some(Role::SalesHead), &address).await.body;
            assert_eq!(list["count"], compared[figure], "{about} {figure}");
            all += list["count"].as_u64().unwrap();
        }
        assert_eq!(compared["compared"], all);
    }
}

#[tokio::test]
async fn what_is_not_compared_and_who_is_not_known_is_refused() {
    let house = House::with_leads(2);
    let refused =
        house.get(Some(Role::Rep), &format!("{ALL}/leads?about=price&figure=agree")).await;
    assert_eq!(refused.status.as_u16(), 422);
    let refused = house.get(Some(Role::Rep), &format!("{ALL}/leads?about=stage&figure=all")).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert_eq!(house.get(None, ALL).await.status.as_u16(), 401);
}
