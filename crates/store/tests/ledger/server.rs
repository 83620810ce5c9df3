//! PostgreSQL servers: not there, of another program, going away; several processes on one.

use crate::{ANN, BEN, Ledger, now};
use ::facts::Value;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use store::{Store, StoreError};
use testkit::{Home, On, SERVER};

const LEDGER: &str = "TANDEM_TEST_LEDGER_TO_APPEND_TO";
const ROUNDS: u64 = 150;

#[test]
fn what_is_no_address_and_who_does_not_answer_is_told() {
    let refused = |address: &str| Store::open(address).unwrap_err();
    let error = refused("postgres://tandem@db.example/ledger?sslmode=perhaps");
    assert!(matches!(error, StoreError::BadAddress(_)), "{error}");
    assert!(error.to_string().contains("sslmode"), "{error}");
    let error = refused("postgres://tandem@%2Fnowhere/ledger");
    assert!(matches!(error, StoreError::Unreachable(_)), "{error}");
    assert!(error.to_string().contains("check that it runs"), "{error}");
}

#[test]
#[cfg_attr(not(postgres), ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`")]
fn who_is_not_let_in_is_told() {
    let server = std::env::var(SERVER).unwrap();
    let error = Store::open(&server.replace("/postgres?", "/nothing_here?")).unwrap_err();
    assert!(matches!(error, StoreError::NotLetIn(_)), "{error}");
    assert!(error.to_string().contains("nothing_here"), "{error}");
}

#[test]
#[cfg_attr(not(postgres), ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`")]
fn a_schema_of_another_program_is_refused_and_left_as_it_is() {
    let home = Home::on(On::Postgres);
    let mut client = postgres::Client::connect(home.ledger().to_str().unwrap(), postgres::NoTls);
    let (client, schema) = (client.as_mut().unwrap(), home.schema());
    let song = format!("CREATE SCHEMA {schema}; CREATE TABLE {schema}.song (title text)");
    client.batch_execute(&song).unwrap();
    assert!(matches!(Store::open(&home.ledger()), Err(StoreError::NotALedger)));
    let tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = $1";
    assert_eq!(client.query_one(tables, &[&schema]).unwrap().get::<_, i64>(0), 1);
}

#[test]
#[cfg_attr(not(postgres), ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`")]
fn a_connection_that_is_lost_takes_its_transaction_with_it_and_is_made_anew() {
    let mut ledger = Ledger::on(On::Postgres);
    let first = ledger.fact(ANN, 1, "form.contact", Value::Nothing);
    ledger.append(&[first], now());
    let second = ledger.fact(ANN, 2, "form.contact", Value::Nothing);
    let mut client = ledger.client();
    let mut writer = ledger.store.begin().unwrap();
    writer.append_facts(&[second], &ledger.words, now(), None).unwrap();
    // Whoever holds the lock of this schema's writers.
    let cut = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_locks \
               WHERE locktype = 'advisory' AND objid = current_schema()::regnamespace::oid";
    assert_eq!(client.query_one(cut, &[]).unwrap().get::<_, i64>(0), 1);
    let error = writer.commit().unwrap_err();
    assert!(matches!(error, StoreError::ConnectionLost), "{error}");
    assert_eq!(ledger.store.view().tail().unwrap().0, 1);
    assert_eq!(ledger.append(&[second], now()).new, 1, "with a new connection");
}

/// Two processes append at once; who follows from position to position sees each, without a gap.
#[test]
#[cfg_attr(not(postgres), ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`")]
fn who_follows_a_ledger_that_two_processes_write_misses_nothing() {
    let mut ledger = Ledger::on(On::Postgres);
    let fact = ledger.fact(ANN, 0, "form.contact", Value::Nothing);
    ledger.append(&[fact], now());
    let test = "server::appends_for_the_test_above";
    let mut children: Vec<_> = [ANN, BEN]
        .map(|lead| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", test, "--ignored", "--nocapture"])
                .env(LEDGER, ledger.path())
                .env("TANDEM_TEST_LEAD", lead.0.to_string())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .into();
    let mut client = ledger.client();
    let mut followed = vec![1_i64];
    let next = client
        .prepare("SELECT last, length(facts) / 43 FROM segment WHERE last > $1 ORDER BY 1")
        .unwrap();
    let mut steps = 0;
    while followed.len() as u64 <= 2 * ROUNDS * 3 {
        // Asked before, so that what they wrote last is among what is found.
        let done = children.iter_mut().all(|child| child.try_wait().unwrap().is_some());
        let found = client.query(&next, &[followed.last().unwrap()]).unwrap();
        let none = found.is_empty();
        steps += u32::from(!none);
        for row in found {
            let (last, count) = (row.get::<_, i64>(0), i64::from(row.get::<_, i32>(1)));
            followed.extend(last - count + 1..=last);
        }
        if done && none {
            break;
        }
    }
    assert!(followed.iter().copied().eq(1..=1 + 2 * ROUNDS as i64 * 3), "{followed:?}");
    assert!(steps > 20, "it followed while they wrote, in {steps} steps");
    for child in children {
        let said = child.wait_with_output().unwrap();
        assert!(said.status.success());
        assert!(BufReader::new(&said.stdout[..]).lines().any(|line| line.unwrap() == "waited"));
    }
}

#[test]
#[ignore = "the other processes of the test above"]
fn appends_for_the_test_above() {
    let Some(place) = std::env::var_os(LEDGER) else { return };
    let lead = ::facts::SubjectId(std::env::var("TANDEM_TEST_LEAD").unwrap().parse().unwrap());
    let mut store = Store::open(&place).unwrap();
    let words = store.view().vocabulary().unwrap();
    let code = words.find_code(::facts::Kind::Touch, "form.contact").unwrap();
    for round in 0..ROUNDS {
        let facts: Vec<_> = (1..=3)
            .map(|nth| ::facts::Fact {
                subject: lead,
                key: ::facts::FactKey(1 + round * 3 + nth),
                occurred_at: now(),
                precision: ::facts::Precision::Minute,
                code,
                value: Value::Nothing,
                actor: ::facts::Symbol::EMPTY,
                origin: ::facts::Origin::System,
            })
            .collect();
        let mut writer = store.begin().unwrap();
        assert_eq!(writer.append_facts(&facts, &words, now(), None).unwrap().new, 3);
        writer.commit().unwrap();
    }
    #[expect(clippy::print_stdout, reason = "the test above reads it")]
    {
        println!("waited");
    }
}
