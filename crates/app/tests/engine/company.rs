//! A ledger in a folder of its own, and short words for what happens in it.

use app::{Adoption, Batch, Engine, Settled};
use facts::{Fact, FactKey, Instant, Kind, Origin, Precision, SubjectId, SubjectKind, Value};
use std::path::PathBuf;
use store::Subject;
use testkit::{Home, On};

pub(crate) struct Company {
    pub(crate) home: Home,
    pub(crate) engine: Engine,
}

pub(crate) fn id(number: u64) -> SubjectId {
    // Spread over all 64 bits, so that ids above the largest signed number occur.
    SubjectId(number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

pub(crate) fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// What is said of a subject before words have numbers.
#[derive(Clone, Debug)]
pub(crate) enum Says {
    Nothing,
    Number(f64),
    Word(&'static str),
    Subject(SubjectId),
    Key(u64),
}

/// A fact before words have numbers.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) about: SubjectId,
    pub(crate) key: u64,
    pub(crate) at: Instant,
    pub(crate) precision: Precision,
    pub(crate) kind: Kind,
    pub(crate) name: &'static str,
    pub(crate) says: Says,
    pub(crate) origin: Origin,
}

impl Told {
    pub(crate) fn new(about: u64, key: u64, when: Instant, kind: Kind, name: &'static str) -> Self {
        Self {
            about: id(about),
            key,
            at: when,
            precision: Precision::Instant,
            kind,
            name,
            says: Says::Nothing,
            origin: Origin::Human,
        }
    }

    pub(crate) fn saying(self, says: Says) -> Self {
        Self { says, ..self }
    }

    pub(crate) fn told_by(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }
}

impl Company {
    pub(crate) fn new() -> Self {
        Self::on(On::Sqlite)
    }

    pub(crate) fn on(on: On) -> Self {
        let mut company = Self::at(Home::on(on));
        company.engine = company.engine.with_threads(2);
        company.add(0..8, SubjectKind::Person);
        company.add(10..13, SubjectKind::Account);
        company.add(20..23, SubjectKind::Opportunity);
        company
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.home.ledger()
    }

    pub(crate) fn at(home: Home) -> Self {
        let mut engine = Engine::open(&home.ledger()).unwrap();
        if home.on == On::Postgres {
            engine.store_mut().keep_snapshots_in(home.path(""));
        }
        Self { engine, home }
    }

    /// Every byte of what the database keeps, in small letters: the files of SQLite; on a server
    /// those of the tables, their indexes, and the samples that it plans by; and the snapshot.
    pub(crate) fn raw(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        if self.home.on == On::Sqlite {
            for end in ["", "-wal", "-erased"] {
                let mut name = self.path().into_os_string();
                name.push(end);
                bytes.extend(std::fs::read(name).unwrap_or_default());
            }
        } else {
            let address = self.path();
            let address = address.to_str().unwrap();
            let mut client = postgres::Client::connect(address, postgres::NoTls).unwrap();
            client.batch_execute("ANALYZE; CHECKPOINT").unwrap();
            let files = "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class
                         WHERE relkind IN ('r', 'i', 't') AND pg_relation_filepath(oid) <> ''
                           AND (relnamespace = current_schema()::regnamespace
                                OR relname = 'pg_statistic')";
            for row in client.query(files, &[]).unwrap() {
                bytes.extend(row.get::<_, Vec<u8>>(0));
            }
        }
        let snapshot = self.engine.store().snapshot_path().unwrap().unwrap();
        bytes.extend(std::fs::read(snapshot).unwrap_or_default());
        bytes.make_ascii_lowercase();
        bytes
    }

    pub(crate) fn reopen(self) -> Self {
        drop(self.engine);
        Self::at(self.home)
    }

    pub(crate) fn add(&mut self, numbers: std::ops::Range<u64>, kind: SubjectKind) {
        let subjects = numbers.map(|number| Subject { id: id(number), kind }).collect();
        let batch = Batch { subjects, ..Batch::default() };
        self.engine.record(&batch, Instant::EARLIEST).unwrap();
    }

    pub(crate) fn adopt(&mut self, text: &str, from: Instant, now: Instant) {
        let adoption = Adoption { text, from, who: "both heads", trial: false };
        self.engine.adopt_charter(&adoption, now).unwrap();
    }

    pub(crate) fn facts(&mut self, told: &[Told]) -> Vec<Fact> {
        told.iter().map(|told| fact(&mut self.engine, told)).collect()
    }

    pub(crate) fn record(&mut self, told: &[Told], now: Instant) {
        let facts = self.facts(told);
        self.engine.record(&Batch::of(facts), now).unwrap();
    }

    pub(crate) fn record_and_settle(&mut self, told: &[Told], now: Instant) -> Settled {
        let facts = self.facts(told);
        self.engine.record_and_settle(&Batch::of(facts), now).unwrap().1
    }

    /// The stages that a lead entered, as standing decisions tell them.
    pub(crate) fn stages(&self, lead: u64) -> Vec<String> {
        let page = self.engine.lead(&id(lead).to_string(), Instant::NEVER).unwrap();
        let entered = page.decisions.into_iter();
        entered
            .filter(|line| line.what == lifecycle::What::StageEntered)
            .map(|line| line.target)
            .collect()
    }

    /// How decisions of this word changed over time: `made`, `moved`, `withdrawn`.
    pub(crate) fn history(&self, lead: u64, what: lifecycle::What) -> Vec<&'static str> {
        let page = self.engine.lead(&id(lead).to_string(), Instant::NEVER).unwrap();
        let of = page.history.into_iter().filter(|line| line.decision.what == what);
        of.map(|line| line.change).collect()
    }

    pub(crate) fn check_is_clean(&mut self, now: Instant) {
        let report = self.engine.rebuild(true, now).unwrap();
        assert!(report.is_clean(), "{report:#?}");
        assert_eq!(report.waiting, 0);
    }
}

pub(crate) fn fact(engine: &mut Engine, told: &Told) -> Fact {
    let vocabulary = engine.vocabulary_mut();
    Fact {
        subject: told.about,
        key: FactKey(told.key),
        occurred_at: told.at,
        precision: told.precision,
        code: vocabulary.code(told.kind, told.name).unwrap(),
        value: match told.says {
            Says::Nothing => Value::Nothing,
            Says::Number(number) => Value::Number(number),
            Says::Word(word) => Value::Text(vocabulary.intern(word).unwrap()),
            Says::Subject(other) => Value::Subject(other),
            Says::Key(key) => Value::Fact(FactKey(key)),
        },
        actor: vocabulary.intern("rep").unwrap(),
        origin: told.origin,
    }
}
