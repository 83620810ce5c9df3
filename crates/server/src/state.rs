//! What every handler shares.

use crate::guard::{Limits, Rates};
use crate::kept::KeptFigures;
use crate::problem::Problem;
use crate::replays::Replays;
use crate::telling::WaysOut;
use app::people::{Secret, SecretKind, fresh_id};
use app::{AppError, Changed, Collector, DeskError, Engine, ImportDesk, Live};
use axum::http::StatusCode;
use connect::oidc::Oidc;
use facts::Instant;
use std::net::IpAddr;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast};

/// How a server is set up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Under which address people reach it, without a slash at the end.
    pub public_url: String,
    /// The largest body of a request, in bytes, but for uploads.
    pub body_bytes_max: usize,
    /// How messages leave.
    pub ways_out: WaysOut,
    /// Proxies whose word is taken for whom they speak (`X-Forwarded-For`), by their addresses.
    pub trusted_proxies: Vec<IpAddr>,
    /// How often somebody may ask.
    pub rates: Rates,
}

impl Settings {
    /// Whether people reach it encrypted.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://localhost:8080".to_owned(),
            body_bytes_max: 1 << 20,
            ways_out: WaysOut::default(),
            trusted_proxies: Vec::new(),
            rates: Rates::default(),
        }
    }
}

/// What those who listen are told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// Something was decided.
    Changed(Changed),
    /// An import went on or ended, by its number.
    Import(u64),
    /// Figures that were said as they were a moment ago are counted anew.
    Figures,
    /// The server stops.
    Stopping,
}

/// What every handler shares; cheap to clone.
#[derive(Clone, Debug)]
pub struct Served {
    live: Arc<Live>,
    settings: Arc<Settings>,
    changes: broadcast::Sender<News>,
    backtests: Arc<Semaphore>,
    replays: Arc<Replays>,
    collector: Option<Arc<Collector>>,
    desk: Option<Arc<ImportDesk>>,
    oidc: Option<Arc<Oidc>>,
    limits: Arc<Limits>,
    figures: Arc<KeptFigures>,
}

/// So many changes wait for a screen that does not listen; after that it is told that it missed
/// some.
const CHANGES_WAITING: usize = 256;

impl Served {
    /// Over a ledger at work.
    #[must_use]
    pub fn new(live: Arc<Live>, settings: Settings) -> Self {
        let (changes, _) = broadcast::channel(CHANGES_WAITING);
        let limits = Arc::new(Limits::new(settings.rates));
        let (backtests, replays) = (Arc::new(Semaphore::new(1)), Arc::default());
        let (settings, collector, desk, oidc) = (Arc::new(settings), None, None, None);
        let figures = Arc::new(KeptFigures::of_at_least(Self::FIGURES_KEPT_FROM));
        Self { live, settings, changes, backtests, replays, collector, desk, oidc, limits, figures }
    }

    /// From so many facts on, figures are kept as they were counted, unless said otherwise.
    pub const FIGURES_KEPT_FROM: u64 = 500_000;

    /// Keeps figures as they were counted from so many facts on.
    #[must_use]
    pub fn keeping_figures_from(self, facts: u64) -> Self {
        Self { figures: Arc::new(KeptFigures::of_at_least(facts)), ..self }
    }

    /// The figures that are kept as they were counted.
    pub(crate) fn figures(&self) -> &KeptFigures {
        &self.figures
    }

    /// Takes files to import, too.
    #[must_use]
    pub fn importing(self, desk: Arc<ImportDesk>) -> Self {
        Self { desk: Some(desk), ..self }
    }

    /// The desk of imports.
    ///
    /// # Errors
    /// A problem where this server takes no files.
    pub fn desk(&self) -> Result<&Arc<ImportDesk>, Problem> {
        self.desk.as_ref().ok_or_else(|| {
            let detail = "this server has no folder for uploads: name one with `uploads` in its \
                          config file";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "no_uploads", detail)
        })
    }

    /// Does something at the desk of imports, on a thread that may wait.
    ///
    /// # Errors
    /// What is refused there, as a problem.
    pub async fn at_desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Arc<ImportDesk>, &Arc<Live>) -> Result<T, DeskError> + Send + 'static,
    ) -> Result<T, Problem> {
        let (desk, live) = (Arc::clone(self.desk()?), Arc::clone(&self.live));
        on_a_thread(move || work(&desk, &live)).await
    }

    /// Tells who listens that an import went on, and the log why it failed.
    pub(crate) fn tell_import(&self, id: u64, failed: Option<&DeskError>) {
        if let Some(error) = failed {
            tracing::error!(import.id = id, error.message = %error, "an import failed");
        }
        self.tell(News::Import(id));
    }

    /// Takes events of websites, apps and servers too.
    #[must_use]
    pub fn collecting(self, collector: Arc<Collector>) -> Self {
        Self { collector: Some(collector), ..self }
    }

    /// What takes events.
    ///
    /// # Errors
    /// A problem where this server takes none.
    pub fn collector(&self) -> Result<&Arc<Collector>, Problem> {
        self.collector.as_ref().ok_or_else(|| {
            let detail = "this server takes no events";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not_collecting", detail)
        })
    }

    /// Has people sign in at a provider, too.
    #[must_use]
    pub fn signing_in_at(self, oidc: Arc<Oidc>) -> Self {
        Self { oidc: Some(oidc), ..self }
    }

    /// The provider at which people sign in, if there is one.
    #[must_use]
    pub fn oidc(&self) -> Option<&Arc<Oidc>> {
        self.oidc.as_ref()
    }

    /// The ledger.
    #[must_use]
    pub fn live(&self) -> &Arc<Live> {
        &self.live
    }

    /// How the server is set up.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Turns at reading all history: each takes all processors.
    pub(crate) fn backtests(&self) -> &Semaphore {
        &self.backtests
    }

    /// Holds the turn of all backtests: until it is dropped, those that come wait.
    ///
    /// # Errors
    /// When the server stops.
    pub async fn hold_backtests(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let turn = Arc::clone(&self.backtests).acquire_owned().await;
        turn.map_err(|closed| Problem::fault(&closed))
    }

    /// Backtests that go on after the answer.
    pub(crate) fn replays(&self) -> &Replays {
        &self.replays
    }

    /// How often everybody asked of late.
    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// While nobody was set up: makes the link by which the first administrator comes in, in the
    /// place of earlier ones, and says what of it follows the public address. It works for a day,
    /// and once.
    ///
    /// # Errors
    /// When the ledger cannot be written, or the machine has no randomness.
    pub async fn make_setup_link(&self) -> Result<Option<String>, Problem> {
        if !self.read(|engine, _| engine.is_unclaimed()).await? {
            return Ok(None);
        }
        let (id, secret) = (fresh_id()?, Secret::fresh()?);
        let link = format!("/setup#{}", secret.text(SecretKind::Link));
        self.write(move |engine, now| engine.make_setup_link(id, &secret, now)).await?;
        Ok(Some(link))
    }

    /// Asks the ledger, on a thread that may wait.
    ///
    /// # Errors
    /// What the question refuses, as a problem.
    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Engine, Instant) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Problem> {
        let live = Arc::clone(&self.live);
        on_a_thread(move || live.read(ask)).await
    }

    /// Writes to the ledger, on a thread that may wait; tells who listens what changed.
    ///
    /// # Errors
    /// What the write refuses, as a problem.
    pub async fn write<T: Send + 'static>(
        &self,
        write: impl FnMut(&mut Engine, Instant) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Problem> {
        let served = self.clone();
        on_a_thread(move || {
            let done = served.live.write(write)?;
            served.tell_changes()?;
            Ok::<_, AppError>(done)
        })
        .await
    }

    /// Tells who listens what was decided since the last time, here or by another server.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn tell_changes(&self) -> Result<(), AppError> {
        let changed = self.live.changes()?;
        if !changed.is_nothing() {
            self.tell(News::Changed(changed));
        }
        Ok(())
    }

    /// Tells who listens.
    pub(crate) fn tell(&self, news: News) {
        // Nobody listening is no fault.
        let _listeners = self.changes.send(news);
    }

    /// Tells who listens that nothing more comes, and breaks off what nobody will ask for.
    pub(crate) fn end_streams(&self) {
        self.replays.cancel_all();
        self.tell(News::Stopping);
    }

    /// From now on, what is decided.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<News> {
        self.changes.subscribe()
    }
}

/// Runs what may wait on a thread of its own, so that the others go on.
pub(crate) async fn on_a_thread<T, E>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Problem>
where
    T: Send + 'static,
    E: Into<Problem> + Send + 'static,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(Into::into),
        Err(panicked) => Err(Problem::fault(&panicked)),
    }
}
