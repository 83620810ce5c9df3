//! `tandem duplicates`, `tandem merge`, `tandem unmerge`.

use crate::tandem::Tandem;
use std::fs;

/// Ann once more, as another row of the CRM has her, and somebody like Bo.
fn with_duplicates() -> Tandem {
    let tandem = Tandem::with_three_leads();
    let rows = fs::read_to_string(tandem.path("exports/leads.csv")).unwrap();
    let more = "4,\"Arbor, Anne\",Ann@ACME.example,2026-03-04 16:00,website,director,business,prices\n\
                5,Di Dorn,di@dorn.example,2026-03-04 16:10,website,director,business,prices\n";
    tandem.write("exports/leads.csv", &format!("{rows}{more}"));
    assert_eq!(tandem.run(&["import", "exports", "--map", "mapping.toml"]).code, 0);
    tandem
}

#[test]
fn what_was_merged_can_be_parted_again() {
    let tandem = with_duplicates();
    let before =
        ["crm.lead:1", "crm.lead:5"].map(|lead| tandem.json(&["why", lead])["state"].clone());
    let said = tandem.run(&["merge", "crm.lead:5", "crm.lead:1"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.starts_with("Di Dorn (") && said.out.contains(") is now Ann Arbor ("));
    let again = tandem.run(&["--json", "merge", "crm.lead:1", "crm.lead:5"]);
    assert!(again.code == 1 && again.err.contains("already_merged"), "{again:?}");
    let wrong = tandem.run(&["unmerge", "crm.lead:1"]);
    assert_eq!(wrong.code, 1);
    assert_eq!(tandem.run(&["unmerge", "crm.lead:5"]).code, 0);
    let after =
        ["crm.lead:1", "crm.lead:5"].map(|lead| tandem.json(&["why", lead])["state"].clone());
    assert_eq!(before, after);
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}

/// Sixty people with names of their own, and two of them once more with a slip and the same number.
fn many() -> Tandem {
    let tandem = Tandem::with_three_leads();
    let letters = b"bcdfghklmnprstvz";
    let name = |n: usize, vowel: char| -> String {
        let letter = |place: usize| char::from(letters[place % letters.len()]);
        let (first, second, third) = (letter(n * 7 + n / 16), letter(n + 3), letter(n * 5 + 11));
        format!("{}{vowel}{second}{vowel}{third}", first.to_ascii_uppercase())
    };
    let person = |n: usize, given: &str, family: &str, phone: usize| {
        let mail = format!("{}.{}@firm{n}.example", given.to_lowercase(), family.to_lowercase());
        format!("{n},{given} {family},{mail},+4930{:08},2026-03-02 10:00\n", phone * 7_919)
    };
    let mut rows = String::from("id,name,email,phone,seen\n");
    for n in 100..160 {
        rows += &person(n, &name(n, 'a'), &name(n, 'o'), n);
    }
    for n in [110, 120] {
        // The same number, another address, a letter doubled.
        let (given, family) = (name(n, 'a'), format!("{}{}", name(n, 'o'), 't'));
        rows += &person(n + 100, &given, &family, n)
            .replace(&format!("firm{}", n + 100), &format!("firm{n}"));
    }
    let mapping = fs::read_to_string(tandem.path("mapping.toml")).unwrap();
    let (head, _) = mapping.split_once("[file.subject.traits]").unwrap();
    let mapping = head
        .replace("email = \"email\"", "email = \"email\", phone = \"phone\"")
        .replace("leads.csv", "more.csv");
    let fact = "[[file.subject.fact]]\nkind = \"touch\"\nname = \"page.pricing\"\n";
    tandem.write("more.toml", &format!("{mapping}\n{fact}"));
    tandem.write("more/more.csv", &rows);
    let imported = tandem.run(&["import", "more", "--map", "more.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    tandem
}

#[test]
fn those_who_are_certainly_one_are_merged_when_asked_and_parted_by_hand() {
    let tandem = many();
    let before = tandem.json(&["why", "crm.lead:210"])["state"].clone();
    let listed = tandem.json(&["duplicates"]);
    assert_eq!(
        (&listed["certain_total"], &listed["merged"]),
        (&2.into(), &serde_json::Value::Null)
    );
    assert_eq!(tandem.json(&["why", "crm.lead:210"])["state"], before, "listing merges nobody");
    let said = tandem.run(&["duplicates", "--merge"]);
    assert_eq!(said.code, 0, "{said:?}");
    let text = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.starts_with("Of 65 persons, 2 groups are certainly one person each; 2 persons merged"),
        "{text}"
    );
    assert!(text.contains("same phone"), "the evidence is told: {text}");
    let again = tandem.json(&["duplicates", "--merge"]);
    assert_eq!((&again["persons"], &again["merged"]), (&63.into(), &0.into()));
    let parted = tandem.run(&["unmerge", "crm.lead:210"]);
    assert_eq!(parted.code, 0, "{parted:?}");
    assert_eq!(tandem.json(&["why", "crm.lead:210"])["state"], before);
    // Whom somebody parted is not merged again without asking.
    let after = tandem.json(&["duplicates", "--merge"]);
    assert_eq!((&after["merged"], &after["review"][0]["parted"]), (&0.into(), &true.into()));
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}
