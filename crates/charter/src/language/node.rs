//! Rules as parsed: our own tree, so that only one module knows the parser.

use std::ops::Range;

/// An expression and its place in the rule's text, in bytes.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) form: Form,
}

/// What an expression is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Form {
    /// `true`, `false`.
    Flag(bool),
    /// `40`, `-2.5`.
    Number(f64),
    /// `'finance'`.
    Text(String),
    /// `['a', 'b']`.
    List(Vec<Node>),
    /// `fit`, `account.employees`.
    Name(String),
    /// `!a`.
    Not(Box<Node>),
    /// `a && b && c`.
    All(Vec<Node>),
    /// `a || b || c`.
    Any(Vec<Node>),
    /// `a >= b`.
    Compare(Operator, Box<Node>, Box<Node>),
    /// `a in b`.
    In(Box<Node>, Box<Node>),
    /// `known('account.employees')`.
    Call(String, Vec<Node>),
    /// CEL that rules cannot use, in words, and what to write instead.
    Foreign(String, String),
}

/// A comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

impl Operator {
    /// The operator for the operands swapped: `40 <= fit` says `fit >= 40`.
    pub(super) const fn mirrored(self) -> Self {
        match self {
            Self::AtLeast => Self::AtMost,
            Self::AtMost => Self::AtLeast,
            Self::MoreThan => Self::LessThan,
            Self::LessThan => Self::MoreThan,
            same @ (Self::Equal | Self::NotEqual) => same,
        }
    }

    /// As written.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
        }
    }
}
