//! What was spent, beside what it brought.

use super::super::standpoint::Standpoint;
use super::{AttributionAnswer, AttributionQuestion, CountedBy};
use crate::error::AppError;
use crate::tell::Clockwork;
use charter::CostOn;
use facts::Instant;
use jiff::civil::Date;

/// What was spent in the period that was asked for, in minor units of the currency. Of a cost that
/// lies partly within, its part by days.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Costs {
    /// By value, in the order of [`AttributionAnswer::values`]; `None` where nothing is said.
    by_value: Vec<Option<i64>>,
    /// What was spent on names that no touch has.
    pub elsewhere_minor: i64,
    /// Whether the settings have costs of what touches are counted by.
    is_said: bool,
}

impl Costs {
    /// What was spent on a value; `None` where the settings do not say.
    #[must_use]
    pub fn of(&self, value: usize) -> Option<i64> {
        self.by_value.get(value).copied().flatten()
    }

    /// What was spent in all; `None` where the settings have no costs of this kind.
    #[must_use]
    pub fn whole_minor(&self) -> Option<i64> {
        let known: i64 = self.by_value.iter().flatten().sum();
        self.is_said.then_some(known + self.elsewhere_minor)
    }
}

impl Standpoint<'_> {
    /// What the settings in force say was spent on each value in the period.
    pub(super) fn costs_of(
        &self,
        by: &CountedBy,
        values: &[String],
        question: &AttributionQuestion,
        minor_per_unit: u32,
    ) -> Result<Costs, AppError> {
        let mut costs = Costs { by_value: vec![None; values.len()], ..Costs::default() };
        let Some(settings) = self.engine.settings(self.now)? else { return Ok(costs) };
        let clock = Clockwork::new(&self.program()?.charter.timezone);
        // Of today, which is not over, all is counted; of what is planned for later nothing.
        let tomorrow = clock.day(self.now).tomorrow().ok();
        let day = |at: Instant| clock.day(at);
        let from = question.from.map(day);
        let until = question.until.filter(|until| *until <= self.now);
        let until: Option<Date> = until.map(day).or(tomorrow);
        for cost in &settings.roster.costs {
            let is_of = match (&cost.on, by) {
                (CostOn::Channel(_), CountedBy::Channel)
                | (CostOn::Campaign(_), CountedBy::Campaign) => true,
                (CostOn::Source(_), CountedBy::Trait(name)) => name == SOURCE,
                _ => false,
            };
            if !is_of {
                continue;
            }
            costs.is_said = true;
            let hundredths = i128::from(cost.within(from, until));
            let minor = (hundredths * i128::from(minor_per_unit) / 100) as i64;
            match values.iter().position(|value| value == cost.on.name()) {
                Some(value) => *costs.by_value[value].get_or_insert(0) += minor,
                None => costs.elsewhere_minor += minor,
            }
        }
        Ok(costs)
    }
}

/// The trait that is a lead's source.
const SOURCE: &str = "lead.source";

impl AttributionAnswer {
    /// What one result cost of those that are a value's by the terms, in minor units; `None` where
    /// nothing is said of its cost, or it has no part in a result.
    #[must_use]
    pub fn cost_per_result_minor(&self, value: usize) -> Option<f64> {
        let results = self.credits.results(value);
        self.costs.of(value).filter(|_| results > 0.0).map(|cost| cost as f64 / results)
    }

    /// What a value brought of what was spent on it: by the terms, and the least and the most by any
    /// model and in any window. `None` without cost, or where results have no money.
    #[must_use]
    pub fn returns_of(&self, value: usize) -> Option<(f64, f64, f64)> {
        let cost = self.costs.of(value).filter(|cost| *cost > 0 && self.by_amount)?;
        let of = |brought: i64| brought as f64 / cost as f64;
        let all = self.views.iter().map(|view| of(view.credits.amount_minor[value]));
        let (least, most) =
            all.fold((f64::MAX, f64::MIN), |(least, most), it| (least.min(it), most.max(it)));
        Some((of(self.credits.amount_minor[value]), least, most))
    }

    /// What results that were shared brought of all that was spent, both in the period; `None`
    /// without cost, or where results have no money.
    #[must_use]
    pub fn return_on_cost(&self) -> Option<f64> {
        let cost = self.costs.whole_minor().filter(|cost| *cost > 0 && self.by_amount)?;
        Some(self.worth_minor.1 as f64 / cost as f64)
    }
}
