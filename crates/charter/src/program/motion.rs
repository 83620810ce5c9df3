//! Motions and moves as the engine runs them.

use super::{Bits, ClauseIndex, Sum};
use facts::Symbol;

/// A motion, compiled.
#[derive(Clone, Debug)]
pub struct MotionProgram {
    /// The word for its id.
    pub word: Symbol,
    /// When a pass that opens has it.
    pub when: Sum,
    /// The literals about the motion that are true in such a pass.
    pub literals: Bits,
    /// The clause that its decision names.
    pub clause: ClauseIndex,
}

/// The motions of a charter, in its order.
#[derive(Clone, Debug, Default)]
pub struct Motions {
    /// The motions.
    pub list: Vec<MotionProgram>,
    /// All literals about the motion.
    pub all: Bits,
    /// Those that are true in a pass without a motion.
    pub none: Bits,
}
