//! How passes begin.

use crate::derived::{DerivedCause, Sink, What};
use crate::fold::Run;
use charter::Program;
use facts::{Instant, Precision};

impl<S: Sink> Run<'_, S> {
    /// Gives the pass that was just opened its motion: the first whose rule holds.
    pub(crate) fn find_motion(&mut self, at: Instant, precision: Precision, cause: DerivedCause) {
        let program = self.program;
        let holds = |motion: &charter::MotionProgram| motion.when.holds(&self.lead.bits);
        let Some(index) = program.motions.list.iter().position(holds) else { return };
        let motion = &program.motions.list[index];
        self.lead.motion = Some(index as u8);
        self.know(&program.motions.all, &motion.literals);
        self.tell(What::MotionSet, index as u8, motion.clause, at, precision, cause);
    }

    /// A pass keeps its motion under a new version, if that has it.
    pub(crate) fn keep_motion(&mut self, old: &Program) {
        let program = self.program;
        self.lead.motion = self.lead.motion.and_then(|motion| {
            let word = old.motions.list[usize::from(motion)].word;
            let same = program.motions.list.iter().position(|known| known.word == word);
            same.map(|index| index as u8)
        });
        if let Some(motion) = self.lead.motion {
            let literals = program.motions.list[usize::from(motion)].literals;
            self.lead.bits = self.lead.bits.patched(&program.motions.all, &literals);
        }
    }
}
