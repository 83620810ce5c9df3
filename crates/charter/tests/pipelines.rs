//! Kinds of business: what goes on after a customer was won.

mod small;

use charter::{Change, ProblemCode, Program, clause_in_words, diff};
use facts::Vocabulary;
use small::SMALL;

/// A sound charter with customers, a place where only they rest, and more.
fn with(more: &str) -> String {
    format!(
        r#"{SMALL}
[[stage]]
id = "b"
name = "B"
side = "sales"
enter = "happened('meeting.held')"

[[stage]]
id = "won"
name = "Won"
side = "sales"
kind = "won"
enter = "opportunity.stage == 'won'"

[[stage]]
id = "rest"
name = "Rest"
side = "marketing"
kind = "nurture"

[[stage]]
id = "care"
name = "Care"
side = "sales"
kind = "nurture"

[[promise]]
id = "b-rest"
by = "sales"
from = "stage:b"
until = "leaves"
within = "30 days"

[[promise]]
id = "rest-rest"
by = "marketing"
from = "stage:rest"
until = "leaves"
within = "30 days"

[[promise]]
id = "care-rest"
by = "sales"
from = "stage:care"
until = "leaves"
within = "365 days"

[[handoff]]
id = "to-sdr"
at = "stage:a"
to = "sdr"
verdicts = ["rejected"]
{more}"#
    )
}

const EXPANSION: &str = r#"
[[pipeline]]
id = "expansion"
name = "Expansion"
after = "stage:won"
opens_on = ["form.contact", "opportunity"]
stages = ["b", "won"]
rests_in = "care"
"#;

fn refused(more: &str, code: ProblemCode, message: &str, help: &str) {
    let text = with(more);
    let found = charter::read(&text).expect_err("it has problems");
    let told = found.problems().iter().any(|problem| {
        problem.code == code && problem.message.contains(message) && problem.help.contains(help)
    });
    assert!(told, "\n{found}");
}

#[test]
fn a_pipeline_goes_on_after_a_won_stage_and_has_a_motion() {
    let charter = charter::read(&with(EXPANSION)).unwrap_or_else(|found| panic!("{found}"));
    let pipeline = &charter.pipelines[0];
    let after = pipeline.after.as_ref().unwrap();
    let id = |stage: usize| charter.stages[stage].id.as_str();
    assert_eq!((id(after.stage), id(after.rests_in)), ("won", "care"));
    assert_eq!(pipeline.stages.iter().map(|it| id(*it)).collect::<Vec<_>>(), ["b", "won"]);
    let motions: Vec<_> = charter.motions.iter().map(|it| (it.id.as_str(), it.pipeline)).collect();
    assert_eq!(motions, [("expansion", Some(0))]);
    assert!(Program::compile(&charter, &[], &mut Vocabulary::default()).is_ok());
    let two = format!(
        "{EXPANSION}[[pipeline]]\nid = \"new\"\nname = \"New\"\nstages = [\"a\", \"b\", \"won\"]\n\
         [[motion]]\nid = \"inbound\"\nwhen = \"happened('form.*')\"\n\
         [[motion]]\nid = \"asked\"\nwhen = \"happened('form.*')\"\npipeline = \"expansion\"\n"
    );
    let charter = charter::read(&with(&two)).unwrap_or_else(|found| panic!("{found}"));
    let motions: Vec<_> = charter.motions.iter().map(|it| (it.id.as_str(), it.pipeline)).collect();
    let wanted =
        [("inbound", Some(1)), ("asked", Some(0)), ("expansion", Some(0)), ("new", Some(1))];
    assert_eq!(motions, wanted);
}

#[test]
fn a_pipeline_reads_as_one_sentence() {
    let charter = charter::read(&with(EXPANSION)).unwrap();
    let says = |clause| clause_in_words(&charter, clause).unwrap();
    assert_eq!(
        says("pipeline.expansion"),
        "Expansion: a lead in Won or Care starts a new pass when it filled in the contact form or an \
         opportunity is opened; it goes through B and Won, and rests in Care when it ends without \
         being won."
    );
    let read: Vec<_> =
        charter::chapters(&charter).into_iter().flat_map(|it| it.clauses).map(|it| it.id).collect();
    assert!(read.contains(&"pipeline.expansion".to_owned()));
    assert!(!read.contains(&"motion.expansion".to_owned()), "it is said once");
    assert!(says("motion.expansion").contains("when it is one of expansion"));
}

#[test]
fn a_changed_pipeline_is_told_as_one_change() {
    let old = charter::read(&with(EXPANSION)).unwrap();
    let other = EXPANSION.replace("\"form.contact\", ", "");
    let changes = diff(&old, &charter::read(&with(&other)).unwrap());
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(
        (changes[0].clause.as_str(), changes[0].chapter),
        ("pipeline.expansion", "The path")
    );
    let renamed = EXPANSION.replace("\"Expansion\"", "\"More\"");
    let changes = diff(&old, &charter::read(&with(&renamed)).unwrap());
    assert!(matches!(changes[..], [ref one] if matches!(one.change, Change::Reworded { .. })));
    let first = "[[pipeline]]\nid = \"new\"\nname = \"New\"\nstages = [\"a\", \"b\", \"won\"]\n";
    let more = charter::read(&with(&format!("{EXPANSION}{first}"))).unwrap();
    let added = |change: &charter::ClauseChange| matches!(change.change, Change::Added(_));
    let changes = diff(&old, &more);
    assert!(changes.iter().any(|it| it.clause == "pipeline.new" && added(it)), "{changes:?}");
}

#[test]
fn a_pipeline_that_cannot_be_is_refused() {
    use ProblemCode::{Duplicate, Inconsistent, MissingKey, UnknownName};
    let but = |from: &str, to: &str| EXPANSION.replace(from, to);
    refused(&but("stage:won", "stage:b"), Inconsistent, "`b` is not won", "such as `won`");
    refused(&but("stage:won", "stage:wn"), UnknownName, "no stage is called", "`won`");
    refused(&but("\"care\"", "\"rest\""), Inconsistent, "whom sales gives back", "nothing else");
    refused(&but("\"care\"", "\"b\""), Inconsistent, "is no nurture", "such as `rest`");
    refused(&but("rests_in = \"care\"", ""), MissingKey, "nowhere to rest", "rests_in = ");
    refused(&but("[\"b\", \"won\"]", "[\"won\"]"), Inconsistent, "won as it begins", "open stage");
    refused(&but("[\"b\", \"won\"]", "[\"won\", \"b\"]"), Inconsistent, "earlier", "in the order");
    refused(
        &but("[\"form.contact\", \"opportunity\"]", "[]"),
        ProblemCode::OutOfBounds,
        "nothing opens",
        "such as",
    );
    refused(
        &but("after = \"stage:won\"\n", ""),
        Inconsistent,
        "only a pipeline with `after`",
        "add `after",
    );
    let twice = format!("{EXPANSION}{EXPANSION}");
    refused(&twice, Duplicate, "another pipeline", "another id");
    let motion = format!("{EXPANSION}[[motion]]\nid = \"m\"\npipeline = \"expansoin\"\n");
    refused(&motion, UnknownName, "no pipeline", "did you mean `expansion`?");
    let beyond = format!(
        "{EXPANSION}[[motion]]\nid = \"m\"\npipeline = \"expansion\"\nstages = [\"a\", \"won\"]\n"
    );
    refused(&beyond, Inconsistent, "`a` is no stage of the pipeline", "add it");
}

#[test]
fn a_promise_to_a_customer_may_end_when_the_next_pass_begins() {
    let promise = "[[promise]]\nid = \"call\"\nby = \"sales\"\nfrom = \"stage:won\"\n\
                   until = \"leaves\"\nwithin = \"90 days\"\n";
    refused(promise, ProblemCode::CannotBeKept, "nothing leads out of `won`", "human_outreach");
    assert!(charter::read(&with(&format!("{EXPANSION}{promise}"))).is_ok());
}
