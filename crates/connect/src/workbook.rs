//! Tables as a workbook (XLSX), for people who go on in a spreadsheet.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use thiserror::Error;

/// A table on a sheet of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// What its tab says: at most 31 characters, without `[ ] : * ? / \`.
    pub name: String,
    /// What each column is.
    pub head: Vec<String>,
    /// As many cells as the head, each.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A text, never run as a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A share from 0 to 1, shown in percent.
    Share(f64),
    /// Nothing is known.
    Empty,
}

/// Why there is no workbook.
#[derive(Debug, Error)]
#[error("the workbook cannot be written: {0}; ask for fewer rows, or for CSV")]
pub struct WorkbookError(#[from] XlsxError);

/// The widest a column is made, in characters.
const WIDTH_MAX: usize = 60;
/// The most characters that a cell holds.
const CELL_CHARS_MAX: usize = 32_767;

/// A workbook of these sheets, as a file's bytes. The heads stay in sight while one scrolls.
///
/// # Errors
/// When a sheet has more than 1,048,576 rows, or a name that no tab can have.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    let strong = Format::new().set_bold();
    let percent = Format::new().set_num_format("0.0%");
    for table in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&table.name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, name) in (0_u16..).zip(&table.head) {
            sheet.write_with_format(0, column, name, &strong)?;
            let cells = table.rows.iter().filter_map(|row| row.get(usize::from(column)));
            let widest = cells.map(Cell::chars).chain([name.chars().count()]).max();
            sheet
                .set_column_width(column, (widest.unwrap_or_default() + 2).min(WIDTH_MAX) as f64)?;
        }
        for (row, cells) in (1_u32..).zip(&table.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(text) => {
                        let text: String = text.chars().take(CELL_CHARS_MAX).collect();
                        sheet.write_string(row, column, text)?;
                    }
                    Cell::Number(number) => {
                        sheet.write_number(row, column, *number)?;
                    }
                    Cell::Share(share) => {
                        sheet.write_number_with_format(row, column, *share, &percent)?;
                    }
                    Cell::Empty => {}
                }
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

impl Cell {
    /// How wide it is shown, about.
    fn chars(&self) -> usize {
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Number(number) => number.to_string().len(),
            Self::Share(_) => 6,
            Self::Empty => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn sheet(name: &str) -> Sheet {
        let rows = vec![
            vec![Cell::Text("=1+1".to_owned()), Cell::Number(412.0), Cell::Share(0.65)],
            vec![Cell::Text("Zoë".to_owned()), Cell::Number(0.5), Cell::Empty],
        ];
        let head = ["stage", "reached", "share"].map(str::to_owned).to_vec();
        Sheet { name: name.to_owned(), head, rows }
    }

    #[test]
    fn numbers_are_numbers_and_a_text_is_never_run() {
        let bytes = workbook(&[sheet("Stages"), sheet("By source")]).unwrap();
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["Stages", "By source"]);
        let table = read.worksheet_range("Stages").unwrap();
        let text = |text: &str| Data::String(text.to_owned());
        let first: Vec<_> = table.rows().nth(1).unwrap().to_vec();
        assert_eq!(first, [text("=1+1"), Data::Float(412.0), Data::Float(0.65)]);
        assert_eq!(table.rows().nth(2).unwrap()[0], text("Zoë"));
        assert!(read.worksheet_formula("Stages").unwrap().is_empty());
    }

    #[test]
    fn a_name_that_no_tab_can_have_is_refused() {
        let refused = workbook(&[sheet("a/b")]).unwrap_err().to_string();
        assert!(refused.contains("cannot be written"), "{refused}");
    }
}
