//! Stages, promises and verdicts, compiled.

use super::{Clauses, CompileError, Rules};
use crate::Charter;
use crate::model::{BreachAct, Motion, Promise, PromiseEnd, StageKind};
use crate::program::{
    Bits, ClauseIndex, EndProgram, Exit, MotionProgram, Motions, Outcome, PipelineProgram,
    PromiseProgram, StageProgram, StepAct, StepProgram,
};
use crate::rule::{Atom, Rule};
use facts::{Symbol, VocabularyFull};

pub(super) fn stages(
    charter: &Charter,
    rules: &mut Rules,
    clauses: &mut Clauses<'_>,
) -> Result<Vec<StageProgram>, CompileError> {
    let mut enters: Vec<Option<Vec<Bits>>> = Vec::new();
    for stage in &charter.stages {
        let clause = format!("stage.{}", stage.id);
        let barred = barred(charter, enters.len(), rules, &clause)?;
        let enter = stage.enter.as_ref().map(|rule| rules.sum(rule, &clause)).transpose()?;
        enters.push(enter.map(|sum| sum.terms().iter().map(|term| *term | barred).collect()));
    }
    let mut stages = Vec::new();
    for (index, stage) in charter.stages.iter().enumerate() {
        let handoff = charter.handoffs.iter().position(|handoff| handoff.at == index);
        let handoff_clause = match handoff {
            Some(handoff) => clauses.index(&format!("handoff.{}", charter.handoffs[handoff].id))?,
            None => ClauseIndex(0),
        };
        let promises = charter.promises.iter().enumerate().filter(|(_, p)| p.from == index);
        let exits = exits(charter, index, &enters);
        stages.push(StageProgram {
            word: clauses.vocabulary.intern(&stage.id)?,
            kind: stage.kind,
            literals: Bits::NONE,
            asks_engagement: true,
            interest: exits.iter().fold(Bits::NONE, |all, exit| all | exit.when),
            exits,
            leads_on: leads_on(charter, index),
            promises: promises.fold(0, |all, (index, _)| all | 1 << index),
            handoff: handoff.map(|index| index as u8),
            clause: clauses.index(&format!("stage.{}", stage.id))?,
            handoff_clause,
        });
    }
    Ok(stages)
}

/// The pipelines that go on from a stage, one bit each.
fn leads_on(charter: &Charter, stage: usize) -> u16 {
    let pipelines = charter.pipelines.iter().enumerate();
    let here = pipelines.filter(|(_, pipeline)| {
        let after = pipeline.after.as_ref();
        after.is_some_and(|after| after.stage == stage || after.rests_in == stage)
    });
    here.fold(0, |mask, (index, _)| mask | 1 << index)
}

/// The pipelines.
pub(super) fn pipelines(
    charter: &Charter,
    clauses: &mut Clauses<'_>,
) -> Result<Vec<PipelineProgram>, CompileError> {
    let mut list = Vec::new();
    for pipeline in &charter.pipelines {
        let clause = match pipeline.after {
            Some(_) => clauses.index(&format!("pipeline.{}", pipeline.id))?,
            None => clauses.index("pass")?,
        };
        list.push(PipelineProgram {
            word: clauses.vocabulary.intern(&pipeline.id)?,
            first: pipeline.stages.first().map_or(0, |stage| *stage as u8),
            rests_in: pipeline.after.as_ref().map(|after| after.rests_in as u8),
            clause,
        });
    }
    Ok(list)
}

/// What must be true of the motion to enter a stage: that it is none whose path leaves it out.
fn barred(
    charter: &Charter,
    stage: usize,
    rules: &mut Rules,
    clause: &str,
) -> Result<Bits, CompileError> {
    let on_path = charter.stages[stage].kind.is_on_path();
    let leaves_out = |motion: &&Motion| {
        on_path && motion.stages.as_ref().is_some_and(|path| !path.contains(&stage))
    };
    let barred = charter.motions.iter().filter(leaves_out);
    let is_another =
        |motion: &Motion| Rule::Not(Box::new(Rule::Is(Atom::Motion(motion.id.clone()))));
    let rule = Rule::All(barred.map(is_another).collect());
    let sum = rules.sum(&rule, clause)?;
    Ok(sum.terms().first().copied().unwrap_or(Bits::NONE))
}

/// The motions, without the literals that they make true.
pub(super) fn motions(
    charter: &Charter,
    rules: &mut Rules,
    clauses: &mut Clauses<'_>,
) -> Result<Motions, CompileError> {
    let mut list = Vec::new();
    for motion in &charter.motions {
        let id = format!("motion.{}", motion.id);
        list.push(MotionProgram {
            word: clauses.vocabulary.intern(&motion.id)?,
            pipeline: motion.pipeline.map(|index| index as u8),
            when: rules.sum(&motion.when, &id)?,
            literals: Bits::NONE,
            clause: clauses.index(&id)?,
        });
    }
    Ok(Motions { list, ..Motions::default() })
}

/// Where a lead can go from a stage: forward along the path, nearest first, then beside it.
/// From nurture only out; from a stage that is won or out, nowhere by rule.
fn exits(charter: &Charter, from: usize, enters: &[Option<Vec<Bits>>]) -> Vec<Exit> {
    let kind = charter.stages[from].kind;
    let leads_to = |to: usize| match (kind, charter.stages[to].kind) {
        (StageKind::Open, StageKind::Open | StageKind::Won) => to > from,
        (StageKind::Open, StageKind::Nurture | StageKind::Disqualified)
        | (StageKind::Nurture, StageKind::Disqualified) => true,
        _ => false,
    };
    let beside = |to: usize| !charter.stages[to].kind.is_on_path();
    let mut targets: Vec<usize> = (0..enters.len()).filter(|&to| leads_to(to)).collect();
    targets.sort_by_key(|&to| (beside(to), to));
    targets
        .into_iter()
        .filter_map(|to| Some((to, enters[to].as_ref()?)))
        .flat_map(|(to, enter)| enter.iter().map(move |term| Exit { when: *term, to: to as u8 }))
        .collect()
}

pub(super) fn promises(
    charter: &Charter,
    calendars: &[usize],
    rules: &mut Rules,
    clauses: &mut Clauses<'_>,
) -> Result<Vec<PromiseProgram>, CompileError> {
    let mut compile = |promise: &Promise| {
        let id = format!("promise.{}", promise.id);
        Ok(PromiseProgram {
            word: clauses.vocabulary.intern(&promise.id)?,
            when: rules.sum(&promise.when, &id)?,
            end: match promise.until {
                PromiseEnd::Leaves => EndProgram::Leaves,
                PromiseEnd::Reaches(stage) => EndProgram::Reaches(stage as u8),
                _ => EndProgram::Facts,
            },
            within: promise.within,
            // Calendars that promises name are few: as many as bytes count.
            calendar: calendars.iter().position(|it| *it == promise.calendar).map(|i| i as u8),
            clause: clauses.index(&id)?,
            steps: steps(promise, clauses)?,
        })
    };
    charter.promises.iter().map(&mut compile).collect()
}

/// What follows the breach of a promise.
fn steps(promise: &Promise, clauses: &mut Clauses<'_>) -> Result<Vec<StepProgram>, VocabularyFull> {
    let numbered = (1..).zip(&promise.steps);
    numbered
        .map(|(number, step)| {
            let does = match step.does {
                BreachAct::Tell(_) => StepAct::Tell,
                BreachAct::Reassign => StepAct::Reassign,
                BreachAct::Return(stage) => StepAct::Return(stage as u8),
            };
            let clause = clauses.index(&format!("promise.{}.breach.{number}", promise.id))?;
            Ok(StepProgram { after: step.after, does, clause })
        })
        .collect()
}

/// Tells each stage which literals matter in it.
pub(super) fn add_interest(stages: &mut [StageProgram], promises: &[PromiseProgram]) {
    for stage in stages {
        for (index, promise) in promises.iter().enumerate() {
            if stage.promises >> index & 1 == 1 {
                stage.interest |= promise.when.interest();
            }
        }
    }
}

/// Finds out in which stages engagement, which these literals are about, is worth working out: where
/// a rule may ask for it there, or further on before the next pass begins without any.
pub(super) fn find_who_asks(stages: &mut [StageProgram], motions: &Motions, engagement: &Bits) {
    let by_motion = motions.list.iter().any(|motion| motion.when.interest().meets(engagement));
    for stage in stages.iter_mut() {
        stage.asks_engagement = by_motion || stage.interest.meets(engagement);
    }
    // As many turns as there are stages reach the end of every way.
    for _ in 0..stages.len() {
        let asks: Vec<_> = stages.iter().map(|stage| stage.asks_engagement).collect();
        // Verdicts and breaches lead beside the path from anywhere.
        let beside = stages.iter().any(|stage| stage.asks_engagement && !stage.kind.is_on_path());
        for stage in stages.iter_mut() {
            let further = stage.exits.iter().any(|exit| asks[usize::from(exit.to)]);
            stage.asks_engagement |= further || beside;
        }
    }
}

pub(super) fn outcomes(
    charter: &Charter,
    clauses: &mut Clauses<'_>,
) -> Result<[Option<Outcome>; 4], CompileError> {
    let mut outcomes = [const { None }; 4];
    for terms in &charter.verdicts {
        let Some(rests_in) = terms.rests_in else { continue };
        let id = format!("verdict.{}", terms.verdict.word());
        let mut reasons = Vec::new();
        for (reason, comes_back) in &terms.reasons {
            let clause = clauses.index(&format!("{id}.{reason}"))?;
            let symbol = clauses.vocabulary.intern(reason)?;
            reasons.push((symbol, clause, comes_back.map(facts::Seconds::micros)));
        }
        outcomes[terms.verdict as usize] = Some(Outcome {
            rests_in: rests_in as u8,
            returns_to: terms.returns_to as u8,
            clause: clauses.index(&id)?,
            reasons,
        });
    }
    Ok(outcomes)
}

/// The words for the ids of the hand-offs.
pub(super) fn handoffs(
    charter: &Charter,
    clauses: &mut Clauses<'_>,
) -> Result<Vec<Symbol>, CompileError> {
    charter.handoffs.iter().map(|handoff| Ok(clauses.vocabulary.intern(&handoff.id)?)).collect()
}
