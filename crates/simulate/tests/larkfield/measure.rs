//! The story's figures, counted from facts alone.

use facts::{Fact, Instant, Kind, SubjectId, Value, Vocabulary};
use simulate::{RepRole, Simulated, Territory};
use std::collections::{BTreeMap, HashMap};
use worktime::{Calendar, WeeklyHours};

/// What facts say of one lead.
#[derive(Default, Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) source: String,
    pub(crate) seniority: String,
    pub(crate) territory: String,
    pub(crate) assigned: Vec<Instant>,
    pub(crate) calls: Vec<Instant>,
    pub(crate) verdicts: Vec<(Instant, String, String)>,
    /// Opportunities whose sales person is assigned.
    pub(crate) deals: usize,
    pub(crate) won: Option<(Instant, f64)>,
}

/// Everything about leads that the facts say.
pub(crate) fn seen(simulated: &Simulated, vocabulary: &Vocabulary) -> BTreeMap<SubjectId, Seen> {
    let mut leads: BTreeMap<SubjectId, Seen> =
        simulated.people.iter().map(|person| (person.subject, Seen::default())).collect();
    let owners: HashMap<SubjectId, SubjectId> =
        simulated.opportunities.iter().map(|deal| (deal.subject, deal.lead)).collect();
    let mut territories: HashMap<SubjectId, String> = HashMap::new();
    let mut amounts: HashMap<SubjectId, f64> = HashMap::new();
    let closes = simulated.reps.iter().filter(|rep| rep.role == RepRole::Closes);
    let closers: Vec<&str> = closes.map(|rep| rep.handle).collect();
    let mut facts: Vec<Fact> = simulated.facts.iter().map(|told| told.fact).collect();
    facts.sort_by_key(|fact| (fact.occurred_at, fact.key));
    for fact in &facts {
        let (kind, name) = vocabulary.name(fact.code).unwrap();
        let word = match fact.value {
            Value::Text(symbol) => vocabulary.word(symbol),
            _ => "",
        };
        if name == "account.territory" {
            territories.insert(fact.subject, word.to_owned());
        }
        if let Value::Number(amount) = fact.value {
            amounts.insert(fact.subject, amount);
        }
        if let Some(owner) = owners.get(&fact.subject)
            && (name, word) == ("opportunity.stage", "won")
        {
            let amount = amounts[&fact.subject];
            leads.get_mut(owner).unwrap().won = Some((fact.occurred_at, amount));
        }
        let Some(lead) = leads.get_mut(&fact.subject) else { continue };
        match (kind, name) {
            (Kind::Trait, "lead.source") => word.clone_into(&mut lead.source),
            (Kind::Trait, "lead.seniority") => word.clone_into(&mut lead.seniority),
            (Kind::Assignment, _) => {
                lead.assigned.push(fact.occurred_at);
                lead.deals += usize::from(closers.contains(&word));
            }
            (Kind::Activity, "call.attempt" | "call.connected") => {
                lead.calls.push(fact.occurred_at);
            }
            (Kind::Verdict, _) => {
                lead.verdicts.push((fact.occurred_at, name.to_owned(), word.to_owned()));
            }
            _ => {}
        }
    }
    for person in &simulated.people {
        let territory = person.account.and_then(|account| territories.get(&account));
        leads.get_mut(&person.subject).unwrap().territory = territory.cloned().unwrap_or_default();
    }
    leads
}

/// The middle of a list; NaN of an empty one.
pub(crate) fn median(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    if list.is_empty() { f64::NAN } else { list[list.len() / 2] }
}

/// When a territory's office is open.
pub(crate) fn office(territory: Territory) -> Calendar {
    let hours = WeeklyHours::parse_day_range("mon-fri", "09:00-18:00").unwrap();
    Calendar::new(territory.zone(), &hours, &[]).unwrap()
}
