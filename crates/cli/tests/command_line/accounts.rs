//! `tandem accounts`, and `tandem why` of an account.

use crate::tandem::{CHARTER, Tandem};

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "leads.csv"
dated = "seen"
times = { seen = "%Y-%m-%d %H:%M" }

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
personal = { name = "name" }
links = [{ to = "account", namespace = "crm.account", column = "firm" }]

[[file.subject.fact]]
kind = "touch"
name = { column = "did", map = { demo = "form.demo_request", webinar = "webinar.attended" } }

[[file.subject]]
kind = "account"
id = { namespace = "crm.account", column = "firm" }
personal = { name = "firm" }

[file.subject.traits]
"account.employees" = { column = "employees", type = "number" }
"#;

const LEADS: &str = "\
id,name,seen,did,firm,employees
1,Ann Arbor,2026-03-02 10:00,webinar,Acme Example,80
2,Bo Birch,2026-03-03 11:30,webinar,Acme Example,80
3,Cy Cedar,2026-03-04 09:15,webinar,Birch Example,20
";

const ACCOUNTS: &str = r#"
[account]

[[account.stage]]
id = "aware"
name = "Aware"
side = "marketing"

[[account.stage]]
id = "engaged"
name = "Engaged account"
side = "sales"
enter = "engagement >= 25 && fit >= 20"

[[account.promise]]
id = "aware-rests"
by = "marketing"
from = "stage:aware"
until = "stage:engaged"
within = "60 days"

[[account.promise]]
id = "plan"
by = "sales"
from = "stage:engaged"
until = "leaves"
within = "1 business day"
on_breach = ["tell assignee", "after 1 business day: tell sales_head"]
"#;

fn tandem(charter: &str) -> Tandem {
    let tandem = Tandem::new();
    tandem.write("charter.toml", charter);
    tandem.write("mapping.toml", MAPPING);
    tandem.write("exports/leads.csv", LEADS);
    let adopted = tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-03-01"]);
    assert_eq!(adopted.code, 0, "{adopted:?}");
    let imported = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    tandem
}

#[test]
fn accounts_are_listed_and_explained() {
    let tandem = tandem(&format!("{CHARTER}{ACCOUNTS}"));
    let listed = tandem.run(&["accounts"]);
    assert_eq!(listed.code, 0, "{listed:?}");
    for said in ["2 accounts", "Acme"] {
        assert!(listed.out.contains(said), "{said}: {}", listed.out);
    }
    let why = tandem.run(&["why", "Acme Example"]);
    let id = tandem.json(&["accounts"])["accounts"][0]["account"].as_str().unwrap().to_owned();
    assert_eq!(tandem.run(&["why", &id]).out, why.out);
    assert_eq!(tandem.run(&["why", "crm.account:Acme Example"]).out, why.out);
    for said in ["an account of 2 people", "webinar.attended", "An account enters Engaged account"]
    {
        let one_line = why.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(one_line.contains(said), "{said}: {}", why.out);
    }
    let document = tandem.json(&["why", &id]);
    let decided = document["decisions"].as_array().unwrap();
    assert_eq!(decided.len(), 7, "{document}");
    assert_eq!(decided[4]["clause"], "account.stage.engaged");
    assert!(decided[4]["says"].as_str().unwrap().starts_with("An account enters Engaged account"));
    let one = tandem.json(&["accounts", "--stage", "aware"]);
    assert_eq!(one["accounts"][0]["name"], "Birch Example");
}

#[test]
fn a_charter_without_accounts_says_what_to_add() {
    let tandem = tandem(CHARTER);
    let refused = tandem.run(&["accounts"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("add `[account]`"), "{}", refused.err);
    assert_eq!(tandem.run(&["why", "no such thing"]).code, 1);
}

#[test]
fn a_stage_of_accounts_that_is_gone_needs_a_place_to_go() {
    let tandem = tandem(&format!("{CHARTER}{ACCOUNTS}"));
    let fewer = ACCOUNTS.replace("\"engaged\"", "\"busy\"").replace("stage:engaged", "stage:busy");
    tandem.write("next.toml", &format!("{CHARTER}{fewer}"));
    let refused = tandem.run(&["charter", "adopt", "next.toml"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("`[account.moves_to]`"), "{}", refused.err);
    // Nor is it forgotten where accounts were not followed in between.
    tandem.write("none.toml", CHARTER);
    assert_eq!(tandem.run(&["charter", "adopt", "none.toml"]).code, 0);
    assert_eq!(tandem.run(&["charter", "adopt", "next.toml"]).code, 1);
}
