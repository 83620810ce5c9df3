//! `tandem attribution`.

use crate::tandem::{CHARTER, Tandem};
use serde_json::Value;

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "touches.csv"
dated = "at"
times = { at = "%Y-%m-%d %H:%M" }

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "lead" }
links = [{ to = "account", namespace = "crm.account", column = "account" }]

[[file.subject.fact]]
kind = "touch"
name = { column = "touch", map = { demo = "form.demo_request", prices = "page.pricing", blog = "page.blog", webinar = "webinar.attended" } }
value = { column = "campaign" }

[[file]]
path = "deals.csv"
dated = "won"
times = { won = "%Y-%m-%d" }

[[file.subject]]
kind = "opportunity"
id = { namespace = "crm.deal", column = "id" }
personal = { name = "name" }
links = [
  { to = "person", namespace = "crm.lead", column = "lead" },
  { to = "account", namespace = "crm.account", column = "account" },
]

[[file.subject.fact]]
kind = "opportunity"
id = "stage"
name = "opportunity.stage"
value = "won"

[[file.subject.fact]]
kind = "opportunity"
id = "amount"
name = "opportunity.amount"
value = { column = "amount", type = "number" }
"#;

/// Ann has four touches; Bo and Cy are of one account and have one each, Cy on the day of the win.
const TOUCHES: &str = "\
lead,account,at,touch,campaign
ann,,2026-01-05 10:00,blog,spring
ann,,2026-01-10 10:00,webinar,spring
ann,,2026-01-12 10:00,prices,
ann,,2026-01-20 10:00,demo,ads
bo,acme,2025-12-01 09:00,webinar,spring
cy,acme,2026-02-10 16:00,demo,ads
dee,,2026-01-15 10:00,blog,
";

/// D1 is Ann's, D2 of the account of Bo and Cy, D3 nobody's.
const DEALS: &str = "\
id,name,lead,account,amount,won
D1,Ann's deal,ann,,100.01,2026-02-01
D2,Acme's deal,,acme,50,2026-02-10
D3,Nobody's deal,,,7,2026-02-11
";

fn tandem() -> Tandem {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    tandem.write("mapping.toml", MAPPING);
    tandem.write("exports/touches.csv", TOUCHES);
    tandem.write("exports/deals.csv", DEALS);
    assert_eq!(tandem.run(&["charter", "adopt", "charter.toml", "--at", "2025-11-01"]).code, 0);
    let imported = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    tandem
}

/// What each value brought, in cents.
fn cents(document: &Value) -> Vec<(String, i64)> {
    let of = |it: &Value| {
        (it["value"].as_str().unwrap().to_owned(), it["amount_minor"].as_i64().unwrap())
    };
    let mut found: Vec<_> = document["values"].as_array().unwrap().iter().map(of).collect();
    found.sort();
    found
}

fn of(pairs: &[(&str, i64)]) -> Vec<(String, i64)> {
    pairs.iter().map(|(value, cents)| ((*value).to_owned(), *cents)).collect()
}

#[test]
fn each_deal_is_shared_among_the_touches_before_it_to_the_cent() {
    let tandem = tandem();
    let asked = |more: &[&str]| tandem.json(&[&["attribution"], more].concat());
    let linear = asked(&["--model", "linear"]);
    // A quarter of 100.01 for each of Ann's touches, two of them of pages; half of 50 each.
    let wanted = [("form", 2_501 + 2_500), ("page", 2_500 + 2_500), ("webinar", 2_500 + 2_500)];
    assert_eq!(cents(&linear), of(&wanted));
    for (figure, count) in [("results", 3), ("unlinked", 1), ("by_account", 1), ("untouched", 0)] {
        assert_eq!(linear[figure], count, "{figure}");
    }
    assert_eq!((&linear["worth_minor"], &linear["shared_minor"]), (&15_701.into(), &15_001.into()));
    assert_eq!((&linear["unit"], &linear["shared_results"]), (&"opportunities".into(), &2.into()));

    let first = asked(&["--model", "first", "--by", "touch"]);
    assert_eq!(cents(&first)[1], ("page.blog".to_owned(), 10_001));
    let last = asked(&["--model", "last", "--by", "campaign"]);
    assert_eq!(
        cents(&last),
        of(&[("", 0), ("ads", 15_001), ("spring", 0)]),
        "on the day of the win"
    );
    // Bo's webinar is 71 days before: not in a window of 60.
    let near = asked(&["--model", "first", "--window", "60"]);
    assert_eq!(cents(&near), of(&[("form", 5_000), ("page", 10_001), ("webinar", 0)]));
    let january = asked(&["--model", "linear", "--to", "2026-02-05"]);
    assert_eq!((&january["results"], &january["shared_minor"]), (&1.into(), &10_001.into()));
}

#[test]
fn each_figure_is_the_sum_of_the_list_that_it_opens() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "300", "--seed", "3"]);
    for more in [&["--model", "time_decay"][..], &["--stage", "mql"]] {
        let document = tandem.json(&[&["attribution"], more].concat());
        let values = document["values"].as_array().unwrap();
        assert!(values.len() > 1, "{document}");
        let mut sum = 0;
        for value in values {
            sum += value["amount_minor"].as_i64().unwrap();
            let name = value["value"].as_str().unwrap();
            let list = tandem.json(&[&["attribution", "--list", name], more].concat());
            assert_eq!(list["count"], value["behind"], "{name}");
            assert_eq!(list["amount_minor"], value["amount_minor"], "{name}");
            let apart = list["results"].as_f64().unwrap() - value["results"].as_f64().unwrap();
            assert!(apart.abs() < 1e-9, "{name}");
        }
        assert_eq!(Some(sum), document["shared_minor"].as_i64());
    }
}

#[test]
fn it_says_by_which_terms_and_what_holds_whatever_the_model() {
    let tandem = tandem();
    let said = tandem.run(&["attribution", "--by", "campaign"]);
    assert_eq!(said.code, 0, "{said:?}");
    insta::assert_snapshot!(said.out);
    insta::assert_snapshot!("models", tandem.run(&["attribution", "--models"]).out);
    insta::assert_snapshot!("list", tandem.plain_ids(&["attribution", "--list", "form"]));
}

#[test]
fn what_is_not_there_is_refused_with_what_there_is() {
    let tandem = tandem();
    let said = tandem.run(&["attribution", "--list", "webinars"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("did you mean `webinar`?"), "{}", said.err);
    let said = tandem.run(&["attribution", "--stage", "mqll"]);
    assert!(said.err.contains("did you mean `mql`?"), "{}", said.err);
    let said = tandem.run(&["attribution", "--by", "lead.shoe_size"]);
    assert!(said.err.contains("lead.shoe_size"), "{}", said.err);
    assert_eq!(tandem.run(&["attribution", "--model", "middle"]).code, 2);
}

/// What was spent is of the settings: the part of it that falls on the days that were asked for.
#[test]
fn what_was_spent_stands_beside_what_it_brought() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "600", "--seed", "3"]);
    let before = tandem.json(&["attribution"]);
    assert_eq!(before["cost_minor"], Value::Null);
    let costs = r#"
[[cost]]
channel = "webinar"
amount = 9000
from = 2024-01-01
to = 2024-03-30

[[cost]]
channel = "carrier_pigeon"
amount = 500.5
from = 2024-02-01
to = 2024-02-29

[[cost]]
campaign = "nothing"
amount = 1
from = 2024-02-01
to = 2024-02-29
"#;
    tandem.write("costs.toml", costs);
    let applied = tandem.run(&["settings", "apply", "costs.toml"]);
    assert_eq!(applied.code, 0, "{applied:?}");
    let found = tandem.json(&["attribution"]);
    assert_eq!(
        (&found["cost_minor"], &found["cost_elsewhere_minor"]),
        (&950_050.into(), &50_050.into())
    );
    let values = found["values"].as_array().unwrap();
    let webinar = values.iter().find(|it| it["value"] == "webinar").unwrap();
    assert_eq!(webinar["cost_minor"], 900_000);
    let number = |of: &Value| of.as_f64().unwrap();
    let brought = number(&webinar["amount_minor"]) / 900_000.0;
    assert!((number(&webinar["return_on_cost"]) - brought).abs() < 1e-9);
    assert!(
        number(&webinar["return_least"]) <= brought && brought <= number(&webinar["return_most"])
    );
    let each = 900_000.0 / number(&webinar["results"]);
    assert!((number(&webinar["cost_per_result_minor"]) - each).abs() < 1e-6);
    let all = number(&found["shared_minor"]) / 950_050.0;
    assert!((number(&found["return_on_cost"]) - all).abs() < 1e-9);
    assert!(values.iter().any(|it| it["cost_minor"].is_null()), "{values:?}");
    // 31 of 90 days.
    let january = tandem.json(&["attribution", "--from", "2024-01-01", "--to", "2024-02-01"]);
    assert_eq!(january["cost_minor"], 310_000);
    let shown = tandem.run(&["attribution"]);
    assert!(shown.out.contains("Spent by the settings"), "{}", shown.out);
    let campaigns = tandem.json(&["attribution", "--by", "campaign"]);
    assert_eq!(campaigns["cost_minor"], 100);
}
