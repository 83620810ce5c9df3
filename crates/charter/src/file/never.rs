//! What can never be: stages that nothing leads into, passes that end as they begin, promises that
//! nobody can keep.

use super::promise::Draft as Promise;
use super::reading::Reading;
use crate::diagnostic::ProblemCode;
use crate::logic::{Literal, Term, terms};
use crate::model::{
    BreachAct, Engagement, FitClause, PassTerms, Pipeline, PromiseEnd, Stage, StageKind,
    VerdictTerms,
};
use crate::rule::{Atom, Compare, Rule, Score};
use facts::Selector;
use std::ops::Range;

/// The parts of a charter that decide where a lead can go. Motions only bar ways, so that nothing
/// is said of them.
pub(super) struct Map<'m> {
    pub(super) stages: &'m [Stage],
    /// Where each stage is written: its header, and its rule if it has one.
    pub(super) places: &'m [(Range<usize>, Option<Range<usize>>)],
    pub(super) promises: &'m [Promise],
    pub(super) verdicts: &'m [VerdictTerms],
    pub(super) pipelines: &'m [Pipeline],
    pub(super) fit: &'m [FitClause],
    pub(super) pass: &'m PassTerms,
    pub(super) engagement: &'m Engagement,
}

/// Says what can never be.
pub(super) fn check(map: &Map<'_>, reading: &mut Reading<'_>) {
    let reached = map.reached();
    for (index, stage) in map.stages.iter().enumerate() {
        let (header, rule) = &map.places[index];
        if !reached[index] {
            unreachable(stage, rule.as_ref().unwrap_or(header), reading);
        }
        if let (false, Some(enter), Some(place)) = (stage.kind.is_on_path(), &stage.enter, rule) {
            oscillates(map, index, enter, place, reading);
        }
    }
    map.promises.iter().for_each(|promise| keepable(map, promise, reading));
}

impl Map<'_> {
    /// Whether a lead can get into each stage: along the rules, by a verdict, by a breach that
    /// returns it, or back at its recycle date. Conditions that only time or people can meet count
    /// as met.
    fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.stages.len()];
        let mut open: Vec<usize> = self.begins();
        let after = self.pipelines.iter().filter_map(|pipeline| pipeline.after.as_ref());
        open.extend(after.map(|after| after.rests_in));
        open.extend(self.verdicts.iter().filter_map(|terms| terms.rests_in));
        let steps = self.promises.iter().flat_map(|draft| &draft.promise.steps);
        open.extend(steps.filter_map(|step| match step.does {
            BreachAct::Return(stage) => Some(stage),
            _ => None,
        }));
        while let Some(from) = open.pop() {
            if std::mem::replace(&mut reached[from], true) {
                continue;
            }
            open.extend((0..self.stages.len()).filter(|&to| self.leads_to(from, to)));
        }
        reached
    }

    /// The stages in which a pass may begin: the first of each pipeline, and those to which
    /// recycled leads return.
    fn begins(&self) -> Vec<usize> {
        let dated = |terms: &&VerdictTerms| terms.reasons.iter().any(|(_, after)| after.is_some());
        let returns = self.verdicts.iter().filter(dated).map(|terms| terms.returns_to);
        let first = self.pipelines.iter().filter_map(|pipeline| pipeline.stages.first().copied());
        [0].into_iter().chain(first).chain(returns).collect()
    }

    /// Whether a rule may lead from one stage to another.
    fn leads_to(&self, from: usize, to: usize) -> bool {
        let (source, target) = (&self.stages[from], &self.stages[to]);
        let is_way = match (source.kind, target.kind) {
            (StageKind::Open, StageKind::Open | StageKind::Won) => to > from,
            (StageKind::Open, StageKind::Nurture | StageKind::Disqualified)
            | (StageKind::Nurture, StageKind::Disqualified) => true,
            _ => false,
        };
        is_way && target.enter.as_ref().is_some_and(|rule| self.may_hold_in(rule, from))
    }

    /// Whether a rule may hold of a lead that is in a stage.
    fn may_hold_in(&self, rule: &Rule, stage: usize) -> bool {
        let Some(terms) = terms(rule) else { return true };
        let kind = self.stages[stage].kind;
        let may_hold = |literal: &Literal<'_>| match literal.atom {
            Atom::InStage(id) => (*id == self.stages[stage].id) == literal.holds,
            // Such a verdict ends the pass before any rule is asked.
            Atom::Verdict(word) if literal.holds && kind == StageKind::Open => !self.closes(word),
            _ => true,
        };
        terms.iter().any(|term| !term.is_impossible() && term.0.iter().all(may_hold))
    }

    fn closes(&self, verdict: &str) -> bool {
        let closing = self.verdicts.iter().filter(|terms| terms.rests_in.is_some());
        closing.into_iter().any(|terms| terms.verdict.word() == verdict)
    }

    /// What opens a pass of any pipeline.
    fn openers(&self) -> impl Iterator<Item = &Selector> {
        let after = self.pipelines.iter().filter_map(|pipeline| pipeline.after.as_ref());
        self.pass.opens_on.iter().chain(after.flat_map(|after| &after.opens_on))
    }

    /// Whether passes of a pipeline open for the leads of a won stage.
    fn goes_on(&self, stage: usize) -> bool {
        let mut after = self.pipelines.iter().filter_map(|pipeline| pipeline.after.as_ref());
        after.any(|after| after.stage == stage)
    }

    /// Whether a condition holds at the beginning of every pass, whatever began it.
    fn holds_at_start(&self, literal: &Literal<'_>, stage: usize) -> bool {
        match (literal.atom, literal.holds) {
            (Atom::InStage(id), holds) => (*id == self.stages[stage].id) == holds,
            (Atom::StageAge(_), false) => true,
            (Atom::Pass { compare: Compare::AtLeast, value }, true) => *value <= 1.0,
            // Nothing happened in this pass yet but what began it.
            (Atom::Tally { selector, ever: false, times, .. }, false) => {
                *times > 1 || !self.openers().any(|opener| meets(opener, selector))
            }
            (Atom::Score { score: Score::Fit, compare, value }, holds) => {
                let points = || self.fit.iter().map(|clause| clause.points);
                let most: f64 = points().map(|points| points.max(0.0)).sum();
                let least: f64 = points().map(|points| points.min(0.0)).sum();
                if holds { compare.holds(least, *value) } else { !compare.holds(most, *value) }
            }
            (Atom::Score { score: Score::Engagement, compare, value }, false) => {
                let points = self.engagement.points.iter().map(|clause| clause.points);
                let most = points.fold(0.0, f64::max);
                match compare {
                    Compare::AtLeast => most < *value,
                    Compare::MoreThan => most <= *value,
                    Compare::Equal => false,
                }
            }
            _ => false,
        }
    }
}

/// Whether some name may be meant by both.
fn meets(first: &Selector, second: &Selector) -> bool {
    let stem = |selector: &Selector| selector.as_str().trim_end_matches('*').to_owned();
    first.matches(&stem(second)) || second.matches(&stem(first))
}

fn unreachable(stage: &Stage, place: &Range<usize>, reading: &mut Reading<'_>) {
    let help = match (&stage.enter, stage.kind) {
        (Some(_), _) => {
            "let its rule ask for what can be true of a lead in a stage before it; a verdict that \
             ends the pass sends the lead beside the path"
        }
        (None, StageKind::Nurture) => {
            "name it under `rests_in` of a verdict, give it `enter`, or remove it"
        }
        (None, _) => {
            "name it under `rests_in` of `[verdict.disqualified]`, give it `enter`, or remove it"
        }
    };
    let message = format!("no lead can ever get into `{}`", stage.id);
    reading.add(place.clone(), ProblemCode::Unreachable, message, help);
}

/// Refuses a stage beside the path whose rule holds wherever a pass begins, or of every lead that
/// enters some stage of the path: a lead would be sent there as soon as it comes, and with its next
/// touch again and again.
///
/// This is the only way to go in circles: within a pass a lead only moves forward, so whatever
/// repeats leads through a stage beside the path and a new pass. The check is sound: conditions are
/// compared as they are at the instant of entry, and what cannot be told from them alone counts as
/// fine. (A lead that is won at the same instant is the exception that it does not see.)
fn oscillates(
    map: &Map<'_>,
    beside: usize,
    enter: &Rule,
    place: &Range<usize>,
    reading: &mut Reading<'_>,
) {
    let Some(leaving) = terms(enter) else { return };
    let leaving: Vec<Term<'_>> = leaving.into_iter().filter(|term| !term.is_impossible()).collect();
    let id = &map.stages[beside].id;
    let help = "let it ask for something that comes later, such as a time in the stage: \
                `in_stage('30d') && ...`";
    for begin in map.begins() {
        let at_once =
            |term: &Term<'_>| term.0.iter().all(|literal| map.holds_at_start(literal, begin));
        if leaving.iter().any(at_once) {
            let first = &map.stages[begin].id;
            let message = format!("every pass that begins in `{first}` ends at once in `{id}`");
            reading.add(place.clone(), ProblemCode::Oscillates, message, help);
            return;
        }
    }
    for stage in map.stages.iter().filter(|stage| stage.kind == StageKind::Open) {
        let Some(coming) = stage.enter.as_ref().and_then(terms) else { continue };
        let coming: Vec<Term<'_>> =
            coming.into_iter().filter(|term| !term.is_impossible()).collect();
        let goes_on = |term: &Term<'_>| leaving.iter().any(|left| follows(left, term, &stage.id));
        if !coming.is_empty() && coming.iter().all(goes_on) {
            let message = format!(
                "every lead that its rule takes into `{}` goes on to `{id}` at the same instant",
                stage.id
            );
            reading.add(place.clone(), ProblemCode::Oscillates, message, help);
            return;
        }
    }
}

/// Whether all conditions hold of a lead at the instant at which others took it into a stage.
fn follows(wanted: &Term<'_>, given: &Term<'_>, stage: &str) -> bool {
    let is_of_stage = |atom: &Atom| matches!(atom, Atom::InStage(_) | Atom::StageAge(_));
    let given: Term<'_> =
        given.0.iter().filter(|literal| !is_of_stage(literal.atom)).copied().collect();
    wanted.0.iter().all(|literal| match (literal.atom, literal.holds) {
        (Atom::InStage(id), holds) => (id == stage) == holds,
        (Atom::StageAge(_), holds) => !holds,
        _ => given.implies(literal),
    })
}

/// Refuses a promise that nothing could ever keep, or that never starts.
fn keepable(map: &Map<'_>, draft: &Promise, reading: &mut Reading<'_>) {
    let Some(from) = draft.from else { return };
    let (stage, promise) = (&map.stages[from], &draft.promise);
    let id = &stage.id;
    if let (false, Some(place)) = (map.may_hold_in(&promise.when, from), &draft.when_place) {
        let message = format!("this never holds of a lead in `{id}`: the promise never starts");
        let help = "ask for what can be true of a lead in that stage";
        reading.add(place.clone(), ProblemCode::CannotBeKept, message, help);
    }
    let Some(place) = draft.until_place.clone() else { return };
    let refusal = match (&promise.until, stage.kind) {
        (PromiseEnd::Leaves | PromiseEnd::Reaches(_), StageKind::Won) if map.goes_on(from) => None,
        (PromiseEnd::Leaves, StageKind::Won) => Some((
            format!("nothing leads out of `{id}`, which is won: nobody can keep this promise"),
            "name what shall happen there, such as `until = \"human_outreach\"`".to_owned(),
        )),
        (PromiseEnd::Reaches(target), StageKind::Nurture | StageKind::Disqualified) => {
            // Who leaves a stage beside the path begins anew, and the promise ends there.
            let begins = map.begins();
            let kept = begins.iter().any(|begin| begin >= target);
            (!kept).then(|| {
                let first = &map.stages[0].id;
                (
                    format!(
                        "a lead that leaves `{id}` begins anew, in `{first}`, where this promise \
                         ends unkept: nobody can keep it"
                    ),
                    "write `until = \"leaves\"`, or promise it from a stage of the path".to_owned(),
                )
            })
        }
        (PromiseEnd::Reaches(target), _) => {
            let ahead = |to: usize| to >= *target && map.stages[to].kind.is_on_path();
            let mut seen = vec![false; map.stages.len()];
            let mut open = vec![from];
            while let Some(at) = open.pop() {
                if !std::mem::replace(&mut seen[at], true) {
                    open.extend((0..map.stages.len()).filter(|&to| map.leads_to(at, to)));
                }
            }
            let kept = (0..map.stages.len()).any(|to| seen[to] && ahead(to));
            (!kept).then(|| {
                let target = &map.stages[*target].id;
                (
                    format!("no way leads from `{id}` to `{target}`: nobody can keep this promise"),
                    "name a stage that a lead can reach from there".to_owned(),
                )
            })
        }
        _ => None,
    };
    if let Some((message, help)) = refusal {
        reading.add(place, ProblemCode::CannotBeKept, message, help);
    }
}
