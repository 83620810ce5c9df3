//! What a form shows of a charter's file is what stands there, and written back it says the same.

use charter::{Edit, FormValue, KeyPath, RuleTree, Written, edit, form};
use proptest::prelude::*;
use testkit::rules;

const READY: [&str; 3] = [
    include_str!("../../../charters/b2b-saas.toml"),
    include_str!("../../../charters/enterprise-abm.toml"),
    include_str!("../../../charters/smb-inbound.toml"),
];

#[test]
fn rules_taken_apart_and_written_again_mean_the_same() {
    let charter = charter::read(READY[0]).unwrap_or_else(|problems| panic!("{problems}"));
    proptest!(testkit::cases(3_000), |(expression in rules::expressions())| {
        let text = expression.to_string();
        let again = RuleTree::read(&text).map(|tree| tree.write()).unwrap_or_default();
        let read = |text: &str| charter::read_rule(text, &charter).map_err(|problems| {
            TestCaseError::fail(format!("{text}: {problems}"))
        });
        prop_assert_eq!(read(&text)?, read(&again)?, "{} became {}", text, again);
        prop_assert_eq!(RuleTree::read(&again).map(|tree| tree.write()), Some(again));
    });
}

#[test]
fn every_rule_of_the_ready_charters_can_be_shown_without_any_text() {
    fn is_shown(tree: &RuleTree) -> bool {
        match tree {
            RuleTree::All(parts) | RuleTree::Any(parts) => parts.iter().all(is_shown),
            RuleTree::Asks(_) => true,
            RuleTree::Text(_) => false,
        }
    }
    let mut rules = 0;
    for text in READY {
        for field in form(text).unwrap().into_iter().flat_map(|clause| clause.fields) {
            if let FormValue::Rule { text, tree } = field.value {
                assert!(tree.as_ref().is_some_and(is_shown), "{}: {text}", field.path);
                rules += 1;
            }
        }
    }
    assert!(rules > 40, "only {rules} rules were found");
}

#[test]
fn each_key_stands_on_its_line_and_can_be_set_to_what_it_is_without_a_change() {
    for text in READY {
        let lines: Vec<_> = text.lines().collect();
        for field in form(text).unwrap().into_iter().flat_map(|clause| clause.fields) {
            let line = lines[field.line - 1];
            let (value, shown) = match &field.value {
                FormValue::Text(text) | FormValue::Rule { text, .. } => {
                    (Written::Text(text.clone()), text.clone())
                }
                FormValue::Number(number) if number.fract() == 0.0 => {
                    (Written::Whole(*number as i64), number.to_string())
                }
                FormValue::Number(number) => (Written::Number(*number), number.to_string()),
                FormValue::Flag(flag) => (Written::Flag(*flag), flag.to_string()),
                FormValue::Texts(_) => continue,
            };
            assert!(line.contains(&shown), "{} is not on `{line}`", field.path);
            let path = KeyPath::parse(&field.path.to_string()).unwrap();
            let edited = edit(text, &Edit::Set { at: path, value }).unwrap();
            assert_eq!(edited.text, text, "{}", field.path);
        }
    }
}

#[test]
fn a_text_that_is_not_sound_is_shown_and_one_that_is_no_toml_is_not() {
    let unsound = "[[stage]]\nid = \"mql\"\nenter = \"fit >= \"\n";
    let clauses = form(unsound).unwrap();
    let rule = &clauses[0].fields[1];
    assert_eq!((rule.path.to_string().as_str(), rule.line), ("stage.mql.enter", 3));
    assert_eq!(rule.value, FormValue::Rule { text: "fit >= ".to_owned(), tree: None });
    assert!(form("[[stage]\n").is_err());
}
