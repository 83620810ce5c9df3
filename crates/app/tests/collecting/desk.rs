//! A ledger that collects, and short words for what is sent to it.

use app::{Adoption, Collected, CollectedNames, Engine};
use connect::segment::{Call, Delivery, EventMapping, Meaning, read};
use facts::{Instant, Kind, SubjectId};
use serde_json::{Value, json};
use std::path::PathBuf;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

pub(crate) struct Desk {
    pub(crate) engine: Engine,
    pub(crate) names: CollectedNames,
    pub(crate) folder: tempfile::TempDir,
}

pub(crate) fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub(crate) fn now() -> Instant {
    at("2026-03-10T12:00:00Z")
}

/// What messages mean, as they arrive.
pub(crate) fn meanings(messages: &[Value]) -> Vec<Meaning> {
    let body = json!({ "batch": messages }).to_string();
    let delivery = Delivery { received_at: now(), number: 1 };
    let reading = read(body.as_bytes(), Call::Batch, &delivery).unwrap();
    assert_eq!(reading.refusals, []);
    let mapping = EventMapping::default();
    reading.messages.iter().map(|message| Meaning::of(message, &mapping)).collect()
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut engine = Engine::open(folder.path().join("ledger.db").as_path()).unwrap();
        let from = at("2026-01-01T00:00:00Z");
        let adoption = Adoption { text: CHARTER, from, who: "Test", trial: false };
        engine.adopt_charter(&adoption, from).unwrap();
        Self { engine, names: CollectedNames::default(), folder }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("ledger.db")
    }

    /// Records messages in one transaction.
    pub(crate) fn send(&mut self, messages: &[Value]) -> Collected {
        self.engine.collect(&mut self.names, &meanings(messages), now()).unwrap()
    }

    pub(crate) fn settle(&mut self) {
        self.engine.settle(now()).unwrap();
    }

    pub(crate) fn find(&self, name: &str) -> SubjectId {
        self.engine.find_lead(name).unwrap()
    }

    /// The lead under whose id somebody stands now.
    pub(crate) fn stands_as(&self, name: &str) -> SubjectId {
        let mut at = self.find(name);
        let mut facts = Vec::new();
        for _ in 0..9 {
            facts.clear();
            self.engine.store().view().facts_of_subject(at, &mut facts).unwrap();
            match timeline::merged_into(at, &facts, self.engine.vocabulary()) {
                Some(next) => at = next,
                None => return at,
            }
        }
        at
    }

    /// The names of what somebody did, in order.
    pub(crate) fn touches(&self, name: &str) -> Vec<String> {
        let page = self.engine.lead(&self.stands_as(name).to_string(), now()).unwrap();
        let touches = page.story.into_iter().filter(|line| line.kind == Kind::Touch);
        touches.map(|line| line.name).collect()
    }

    /// All stories and what was decided of them, without ids: what does not depend on chance.
    pub(crate) fn told(&self) -> Vec<String> {
        let view = self.engine.store().view();
        let mut all = Vec::new();
        for person in view.persons().unwrap() {
            let page = self.engine.lead(&person.to_string(), now()).unwrap();
            if page.story.is_empty() {
                continue;
            }
            let told = page.story.iter().filter(|line| line.kind != Kind::Link);
            let mut told: Vec<_> =
                told.map(|line| format!("{} {} {:?}", line.at, line.name, line.said)).collect();
            let decided = page.decisions.iter();
            told.extend(decided.map(|line| format!("{} {:?} {}", line.at, line.what, line.target)));
            all.push(told.join("\n"));
        }
        all.sort();
        all
    }

    /// How many facts there are that programs did.
    pub(crate) fn automatic(&self, name: &str) -> u64 {
        let page = self.engine.lead(&self.find(name).to_string(), now()).unwrap();
        assert!(page.story.iter().all(|line| line.actor.is_empty() || line.kind == Kind::Link));
        page.automatic.iter().map(|line| line.times).sum()
    }
}
