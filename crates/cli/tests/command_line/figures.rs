//! `tandem funnel` and `tandem promises`.

use crate::tandem::Tandem;
use serde_json::Value;

#[test]
fn the_funnel_is_drawn_and_counted() {
    let tandem = Tandem::with_three_leads();
    insta::assert_snapshot!(tandem.run(&["funnel", "--by", "lead.source"]).out, @r#"
    3 leads came in, and 0 reached Customer (0 %). Most stay behind between Marketing qualified and
    Sales accepted: 1 of 1.

      Inquiry              ██████████████████████████        3 · 1 there now
      Engaged              █████████████████▍                2  66.7 % of the stage before · 1 there now
      Marketing qualified  ████████▋                         1  50.0 % of the stage before · 1 there now
      Sales accepted                                         0     0 % of the stage before
      Sales qualified                                        0
      Opportunity                                            0
      Customer                                               0

    By lead.source
               Inquiry  Engaged  Marketing     Sales      Sales  Opportunity  Customer   First to last
                                 qualified  accepted  qualified
      website        2        2          1         0          0            0         0             0 %
      webinar        1        0          0         0          0            0         0             0 %

    How long it takes, in calendar days
                                            Leads  Median  Mean  p75  p90  Longest  Waiting  Gone
      Inquiry → Engaged                         2       0     0    0    0        0        1     0
      Engaged → Marketing qualified             1       0     0    0    0        0        1     0
      Marketing qualified → Sales accepted      0       -     -    -    -        -        1     0
      Sales accepted → Sales qualified          0       -     -    -    -        -        0     0
      Sales qualified → Opportunity             0       -     -    -    -        -        0     0
      Opportunity → Customer                    0       -     -    -    -        -        0     0
      first touch → Customer                    0       -     -    -    -        -        3     0
      Waiting may still come; gone rest now without having come.
    "#);
    insta::assert_json_snapshot!("funnel_json", tandem.json(&["funnel"]));
}

#[test]
fn promises_are_counted_by_side() {
    let tandem = Tandem::with_three_leads();
    insta::assert_snapshot!(tandem.run(&["promises"]).out, @r#"
    Marketing had nothing to keep yet; sales kept 0 of 2 promises. 2 promises are overdue and still
    open.

      Marketing                                                          - kept of 0 · 2 running
      Sales                                                            0 % kept of 2 · 2 running

    What marketing promised
                         Within    Kept  Late  No answer  Overdue  Not judged  Running  Share kept
      inquiry-moves-on   90 days      0     0          0        0           0        1           -
      engaged-moves-on   90 days      0     0          0        0           0        1           -
      nurture-follow-up  14 days      0     0          0        0           0        0           -
      nurture-moves-on   180 days     0     0          0        0           0        0           -

    What sales promised
                            Within    Kept  Late  No answer  Overdue  Not judged  Running  Share kept
      first-touch-hot       4            0     0          0      ▲ 1           0        0         0 %
                            business
                            hours
      first-touch           16           0     0          0      ▲ 1           0        0         0 %
                            business
                            hours
      verdict               7 days       0     0          0        0           0        1           -
      mql-moves-on          14 days      0     0          0        0           0        1           -
      first-meeting         10 days      0     0          0        0           0        0           -
      sal-moves-on          30 days      0     0          0        0           0        0           -
      sql-moves-on          45 days      0     0          0        0           0        0           -
      opportunity-moves-on  120 days     0     0          0        0           0        0           -
    "#);
    insta::assert_json_snapshot!("promises_json", tandem.json(&["promises"]));
}

/// Invariant 4: a figure is the length of the list that it opens.
#[test]
fn each_figure_is_the_length_of_the_list_that_it_opens() {
    let tandem = Tandem::with_three_leads();
    let length = |command: &str, figure: &str| {
        let list = tandem.json(&[command, "--list", figure]);
        assert_eq!(list["count"], list["leads"].as_array().unwrap().len());
        list["count"].clone()
    };
    for stage in tandem.json(&["funnel"])["stages"].as_array().unwrap() {
        for figure in ["reached", "entered", "waiting", "assumed"] {
            let name = format!("{}:{figure}", stage["id"].as_str().unwrap());
            assert_eq!(length("funnel", &name), stage[figure], "{name}");
        }
    }
    for promise in tandem.json(&["promises"])["promises"].as_array().unwrap() {
        for figure in ["all", "kept", "broken", "running", "cancelled", "still_open"] {
            let name = format!("{}:{figure}", promise["id"].as_str().unwrap());
            assert_eq!(length("promises", &name), promise[figure], "{name}");
        }
    }
}

/// Invariant 10: what was before the charter is assumed, and nobody is late for it.
#[test]
fn what_was_before_the_charter_is_told_apart() {
    let tandem = Tandem::with_three_leads();
    let adopt = ["--db", "late.db", "charter", "adopt", "charter.toml", "--at", "2026-03-04"];
    assert_eq!(tandem.run(&adopt).code, 0);
    let import = ["--db", "late.db", "import", "exports", "--map", "mapping.toml"];
    assert_eq!(tandem.run(&import).code, 0);
    let funnel = tandem.json(&["--db", "late.db", "funnel"]);
    let first = &funnel["stages"][0];
    assert_eq!((&first["assumed"], &first["certainty"]), (&Value::from(2), &Value::from("mixed")));
    let promises = tandem.json(&["--db", "late.db", "promises"]);
    let sales = |figures: &Value| figures["sides"][1]["broken"].clone();
    assert_eq!(sales(&promises["in_retrospect"]), 2, "Ann was called by nobody");
    let said = tandem.run(&["--db", "late.db", "promises"]).out;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("sales would have kept 0 of 2"), "{said}");
    assert!(tandem.run(&["--db", "late.db", "why", "crm.lead:1"]).out.contains("in retrospect"));
}

#[test]
fn the_funnel_and_the_list_agree_on_who_waits() {
    let tandem = Tandem::with_three_leads();
    for stage in tandem.json(&["funnel"])["stages"].as_array().unwrap() {
        let id = stage["id"].as_str().unwrap();
        let list = tandem.json(&["leads", "--open", "--stage", id]);
        assert_eq!(stage["waiting"], list["leads"].as_array().unwrap().len(), "{id}");
    }
}

#[test]
fn a_funnel_may_be_of_the_leads_of_a_period() {
    let tandem = Tandem::with_three_leads();
    let leads =
        |arguments: &[&str]| tandem.json(&[&["funnel"], arguments].concat())["leads"].clone();
    assert_eq!(leads(&[]), 3);
    assert_eq!(leads(&["--from", "2026-03-03"]), 2);
    assert_eq!(leads(&["--from", "2026-03-03", "--to", "2026-03-04"]), 1);
    assert_eq!(leads(&["--to", "2026-03-02"]), 0);
}

#[test]
fn the_time_between_two_stages_can_be_asked_for() {
    let tandem = Tandem::with_three_leads();
    let between = tandem.json(&["funnel", "--between", "first_touch", "mql"])["between"].clone();
    assert_eq!((&between["n"], &between["from"]), (&Value::from(1), &Value::from("first_touch")));
    assert_eq!(between["calendar_days"]["median"], 0.0);
    let backwards = tandem.run(&["funnel", "--between", "mql", "inquiry"]);
    assert_eq!(backwards.code, 1);
    insta::assert_snapshot!(backwards.err, @"error: there is no way from `mql` to `inquiry`: name two stages of the path, the earlier one first");
}

#[test]
fn a_period_is_named_and_never_backwards() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["funnel", "--from", "2026-03-03", "--to", "2026-03-04"]).out;
    let wanted = "Of the leads that began from 3 Mar 2026 on and before 4 Mar 2026: 1 lead came in";
    assert!(said.starts_with(wanted), "{said}");
    let said = tandem.run(&["funnel", "--from", "2026-03-04", "--to", "2026-03-03"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    insta::assert_snapshot!(said.err, @r#"
    error: there is no time from 4 Mar 2026, 00:00 to 3 Mar 2026, 00:00
      do: give --from the earlier time and --to the later one, which is not included
    "#);
}

#[test]
fn the_headings_of_the_table_name_its_figures() {
    let tandem = Tandem::with_three_leads();
    let count = |figure: &str| {
        let figure = format!("first-touch:{figure}");
        tandem.json(&["promises", "--list", &figure])["count"].clone()
    };
    assert_eq!(
        (count("overdue"), count("Overdue"), count("still_open")),
        (1.into(), 1.into(), 1.into())
    );
    for figure in ["late", "no answer", "not judged", "Not judged", "no_answer"] {
        assert_eq!(count(figure), 0, "{figure}");
    }
    let said = tandem.run(&["promises", "--list", "first-touch:forgotten"]);
    assert!(said.err.contains("overdue, not judged"), "{}", said.err);
}

/// A lead that came twice was promised twice, and waits once.
#[test]
fn a_sentence_about_leads_counts_each_once() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "800", "--seed", "3"]);
    let list = tandem.json(&["promises", "--list", "first-touch-hot:broken"]);
    let mut leads: Vec<_> =
        list["leads"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    leads.sort_unstable();
    leads.dedup();
    assert_eq!(list["distinct_leads"], leads.len());
    let listed = tandem.run(&["promises", "--list", "first-touch-hot:broken"]).out;
    assert!(
        listed.lines().next().unwrap().ends_with(&format!("{} leads.", leads.len())),
        "{listed}"
    );
    let told = Tandem::new().run(&["demo", "--size", "800", "--seed", "3"]).out;
    assert!(told.contains(&format!("{} hot leads", leads.len())), "{told}");
}
