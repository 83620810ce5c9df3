//! Rules mean what CEL says after they are compiled too: a lead enters a stage by a generated rule
//! exactly when the interpreter of the `cel` crate answers true.

use facts::{Kind, Value, Vocabulary};
use lifecycle::What;
use proptest::prelude::*;
use std::cell::Cell;
use testkit::rules::{self, Expression, POINTS_POOL, TraitValue, Values, cel_answer};
use testkit::{LEAD, Said, Scene};
use timeline::Known;

const AT: &str = "2026-03-02 10:00";

/// A charter whose stage `reached` is entered by the rule; fit and engagement can be given any
/// value of the pool, by a flag and by a touch.
fn charter(rule: &Expression) -> String {
    let mut text = String::from(
        "[charter]\nname = \"Rule\"\ntimezone = \"UTC\"\ncurrency = \"EUR\"\n\
         [[stage]]\nid = \"inquiry\"\nname = \"Inquiry\"\nside = \"marketing\"\n\
         [[promise]]\nid = \"rests\"\nby = \"sales\"\nfrom = \"stage:inquiry\"\nuntil = \"leaves\"\nwithin = \"9 days\"\n",
    );
    let (mut traits, mut touches) = (String::new(), Vec::new());
    let mut points_of = String::new();
    for (index, points) in POINTS_POOL.iter().enumerate() {
        traits += &format!("\"lead.fit{index}\" = \"flag\"\n");
        touches.push(format!("\"form.e{index}\""));
        text += &format!("[[icp.fit]]\nwhen = \"lead.fit{index}\"\npoints = {points}\n");
        points_of += &format!("\"form.e{index}\" = {points}\n");
    }
    let rule = rule.to_string().replace('\\', "\\\\").replace('"', "\\\"");
    // A rule that no lead can meet is refused: what nobody ever says keeps each of them readable.
    text += &format!(
        "[traits]\n{traits}[facts]\ntouches = [{}]\n[engagement]\nhalf_life = \"30d\"\n[engagement.points]\n{points_of}\
         [[stage]]\nid = \"reached\"\nname = \"Reached\"\nside = \"sales\"\nkind = \"won\"\nenter = \"({rule}) && happened('call.attempt') || lead.language == 'none'\"\n",
        touches.join(", ")
    );
    text
}

/// Whether a lead of these values enters the stage.
fn enters(scene: &Scene, values: &Values) -> bool {
    let mut scene = scene.clone();
    let place = |points: f64| POINTS_POOL.iter().position(|p| *p == points).expect("of the pool");
    for (name, value) in &values.traits {
        let kind = if name.starts_with("opportunity.") { Kind::Opportunity } else { Kind::Trait };
        let said = match value {
            TraitValue::Number(number) => Said::Number(*number),
            TraitValue::Text(text) => Said::Word(text),
            TraitValue::Flag(_) => Said::Nothing,
        };
        scene.about(LEAD, AT, kind, name, said);
        if let TraitValue::Flag(flag) = value {
            scene.last().value = Value::Flag(*flag);
        }
    }
    scene.fact(AT, Kind::Trait, &format!("lead.fit{}", place(values.fit)), Said::Nothing);
    scene.last().value = Value::Flag(true);
    // The facts about a deal come last of an instant: let the pass open before.
    scene.touch("2026-03-02 09:00", "form.e0");
    scene.touch(AT, &format!("form.e{}", place(values.engagement)));
    // Once everything is known, and before engagement has lost anything.
    scene.activity(AT, "call.attempt");
    scene.last().occurred_at.0 += 1;
    let until = scene.last().occurred_at;
    let (decisions, _) = scene.decide_at(until, Known::Everything);
    let reached = scene.vocabulary.find("reached");
    decisions.iter().any(|d| d.key.what == What::StageEntered && Some(d.target) == reached)
}

#[test]
fn compiled_rules_mean_what_cel_says() {
    let (asked, held) = (Cell::new(0_u32), Cell::new(0_u32));
    let leads = prop::collection::vec(rules::values(), 3);
    proptest!(testkit::cases(4_000), |(expression in rules::expressions(), leads in leads)| {
        let text = charter(&expression);
        let program = cel::Program::compile(&expression.to_string())
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        // A rule may be larger than the compiler takes, which refuses it in so many words.
        prop_assume!(!is_too_large(&text));
        let scene = Scene::new(&text);
        for mut values in leads {
            // An empty text is how files say that nothing is known.
            values.traits.retain(|_, value| *value != TraitValue::Text(String::new()));
            let theirs = cel_answer(&program, &values) == Some(true);
            asked.set(asked.get() + 1);
            held.set(held.get() + u32::from(theirs));
            prop_assert_eq!(enters(&scene, &values), theirs, "{} over {:?}", expression, values);
        }
    });
    assert!(held.get() * 20 > asked.get(), "{} of {} held: too few", held.get(), asked.get());
}

fn is_too_large(charter: &str) -> bool {
    let charter = charter::read(charter).unwrap_or_else(|problems| panic!("{problems}"));
    let compiled = charter::Program::compile(&charter, &[], &mut Vocabulary::default());
    matches!(compiled, Err(charter::CompileError::RuleTooLarge { .. }))
}
