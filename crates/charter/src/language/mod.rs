//! The rule language: CEL's syntax, checked against what a charter knows, into a [`Rule`].

mod call;
mod check;
mod compare;
mod node;
mod scan;
mod scope;
mod syntax;
mod syntax_error;

pub(crate) use scope::{Scope, Speaks, selector};

use crate::diagnostic::Finding;
use crate::rule::Rule;

/// The most characters of a rule.
pub(crate) const RULE_CHARS_MAX: usize = 4000;
/// How deep a rule may be nested.
pub(crate) const RULE_DEPTH_MAX: usize = 32;
/// The most entries of a list.
pub(crate) const LIST_MAX: usize = 200;

/// Reads a rule; the places of what is wrong are bytes of `text`.
pub(crate) fn rule(text: &str, scope: &Scope<'_>) -> Result<Rule, Vec<Finding>> {
    let node = syntax::parse(text)?;
    let mut checker = check::Checker::new(scope);
    let rule = checker.rule(&node);
    let findings = checker.finish();
    if findings.is_empty() { Ok(rule) } else { Err(findings) }
}

#[cfg(test)]
mod tests;
