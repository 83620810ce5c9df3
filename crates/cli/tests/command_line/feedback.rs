//! `tandem feedback`.

use crate::tandem::{CHARTER, Tandem};
use serde_json::Value;

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "log.csv"
dated = "at"
times = { at = "%Y-%m-%d %H:%M" }

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "lead" }

[[file.subject.fact]]
kind = "touch"
id = "touch"
name = "form.demo_request"
value = { column = "word" }
when = { column = "what", equals = "demo" }

[[file.subject.fact]]
kind = "verdict"
id = "rejected"
name = "rejected"
value = { column = "word" }
when = { column = "what", equals = "rejected" }

[[file.subject.fact]]
kind = "verdict"
id = "accepted"
name = "accepted"
when = { column = "what", equals = "accepted" }

[[file]]
path = "deals.csv"
dated = "won"
times = { won = "%Y-%m-%d" }

[[file.subject]]
kind = "opportunity"
id = { namespace = "crm.deal", column = "id" }
links = [{ to = "person", namespace = "crm.lead", column = "lead" }]

[[file.subject.fact]]
kind = "opportunity"
id = "stage"
name = "opportunity.stage"
value = "won"
"#;

/// Ann is rejected and wins later; Bo is rejected for good; Cy is accepted; Dee waits.
const LOG: &str = "\
lead,at,what,word
ann,2026-01-05 10:00,demo,spring
ann,2026-01-06 10:00,rejected,no_authority
bo,2026-01-05 11:00,demo,spring
bo,2026-01-07 11:00,rejected,student
cy,2026-01-05 12:00,demo,ads
cy,2026-01-08 12:00,accepted,
dee,2026-01-09 12:00,demo,ads
";

fn tandem() -> Tandem {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    tandem.write("mapping.toml", MAPPING);
    tandem.write("exports/log.csv", LOG);
    tandem.write("exports/deals.csv", "id,lead,won\nD1,ann,2026-02-20\n");
    assert_eq!(tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-01-01"]).code, 0);
    let imported = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    tandem
}

#[test]
fn verdicts_are_counted_by_campaign_with_their_reasons() {
    let tandem = tandem();
    let found = tandem.json(&["feedback"]);
    let whole = &found["whole"];
    for (figure, count) in [("verdicts", 3), ("refused", 2), ("accepted", 1), ("recycled", 0)] {
        assert_eq!(whole[figure], count, "{figure}");
    }
    let spring = &found["values"][0];
    assert_eq!((&spring["value"], &spring["rejected"]), (&"spring".into(), &2.into()));
    assert_eq!((&found["unit"], &found["certainty"]), (&"verdicts".into(), &"exact".into()));
    assert_eq!(found["waiting"], 1, "Dee's");
    let lead = |list: &Value| list[0]["lead"].as_str().unwrap().to_owned();
    let id = |name: &str| tandem.json(&["why", name])["lead"]["id"].as_str().unwrap().to_owned();
    assert_eq!(lead(&found["bought_later"]), id("crm.lead:ann"));
    assert_eq!(lead(&found["mistaken"]), id("crm.lead:bo"));
    let mistaken = &found["mistaken"][0];
    assert_eq!(
        (&mistaken["reason"], &mistaken["qualified_by"]),
        (&"student".into(), &"form.demo_request".into())
    );
    let late = tandem.json(&["feedback", "--from", "2026-01-07"]);
    assert_eq!(late["whole"]["verdicts"], 2);
    insta::assert_snapshot!(tandem.run(&["feedback"]).out);
}

/// Invariant 4.
#[test]
fn each_figure_of_feedback_is_the_length_of_the_list_that_it_opens() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "300", "--seed", "3"]);
    let found = tandem.json(&["feedback", "--by", "lead.source"]);
    let length = |figure: &str| {
        tandem.json(&["feedback", "--by", "lead.source", "--list", figure])["count"].clone()
    };
    let mut sum = 0;
    for row in found["values"].as_array().unwrap() {
        let value = row["value"].as_str().unwrap();
        sum += row["verdicts"].as_u64().unwrap();
        for figure in ["refused", "accepted"] {
            assert_eq!(length(&format!("{value}:{figure}")), row[figure], "{value} {figure}");
        }
        for reason in row["reasons"].as_array().unwrap().iter().take(1) {
            let figure = format!("{value}:{}", reason["reason"].as_str().unwrap());
            assert_eq!(length(&figure), reason["count"], "{figure}");
        }
    }
    assert_eq!(found["whole"]["verdicts"].as_u64(), Some(sum));
    for figure in ["bought_later", "mistaken"] {
        assert_eq!(length(figure), found[figure].as_array().unwrap().len(), "{figure}");
    }
    assert_eq!(length("waiting"), found["waiting"]);
    let said = tandem.run(&["feedback", "--list", "webinarr:refused"]);
    assert!(said.err.contains("webinar"), "{}", said.err);
}

/// Each change that is proposed is a sound charter, and its backtest says what it would do.
#[test]
fn what_is_proposed_is_a_charter_that_a_backtest_takes() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "600", "--seed", "3"]);
    let found = tandem.json(&["feedback"]);
    let remedies = found["remedies"].as_array().unwrap();
    // Webinars are what the demo's sales refuses.
    let kept_back = remedies.iter().find(|it| it["finding"] == "refused_most").unwrap();
    assert_eq!(kept_back["clause"], "stage.mql.enter");
    assert!(kept_back["proposed"].as_str().unwrap().contains("lead.source != 'webinar'"));
    let half = remedies.iter().find(|it| it["finding"] == "mistaken_by");
    let half = half.unwrap_or_else(|| panic!("{:?}", found["mistaken_by"]));
    let points = |of: &str| half[of].as_str().unwrap().parse::<f64>().unwrap();
    assert_eq!(points("proposed"), (points("now") / 2.0).floor());
    for (nth, remedy) in (1..).zip(remedies) {
        let printed = tandem.run(&["feedback", "--remedy", &nth.to_string()]);
        assert_eq!(printed.out.trim_end(), remedy["charter"].as_str().unwrap().trim_end());
    }
    tandem.write("changed.toml", kept_back["charter"].as_str().unwrap());
    let checked = tandem.run(&["charter", "check", "changed.toml"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let backtest = tandem.run(&["backtest", "--against", "changed.toml"]);
    assert_eq!(backtest.code, 0, "{backtest:?}");
    let shown = tandem.run(&["feedback"]);
    assert!(shown.out.contains("What could be changed"), "{}", shown.out);
    let none = tandem.run(&["feedback", "--remedy", "99"]);
    assert!(none.err.contains("from 1 to"), "{}", none.err);
}
