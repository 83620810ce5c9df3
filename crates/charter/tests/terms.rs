//! Personas, grades, targets, pay, meetings, units and signers: what they may not say, where, and
//! what to do instead.

mod small;

use charter::ProblemCode::{
    Duplicate, Inconsistent, Malformed, MissingKey, NotSupported, OutOfBounds, RuleNotPossible,
    UnknownKey, UnknownName, WrongType,
};
use small::{path, with};

#[test]
fn signers_name_parts_and_roles() {
    let signers = |text: &str, expected, at| {
        small::heading(&format!("signers = {text}\n"), expected, at);
    };
    signers("[\"a\"]", (WrongType, "definitions = ["), "[\"a\"]");
    signers("{ promise = [\"a\"] }", (Malformed, "did you mean `promises`?"), "promise");
    signers("{ promises = [] }", (OutOfBounds, "both heads"), "[]");
    signers("{ promises = \"a\" }", (WrongType, "[\"...\", \"...\"]"), "\"a\"");
    signers("{ promises = [\"a b\"] }", (Malformed, "write letters"), "\"a b\"");
    signers("{ promises = [\"a\", \"a\"] }", (Duplicate, "another id"), "\"a\"");
}

#[test]
fn personas_are_recognised_by_traits_alone() {
    with("[persona.x]\nchannels = []\n", (MissingKey, "add `when"), "[persona.x]");
    with(
        "[persona.x]\nwhen = \"fit > 3\"\n",
        (RuleNotPossible, "a persona says who they are"),
        "fit",
    );
    with(
        "[persona.x]\nwhen = \"happened('form.*')\"\n",
        (RuleNotPossible, "a persona says who they are"),
        "happened('form.*')",
    );
    let persona = "[persona.x]\nwhen = \"lead.title == 'x'\"\n";
    with(&format!("{persona}channels = [\"a b\"]\n"), (Malformed, "write letters"), "\"a b\"");
    with(&format!("{persona}chanels = []\n"), (UnknownKey, "did you mean `channels`?"), "chanels");
    with("[persona.'x y']\nwhen = \"true\"\n", (Malformed, "write letters"), "'x y'");
    small::check(
        "persona = 3\n",
        &[
            (1, 1, MissingKey, "charter"),
            (1, 1, MissingKey, "[[stage]]"),
            (1, 1, WrongType, "[persona."),
        ],
    );
}

#[test]
fn grades_have_three_falling_bounds_each() {
    let grade = |text: &str, expected, at| with(&format!("[grade]\n{text}\n"), expected, at);
    let fit = "fit = { A = 60, B = 40, C = 20 }";
    let engagement = "engagement = { 1 = 60, 2 = 35, 3 = 15 }";
    grade(fit, (MissingKey, "add `engagement = { 1 = 60"), "[grade]");
    grade(
        &format!("fit = {{ A = 60, B = 60, C = 20 }}\n{engagement}"),
        (Inconsistent, "less than the one before"),
        "{ A = 60, B = 60, C = 20 }",
    );
    grade(
        &format!("{fit}\nengagement = {{ 1 = 60, 2 = 35 }}"),
        (MissingKey, "add `3 = 20`"),
        "{ 1 = 60, 2 = 35 }",
    );
    grade(
        &format!("fit = {{ A = 60, B = 40, C = 20, D = 0 }}\n{engagement}"),
        (UnknownKey, "use one of `A`, `B` or `C`"),
        "D",
    );
    with(
        "[[promise]]\nid = \"p\"\nby = \"sales\"\nfrom = \"stage:a\"\nuntil = \"verdict\"\n\
         within = \"3d\"\nwhen = \"grade == 'A1'\"\n",
        (UnknownName, "[grade]"),
        "'A1'",
    );
}

#[test]
fn counted_promises_have_a_number_and_a_period() {
    let promise = |text: &str, expected, at| {
        let head = "[[promise]]\nid = \"p\"\nby = \"marketing\"\ncount = \"stage:a\"\n";
        with(&format!("{head}{text}\n"), expected, at);
    };
    promise("per = \"month\"", (MissingKey, "at_least = 120"), "[[promise]]");
    promise("at_least = 3", (MissingKey, "per = \"month\""), "[[promise]]");
    promise("at_least = 0\nper = \"month\"", (OutOfBounds, "between 1"), "0");
    promise("at_least = 2.5\nper = \"month\"", (OutOfBounds, "a whole number"), "2.5");
    promise("at_least = 3\nper = \"moth\"", (Malformed, "did you mean `month`?"), "\"moth\"");
    promise(
        "at_least = 3\nper = \"month\"\nwithin = \"3d\"",
        (Inconsistent, "has no clock"),
        "within",
    );
    promise(
        "at_least = 3\nper = \"month\"\naccepted_share_at_least = 0.6",
        (Inconsistent, "[[handoff]]"),
        "accepted_share_at_least",
    );
    with(
        "[[promise]]\nid = \"a-rest\"\nby = \"sales\"\ncount = \"stage:a\"\nat_least = 1\n\
         per = \"week\"\n",
        (Duplicate, "another id"),
        "\"a-rest\"",
    );
    with(
        "[[promise]]\nid = \"p\"\nby = \"sales\"\nfrom = \"stage:a\"\nuntil = \"verdict\"\n\
         within = \"3d\"\nat_least = 3\n",
        (Inconsistent, "count = \"stage:mql\""),
        "at_least",
    );
}

#[test]
fn the_funnel_leads_forward_along_the_path() {
    let funnel = |text: &str, expected, at| path(&format!("[funnel]\n{text}\n"), expected, at);
    let rate = "{ rate = 0.5 }";
    funnel(&format!("\"a to z\" = {rate}"), (Malformed, "`\"mql -> sal\"`"), "\"a to z\"");
    funnel(&format!("\"a -> y\" = {rate}"), (UnknownName, "use one of"), "\"a -> y\"");
    funnel(&format!("\"z -> a\" = {rate}"), (Inconsistent, "the earlier one"), "\"z -> a\"");
    funnel(&format!("\"a -> n\" = {rate}"), (Inconsistent, "of the path"), "\"a -> n\"");
    funnel("\"a -> z\" = 0.5", (WrongType, "rate = 0.65"), "0.5");
    funnel("\"a -> z\" = { rate = 65 }", (OutOfBounds, "between 0 and 1"), "65");
    funnel("\"a -> z\" = { within = \"2d\" }", (MissingKey, "rate"), "{ within = \"2d\" }");
    funnel(
        "\"a -> z\" = { rate = 0.5, within = \"0d\" }",
        (Malformed, "at least one minute"),
        "\"0d\"",
    );
    funnel(&format!("\"a -> z\" = {rate}\n\"a->z\" = {rate}"), (Duplicate, "keep one"), "\"a->z\"");
}

#[test]
fn goals_have_a_figure_a_number_a_period_and_sides() {
    let goal = |kpi: &str, target: &str, period: &str, sides: &str, expected, at| {
        let text = format!(
            "[[goal]]\nid = \"g\"\nkpi = {kpi}\ntarget = {target}\nperiod = {period}\n\
             sides = {sides}\n"
        );
        path(&text, expected, at);
    };
    let (amount, quarter, both) = ("\"won_amount\"", "\"2027-Q1\"", "[\"marketing\", \"sales\"]");
    goal("\"revenue\"", "1", quarter, both, (Malformed, "`stage:<id>`"), "\"revenue\"");
    goal("\"won_amuont\"", "1", quarter, both, (Malformed, "did you mean"), "\"won_amuont\"");
    goal("\"stage:y\"", "1", quarter, both, (UnknownName, "use one of"), "\"stage:y\"");
    goal("\"promise:x\"", "1", quarter, both, (UnknownName, "use one of"), "\"promise:x\"");
    goal("\"z -> a\"", "0.5", quarter, both, (Inconsistent, "earlier one"), "\"z -> a\"");
    goal("\"a -> z\"", "50", quarter, both, (OutOfBounds, "between 0 and 1"), "50");
    goal("\"stage:z\"", "1.5", quarter, both, (OutOfBounds, "whole number"), "1.5");
    goal(amount, "0", quarter, both, (OutOfBounds, "above 0"), "0");
    goal(amount, "\"much\"", quarter, both, (WrongType, "target = 10"), "\"much\"");
    goal(amount, "1", "\"2027-Q5\"", both, (Malformed, "`2027-Q1`"), "\"2027-Q5\"");
    goal(amount, "1", quarter, "[]", (OutOfBounds, "sides = "), "[]");
    goal(amount, "1", quarter, "\"sale\"", (Malformed, "did you mean `sales`?"), "\"sale\"");
    goal(amount, "1", quarter, "[\"sales\", \"sales\"]", (Duplicate, "name it once"), "\"sales\"");
    path(
        "[[goal]]\nid = \"g\"\nkpi = \"won\"\ntarget = 1\nperiod = \"2027\"\n",
        (MissingKey, "sides"),
        "[[goal]]",
    );
}

#[test]
fn attribution_and_cadence_say_what_they_may() {
    let attribution = |text: &str, expected, at| {
        with(&format!("[attribution]\n{text}\n"), expected, at);
    };
    attribution("window = \"90d\"", (MissingKey, "model"), "[attribution]");
    attribution("model = \"linar\"", (Malformed, "did you mean `linear`?"), "\"linar\"");
    attribution(
        "model = \"linear\"\nwindow = \"6 months\"",
        (Malformed, "in days"),
        "\"6 months\"",
    );
    attribution("model = \"linear\"\nhalf_life = \"7d\"", (Inconsistent, "time_decay"), "\"7d\"");
    let cadence = |text: &str, expected, at| with(&format!("[cadence]\n{text}\n"), expected, at);
    cadence("weekly = \"monday\"", (Malformed, "`monday 09:30`"), "\"monday\"");
    cadence("weekly = \"monday 9:30\"", (Malformed, "`monday 09:30`"), "\"monday 9:30\"");
    cadence("review_charter = \"yaer\"", (Malformed, "did you mean `year`?"), "\"yaer\"");
    cadence("daily = \"09:30\"", (UnknownKey, "use one of"), "daily");
}

const GOAL: &str = "[[goal]]\nid = \"g\"\nkpi = \"won\"\ntarget = 9\nperiod = \"2027-Q1\"\n\
     sides = \"sales\"\n";

#[test]
fn weights_and_splits_sum_to_one() {
    let incentive = |kpis: &str, split: &str, rest: &str, expected, at| {
        let text = format!(
            "{GOAL}[incentive]\nperiod = \"quarter\"\npool = 100\nkpis = {kpis}\nsplit = {split}\n\
             {rest}\n"
        );
        path(&text, expected, at);
    };
    let (kpis, half) = ("{ \"goal:g\" = 1 }", "{ marketing = 0.5, sales = 0.5 }");
    let less = "{ \"goal:g\" = 0.5, \"promise:a-rest\" = 0.4 }";
    incentive(less, half, "", (Inconsistent, "add 0.1 in all"), less);
    let more = "{ \"goal:g\" = 0.6, \"promise:a-rest\" = 0.6 }";
    incentive(more, half, "", (Inconsistent, "take away 0.2 in all"), more);
    incentive("{ }", half, "", (Inconsistent, "add 1 in all"), "{ }");
    let split = "{ marketing = 0.5, sales = 0.6 }";
    incentive(kpis, split, "", (Inconsistent, "take away 0.1"), split);
    incentive(kpis, "{ marketing = 1 }", "", (MissingKey, "add `sales"), "{ marketing = 1 }");
    incentive("{ \"goal:h\" = 1 }", half, "", (UnknownName, "use the goal `g`"), "\"goal:h\"");
    incentive(
        "{ \"promise:h\" = 1 }",
        half,
        "",
        (UnknownName, "one of `a-rest` or `n-rest`"),
        "\"promise:h\"",
    );
    incentive("{ won = 1 }", half, "", (Malformed, "`\"goal:<id>\"`"), "won");
    incentive(kpis, half, "threshold = 80", (OutOfBounds, "between 0 and 1"), "80");
    incentive(kpis, half, "cap = 0.5", (OutOfBounds, "between 1 and 5"), "0.5");
    let tenths = "{ \"goal:g\" = 0.7, \"promise:a-rest\" = 0.2, \"promise:n-rest\" = 0.1 }";
    incentive(tenths, half, "cap = 9", (OutOfBounds, "between 1 and 5"), "9");
    path(
        &format!("{GOAL}[incentive]\nperiod = \"year\"\npool = 1\nkpis = {kpis}\nsplit = {half}\n"),
        (Inconsistent, "pay by the quarter"),
        "\"goal:g\"",
    );
}

#[test]
fn a_mistake_in_a_goal_is_told_once() {
    let text = GOAL.replace("target = 9", "target = 0");
    let incentive = "[incentive]\nperiod = \"quarter\"\npool = 1\nkpis = { \"goal:g\" = 1 }\n\
                     split = { marketing = 1, sales = 0 }\n";
    path(&format!("{text}{incentive}"), (OutOfBounds, "above 0"), "0");
}

#[test]
fn units_select_by_traits_and_override_what_they_may() {
    let unit = |text: &str, expected, at| {
        path(
            &format!("{GOAL}[unit.u]\nwhen = \"account.territory == 'x'\"\n{text}\n"),
            expected,
            at,
        );
    };
    path("[unit.u]\nname = \"U\"\n", (MissingKey, "add `when"), "[unit.u]");
    path(
        "[unit.u]\nwhen = \"engagement > 3\"\n",
        (RuleNotPossible, "a unit is chosen by who they are"),
        "engagement",
    );
    unit("stage = 3", (NotSupported, "remove it"), "stage");
    unit("colour = 3", (UnknownKey, "use one of"), "colour");
    unit("signers = { promise = [\"a\"] }", (Malformed, "`promises`"), "promise");
    unit("[unit.u.funnel]\n\"z -> a\" = { rate = 1 }", (Inconsistent, "earlier"), "\"z -> a\"");
    unit(&GOAL.replace("[[goal]]", "[[unit.u.goal]]"), (Duplicate, "another id"), "\"g\"");
    unit(
        "[unit.u.incentive]\nperiod = \"quarter\"\npool = 1\nkpis = { \"goal:h\" = 1 }\n\
         split = { marketing = 1, sales = 0 }",
        (UnknownName, "use the goal `g`"),
        "\"goal:h\"",
    );
}
