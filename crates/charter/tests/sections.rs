//! Every section of the file: what it may not say, where, and what to do instead.

mod small;

use charter::ProblemCode::{
    Duplicate, Inconsistent, Malformed, MissingKey, OutOfBounds, TooLarge, UnboundedRest,
    UnknownKey, UnknownName, WrongType,
};
use small::{check, only, with};

#[test]
fn the_heading_names_a_zone_and_a_currency() {
    check(
        "[charter]\nname = \" \"\ntimezone = \"Europe/Pariss\"\ncurrency = \"euro\"\nnmae = 1\n",
        &[
            (1, 1, MissingKey, "add `[[stage]]`"),
            (2, 8, OutOfBounds, "1 to 100 characters"),
            (3, 12, Malformed, "did you mean `Europe/Paris`?"),
            (4, 12, Malformed, "ISO 4217"),
            (5, 1, UnknownKey, "did you mean `name`?"),
        ],
    );
    only("[charter]\nname = 3\n", 2, 8, WrongType, "write `name = \"...\"`");
}

#[test]
fn sections_that_a_charter_does_not_have_are_refused() {
    with("[frobnicate]\n", (UnknownKey, "use a known key"), "frobnicate");
    with("[[stages]]\n", (UnknownKey, "did you mean `stage`?"), "stages");
}

#[test]
fn calendars_have_hours_and_a_zone_of_their_own_but_for_the_first() {
    with("[calendar.c]\n", (MissingKey, "mon-fri"), "[calendar.c]");
    with("[calendar.c]\nhours = \"9-17\"\n", (WrongType, "mon-fri"), "\"9-17\"");
    with(
        "[calendar.c]\nhours = { mon-fry = \"09:00-18:00\" }\n",
        (Malformed, "mon-fri"),
        "mon-fry",
    );
    with("[calendar.c]\nhours = { mon = \"9-17\" }\n", (Malformed, "mon-fri"), "\"9-17\"");
    with("[calendar.c]\nhours = { }\n", (OutOfBounds, "mon-fri"), "{ }");
    with(
        "[calendar.c]\nhours = { mon = \"09:00-17:00\" }\ntimezone = \"Asia/Tokyo\"\n",
        (Inconsistent, "another calendar above"),
        "\"Asia/Tokyo\"",
    );
    let two = |second: &str| {
        format!("[calendar.c]\nhours = {{ mon = \"09:00-17:00\" }}\n[calendar.desk]\n{second}\n")
    };
    with(&two(""), (MissingKey, "mon-fri"), "[calendar.desk]");
    let hours = "hours = { sun-thu = \"09:00-17:00\" }";
    with(
        &two(&format!("{hours}\ntimezone = \"Asia/Tokio\"")),
        (Malformed, "did you mean `Asia/Tokyo`?"),
        "\"Asia/Tokio\"",
    );
    with(&two(&format!("{hours}\nkeeps_holidays = \"no\"")), (WrongType, "= false"), "\"no\"");
    let promise = |rest: &str| {
        two(&format!(
            "{hours}\n[[promise]]\nid = \"p\"\nby = \"sales\"\nfrom = \"stage:a\"\n\
             until = \"verdict\"\n{rest}"
        ))
    };
    with(
        &promise("within = \"2 business days\"\ncalendar = \"desc\""),
        (UnknownName, "did you mean `desk`?"),
        "\"desc\"",
    );
    with(
        &promise("within = \"2 days\"\ncalendar = \"desk\""),
        (Inconsistent, "business hours"),
        "\"desk\"",
    );
    let many: String = (0..17).map(|n| format!("[calendar.c{n}]\n{hours}\n")).collect();
    with(&many, (TooLarge, "join some"), "");
}

#[test]
fn names_of_the_charter_s_own_are_checked() {
    with("[traits]\n\"lead.origin\" = \"txt\"\n", (Malformed, "`\"text\"`"), "\"txt\"");
    with("[traits]\n\"origin\" = \"text\"\n", (Malformed, "begin with `lead.`"), "\"origin\"");
    with("[traits]\nlead.origin = \"text\"\n", (WrongType, "write `\"lead.origin\" = "), "lead");
    with("[traits]\n\"lead.title\" = \"number\"\n", (Duplicate, "another name"), "\"lead.title\"");
    with("[facts]\ntouches = [\"demo\"]\n", (Malformed, "a group and a name"), "\"demo\"");
    with(
        "[facts]\ntouches = [\"call.attempt\"]\n",
        (Duplicate, "choose another"),
        "\"call.attempt\"",
    );
    with("[facts]\ntouches = \"form.x\"\n", (WrongType, "[\"...\", \"...\"]"), "\"form.x\"");
    with("[facts]\ntouchs = []\n", (UnknownKey, "did you mean `touches`?"), "touchs");
}

#[test]
fn points_have_bounds_and_caps_fit_their_points() {
    with("[[icp.fit]]\nwhen = \"true\"\npoints = 1001\n", (OutOfBounds, "between -1000"), "1001");
    with("[[icp.fit]]\nwhen = \"true\"\n", (MissingKey, "add `points"), "[[icp.fit]]");
    with("[icp]\nfit = 3\n", (WrongType, "`[[icp.fit]]`"), "fit");
    with("[engagement]\nhalf_life = \"a while\"\n", (Malformed, "`7d`"), "\"a while\"");
    let points = |line: &str, expected, at| {
        with(&format!("[engagement.points]\n{line}\n"), expected, at);
    };
    points("\"form.demo\" = 3", (UnknownName, "declared under `[facts]`"), "\"form.demo\"");
    points("\"partner.*\" = 3", (UnknownName, "declared under `[facts]`"), "\"partner.*\"");
    points("form.contact = 3", (WrongType, "write `\"form.contact\" = 10`"), "form");
    points("\"form.*\" = \"3\"", (WrongType, "write `\"form.*\" = 10`"), "\"3\"");
    points("\"form.*\" = { points = 3, at_most = 10, per = \"7d\" }", (OutOfBounds, "12"), "10");
    points(
        "\"form.*\" = { points = 3, at_most = 300, per = \"7d\" }",
        (OutOfBounds, "32 times"),
        "300",
    );
    points(
        "\"form.*\" = { points = 0, at_most = 3, per = \"7d\" }",
        (OutOfBounds, "multiple"),
        "3",
    );
    points(
        "\"form.*\" = { points = 3, at_most = 12 }",
        (MissingKey, "per = "),
        "{ points = 3, at_most = 12 }",
    );
    let shadowed = "\"email.*\" = 1\n\"email.clicked\" = 3";
    points(shadowed, (Inconsistent, "particular names above"), "\"email.clicked\"");
    with("[temperature]\nhot = 20\n", (Inconsistent, "hot begin above warm"), "[temperature]");
    with("[pass]\nopens_on = [\"fom.*\"]\n", (UnknownName, "`opportunity`"), "\"fom.*\"");
    with("[pass]\nopens_on = []\n", (OutOfBounds, "such as"), "[]");
}

#[test]
fn the_path_begins_once_and_leads_on() {
    let stage = |rest: &str, expected, at| {
        let stage = format!(
            "[[stage]]\nid = \"z\"\nname = \"Z\"\nside = \"sales\"\nkind = \"won\"\n{rest}\n"
        );
        with(&stage, expected, at);
    };
    stage("", (MissingKey, "add `enter"), "[[stage]]");
    stage("enter = \"fit > 3\"\ncolour = 3", (UnknownKey, "use one of"), "colour");
    stage("enter = \"fti > 3\"", (UnknownName, "did you mean `fit`?"), "fti");
    with(
        "[[stage]]\nid = \"a\"\nname = \"A\"\nside = \"sales\"\n",
        (Duplicate, "another id"),
        "\"a\"",
    );
    let open = "[[stage]]\nid = \"b\"\nname = \"B\"\nside = \"sales\"\nenter = \"fit > 3\"\n";
    with(open, (UnboundedRest, "until = \"leaves\""), "[[stage]]");
    let head = "[charter]\nname = \"x\"\ntimezone = \"UTC\"\ncurrency = \"EUR\"\n";
    check(
        &format!(
            "{head}[[stage]]\nid = \"n\"\nname = \"N\"\nside = \"sales\"\nkind = \"disqualified\"\n"
        ),
        &[(5, 1, Inconsistent, "a pass begins there")],
    );
    check(
        &format!(
            "{head}[[stage]]\nid = \"n\"\nname = \"N\"\nside = \"sales\"\nkind = \"won\"\nenter = \"true\"\n"
        ),
        &[(5, 1, Inconsistent, "open stage"), (10, 9, Inconsistent, "remove `enter`")],
    );
}

#[test]
fn hand_offs_name_open_stages_and_verdicts_have_a_place_to_rest() {
    let handoff = |rest: &str, expected, at| {
        with(&format!("[[handoff]]\nid = \"h\"\nto = \"sdr\"\n{rest}\n"), expected, at);
    };
    handoff("at = \"a\"\nverdicts = []", (Malformed, "write `\"stage:a\"`"), "\"a\"");
    handoff("at = \"stage:x\"\nverdicts = []", (UnknownName, "use the stage `a`"), "\"stage:x\"");
    handoff("at = \"stage:a\"\nverdicts = [\"accept\"]", (Malformed, "did you mean"), "\"accept\"");
    handoff(
        "at = \"stage:a\"\nverdicts = [\"recycled\"]",
        (Inconsistent, "kind = \"nurture\""),
        "\"recycled\"",
    );
    with("[verdict.recycle]\n", (Malformed, "did you mean `recycled`?"), "recycle");
    with(
        "[verdict.rejected]\nreasons = [\"no\"]\n",
        (Inconsistent, "kind = \"nurture\""),
        "[verdict.rejected]",
    );
    with("[verdict.accepted]\nreasons = { a = \"3d\" }\n", (Inconsistent, "as a list"), "\"3d\"");
    with("[verdict.accepted]\nreasons = [\"a\", \"a\"]\n", (Duplicate, "another id"), "\"a\"");
    with("[verdict.accepted]\nrests_in = \"a\"\n", (Inconsistent, "remove `rests_in`"), "\"a\"");
    with("[verdict.rejected]\nrests_in = \"a\"\n", (Inconsistent, "kind `nurture`"), "\"a\"");
}

#[test]
fn promises_say_what_keeps_them_and_who_is_told() {
    let promise = |rest: &str, expected, at| {
        let text = format!("[[promise]]\nid = \"p\"\nby = \"sales\"\nfrom = \"stage:a\"\n{rest}\n");
        with(&text, expected, at);
    };
    let within = "within = \"4 business hours\"";
    promise(within, (MissingKey, "add `until"), "[[promise]]");
    promise("until = \"verdict\"", (MissingKey, "add `within"), "[[promise]]");
    promise(
        &format!("{within}\nuntil = \"human_outreech\""),
        (UnknownName, "did you mean"),
        "\"human_outreech\"",
    );
    promise(
        &format!("{within}\nuntil = \"stage:a\""),
        (Inconsistent, "a later stage"),
        "\"stage:a\"",
    );
    promise(
        &format!("{within}\nuntil = [\"verdict\", \"call.*\"]"),
        (Inconsistent, "alone"),
        "\"verdict\"",
    );
    promise(&format!("{within}\nuntil = []"), (OutOfBounds, "such as"), "[]");
    promise(
        "until = \"verdict\"\nwithin = \"2 business weeks\"",
        (Malformed, "business hours"),
        "\"2 business weeks\"",
    );
    let told = |action: &str, expected, at| {
        promise(&format!("{within}\nuntil = \"verdict\"\non_breach = [{action}]"), expected, at);
    };
    told("\"tel assignee\"", (Malformed, "did you mean `tell`?"), "\"tel assignee\"");
    told("\"tell a b\"", (Malformed, "tell sales_head"), "\"tell a b\"");
    told("\"after 2 hours\"", (Malformed, "after a colon"), "\"after 2 hours\"");
    told("\"after 2 moons: tell x\"", (Malformed, "14 days"), "\"after 2 moons: tell x\"");
    told("\"reassign\"", (Inconsistent, "[[handoff]]"), "\"reassign\"");
    told("\"return\"", (Inconsistent, "add a stage"), "\"return\"");
    told("\"return to a\"", (Inconsistent, "kind `nurture`"), "\"return to a\"");
    told("\"after 1h: return to b\"", (UnknownName, "use the stage"), "\"after 1h: return to b\"");
    let nine = ["\"after 1h: tell x\""; 9].join(", ");
    let listed = format!("[{nine}]");
    told(&nine, (TooLarge, "join some"), &listed);
    told("", (OutOfBounds, "write whom"), "[]");
    promise(
        &format!("{within}\nuntil = \"verdict\"\nwhen = \"fit >\""),
        (charter::ProblemCode::RuleSyntax, "finish it"),
        "",
    );
}

#[test]
fn size_and_syntax_are_checked_before_all_else() {
    check(&"#".repeat((1 << 20) + 1), &[(1, 1, TooLarge, "short agreement")]);
    check("[charter\n", &[(1, 9, charter::ProblemCode::TomlSyntax, "write keys as")]);
    let many = "[[icp.fit]]\nwhen = \"true\"\npoints = 1\n".repeat(201);
    with(&many, (TooLarge, "join some"), "");
}

#[test]
fn motions_have_rules_and_paths_in_order() {
    let motion = |rest: &str| format!("[[motion]]\nid = \"m\"\n{rest}\n");
    with(&motion("stages = \"a\""), (WrongType, "[\"...\""), "\"a\"");
    with(&motion("stages = []"), (Inconsistent, "[\"a\""), "[]");
    with(&motion("stages = [\"a\", \"a\"]"), (Inconsistent, "in the order"), "");
    with(&motion("stages = [\"b\"]"), (UnknownName, "use the stage"), "\"b\"");
    with(
        &motion("when = \"motion == 'm'\""),
        (charter::ProblemCode::RuleNotPossible, "[[motion]]"),
        "",
    );
    with(&motion("[[motion]]\nid = \"n\""), (Inconsistent, "last"), "[[motion]]");
    with(
        &motion("[[motion]]\nid = \"m\"").replacen("\"m\"\n", "\"m\"\nwhen = \"fit > 1\"\n", 1),
        (Duplicate, "another id"),
        "\"m\"",
    );
}

#[test]
fn accounts_have_stages_and_promises_of_their_own() {
    let account = |rest: &str| {
        format!(
            "[account]\n[[account.stage]]\nid = \"w\"\nname = \"W\"\nside = \"sales\"\n\
             [[account.promise]]\nid = \"w-rest\"\nby = \"sales\"\nfrom = \"stage:w\"\n\
             until = \"leaves\"\nwithin = \"30 days\"\n{rest}\n"
        )
    };
    with("[account]\n", (MissingKey, "add `[[account.stage]]`"), "[account]");
    with(
        "[account]\n[[account.stage]]\nid = \"w\"\nname = \"W\"\nside = \"sales\"\n",
        (charter::ProblemCode::UnboundedRest, "[[account.promise]]"),
        "[[account.stage]]",
    );
    let stage = |enter: &str| {
        account(&format!(
            "[[account.stage]]\nid = \"v\"\nname = \"V\"\nside = \"sales\"\nkind = \"won\"\n\
             enter = \"{enter}\""
        ))
    };
    with(&stage("lead.seniority == 'vp'"), (UnknownName, "trait"), "lead.seniority");
    with(
        &stage("verdict == 'accepted'"),
        (charter::ProblemCode::RuleNotPossible, "what happened"),
        "verdict",
    );
    let promise = |rest: &str| {
        account(&format!(
            "[[account.promise]]\nid = \"p\"\nby = \"sales\"\nfrom = \"stage:w\"\n\
             within = \"3 days\"\n{rest}"
        ))
    };
    with(&promise("until = \"verdict\""), (Inconsistent, "human_outreach"), "[account]");
    with(
        &promise("until = \"leaves\"\non_breach = [\"reassign\"]"),
        (Inconsistent, "[[handoff]]"),
        "\"reassign\"",
    );
    with(&account("[account.goal]"), (UnknownKey, "use one of"), "goal");
}

#[test]
fn a_cost_is_of_one_thing_and_ends_after_it_begins() {
    let cost = |lines: &str| format!("[[cost]]\n{lines}\n");
    let sound = cost("campaign = \"spring\"\namount = 12.5\nfrom = 2027-01-01\nto = 2027-01-31");
    let roster = charter::read_roster(&sound).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(roster.costs[0].amount_hundredths, 1_250);
    assert_eq!(roster.costs[0].on, charter::CostOn::Campaign("spring".to_owned()));
    for (lines, said) in [
        ("amount = 1\nfrom = 2027-01-01\nto = 2027-01-31", "of 0 of channel"),
        (
            "channel = \"ad\"\nsource = \"ad\"\namount = 1\nfrom = 2027-01-01\nto = 2027-01-31",
            "of 2 of channel",
        ),
        ("channel = \"ad\"\namount = -1\nfrom = 2027-01-01\nto = 2027-01-31", "between 0"),
        ("channel = \"ad\"\namount = 1\nfrom = 2027-02-01\nto = 2027-01-31", "before it begins"),
        ("channel = \"ad\"\namount = 1\nfrom = 2027-02-01", "`to`"),
    ] {
        let found = charter::read_roster(&cost(lines)).expect_err(lines).to_string();
        assert!(found.contains(said), "{found}");
    }
}
