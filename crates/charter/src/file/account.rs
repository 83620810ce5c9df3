//! `[account]`: what is agreed about accounts themselves.

use super::bounds::{self, Whose};
use super::promise;
use super::reading::Reading;
use super::section::Section;
use super::{moves, pass, stage};
use crate::diagnostic::ProblemCode;
use crate::language::{Scope, Speaks};
use crate::model::{CalendarTerms, Charter, PassTerms, Promise, PromiseEnd, Stage, VerdictTerms};
use crate::rule::{Atom, Rule};
use facts::Schema;
use std::collections::BTreeMap;

/// What accounts have of their own.
pub(super) struct Terms {
    schema: Schema,
    pass: Option<PassTerms>,
    stages: Vec<Stage>,
    promises: Vec<Promise>,
    moves_to: BTreeMap<String, usize>,
}

/// The section, if there is one. Its rules speak of the account and its opportunities, of scores
/// and of what happened; what one person is, or what sales said of a person, is no account's.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    calendars: &[CalendarTerms],
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Option<Terms> {
    let mut section = root.section("account", "[account]", reading)?.within("account.");
    let mut schema = scope.schema.clone();
    schema.traits.retain(|name, _| !name.starts_with("lead."));
    let stages = stage::drafts(&mut section, reading);
    let ids: Vec<String> = stages.iter().map(|stage| stage.id.clone()).collect();
    let scope = Scope {
        schema: &schema,
        stages: &ids,
        motions: &[],
        reasons: &[],
        speaks: Speaks::OfAccount,
        ..*scope
    };
    let has_pass = section.entry("pass").is_some();
    let pass = has_pass.then(|| pass::read(&mut section, &schema, reading));
    let moves_to = moves::read(&mut section, &stages, reading);
    let promises = promise::read(&mut section, &stages, (&[], calendars), &scope, reading);
    bounds::check(&stages, &promises.drafts, Whose::Account, reading);
    let verdict = promises.drafts.iter().any(|it| it.promise.until == PromiseEnd::AnyVerdict);
    if verdict || !promises.counted.is_empty() {
        let message = "a promise about accounts ends neither with a verdict nor by a count";
        let help = "end it with `human_outreach`, `leaves`, a later stage or facts by their names";
        reading.add(section.span.clone(), ProblemCode::Inconsistent, message, help);
    }
    let promises = promises.drafts.into_iter().map(|draft| draft.promise).collect();
    let stages = stage::finish(stages, &scope, reading);
    section.finish(reading);
    Some(Terms { schema, pass, stages, promises, moves_to })
}

impl Terms {
    /// The charter by which accounts are decided: as that of leads, with stages and promises of
    /// their own, and of fit only what speaks of the account alone.
    pub(super) fn charter(self, leads: &Charter) -> Charter {
        let of_account = |rule: &Rule| speaks_of_account(rule);
        let fit = leads.fit.iter().filter(|clause| of_account(&clause.when)).cloned().collect();
        Charter {
            schema: self.schema,
            fit,
            pass: self.pass.unwrap_or_else(|| leads.pass.clone()),
            stages: self.stages,
            promises: self.promises,
            moves_to: self.moves_to,
            pipelines: Vec::new(),
            motions: Vec::new(),
            handoffs: Vec::new(),
            routes: Vec::new(),
            verdicts: Vec::<VerdictTerms>::new(),
            personas: Vec::new(),
            counted: Vec::new(),
            funnel: Vec::new(),
            goals: Vec::new(),
            incentive: None,
            units: Vec::new(),
            account: None,
            ..leads.clone()
        }
    }
}

/// Whether a rule asks for traits of the account only.
fn speaks_of_account(rule: &Rule) -> bool {
    match rule {
        Rule::Always(_) => true,
        Rule::Is(Atom::Trait { name, .. } | Atom::Known { name, .. }) => {
            name.starts_with("account.")
        }
        Rule::Is(_) => false,
        Rule::Not(inner) => speaks_of_account(inner),
        Rule::All(parts) | Rule::Any(parts) => parts.iter().all(speaks_of_account),
    }
}
