//! What the files of an import most likely mean, and what would happen.

use super::kept::DeskReport;
use super::{DeskError, ImportDesk};
use crate::import::{ColumnGlance, Import, RowGlance, first_rows, glance};
use crate::{Engine, Progress};
use connect::Mapping;
use connect::suggest::{Answers, DateOrder, FileProfile, Suggestion, look, suggest};
use facts::Instant;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::path::Path;

/// What somebody knows of the files already; each is one of the questions that are asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeskAnswers {
    /// What to call the source.
    pub name: Option<String>,
    /// The zone of times that name none.
    pub zone: Option<String>,
    /// The order of day and month, where the data does not prove it.
    pub date_order: Option<DateOrder>,
    /// The file that lists the leads.
    pub leads: Option<String>,
    /// The column that names a lead.
    pub id: Option<String>,
    /// The column that says when a lead came.
    pub created: Option<String>,
    /// The column that says whether a lead or a deal was won.
    pub won: Option<String>,
    /// The date of the export.
    pub as_of: Option<Date>,
}

/// A mapping to start from, with what the files hold.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskSuggestion {
    /// The mapping, with its guesses and questions.
    pub suggestion: Suggestion,
    /// Each file that could be read: its name, its columns, how many rows were looked at, and
    /// whether those are all.
    pub columns: Vec<(String, Vec<ColumnGlance>, u64, bool)>,
    /// Files that could not be read, each with the reason.
    pub unread: Vec<(String, String)>,
}

/// What would happen.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskPreview {
    /// What would become of the rows that were looked at.
    pub report: DeskReport,
    /// What the first good rows of each file say, [`ImportDesk::FIRST_ROWS`] of each.
    pub rows: Vec<RowGlance>,
}

impl ImportDesk {
    /// How many rows of each file are tried out: the ledger is held while they are.
    pub const PREVIEW_ROWS_MAX: u64 = 20_000;
    /// How many rows of each file are shown as they would be recorded.
    pub const FIRST_ROWS: usize = 5;

    /// Suggests what the columns of an import's files mean.
    ///
    /// # Errors
    /// When there are no files, or no sense can be made of them.
    pub fn suggest(
        &self,
        id: u64,
        answers: DeskAnswers,
        now: Instant,
    ) -> Result<DeskSuggestion, DeskError> {
        let import = self.import(id)?;
        if import.files.is_empty() {
            return Err(DeskError::NoFiles(id));
        }
        let (mut profiles, mut columns, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        for file in &import.files {
            let path = self.files_of(id).join(&file.name);
            match looked_at(&path) {
                Ok((profile, glanced)) => {
                    columns.push((file.name.clone(), glanced, profile.rows, profile.is_whole));
                    profiles.push(profile);
                }
                Err(why) => unread.push((file.name.clone(), why)),
            }
        }
        if profiles.is_empty() {
            let reasons = unread.iter().map(|(name, why)| format!("{name}: {why}"));
            let reason = reasons.collect::<Vec<_>>().join("; ");
            let help = "give files of CSV, XLSX, JSON or XES with a row for each lead or deal";
            return Err(DeskError::NothingToSuggest { reason, help: help.to_owned() });
        }
        let answers = answered(answers, now)?;
        let suggestion = suggest(&profiles, &answers).map_err(|refusal| {
            DeskError::NothingToSuggest { reason: refusal.reason, help: refusal.help }
        })?;
        Ok(DeskSuggestion { suggestion, columns, unread })
    }

    /// What would happen if an import were run: tried out on the first
    /// [`ImportDesk::PREVIEW_ROWS_MAX`] rows of each file, with nothing recorded.
    ///
    /// # Errors
    /// When there is no mapping or the files do not fit it.
    pub fn preview(
        &self,
        id: u64,
        as_of: Option<Instant>,
        engine: &mut Engine,
        now: Instant,
    ) -> Result<DeskPreview, DeskError> {
        let mapping = self.mapping_of(id)?;
        let folder = self.files_of(id);
        let import = Import {
            mapping: &mapping,
            folder: &folder,
            rejects: None,
            partial: true,
            dry_run: true,
            as_of,
            rows_max: Self::PREVIEW_ROWS_MAX,
        };
        let report = engine.import(&import, now, &mut |_: Progress<'_>| {})?;
        let rows = first_rows(&import, Self::FIRST_ROWS, now)?;
        Ok(DeskPreview { report: DeskReport::of(&report), rows })
    }

    /// The mapping of an import that has files.
    pub(super) fn mapping_of(&self, id: u64) -> Result<Mapping, DeskError> {
        if self.import(id)?.files.is_empty() {
            return Err(DeskError::NoFiles(id));
        }
        Mapping::read(&self.mapping_text(id)?).map_err(DeskError::Mapping)
    }
}

fn looked_at(path: &Path) -> Result<(FileProfile, Vec<ColumnGlance>), String> {
    let profile = look(path, &mut |_| {}).map_err(|error| error.problem.to_string())?;
    let columns = glance(path).map_err(|error| error.problem.to_string())?;
    Ok((profile, columns))
}

fn answered(given: DeskAnswers, now: Instant) -> Result<Answers, DeskError> {
    let refused =
        |reason: String, help: &str| DeskError::NothingToSuggest { reason, help: help.to_owned() };
    let zones = TimeZoneDatabase::bundled();
    if let Some(zone) = given.zone.as_ref().filter(|zone| zones.get(zone).is_err()) {
        let help = "give a name of the IANA database, such as Europe/Paris";
        return Err(refused(format!("there is no time zone `{zone}`"), help));
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    if let Some(name) = given.name.as_ref().filter(|it| it.is_empty() || !it.chars().all(plain)) {
        let help = "write small letters, digits, `.`, `_` and `-`";
        return Err(refused(format!("`{name}` cannot be the name of a source"), help));
    }
    let DeskAnswers { name, zone, date_order, leads, id, created, won, as_of } = given;
    let folder = "upload".to_owned();
    let today = now.to_timestamp().to_zoned(TimeZone::UTC).date();
    Ok(Answers { name, folder, zone, date_order, leads, id, created, won, as_of, today })
}
