//! Whatever the story: the facts are sound.

use crate::handovers::{by_a_stand_in, by_the_charter, fold_all, now};
use facts::{Instant, Kind, Origin, Schema, Seconds, Vocabulary};
use lifecycle::What;
use simulate::{
    Company, Outcomes, Part, SimulateError, Simulated, declare, simulate, simulate_part,
};
use std::collections::{BTreeMap, HashMap, HashSet};

fn few(seed: u64) -> Simulated {
    by_a_stand_in(seed, &Company::larkfield(), 400).0
}

#[test]
fn a_seed_always_makes_the_same_company_and_another_makes_another() {
    assert_eq!(few(1), few(1));
    assert_ne!(few(1).facts, few(2).facts);
    let subjects = |simulated: &Simulated| {
        simulated.people.iter().map(|person| person.subject).collect::<HashSet<_>>()
    };
    assert!(subjects(&few(1)).is_disjoint(&subjects(&few(2))));
}

#[test]
fn every_address_is_under_an_example_domain_and_nobody_shares_one() {
    let simulated = few(3);
    let is_example = |domain: &str| {
        ["example", "example.com"]
            .iter()
            .any(|end| domain.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')))
    };
    let of_leads = simulated.people.iter().map(|person| person.email.clone());
    let of_reps = simulated.reps.iter().map(simulate::Rep::email);
    let addresses: Vec<_> = of_leads.chain(of_reps).collect();
    assert!(addresses.iter().all(|address| is_example(address.split_once('@').unwrap().1)));
    assert!(simulated.accounts.iter().all(|account| is_example(&account.domain)));
    assert_eq!(addresses.iter().collect::<HashSet<_>>().len(), addresses.len());
}

#[test]
fn facts_stand_in_the_order_in_which_they_became_known_and_before_now() {
    let simulated = few(4);
    let from = now().plus(Seconds(-Company::larkfield().history.0));
    let all: Vec<_> = simulated.facts.iter().chain(&simulated.upcoming).collect();
    for (told, position) in all.iter().zip(1..) {
        assert_eq!(told.position.0, position);
        assert!(told.fact.occurred_at <= told.recorded_at);
        assert!(told.fact.occurred_at >= from);
    }
    assert!(all.windows(2).all(|pair| pair[0].recorded_at <= pair[1].recorded_at));
    assert!(simulated.facts.iter().all(|told| told.recorded_at <= now()));
    assert!(simulated.upcoming.iter().all(|told| told.recorded_at > now()));
    let keys: HashSet<_> = all.iter().map(|told| (told.fact.subject, told.fact.key)).collect();
    assert_eq!(keys.len(), all.len());
}

#[test]
fn every_subject_has_facts_and_every_fact_a_subject() {
    let Simulated { people, accounts, opportunities, facts, upcoming, .. } = few(5);
    let about = |facts: &[facts::Recorded]| {
        facts.iter().map(|told| told.fact.subject).collect::<HashSet<_>>()
    };
    let known = about(&facts);
    let expected = people
        .iter()
        .map(|person| person.subject)
        .chain(accounts.iter().map(|account| account.subject))
        .chain(
            opportunities
                .iter()
                .filter(|deal| deal.opened_at.plus(Seconds::HOUR) < now())
                .map(|deal| deal.subject),
        );
    let expected: HashSet<_> = expected.collect();
    assert!(expected.is_subset(&known));
    let named: HashSet<_> =
        expected.into_iter().chain(opportunities.iter().map(|d| d.subject)).collect();
    assert!(known.union(&about(&upcoming)).all(|subject| named.contains(subject)));
}

#[test]
fn names_and_reasons_are_those_of_the_schema_and_the_charter() {
    let (simulated, vocabulary) = by_the_charter(6, &Company::larkfield(), 600);
    let schema = Schema::default();
    let charter = crate::handovers::charter();
    for told in &simulated.facts {
        let (kind, name) = vocabulary.name(told.fact.code).unwrap();
        let known = match kind {
            Kind::Touch => schema.touches.iter().any(|touch| touch == name),
            Kind::Activity => schema.activities.iter().any(|activity| activity == name),
            Kind::Trait | Kind::Opportunity => schema.traits.contains_key(name),
            Kind::Verdict => {
                let terms = charter.verdicts.iter().find(|terms| terms.verdict.word() == name);
                let reason = match told.fact.value {
                    facts::Value::Text(symbol) => vocabulary.word(symbol),
                    _ => "",
                };
                let reasons = &terms.unwrap().reasons;
                (reason.is_empty() && name == "accepted")
                    || reasons.iter().any(|(r, _)| r == reason)
            }
            Kind::Link | Kind::Assignment => true,
            Kind::Reopening | Kind::Retraction | Kind::Erasure => false,
        };
        assert!(known, "{kind:?} {name}");
    }
}

#[test]
fn people_call_in_the_office_hours_of_their_territory() {
    let simulated = few(7);
    let calendars: HashMap<_, _> = simulate::Territory::ALL
        .into_iter()
        .map(|territory| (territory, crate::measure::office(territory)))
        .collect();
    for pass in &simulated.truth.passes {
        let Some(at) = pass.first_call_at else { continue };
        // The last instant of a day's hours counts as work done within them.
        assert!(calendars[&pass.territory].is_open(Instant(at.0 - 1)), "{at}");
        assert!(at > pass.handed_over_at);
    }
    let of = |origin| simulated.facts.iter().filter(|told| told.fact.origin == origin).count();
    assert!(of(Origin::HandLogged) > 0 && of(Origin::Human) > 0);
    let late = simulated
        .facts
        .iter()
        .filter(|told| told.recorded_at.micros_since(told.fact.occurred_at) > Instant::PER_HOUR);
    assert!(late.count() > 10);
}

/// What sales reacted to is what the charter decides over the finished stories: the same instants,
/// but for leads on which sales reacts no more.
#[test]
fn the_charter_hands_over_when_sales_reacted() {
    let company = Company::larkfield();
    let (simulated, vocabulary) = by_the_charter(8, &company, 1_000);
    let mut reacted: BTreeMap<_, Vec<Instant>> = BTreeMap::new();
    for pass in &simulated.truth.passes {
        reacted.entry(pass.lead).or_default().push(pass.handed_over_at);
    }
    let mut more = 0;
    let mut sold = 0;
    for (lead, decided, rest) in fold_all(&simulated, vocabulary) {
        let wanted: Vec<_> =
            decided.iter().filter(|d| d.what == What::HandoffWanted).map(|d| d.at).collect();
        let reacted = reacted.get(&lead).map_or(&[][..], Vec::as_slice);
        assert!(wanted.starts_with(reacted), "{lead} {wanted:?} {reacted:?}");
        more += usize::from(wanted.len() > reacted.len());
        let passes = simulated.truth.passes.iter().filter(|pass| pass.lead == lead);
        if passes.filter_map(simulate::PassTruth::sale).any(|sale| sale.at <= now()) {
            sold += 1;
            assert_eq!(rest.stage, Some(6), "{lead} bought and is no customer");
        }
    }
    assert!(more <= 5, "{more}");
    assert!(sold > 5, "{sold}");
}

#[test]
fn what_cannot_be_simulated_is_refused() {
    let mut vocabulary = facts::Vocabulary::default();
    declare(&mut vocabulary).unwrap();
    let company = Company::larkfield();
    let mut refusal = |company: &Company, now, leads| {
        simulate(1, company, now, leads, &mut vocabulary, &mut |_| None).err()
    };
    let (asked, most) = (simulate::LEADS_MAX + 1, simulate::LEADS_MAX);
    let too_many = SimulateError::TooManyLeads { asked, most };
    assert_eq!(refusal(&company, now(), asked), Some(too_many));
    assert_eq!(refusal(&company, Instant::EARLIEST, 1), Some(SimulateError::Period));
    assert_eq!(refusal(&company, Instant::NEVER, 1), Some(SimulateError::Period));
    let momentary = Company { history: Seconds(0), ..company.clone() };
    assert_eq!(refusal(&momentary, now(), 1), Some(SimulateError::Period));
    let nobody = Company { sources: Vec::new(), outcomes: Outcomes::Independent, ..company };
    assert_eq!(refusal(&nobody, now(), 10), None);
}

/// Parts of a company that is too large for memory have nobody in common.
#[test]
fn parts_of_a_company_differ_in_every_name_and_the_first_is_the_company() {
    let company = Company::larkfield();
    let part = |first, leads| {
        let mut vocabulary = Vocabulary::default();
        let part = Part { first, leads };
        let never = &mut |_: &timeline::Story<'_>| None;
        simulate_part(1, &company, now(), part, &mut vocabulary, never).unwrap()
    };
    let (first, second) = (part(0, 200), part(200, 200));
    let mut vocabulary = Vocabulary::default();
    let whole = simulate(1, &company, now(), 200, &mut vocabulary, &mut |_| None).unwrap();
    assert_eq!(first, whole);
    let mut taken = HashSet::new();
    for simulated in [&first, &second] {
        assert_eq!(simulated.people.len(), 200);
        for person in &simulated.people {
            assert!(taken.insert(person.email.clone()), "{person:?}");
            assert!(taken.insert(person.subject.to_string()), "{person:?}");
        }
        for account in &simulated.accounts {
            assert!(taken.insert(account.domain.clone()), "{account:?}");
            assert!(taken.insert(account.subject.to_string()), "{account:?}");
        }
    }
}
