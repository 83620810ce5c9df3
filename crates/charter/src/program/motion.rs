//! Motions and pipelines as the engine runs them.

use super::{Bits, ClauseIndex, Sum};
use facts::Symbol;

/// A motion, compiled.
#[derive(Clone, Debug)]
pub struct MotionProgram {
    /// The word for its id.
    pub word: Symbol,
    /// The pipeline whose passes begin so, by index.
    pub pipeline: Option<u8>,
    /// When a pass that opens has it.
    pub when: Sum,
    /// The literals about the motion that are true in such a pass.
    pub literals: Bits,
    /// The clause that its decision names.
    pub clause: ClauseIndex,
}

/// A pipeline, compiled.
#[derive(Clone, Debug)]
pub struct PipelineProgram {
    /// The word for its id.
    pub word: Symbol,
    /// The stage in which its passes begin.
    pub first: u8,
    /// Where a lead rests in place of nurture; `None` in the pipeline that `[pass]` opens.
    pub rests_in: Option<u8>,
    /// The clause that opens its passes.
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
