//! How far the goals of the charter in force are.

use super::AsOf;
use crate::Engine;
use crate::error::AppError;
use charter::Goal;
use facts::{Instant, Precision};
use insight::{GoalFacts, GoalFigure, PassEntry, clocks_of, goal_figure};
use lifecycle::What;
use worktime::Day;

/// How far the goals of the charter in force are.
#[derive(Clone, PartialEq, Debug)]
pub struct GoalsAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// The charter's currency.
    pub currency: String,
    /// Each goal, in the charter's order.
    pub goals: Vec<GoalStanding>,
}

/// How far one goal is.
#[derive(Clone, PartialEq, Debug)]
pub struct GoalStanding {
    /// The goal.
    pub goal: Goal,
    /// From when until before when it is counted, in the charter's zone.
    pub period: (Instant, Instant),
    /// How much of the period is over, from 0 to 1.
    pub elapsed: f64,
    /// What there is of it.
    pub figure: GoalFigure,
    /// Whether some of the period was before the first charter, and what was decided then is
    /// assumed.
    pub is_assumed: bool,
}

impl GoalStanding {
    /// What there is, of the target; `None` where there is nothing to say it of.
    #[must_use]
    pub fn attained(&self) -> Option<f64> {
        self.figure.value.map(|value| value / self.goal.target)
    }
}

impl Engine {
    /// How far each goal of the charter in force is, of its target and of its time.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn goals(&self, now: Instant) -> Result<GoalsAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let program = self.reign()?.at(now).1;
        let charter = &program.charter;
        let currency = charter.currency.clone();
        if charter.goals.is_empty() {
            return Ok(GoalsAnswer { as_of, currency, goals: Vec::new() });
        }
        let facts = self.goal_facts(now)?;
        let start = |date: Option<jiff::civil::Date>| {
            date.map_or(Instant::NEVER, |date| program.calendar.day_start(Day::of(date)))
        };
        let standing = |goal: &Goal| {
            let period = (start(goal.period.start()), start(goal.period.end()));
            let (from, until) = period;
            let whole = (until.0.saturating_sub(from.0)).max(1) as f64;
            GoalStanding {
                elapsed: (now.0.saturating_sub(from.0) as f64 / whole).clamp(0.0, 1.0),
                figure: goal_figure(&goal.kpi, charter, period, &facts),
                is_assumed: from < as_of.adopted_at,
                period,
                goal: goal.clone(),
            }
        };
        let goals = charter.goals.iter().map(standing).collect();
        Ok(GoalsAnswer { as_of, currency, goals })
    }

    fn goal_facts(&self, now: Instant) -> Result<GoalFacts, AppError> {
        let reign = self.reign()?;
        let program = reign.at(now).1;
        let mut facts = GoalFacts {
            stages: program.stages.iter().map(|stage| stage.word).collect(),
            promises: program
                .charter
                .promises
                .iter()
                .zip(&program.promises)
                .map(|(promise, compiled)| (promise.id.clone(), compiled.word))
                .collect(),
            deals: self.every_deal(self.standpoint(now)?.sight()?)?,
            ..GoalFacts::default()
        };
        self.store().view().each_standing(|lead, decisions| {
            let entered = decisions.iter().filter(|decision| {
                decision.key.what == What::StageEntered
                    && decision.precision != Precision::Unknown
                    && decision.at <= now
            });
            facts.entries.extend(entered.map(|decision| PassEntry {
                lead,
                pass: decision.pass,
                stage: decision.target,
                at: decision.at,
            }));
            let clocks = clocks_of(reign, lead, &decisions).into_iter();
            facts.clocks.extend(clocks.map(|clock| clock.as_of(now)));
        })?;
        Ok(facts)
    }
}
