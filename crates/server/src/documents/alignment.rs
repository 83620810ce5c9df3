//! How well both sides are aligned.

use super::AsOfDocument;
use app::tell::{alignment_in_words, part_in_words};
use app::{AlignmentAnswer, AlignmentPeriod};
use facts::Instant;
use serde::Serialize;
use utoipa::ToSchema;

/// How well both sides are aligned.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Alignment)]
pub(crate) struct AlignmentDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) sentence: String,
    /// The trait of the part `mirror`: the one in which those won have least in common with those
    /// sent.
    pub(crate) mirror_by: Option<String>,
    /// The last ninety days.
    pub(crate) now: AlignmentPeriodDocument,
    /// The last six months, the oldest first; by verdicts and promises only.
    pub(crate) months: Vec<AlignmentPeriodDocument>,
}

/// How well both sides were aligned in a period.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = AlignmentPeriod)]
pub(crate) struct AlignmentPeriodDocument {
    pub(crate) from: String,
    pub(crate) until: String,
    /// From 0 to 1: the mean of the parts that there are, each with the same weight; `null` where
    /// there are fewer than two.
    pub(crate) index: Option<f64>,
    pub(crate) parts: Vec<AlignmentPartDocument>,
}

/// One part of the index.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = AlignmentPart)]
pub(crate) struct AlignmentPartDocument {
    /// `acceptance`, `kept_by_marketing`, `kept_by_sales`, `mirror`, `attainment` or
    /// `blind_agreement`.
    pub(crate) part: &'static str,
    pub(crate) reading: String,
    /// From 0 to 1; `null` where there is nothing to say it of.
    pub(crate) value: Option<f64>,
    /// The interval that holds it with a confidence of 95 %, where that is known.
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// What is counted, and of what; they open as the part's word, and with `:of` after it.
    pub(crate) counted: usize,
    pub(crate) of: usize,
}

impl AlignmentDocument {
    pub(crate) fn of(answer: &AlignmentAnswer, now: Instant) -> Self {
        let by = answer.mirror_by.as_deref();
        let months = answer.months.iter();
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: alignment_in_words(answer),
            mirror_by: answer.mirror_by.clone(),
            now: AlignmentPeriodDocument::of(&answer.now, by),
            months: months.map(|month| AlignmentPeriodDocument::of(month, None)).collect(),
        }
    }
}

impl AlignmentPeriodDocument {
    fn of(period: &AlignmentPeriod, mirror_by: Option<&str>) -> Self {
        let parts = period.parts.iter().map(|part| AlignmentPartDocument {
            part: part.kind.word(),
            reading: part_in_words(part, mirror_by),
            value: part.value,
            low: part.interval.map(|it| it.low),
            high: part.interval.map(|it| it.high),
            counted: part.part.len(),
            of: part.of.len(),
        });
        Self {
            from: period.from.to_string(),
            until: period.until.to_string(),
            index: period.index,
            parts: parts.collect(),
        }
    }
}
