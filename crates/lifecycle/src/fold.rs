//! The fold.

use crate::derived::{DerivedCause, Sink};
use crate::lead::Lead;
use crate::reign::Reign;
use crate::rest::Rest;
use crate::wake::ones;
use charter::{Bits, Program, StageKind};
use facts::Instant;
use timeline::Story;

/// Folds a story under a reign until an instant: tells the sink every decision that takes effect
/// until then, in order of time, and returns where the lead rests.
///
/// Facts after `until` are not read. Ties at one instant: a version switch first, then facts in
/// the order of the story, then time.
pub fn fold<S: Sink>(reign: &Reign, story: Story<'_>, until: Instant, sink: &mut S) -> Rest {
    Folder::new(reign).fold(story, until, sink)
}

/// Scratch memory for folding many stories under one reign.
#[derive(Debug)]
pub struct Folder<'a> {
    reign: &'a Reign,
    lead: Lead,
    ring_len: usize,
}

impl<'a> Folder<'a> {
    /// For a reign.
    #[must_use]
    pub fn new(reign: &'a Reign) -> Self {
        let ring_len = reign.versions().iter().map(|v| v.program.ring_len).max().unwrap_or(0);
        Self { reign, lead: Lead::new(), ring_len }
    }

    /// The reign that it folds under.
    #[must_use]
    pub fn reign(&self) -> &'a Reign {
        self.reign
    }

    /// See [`fold`].
    pub fn fold<S: Sink>(&mut self, story: Story<'_>, until: Instant, sink: &mut S) -> Rest {
        let mut run = self.run(story, sink, true);
        let wake_at = run.all(until);
        Rest::of(&run, until, wake_at)
    }

    /// Tells the sink every decision, as [`fold`] does, and returns only when to look again: for
    /// whoever does not ask where the lead rests.
    pub fn tell<S: Sink>(&mut self, story: Story<'_>, until: Instant, sink: &mut S) -> Instant {
        self.run(story, sink, false).all(until)
    }

    fn run<'r, S: Sink>(
        &'r mut self,
        story: Story<'r>,
        sink: &'r mut S,
        shows_rest: bool,
    ) -> Run<'r, S> {
        let program = &self.reign.versions()[0].program;
        self.lead.reset(program, self.ring_len);
        Run {
            reign: self.reign,
            program,
            version: 0,
            story,
            lead: &mut self.lead,
            interest: Bits::NONE,
            watches_fall: false,
            scores: shows_rest,
            shows_rest,
            stirred: false,
            last: Instant::NEVER,
            sink,
        }
    }
}

/// One fold of one story, under way.
pub(crate) struct Run<'a, S> {
    pub(crate) reign: &'a Reign,
    /// The program in force, and the index of its version.
    pub(crate) program: &'a Program,
    pub(crate) version: u16,
    pub(crate) story: Story<'a>,
    pub(crate) lead: &'a mut Lead,
    /// The literals that could make something happen in the present stage.
    pub(crate) interest: Bits,
    /// Whether one of them becomes true when engagement falls.
    pub(crate) watches_fall: bool,
    /// Whether somebody asks where the lead rests.
    pub(crate) shows_rest: bool,
    /// Whether engagement is worked out: where a rule may ask for it, or somebody does.
    pub(crate) scores: bool,
    /// Whether a literal of interest became true since the rules were last asked.
    pub(crate) stirred: bool,
    /// The last instant before which rows are taken in; the alarm is no later.
    pub(crate) last: Instant,
    pub(crate) sink: &'a mut S,
}

impl<'a, S: Sink> Run<'a, S> {
    /// Takes in everything until an instant; returns when to look again.
    fn all(&mut self, until: Instant) -> Instant {
        let end = Instant(until.0.saturating_add(1));
        let mut next_row = 0;
        let mut next_switch = Instant::NEVER;
        for (index, version) in self.reign.versions().iter().enumerate() {
            if version.from > until {
                next_switch = version.from;
                break;
            }
            (next_row, _) = self.rows(next_row, version.from);
            if index == 0 {
                self.adopt(version.from);
            } else {
                self.switch(index as u16, &version.program, version.from, next_row);
            }
        }
        let (next_row, next_event) = self.rows(next_row, end);
        let next_fact = self.story.rows.get(next_row).map_or(Instant::NEVER, |row| row.at);
        next_event.min(next_switch).min(next_fact)
    }

    /// The program whose terms a clock keeps.
    pub(crate) fn terms(&self, version: u16) -> &'a Program {
        &self.reign.versions()[usize::from(version)].program
    }

    /// The first charter goes live: it takes over the waiting leads and starts their clocks anew,
    /// so that nobody is late for what was before.
    fn adopt(&mut self, at: Instant) {
        if let Some(stage) = self.lead.stage {
            let cause = DerivedCause::ADOPTION;
            self.cancel_clocks(at, cause);
            self.lead.started_before.clear();
            self.lead.waiting = self.program.stages[usize::from(stage)].promises;
            self.settle(at, facts::Precision::Instant, cause);
        }
    }

    /// A new version takes force: everything it asks is answered anew from all facts before the
    /// given row; the lead keeps its stage, its pass and its clocks.
    fn switch(&mut self, version: u16, program: &'a Program, at: Instant, rows: usize) {
        let old = self.program;
        self.program = program;
        self.version = version;
        self.read_again(rows);
        self.keep_motion(old);
        let cause = DerivedCause::VERSION;
        let precision = facts::Precision::Instant;
        // Nothing of this instant has happened yet: time at one instant comes last.
        let before = Instant(at.0 - 1);
        self.expire_windows(before);
        if let Some(returns) = &mut self.lead.returns {
            let id = &old.charter.stages[usize::from(returns.to)].id;
            returns.to = program.open_stage_after(id);
        }
        if let Some(stage) = self.lead.stage {
            self.lead.handoff = self.lead.handoff.and_then(|handoff| {
                let id = &old.charter.handoffs[usize::from(handoff)].id;
                let same = program.charter.handoffs.iter().position(|handoff| handoff.id == *id);
                same.map(|index| index as u8)
            });
            self.retain_clocks(|_, _| true);
            let was = &old.charter.stages[usize::from(stage)];
            let to = program.stage_after(&was.id).unwrap_or(0);
            let now = &program.charter.stages[usize::from(to)];
            if was.kind == StageKind::Won && now.kind == StageKind::Won {
                self.lead.pass_open = program.stages[usize::from(to)].leads_on == 0;
            }
            if (&now.id, now.kind) == (&was.id, was.kind) {
                self.lead.stage = Some(to);
                self.lead.waiting = self.still_waiting(old, stage, to);
                self.know_stage(before);
            } else {
                self.move_to(to, (&was.id, was.kind), at, rows);
            }
            self.settle(at, precision, cause);
        }
        self.lead.alarm = self.lead.alarm.min(at);
    }

    /// The lead's stage is gone, or has become another kind of place: the version takes the lead to
    /// a stage, and opens or closes its pass where that is on the path or beside it. Nobody did
    /// anything, so that no promise is kept by it.
    #[cold]
    fn move_to(&mut self, to: u8, (gone, kind): (&str, StageKind), at: Instant, rows: usize) {
        let (precision, cause) = (facts::Precision::Instant, DerivedCause::VERSION);
        let program = self.program;
        let stage = &program.stages[usize::from(to)];
        let moved = program.moves.iter().find(|(id, _)| id == gone);
        let clause = moved.map_or(stage.clause, |(_, clause)| *clause);
        // What it comes from has no number among the stages of this version.
        self.lead.stage = (kind == StageKind::Open).then_some(to);
        self.leave_clocks(to, false, at, precision, cause);
        if stage.kind.is_on_path() {
            // Who is won stays so, whether or not another pipeline goes on from there.
            let is_won = kind == StageKind::Won && stage.kind == StageKind::Won;
            if !self.lead.pass_open && !is_won {
                self.begin_pass(to, at, precision, cause, rows);
                self.find_motion(at, precision, cause);
            }
        } else if kind != stage.kind {
            self.close_pass(to, clause, at, precision, cause);
        }
        self.enter(to, clause, at, precision, cause);
    }

    /// The promises that wait to start in the same stage under a new version: all but those that
    /// started since it was entered, known by their clauses.
    fn still_waiting(&mut self, old: &Program, stage: u8, to: u8) -> u64 {
        let clause =
            |program: &Program, index: usize| program.clause(program.promises[index].clause);
        let started = old.stages[usize::from(stage)].promises & !self.lead.waiting;
        self.lead.started_before.extend(ones(started).map(|index| clause(old, index)));
        let program = self.program;
        let promises = program.stages[usize::from(to)].promises;
        ones(promises)
            .filter(|&index| !self.lead.started_before.contains(&clause(program, index)))
            .fold(0, |mask, index| mask | 1 << index)
    }

    /// Answers every question anew from the rows before the given one, deciding nothing.
    fn read_again(&mut self, rows: usize) {
        let program = self.program;
        self.lead.know_nothing(program, self.lead.ring_len());
        self.scores = true;
        for index in 0..rows {
            let row = &self.story.rows[index];
            if self.lead.pass > 0 && index == self.lead.pass_row {
                self.forget_pass(row.at);
            }
            self.evidence(index, row, program.effect(row.code));
        }
        if self.lead.pass > 0 && self.lead.pass_row >= rows {
            self.forget_pass(self.lead.entered_at);
        }
    }
}
