//! What a mapping can say beyond the plain column: forms of words, numbers, ids, times, conditions,
//! joined files, whole facts, amounts.

mod reader;

use connect::{FileReading, Input, Intake, Mapping, RawValue, Read, Surroundings};
use facts::{Instant, Kind, Precision};
use reader::{good, read, rejects};
use std::io::Cursor;

/// A mapping of `leads.csv` with `subject` in its subject and `more` behind.
fn mapping(file: &str, subject: &str, more: &str) -> Mapping {
    let text = format!(
        "[mapping]\nname = \"crm\"\ntimezone = \"Europe/Berlin\"\n\
         [[file]]\npath = \"leads.csv\"\n{file}\n\
         [[file.subject]]\nkind = \"person\"\n{subject}\n{more}"
    );
    Mapping::read(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

const ID: &str = "id = { namespace = \"crm.lead\", column = \"id\" }";
const AS_OF: &str = "as_of = \"2026-03-01\"";

/// A mapping with one trait, `lead.x`, of column `x`.
fn of_trait(cell: &str) -> Mapping {
    let traits = format!("{ID}\ntraits = {{ \"lead.x\" = {{ column = \"x\", {cell} }} }}");
    mapping(AS_OF, &traits, "")
}

/// What `lead.x` becomes for each text, or why it is refused.
fn values(mapping: &Mapping, texts: &[&str]) -> Vec<Result<RawValue, String>> {
    let rows: String = texts.iter().enumerate().map(|(n, text)| format!("{n}\t{text}\n")).collect();
    let (rows, _) = read(mapping, &format!("id\tx\n{rows}"));
    rows.into_iter()
        .map(|row| match row {
            Read::Good(intake) => {
                let fact = intake.subjects[0].facts.first();
                Ok(fact.map_or(RawValue::Nothing, |fact| fact.value.clone()))
            }
            Read::Rejected(reject) => Err(reject.reason),
            Read::LeftOut => panic!("nothing is left out"),
        })
        .collect()
}

fn text(word: &str) -> Result<RawValue, String> {
    Ok(RawValue::Text(word.to_owned()))
}

/// Kind, name and value of each fact of the first subject.
fn said(intake: &Intake) -> Vec<(Kind, &str, &RawValue)> {
    intake.subjects[0].facts.iter().map(|fact| (fact.kind, &*fact.name, &fact.value)).collect()
}

#[test]
fn spellings_become_one_word() {
    let lower =
        of_trait("lower = true, map = { \"Google Ads\" = \"google\" }, otherwise = \"keep\"");
    assert_eq!(
        values(&lower, &["Google", "google", "GOOGLE ADS", " Bing "]),
        [text("google"), text("google"), text("google"), text("bing")]
    );
    let ignoring =
        of_trait("ignore_case = true, map = { gtxpro = \"GTX Pro\" }, otherwise = \"keep\"");
    assert_eq!(
        values(&ignoring, &["GTXPro", "gtxPRO", "MG Special"]),
        [text("GTX Pro"), text("GTX Pro"), text("MG Special")]
    );
}

#[test]
fn flags_have_the_words_that_the_mapping_says() {
    let german = of_trait("type = \"flag\", yes = [\"Ja\", \"x\"], no = \"nein\"");
    let found = values(&german, &["ja", "X", "NEIN", "yes"]);
    let flag = |value| Ok(RawValue::Flag(value));
    assert_eq!(found[..3], [flag(true), flag(true), flag(false)]);
    assert_eq!(found[3], Err("`yes` is neither of `ja`, `x` nor of `nein`".to_owned()));
}

#[test]
fn numbers_are_read_as_they_are_written() {
    let comma = of_trait("type = \"number\", decimal = \",\"");
    let found = values(&comma, &["1.250,50", "1250,5", "12.5"]);
    assert_eq!(found[..2], [Ok(RawValue::Number(1250.5)), Ok(RawValue::Number(1250.5))]);
    assert_eq!(found[2], Err("`12.5` is not a number".to_owned()), "it may be 125 or 12.5");
}

#[test]
fn ids_of_salesforce_are_one_whatever_their_length_and_wrong_ones_are_rejected() {
    let id = "id = { namespace = \"sf.lead\", column = \"id\", form = \"salesforce\" }";
    let mapping = mapping(AS_OF, id, "");
    let text = "id,x\n00Qbm00000Orxk5,\n00Qbm00000Orxk5EAB,\n00Qbm00000Orxk5EAC,\n";
    let (rows, _) = read(&mapping, text);
    let ids: Vec<_> = good(&rows).iter().map(|row| row.subjects[0].id.id.clone()).collect();
    assert_eq!(ids, ["00Qbm00000Orxk5EAB", "00Qbm00000Orxk5EAB"]);
    let reject = &rejects(&rows)[0];
    assert_eq!((reject.line, reject.column.as_deref()), (4, Some("id")));
    assert!(reject.reason.contains("would end with `EAB`"), "{}", reject.reason);
}

#[test]
fn a_column_may_be_written_in_several_ways_and_a_file_have_its_own_zone() {
    let file = "timezone = \"America/New_York\"\ndated = \"at\"\n\
                times = { at = [\"iso\", \"%m/%d/%y %I:%M %p\"] }";
    let touch = "[[file.subject.fact]]\nkind = \"touch\"\nname = \"form.contact\"";
    let mapping = mapping(file, ID, touch);
    let text = "id,at\n1,2026-03-01\n2,03/01/26 09:30 AM\n3,2026-03-01T09:30:00Z\n4,1.3.2026\n";
    let (rows, _) = read(&mapping, text);
    let times: Vec<_> = good(&rows)
        .iter()
        .map(|row| &row.subjects[0].facts[0])
        .map(|fact| (fact.occurred_at.to_string(), fact.precision))
        .collect();
    assert_eq!(
        times,
        [
            ("2026-03-01T05:00:00Z".to_owned(), Precision::Day),
            ("2026-03-01T14:30:00Z".to_owned(), Precision::Minute),
            ("2026-03-01T09:30:00Z".to_owned(), Precision::Instant),
        ]
    );
    assert_eq!(
        rejects(&rows)[0].reason,
        "`1.3.2026` is not a time like `iso`, and `1.3.2026` is not a time like \
         `%m/%d/%y %I:%M %p`"
    );
}

#[test]
fn rows_subjects_and_facts_are_read_only_when_their_conditions_hold() {
    let file =
        format!("{AS_OF}\nwhen = {{ column = \"deleted\", not_one_of = [\"TRUE\", \"1\"] }}");
    let fact = "[[file.subject.fact]]\nkind = \"touch\"\nname = \"form.contact\"\n\
                when = [{ column = \"x\", not_empty = true }, { column = \"y\", equals = \"a\" }]\n\
                [[file.subject]]\nkind = \"opportunity\"\n\
                id = { namespace = \"crm.deal\", column = \"deal\" }\n\
                when = { column = \"deal\", not_empty = true }";
    let mapping = mapping(&file, ID, fact);
    let text = "id,deleted,x,y,deal\n1,FALSE,1,a,\n2,TRUE,1,a,\n3,FALSE,,a,D\n4,FALSE,1,b,D\n";
    let (rows, notes) = read(&mapping, text);
    assert_eq!(rows.iter().filter(|row| **row == Read::LeftOut).count(), 1);
    let found: Vec<_> =
        good(&rows).iter().map(|row| (row.subjects.len(), row.subjects[0].facts.len())).collect();
    assert_eq!(found, [(1, 1), (2, 0), (2, 0)]);
    let left_out = "1 row is left out, as the mapping says of `deleted`: line 3";
    assert!(notes.iter().any(|note| note == left_out), "{notes:?}");
}

#[test]
fn one_column_may_say_whole_facts() {
    let fact = "[[file.subject.fact]]\nactor = { column = \"who\" }\n\
                fact = { column = \"event\", otherwise = \"skip\", map = { \
                \"Form filled\" = \"touch:form.contact\", Called = \"activity:call.connected\", \
                Won = \"opportunity:opportunity.stage=won\" } }";
    let mapping = mapping(AS_OF, ID, fact);
    let text = "id,event,who\n1,Form filled,\n1,Called,kim\n1,Won,\n1,Slept,\n";
    let (rows, notes) = read(&mapping, text);
    let rows = good(&rows);
    let won = RawValue::Text("won".to_owned());
    assert_eq!(said(&rows[0]), [(Kind::Touch, "form.contact", &RawValue::Nothing)]);
    assert_eq!(said(&rows[1]), [(Kind::Activity, "call.connected", &RawValue::Nothing)]);
    assert_eq!(rows[1].subjects[0].facts[0].actor.as_deref(), Some("kim"));
    assert_eq!(said(&rows[2]), [(Kind::Opportunity, "opportunity.stage", &won)]);
    assert!(said(&rows[3]).is_empty());
    assert!(notes.iter().any(|note| note.contains("`event` is not in its map, and left out")));
    let facts = &mapping.files[0].subjects[0].facts[0];
    assert_eq!(facts.says().len(), 3);
    assert!(facts.says().contains(&(Kind::Touch, "form.contact")));
}

#[test]
fn amounts_are_exact_and_become_one_currency_where_the_mapping_converts() {
    let amount = |extra: &str| {
        let traits = format!(
            "{ID}\n[file.subject.traits.\"opportunity.amount\"]\ncolumn = \"x\"\n\
             type = \"number\"\ndecimal = \".\"\n{extra}"
        );
        traits
    };
    let text = "id,x,code\n1,\"1,250.50\",EUR\n2,100,usd\n3,1.005,EUR\n4,5,CHF\n5,5,\n6,,\n";
    let values = |mapping: &Mapping| {
        let (rows, notes) = read(mapping, text);
        let said: Vec<Vec<String>> = good(&rows)
            .iter()
            .map(|row| said(row).iter().map(|(_, n, v)| format!("{n} {v:?}")).collect())
            .collect();
        let reasons: Vec<_> = rejects(&rows).iter().map(|reject| reject.reason.clone()).collect();
        (said, reasons, notes)
    };
    let of_row = mapping(AS_OF, &amount("currency = { column = \"code\" }"), "");
    let (said, reasons, _) = values(&of_row);
    assert_eq!(
        said[0],
        ["opportunity.amount_currency Text(\"EUR\")", "opportunity.amount Number(1250.5)"]
    );
    assert_eq!(said[3], Vec::<String>::new(), "no amount, no currency");
    let too_fine = "`1.005` has more digits than EUR, which has 2";
    assert_eq!(reasons, [too_fine, "the amount has no currency"]);

    let money = "[currency]\ninto = \"EUR\"\nrates = { USD = 0.925 }";
    let converted = mapping(AS_OF, &amount("currency = { column = \"code\" }"), money);
    let (said, reasons, notes) = values(&converted);
    assert_eq!(said[0], ["opportunity.amount Number(1250.5)"]);
    assert_eq!(said[1], ["opportunity.amount Number(92.5)"]);
    assert!(reasons.contains(&"there is no rate from CHF into EUR".to_owned()), "{reasons:?}");
    assert!(
        notes.iter().any(|note| note.contains("is converted from USD into EUR at 0.925")),
        "{notes:?}"
    );
    let always = mapping(AS_OF, &amount("currency = \"USD\""), money);
    assert_eq!(values(&always).0[1], ["opportunity.amount Number(92.5)"]);
}

/// The rows of `leads.csv` with other files beside it, and the notes.
fn among(mapping: &Mapping, text: &str, others: &[(&str, &str)]) -> (Vec<Read>, Vec<String>) {
    let open = |name: &str| {
        let other = others.iter().find(|(path, _)| *path == name);
        let (_, text) = other.unwrap_or_else(|| panic!("{name} is not asked for"));
        Ok(Box::new(Cursor::new((*text).to_owned())) as Box<dyn Input>)
    };
    let as_of = Some(Instant::parse("2026-11-22T00:00:00Z").unwrap());
    let surroundings = Surroundings { as_of, open: &open };
    let input = Box::new(Cursor::new(text.to_owned()));
    let opened = FileReading::open_among(mapping, &mapping.files[0], input, &surroundings);
    let mut reading = opened.unwrap_or_else(|error| panic!("{error}"));
    let rows = reading.by_ref().map(Result::unwrap).collect();
    let notes = reading.notes().sentences().collect();
    (rows, notes)
}

const JOINED: &str = "as_of = \"2026-03-01\"\n\
    [[file.join]]\npath = \"reps.csv\"\nkey = \"rep\"\nprefix = \"rep.\"\n\
    on = { column = \"owner\", lower = true }\n\
    [[file.join]]\npath = \"offices.csv\"\nkey = \"office\"\nprefix = \"office.\"\n\
    on = { column = \"rep.office\" }";

#[test]
fn columns_of_other_files_are_joined_by_a_key() {
    let traits = "id = { namespace = \"crm.lead\", column = \"id\" }\n\
                  traits = { \"lead.region\" = { column = \"office.region\" } }";
    let mapping = mapping(JOINED, traits, "");
    let others = [
        ("reps.csv", "rep;office\nkim;Bonn\nlee;Riga\nkim;Oslo\n"),
        ("offices.csv", "office,region\nBonn,DACH\nRiga,Baltics\n"),
    ];
    let text = "id,owner\n1,Kim\n2,lee\n3,max\n4,\n";
    let (rows, notes) = among(&mapping, text, &others);
    let rows = good(&rows);
    let regions: Vec<_> =
        rows.iter().map(|row| said(row).first().map(|(_, _, value)| (*value).clone())).collect();
    let region = |word: &str| Some(RawValue::Text(word.to_owned()));
    assert_eq!(regions, [region("DACH"), region("Baltics"), None, None]);
    assert_eq!(
        notes[notes.len() - 2..],
        [
            "1 value of column `owner` is not in reps.csv: line 4 (max)",
            "1 row of reps.csv repeats a key; the first row of each counts: line 4 (kim)",
        ]
    );
}

#[test]
fn a_joined_file_that_lacks_the_key_says_so() {
    let mapping = mapping(JOINED, ID, "");
    let open = |_: &str| Ok(Box::new(Cursor::new("reps,office\n")) as Box<dyn Input>);
    let surroundings = Surroundings { as_of: None, open: &open };
    let input = Box::new(Cursor::new("id,owner\n"));
    let opened = FileReading::open_among(&mapping, &mapping.files[0], input, &surroundings);
    let error = opened.err().unwrap().to_string();
    assert_eq!(error, "reps.csv, line 1: there is no column `rep`; did you mean `reps`?");
}

#[test]
fn what_is_dated_by_the_export_takes_the_date_that_is_said() {
    let traits = format!("{ID}\ntraits = {{ \"lead.x\" = {{ column = \"x\" }} }}");
    let mapping = mapping("as_of = \"export\"", &traits, "");
    let (rows, notes) = among(&mapping, "id,x\n1,a\n", &[]);
    let rows = good(&rows);
    let fact = &rows[0].subjects[0].facts[0];
    assert_eq!(fact.occurred_at.to_string(), "2026-11-22T00:00:00Z");
    assert_eq!(fact.precision, Precision::Unknown);
    assert!(notes[0].contains("dated 2026-11-22 for want of a date"), "{notes:?}");
    let opened = FileReading::open(&mapping, &mapping.files[0], Cursor::new("id,x\n1,a\n"));
    let error = opened.err().unwrap().to_string();
    assert!(error.ends_with("say when it was exported"), "{error}");
    let day = mapping.export_time("2026-11-22").unwrap();
    assert_eq!(day.to_string(), "2026-11-21T23:00:00Z", "a day begins in the zone of the mapping");
    assert_eq!(mapping.export_time("soon"), None);
}

#[test]
fn an_opportunity_may_belong_to_an_account() {
    let text = "[mapping]\nname = \"crm\"\ntimezone = \"UTC\"\n[[file]]\npath = \"deals.csv\"\n\
                as_of = \"2026-03-01\"\n[[file.subject]]\nkind = \"opportunity\"\n\
                id = { namespace = \"crm.deal\", column = \"id\" }\n\
                links = [{ to = \"account\", namespace = \"crm.account\", column = \"account\" }]";
    let mapping = Mapping::read(text).unwrap_or_else(|problems| panic!("{problems}"));
    let (rows, _) = read(&mapping, "id,account\nD1,A1\n");
    assert_eq!(good(&rows)[0].subjects[0].links[0].name, "account.opportunity");
}

#[test]
fn rejects_of_json_are_json_lines_to_correct_and_read_again() {
    let mapping = of_trait("type = \"number\"");
    let text = "{\"id\":1,\"x\":2}\n{\"id\":2,\"x\":\"two\",\"deep\":{\"a\":[1]}}\n{\"id\":3,\n";
    let rejected = reader::rejects_file(&mapping, text);
    let lines: Vec<&str> = rejected.lines().collect();
    assert_eq!(lines.len(), 2, "{rejected}");
    assert!(lines[0].contains("\"deep\":{\"a\":[1]}") && lines[0].contains("\"_column\":\"x\""));
    assert!(lines[1].contains("\"_text\":\"{\\\"id\\\":3,\"") && lines[1].contains("\"_line\":3"));
    let corrected = format!("{}\n{}", lines[0].replace("\"two\"", "2"), lines[1]);
    let (rows, _) = read(&mapping, &corrected);
    assert_eq!((good(&rows).len(), rejects(&rows).len()), (1, 1));
    assert!(rejects(&rows)[0].reason.contains("not marked as corrected"));
    let (rows, _) =
        read(&mapping, &format!("{}\n{{\"id\":3,\"x\":3}}\n", lines[0].replace("\"two\"", "2")));
    assert_eq!(good(&rows).len(), 2);
}

#[test]
fn what_is_wrong_empty_or_remarkable_is_read_and_reported() {
    let said = of_trait(
        "correct = { GTXPro = \"GTX Pro\" }, empty = [\"\", \"Select\"], remark = \"filled in late\"",
    );
    let (rows, notes) = read(&said, "id,x\n1,GTXPro\n2,Select\n3,\n4,GTX Pro\n");
    let values: Vec<_> = good(&rows)
        .iter()
        .map(|row| row.subjects[0].facts.first().map(|fact| fact.value.clone()))
        .collect();
    let product = Some(RawValue::Text("GTX Pro".to_owned()));
    assert_eq!(values, [product.clone(), None, None, product]);
    for wanted in [
        "1 value `GTXPro` of column `x` is taken for `GTX Pro`: line 2",
        "1 value `Select` of column `x` is taken for nothing: line 3",
        "2 values of column `x`, of which the mapping says: filled in late: line 2, line 5",
    ] {
        assert!(notes.iter().any(|note| note == wanted), "{wanted}: {notes:?}");
    }
}
