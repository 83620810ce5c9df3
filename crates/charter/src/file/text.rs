//! Texts of the file, and where each of their characters was written.

use std::ops::Range;

/// A text and its place in the file, quotes included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Text<'a> {
    pub(super) value: &'a str,
    pub(super) span: Range<usize>,
}

impl Text<'_> {
    /// The place in the file of a part of the text.
    pub(super) fn place_of(&self, part: &Range<usize>, file: &str) -> Range<usize> {
        let raw = file.get(self.span.clone()).unwrap_or_default();
        let places = written(raw);
        let at = |byte: usize| {
            let last = places.last().copied().unwrap_or(raw.len());
            self.span.start + places.get(byte).copied().unwrap_or(last)
        };
        at(part.start)..at(part.end).max(at(part.start))
    }
}

/// For each byte of a TOML string's value, and for its end, the byte of the raw text (quotes
/// included) where it was written.
fn written(raw: &str) -> Vec<usize> {
    let quote = raw.chars().next().unwrap_or('"');
    let long = [quote; 3].iter().collect::<String>();
    let is_long = raw.len() >= 6 && raw.starts_with(&long);
    let edge = if is_long { 3 } else { 1 };
    let end = raw.len().saturating_sub(edge).max(edge.min(raw.len()));
    let mut at = edge.min(raw.len());
    if is_long {
        // A newline right after the opening quotes is not part of the value.
        let newline = ["\r\n", "\n"].into_iter().find(|newline| raw[at..].starts_with(newline));
        at += newline.map_or(0, str::len);
    }
    let mut places = Vec::new();
    while at < end {
        let rest = &raw[at..end];
        let (taken, bytes) = match rest.strip_prefix('\\') {
            Some(escape) if quote == '"' => escaped(escape),
            _ => {
                let width = rest.chars().next().map_or(1, char::len_utf8);
                (width, width)
            }
        };
        let whole = taken == bytes;
        places.extend((0..bytes).map(|byte| if whole { at + byte } else { at }));
        at += taken;
    }
    places.push(end);
    places
}

/// How many raw bytes an escape takes, its backslash included, and how many it stands for.
fn escaped(after: &str) -> (usize, usize) {
    let hex = |digits: usize| {
        let code = after.get(1..=digits).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        (2 + digits, code.and_then(char::from_u32).map_or(1, char::len_utf8))
    };
    match after.chars().next() {
        Some('x') => hex(2),
        Some('u') => hex(4),
        Some('U') => hex(8),
        // A backslash at the end of a line removes all white space up to the next character.
        Some(c) if c.is_whitespace() => (1 + after.len() - after.trim_start().len(), 0),
        _ => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The raw text at which the value's `needle` is found.
    fn found(raw: &str, needle: &str) -> String {
        let file = format!("key = {raw}\n");
        let document = toml_edit::Document::parse(file.as_str()).unwrap();
        let item = document.get("key").unwrap();
        let text = Text { value: item.as_str().unwrap(), span: item.span().unwrap() };
        let start = text.value.find(needle).unwrap();
        file[text.place_of(&(start..start + needle.len()), &file)].to_owned()
    }

    #[test]
    fn a_part_of_a_text_is_found_where_it_was_written() {
        assert_eq!(found(r#""a wrong b""#, "wrong"), "wrong");
        assert_eq!(found("'a wrong b'", "wrong"), "wrong");
        assert_eq!(found(r#""\"é\" wrong""#, "wrong"), "wrong");
        assert_eq!(found(r#""\u00e9\U0001F600 wrong""#, "wrong"), "wrong");
        assert_eq!(found("\"\"\"\na\n wrong\n\"\"\"", "wrong"), "wrong");
        assert_eq!(found("\"\"\"a \\\n   wrong\"\"\"", "wrong"), "wrong");
        assert_eq!(found("'''wrong'''", "wrong"), "wrong");
    }
}
