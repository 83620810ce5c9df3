//! Backtests that go on after the answer: each waits for its turn, runs, and is kept for a while.
//!
//! They are kept in the memory of the server that runs them, since any of them can be run again.

use crate::documents::BacktestDocument;
use crate::problem::Problem;
use app::BacktestStep;
use axum::http::StatusCode;
use facts::Instant;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::UserId;
use tokio::sync::watch;

/// The backtests of a server.
#[derive(Debug, Default)]
pub(crate) struct Replays {
    all: Mutex<Vec<Arc<Replay>>>,
}

/// One backtest.
#[derive(Debug)]
pub(crate) struct Replay {
    pub(crate) id: UserId,
    owner: UserId,
    pub(crate) begun_at: Instant,
    read: AtomicU64,
    leads: AtomicU64,
    is_stopped: AtomicBool,
    stage: watch::Sender<Stage>,
}

/// How far it is.
#[derive(Clone, Debug)]
pub(crate) enum Stage {
    /// Others run before it.
    Waiting,
    /// It reads history.
    Running,
    /// It ended.
    Ended { at: Instant, how: Result<Arc<BacktestDocument>, Problem> },
}

impl Replays {
    /// How many of one user may wait or run.
    pub(crate) const OPEN_OF_ONE_MAX: usize = 4;
    /// How many may wait or run in all.
    pub(crate) const OPEN_MAX: usize = 32;
    /// How many that ended are kept.
    pub(crate) const KEPT_MAX: usize = 64;
    /// For how long one that ended is kept, in microseconds: 15 minutes.
    pub(crate) const KEPT_US: i64 = 15 * 60 * 1_000_000;

    /// Opens one, which waits for its turn.
    ///
    /// # Errors
    /// When too many wait or run already.
    pub(crate) fn open(
        &self,
        id: UserId,
        owner: UserId,
        now: Instant,
    ) -> Result<Arc<Replay>, Problem> {
        let mut all = self.swept(now);
        let open = all.iter().filter(|replay| !replay.has_ended());
        let (of_all, of_one) = open
            .fold((0, 0), |(all, one), replay| (all + 1, one + usize::from(replay.owner == owner)));
        if of_one >= Self::OPEN_OF_ONE_MAX || of_all >= Self::OPEN_MAX {
            let detail = format!(
                "{of_one} backtests of yours and {of_all} in all wait or run, of at most {} and {}: \
                 cancel one, or wait until one is done",
                Self::OPEN_OF_ONE_MAX,
                Self::OPEN_MAX
            );
            return Err(Problem::new(StatusCode::CONFLICT, "too_many_backtests", detail));
        }
        let replay = Arc::new(Replay {
            id,
            owner,
            begun_at: now,
            read: AtomicU64::new(0),
            leads: AtomicU64::new(0),
            is_stopped: AtomicBool::new(false),
            stage: watch::Sender::new(Stage::Waiting),
        });
        all.push(Arc::clone(&replay));
        Ok(replay)
    }

    /// One of somebody's own.
    ///
    /// # Errors
    /// When there is none, or not any more.
    pub(crate) fn find(
        &self,
        id: UserId,
        owner: UserId,
        now: Instant,
    ) -> Result<Arc<Replay>, Problem> {
        let all = self.swept(now);
        let found = all.iter().find(|replay| replay.id == id && replay.owner == owner);
        found.cloned().ok_or_else(Self::unknown)
    }

    /// That there is none.
    pub(crate) fn unknown() -> Problem {
        let detail = "there is no such backtest of yours: it was cancelled, ended more than 15 \
                      minutes ago, or another server ran it; begin it again";
        Problem::new(StatusCode::NOT_FOUND, "unknown_backtest", detail)
    }

    /// Cancels one, and forgets it.
    pub(crate) fn cancel(&self, replay: &Arc<Replay>) {
        replay.stop();
        self.lock().retain(|other| !Arc::ptr_eq(other, replay));
    }

    /// Cancels all of them: the server stops.
    pub(crate) fn cancel_all(&self) {
        self.lock().drain(..).for_each(|replay| replay.stop());
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Replay>>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Without those that ended too long ago, and without the oldest of too many that ended.
    fn swept(&self, now: Instant) -> MutexGuard<'_, Vec<Arc<Replay>>> {
        let mut all = self.lock();
        all.retain(|replay| replay.ended_at().is_none_or(|at| now.0 - at.0 < Self::KEPT_US));
        let ended = all.iter().filter(|replay| replay.has_ended()).count();
        let mut surplus = ended.saturating_sub(Self::KEPT_MAX);
        all.retain(|replay| {
            let goes = surplus > 0 && replay.has_ended();
            surplus -= usize::from(goes);
            !goes
        });
        all
    }
}

impl Replay {
    /// How far it is.
    pub(crate) fn stage(&self) -> Stage {
        self.stage.borrow().clone()
    }

    /// How many leads it read, of how many at most.
    pub(crate) fn progress(&self) -> BacktestStep {
        let (read, leads) = (&self.read, &self.leads);
        BacktestStep { read: read.load(Ordering::Relaxed), leads: leads.load(Ordering::Relaxed) }
    }

    /// Its turn has come.
    pub(crate) fn runs(&self) {
        self.stage.send_replace(Stage::Running);
    }

    /// It went on. Returns whether it shall go on.
    pub(crate) fn steps(&self, step: BacktestStep) -> bool {
        self.read.store(step.read, Ordering::Relaxed);
        self.leads.store(step.leads, Ordering::Relaxed);
        !self.is_stopped()
    }

    /// It ended.
    pub(crate) fn ends(&self, how: Result<BacktestDocument, Problem>, at: Instant) {
        self.stage.send_replace(Stage::Ended { at, how: how.map(Arc::new) });
    }

    /// Whether somebody cancelled it.
    pub(crate) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// Ready when it ended.
    pub(crate) async fn ended(&self) {
        let mut stage = self.stage.subscribe();
        // The sender is ours, so that it is there for as long as anybody waits.
        let _ended = stage.wait_for(|stage| matches!(stage, Stage::Ended { .. })).await;
    }

    fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    fn has_ended(&self) -> bool {
        self.ended_at().is_some()
    }

    fn ended_at(&self) -> Option<Instant> {
        match *self.stage.borrow() {
            Stage::Ended { at, .. } => Some(at),
            Stage::Waiting | Stage::Running => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: UserId = UserId(1);
    const BEN: UserId = UserId(2);

    fn at(seconds: i64) -> Instant {
        Instant(seconds * 1_000_000)
    }

    fn problem() -> Problem {
        Problem::at("/text", "not sound")
    }

    #[test]
    fn one_user_and_all_have_at_most_so_many_open() {
        let replays = Replays::default();
        for id in 0..Replays::OPEN_OF_ONE_MAX as u64 {
            replays.open(UserId(id), ANN, at(0)).unwrap();
        }
        let refused = replays.open(UserId(90), ANN, at(0)).unwrap_err();
        assert_eq!((refused.status, refused.code), (409, "too_many_backtests"));
        for other in 0..(Replays::OPEN_MAX - Replays::OPEN_OF_ONE_MAX) as u64 {
            replays.open(UserId(100 + other), UserId(100 + other), at(0)).unwrap();
        }
        assert!(replays.open(UserId(91), BEN, at(0)).is_err(), "as many as there may be in all");
        let first = replays.find(UserId(0), ANN, at(0)).unwrap();
        first.ends(Err(problem()), at(1));
        replays.open(UserId(92), ANN, at(1)).unwrap();
    }

    #[test]
    fn one_that_ended_is_kept_for_a_quarter_of_an_hour_and_for_its_owner_alone() {
        let replays = Replays::default();
        let replay = replays.open(UserId(1), ANN, at(0)).unwrap();
        assert!(replays.find(UserId(1), BEN, at(0)).is_err());
        assert!(replays.find(UserId(1), ANN, at(9000)).is_ok(), "what runs is not forgotten");
        replay.ends(Err(problem()), at(9000));
        assert!(replays.find(UserId(1), ANN, at(9899)).is_ok());
        assert!(replays.find(UserId(1), ANN, at(9900)).is_err());
    }

    #[test]
    fn of_too_many_that_ended_the_oldest_go() {
        let replays = Replays::default();
        for id in 0..=Replays::KEPT_MAX as u64 {
            replays.open(UserId(id), ANN, at(0)).unwrap().ends(Err(problem()), at(1));
        }
        assert!(replays.find(UserId(0), ANN, at(2)).is_err());
        assert!(replays.find(UserId(1), ANN, at(2)).is_ok());
        assert!(replays.find(UserId(Replays::KEPT_MAX as u64), ANN, at(2)).is_ok());
    }

    #[test]
    fn a_cancelled_one_is_gone_and_told_to_stop_at_its_next_step() {
        let replays = Replays::default();
        let replay = replays.open(UserId(1), ANN, at(0)).unwrap();
        let step = BacktestStep { read: 10, leads: 20 };
        assert!(replay.steps(step));
        assert_eq!(replay.progress(), step);
        replays.cancel(&replay);
        assert!(!replay.steps(step));
        assert!(replays.find(UserId(1), ANN, at(0)).is_err());
    }
}
