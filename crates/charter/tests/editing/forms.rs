//! The forms in which a file may be written, and what is refused.

use crate::{make, path, said};
use charter::{Edit, EditError, Next, edit};

const FILE: &str = "\
# The top.

[charter]   # names
name = 'Ours'   # for now

# Stages, in their order.

# The first.
[[stage]]
id = \"one\"
name = \"One\"

[[stage]]
id = \"two\"
# Its name.
name = \"\"\"Two\"\"\"
# until = \"later\"

# What opens a pass.
[pass]
opens_on = [
    \"form.*\",  # any
    \"event.*\"  # any too
]
[verdict.recycled]
reasons = { no_time = \"60d\", no_budget = \"120d\" }";

fn set(text: &str, at: &str, value: &str) -> String {
    make(text, &Edit::Set { at: path(at), value: said(value) }).text
}

fn refused(change: &Edit) -> (EditError, String) {
    let error = edit(FILE, change).unwrap_err();
    let help = error.help();
    (error, help)
}

#[test]
fn a_value_is_put_in_place_and_its_comment_stays() {
    let text = set(FILE, "charter.name", "The others' \"own\"");
    assert!(
        text.contains("\nname = \"\"\"The others' \"own\\\"\"\"\"   # for now\n")
            || text.contains("\nname = \"\"\"The others' \"own\"\"\"\"   # for now\n")
            || text.contains("\nname = \"The others' \\\"own\\\"\"   # for now\n"),
        "{text}"
    );
    assert!(set(FILE, "stage.two.name", "2").contains("name = \"2\"\n# until"));
    assert!(set(FILE, "stage.2.name", "Two").ends_with("}"), "by ordinal");
    assert!(
        set(FILE, "verdict.recycled.reasons.no_time", "30d").contains("{ no_time = \"30d\", no")
    );
}

#[test]
fn a_new_key_stands_at_the_end_of_its_section_and_a_new_section_at_the_end_of_its_kind() {
    assert!(
        set(FILE, "stage.one.side", "sales").contains("name = \"One\"\nside = \"sales\"\n\n[[")
    );
    assert!(set(FILE, "verdict.recycled.rests_in", "n").ends_with("}\nrests_in = \"n\"\n"));
    assert!(
        set(FILE, "verdict.recycled.reasons.no_need", "9d")
            .contains("\"120d\", no_need = \"9d\" }")
    );
    assert!(
        set(FILE, "verdict.rejected.rests_in", "n")
            .ends_with("}\n\n[verdict.rejected]\nrests_in = \"n\"\n")
    );
    assert!(set(FILE, "verdict.open", "1").contains("\n[verdict]\nopen = 1\n\n[verdict.recycled]"));
    assert!(set(FILE, "temperature.hot", "50").ends_with("\n\n[temperature]\nhot = 50\n"));
    assert!(set(FILE, "loose", "1").starts_with("# The top.\n\nloose = 1\n\n[charter]"));
}

#[test]
fn a_clause_moves_and_goes_with_the_comments_that_touch_it() {
    let moved =
        make(FILE, &Edit::Move { at: path("stage.one"), next: Next::After("two".to_owned()) });
    insta::assert_snapshot!(moved.text, @r#"
    # The top.

    [charter]   # names
    name = 'Ours'   # for now

    # Stages, in their order.

    [[stage]]
    id = "two"
    # Its name.
    name = """Two"""
    # until = "later"

    # The first.
    [[stage]]
    id = "one"
    name = "One"

    # What opens a pass.
    [pass]
    opens_on = [
        "form.*",  # any
        "event.*"  # any too
    ]
    [verdict.recycled]
    reasons = { no_time = "60d", no_budget = "120d" }
    "#);
    let back = make(
        &moved.text,
        &Edit::Move { at: path("stage.one"), next: Next::Before("two".to_owned()) },
    );
    assert_eq!(back.text, FILE, "moved there and back");
    let again = make(
        &moved.text,
        &Edit::Move { at: path("stage.two"), next: Next::Before("one".to_owned()) },
    );
    assert_eq!(again.splices, [], "it stands there already");
    let gone = make(FILE, &Edit::Remove { at: path("stage.two") });
    assert!(gone.text.contains("name = \"One\"\n\n# What opens a pass.\n[pass]"), "{}", gone.text);
    let last = make(FILE, &Edit::Remove { at: path("verdict.recycled") });
    assert!(last.text.ends_with("any too\n]\n"), "{}", last.text);
}

#[test]
fn a_list_gains_and_loses_one_with_its_comma() {
    let include = |text: &str, at: &str, item: &str| {
        make(text, &Edit::Include { at: path(at), item: said(item) }).text
    };
    let more = include(FILE, "pass.opens_on", "chat.*");
    assert!(more.contains("    \"event.*\",  # any too\n    \"chat.*\",\n]"), "{more}");
    let remove = |text: &str, at: &str| make(text, &Edit::Remove { at: path(at) }).text;
    let less = remove(&more, "pass.opens_on.\"form.*\"");
    assert!(less.contains("[\n    \"event.*\",  # any too\n"), "{less}");
    assert!(remove(FILE, "verdict.recycled.reasons.no_time").ends_with("{ no_budget = \"120d\" }"));
    assert!(remove(FILE, "verdict.recycled.reasons.no_budget").ends_with("{ no_time = \"60d\" }"));
    let one_line = "[pass]\nopens_on = [\"form.*\"]";
    assert_eq!(include(one_line, "pass.opens_on", "7"), "[pass]\nopens_on = [\"form.*\", \"7\"]");
    assert_eq!(
        include("[pass]\nopens_on = []\n", "pass.opens_on", "a"),
        "[pass]\nopens_on = [\"a\"]\n"
    );
}

#[test]
fn what_cannot_be_done_is_refused_with_what_to_do() {
    let (error, help) = refused(&Edit::Set { at: path("stage.too.name"), value: said("x") });
    assert_eq!(error.to_string(), "there is no `stage.too` in the charter");
    assert_eq!(help, "did you mean `two`? Else add the clause first");
    let (error, help) = refused(&Edit::Set { at: path("stage.two"), value: said("x") });
    assert_eq!(error.to_string(), "`stage.two` is a section, and not a value");
    assert_eq!(help, "name a key within it, such as stage.mql.enter");
    let (error, _) = refused(&Edit::Add { at: path("stage.two"), keys: Vec::new(), next: None });
    assert_eq!(error.to_string(), "there is a `stage.two` already");
    let (error, _) = refused(&Edit::Remove { at: path("promise.first") });
    assert_eq!(error.to_string(), "there is no `promise` in the charter");
    let (error, _) = refused(&Edit::Include { at: path("charter.name"), item: said("x") });
    assert_eq!(error.to_string(), "`charter.name` is a value, and not a list of texts");
    let next = Next::After("no_budget".to_owned());
    let (error, _) = refused(&Edit::Move { at: path("verdict.recycled.reasons.no_time"), next });
    assert_eq!(error.word(), "inline");
    let broken = edit("[charter", &Edit::Remove { at: path("charter") }).unwrap_err();
    assert_eq!(broken.word(), "not_toml");
    let inline = "stage = [{ id = \"a\" }, { id = \"b\" }]\n";
    let add = Edit::Add { at: path("stage.c"), keys: Vec::new(), next: None };
    assert_eq!(edit(inline, &add).unwrap_err().word(), "inline");
    let text = make(inline, &Edit::Set { at: path("stage.b.name"), value: said("B") }).text;
    assert_eq!(text, "stage = [{ id = \"a\" }, { id = \"b\", name = \"B\" }]\n");
    assert_eq!(
        make(inline, &Edit::Remove { at: path("stage.a") }).text,
        "stage = [{ id = \"b\" }]\n"
    );
}
