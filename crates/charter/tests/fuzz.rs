//! Whatever somebody writes as a charter, as settings or as a rule, it is read or refused with
//! places, within bounded time and memory, and never ends the program.

use charter::{Charter, Diagnostics, Program, read, read_roster, read_rule};
use facts::Vocabulary;
use testkit::fuzz;

const CHARTERS: [&str; 4] = [
    include_str!("../../../charters/b2b-saas.toml"),
    include_str!("../../../charters/smb-inbound.toml"),
    include_str!("../../../charters/enterprise-abm.toml"),
    include_str!("corpus/odd.toml"),
];
const ROSTERS: [&str; 2] =
    [include_str!("corpus/roster.toml"), include_str!("corpus/odd_roster.toml")];
/// A rule in each line.
const RULES: &str = include_str!("corpus/rules.txt");
const WORDS: [&str; 22] = [
    "[[stage]]",
    "[[promise]]",
    "[[handoff]]",
    "[[route]]",
    "[charter]",
    "[calendar.office]",
    "enter = \"",
    "when = \"",
    "within = \"4 business hours\"",
    "every = \"month\"",
    "= [",
    "= {",
    "happened('form.demo_request')",
    "known('lead.seniority', '365d')",
    "account.employees >= ",
    "lead.seniority in [",
    " && ",
    " || ",
    "engagement",
    "fit >= 40",
    "'36500d'",
    "in_stage('",
];

/// What must hold of everything that is wrong with a text.
fn check(found: &Diagnostics, text: &str) {
    assert!(!found.problems().is_empty(), "it is refused for a reason");
    let lines = text.lines().count().max(1) + 1;
    for problem in found.problems() {
        assert!((1..=lines).contains(&problem.line), "line {} of {lines}", problem.line);
        assert!(problem.column >= 1 && !problem.message.is_empty());
    }
    assert!(!found.to_string().is_empty());
}

fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

fn corpus<'a>(texts: &'a [&str]) -> Vec<&'a [u8]> {
    texts.iter().map(|text| text.as_bytes()).collect()
}

#[test]
fn whatever_is_written_as_a_charter_is_read_or_refused_with_places() {
    fuzz(&corpus(&CHARTERS), &WORDS, 2000, |input| {
        let text = text(input);
        match read(&text) {
            Err(found) => check(&found, &text),
            Ok(charter) => {
                // Sound is not yet small enough to run; both are said.
                let _compiled = Program::compile(&charter, &[], &mut Vocabulary::default());
                assert_eq!(
                    read(&text).ok().as_ref(),
                    Some(&charter),
                    "the same text says the same"
                );
            }
        }
    });
}

#[test]
fn whatever_is_written_as_settings_is_read_or_refused_with_places() {
    fuzz(&corpus(&ROSTERS), &["[people.", "[[absence]]", "capacity = ", "= ["], 4000, |input| {
        let text = text(input);
        if let Err(found) = read_roster(&text) {
            check(&found, &text);
        }
    });
}

#[test]
fn whatever_is_written_as_a_rule_is_read_or_refused_with_places() {
    let charter: Charter = read(CHARTERS[0]).unwrap();
    let rules: Vec<_> = RULES.lines().map(str::as_bytes).collect();
    fuzz(&rules, &WORDS[12..], 12000, |input| {
        let text = text(input);
        if let Err(found) = read_rule(&text, &charter) {
            check(&found, &text);
        }
    });
}

#[test]
fn the_corpus_holds_what_is_sound_and_what_is_not() {
    for (at, text) in CHARTERS.iter().enumerate() {
        assert_eq!(
            read(text).is_ok(),
            at < 3,
            "charter {at}: {:?}",
            read(text).err().map(|e| e.to_string())
        );
    }
    assert!(read_roster(ROSTERS[0]).is_ok() && read_roster(ROSTERS[1]).is_err());
    let charter = read(CHARTERS[0]).unwrap();
    let sound = RULES.lines().filter(|rule| read_rule(rule, &charter).is_ok()).count();
    assert!(sound >= 8 && sound < RULES.lines().count(), "{sound} of {}", RULES.lines().count());
}
