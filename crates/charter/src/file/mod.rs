//! The TOML file: one module for each of its sections.

mod account;
mod attribution;
mod beside;
mod bounds;
mod breach;
mod cadence;
mod calendar;
mod cost;
mod counted;
mod engagement;
mod funnel;
mod goal;
mod grade;
mod handoff;
mod heading;
mod icp;
mod incentive;
mod motion;
mod moves;
mod never;
mod pass;
mod persona;
mod pipeline;
mod promise;
mod promise_end;
mod reading;
mod roster;
mod route;
mod schema;
mod section;
mod signers;
mod stage;
mod temperature;
mod text;
mod unit;
mod verdict;

use crate::diagnostic::{Diagnostics, Finding, Findings, ProblemCode};
use crate::language::{Scope, Speaks};
use crate::model::Charter;
use bounds::Whose;
use heading::Heading;
use promise::Promises;
use reading::Reading;
use section::Section;
use toml_edit::Document;

/// The largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 1 << 20;
/// The most stages, hand-offs, or clauses of fit or engagement.
const CLAUSES_MAX: usize = 200;
/// The most promises.
const PROMISES_MAX: usize = 64;

pub use roster::read_roster;

/// Reads a charter from its file's text: at most [`FILE_BYTES_MAX`] bytes of TOML.
///
/// # Errors
/// Everything that is wrong with the text at once, each with its place and what to do. A text that
/// is no TOML stops at the first such place.
pub fn read(text: &str) -> Result<Charter, Diagnostics> {
    let document = parse(text, "a charter is a short agreement: remove what is not part of it")?;
    let mut reading = Reading::new(text);
    let root = Section::new("a charter", 0..0, document.as_table());
    let charter = charter(root, &mut reading);
    match (charter, reading.finish()) {
        (Some(charter), Findings(findings)) if findings.is_empty() => Ok(charter),
        (_, Findings(findings)) => Err(Diagnostics::new(text, findings)),
    }
}

/// Parses a text as TOML.
pub(crate) fn parse<'a>(
    text: &'a str,
    when_too_large: &str,
) -> Result<Document<&'a str>, Diagnostics> {
    if text.len() > FILE_BYTES_MAX {
        let message = format!("the file has {} bytes, more than 1 MiB", text.len());
        let finding = Finding::new(0..0, ProblemCode::TooLarge, message, when_too_large);
        return Err(Diagnostics::new("", vec![finding]));
    }
    Document::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = format!("the text is not TOML: {}", error.message().replace('\n', ", "));
        let help = "write keys as `key = \"text\"` or `key = 40`, and sections as `[name]`";
        Diagnostics::new(text, vec![Finding::new(span, ProblemCode::TomlSyntax, message, help)])
    })
}

/// `None` only when something was found.
fn charter<'a>(mut root: Section<'a>, reading: &mut Reading<'a>) -> Option<Charter> {
    // First the names that rules may use, then the rules.
    let heading = heading::read(&mut root, reading);
    let calendars = calendar::read(&mut root, reading);
    let schema = schema::read(&mut root, reading);
    let temperature = temperature::read(&mut root, reading);
    let grade = grade::read(&mut root, reading);
    let before = reading.problems();
    let stages = stage::drafts(&mut root, reading);
    let verdicts = verdict::drafts(&mut root, reading);
    let pipelines = pipeline::drafts(&mut root, &stages, &schema, reading);
    let motions = motion::drafts(&mut root, &stages, &pipelines, reading);
    let mut unsure = reading.problems() - before;

    let stage_ids: Vec<String> = stages.iter().map(|stage| stage.id.clone()).collect();
    let motion_ids: Vec<String> = motions.iter().map(|motion| motion.id.clone()).collect();
    let reasons: Vec<String> =
        verdicts.iter().flat_map(|draft| &draft.reasons).map(|(word, _)| word.clone()).collect();
    let scope = Scope {
        schema: &schema,
        temperature,
        grade,
        stages: &stage_ids,
        motions: &motion_ids,
        reasons: &reasons,
        speaks: Speaks::Everything,
    };
    let (icp_reading, fit) = icp::read(&mut root, &scope, reading);
    let personas = persona::read(&mut root, &scope, reading);
    let engagement = engagement::read(&mut root, &schema, reading);
    let pass = pass::read(&mut root, &schema, reading);
    let before = reading.problems();
    let motions = motion::finish(motions, &scope, reading);
    let (handoffs, given) = handoff::read(&mut root, &stages, reading);
    let routes = route::read(&mut root, &handoffs, &scope, reading);
    let moves_to = moves::read(&mut root, &stages, reading);
    let promises = promise::read(&mut root, &stages, (&handoffs, &calendars), &scope, reading);
    unsure += reading.problems() - before;
    bounds::check(&stages, &promises.drafts, Whose::Lead, reading);
    let account = account::read(&mut root, &calendars, &scope, reading);
    let (clocks, all) = (promises.clock_ids(), promises.all_ids());
    let funnel = funnel::read(&mut root, &stages, reading);
    let names = goal::Names { stages: &stages, promises: &clocks };
    let goals = goal::read(&mut root, "[[goal]]", &names, &[], reading);
    let names = incentive::Names {
        goals: goals.goals.iter().collect(),
        goal_ids: goals.ids.iter().map(String::as_str).collect(),
        promises: &all,
    };
    let incentive = incentive::read(&mut root, "[incentive]", &names, reading);
    let attribution = attribution::read(&mut root, reading);
    let cadence = cadence::read(&mut root, reading);
    let firm = unit::Firm { stages: &stages, clocks: &clocks, promises: &all, goals: &goals };
    let units = unit::read(&mut root, &firm, &scope, reading);
    let Promises { drafts, counted, .. } = promises;
    let before = reading.problems();
    let verdicts = verdict::settle(&verdicts, &given, &stages, &handoffs, reading);
    let pipelines = pipeline::finish(pipelines, &stages, &verdicts, &drafts, reading);
    let places: Vec<_> = stages.iter().map(stage::Draft::place).collect();
    let stages = stage::finish(stages, &scope, reading);
    unsure += reading.problems() - before;
    if unsure == 0 && !stages.is_empty() {
        let promises = &drafts;
        let (verdicts, pass, engagement) = (&verdicts, &pass, &engagement);
        let (stages, places, pipelines, fit) = (&stages, &places, &pipelines, &fit);
        let map =
            never::Map { stages, places, promises, verdicts, pipelines, fit, pass, engagement };
        never::check(&map, reading);
    }
    let promises = drafts.into_iter().map(|draft| draft.promise).collect();
    root.finish(reading);

    let Heading { name, timezone, currency, signers } = heading?;
    let mut charter = Charter {
        name,
        timezone,
        currency,
        calendars,
        icp_reading,
        fit,
        engagement,
        temperature,
        pass,
        pipelines,
        motions,
        stages,
        handoffs,
        routes,
        promises,
        verdicts,
        moves_to,
        schema,
        signers,
        personas,
        grade,
        counted,
        funnel,
        goals: goals.goals,
        attribution,
        incentive,
        cadence,
        units,
        account: None,
    };
    charter.account = account.map(|terms| Box::new(terms.charter(&charter)));
    Some(charter)
}
