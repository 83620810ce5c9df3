//! What is odd about good rows: reported, not fixed.

use std::collections::BTreeMap;
use std::fmt;

/// What is odd.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum NoteKind {
    /// A number outside of the range that the mapping expects.
    OutOfRange {
        /// The fact whose value it is.
        name: String,
        /// The least and the most, `0 to 100`.
        range: String,
    },
    /// A text that the mapping's value map does not have.
    UnknownValue {
        /// The column.
        column: String,
        /// Whether it was taken as it is; else nothing was recorded.
        kept: bool,
    },
    /// A text that the mapping corrects.
    Corrected {
        /// The column.
        column: String,
        /// The text.
        from: String,
        /// What it is taken for.
        into: String,
    },
    /// A text that says nothing, as the mapping says.
    TakenAsEmpty {
        /// The column.
        column: String,
        /// The text.
        text: String,
    },
    /// A value of a column about which the mapping has a remark.
    Remark {
        /// The column.
        column: String,
        /// The remark.
        remark: String,
    },
    /// A row that repeats an earlier one in every cell.
    RepeatedRow,
    /// A row that leaves out whom it belongs to.
    Unnamed {
        /// The column that would say it.
        column: String,
    },
    /// A fact without a date of its own.
    Assumed {
        /// The fact.
        name: String,
        /// The date that is assumed.
        as_of: String,
    },
    /// An amount that was converted into another currency.
    Converted {
        /// The fact.
        name: String,
        /// The currency that the file has.
        from: String,
        /// The currency that is recorded.
        into: String,
        /// What one of the one is worth in the other.
        rate: String,
    },
    /// A row that the mapping leaves out.
    LeftOut {
        /// The column that decides it.
        column: String,
    },
    /// A key that a joined file does not have.
    KeyUnknown {
        /// The joined file.
        path: String,
        /// The column that has the key.
        column: String,
    },
    /// A row of a joined file that no row asks for.
    KeyUnused {
        /// The joined file.
        path: String,
    },
    /// A key that a joined file has again; its first row counts.
    KeyRepeated {
        /// The joined file.
        path: String,
    },
    /// A local time that no clock showed, or that it showed twice.
    ClockChange {
        /// The zone.
        zone: String,
        /// What was done to the clocks.
        change: ClockChange,
    },
}

/// What was done to the clocks of a zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ClockChange {
    /// They were put forward over a time, which is taken so much later.
    PutForward {
        /// By how many minutes.
        minutes: u32,
    },
    /// They were put back and showed a time twice; it is taken as the earlier.
    PutBack,
}

/// One row of which something is odd.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The line, from 1.
    pub line: u64,
    /// What it says; empty where there is nothing to show.
    pub text: String,
}

/// How often something is odd, with the first rows of which it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Noted {
    /// How often.
    pub count: u64,
    /// The first rows.
    pub examples: Vec<Example>,
}

impl Noted {
    /// The most examples that are kept.
    pub const EXAMPLES_MAX: usize = 5;
}

/// What is odd about the good rows of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Notes(BTreeMap<NoteKind, Noted>);

impl Notes {
    /// The most kinds that are told apart; further ones are not noted.
    pub const KINDS_MAX: usize = 10_000;

    pub(crate) fn add(&mut self, kind: NoteKind, line: u64, text: String) {
        if self.0.len() >= Self::KINDS_MAX && !self.0.contains_key(&kind) {
            return;
        }
        let noted = self.0.entry(kind).or_default();
        noted.count += 1;
        if noted.examples.len() < Noted::EXAMPLES_MAX {
            noted.examples.push(Example { line, text });
        }
    }

    /// Each kind with how often it occurred.
    pub fn iter(&self) -> impl Iterator<Item = (&NoteKind, &Noted)> {
        self.0.iter()
    }

    /// Each kind in a sentence with its first examples.
    pub fn sentences(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(kind, noted)| sentence(kind, noted))
    }
}

fn sentence(kind: &NoteKind, noted: &Noted) -> String {
    let one = noted.count == 1;
    let count = noted.count;
    let (values, are) = if one { ("value", "is") } else { ("values", "are") };
    let (rows, repeat, name) =
        if one { ("row", "repeats", "names") } else { ("rows", "repeat", "name") };
    let text = match kind {
        NoteKind::OutOfRange { name, range } => {
            format!("{count} {values} of {name} {are} outside {range}")
        }
        NoteKind::UnknownValue { column, kept } => {
            let taken = if *kept { "taken as written" } else { "left out" };
            format!("{count} {values} of column `{column}` {are} not in its map, and {taken}")
        }
        NoteKind::Corrected { column, from, into } => {
            format!("{count} {values} `{from}` of column `{column}` {are} taken for `{into}`")
        }
        NoteKind::TakenAsEmpty { column, text } => {
            format!("{count} {values} `{text}` of column `{column}` {are} taken for nothing")
        }
        NoteKind::Remark { column, remark } => {
            format!("{count} {values} of column `{column}`, of which the mapping says: {remark}")
        }
        NoteKind::RepeatedRow => format!("{count} {rows} {repeat} an earlier row in every cell"),
        NoteKind::Unnamed { column } => format!("{count} {rows} {name} nobody in `{column}`"),
        NoteKind::Assumed { name, as_of } => {
            format!("{count} {values} of {name} {are} assumed: dated {as_of} for want of a date")
        }
        NoteKind::Converted { name, from, into, rate } => format!(
            "{count} {values} of {name} {are} converted from {from} into {into} at {rate}, the rate \
             of the mapping"
        ),
        NoteKind::LeftOut { column } => {
            let are = if one { "is" } else { "are" };
            format!("{count} {rows} {are} left out, as the mapping says of `{column}`")
        }
        NoteKind::KeyUnknown { path, column } => {
            format!("{count} {values} of column `{column}` {are} not in {path}")
        }
        NoteKind::KeyUnused { path } => {
            let are = if one { "is" } else { "are" };
            format!("{count} {rows} of {path} {are} asked for by no row")
        }
        NoteKind::KeyRepeated { path } => {
            format!("{count} {rows} of {path} {repeat} a key; the first row of each counts")
        }
        NoteKind::ClockChange { zone, change: ClockChange::PutForward { minutes } } => {
            let (times, do_not) = if one { ("time", "does not") } else { ("times", "do not") };
            let later = match minutes {
                60 => "an hour".to_owned(),
                minutes => format!("{minutes} minutes"),
            };
            format!(
                "{count} {times} {do_not} exist in {zone} because the clock was put forward; \
                 taken {later} later"
            )
        }
        NoteKind::ClockChange { zone, change: ClockChange::PutBack } => {
            let (times, occur) = if one { ("time", "occurs") } else { ("times", "occur") };
            format!(
                "{count} {times} {occur} twice in {zone} because the clock was put back; taken \
                 as the earlier"
            )
        }
    };
    format!("{text}: {noted}")
}

impl fmt::Display for Noted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Example { line, text }) in self.examples.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}line {line}")?;
            if !text.is_empty() {
                write!(f, " ({text})")?;
            }
        }
        if self.count > self.examples.len() as u64 {
            f.write_str(", …")?;
        }
        Ok(())
    }
}
