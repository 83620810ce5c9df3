//! `tandem doctor` and `tandem completions`.

use crate::tandem::{Said, Tandem};
use serde_json::{Value, json};

/// What is amiss, the machine's disk apart.
fn amiss(said: &Said) -> Vec<(String, String)> {
    let text = |finding: &Value, name: &str| finding[name].as_str().unwrap().to_owned();
    let document = said.json();
    let findings = document["findings"].as_array().unwrap();
    let amiss = findings.iter().filter(|it| it["state"] != json!("fine") && it["about"] != "disk");
    amiss
        .inspect(|finding| assert!(finding["do"].is_string(), "{finding}"))
        .map(|finding| (text(finding, "about"), text(finding, "says")))
        .collect()
}

#[test]
fn a_sound_ledger_is_called_so_and_not_written_to() {
    let tandem = Tandem::with_three_leads();
    let before = std::fs::read(tandem.path("ledger.db")).unwrap();
    let said = tandem.run(&["--json", "doctor"]);
    assert_eq!(amiss(&said), []);
    assert_eq!(std::fs::read(tandem.path("ledger.db")).unwrap(), before);
    let told = tandem.run(&["doctor"]).out;
    for line in [
        "file: every page is sound, and it can be written; 12 facts",
        "charter: version 1 decides",
        "settled: no lead waits for it",
        "next due: 3 open leads, each with something due",
        "decisions: 3 leads folded anew: what is recorded is what the facts say",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
}

#[test]
fn a_ledger_that_nobody_settles_needs_a_look_and_is_told_what_to_do() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run_at("2026-03-20T11:00:00Z", &["--json", "doctor"]);
    assert_eq!(said.code, 3);
    let amiss = amiss(&said);
    assert_eq!(amiss.len(), 1, "{amiss:?}");
    assert_eq!(amiss[0].0, "settled");
    let told = tandem.run_at("2026-03-20T11:00:00Z", &["doctor"]).out;
    assert!(told.contains("do: run `tandem settle`"), "{told}");
    tandem.run_at("2026-03-20T11:00:00Z", &["settle"]);
    let healed = tandem.run_at("2026-03-20T11:00:00Z", &["--json", "doctor"]);
    assert_eq!(healed.json()["findings"][4]["state"], json!("fine"));
}

#[test]
fn a_clock_that_was_set_back_is_found() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run_at("2026-03-01T11:00:00Z", &["--json", "doctor"]);
    assert_eq!(said.code, 3);
    assert_eq!(amiss(&said)[0].0, "clock");
}

#[test]
fn a_ledger_without_a_charter_is_no_failure() {
    assert_eq!(Tandem::new().run(&["doctor"]).code, 1, "there is no ledger yet");
    let tandem = Tandem::with_three_leads();
    let import = ["--db", "other.db", "import", "exports", "--map", "mapping.toml"];
    assert_eq!(tandem.run(&import).code, 0);
    let said = tandem.run(&["--json", "--db", "other.db", "doctor"]);
    assert_eq!(said.code, 3);
    assert_eq!(amiss(&said), [("charter".to_owned(), "none decides yet".to_owned())]);
}

#[test]
fn each_shell_gets_completions_that_know_every_command() {
    let tandem = Tandem::new();
    for shell in ["bash", "zsh", "fish"] {
        let said = tandem.run(&["completions", shell]);
        assert_eq!(said.code, 0);
        for command in ["charter", "import", "mirror", "doctor", "completions"] {
            assert!(said.out.contains(command), "{shell}: {command}");
        }
    }
    let bash = tandem.path("tandem.bash");
    std::fs::write(&bash, tandem.run(&["completions", "bash"]).out).unwrap();
    let sound = std::process::Command::new("bash").arg("-n").arg(&bash).status();
    assert!(sound.is_ok_and(|status| status.success()), "bash reads it");
    assert_eq!(tandem.run(&["completions", "basic"]).code, 2);
}
