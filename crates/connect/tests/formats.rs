//! Every format is read as the same columns and rows.

mod tables;

use connect::{Format, Table, TextEncoding, Unit, Wanted};
use std::io::Cursor;
use tables::{gzip, open, problem, rows, workbook};

const CSV: &str = "id,name,since\n1,Müller,2026-03-01\n2,\"a,b\",2026-03-02 09:30:00\n";

fn expected() -> Vec<Vec<String>> {
    rows(open("people.csv", CSV.as_bytes()))
}

#[test]
fn the_same_rows_come_from_every_format() {
    let semicolons = "id;name;since\n1;Müller;2026-03-01\n2;a,b;2026-03-02 09:30:00\n";
    let tabs = semicolons.replace(';', "\t");
    let lines = "{\"id\":1,\"name\":\"Müller\",\"since\":\"2026-03-01\"}\n\n\
                 {\"id\":2,\"name\":\"a,b\",\"since\":\"2026-03-02 09:30:00\"}\n";
    let list = format!("[{}]", lines.trim().replace("\n\n", ","));
    let within = format!("{{\"total\": 2, \"items\": {list}}}");
    let latin: Vec<u8> = semicolons.chars().map(|letter| letter as u8).collect();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let marked = [b"\xff\xfe".to_vec(), wide(&tabs)].concat();
    let cases: Vec<(&str, Vec<u8>, Format)> = vec![
        ("people.csv", semicolons.into(), Format::Delimited),
        ("people.tsv", tabs.clone().into(), Format::Delimited),
        ("latin.csv", latin, Format::Delimited),
        ("wide.txt", marked, Format::Delimited),
        ("unmarked.txt", wide(&tabs), Format::Delimited),
        ("people.csv.gz", gzip(CSV.as_bytes()), Format::Delimited),
        ("people.jsonl", lines.into(), Format::JsonLines),
        ("people.jsonl.gz", gzip(lines.as_bytes()), Format::JsonLines),
        ("people.json", list.into(), Format::Json),
        ("page.json", within.into(), Format::Json),
        ("people.xlsx", workbook(), Format::Xlsx),
        ("people.xlsx.gz", gzip(&workbook()), Format::Xlsx),
    ];
    for (name, bytes, format) in cases {
        let table = open(name, &bytes);
        assert_eq!(table.found().format, format, "{name}");
        assert_eq!(table.columns(), ["id", "name", "since"], "{name}");
        assert_eq!(rows(table), expected(), "{name}");
    }
}

#[test]
fn what_is_guessed_is_said_and_what_is_said_is_not_guessed() {
    let latin = b"id;name\n1;M\xfcller\n";
    let table = open("people.csv", latin);
    assert_eq!(
        table.found().guesses,
        [
            "its letters are read as windows-1252: say `encoding = \"windows-1252\"` if that is \
             right, or which",
            "its cells are taken to be parted by `;`: say `delimiter = \";\"` if that is right, or \
             which",
        ]
    );
    let wanted = Wanted {
        delimiter: Some(b';'),
        encoding: TextEncoding::from_name("latin-1"),
        ..Wanted::default()
    };
    let table = Table::open("people.csv", Box::new(Cursor::new(latin.to_vec())), &wanted).unwrap();
    assert!(table.found().guesses.is_empty());
    assert!(open("people.csv", CSV.as_bytes()).found().guesses.is_empty());
    let page = open("page.json", br#"{"items": [{"id": 1}]}"#);
    assert!(page.found().guesses[0].contains("say `records = \"items\"`"));
}

#[test]
fn a_workbook_has_dates_as_dates_and_rows_by_their_number() {
    let wanted = Wanted { sheet: Some("Second".to_owned()), skip: 2, ..Wanted::default() };
    let bytes = Box::new(Cursor::new(workbook()));
    let mut table = Table::open("book.xlsx", bytes, &wanted).unwrap();
    assert_eq!(table.columns(), ["when", "what", "much"]);
    let row = table.next_row().unwrap().unwrap();
    assert_eq!(row.line, 5, "a blank row is left out");
    let cells: Vec<_> = (0..3).map(|at| row.text(at).into_owned()).collect();
    assert_eq!(cells, ["2026-03-01 09:30:15", "true", "12.5"]);
    let row = table.next_row().unwrap().unwrap();
    assert_eq!((row.line, row.text(1).into_owned(), row.width()), (6, String::new(), 3));
    assert!(table.next_row().unwrap().is_none());
    assert!(open("book.xlsx", &workbook()).found().guesses[0].contains("it has 2 sheets"));
    let wanted = Wanted { sheet: Some("Secnd".to_owned()), ..Wanted::default() };
    let error = Table::open("book.xlsx", Box::new(Cursor::new(workbook())), &wanted);
    let error = error.err().unwrap().to_string();
    assert!(
        error.ends_with("the workbook has no sheet `Secnd`; did you mean `Second`?"),
        "{error}"
    );
}

#[test]
fn json_has_dotted_columns_over_all_rows() {
    let text = "{\"id\":1,\"who\":{\"mail\":\"a@example.com\"}}\n\
                {\"id\":2,\"who\":{\"phone\":null},\"tags\":[\"x\",\"y\"]}\n";
    let table = open("events.jsonl", text.as_bytes());
    assert_eq!(table.columns(), ["id", "who.mail", "who.phone", "tags"]);
    assert_eq!(rows(table), [["1", "a@example.com", "", ""], ["2", "", "", "[\"x\",\"y\"]"]]);
}

#[test]
fn an_event_log_has_a_row_for_each_event_with_its_case() {
    let log = r#"<?xml version="1.0" encoding="UTF-8"?>
      <log><string key="creator" value="x"><string key="y" value="z"/></string>
        <global scope="event"><string key="unused" value=""/></global>
        <trace>
          <string key="concept:name" value="C1"/><int key="amount" value="7"/>
          <event><string key="concept:name" value="A &amp; B"/>
                 <date key="time:timestamp" value="2026-03-01T09:30:00.000+01:00"/></event>
          <event><string key="concept:name" value="C"><string key="why" value="w"/></string></event>
        </trace>
        <trace><string key="concept:name" value="C2"/></trace>
        <trace><event><string key="concept:name" value="D"/></event></trace>
      </log>"#;
    let table = open("log.xes", log.as_bytes());
    assert_eq!(table.found().format.unit(), Unit::Event);
    assert_eq!(
        table.columns(),
        ["case:concept:name", "case:amount", "concept:name", "time:timestamp", "concept:name.why"]
    );
    assert_eq!(
        rows(table),
        [
            ["C1", "7", "A & B", "2026-03-01T09:30:00.000+01:00", ""],
            ["C1", "7", "C", "", "w"],
            ["", "", "D", "", ""],
        ]
    );
    let cut = &log[..log.len() - 40];
    assert!(problem("log.xes", cut.as_bytes()).contains("the event log is broken"));
    let late =
        log.replace("</event>\n        </trace>", "</event><int key=\"x\" value=\"1\"/></trace>");
    assert!(problem("log.xes", late.as_bytes()).contains("stands after its events"));
}

#[test]
fn a_file_without_names_takes_those_that_are_said() {
    let columns = Some(vec!["list".to_owned(), "site".to_owned(), "name".to_owned()]);
    let wanted = Wanted { columns, ..Wanted::default() };
    let text = "one\t\"http://a.example\"\tA\none\t\"http://b.example\"\tB, Inc.\n";
    let read = |text: &str| {
        let input = Box::new(Cursor::new(text.to_owned()));
        let mut table = Table::open("names.txt", input, &wanted).unwrap();
        let first = table.next_row().unwrap().unwrap().line;
        (first, 1 + rows(table).len())
    };
    assert_eq!(read(text), (1, 2));
    assert_eq!(read(&format!("list\tsite\tname\n{text}")), (2, 2), "as rejects have them");
}

#[test]
fn lines_before_the_header_are_left_out_when_it_is_said() {
    let wanted = Wanted { skip: 2, ..Wanted::default() };
    let text = "Export of\nsome day, at noon\nid;name\n1;a\n";
    let mut table = Table::open("x.csv", Box::new(Cursor::new(text)), &wanted).unwrap();
    assert_eq!(table.columns(), ["id", "name"]);
    assert_eq!(table.next_row().unwrap().unwrap().line, 4);
}

#[test]
fn what_is_not_read_is_refused_with_what_to_do() {
    let cases: [(&str, &[u8], &str); 7] = [
        ("old.xls", b"\xd0\xcf\x11\xe0....", "save it as XLSX or CSV"),
        ("a.zip", b"PK\x03\x04....", "unpack it first"),
        ("a.pdf", b"%PDF-1.7", "export the data as CSV or XLSX"),
        ("a.html", b"<html></html>", "no event log"),
        ("a.bin", b"\x01\x00\x00\x02\x00\x03\x00\x00\x09", "neither text"),
        ("a.json", b"[{\"a\":1}", "does not end"),
        ("empty.csv", b"", "the file is empty"),
    ];
    for (name, bytes, wanted) in cases {
        let problem = problem(name, bytes);
        assert!(problem.contains(wanted), "{name}: {problem}");
    }
}

#[test]
fn how_far_a_reading_is_can_be_told() {
    let text = format!("id\n{}", "1\n".repeat(100_000));
    let mut table = open("many.csv", text.as_bytes());
    let (before, total) = table.progress();
    assert!(before < total && total == text.len() as u64);
    while table.next_row().unwrap().is_some() {}
    assert_eq!(table.progress(), (total, total));
}

#[test]
#[cfg_attr(not(real_data), ignore = "needs the data sets")]
fn a_real_event_log_is_read_to_its_end() {
    let path = tables::data("bpi2012/BPI_Challenge_2012.xes.gz");
    let mut table = Table::open_path(&path, &Wanted::default()).unwrap();
    assert!(table.found().gzip);
    assert_eq!(
        table.columns(),
        [
            "case:REG_DATE",
            "case:concept:name",
            "case:AMOUNT_REQ",
            "org:resource",
            "lifecycle:transition",
            "concept:name",
            "time:timestamp"
        ]
    );
    let mut activities = std::collections::BTreeSet::new();
    let (mut events, mut cases, mut last) = (0, 0, String::new());
    while let Some(row) = table.next_row().unwrap() {
        events += 1;
        activities.insert(row.text(5).into_owned());
        if row.text(1) != last {
            cases += 1;
            last = row.text(1).into_owned();
        }
    }
    assert_eq!((events, cases, activities.len()), (262_200, 13_087, 24));
}

#[test]
#[cfg_attr(not(real_data), ignore = "needs the data sets")]
fn real_payloads_are_read_by_the_list_that_they_hold() {
    let path = tables::data("segment_payloads/test-many-track.json");
    let table = Table::open_path(&path, &Wanted::default()).unwrap();
    assert_eq!(table.found().records.as_deref(), Some("batch"));
    assert!(table.columns().contains(&"properties.version".to_owned()));
    assert_eq!(rows(table).len(), 3);
}
