//! `tandem map suggest` and `tandem audit` over a small export that nobody has described.

use crate::tandem::Tandem;
use serde_json::{Value, json};
use std::fs;

const LEADS: &str = "\
Lead ID,Full Name,Email,Source,Created,Status
L1,Ann Arbor,ann@acme.example,Web,2026-01-05,Open
L2,Bo Birch,bo@birch.example,Fair,2026-01-05,Unqualified
L3,Cy Cedar,cy@cedar.example,Web,2026-01-06,Open
L4,Di Dogwood,di@dogwood.example,Select,2026-01-07,Open
L5,Ed Elm,ed@elm.example,web,2026-01-08,Open
";

const CALLS: &str = "\
lead_id;rep;call_date;call_result
L1;kim;2026-01-05;connected
L2;kim;2026-01-20;no answer
L3;lee;2026-01-07;connected
L3;lee;2026-01-09;connected
";

const DEALS: &str = "\
deal_id,lead_id,deal_stage,close_date,amount
D1,L3,Closed Won,2026-02-01,1200
D2,L1,Closed Lost,2026-02-03,800
";

fn export() -> Tandem {
    let tandem = Tandem::new();
    tandem.write("export/leads.csv", LEADS);
    tandem.write("export/calls.csv", CALLS);
    tandem.write("export/deals.csv", DEALS);
    tandem
}

fn finding<'a>(audit: &'a Value, id: &str) -> &'a Value {
    let findings = audit["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["id"] == id).unwrap_or_else(|| panic!("{id}: {audit:#}"))
}

#[test]
fn an_unknown_export_is_told_in_plain_words() {
    let said = export().run(&["audit", "export"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let plain = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "2 of 5 leads were never touched: no call, mail, meeting or answer.",
        "1 of 3 leads waited longer than a week for somebody to reach out",
        "1 of 5 leads was not taken further (20.0 %).",
        "What these files cannot say",
        "When leads were refused, so not what came after. Needed: the date of each refusal.",
        "`Web` and `web` in `Source` are taken as one",
        "calls.csv: what sales did with leads",
        "`Closed Won` means won, `Closed Lost` lost",
        "a small sample",
    ] {
        assert!(plain.contains(part), "{part}: {plain}");
    }
}

#[test]
fn without_any_date_what_is_known_is_as_of_today() {
    let tandem = Tandem::new();
    let rows = (1..=40).map(|n| format!("L{n},{},{}\n", ["Web", "Fair"][n % 2], n % 3 / 2));
    let text: String =
        std::iter::once("Lead ID,Source,Converted\n".to_owned()).chain(rows).collect();
    tandem.write("export/leads.csv", &text);
    let said = tandem.run(&["audit", "export"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let plain = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("13 of 40 leads bought"), "{plain}");
    let since = "holds since today, as no column says when anything happened, 2026-03-05";
    assert!(plain.contains(since), "{plain}");
}

#[test]
fn the_suggested_mapping_is_written_with_its_reasons_and_imports_as_it_stands() {
    let tandem = export();
    let said = tandem.run(&["map", "suggest", "export", "--out", "mapping.toml"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("leads.csv: leads (each row has its own `Lead ID`)"), "{}", said.out);
    let mapping = std::fs::read_to_string(tandem.path("mapping.toml")).unwrap();
    for part in [
        "# guess: a lead came at the time in `Created`",
        "\"lead.source\" = { column = \"Source\", empty = [\"\", \"Select\"]",
        "delimiter = \";\"",
        "name = { column = \"call_result\", map = { connected = \"call.connected\"",
        "contradiction = \"won before its first contact\"",
    ] {
        assert!(mapping.contains(part), "{part}: {mapping}");
    }
    assert_eq!(tandem.run(&["map", "suggest", "export"]).out.trim(), mapping.trim());
    let import = tandem.json(&["import", "export", "--map", "mapping.toml"]);
    assert_eq!((&import["rows_read"], &import["rows_rejected"]), (&json!(11), &json!(0)));
    assert_eq!((&import["leads_new"], &import["opportunities_new"]), (&json!(5), &json!(2)));
}

#[test]
fn a_mapping_that_was_corrected_is_not_written_over() {
    let tandem = export();
    tandem.write("mapping.toml", "# mine");
    let said = tandem.run(&["map", "suggest", "export", "--out", "mapping.toml"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("is there already"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(tandem.path("mapping.toml")).unwrap(), "# mine");
}

#[test]
fn each_finding_is_data_with_its_leads_and_names_nobody() {
    let tandem = export();
    let audit = tandem.json(&["audit", "export"]);
    assert_eq!((&audit["unit"], &audit["n"]), (&json!("leads"), &json!(5)));
    let untouched = finding(&audit, "never_touched");
    assert_eq!((&untouched["n"], &untouched["of"]), (&json!(2), &json!(5)));
    let mut leads: Vec<_> =
        untouched["leads"].as_array().unwrap().iter().map(|lead| lead.as_str().unwrap()).collect();
    leads.sort_unstable();
    assert_eq!(leads, ["L4", "L5"]);
    let waits = finding(&audit, "waits");
    assert_eq!((&waits["n"], &waits["of"]), (&json!(1), &json!(3)), "Bo waited 15 days");
    assert_eq!(waits["leads"], json!(["L2"]));
    assert_eq!(waits["certainty"], "exact");
    let refusals = finding(&audit, "refusals");
    assert_eq!((&refusals["n"], &refusals["certainty"]), (&json!(1), &json!("assumed")));
    assert_eq!(audit["rows"]["rejected"], json!(0));
    let text = audit.to_string();
    for personal in ["Ann", "Arbor", "ann@", "@acme", "Dogwood"] {
        assert!(!text.contains(personal), "{personal} is in the document");
    }
}

#[test]
fn a_corrected_mapping_decides_what_is_audited() {
    let tandem = export();
    let mapping = tandem.run(&["map", "suggest", "export"]).out;
    tandem.write(
        "mapping.toml",
        &mapping.replace("\"no answer\" = \"call.attempt\"", "\"no answer\" = \"call.connected\""),
    );
    let audit = tandem.json(&["audit", "export", "--mapping", "mapping.toml"]);
    assert_eq!(finding(&audit, "waits")["of"], json!(3));
    assert_eq!(audit["guesses"], json!([]), "nothing was guessed");
    tandem.write("mapping.toml", &mapping.replace("kind = \"touch\"", "kind = \"tuch\""));
    let said = tandem.run(&["audit", "export", "--mapping", "mapping.toml"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("did you mean `touch`?"), "{}", said.err);
}

#[test]
fn an_order_of_day_and_month_that_nothing_proves_is_asked_and_can_be_said() {
    let tandem = Tandem::new();
    tandem.write("leads.csv", "Lead ID,Created,Source\nL1,03/02/2026,Web\nL2,04/02/2026,Fair\n");
    let asked = |arguments: &[&str]| {
        let suggested = tandem.json(&[&["map", "suggest", "leads.csv"], arguments].concat());
        let questions = suggested["questions"].as_array().unwrap();
        let asks = questions.iter().any(|question| question["id"] == "date_order");
        (asks, suggested["mapping"].as_str().unwrap().to_owned())
    };
    assert!(asked(&[]).0);
    let (asks, mapping) = asked(&["--date-order", "dmy"]);
    assert!(!asks && mapping.contains("%d/%m/%Y"), "{mapping}");
    let (asks, mapping) = asked(&["--date-order", "mdy"]);
    assert!(!asks && mapping.contains("%m/%d/%Y"), "{mapping}");
}

#[test]
fn what_names_no_lead_is_refused_with_the_reason() {
    let tandem = Tandem::new();
    tandem.write("paths.csv", "path,conversions,value\na > b,3,4.5\nb,1,2.5\na,2,1.0\n");
    let said = tandem.run(&["audit", "paths.csv"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("no column names a lead or a deal"), "{}", said.err);
    assert!(said.err.contains("its rows are sums over many people"), "{}", said.err);
    let said = tandem.run(&["audit", "nowhere.csv"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("there is no file nowhere.csv"), "{}", said.err);
    let said = tandem.run(&["audit", "paths.csv", "--id", "who"]);
    assert!(said.err.contains("no file has a column `who`"), "{}", said.err);
}

#[test]
fn an_audit_stores_nothing() {
    let tandem = export();
    assert_eq!(tandem.run(&["audit", "export"]).code, 0);
    let mut names: Vec<_> = std::fs::read_dir(tandem.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["export"]);
}

#[test]
fn an_audit_becomes_one_page_that_needs_nothing_else_and_names_nobody() {
    let tandem = export();
    let said = tandem.run(&["audit", "export", "--html", "report.html"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("report.html tells what happened to 5 leads"), "{}", said.out);
    let page = fs::read_to_string(tandem.path("report.html")).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("2 of 5 leads were never touched"), "{page}");
    assert!(page.contains("What this data cannot say"));
    assert!(page.matches("<section><h2>").count() <= 5, "at most five findings in full");
    for foreign in ["<script", "http://", "https://", "url(", "src=", "@import"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    for name in ["Ann Arbor", "example", "kim", "lee", ">L1<", "L1,"] {
        assert!(!page.contains(name), "{name} is named");
    }
    // What a browser would not close, a reader of the file would not either.
    for tag in ["section", "table", "tr", "td", "th", "svg", "ul", "li", "main", "p"] {
        let opened =
            page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn a_page_names_leads_where_that_is_asked_and_is_never_written_over() {
    let tandem = export();
    let named = tandem.run(&["audit", "export", "--html", "report.html", "--names"]);
    assert_eq!(named.code, 0, "{}", named.err);
    let page = fs::read_to_string(tandem.path("report.html")).unwrap();
    assert!(page.contains("<summary>Who</summary>") && page.contains("L2"), "{page}");
    assert!(!page.contains("@bo.example") && !page.contains("bo@"), "no mail address even then");
    let again = tandem.run(&["audit", "export", "--html", "report.html"]);
    assert_ne!(again.code, 0);
    assert!(again.err.contains("left as it is"), "{}", again.err);
    assert_eq!(fs::read_to_string(tandem.path("report.html")).unwrap(), page);
    let alone = tandem.run(&["audit", "export", "--names"]);
    assert_ne!(alone.code, 0, "--names is for the page");
}
