//! `tandem erase`.

use crate::tandem::Tandem;

#[test]
fn an_erasure_is_shown_first_and_then_leaves_the_numbers_and_no_name() {
    let tandem = Tandem::with_three_leads();
    let funnel = |tandem: &Tandem| tandem.json(&["funnel"])["stages"].clone();
    let before = funnel(&tandem);
    let shown = tandem.run(&["erase", "crm.lead:1"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    for part in ["Ann Arbor", "ann@acme.example", "Nothing was erased", "--yes"] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    assert_eq!(tandem.run(&["why", "crm.lead:1"]).code, 0);
    let id = tandem.json(&["why", "crm.lead:1"])["lead"]["id"].as_str().unwrap().to_owned();
    let erased = tandem.json(&["erase", "crm.lead:1", "--yes"]);
    assert_eq!((erased["subjects"].as_u64(), erased["is_clean"].as_bool()), (Some(1), Some(true)));
    assert_ne!(tandem.run(&["why", "crm.lead:1"]).code, 0, "nobody is called so any more");
    let why = tandem.run(&["why", &id]);
    assert!(why.code == 0 && why.out.contains("what said who it is was erased"), "{why:?}");
    assert!(!why.out.contains("Ann"), "{}", why.out);
    let list = tandem.run(&["erase", "--list"]).out;
    assert!(list.lines().any(|line| line.starts_with(&id)), "{list}");
    assert_eq!(funnel(&tandem), before);
}
