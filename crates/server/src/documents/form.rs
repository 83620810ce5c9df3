//! A charter's file as a form shows it, and what a form sends back.

use charter::{Asked, FormClause, FormField, FormValue, Literal, Question, RuleTree};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A section of the charter's file.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct FormClauseDocument {
    /// Where it is, as edits name it.
    #[schema(example = "stage.mql")]
    at: String,
    /// The parts of `at`.
    names: Vec<String>,
    /// The line of its header, from 1.
    line: usize,
    fields: Vec<FormFieldDocument>,
}

/// A key of a section, those of tables in one line among them. One of `rule`, `text`, `number`,
/// `flag` and `texts` is there.
#[derive(Clone, PartialEq, Debug, Default, Serialize, ToSchema)]
pub(crate) struct FormFieldDocument {
    #[schema(example = "stage.mql.enter")]
    at: String,
    /// The parts of `at` below its section.
    names: Vec<String>,
    /// The line on which its value begins, from 1.
    line: usize,
    /// A rule taken apart; absent where the text is no rule that can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<RuleDocument>,
    /// A text; that of a rule as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    flag: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    texts: Option<Vec<String>>,
}

/// A rule as groups of questions.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum RuleDocument {
    /// All parts hold.
    All {
        #[schema(no_recursion)]
        parts: Vec<RuleDocument>,
    },
    /// At least one part holds.
    Any {
        #[schema(no_recursion)]
        parts: Vec<RuleDocument>,
    },
    /// One question.
    Question(RuleQuestionDocument),
    /// What has no form, as it is written.
    Text { text: String },
}

/// One question of a rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct RuleQuestionDocument {
    asked: RuleAskedWord,
    /// Of which trait, score or facts; empty for `in_stage`.
    #[schema(example = "account.employees")]
    name: String,
    /// Whether the opposite is asked.
    #[serde(default)]
    is_not: bool,
    /// `==`, `!=`, `>=`, `>`, `<=`, `<` or `in`; absent where nothing is compared.
    #[serde(default)]
    operator: Option<String>,
    /// With what it is compared.
    #[serde(default)]
    values: Vec<RuleLiteralDocument>,
    /// Within which time; for `in_stage` after which time.
    #[serde(default)]
    #[schema(example = "30d")]
    within: Option<String>,
}

/// What kind of question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RuleAskedWord {
    Value,
    Known,
    Happened,
    Ever,
    Count,
    InStage,
}

/// A value written in a rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum RuleLiteralDocument {
    Flag(bool),
    Number(f64),
    Text(String),
}

impl FormClauseDocument {
    pub(crate) fn of(clause: &FormClause) -> Self {
        let names = clause.path.names().to_vec();
        Self {
            at: clause.path.to_string(),
            line: clause.line,
            fields: clause.fields.iter().map(|it| FormFieldDocument::of(it, names.len())).collect(),
            names,
        }
    }
}

impl FormFieldDocument {
    fn of(field: &FormField, above: usize) -> Self {
        let names = field.path.names().iter().skip(above).cloned().collect();
        let (at, line) = (field.path.to_string(), field.line);
        let document = Self { at, names, line, ..Self::default() };
        match &field.value {
            FormValue::Rule { text, tree } => Self {
                text: Some(text.clone()),
                rule: tree.as_ref().map(RuleDocument::of),
                ..document
            },
            FormValue::Text(text) => Self { text: Some(text.clone()), ..document },
            FormValue::Number(number) => Self { number: Some(*number), ..document },
            FormValue::Flag(flag) => Self { flag: Some(*flag), ..document },
            FormValue::Texts(texts) => Self { texts: Some(texts.clone()), ..document },
        }
    }
}

impl RuleDocument {
    fn of(tree: &RuleTree) -> Self {
        let all = |parts: &[RuleTree]| parts.iter().map(Self::of).collect();
        match tree {
            RuleTree::All(parts) => Self::All { parts: all(parts) },
            RuleTree::Any(parts) => Self::Any { parts: all(parts) },
            RuleTree::Asks(question) => Self::Question(RuleQuestionDocument::of(question)),
            RuleTree::Text(text) => Self::Text { text: text.clone() },
        }
    }

    /// The rule that was sent, or the operator that there is not.
    pub(crate) fn tree(&self) -> Result<RuleTree, String> {
        let all = |parts: &[Self]| parts.iter().map(Self::tree).collect::<Result<_, _>>();
        Ok(match self {
            Self::All { parts } => RuleTree::All(all(parts)?),
            Self::Any { parts } => RuleTree::Any(all(parts)?),
            Self::Question(question) => RuleTree::Asks(question.read()?),
            Self::Text { text } => RuleTree::Text(text.clone()),
        })
    }
}

impl RuleQuestionDocument {
    fn of(question: &Question) -> Self {
        Self {
            asked: RuleAskedWord::of(question.asked),
            name: question.name.clone(),
            is_not: question.is_not,
            operator: question.operator.map(str::to_owned),
            values: question.values.iter().map(RuleLiteralDocument::of).collect(),
            within: question.within.clone(),
        }
    }

    fn read(&self) -> Result<Question, String> {
        let operator = match &self.operator {
            None => None,
            Some(sign) => Some(Question::operator(sign).ok_or_else(|| sign.clone())?),
        };
        Ok(Question {
            asked: self.asked.asked(),
            name: self.name.clone(),
            is_not: self.is_not,
            operator,
            values: self.values.iter().map(RuleLiteralDocument::literal).collect(),
            within: self.within.clone(),
        })
    }
}

impl RuleAskedWord {
    const fn of(asked: Asked) -> Self {
        match asked {
            Asked::Value => Self::Value,
            Asked::Known => Self::Known,
            Asked::Happened => Self::Happened,
            Asked::Ever => Self::Ever,
            Asked::Count => Self::Count,
            Asked::InStage => Self::InStage,
        }
    }

    const fn asked(self) -> Asked {
        match self {
            Self::Value => Asked::Value,
            Self::Known => Asked::Known,
            Self::Happened => Asked::Happened,
            Self::Ever => Asked::Ever,
            Self::Count => Asked::Count,
            Self::InStage => Asked::InStage,
        }
    }
}

impl RuleLiteralDocument {
    fn of(literal: &Literal) -> Self {
        match literal {
            Literal::Text(text) => Self::Text(text.clone()),
            Literal::Number(number) => Self::Number(*number),
            Literal::Flag(flag) => Self::Flag(*flag),
        }
    }

    fn literal(&self) -> Literal {
        match self {
            Self::Text(text) => Literal::Text(text.clone()),
            Self::Number(number) => Literal::Number(*number),
            Self::Flag(flag) => Literal::Flag(*flag),
        }
    }
}
