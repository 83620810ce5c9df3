//! Clauses by their ids, each in one sentence.

use super::facts_in_words::happened;
use super::join::list;
use super::measure::{points, span};
use super::promise::{breach, promise, role_words};
use super::route as routes;
use super::rule::rule_in_words;
use super::traits_in_words::readable;
use super::{people, targets};
use crate::model::{Charter, Motion, Pipeline, Side, Stage, StageKind, Verdict, VerdictTerms};
use crate::rule::Rule;
use crate::terms::{Attribution, Cadence, ClauseGroup, FunnelTarget, Goal, Incentive, Signers};
use facts::{Kind, Seconds, Selector};

/// One sentence for a clause, or `None` when the charter has no such clause: `stage.<id>`,
/// `promise.<id>`, `promise.<id>.breach.<n>` (from 1), `handoff.<id>`, `verdict.<word>`,
/// `verdict.<word>.<reason>`, `fit.<n>` (from 1), `engagement.<n>` (from 1), `path`, `sides`, `pass`,
/// `pipeline.<id>`, `motion.<id>`,
/// `moves.<stage>`, `account.<clause>`,
/// `persona.<id>`, `route.<id>`, `grade`, `funnel.<from>.<to>`, `goal.<id>`,
/// `attribution`, `incentive`, `cadence`, `signers.<part>`, `unit.<id>`, and in a unit
/// `unit.<id>.funnel.<from>.<to>`, `.goal.<id>`, `.incentive`, `.cadence` and `.signers.<part>`.
#[must_use]
pub fn clause_in_words(charter: &Charter, clause_id: &str) -> Option<String> {
    match clause_id {
        "path" => return Some(path(charter)),
        "sides" => return Some(sides(charter)),
        "pass" => return Some(pass(charter)),
        "grade" => return charter.grade.as_ref().map(people::grade),
        _ => {}
    }
    if let Some(id) = clause_id.strip_prefix("account.") {
        return account_clause_in_words(charter.account.as_deref()?, id);
    }
    let firm = Agreed {
        signers: Some(&charter.signers),
        funnel: &charter.funnel,
        goals: &charter.goals,
        attribution: charter.attribution,
        incentive: charter.incentive.as_ref(),
        cadence: charter.cadence,
    };
    if let Some(words) = firm.in_words(clause_id, charter) {
        return Some(words);
    }
    let (kind, id) = clause_id.split_once('.')?;
    match kind {
        "stage" => charter.stages.iter().find(|stage| stage.id == id).map(|it| stage(it, charter)),
        "pipeline" => {
            charter.pipelines.iter().find(|it| it.id == id).map(|it| pipeline(it, charter))
        }
        "motion" => charter.motions.iter().find(|it| it.id == id).map(|it| motion(it, charter)),
        "moves" => charter.moves_to.get(id).map(|to| moves(id, *to, charter)),
        "promise" if id.contains(".breach.") => breach(clause_id, charter),
        "promise" => promise_of(id, charter),
        "handoff" => charter.handoffs.iter().find(|handoff| handoff.id == id).map(|handoff| {
            let stage = &charter.stages[handoff.at].name;
            let to = role_words(&handoff.to);
            format!("A lead that enters {stage} is handed over to {to}.")
        }),
        "fit" => charter.fit.iter().find(|clause| clause.id == clause_id).map(|clause| {
            let when = rule_in_words(&clause.when, charter);
            let verb = gains(clause.points);
            format!("A lead {verb} {} of fit when {when}.", points(clause.points.abs()))
        }),
        "engagement" => engagement(charter, id.parse().ok()?),
        "verdict" => verdict_clause(id, charter),
        "route" => {
            let route = charter.routes.iter().find(|route| route.id == id);
            route.map(|route| routes::route(route, charter))
        }
        "persona" => {
            let persona = charter.personas.iter().find(|persona| persona.id == id);
            persona.map(|persona| people::persona(persona, charter))
        }
        "unit" => unit(id, charter),
        _ => None,
    }
}

/// What a firm or one of its units agreed on beside the rules.
struct Agreed<'a> {
    signers: Option<&'a Signers>,
    funnel: &'a [FunnelTarget],
    goals: &'a [Goal],
    attribution: Option<Attribution>,
    incentive: Option<&'a Incentive>,
    cadence: Cadence,
}

impl Agreed<'_> {
    fn in_words(&self, clause_id: &str, charter: &Charter) -> Option<String> {
        match clause_id {
            "attribution" => return self.attribution.map(targets::attribution),
            "incentive" => {
                return self.incentive.map(|it| targets::incentive(it, &charter.currency));
            }
            "cadence" => return targets::cadence(self.cadence),
            _ => {}
        }
        let (kind, id) = clause_id.split_once('.')?;
        match kind {
            "funnel" => {
                let name = |stage: usize| charter.stages[stage].id.as_str();
                let (from, to) = id.split_once('.')?;
                let is_it =
                    |target: &&FunnelTarget| (name(target.from), name(target.to)) == (from, to);
                self.funnel.iter().find(is_it).map(|target| targets::funnel(target, charter))
            }
            "goal" => {
                self.goals.iter().find(|goal| goal.id == id).map(|it| targets::goal(it, charter))
            }
            "signers" => {
                let group = ClauseGroup::ALL.into_iter().find(|group| group.word() == id)?;
                self.signers.map(|signers| people::signers(signers, group))
            }
            _ => None,
        }
    }
}

fn promise_of(id: &str, charter: &Charter) -> Option<String> {
    let timed = charter.promises.iter().find(|promise| promise.id == id);
    let counted = || charter.counted.iter().find(|promise| promise.id == id);
    timed
        .map(|it| promise(it, charter))
        .or_else(|| counted().map(|it| targets::counted(it, charter)))
}

/// A unit, or a clause of it: `For the unit Europe: of the leads that …`
fn unit(id: &str, charter: &Charter) -> Option<String> {
    let (id, rest) = id.split_once('.').map_or((id, None), |(id, rest)| (id, Some(rest)));
    let unit = charter.units.iter().find(|unit| unit.id == id)?;
    let Some(rest) = rest else { return Some(people::unit(unit, charter)) };
    let own = |group: &ClauseGroup| unit.signers.by_group.contains_key(group);
    let is_own = ClauseGroup::ALL
        .into_iter()
        .filter(own)
        .any(|group| rest.strip_prefix("signers.").is_some_and(|word| word == group.word()));
    let agreed = Agreed {
        signers: is_own.then_some(&unit.signers),
        funnel: &unit.funnel,
        goals: &unit.goals,
        attribution: None,
        incentive: unit.incentive.as_ref(),
        cadence: unit.cadence,
    };
    let words = agreed.in_words(rest, charter)?;
    Some(format!("In the unit {}: {words}", unit.name))
}

fn verdict_clause(id: &str, charter: &Charter) -> Option<String> {
    let (word, reason) = id.split_once('.').map_or((id, None), |(w, r)| (w, Some(r)));
    let terms = charter.verdicts.iter().find(|terms| terms.verdict.word() == word)?;
    let Some(reason) = reason else { return Some(verdict(terms, charter)) };
    let (word, after) = terms.reasons.iter().find(|(word, _)| word == reason)?;
    Some(verdict_for(terms, Some(word), *after, charter))
}

fn stage(stage: &Stage, charter: &Charter) -> String {
    let name = &stage.name;
    let rests = |pipeline: &Pipeline| {
        let rests_in = pipeline.after.as_ref().map(|after| &charter.stages[after.rests_in].id);
        rests_in == Some(&stage.id)
    };
    if charter.pipelines.iter().any(rests) {
        return format!(
            "A lead that was won before rests in {name} when a further pass is not won."
        );
    }
    let Some(enter) = &stage.enter else {
        return match stage.kind {
            StageKind::Open | StageKind::Won => format!("A lead begins in {name}."),
            StageKind::Nurture => format!("A lead rests in {name} when a verdict sends it there."),
            StageKind::Disqualified => {
                format!(
                    "A lead that a verdict sends to {name} stays there until a person opens it."
                )
            }
        };
    };
    format!("A lead enters {name} when {}.", rule_in_words(enter, charter))
}

/// In which order the stages come, and what lies beside them.
fn path(charter: &Charter) -> String {
    let of = |kinds: fn(StageKind) -> bool| {
        let stages = charter.stages.iter().filter(|stage| kinds(stage.kind));
        stages.map(|stage| stage.name.clone()).collect::<Vec<_>>()
    };
    let on = of(|kind| kind == StageKind::Open).join(", ");
    let won = match of(|kind| kind == StageKind::Won) {
        won if won.is_empty() => String::new(),
        won => format!(", and ends well in {}", list(won, "or")),
    };
    let rest = match of(|kind| kind == StageKind::Nurture) {
        rest if rest.is_empty() => String::new(),
        rest => format!("; leads rest in {}", list(rest, "or")),
    };
    let out = match of(|kind| kind == StageKind::Disqualified) {
        out if out.is_empty() => String::new(),
        out => format!("; those that will not buy are in {}", list(out, "or")),
    };
    format!("The path goes through {on}{won}{rest}{out}.")
}

/// Which side answers for a lead in which stage.
fn sides(charter: &Charter) -> String {
    let of = |side: Side| {
        let stages = charter.stages.iter().filter(|stage| stage.side == side);
        stages.map(|stage| stage.name.clone()).collect::<Vec<_>>()
    };
    let answers = |who: &str, stages: Vec<String>| {
        (!stages.is_empty()).then(|| format!("{who} answers for a lead in {}", list(stages, "and")))
    };
    let marketing = answers("marketing", of(Side::Marketing));
    let both: Vec<String> =
        marketing.into_iter().chain(answers("sales", of(Side::Sales))).collect();
    format!("{}.", targets::capital(&both.join("; ")))
}

/// One sentence for a clause of what is agreed about accounts, by [`Charter::account`] itself and
/// without `account.` before its id; see [`clause_in_words`].
#[must_use]
pub fn account_clause_in_words(terms: &Charter, clause_id: &str) -> Option<String> {
    clause_in_words(terms, clause_id).map(|text| of_account(&text))
}

/// A sentence about a lead as one about an account: it is the company itself.
fn of_account(text: &str) -> String {
    const SAID: [(&str, &str); 7] = [
        ("A lead", "An account"),
        ("a lead", "an account"),
        ("Leads of", "Accounts of"),
        ("contacts it in person", "contacts somebody there in person"),
        ("its company\u{2019}s ", "its "),
        ("its company's ", "its "),
        ("its company ", "it "),
    ];
    SAID.iter().fold(text.to_owned(), |text, (lead, account)| text.replace(lead, account))
}

/// Where the leads of a stage go that is gone.
pub(super) fn moves(gone: &str, to: usize, charter: &Charter) -> String {
    format!("Leads of the former stage {gone} move to {}.", charter.stages[to].name)
}

/// `The motion of a pass is “inbound” when it filled in a form; it goes through Inquiry, then Opportunity.`
fn motion(motion: &Motion, charter: &Charter) -> String {
    let name = readable(&motion.id);
    let pipeline = motion.pipeline.map(|index| &charter.pipelines[index]);
    let when = match &motion.when {
        Rule::Always(true) if pipeline.is_some_and(|pipeline| pipeline.id == motion.id) => {
            format!("when it is one of {name}, and no other motion comes before it")
        }
        Rule::Always(true) => "unless another motion comes before it".to_owned(),
        rule => format!("when at its beginning {}", rule_in_words(rule, charter)),
    };
    let path = motion.stages.as_ref().map_or_else(String::new, |stages| {
        let names = stages.iter().map(|stage| charter.stages[*stage].name.clone());
        format!("; it goes through {} only", list(names.collect(), "and"))
    });
    format!("The motion of a pass is \u{201c}{name}\u{201d} {when}{path}.")
}

/// `Expansion: a lead in Customer starts a new pass when an opportunity is opened; it goes through
/// Sales qualified and Customer, and rests in Customer care when it ends without being won.`
fn pipeline(pipeline: &Pipeline, charter: &Charter) -> String {
    let name = |stage: &usize| charter.stages[*stage].name.clone();
    let path = list(pipeline.stages.iter().map(name).collect(), "and");
    let said = &pipeline.name;
    let Some(after) = &pipeline.after else {
        return format!(
            "{said} is what a pass leads to unless it is of another pipeline; it goes through {path}."
        );
    };
    let (from, rests) = (name(&after.stage), name(&after.rests_in));
    let when = opened(&after.opens_on);
    format!(
        "{said}: a lead in {from} or {rests} starts a new pass when {when}; it goes through {path}, \
         and rests in {rests} when it ends without being won."
    )
}

fn pass(charter: &Charter) -> String {
    let when = opened(&charter.pass.opens_on);
    format!("A lead that is new or rests starts a new pass when {when}.")
}

/// What opens a pass.
fn opened(opens_on: &[Selector]) -> String {
    let opener = |text: &str| match text {
        word if word == Kind::Assignment.word() => Some("it is assigned to somebody".to_owned()),
        word if word == Kind::Opportunity.word() => Some("an opportunity is opened".to_owned()),
        _ => None,
    };
    let said = opens_on.iter().map(|on| opener(on.as_str()).unwrap_or_else(|| happened(on)));
    list(said.collect(), "or")
}

fn engagement(charter: &Charter, ordinal: usize) -> Option<String> {
    let clause = charter.engagement.points.get(ordinal.checked_sub(1)?)?;
    let cap = clause.cap.map_or_else(String::new, |cap| {
        let most = points((clause.points * f64::from(cap.times)).abs());
        format!(", at most {most} in {}", span(cap.per))
    });
    let (verb, each) = (gains(clause.points), points(clause.points.abs()));
    let when = happened(&clause.selector);
    Some(format!("A lead {verb} {each} of engagement each time {when}{cap}."))
}

fn gains(points: f64) -> &'static str {
    if points < 0.0 { "loses" } else { "gains" }
}

fn verdict(terms: &VerdictTerms, charter: &Charter) -> String {
    verdict_for(terms, None, None, charter)
}

fn verdict_for(
    terms: &VerdictTerms,
    reason: Option<&str>,
    after: Option<Seconds>,
    charter: &Charter,
) -> String {
    let does = match terms.verdict {
        Verdict::Accepted => "accepts a lead",
        Verdict::Rejected => "rejects a lead",
        Verdict::Recycled => "sends a lead back for later",
        Verdict::Disqualified => "rules a lead out for good",
    };
    let because = reason.map_or_else(String::new, |reason| {
        format!(" because of \u{201c}{}\u{201d}", readable(reason))
    });
    let Some(rest) = terms.rests_in else {
        return format!("When sales {does}{because}, it goes on.");
    };
    let rest = &charter.stages[rest].name;
    let back = &charter.stages[terms.returns_to].name;
    let then = match (terms.verdict, after) {
        (Verdict::Disqualified, _) => "until a person opens it again".to_owned(),
        (_, Some(after)) => format!("and comes back to {back} after {}", span(after)),
        (Verdict::Recycled, None) if reason.is_none() => {
            format!("and comes back to {back} after the time of the reason")
        }
        (_, None) => "until it shows new interest".to_owned(),
    };
    format!("When sales {does}{because}, it rests in {rest} {then}.")
}
