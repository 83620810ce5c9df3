//! A mapping that is wrong is answered with every place, the reason and what to do.

use connect::Mapping;

const GOOD: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Paris"

[[file]]
path = "leads.csv"
times = { created = "%Y-%m-%d" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
traits = { "lead.source" = { column = "source" } }

[[file.subject.fact]]
kind = "touch"
name = "form.contact"
"#;

fn problems(text: &str) -> Vec<String> {
    let problems = Mapping::read(text).expect_err("the mapping is wrong");
    problems.0.iter().map(ToString::to_string).collect()
}

fn changed(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "`{from}` is in the mapping");
    GOOD.replace(from, to)
}

#[test]
fn a_good_mapping_is_read() {
    let mapping = Mapping::read(GOOD).unwrap();
    assert_eq!(mapping.name, "crm");
    assert_eq!(mapping.files.len(), 1);
    let read = &mapping.files[0].subjects[0].facts;
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].says(), [(facts::Kind::Trait, "lead.source")]);
    assert_eq!(read[1].id, "touch:form.contact");
}

#[test]
fn an_unknown_key_is_refused_with_the_key_that_may_be_meant() {
    let found = problems(&changed("column = \"source\"", "colum = \"source\""));
    assert_eq!(
        found,
        [
            "line 14, column 28: a trait needs `column`; add `column = \"Lead Source\"`",
            "line 14, column 30: a trait has no key `colum`; did you mean `column`?",
        ]
    );
}

#[test]
fn every_problem_is_told_at_once_with_its_place() {
    let text = GOOD
        .replace("Europe/Paris", "Europe/Pariss")
        .replace("kind = \"person\"", "kind = \"persn\"")
        .replace("%Y-%m-%d", "%Y-%m");
    let found = problems(&text);
    assert!(found[0].starts_with("line 4, column 12: `Europe/Pariss` is not a time zone"));
    assert!(found[0].ends_with("did you mean `Europe/Paris`?"));
    assert!(found[1].starts_with("line 8, column 21: `%Y-%m` is not a format of times"));
    assert!(found.iter().any(|p| p.contains("`persn`") && p.ends_with("did you mean `person`?")));
}

#[test]
fn a_fact_without_a_time_is_refused() {
    let found = problems(&changed("dated = \"created\"\n", ""));
    assert!(found[0].contains("nothing says when this happened"), "{found:?}");
    assert!(found[0].contains("as_of"), "{found:?}");
}

#[test]
fn a_column_that_times_does_not_describe_is_named() {
    let found = problems(&changed("dated = \"created\"", "dated = \"creatd\""));
    let wanted = "`times` does not say how `creatd` is written; did you mean `created`?";
    assert!(found[0].ends_with(wanted), "{found:?}");
}

#[test]
fn two_facts_of_one_name_need_ids() {
    let again =
        format!("{GOOD}\n[[file.subject.fact]]\nkind = \"touch\"\nname = \"form.contact\"\n");
    let found = problems(&again);
    assert!(found[0].contains("is called `touch:form.contact` already"), "{found:?}");
    let with_id = again.replace(
        "[[file.subject.fact]]\nkind = \"touch\"\nname = \"form.contact\"\n",
        "[[file.subject.fact]]\nkind = \"touch\"\nid = \"x\"\nname = \"form.contact\"\n",
    );
    assert!(Mapping::read(&with_id).is_err(), "both are called x now");
}

#[test]
fn what_is_no_toml_is_told_where() {
    let found = problems("[mapping]\nname = crm\n");
    assert!(found[0].starts_with("line 2, column 8: this is not TOML"), "{found:?}");
}

#[test]
fn paths_stay_within_the_folder() {
    for path in ["../leads.csv", "a/leads.csv", "*.csv", ".hidden", ""] {
        let found = problems(&changed("leads.csv", path));
        assert!(found[0].contains("is not a file name"), "{path}: {found:?}");
    }
}

#[test]
fn links_that_no_story_reads_are_refused() {
    let link =
        "kind = \"person\"\nlinks = [{ to = \"opportunity\", namespace = \"n\", column = \"o\" }]";
    let found = problems(&changed("kind = \"person\"", link));
    assert!(found[0].contains("this subject cannot belong to that one"), "{found:?}");
}

#[test]
fn a_range_is_for_numbers_only() {
    let found = problems(&changed("column = \"source\"", "column = \"source\", range = [0, 1]"));
    assert!(found[0].contains("only a number has a range"), "{found:?}");
    let found = problems(&changed(
        "column = \"source\"",
        "column = \"source\", type = \"number\", range = [1, 0]",
    ));
    assert!(found[0].contains("the least and the most"), "{found:?}");
}

#[test]
fn a_namespace_names_subjects_of_one_kind() {
    let link = "kind = \"person\"\nlinks = [{ to = \"account\", namespace = \"crm.lead\", column = \"o\" }]";
    let found = problems(&changed("kind = \"person\"", link));
    assert!(found[0].contains("`crm.lead` names subjects of two kinds"), "{found:?}");
}
