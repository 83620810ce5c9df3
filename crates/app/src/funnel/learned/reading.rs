//! Who was handed over, who was worked, and what became of them.

use super::CardOutcome;
use super::columns::Columns;
use crate::Engine;
use crate::error::AppError;
use charter::Program;
use facts::{Instant, Kind, Precision, SubjectId, Symbol};
use insight::{Journey, LeadHistory, Learned, Moment, Path, Verdict, fit, quantile};
use lifecycle::Decision;
use store::Projection;
use timeline::Story;

/// Of fewer wins with dates nobody says how long one takes.
const WINS_LEAST: usize = 20;

/// What is known of a lead that was handed over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) lead: SubjectId,
    pub(super) fate: Fate,
    pub(super) is_assumed: bool,
    pub(super) is_work_assumed: bool,
    sent: Moment,
    present: f64,
}

/// What became of a lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// It came to the outcome, at this instant.
    Has(Instant),
    /// It did not, and sales was done with it at this instant.
    HasNot(Instant),
    /// It is open, and was worked.
    Undecided,
    /// Nobody worked it.
    Unworked,
}

/// Reads lead after lead.
pub(super) struct Reading<'a> {
    engine: &'a Engine,
    program: &'a Program,
    adopted_at: Instant,
    outcome: CardOutcome,
    path: Path,
    stages: [usize; 3],
    columns: Columns,
    now: Instant,
    read: Vec<Read>,
    /// Whether any lead was seen to be worked.
    sees_work: bool,
    waits_s: Vec<f64>,
}

impl Read {
    /// What is learned from it, where its end is known.
    pub(super) fn learned(&self) -> Option<Learned> {
        let has_outcome = match self.fate {
            Fate::Has(_) => true,
            Fate::HasNot(_) => false,
            Fate::Undecided | Fate::Unworked => return None,
        };
        Some(Learned { lead: self.lead, at: self.sent, has_outcome, present: Some(self.present) })
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        engine: &'a Engine,
        outcome: CardOutcome,
        (path, stages): (Path, [usize; 3]),
        columns: Columns,
        now: Instant,
    ) -> Result<Self, AppError> {
        let reign = engine.reign()?;
        Ok(Self {
            engine,
            program: reign.at(now).1,
            adopted_at: reign.adopted_at(),
            outcome,
            path,
            stages,
            columns,
            now,
            read: Vec::new(),
            sees_work: false,
            waits_s: Vec::new(),
        })
    }

    pub(super) fn read(
        &mut self,
        story: Story<'_>,
        projection: Option<&Projection>,
        decisions: &[Decision],
    ) {
        let resting = projection.filter(|it| it.stage != Symbol::EMPTY);
        let history = LeadHistory {
            lead: story.lead,
            slice: Symbol::EMPTY,
            first_touch: None,
            resting: resting.map(|it| insight::Resting { stage: it.stage, is_open: it.is_open() }),
            decisions: decisions.into(),
        };
        let journey = Journey::read(&self.path, self.adopted_at, &history);
        let [sent_at, accepted_at, won_at] = self.stages;
        let Some(sent) = journey.reached(sent_at, &self.path) else { return };
        let words = self.engine.vocabulary();
        let (mut refused, mut accepted) = (None, None);
        let mut is_worked = false;
        for row in story.rows.iter().filter(|row| row.at <= self.now) {
            match words.name(row.code) {
                Some((Kind::Activity, _)) if row.flags.is_human() => is_worked = true,
                Some((Kind::Verdict, name)) => {
                    is_worked = true;
                    match Verdict::of_word(name) {
                        Some(Verdict::Accepted) => {
                            accepted.get_or_insert(row.at);
                        }
                        Some(_) => refused = Some(row.at),
                        None => {}
                    }
                }
                _ => {}
            }
        }
        let reached = |stage: usize| journey.reached(stage, &self.path).map(|it| it.moment.at);
        let beyond = reached((sent_at + 1).min(won_at)).filter(|_| sent_at < won_at);
        is_worked |= beyond.is_some();
        self.sees_work |= is_worked;
        let on_path = journey.now.is_some_and(|(stage, _)| self.path.is_on_path(stage));
        let ended = history.decisions.last().filter(|_| journey.now.is_some() && !on_path);
        let fate = match self.outcome {
            CardOutcome::Accepted => {
                let accepted = accepted.or_else(|| reached(accepted_at));
                match (accepted, refused) {
                    (Some(at), _) => Fate::Has(at),
                    (None, Some(at)) => Fate::HasNot(at),
                    (None, None) => Fate::Undecided,
                }
            }
            CardOutcome::Won => match (reached(won_at), ended) {
                (Some(at), _) => {
                    if sent.moment.precision != Precision::Unknown {
                        self.waits_s.push(at.micros_since(sent.moment.at) as f64 / 1e6);
                    }
                    Fate::Has(at)
                }
                (None, Some(last)) => Fate::HasNot(last.at),
                (None, None) => Fate::Undecided,
            },
        };
        // Who rests somewhere without anybody having tried says nothing of sales.
        let fate = if is_worked { fate } else { Fate::Unworked };
        let end = match fate {
            Fate::Has(at) | Fate::HasNot(at) => at,
            _ => self.now,
        };
        self.columns.read(story.rows, words, sent.moment.at, end);
        let lines = fit(&self.program.charter, story, words, sent.moment.at);
        self.read.push(Read {
            lead: story.lead,
            fate,
            is_assumed: sent.assumed,
            is_work_assumed: false,
            sent: sent.moment,
            present: lines
                .iter()
                .filter(|line| line.holds == Some(true))
                .map(|line| line.points)
                .sum(),
        });
    }

    /// The leads, what was known of them, and after how many days an open lead counts as not won.
    pub(super) fn done(mut self) -> (Vec<Read>, Columns, Option<f64>) {
        const PER_DAY: f64 = 86_400.0;
        let is_won = self.outcome == CardOutcome::Won;
        if !self.sees_work || self.read.iter().all(|it| is_silent(it, is_won)) {
            for it in self.read.iter_mut().filter(|it| it.fate == Fate::Unworked) {
                (it.fate, it.is_work_assumed) = (Fate::Undecided, true);
            }
        }
        self.waits_s.sort_unstable_by(f64::total_cmp);
        let patience_s = (self.waits_s.len() >= WINS_LEAST)
            .then(|| quantile(&self.waits_s, 0.9))
            .flatten()
            .filter(|_| is_won);
        for it in self.read.iter_mut().filter(|_| is_won) {
            let undated = it.sent.precision == Precision::Unknown;
            let waited_s = self.now.micros_since(it.sent.at) as f64 / 1e6;
            let is_late = patience_s.is_some_and(|patience| waited_s > patience);
            if it.fate == Fate::Undecided && (undated || is_late) {
                it.fate = Fate::HasNot(self.now);
                it.is_assumed |= undated;
            }
        }
        (self.read, self.columns, patience_s.map(|seconds| seconds / PER_DAY))
    }
}

/// Whether all that shows that a lead was worked is that it was won: an export of outcomes says so
/// of nobody else.
fn is_silent(read: &Read, is_won: bool) -> bool {
    match read.fate {
        Fate::Has(_) => is_won,
        Fate::Unworked => true,
        Fate::HasNot(_) | Fate::Undecided => false,
    }
}
