//! From a goal back to the leads that it takes, and forward to what leads bring.

use super::AsOf;
use super::histories::Journeys;
use super::mirror::stages;
use crate::Engine;
use crate::error::AppError;
use charter::{Charter, Kpi};
use facts::{Instant, Precision};
use insight::{
    Deal, DealOutcome, Forecast, Journey, Leads, Load, Path, PlanLead, RevenuePlan,
    TooLittleHistory, forecast, load, plan,
};
use std::collections::BTreeMap;

/// What is asked of a plan.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PlanQuestion {
    /// The revenue that is aimed at, in whole units of the charter's currency; the charter's next
    /// goal of won amounts when not said.
    pub goal: Option<f64>,
    /// In how many days; those of the goal's period, or a quarter, when not said.
    pub days: Option<u32>,
    /// By this trait, or by persona, unit, motion or pipeline, too: each with the part of the goal
    /// that it brought of what was won.
    pub by: Option<String>,
}

/// What a goal takes.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// The stages that it speaks of.
    pub path: Path,
    /// The charter's currency.
    pub currency: String,
    /// The goal; `None` where none was said, and the charter has none that is not over.
    pub goal: Option<f64>,
    /// The charter's goal that was taken.
    pub goal_id: Option<String>,
    /// In how many days.
    pub days: u32,
    /// A lead is handed over when it reaches this stage.
    pub sent_at: usize,
    /// It is won when it reaches this one.
    pub won_at: usize,
    /// Leads that began without a date: they are in no figure.
    pub undated: Leads,
    /// What the goal takes; `None` without a goal.
    pub whole: Option<Result<RevenuePlan, TooLittleHistory>>,
    /// Whether the people of settings can carry it; `None` without a plan.
    pub load: Option<Load>,
    /// By value, `None` for those of whom it is not known: the most won first.
    pub slices: Vec<PlanSlice>,
}

/// What a part of the goal takes of a part of the leads.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanSlice {
    /// The value; `None` where it is not known.
    pub value: Option<String>,
    /// Its part of all that were won, from 0 to 1.
    pub part: f64,
    /// What that part of the goal takes. Amounts are those of all wins.
    pub plan: Result<RevenuePlan, TooLittleHistory>,
}

/// What leads bring in the next days.
#[derive(Clone, PartialEq, Debug)]
pub struct ForecastAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// The charter's currency.
    pub currency: String,
    /// How many days ahead.
    pub days: u32,
    /// What is likely; `None` where history is shorter than twice as long.
    pub forecast: Option<Forecast>,
    /// What would have been said so many days ago, against what happened.
    pub backtest: Backtested,
}

/// A forecast of the past, against what happened.
#[derive(Clone, PartialEq, Debug)]
pub struct Backtested {
    /// When it would have been made.
    pub at: Instant,
    /// Whether it was made from what was known then; else from what is known now of that time, as
    /// little or nothing was recorded by then.
    pub is_as_known: bool,
    /// What it would have said; `None` where history was too short then.
    pub forecast: Option<Forecast>,
    /// The leads won since, as it is known now.
    pub wins: Leads,
    /// What was won since, in whole units of the charter's currency.
    pub amount: f64,
}

/// A quarter, where nothing else is said.
const QUARTER_DAYS: u32 = 91;
/// The same ledger is told the same.
const SEED: u64 = 0x7461_6e64_656d;

impl ForecastAnswer {
    /// The longest time ahead, in days.
    pub const DAYS_MAX: u32 = 366;

    /// The leads behind a figure: `known`, `unlike`, `won_since`; `None` where there is no such
    /// figure.
    #[must_use]
    pub fn behind(&self, figure: &str) -> Option<&Leads> {
        match figure {
            "known" => Some(&self.forecast.as_ref()?.known),
            "unlike" => Some(&self.forecast.as_ref()?.unlike),
            "won_since" => Some(&self.backtest.wins),
            _ => None,
        }
    }
}

impl PlanAnswer {
    /// The leads behind a figure: `undated`, `load`, or a stage's id with `reached`, `came`, `left`
    /// or `waiting` after a colon; `None` where there is no such figure.
    #[must_use]
    pub fn behind(&self, figure: &str) -> Option<&Leads> {
        match figure.split_once(':') {
            None if figure == "undated" => Some(&self.undated),
            None if figure == "load" => Some(&self.load.as_ref()?.now),
            None => None,
            Some((stage, part)) => {
                let stage = self.path.by_id(stage)?;
                let plan = self.whole.as_ref()?.as_ref().ok()?;
                let step = plan.steps.iter().find(|step| step.stage == stage)?;
                match part {
                    "reached" => Some(&step.reached),
                    "came" => Some(&step.came),
                    "left" => Some(&step.left),
                    "waiting" => Some(&step.waiting),
                    _ => None,
                }
            }
        }
    }
}

impl Engine {
    /// What a goal of revenue takes of each stage, as leads went before, and whether the people can
    /// carry it.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when what it is asked by is not known.
    pub fn plan(&self, question: &PlanQuestion, now: Instant) -> Result<PlanAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let charter = &self.reign()?.at(now).1.charter;
        let Journeys { path, journeys, parts, labels } =
            self.journeys(question.by.as_deref(), now)?;
        let [sent_at, _, won_at] = stages(charter, &path);
        let next = next_goal(charter, now).filter(|_| question.goal.is_none());
        let goal = question.goal.or(next.as_ref().map(|(_, target, _)| *target));
        let days = question.days.or(next.as_ref().map(|(.., days)| *days)).unwrap_or(QUARTER_DAYS);
        let deals = self.every_deal(self.standpoint(now)?.sight()?)?;
        let amounts = amounts(&deals, now);
        let read = |of: &[Journey]| read(of, &path, won_at, now);
        let leads = read(&journeys);
        let whole = goal.map(|goal| plan(goal, &leads, &amounts, won_at, now));
        let per_day = whole.as_ref().and_then(|it| it.as_ref().ok()).map(|plan| {
            let handed = plan.steps.iter().find(|step| step.stage == sent_at);
            handed.map_or(0.0, |step| step.needed) / f64::from(days.max(1))
        });
        let capacity = self.capacity_now(now)?;
        let load =
            per_day.and_then(|per_day| load(&leads, (sent_at, won_at), per_day, capacity, now));
        let mut slices = Vec::new();
        if let (Some(goal), true) = (goal, question.by.is_some()) {
            let won = |of: &[PlanLead]| of.iter().filter(|lead| lead.won().is_some()).count();
            let mut groups: BTreeMap<_, Vec<Journey>> = BTreeMap::new();
            for journey in parts.unwrap_or(journeys.clone()) {
                groups.entry(journey.slice).or_default().push(journey);
            }
            let groups: Vec<_> = groups.iter().map(|(slice, of)| (*slice, read(of))).collect();
            let all = groups.iter().map(|(_, of)| won(of)).sum::<usize>().max(1);
            for (slice, leads) in groups {
                let part = won(&leads) as f64 / all as f64;
                let plan = plan(goal * part, &leads, &amounts, won_at, now);
                let value = labels.text(slice).map(str::to_owned);
                slices.push(PlanSlice { value, part, plan });
            }
            slices.sort_by(|one, other| {
                other.part.total_cmp(&one.part).then_with(|| one.value.cmp(&other.value))
            });
        }
        let undated = journeys
            .iter()
            .filter(|it| it.began().is_some_and(|began| began.precision == Precision::Unknown));
        Ok(PlanAnswer {
            as_of,
            currency: charter.currency.clone(),
            goal,
            goal_id: next.map(|(id, ..)| id),
            days,
            sent_at,
            won_at,
            undated: undated.map(|journey| journey.lead).collect(),
            whole,
            load,
            slices,
            path,
        })
    }

    /// What leads bring in the next days, and what would have been said as many days ago, against
    /// what happened since.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn forecast(&mut self, days: u32, now: Instant) -> Result<ForecastAnswer, AppError> {
        let days = days.clamp(1, ForecastAnswer::DAYS_MAX);
        let as_of = self.as_of(now)?;
        let charter = &self.reign()?.at(now).1.charter;
        let currency = charter.currency.clone();
        let Journeys { path, journeys, .. } = self.journeys(None, now)?;
        let [.., won_at] = stages(charter, &path);
        let deals = self.every_deal(self.standpoint(now)?.sight()?)?;
        let leads = read(&journeys, &path, won_at, now);
        let ahead = forecast(&leads, &amounts(&deals, now), (now, days), SEED);

        let at = Instant(now.0.saturating_sub(i64::from(days) * Instant::PER_DAY));
        let known = self.leads_known(at)?;
        let is_as_known = known.is_some();
        let then = known.unwrap_or_else(|| read(&journeys, &path, won_at, at));
        let since = |moment: Instant| at < moment && moment <= now;
        let wins = leads.iter().filter(|lead| lead.won().is_some_and(since));
        let won_since = deals.iter().filter(|deal| {
            deal.outcome == DealOutcome::Won && deal.closed.is_some_and(|it| since(it.at))
        });
        let backtest = Backtested {
            at,
            is_as_known,
            forecast: forecast(&then, &amounts(&deals, at), (at, days), SEED),
            wins: wins.map(|lead| lead.lead).collect(),
            amount: won_since.filter_map(|deal| deal.amount).sum(),
        };
        Ok(ForecastAnswer { as_of, currency, days, forecast: ahead, backtest })
    }

    /// The leads as they were known at an instant; `None` where there was no charter yet, or
    /// nothing had been recorded.
    fn leads_known(&mut self, at: Instant) -> Result<Option<Vec<PlanLead>>, AppError> {
        let position = self.store().view().position_at(at)?;
        let reign = match self.reign_as_known(position, at) {
            Ok(reign) => reign,
            Err(AppError::NoCharter) => return Ok(None),
            Err(error) => return Err(error),
        };
        let Journeys { path, journeys, .. } = self.journeys_as_known(&reign, None, at)?;
        let [.., won_at] = stages(&reign.at(at).1.charter, &path);
        let leads = read(&journeys, &path, won_at, at);
        Ok((!leads.is_empty()).then_some(leads))
    }

    /// How many open leads the people of settings can have at once; `None` where there is nobody, or
    /// somebody's number is not bounded.
    fn capacity_now(&self, now: Instant) -> Result<Option<u32>, AppError> {
        let Some(settings) = self.settings(now)? else { return Ok(None) };
        let roster = settings.roster;
        let people: std::collections::BTreeSet<_> =
            roster.teams.values().flatten().map(|member| &member.person).collect();
        let capacities = people.iter().map(|person| roster.capacity(person));
        Ok(capacities.sum::<Option<u32>>().filter(|_| !people.is_empty()))
    }
}

/// The ways of leads until an instant.
fn read(journeys: &[Journey], path: &Path, won_at: usize, until: Instant) -> Vec<PlanLead> {
    journeys.iter().filter_map(|journey| PlanLead::of(journey, path, won_at, until)).collect()
}

/// The amounts of deals won until an instant.
fn amounts(deals: &[Deal], until: Instant) -> Vec<f64> {
    let won = deals.iter().filter(|deal| deal.outcome == DealOutcome::Won);
    let by_then = won.filter(|deal| deal.closed.is_some_and(|closed| closed.at <= until));
    by_then.filter_map(|deal| deal.amount).collect()
}

/// The goal of won amounts that ends next, with its target and its length in days.
fn next_goal(charter: &Charter, now: Instant) -> Option<(String, f64, u32)> {
    let clock = crate::tell::Clockwork::new(&charter.timezone);
    let today = clock.day(now);
    let goals = charter.goals.iter().filter(|goal| goal.kpi == Kpi::WonAmount);
    let open = goals.filter_map(|goal| {
        let (start, end) = (goal.period.start()?, goal.period.end()?);
        let days = start.until(end).ok()?.get_days();
        (today < end).then(|| (end, goal, u32::try_from(days).ok()))
    });
    let (_, goal, days) = open.min_by_key(|(end, ..)| *end)?;
    Some((goal.id.clone(), goal.target, days?))
}
