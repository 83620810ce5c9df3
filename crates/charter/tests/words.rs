//! Plain English for rules and for the clauses of the ready charter.

use charter::{Charter, chapters, clause_in_words, read_rule, rule_in_words, settings_in_words};

fn b2b_saas() -> Charter {
    charter::read(include_str!("../../../charters/b2b-saas.toml"))
        .unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn rules_read_like_sentences_about_a_lead() {
    let charter = b2b_saas();
    for (text, words) in [
        (
            "fit >= 40 && engagement >= 35 || happened('form.demo_request')",
            "its fit is at least 40 and its engagement at least 35, or it asked for a demo",
        ),
        (
            "account.employees >= 50 && account.employees < 2000 && lead.seniority in ['vp', 'c_level']",
            "its company has 50 to fewer than 2000 employees and its seniority is VP or C-level",
        ),
        (
            "(account.is_target || account.revenue > 1000000) && !happened('call.*', '7d')",
            "nobody tried to call it in the last 7 days, and either its company is a target account \
             or its company's revenue is more than 1,000,000",
        ),
        ("temperature == 'hot'", "it is hot (engagement at least 60)"),
        ("temperature == 'warm'", "it is warm (engagement 25 to less than 60)"),
        ("temperature == 'cold'", "it is cold (engagement less than 25)"),
        ("grade == 'A1'", "its grade is A1"),
        ("grade in ['A1', 'B1', 'A2']", "its grade is A1, B1 or A2"),
        (
            "grade in ['A1', 'B1'] && !lead.opted_out",
            "its grade is A1 or B1 and it did not opt out",
        ),
        ("grade != 'D4'", "its fit is at least 20 or its engagement is at least 15"),
        ("engagement < 30", "its engagement is less than 30"),
        (
            "count('email.clicked', '7d') >= 3",
            "it clicked a link in a mail at least 3 times in the last 7 days",
        ),
        ("count('page.pricing') == 2", "it looked at the prices exactly twice"),
        ("count('page.pricing') < 2", "it looked at the prices fewer than twice"),
        ("ever('webinar.attended')", "it came to a webinar at any time"),
        ("!ever('meeting.held')", "no meeting was held at any time"),
        (
            "!(lead.opted_out || verdict == 'rejected')",
            "it did not opt out and sales has given its verdict and did not reject it",
        ),
        ("reason == 'no_budget'", "the reason that sales gave was “no budget”"),
        (
            "stage == 'mql' && in_stage('36h')",
            "it is in Marketing qualified and it has been in its stage for at least 36 hours",
        ),
        ("pass >= 2", "it has come back at least once"),
        ("pass < 3", "the number of its passes is less than 3"),
        ("known('opportunity.need')", "the opportunity's need is known"),
        ("!known('lead.title', '365d')", "its job title was not learned less than 365 days ago"),
        ("true", "in any case"),
    ] {
        let rule = read_rule(text, &charter).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(rule_in_words(&rule, &charter), words, "{text}");
    }
}

#[test]
fn every_clause_of_the_ready_charter_reads_as_one_sentence() {
    let charter = b2b_saas();
    let verdicts = charter.verdicts.iter().flat_map(|terms| {
        let word = terms.verdict.word();
        let reasons =
            terms.reasons.iter().map(move |(reason, _)| format!("verdict.{word}.{reason}"));
        [format!("verdict.{word}")].into_iter().chain(reasons)
    });
    let chapters = chapters(&charter);
    let read = chapters.iter().flat_map(|chapter| &chapter.clauses).map(|clause| &clause.id);
    let mut ids: Vec<String> = read.cloned().collect();
    // Of the reasons, only those with a date are read one by one.
    ids.extend(verdicts.filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    let settings: std::collections::BTreeMap<_, _> =
        settings_in_words(&charter).into_iter().collect();
    let read = |id: &String| {
        let words = clause_in_words(&charter, id).or_else(|| settings.get(id).cloned());
        let words = words.unwrap_or_else(|| panic!("no words for {id}"));
        assert!(words.ends_with('.') && !words.contains('_'), "{words}");
        format!("{id}: {words}")
    };
    insta::assert_snapshot!(ids.iter().map(read).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_clause_that_is_not_there_has_no_words() {
    let charter = b2b_saas();
    for id in
        ["", "stage", "stage.x", "fit.0", "fit.11", "engagement.0", "verdict.rejected.x", "x.y"]
    {
        assert_eq!(clause_in_words(&charter, id), None, "{id}");
    }
}

#[test]
fn business_days_and_calendars_are_said_as_people_say_them() {
    let text = include_str!("../../../charters/b2b-saas.toml")
        .replace(
            "[calendar.office]\nhours = { mon-fri = \"09:00-18:00\" }",
            "[calendar.office]\nhours = { mon-fri = \"09:00-18:00\" }\n\
             [calendar.night_desk]\nhours = { mon-sun = \"20:00-24:00\" }\n\
             timezone = \"Asia/Tokyo\"\nkeeps_holidays = false",
        )
        .replace("within = \"4 business hours\"", "within = \"1 business day\"")
        .replace(
            "within = \"16 business hours\"",
            "within = \"2 business days\"\ncalendar = \"night_desk\"",
        );
    let charter = charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let said = |id: &str| clause_in_words(&charter, id).unwrap();
    assert_eq!(
        said("promise.first-touch-hot"),
        "From the moment a lead is in Marketing qualified and it is hot (engagement at least 60), \
         sales contacts it in person by closing time of the next business day; otherwise the \
         person responsible and the head of sales are told."
    );
    assert_eq!(
        said("promise.first-touch"),
        "From the moment a lead enters Marketing qualified, sales contacts it in person by closing \
         time of the 2nd business day after in the hours of “night desk”; otherwise the person \
         responsible and the head of sales are told."
    );
    let settings = settings_in_words(&charter);
    let calendars: Vec<_> = settings
        .iter()
        .filter(|(id, _)| id.starts_with("calendar"))
        .map(|(_, says)| says)
        .collect();
    assert_eq!(
        calendars,
        [
            "By the hours of “office”, business is open Monday to Friday from 09:00 to 18:00, in \
             the time of Europe/Berlin.",
            "By the hours of “night desk”, business is open Monday to Sunday from 20:00 to 24:00, \
             in the time of Asia/Tokyo, on holidays too.",
        ]
    );
}

#[test]
fn what_follows_a_breach_is_said_in_order() {
    let text = include_str!("../../../charters/b2b-saas.toml").replacen(
        "on_breach = [\"tell assignee\", \"tell sales_head\"]",
        "on_breach = [\"tell assignee\", \"after 2 business hours: tell sales_head\", \
         \"after 1 business day: reassign\", \"after 3 days: return\"]",
        1,
    );
    let charter = charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let said = |id: &str| clause_in_words(&charter, id);
    let promise = said("promise.first-touch-hot").unwrap();
    assert!(
        promise.ends_with(
            "; otherwise the person responsible is told; if nobody answers, the head of sales is \
             told after 2 business hours more, it is taken back to be assigned to somebody else by \
             closing time of the next business day and it returns to Nurture after 3 days more."
        ),
        "{promise}"
    );
    assert_eq!(
        said("promise.first-touch-hot.breach.3").unwrap(),
        "When the promise “first touch hot” is broken and nobody answers, it returns to Nurture \
         after 3 days more."
    );
    for id in [
        "promise.first-touch-hot.breach.0",
        "promise.first-touch-hot.breach.4",
        "promise.x.breach.1",
    ] {
        assert_eq!(said(id), None, "{id}");
    }
}

#[test]
fn what_is_agreed_about_accounts_speaks_of_accounts() {
    let text = include_str!("../../../charters/b2b-saas.toml").to_owned()
        + r#"
[account]
[[account.stage]]
id = "aware"
name = "Aware"
side = "marketing"
[[account.stage]]
id = "engaged"
name = "Engaged account"
side = "sales"
enter = "account.industry == 'software' && engagement >= 50"
[[account.promise]]
id = "aware-rests"
by = "marketing"
from = "stage:aware"
until = "stage:engaged"
within = "90 days"
[[account.promise]]
id = "plan"
by = "sales"
from = "stage:engaged"
until = "leaves"
within = "5 business days"
"#;
    let charter = charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let said = |id: &str| clause_in_words(&charter, id).unwrap_or_else(|| panic!("{id}"));
    assert_eq!(said("account.stage.aware"), "An account begins in Aware.");
    assert_eq!(
        said("account.stage.engaged"),
        "An account enters Engaged account when its industry is software and its engagement is at \
         least 50."
    );
    assert_eq!(
        said("account.promise.plan"),
        "From the moment an account enters Engaged account, sales moves it on by closing time of \
         the 5th business day after; otherwise the head of sales is told."
    );
    let fit: Vec<_> =
        charter.account.as_ref().unwrap().fit.iter().map(|it| it.id.clone()).collect();
    assert_eq!(
        fit,
        ["fit.1", "fit.2", "fit.3", "fit.4", "fit.8"],
        "what speaks of the account alone"
    );
}
