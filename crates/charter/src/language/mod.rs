//! The rule language: CEL's syntax, checked against what a charter knows, into a [`Rule`].

mod call;
mod check;
mod compare;
mod node;
mod scan;
mod scope;
mod syntax;
mod syntax_error;
mod tree;

pub(crate) use scope::{Scope, Speaks, TraitsOnly, names_of_facts, selector};
pub(crate) use tree::{sign, tree};

use crate::diagnostic::{Diagnostics, Finding};
use crate::model::Charter;
use crate::rule::Rule;

/// The most characters of a rule.
pub(crate) const RULE_CHARS_MAX: usize = 4000;
/// How deep a rule may be nested.
pub(crate) const RULE_DEPTH_MAX: usize = 32;
/// The most entries of a list.
pub(crate) const LIST_MAX: usize = 200;

/// Reads one rule that may speak of everything that a charter knows; for editors and trials.
///
/// # Errors
/// Everything that is wrong with the rule, by its place in `text`.
pub fn read_rule(text: &str, charter: &Charter) -> Result<Rule, Diagnostics> {
    let stages: Vec<_> = charter.stages.iter().map(|stage| stage.id.clone()).collect();
    let reasons = charter.verdicts.iter().flat_map(|terms| &terms.reasons);
    let reasons: Vec<_> = reasons.map(|(word, _)| word.clone()).collect();
    let motions: Vec<_> = charter.motions.iter().map(|motion| motion.id.clone()).collect();
    let scope = Scope {
        schema: &charter.schema,
        temperature: charter.temperature,
        grade: charter.grade,
        stages: &stages,
        motions: &motions,
        reasons: &reasons,
        speaks: Speaks::Everything,
    };
    rule(text, &scope).map_err(|findings| Diagnostics::new(text, findings))
}

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
