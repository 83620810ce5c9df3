//! Routes in words.

use super::join::list;
use super::promise::role_words;
use super::rule::rule_in_words;
use super::targets::quoted;
use crate::model::Charter;
use crate::rule::Rule;
use crate::terms::{Route, RouteTo, Sharing};

/// `A lead handed over to the SDR goes to the team “sdr”, in turn, when …`
pub(super) fn route(route: &Route, charter: &Charter) -> String {
    let mut first: Vec<bool> = vec![true; charter.handoffs.len()];
    for above in charter.routes.iter().take_while(|other| other.id != route.id) {
        for &handoff in &above.handoffs {
            first[handoff] = false;
        }
    }
    let mut roles: Vec<_> =
        route.handoffs.iter().map(|&index| role_words(&charter.handoffs[index].to)).collect();
    roles.dedup();
    let others =
        if route.handoffs.iter().any(|&index| !first[index]) { "Any other lead" } else { "A lead" };
    let when = match &route.when {
        Rule::Always(true) => String::new(),
        rule => format!(", when {},", rule_in_words(rule, charter)),
    };
    let to = match &route.to {
        RouteTo::Queue(_) => "waits until somebody takes it".to_owned(),
        RouteTo::Person(person) => format!("is given to {}", quoted(person)),
        RouteTo::Team(team) => {
            let team = quoted(team);
            match route.sharing {
                Sharing::RoundRobin => format!("is given to the people of team {team} in turn"),
                Sharing::Weighted => {
                    format!("is given to the people of team {team} in turn, by their weights")
                }
                Sharing::ByLoad => {
                    format!("is given to whoever of team {team} has the fewest open leads")
                }
                Sharing::AccountAssignee => format!(
                    "is given to whoever of team {team} works another lead of its account, or else \
                     to whoever has the fewest open leads"
                ),
            }
        }
    };
    format!("{others} that is handed over to {}{when} {to}.", list(roles, "or"))
}
