//! What files hold, before anything is done with them: samples of their columns, and what their
//! first rows say through a mapping.

use super::{Import, ImportError, source};
use connect::{FileError, RawValue, Read, Table, Wanted};
use facts::{Instant, Kind, Precision, SubjectKind};
use std::path::Path;

/// A column of a file with what its first cells hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnGlance {
    /// Its name.
    pub name: String,
    /// The first different cells that are not empty, at most [`ColumnGlance::SAMPLES_MAX`], each of
    /// at most [`ColumnGlance::SAMPLE_LETTERS_MAX`] letters.
    pub samples: Vec<String>,
}

impl ColumnGlance {
    /// The most samples of a column.
    pub const SAMPLES_MAX: usize = 5;
    /// The longest sample, in letters.
    pub const SAMPLE_LETTERS_MAX: usize = 120;
    /// The most rows that are looked at for samples.
    const ROWS_MAX: usize = 1_000;
}

/// What a row says through a mapping.
#[derive(Clone, PartialEq, Debug)]
pub struct RowGlance {
    /// The file.
    pub file: String,
    /// Its line, or the row, the item, the event.
    pub line: u64,
    /// Whom it is about.
    pub subjects: Vec<SubjectGlance>,
}

/// What a row says of one subject.
#[derive(Clone, PartialEq, Debug)]
pub struct SubjectGlance {
    /// What it is.
    pub kind: SubjectKind,
    /// What the source calls it, with the namespace before.
    pub id: String,
    /// What says who it is: fields and values.
    pub personal: Vec<(String, String)>,
    /// The subjects that it belongs to, as the source calls them.
    pub belongs_to: Vec<String>,
    /// What happened, or was learned.
    pub facts: Vec<FactGlance>,
}

/// A fact that a row says.
#[derive(Clone, PartialEq, Debug)]
pub struct FactGlance {
    /// Its kind.
    pub kind: Kind,
    /// Its name within the kind.
    pub name: String,
    /// What it says.
    pub value: RawValue,
    /// When it happened.
    pub at: Instant,
    /// How precisely that is known.
    pub precision: Precision,
}

/// The columns of a file, each with the first of what it holds.
///
/// # Errors
/// When it cannot be read as a table.
pub(crate) fn glance(path: &Path) -> Result<Vec<ColumnGlance>, FileError> {
    let mut table = Table::open_path(path, &Wanted::default())?;
    let columns = table.columns().iter();
    let mut columns: Vec<_> = columns
        .map(|name| ColumnGlance { name: name.trim().to_owned(), samples: Vec::new() })
        .collect();
    for _ in 0..ColumnGlance::ROWS_MAX {
        let Some(row) = table.next_row()? else { break };
        for (index, column) in columns.iter_mut().enumerate().take(row.width()) {
            let cell = row.text(index);
            let cell: String = cell.trim().chars().take(ColumnGlance::SAMPLE_LETTERS_MAX).collect();
            let room = column.samples.len() < ColumnGlance::SAMPLES_MAX;
            if room && !cell.is_empty() && !column.samples.contains(&cell) {
                column.samples.push(cell);
            }
        }
        if columns.iter().all(|column| column.samples.len() == ColumnGlance::SAMPLES_MAX) {
            break;
        }
    }
    Ok(columns)
}

/// What the first good rows of each file say, `rows_max` of each.
///
/// # Errors
/// As an import, before it records anything.
pub(crate) fn first_rows(
    import: &Import<'_>,
    rows_max: usize,
    now: Instant,
) -> Result<Vec<RowGlance>, ImportError> {
    /// Of a file without good rows, not all is read.
    const LOOKED_AT_MAX: usize = 1_000;
    let mut first = Vec::new();
    for source in source::open_all(import, import.as_of.unwrap_or(now))? {
        let good = source.reading.take(LOOKED_AT_MAX).filter_map(|read| match read {
            Ok(Read::Good(intake)) => Some(intake),
            // What cannot be read is said by the dry run.
            _ => None,
        });
        first.extend(good.take(rows_max).map(|intake| RowGlance {
            file: source.file.path.clone(),
            line: intake.line,
            subjects: intake.subjects.into_iter().map(subject).collect(),
        }));
    }
    Ok(first)
}

fn subject(said: connect::SubjectIntake) -> SubjectGlance {
    let name = |it: &connect::Reference| format!("{}:{}", it.namespace, it.id);
    let facts = said.facts.into_iter().map(|fact| FactGlance {
        kind: fact.kind,
        name: fact.name.as_ref().to_owned(),
        value: fact.value,
        at: fact.occurred_at,
        precision: fact.precision,
    });
    SubjectGlance {
        kind: said.kind,
        id: name(&said.id),
        personal: said.personal.into_iter().map(|(of, it)| (of.word().to_owned(), it)).collect(),
        belongs_to: said.links.iter().map(|link| name(&link.to)).collect(),
        facts: facts.collect(),
    }
}
