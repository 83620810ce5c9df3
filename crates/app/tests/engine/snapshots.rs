//! A snapshot is a cache: with it, without it, or with one that is of no use, stories are the same.

use crate::charters::FIRST;
use crate::company::{Company, Says, Told, id};
use crate::scripts::{Step, first_day, scripts};
use app::{FunnelQuestion, SnapshotFault, SnapshotNews};
use facts::{FactKey, Instant, Kind, Seconds, SubjectId};
use proptest::prelude::*;
use std::path::PathBuf;
use store::{Found, Unfit};
use testkit::On;
use timeline::Row;

type OneStory = (SubjectId, Vec<Row>, Vec<FactKey>);

fn stories(company: &Company) -> Vec<OneStory> {
    let mut stories = Vec::new();
    let told = company.engine.each_story(|story| {
        stories.push((story.lead, story.rows.to_vec(), story.keys.to_vec()));
        Ok(())
    });
    told.unwrap();
    stories
}

fn path(company: &Company) -> PathBuf {
    company.engine.store().snapshot_path().unwrap().unwrap()
}

fn has_snapshot(company: &Company) -> bool {
    matches!(company.engine.store().snapshot().unwrap(), Found::Snapshot(_))
}

/// Plays a part of a script.
fn play(company: &mut Company, script: &[(i64, Step)], mut now: Instant) -> Instant {
    for (minutes, step) in script {
        now = now.plus(Seconds(minutes * 60));
        match step {
            Step::Record(told) => company.record(told, now),
            Step::RecordAndSettle(told) => {
                company.record_and_settle(told, now);
            }
            Step::Wake | Step::Adopt(_) | Step::Holiday(..) => {
                company.engine.wake(now).unwrap();
            }
        }
    }
    now
}

proptest! {
    #![proptest_config(testkit::cases(60))]

    #[test]
    fn stories_through_a_snapshot_and_what_came_after_are_those_of_the_ledger(
        script in scripts(),
        at in any::<prop::sample::Index>(),
    ) {
        let mut company = Company::new();
        company.adopt(FIRST, first_day(), first_day());
        let (before, after) = script.split_at(at.index(script.len() + 1));
        let now = play(&mut company, before, first_day());
        company.engine.make_snapshot(now).unwrap();
        let then = stories(&company);
        let now = play(&mut company, after, now);
        prop_assert!(has_snapshot(&company));
        let with = stories(&company);
        let by = Some("lead.seniority".to_owned());
        let question = FunnelQuestion { by, ..FunnelQuestion::default() };
        let funnel = company.engine.funnel(&question, now).ok();
        std::fs::remove_file(path(&company)).unwrap();
        prop_assert!(!has_snapshot(&company));
        prop_assert_eq!(&with, &stories(&company));
        prop_assert_eq!(funnel, company.engine.funnel(&question, now).ok());
        if after.is_empty() {
            prop_assert_eq!(then, with);
        }
    }
}

/// A company in which something is told of three people, one of them through an account.
fn company(on: On) -> Company {
    let mut company = Company::on(on);
    company.adopt(FIRST, first_day(), first_day());
    let touch = |about, key| Told::new(about, key, first_day(), Kind::Touch, "page.pricing");
    let link = Told::new(2, 9, first_day(), Kind::Link, "account");
    let size = Told::new(10, 4, first_day(), Kind::Trait, "account.employees");
    let told = [
        touch(1, 1),
        touch(1, 2),
        touch(2, 3),
        link.saying(Says::Subject(id(10))),
        size.saying(Says::Number(80.0)),
    ];
    company.record(&told, first_day());
    company
}

/// Has a snapshot spoiled, and checks that it is refused for this reason, that stories are as
/// before, and that it is made again.
fn is_refused(company: &mut Company, because: &Unfit, what: &str) {
    let found = company.engine.store().snapshot().unwrap();
    assert!(matches!(&found, Found::Unfit(unfit) if unfit == because), "{what}: {found:?}");
    let told = stories(company);
    let news = company.engine.refresh_snapshot(first_day()).unwrap();
    assert_eq!(news, SnapshotNews::MadeAgain(SnapshotFault::Unfit(because.clone())), "{what}");
    assert!(has_snapshot(company), "{what}");
    assert_eq!(stories(company), told, "{what}");
    assert_eq!(company.engine.refresh_snapshot(first_day()).unwrap(), SnapshotNews::Nothing);
}

fn a_file_that_is_no_snapshot_of_this_ledger_is_refused_and_made_again(on: On) {
    let mut company = company(on);
    let path = path(&company);
    assert_eq!(company.engine.refresh_snapshot(first_day()).unwrap(), SnapshotNews::Nothing);
    assert!(!path.exists(), "none is made where there was none");
    let before = stories(&company);
    let report = company.engine.make_snapshot(first_day()).unwrap();
    assert_eq!((report.leads, report.facts), (2, 5));
    let good = std::fs::read(&path).unwrap();
    assert_eq!(good.len() as u64, report.size_bytes);
    assert!(has_snapshot(&company));
    assert_eq!(stories(&company), before);
    for length in [0, 1, 4, good.len() / 2, good.len() - 1] {
        std::fs::write(&path, &good[..length]).unwrap();
        is_refused(&mut company, &Unfit::Unknown, "cut short");
    }
    for bit in (0..good.len() * 8).step_by(good.len() * 8 / 40) {
        let mut flipped = good.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&path, &flipped).unwrap();
        is_refused(&mut company, &Unfit::Unknown, "one bit changed");
    }
    let mut other = self::company(on);
    other.engine.make_snapshot(first_day()).unwrap();
    std::fs::copy(self::path(&other), &path).unwrap();
    is_refused(&mut company, &Unfit::Unknown, "of another ledger that says the same");
}

fn a_snapshot_of_another_format_or_of_stories_that_were_mended_is_refused(on: On) {
    let mut company = company(on);
    company.engine.make_snapshot(first_day()).unwrap();
    tamper(&company, "UPDATE snapshot SET format = 0");
    is_refused(&mut company, &Unfit::OtherFormat { found: 0 }, "older");
    tamper(&company, "UPDATE snapshot SET position = 1000000");
    is_refused(&mut company, &Unfit::BeyondTheLedger, "knows more");
    // The link was lost, so that a rebuild mends who belongs to whose story.
    tamper(&company, "DELETE FROM member");
    company.engine.make_snapshot(first_day()).unwrap();
    let without = stories(&company);
    assert!(!company.engine.rebuild(false, first_day()).unwrap().members_agree);
    is_refused(&mut company, &Unfit::Mended, "mended");
    assert_ne!(stories(&company), without, "what is told of the account is back");
}

fn tamper(company: &Company, sql: &str) {
    match company.home.on {
        On::Sqlite => {
            let connection = rusqlite::Connection::open(company.path()).unwrap();
            connection.execute(sql, ()).unwrap();
        }
        On::Postgres => {
            let address = company.path();
            let address = address.to_str().unwrap();
            let mut client = postgres::Client::connect(address, postgres::NoTls).unwrap();
            client.execute(sql, &[]).unwrap();
        }
    }
}

#[test]
fn a_snapshot_that_is_newer_than_a_restored_ledger_is_refused() {
    let company = company(On::Sqlite);
    let mut company = company.reopen();
    let (path, backup) = (company.path(), company.home.path("backup.db"));
    company.engine.make_snapshot(first_day()).unwrap();
    let on_disk = |company: Company| {
        let Company { engine, home } = company;
        drop(engine);
        home
    };
    let home = on_disk(company);
    std::fs::copy(&path, &backup).unwrap();
    let mut company = Company::at(home);
    let touch = |key| Told::new(3, key, first_day(), Kind::Touch, "webinar.attended");
    company.record(&[touch(50)], first_day());
    company.engine.make_snapshot(first_day()).unwrap();
    let home = on_disk(company);
    std::fs::copy(&backup, &path).unwrap();
    let mut company = Company::at(home);
    is_refused(&mut company, &Unfit::Unknown, "it tells of a fact that the ledger has lost");
    let home = on_disk(company);
    // Another fact takes the place of the one that was lost, before anybody looks.
    let later = std::fs::read(format!("{}-snapshot.parquet", path.display())).unwrap();
    std::fs::copy(&backup, &path).unwrap();
    let mut company = Company::at(home);
    company.record(&[touch(51), touch(52)], first_day());
    assert_eq!(later, std::fs::read(self::path(&company)).unwrap());
    assert!(stories(&company).iter().any(|(lead, ..)| *lead == id(3)));
}

/// Stories of a snapshot are made by the program that made it. When this fails because stories are
/// made otherwise now, raise `store::SNAPSHOT_FORMAT`, and then write the new number here.
#[test]
fn stories_that_are_made_otherwise_are_another_format() {
    let mut company = company(On::Sqlite);
    let more = [
        Told::new(1, 5, first_day(), Kind::Retraction, "wrong").saying(Says::Key(2)),
        Told::new(3, 6, first_day(), Kind::Touch, "webinar.attended"),
        Told::new(3, 7, first_day(), Kind::Link, "merge").saying(Says::Subject(id(1))),
        Told::new(20, 8, first_day(), Kind::Link, "lead").saying(Says::Subject(id(2))),
        Told::new(20, 9, first_day(), Kind::Opportunity, "opportunity.stage")
            .saying(Says::Word("won")),
        Told::new(2, 10, first_day().plus(Seconds::hours(-9)), Kind::Activity, "call.attempt")
            .told_by(facts::Origin::HandLogged),
    ];
    company.record(&more, first_day());
    let vocabulary = company.engine.vocabulary();
    let lines: Vec<String> = stories(&company)
        .into_iter()
        .flat_map(|(lead, rows, keys)| {
            let row = move |(row, key): (Row, FactKey)| {
                let name = vocabulary.name(row.code).map(|(_, name)| name.to_owned());
                format!("{lead} {} {} {} {:?}", row.at, name.unwrap(), key.0, row.flags)
            };
            rows.into_iter().zip(keys).map(row).collect::<Vec<_>>()
        })
        .collect();
    let told = lines.join("\n");
    // FNV-1a, of 64 bits.
    let mixed = told.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |mixed, byte| {
        (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    assert_eq!((store::SNAPSHOT_FORMAT, mixed), (2, 14_446_311_384_149_667_031), "{told}");
}

testkit::on_both!(
    a_file_that_is_no_snapshot_of_this_ledger_is_refused_and_made_again,
    a_snapshot_of_another_format_or_of_stories_that_were_mended_is_refused,
);
