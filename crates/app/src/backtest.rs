//! Another charter over the same history.

use crate::AsOf;
use crate::engine::{AdoptedVersion, Engine, ruling};
use crate::error::AppError;
use charter::{Charter, Program, RouteTo};
use facts::{Instant, Position, Symbol, Vocabulary};
use jiff::civil::Date;
use lifecycle::{Backtest, BacktestQuestion, Backtesting, Reign, RoutingQuestion, Version};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// A proposal, and what is asked about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proposal<'a> {
    /// The proposed charter's file, to the letter.
    pub text: &'a str,
    /// Only what happened from this instant on is counted.
    pub from: Option<Instant>,
    /// Only what happened before this instant is counted.
    pub to: Option<Instant>,
    /// At most so many items are kept of each list; their counts are of all.
    pub list_max: usize,
}

/// How far a backtest is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BacktestStep {
    /// How many leads were read.
    pub read: u64,
    /// How many people there are: at most so many are read.
    pub leads: u64,
}

/// What would have been otherwise under a proposal.
#[derive(Clone, PartialEq, Debug)]
pub struct BacktestAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// Until when stories were read.
    pub until: Instant,
    /// The charter in force, as it is compared: as if it had decided from the adoption on.
    pub before: Charter,
    /// The proposal.
    pub after: Charter,
    /// How many versions decided before the one in force, whose decisions are not compared.
    pub earlier_versions: usize,
    /// What differs.
    pub found: Backtest,
    /// What those are called who would have been given leads.
    pub people: BTreeMap<Symbol, String>,
    /// Whether there are routes, and no settings that say who there is.
    pub lacks_settings: bool,
    /// From when on settings say who there is: before, the first of them are assumed.
    pub staff_since: Option<Instant>,
    /// Why there is no first day, where the proposal could not follow what is in force.
    pub cannot_follow: Option<String>,
}

impl Engine {
    /// Reads a proposal over everything that happened, beside the charter in force: both as if
    /// they had decided from the adoption on. Nothing is recorded.
    ///
    /// # Errors
    /// When the proposal is not sound or cannot run, before the first charter, and when the ledger
    /// cannot be read.
    pub fn backtest(
        &self,
        proposal: &Proposal<'_>,
        now: Instant,
    ) -> Result<BacktestAnswer, AppError> {
        self.backtest_watched(proposal, now, &mut |_| ControlFlow::Continue(()))
    }

    /// As [`Engine::backtest`], with somebody who looks on after every part of the leads, and may
    /// break it off.
    ///
    /// # Errors
    /// As [`Engine::backtest`], and [`AppError::BrokenOff`].
    pub fn backtest_watched(
        &self,
        proposal: &Proposal<'_>,
        now: Instant,
        watch: &mut dyn FnMut(BacktestStep) -> ControlFlow<()>,
    ) -> Result<BacktestAnswer, AppError> {
        let until = self.until(now)?;
        let (number, in_force) = self.reign()?.at(until);
        let adopted_at = self.reign()?.adopted_at();
        let before = &in_force.charter;
        let after = charter::read(proposal.text)
            .map_err(|problems| AppError::Charter(Box::new(problems)))?;
        let adopted: Vec<&AdoptedVersion> = self.versions.iter().collect();
        let mut next: Vec<_> =
            ruling(&adopted).into_iter().filter(|(_, from)| *from <= until).collect();
        next.push((&after, Instant(until.0.saturating_add(1))));
        let groups = [vec![(before, adopted_at)], vec![(&after, adopted_at)], next];
        let holidays = self.holidays(Position(i64::MAX as u64), Instant::NEVER)?;
        // The words of a proposal are not recorded before it is adopted.
        let mut vocabulary = self.vocabulary.clone();
        let [before_reign, after_reign, next] = compiled(&groups, &holidays, &mut vocabulary)?;
        let (before_reign, after_reign) = (Reign::new(before_reign)?, Reign::new(after_reign)?);
        let next = Reign::new(next);
        let routed = before.routes.iter().chain(&after.routes);
        for route in routed.clone() {
            if let RouteTo::Person(person) = &route.to {
                vocabulary.intern(person)?;
            }
        }
        let staff = self.staff(&in_force.calendar)?;
        let asks = routed.count() > 0 && !staff.is_empty();
        let question = BacktestQuestion {
            before: &before_reign,
            after: &after_reign,
            next: next.as_ref().ok(),
            from: proposal.from.unwrap_or(Instant::EARLIEST),
            to: proposal.to.unwrap_or(Instant::NEVER),
            until,
            list_max: proposal.list_max,
            threads: self.threads,
            routing: asks.then_some(RoutingQuestion { staff: &staff, vocabulary: &vocabulary }),
        };
        let found = self.backtest_all(&question, &vocabulary, watch)?;
        Ok(BacktestAnswer {
            as_of: self.as_of(now)?,
            until,
            before: before.clone(),
            earlier_versions: usize::from(number.0) - 1,
            people: people(&found, &vocabulary),
            lacks_settings: (!before.routes.is_empty() || !after.routes.is_empty()) && !asks,
            staff_since: staff.first().filter(|_| asks).map(|staff| staff.from),
            found,
            cannot_follow: next.as_ref().err().map(ToString::to_string),
            after: after.clone(),
        })
    }

    fn backtest_all(
        &self,
        question: &BacktestQuestion<'_>,
        vocabulary: &Vocabulary,
        watch: &mut dyn FnMut(BacktestStep) -> ControlFlow<()>,
    ) -> Result<Backtest, AppError> {
        let mut backtesting = Backtesting::new(question);
        let mut step = BacktestStep { read: 0, leads: self.store.view().counts()?.persons };
        let go_on = |flow: ControlFlow<()>| match flow {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(AppError::BrokenOff),
        };
        go_on(watch(step))?;
        self.each_part(vocabulary, |stories| {
            backtesting.add(stories);
            step.read += stories.len() as u64;
            go_on(watch(step))
        })?;
        Ok(backtesting.finish())
    }
}

fn people(found: &Backtest, vocabulary: &Vocabulary) -> BTreeMap<Symbol, String> {
    let loads = found.routing.iter().flat_map(|routing| [&routing.before, &routing.after]);
    let people = loads.flat_map(|load| &load.people).map(|one| one.person);
    people.map(|person| (person, vocabulary.word(person).to_owned())).collect()
}

/// Compiles charters so that each covers all codes, those included that compiling adds.
fn compiled<const N: usize>(
    groups: &[Vec<(&Charter, Instant)>; N],
    holidays: &[Date],
    vocabulary: &mut Vocabulary,
) -> Result<[Vec<Version>; N], AppError> {
    loop {
        let mut reigns: [Vec<Version>; N] = std::array::from_fn(|_| Vec::new());
        for (group, versions) in groups.iter().zip(&mut reigns) {
            for (charter, from) in group {
                let program = Program::compile(charter, holidays, vocabulary)?;
                versions.push(Version { program, from: *from });
            }
        }
        let codes = vocabulary.code_count();
        if reigns.iter().flatten().all(|version| version.program.covers(codes)) {
            return Ok(reigns);
        }
    }
}
