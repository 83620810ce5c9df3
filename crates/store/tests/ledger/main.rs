//! What the store promises, on real files.

mod facts;
mod file;
mod transactions;
mod versions;

use ::facts::{
    Fact, FactKey, Instant, Kind, Origin, Precision, SubjectId, SubjectKind, Symbol, Value,
    Vocabulary,
};
use store::{Store, Subject};
use tempfile::TempDir;

/// A ledger in a folder of its own, with two people and an account.
struct Ledger {
    folder: TempDir,
    store: Store,
    words: Vocabulary,
}

const ANN: SubjectId = SubjectId(1);
/// Beyond the largest signed number.
const BEN: SubjectId = SubjectId(u64::MAX - 1);
const ACME: SubjectId = SubjectId(3);

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn now() -> Instant {
    at("2026-03-02T09:00:00Z")
}

impl Ledger {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ledger.db")).unwrap();
        let mut ledger = Self { folder, store, words: Vocabulary::default() };
        let mut writer = ledger.store.begin().unwrap();
        let subject = |id, kind| Subject { id, kind };
        let person = SubjectKind::Person;
        writer
            .add_subjects(&[
                subject(ANN, person),
                subject(BEN, person),
                subject(ACME, SubjectKind::Account),
            ])
            .unwrap();
        writer.commit().unwrap();
        ledger
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("ledger.db")
    }

    fn fact(&mut self, subject: SubjectId, key: u64, name: &str, value: Value) -> Fact {
        let kind = if matches!(value, Value::Subject(_)) { Kind::Link } else { Kind::Touch };
        Fact {
            subject,
            key: FactKey(key),
            occurred_at: now(),
            precision: Precision::Minute,
            code: self.words.code(kind, name).unwrap(),
            value,
            actor: Symbol::EMPTY,
            origin: Origin::Human,
        }
    }

    fn append(&mut self, facts: &[Fact], when: Instant) -> store::Appended {
        let mut writer = self.store.begin().unwrap();
        let appended = writer.append_facts(facts, &self.words, when, None).unwrap();
        writer.commit().unwrap();
        appended
    }

    fn unsettled(&self) -> Vec<SubjectId> {
        let all = self.store.view().unsettled(0, 100).unwrap();
        let mut leads: Vec<_> = all.into_iter().map(|unsettled| unsettled.lead).collect();
        leads.sort_unstable();
        leads
    }

    /// Clears all marks, as if everybody were settled.
    fn settle(&mut self) {
        let all = self.store.view().unsettled(0, 100).unwrap();
        let mut writer = self.store.begin().unwrap();
        for unsettled in all {
            assert!(writer.clear(unsettled).unwrap());
        }
        writer.commit().unwrap();
    }
}
