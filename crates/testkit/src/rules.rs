//! Generated rules, generated leads, and what each rule says of each lead.
//!
//! An [`Expression`] is built as a tree and written as text, so that the precedence of operators
//! is tested too. It stays within what rules and CEL have in common.

mod cel;
mod kleene;
mod values;

pub use self::cel::cel_answer;
pub use kleene::answer;
pub use values::{TraitValue, Values, values};

use proptest::prelude::*;
use proptest::sample::select;
use std::fmt;

/// Traits that are numbers.
pub const NUMBERS: [&str; 3] = ["account.employees", "account.revenue", "opportunity.amount"];
/// Traits that are texts.
pub const TEXTS: [&str; 4] =
    ["lead.seniority", "lead.source", "account.country", "opportunity.stage"];
/// Traits that are flags.
pub const FLAGS: [&str; 3] = ["account.is_target", "account.is_customer", "lead.opted_out"];
/// Numbers that traits have and are compared with: few, so that they often meet.
pub const NUMBER_POOL: [f64; 6] = [-3.0, 0.0, 9.5, 10.0, 50.0, 2000.0];
/// Texts that traits have and are compared with.
pub const TEXT_POOL: [&str; 6] = ["vp", "director", "DE", "it's", "é", ""];
/// Points that scores have and are compared with; 25 is warm, 60 is hot.
pub const POINTS_POOL: [f64; 6] = [0.0, 24.0, 25.0, 40.0, 60.0, 61.5];

/// A rule as a tree.
#[derive(Clone, PartialEq, Debug)]
pub enum Expression {
    /// `true`, `false`.
    Flag(bool),
    /// A flag trait alone.
    Bare(&'static str),
    /// A name compared with a value; the value may stand on the left.
    Compare {
        /// The trait or variable.
        name: &'static str,
        /// As written with the name on the left.
        operator: &'static str,
        /// As written.
        literal: String,
        /// Whether the value stands on the left.
        literal_first: bool,
    },
    /// `name in [...]`.
    In(&'static str, Vec<String>),
    /// `known('name')`.
    Known(&'static str),
    /// The opposite.
    Not(Box<Expression>),
    /// All of them, two or more.
    All(Vec<Expression>),
    /// Any of them, two or more.
    Any(Vec<Expression>),
}

/// Rules up to four levels deep.
pub fn expressions() -> impl Strategy<Value = Expression> {
    atoms().prop_recursive(4, 24, 4, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..5);
        prop_oneof![
            inner.clone().prop_map(|expression| Expression::Not(Box::new(expression))),
            several().prop_map(Expression::All),
            several().prop_map(Expression::Any),
        ]
    })
}

/// Rules without `&&`, `||` and `!`.
pub fn atoms() -> impl Strategy<Value = Expression> {
    let order = || select(vec!["==", "!=", "<", "<=", ">", ">="]);
    let equality = || select(vec!["==", "!="]);
    let number = || select(NUMBER_POOL.to_vec()).prop_map(number_literal);
    let text = || select(TEXT_POOL.to_vec()).prop_map(text_literal);
    let points = select(POINTS_POOL.to_vec()).prop_map(number_literal);
    let temperature = select(vec!["hot", "warm", "cold"]).prop_map(text_literal);
    let every: Vec<&str> = NUMBERS.into_iter().chain(TEXTS).chain(FLAGS).collect();
    prop_oneof![
        1 => any::<bool>().prop_map(Expression::Flag),
        2 => select(FLAGS.to_vec()).prop_map(Expression::Bare),
        1 => compare(select(FLAGS.to_vec()), equality(), any::<bool>().prop_map(|b| b.to_string())),
        4 => compare(select(NUMBERS.to_vec()), order(), number()),
        3 => compare(select(TEXTS.to_vec()), equality(), text()),
        3 => compare(select(vec!["fit", "engagement"]), order(), points),
        1 => compare(Just("temperature"), equality(), temperature),
        1 => (select(TEXTS.to_vec()), prop::collection::vec(text(), 1..4))
            .prop_map(|(name, list)| Expression::In(name, list)),
        1 => (select(NUMBERS.to_vec()), prop::collection::vec(number(), 1..4))
            .prop_map(|(name, list)| Expression::In(name, list)),
        1 => select(every).prop_map(Expression::Known),
    ]
}

fn compare(
    names: impl Strategy<Value = &'static str>,
    operators: impl Strategy<Value = &'static str>,
    literals: impl Strategy<Value = String>,
) -> impl Strategy<Value = Expression> {
    (names, operators, literals, any::<bool>()).prop_map(
        |(name, operator, literal, literal_first)| Expression::Compare {
            name,
            operator,
            literal,
            literal_first,
        },
    )
}

fn number_literal(number: f64) -> String {
    format!("{number}")
}

fn text_literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "\\'"))
}

impl Expression {
    /// How strongly the outermost operator binds; higher binds more strongly.
    const fn strength(&self) -> u8 {
        match self {
            Self::Any(_) => 0,
            Self::All(_) => 1,
            Self::Compare { .. } | Self::In(..) => 2,
            Self::Flag(_) | Self::Bare(_) | Self::Known(_) | Self::Not(_) => 3,
        }
    }

    /// Writes it within an operator of some strength, in parentheses where they are needed.
    fn write_within(&self, strength: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.strength() < strength { write!(f, "({self})") } else { write!(f, "{self}") }
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |terms: &[Self], sign: &str, f: &mut fmt::Formatter<'_>| {
            terms.iter().enumerate().try_for_each(|(place, term)| {
                f.write_str(if place == 0 { "" } else { sign })?;
                term.write_within(self.strength(), f)
            })
        };
        match self {
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Bare(name) => f.write_str(name),
            Self::Compare { name, operator, literal, literal_first: false } => {
                write!(f, "{name} {operator} {literal}")
            }
            Self::Compare { name, operator, literal, literal_first: true } => {
                write!(f, "{literal} {} {name}", mirrored(operator))
            }
            Self::In(name, list) => write!(f, "{name} in [{}]", list.join(", ")),
            Self::Known(name) => write!(f, "known('{name}')"),
            Self::Not(inner) => {
                f.write_str("!")?;
                inner.write_within(3, f)
            }
            Self::All(terms) => join(terms, " && ", f),
            Self::Any(terms) => join(terms, " || ", f),
        }
    }
}

fn mirrored(operator: &'static str) -> &'static str {
    match operator {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        same => same,
    }
}
