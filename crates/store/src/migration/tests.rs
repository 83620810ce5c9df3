//! Ledgers of every earlier format end as a new one begins, and as on the other database.

use super::{STEPS, apply_until};
use crate::database::{Database, Postgres, Sqlite, cells};
use crate::store::Store;
use facts::{FactKey, Instant, SubjectId};
use std::collections::BTreeSet;
use testkit::{Home, On};

/// A version as step 4 made them: the step after must cope with rows that are there.
const VERSION_ROW: (usize, &str) = (
    4,
    "INSERT INTO version (number, text, in_force_from, known_position, recorded_at, who, trial,
                          hash)
     VALUES (1, 'text', 1, 1, 1, 'heads', 0, ?1)",
);

/// Facts as step 3 kept them: one row for each, and the import of some of them.
const FACT_ROWS: (usize, [&str; 2]) = (
    3,
    [
        "INSERT INTO import (id, file, mapping, started_at) VALUES (1, 'leads.csv', 'crm', 1)",
        "INSERT INTO fact (position, subject, key, occurred_at, precision, code, tag, bits, actor,
                           origin, recorded_at, import)
         VALUES (?1, ?3, ?4, 5, 1, 2, 0, 0, 3, 0, 6, ?2)",
    ],
);

/// Decisions as step 5 kept them: three of one settling, the last withdrawn in the next.
const DECISION_ROWS: (usize, &str) = (
    5,
    "INSERT INTO decision (lead, sequence, change, what, clause, pass_key, nth, at, order_at,
                           precision, due, cause, cause_key, version, terms, pass, target,
                           known_position, recorded_at, retrospective)
     VALUES (-4, ?1, ?2, 0, ?3, -1, 0, 50, 2, 1, NULL, 0, -9, 1, 1, 3, 7, ?4, 60, 1)",
);

fn open(home: &Home) -> Database {
    match home.on {
        On::Sqlite => {
            let sqlite = Sqlite::open(&home.ledger(), false).unwrap();
            sqlite.set_up().unwrap();
            Database::Sqlite(sqlite)
        }
        On::Postgres => {
            let address = home.ledger();
            let database = Postgres::open(address.to_str().unwrap()).unwrap();
            let database = Database::Postgres(Box::new(database));
            database.script(&format!("CREATE SCHEMA IF NOT EXISTS {}", home.schema())).unwrap();
            database
        }
    }
}

/// Everything that the database says of its tables, indexes and constraints.
fn schema(home: &Home) -> Vec<String> {
    let sql = match home.on {
        On::Sqlite => "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
        On::Postgres => {
            "SELECT what FROM (
               SELECT concat_ws(' ', table_name, ordinal_position, column_name, data_type,
                                collation_name, is_nullable, column_default, is_identity) AS what
               FROM information_schema.columns WHERE table_schema = current_schema()
               UNION ALL
               SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
               UNION ALL
               SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
               WHERE connamespace = current_schema()::regnamespace
             ) AS everything ORDER BY 1"
        }
    };
    let found = open(home).all(sql, &[], |row| row.take::<String>()).unwrap();
    // Each test has a schema of its own.
    found.into_iter().map(|line| line.replace(&home.schema(), "schema")).collect()
}

/// Each table with each of its columns.
fn columns(home: &Home) -> BTreeSet<String> {
    let sql = match home.on {
        On::Sqlite => {
            "SELECT t.name || '.' || c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'"
        }
        On::Postgres => {
            "SELECT table_name || '.' || column_name FROM information_schema.columns
             WHERE table_schema = current_schema()"
        }
    };
    open(home).all(sql, &[], |row| row.take::<String>()).unwrap().into_iter().collect()
}

fn a_ledger_of_every_earlier_format_ends_as_a_new_one(on: On) {
    let new = Home::on(on);
    drop(Store::open(&new.ledger()).unwrap());
    let expected = schema(&new);
    assert!(expected.len() > 20, "{expected:#?}");
    for last in 1..STEPS.len() {
        let home = Home::on(on);
        let database = open(&home);
        apply_until(&database, last).unwrap();
        if last >= VERSION_ROW.0 {
            database.run(VERSION_ROW.1, &cells![&[7_u8][..]]).unwrap();
        }
        if (FACT_ROWS.0..12).contains(&last) {
            database.run(FACT_ROWS.1[0], &[]).unwrap();
            for at in 1..=5_000_i64 {
                let row = cells![at, (at > 4_990).then_some(1_i64), -at, 70 + at];
                database.run(FACT_ROWS.1[1], &row).unwrap();
            }
        }
        if (DECISION_ROWS.0..13).contains(&last) {
            for [sequence, change, clause, known] in
                [[1_i64, 0, 1, 5], [2, 0, 2, 5], [3, 0, 3, 5], [4, 2, 3, 6]]
            {
                let row = cells![sequence, change, clause, known];
                database.run(DECISION_ROWS.1, &row).unwrap();
            }
        }
        drop(database);
        let mut store = Store::open(&home.ledger()).unwrap();
        if (FACT_ROWS.0..12).contains(&last) {
            facts_are_all_there(&mut store);
        }
        if (DECISION_ROWS.0..13).contains(&last) {
            decisions_are_all_there(&store);
        }
        drop(store);
        assert_eq!(schema(&home), expected, "from step {last}");
    }
}

/// The facts of [`FACT_ROWS`] are there, and known.
fn facts_are_all_there(store: &mut Store) {
    let mut facts = Vec::new();
    store.view().each_fact(|recorded| facts.push(recorded)).unwrap();
    let positions = facts.iter().map(|recorded| recorded.position.0);
    assert!(positions.eq(1..=5_000), "{} facts", facts.len());
    let of_import = store.view().subjects_of_exports("leads.csv", "crm", Instant::NEVER).unwrap();
    assert!(of_import.is_empty(), "it was no export");
    let found = facts[4_000];
    assert_eq!((found.fact.subject.0.cast_signed(), found.fact.key.0), (-4_001, 4_071));
    assert_eq!((found.recorded_at, found.fact.occurred_at), (Instant(6), Instant(5)));
    let mut of_subject = Vec::new();
    store.view().facts_of_subject(found.fact.subject, &mut of_subject).unwrap();
    assert_eq!(of_subject, [found]);
    let all: Vec<_> = facts.iter().map(|recorded| recorded.fact).collect();
    let mut runs = crate::runs::Runs::default();
    assert!(runs.known(&store.database, &all, 5_000).unwrap().iter().all(|known| *known));
}

/// The changes of [`DECISION_ROWS`] are there, and the last number given is known.
fn decisions_are_all_there(store: &Store) {
    let lead = SubjectId((-4_i64).cast_unsigned());
    let changes = store.view().changes(lead).unwrap();
    assert!(changes.iter().map(|recorded| recorded.sequence).eq(1..=4));
    let known = changes.iter().map(|recorded| (recorded.known_position.0, recorded.retrospective));
    assert!(known.eq([(5, true), (5, true), (5, true), (6, true)]));
    let standing = store.view().standing_decisions(lead).unwrap();
    assert_eq!(standing.iter().map(|decision| decision.key.clause.0).collect::<Vec<_>>(), [1, 2]);
    let first = standing[0];
    assert_eq!(first.cause, lifecycle::Cause::Fact(FactKey((-9_i64).cast_unsigned())));
    assert_eq!((first.at, first.due, first.order), (Instant(50), Instant::NEVER, 2));
    assert_eq!((first.pass, first.target.0, first.key.pass.0), (3, 7, u64::MAX));
    assert_eq!(store.view().counts().unwrap().changes, 4);
}

#[test]
#[cfg_attr(not(postgres), ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`")]
fn both_databases_have_the_same_tables_and_columns() {
    let homes = [On::Sqlite, On::Postgres].map(Home::on);
    for home in &homes {
        drop(Store::open(&home.ledger()).unwrap());
    }
    assert_eq!(columns(&homes[0]), columns(&homes[1]));
}

testkit::on_both!(a_ledger_of_every_earlier_format_ends_as_a_new_one);
