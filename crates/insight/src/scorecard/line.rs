//! A line of a scorecard: what is asked of a lead, and the points for it.

use std::fmt::Write as _;

/// What is asked of a lead, and the points for it.
#[derive(Clone, PartialEq, Debug)]
pub struct CardLine {
    /// The trait's full name, or the touch's.
    pub name: String,
    /// What is asked.
    pub test: CardTest,
    /// The points for it.
    pub points: i32,
    /// Of the leads that it was learned from, how many it holds for.
    pub leads: usize,
    /// Of them, those who came to the outcome.
    pub with_outcome: usize,
}

/// What is asked of a lead.
#[derive(Clone, PartialEq, Debug)]
pub enum CardTest {
    /// The number is at least this, and below that.
    Between {
        /// At least; from the least on where it is not said.
        from: Option<f64>,
        /// Below; up to the greatest where it is not said.
        below: Option<f64>,
    },
    /// The word is one of these.
    OneOf(Vec<String>),
    /// It is so.
    IsTrue,
    /// They did it before they were handed over.
    Did,
}

impl CardLine {
    /// The question in the language of rules; of what they did, as a condition of a stage would
    /// ask it.
    #[must_use]
    pub fn rule(&self) -> String {
        let name = &self.name;
        match &self.test {
            CardTest::Between { from: None, below: None } => format!("known('{name}')"),
            CardTest::Between { from: Some(from), below: None } => format!("{name} >= {from}"),
            CardTest::Between { from: None, below: Some(below) } => format!("{name} < {below}"),
            CardTest::Between { from: Some(from), below: Some(below) } => {
                format!("{name} >= {from} && {name} < {below}")
            }
            CardTest::OneOf(words) => match words.as_slice() {
                [word] => format!("{name} == {}", quoted(word)),
                words => {
                    let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
                    format!("{name} in [{}]", words.join(", "))
                }
            },
            CardTest::IsTrue => name.clone(),
            CardTest::Did => format!("happened('{name}')"),
        }
    }

    /// Whether it asks who they are, and not what they did.
    #[must_use]
    pub const fn is_of_fit(&self) -> bool {
        !matches!(self.test, CardTest::Did)
    }
}

/// A word as a rule writes it.
fn quoted(word: &str) -> String {
    let mut text = String::from("'");
    for c in word.chars() {
        match c {
            '\'' | '\\' => {
                text.push('\\');
                text.push(c);
            }
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('\'');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_asks_in_the_language_of_rules() {
        let line = |name: &str, test| CardLine {
            name: name.to_owned(),
            test,
            points: 3,
            leads: 0,
            with_outcome: 0,
        };
        let between = |from, below| CardTest::Between { from, below };
        let words =
            |words: &[&str]| CardTest::OneOf(words.iter().map(|it| (*it).to_owned()).collect());
        for (line, wanted) in [
            (line("lead.visits", between(Some(2.5), None)), "lead.visits >= 2.5"),
            (
                line("lead.visits", between(Some(1.0), Some(4.0))),
                "lead.visits >= 1 && lead.visits < 4",
            ),
            (line("lead.visits", between(None, None)), "known('lead.visits')"),
            (line("lead.source", words(&["O'Hara"])), r"lead.source == 'O\'Hara'"),
            (line("lead.source", words(&["a", "b"])), "lead.source in ['a', 'b']"),
            (line("webinar.attended", CardTest::Did), "happened('webinar.attended')"),
            (line("lead.opted_out", CardTest::IsTrue), "lead.opted_out"),
        ] {
            assert_eq!(line.rule(), wanted);
        }
    }
}
