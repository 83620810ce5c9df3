//! What is odd about what was imported.

use super::report::ImportReport;
use connect::{FileMapping, FileReading, NoteKind};
use std::fmt;

/// Something odd, said in a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportNote {
    /// What kind of thing.
    pub code: NoteCode,
    /// The file, where it is about one.
    pub file: Option<String>,
    /// How often.
    pub count: u64,
    /// The sentence, with the first examples.
    pub text: String,
}

/// Kinds of odd things; their words stay the same from version to version.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum NoteCode {
    /// How a file is written, where nobody says it and the file does not tell for certain.
    Guessed,
    /// Numbers outside of the range that the mapping expects.
    OutOfRange,
    /// Texts that a value map does not have.
    UnknownValue,
    /// Texts that the mapping corrects.
    Corrected,
    /// Texts that say nothing, as the mapping says.
    TakenAsEmpty,
    /// Values about which the mapping has a remark.
    Remark,
    /// Rows that repeat an earlier one.
    RepeatedRow,
    /// Rows that leave out whom they belong to.
    Unnamed,
    /// Facts whose date is assumed.
    Assumed,
    /// Local times that no clock showed, or that it showed twice.
    ClockChange,
    /// Amounts that were converted.
    Converted,
    /// Amounts in another currency than the charter's.
    OtherCurrency,
    /// Rows that the mapping leaves out.
    LeftOut,
    /// Keys that a joined file does not have, or has several times.
    Joined,
    /// Values that changed from one export to the next.
    Changed,
    /// Values that are empty in a further export.
    Emptied,
    /// Records that a further export lacks.
    Missing,
    /// Identifiers that join to nothing.
    JoinsNothing,
    /// Identifiers that name two subjects.
    NamesTwo,
    /// People who came as two records and are one.
    OnePerson,
    /// Leads that were linked to accounts that nobody had linked them to.
    LinkedToAccount,
    /// Leads that may belong to an account.
    MayBelong,
    /// Leads whose dates contradict the expected order.
    OrderContradicted,
    /// Names that the charter does not know, so that no rule can ask for them.
    UnknownToCharter,
}

impl NoteCode {
    /// The code's word, for JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::OutOfRange => "out_of_range",
            Self::UnknownValue => "unknown_value",
            Self::Corrected => "corrected",
            Self::TakenAsEmpty => "taken_as_empty",
            Self::Remark => "remark",
            Self::RepeatedRow => "repeated_row",
            Self::Unnamed => "unnamed",
            Self::Assumed => "assumed",
            Self::ClockChange => "clock_change",
            Self::Converted => "converted",
            Self::OtherCurrency => "other_currency",
            Self::LeftOut => "left_out",
            Self::Joined => "joined",
            Self::Changed => "changed",
            Self::Emptied => "emptied",
            Self::Missing => "missing",
            Self::JoinsNothing => "joins_nothing",
            Self::NamesTwo => "names_two",
            Self::OnePerson => "one_person",
            Self::LinkedToAccount => "linked_to_account",
            Self::MayBelong => "may_belong",
            Self::OrderContradicted => "order_contradicted",
            Self::UnknownToCharter => "unknown_to_charter",
        }
    }
}

impl fmt::Display for ImportNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{file}: {}", self.text),
            None => f.write_str(&self.text),
        }
    }
}

/// The notes that were taken while a file was read.
pub(super) fn of_file(file: &FileMapping, reading: &FileReading<'_>, report: &mut ImportReport) {
    for text in reading.table().found().guesses.iter().cloned() {
        let file = Some(file.path.clone());
        report.notes.push(ImportNote { code: NoteCode::Guessed, file, count: 1, text });
    }
    let notes = reading.notes();
    for ((kind, noted), text) in notes.iter().zip(notes.sentences()) {
        let code = match kind {
            NoteKind::OutOfRange { .. } => NoteCode::OutOfRange,
            NoteKind::Corrected { .. } => NoteCode::Corrected,
            NoteKind::TakenAsEmpty { .. } => NoteCode::TakenAsEmpty,
            NoteKind::Remark { .. } => NoteCode::Remark,
            NoteKind::RepeatedRow => NoteCode::RepeatedRow,
            NoteKind::Unnamed { .. } => NoteCode::Unnamed,
            NoteKind::Assumed { .. } => NoteCode::Assumed,
            NoteKind::ClockChange { .. } => NoteCode::ClockChange,
            NoteKind::Converted { .. } => NoteCode::Converted,
            NoteKind::LeftOut { .. } => NoteCode::LeftOut,
            NoteKind::KeyUnknown { .. }
            | NoteKind::KeyUnused { .. }
            | NoteKind::KeyRepeated { .. } => NoteCode::Joined,
            _ => NoteCode::UnknownValue,
        };
        let file = Some(file.path.clone());
        report.notes.push(ImportNote { code, file, count: noted.count, text });
    }
}

/// How often something is so, with the first of whom it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) count: u64,
    examples: Vec<String>,
}

impl Tally {
    pub(super) const EXAMPLES_MAX: usize = 5;

    pub(super) fn add(&mut self, example: impl FnOnce() -> String) {
        self.count += 1;
        if self.examples.len() < Self::EXAMPLES_MAX {
            self.examples.push(example());
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.examples.join(", "))?;
        let more = self.count > self.examples.len() as u64;
        if more { f.write_str(", …") } else { Ok(()) }
    }
}
