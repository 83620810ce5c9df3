//! No lead may be forgotten: invariant 3 starts with the charter.

const SAAS: &str = include_str!("../../../charters/b2b-saas.toml");

#[test]
fn an_open_stage_without_a_bound_on_rest_is_refused() {
    for stage in ["inquiry", "engaged", "mql", "sal", "sql", "opportunity", "nurture"] {
        let from = format!("from = \"stage:{stage}\"\nuntil = \"leaves\"");
        assert!(SAAS.contains(&from), "{stage} is bounded in the ready charter");
        let conditional = format!("when = \"fit >= 40\"\n{from}");
        let problems = charter::read(&SAAS.replace(&from, &conditional)).unwrap_err();
        let found = problems.problems();
        assert_eq!(found.len(), 1, "{problems}");
        assert_eq!(found[0].code.word(), "unbounded-rest");
        assert!(found[0].message.contains(&format!("`{stage}`")), "{problems}");
    }
}
