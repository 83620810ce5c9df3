//! Sealed periods: what was reported stays, and what became known since stands beside it.

use super::MetricsQuestion;
use super::since::{DifferenceCause, Knowing};
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use facts::{Instant, SubjectId};
use insight::{Counted, Measure, Measured, Metric, MetricValue, Reconciled, ReconciledLine};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use store::{AuditEntry, Seal};

/// A sealed period: its edition, and what it comes to by what is known now.
#[derive(Clone, PartialEq, Debug)]
pub struct Restated {
    /// The period as it was sealed.
    pub seal: Seal,
    /// The currency of its edition.
    pub currency: String,
    /// Each metric that has a period, in the order of the registry when it was sealed.
    pub metrics: Vec<RestatedMetric>,
}

/// A metric of a sealed period.
#[derive(Clone, PartialEq, Debug)]
pub struct RestatedMetric {
    /// Which metric.
    pub metric: &'static Metric,
    /// What was reported: its value, how many were behind it and of how many it was a share.
    pub reported: ReportedFigure,
    /// What it comes to by what is known now.
    pub now: MetricValue,
    /// Why it differs: what is counted now and was not, and what was and is not.
    pub restatements: Reconciled<SealedItem, DifferenceCause>,
    /// By how much more things were reported than the same knowledge comes to today: not 0 only
    /// where the program counts otherwise than the one that sealed it, or somebody was erased.
    pub unexplained: i64,
}

/// A figure as it was reported.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ReportedFigure {
    /// Its value; `None` where there was nothing to say it of.
    pub value: Option<f64>,
    /// How many were behind it.
    pub behind: usize,
    /// Of how many it was a share.
    pub of_count: Option<usize>,
    /// How many things it counted in all.
    counted: usize,
}

/// One thing that a metric of a sealed period counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SealedItem {
    /// The lead or opportunity.
    pub subject: SubjectId,
    /// By which instant it counts.
    pub at: Instant,
    /// Whether it is of the part that a share is of.
    pub is_part: bool,
    /// What it is worth, as bits.
    worth: Option<u64>,
    /// Counts those that are alike in all of this, from 0.
    nth: u32,
}

impl SealedItem {
    /// What it is worth, or how long it took.
    #[must_use]
    pub fn worth(&self) -> Option<f64> {
        self.worth.map(f64::from_bits)
    }
}

impl RestatedMetric {
    /// By how much the value is more now than was reported.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        Some(self.now.value? - self.reported.value?)
    }

    /// By how much a sum of worths is more for one cause; `None` of what is no sum.
    #[must_use]
    pub fn worth_of(&self, line: &ReconciledLine<SealedItem, DifferenceCause>) -> Option<f64> {
        let sum = |items: &BTreeSet<SealedItem>| items.iter().filter_map(SealedItem::worth).sum();
        let (added, removed): (f64, f64) = (sum(&line.added), sum(&line.removed));
        (self.metric.measure() == Measure::Sum).then_some(added - removed)
    }

    /// Whether anything differs from what was reported.
    #[must_use]
    pub fn is_restated(&self) -> bool {
        self.restatements.lines.iter().any(|line| !line.is_empty()) || self.unexplained != 0
    }
}

impl Engine {
    /// Seals a period that is over: its figures, by what is known now, become its reported edition,
    /// with the position of the log and the version of the charter, chained by its hash, and noted
    /// in the audit trail.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, [`AppError::NotOver`] for a period that is not
    /// over, and [`AppError::SealedAlready`].
    pub fn seal_period(
        &mut self,
        (from, until): (Instant, Instant),
        who: &str,
        now: Instant,
    ) -> Result<Seal, AppError> {
        if now < until || until <= from {
            return Err(AppError::NotOver { until });
        }
        let is_same = |seal: &Seal| (seal.from, seal.until) == (from, until);
        if let Some(seal) = self.store().view().seals()?.iter().find(|seal| is_same(seal)) {
            return Err(AppError::SealedAlready { id: seal.id, who: seal.who.clone() });
        }
        let knowing = self.knowing(now)?;
        let (version, _) = self.reign()?.at(now);
        let steps = self.steps_between(
            (knowing, knowing),
            |item: &SealedItem| item.subject,
            |standpoint| standpoint.sealed_items((from, until)),
        )?;
        let currency = self.reign()?.at(now).1.charter.currency.clone();
        let figures = sealed_metrics().zip(&steps.begun).map(|(metric, items)| {
            let value = value_of(metric, items);
            json!({
                "id": metric.id,
                "value": value.value,
                "behind": value.behind.len(),
                "of_count": value.of.as_ref().map(Vec::len),
                "counted": items.len(),
            })
        });
        let edition = json!({ "currency": currency, "metrics": figures.collect::<Vec<_>>() });
        let new = Seal {
            id: 0,
            from,
            until,
            position: knowing.position,
            version,
            sealed_at: now,
            who: who.to_owned(),
            edition: edition.to_string(),
            hash: [0; 32],
        };
        let mut writer = self.store_mut().begin()?;
        let seal = writer.add_seal(&new)?;
        writer.note(&AuditEntry {
            at: now,
            who: who.to_owned(),
            what: "period.sealed".to_owned(),
            before: String::new(),
            after: format!("{from} to {until}, seal {}, position {}", seal.id, seal.position.0),
        })?;
        writer.commit()?;
        Ok(seal)
    }

    /// Every sealed period, in the order of sealing.
    ///
    /// # Errors
    /// When the ledger cannot be read, or a seal was changed in the file.
    pub fn seals(&self) -> Result<Vec<Seal>, AppError> {
        Ok(self.store().view().seals()?)
    }

    /// A sealed period beside what it comes to now, each difference with its cause: what was merged
    /// since, recorded since, what time changed, and other charters.
    ///
    /// # Errors
    /// [`AppError::UnknownSeal`], and when the ledger cannot be read.
    pub fn restated(&mut self, id: u64, now: Instant) -> Result<Restated, AppError> {
        let seals = self.store().view().seals()?;
        let seal = seals.into_iter().find(|seal| seal.id == id);
        let seal = seal.ok_or(AppError::UnknownSeal(id))?;
        let first = Knowing { position: seal.position, at: seal.sealed_at, version: None };
        let known = self.knowing(now.max(seal.sealed_at))?;
        let period = (seal.from, seal.until);
        let found = self.steps_between(
            (first, known),
            |item: &SealedItem| item.subject,
            |standpoint| standpoint.sealed_items(period),
        )?;
        let (currency, reported) = read(&seal)?;
        let mut metrics = Vec::new();
        for (place, metric) in sealed_metrics().enumerate() {
            let Some(reported) = reported.get(metric.id).copied() else { continue };
            let steps = found.steps.iter().map(|(cause, sets)| (*cause, sets[place].clone()));
            let begun = found.begun[place].clone();
            metrics.push(RestatedMetric {
                metric,
                reported,
                now: value_of(metric, &found.last[place]),
                unexplained: reported.counted as i64 - begun.len() as i64,
                restatements: Reconciled::of(begun, steps.collect()),
            });
        }
        Ok(Restated { seal, currency, metrics })
    }
}

/// The metrics that have a period.
fn sealed_metrics() -> impl Iterator<Item = &'static Metric> {
    Metric::ALL.iter().filter(|metric| metric.has_period())
}

impl Standpoint<'_> {
    /// What each metric that has a period counts in one.
    fn sealed_items(
        &self,
        period: (Instant, Instant),
    ) -> Result<Vec<BTreeSet<SealedItem>>, AppError> {
        let measured = self.measured_of(&MetricsQuestion::of(period), period)?;
        let has_period = |id: &str| Metric::by_id(id).is_some_and(Metric::has_period);
        let measured = measured.iter().filter(|measured| has_period(measured.id));
        Ok(measured.map(|measured| items(&measured.counted)).collect())
    }
}

fn items(counted: &[Counted]) -> BTreeSet<SealedItem> {
    let mut items = BTreeSet::new();
    for counted in counted {
        let worth = counted.worth.map(f64::to_bits);
        let Counted { subject, at, is_part, .. } = *counted;
        let mut item = SealedItem { subject, at, is_part, worth, nth: 0 };
        while !items.insert(item) {
            item.nth += 1;
        }
    }
    items
}

fn value_of(metric: &'static Metric, items: &BTreeSet<SealedItem>) -> MetricValue {
    let counted = items.iter().map(|item| Counted {
        is_part: item.is_part,
        worth: item.worth(),
        ..Counted::new(item.subject, item.at)
    });
    Measured::new(metric.id, metric.measure(), counted.collect()).value()
}

/// The currency and the figures of an edition.
fn read(seal: &Seal) -> Result<(String, BTreeMap<String, ReportedFigure>), AppError> {
    let corrupt = || {
        let told = format!("the edition of sealed period {} cannot be read", seal.id);
        AppError::Store(store::StoreError::Corrupt(told))
    };
    let document: Value = serde_json::from_str(&seal.edition).map_err(|_| corrupt())?;
    let count = |value: &Value| value.as_u64().and_then(|count| usize::try_from(count).ok());
    let figures = document["metrics"].as_array().ok_or_else(corrupt)?.iter().map(|figure| {
        let reported = ReportedFigure {
            value: figure["value"].as_f64(),
            behind: count(&figure["behind"])?,
            of_count: count(&figure["of_count"]),
            counted: count(&figure["counted"])?,
        };
        Some((figure["id"].as_str()?.to_owned(), reported))
    });
    let figures: Option<BTreeMap<_, _>> = figures.collect();
    let currency = document["currency"].as_str().unwrap_or_default().to_owned();
    Ok((currency, figures.ok_or_else(corrupt)?))
}
