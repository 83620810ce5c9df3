//! Where the lines, sections and comments of a file stand.

use super::splice::Splice;
use std::ops::Range;
use toml_edit::{Item, Table};

/// A file's text and where its parts stand.
pub(super) struct Layout<'d> {
    pub(super) text: &'d str,
    pub(super) root: &'d Table,
    /// The line on which each header stands, in the order of the text.
    headers: Vec<usize>,
    /// Every header, and every key with its value, in the order of the text.
    contents: Vec<Range<usize>>,
}

impl<'d> Layout<'d> {
    pub(super) fn new(text: &'d str, root: &'d Table) -> Self {
        let mut layout = Self { text, root, headers: Vec::new(), contents: Vec::new() };
        layout.collect(root);
        layout.headers.sort_unstable();
        layout.contents.sort_unstable_by_key(|range| range.start);
        layout
    }

    fn collect(&mut self, table: &Table) {
        if let Some(header) = header(table) {
            self.headers.push(self.line_start(header.start));
            self.contents.push(header);
        }
        for (name, item) in table {
            match item {
                Item::Table(inner) => self.collect(inner),
                Item::ArrayOfTables(tables) => tables.iter().for_each(|inner| self.collect(inner)),
                Item::Value(value) => {
                    let key = table.key(name).and_then(toml_edit::Key::span);
                    if let (Some(key), Some(value)) = (key, value.span()) {
                        self.contents.push(key.start..value.end);
                    }
                }
                Item::None => {}
            }
        }
    }

    /// How the file ends its lines.
    pub(super) fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The beginning of the line in which a byte stands.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The byte after the line in which a byte stands.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }

    /// The line of a key with its value, with the comment directly above it.
    pub(super) fn line(&self, key: usize, value_end: usize) -> Range<usize> {
        self.below_comment(self.line_start(key))..self.line_end(value_end)
    }

    /// A section: its header, the lines until the next header, and the comments that touch it.
    pub(super) fn section(&self, header: usize) -> Range<usize> {
        let start = self.line_start(header);
        let next = self.headers.iter().copied().find(|line| *line > start);
        let next = next.unwrap_or(self.text.len());
        let end = self.last_line_before(next).max(self.line_end(header));
        self.below_comment(start)..self.with_comment_below(end, next)
    }

    /// The lines of a section itself, without what touches it: header to last value.
    pub(super) fn section_end(&self, header: usize) -> usize {
        let start = self.line_start(header);
        let next = self.headers.iter().copied().find(|line| *line > start);
        self.last_line_before(next.unwrap_or(self.text.len())).max(self.line_end(header))
    }

    /// Where the first header stands, with the comment directly above it.
    pub(super) fn first_section(&self) -> usize {
        self.headers.first().map_or(self.text.len(), |line| self.below_comment(*line))
    }

    /// Whether nothing but comments and blanks lies between two sections.
    pub(super) fn touch(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        let between = first.end..second.start;
        !self.contents.iter().any(|content| between.contains(&content.start))
    }

    /// Whether the second comes right after the first.
    pub(super) fn touch_in_order(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        first.end <= second.start && self.touch(first, second)
    }

    /// The end of the last line with a value or header that begins before a place.
    fn last_line_before(&self, place: usize) -> usize {
        let last = self.contents.iter().take_while(|range| range.start < place).last();
        last.map_or(0, |range| self.line_end(range.end))
    }

    /// The beginning of the comment that stands directly above a line, or the line itself.
    fn below_comment(&self, line: usize) -> usize {
        let floor = self.last_line_before(line);
        let mut start = line;
        while start > floor {
            let above = self.line_start(start - 1);
            if above < floor || !self.text[above..start].trim_start().starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }

    /// The end of the comment that stands directly below a line, if it is not that of the next
    /// header.
    fn with_comment_below(&self, line: usize, next: usize) -> usize {
        let mut end = line;
        while end < next && self.text[end..].trim_start_matches([' ', '\t']).starts_with('#') {
            end = self.line_end(end);
        }
        if end >= next && next < self.text.len() { line } else { end }
    }

    /// Takes lines away, with the blank lines on one side of them: the shorter of both runs.
    pub(super) fn without(&self, lines: Range<usize>) -> Splice {
        let is_blank = |from: usize, to: usize| self.text[from..to].trim().is_empty();
        let (mut before, mut after) = (lines.start, lines.end);
        while before > 0 && is_blank(self.line_start(before - 1), before) {
            before = self.line_start(before - 1);
        }
        while after < self.text.len() && is_blank(after, self.line_end(after)) {
            after = self.line_end(after);
        }
        let (above, below) = (lines.start - before, after - lines.end);
        let place = match after == self.text.len() || above < below && before > 0 {
            true => before..lines.end,
            false => lines.start..after,
        };
        Splice::new(self.text, place, "")
    }

    /// Lines as they are put elsewhere: with a newline at their end.
    pub(super) fn whole_lines(&self, lines: Range<usize>) -> String {
        let text = &self.text[lines];
        let end = if text.ends_with('\n') { "" } else { self.newline() };
        format!("{text}{end}")
    }

    /// What must stand before a line that is put at this place: a newline after a last line that
    /// has none.
    pub(super) fn break_before(&self, at: usize) -> &'static str {
        let is_open = at > 0 && !self.text[..at].ends_with('\n');
        if is_open { self.newline() } else { "" }
    }
}

/// Where a table's header is written, if it has one.
pub(super) fn header(table: &Table) -> Option<Range<usize>> {
    let is_written = !table.is_implicit() && !table.is_dotted();
    table.span().filter(|span| is_written && !span.is_empty())
}
