//! What is kept of an import, beside its files.

use crate::import::{FileReport, ImportReport};
use facts::Instant;
use serde::{Deserialize, Serialize};

/// What became of an import.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    /// Files and a mapping can be given to it.
    Open,
    /// It is being recorded.
    Running,
    /// It was recorded, but for rows that were rejected.
    Done,
    /// It ended before its end; what was recorded until then is recorded, and it can be run again.
    Failed,
    /// The server stopped while it ran; as after a failure.
    BrokenOff,
    /// It was done, and its facts were taken back.
    Undone,
}

impl DeskState {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::BrokenOff => "broken_off",
            Self::Undone => "undone",
        }
    }

    /// Whether files and a mapping can be given to it, and it can be run.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Failed | Self::BrokenOff)
    }
}

/// An import on the desk.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DeskImport {
    /// Its number, from 1.
    pub id: u64,
    /// Who opened it.
    pub who: String,
    /// What became of it.
    pub state: DeskState,
    /// When it was opened, in microseconds since 1970.
    opened_at: i64,
    /// When it was run last.
    started_at: Option<i64>,
    /// When that ended.
    ended_at: Option<i64>,
    /// Its files, in order of name.
    pub files: Vec<DeskFile>,
    /// The name of its mapping, once there is one.
    pub mapping: Option<String>,
    /// Why it failed.
    pub failure: Option<String>,
    /// What became of its rows.
    pub report: Option<DeskReport>,
    /// How far it is.
    #[serde(skip)]
    pub progress: Option<DeskProgress>,
}

/// A file of an import.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeskFile {
    /// Its name.
    pub name: String,
    /// How large it is, in bytes.
    pub bytes: u64,
}

/// How far an import is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeskProgress {
    /// The file under way; empty while leads are settled.
    pub file: String,
    /// How many of its rows were read.
    pub rows: u64,
    /// How many of its bytes were read, packed as they are.
    pub bytes_read: u64,
    /// How many it has.
    pub bytes: u64,
}

/// What became of the rows of an import, or would.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct DeskReport {
    /// Each file.
    pub files: Vec<DeskFileReport>,
    /// Files that the mapping names and that were not given.
    pub absent: Vec<String>,
    /// New people.
    pub leads_new: u64,
    /// New accounts.
    pub accounts_new: u64,
    /// New opportunities.
    pub opportunities_new: u64,
    /// How many leads were linked to accounts that nobody had linked them to.
    pub leads_linked: u64,
    /// What is odd: kind, file, how often, in a sentence.
    pub notes: Vec<DeskNote>,
    /// How many leads were settled.
    pub leads_settled: u64,
}

/// What became of the rows of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DeskFileReport {
    /// The file.
    pub name: String,
    /// Its number among the imports of the ledger.
    pub import: Option<i64>,
    /// Rows read.
    pub rows_read: u64,
    /// Rows handed back with a reason.
    pub rows_rejected: u64,
    /// Facts that were new.
    pub facts_new: u64,
    /// Facts that the ledger knew already.
    pub facts_known: u64,
    /// The first rows that were rejected.
    pub rejects: Vec<DeskReject>,
    /// The file with all of them, among the rejects.
    pub rejects_file: Option<String>,
    /// Why the rest of the file was not read.
    pub stopped: Option<String>,
}

/// A row that was rejected.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeskReject {
    /// Its line, or the row, the item, the event.
    pub line: u64,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub help: String,
}

/// Something odd.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeskNote {
    /// What kind of thing.
    pub code: String,
    /// The file, where it is about one.
    pub file: Option<String>,
    /// How often.
    pub count: u64,
    /// The sentence, with the first examples.
    pub text: String,
}

impl DeskImport {
    pub(super) fn opened(id: u64, who: &str, now: Instant) -> Self {
        Self {
            id,
            who: who.to_owned(),
            state: DeskState::Open,
            opened_at: now.0,
            started_at: None,
            ended_at: None,
            files: Vec::new(),
            mapping: None,
            failure: None,
            report: None,
            progress: None,
        }
    }

    pub(super) fn begins(&mut self, now: Instant) {
        self.state = DeskState::Running;
        (self.started_at, self.ended_at) = (Some(now.0), None);
        (self.failure, self.report) = (None, None);
        self.progress = Some(DeskProgress::default());
    }

    pub(super) fn ends(&mut self, state: DeskState, now: Instant) {
        self.state = state;
        self.ended_at = Some(now.0);
        self.progress = None;
    }

    /// When it was opened.
    #[must_use]
    pub const fn opened_at(&self) -> Instant {
        Instant(self.opened_at)
    }

    /// When it was run last.
    #[must_use]
    pub fn started_at(&self) -> Option<Instant> {
        self.started_at.map(Instant)
    }

    /// When that ended.
    #[must_use]
    pub fn ended_at(&self) -> Option<Instant> {
        self.ended_at.map(Instant)
    }

    /// When something was done with it last.
    pub(super) fn touched_at(&self) -> Instant {
        Instant(self.ended_at.or(self.started_at).unwrap_or(self.opened_at))
    }

    /// Whether it was recorded and is over.
    pub(super) const fn is_over(&self) -> bool {
        matches!(self.state, DeskState::Done | DeskState::Undone)
    }

    /// Forgets everything that rows said.
    pub(super) fn forget_rows(&mut self) {
        if let Some(report) = &mut self.report {
            report.notes.clear();
            for file in &mut report.files {
                file.rejects.clear();
                file.rejects_file = None;
            }
        }
    }
}

impl DeskReport {
    pub(super) fn of(report: &ImportReport) -> Self {
        let notes = report.notes.iter().map(|note| DeskNote {
            code: note.code.word().to_owned(),
            file: note.file.clone(),
            count: note.count,
            text: note.text.clone(),
        });
        Self {
            files: report.files.iter().map(DeskFileReport::of).collect(),
            absent: report.absent.clone(),
            leads_new: report.persons_new,
            accounts_new: report.accounts_new,
            opportunities_new: report.opportunities_new,
            leads_linked: report.linked,
            notes: notes.collect(),
            leads_settled: report.settled.leads,
        }
    }

    /// The numbers of its files among the imports of the ledger.
    pub fn imports(&self) -> impl Iterator<Item = i64> {
        self.files.iter().filter_map(|file| file.import)
    }
}

impl DeskFileReport {
    fn of(file: &FileReport) -> Self {
        let rejects = file.rejects.iter().map(|reject| DeskReject {
            line: reject.line,
            column: reject.column.clone(),
            reason: reject.reason.clone(),
            help: reject.help.clone(),
        });
        let written = file.rejects_file.as_deref().and_then(|path| path.file_name());
        Self {
            name: file.path.clone(),
            import: file.import.map(|import| import.0),
            rows_read: file.counts.rows_read,
            rows_rejected: file.counts.rows_rejected,
            facts_new: file.counts.facts_new,
            facts_known: file.counts.facts_known,
            rejects: rejects.collect(),
            rejects_file: written.map(|name| name.to_string_lossy().into_owned()),
            stopped: file.stopped.clone(),
        }
    }
}
