//! Colour and width. Colour means a side or trouble, nothing else, and never stands alone.

use super::letters;
use app::tell::Voice;
use charter::Side;

/// How text looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    colored: bool,
    /// Whether letters beyond ASCII may be used.
    pub(crate) unicode: bool,
    /// The columns of the terminal.
    pub(crate) width: usize,
}

/// Violet for marketing and teal for sales, as everywhere in Tandem, by the numbers of the
/// 256-colour palette; both can be read on light and on dark.
const MARKETING: u8 = 98;
const SALES: u8 = 37;
const LATE: u8 = 160;

impl Voice for Style {
    fn side(&self, side: Side, name: &str) -> String {
        Self::side(self, side, name)
    }

    fn late(&self, text: &str) -> String {
        Self::late(self, text)
    }

    fn late_mark(&self) -> &'static str {
        Self::late_mark(self)
    }
}

impl Style {
    pub(crate) const fn new(colored: bool, unicode: bool, width: usize) -> Self {
        Self { colored, unicode, width }
    }

    /// A text that is safe to show here, ours or from data.
    pub(crate) fn clean(&self, text: &str) -> String {
        letters::for_people(text, self.colored, self.unicode)
    }

    /// In a side's colour.
    pub(crate) fn side(&self, side: Side, text: &str) -> String {
        let color = match side {
            Side::Marketing => MARKETING,
            Side::Sales => SALES,
        };
        self.paint(&format!("38;5;{color}"), text)
    }

    /// In trouble: the text must say so too.
    pub(crate) fn late(&self, text: &str) -> String {
        self.paint(&format!("38;5;{LATE}"), text)
    }

    /// The glyph for late.
    pub(crate) const fn late_mark(&self) -> &'static str {
        if self.unicode { "▲" } else { "!" }
    }

    /// A heading.
    pub(crate) fn strong(&self, text: &str) -> String {
        self.paint("1", text)
    }

    /// Less important.
    pub(crate) fn faint(&self, text: &str) -> String {
        self.paint("2", text)
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colored && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    /// The glyph for a fact.
    pub(crate) const fn fact_mark(&self) -> &'static str {
        if self.unicode { "●" } else { "*" }
    }

    /// The glyph for what followed.
    pub(crate) const fn follows_mark(&self) -> &'static str {
        if self.unicode { "→" } else { "->" }
    }

    /// Between two things.
    pub(crate) const fn dot(&self) -> &'static str {
        if self.unicode { "·" } else { "-" }
    }

    /// Wraps words to the width; all lines but the first are indented.
    pub(crate) fn wrapped(&self, text: &str, indent: usize) -> String {
        let text = &self.clean(text);
        let mut lines: Vec<String> = Vec::new();
        let start = text.len() - text.trim_start().len();
        let mut line = text[..start].to_owned();
        let mut empty = true;
        for word in text.split_whitespace() {
            if !empty && visible(&line) + 1 + visible(word) > self.width {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        lines.push(line);
        lines.join("\n")
    }
}

/// How many columns a text takes: escape codes take none.
pub(crate) fn visible(text: &str) -> usize {
    let mut columns = 0;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\x1b' {
            letters.by_ref().find(|letter| *letter == 'm');
        } else {
            columns += 1;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_at_the_width_and_indented() {
        let style = Style::new(false, true, 12);
        assert_eq!(style.wrapped("one two three four", 2), "one two\n  three four");
        assert_eq!(style.wrapped("  one two three", 2), "  one two\n  three");
    }

    #[test]
    fn colour_takes_no_room_and_is_left_out_where_it_is_not_wanted() {
        let style = Style::new(true, true, 80);
        assert_eq!(visible(&style.late("late")), 4);
        assert_eq!(Style::new(false, true, 80).late("late"), "late");
    }
}
