//! How problems look in a terminal, and as data.

use charter::ProblemCode;

const WRONG: &str = r#"[charter]
name = "Acme"
timezone = "Europe/Berlin"
currency = "EUR"

[[icp.fit]]
when = "acount.employees >= 50"
points = 10

[[stage]]
id = "inquiry"
name = "Anfrage für Käufer"
side = "marketing"

[[stage]]
id = "mql"
name = "MQL"
side = "sales"
enter = """
happened('form.demo_request')
  || lead.region == 'Köln' && account.employees == 'viele'
"""
"#;

#[test]
fn every_problem_is_shown_with_its_line_underlined_and_what_to_do() {
    let found = charter::read(WRONG).unwrap_err();
    insta::assert_snapshot!(found.render("acme.toml"));
}

#[test]
fn problems_are_data_too() {
    let found = charter::read(WRONG).unwrap_err();
    let first = &found.problems()[0];
    assert_eq!((first.line, first.column), (7, 9));
    assert_eq!(first.code, ProblemCode::UnknownName);
    assert_eq!(first.code.word(), "unknown-name");
    assert_eq!(first.message, "nothing is called `acount.employees`");
    assert_eq!(first.help, "did you mean `account.employees`?");
    assert_eq!(&WRONG[first.span.clone()], "acount.employees");
    assert_eq!(found.left_out(), 0);
}

#[test]
fn columns_count_characters() {
    let found = charter::read(WRONG).unwrap_err();
    let last = found.problems().last().unwrap();
    assert_eq!(&WRONG[last.span.clone()], "'viele'");
    assert_eq!((last.line, last.column), (21, 52));
}

#[test]
fn beyond_a_hundred_problems_the_rest_is_counted() {
    let many = "[[icp.fit]]\nwhen = \"x\"\npoints = 1\n".repeat(150);
    let found = charter::read(&many).unwrap_err();
    assert_eq!(found.problems().len(), 100);
    assert_eq!(found.left_out(), 52);
    assert!(found.to_string().ends_with("charter.toml: 152 problems, the first 100 shown"));
}
