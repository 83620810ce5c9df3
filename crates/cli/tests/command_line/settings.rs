//! `tandem settings`, and what `tandem settle` and `tandem why` say of routing.

use crate::tandem::{CHARTER, Tandem};

const SETTINGS: &str = "\
[team.sdr]
members = [\"ana\", \"ben\"]
[person.ana]
capacity = 30
[person.ben]
absent = [{ from = 2026-03-01, to = 2026-03-31 }]
";

/// Three leads, and routes from 4 March on.
fn with_routes() -> Tandem {
    let tandem = Tandem::with_three_leads();
    let route = "[[route]]\nid = \"all\"\nto = \"team:sdr\"\n";
    tandem.write("routed.toml", &format!("{CHARTER}\n{route}"));
    let adopted = tandem.run(&["charter", "adopt", "routed.toml"]);
    assert_eq!(adopted.code, 0, "{adopted:?}");
    tandem.write("settings.toml", SETTINGS);
    tandem
}

#[test]
fn what_the_crm_says_otherwise_is_counted_and_listed() {
    let tandem = with_routes();
    let none = tandem.run(&["disagreements"]);
    assert_eq!(
        (none.code, none.out.as_str()),
        (
            0,
            "Stage (Tandem leads): the CRM said nothing of any lead.\n\
             Assignee (Tandem leads): the CRM said nothing of any lead.\n"
        )
    );
    tandem.write("crm.toml", &format!("{SETTINGS}[crm]\nassignee = \"crm\"\n"));
    assert_eq!(tandem.run(&["settings", "apply", "crm.toml"]).code, 0);
    let counted = tandem.json(&["disagreements"]);
    assert_eq!(
        (&counted["assignee"]["led_by"], &counted["stage"]["compared"]),
        (&"crm".into(), &0.into())
    );
    assert_eq!(tandem.json(&["disagreements", "--list", "stage"])["count"], 0);
    let wrong = tandem.run(&["disagreements", "--list", "stage:all"]);
    assert!(
        wrong.code != 0 && wrong.err.contains("disagree, agree or unexplained"),
        "{}",
        wrong.err
    );
    tandem.write("wrong.toml", "[crm]\nstage = \"crn\"\n");
    let refused = tandem.run(&["settings", "check", "wrong.toml"]);
    assert!(refused.out.contains("did you mean `crm`?"), "{}", refused.out);
}

#[test]
fn settings_are_checked_applied_and_shown() {
    let tandem = with_routes();
    let check = tandem.run(&["settings", "check", "settings.toml"]);
    assert_eq!(
        (check.code, check.out.as_str()),
        (0, "settings.toml is sound: 1 team and 2 people.\n")
    );
    tandem.write("broken.toml", "[team.sdr]\nmembers = [\"ana\"]\nweights = { anna = 2 }\n");
    let check = tandem.run(&["settings", "check", "broken.toml"]);
    assert_eq!(check.code, 1);
    assert!(check.out.contains("did you mean `ana`?"), "{}", check.out);
    let refused = tandem.run(&["settings", "apply", "broken.toml"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("broken.toml:3:13"), "{}", refused.err);
    let none = tandem.run(&["settings", "show"]);
    assert!(none.err.contains("there are no settings yet"), "{}", none.err);
    assert_eq!(tandem.run(&["settings", "apply", "settings.toml"]).code, 0);
    assert_eq!(tandem.run(&["settle"]).code, 0);
    insta::assert_snapshot!(tandem.run(&["settings", "show"]).out);
    let shown = tandem.json(&["settings", "show"]);
    assert_eq!(
        (&shown["people"][0]["open_leads"], &shown["people"][1]["away"]),
        (&1.into(), &true.into())
    );
}

#[test]
fn settling_gives_waiting_leads_to_whoever_is_free_and_why_tells_from_what() {
    let tandem = with_routes();
    tandem.write("empty.toml", "[team.other]\nmembers = [\"ana\"]\n");
    let said = tandem.run(&["settings", "apply", "empty.toml"]).out;
    assert!(said.contains("in which there is nobody"), "{said}");
    let waits = tandem.json(&["settle"]);
    assert_eq!(
        (&waits["routed"]["given"], &waits["routed"]["nobody_free"]),
        (&0.into(), &1.into())
    );
    assert_eq!(tandem.run(&["settings", "apply", "settings.toml"]).code, 0);
    let settled = tandem.json(&["settle"]);
    assert_eq!(settled["routed"]["given"], 1);
    let why = tandem.run(&["why", "crm.lead:1"]).out;
    let plain = why.split_whitespace().collect::<Vec<_>>().join(" ");
    let from = "by route.all to team:sdr: ana had 0 of 30 open leads and was next, ben was away";
    assert!(plain.contains(from), "{why}");
    let why = tandem.json(&["why", "crm.lead:1"]);
    assert_eq!((&why["routed"][0]["chosen"], &why["state"]["who"]), (&"ana".into(), &"ana".into()));
}
