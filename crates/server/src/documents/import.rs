//! Imports.

use super::moment;
use app::{
    ColumnGlance, DeskFileReport, DeskImport, DeskPreview, DeskReport, DeskState, DeskSuggestion,
    FactGlance, ImportDesk, RowGlance,
};
use connect::RawValue;
use connect::suggest::Product;
use facts::SubjectKind;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// A list of imports, those opened last first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ImportList {
    pub(crate) imports: Vec<ImportDocument>,
    /// Give it as `cursor` for the next page; absent at the end.
    pub(crate) next_cursor: Option<String>,
}

/// An import: files, what their columns mean, and what became of them.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ImportDocument {
    pub(crate) id: u64,
    /// `open`, `running`, `done`, `undone` where its facts were taken back, `failed`, or
    /// `broken_off` where the server stopped meanwhile; what failed or was broken off can be run again and changes nothing twice.
    #[schema(example = "open")]
    pub(crate) state: &'static str,
    /// Who opened it.
    pub(crate) who: String,
    pub(crate) opened_at: String,
    /// When it was run last.
    pub(crate) started_at: Option<String>,
    /// When that ended.
    pub(crate) ended_at: Option<String>,
    /// The files that wait to be imported; none once they are.
    pub(crate) files: Vec<FileDocument>,
    /// The name of its mapping, once there is one.
    pub(crate) mapping: Option<String>,
    /// How far it is, while it runs.
    pub(crate) progress: Option<ProgressDocument>,
    /// Why it failed, and what to do.
    pub(crate) failure: Option<String>,
    /// What became of its rows, once it is done.
    pub(crate) report: Option<ImportReportDocument>,
}

/// A file of an import.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct FileDocument {
    pub(crate) name: String,
    pub(crate) bytes: u64,
}

/// How far an import is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct ProgressDocument {
    /// The file under way; absent while leads are settled.
    pub(crate) file: Option<String>,
    /// How many of its rows were read.
    pub(crate) rows: u64,
    /// How many of its bytes were read, packed as they are.
    pub(crate) bytes_read: u64,
    /// How many it has.
    pub(crate) bytes: u64,
}

/// What became of the rows of an import, or would.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ImportReport)]
pub(crate) struct ImportReportDocument {
    pub(crate) files: Vec<FileReportDocument>,
    /// Files that the mapping names and that were not given.
    pub(crate) absent: Vec<String>,
    pub(crate) leads_new: u64,
    pub(crate) accounts_new: u64,
    pub(crate) opportunities_new: u64,
    /// How many leads were linked to accounts that nobody had linked them to.
    pub(crate) leads_linked: u64,
    /// What is odd: reported, not fixed.
    pub(crate) notes: Vec<ImportNoteDocument>,
    /// About how many leads something was decided.
    pub(crate) leads_settled: u64,
}

/// What became of the rows of a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = ImportFileReport)]
pub(crate) struct FileReportDocument {
    pub(crate) name: String,
    pub(crate) rows_read: u64,
    pub(crate) rows_rejected: u64,
    pub(crate) facts_new: u64,
    /// Facts that were known already.
    pub(crate) facts_known: u64,
    /// The first 100 rows that were rejected.
    pub(crate) rejects: Vec<RejectDocument>,
    /// The name under which all of them can be had, to be corrected and imported again.
    pub(crate) rejects_file: Option<String>,
    /// Why the rest of the file was not read.
    pub(crate) stopped: Option<String>,
}

/// A row that was rejected.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct RejectDocument {
    /// Its line, or the row, the item, the event; from 1.
    pub(crate) line: u64,
    /// The column at fault, where it is one.
    pub(crate) column: Option<String>,
    pub(crate) reason: String,
    /// What to do.
    pub(crate) help: String,
}

/// Something odd about what is imported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = ImportNote)]
pub(crate) struct ImportNoteDocument {
    /// What kind of thing, for programs.
    #[schema(example = "unknown_value")]
    pub(crate) code: String,
    pub(crate) file: Option<String>,
    /// How often.
    pub(crate) count: u64,
    /// The sentence, with the first examples.
    pub(crate) text: String,
}

/// What would happen if an import were run. Nothing was recorded.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct PreviewDocument {
    /// Of files with more rows than this, only so many were tried out; their report says so.
    pub(crate) rows_max: u64,
    pub(crate) report: ImportReportDocument,
    /// What the first good rows of each file say.
    pub(crate) rows: Vec<RowDocument>,
}

/// What a row says.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub(crate) struct RowDocument {
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) subjects: Vec<RowSubject>,
}

/// What a row says of one subject.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ImportRowSubject)]
pub(crate) struct RowSubject {
    /// `person`, `account` or `opportunity`.
    pub(crate) kind: &'static str,
    /// What the source calls it, with the namespace before.
    #[schema(example = "crm.lead:1042")]
    pub(crate) id: String,
    /// What says who it is.
    pub(crate) personal: Vec<RowPersonal>,
    /// The subjects that it belongs to, as the source calls them.
    pub(crate) belongs_to: Vec<String>,
    pub(crate) facts: Vec<RowFact>,
}

/// A value of a row that says who somebody is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = ImportRowPersonal)]
pub(crate) struct RowPersonal {
    pub(crate) field: String,
    pub(crate) value: String,
}

/// A fact that a row says.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ImportRowFact)]
pub(crate) struct RowFact {
    /// `touch`, `activity`, `trait`, …
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) value: Value,
    pub(crate) at: String,
    pub(crate) precision: &'static str,
}

/// A mapping to start from, with what it was made of.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct SuggestionDocument {
    /// The mapping's text, with every guess marked; it can be used as it is.
    pub(crate) mapping: String,
    /// The date of the export, as the mapping says it.
    pub(crate) as_of: String,
    pub(crate) files: Vec<SuggestedFile>,
    /// Everything that was taken to be so.
    pub(crate) guesses: Vec<GuessDocument>,
    /// What is odd about the data itself.
    pub(crate) notes: Vec<SuggestionNote>,
    /// At most five; answer them in the next request.
    pub(crate) questions: Vec<QuestionDocument>,
    /// Files that could not be read, each with the reason.
    pub(crate) unread: Vec<UnreadFile>,
}

/// A file as it was understood.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct SuggestedFile {
    pub(crate) name: String,
    /// What its rows are: `leads`, `deals`, …
    pub(crate) role: String,
    /// The product that exported it.
    pub(crate) product: Option<String>,
    /// Why.
    pub(crate) why: String,
    /// Whether the mapping reads it.
    pub(crate) is_read: bool,
    /// How many rows were looked at.
    pub(crate) rows: u64,
    /// Whether those are all.
    pub(crate) is_whole: bool,
    pub(crate) columns: Vec<ColumnDocument>,
}

/// A column of a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = ImportColumn)]
pub(crate) struct ColumnDocument {
    pub(crate) name: String,
    /// The first different cells, at most five.
    pub(crate) samples: Vec<String>,
}

/// Something that was taken to be so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct GuessDocument {
    pub(crate) file: String,
    pub(crate) column: Option<String>,
    pub(crate) what: String,
    pub(crate) why: String,
}

/// Something odd about the data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct SuggestionNote {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) column: String,
    pub(crate) text: String,
    pub(crate) rows: u64,
}

/// A question whose answer makes the mapping better.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct QuestionDocument {
    /// Under which name to answer it: `leads` (then `id` too, where it asks for a column),
    /// `date_order`, `created`, `won` or `zone`.
    pub(crate) id: String,
    pub(crate) text: String,
    /// What is taken to be so until it is answered.
    pub(crate) assumed: String,
}

/// A file that could not be read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct UnreadFile {
    pub(crate) name: String,
    pub(crate) why: String,
}

impl From<DeskImport> for ImportDocument {
    fn from(import: DeskImport) -> Self {
        let files = import.files.iter();
        Self {
            id: import.id,
            state: import.state.word(),
            opened_at: import.opened_at().to_string(),
            started_at: moment(import.started_at()),
            ended_at: moment(import.ended_at()),
            files: files
                .map(|file| FileDocument { name: file.name.clone(), bytes: file.bytes })
                .collect(),
            progress: import.progress.filter(|_| import.state == DeskState::Running).map(|it| {
                let file = Some(it.file).filter(|file| !file.is_empty());
                let (rows, bytes_read, bytes) = (it.rows, it.bytes_read, it.bytes);
                ProgressDocument { file, rows, bytes_read, bytes }
            }),
            who: import.who,
            mapping: import.mapping,
            failure: import.failure,
            report: import.report.map(ImportReportDocument::from),
        }
    }
}

impl From<DeskReport> for ImportReportDocument {
    fn from(report: DeskReport) -> Self {
        let notes = report.notes.into_iter().map(|note| ImportNoteDocument {
            code: note.code,
            file: note.file,
            count: note.count,
            text: note.text,
        });
        Self {
            files: report.files.into_iter().map(FileReportDocument::from).collect(),
            absent: report.absent,
            leads_new: report.leads_new,
            accounts_new: report.accounts_new,
            opportunities_new: report.opportunities_new,
            leads_linked: report.leads_linked,
            notes: notes.collect(),
            leads_settled: report.leads_settled,
        }
    }
}

impl From<DeskFileReport> for FileReportDocument {
    fn from(file: DeskFileReport) -> Self {
        let rejects = file.rejects.into_iter().map(|reject| RejectDocument {
            line: reject.line,
            column: reject.column,
            reason: reject.reason,
            help: reject.help,
        });
        Self {
            name: file.name,
            rows_read: file.rows_read,
            rows_rejected: file.rows_rejected,
            facts_new: file.facts_new,
            facts_known: file.facts_known,
            rejects: rejects.collect(),
            rejects_file: file.rejects_file,
            stopped: file.stopped,
        }
    }
}

impl From<DeskPreview> for PreviewDocument {
    fn from(preview: DeskPreview) -> Self {
        let rows = preview.rows.into_iter().map(row).collect();
        Self { rows_max: ImportDesk::PREVIEW_ROWS_MAX, report: preview.report.into(), rows }
    }
}

fn row(row: RowGlance) -> RowDocument {
    let subjects = row.subjects.into_iter().map(|subject| RowSubject {
        kind: kind_word(subject.kind),
        id: subject.id,
        personal: subject
            .personal
            .into_iter()
            .map(|(field, value)| RowPersonal { field, value })
            .collect(),
        belongs_to: subject.belongs_to,
        facts: subject.facts.into_iter().map(fact).collect(),
    });
    RowDocument { file: row.file, line: row.line, subjects: subjects.collect() }
}

fn fact(fact: FactGlance) -> RowFact {
    RowFact {
        kind: fact.kind.word(),
        name: fact.name,
        value: match fact.value {
            RawValue::Nothing => Value::Null,
            RawValue::Number(number) => json!(number),
            RawValue::Text(text) => json!(text),
            RawValue::Flag(flag) => json!(flag),
        },
        at: fact.at.to_string(),
        precision: fact.precision.word(),
    }
}

const fn kind_word(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Person => "person",
        SubjectKind::Account => "account",
        SubjectKind::Opportunity => "opportunity",
    }
}

impl From<DeskSuggestion> for SuggestionDocument {
    fn from(found: DeskSuggestion) -> Self {
        let DeskSuggestion { suggestion, columns, unread } = found;
        let looked = |name: &str| columns.iter().find(|(file, ..)| file == name);
        let column = |it: &ColumnGlance| ColumnDocument {
            name: it.name.clone(),
            samples: it.samples.clone(),
        };
        let files = suggestion.files.iter().map(|file| {
            let (columns, rows, is_whole) = match looked(&file.path) {
                None => (Vec::new(), 0, true),
                Some((_, columns, rows, is_whole)) => {
                    (columns.iter().map(column).collect(), *rows, *is_whole)
                }
            };
            SuggestedFile {
                name: file.path.clone(),
                role: file.role.word().to_owned(),
                product: file.product.map(|it: Product| it.word().to_owned()),
                why: file.why.clone(),
                is_read: file.is_read,
                rows,
                is_whole,
                columns,
            }
        });
        Self {
            files: files.collect(),
            mapping: suggestion.mapping,
            as_of: suggestion.as_of,
            guesses: suggestion
                .guesses
                .into_iter()
                .map(|it| GuessDocument {
                    file: it.file,
                    column: it.column,
                    what: it.what,
                    why: it.why,
                })
                .collect(),
            notes: suggestion
                .notes
                .into_iter()
                .map(|it| SuggestionNote {
                    id: it.id.to_owned(),
                    file: it.file,
                    column: it.column,
                    text: it.text,
                    rows: it.rows,
                })
                .collect(),
            questions: suggestion
                .questions
                .into_iter()
                .map(|it| QuestionDocument {
                    id: it.id.to_owned(),
                    text: it.text,
                    assumed: it.assumed,
                })
                .collect(),
            unread: unread.into_iter().map(|(name, why)| UnreadFile { name, why }).collect(),
        }
    }
}
