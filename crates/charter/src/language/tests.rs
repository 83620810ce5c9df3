//! What each form of the language becomes, and what is refused.

use super::*;
use crate::model::Temperature;
use crate::rule::{Atom, Compare, Score, TraitTest};
use crate::terms::GradeTerms;
use facts::{Schema, Seconds, Selector};

fn read(text: &str, speaks: Speaks) -> Result<Rule, Vec<Finding>> {
    let schema = Schema::default();
    let scope = Scope {
        schema: &schema,
        temperature: Temperature { hot: 60.0, warm: 25.0 },
        grade: Some(GradeTerms { fit: [60.0, 40.0, 20.0], engagement: [60.0, 35.0, 15.0] }),
        stages: &["inquiry".to_owned(), "mql".to_owned()],
        motions: &["inbound".to_owned(), "partner".to_owned()],
        reasons: &["no_budget".to_owned()],
        speaks,
    };
    rule(text, &scope)
}

fn parsed(text: &str) -> Rule {
    read(text, Speaks::Everything).unwrap_or_else(|findings| panic!("{text}: {findings:?}"))
}

/// The message and the help of the only problem, and the text that it points at.
fn refused(text: &str) -> (String, String, String) {
    let findings = read(text, Speaks::Everything).expect_err(text);
    assert_eq!(findings.len(), 1, "{text}: {findings:?}");
    let finding = &findings[0];
    (finding.message.clone(), finding.help.clone(), text[finding.span.clone()].to_owned())
}

fn not(rule: Rule) -> Rule {
    Rule::Not(Box::new(rule))
}

fn engagement(value: f64) -> Rule {
    Rule::Is(Atom::Score { score: Score::Engagement, compare: Compare::AtLeast, value })
}

fn fit(value: f64) -> Rule {
    Rule::Is(Atom::Score { score: Score::Fit, compare: Compare::AtLeast, value })
}

fn tally(selector: &str, times: u8, days: Option<i64>, ever: bool) -> Rule {
    let selector = Selector::new(selector).unwrap();
    Rule::Is(Atom::Tally { selector, times, within: days.map(Seconds::days), ever })
}

#[test]
fn comparisons_become_the_three_that_there_are() {
    let employees = |compare, value| {
        let test = TraitTest::Number(compare, value);
        Rule::Is(Atom::Trait { name: "account.employees".to_owned(), test })
    };
    for (text, rule) in [
        ("account.employees >= 50", employees(Compare::AtLeast, 50.0)),
        ("account.employees > 50", employees(Compare::MoreThan, 50.0)),
        ("account.employees < 50", not(employees(Compare::AtLeast, 50.0))),
        ("account.employees <= 50", not(employees(Compare::MoreThan, 50.0))),
        ("account.employees == -2.5", employees(Compare::Equal, -2.5)),
        ("account.employees != 50", not(employees(Compare::Equal, 50.0))),
        ("50 <= account.employees", employees(Compare::AtLeast, 50.0)),
        ("50 > account.employees", not(employees(Compare::AtLeast, 50.0))),
    ] {
        assert_eq!(parsed(text), rule, "{text}");
    }
}

#[test]
fn words_and_flags_become_questions() {
    let trait_is = |name: &str, test| Rule::Is(Atom::Trait { name: name.to_owned(), test });
    let texts =
        |texts: &[&str]| TraitTest::OneOf(texts.iter().map(|text| (*text).to_owned()).collect());
    for (text, rule) in [
        ("lead.source == \"ads\"", trait_is("lead.source", texts(&["ads"]))),
        ("'ads' != lead.source", not(trait_is("lead.source", texts(&["ads"])))),
        ("lead.source in ['a', 'b']", trait_is("lead.source", texts(&["a", "b"]))),
        ("account.is_target", trait_is("account.is_target", TraitTest::IsTrue)),
        ("account.is_target == false", not(trait_is("account.is_target", TraitTest::IsTrue))),
        ("temperature == 'hot'", engagement(60.0)),
        ("temperature == 'warm'", Rule::All(vec![engagement(25.0), not(engagement(60.0))])),
        ("temperature == 'cold'", not(engagement(25.0))),
        ("grade == 'A1'", Rule::All(vec![fit(60.0), engagement(60.0)])),
        ("grade == 'B4'", Rule::All(vec![fit(40.0), not(fit(60.0)), not(engagement(15.0))])),
        ("verdict == 'accepted'", Rule::Is(Atom::Verdict("accepted".to_owned()))),
        ("reason != 'no_budget'", not(Rule::Is(Atom::Reason("no_budget".to_owned())))),
        ("stage == 'mql'", Rule::Is(Atom::InStage("mql".to_owned()))),
        ("in_stage('14d')", Rule::Is(Atom::StageAge(Seconds::days(14)))),
        ("motion == 'partner'", Rule::Is(Atom::Motion("partner".to_owned()))),
        ("pass >= 2", Rule::Is(Atom::Pass { compare: Compare::AtLeast, value: 2.0 })),
        ("true // a note, it's allowed", Rule::Always(true)),
    ] {
        assert_eq!(parsed(text), rule, "{text}");
    }
}

#[test]
fn facts_are_counted() {
    for (text, rule) in [
        ("happened('form.*', '30d')", tally("form.*", 1, Some(30), false)),
        ("ever('webinar.*')", tally("webinar.*", 1, None, true)),
        ("count('email.*') >= 3", tally("email.*", 3, None, false)),
        ("count('email.*', '7d') > 2", tally("email.*", 3, Some(7), false)),
        ("count('email.*') < 3", not(tally("email.*", 3, None, false))),
        ("count('email.*') <= 31", not(tally("email.*", 32, None, false))),
        ("count('email.*') == 0", not(tally("email.*", 1, None, false))),
        ("count('email.*') != 0", not(not(tally("email.*", 1, None, false)))),
        (
            "2 == count('email.*')",
            Rule::All(vec![
                tally("email.*", 2, None, false),
                not(tally("email.*", 3, None, false)),
            ]),
        ),
    ] {
        assert_eq!(parsed(text), rule, "{text}");
    }
    for text in [
        "count('email.*') >= 0",
        "count('email.*') < 0",
        "count('email.*') >= 33",
        "count('email.*') > 32",
        "count('email.*') == 32",
        "count('email.*') >= 2.5",
        "count('email.*') >= 'x'",
    ] {
        assert_eq!(refused(text).2, text.rsplit(' ').next().unwrap());
    }
}

#[test]
fn what_a_rule_cannot_say_is_refused_at_its_place() {
    for (text, place, message) in [
        ("acount.employees > 3", "acount.employees", "nothing is called"),
        (
            "account.employees == 'x'",
            "'x'",
            "is a number; compare it with a number, not with the text 'x'",
        ),
        ("account.employees", "account.employees", "is a number, not a condition"),
        ("lead.source > 'a'", "lead.source", "has no order"),
        ("lead.source == 3", "3", "is a text; compare it with a text"),
        ("account.is_target == 'yes'", "'yes'", "is true or false"),
        ("account.employees + 1 > 3", "account.employees + 1", "arithmetic"),
        ("-account.employees > 3", "-account.employees", "arithmetic"),
        ("lead.source.startsWith('a')", "lead.source.startsWith('a')", ".startsWith(...)"),
        ("has(lead.source)", "has(lead.source)", "has(...)"),
        ("true ? false : true", "true ? false : true", "a ? b : c"),
        ("lead.source == account.industry", "lead.source == account.industry", "two names"),
        ("3 > 2", "3 > 2", "both sides are fixed"),
        ("(fit > 3) == true", "fit > 3", "a condition is not compared"),
        ("happend('form.contact')", "happend('form.contact')", "no function"),
        ("happened('form.contct')", "'form.contct'", "no touch or activity"),
        ("happened(form.contact)", "form.contact", "a text in quotes"),
        ("happened('form.contact', '2 months')", "'2 months'", "not a length of time"),
        ("ever('form.contact', '2d')", "ever('form.contact', '2d')", "looks back without end"),
        ("known('lead.titel')", "'lead.titel'", "no trait is called"),
        ("count('email.*')", "count('email.*')", "is a number, not a condition"),
        ("temperature == 'hott'", "'hott'", "no temperature"),
        ("grade == 'E1'", "'E1'", "no grade"),
        ("grade > 'B1'", "grade", "has no order"),
        ("grade", "grade", "is a word, not a condition"),
        ("verdict == 'accept'", "'accept'", "no verdict"),
        ("reason == 'no_buget'", "'no_buget'", "no reason"),
        ("stage in ['mql', 'sql']", "'sql'", "no stage"),
        ("pass >= 0", "0", "no pass 0"),
        ("lead.source in []", "[]", "0 entries"),
        ("'a' in lead.source", "'a'", "only a name"),
        ("lead.source == null", "null", "null"),
        ("fit > 1e300", "1e300", "too large"),
        ("form.contact", "form.contact", "nothing is called"),
        ("[1].exists(x, x > 0)", "", "exists"),
    ] {
        let (said, _, at) = refused(text);
        assert!(said.contains(message), "{text}: {said}");
        assert!(place.is_empty() || at == place, "{text}: points at {at}");
    }
}

#[test]
fn the_usual_slips_of_syntax_are_explained() {
    for (text, place, help) in [
        ("fit = 40", "=", "write `==`"),
        ("fit > 4 and fit < 9", "and", "write `&&`"),
        ("fit > 4 OR fit < 9", "OR", "write `||`"),
        ("fit > 4 & fit < 9", "&", "write `&&`"),
        ("(fit > 4", "(", "close it with `)`"),
        ("fit > 4)", ")", "remove it"),
        ("lead.source == 'ads", "'ads", "end the text"),
        ("fit >", "", "finish it"),
        ("fit > > 3", ">", "a rule is made of"),
        ("", "", "leave the key out"),
    ] {
        let (_, said, at) = refused(text);
        assert!(said.contains(help), "{text}: {said}");
        assert_eq!(at, place, "{text}");
    }
}

#[test]
fn fit_clauses_speak_of_traits_only() {
    let fit = Speaks::TraitsOnly(TraitsOnly::Fit);
    assert!(read("known('lead.title') && account.employees > 3", fit).is_ok());
    for text in ["fit > 3", "happened('form.*')", "count('form.*') > 3", "stage == 'mql'"] {
        let findings = read(text, fit).unwrap_err();
        assert!(findings[0].message.contains("cannot be used in a fit clause"), "{text}");
    }
}

#[test]
fn large_and_deep_rules_are_refused_and_never_overflow_the_stack() {
    let deep = |open: &str, close: &str, times| {
        format!("{}true{}", open.repeat(times), close.repeat(times))
    };
    assert!(read(&deep("(", ")", RULE_DEPTH_MAX), Speaks::Everything).is_ok());
    let wide = vec!["fit > 4"; 350].join(" && ");
    assert!(read(&wide, Speaks::Everything).is_ok());
    for text in [
        deep("(", ")", RULE_DEPTH_MAX + 1),
        deep("!(", ")", 1500),
        deep("[", "]", 1500),
        "a.".repeat(1900) + "b",
        vec!["a"; 1300].join("=="),
        vec!["a"; 1900].join("+"),
        "a[0]".repeat(900),
        "!".repeat(3900) + "true",
        "-".repeat(3900) + "1 > fit",
        "true ? ".repeat(500) + "1",
        "(a.b.b.b.b.b.b.b.b".repeat(31),
        "x".repeat(RULE_CHARS_MAX + 1),
        "é".repeat(RULE_CHARS_MAX + 1),
    ] {
        assert!(read(&text, Speaks::Everything).is_err(), "{}", &text[..10]);
    }
}
