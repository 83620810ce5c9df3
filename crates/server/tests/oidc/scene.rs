//! A server, and a provider at which its people sign in.

use crate::browser::Browser;
use app::people::{Actor, Invitation, Role, Secret, UserChange, fresh_id};
use app::{Adoption, Engine, Live, Site};
use connect::oidc::{Oidc, OidcSettings};
use facts::Instant;
use serde_json::Value;
use server::{Served, Settings, serve};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::SystemTime;
use store::{AuditQuery, Place};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

#[expect(clippy::disallowed_methods, reason = "a running server has a running clock")]
fn now() -> Instant {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    Instant(i64::try_from(since.as_micros()).unwrap())
}

/// A server, and a provider at which its people sign in.
pub(crate) struct Scene {
    live: Arc<Live>,
    url: String,
    provider: Child,
    stop: Option<oneshot::Sender<()>>,
    _runtime: Runtime,
    _folder: tempfile::TempDir,
}

impl Scene {
    /// With these people at the provider.
    pub(crate) fn start(people: &Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::from(folder.path().join("ledger.db").as_path());
        let mut engine = Engine::open(place.clone()).unwrap();
        let adoption = Adoption { text: CHARTER, from: now(), who: "Test", trial: false };
        engine.adopt_charter(&adoption, now()).unwrap();
        drop(engine);
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (provider, issuer) = provider(&format!("{url}/sign-in"), people);
        let oidc = Oidc::new(OidcSettings {
            issuer,
            client_id: "tandem".to_owned(),
            client_secret: Some("a secret of the client / with: signs".to_owned()),
            label: "Example account".to_owned(),
            allowed_domains: vec!["example.com".to_owned()],
            unsaid_is_verified: false,
        });
        let site = Site {
            place,
            snapshots_in: None,
            readers_max: 2,
            figures_bytes_max: Site::FIGURES_BYTES,
        };
        let live = Arc::new(Live::open(site, Box::new(now)).unwrap());
        let settings = Settings { public_url: url.clone(), ..Settings::default() };
        let served = Served::new(Arc::clone(&live), settings);
        let served = served.signing_in_at(Arc::new(oidc.unwrap()));
        let (stop, stopped) = oneshot::channel();
        runtime.spawn(serve(served, listener, async move {
            let _dropped = stopped.await;
        }));
        Self { live, url, provider, stop: Some(stop), _runtime: runtime, _folder: folder }
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::at(&self.url)
    }

    /// Invites somebody as a rep.
    pub(crate) fn invite(&self, email: &str) {
        let name = "Somebody Example".to_owned();
        let invitation = Invitation { email: email.to_owned(), name, role: Role::Rep };
        let (id, secret) = (fresh_id().unwrap(), Secret::fresh().unwrap());
        let made = self
            .live
            .write(move |engine, now| engine.invite(&ada(), &invitation, id, &secret, now));
        made.unwrap();
    }

    /// How many users there are.
    pub(crate) fn users(&self) -> usize {
        self.live.read(|engine, _| engine.users(&ada(), "", 100)).unwrap().len()
    }

    pub(crate) fn deactivate(&self, user: &str) {
        let id = user.parse().unwrap();
        let change = UserChange { is_active: Some(false), ..UserChange::default() };
        let done = self.live.write(move |engine, now| engine.change_user(&ada(), id, &change, now));
        done.unwrap();
    }

    pub(crate) fn unbind(&self, user: &str) {
        let id = user.parse().unwrap();
        self.live.write(move |engine, now| engine.unbind_identities(&ada(), id, now)).unwrap();
    }

    /// Who did what to people, the last one first.
    pub(crate) fn audit(&self) -> Vec<(String, String)> {
        let query = AuditQuery { limit: 100, ..AuditQuery::default() };
        let found = self.live.read(move |engine, _| engine.audit_trail(&ada(), &query)).unwrap();
        let of_people = ["user.", "session.", "invitation."];
        let noted = found.into_iter().map(|record| (record.entry.who, record.entry.what));
        noted.filter(|(_, what)| of_people.iter().any(|it| what.starts_with(it))).collect()
    }

    pub(crate) fn stop_provider(&mut self) {
        self.provider.kill().unwrap();
        self.provider.wait().unwrap();
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _stopped = self.stop.take().map(|stop| stop.send(()));
        let _killed = self.provider.kill();
        let _ended = self.provider.wait();
    }
}

fn ada() -> Actor {
    Actor::at_the_console("Ada", Role::Administrator)
}

/// A provider that listens, and its address.
fn provider(back: &str, people: &Value) -> (Child, String) {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oidc/provider.mjs");
    let mut command = Command::new("node");
    command.arg(script).args([back, &people.to_string()]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let issuer = lines.next().expect("the provider says where it is").unwrap();
    // What it says later is nobody's concern, but it must be able to say it.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    (child, issuer)
}
