//! Ledgers of every earlier format end as a new one begins, and as on the other database.

use super::{STEPS, apply_until};
use crate::database::{Database, Postgres, Sqlite, cells};
use crate::store::Store;
use std::collections::BTreeSet;
use testkit::{Home, On};

/// A version as step 4 made them: the step after must cope with rows that are there.
const VERSION_ROW: (usize, &str) = (
    4,
    "INSERT INTO version (number, text, in_force_from, known_position, recorded_at, who, trial,
                          hash)
     VALUES (1, 'text', 1, 1, 1, 'heads', 0, ?1)",
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
        drop(database);
        drop(Store::open(&home.ledger()).unwrap());
        assert_eq!(schema(&home), expected, "from step {last}");
    }
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
