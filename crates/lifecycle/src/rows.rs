//! One row after the other.

use crate::derived::{DerivedCause, Sink};
use crate::fold::Run;
use charter::{Act, Effect};
use facts::{Instant, Symbol};
use std::ops::Range;

/// Where a pass begins: the stage without a rule.
const FIRST_STAGE: u8 = 0;

impl<S: Sink> Run<'_, S> {
    /// Takes in the rows of a range, all of them within the reign of the current version.
    pub(crate) fn rows(&mut self, range: Range<usize>) {
        let program = self.program;
        let rows = self.story.rows;
        for index in range {
            let row = &rows[index];
            if row.at > self.lead.alarm {
                self.pass_time(row.at);
            }
            let effect = program.effect(row.code);
            let cause = DerivedCause::fact(index);
            let opens = effect.opens && !self.lead.pass_open && self.may_open();
            if opens {
                self.open_pass(FIRST_STAGE, row.at, row.flags.precision(), cause, index);
            }
            let before = self.lead.bits;
            self.evidence(index, row, effect);
            let ends =
                if row.flags.is_human() { effect.ends | effect.ends_if_human } else { effect.ends };
            if ends & self.lead.watched != 0 || self.lead.foreign {
                self.end_clocks(index, ends);
            }
            let chosen = match effect.act {
                Act::Nothing | Act::Trait(_) | Act::AccountLink => false,
                Act::Verdict(_) | Act::Assignment | Act::Reopening => {
                    self.choice(index, effect);
                    true
                }
            };
            if opens || chosen || self.lead.bits.gained(&before, &self.interest) {
                self.settle(row.at, row.flags.precision(), cause);
            }
        }
    }

    /// Verdicts, assignments and reopenings: what people chose.
    #[cold]
    fn choice(&mut self, index: usize, effect: &Effect) {
        let row = &self.story.rows[index];
        let cause = DerivedCause::fact(index);
        match effect.act {
            Act::Verdict(verdict) => {
                self.verdict(verdict, row.symbol(), row.at, row.flags.precision(), cause);
            }
            Act::Assignment => self.lead.assignee = row.symbol(),
            Act::Reopening if !self.lead.pass_open && self.lead.stage.is_some() => {
                self.open_pass(FIRST_STAGE, row.at, row.flags.precision(), cause, index);
            }
            _ => {}
        }
    }

    /// The word of a row's value, which for verdicts is the reason.
    pub(crate) fn reason(&self, index: usize) -> Symbol {
        self.story.rows[index].symbol()
    }

    /// When a row takes effect.
    pub(crate) fn row_at(&self, index: usize) -> Instant {
        self.story.rows[index].at
    }
}
