//! Every metric of the registry over a period.

mod cut;
mod measuring;
mod question;

pub use question::MetricsQuestion;

use super::AsOf;
use super::histories::Labels;
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use cut::Cut;
use facts::{Instant, Symbol};
use insight::{Measured, MetricValue};
use std::collections::BTreeMap;

/// Every metric over a period.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricsAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// From when until before when.
    pub period: (Instant, Instant),
    /// The charter's currency.
    pub currency: String,
    /// Each metric, in the order of the registry.
    pub values: Vec<MetricValue>,
    /// Whether some of the period was before the first charter, and what was decided then is
    /// assumed.
    pub is_assumed: bool,
    /// Each metric of each slice that was asked for, the slices that most is counted in first. What
    /// the slices of a metric count is together what it counts.
    pub slices: Vec<MetricsSlice>,
    /// The same over the period that this one is held against.
    pub compared: Option<Box<MetricsAnswer>>,
}

/// Every metric over what has one value.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricsSlice {
    /// The value; `None` where it is not known.
    pub value: Option<String>,
    /// Each metric, in the order of the registry.
    pub values: Vec<MetricValue>,
}

impl Engine {
    /// What every metric of the registry comes to in a period: from its first instant until before
    /// its last.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn metrics(
        &self,
        period: (Instant, Instant),
        now: Instant,
    ) -> Result<MetricsAnswer, AppError> {
        self.standpoint(now)?.metrics(&MetricsQuestion::of(period))
    }

    /// What every metric comes to: whole, in slices, beside another period, as known now or then.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, when the question names a trait that is not
    /// known, and when it has more than [`MetricsQuestion::SLICES_MOST`] values.
    pub fn metrics_asked(
        &mut self,
        question: &MetricsQuestion,
        now: Instant,
    ) -> Result<MetricsAnswer, AppError> {
        self.standpoint_of(question.as_known, now)?.metrics(question)
    }
}

impl Standpoint<'_> {
    /// What every metric comes to, as it is known from here.
    pub(super) fn metrics(&self, question: &MetricsQuestion) -> Result<MetricsAnswer, AppError> {
        let mut answer = self.metrics_over(question, question.period)?;
        if let Some(period) = question.compared {
            answer.compared = Some(Box::new(self.metrics_over(question, period)?));
        }
        Ok(answer)
    }

    fn metrics_over(
        &self,
        question: &MetricsQuestion,
        period: (Instant, Instant),
    ) -> Result<MetricsAnswer, AppError> {
        let measured = self.measured_of(question, period)?;
        let mut slices = Vec::new();
        if let Some(by) = &question.by {
            let mut measured = measured.clone();
            let labels = Cut::named(self, by)?.apply(self, &mut measured)?;
            slices = sliced(by, &measured, &labels)?;
        }
        Ok(MetricsAnswer {
            is_assumed: period.0 < self.as_of.adopted_at,
            as_of: self.as_of,
            period,
            currency: self.program()?.charter.currency.clone(),
            values: measured.iter().map(Measured::value).collect(),
            slices,
            compared: None,
        })
    }

    /// What every metric counts in a period, of what the question is about.
    pub(super) fn measured_of(
        &self,
        question: &MetricsQuestion,
        period: (Instant, Instant),
    ) -> Result<Vec<Measured>, AppError> {
        let mut measured = self.measured(period)?;
        if let Some(only) = &question.only {
            self.retain_only(&mut measured, only)?;
        }
        Ok(measured)
    }

    /// Leaves out all of which something has not a value.
    pub(super) fn retain_only(
        &self,
        measured: &mut [Measured],
        (by, value): &(String, String),
    ) -> Result<(), AppError> {
        let labels = Cut::named(self, by)?.apply(self, measured)?;
        let is_of = |slice: Symbol| labels.text(slice).unwrap_or_default() == value;
        for metric in measured {
            metric.counted.retain(|counted| is_of(counted.slice));
        }
        Ok(())
    }
}

/// Every slice that something is counted in.
fn sliced(by: &str, measured: &[Measured], labels: &Labels) -> Result<Vec<MetricsSlice>, AppError> {
    let mut sizes: BTreeMap<Symbol, usize> = BTreeMap::new();
    for metric in measured {
        for (slice, size) in metric.slices() {
            *sizes.entry(slice).or_insert(0) += size;
        }
    }
    if sizes.len() > MetricsQuestion::SLICES_MOST {
        let most = MetricsQuestion::SLICES_MOST;
        return Err(AppError::TooManySlices { by: by.to_owned(), count: sizes.len(), most });
    }
    let mut order: Vec<_> = sizes.into_iter().collect();
    order.sort_by_key(|(slice, size)| (std::cmp::Reverse(*size), labels.text(*slice)));
    let slice = |(slice, _): (Symbol, usize)| MetricsSlice {
        value: labels.text(slice).map(ToOwned::to_owned),
        values: measured.iter().map(|metric| metric.value_in(slice)).collect(),
    };
    Ok(order.into_iter().map(slice).collect())
}
