//! Many requests at once, recorded together by one thread.
//!
//! A request waits until what it sent is on the disk. Meanwhile others gather, and all that did
//! are written in the next transaction: the more there are, the less each costs.

use super::counts::Collected;
use super::known::Known;
use super::refused::CollectRefused;
use crate::engine::Engine;
use crate::error::AppError;
use crate::live::{Clock, Site};
use connect::segment::{EventMapping, Meaning};
use facts::Instant;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use store::{Store, StoreError, WriteKey};

/// Called once it is known what became of a request: recorded, or why not.
pub type Acknowledge = Box<dyn FnOnce(Result<(), Arc<AppError>>) + Send>;

/// More waits than may; nothing of the request was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "more than {} messages wait to be recorded: send again in {} s",
    Collector::WAITING_MAX,
    Collector::RETRY_SECONDS
)]
pub struct CollectorFull;

/// Records what requests send, one transaction after the other.
pub struct Collector {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl fmt::Debug for Collector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collector").finish_non_exhaustive()
    }
}

struct Shared {
    queue: Mutex<Queue>,
    filled: Condvar,
    clock: Clock,
    terms: Mutex<Terms>,
}

#[derive(Default)]
struct Queue {
    requests: VecDeque<Request>,
    /// How many messages these have.
    messages: usize,
    is_closing: bool,
    collected: Collected,
}

struct Request {
    meanings: Vec<Meaning>,
    done: Acknowledge,
}

/// Who may send, and what events mean, as it was a moment ago.
struct Terms {
    store: Store,
    read_at: Instant,
    keys: HashMap<[u8; 32], Option<Arc<WriteKey>>>,
    mapping: Arc<EventMapping>,
    mapping_number: i64,
}

/// Who sends, and what their events mean.
#[derive(Clone, Debug)]
pub struct Sender {
    /// Their write key.
    pub key: Arc<WriteKey>,
    /// What events mean.
    pub mapping: Arc<EventMapping>,
}

impl Terms {
    fn is_fresh(&self, now: Instant) -> bool {
        (0..Collector::TERMS_MICROS).contains(&now.micros_since(self.read_at))
    }

    fn sender(&self, key: Arc<WriteKey>) -> Sender {
        Sender { key, mapping: Arc::clone(&self.mapping) }
    }

    /// What is remembered of a key, where it is: that nobody has it, or whose it is.
    fn remembered(&self, digest: &[u8; 32]) -> Option<Option<Sender>> {
        let known = self.keys.get(digest)?;
        Some(known.as_ref().map(|key| self.sender(Arc::clone(key))))
    }
}

impl Collector {
    /// The most messages that wait to be recorded.
    pub const WAITING_MAX: usize = 100_000;
    /// After how many seconds to send again what was not taken.
    pub const RETRY_SECONDS: u32 = 1;
    /// How many messages one transaction takes, but for a larger request.
    const GROUP_MAX: usize = 20_000;
    /// How long who may send and what events mean is not read again, in microseconds.
    const TERMS_MICROS: i64 = Instant::PER_SECOND;
    /// The most write keys that are remembered, those included that nobody has.
    const KEYS_MAX: usize = 10_000;

    /// Collects into a ledger, with a thread of its own.
    ///
    /// # Errors
    /// When the ledger cannot be used.
    pub fn start(site: &Site, clock: Clock) -> Result<Self, AppError> {
        let mut engine = site.open()?;
        let terms = Terms {
            store: Store::open_existing(site.place.clone())?,
            read_at: Instant(i64::MIN),
            keys: HashMap::new(),
            mapping: Arc::new(EventMapping::default()),
            mapping_number: 0,
        };
        let shared = Arc::new(Shared {
            queue: Mutex::default(),
            filled: Condvar::new(),
            clock,
            terms: Mutex::new(terms),
        });
        let of_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new().name("collector".to_owned());
        let thread = thread
            .spawn(move || of_thread.record_all(&mut engine))
            .map_err(|error| CollectRefused::NoThread(error.to_string()))?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Takes what one request sent, all of it or nothing. `done` is called by another thread once
    /// it is on the disk, or cannot be; it should only pass that on.
    ///
    /// # Errors
    /// [`CollectorFull`]; then `done` is never called.
    pub fn submit(&self, meanings: Vec<Meaning>, done: Acknowledge) -> Result<(), CollectorFull> {
        let mut queue = self.shared.queue();
        if queue.is_closing || queue.messages + meanings.len() > Self::WAITING_MAX {
            return Err(CollectorFull);
        }
        queue.messages += meanings.len();
        queue.requests.push_back(Request { meanings, done });
        drop(queue);
        self.shared.filled.notify_one();
        Ok(())
    }

    /// Records what one request sent, and waits until it is on the disk.
    ///
    /// # Errors
    /// [`CollectorFull`], and when the ledger cannot be written.
    pub fn submit_and_wait(&self, meanings: Vec<Meaning>) -> Result<(), Arc<AppError>> {
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        let done: Acknowledge = Box::new(move |recorded| {
            // Whoever does not wait any more does not want to know.
            let _gone = sender.send(recorded);
        });
        self.submit(meanings, done).map_err(|full| Arc::new(CollectRefused::from(full).into()))?;
        receiver
            .recv()
            .unwrap_or_else(|_| Err(Arc::new(CollectRefused::from(CollectorFull).into())))
    }

    /// How many messages wait to be recorded.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.shared.queue().messages
    }

    /// What became of all messages since the start.
    #[must_use]
    pub fn collected(&self) -> Collected {
        self.shared.queue().collected
    }

    /// Who sends with this write key, if it is good. One that was revoked is good for a second
    /// more.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn sender(&self, key: &str) -> Result<Option<Sender>, AppError> {
        let digest = WriteKey::digest(key);
        let mut terms = self.shared.terms()?;
        if let Some(known) = terms.remembered(&digest) {
            return Ok(known);
        }
        let found = terms.store.view().write_key_of(&digest)?;
        let good = found.filter(|key| key.revoked_at.is_none()).map(Arc::new);
        if terms.keys.len() < Self::KEYS_MAX {
            terms.keys.insert(digest, good.clone());
        }
        Ok(good.map(|key| terms.sender(key)))
    }

    /// As [`Collector::sender`], from memory, where that is fresh: waits for no disk.
    #[must_use]
    pub fn remembered(&self, key: &str) -> Option<Option<Sender>> {
        let terms = self.shared.terms.lock().unwrap_or_else(PoisonError::into_inner);
        terms.is_fresh((self.shared.clock)()).then(|| terms.remembered(&WriteKey::digest(key)))?
    }

    /// Whether browsers of a site may send with any write key.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn knows_origin(&self, origin: &str) -> Result<bool, AppError> {
        let terms = self.shared.terms()?;
        let keys = terms.store.view().write_keys()?;
        Ok(keys.iter().any(|key| key.revoked_at.is_none() && key.allows(origin)))
    }

    /// What events mean.
    ///
    /// # Errors
    /// When the ledger cannot be read, or it was written by a newer Tandem.
    pub fn mapping(&self) -> Result<Arc<EventMapping>, AppError> {
        Ok(Arc::clone(&self.shared.terms()?.mapping))
    }

    /// Takes no more, and waits until what was taken is recorded.
    pub fn stop(mut self) {
        self.close();
    }

    fn close(&mut self) {
        self.shared.queue().is_closing = true;
        self.shared.filled.notify_one();
        if let Some(thread) = self.thread.take() {
            // Whatever panicked there said so itself; whoever waited was told.
            let _panicked = thread.join();
        }
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        self.close();
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who may send and what events mean, read again where that was a while ago.
    fn terms(&self) -> Result<MutexGuard<'_, Terms>, AppError> {
        let now = (self.clock)();
        let mut terms = self.terms.lock().unwrap_or_else(PoisonError::into_inner);
        if !terms.is_fresh(now) {
            terms.keys.clear();
            let number = terms.store.view().event_mapping_number()?;
            if number != terms.mapping_number {
                let text = terms.store.view().event_mapping()?.unwrap_or_default();
                terms.mapping =
                    Arc::new(EventMapping::read(&text).map_err(CollectRefused::EventMapping)?);
                terms.mapping_number = number;
            }
            terms.read_at = now;
        }
        Ok(terms)
    }

    fn record_all(&self, engine: &mut Engine) {
        let mut known = Known::default();
        while let Some(group) = self.next_group() {
            let messages: usize = group.iter().map(|request| request.meanings.len()).sum();
            self.record(engine, &mut known, group);
            self.queue().messages -= messages;
        }
    }

    /// The requests of the next transaction; none when all is recorded and nothing more comes.
    fn next_group(&self) -> Option<Vec<Request>> {
        let mut queue = self.queue();
        while queue.requests.is_empty() {
            if queue.is_closing {
                return None;
            }
            queue = self.filled.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
        let mut messages = 0;
        let fits = |request: &&Request| {
            messages += request.meanings.len();
            messages <= Collector::GROUP_MAX
        };
        let count = queue.requests.iter().take_while(fits).count().max(1);
        Some(queue.requests.drain(..count).collect())
    }

    fn record(&self, engine: &mut Engine, known: &mut Known, group: Vec<Request>) {
        let mut all = Vec::with_capacity(group.iter().map(|it| it.meanings.len()).sum());
        let mut waiting = Vec::with_capacity(group.len());
        for Request { mut meanings, done } in group {
            waiting.push((meanings.len(), done));
            all.append(&mut meanings);
        }
        match self.write(engine, known, &all) {
            Ok(()) => waiting.into_iter().for_each(|(_, done)| done(Ok(()))),
            // One request that cannot be recorded is no reason to refuse the others.
            Err(error) if waiting.len() > 1 && !is_for_all(&error) => {
                let mut rest = &all[..];
                for (count, done) in waiting {
                    let (own, others) = rest.split_at(count);
                    rest = others;
                    done(self.write(engine, known, own).map_err(Arc::new));
                }
            }
            Err(error) => {
                let error = Arc::new(error);
                waiting.into_iter().for_each(|(_, done)| done(Err(Arc::clone(&error))));
            }
        }
    }

    fn write(
        &self,
        engine: &mut Engine,
        known: &mut Known,
        meanings: &[Meaning],
    ) -> Result<(), AppError> {
        let now = engine.until((self.clock)())?;
        let collected = engine.collect(known, meanings, now)?;
        self.queue().collected += collected;
        Ok(())
    }
}

/// Whether the ledger takes nothing at all, from whomever.
fn is_for_all(error: &AppError) -> bool {
    matches!(error, AppError::Store(StoreError::Busy | StoreError::DiskFull))
}
