//! Colour, plain letters and narrow terminals.

use crate::tandem::{Said, Tandem};

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
    for command in [&["funnel"][..], &["promises"], &["leads"], &["why", "crm.lead:1"]] {
        let said = tandem.run(&[command, &["--ascii"]].concat());
        let quotes = ['“', '”'];
        let odd: String =
            said.out.chars().filter(|c| !c.is_ascii() && !quotes.contains(c)).collect();
        assert_eq!(odd, "", "{command:?}");
    }
    let said = Said::of(&tandem.command(&["funnel"]).env("LANG", "C").output().unwrap());
    assert!(said.out.contains('#') && !said.out.contains('█'));
}

#[test]
fn a_narrow_terminal_is_not_overrun() {
    let tandem = Tandem::with_three_leads();
    for command in [&["funnel", "--by", "lead.source"][..], &["leads"], &["why", "crm.lead:1"]] {
        let mut narrow = tandem.command(command);
        let said = Said::of(&narrow.env("COLUMNS", "80").output().unwrap());
        let wide = said.out.lines().find(|line| line.chars().count() > 80);
        assert_eq!(wide, None, "{command:?}");
    }
}
