//! What changed between two charters: clause by clause, in their words.

use charter::{Change, Charter, ClauseGroup, diff};

const SAAS: &str = include_str!("../../../charters/b2b-saas.toml");
const UNIT: &str = r#"
[unit.emea]
name = "Europe"
when = "account.territory == 'emea'"
signers = { incentive = ["emea_head"] }
[unit.emea.funnel]
"mql -> sal" = { rate = 0.7 }
[[unit.emea.goal]]
id = "emea-q1"
kpi = "won"
target = 20
period = "2027-Q1"
sides = ["sales"]
[unit.emea.incentive]
period = "quarter"
pool = 10000
kpis = { "goal:emea-q1" = 1 }
split = { marketing = 0.4, sales = 0.6 }
[unit.emea.cadence]
weekly = "tuesday 10:00"
[unit.rest]
when = "account.territory != 'emea'"
"#;

fn read(text: &str) -> Charter {
    charter::read(text).unwrap_or_else(|problems| panic!("{problems}"))
}

fn replaced(from: &str, to: &str) -> Charter {
    let text = format!("{SAAS}{UNIT}");
    assert!(text.contains(from), "`{from}` is not in the charter");
    read(&text.replacen(from, to, 1))
}

/// The changes that one replacement in the text makes: `changed stage.mql`.
fn changes(from: &str, to: &str) -> Vec<String> {
    let old = read(&format!("{SAAS}{UNIT}"));
    let changes = diff(&old, &replaced(from, to));
    changes.iter().map(|it| format!("{} {}", it.change.word(), it.clause)).collect()
}

#[test]
fn a_charter_does_not_differ_from_itself() {
    let charter = read(&format!("{SAAS}{UNIT}"));
    assert_eq!(diff(&charter, &charter), []);
}

#[test]
fn every_term_that_changes_is_told_with_its_clause() {
    for (from, to, told) in [
        ("points = 15", "points = 16", vec!["changed fit.2"]),
        ("account.employees < 10", "account.employees < 9", vec!["changed fit.8"]),
        ("\"form.contact\" = 30", "\"form.contact\" = 31", vec!["changed engagement.3"]),
        ("at_most = 24", "at_most = 32", vec!["changed engagement.7"]),
        ("half_life = \"30d\"", "half_life = \"31d\"", vec!["changed engagement.half_life"]),
        ("A = 60, B", "A = 61, B", vec!["changed grade"]),
        ("\"chat.*\", ", "", vec!["changed pass"]),
        ("\"chat.*\", ", "\"chat.started\", ", vec!["changed pass"]),
        (
            "enter = \"engagement >= 15\"",
            "enter = \"engagement > 15\"",
            vec!["changed stage.engaged"],
        ),
        ("to = \"sdr\"", "to = \"ae\"", vec!["changed handoff.mql-to-sdr"]),
        (
            "within = \"4 business hours\"",
            "within = \"4 hours\"",
            vec!["changed promise.first-touch-hot"],
        ),
        (
            "\"meeting.booked\", ",
            "\"meeting.booked\", \"meeting.*\", ",
            vec!["changed promise.first-meeting"],
        ),
        ("\"tell marketing_head\"]", "\"tell sponsor\"]", vec!["changed promise.verdict"]),
        ("at_least = 120", "at_least = 121", vec!["changed promise.mql-volume"]),
        (
            "accepted_share_at_least = 0.6",
            "accepted_share_at_least = 0.60001",
            vec!["changed promise.mql-volume"],
        ),
        ("no_budget = \"120d\"", "no_budget = \"90d\"", vec!["changed verdict.recycled.no_budget"]),
        ("\"bad_data\", ", "", vec!["changed verdict.rejected.reasons"]),
        (
            "returns_to = \"engaged\"",
            "returns_to = \"inquiry\"",
            vec![
                "changed verdict.recycled",
                "changed verdict.recycled.no_timeline",
                "changed verdict.recycled.no_budget",
                "changed verdict.recycled.no_answer",
            ],
        ),
        (
            "channels = [\"event\", \"phone\"]",
            "channels = [\"event\"]",
            vec!["changed persona.economic_buyer"],
        ),
        ("rate = 0.65", "rate = 0.650001", vec!["changed funnel.mql.sal"]),
        ("target = 900000", "target = 900000.5", vec!["changed goal.new-revenue-q1"]),
        ("window = \"180d\"", "window = \"181d\"", vec!["changed attribution"]),
        ("pool = 40000", "pool = 40001", vec!["changed incentive"]),
        ("weekly = \"monday", "weekly = \"friday", vec!["changed cadence"]),
        (", \"sponsor\"]", "]", vec!["changed signers.incentive"]),
        ("mon-fri = \"09", "mon-thu = \"09", vec!["changed calendar"]),
        (
            "currency = \"EUR\"",
            "currency = \"USD\"",
            vec![
                "changed goal.new-revenue-q1",
                "changed goal.pipeline-q1",
                "changed incentive",
                "changed unit.emea.incentive",
                "changed currency",
            ],
        ),
        (
            "when = \"account.territory == 'emea'\"",
            "when = \"account.territory == 'dach'\"",
            vec!["changed unit.emea"],
        ),
        ("{ rate = 0.7 }", "{ rate = 0.700001 }", vec!["changed unit.emea.funnel.mql.sal"]),
        ("target = 20", "target = 21", vec!["changed unit.emea.goal.emea-q1"]),
        (
            "marketing = 0.4, sales = 0.6",
            "marketing = 0.6, sales = 0.4",
            vec!["changed unit.emea.incentive"],
        ),
        ("tuesday 10:00", "tuesday 10:30", vec!["changed unit.emea.cadence"]),
        (
            "[\"emea_head\"]",
            "[\"emea_head\", \"sponsor\"]",
            vec!["changed unit.emea.signers.incentive"],
        ),
        (
            "[unit.rest]",
            "[unit.other]",
            vec!["added unit.other", "changed unit", "removed unit.rest"],
        ),
        ("[charter]\n", "[traits]\n\"lead.origin\" = \"text\"\n[charter]\n", vec!["added names"]),
        ("[charter]\n", "[moves_to]\nold = \"stage:mql\"\n[charter]\n", vec!["added moves.old"]),
    ] {
        assert_eq!(changes(from, to), told, "{from} -> {to}");
    }
}

#[test]
fn what_is_only_put_otherwise_is_told_as_such() {
    for (from, to, told) in [
        ("name = \"Engaged\"", "name = \"Interested\"", vec!["reworded stage.engaged"]),
        ("name = \"B2B software: revenue charter\"", "name = \"Ours\"", vec!["reworded name"]),
        ("reading = \"Software", "reading = \"Hardware", vec!["reworded icp"]),
        ("reading = \"will work", "reading = \"works", vec!["reworded persona.user"]),
        (
            "fit >= 40 && engagement >= 35",
            "engagement >= 35 && (40 <= fit)",
            vec!["reworded stage.mql"],
        ),
        ("account.employees >= 50 && ", "!(account.employees < 50) && ", vec!["reworded fit.1"]),
        ("# Nobody sets", "# Really nobody sets", vec![]),
        (
            "\"form.contact\" = 30\n\"webinar.attended\" = 15",
            "\"webinar.attended\" = 15\n\"form.contact\" = 30",
            vec![],
        ),
    ] {
        assert_eq!(changes(from, to), told, "{from} -> {to}");
    }
}

#[test]
fn clauses_without_an_id_are_known_by_what_they_say() {
    let first = "[[icp.fit]]\nwhen = \"account.is_customer\"\npoints = 7\n\n# The company.\n";
    assert_eq!(changes("# The company.\n", first), ["added fit.1"]);
    let students =
        "[[icp.fit]]\nwhen = \"lead.seniority in ['student', 'intern']\"\npoints = -40\n";
    assert_eq!(changes(students, ""), ["removed fit.9"]);
    let general =
        "\"page.*\" = { points = 1, at_most = 5, per = \"7d\" }          # every other page\n";
    let pricing = "\"page.pricing\" = { points = 8, at_most = 16, per = \"7d\" }\n";
    assert_eq!(changes(general, ""), ["removed engagement.9"]);
    assert_eq!(
        changes(pricing, ""),
        ["changed engagement.8", "removed engagement.8"],
        "the prices are now one of all pages"
    );
}

#[test]
fn each_change_says_what_was_and_what_is_and_who_signs_it() {
    let old = read(&format!("{SAAS}{UNIT}"));
    let changes = diff(&old, &replaced("within = \"4 business hours\"", "within = \"2 hours\""));
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!((change.group, change.chapter), (ClauseGroup::Promises, "What sales promises"));
    assert!(change.change.is_of_terms());
    let Change::Changed { was, is } = &change.change else { panic!("{change:?}") };
    assert!(was.contains("within 4 business hours") && is.contains("within 2 hours"), "{change:?}");
}
