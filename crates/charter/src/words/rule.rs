//! Rules in words.

use super::facts_in_words::{did_not_happen, happened};
use super::join::{self, Phrase};
use super::measure::{span, times};
use super::traits_in_words::{self as traits, compared, readable, subject};
use crate::model::{Charter, Verdict};
use crate::rule::{Atom, Compare, Rule, Score, TraitTest};
use crate::terms::Grade;

/// A rule as a sentence about "it", a lead, that could follow "when": `its fit is at least 40 and
/// its engagement at least 35, or it asked for a demo`.
#[must_use]
pub fn rule_in_words(rule: &Rule, charter: &Charter) -> String {
    phrase(rule, true, charter).text
}

/// An atom, or its opposite.
type Literal<'a> = (&'a Atom, bool);

fn phrase(rule: &Rule, holds: bool, charter: &Charter) -> Phrase {
    if let (true, Some(words)) = (holds, grades_in_words(rule, charter)) {
        return Phrase::one(words);
    }
    match rule {
        Rule::Always(always) if *always == holds => Phrase::one("in any case"),
        Rule::Always(_) => Phrase::one("never"),
        Rule::Is(atom) => Phrase::one(literal((atom, holds), charter)),
        Rule::Not(inner) => phrase(inner, !holds, charter),
        // The opposite of "all" is "any of the opposites", for unknowns too.
        Rule::All(rules) if holds => conjunction(rules, true, charter),
        Rule::Any(rules) if !holds => conjunction(rules, false, charter),
        Rule::All(rules) | Rule::Any(rules) => {
            join::any(rules.iter().map(|rule| phrase(rule, holds, charter)).collect())
        }
    }
}

/// `its grade is A1 or B1`, where a rule asks for one of several grades.
fn grades_in_words(rule: &Rule, charter: &Charter) -> Option<String> {
    let terms = charter.grade?;
    let grade_of = |rule: &Rule| Grade::all().find(|grade| terms.rule(*grade) == *rule);
    let grades: Option<Vec<Grade>> = match rule {
        Rule::Any(rules) => rules.iter().map(grade_of).collect(),
        rule => grade_of(rule).map(|grade| vec![grade]),
    };
    let words: Vec<String> = grades?.iter().map(|grade| grade.word().to_owned()).collect();
    (!words.is_empty()).then(|| format!("its grade is {}", join::list(words, "or")))
}

fn conjunction(rules: &[Rule], holds: bool, charter: &Charter) -> Phrase {
    let mut phrases = Vec::new();
    let mut score_before = false;
    let mut at = 0;
    while at < rules.len() {
        let first = as_literal(&rules[at], holds);
        let second = rules.get(at + 1).and_then(|rule| as_literal(rule, holds));
        if let (Some(first), Some(second)) = (first, second)
            && let Some(both) = joint(first, second, charter)
        {
            phrases.push(Phrase::one(both));
            score_before = false;
            at += 2;
            continue;
        }
        let mut said = phrase(&rules[at], holds, charter);
        let score = matches!(first, Some((Atom::Score { .. }, _))) && !said.text.starts_with("it ");
        if score && score_before {
            // "its fit is at least 40 and its engagement at least 35"
            said.text = said.text.replacen(" is ", " ", 1);
        }
        score_before = score;
        phrases.push(said);
        at += 1;
    }
    join::all(phrases)
}

fn as_literal(rule: &Rule, holds: bool) -> Option<Literal<'_>> {
    match rule {
        Rule::Is(atom) => Some((atom, holds)),
        Rule::Not(inner) => as_literal(inner, !holds),
        _ => None,
    }
}

/// Two conditions about one thing, such as a lower and an upper bound, as one.
fn joint(first: Literal<'_>, second: Literal<'_>, charter: &Charter) -> Option<String> {
    match (first, second) {
        (
            (Atom::Trait { name, test: TraitTest::Number(Compare::AtLeast, low) }, true),
            (Atom::Trait { name: other, test: TraitTest::Number(upper, high) }, false),
        ) if name == other && *upper != Compare::Equal => {
            Some(traits::range(name, *low, *high, *upper == Compare::MoreThan))
        }
        (
            (Atom::Score { score: Score::Engagement, compare: Compare::AtLeast, value: low }, true),
            (
                Atom::Score { score: Score::Engagement, compare: Compare::AtLeast, value: high },
                false,
            ),
        ) if *low == charter.temperature.warm && *high == charter.temperature.hot => {
            Some(format!("it is warm (engagement {low} to less than {high})"))
        }
        (
            (Atom::Tally { selector, times: low, within, ever }, true),
            (Atom::Tally { selector: other, times: high, within: w, ever: e }, false),
        ) if (selector, within, ever) == (other, w, e) && *high == *low + 1 => {
            let when = when(*within, *ever);
            Some(format!("{} exactly {}{when}", happened(selector), times(*low)))
        }
        // What is compared is known, so only its freshness needs saying.
        (
            (Atom::Trait { name, test }, holds),
            (Atom::Known { name: other, within: Some(within) }, true),
        ) if name == other => {
            let said = traits::test(name, test, holds);
            Some(format!("{said} (learned less than {} ago)", span(*within)))
        }
        _ => None,
    }
}

fn literal((atom, holds): Literal<'_>, charter: &Charter) -> String {
    match atom {
        Atom::Trait { name, test } => traits::test(name, test, holds),
        Atom::Known { name, within } => {
            let fresh = within.map(|within| format!("learned less than {} ago", span(within)));
            match (fresh, holds) {
                (None, true) => format!("{} is known", subject(name)),
                (None, false) => format!("{} is not known", subject(name)),
                (Some(fresh), true) => format!("{} was {fresh}", subject(name)),
                (Some(fresh), false) => format!("{} was not {fresh}", subject(name)),
            }
        }
        Atom::Score { score, compare, value } => {
            score_words(*score, *compare, *value, holds, charter)
        }
        Atom::Tally { selector, times: least, within, ever } => {
            let when = when(*within, *ever);
            match (least, holds) {
                (1, true) => format!("{}{when}", happened(selector)),
                (1, false) => format!("{}{when}", did_not_happen(selector)),
                (_, true) => format!("{} at least {}{when}", happened(selector), times(*least)),
                (_, false) => format!("{} fewer than {}{when}", happened(selector), times(*least)),
            }
        }
        Atom::Verdict(word) => verdict(word, holds),
        Atom::Reason(word) => {
            let verb = if holds { "was" } else { "was not" };
            format!("the reason that sales gave {verb} \u{201c}{}\u{201d}", readable(word))
        }
        Atom::InStage(id) => {
            let verb = if holds { "is" } else { "is not" };
            format!("it {verb} in {}", stage_name(id, charter))
        }
        Atom::Motion(id) => {
            let verb = if holds { "is" } else { "is not" };
            format!("the motion of its pass {verb} \u{201c}{}\u{201d}", readable(id))
        }
        Atom::StageAge(age) => {
            let verb = if holds { "at least" } else { "less than" };
            format!("it has been in its stage for {verb} {}", span(*age))
        }
        Atom::Pass { compare, value } => pass(*compare, *value, holds),
    }
}

fn score_words(
    score: Score,
    compare: Compare,
    value: f64,
    holds: bool,
    charter: &Charter,
) -> String {
    let words = compared(compare, value, holds);
    match (score, compare, holds) {
        (Score::Engagement, Compare::AtLeast, true) if value == charter.temperature.hot => {
            format!("it is hot (engagement {words})")
        }
        (Score::Engagement, Compare::AtLeast, false) if value == charter.temperature.warm => {
            format!("it is cold (engagement {words})")
        }
        (Score::Engagement, ..) => format!("its engagement is {words}"),
        (Score::Fit, ..) => format!("its fit is {words}"),
    }
}

fn when(within: Option<facts::Seconds>, ever: bool) -> String {
    let since = if ever { " at any time" } else { "" };
    within.map_or_else(|| since.to_owned(), |within| format!(" in the last {}", span(within)))
}

fn verdict(word: &str, holds: bool) -> String {
    let known = Verdict::ALL.into_iter().find(|verdict| verdict.word() == word);
    let (yes, no) = match known {
        Some(Verdict::Accepted) => ("has accepted it", "accept it"),
        Some(Verdict::Rejected) => ("has rejected it", "reject it"),
        Some(Verdict::Recycled) => ("has sent it back for later", "send it back for later"),
        Some(Verdict::Disqualified) => ("has ruled it out for good", "rule it out for good"),
        None => return format!("the verdict of sales was {word}"),
    };
    if holds {
        format!("sales {yes}")
    } else {
        format!("sales has given its verdict and did not {no}")
    }
}

fn pass(compare: Compare, value: f64, holds: bool) -> String {
    let at_least = match (compare, holds) {
        (Compare::AtLeast, true) => Some(value),
        (Compare::MoreThan, true) => Some(value + 1.0),
        _ => None,
    };
    match at_least {
        Some(2.0) => "it has come back at least once".to_owned(),
        _ => format!("the number of its passes is {}", compared(compare, value, holds)),
    }
}

/// The name of a stage for people.
pub(super) fn stage_name(id: &str, charter: &Charter) -> String {
    let stage = charter.stages.iter().find(|stage| stage.id == id);
    stage.map_or_else(|| readable(id), |stage| stage.name.clone())
}
