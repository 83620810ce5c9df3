//! A ledger at work: many ask at once, one writes at a time, and what time alone decides is decided
//! without anybody asking.

mod changes;
mod pool;
mod reconcile;

pub use changes::Changed;
pub use reconcile::Reconciled;

use crate::Engine;
use crate::error::AppError;
use changes::Follower;
use facts::Instant;
use pool::Pool;
use reconcile::RoutingTurn;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::{Place, Store, StoreError};

/// Says what time it is.
pub type Clock = Box<dyn Fn() -> Instant + Send + Sync>;

/// A ledger at work.
///
/// Every call blocks until it is done: callers on an event loop hand it to a thread.
pub struct Live {
    writer: Mutex<Engine>,
    readers: Pool,
    clock: Clock,
    follower: Mutex<Follower>,
    routing: Mutex<RoutingTurn>,
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live").finish_non_exhaustive()
    }
}

/// Where a ledger at work is.
#[derive(Clone, Debug)]
pub struct Site {
    /// The ledger.
    pub place: Place,
    /// The folder for snapshots, if there is one.
    pub snapshots_in: Option<PathBuf>,
    /// How many may read at once, 1 to 64; more wait for their turn.
    pub readers_max: usize,
    /// How much memory what is known of all leads may take, for figures; a ledger that needs more
    /// is read anew for each figure.
    pub figures_bytes_max: u64,
}

impl Site {
    /// What [`Site::figures_bytes_max`] is where nobody says: enough for ten million facts.
    pub const FIGURES_BYTES: u64 = 1 << 30;

    pub(crate) fn open(&self) -> Result<Engine, AppError> {
        let mut store = Store::open(self.place.clone())?;
        if let Some(folder) = &self.snapshots_in {
            store.keep_snapshots_in(folder.clone());
        }
        Engine::over(store)
    }
}

impl Live {
    /// How often a write is tried again when another process changed words or charters meanwhile.
    const ATTEMPTS: usize = 5;

    /// Opens a ledger and makes an empty one where there is none.
    ///
    /// # Errors
    /// When it cannot be used, or an adopted charter cannot be read.
    pub fn open(site: Site, clock: Clock) -> Result<Self, AppError> {
        let writer = site.open()?;
        let follower = Mutex::new(Follower::from_now_on(&writer)?);
        let readers = Pool::new(site);
        let routing = Mutex::new(RoutingTurn { next: Instant::EARLIEST });
        Ok(Self { writer: Mutex::new(writer), readers, clock, follower, routing })
    }

    /// What time it is by the clock alone: waits for nothing.
    #[must_use]
    pub fn clock_now(&self) -> Instant {
        (self.clock)()
    }

    /// What time it is: that of the clock, but never before what was settled already.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn now(&self) -> Result<Instant, AppError> {
        self.readers.read(|engine| engine.until((self.clock)()))
    }

    /// An engine of its own on the same ledger, for work that takes long, such as imports.
    ///
    /// # Errors
    /// When the ledger cannot be opened.
    pub fn another_engine(&self) -> Result<Engine, AppError> {
        self.readers.open()
    }

    /// Asks the ledger as of one instant: everything that `ask` reads was true together.
    ///
    /// # Errors
    /// When the ledger cannot be read, and those of `ask`.
    pub fn read<T>(
        &self,
        ask: impl FnOnce(&mut Engine, Instant) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.readers.read(|engine| {
            let now = engine.until((self.clock)())?;
            engine.store.begin_reading()?;
            let answer = ask(engine, now);
            engine.store.end_reading();
            answer
        })
    }

    /// Writes to the ledger when it is this caller's turn. Tried again, from the beginning, when
    /// another process added words or charters meanwhile.
    ///
    /// # Errors
    /// When the ledger cannot be written, and those of `write`.
    pub fn write<T>(
        &self,
        mut write: impl FnMut(&mut Engine, Instant) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let mut engine = self.writer();
        for attempt in 1.. {
            engine.catch_up()?;
            let now = engine.until((self.clock)())?;
            match write(&mut engine, now) {
                Err(AppError::Store(StoreError::ChangedElsewhere)) if attempt < Self::ATTEMPTS => {
                    engine.refresh()?;
                }
                done => return done,
            }
        }
        unreachable!("the last attempt returns")
    }

    /// A panic in the middle of a write rolled its transaction back; the engine only has to look
    /// at the ledger again.
    fn writer(&self) -> MutexGuard<'_, Engine> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    /// Reads words, charters and holidays again if another process changed them.
    pub(crate) fn catch_up(&mut self) -> Result<(), AppError> {
        if self.store.is_behind()? || self.store.is_ahead(&self.vocabulary) {
            self.refresh()?;
        }
        Ok(())
    }
}
