//! One row after the other.

use crate::derived::{DerivedCause, Sink};
use crate::fold::Run;
use charter::{Act, Effect, Extent, StageKind};
use facts::{Instant, Symbol};
use timeline::Row;

/// The promises that a row keeps, one bit each.
#[inline]
pub(crate) fn kept_by(row: &Row, effect: &Effect) -> u64 {
    effect.keeps[usize::from(row.flags.is_human())]
}

impl<S: Sink> Run<'_, S> {
    /// Takes in the rows from one on that are before an instant, all of them within the reign of
    /// the current version, and the time until then. Returns the first row that is not before it,
    /// and the next instant at which time alone may change anything.
    pub(crate) fn rows(&mut self, from: usize, before: Instant) -> (usize, Instant) {
        let program = self.program;
        let rows = self.story.rows;
        let mut index = from;
        if self.lead.alarm >= before && rows.get(index).is_none_or(|row| row.at >= before) {
            return (index, self.lead.alarm);
        }
        // The alarm also rings at the end, so that each row is held against one instant only.
        self.last = Instant(before.0 - 1);
        self.lead.alarm = self.lead.alarm.min(self.last);
        while let Some(row) = rows.get(index) {
            if row.at > self.lead.alarm {
                if row.at >= before {
                    break;
                }
                self.pass_time(row.at);
            }
            let effect = program.effect(row.code);
            match effect.extent[usize::from(self.lead.pass_open)] {
                Extent::Counts => self.count(row.at, effect),
                Extent::Learns(slot) => {
                    self.learn(usize::from(slot), row);
                }
                Extent::Anything => {
                    self.row(index, row, effect);
                    index += 1;
                    continue;
                }
            }
            if self.keeps(row, effect) {
                self.end_clocks(index, row, effect);
            }
            if self.stirred {
                self.settle(row.at, row.flags.precision(), DerivedCause::fact(index));
            }
            index += 1;
        }
        (index, self.pass_time(before))
    }

    /// A row that may do anything.
    fn row(&mut self, index: usize, row: &Row, effect: &Effect) {
        let cause = DerivedCause::fact(index);
        let goes_on = self.goes_on(effect);
        let opens = effect.opens && !self.lead.pass_open && self.may_open() || goes_on.is_some();
        if opens {
            self.open_pipeline(goes_on, row.at, row.flags.precision(), cause, index);
        }
        self.evidence(index, row, effect);
        if opens {
            self.find_motion(row.at, row.flags.precision(), cause);
        }
        if self.keeps(row, effect) {
            self.end_clocks(index, row, effect);
        }
        let chosen = match effect.act {
            Act::Nothing | Act::Trait(_) | Act::AccountLink => false,
            Act::Verdict(_) | Act::Assignment | Act::Reopening => {
                self.choice(index, effect);
                true
            }
        };
        if opens || chosen || self.stirred {
            self.settle(row.at, row.flags.precision(), cause);
        }
    }

    /// Whether a row may keep a promise that runs.
    #[inline]
    fn keeps(&self, row: &Row, effect: &Effect) -> bool {
        kept_by(row, effect) & self.lead.watched != 0 || self.lead.foreign
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
            Act::Reopening if !self.lead.pass_open && self.may_reopen() => {
                let pipeline = self.lead.pipeline;
                self.open_pipeline(pipeline, row.at, row.flags.precision(), cause, index);
                self.find_motion(row.at, row.flags.precision(), cause);
            }
            _ => {}
        }
    }

    /// Whether a person may open the lead again: not one that is won, which is not closed.
    fn may_reopen(&self) -> bool {
        self.kind().is_some_and(|kind| kind != StageKind::Won)
    }

    /// The word of a row's value, which for verdicts is the reason.
    pub(crate) fn reason(&self, index: usize) -> Symbol {
        self.story.rows[index].symbol()
    }
}
