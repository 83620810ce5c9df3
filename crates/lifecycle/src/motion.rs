//! How passes begin, and of which kind of business they are.

use crate::derived::{DerivedCause, Sink, What};
use crate::fold::Run;
use charter::{Effect, PipelineProgram, Program, StageKind};
use facts::{Instant, Precision};

impl<'a, S: Sink> Run<'a, S> {
    /// The pipeline of which a fact opens a pass for a lead that another has won, by index.
    #[inline]
    pub(crate) fn goes_on(&self, effect: &Effect) -> Option<u8> {
        if effect.opens_after == 0 || self.lead.pass_open {
            return None;
        }
        let stage = &self.program.stages[usize::from(self.lead.stage?)];
        let opened = effect.opens_after & stage.leads_on;
        (opened != 0).then(|| opened.trailing_zeros() as u8)
    }

    /// Opens a pass in the first stage of a pipeline; `None` for the one that `[pass]` opens.
    #[cold]
    pub(crate) fn open_pipeline(
        &mut self,
        pipeline: Option<u8>,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
        row: usize,
    ) {
        self.lead.pipeline = pipeline.or(self.program.first_pipeline);
        let first = self.pipeline().map_or(0, |pipeline| pipeline.first);
        self.open_pass(first, at, precision, cause, row);
    }

    /// The pipeline of the current pass, or of the last one.
    pub(crate) fn pipeline(&self) -> Option<&'a PipelineProgram> {
        let program = self.program;
        self.lead.pipeline.map(|index| &program.pipelines[usize::from(index)])
    }

    /// Where a lead rests that is sent to a stage beside the path: customers not among those who
    /// never bought.
    pub(crate) fn rests_in(&self, stage: u8) -> u8 {
        let is_nurture = self.program.kind_of(stage) == StageKind::Nurture;
        let own = self.pipeline().filter(|_| is_nurture).and_then(|pipeline| pipeline.rests_in);
        own.unwrap_or(stage)
    }

    /// A pipeline keeps its passes under a new version, if that has it.
    fn keep_pipeline(&mut self, old: &Program) {
        let program = self.program;
        let kept = self.lead.pipeline.and_then(|index| {
            let word = old.pipelines[usize::from(index)].word;
            program.pipelines.iter().position(|known| known.word == word)
        });
        let is_open = self.lead.pass > 0;
        self.lead.pipeline =
            kept.map(|index| index as u8).or(program.first_pipeline.filter(|_| is_open));
    }

    /// Gives the pass that was just opened its motion: the first of its pipeline whose rule holds.
    pub(crate) fn find_motion(&mut self, at: Instant, precision: Precision, cause: DerivedCause) {
        let program = self.program;
        let pipeline = self.lead.pipeline;
        let holds = |motion: &charter::MotionProgram| {
            motion.pipeline == pipeline && motion.when.holds(&self.lead.bits)
        };
        let Some(index) = program.motions.list.iter().position(holds) else { return };
        let motion = &program.motions.list[index];
        self.lead.motion = Some(index as u8);
        self.know(&program.motions.all, &motion.literals);
        self.tell(What::MotionSet, index as u8, motion.clause, at, precision, cause);
    }

    /// A pass keeps its motion and its pipeline under a new version, if that has them.
    pub(crate) fn keep_motion(&mut self, old: &Program) {
        self.keep_pipeline(old);
        let program = self.program;
        self.lead.motion = self.lead.motion.and_then(|motion| {
            let word = old.motions.list[usize::from(motion)].word;
            let same = program.motions.list.iter().position(|known| known.word == word);
            let pipeline = self.lead.pipeline;
            let same = same.filter(|index| program.motions.list[*index].pipeline == pipeline);
            same.map(|index| index as u8)
        });
        if let Some(motion) = self.lead.motion {
            let literals = program.motions.list[usize::from(motion)].literals;
            self.lead.bits = self.lead.bits.patched(&program.motions.all, &literals);
        }
    }
}
