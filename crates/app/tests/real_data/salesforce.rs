//! Five exports of one Salesforce organisation, with their ids of 18 characters.

use crate::set::Set;
use app::NoteCode;
use facts::{Instant, Kind};

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_exports_of_salesforce_join_by_their_keys() {
    let mut set = Set::import("salesforce_devorg", "salesforce_devorg", "2026-02-01T00:00:00Z");
    assert_eq!(set.report.persons_new, 22 + 25, "leads and contacts");
    assert_eq!((set.report.accounts_new, set.report.opportunities_new), (18, 36));
    assert_eq!(set.report.counts().rows_rejected, 0);
    assert_eq!(set.notes(NoteCode::JoinsNothing), Vec::<String>::new(), "keys join");
    // Five leads were converted, each into a contact whose story tells it.
    let statuses = |set: &Set| {
        let of = |lead| set.rows(lead, Kind::Trait, "lead.crm_status").last();
        set.leads.iter().filter_map(of).map(|row| set.word(row.symbol()).to_owned()).collect()
    };
    let statuses: Vec<String> = statuses(&set);
    let closed = statuses.iter().filter(|status| *status == "Closed - Converted").count();
    let flags = set.leads.iter().filter_map(|lead| {
        set.rows(lead, Kind::Trait, "lead.is_converted").last().map(timeline::Row::value)
    });
    let converted = flags.filter(|flag| *flag == facts::Value::Flag(true)).count();
    assert_eq!((statuses.len(), converted), (22, 5));
    assert_eq!(closed, 8, "some are closed as converted and were not");
    let remarks = set.notes(NoteCode::Remark);
    assert!(remarks[0].contains("closed as converted and were not converted"), "{remarks:?}");
    let now = Instant::parse("2026-03-08T00:00:00Z").unwrap();
    let figures = set.engine.opportunities(Some("account.industry"), now).unwrap();
    let whole = &figures.whole;
    assert_eq!((whole.all.len(), whole.won.len(), whole.lost.len()), (36, 12, 8));
    assert_eq!(whole.won_value, 2_815_000.0);
    let industries: usize = figures.slices.iter().map(|(_, slice)| slice.all.len()).sum();
    assert_eq!(industries, 36);
    let again = set.import_again(false);
    assert_eq!(again.counts().facts_new, 0);
}
