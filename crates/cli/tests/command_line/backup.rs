//! `tandem backup` and `tandem restore`.

use crate::tandem::Tandem;

#[test]
fn a_backup_that_is_put_back_is_the_ledger_of_then_with_who_was_erased_since_erased() {
    let tandem = Tandem::with_three_leads();
    let funnel = |tandem: &Tandem| tandem.json(&["funnel"])["stages"].clone();
    let before = funnel(&tandem);
    assert_eq!(tandem.run(&["backup", "monday.db"]).code, 0);
    let again = tandem.run(&["backup", "monday.db"]);
    assert!(again.code != 0 && again.err.contains("is there already"), "{again:?}");

    assert_eq!(tandem.run(&["erase", "crm.lead:1", "--yes"]).code, 0);
    let more = "id,name,email,seen,source,seniority,class,did\n\
                9,Di Date,di@date.example,2026-03-04 12:00,website,director,business,demo\n";
    tandem.write("more/leads.csv", more);
    assert_eq!(tandem.run(&["import", "more", "--map", "mapping.toml"]).code, 0);
    assert_ne!(funnel(&tandem), before);

    let restored = tandem.json(&["restore", "monday.db"]);
    let kept = restored["kept"].as_str().unwrap();
    assert!(tandem.path(kept).exists(), "{kept}");
    assert_eq!(funnel(&tandem), before);
    assert_ne!(tandem.run(&["why", "crm.lead:1"]).code, 0, "erased since, and erased again");
    assert_ne!(tandem.run(&["why", "crm.lead:9"]).code, 0, "came after the backup");
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}

#[test]
fn what_is_no_ledger_is_not_put_in_its_place() {
    let tandem = Tandem::with_three_leads();
    tandem.write("leads.db", &"id,name\n".repeat(1_000));
    let refused = tandem.run(&["restore", "leads.db"]);
    assert!(refused.code != 0 && refused.err.contains("not a ledger"), "{refused:?}");
    assert_eq!(tandem.run(&["why", "crm.lead:1"]).code, 0, "the ledger is as it was");
}
