//! Rows are read as facts, and what cannot be read is rejected with its place.

mod reader;

use connect::{Intake, Mapping, RawValue, Read};
use facts::{Kind, Origin, Precision, SubjectKind};
use reader::{good, mapping, read, rejects};
use std::io::Cursor;

const HEADER: &str = "id,mail,created,source,score,status\n";

fn rows(text: &str) -> String {
    format!("{HEADER}{text}")
}

fn one(text: &str) -> Intake {
    good(&read(&mapping(), &rows(text)).0).remove(0)
}

#[test]
fn a_row_becomes_a_subject_with_personal_values_traits_and_facts() {
    let intake = one("L1,ada@example.com,3/1/2026,Web,42,won\n");
    assert_eq!(intake.line, 2);
    let person = &intake.subjects[0];
    assert_eq!(person.kind, SubjectKind::Person);
    assert_eq!((&*person.id.namespace, person.id.id.as_str()), ("crm.lead", "L1"));
    assert_eq!(person.personal[0].1, "ada@example.com");
    let said: Vec<_> =
        person.facts.iter().map(|fact| (fact.kind, &*fact.name, fact.value.clone())).collect();
    let text = |word: &str| RawValue::Text(word.to_owned());
    assert_eq!(
        said,
        [
            (Kind::Trait, "lead.source", text("website")),
            (Kind::Trait, "lead.score", RawValue::Number(42.0)),
            (Kind::Activity, "call.connected", RawValue::Nothing),
            (Kind::Trait, "lead.email_class", text("business")),
        ]
    );
    let call = &person.facts[2];
    assert_eq!(call.occurred_at.to_string(), "2026-02-28T23:00:00Z", "midnight in Paris");
    assert_eq!((call.precision, call.origin), (Precision::Day, Origin::Human));
    assert_eq!(call.actor.as_deref(), Some("rep-1"));
}

#[test]
fn an_empty_cell_says_nothing_and_a_word_for_empty_too() {
    for empty in ["", "Select", "  "] {
        let intake = one(&format!("L1,,3/1/2026,{empty},,won\n"));
        let names: Vec<_> = intake.subjects[0].facts.iter().map(|fact| &*fact.name).collect();
        assert_eq!(names, ["call.connected"]);
        assert!(intake.subjects[0].personal.is_empty());
    }
}

#[test]
fn a_mark_of_the_encoding_line_ends_of_windows_and_newlines_in_quotes_are_understood() {
    let text = "\u{feff}id,mail,created,source,score,status\r\n\
                L1,,3/1/2026,Web,1,won\r\n\
                L2,\"a\r\nb\",3/1/2026,Web,1,won\r\n\
                \r\n\
                L3,,nonsense,Web,1,won\r\n";
    let (found, _) = read(&mapping(), text);
    let lines: Vec<_> = good(&found).iter().map(|intake| intake.line).collect();
    assert_eq!(lines, [2, 3]);
    assert_eq!(rejects(&found)[0].line, 6, "the row before takes two lines, and one is empty");
    let (found, _) = read(&mapping(), &text.replace("\r\n", "\n"));
    assert_eq!(rejects(&found)[0].line, 6);
}

#[test]
fn each_bad_row_is_rejected_with_its_reason_and_good_rows_go_on() {
    let cases = [
        ("L1,,2026-03-01,Web,1,won", Some("created"), "`2026-03-01` is not a time like `%m/%d/%Y`"),
        ("L1,,,Web,1,won", Some("created"), "the cell is empty"),
        (",,3/1/2026,Web,1,won", Some("id"), "the cell is empty"),
        ("L1,,3/1/2026,Web,a lot,won", Some("score"), "`a lot` is not a number"),
        ("L1,,3/1/2026,Web,NaN,won", Some("score"), "`NaN` is not a number"),
        ("L1,,3/1/2026,Web,1,lost", Some("status"), "`lost` is not in the map of `status`"),
        ("L1,,3/1/2026", Some("(all)"), "the row has 3 fields, the header has 6"),
        ("L1,,3/1/2026,Web,1,won,7", Some("(all)"), "the row has 7 fields, the header has 6"),
    ];
    for (bad, column, reason) in cases {
        let text = rows(&format!("{bad}\nL9,,3/1/2026,Web,1,won\n"));
        let (found, _) = read(&mapping(), &text);
        let rejected = rejects(&found);
        assert_eq!(rejected.len(), 1, "{bad}");
        assert_eq!(rejected[0].line, 2);
        assert_eq!(rejected[0].column.as_deref(), column, "{bad}");
        assert_eq!(rejected[0].reason, reason, "{bad}");
        assert!(!rejected[0].help.is_empty());
        assert_eq!(good(&found).len(), 1, "{bad}");
    }
}

#[test]
fn a_quote_that_is_not_closed_is_suspected() {
    let text = rows("L1,\"ada,3/1/2026,Web,1,won\nL2,,3/1/2026,Web,1,won\n");
    let (found, _) = read(&mapping(), &text);
    assert!(rejects(&found)[0].help.contains("quote that is not closed"));
}

#[test]
fn text_that_is_not_utf8_is_rejected_where_it_is_read() {
    let row = b"L1,,3/1/2026,W\xe9b,1,won\nL2,M\xc3\xbcller,3/1/2026,Web,1,won\n";
    let bytes = [HEADER.as_bytes(), row].concat();
    let (found, _) = reader::read_bytes(&mapping(), &bytes);
    let rejected = rejects(&found);
    assert_eq!(rejected[0].column.as_deref(), Some("source"));
    assert!(rejected[0].reason.contains("not UTF-8 text from byte 2"), "{}", rejected[0].reason);
    assert_eq!(good(&found).len(), 1);
}

#[test]
fn a_cell_beyond_its_bound_is_rejected_and_a_record_without_end_stops_the_file() {
    let huge = "x".repeat(connect::CELL_BYTES_MAX + 1);
    let (found, _) = read(&mapping(), &rows(&format!("L1,{huge},3/1/2026,Web,1,won\n")));
    assert!(rejects(&found)[0].reason.contains("more than 1 MiB"));

    let endless = format!("L1,\"{}", "x\n".repeat(connect::RECORD_BYTES_MAX as usize));
    let text = rows(&format!("L0,,3/1/2026,Web,1,won\n{endless}"));
    let mapping = mapping();
    let mut reading =
        connect::FileReading::open(&mapping, &mapping.files[0], Cursor::new(text)).unwrap();
    assert!(matches!(reading.next(), Some(Ok(Read::Good(_)))));
    let error = reading.next().unwrap().unwrap_err().to_string();
    assert!(error.starts_with("leads.csv, line 3: the row that begins here"), "{error}");
    assert!(reading.next().is_none(), "nothing is read after that");
}

#[test]
fn what_is_odd_is_noted_and_not_fixed() {
    let text =
        rows("L1,,3/1/2026,Web,101,won\nL2,,3/1/2026,Fax,510,won\nL2,,3/1/2026,Fax,510,won\n");
    let (found, notes) = read(&mapping(), &text);
    assert_eq!(
        notes,
        [
            "3 values of lead.score are outside 0 to 100: line 2 (101), line 3 (510), line 4 (510)",
            "2 values of column `source` are not in its map, and taken as written: \
             line 3 (Fax), line 4 (Fax)",
            "1 row repeats an earlier row in every cell: line 4 (as line 3)",
        ]
    );
    let scores: Vec<_> =
        good(&found).iter().map(|intake| intake.subjects[0].facts[1].value.clone()).collect();
    assert_eq!(scores[1], RawValue::Number(510.0));
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let open = |text: &[u8]| {
        let mapping = mapping();
        let opened =
            connect::FileReading::open(&mapping, &mapping.files[0], Cursor::new(text.to_vec()));
        opened.err().expect("the file is refused").to_string()
    };
    assert!(open(b"").contains("the file is empty"));
    assert_eq!(
        open(b"ID,mail,created,source,score\n"),
        "leads.csv, line 1: there is no column `id`; did you mean `ID`?"
    );
    assert!(open(b"id,id,mail,created,source,score,status\n").contains("`id` is there 2 times"));
    assert!(open("id,\u{fc}\u{fc},\n".as_bytes()).contains("there is no column `created`"));
    assert!(open(b"id,\xc3\xbc\xc3\xbc,\xe9\n").contains("the first row is not UTF-8 text"));
}

#[test]
fn a_date_that_is_assumed_is_of_unknown_precision_and_noted() {
    let text = r#"
[mapping]
name = "crm"
timezone = "UTC"
[[file]]
path = "leads.csv"
as_of = "2026-11-22"
[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
traits = { "lead.source" = { column = "source" } }
"#;
    let (found, notes) = read(&Mapping::read(text).unwrap(), "id,source\nL1,Web\n");
    assert_eq!(good(&found)[0].subjects[0].facts[0].precision, Precision::Unknown);
    assert_eq!(
        notes,
        ["1 value of lead.source is assumed: dated 2026-11-22 for want of a date: line 2"]
    );
}

#[test]
fn times_that_the_clock_skipped_or_showed_twice_are_noted() {
    let mapping = Mapping::read(
        r#"
        [mapping]
        name = "crm"
        timezone = "Europe/Berlin"

        [[file]]
        path = "calls.csv"
        times = { called = "%d.%m.%Y %H:%M" }
        dated = "called"

        [[file.subject]]
        kind = "person"
        id = { namespace = "crm.lead", column = "id" }
        traits = { "lead.score" = { column = "score", type = "number", range = [0, 100], out_of_range = "reject" } }

        [[file.subject.fact]]
        kind = "activity"
        name = "call.attempt"
        origin = "system"
        "#,
    )
    .unwrap_or_else(|problems| panic!("{problems}"));
    let text = "id,called,score\nL1,29.3.2026 2:15,1\nL2,29.3.2026 02:45,1\nL3,25.10.2026 02:30,1\n\
                L4,29.3.2026 3:15,1\nL5,1.2.1822 10:00,1\nL6,1.2.2026 10:00,1e3\n";
    let (found, notes) = read(&mapping, text);
    assert_eq!(
        notes,
        [
            "2 times do not exist in Europe/Berlin because the clock was put forward; taken an \
             hour later: line 2 (29.3.2026 2:15), line 3 (29.3.2026 02:45)",
            "1 time occurs twice in Europe/Berlin because the clock was put back; taken as the \
             earlier: line 4 (25.10.2026 02:30)",
        ]
    );
    let rejects = rejects(&found);
    assert_eq!(rejects[0].reason, "`1.2.1822 10:00` is outside the years 1990 to 2099");
    assert_eq!(rejects[1].reason, "`1e3` is outside 0 to 100");
}
