//! A small simulated company, served.

use app::people::Role;
use app::{Collector, Demo, Engine, ImportDesk, Live, Site};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use facts::Instant;
use http_body_util::BodyExt;
use serde_json::Value;
use server::{Actor, Served, Settings, router};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::Place;
use tower::ServiceExt;

pub(crate) const NOW: &str = "2026-09-01T09:00:00Z";

/// A small simulated company, served.
pub(crate) struct House {
    pub(crate) served: Served,
    pub(crate) router: Router,
    /// Stands still but for [`House::later`].
    now: Arc<AtomicI64>,
    pub(crate) folder: tempfile::TempDir,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) kind: String,
    pub(crate) body: Value,
    pub(crate) text: String,
    pub(crate) headers: HeaderMap,
}

impl House {
    /// With so many leads.
    pub(crate) fn with_leads(leads: usize) -> Self {
        Self::set_up_as(leads, Settings::default())
    }

    /// With so many leads, under another charter.
    pub(crate) fn under(leads: usize, charter: &str) -> Self {
        Self::set_up(leads, charter, Settings::default())
    }

    /// With so many leads, set up in some way.
    pub(crate) fn set_up_as(leads: usize, settings: Settings) -> Self {
        Self::set_up(leads, include_str!("../../../../charters/b2b-saas.toml"), settings)
    }

    /// With an empty ledger: nobody adopted a charter yet.
    pub(crate) fn empty() -> Self {
        Self::of(tempfile::tempdir().unwrap(), Settings::default())
    }

    fn set_up(leads: usize, charter: &str, settings: Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let demo = Demo { seed: 7, leads, charter, who: "Test" };
        let now = Instant::parse(NOW).unwrap();
        let mut engine = Engine::open(folder.path().join("ledger.db").as_path()).unwrap();
        engine.load_demo(&demo, now, &mut |_, _| {}).unwrap();
        drop(engine);
        Self::of(folder, settings)
    }

    fn of(folder: tempfile::TempDir, settings: Settings) -> Self {
        let place = Place::from(folder.path().join("ledger.db").as_path());
        let now = Instant::parse(NOW).unwrap();
        let site = Site {
            place,
            snapshots_in: None,
            readers_max: 2,
            figures_bytes_max: Site::FIGURES_BYTES,
        };
        let now = Arc::new(AtomicI64::new(now.0));
        let clock = || -> app::Clock {
            let now = Arc::clone(&now);
            Box::new(move || Instant(now.load(Ordering::Relaxed)))
        };
        let collector = Collector::start(&site, clock()).unwrap();
        let live = Live::open(site, clock()).unwrap();
        let served = Served::new(Arc::new(live), settings);
        let served = served.collecting(Arc::new(collector));
        let desk = ImportDesk::open(folder.path().join("uploads")).unwrap();
        let served = served.importing(Arc::new(desk));
        Self { router: router(served.clone()), served, now, folder }
    }

    /// With another desk of imports.
    pub(crate) fn with_desk(self, desk: Arc<ImportDesk>) -> Self {
        let served = self.served.importing(desk);
        Self { router: router(served.clone()), served, ..self }
    }

    /// With figures that are kept from so many facts on.
    pub(crate) fn keeping_figures_from(self, facts: u64) -> Self {
        let served = self.served.keeping_figures_from(facts);
        Self { router: router(served.clone()), served, ..self }
    }

    /// A second goes by.
    pub(crate) fn later(&self) {
        self.now.fetch_add(Instant::PER_SECOND, Ordering::Relaxed);
    }

    /// Asks as somebody of a role; as nobody without one.
    pub(crate) async fn get(&self, role: Option<Role>, address: &str) -> Answer {
        self.send(role, Request::get(address).body(Body::empty()).unwrap()).await
    }

    /// Sends a document as somebody of a role; as nobody without one.
    pub(crate) async fn post(&self, role: Option<Role>, address: &str, body: &Value) -> Answer {
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/json");
        self.send(role, request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Puts a document as somebody of a role.
    pub(crate) async fn put(&self, role: Option<Role>, address: &str, body: &Value) -> Answer {
        let request = Request::put(address).header(header::CONTENT_TYPE, "application/json");
        self.send(role, request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Removes something as somebody of a role.
    pub(crate) async fn delete(&self, role: Option<Role>, address: &str) -> Answer {
        self.send(role, Request::delete(address).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn send(&self, role: Option<Role>, mut request: Request<Body>) -> Answer {
        if let Some(role) = role {
            request.extensions_mut().insert(Actor::at_the_console("Robin Test", role));
        }
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let kind = answer.headers().get(header::CONTENT_TYPE);
        let kind = kind.map_or("", |kind| kind.to_str().unwrap()).to_owned();
        let headers = answer.headers().clone();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, kind, body, text, headers }
    }
}
