//! Sealed periods, as they were reported and beside what is known now.

use app::{Restated, RestatedMetric};
use serde::Serialize;
use store::Seal;
use utoipa::ToSchema;

/// The periods that were sealed, in the order of sealing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct SealList {
    pub(crate) seals: Vec<SealDocument>,
}

/// A period that was sealed: what was reported of it stays.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Seal)]
pub(crate) struct SealDocument {
    pub(crate) id: u64,
    /// From this time on.
    pub(crate) from: String,
    /// Before this time.
    pub(crate) until: String,
    /// The last fact that was known.
    pub(crate) position: u64,
    /// The version of the charter that was in force.
    pub(crate) version: u16,
    pub(crate) sealed_at: String,
    pub(crate) who: String,
    /// The hash over all of it and over the seal before, in hexadecimal.
    pub(crate) hash: String,
}

/// A sealed period beside what it comes to by what is known now.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = RestatedPeriod)]
pub(crate) struct RestatedDocument {
    pub(crate) seal: SealDocument,
    /// In which currency money was reported.
    #[schema(example = "EUR")]
    pub(crate) currency: String,
    /// Each metric that has a period.
    pub(crate) metrics: Vec<RestatedMetricDocument>,
}

/// A metric of a sealed period.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = RestatedMetric)]
pub(crate) struct RestatedMetricDocument {
    #[schema(example = "leads_qualified")]
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// `count`, `share`, `money`, `days` or `hours`.
    pub(crate) unit: &'static str,
    /// What it counts: `leads`, `verdicts`, `opportunities`, …
    pub(crate) counts: &'static str,
    /// What was reported. It never changes.
    pub(crate) reported: EditionFigure,
    /// What it comes to by what is known now.
    pub(crate) now: EditionFigure,
    /// The value now less the value reported.
    pub(crate) change: Option<f64>,
    /// How many things were counted then; for a share, all of which it is a share.
    pub(crate) counted_then: usize,
    /// How many things are counted now: `counted_then` and every `change` of the restatements.
    pub(crate) counted_now: usize,
    /// What came and went since, each with its cause. Something that counts by another date or
    /// worth than before went and came.
    pub(crate) restatements: Vec<Restatement>,
    /// By how much more was reported than the same knowledge comes to today: not 0 only where this
    /// program counts otherwise than the one that sealed it, or somebody was erased since.
    pub(crate) unexplained: i64,
}

/// What a figure of an edition comes to.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct EditionFigure {
    pub(crate) value: Option<f64>,
    pub(crate) behind: usize,
    pub(crate) of_count: Option<usize>,
}

/// What came and went for one cause.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Restatement {
    /// `merge`, `recorded_since`, `time` or `charter`.
    #[schema(example = "recorded_since")]
    pub(crate) cause: &'static str,
    /// What that says, in plain words.
    pub(crate) meaning: &'static str,
    pub(crate) added: usize,
    pub(crate) removed: usize,
    /// `added` less `removed`.
    pub(crate) change: i64,
    /// Of sums of money, by how much more they are for this cause.
    pub(crate) worth: Option<f64>,
}

impl From<&Seal> for SealDocument {
    fn from(seal: &Seal) -> Self {
        Self {
            id: seal.id,
            from: seal.from.to_string(),
            until: seal.until.to_string(),
            position: seal.position.0,
            version: seal.version.0,
            sealed_at: seal.sealed_at.to_string(),
            who: seal.who.clone(),
            hash: seal.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

impl From<&Restated> for RestatedDocument {
    fn from(restated: &Restated) -> Self {
        Self {
            seal: (&restated.seal).into(),
            currency: restated.currency.clone(),
            metrics: restated.metrics.iter().map(RestatedMetricDocument::of).collect(),
        }
    }
}

impl RestatedMetricDocument {
    fn of(restated: &RestatedMetric) -> Self {
        let metric = restated.metric;
        let lines = restated.restatements.lines.iter().filter(|line| !line.is_empty());
        let restatements = lines.map(|line| Restatement {
            cause: line.cause.word(),
            meaning: line.cause.meaning(),
            added: line.added.len(),
            removed: line.removed.len(),
            change: line.change(),
            worth: restated.worth_of(line),
        });
        Self {
            id: metric.id,
            name: metric.name,
            unit: metric.unit.word(),
            counts: metric.counts,
            reported: EditionFigure {
                value: restated.reported.value,
                behind: restated.reported.behind,
                of_count: restated.reported.of_count,
            },
            now: EditionFigure {
                value: restated.now.value,
                behind: restated.now.behind.len(),
                of_count: restated.now.of.as_ref().map(Vec::len),
            },
            change: restated.change(),
            counted_then: restated.restatements.first.len(),
            counted_now: restated.restatements.other.len(),
            restatements: restatements.collect(),
            unexplained: restated.unexplained,
        }
    }
}
