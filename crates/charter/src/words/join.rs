//! Joining conditions so that "and" and "or" cannot be misread.

/// How a phrase is built, which decides how it joins others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// One condition.
    One,
    /// Conditions joined by "and".
    And,
    /// Conditions joined by "or".
    Or,
}

/// Conditions in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Phrase {
    pub(super) text: String,
    pub(super) shape: Shape,
    /// Whether an "or" is somewhere within.
    has_or: bool,
}

impl Phrase {
    pub(super) fn one(text: impl Into<String>) -> Self {
        Self { text: text.into(), shape: Shape::One, has_or: false }
    }
}

/// `a, b and c`; what has an "or" comes last, as `a, and either b or c`.
pub(super) fn all(mut phrases: Vec<Phrase>) -> Phrase {
    if phrases.len() == 1 {
        return phrases.remove(0);
    }
    let (mut plain, choices): (Vec<_>, Vec<_>) =
        phrases.into_iter().partition(|phrase| phrase.shape != Shape::Or);
    let has_or = !choices.is_empty() || plain.iter().any(|phrase| phrase.has_or);
    plain.sort_by_key(|phrase| phrase.has_or);
    let mut text = list(plain.into_iter().map(|phrase| phrase.text).collect(), "and");
    for choice in choices {
        let joint = if text.is_empty() { "" } else { ", and " };
        text.push_str(&format!("{joint}either {}", choice.text));
    }
    Phrase { text, shape: Shape::And, has_or }
}

/// `a, b or c`; where one of them is `x and y`, `x and y, or c`.
pub(super) fn any(mut phrases: Vec<Phrase>) -> Phrase {
    if phrases.len() == 1 {
        return phrases.remove(0);
    }
    let compound = phrases.iter().any(|phrase| phrase.shape == Shape::And);
    let texts: Vec<String> = phrases
        .into_iter()
        .map(|phrase| if phrase.has_or { format!("({})", phrase.text) } else { phrase.text })
        .collect();
    let text = if compound { texts.join(", or ") } else { list(texts, "or") };
    Phrase { text, shape: Shape::Or, has_or: true }
}

/// `a, b and c`.
pub(super) fn list(mut texts: Vec<String>, joint: &str) -> String {
    match texts.pop() {
        None => String::new(),
        Some(only) if texts.is_empty() => only,
        Some(last) => format!("{} {joint} {last}", texts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Phrase {
        Phrase::one(text)
    }

    #[test]
    fn and_and_or_cannot_be_misread() {
        assert_eq!(all(vec![one("a"), one("b"), one("c")]).text, "a, b and c");
        assert_eq!(any(vec![one("a"), one("b"), one("c")]).text, "a, b or c");
        let both = || all(vec![one("a"), one("b")]);
        let choice = || any(vec![one("c"), one("d")]);
        assert_eq!(any(vec![both(), one("c")]).text, "a and b, or c");
        assert_eq!(all(vec![choice(), one("a")]).text, "a, and either c or d");
        assert_eq!(
            any(vec![all(vec![one("a"), choice()]), one("e")]).text,
            "(a, and either c or d), or e"
        );
    }
}
