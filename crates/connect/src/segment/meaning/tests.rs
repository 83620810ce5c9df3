use super::*;
use crate::segment::{Call, Delivery, read};

fn meaning(body: &str, call: Call) -> Meaning {
    let received_at = Instant::parse("2026-03-01T12:00:00Z").unwrap();
    let delivery = Delivery { received_at, number: 1 };
    let reading = read(body.as_bytes(), call, &delivery).unwrap();
    assert_eq!(reading.refusals, []);
    Meaning::of(&reading.messages[0], &EventMapping::default())
}

fn said(facts: &[FactIntake]) -> Vec<String> {
    let word = |fact: &FactIntake| {
        let value = match &fact.value {
            RawValue::Nothing => String::new(),
            RawValue::Number(number) => format!("={number}"),
            RawValue::Text(text) => format!("={text}"),
            RawValue::Flag(flag) => format!("={flag}"),
        };
        format!("{} {}{value}", fact.kind.word(), fact.name)
    };
    facts.iter().map(word).collect()
}

#[test]
fn an_identify_tells_traits_and_keeps_what_says_who_it_is_apart() {
    let body = r#"{"anonymousId":"a","userId":"u","traits":{"email":"Ann.Lee@Example.com",
        "firstName":"Ann","lastName":"Lee","phone":"+1 555 0100","title":"VP Finance",
        "company":{"name":"Example Ltd","employee_count":20},"plan":"gold",
        "address":{"country":"DE","city":"Bonn"}}}"#;
    let meaning = meaning(body, Call::Identify);
    let wanted =
        ["trait lead.email_class=business", "trait lead.title=VP Finance", "trait lead.country=DE"];
    let mut facts = said(&meaning.facts);
    facts.sort();
    let mut wanted = wanted.map(str::to_owned);
    wanted.sort();
    assert_eq!(facts, wanted);
    assert_eq!(meaning.email.as_deref(), Some("ann.lee@example.com"));
    let personal: Vec<_> = meaning.personal.iter().map(|(f, v)| (f.word(), v.as_str())).collect();
    for expected in
        [("name", "Ann Lee"), ("email", "Ann.Lee@Example.com"), ("company", "Example Ltd")]
    {
        assert!(personal.contains(&expected), "{personal:?}");
    }
    assert!(meaning.says_who);
    let keys: std::collections::BTreeSet<_> = meaning.facts.iter().map(|fact| fact.key).collect();
    assert_eq!(keys.len(), 3, "each fact of a message has a key of its own");
}

#[test]
fn a_post_of_a_company_identifies_nobody() {
    let meaning =
        meaning(r#"{"anonymousId":"a","traits":{"email":"info@example.com"}}"#, Call::Identify);
    assert_eq!(meaning.email, None);
    assert_eq!(said(&meaning.facts), ["trait lead.email_class=role"]);
}

#[test]
fn no_trait_holds_what_says_who_somebody_is() {
    let body = r#"{"userId":"u","traits":{"title":"Head ann@example.com","email":"none"}}"#;
    let meaning = meaning(body, Call::Identify);
    assert_eq!(said(&meaning.facts), ["trait lead.email_class=invalid"]);
    let mut paths: Vec<_> = meaning.left_out.iter().map(|it| it.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["traits.email", "traits.title"]);
}

#[test]
fn events_and_pages_are_touches_that_name_their_campaign() {
    let track = |event: &str| {
        let body = format!(
            r#"{{"userId":"u","event":"{event}","context":{{"campaign":{{"name":"Spring"}}}}}}"#
        );
        said(&meaning(&body, Call::Track).facts)
    };
    assert_eq!(track("Demo Requested"), ["touch form.demo_request=Spring"]);
    assert_eq!(track("Plan Compared"), ["touch event.plan_compared=Spring"]);
    assert_eq!(track("Unsubscribed"), ["trait lead.opted_out=true"]);
    let page = meaning(r#"{"userId":"u","properties":{"path":"/pricing"}}"#, Call::Page);
    assert_eq!(said(&page.facts), ["touch page.pricing"]);
    let page = meaning(r#"{"userId":"u","name":"Home"}"#, Call::Page);
    assert_eq!(said(&page.facts), ["touch page.viewed"]);
    let screen = meaning(r#"{"userId":"u","name":"Home"}"#, Call::Screen);
    assert_eq!(said(&screen.facts), ["touch screen.viewed"]);
}

#[test]
fn a_group_is_an_account_with_traits_of_its_own() {
    let body = r#"{"userId":"u","groupId":"g","traits":{"name":"Example Ltd","industry":"Finance",
        "employees":"120","website":"https://www.example.com/about"}}"#;
    let account = meaning(body, Call::Group).account.unwrap();
    assert_eq!(account.domain.as_deref(), Some("example.com"));
    let mut facts = said(&account.facts);
    facts.sort();
    assert_eq!(facts, ["trait account.employees=120", "trait account.industry=Finance"]);
    let free = r#"{"userId":"u","groupId":"g","traits":{"website":"gmail.com"}}"#;
    assert_eq!(meaning(free, Call::Group).account.unwrap().domain, None);
}

#[test]
fn what_a_program_does_is_recorded_as_its_doing_and_its_claims_are_not_taken() {
    let agent = r#""context":{"userAgent":"Mozilla/5.0 (compatible; BarracudaCentral)"}"#;
    let click = format!(r#"{{"userId":"u","event":"Email Link Clicked",{agent}}}"#);
    let click = meaning(&click, Call::Track);
    assert_eq!(said(&click.facts), ["touch email.clicked"]);
    assert_eq!(click.facts[0].origin, Origin::Automatic);
    assert_eq!(click.facts[0].actor.as_deref(), Some("Barracuda"));
    let claim = format!(
        r#"{{"anonymousId":"a","userId":"u","traits":{{"email":"ann@example.com"}},{agent}}}"#
    );
    let claim = meaning(&claim, Call::Identify);
    assert!(claim.facts.is_empty() && claim.personal.is_empty() && claim.email.is_none());
    assert!(!claim.says_who);
    assert_eq!(claim.left_out[0].path, "context.userAgent");
}
