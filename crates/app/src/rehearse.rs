//! A charter read over what happened lately, before any decides: what it would have said of the
//! leads of the last weeks.

use crate::audit::compiled;
use crate::engine::Engine;
use crate::error::AppError;
use charter::{Charter, StageKind};
use facts::{Instant, Position, Precision, SubjectId};
use insight::{PromiseClock, PromiseFigures, clocks_of, pledges, promises};
use lifecycle::{Decision, Folder, Reign, What, decide};
use std::collections::{BTreeMap, BTreeSet};
use timeline::{Row, Story};

/// What a charter would have said of the leads of the last weeks. Nobody had agreed to it, so that
/// all of it is assumed.
#[derive(Clone, PartialEq, Debug)]
pub struct Rehearsal {
    /// The charter.
    pub charter: Charter,
    /// From when on what happened is counted.
    pub from: Instant,
    /// Until when: the end of the last day of which anything is known.
    pub until: Instant,
    /// How many leads there are, whenever they came.
    pub leads: usize,
    /// For each stage of the charter, in its order, how many leads entered it in that time.
    pub entered: Vec<usize>,
    /// How many leads were handed over in that time.
    pub handed_over: usize,
    /// The most hand-offs of seven days in a row, counted from the first day.
    pub busiest_week: usize,
    /// How many leads were won in that time.
    pub won: usize,
    /// How many of those had been handed over before.
    pub won_handed_over: usize,
    /// What became of each promise that began in that time, in the charter's order.
    pub promises: Vec<PromiseFigures>,
    /// How many leads entered stages at times that nobody knows; they are in no figure.
    pub undated: usize,
}

/// What is gathered lead by lead, whenever it was.
#[derive(Default)]
struct Gathered {
    leads: usize,
    entered: Vec<(SubjectId, usize, Instant)>,
    handed_over: Vec<(SubjectId, Instant)>,
    undated: BTreeSet<SubjectId>,
    clocks: Vec<PromiseClock>,
    last: Option<Instant>,
}

impl Engine {
    /// The most days that a rehearsal counts.
    pub const REHEARSED_DAYS_MAX: u16 = 730;

    /// Reads a charter over everything that happened, and counts the last days of which anything
    /// is known. It needs no charter in force, and records nothing.
    ///
    /// # Errors
    /// When the charter is not sound or cannot run, and when the ledger cannot be read.
    pub fn rehearse(&self, text: &str, days: u16, now: Instant) -> Result<Rehearsal, AppError> {
        let charter =
            charter::read(text).map_err(|problems| AppError::Charter(Box::new(problems)))?;
        let holidays = self.holidays(Position(i64::MAX as u64), Instant::NEVER)?;
        // The words of a charter are not recorded before it is adopted.
        let mut vocabulary = self.vocabulary.clone();
        let program = compiled(&mut vocabulary, &charter, &holidays)?;
        let places: BTreeMap<_, _> =
            program.stages.iter().enumerate().map(|(place, stage)| (stage.word, place)).collect();
        let reign = Reign::of(program, Instant::EARLIEST);
        let mut folder = Folder::new(&reign);
        let mut gathered = Gathered::default();
        self.each_part(&vocabulary, |part| {
            for story in part.stories() {
                gathered.leads += 1;
                gathered.last = gathered.last.max(last_of(story.rows, now));
                let (decisions, _) = decide(&mut folder, story, now);
                gathered.add(story, &decisions, &places);
                gathered.clocks.extend(clocks_of(&reign, story.lead, &decisions));
            }
            Ok(())
        })?;
        let until = gathered.last.map_or(now, |at| Instant(at.0 + Instant::PER_DAY).min(now));
        let days = i64::from(days.clamp(1, Self::REHEARSED_DAYS_MAX));
        let from = Instant(until.0 - days * Instant::PER_DAY);
        Ok(gathered.counted(charter, &reign, from, until))
    }
}

impl Gathered {
    fn add(
        &mut self,
        story: Story<'_>,
        decisions: &[Decision],
        places: &BTreeMap<facts::Symbol, usize>,
    ) {
        for decision in decisions {
            let is_dated = decision.precision != Precision::Unknown;
            match decision.key.what {
                What::StageEntered if !is_dated => {
                    self.undated.insert(story.lead);
                }
                What::StageEntered => {
                    let place = places.get(&decision.target);
                    self.entered.extend(place.map(|place| (story.lead, *place, decision.at)));
                }
                What::HandoffWanted if is_dated => {
                    self.handed_over.push((story.lead, decision.at));
                }
                _ => {}
            }
        }
    }

    fn counted(self, charter: Charter, reign: &Reign, from: Instant, until: Instant) -> Rehearsal {
        let within = |at: Instant| from <= at && at <= until;
        let of_stage = |place: usize| -> BTreeSet<SubjectId> {
            let entered = self.entered.iter().filter(|(_, of, at)| *of == place && within(*at));
            entered.map(|(lead, ..)| *lead).collect()
        };
        let entered: Vec<_> = (0..charter.stages.len()).map(of_stage).collect();
        let handed: Vec<_> = self.handed_over.iter().filter(|(_, at)| within(*at)).collect();
        let mut weeks: BTreeMap<i64, usize> = BTreeMap::new();
        for (_, at) in &handed {
            *weeks.entry((at.0 - from.0) / (7 * Instant::PER_DAY)).or_default() += 1;
        }
        let won: BTreeSet<SubjectId> = charter
            .stages
            .iter()
            .zip(&entered)
            .filter(|(stage, _)| stage.kind == StageKind::Won)
            .flat_map(|(_, leads)| leads.iter().copied())
            .collect();
        let ever: BTreeSet<SubjectId> = self.handed_over.iter().map(|(lead, _)| *lead).collect();
        let clocks: Vec<_> = self
            .clocks
            .iter()
            .filter(|clock| clock.started.precision != Precision::Unknown)
            .filter(|clock| within(clock.started.at))
            .map(|clock| clock.as_of(until))
            .collect();
        Rehearsal {
            from,
            until,
            leads: self.leads,
            entered: entered.iter().map(BTreeSet::len).collect(),
            handed_over: handed.iter().map(|(lead, _)| lead).collect::<BTreeSet<_>>().len(),
            busiest_week: weeks.into_values().max().unwrap_or(0),
            won_handed_over: won.intersection(&ever).count(),
            won: won.len(),
            promises: promises(&pledges(reign, until), &clocks),
            undated: self.undated.len(),
            charter,
        }
    }
}

/// The last instant of which a story tells, as far as it is known and not in the future.
fn last_of(rows: &[Row], now: Instant) -> Option<Instant> {
    let dated = rows.iter().filter(|row| row.flags.precision() != Precision::Unknown);
    dated.map(|row| row.at).filter(|at| *at <= now).max()
}
