//! The same rows yield the same keys, and rejects come back as a file to correct.

mod reader;

use connect::Read;
use facts::FactKey;
use reader::{good, mapping, read, rejects, rejects_file};
use std::collections::HashSet;

fn keys(rows: &[Read]) -> Vec<(String, FactKey)> {
    good(rows)
        .iter()
        .flat_map(|intake| &intake.subjects)
        .flat_map(|subject| subject.facts.iter().map(|fact| (subject.id.id.clone(), fact.key)))
        .collect()
}

const TEXT: &str = "id,mail,created,source,score,status\n\
    L1,a@example.com,3/1/2026,Web,1,won\n\
    L1,a@example.com,3/1/2026,Web,1,won\n\
    L2,b@example.com,31/1/2026,Web,1,won\n\
    L2,b@example.com,3/2/2026,Web,0.0,tried\n";

#[test]
fn reading_twice_yields_the_same_keys() {
    let (first, _) = read(&mapping(), TEXT);
    let (second, _) = read(&mapping(), TEXT);
    assert_eq!(keys(&first), keys(&second));
}

#[test]
fn two_calls_of_one_day_are_two_facts_and_a_trait_said_twice_is_one() {
    let (rows, _) = read(&mapping(), TEXT);
    let all: Vec<_> = keys(&rows).into_iter().filter(|(id, _)| id == "L1").collect();
    let distinct: HashSet<_> = all.iter().collect();
    assert_eq!(all.len(), 8, "two rows with three traits and a call each");
    assert_eq!(
        distinct.len(),
        5,
        "three traits, one of them the kind of the address, and two calls"
    );
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut lines: Vec<&str> = TEXT.lines().collect();
    lines[1..].reverse();
    let sorted = |text: &str| {
        let mut keys = keys(&read(&mapping(), text).0);
        keys.sort();
        keys
    };
    assert_eq!(sorted(TEXT), sorted(&lines.join("\n")));
}

#[test]
fn a_number_is_the_same_however_it_is_written_and_a_key_holds_nothing_personal() {
    let one = |mail: &str, score: &str| {
        let row =
            format!("id,mail,created,source,score,status\nL1,{mail},3/1/2026,Web,{score},won\n");
        keys(&read(&mapping(), &row).0)
    };
    assert_eq!(one("a@example.com", "0"), one("other@example.com", "0.0"));
    assert_ne!(one("", "0"), one("", "1"));
}

#[test]
fn keys_stay_the_same_from_release_to_release() {
    let (rows, _) = read(&mapping(), TEXT);
    assert_eq!(keys(&rows)[2].1, FactKey(48_794_809_711_793_586), "a call");
}

#[test]
fn rejects_are_corrected_and_read_again() {
    let file = rejects_file(&mapping(), TEXT);
    assert_eq!(
        file,
        "id,mail,created,source,score,status,_line,_column,_reason\n\
         L2,b@example.com,31/1/2026,Web,1,won,4,created,\
         \"`31/1/2026` is not a time like `%m/%d/%Y`; correct the cell, or say in `times` how the \
         column is written\"\n"
    );
    let corrected = file.replace("31/1/2026,Web", "1/31/2026,Web");
    let (rows, notes) = read(&mapping(), &corrected);
    assert_eq!(good(&rows).len(), 1);
    assert_eq!(notes, Vec::<String>::new());

    let whole = TEXT.replace("31/1/2026", "1/31/2026");
    let from_whole: HashSet<_> = keys(&read(&mapping(), &whole).0).into_iter().collect();
    let apart: HashSet<_> =
        keys(&read(&mapping(), TEXT).0).into_iter().chain(keys(&rows)).collect();
    assert_eq!(from_whole, apart, "as if the file had been right at once");
}

#[test]
fn rejects_that_are_not_corrected_are_rejected_again_as_they_were() {
    let ragged = "id,mail,created,source,score,status\n\
        L1,,3/1/2026\n\
        L2,,3/1/2026,Web,1,won,too,much\n\
        L3,,tomorrow,Web,1,won\n";
    let first = rejects_file(&mapping(), ragged);
    let (rows, _) = read(&mapping(), &first);
    assert_eq!((good(&rows).len(), rejects(&rows).len()), (0, 3));
    let second = rejects_file(&mapping(), &first);
    assert_eq!(first.lines().count(), second.lines().count());
    assert_eq!(second.lines().next(), first.lines().next(), "no columns are added twice");
    let surplus = second.lines().nth(2).unwrap();
    assert!(surplus.ends_with(",too,much"), "no cell is lost: {surplus}");
}
