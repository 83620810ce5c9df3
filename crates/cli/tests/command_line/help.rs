//! Help that teaches by example.

use crate::tandem::Tandem;

#[test]
fn each_command_tells_what_it_does_with_examples() {
    let tandem = Tandem::new();
    for (name, command) in [
        ("tandem", &[][..]),
        ("charter", &["charter"]),
        ("charter_check", &["charter", "check"]),
        ("charter_read", &["charter", "read"]),
        ("charter_new", &["charter", "new"]),
        ("charter_diff", &["charter", "diff"]),
        ("charter_set", &["charter", "set"]),
        ("charter_add", &["charter", "add"]),
        ("charter_remove", &["charter", "remove"]),
        ("charter_move", &["charter", "move"]),
        ("charter_adopt", &["charter", "adopt"]),
        ("audit", &["audit"]),
        ("map_suggest", &["map", "suggest"]),
        ("import", &["import"]),
        ("accounts", &["accounts"]),
        ("leads", &["leads"]),
        ("why", &["why"]),
        ("funnel", &["funnel"]),
        ("mirror", &["mirror"]),
        ("opportunities", &["opportunities"]),
        ("attribution", &["attribution"]),
        ("metrics", &["metrics"]),
        ("feedback", &["feedback"]),
        ("alignment", &["alignment"]),
        ("coverage", &["coverage"]),
        ("plan", &["plan"]),
        ("forecast", &["forecast"]),
        ("scorecard", &["scorecard"]),
        ("promises", &["promises"]),
        ("backtest", &["backtest"]),
        ("settings_check", &["settings", "check"]),
        ("settings_apply", &["settings", "apply"]),
        ("duplicates", &["duplicates"]),
        ("merge", &["merge"]),
        ("unmerge", &["unmerge"]),
        ("match", &["match"]),
        ("link", &["link"]),
        ("unlink", &["unlink"]),
        ("serve", &["serve"]),
        ("backup", &["backup"]),
        ("restore", &["restore"]),
        ("settle", &["settle"]),
        ("rebuild", &["rebuild"]),
        ("doctor", &["doctor"]),
        ("erase", &["erase"]),
        ("completions", &["completions"]),
        ("generate", &["generate"]),
        ("demo", &["demo"]),
    ] {
        let said = tandem.run(&[command, &["--help"]].concat());
        assert_eq!(said.code, 0);
        insta::assert_snapshot!(name, said.out);
    }
}
