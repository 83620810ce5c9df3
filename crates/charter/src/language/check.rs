//! From [`Node`]s to a typed [`Rule`], collecting everything that is wrong.

use super::node::{Form, Node};
use super::scope::{Meaning, Scope, Speaks, TraitsOnly};
use crate::diagnostic::{Finding, Findings, ProblemCode};
use crate::rule::{Atom, Rule, TraitTest};
use facts::TraitType;
use std::ops::Range;

/// Stands for a rule that is wrong; never leaves this module, since something was found.
pub(super) const WRONG: Rule = Rule::Always(false);

pub(super) struct Checker<'a> {
    pub(super) scope: &'a Scope<'a>,
    findings: Findings,
}

impl<'a> Checker<'a> {
    pub(super) fn new(scope: &'a Scope<'a>) -> Self {
        Self { scope, findings: Findings::default() }
    }

    pub(super) fn finish(self) -> Vec<Finding> {
        self.findings.0
    }

    /// A node as a condition.
    pub(super) fn rule(&mut self, node: &Node) -> Rule {
        let span = node.span.clone();
        match &node.form {
            Form::Flag(flag) => Rule::Always(*flag),
            Form::Not(inner) => Rule::Not(Box::new(self.rule(inner))),
            Form::All(terms) => Rule::All(terms.iter().map(|term| self.rule(term)).collect()),
            Form::Any(terms) => Rule::Any(terms.iter().map(|term| self.rule(term)).collect()),
            Form::Compare(operator, left, right) => self.compare(*operator, left, right, span),
            Form::In(left, right) => self.among(left, right),
            Form::Call(name, args) => self.call(name, args, span),
            Form::Name(name) => self.bare_name(name, span),
            Form::Number(number) => {
                let help = format!("compare something with it, such as `fit >= {number}`");
                self.type_error(span, format!("`{number}` is a number, not a condition"), help)
            }
            Form::Text(text) => {
                let help = format!("compare a trait with it, such as `lead.source == '{text}'`");
                self.type_error(span, format!("`'{text}'` is a text, not a condition"), help)
            }
            Form::List(_) => {
                let help =
                    "ask whether a trait is among it: `lead.seniority in ['vp', 'director']`";
                self.type_error(span, "a list is not a condition", help)
            }
            Form::Foreign(what, help) => self.foreign(what, help, span),
        }
    }

    fn bare_name(&mut self, name: &str, span: Range<usize>) -> Rule {
        let Some(meaning) = self.meaning(name, &span) else { return WRONG };
        let (is, example) = match meaning {
            Meaning::Trait(TraitType::Flag) => {
                return Rule::Is(Atom::Trait { name: name.to_owned(), test: TraitTest::IsTrue });
            }
            Meaning::Trait(TraitType::Number) => ("a number", ">= 50"),
            Meaning::Trait(TraitType::Text) => ("a text", "== 'x'"),
            Meaning::Fit | Meaning::Engagement => ("a number", ">= 40"),
            Meaning::Pass => ("a number", ">= 2"),
            Meaning::Temperature => ("a word", "== 'hot'"),
            Meaning::Grade => ("a word", "== 'A1'"),
            Meaning::Verdict => ("a word", "== 'accepted'"),
            Meaning::Reason | Meaning::Stage | Meaning::Motion => ("a word", "== '...'"),
        };
        let help = format!("compare it, such as `{name} {example}`");
        self.type_error(span, format!("`{name}` is {is}, not a condition"), help)
    }

    /// What a name stands for; says so when it stands for nothing, or may not be used here.
    pub(super) fn meaning(&mut self, name: &str, span: &Range<usize>) -> Option<Meaning> {
        let Some(meaning) = self.scope.meaning(name) else {
            let help = self.scope.suggest(name);
            let message = format!("nothing is called `{name}`");
            self.add(span.clone(), ProblemCode::UnknownName, message, help);
            return None;
        };
        if let (false, Speaks::TraitsOnly(at)) =
            (matches!(meaning, Meaning::Trait(_)), self.scope.speaks)
        {
            self.only_traits(at, &format!("`{name}`"), span.clone());
            return None;
        }
        let of_person = matches!(meaning, Meaning::Verdict | Meaning::Reason | Meaning::Motion);
        if of_person && self.scope.speaks == Speaks::OfAccount {
            let message = format!("`{name}` is of one person, and not of an account");
            let help = "ask for `account.` and `opportunity.` traits, scores, or what happened";
            self.add(span.clone(), ProblemCode::RuleNotPossible, message, help);
            return None;
        }
        Some(meaning)
    }

    /// Says that a rule depends on traits only.
    pub(super) fn only_traits(&mut self, at: TraitsOnly, what: &str, span: Range<usize>) -> Rule {
        let message = format!("{what} cannot be used in {}", at.what());
        self.add(span, ProblemCode::RuleNotPossible, message, at.help());
        WRONG
    }

    pub(super) fn foreign(&mut self, what: &str, help: &str, span: Range<usize>) -> Rule {
        let message = format!("rules cannot use {what}");
        self.add(span, ProblemCode::RuleNotPossible, message, help);
        WRONG
    }

    pub(super) fn type_error(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Rule {
        self.add(span, ProblemCode::RuleType, message, help);
        WRONG
    }

    pub(super) fn add(
        &mut self,
        span: Range<usize>,
        code: ProblemCode,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.add(span, code, message, help);
    }
}
