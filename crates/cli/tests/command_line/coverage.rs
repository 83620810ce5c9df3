//! `tandem coverage`.

use crate::tandem::Tandem;

/// Invariant 4: each lead is in one cell, and each figure opens its list.
#[test]
fn each_figure_of_coverage_is_the_length_of_the_list_that_it_opens() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "300", "--seed", "5"]);
    let found = tandem.json(&["coverage"]);
    assert_eq!(found["territory"], "account.territory");
    assert_eq!(found["segment"], "account.segment");
    let cells = found["cells"].as_array().unwrap();
    assert!(cells.len() > 4, "{found}");
    let sum: u64 = cells.iter().map(|cell| cell["leads"].as_u64().unwrap()).sum();
    assert_eq!(sum, 300);
    let largest = cells.iter().max_by_key(|cell| cell["open"].as_u64()).unwrap();
    let (territory, segment) = (largest["territory"].as_str(), largest["segment"].as_str());
    let of = format!("{}/{}", territory.unwrap(), segment.unwrap());
    for figure in ["leads", "open", "with_sales", "unassigned", "won"] {
        let list = tandem.json(&["coverage", "--list", figure, "--of", &of]);
        assert_eq!(list["count"], largest[figure], "{figure}");
    }
    let shown = tandem.run(&["coverage"]);
    assert!(shown.out.contains("load of capacity"), "{}", shown.out);
    let unknown = tandem.run(&["coverage", "--list", "open", "--of", "moon/big"]);
    assert!(unknown.err.contains("moon/big"), "{}", unknown.err);
    assert!(tandem.run(&["coverage", "--segment", "motion"]).err.contains("motion"));
}

#[test]
fn target_accounts_say_whom_their_committee_misses_next() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "300", "--seed", "5"]);
    let found = tandem.json(&["coverage", "--accounts", "--limit", "200"]);
    let roles = found["roles"].as_array().unwrap();
    assert!(roles.len() > 1, "{found}");
    let accounts = found["accounts"].as_array().unwrap();
    assert_eq!(found["count"].as_u64(), Some(accounts.len() as u64));
    assert!(!accounts.is_empty(), "{found}");
    for account in accounts {
        assert_eq!(account["is_target"], true);
        let has = |role: &&serde_json::Value| account["people"][role.as_str().unwrap()] != 0;
        assert_eq!(account["covered"].as_u64(), Some(roles.iter().filter(has).count() as u64));
        let missing = roles.iter().find(|role| !has(role));
        assert_eq!(account["missing"], missing.cloned().unwrap_or_default());
    }
    let all = tandem.json(&["coverage", "--accounts", "--all"]);
    assert!(all["count"].as_u64() > found["count"].as_u64());
    let shown = tandem.run(&["coverage", "--accounts"]);
    assert!(shown.out.contains("missing next"), "{}", shown.out);
}
