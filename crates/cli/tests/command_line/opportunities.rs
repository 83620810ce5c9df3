//! `tandem opportunities`.

use crate::tandem::{CHARTER, Tandem};

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "deals.csv"
times = { opened = "%Y-%m-%d", closed = "%Y-%m-%d" }
dated = "opened"

[[file.subject]]
kind = "opportunity"
id = { namespace = "crm.deal", column = "id" }
personal = { name = "name" }
traits = { "opportunity.product" = { column = "product" } }

[[file.subject.fact]]
kind = "opportunity"
id = "opened"
name = "opportunity.stage"
value = "proposal"

[[file.subject.fact]]
kind = "opportunity"
id = "amount"
name = "opportunity.amount"
value = { column = "amount", type = "number" }

[[file.subject.fact]]
kind = "opportunity"
id = "closed"
name = "opportunity.stage"
value = { column = "outcome" }
dated = "closed"
when = { column = "closed", not_empty = true }
"#;

const DEALS: &str = "id,name,product,amount,opened,outcome,closed\n\
    D1,Acme pro,pro,1000,2026-02-01,won,2026-02-11\n\
    D2,Birch pro,pro,3000,2026-02-01,lost,2026-02-06\n\
    D3,Cedar pro,pro,500,2026-02-01,won,2026-02-21\n\
    D4,Dorn lite,lite,200,2026-02-01,,\n";

fn tandem() -> Tandem {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    tandem.write("mapping.toml", MAPPING);
    tandem.write("exports/deals.csv", DEALS);
    assert_eq!(tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-01-01"]).code, 0);
    let imported = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    tandem
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn opportunities_are_counted_with_their_worth_and_their_time() {
    let tandem = tandem();
    let said = tandem.run(&["opportunities", "--by", "opportunity.product"]);
    assert_eq!(said.code, 0, "{said:?}");
    let text = one_line(&said.out);
    for part in [
        "4 opportunities, 3 of them closed: 2 won and 1 lost, a win rate of 66.7 %",
        "Those won are worth 1,500 EUR",
        "By opportunity.product",
        "Days are medians",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let document = tandem.json(&["opportunities", "--by", "opportunity.product"]);
    assert_eq!((&document["unit"], &document["open"]), (&"opportunities".into(), &1.into()));
    assert_eq!(document["days_to_won"]["median"].as_f64(), Some(15.0), "10 and 20 days");
    let slices = document["slices"].as_array().unwrap();
    let all: u64 = slices.iter().map(|slice| slice["all"].as_u64().unwrap()).sum();
    assert_eq!((slices.len(), all), (2, 4));
}

#[test]
fn each_figure_of_opportunities_opens_its_list() {
    let tandem = tandem();
    let listed = tandem.run(&["opportunities", "--list", "won"]);
    assert!(listed.out.starts_with("won: 2.") && listed.out.contains("Cedar pro"), "{listed:?}");
    let by = ["opportunities", "--by", "opportunity.product", "--list", "lite:open"];
    let document = tandem.json(&by);
    assert_eq!((&document["count"], &document["figure"]), (&1.into(), &"lite:open".into()));
    let wrong = tandem.run(&["--json", "opportunities", "--list", "wom"]);
    assert!(wrong.code == 1 && wrong.err.contains("unknown_figure"), "{wrong:?}");
    assert!(wrong.err.contains("won"), "{wrong:?}");
    let nothing = tandem.run(&["opportunities", "--by", "opportunity.colour"]);
    assert_eq!(nothing.code, 1, "{nothing:?}");
}
