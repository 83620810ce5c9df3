//! Comparisons and `in`.

use super::LIST_MAX;
use super::check::{Checker, WRONG};
use super::node::{Form, Node, Operator};
use super::scope::Meaning;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::model::Verdict;
use crate::rule::{Atom, Compare, Rule, Score, TraitTest};
use crate::terms::Grade;
use facts::TraitType;
use std::ops::Range;

/// The largest number that a trait is compared with.
const NUMBER_MAX: f64 = 1e15;
/// The largest number of points that a score is compared with.
const POINTS_MAX: f64 = 1e6;
/// The largest ordinal of a pass.
const PASS_MAX: f64 = 1000.0;

impl Checker<'_> {
    /// `left operator right`: one side names something, the other is written out.
    pub(super) fn compare(
        &mut self,
        operator: Operator,
        left: &Node,
        right: &Node,
        span: Range<usize>,
    ) -> Rule {
        for side in [left, right] {
            if let Form::Foreign(what, help) = &side.form {
                return self.foreign(what, help, side.span.clone());
            }
        }
        let (subject, operator, literal) = match (is_literal(left), is_literal(right)) {
            (false, true) => (left, operator, right),
            (true, false) => (right, operator.mirrored(), left),
            (true, true) => {
                let help = "name a trait or a score on one side, such as `fit >= 40`";
                return self.type_error(span, "both sides are fixed values", help);
            }
            (false, false) => return self.two_names(left, right, span),
        };
        match &subject.form {
            Form::Name(name) => self.compare_name(name, &subject.span, operator, literal),
            Form::Call(name, args) if name == "count" => {
                self.count(args, &subject.span, operator, literal)
            }
            _ => self.compared_condition(subject),
        }
    }

    fn two_names(&mut self, left: &Node, right: &Node, span: Range<usize>) -> Rule {
        for side in [left, right] {
            match &side.form {
                Form::Name(name) if self.meaning(name, &side.span).is_none() => return WRONG,
                Form::Name(_) | Form::Call(..) => {}
                _ => return self.compared_condition(side),
            }
        }
        let help = "compare with a value that is written out: `account.country == 'DE'`";
        self.type_error(span, "two names cannot be compared with each other", help)
    }

    fn compared_condition(&mut self, node: &Node) -> Rule {
        let help = "write the condition alone, or `!` before it for the opposite";
        self.type_error(node.span.clone(), "a condition is not compared with anything", help)
    }

    fn compare_name(
        &mut self,
        name: &str,
        span: &Range<usize>,
        operator: Operator,
        literal: &Node,
    ) -> Rule {
        let Some(meaning) = self.meaning(name, span) else { return WRONG };
        let has_order = matches!(
            meaning,
            Meaning::Trait(TraitType::Number) | Meaning::Fit | Meaning::Engagement | Meaning::Pass
        );
        if !has_order && !matches!(operator, Operator::Equal | Operator::NotEqual) {
            let message = format!("`{name}` has no order: `{}` cannot compare it", operator.sign());
            return self.type_error(span.clone(), message, "use `==`, `!=` or `in [...]`");
        }
        let owned = name.to_owned();
        match meaning {
            Meaning::Trait(TraitType::Number) => {
                let Some(value) = self.number(name, literal, NUMBER_MAX) else { return WRONG };
                numeric(operator, |compare| Atom::Trait {
                    name: owned.clone(),
                    test: TraitTest::Number(compare, value),
                })
            }
            Meaning::Trait(TraitType::Text) => {
                let Some(text) = self.text(name, literal) else { return WRONG };
                let test = TraitTest::OneOf(vec![text]);
                equality(operator, Rule::Is(Atom::Trait { name: owned, test }))
            }
            Meaning::Trait(TraitType::Flag) => {
                let Form::Flag(flag) = literal.form else {
                    let help = format!("write `{name}` alone, or `!{name}` for the opposite");
                    let message = format!("`{name}` is true or false, not {}", describe(literal));
                    return self.type_error(literal.span.clone(), message, help);
                };
                let is_set = Rule::Is(Atom::Trait { name: owned, test: TraitTest::IsTrue });
                let asked = if flag { is_set } else { Rule::Not(Box::new(is_set)) };
                equality(operator, asked)
            }
            Meaning::Fit | Meaning::Engagement => {
                let Some(value) = self.number(name, literal, POINTS_MAX) else { return WRONG };
                let fit = matches!(meaning, Meaning::Fit);
                let score = if fit { Score::Fit } else { Score::Engagement };
                numeric(operator, |compare| Atom::Score { score, compare, value })
            }
            Meaning::Pass => {
                let Some(value) = self.number(name, literal, PASS_MAX) else { return WRONG };
                if value < 1.0 || value.fract() != 0.0 {
                    let help = "passes are counted from 1: `pass >= 2` asks whether it came back";
                    let message = format!("there is no pass {value}");
                    self.add(literal.span.clone(), ProblemCode::OutOfBounds, message, help);
                    return WRONG;
                }
                numeric(operator, |compare| Atom::Pass { compare, value })
            }
            Meaning::Temperature
            | Meaning::Grade
            | Meaning::Verdict
            | Meaning::Reason
            | Meaning::Stage
            | Meaning::Motion => {
                let Some(word) = self.text(name, literal) else { return WRONG };
                let asked = self.word(&meaning, &word, &literal.span);
                equality(operator, asked)
            }
        }
    }

    /// `name in [...]`: any of the comparisons.
    pub(super) fn among(&mut self, left: &Node, right: &Node) -> Rule {
        if let Form::Foreign(what, help) = &left.form {
            return self.foreign(what, help, left.span.clone());
        }
        let Form::Name(name) = &left.form else {
            let help = "write `lead.seniority in ['vp', 'director']`";
            return self.type_error(left.span.clone(), "only a name can be `in` a list", help);
        };
        let Form::List(items) = &right.form else {
            let help = format!("write the values in brackets: `{name} in ['a', 'b']`");
            return self.type_error(right.span.clone(), "`in` needs a list", help);
        };
        if items.is_empty() || items.len() > LIST_MAX {
            let message = format!("the list has {} entries", items.len());
            let help = format!("write 1 to {LIST_MAX} values");
            self.add(right.span.clone(), ProblemCode::OutOfBounds, message, help);
            return WRONG;
        }
        let asked: Vec<_> = items
            .iter()
            .map(|item| match is_literal(item) {
                true => self.compare_name(name, &left.span, Operator::Equal, item),
                false => {
                    let help = "write numbers or texts, such as `['vp', 'director']`";
                    self.type_error(item.span.clone(), "a list holds fixed values only", help)
                }
            })
            .collect();
        one_of_texts(&asked).unwrap_or(Rule::Any(asked))
    }

    fn number(&mut self, name: &str, literal: &Node, max: f64) -> Option<f64> {
        let Form::Number(value) = literal.form else {
            let message = format!(
                "`{name}` is a number; compare it with a number, not with {}",
                describe(literal)
            );
            self.type_error(literal.span.clone(), message, format!("write `{name} >= 50`"));
            return None;
        };
        if value.abs() <= max {
            return Some(value);
        }
        let help = format!("write a number between -{max} and {max}");
        let message = format!("{value} is too large a number");
        self.add(literal.span.clone(), ProblemCode::OutOfBounds, message, help);
        None
    }

    fn text(&mut self, name: &str, literal: &Node) -> Option<String> {
        if let Form::Text(text) = &literal.form {
            return Some(text.clone());
        }
        let message =
            format!("`{name}` is a text; compare it with a text, not with {}", describe(literal));
        let help = match literal.form {
            Form::Number(number) => format!("write `'{number}'`"),
            Form::List(_) => format!("write `{name} in [...]`"),
            _ => format!("write `{name} == 'x'`"),
        };
        self.type_error(literal.span.clone(), message, help);
        None
    }

    fn word(&mut self, meaning: &Meaning, word: &str, span: &Range<usize>) -> Rule {
        let owned = word.to_owned();
        let (known, what, atom): (Vec<&str>, _, _) = match meaning {
            Meaning::Temperature => return self.temperature(word, span),
            Meaning::Grade => return self.grade(word, span),
            Meaning::Motion if self.scope.motions.is_empty() => {
                let help = "declare motions with `[[motion]]`; the rule of a motion itself cannot \
                            ask for it";
                let message = "a rule here cannot ask for the motion";
                self.add(span.clone(), ProblemCode::RuleNotPossible, message, help);
                return WRONG;
            }
            Meaning::Motion => (
                self.scope.motions.iter().map(String::as_str).collect(),
                "motion",
                Atom::Motion(owned),
            ),
            Meaning::Verdict => {
                (Verdict::ALL.map(Verdict::word).to_vec(), "verdict", Atom::Verdict(owned))
            }
            Meaning::Reason => (
                self.scope.reasons.iter().map(String::as_str).collect(),
                "reason",
                Atom::Reason(owned),
            ),
            _ => (
                self.scope.stages.iter().map(String::as_str).collect(),
                "stage",
                Atom::InStage(owned),
            ),
        };
        if known.contains(&word) {
            return Rule::Is(atom);
        }
        let help = did_you_mean(word, known, what);
        self.add(
            span.clone(),
            ProblemCode::UnknownName,
            format!("no {what} is called `{word}`"),
            help,
        );
        WRONG
    }

    fn temperature(&mut self, word: &str, span: &Range<usize>) -> Rule {
        let from = |value| {
            Rule::Is(Atom::Score { score: Score::Engagement, compare: Compare::AtLeast, value })
        };
        let (hot, warm) = (from(self.scope.temperature.hot), from(self.scope.temperature.warm));
        match word {
            "hot" => hot,
            "warm" => Rule::All(vec![warm, Rule::Not(Box::new(hot))]),
            "cold" => Rule::Not(Box::new(warm)),
            _ => {
                let help = did_you_mean(word, ["hot", "warm", "cold"], "temperature");
                let message = format!("no temperature is called `{word}`");
                self.add(span.clone(), ProblemCode::UnknownName, message, help);
                WRONG
            }
        }
    }

    fn grade(&mut self, word: &str, span: &Range<usize>) -> Rule {
        let Some(grade) = Grade::from_word(word) else {
            let help = "a grade is a letter from A to D and a digit from 1 to 4, such as `'A1'`";
            let message = format!("no grade is called `{word}`");
            self.add(span.clone(), ProblemCode::UnknownName, message, help);
            return WRONG;
        };
        let Some(terms) = self.scope.grade else {
            let help = "say what grades mean: `[grade]` with `fit = { A = 60, B = 40, C = 20 }` \
                        and `engagement = { 1 = 60, 2 = 35, 3 = 15 }`";
            let message = "this charter has no grades";
            self.add(span.clone(), ProblemCode::UnknownName, message, help);
            return WRONG;
        };
        terms.rule(grade)
    }
}

/// A comparison of numbers by the three that there are.
pub(super) fn numeric(operator: Operator, atom: impl Fn(Compare) -> Atom) -> Rule {
    let is = |compare| Rule::Is(atom(compare));
    let not = |compare| Rule::Not(Box::new(is(compare)));
    match operator {
        Operator::Equal => is(Compare::Equal),
        Operator::NotEqual => not(Compare::Equal),
        Operator::AtLeast => is(Compare::AtLeast),
        Operator::MoreThan => is(Compare::MoreThan),
        Operator::LessThan => not(Compare::AtLeast),
        Operator::AtMost => not(Compare::MoreThan),
    }
}

/// `==` or `!=`, the only ones that get here.
fn equality(operator: Operator, asked: Rule) -> Rule {
    if operator == Operator::NotEqual { Rule::Not(Box::new(asked)) } else { asked }
}

fn is_literal(node: &Node) -> bool {
    matches!(node.form, Form::Number(_) | Form::Text(_) | Form::Flag(_) | Form::List(_))
}

fn describe(node: &Node) -> String {
    match &node.form {
        Form::Text(text) => format!("the text '{text}'"),
        Form::Number(number) => format!("the number {number}"),
        Form::Flag(flag) => format!("{flag}"),
        _ => "a list".to_owned(),
    }
}

/// Several questions whether one trait has a text, as one.
fn one_of_texts(asked: &[Rule]) -> Option<Rule> {
    let mut texts = Vec::new();
    let mut subject = None;
    for rule in asked {
        let Rule::Is(Atom::Trait { name, test: TraitTest::OneOf(one) }) = rule else { return None };
        subject = Some(name.clone());
        texts.extend(one.iter().cloned());
    }
    let test = TraitTest::OneOf(texts);
    subject.map(|name| Rule::Is(Atom::Trait { name, test }))
}
