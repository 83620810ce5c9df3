//! Calls: `known`, `happened`, `ever`, `count`, `in_stage`.

use super::check::{Checker, WRONG};
use super::node::{Form, Node, Operator};
use super::scope::{self, Speaks};
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::duration;
use crate::rule::{Atom, Rule};
use facts::{Seconds, Selector};
use std::ops::Range;

/// Each function with how it is written.
const FUNCTIONS: [(&str, &str); 5] = [
    ("known", "known('lead.seniority') or known('lead.seniority', '365d')"),
    ("happened", "happened('form.demo_request') or happened('page.*', '30d')"),
    ("ever", "ever('webinar.*')"),
    ("count", "count('email.*') >= 3 or count('email.*', '7d') >= 3"),
    ("in_stage", "in_stage('14d')"),
];

impl Checker<'_> {
    /// A call as a condition.
    pub(super) fn call(&mut self, name: &str, args: &[Node], span: Range<usize>) -> Rule {
        let functions = FUNCTIONS.map(|(function, _)| function);
        if !functions.contains(&name) {
            let message = format!("there is no function `{name}`");
            let help = did_you_mean(name, functions, "function");
            self.add(span, ProblemCode::UnknownName, message, help);
            return WRONG;
        }
        if let (false, Speaks::TraitsOnly(at)) = (name == "known", self.scope.speaks) {
            return self.only_traits(at, &format!("`{name}(...)`"), span);
        }
        match name {
            "known" => self.known(args, span),
            "happened" => {
                let Some((selector, within)) = self.selected(name, args, span) else {
                    return WRONG;
                };
                Rule::Is(Atom::Tally { selector, times: 1, within, ever: false })
            }
            "ever" => self.ever(args, span),
            "count" => {
                let help = "compare it, such as `count('email.*', '7d') >= 3`";
                self.type_error(span, "`count(...)` is a number, not a condition", help)
            }
            _ => {
                let Some([age]) = self.texts(name, args, span, 1, 1).as_deref().and_then(as_one)
                else {
                    return WRONG;
                };
                self.seconds(&age).map_or(WRONG, |least| Rule::Is(Atom::StageAge(least)))
            }
        }
    }

    fn known(&mut self, args: &[Node], span: Range<usize>) -> Rule {
        let Some(texts) = self.texts("known", args, span, 1, 2) else { return WRONG };
        let within = self.optional_seconds(texts.get(1));
        let (name, place) = &texts[0];
        if !self.scope.schema.traits.contains_key(name) {
            let names = self.scope.schema.traits.keys().map(String::as_str);
            let help = did_you_mean(name, names, "trait");
            let message = format!("no trait is called `{name}`");
            self.add(place.clone(), ProblemCode::UnknownName, message, help);
            return WRONG;
        }
        within.map_or(WRONG, |within| Rule::Is(Atom::Known { name: name.clone(), within }))
    }

    fn ever(&mut self, args: &[Node], span: Range<usize>) -> Rule {
        if args.len() == 2 {
            let help = "leave the time out, or ask for the current pass with `happened(...)`";
            return self.type_error(span, "`ever(...)` looks back without end", help);
        }
        let Some((selector, _)) = self.selected("ever", args, span) else { return WRONG };
        Rule::Is(Atom::Tally { selector, times: 1, within: None, ever: true })
    }

    /// `count(...) operator literal`.
    pub(super) fn count(
        &mut self,
        args: &[Node],
        span: &Range<usize>,
        operator: Operator,
        literal: &Node,
    ) -> Rule {
        if let Speaks::TraitsOnly(at) = self.scope.speaks {
            return self.only_traits(at, "`count(...)`", span.clone());
        }
        let selected = self.selected("count", args, span.clone());
        let Some(number) = self.whole(literal) else { return WRONG };
        let Some((selector, within)) = selected else { return WRONG };
        let at_least = |times: u8| {
            Rule::Is(Atom::Tally { selector: selector.clone(), times, within, ever: false })
        };
        let fewer = |times: u8| Rule::Not(Box::new(at_least(times)));
        // The comparison as "at least `low`" and "fewer than `high`".
        let (low, high, opposite) = match operator {
            Operator::AtLeast => (number, None, false),
            Operator::MoreThan => (number + 1, None, false),
            Operator::LessThan => (0, Some(number), false),
            Operator::AtMost => (0, Some(number + 1), false),
            Operator::Equal => (number, Some(number + 1), false),
            Operator::NotEqual => (number, Some(number + 1), true),
        };
        if high == Some(0) || (low == 0 && high.is_none()) {
            let always = if high.is_none() { "always" } else { "never" };
            let message = format!("this {always} holds: a count is at least 0");
            let help = "compare with at least 1, such as `count('email.*') >= 3`";
            self.add(literal.span.clone(), ProblemCode::OutOfBounds, message, help);
            return WRONG;
        }
        if low.max(high.unwrap_or(0)) > Atom::TIMES_MAX {
            let max = Atom::TIMES_MAX;
            let message = format!("counting goes up to {max}");
            let help = format!("ask for at most {max}, such as `count('email.*') >= {max}`");
            self.add(literal.span.clone(), ProblemCode::OutOfBounds, message, help);
            return WRONG;
        }
        let rule = match (low, high) {
            (0, Some(high)) => fewer(high),
            (low, None) => at_least(low),
            (low, Some(high)) => Rule::All(vec![at_least(low), fewer(high)]),
        };
        if opposite { Rule::Not(Box::new(rule)) } else { rule }
    }

    fn whole(&mut self, literal: &Node) -> Option<u8> {
        let max = Atom::TIMES_MAX;
        match literal.form {
            Form::Number(number)
                if number.fract() == 0.0 && (0.0..=f64::from(max)).contains(&number) =>
            {
                Some(number as u8)
            }
            _ => {
                let message = "`count(...)` is compared with a whole number";
                let help = format!("write a whole number from 0 to {max}");
                self.add(literal.span.clone(), ProblemCode::OutOfBounds, message, help);
                None
            }
        }
    }

    fn selected(
        &mut self,
        function: &str,
        args: &[Node],
        span: Range<usize>,
    ) -> Option<(Selector, Option<Seconds>)> {
        let texts = self.texts(function, args, span, 1, 2)?;
        let within = self.optional_seconds(texts.get(1));
        let (text, place) = &texts[0];
        match scope::selector(text, self.scope.schema) {
            Ok(selector) => Some((selector, within?)),
            Err((message, help)) => {
                self.add(place.clone(), ProblemCode::UnknownName, message, help);
                None
            }
        }
    }

    /// The arguments, which must be `least` to `most` texts.
    fn texts(
        &mut self,
        function: &str,
        args: &[Node],
        span: Range<usize>,
        least: usize,
        most: usize,
    ) -> Option<Vec<(String, Range<usize>)>> {
        let usage =
            FUNCTIONS.iter().find(|(name, _)| *name == function).map_or("", |(_, usage)| usage);
        let help = format!("write `{}`", usage.replace(" or ", "` or `"));
        if args.len() < least || args.len() > most {
            let message = format!("`{function}` is given {} values", args.len());
            self.type_error(span, message, help);
            return None;
        }
        let mut texts = Vec::new();
        for arg in args {
            match &arg.form {
                Form::Text(text) => texts.push((text.clone(), arg.span.clone())),
                Form::Name(name) => {
                    let message = format!("`{function}` takes a text in quotes");
                    self.type_error(arg.span.clone(), message, format!("write `'{name}'`"));
                }
                _ => {
                    let message = format!("`{function}` takes a text in quotes");
                    self.type_error(arg.span.clone(), message, help.as_str());
                }
            }
        }
        (texts.len() == args.len()).then_some(texts)
    }

    /// `Some(None)` when absent, `None` when it cannot be read.
    fn optional_seconds(
        &mut self,
        text: Option<&(String, Range<usize>)>,
    ) -> Option<Option<Seconds>> {
        match text {
            None => Some(None),
            Some(text) => self.seconds(text).map(Some),
        }
    }

    fn seconds(&mut self, (text, place): &(String, Range<usize>)) -> Option<Seconds> {
        match duration::seconds(text) {
            Ok(seconds) => Some(seconds),
            Err(help) => {
                let message = format!("`{text}` is not a length of time");
                self.add(place.clone(), ProblemCode::Malformed, message, help);
                None
            }
        }
    }
}

fn as_one(texts: &[(String, Range<usize>)]) -> Option<[(String, Range<usize>); 1]> {
    texts.first().cloned().map(|text| [text])
}
