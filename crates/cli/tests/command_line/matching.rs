//! `tandem match`, `tandem link`, `tandem unlink`.

use crate::tandem::{CHARTER, Tandem};

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"
match_accounts = false

[[file]]
path = "accounts.csv"
as_of = "2026-03-01"

[[file.subject]]
kind = "account"
id = { namespace = "crm.account", column = "id" }
personal = { name = "name", website = "web" }
traits = { "account.industry" = { column = "industry" } }

[[file]]
path = "leads.csv"
times = { seen = "%Y-%m-%d" }
dated = "seen"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
personal = { name = "name", email = "mail", company = "company" }

[[file.subject.fact]]
kind = "touch"
name = "page.pricing"
"#;

const ACCOUNTS: &str = "id,name,web,industry\n\
    A1,\"Acme, Inc.\",www.acme.example,software\n\
    A2,Birch GmbH,birch.example,finance\n";
const LEADS: &str = "id,name,mail,company,seen\n\
    1,Ann Arbor,ann@acme.example,,2026-03-02\n\
    2,Bo Birch,bo@gmail.com,Birch,2026-03-02\n\
    3,Cy Cedar,cy@acme.example,Cedar,2026-03-02\n\
    4,Di Dorn,di@dorn.example,,2026-03-02\n";

fn tandem(mapping: &str) -> Tandem {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    tandem.write("mapping.toml", mapping);
    tandem.write("exports/accounts.csv", ACCOUNTS);
    tandem.write("exports/leads.csv", LEADS);
    let adopted = tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-03-01"]);
    assert_eq!(adopted.code, 0, "{adopted:?}");
    tandem
}

fn import(tandem: &Tandem) -> crate::tandem::Said {
    let said = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(said.code, 0, "{said:?}");
    said
}

fn industry(tandem: &Tandem, lead: &str) -> Option<String> {
    let known = tandem.json(&["why", lead])["traits"].clone();
    let known = known.as_array().unwrap().iter().find(|it| it["name"] == "account.industry");
    known.map(|known| known["value"].as_str().unwrap().to_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn leads_without_an_account_are_listed_with_the_reason_and_linked_when_asked() {
    let tandem = tandem(MAPPING);
    import(&tandem);
    let listed = tandem.run(&["match"]);
    assert_eq!(listed.code, 0, "{listed:?}");
    let said = one_line(&listed.out);
    for part in [
        "4 leads whose companies are known belong to no account: 2 certainly belong to one; --link \
         links them; 1 needs a look.",
        "Certain: Ann Arbor (",
        "): same mail domain",
        "): same company name",
        "Perhaps: Cy Cedar (",
        "), but the company has another name",
        "1 lead at 1 company that is no account: dorn.example 1",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(industry(&tandem, "crm.lead:1"), None, "nothing was linked by listing");
    let document = tandem.json(&["match", "--link"]);
    assert_eq!((&document["linked"], &document["certain_total"]), (&2.into(), &2.into()));
    assert_eq!(document["review"][0]["accounts"][0]["reason"], "same mail domain");
    assert_eq!(industry(&tandem, "crm.lead:1").as_deref(), Some("software"));
    assert_eq!(industry(&tandem, "crm.lead:2").as_deref(), Some("finance"));
    let why = one_line(&tandem.run(&["why", "crm.lead:1"]).out);
    assert!(why.contains("matched to a company (tandem match: same mail domain)"), "{why}");
    assert!(tandem.run(&["match"]).out.contains("none of them certainly belongs"));
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}

#[test]
fn a_link_is_taken_back_and_set_by_hand() {
    let tandem = tandem(MAPPING);
    import(&tandem);
    let before = tandem.json(&["why", "crm.lead:3"])["state"].clone();
    let linked = tandem.run(&["link", "crm.lead:3", "Acme"]);
    assert_eq!(linked.code, 0, "{linked:?}");
    let said = one_line(&linked.out);
    assert!(said.contains("Cy Cedar, Acme, Inc. (") && said.contains("from now on"), "{said}");
    assert_eq!(industry(&tandem, "crm.lead:3").as_deref(), Some("software"));
    let again = tandem.run(&["--json", "link", "crm.lead:3", "crm.account:A1"]);
    assert!(again.code == 1 && again.err.contains("already_linked"), "{again:?}");
    let taken = tandem.run(&["unlink", "crm.lead:3"]);
    assert_eq!(taken.code, 0, "{taken:?}");
    assert!(taken.out.starts_with("Cy Cedar ("), "no company any more: {}", taken.out);
    assert_eq!(industry(&tandem, "crm.lead:3"), None);
    assert_eq!(tandem.json(&["why", "crm.lead:3"])["state"], before);
    let nothing = tandem.run(&["--json", "unlink", "crm.lead:3"]);
    assert!(nothing.code == 1 && nothing.err.contains("not_linked"), "{nothing:?}");
    let found = tandem.json(&["match"]);
    assert_eq!(found["review_total"], 0, "whoever was ever linked is left alone");
}

#[test]
fn an_import_says_whom_it_linked_and_why() {
    let tandem = tandem(&MAPPING.replace("match_accounts = false\n", ""));
    let said = one_line(&import(&tandem).out);
    for part in [
        "2 leads were linked to 2 accounts that nobody had linked them to",
        "1 by same mail domain, 1 by same company name",
        "1 to A1 (same mail domain)",
        "1 lead may belong to an account, and nobody linked them",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let why = one_line(&tandem.run(&["why", "crm.lead:1"]).out);
    assert!(why.contains("matched to a company (import: same mail domain)"), "{why}");
    let again = tandem.json(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!((&again["facts_new"], &again["leads_linked"]), (&0.into(), &0.into()));
}
