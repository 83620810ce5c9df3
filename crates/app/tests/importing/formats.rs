//! Files that are no CSV are imported too, and their rejects come back.

use crate::desk::Desk;
use app::NoteCode;
use facts::Kind;

const MAPPING: &str = r#"
[mapping]
name = "bank"
timezone = "UTC"

[[file]]
path = "log.xes"
times = { "time:timestamp" = "rfc3339" }
dated = "time:timestamp"

[[file.subject]]
kind = "person"
id = { namespace = "bank.case", column = "case:concept:name" }

[[file.subject.fact]]
fact = { column = "concept:name", map = { Asked = "touch:form.contact", Called = "activity:call.connected" } }
actor = { column = "org:resource" }
"#;

fn log(last: &str) -> String {
    let event = |name: &str, at: &str| {
        format!(
            "<event><string key=\"concept:name\" value=\"{name}\"/>\
             <string key=\"org:resource\" value=\"kim\"/>\
             <date key=\"time:timestamp\" value=\"{at}\"/></event>"
        )
    };
    format!(
        "<?xml version=\"1.0\"?><log><trace><string key=\"concept:name\" value=\"C1\"/>{}{}\
         </trace></log>",
        event("Asked", "2026-03-01T09:30:00.000+01:00"),
        event("Called", last)
    )
}

#[test]
fn an_event_log_is_imported_and_its_rejects_are_corrected_as_csv() {
    let mut desk = Desk::with_mapping(MAPPING, &[("log.xes", &log("at noon"))]);
    let rejects = desk.folder("rejects");
    let report = desk.import_with(|import| import.rejects = Some(&rejects)).unwrap();
    assert_eq!((report.counts().rows_read, report.counts().rows_rejected), (2, 1));
    let reject = report.files[0].rejects[0].to_string();
    assert!(reject.starts_with("log.xes, event 2, column `time:timestamp`: `at noon`"), "{reject}");
    let path = report.files[0].rejects_file.clone().unwrap();
    assert!(path.ends_with("log.xes.csv"), "{}", path.display());

    let corrected = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, corrected.replacen("at noon", "2026-03-02T12:00:00Z", 1)).unwrap();
    let report = desk
        .import_with(|import| {
            import.folder = &rejects;
            import.partial = true;
        })
        .unwrap();
    assert_eq!((report.counts().facts_new, report.counts().rows_rejected), (1, 0));
    let case = desk.subject("bank.case", "C1");
    assert_eq!(desk.facts(case, Kind::Activity, "call.connected").len(), 1);
    // The whole log, right at last, brings nothing new.
    desk.write("log.xes", &log("2026-03-02T12:00:00Z"));
    assert_eq!(desk.import().counts().facts_new, 0);
}

#[test]
fn a_file_is_found_packed_and_what_had_to_be_guessed_is_said() {
    let mapping = "[mapping]\nname = \"crm\"\ntimezone = \"UTC\"\n[[file]]\n\
        path = \"leads.csv\"\nas_of = \"2026-03-01\"\n[[file.subject]]\nkind = \"person\"\n\
        id = { namespace = \"crm.lead\", column = \"id\" }\n\
        traits = { \"lead.city\" = { column = \"city\" } }\n";
    let mut desk = Desk::with_mapping(mapping, &[]);
    let folder = desk.folder("files");
    std::fs::write(folder.join("leads.csv"), b"id;city\n1;K\xf6ln\n").unwrap();
    let report = desk.import();
    let guessed: Vec<_> =
        report.notes.iter().filter(|note| note.code == NoteCode::Guessed).collect();
    assert_eq!(guessed.len(), 2);
    assert!(guessed[0].text.contains("windows-1252"), "{}", guessed[0].text);
    let lead = desk.subject("crm.lead", "1");
    let facts::Value::Text(city) = desk.facts(lead, Kind::Trait, "lead.city")[0] else {
        panic!("a text");
    };
    assert_eq!(desk.engine.vocabulary().word(city), "Köln");
}
