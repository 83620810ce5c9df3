//! Targets, goals, attribution, pay and meetings in words.

use super::join::list;
use super::measure::{clock, number, span};
use super::traits_in_words::readable;
use crate::model::{Charter, Side};
use crate::terms::{
    Attribution, AttributionModel, Cadence, CountedPromise, FunnelTarget, Goal, Incentive, Kpi,
    PaidFor, Period,
};

/// `Of the leads that enter MQL, at least 65 % reach SAL within 2 days.`
pub(super) fn funnel(target: &FunnelTarget, charter: &Charter) -> String {
    let [from, to] = [target.from, target.to].map(|stage| &charter.stages[stage].name);
    let within = target.within.map_or_else(String::new, |time| format!(" within {}", span(time)));
    let rate = target.rate;
    format!("Of the leads that enter {from}, at least {rate} reach {to} or further{within}.")
}

/// `Marketing and sales together win opportunities worth at least 900,000 EUR in …`
pub(super) fn goal(goal: &Goal, charter: &Charter) -> String {
    let who = match goal.sides.as_slice() {
        [only] => capital(only.word()),
        _ => "Marketing and sales together".to_owned(),
    };
    let verb = |one: &'static str, both: &'static str| match goal.sides.len() {
        1 => one,
        _ => both,
    };
    let stage = |index: usize| &charter.stages[index].name;
    let currency = &charter.currency;
    let target = number(goal.target);
    let percent = crate::terms::Share::new(goal.target).map(|share| share.to_string());
    let percent = percent.unwrap_or_default();
    let does = match &goal.kpi {
        Kpi::WonAmount => {
            let verb = verb("wins", "win");
            format!("{verb} opportunities worth at least {target} {currency}")
        }
        Kpi::Won => format!("{} at least {}", verb("wins", "win"), opportunities(goal.target)),
        Kpi::PipelineAmount => {
            let verb = verb("opens", "open");
            format!("{verb} opportunities worth at least {target} {currency}")
        }
        Kpi::Entered(index) => {
            format!("{} at least {target} leads to {}", verb("brings", "bring"), stage(*index))
        }
        Kpi::Reached { from, to } => format!(
            "{} at least {percent} of the leads that enter {} to {} or further",
            verb("brings", "bring"),
            stage(*from),
            stage(*to),
        ),
        Kpi::Kept(id) => format!(
            "{} to it that the promise \u{201c}{id}\u{201d} is kept in at least {percent} of the \
             cases",
            verb("sees", "see"),
        ),
    };
    format!("{who} {does} in {}.", period(goal.period))
}

fn opportunities(count: f64) -> String {
    let noun = if count == 1.0 { "opportunity" } else { "opportunities" };
    format!("{} {noun}", number(count))
}

/// `the first quarter of 2027`, `March 2027`, `2027`.
fn period(period: Period) -> String {
    const QUARTERS: [&str; 4] = ["first", "second", "third", "fourth"];
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = |names: &[&'static str], ordinal: i8| {
        usize::try_from(ordinal - 1).ok().and_then(|at| names.get(at).copied()).unwrap_or_default()
    };
    match period {
        Period::Week(monday) => format!("the week of {monday}"),
        Period::Month(year, month) => format!("{} {year}", name(&MONTHS, month)),
        Period::Quarter(year, quarter) => {
            format!("the {} quarter of {year}", name(&QUARTERS, quarter))
        }
        Period::Year(year) => year.to_string(),
    }
}

/// How the worth of a won opportunity is shared.
pub(super) fn attribution(terms: Attribution) -> String {
    let how = match terms.model {
        AttributionModel::First => "goes to the first touch".to_owned(),
        AttributionModel::Last => "goes to the last touch".to_owned(),
        AttributionModel::Linear => "is shared alike among all touches".to_owned(),
        AttributionModel::UShaped => {
            "goes to the first and the last touch, 40 % each, and the rest alike to those between"
                .to_owned()
        }
        AttributionModel::WShaped => "goes to the first touch, the last one before the first \
             hand-off and the last one of all, 30 % each, and the rest alike to those between"
            .to_owned(),
        AttributionModel::TimeDecay { half_life } => format!(
            "is shared among all touches, each counting half as much for every {} before the win",
            span(half_life),
        ),
        AttributionModel::Markov => "is shared among the channels by how many wins would be \
             missed without each, an estimate from all paths (a Markov chain)"
            .to_owned(),
        AttributionModel::Shapley => "is shared among the channels by what each adds on average \
             to the others, an estimate from all paths (Shapley values)"
            .to_owned(),
    };
    let window = span(terms.window);
    format!(
        "The worth of a won opportunity {how}; what came more than {window} before has no part."
    )
}

/// What both sides are paid on.
pub(super) fn incentive(terms: &Incentive, currency: &str) -> String {
    let kpis = terms.kpis.iter().map(|kpi| {
        let (what, id) = match &kpi.kpi {
            PaidFor::Goal(id) => ("goal", id),
            PaidFor::Promise(id) => ("promise", id),
        };
        format!("{} for the {what} \u{201c}{id}\u{201d}", kpi.weight)
    });
    let pool = number(terms.pool);
    let period = terms.period.word();
    let to_sales = crate::terms::Share::new(1.0 - terms.to_marketing.get());
    let to_sales = to_sales.unwrap_or(crate::terms::Share::NONE);
    let below = match terms.threshold.get() {
        threshold if threshold > 0.0 => {
            format!("nothing is paid below {} of what was agreed, and ", terms.threshold)
        }
        _ => String::new(),
    };
    let cap = number(libm::round(terms.cap * 10_000.0) / 100.0);
    format!(
        "Each {period}, both sides share {pool} {currency} when all is reached, {} to marketing \
         and {to_sales} to sales: {}; {below}no more than {cap} % of it is paid.",
        terms.to_marketing,
        list(kpis.collect(), "and"),
    )
}

/// When both sides meet.
pub(super) fn cadence(terms: Cadence) -> Option<String> {
    let weekly = terms
        .weekly
        .map(|meeting| format!("meet each {} at {}", meeting.day.name(), clock(meeting.minute)));
    let review =
        terms.review_charter.map(|cycle| format!("go through this charter each {}", cycle.word()));
    let both: Vec<String> = weekly.into_iter().chain(review).collect();
    (!both.is_empty()).then(|| format!("Both sides {}.", list(both, "and")))
}

/// A promise about a number in a period.
pub(super) fn counted(promise: &CountedPromise, charter: &Charter) -> String {
    let stage = &charter.stages[promise.stage].name;
    let period = promise.per.word();
    let least = number(f64::from(promise.at_least));
    let noun = if promise.at_least == 1 { "lead enters" } else { "leads enter" };
    let by = promise.by.word();
    let quality = promise.accepted_share_at_least.map_or_else(String::new, |share| {
        let owed = match promise.by {
            Side::Marketing => "; a verdict that sales owes too long counts as accepted",
            Side::Sales => "; a verdict that is owed too long counts as accepted",
        };
        format!(", and that sales accepts at least {share} of them{owed}")
    });
    format!("Each {period}, {by} sees to it that at least {least} {noun} {stage}{quality}.")
}

/// A text with its first letter in capitals.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// `the first quarter`: how an id reads.
pub(super) fn quoted(id: &str) -> String {
    format!("\u{201c}{}\u{201d}", readable(id))
}
