//! What can never be is refused: rules that exclude themselves, stages that nothing leads into,
//! passes that end as they begin, promises that nobody can keep.

mod small;

use charter::ProblemCode::{CannotBeKept, NeverHolds, Oscillates, Unreachable};
use small::with;

/// A stage on the path with a promise that bounds its rest.
fn stage(id: &str, enter: &str) -> String {
    format!(
        "[[stage]]\nid = \"{id}\"\nname = \"{id}\"\nside = \"sales\"\nenter = \"{enter}\"\n\
         [[promise]]\nid = \"{id}-rest\"\nby = \"sales\"\nfrom = \"stage:{id}\"\n\
         until = \"leaves\"\nwithin = \"9 days\"\n"
    )
}

/// A stage beside the path.
fn beside(kind: &str, enter: &str) -> String {
    let enter = if enter.is_empty() { String::new() } else { format!("enter = \"{enter}\"\n") };
    let rest = match kind {
        "nurture" => {
            "[[promise]]\nid = \"n-rest\"\nby = \"sales\"\nfrom = \"stage:n\"\n\
             until = \"leaves\"\nwithin = \"9 days\"\n"
        }
        _ => "",
    };
    format!(
        "[[stage]]\nid = \"n\"\nname = \"N\"\nside = \"sales\"\nkind = \"{kind}\"\n{enter}{rest}"
    )
}

const MOTIONS: &str =
    "[[motion]]\nid = \"in\"\nwhen = \"happened('form.*')\"\n[[motion]]\nid = \"out\"\n";
const WON: &str = "[[stage]]\nid = \"z\"\nname = \"Z\"\nside = \"sales\"\nkind = \"won\"\n\
     enter = \"opportunity.stage == 'won'\"\n";

fn sound(addition: &str) {
    let text = format!("{}\n{addition}", small::SMALL);
    charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn conditions_that_exclude_each_other_are_refused() {
    for rule in [
        "fit >= 40 && fit < 40",
        "engagement > 60 && engagement <= 60",
        "temperature == 'hot' && engagement < 30",
        "account.employees < 10 && account.employees >= 50",
        "account.employees == 10 && account.employees != 10",
        "lead.seniority == 'vp' && lead.seniority in ['director', 'intern']",
        "lead.seniority == 'vp' && lead.seniority != 'vp'",
        "account.employees > 5 && !known('account.employees')",
        "known('lead.title', '7d') && !known('lead.title', '30d')",
        "verdict == 'accepted' && verdict == 'rejected'",
        "happened('form.contact') && !happened('form.*')",
        "count('email.*', '7d') >= 3 && count('email.*') < 3",
        "happened('form.contact') && !ever('form.contact')",
        "in_stage('14d') && !in_stage('7d')",
        "pass < 1",
        "motion == 'in' && motion == 'out'",
        "(fit >= 40 || engagement > 5) && fit < 40 && engagement <= 5",
        "false",
    ] {
        let text = format!("\"{rule}\"");
        with(&format!("{}{WON}{MOTIONS}", stage("b", rule)), (NeverHolds, "remove one"), &text);
    }
    for rule in [
        "fit >= 40 && fit <= 40",
        "lead.seniority != 'vp' && lead.seniority != 'director'",
        "ever('form.contact') && !happened('form.contact')",
        "happened('form.*') && !happened('form.contact')",
        "count('email.*') >= 3 && count('email.*', '7d') < 3",
        "in_stage('7d') && !in_stage('14d')",
        "fit < 10 || fit > 90",
        "pass < 2",
    ] {
        sound(&format!("{}{WON}", stage("b", rule)));
    }
}

#[test]
fn stages_that_nothing_leads_into_are_refused() {
    with(
        &format!("{}{WON}", stage("b", "stage == 'z'")),
        (Unreachable, "in a stage before it"),
        "\"stage == 'z'\"",
    );
    let other = beside("nurture", "").replace("n-rest", "m-rest").replace(":n\"", ":m\"");
    let two = beside("nurture", "") + &other.replace("id = \"n\"", "id = \"m\"");
    with(&two, (Unreachable, "rests_in"), "[[stage]]");
    let refused = stage("b", "verdict == 'rejected'") + &beside("nurture", "");
    with(&refused, (Unreachable, "beside the path"), "\"verdict == 'rejected'\"");
    sound(&stage("b", "verdict == 'rejected'"));
    let chain = stage("b", "stage == 'a' && fit > 3") + &stage("c", "stage == 'b' || stage == 'a'");
    sound(&chain);
}

#[test]
fn passes_that_end_as_they_begin_are_refused() {
    let nurture = |enter: &str| beside("nurture", enter);
    for enter in [
        "!happened('meeting.held')",
        "!in_stage('7d')",
        "stage == 'a'",
        "pass >= 1",
        "count('form.*') < 3",
        "engagement < 3 || fit > 3",
        "fit < 3",
        "fit >= 0",
    ] {
        with(&nurture(enter), (Oscillates, "comes later"), &format!("\"{enter}\""));
    }
    for enter in [
        "in_stage('7d') && !happened('meeting.held')",
        "!happened('form.*')",
        "lead.opted_out",
        "!known('lead.title')",
        "verdict == 'accepted' && !happened('meeting.held')",
    ] {
        sound(&nurture(enter));
    }
    let fit = "[[icp.fit]]\nwhen = \"account.is_target\"\npoints = 3\n";
    sound(&format!("{fit}{}", nurture("fit < 3")));
    sound(&format!("{fit}{}", nurture("fit > 0")));
    let points = "[engagement.points]\n\"form.*\" = 9\n";
    sound(&format!("{points}{}", nurture("engagement < 3")));
}

#[test]
fn stages_that_nobody_stays_in_are_refused() {
    let both = |into: &str, out: &str| stage("b", into) + &beside("nurture", out);
    with(
        &both("fit >= 40 && engagement > 5", "fit > 10 && !in_stage('1d')"),
        (Oscillates, "comes later"),
        "\"fit > 10 && !in_stage('1d')\"",
    );
    with(
        &both("lead.title in ['x', 'y']", "stage == 'b' && lead.title != 'z'"),
        (Oscillates, "comes later"),
        "\"stage == 'b' && lead.title != 'z'\"",
    );
    sound(&both("fit >= 40", "fit > 50"));
    sound(&both("fit >= 40 || engagement > 5", "fit > 10"));
    sound(&both("in_stage('7d')", "in_stage('7d') && lead.opted_out"));
}

#[test]
fn promises_that_nobody_can_keep_are_refused() {
    let promise = |from: &str, rest: &str| {
        format!(
            "[[promise]]\nid = \"p\"\nby = \"sales\"\nfrom = \"stage:{from}\"\nwithin = \"3d\"\n{rest}\n"
        )
    };
    let leaves = promise("z", "until = \"leaves\"");
    with(&format!("{WON}{leaves}"), (CannotBeKept, "human_outreach"), "\"leaves\"");
    sound(&format!("{WON}{}", promise("z", "until = \"human_outreach\"")));
    let anew = format!("{WON}{}{}", beside("nurture", ""), promise("n", "until = \"stage:z\""));
    with(&anew, (CannotBeKept, "until = \"leaves\""), "\"stage:z\"");
    let elsewhere = promise("a", "until = \"verdict\"\nwhen = \"stage == 'z'\"");
    with(&format!("{WON}{elsewhere}"), (CannotBeKept, "in that stage"), "\"stage == 'z'\"");
    let apart = stage("b", "stage == 'a'")
        + &stage("c", "stage == 'a'")
        + &promise("b", "until = \"stage:c\"");
    with(&apart, (CannotBeKept, "a lead can reach"), "\"stage:c\"");
}

#[test]
fn charters_that_work_are_not_refused() {
    proptest::proptest!(testkit::cases(400), |(text in testkit::sketch::charter())| {
        let read = charter::read(&text);
        proptest::prop_assert!(read.is_ok(), "{}", read.unwrap_err());
    });
}
