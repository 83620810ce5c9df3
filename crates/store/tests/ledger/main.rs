//! What the store promises, on both databases.

mod facts;
mod file;
mod format;
mod outbox;
mod runs;
mod seals;
mod server;
mod statements;
mod transactions;
mod versions;

use ::facts::{
    Fact, FactKey, Instant, Kind, Origin, Precision, SubjectId, SubjectKind, Symbol, Value,
    Vocabulary,
};
use store::{Store, Subject};
use testkit::{Home, On};

/// A ledger in a place of its own, with two people and an account.
struct Ledger {
    home: Home,
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
    fn on(on: On) -> Self {
        let home = Home::on(on);
        let store = Store::open(&home.ledger()).unwrap();
        let mut ledger = Self { home, store, words: Vocabulary::default() };
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
        self.home.ledger()
    }

    /// Changes the database behind the store's back. Returns how many rows.
    fn tamper(&self, sql: &str) -> u64 {
        match self.home.on {
            On::Sqlite => {
                let connection = rusqlite::Connection::open(self.path()).unwrap();
                connection.execute(sql, ()).unwrap() as u64
            }
            On::Postgres => self.client().execute(sql, &[]).unwrap(),
        }
    }

    /// A connection of its own to the server.
    fn client(&self) -> postgres::Client {
        let address = self.path();
        postgres::Client::connect(address.to_str().unwrap(), postgres::NoTls).unwrap()
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
