//! Those who read.

use super::Site;
use crate::Engine;
use crate::books::Books;
use crate::error::AppError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Engines for reading, made as they are needed, each used by one caller at a time.
pub(super) struct Pool {
    site: Site,
    most: usize,
    books: Books,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Engine>,
    made: usize,
}

impl Pool {
    pub(super) fn new(site: Site) -> Self {
        let most = site.readers_max.clamp(1, 64);
        let books = Books::of_at_most(site.figures_bytes_max);
        Self { site, most, books, state: Mutex::default(), freed: Condvar::new() }
    }

    /// An engine that is in no pool.
    pub(super) fn open(&self) -> Result<Engine, AppError> {
        self.site.open()
    }

    /// Reads with an engine that knows all words and charters; waits for one if all are in use.
    pub(super) fn read<T>(
        &self,
        ask: impl FnOnce(&mut Engine) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let mut taken = Taken { pool: self, engine: Some(self.take()?) };
        let engine = taken.engine.as_mut().expect("taken above");
        engine.catch_up()?;
        let answer = ask(engine);
        taken.give_back();
        answer
    }

    fn take(&self) -> Result<Engine, AppError> {
        let mut state = self.state();
        loop {
            if let Some(engine) = state.idle.pop() {
                return Ok(engine);
            }
            if state.made < self.most {
                state.made += 1;
                drop(state);
                let opened = self.site.open().inspect_err(|_| self.lost())?;
                return Ok(Engine { books: Some(self.books.clone()), ..opened });
            }
            state = self.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// One less is there: another may be made.
    fn lost(&self) {
        self.state().made -= 1;
        self.freed.notify_one();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An engine in use. One whose reading failed in the middle is not used again.
struct Taken<'a> {
    pool: &'a Pool,
    engine: Option<Engine>,
}

impl Taken<'_> {
    fn give_back(&mut self) {
        self.pool.state().idle.extend(self.engine.take());
        self.pool.freed.notify_one();
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        if self.engine.take().is_some() {
            self.pool.lost();
        }
    }
}
