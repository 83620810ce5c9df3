//! What a charter would have said of the leads of the last weeks.

use super::promise::PromiseDocument;
use super::{ChapterDocument, StageName, read_chapters};
use app::Rehearsal;
use serde::Serialize;
use utoipa::ToSchema;

/// What a charter would have said of the leads of the last weeks. Nobody had agreed to it, so that
/// all of it is assumed.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct RehearsalDocument {
    pub(crate) name: String,
    /// From when on what happened is counted.
    pub(crate) from: String,
    /// Until when: the end of the last day of which anything is known.
    pub(crate) until: String,
    /// How many leads there are, whenever they came.
    pub(crate) leads: usize,
    /// How many leads entered each stage in that time.
    pub(crate) stages: Vec<RehearsedStage>,
    /// How many leads were handed over in that time.
    pub(crate) handed_over: usize,
    /// The most hand-offs of a week, counted from the first day.
    pub(crate) busiest_week: usize,
    /// How many leads were won in that time.
    pub(crate) won: usize,
    /// How many of those had been handed over before.
    pub(crate) won_handed_over: usize,
    /// What became of each promise that began in that time.
    pub(crate) promises: Vec<PromiseDocument>,
    /// How many leads entered stages at times that nobody knows; they are in no figure.
    pub(crate) undated: usize,
    /// Always `assumed`.
    pub(crate) certainty: &'static str,
    /// The charter in plain words.
    pub(crate) chapters: Vec<ChapterDocument>,
}

/// How many leads entered a stage.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct RehearsedStage {
    pub(crate) stage: StageName,
    pub(crate) leads: usize,
}

impl RehearsalDocument {
    pub(crate) fn of(rehearsal: &Rehearsal) -> Self {
        let charter = &rehearsal.charter;
        let stages = charter.stages.iter().zip(&rehearsal.entered);
        Self {
            name: charter.name.clone(),
            from: rehearsal.from.to_string(),
            until: rehearsal.until.to_string(),
            leads: rehearsal.leads,
            stages: stages
                .filter_map(|(stage, leads)| {
                    let stage = StageName::of(charter, &stage.id)?;
                    Some(RehearsedStage { stage, leads: *leads })
                })
                .collect(),
            handed_over: rehearsal.handed_over,
            busiest_week: rehearsal.busiest_week,
            won: rehearsal.won,
            won_handed_over: rehearsal.won_handed_over,
            promises: rehearsal
                .promises
                .iter()
                .map(|figures| PromiseDocument::of(figures, charter))
                .collect(),
            undated: rehearsal.undated,
            certainty: "assumed",
            chapters: read_chapters(charter),
        }
    }
}
