//! Tables that fit the terminal.

use super::style::{Style, visible};
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Width};

/// Where a column's cells stand.
#[derive(Clone, Copy)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table without lines: a heading, and rows below it.
pub(crate) struct Table {
    table: comfy_table::Table,
    aligns: Vec<Align>,
    style: Style,
    codes: Codes,
    /// The longest word of each column, in columns of the terminal.
    words: Vec<usize>,
    /// The headings, then the rows, for terminals that are too narrow for columns.
    rows: Vec<Vec<String>>,
}

/// Escape codes stand in cells as letters without width, so that columns are measured right.
#[derive(Default)]
struct Codes(Vec<String>);

const INVISIBLE: [char; 8] = [
    '\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}',
];
const RESET: &str = "\x1b[0m";

impl Table {
    /// With these columns.
    pub(crate) fn new(style: &Style, columns: &[(&str, Align)]) -> Self {
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(style.width.saturating_sub(2) as u16);
        let aligns = columns.iter().map(|(_, align)| *align).collect();
        let words = vec![0; columns.len()];
        let mut table =
            Self { table, aligns, style: *style, codes: Codes::default(), words, rows: Vec::new() };
        table.row(columns.iter().map(|(head, _)| style.faint(head)).collect());
        table
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        let style = self.style;
        let one_line = |cell: String| style.clean(&cell).replace(['\n', '\t'], " ");
        let cells: Vec<String> = cells.into_iter().map(one_line).collect();
        for (cell, longest) in cells.iter().zip(&mut self.words) {
            let words = cell.split(' ').map(visible);
            *longest = words.max().unwrap_or(0).max(*longest);
        }
        self.rows.push(cells.clone());
        let codes = &mut self.codes;
        let aligned = cells.into_iter().zip(&self.aligns).map(|(cell, align)| {
            Cell::new(codes.hide(&cell)).set_alignment(match align {
                Align::Left => CellAlignment::Left,
                Align::Right => CellAlignment::Right,
            })
        });
        self.table.add_row(aligned.collect::<Vec<_>>());
    }

    /// As lines, indented as everything below a heading. Where words would break, each row is a
    /// paragraph instead. A no-break space keeps a cell together.
    pub(crate) fn lines(&mut self) -> Vec<String> {
        if !self.keep_words_whole() {
            return self.paragraphs();
        }
        let indent = if self.style.width > 60 { " " } else { "" };
        let shown =
            self.table.lines().map(|line| self.codes.show(line.trim_end()).replace('\u{a0}', " "));
        shown.map(|line| format!("{indent}{line}")).collect()
    }
}

impl Table {
    /// Breaks cells between words only; whether the terminal is wide enough for that.
    fn keep_words_whole(&mut self) -> bool {
        const PADDING: usize = 2;
        let least: usize = self.words.iter().map(|word| word + PADDING).sum();
        let fits = least + PADDING <= self.style.width;
        if fits {
            let least = self.words.iter().map(|word| (word + PADDING) as u16);
            let least = least.map(|width| ColumnConstraint::LowerBoundary(Width::Fixed(width)));
            self.table.set_constraints(least.collect::<Vec<_>>());
        }
        fits
    }

    /// Each row by itself: its first cell, then the others with their headings.
    fn paragraphs(&self) -> Vec<String> {
        let Some((heads, rows)) = self.rows.split_first() else { return Vec::new() };
        let dot = format!(" {} ", self.style.dot());
        let paragraph = |row: &Vec<String>| {
            let cells = heads.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<_> = cells.map(|(head, cell)| format!("{head} {cell}")).collect();
            let first = row.first().map_or("", |first| first.trim_start());
            let cells = self.style.wrapped(&format!("   {}", cells.join(&dot)), 3);
            let first = self.style.wrapped(&format!(" {first}"), 3);
            first.lines().chain(cells.lines()).map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        rows.iter().flat_map(paragraph).collect()
    }
}

impl Codes {
    fn hide(&mut self, text: &str) -> String {
        let mut hidden = String::new();
        let mut rest = text;
        while let Some(start) = rest.find('\x1b') {
            hidden.push_str(&rest[..start]);
            let end = rest[start..].find('m').map_or(rest.len(), |end| start + end + 1);
            hidden.extend(self.letter(&rest[start..end]));
            rest = &rest[end..];
        }
        hidden.push_str(rest);
        hidden
    }

    fn letter(&mut self, code: &str) -> Option<char> {
        let index = self.0.iter().position(|known| known == code).unwrap_or_else(|| {
            self.0.push(code.to_owned());
            self.0.len() - 1
        });
        INVISIBLE.get(index).copied()
    }

    /// A line with its codes again; without any where a cell was broken in the midst of one.
    fn show(&self, line: &str) -> String {
        let code_of = |letter: char| {
            let index = INVISIBLE.iter().position(|known| *known == letter)?;
            self.0.get(index)
        };
        let mut open = 0_i32;
        for code in line.chars().filter_map(code_of) {
            open += if code == RESET { -1 } else { 1 };
        }
        let mut shown = String::new();
        for letter in line.chars() {
            match code_of(letter) {
                Some(code) if open == 0 => shown.push_str(code),
                Some(_) => {}
                None => shown.push(letter),
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_does_not_move_columns() {
        let shown = |colored| {
            let style = Style::new(colored, true, 80);
            let mut table = Table::new(&style, &[("", Align::Left), ("Leads", Align::Right)]);
            table.row(vec![style.late("late"), "12".to_owned()]);
            table.row(vec!["punctual".to_owned(), "1,234".to_owned()]);
            table.lines()
        };
        let widths =
            |lines: Vec<String>| lines.iter().map(|line| visible(line)).collect::<Vec<_>>();
        assert!(shown(true)[1].contains("\x1b[38;5;160mlate\x1b[0m"));
        assert_eq!(widths(shown(true)), widths(shown(false)));
    }

    #[test]
    fn ids_are_never_broken() {
        for width in 40..100 {
            let style = Style::new(true, true, width);
            let left = |name| (name, Align::Left);
            let mut table = Table::new(&style, &["Lead", "Stage", "Turn", "Id"].map(left));
            let id = "0c4m9x2k7v1t8";
            let cells = ["Fatou Dornfeather, Garnetpath", "Marketing qualified", "lena.feldmark"];
            table.row(cells.into_iter().chain([id]).map(ToOwned::to_owned).collect());
            let lines = table.lines();
            assert!(lines.iter().any(|line| line.contains(id)), "{width}: {lines:?}");
            assert!(lines.iter().all(|line| visible(line) <= width), "{width}: {lines:?}");
        }
    }

    #[test]
    fn a_narrow_terminal_breaks_cells_and_not_the_table() {
        let style = Style::new(true, true, 40);
        let mut table = Table::new(&style, &[("", Align::Left), ("", Align::Left)]);
        table.row(vec![style.late("a rather long text that is painted"), "and another one".into()]);
        assert!(table.lines().iter().all(|line| visible(line) <= 40));
    }
}
