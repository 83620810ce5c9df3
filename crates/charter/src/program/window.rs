//! Answers that depend on how often something happened and how long ago.

use super::Bits;
use crate::rule::Compare;

/// "At least so many times within this span": true while the n-th last time is younger than the
/// span. Its instants lie in a ring of the fold's scratch memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Window {
    /// Where its ring begins.
    pub ring: usize,
    /// How many times, which is the length of its ring.
    pub times: usize,
    /// The span in microseconds; `None` for ever.
    pub span_micros: Option<i64>,
    /// The literals that are true when it was so often.
    pub yes: Bits,
    /// The literals that are true when it was not.
    pub no: Bits,
    /// Whether it begins anew with each pass.
    pub per_pass: bool,
    /// Whether it begins anew with each link to an account.
    pub per_account: bool,
    /// Whether fit may change with it.
    pub feeds_fit: bool,
}

/// A bound on how often points count, with its ring.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CapRing {
    /// Where its ring begins.
    pub ring: usize,
    /// How many times within the span points count.
    pub times: usize,
    /// The span in microseconds.
    pub span_micros: i64,
}

/// "In the present stage for at least this long."
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Age {
    /// The span in microseconds.
    pub span_micros: i64,
    /// The literals that are true from then on.
    pub yes: Bits,
    /// The literals that are true until then.
    pub no: Bits,
}

/// A question about the ordinal of the pass.
#[derive(Clone, PartialEq, Debug)]
pub struct PassLiteral {
    /// How to compare.
    pub compare: Compare,
    /// With which ordinal.
    pub value: f64,
    /// The answer that makes the literal true.
    pub answer: bool,
    /// The literal.
    pub bit: Bits,
}
