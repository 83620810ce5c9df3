//! What a clause means, apart from how it is put.

use crate::language::names_of_facts;
use crate::model::{Charter, PromiseEnd};
use crate::rule::Rule;
use facts::Selector;

/// The charter with ids in place of the names that people chose, and with rules and lists in a
/// form that is alike for all orders in which they may be written.
pub(super) fn plain(charter: &Charter) -> Charter {
    let mut plain = charter.clone();
    plain.stages.iter_mut().for_each(|stage| stage.name.clone_from(&stage.id));
    plain.pipelines.iter_mut().for_each(|pipeline| pipeline.name.clone_from(&pipeline.id));
    plain.units.iter_mut().for_each(|unit| unit.name.clone_from(&unit.id));
    plain.personas.iter_mut().for_each(|persona| persona.reading.clear());
    plain.account = plain.account.map(|account| Box::new(self::plain(&account)));
    plain.pass.opens_on.sort();
    for promise in &mut plain.promises {
        promise.tell.sort();
        if let PromiseEnd::Facts(facts) = &mut promise.until {
            facts.sort();
        }
    }
    let fit = plain.fit.iter_mut().map(|clause| &mut clause.when);
    let stages = plain.stages.iter_mut().filter_map(|stage| stage.enter.as_mut());
    let promises = plain.promises.iter_mut().map(|promise| &mut promise.when);
    let personas = plain.personas.iter_mut().map(|persona| &mut persona.when);
    let units = plain.units.iter_mut().map(|unit| &mut unit.when);
    let routes = plain.routes.iter_mut().map(|route| &mut route.when);
    let motions = plain.motions.iter_mut().map(|motion| &mut motion.when);
    for rule in
        routes.chain(motions).chain(fit).chain(stages).chain(promises).chain(personas).chain(units)
    {
        *rule = simple(rule, true);
    }
    plain
}

/// What words could leave open about a clause, to the letter: rules, names of facts, numbers. For
/// points, the first line says for what they are given, and the second how many.
pub(super) fn precise(charter: &Charter, id: &str) -> String {
    let (kind, rest) = id.split_once('.').unwrap_or((id, ""));
    match kind {
        "fit" => find(
            charter.fit.iter(),
            |clause| clause.id == id,
            |clause| format!("{}\n{}", canonical(&clause.when), clause.points),
        ),
        "engagement" => points(charter, rest),
        "stage" => find(
            charter.stages.iter(),
            |stage| stage.id == rest,
            |stage| {
                format!(
                    "{:?} {:?} {:?}",
                    stage.side,
                    stage.kind,
                    stage.enter.as_ref().map(canonical)
                )
            },
        ),
        "promise" => promise(charter, rest),
        "persona" => find(
            charter.personas.iter(),
            |persona| persona.id == rest,
            |persona| canonical(&persona.when),
        ),
        "account" => charter.account.as_deref().map_or_else(String::new, |it| precise(it, rest)),
        "pipeline" => find(
            charter.pipelines.iter(),
            |pipeline| pipeline.id == rest,
            |pipeline| {
                let opens_on = pipeline.after.as_ref().map(|after| selectors(&after.opens_on));
                opens_on.unwrap_or_default()
            },
        ),
        "motion" => find(
            charter.motions.iter(),
            |motion| motion.id == rest,
            |motion| canonical(&motion.when),
        ),
        "route" => find(
            charter.routes.iter(),
            |route| route.id == rest,
            |route| {
                let handoffs = route.handoffs.iter().map(|&index| &charter.handoffs[index].id);
                format!(
                    "{} {} {:?} {:?}",
                    canonical(&route.when),
                    route.to.written(),
                    route.sharing,
                    handoffs.collect::<Vec<_>>()
                )
            },
        ),
        "pass" => selectors(&charter.pass.opens_on),
        "grade" => format!("{:?}", charter.grade),
        "funnel" | "goal" | "incentive" | "attribution" => numbers(charter, kind, rest),
        "unit" => unit(charter, rest),
        _ => String::new(),
    }
}

/// The rule of a clause as written.
pub(super) fn written<'a>(charter: &'a Charter, id: &str) -> Option<&'a str> {
    let (kind, rest) = id.split_once('.')?;
    match kind {
        "fit" => charter.fit.iter().find(|clause| clause.id == id).map(|it| it.text.as_str()),
        "stage" => charter.stages.iter().find(|it| it.id == rest).map(|it| it.text.as_str()),
        "promise" => {
            charter.promises.iter().find(|it| it.id == rest).map(|it| it.when_text.as_str())
        }
        "persona" => charter.personas.iter().find(|it| it.id == rest).map(|it| it.text.as_str()),
        "account" => written(charter.account.as_deref()?, rest),
        "motion" => charter.motions.iter().find(|it| it.id == rest).map(|it| it.text.as_str()),
        "route" => charter.routes.iter().find(|it| it.id == rest).map(|it| it.text.as_str()),
        "unit" => charter.units.iter().find(|it| it.id == rest).map(|it| it.text.as_str()),
        _ => None,
    }
}

/// A rule in a form that is alike for all ways to write it in another order, with parentheses or
/// twice.
fn canonical(rule: &Rule) -> String {
    format!("{:?}", simple(rule, true))
}

/// The rule or, when not `holds`, its opposite, without `Not` but at questions.
fn simple(rule: &Rule, holds: bool) -> Rule {
    match rule {
        Rule::Always(always) => Rule::Always(*always == holds),
        Rule::Is(atom) if holds => Rule::Is(atom.clone()),
        Rule::Is(atom) => Rule::Not(Box::new(Rule::Is(atom.clone()))),
        Rule::Not(inner) => simple(inner, !holds),
        Rule::All(parts) => joined(parts, holds, holds),
        Rule::Any(parts) => joined(parts, holds, !holds),
    }
}

/// The parts joined by "and" or, when not `all`, by "or"; those joined alike within become parts.
fn joined(parts: &[Rule], holds: bool, all: bool) -> Rule {
    let mut flat: Vec<Rule> = Vec::new();
    for part in parts {
        match (simple(part, holds), all) {
            (Rule::All(inner), true) | (Rule::Any(inner), false) => flat.extend(inner),
            (other, _) => flat.push(other),
        }
    }
    flat.sort_by_cached_key(|part| format!("{part:?}"));
    flat.dedup();
    match (flat.len(), all) {
        (1, _) => flat.remove(0),
        (_, true) => Rule::All(flat),
        (_, false) => Rule::Any(flat),
    }
}

fn find<T>(
    mut all: impl Iterator<Item = T>,
    is_it: impl Fn(&T) -> bool,
    tell: impl Fn(&T) -> String,
) -> String {
    all.find(|item| is_it(item)).map_or_else(String::new, |item| tell(&item))
}

/// Points by fact: the first clause that matches counts, so those before it that match facts of
/// its own are part of what it means.
fn points(charter: &Charter, ordinal: &str) -> String {
    let Some(at) = ordinal.parse::<usize>().ok().and_then(|ordinal| ordinal.checked_sub(1)) else {
        return String::new();
    };
    let Some(clause) = charter.engagement.points.get(at) else { return String::new() };
    let before = charter.engagement.points[..at].iter().map(|earlier| &earlier.selector);
    let both = |other: &Selector| {
        names_of_facts(&charter.schema)
            .any(|name| other.matches(name) && clause.selector.matches(name))
    };
    let mut before: Vec<_> = before.filter(|other| both(other)).map(Selector::as_str).collect();
    before.sort_unstable();
    format!("{}\n{} {:?}\n{before:?}", clause.selector, clause.points, clause.cap)
}

fn promise(charter: &Charter, id: &str) -> String {
    if let Some(promise) = charter.promises.iter().find(|promise| promise.id == id) {
        let facts = match &promise.until {
            PromiseEnd::Facts(facts) => selectors(facts),
            _ => String::new(),
        };
        return format!("{:?} {:?} {facts}", canonical(&promise.when), promise.within);
    }
    find(
        charter.counted.iter(),
        |promise| promise.id == id,
        |promise| format!("{} {:?}", promise.at_least, promise.accepted_share_at_least),
    )
}

fn selectors(selectors: &[Selector]) -> String {
    let mut texts: Vec<_> = selectors.iter().map(Selector::as_str).collect();
    texts.sort_unstable();
    format!("{texts:?}")
}

fn numbers(charter: &Charter, kind: &str, rest: &str) -> String {
    let name = |stage: usize| charter.stages[stage].id.as_str();
    match kind {
        "funnel" => find(
            charter.funnel.iter(),
            |target| rest.split_once('.') == Some((name(target.from), name(target.to))),
            |target| format!("{:?} {:?}", target.rate, target.within),
        ),
        "goal" => {
            find(charter.goals.iter(), |goal| goal.id == rest, |goal| goal.target.to_string())
        }
        "incentive" => format!("{:?}", charter.incentive),
        _ => format!("{:?}", charter.attribution),
    }
}

fn unit(charter: &Charter, rest: &str) -> String {
    let (id, rest) = rest.split_once('.').unwrap_or((rest, ""));
    let Some(unit) = charter.units.iter().find(|unit| unit.id == id) else { return String::new() };
    let (kind, rest) = rest.split_once('.').unwrap_or((rest, ""));
    let own = Charter {
        funnel: unit.funnel.clone(),
        goals: unit.goals.clone(),
        incentive: unit.incentive.clone(),
        ..charter.clone()
    };
    match kind {
        "" => canonical(&unit.when),
        "funnel" | "goal" | "incentive" => numbers(&own, kind, rest),
        _ => String::new(),
    }
}
