//! Sealed periods.

use crate::{Ledger, at, now};
use ::facts::Position;
use lifecycle::VersionNumber;
use store::{Seal, StoreError};
use testkit::On;

fn add(ledger: &mut Ledger, from: &str, until: &str) -> Result<Seal, StoreError> {
    let mut writer = ledger.store.begin().unwrap();
    let new = Seal {
        id: 0,
        from: at(from),
        until: at(until),
        position: Position(7),
        version: VersionNumber(2),
        sealed_at: now(),
        who: "Robin Test".to_owned(),
        edition: "{\"metrics\":[]}".to_owned(),
        hash: [0; 32],
    };
    let seal = writer.add_seal(&new)?;
    writer.commit()?;
    Ok(seal)
}

fn a_period_is_sealed_once_and_what_was_reported_stays(on: On) {
    let mut ledger = Ledger::on(on);
    let january = add(&mut ledger, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").unwrap();
    let february = add(&mut ledger, "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z").unwrap();
    assert_eq!((january.id, february.id), (1, 2));
    assert_eq!(ledger.store.view().seals().unwrap(), [january, february]);
    assert!(add(&mut ledger, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").is_err());
    assert_eq!(ledger.store.view().seals().unwrap().len(), 2);
}

fn a_seal_changed_in_the_file_is_told(on: On) {
    let mut ledger = Ledger::on(on);
    for (from, until) in [("01", "02"), ("02", "03"), ("03", "04")] {
        let day = |month: &str| format!("2026-{month}-01T00:00:00Z");
        add(&mut ledger, &day(from), &day(until)).unwrap();
    }
    let change = |sql: &str| assert_eq!(ledger.tamper(sql), 1);
    change("UPDATE seal SET edition = '{}' WHERE id = 2");
    let told = ledger.store.view().seals().unwrap_err().to_string();
    assert!(told.contains("sealed period 2 was changed"), "{told}");
    change("UPDATE seal SET edition = '{\"metrics\":[]}' WHERE id = 2");
    assert!(ledger.store.view().seals().is_ok());
    change("DELETE FROM seal WHERE id = 2");
    assert!(ledger.store.view().seals().is_err());
}

testkit::on_both!(
    a_period_is_sealed_once_and_what_was_reported_stays,
    a_seal_changed_in_the_file_is_told,
);
