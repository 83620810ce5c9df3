//! The charter.

use super::lead::StageName;
use super::proposal::hex;
use app::AppError;
use app::Engine;
use charter::{Charter, Side, Verdict, chapters};
use facts::{Instant, Seconds};
use serde::Serialize;
use store::SignedVersion;
use utoipa::ToSchema;

/// A version of the charter, as a document that both teams sign.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct CharterDocument {
    pub(crate) version: VersionLine,
    pub(crate) name: String,
    /// The IANA zone in which a day is a day.
    pub(crate) timezone: String,
    pub(crate) currency: String,
    /// The ideal customer in a sentence.
    pub(crate) ideal_customer: String,
    /// The agreement in plain words.
    pub(crate) chapters: Vec<ChapterDocument>,
    /// The stages, first the path in order, then those beside it.
    pub(crate) stages: Vec<StageName>,
    /// What each verdict asks and causes.
    pub(crate) verdicts: Vec<VerdictDocument>,
    /// The charter's file, to the letter.
    pub(crate) text: String,
}

/// A version in one line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct VersionLine {
    pub(crate) number: u16,
    pub(crate) in_force_from: String,
    pub(crate) recorded_at: String,
    pub(crate) who: String,
    /// Whether it runs unsigned, to try it.
    pub(crate) is_trial: bool,
    /// The hash of its text and of the version before, in hex.
    pub(crate) hash: String,
}

/// A chapter of the agreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct ChapterDocument {
    pub(crate) title: String,
    /// `marketing` or `sales`, where it holds the promises of one.
    pub(crate) side: Option<&'static str>,
    pub(crate) clauses: Vec<ClauseDocument>,
}

/// A clause in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct ClauseDocument {
    pub(crate) id: String,
    pub(crate) says: String,
}

/// What a verdict asks and causes.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct VerdictDocument {
    /// `accepted`, `rejected`, `recycled` or `disqualified`.
    pub(crate) verdict: &'static str,
    /// The reasons of which one must be given; empty where none is asked.
    pub(crate) reasons: Vec<ReasonDocument>,
    /// Where the lead rests after it.
    pub(crate) rests_in: Option<StageName>,
}

/// A reason, and what it causes.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ReasonDocument {
    pub(crate) id: String,
    /// After how many days the lead comes back by itself.
    pub(crate) returns_after_days: Option<f64>,
}

impl VersionLine {
    pub(crate) fn of(signed: &SignedVersion) -> Self {
        Self {
            number: signed.number.0,
            in_force_from: signed.in_force_from.to_string(),
            recorded_at: signed.recorded_at.to_string(),
            who: signed.who.clone(),
            is_trial: signed.trial,
            hash: hex(&signed.hash),
        }
    }
}

impl CharterDocument {
    /// The version in force, or one by its number.
    pub(crate) fn of(engine: &Engine, number: Option<u16>, now: Instant) -> Result<Self, AppError> {
        let reign = engine.reign()?;
        let number = number.unwrap_or_else(|| reign.at(now).0.0);
        let unknown = || AppError::UnknownName { what: "version", name: number.to_string() };
        let signed = engine.versions().find(|signed| signed.number.0 == number);
        let signed = signed.ok_or_else(unknown)?;
        let program = reign.program(signed.number).ok_or_else(unknown)?;
        let charter = &program.charter;
        Ok(Self {
            version: VersionLine::of(signed),
            name: charter.name.clone(),
            timezone: charter.timezone.clone(),
            currency: charter.currency.clone(),
            ideal_customer: charter.icp_reading.clone(),
            chapters: read(charter),
            stages: charter
                .stages
                .iter()
                .filter_map(|stage| StageName::of(charter, &stage.id))
                .collect(),
            verdicts: Verdict::ALL.map(|verdict| VerdictDocument::of(charter, verdict)).into(),
            text: signed.text.clone(),
        })
    }
}

/// A charter in plain words.
pub(crate) fn read(charter: &Charter) -> Vec<ChapterDocument> {
    let chapters = chapters(charter).into_iter().map(|chapter| ChapterDocument {
        title: chapter.title.to_owned(),
        side: chapter.side.map(Side::word),
        clauses: chapter
            .clauses
            .into_iter()
            .map(|clause| ClauseDocument { id: clause.id, says: clause.says })
            .collect(),
    });
    chapters.collect()
}

impl VerdictDocument {
    fn of(charter: &Charter, verdict: Verdict) -> Self {
        let terms = charter.verdicts.iter().find(|terms| terms.verdict == verdict);
        let reasons = terms.map_or(&[][..], |terms| &terms.reasons);
        Self {
            verdict: verdict.word(),
            reasons: reasons
                .iter()
                .map(|(reason, after)| ReasonDocument {
                    id: reason.clone(),
                    returns_after_days: after.map(|after| after.0 as f64 / Seconds::DAY.0 as f64),
                })
                .collect(),
            rests_in: terms
                .and_then(|terms| terms.rests_in)
                .and_then(|stage| StageName::of(charter, &charter.stages[stage].id)),
        }
    }
}
