//! `tandem duplicates`, `tandem merge`, `tandem unmerge`.

use crate::tandem::Tandem;
use std::fs;

/// Ann once more, as another row of the CRM has her, and somebody like Bo.
fn with_duplicates() -> Tandem {
    let tandem = Tandem::with_three_leads();
    let rows = fs::read_to_string(tandem.path("exports/leads.csv")).unwrap();
    let more = "4,\"Arbor, Anne\",Ann@ACME.example,2026-03-04 16:00,website,director,business,prices\n\
                5,Di Dorn,di@dorn.example,2026-03-04 16:10,website,director,business,prices\n";
    tandem.write("exports/leads.csv", &format!("{rows}{more}"));
    assert_eq!(tandem.run(&["import", "exports", "--map", "mapping.toml"]).code, 0);
    tandem
}

#[test]
fn what_was_merged_can_be_parted_again() {
    let tandem = with_duplicates();
    let before =
        ["crm.lead:1", "crm.lead:5"].map(|lead| tandem.json(&["why", lead])["state"].clone());
    let said = tandem.run(&["merge", "crm.lead:5", "crm.lead:1"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.starts_with("Di Dorn (") && said.out.contains(") is now Ann Arbor ("));
    let again = tandem.run(&["--json", "merge", "crm.lead:1", "crm.lead:5"]);
    assert!(again.code == 1 && again.err.contains("already_merged"), "{again:?}");
    let wrong = tandem.run(&["unmerge", "crm.lead:1"]);
    assert_eq!(wrong.code, 1);
    assert_eq!(tandem.run(&["unmerge", "crm.lead:5"]).code, 0);
    let after =
        ["crm.lead:1", "crm.lead:5"].map(|lead| tandem.json(&["why", lead])["state"].clone());
    assert_eq!(before, after);
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}
