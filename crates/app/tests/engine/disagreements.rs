//! Beside a CRM: who leads, and where both say different things.

use crate::company::{Company, Says, Told, at, id};
use app::{BothSay, DisagreementsAnswer, Routed};
use charter::LedBy;
use facts::{Instant, Kind};

const SAAS: &str = include_str!("../../../../charters/b2b-saas.toml");
const ROUTE: &str = "[[route]]\nid = \"all\"\nto = \"team:sdr\"\n";
const TEAM: &str = "[team.sdr]\nmembers = [\"ben\"]\n";

fn hour(hour: i64) -> Instant {
    Instant(at("2026-03-02T09:00:00Z").0 + hour * Instant::PER_HOUR)
}

/// Leads 0 to 4 asked for a demo, so that they are marketing qualified.
fn company(settings: &str) -> Company {
    let mut company = Company::new();
    let begun = at("2026-03-01T00:00:00Z");
    company.adopt(&format!("{SAAS}\n{ROUTE}"), begun, begun);
    company.engine.apply_settings(settings, hour(0), "operations", hour(0)).unwrap();
    let demo = |lead| Told::new(lead, 100 + lead, hour(0), Kind::Touch, "form.demo_request");
    company.record(&[0, 1, 2, 3, 4].map(demo), hour(0));
    company.engine.wake(hour(1)).unwrap();
    company
}

fn reports(lead: u64, key: u64, when: i64, name: &'static str, word: &'static str) -> Told {
    Told::new(lead, key, hour(when), Kind::Trait, name).saying(Says::Word(word))
}

fn leads(said: &[BothSay]) -> Vec<(u64, &str, &str, Instant)> {
    let found = (0..5).flat_map(|lead| {
        said.iter().filter(move |it| it.lead == id(lead)).map(move |it| (lead, it))
    });
    found.map(|(lead, it)| (lead, it.tandem.as_str(), it.crm.as_str(), it.reported_at)).collect()
}

fn disagreements(company: &mut Company, now: i64) -> DisagreementsAnswer {
    company.engine.settle(hour(now)).unwrap();
    company.engine.disagreements(hour(now)).unwrap()
}

#[test]
fn what_the_crm_says_of_a_stage_is_compared_by_what_settings_say_and_else_by_its_name() {
    let crm = "[crm]\nstage = \"watch\"\nstages = { mql = [\"Open - Not Contacted\"], sal = [\"Working\"] }\n";
    let mut company = company(&format!("{TEAM}{crm}"));
    let told = [
        reports(0, 1, 0, "lead.crm_stage", "open - not contacted"),
        // It said so twice, and something else before.
        reports(1, 2, 0, "lead.crm_stage", "MQL"),
        reports(1, 3, 1, "lead.crm_stage", "Working"),
        reports(1, 4, 2, "lead.crm_stage", "Working"),
        reports(2, 5, 0, "lead.crm_status", "mql"),
        reports(3, 6, 0, "lead.crm_stage", "Parked"),
        // Of the future nothing is known yet.
        reports(4, 7, 9, "lead.crm_stage", "Working"),
    ];
    company.record(&told, hour(2));
    let answer = disagreements(&mut company, 3);
    let stage = &answer.stage;
    assert_eq!((stage.led_by, stage.compared()), (LedBy::Watch, 4));
    assert_eq!(leads(&stage.disagree), [(1, "mql", "Working", hour(1))]);
    assert_eq!(leads(&stage.agree).iter().map(|it| it.0).collect::<Vec<_>>(), [0, 2]);
    assert_eq!(stage.unexplained_words(), [("Parked", 1)]);
    assert_eq!(answer.assignee.compared(), 0);
    // Sales accepts it, and both agree.
    let verdict = Told::new(1, 8, hour(3), Kind::Verdict, "accepted");
    company.record(&[verdict], hour(4));
    assert_eq!(disagreements(&mut company, 4).stage.disagree, []);
}

#[test]
fn the_router_gives_leads_only_where_tandem_leads_for_assignees() {
    for (crm, given) in [("tandem", 5), ("crm", 0), ("watch", 0)] {
        let settings = format!("{TEAM}[crm]\nassignee = \"{crm}\"\n");
        let mut company = company(&settings);
        let routed = company.engine.route_waiting(hour(1)).unwrap();
        assert_eq!(routed, Routed { given, ..Routed::default() }, "{crm}");
        let owner = |lead, word| reports(lead, 1 + lead, 1, "lead.crm_owner", word);
        company.record(&[owner(0, "ben"), owner(1, "ana")], hour(1));
        let assignee = disagreements(&mut company, 2).assignee;
        let who = if given == 5 { "ben" } else { "" };
        let agreed = leads(&assignee.agree);
        let disagreed = leads(&assignee.disagree);
        let (zero, one) = ((0, who, "ben", hour(1)), (1, who, "ana", hour(1)));
        match given {
            5 => assert_eq!((agreed, disagreed), (vec![zero], vec![one])),
            _ => assert_eq!((agreed, disagreed), (vec![], vec![zero, one]), "{crm}"),
        }
    }
}
