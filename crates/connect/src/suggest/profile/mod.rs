//! What the columns of a file hold: read once, row by row, in bounded memory.

mod column;
mod keys;
mod placeholder;
mod shape;
mod times;

pub use column::ColumnProfile;
pub(super) use keys::Keys;
pub(super) use placeholder::is_placeholder;
pub(super) use shape::{Shapes, salesforce_id};
pub use times::{DateOrder, Ordered};

/// The most columns that are looked at.
pub const COLUMNS_MAX: usize = 1_000;

/// What a file holds, column by column.
#[derive(Clone, Debug)]
pub struct FileProfile {
    /// The file's name within the folder of the import.
    pub path: String,
    /// What stands between its cells, where something does.
    pub delimiter: Option<u8>,
    /// How many rows were looked at.
    pub rows: u64,
    /// Whether those are all.
    pub is_whole: bool,
    /// How many rows have more or fewer cells than there are columns.
    pub broken: u64,
    /// What was guessed of how it is written.
    pub guesses: Vec<String>,
    /// Its columns, in order.
    pub columns: Vec<ColumnProfile>,
}

impl FileProfile {
    /// Nothing looked at yet. Columns beyond the 1,000th are left out.
    #[must_use]
    pub fn new<'a>(path: &str, header: impl IntoIterator<Item = &'a str>) -> Self {
        let names = header.into_iter().take(COLUMNS_MAX);
        Self {
            path: path.to_owned(),
            delimiter: None,
            rows: 0,
            is_whole: true,
            broken: 0,
            guesses: Vec::new(),
            columns: names.map(|name| ColumnProfile::new(name.trim())).collect(),
        }
    }

    /// Looks at a row and its line.
    pub fn look<'a>(&mut self, line: u64, cells: impl IntoIterator<Item = &'a str>) {
        self.rows += 1;
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.look(cell.trim(), line);
        }
    }

    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ColumnProfile> {
        self.columns.iter().find(|column| column.name == name)
    }
}
