//! From a goal of revenue back to the leads that it takes.

use super::incidence::GoingOn;
use super::lead::PlanLead;
use crate::incidence::CourseEnd;
use crate::interval::{Interval, Z};
use crate::leads::Leads;
use facts::Instant;

/// What a goal takes, stage by stage. All of it is estimated: as leads went before.
#[derive(Clone, PartialEq, Debug)]
pub struct RevenuePlan {
    /// The goal, in whole units of the charter's currency.
    pub goal: f64,
    /// What a win brought on average.
    pub amount_mean: f64,
    /// Where that average lies with a confidence of 95 %.
    pub amount_interval: Interval,
    /// How many wins had an amount.
    pub amounts: usize,
    /// The stages of the path up to the won one, in order.
    pub steps: Vec<PlanStep>,
}

/// What a goal takes of one stage.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanStep {
    /// The stage, by index.
    pub stage: usize,
    /// The leads that reached it: the rate is theirs.
    pub reached: Leads,
    /// Of them, those who reached the next.
    pub came: Leads,
    /// Those who left the path without.
    pub left: Leads,
    /// Those who may come yet.
    pub waiting: Leads,
    /// The share that reaches the next stage sooner or later; `None` of the last.
    pub next: Option<GoingOn>,
    /// How many leads must reach this stage.
    pub needed: f64,
    /// Where that number lies with a confidence of 95 %.
    pub needed_interval: Interval,
    /// So many days before a win a lead is here: the medians from stage to stage, added up.
    pub days_before: f64,
}

/// Why there is no plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TooLittleHistory {
    /// Too few wins with an amount.
    #[error(
        "{won} deals were won with an amount: a plan needs at least {least}; plan for more leads together, or record amounts"
    )]
    Amounts {
        /// How many.
        won: usize,
        /// How many are needed.
        least: usize,
    },
    /// Too few leads went from a stage to the next.
    #[error(
        "{came} leads went on from the stage of number {stage}: a plan needs at least {least}; plan for more leads together, or ask again later"
    )]
    Stage {
        /// Which stage of the path, from 1.
        stage: usize,
        /// How many went on.
        came: usize,
        /// How many are needed.
        least: usize,
    },
}

impl RevenuePlan {
    /// So many must have gone from each stage to the next, and have been won with an amount.
    pub const LEAST: usize = 10;
}

/// Works back from a goal to what each stage up to `won` takes, from what leads did until an
/// instant and what wins were worth.
///
/// A stage needs what the next needs, by the share that comes there sooner or later. Errors add up
/// as squares, in the logarithm (delta method): shares from stage to stage, and the mean amount, are
/// taken to err independently.
///
/// # Errors
/// Where history is too short.
pub fn plan(
    goal: f64,
    leads: &[PlanLead],
    amounts: &[f64],
    won: usize,
    until: Instant,
) -> Result<RevenuePlan, TooLittleHistory> {
    let least = RevenuePlan::LEAST;
    let count = amounts.len() as f64;
    let amount_mean = amounts.iter().sum::<f64>() / count.max(1.0);
    if amounts.len() < least || amount_mean <= 0.0 {
        return Err(TooLittleHistory::Amounts { won: amounts.len(), least });
    }
    let squares: f64 = amounts.iter().map(|it| (it - amount_mean) * (it - amount_mean)).sum();
    let error = (squares / (count - 1.0) / count).sqrt();
    let mut needed = goal / amount_mean;
    let mut spread = (error / amount_mean) * (error / amount_mean);
    let mut days_before = 0.0;
    let within = |needed: f64, spread: f64| {
        let factor = libm::exp(Z * spread.sqrt());
        Interval { low: needed / factor, high: needed * factor }
    };
    let mut steps = Vec::new();
    for stage in (0..=won).rev() {
        let mut step = seen(leads, stage, (stage < won).then_some(stage + 1), until);
        if stage < won {
            let came = step.came.count();
            let next = step.next.filter(|_| came >= least);
            let few = TooLittleHistory::Stage { stage: stage + 1, came, least };
            let next = next.ok_or(few)?;
            needed /= next.share;
            spread += (next.error / next.share) * (next.error / next.share);
            days_before += next.days_median;
        }
        step.needed = needed;
        step.needed_interval = within(needed, spread);
        step.days_before = days_before;
        steps.push(step);
    }
    steps.reverse();
    let half = Z * error;
    Ok(RevenuePlan {
        goal,
        amount_mean,
        amount_interval: Interval { low: amount_mean - half, high: amount_mean + half },
        amounts: amounts.len(),
        steps,
    })
}

/// What was seen of those who reached a stage.
fn seen(leads: &[PlanLead], stage: usize, next: Option<usize>, until: Instant) -> PlanStep {
    let (mut reached, mut came, mut left, mut waiting) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut watched = Vec::new();
    for lead in leads {
        let Some(start) = lead.reached(stage) else { continue };
        reached.push(lead.lead);
        let Some(next) = next else { continue };
        let days = |end: Instant| end.micros_since(start).max(0) as f64 / Instant::PER_DAY as f64;
        let (list, days, end) = match (lead.reached(next), lead.gone()) {
            (Some(at), _) => (&mut came, days(at), CourseEnd::Reached),
            (None, Some(at)) => (&mut left, days(at), CourseEnd::Ended),
            (None, None) => (&mut waiting, days(until), CourseEnd::Waiting),
        };
        list.push(lead.lead);
        watched.push((days, end));
    }
    let leads = |of: Vec<facts::SubjectId>| of.into_iter().collect::<Leads>();
    PlanStep {
        stage,
        reached: leads(reached),
        came: leads(came),
        left: leads(left),
        waiting: leads(waiting),
        next: GoingOn::of(watched),
        needed: 0.0,
        needed_interval: Interval { low: 0.0, high: 0.0 },
        days_before: 0.0,
    }
}
