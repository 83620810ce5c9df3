//! Colour, plain letters and narrow terminals.

use crate::tandem::{CHARTER, Said, Tandem};

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let tandem = Tandem::with_three_leads();
    assert!(!tandem.run(&["funnel"]).out.contains('\x1b'));
    let colored = tandem.run(&["funnel", "--color", "always"]).out;
    assert!(colored.contains("\x1b[38;5;98m"), "marketing is violet");
    assert!(colored.contains("\x1b[38;5;37m"), "sales is teal");
}

#[test]
fn plain_letters_are_enough() {
    let tandem = Tandem::with_three_leads();
    let import = ["import", "exports", "--map", "mapping.toml"];
    let check = ["charter", "check", "charter.toml"];
    for command in [
        &["funnel"][..],
        &["promises"],
        &["leads"],
        &["why", "crm.lead:1"],
        &["charter", "read"],
        &check,
        &import,
        &["settle"],
        &["rebuild", "--check"],
        &["promises", "--help"],
        &["funnel", "--help"],
        &["--db", "demo.db", "demo", "--size", "100"],
    ] {
        let said = tandem.run(&[command, &["--ascii"]].concat());
        assert!(!said.out.is_empty(), "{command:?}: {said:?}");
        // Names have letters of their own.
        let odd: String =
            said.out.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        assert_eq!(odd, "", "{command:?}");
    }
    let said = Said::of(&tandem.command(&["funnel"]).env("LANG", "C").output().unwrap());
    assert!(said.out.contains('#') && !said.out.contains('█'));
}

#[test]
fn a_narrow_terminal_is_not_overrun() {
    let tandem = Tandem::with_three_leads();
    for command in [&["funnel", "--by", "lead.source"][..], &["leads"], &["promises"]] {
        for width in [40, 80] {
            let mut narrow = tandem.command(command);
            let said = Said::of(&narrow.env("COLUMNS", width.to_string()).output().unwrap());
            let wide = said.out.lines().find(|line| line.chars().count() > width);
            assert_eq!(wide, None, "{command:?}");
        }
    }
}

#[test]
fn data_and_charters_cannot_steer_the_terminal() {
    let tandem = Tandem::with_three_leads();
    let evil = "E\u{1b}]0;pwned\u{7}\u{202e}ve\u{9b}31m";
    let row = format!("4,{evil},eve@eve.example,2026-03-04 16:00,website,director,business,demo\n");
    let rows = std::fs::read_to_string(tandem.path("exports/leads.csv")).unwrap();
    tandem.write("exports/leads.csv", &format!("{rows}{row}"));
    assert_eq!(tandem.run(&["import", "exports", "--map", "mapping.toml"]).code, 0);
    let name = "Software and finance firms";
    tandem.write("evil.toml", &CHARTER.replace(name, &format!("{name} \u{202e}\u{9b}")));
    for command in [
        &["leads"][..],
        &["leads", "--json"],
        &["why", "crm.lead:4"],
        &["why", "crm.lead:4", "--json"],
        &["charter", "read", "evil.toml"],
        &["leads", "--stage", evil],
        &["leads", "--stage", evil, "--json"],
        &["funnel", "--list", "inquiry:reached"],
    ] {
        for color in ["always", "never"] {
            let said = tandem.run(&[command, &["--color", color]].concat());
            let all = said.out + &said.err;
            for raw in ["\u{1b}]", "\u{7}", "\u{202e}", "\u{9b}"] {
                assert!(!all.contains(raw), "{command:?}: {all:?}");
            }
            assert!(all.contains("202e"), "{command:?}: {all}");
        }
    }
}
