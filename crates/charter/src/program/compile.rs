//! From a charter to a program.

mod asked;
mod clauses;
mod effects;
mod tables;
mod terms;

use super::literals::Literals;
use super::{Bits, Decay, Levels, Program, Scope, Sum};
use crate::Charter;
use crate::model::{FitClause, Pipeline};
use crate::rule::Rule;
use asked::Asked;
use clauses::Clauses;
use facts::{Vocabulary, VocabularyFull};
use jiff::civil::Date;
use std::collections::BTreeMap;
use worktime::{Calendar, CalendarError};

/// A charter that is sound but too large to run, or that cannot be run on this ledger.
#[derive(Debug, thiserror::Error)]
pub enum CompileError {
    /// One rule multiplies out to too many cases.
    #[error(
        "the rule of `{clause}` multiplies out to more than {} cases: split it into stages or \
         several clauses",
        Sum::TERMS_MAX
    )]
    RuleTooLarge {
        /// The clause.
        clause: String,
    },
    /// All rules together ask too many different questions.
    #[error(
        "the charter asks more than {} different questions, the last of them in `{clause}`",
        Bits::COUNT
    )]
    TooManyQuestions {
        /// The clause that asks one too many.
        clause: String,
    },
    /// The rules ask more questions that time alone answers than can be kept.
    #[error(
        "the rules ask {count} different questions about {what}; at most {TIMED_MAX} can be kept: ask \
         for the same times in several rules"
    )]
    TooManyTimes {
        /// What they ask about.
        what: &'static str,
        /// How many there are.
        count: usize,
    },
    /// There are more promises than can run.
    #[error("the charter has {0} promises; at most 64 can run")]
    TooManyPromises(usize),
    /// There are more stages than can be told apart.
    #[error("the charter has {0} stages; at most 200 can be told apart")]
    TooManyStages(usize),
    /// The ledger's vocabulary is full.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyFull),
    /// The business calendar cannot be made.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

/// The most questions of a kind that time alone answers: the fold keeps one bit for each.
const TIMED_MAX: usize = u64::BITS as usize;

impl Program {
    /// Compiles a charter for a ledger. Words and codes that the ledger does not know yet are
    /// added to its vocabulary. `holidays` are dates in the zone of each calendar.
    ///
    /// # Errors
    /// When the charter is too large, the vocabulary full, or the calendar impossible.
    pub fn compile(
        charter: &Charter,
        holidays: &[Date],
        vocabulary: &mut Vocabulary,
    ) -> Result<Self, CompileError> {
        if charter.promises.len() > 64 {
            return Err(CompileError::TooManyPromises(charter.promises.len()));
        }
        if charter.stages.len() > 200 {
            return Err(CompileError::TooManyStages(charter.stages.len()));
        }
        let mut clauses = Clauses::new(vocabulary);
        let mut rules = Rules { literals: Literals::default() };
        let calendar = calendar(charter, 0, holidays)?;
        let mut named: Vec<usize> = charter.promises.iter().map(|it| it.calendar).collect();
        named.sort_unstable();
        named.dedup();
        named.retain(|&index| index > 0);
        let named_calendars = named
            .iter()
            .map(|&index| self::calendar(charter, index, holidays))
            .collect::<Result<_, _>>()?;
        let fit_terms = FitTerms::read(charter, &mut rules)?;
        let mut stages = terms::stages(charter, &mut rules, &mut clauses)?;
        let mut motions = terms::motions(charter, &mut rules, &mut clauses)?;
        let pipelines = terms::pipelines(charter, &mut clauses)?;
        let moves = charter
            .moves_to
            .keys()
            .map(|gone| Ok((gone.clone(), clauses.index(&format!("moves.{gone}"))?)));
        let moves = moves.collect::<Result<Vec<_>, VocabularyFull>>()?;
        let promises = terms::promises(charter, &named, &mut rules, &mut clauses)?;
        terms::add_interest(&mut stages, &promises);
        let outcomes = terms::outcomes(charter, &mut clauses)?;
        let handoffs = terms::handoffs(charter, &mut clauses)?;
        let pass_clause = clauses.index("pass")?;
        let clauses = clauses.into_symbols();

        let asked = Asked::read(&rules.literals, charter, vocabulary, &fit_terms)?;
        let timed = [
            ("what happened how often or how long ago", asked.windows.len()),
            ("the time in a stage", asked.ages.len()),
        ];
        if let Some(&(what, count)) = timed.iter().find(|(_, count)| *count > TIMED_MAX) {
            return Err(CompileError::TooManyTimes { what, count });
        }
        asked.motions(charter, &mut motions);
        for (index, stage) in stages.iter_mut().enumerate() {
            stage.literals = asked.stage_literals(index);
        }
        let fit = Levels::new(
            &asked.fit,
            (i64::MIN, i64::MAX),
            |points| (points * 1000.0).ceil() as i64,
            |points| (points * 1000.0).floor() as i64 + 1,
        );
        let engagement = Levels::new(
            &asked.engagement,
            (f64::NEG_INFINITY, f64::INFINITY),
            |points| points,
            f64::next_up,
        );
        terms::find_who_asks(&mut stages, &motions, engagement.all());
        let (caps, cap_rings) = asked.caps(charter);
        let (effects, window_feeds) = effects::all(charter, vocabulary, &asked)?;
        let mut program = Self {
            charter: charter.clone(),
            calendar,
            named_calendars,
            decay: Decay::new(charter.engagement.half_life),
            start: Bits::NONE,
            fit_start_milli: 0,
            trait_fit_start_milli: asked.trait_fit_start_milli(),
            pass: asked.pass_scope(&engagement),
            account: asked.account_scope(),
            stage_scope: asked.stage_scope(),
            effects,
            account_traits: asked.account_traits(),
            traits: asked.traits.iter().map(|(_, table)| table.clone()).collect(),
            engagement_falls: asked.engagement_falls(),
            windows: asked.windows.iter().map(|(_, window)| window.clone()).collect(),
            window_feeds,
            caps,
            ring_len: cap_rings.end,
            cap_rings,
            ages: asked.ages.clone(),
            passes: asked.passes.clone(),
            verdicts: asked.verdicts(outcomes),
            fit,
            fit_clauses: fit_terms.sums,
            engagement,
            motions,
            first_pipeline: charter.pipelines.iter().position(is_first).map(|index| index as u8),
            pipelines,
            moves,
            stages,
            promises,
            handoffs,
            clauses,
            pass_clause,
        };
        program.start = asked.start() | program.pass.start;
        let alone: i64 = program.trait_fit_start_milli.iter().sum();
        program.fit_start_milli = alone + program.fit_of(&program.start);
        program.start |= program.fit.level(program.fit_start_milli).answers;
        Ok(program)
    }

    /// The fit, in thousandths of a point, that clauses about several traits or about time give a
    /// lead of whom these literals are true.
    #[must_use]
    pub fn fit_of(&self, bits: &Bits) -> i64 {
        self.fit_clauses
            .iter()
            .map(|(when, points)| if when.holds(bits) { *points } else { 0 })
            .sum()
    }
}

/// Whether `[pass]` opens the passes of a pipeline.
fn is_first(pipeline: &Pipeline) -> bool {
    pipeline.after.is_none()
}

/// A calendar with its hours, its zone and, unless it is open then, the holidays.
fn calendar(charter: &Charter, index: usize, holidays: &[Date]) -> Result<Calendar, CalendarError> {
    let terms = &charter.calendars[index];
    let zone = terms.timezone.as_ref().unwrap_or(&charter.timezone);
    Calendar::new(zone, &terms.hours, if terms.keeps_holidays { holidays } else { &[] })
}

/// The fit clauses, sorted by how they are answered.
struct FitTerms<'a> {
    /// Those that speak of one trait alone, which that trait's table answers.
    alone: BTreeMap<String, Vec<&'a FitClause>>,
    /// All others, with their points in thousandths.
    sums: Vec<(Sum, i64)>,
}

impl<'a> FitTerms<'a> {
    fn read(charter: &'a Charter, rules: &mut Rules) -> Result<Self, CompileError> {
        let mut terms = Self { alone: BTreeMap::new(), sums: Vec::new() };
        for clause in &charter.fit {
            match tables::only_trait(&clause.when) {
                Some(name) => terms.alone.entry(name.to_owned()).or_default().push(clause),
                None => {
                    let sum = rules.sum(&clause.when, &clause.id)?;
                    terms.sums.push((sum, milli(clause.points)));
                }
            }
        }
        Ok(terms)
    }
}

/// Points in thousandths.
fn milli(points: f64) -> i64 {
    (points * 1000.0).round() as i64
}

/// Turns rules into sums, naming the clause when one is too large.
struct Rules {
    literals: Literals,
}

impl Rules {
    fn sum(&mut self, rule: &Rule, clause: &str) -> Result<Sum, CompileError> {
        use super::dnf::TooLarge;
        Sum::of(rule, &mut self.literals).map_err(|error| match error {
            TooLarge::Terms => CompileError::RuleTooLarge { clause: clause.to_owned() },
            TooLarge::Literals => CompileError::TooManyQuestions { clause: clause.to_owned() },
        })
    }
}

impl Scope {
    fn of(all: Bits, start: Bits) -> Self {
        Self { all, start }
    }
}
