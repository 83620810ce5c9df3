//! Figures of a large company, kept as they were answered.
//!
//! A figure of a million leads takes seconds to count, and many look at it. So whoever asks for it
//! again is answered with what was counted last: at once, as of when it says. What has changed
//! since is counted meanwhile, and who listens is told when it is there. Of a small company each
//! figure is counted when it is asked for.

use crate::problem::Problem;
use crate::state::{News, Served};
use app::{AppError, Engine};
use axum::body::Bytes;
use axum::extract::FromRequestParts;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use facts::Instant;
use serde::Serialize;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Clock};
use store::LedgerAt;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Which figure: the address at which it is asked for, with whatever else its document depends on.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct FigureName(String);

impl FigureName {
    /// The same figure as somebody sees it who is told less.
    pub(crate) fn told(self, how: &str) -> Self {
        Self(format!("{} {how}", self.0))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for FigureName {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.uri.path_and_query().map_or_else(String::new, ToString::to_string)))
    }
}

/// A figure as it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Figure(Bytes);

impl IntoResponse for Figure {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "application/json")], self.0).into_response()
    }
}

/// The figures that a server keeps.
#[derive(Debug)]
pub(crate) struct KeptFigures {
    /// Ledgers of fewer facts have nothing kept.
    facts_min: u64,
    kept: Mutex<HashMap<FigureName, Kept>>,
    /// So many are counted at once.
    turns: Semaphore,
}

#[derive(Debug)]
struct Kept {
    /// Of which instant of the ledger.
    at: LedgerAt,
    /// As of when.
    now: Instant,
    /// How long counting took.
    took: Duration,
    figure: Figure,
    /// Whether it is being counted anew.
    is_renewed: bool,
    /// When somebody last asked for it.
    asked: Clock,
}

/// What is there for somebody who asks.
enum Found {
    /// This.
    Figure(Figure),
    /// This, and after so long it is to be counted anew.
    Late(Figure, Duration),
    /// Nothing that may be said any more.
    Nothing,
}

/// What somebody who asks may have done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Only what takes no turn.
    None,
    /// Counting what is not there.
    Count,
    /// Counting, whatever is there.
    Anew,
}

/// What counts a figure; a problem where the question has no answer.
type Ask<T> = dyn Fn(&mut Engine, Instant) -> Result<Result<T, Problem>, AppError> + Send + Sync;

impl KeptFigures {
    /// How many are kept.
    const KEPT_MAX: usize = 256;
    /// How long a figure holds while nothing is recorded, since time alone makes others late.
    const HOLDS: Duration = Duration::from_secs(60);
    /// How old a figure may be that is said once more while it is counted anew: where nothing was
    /// recorded since, and where something was.
    const LATE_MAX: [Duration; 2] = [Duration::from_secs(15 * 60), Duration::from_secs(60)];
    /// A figure is counted anew after so long at the earliest, and so that counting it takes one
    /// part in so many of the time at most.
    const ANEW_AFTER: Duration = Duration::from_secs(5);
    const ANEW_SHARE: u32 = 10;

    /// From so many facts on.
    pub(crate) fn of_at_least(facts_min: u64) -> Self {
        // One processor is left for everything else.
        let turns = std::thread::available_parallelism().map_or(1, |it| it.get() / 2).max(1);
        Self { facts_min, kept: Mutex::default(), turns: Semaphore::new(turns) }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<FigureName, Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, name: &FigureName, at: &LedgerAt, now: Instant) -> Found {
        let mut all = self.all();
        let Some(kept) = all.get_mut(name) else { return Found::Nothing };
        kept.asked = Clock::now();
        // Under another charter nothing of it is true any more.
        let Ok(age) = u64::try_from(now.0.saturating_sub(kept.now.0)) else {
            return Found::Nothing;
        };
        if !kept.at.is_followed_by(at) {
            return Found::Nothing;
        }
        let (age, is_same) = (Duration::from_micros(age), kept.at == *at);
        if is_same && age <= Self::HOLDS {
            return Found::Figure(kept.figure.clone());
        }
        let anew_after = Self::ANEW_AFTER.max(kept.took * Self::ANEW_SHARE);
        if age > Self::LATE_MAX[usize::from(!is_same)].max(2 * anew_after) {
            return Found::Nothing;
        }
        match std::mem::replace(&mut kept.is_renewed, true) {
            true => Found::Figure(kept.figure.clone()),
            false => Found::Late(kept.figure.clone(), anew_after.saturating_sub(age)),
        }
    }

    fn keep(&self, name: FigureName, kept: Kept) {
        let mut all = self.all();
        if all.len() >= Self::KEPT_MAX && !all.contains_key(&name) {
            let least = all.iter().min_by_key(|(_, kept)| kept.asked).map(|(name, _)| name.clone());
            least.and_then(|name| all.remove(&name));
        }
        all.insert(name, kept);
    }

    /// Counting anew came to nothing: whoever asks next begins again.
    fn give_up(&self, name: &FigureName) {
        if let Some(kept) = self.all().get_mut(name) {
            kept.is_renewed = false;
        }
    }
}

impl Served {
    /// Counts a figure, or says it as it was counted a moment ago where that takes long.
    ///
    /// # Errors
    /// What the question refuses, as a problem.
    pub(crate) async fn figure<T: Serialize + 'static>(
        &self,
        name: FigureName,
        ask: impl Fn(&mut Engine, Instant) -> Result<Result<T, Problem>, AppError>
        + Send
        + Sync
        + 'static,
    ) -> Result<Figure, Problem> {
        let ask: Arc<Ask<T>> = Arc::new(ask);
        let mut found = self.look(&name, &ask, Turn::None).await?;
        if let Found::Nothing = found {
            let _turn = self.turn_at_figures().await?;
            found = self.look(&name, &ask, Turn::Count).await?;
        }
        match found {
            Found::Figure(figure) => Ok(figure),
            Found::Late(figure, wait) => {
                tokio::spawn(self.clone().count_later(name, ask, wait));
                Ok(figure)
            }
            Found::Nothing => Err(Problem::fault(&"a figure was not counted when it should")),
        }
    }

    /// Reads into memory what figures of a large company need, before anybody asks.
    pub(crate) async fn read_ahead(self) {
        let facts_min = self.figures().facts_min;
        let done = self.read(move |engine, _| {
            match engine.store().view().ledger_at()?.position().0 >= facts_min {
                true => engine.read_ahead(),
                false => Ok(()),
            }
        });
        if let Err(problem) = done.await {
            // Whoever asks first reads it.
            tracing::warn!(problem = ?problem, "figures were not read ahead");
        }
    }

    async fn turn_at_figures(&self) -> Result<SemaphorePermit<'_>, Problem> {
        self.figures().turns.acquire().await.map_err(|closed| Problem::fault(&closed))
    }

    async fn look<T: Serialize + 'static>(
        &self,
        name: &FigureName,
        ask: &Arc<Ask<T>>,
        turn: Turn,
    ) -> Result<Found, Problem> {
        let (served, name, ask) = (self.clone(), name.clone(), Arc::clone(ask));
        let found = self.read(move |engine, now| {
            let figures = served.figures();
            let at = engine.store().view().ledger_at()?;
            let is_kept = at.position().0 >= figures.facts_min;
            if is_kept && turn != Turn::Anew {
                match figures.find(&name, &at, now) {
                    Found::Nothing if turn == Turn::None => return Ok(Ok(Found::Nothing)),
                    Found::Nothing => {}
                    found => return Ok(Ok(found)),
                }
            }
            let begun = Clock::now();
            let document = match ask(engine, now)? {
                Ok(document) => document,
                Err(problem) => return Ok(Err(problem)),
            };
            let bytes = match serde_json::to_vec(&document) {
                Ok(bytes) => bytes,
                Err(error) => return Ok(Err(Problem::fault(&error))),
            };
            let figure = Figure(bytes.into());
            if is_kept {
                let (took, asked) = (begun.elapsed(), Clock::now());
                let kept = Kept { at, now, took, figure: figure.clone(), is_renewed: false, asked };
                figures.keep(name, kept);
            }
            Ok(Ok(Found::Figure(figure)))
        });
        found.await?
    }

    /// Counts a figure anew after a while, and tells who listens.
    async fn count_later<T: Serialize + 'static>(
        self,
        name: FigureName,
        ask: Arc<Ask<T>>,
        wait: Duration,
    ) {
        tokio::time::sleep(wait).await;
        let counted = match self.turn_at_figures().await {
            Ok(_turn) => self.look(&name, &ask, Turn::Anew).await.map(|_| ()),
            Err(closed) => Err(closed),
        };
        match counted {
            Ok(()) => self.tell(News::Figures),
            Err(problem) => {
                self.figures().give_up(&name);
                tracing::warn!(figure = name.0, problem = ?problem, "a figure was not counted anew");
            }
        }
    }
}
