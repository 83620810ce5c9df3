//! `tandem rebuild --snapshot`, and what reads it.

use crate::tandem::Tandem;
use serde_json::json;

#[test]
fn a_snapshot_changes_no_answer_and_is_made_again_when_it_is_spoiled() {
    let tandem = Tandem::with_three_leads();
    let funnel = tandem.run(&["funnel", "--by", "lead.source"]);
    let made = tandem.run(&["rebuild", "--snapshot"]);
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.out.starts_with("3 stories with 12 facts written to "), "{}", made.out);
    let folder = std::fs::read_dir(tandem.folder.path()).unwrap();
    let names = folder.map(|entry| entry.unwrap().path());
    let path = names.into_iter().find(|path| path.to_string_lossy().ends_with("-snapshot.parquet"));
    let path = path.expect("it is beside the ledger");
    assert_eq!(tandem.run(&["funnel", "--by", "lead.source"]).out, funnel.out);
    std::fs::write(&path, "PAR1").unwrap();
    let said = tandem.run(&["funnel", "--by", "lead.source"]);
    assert_eq!(said.out, funnel.out);
    assert!(said.err.contains("note: the snapshot was discarded (it is damaged"), "{}", said.err);
    assert!(said.err.contains("made again"), "{}", said.err);
    let said = tandem.run(&["funnel", "--by", "lead.source"]);
    assert_eq!((said.out, said.err), (funnel.out, String::new()));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(tandem.run(&["funnel"]).code, 0);
    assert!(!path.exists(), "nobody asked for another");
    let document = tandem.json(&["rebuild", "--snapshot"]);
    assert_eq!((&document["stories"], &document["facts"]), (&json!(3), &json!(12)));
    assert_eq!(document["size_bytes"], json!(path.metadata().unwrap().len()));
}
