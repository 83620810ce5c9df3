//! Letters made plain: lower case, without accents.

use unicode_normalization::UnicodeNormalization;

/// The text in lower case, without accents and other marks on Latin letters: `Žižek` is `zizek`,
/// `Straße` is `strasse`. Letters of other scripts keep what belongs to them. Idempotent.
#[must_use]
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = |text: &str| text.nfkd().flat_map(char::to_lowercase).collect::<String>();
    // A letter may have marks only once it is lower case, so twice.
    let split = lower(&lower(text));
    let bare = split.nfkd().filter(|c| !is_accent(*c));
    let mut plain = String::with_capacity(text.len());
    for letter in bare {
        match unaccented(letter) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    plain.nfc().collect()
}

/// The words of a text: made [plain], split where neither letters nor digits stand. Apostrophes
/// split nothing, and neither do dots between single letters: `I.B.M.` is one word.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut text = plain(text);
    if text.contains(is_apostrophe) {
        // Marks that an apostrophe kept apart come together.
        text = plain(&text.replace(is_apostrophe, ""));
    }
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_alphanumeric() || is_joining_mark(letter) {
            word.push(letter);
        } else if letter == '&' {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            words.push("and".to_owned());
        } else {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    join_initials(words)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`' | 'ʼ')
}

/// `i b m` becomes `ibm`; a single letter alone stays.
pub(crate) fn join_initials(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut open = false;
    for word in words {
        let is_initial = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        match joined.last_mut() {
            Some(last) if open && is_initial => last.push_str(&word),
            _ => joined.push(word),
        }
        open = is_initial;
    }
    joined
}

/// A mark that is part of the letters of other scripts, such as vowel signs.
fn is_joining_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) && !is_accent(c)
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// Latin letters whose mark Unicode does not split off.
fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "ng",
        'ĸ' => "k",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_and_letters_stay() {
        for (text, expected) in [
            ("Žižek", "zizek"),
            ("Straße", "strasse"),
            ("SMØRREBRØD", "smorrebrod"),
            ("İstanbul", "istanbul"),
            ("Łódź", "lodz"),
            ("日本語", "日本語"),
            ("हिन्दी", "हिन्दी"),
            ("ﬁnance", "finance"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn words_are_split_and_initials_joined() {
        assert_eq!(words("I.B.M. (O'Neil & Söhne)"), ["ibm", "oneil", "and", "sohne"]);
        assert_eq!(words("Plan B, Inc."), ["plan", "b", "inc"]);
        assert_eq!(words(" -- "), Vec::<String>::new());
    }
}
