//! `tandem why` and `tandem leads`.

use crate::tandem::Tandem;
use serde_json::json;

#[test]
fn why_tells_where_a_lead_is_and_how_it_came_to_that() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["why", "crm.lead:1"]);
    assert_eq!(tandem.run(&["why", "ann@acme.example"]).out, said.out, "by address too");
    let id = tandem.json(&["why", "Ann Arbor"])["lead"]["id"].as_str().unwrap().to_owned();
    assert_eq!(tandem.run(&["why", &id]).out, said.out, "and by id");
    insta::assert_snapshot!(tandem.plain(&said.out), @r#"
    Ann Arbor  ANN----------
    It is in Marketing qualified since 2 Mar 2026, 10:00 (3 d 2 h). It waits in the SDR queue for
    somebody to take it.
    ▲ late 2 d 21 h: due 2 Mar 2026, 14:00. Promised: From the moment a lead is in Marketing qualified
    and it is hot (engagement at least 60), sales contacts it in person within 4 business hours;
    otherwise the person responsible and the head of sales are told.
    Why there? A lead enters Marketing qualified when its fit is at least 40 and its engagement at least
      35, or it asked for a demo and its fit is at least 0.

    Fit 25: who they are
        +20 A lead gains 20 points of fit when its seniority is C-level, VP or director (learned less
             than 365 days ago).
         +5 A lead gains 5 points of fit when it has a business mail address.
             8 other rules give no points, 7 of them because too little is known
    Engagement 55.9: what they did (worth half after 30 days)
      +55.9 A lead gains 60 points of engagement each time it asked for a demo: so far once.

    What happened, and what followed
      2 Mar 2026
          10:00 ● its seniority is director; its source is website; it has a business mail address
          10:00 ● it asked for a demo
                   → its first pass begins
                   → enters Inquiry · A lead that is new or rests starts a new pass when it filled in a
                      form, it registered for a webinar or came to one, it registered for an event or
                      came to one, it downloaded content, it started a chat, it looked at the prices, it
                      replied to a mail or an opportunity is opened.
                   → enters Engaged · A lead enters Engaged when its engagement is at least 15.
                   → enters Marketing qualified · A lead enters Marketing qualified when its fit is at
                      least 40 and its engagement at least 35, or it asked for a demo and its fit is at
                      least 0.
                   → waits in the SDR queue for somebody to take it
                   → promise “first-touch-hot” runs, due 2 Mar 2026, 14:00 · From the moment a lead is
                      in Marketing qualified and it is hot (engagement at least 60), sales contacts it
                      in person within 4 business hours; otherwise the person responsible and the head
                      of sales are told.
                   → promise “first-touch” runs, due 3 Mar 2026, 17:00 · From the moment a lead enters
                      Marketing qualified, sales contacts it in person within 16 business hours;
                      otherwise the person responsible and the head of sales are told.
                   → promise “verdict” runs, due 9 Mar 2026, 10:00 · From the moment a lead enters
                      Marketing qualified, sales gives its verdict within 7 days; otherwise the person
                      responsible, the head of sales and the head of marketing are told.
                   → promise “mql-moves-on” runs, due 16 Mar 2026, 10:00 · From the moment a lead enters
                      Marketing qualified, sales moves it on within 14 days; otherwise the head of sales
                      is told.
          14:00 → ▲ promise “first-touch-hot” is late: due 2 Mar 2026, 14:00
      3 Mar 2026
          17:00 → ▲ promise “first-touch” is late: due 3 Mar 2026, 17:00
    "#);
}

#[test]
fn why_speaks_to_programs_too() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["why", "crm.lead:2", "--json"]);
    insta::assert_snapshot!("why_json", tandem.plain(&said.out));
}

#[test]
fn a_name_that_several_leads_have_is_asked_back() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["why", "example"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("several leads match `example`"), "{}", said.err);
    assert!(said.err.contains("Bo Birch"), "{}", said.err);
}

#[test]
fn the_scores_add_up_to_what_the_list_shows() {
    let tandem = Tandem::with_three_leads();
    for name in ["crm.lead:1", "crm.lead:2", "crm.lead:3"] {
        let why = tandem.json(&["why", name]);
        let points = |score: &str, counts: fn(&serde_json::Value) -> bool| {
            let lines = why["scores"][score].as_array().unwrap().iter();
            lines.filter(|line| counts(line)).map(|it| it["points"].as_f64().unwrap()).sum::<f64>()
        };
        let fit = points("fit", |line| line["holds"] == json!(true));
        assert!((fit - why["state"]["fit"].as_f64().unwrap()).abs() < 1e-9);
        let engagement = points("engagement", |_| true);
        assert!((engagement - why["state"]["engagement"].as_f64().unwrap()).abs() < 1e-6);
    }
}

#[test]
fn the_most_urgent_leads_come_first() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["leads", "--open"]);
    insta::assert_snapshot!(tandem.plain(&said.out), @r#"
    3 open leads; 1 waited longer than agreed.

      Lead       Stage      Whose turn      Next                        Fit  Engagement  Id
      Ann Arbor  Marketing  SDR queue       ▲ late 2 d 21 h              25          56  ANN----------
                 qualified
      Bo Birch   Inquiry    marketing team  due 1 Jun 2026, 87 d left     5           8  BO-----------
      Cy Cedar   Engaged    marketing team  due 2 Jun 2026, 88 d left   -40          58  CY-----------

    Why is the first one there? tandem why ANN----------
    "#);
}

#[test]
fn lists_are_narrowed_by_stage_and_by_what_is_known() {
    let tandem = Tandem::with_three_leads();
    let names = |arguments: &[&str]| {
        let list = tandem.json(&[&["leads"], arguments].concat());
        let names = list["leads"].as_array().unwrap().iter();
        let mut names: Vec<_> =
            names.map(|it| it["lead"]["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&["--stage", "mql"]), ["Ann Arbor"]);
    assert_eq!(names(&["--where", "lead.source=website"]), ["Ann Arbor", "Cy Cedar"]);
    assert_eq!(names(&["--text", "birch"]), ["Bo Birch"]);
    assert_eq!(names(&["--limit", "1"]).len(), 1);
    assert_eq!(tandem.json(&["leads", "--limit", "1"])["total"], json!(3));
    let limited = tandem.run(&["leads", "--limit", "1"]).out;
    assert!(limited.starts_with("3 leads, the 1 due first"), "{limited}");
    let said = tandem.run(&["leads", "--stage", "mqll"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.err, @r#"
    error: the ledger knows no stage `mqll`
      do: did you mean `mql`? each stage that there is: inquiry, engaged, mql, sal, sql, opportunity, customer, nurture, disqualified
    "#);
}
