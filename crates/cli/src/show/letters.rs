//! Letters that are safe to show: data cannot steer the terminal or turn text around.

use std::fmt::Write;

/// What [`super::Style`] itself writes to colour text, without the escape before it.
pub(super) const CODES: [&str; 6] = ["[0m", "[1m", "[2m", "[38;5;98m", "[38;5;37m", "[38;5;160m"];

/// Whether a letter is not seen, or changes what is seen: controls, directions, nothing wide.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// A text for people: what is unseen is written out, but for lines, tabs and, where there is
/// colour, the codes of our own. Without Unicode, punctuation is plain.
pub(super) fn for_people(text: &str, colored: bool, unicode: bool) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        let own = CODES.iter().find(|code| colored && letter == '\x1b' && rest.starts_with(**code));
        if let Some(code) = own {
            shown.push(letter);
            shown.push_str(code);
            rest = &rest[code.len()..];
        } else if letter == '\n' || letter == '\t' {
            shown.push(letter);
        } else if is_unseen(letter) {
            shown.extend(letter.escape_unicode());
        } else if unicode {
            shown.push(letter);
        } else {
            plain(letter, &mut shown);
        }
    }
    shown
}

/// Punctuation in ASCII; letters stay as they are.
fn plain(letter: char, shown: &mut String) {
    let instead = match letter {
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‘' | '’' | '‚' => "'",
        '…' => "...",
        '–' | '—' | '·' | '•' => "-",
        '→' => "->",
        '×' => "x",
        '▲' => "!",
        '\u{a0}' | '\u{202f}' => " ",
        other => return shown.push(other),
    };
    shown.push_str(instead);
}

/// A JSON document in which everything unseen is escaped: a terminal may show it too.
pub(crate) fn for_programs(document: &str) -> String {
    let mut shown = String::with_capacity(document.len());
    for letter in document.chars() {
        if letter == '\n' || !is_unseen(letter) {
            shown.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{unit:04x}");
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_steer_the_terminal() {
        let clean = |text| for_people(text, false, true);
        assert_eq!(clean("a\x1b[2Jb\u{202e}c\r"), "a\\u{1b}[2Jb\\u{202e}c\\u{d}");
        assert_eq!(clean("\x1b[1mfake"), "\\u{1b}[1mfake", "no colour, no code");
        assert_eq!(for_people("\x1b[1mtrue\x1b[0m\x1b]0;x\x07", true, true), {
            "\x1b[1mtrue\x1b[0m\\u{1b}]0;x\\u{7}"
        });
        assert_eq!(clean(&clean("\u{9b}31m")), "\\u{9b}31m");
    }

    #[test]
    fn plain_punctuation_is_enough() {
        assert_eq!(for_people("“a” – Bär…", false, false), "\"a\" - Bär...");
    }

    #[test]
    fn json_stays_the_same_document() {
        let text = "a\u{202e}\u{7f}\u{e0041}b";
        let shown = for_programs(&serde_json::to_string(text).unwrap());
        assert!(shown.is_ascii());
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text);
    }
}
