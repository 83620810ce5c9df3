//! Segment's own libraries send to a running server, with nothing changed but their host.

use app::{Adoption, Collector, Engine, LeadPage, Live, Site};
use facts::{Instant, Kind};
use server::{Served, Settings, serve};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::SystemTime;
use store::Place;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");
const SITE: &str = "https://www.example.com";

#[expect(clippy::disallowed_methods, reason = "a running server has a running clock")]
fn now() -> Instant {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    Instant(i64::try_from(since.as_micros()).unwrap())
}

/// A server with an empty ledger.
struct Serving {
    live: Arc<Live>,
    url: String,
    key: String,
    stop: Option<oneshot::Sender<()>>,
    _runtime: Runtime,
    _folder: tempfile::TempDir,
}

impl Serving {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::from(folder.path().join("ledger.db").as_path());
        let mut engine = Engine::open(place.clone()).unwrap();
        let adoption = Adoption { text: CHARTER, from: now(), who: "Test", trial: false };
        engine.adopt_charter(&adoption, now()).unwrap();
        let made = engine.make_write_key("test", &[SITE.to_owned()], "Test", now()).unwrap();
        drop(engine);
        let site = Site {
            place,
            snapshots_in: None,
            readers_max: 2,
            figures_bytes_max: Site::FIGURES_BYTES,
        };
        let collector = Arc::new(Collector::start(&site, Box::new(now)).unwrap());
        let live = Arc::new(Live::open(site, Box::new(now)).unwrap());
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let settings = Settings { public_url: url.clone(), ..Settings::default() };
        let served = Served::new(Arc::clone(&live), settings).collecting(collector);
        let (stop, stopped) = oneshot::channel();
        runtime.spawn(serve(served, listener, async move {
            let _dropped = stopped.await;
        }));
        let key = made.key;
        Self { live, url, key, stop: Some(stop), _runtime: runtime, _folder: folder }
    }

    /// Runs a script that sends, with Node or Python.
    fn run(&self, script: &str) {
        let home = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
        let libraries = std::env::var("TANDEM_TEST_SEGMENT").expect("scripts/segment.sh sets it");
        let program = match script.ends_with(".py") {
            true => format!("{libraries}/python/bin/python"),
            false => "node".to_owned(),
        };
        let mut command = Command::new(program);
        command.env("NODE_PATH", format!("{libraries}/node_modules"));
        command.args([home.join(script).to_str().unwrap(), &self.url, &self.key, SITE]);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script}: {said}");
    }

    fn lead(&self, name: &str) -> LeadPage {
        self.live.reconcile().unwrap();
        let name = name.to_owned();
        self.live.read(move |engine, now| engine.lead(&name, now)).unwrap()
    }

    /// What a library told: the person it calls so is known by name, address, traits and company,
    /// and what the browser did before counts.
    fn told_by(&self, library: &str, touches: &[&str]) {
        let page = self.lead(&format!("user:{library}-user"));
        let mut found: Vec<_> = page.story.iter().filter(|line| line.kind == Kind::Touch).collect();
        found.sort_by_key(|line| &line.name);
        let found: Vec<_> = found.iter().map(|line| line.name.as_str()).collect();
        let mut wanted = touches.to_vec();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{library}");
        let trait_is = |name: &str| page.traits.iter().any(|known| known.name == name);
        assert!(trait_is("lead.title") && trait_is("account.employees"), "{:?}", page.traits);
        assert_eq!(self.lead(&format!("{library}@example.com")).lead, page.lead);
        assert!(page.decisions.iter().any(|line| line.target == "mql"), "a demo was requested");
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _stopped = self.stop.take().map(|stop| stop.send(()));
    }
}

#[test]
#[cfg_attr(not(segment), ignore = "no libraries: run it under `bash scripts/segment.sh run`")]
fn the_library_for_node_works_unchanged() {
    let serving = Serving::start();
    serving.run("node.cjs");
    let touches = ["page.pricing", "form.demo_request", "screen.viewed", "webinar.attended"];
    serving.told_by("node", &touches);
}

#[test]
#[cfg_attr(not(segment), ignore = "no libraries: run it under `bash scripts/segment.sh run`")]
fn the_library_for_python_works_unchanged() {
    let serving = Serving::start();
    serving.run("python.py");
    let touches = ["page.pricing", "form.demo_request", "screen.viewed", "webinar.attended"];
    serving.told_by("python", &touches);
}

#[test]
#[cfg_attr(not(segment), ignore = "no libraries: run it under `bash scripts/segment.sh run`")]
fn the_library_for_browsers_works_unchanged() {
    let serving = Serving::start();
    serving.run("browser.cjs");
    serving.told_by("browser", &["page.pricing", "event.plan_compared", "form.demo_request"]);
}

#[test]
#[cfg_attr(not(segment), ignore = "no libraries: run it under `bash scripts/segment.sh run`")]
fn our_own_library_sends_and_follows_nobody_who_asks_not_to_be() {
    let serving = Serving::start();
    serving.run("own.cjs");
    serving.told_by("own", &["page.pricing", "event.plan_compared", "form.demo_request"]);
}
