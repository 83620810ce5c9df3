//! The whole charter in words, in the order in which people read it.

use super::clause::clause_in_words;
use super::settings::settings_in_words;
use crate::model::{Charter, Side, VerdictTerms};
use crate::terms::{ClauseGroup, FunnelTarget, Goal, Route, Signers};

/// A part of the charter under one title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chapter {
    /// Its title, `The path`.
    pub title: &'static str,
    /// Whose promises it holds, where it holds those of one side.
    pub side: Option<Side>,
    /// Its clauses; never empty.
    pub clauses: Vec<ClauseWords>,
}

impl Chapter {
    const FIT: &'static str = "Who they are: fit";
    const PERSONAS: &'static str = "Who decides with whom";
    const ENGAGEMENT: &'static str = "What they do: engagement";
    const PATH: &'static str = "The path";
    const HANDOFFS: &'static str = "Hand-offs";
    const ROUTES: &'static str = "Who is given the leads";
    const MARKETING: &'static str = "What marketing promises";
    const SALES: &'static str = "What sales promises";
    const VERDICTS: &'static str = "What sales may answer";
    const TARGETS: &'static str = "What both sides aim for";
    const INCENTIVE: &'static str = "What both sides are paid on";
    const UNITS: &'static str = "Business units";
    const ACCOUNTS: &'static str = "Accounts";
    const MEETING: &'static str = "How both sides meet and sign";
    const SETTINGS: &'static str = "What also holds";

    /// The titles of all chapters, in the order in which they are read.
    pub const TITLES: [&'static str; 15] = [
        Self::FIT,
        Self::PERSONAS,
        Self::ENGAGEMENT,
        Self::PATH,
        Self::HANDOFFS,
        Self::ROUTES,
        Self::MARKETING,
        Self::SALES,
        Self::VERDICTS,
        Self::TARGETS,
        Self::INCENTIVE,
        Self::UNITS,
        Self::ACCOUNTS,
        Self::MEETING,
        Self::SETTINGS,
    ];
}

/// A clause in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseWords {
    /// Its id, `stage.mql`.
    pub id: String,
    /// What it says, in a sentence or two.
    pub says: String,
}

/// The whole charter in words: every clause once.
#[must_use]
pub fn chapters(charter: &Charter) -> Vec<Chapter> {
    let chapter = |title, side, ids: Vec<String>| {
        let words = |id: String| clause_in_words(charter, &id).map(|says| ClauseWords { id, says });
        Chapter { title, side, clauses: ids.into_iter().filter_map(words).collect() }
    };
    let said = settings_in_words(charter);
    let settings = said.into_iter().map(|(id, says)| ClauseWords { id, says }).collect();
    let all = [
        chapter(Chapter::FIT, None, fit(charter)),
        chapter(Chapter::PERSONAS, None, personas(charter)),
        chapter(Chapter::ENGAGEMENT, None, engagement(charter)),
        chapter(Chapter::PATH, None, path(charter)),
        chapter(Chapter::HANDOFFS, None, handoffs(charter)),
        chapter(Chapter::ROUTES, None, routes(charter)),
        chapter(Chapter::MARKETING, Some(Side::Marketing), promises(charter, Side::Marketing)),
        chapter(Chapter::SALES, Some(Side::Sales), promises(charter, Side::Sales)),
        chapter(Chapter::VERDICTS, None, verdicts(charter)),
        chapter(Chapter::TARGETS, None, targets(charter)),
        chapter(Chapter::INCENTIVE, None, vec!["incentive".to_owned()]),
        chapter(Chapter::UNITS, None, units(charter)),
        chapter(Chapter::ACCOUNTS, None, accounts(charter)),
        chapter(Chapter::MEETING, None, meeting(charter)),
        Chapter { title: Chapter::SETTINGS, side: None, clauses: settings },
    ];
    all.into_iter().filter(|chapter| !chapter.clauses.is_empty()).collect()
}

fn accounts(charter: &Charter) -> Vec<String> {
    let Some(account) = &charter.account else { return Vec::new() };
    let stages = account.stages.iter().map(|stage| format!("account.stage.{}", stage.id));
    let promises = account.promises.iter().map(|it| format!("account.promise.{}", it.id));
    ["account.pass".to_owned()].into_iter().chain(stages).chain(promises).collect()
}

fn fit(charter: &Charter) -> Vec<String> {
    charter.fit.iter().map(|clause| clause.id.clone()).collect()
}

fn personas(charter: &Charter) -> Vec<String> {
    charter.personas.iter().map(|persona| format!("persona.{}", persona.id)).collect()
}

fn engagement(charter: &Charter) -> Vec<String> {
    let points = (1..=charter.engagement.points.len()).map(|n| format!("engagement.{n}"));
    points.chain(["grade".to_owned()]).collect()
}

fn path(charter: &Charter) -> Vec<String> {
    let stages = charter.stages.iter().map(|stage| format!("stage.{}", stage.id));
    let pipelines = charter.pipelines.iter().map(|pipeline| format!("pipeline.{}", pipeline.id));
    // Where a pipeline has no motions of its own, its clause has said everything.
    let is_pipeline = |id: &str| charter.pipelines.iter().any(|pipeline| pipeline.id == id);
    let motions = charter.motions.iter().filter(|motion| !is_pipeline(&motion.id));
    let motions = motions.map(|motion| format!("motion.{}", motion.id));
    let first = ["path", "sides", "pass"].map(str::to_owned);
    first.into_iter().chain(pipelines).chain(motions).chain(stages).collect()
}

fn handoffs(charter: &Charter) -> Vec<String> {
    charter.handoffs.iter().map(|handoff| format!("handoff.{}", handoff.id)).collect()
}

fn routes(charter: &Charter) -> Vec<String> {
    charter.routes.iter().map(Route::clause).collect()
}

fn promises(charter: &Charter, side: Side) -> Vec<String> {
    let timed = charter.promises.iter().filter(|promise| promise.by == side);
    let counted = charter.counted.iter().filter(|promise| promise.by == side);
    let ids = timed.map(|promise| &promise.id).chain(counted.map(|promise| &promise.id));
    ids.map(|id| format!("promise.{id}")).collect()
}

fn verdicts(charter: &Charter) -> Vec<String> {
    let of = |terms: &VerdictTerms| {
        let word = terms.verdict.word();
        // Reasons without a date are listed together among what also holds.
        let dated = terms.reasons.iter().filter(|(_, after)| after.is_some());
        let reasons = dated.map(|(reason, _)| format!("verdict.{word}.{reason}"));
        [format!("verdict.{word}")].into_iter().chain(reasons).collect::<Vec<_>>()
    };
    charter.verdicts.iter().flat_map(of).collect()
}

fn targets(charter: &Charter) -> Vec<String> {
    let mut ids = agreed("", &charter.funnel, &charter.goals, charter);
    ids.push("attribution".to_owned());
    ids
}

fn agreed(prefix: &str, funnel: &[FunnelTarget], goals: &[Goal], charter: &Charter) -> Vec<String> {
    let id = |stage: usize| &charter.stages[stage].id;
    let goals = goals.iter().map(|goal| format!("{prefix}goal.{}", goal.id));
    let pairs = funnel.iter();
    let pairs = pairs.map(|target| format!("{prefix}funnel.{}.{}", id(target.from), id(target.to)));
    goals.chain(pairs).collect()
}

fn units(charter: &Charter) -> Vec<String> {
    let mut ids = Vec::new();
    for unit in &charter.units {
        let prefix = format!("unit.{}.", unit.id);
        ids.push(format!("unit.{}", unit.id));
        ids.extend(agreed(&prefix, &unit.funnel, &unit.goals, charter));
        ids.extend(["incentive", "cadence"].map(|clause| format!("{prefix}{clause}")));
        ids.extend(signers(&unit.signers).into_iter().map(|clause| format!("{prefix}{clause}")));
    }
    ids
}

fn meeting(charter: &Charter) -> Vec<String> {
    ["cadence".to_owned()].into_iter().chain(signers(&charter.signers)).collect()
}

/// The parts of which it is written who signs them.
fn signers(signers: &Signers) -> Vec<String> {
    let word = |group: &ClauseGroup| format!("signers.{}", group.word());
    signers.by_group.keys().map(word).collect()
}
