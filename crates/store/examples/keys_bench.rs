//! Keeping duplicates out of many facts: the store beside a table with a unique index.
//!
//! `cargo run --release -p tandem-store --example keys_bench [MILLIONS] [BATCH]`
//!
//! Both take the same facts of a million people in random order, in the same batches, each a
//! transaction that is on the disk before the next begins; one of a hundred facts is a repetition
//! of an arbitrary earlier one, and both must find exactly those. They take turns, a million facts
//! each, so that what else the machine does meets both.
//!
//! Prints seconds for each million, so that a fall shows, and the longest transaction.
#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use facts::{
    Fact, FactKey, Instant, Kind, Origin, Precision, SubjectId, SubjectKind, Symbol, Value,
    Vocabulary,
};
use rusqlite::{Connection, params};
use std::time::Duration;
use store::{Store, Subject};

const NOW: Instant = Instant(1_772_445_600_000_000);
const PEOPLE: u64 = 1_000_000;
const MILLION: u64 = 1_000_000;

/// A number that looks random and is the same every time.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Subject and key of the fact with this number, and whether it repeats an earlier one.
fn fact(number: u64) -> (u64, u64, bool) {
    let repeats = number % 100 == 99;
    let of = if repeats { mixed(number) % number / 100 * 100 } else { number };
    (mixed(mixed(of ^ 0x5555_5555) % PEOPLE), mixed(of), repeats)
}

/// What the store's settings are, without its tables for leads.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072;
    PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON;
    CREATE TABLE fact (position INTEGER PRIMARY KEY, subject INTEGER NOT NULL,
                       key INTEGER NOT NULL, occurred_at INTEGER, code INTEGER, bits INTEGER) STRICT;
    CREATE UNIQUE INDEX by_subject ON fact (subject, key);";
const APPEND: &str =
    "INSERT INTO fact VALUES (?1, ?2, ?3, ?1, 7, ?3) ON CONFLICT (subject, key) DO NOTHING";

/// Appends the facts of one transaction; how many were new.
trait Side {
    fn append(&mut self, numbers: std::ops::Range<u64>) -> u64;
}

struct Plain(Connection, i64);

impl Side for Plain {
    fn append(&mut self, numbers: std::ops::Range<u64>) -> u64 {
        let before = self.1;
        self.0.execute_batch("BEGIN IMMEDIATE").expect("a turn");
        {
            let mut append = self.0.prepare_cached(APPEND).expect("a statement");
            for number in numbers {
                let (subject, key, _) = fact(number);
                let row = params![self.1 + 1, subject.cast_signed(), key.cast_signed()];
                self.1 += append.execute(row).expect("room") as i64;
            }
        }
        self.0.execute_batch("COMMIT").expect("room");
        (self.1 - before).cast_unsigned()
    }
}

struct Ours(Store, Vocabulary, Vec<Fact>);

impl Side for Ours {
    fn append(&mut self, numbers: std::ops::Range<u64>) -> u64 {
        let Self(store, words, facts) = self;
        let code = words.code(Kind::Touch, "form.contact").expect("room");
        facts.clear();
        facts.extend(numbers.map(|number| {
            let (subject, key, _) = fact(number);
            Fact {
                subject: SubjectId(subject),
                key: FactKey(key),
                occurred_at: NOW,
                precision: Precision::Minute,
                code,
                value: Value::Nothing,
                actor: Symbol::EMPTY,
                origin: Origin::System,
            }
        }));
        let mut writer = store.begin().expect("a turn");
        let appended = writer.append_facts(facts, words, NOW, None).expect("room");
        writer.commit().expect("room");
        appended.new
    }
}

fn main() {
    let argument = |nth, or| std::env::args().nth(nth).map_or(or, |text| text.parse().unwrap());
    let (millions, batch): (u64, u64) = (argument(1, 10), argument(2, 10_000));
    let folder = tempfile::tempdir().expect("a folder");
    let plain = Connection::open(folder.path().join("plain.db")).expect("a file");
    plain.execute_batch(SETTINGS).expect("settings");
    let mut store = Store::open(folder.path().join("ledger.db").as_path()).expect("a ledger");
    // Accounts, whose facts unsettle nobody: the other side has no leads.
    let subject = |n| Subject { id: SubjectId(mixed(n)), kind: SubjectKind::Account };
    for first in (0..PEOPLE).step_by(100_000) {
        let subjects: Vec<_> = (first..first + 100_000).map(subject).collect();
        let mut writer = store.begin().expect("a turn");
        writer.add_subjects(&subjects).expect("room");
        writer.commit().expect("room");
    }
    let mut sides: [(&str, Box<dyn Side>); 2] = [
        ("unique index", Box::new(Plain(plain, 0))),
        ("store", Box::new(Ours(store, Vocabulary::default(), Vec::new()))),
    ];
    for million in 0..millions {
        for (name, side) in &mut sides {
            let (mut total, mut longest) = (Duration::ZERO, Duration::ZERO);
            for start in (million * MILLION..(million + 1) * MILLION).step_by(batch as usize) {
                let since = std::time::Instant::now();
                let numbers = start..(start + batch).min((million + 1) * MILLION);
                let expected = numbers.clone().filter(|number| !fact(*number).2).count() as u64;
                assert_eq!(side.append(numbers), expected, "from fact {start}");
                let took = since.elapsed();
                total += took;
                longest = longest.max(took);
            }
            println!("million {:3}, {name}: {total:.2?}, longest {longest:.2?}", million + 1);
        }
    }
}
