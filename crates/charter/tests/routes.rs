//! Who is given the leads: routes, and the settings that they speak of.

mod small;

use charter::ProblemCode::{
    Duplicate, Inconsistent, Malformed, MissingKey, OutOfBounds, RuleNotPossible, UnknownKey,
    UnknownName, WrongType,
};
use charter::{Absence, ProblemCode, RouteTo, Sharing, clause_in_words};
use small::with;

const SAAS: &str = include_str!("../../../charters/b2b-saas.toml");
const HANDOFF: &str =
    "[[handoff]]\nid = \"h\"\nat = \"stage:a\"\nto = \"sdr\"\nverdicts = [\"accepted\"]\n";

/// The ready charter with routes.
fn saas(routes: &str) -> charter::Charter {
    charter::read(&format!("{SAAS}\n{routes}")).unwrap_or_else(|problems| panic!("{problems}"))
}

/// That a charter with a hand-off and these routes has one problem.
fn refused(routes: &str, expected: (ProblemCode, &str), at: &str) {
    with(&format!("{HANDOFF}{routes}"), expected, at);
}

#[test]
fn routes_are_read_in_order_and_told_in_words() {
    let charter = saas(
        r#"
[[route]]
id = "enterprise"
when = "account.territory == 'emea' && account.employees > 500"
to = "team:enterprise-emea"
share = "account_assignee"

[[route]]
when = "account.is_target"
to = "person:ana"

[[route]]
when = "account.employees < 10"
to = "queue:sdr"

[[route]]
id = "rest"
handoff = "mql-to-sdr"
to = "team:sdr"
share = "weighted"
"#,
    );
    let routes = &charter.routes;
    assert_eq!(
        routes.iter().map(|route| route.id.as_str()).collect::<Vec<_>>(),
        ["enterprise", "2", "3", "rest"]
    );
    assert_eq!(routes[0].sharing, Sharing::AccountAssignee);
    assert_eq!(routes[1].to, RouteTo::Person("ana".to_owned()));
    assert_eq!(routes[3].handoffs, [0]);
    let said = |id: &str| clause_in_words(&charter, id).expect("a clause");
    insta::assert_snapshot!(
        ["route.enterprise", "route.2", "route.3", "route.rest"].map(said).join("\n")
    );
    let chapters = charter::chapters(&charter);
    let chapter = chapters.iter().find(|chapter| chapter.title == "Who is given the leads");
    assert_eq!(chapter.expect("a chapter").clauses.len(), 4);
}

#[test]
fn a_route_says_to_whom_and_how_and_of_which_leads() {
    refused("[[route]]\nid = \"x\"\n", (MissingKey, "team:sdr"), "[[route]]");
    refused("[[route]]\nto = \"sdr\"\n", (Malformed, "team:<id>"), "\"sdr\"");
    refused("[[route]]\nto = \"room:sdr\"\n", (Malformed, "team:<id>"), "\"room:sdr\"");
    refused(
        "[[route]]\nto = \"team:sdr\"\nshare = \"round_robbin\"\n",
        (Malformed, "did you mean `round_robin`?"),
        "\"round_robbin\"",
    );
    refused(
        "[[route]]\nto = \"person:ana\"\nshare = \"by_load\"\n",
        (Inconsistent, "remove `share`"),
        "\"by_load\"",
    );
    refused("[[route]]\nto = \"queue:ae\"\n", (Inconsistent, "`queue:sdr`"), "\"queue:ae\"");
    refused(
        "[[route]]\nto = \"team:sdr\"\nhandoff = \"hh\"\n",
        (UnknownName, "use the hand-off `h`"),
        "\"hh\"",
    );
    refused(
        "[[route]]\nto = \"team:sdr\"\nweight = 1\n",
        (UnknownKey, "use one of `id`"),
        "weight",
    );
    with("[[route]]\nto = \"team:sdr\"\n", (Inconsistent, "add a `[[handoff]]`"), "[[route]]");
    let twice = "[[route]]\nid = \"r\"\nwhen = \"account.is_target\"\nto = \"team:a\"\n";
    refused(&format!("{twice}{twice}"), (Duplicate, "another id"), "");
}

#[test]
fn a_route_speaks_of_who_they_are_and_of_nothing_that_changes_by_the_hour() {
    let engaged = "[[route]]\nwhen = \"engagement > 5\"\nto = \"team:sdr\"\n";
    refused(engaged, (RuleNotPossible, "ask for traits only"), "engagement");
    let called = "[[route]]\nwhen = \"happened('call.connected')\"\nto = \"team:sdr\"\n";
    refused(called, (RuleNotPossible, "ask for traits only"), "happened('call.connected')");
}

#[test]
fn a_route_that_is_never_taken_is_refused_and_one_that_overlaps_is_not() {
    let pair = |first: &str, second: &str| {
        format!(
            "[[route]]\nid = \"one\"\nwhen = \"{first}\"\nto = \"team:a\"\n\
             [[route]]\nid = \"two\"\nwhen = \"{second}\"\nto = \"team:b\"\n"
        )
    };
    let covered = [
        ("account.employees >= 50", "account.employees >= 500"),
        (
            "account.employees > 50 || account.is_target",
            "account.is_target && account.employees < 9",
        ),
        ("account.territory in ['emea', 'dach']", "account.territory == 'dach'"),
        ("known('account.employees')", "account.employees < 10"),
        ("known('lead.seniority', '365d')", "known('lead.seniority', '30d')"),
        ("true", "account.is_target"),
    ];
    for (first, second) in covered {
        refused(&pair(first, second), (Inconsistent, "move this one up"), "");
    }
    refused(
        "[[route]]\nwhen = \"account.employees > 5 && account.employees < 5\"\nto = \"team:a\"\n",
        (ProblemCode::NeverHolds, "remove one of them"),
        "",
    );
    let three =
        "[[route]]\nid = \"three\"\nwhen = \"known('account.is_target')\"\nto = \"team:c\"\n";
    let both = pair("account.is_target", "!account.is_target");
    refused(&format!("{both}{three}"), (Inconsistent, "move this one up"), "");
    let fine = [
        ("account.employees >= 500", "account.employees >= 50"),
        ("account.is_target", "account.employees > 10"),
        ("!(account.territory == 'dach')", "!known('account.territory')"),
        ("known('lead.seniority', '30d')", "known('lead.seniority', '365d')"),
        ("lead.title == 'CEO'", "lead.title != 'CEO'"),
    ];
    for (first, second) in fine {
        saas(&pair(first, second));
    }
    // Routes of different hand-offs do not stand in each other's way.
    let other = "[[handoff]]\nid = \"to-ae\"\nat = \"stage:sql\"\nto = \"ae\"\n";
    saas(&format!(
        "{other}[[route]]\nhandoff = \"mql-to-sdr\"\nto = \"team:a\"\n[[route]]\nto = \"team:b\"\n"
    ));
}

#[test]
fn settings_name_teams_weights_capacity_and_absence() {
    let roster = charter::read_roster(
        r#"
[team.sdr]
members = ["ana", "Ben Birch"]
weights = { ana = 3 }
[team.empty]
members = []
[person."Ben Birch"]
capacity = 30
absent = [{ from = 2027-08-02, to = "2027-08-20" }, { from = 2027-07-01, to = 2027-07-01 }]
"#,
    )
    .unwrap_or_else(|problems| panic!("{problems}"));
    let sdr = roster.team("sdr");
    assert_eq!(
        sdr.iter().map(|it| (it.person.as_str(), it.weight)).collect::<Vec<_>>(),
        [("ana", 3), ("Ben Birch", 1)]
    );
    assert!(roster.team("empty").is_empty() && roster.team("nobody").is_empty());
    assert_eq!((roster.capacity("ana"), roster.capacity("Ben Birch")), (None, Some(30)));
    let day = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    let Absence { from, to } = roster.people["Ben Birch"].absences[0];
    assert_eq!((from, to), (day("2027-07-01"), day("2027-07-01")), "in order");
    for (text, away) in
        [("2027-08-01", false), ("2027-08-02", true), ("2027-08-20", true), ("2027-08-21", false)]
    {
        assert_eq!(roster.is_away("Ben Birch", day(text)), away, "{text}");
    }
}

#[test]
fn settings_with_mistakes_are_answered_with_place_and_help() {
    let refused = |text: &str, code: ProblemCode, help: &str| {
        let found = charter::read_roster(text).expect_err(text);
        let [problem] = found.problems() else { panic!("not one problem, but\n{found}") };
        assert_eq!(problem.code, code, "\n{found}");
        assert!(problem.help.contains(help), "`{help}` is not in the help of\n{found}");
    };
    refused("[team.sdr]\n", MissingKey, "add `members");
    refused("[team.sdr]\nmembers = \"ana\"\n", WrongType, "[\"...\"");
    refused("[team.sdr]\nmembers = [\"ana\", \"ana\"]\n", Duplicate, "weights");
    let weights =
        |weights: &str| format!("[team.sdr]\nmembers = [\"ana\"]\nweights = {{ {weights} }}\n");
    refused(&weights("anna = 2"), UnknownName, "did you mean `ana`?");
    refused(&weights("ana = 0"), OutOfBounds, "between 1 and 100");
    refused(&weights("ana = 1.5"), OutOfBounds, "whole number");
    refused("[person.ana]\ncapacity = -1\n", OutOfBounds, "between 0");
    let absent = |days: &str| format!("[person.ana]\nabsent = [{{ {days} }}]\n");
    refused(&absent("from = 2027-07-02, to = 2027-07-01"), Inconsistent, "first day");
    refused(&absent("from = 2027-07-02"), MissingKey, "add `to");
    refused(&absent("from = 2027-07-02, to = \"soon\""), Malformed, "write a day");
    refused(&absent("from = 2027-07-02T10:00:00, to = 2027-07-03"), Malformed, "write a day");
    refused("[teams.sdr]\n", UnknownKey, "did you mean `team`?");
    refused("[team.sdr\n", ProblemCode::TomlSyntax, "[name]");
}
