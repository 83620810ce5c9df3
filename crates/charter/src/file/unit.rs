//! `[unit.<id>]`: business units that override terms.

use super::funnel;
use super::goal::{self, Goals};
use super::incentive;
use super::reading::Reading;
use super::section::Section;
use super::stage::Draft as Stage;
use super::{cadence, signers};
use crate::language::{Scope, Speaks, TraitsOnly};
use crate::terms::Unit;

/// The most business units.
const UNITS_MAX: usize = 50;
/// Parts of a charter that are the whole firm's, for now.
const OF_THE_FIRM: [&str; 19] = [
    "calendar",
    "icp",
    "persona",
    "engagement",
    "temperature",
    "grade",
    "pass",
    "stage",
    "handoff",
    "route",
    "promise",
    "verdict",
    "attribution",
    "motion",
    "pipeline",
    "account",
    "timezone",
    "currency",
    "moves_to",
];

/// What units share with the firm.
pub(super) struct Firm<'n, 'a> {
    pub(super) stages: &'n [Stage<'a>],
    /// Promises with a clock, by id.
    pub(super) clocks: &'n [String],
    /// All promises, by id.
    pub(super) promises: &'n [String],
    pub(super) goals: &'n Goals,
}

/// The units in the order of the file.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    firm: &Firm<'_, 'a>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Vec<Unit> {
    let scope = Scope { speaks: Speaks::TraitsOnly(TraitsOnly::Unit), ..*scope };
    let mut taken: Vec<String> = firm.goals.ids.clone();
    let mut units: Vec<Unit> = Vec::new();
    for (id, section) in root.named("unit", UNITS_MAX, ("unit", "business units"), reading) {
        let section = section.later(&OF_THE_FIRM);
        let unit = unit(id, section, firm, &mut taken, &scope, reading);
        units.push(unit);
    }
    units
}

fn unit<'a>(
    id: String,
    mut section: Section<'a>,
    firm: &Firm<'_, 'a>,
    taken: &mut Vec<String>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Unit {
    let name = section.text("name", reading);
    let when = section.needed_text("when", "\"account.territory == 'emea'\"", reading);
    let signers = signers::read(&mut section, reading);
    let funnel = funnel::read(&mut section, firm.stages, reading);
    let names = goal::Names { stages: firm.stages, promises: firm.clocks };
    let what = format!("[[unit.{id}.goal]]");
    let goals = goal::read(&mut section, &what, &names, taken, reading);
    let names = incentive::Names {
        goals: firm.goals.goals.iter().chain(&goals.goals).collect(),
        goal_ids: firm.goals.ids.iter().chain(&goals.ids).map(String::as_str).collect(),
        promises: firm.promises,
    };
    let what = format!("[unit.{id}.incentive]");
    let incentive = incentive::read(&mut section, &what, &names, reading);
    let cadence = cadence::read(&mut section, reading);
    section.finish(reading);
    taken.extend(goals.ids);
    let (when, text) = reading.rule_or(when.as_ref(), false, scope);
    Unit {
        name: name.map_or_else(|| id.clone(), |text| reading.name(&text)),
        id,
        when,
        text,
        signers,
        funnel,
        goals: goals.goals,
        incentive,
        cadence,
    }
}
