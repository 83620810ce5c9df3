//! Kinds of problems.

use std::fmt;

/// What kind of problem a [`Problem`](crate::Problem) is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ProblemCode {
    /// The file, a rule or a list is larger than it may be.
    TooLarge,
    /// The text is not TOML.
    TomlSyntax,
    /// A key that a charter does not have.
    UnknownKey,
    /// A key that is needed is absent.
    MissingKey,
    /// Part of the charter's design, but not of this version.
    NotSupported,
    /// A text where a number is needed, or the like.
    WrongType,
    /// A text that cannot be understood: a duration, an id, a time zone.
    Malformed,
    /// A number that is too small or too large.
    OutOfBounds,
    /// A name that nothing in the charter has.
    UnknownName,
    /// A name that something else has already.
    Duplicate,
    /// The parts do not fit together: the path of stages, a reference to a stage of another kind.
    Inconsistent,
    /// An open stage in which a lead could rest for ever.
    UnboundedRest,
    /// A stage that no lead can ever get into.
    Unreachable,
    /// Rules that send every lead out of a stage as soon as it comes.
    Oscillates,
    /// A promise that nothing could keep, or that never starts.
    CannotBeKept,
    /// A rule whose conditions exclude each other.
    NeverHolds,
    /// A rule that cannot be parsed.
    RuleSyntax,
    /// A rule that compares things of different types.
    RuleType,
    /// A rule that asks for something that rules cannot do, or may not do here.
    RuleNotPossible,
}

impl ProblemCode {
    /// The code's word, for JSON and for documentation.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TomlSyntax => "toml-syntax",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::NotSupported => "not-supported",
            Self::WrongType => "wrong-type",
            Self::Malformed => "malformed",
            Self::OutOfBounds => "out-of-bounds",
            Self::UnknownName => "unknown-name",
            Self::Duplicate => "duplicate",
            Self::Inconsistent => "inconsistent",
            Self::UnboundedRest => "unbounded-rest",
            Self::Unreachable => "unreachable",
            Self::Oscillates => "oscillates",
            Self::CannotBeKept => "cannot-be-kept",
            Self::NeverHolds => "never-holds",
            Self::RuleSyntax => "rule-syntax",
            Self::RuleType => "rule-type",
            Self::RuleNotPossible => "rule-not-possible",
        }
    }
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
