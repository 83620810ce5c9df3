//! A rule as a form shows it: groups of questions, each with its subject, operator and values.

use crate::language;
use std::fmt::Write as _;

/// A rule, taken apart.
#[derive(Clone, PartialEq, Debug)]
pub enum RuleTree {
    /// All of these hold.
    All(Vec<RuleTree>),
    /// At least one of these holds.
    Any(Vec<RuleTree>),
    /// One question.
    Asks(Question),
    /// What a form cannot show, as it is written.
    Text(String),
}

/// One question of a rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Question {
    /// What kind of question.
    pub asked: Asked,
    /// Of which trait, score or facts; empty for [`Asked::InStage`].
    pub name: String,
    /// Whether the opposite is asked.
    pub is_not: bool,
    /// `==`, `!=`, `>=`, `>`, `<=`, `<` or `in`; none where no comparison is made.
    pub operator: Option<&'static str>,
    /// With what it is compared: one value, or those of a list.
    pub values: Vec<Literal>,
    /// Within which time, such as `30d`; for [`Asked::InStage`] after which time.
    pub within: Option<String>,
}

/// What kind of question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// What a trait or a score is.
    Value,
    /// Whether a trait is known.
    Known,
    /// Whether something happened in this pass.
    Happened,
    /// Whether something ever happened.
    Ever,
    /// How often something happened.
    Count,
    /// Whether it rests in its stage for so long.
    InStage,
}

impl Asked {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Value, Self::Known, Self::Happened, Self::Ever, Self::Count, Self::InStage];

    /// Its word: that of the function in a rule.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Known => "known",
            Self::Happened => "happened",
            Self::Ever => "ever",
            Self::Count => "count",
            Self::InStage => "in_stage",
        }
    }
}

/// A value written in a rule.
#[derive(Clone, PartialEq, Debug)]
pub enum Literal {
    /// `'finance'`.
    Text(String),
    /// `40`.
    Number(f64),
    /// `true`.
    Flag(bool),
}

impl RuleTree {
    /// Takes a rule's text apart; `None` where it cannot be read.
    ///
    /// ```
    /// use charter::RuleTree;
    /// let tree = RuleTree::read("fit >= 40 && (lead.opted_out || ever('form.*'))").unwrap();
    /// assert!(matches!(&tree, RuleTree::All(parts) if parts.len() == 2));
    /// assert_eq!(tree.write(), "fit >= 40 && (lead.opted_out || ever('form.*'))");
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        language::tree(text)
    }

    /// The rule's text. Read again it is the same tree, where the parts of the tree are what a
    /// rule may say; whether they are is for [`crate::read`] to judge.
    #[must_use]
    pub fn write(&self) -> String {
        self.within(Join::Nothing)
    }

    fn within(&self, outer: Join) -> String {
        match self {
            Self::Asks(question) => question.write(),
            Self::Text(text) if outer == Join::Nothing => text.clone(),
            // What is only known as text may join parts of its own.
            Self::Text(text) => match Self::read(text) {
                Some(Self::All(_) | Self::Any(_)) | None => format!("({text})"),
                Some(_) => text.clone(),
            },
            Self::All(parts) => joined(parts, Join::All, outer),
            Self::Any(parts) => joined(parts, Join::Any, outer),
        }
    }
}

/// How parts are joined around a rule's part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Nothing,
    All,
    Any,
}

fn joined(parts: &[RuleTree], join: Join, outer: Join) -> String {
    let sign = if join == Join::All { " && " } else { " || " };
    match parts {
        // A group of one is that one; a group of none says nothing.
        [part] => part.within(outer),
        _ => {
            let parts: Vec<_> = parts.iter().map(|part| part.within(join)).collect();
            let text = parts.join(sign);
            let binds = outer == Join::Nothing || join == Join::All && outer == Join::Any;
            if binds || text.is_empty() { text } else { format!("({text})") }
        }
    }
}

impl Question {
    /// The operator that is written so: a comparison, or `in`.
    #[must_use]
    pub fn operator(sign: &str) -> Option<&'static str> {
        language::sign(sign)
    }

    fn write(&self) -> String {
        let subject = match (self.asked, &self.within) {
            (Asked::Value, _) => self.name.clone(),
            (Asked::InStage, within) => {
                format!("in_stage({})", quoted(within.as_deref().unwrap_or_default()))
            }
            (asked, Some(within)) => {
                format!("{}({}, {})", asked.word(), quoted(&self.name), quoted(within))
            }
            (asked, None) => format!("{}({})", asked.word(), quoted(&self.name)),
        };
        let Some(operator) = self.operator else {
            return if self.is_not { format!("!{subject}") } else { subject };
        };
        let values: Vec<_> = self.values.iter().map(Literal::write).collect();
        let values = match operator {
            "in" => format!("[{}]", values.join(", ")),
            _ => values.first().cloned().unwrap_or_default(),
        };
        let text = format!("{subject} {operator} {values}");
        if self.is_not { format!("!({text})") } else { text }
    }
}

impl Literal {
    fn write(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            '\n' => quoted.push_str("\\n"),
            _ if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('\'');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> String {
        RuleTree::read(text).map(|tree| tree.write()).unwrap_or_default()
    }

    #[test]
    fn what_is_taken_apart_is_written_as_it_was() {
        for text in [
            "fit >= 40 && engagement >= 35 || happened('form.demo_request') && fit >= 0",
            "fit >= 40 && (engagement >= 35 || ever('form.*'))",
            "lead.seniority in ['c_level', 'vp'] && known('lead.seniority', '365d')",
            "!lead.opted_out && !(account.country in ['US']) && count('email.*', '7d') >= 3",
            "in_stage('30d')",
            "!(fit > 1 || account.is_target)",
            "account.name == 'Rock \\'n\\' Roll'",
        ] {
            assert_eq!(again(text), text);
        }
    }

    #[test]
    fn a_literal_on_the_left_changes_sides_and_brackets_that_say_nothing_go() {
        assert_eq!(again("((40 <= fit))"), "fit >= 40");
    }

    #[test]
    fn a_group_of_one_is_that_one_and_text_is_no_rule() {
        let one = RuleTree::Any(vec![RuleTree::Text("fit > 1".to_owned())]);
        assert_eq!(RuleTree::All(vec![one]).write(), "fit > 1");
        assert_eq!(RuleTree::read("fit >="), None);
    }
}
