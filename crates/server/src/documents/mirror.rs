//! The mirror: whom marketing sends against whom sales wins.

use super::AsOfDocument;
use app::tell::mirror_in_words;
use app::{MirrorAnswer, MirrorDimension};
use facts::Instant;
use insight::{Comparison, Difference, Images, MirrorRow};
use serde::Serialize;
use utoipa::ToSchema;

/// Whom marketing sends against whom sales accepts and wins, trait by trait.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct MirrorDocument {
    pub(crate) as_of: AsOfDocument,
    /// In what those won differ most from those sent; or why nothing can be said.
    pub(crate) sentence: String,
    /// The stages at which leads are sent, accepted and won.
    pub(crate) sent_at: String,
    pub(crate) accepted_at: Option<String>,
    pub(crate) won_at: String,
    pub(crate) sent: usize,
    /// Of those sent, how many are still open.
    pub(crate) still_open: usize,
    /// The strongest difference first.
    pub(crate) traits: Vec<MirrorTrait>,
    /// Traits with too many values to compare, or known of nobody.
    pub(crate) left_out: Vec<String>,
}

/// One trait.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct MirrorTrait {
    #[schema(example = "lead.seniority")]
    pub(crate) name: String,
    /// `exact`, `assumed` or `mixed`.
    pub(crate) certainty: &'static str,
    /// `sound`, `too_few_won`, `known_unevenly`, `tells_outcome` or `one_value`: only where it is
    /// sound, the differences say something.
    pub(crate) comparison: &'static str,
    pub(crate) known: Counts,
    pub(crate) not_known: Counts,
    /// The value in which those won differ most from those sent.
    pub(crate) strongest: Option<String>,
    pub(crate) values: Vec<MirrorValue>,
}

/// How many were sent, accepted, won.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct Counts {
    pub(crate) sent: usize,
    pub(crate) accepted: usize,
    pub(crate) won: usize,
}

/// One value of a trait.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct MirrorValue {
    pub(crate) value: String,
    /// Whether there are too few to say much.
    pub(crate) is_small: bool,
    pub(crate) leads: Counts,
    pub(crate) share_of_sent: Option<f64>,
    pub(crate) share_of_accepted: Option<f64>,
    pub(crate) share_of_won: Option<f64>,
    pub(crate) accepted_less_sent: Option<Gap>,
    pub(crate) won_less_sent: Option<Gap>,
}

/// A difference of shares, with the interval that holds it with a confidence of 95 %.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Gap {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl MirrorDocument {
    pub(crate) fn of(answer: &MirrorAnswer, now: Instant) -> Self {
        let stage = |index: usize| answer.path.stages()[index].id.clone();
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: mirror_in_words(answer),
            sent_at: stage(answer.sent_at),
            accepted_at: answer.accepted_at.map(stage),
            won_at: stage(answer.won_at),
            sent: answer.sent.count(),
            still_open: answer.open.count(),
            traits: answer.dimensions.iter().map(dimension).collect(),
            left_out: answer.left_out.iter().map(|it| it.name.clone()).collect(),
        }
    }
}

fn dimension(dimension: &MirrorDimension) -> MirrorTrait {
    let mirror = &dimension.mirror;
    let comparison = match mirror.comparison {
        Comparison::Sound => "sound",
        Comparison::TooFewWon { .. } => "too_few_won",
        Comparison::KnownUnevenly { .. } => "known_unevenly",
        Comparison::TellsOutcome { .. } => "tells_outcome",
        Comparison::OneValue => "one_value",
    };
    MirrorTrait {
        name: dimension.name.clone(),
        certainty: mirror.certainty().word(),
        comparison,
        known: counts(&mirror.known),
        not_known: counts(&mirror.unknown),
        strongest: mirror.strongest().map(|row| dimension.value(row.value).to_owned()),
        values: mirror.rows.iter().map(|row| value(dimension, row)).collect(),
    }
}

fn counts(images: &Images) -> Counts {
    Counts { sent: images.sent.count(), accepted: images.accepted.count(), won: images.won.count() }
}

fn value(dimension: &MirrorDimension, row: &MirrorRow) -> MirrorValue {
    let gap = |found: Option<Difference>| {
        found.map(|it| Gap { value: it.value, low: it.interval.low, high: it.interval.high })
    };
    MirrorValue {
        value: dimension.value(row.value).to_owned(),
        is_small: row.is_small(),
        leads: counts(&row.images),
        share_of_sent: row.sent.value(),
        share_of_accepted: row.accepted.value(),
        share_of_won: row.won.value(),
        accepted_less_sent: gap(row.accepted_less_sent),
        won_less_sent: gap(row.won_less_sent),
    }
}
