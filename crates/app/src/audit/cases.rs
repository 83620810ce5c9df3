//! From stories to what an audit counts.

use crate::{AppError, Engine};
use facts::{Instant, Kind, Precision, SubjectId, SubjectKind, Value, Vocabulary};
use insight::{Audited, Case, Moment, Refused};
use std::collections::{BTreeMap, BTreeSet};
use timeline::{Known, OwnedStory, Row, assemble};

/// The name of an activity of which only the last date is known, so that it ends no wait.
const LAST_ACTIVITY: &str = connect::suggest::LAST_ACTIVITY;

/// What is counted, each with its story.
pub(super) struct Cases {
    pub(super) audited: Audited,
    pub(super) cases: Vec<Case>,
    pub(super) stories: Vec<OwnedStory>,
    /// Deals that belong to no lead.
    pub(super) deals_alone: usize,
}

/// Reads every lead, or every deal where the export names no leads.
pub(super) fn read(engine: &Engine, namespace: Option<&str>) -> Result<Cases, AppError> {
    let view = engine.store().view();
    let whole = view.whole_ledger()?;
    let mut leads = view.persons()?;
    if let Some(namespace) = namespace {
        let named: BTreeSet<SubjectId> =
            view.identifiers(namespace)?.into_iter().map(|(_, subject)| subject).collect();
        leads.retain(|lead| named.contains(lead));
    }
    let owned: BTreeSet<SubjectId> = whole.members().iter().map(|(_, member)| *member).collect();
    let mut subjects: Vec<SubjectId> =
        whole.facts().iter().map(|recorded| recorded.fact.subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let mut deals = Vec::new();
    for subject in subjects {
        if view.kind_of(subject)? == Some(SubjectKind::Opportunity) && !owned.contains(&subject) {
            deals.push(subject);
        }
    }
    let deals_alone = deals.len();
    let (audited, who) =
        if leads.is_empty() { (Audited::Deals, deals) } else { (Audited::Leads, leads) };
    let words = engine.vocabulary();
    let mut stories = Vec::with_capacity(who.len());
    let mut gathered = Vec::new();
    for subject in who {
        gathered.clear();
        match audited {
            Audited::Leads => whole.facts_of_lead(subject, &mut gathered),
            Audited::Deals => gathered.extend_from_slice(whole.facts_of_subject(subject)),
        }
        stories.push(assemble(subject, &gathered, words, Known::Everything));
    }
    let cases = stories.iter().map(|story| case(story, words, audited)).collect();
    Ok(Cases { audited, cases, stories, deals_alone })
}

fn case(story: &OwnedStory, words: &Vocabulary, audited: Audited) -> Case {
    let mut case = Case { lead: Some(story.lead), ..Case::default() };
    for row in &story.rows {
        let Some((kind, name)) = words.name(row.code) else { continue };
        let moment = Moment { at: row.at, precision: row.flags.precision() };
        match kind {
            Kind::Touch => first(&mut case.came, moment),
            Kind::Assignment => first(&mut case.given, moment),
            Kind::Activity if row.flags.is_human() => {
                case.works += 1;
                if name != LAST_ACTIVITY {
                    first(&mut case.worked, moment);
                }
            }
            Kind::Verdict if name == "accepted" => first(&mut case.accepted, moment),
            Kind::Verdict => case.refused.push(Refused { moment, reason: row.symbol() }),
            Kind::Opportunity | Kind::Trait => deal(&mut case, name, row, moment, words),
            _ => {}
        }
    }
    // A deal comes when it is opened; a lead came before.
    if audited == Audited::Deals {
        case.came = case.opened.filter(|opened| opened.precision != Precision::Unknown);
    }
    // A wait begins at a time that is known.
    case.given = case.given.filter(|given| given.precision != Precision::Unknown);
    case
}

/// What a fact says of a deal.
fn deal(case: &mut Case, name: &str, row: &Row, moment: Moment, words: &Vocabulary) {
    match (name, row.value()) {
        ("opportunity.stage", Value::Text(stage)) => match words.word(stage) {
            "won" => first(&mut case.won, moment),
            "lost" => first(&mut case.lost, moment),
            _ => first(&mut case.opened, moment),
        },
        ("opportunity.amount", Value::Number(amount)) => case.amount = Some(amount),
        _ => {}
    }
}

/// Keeps the first; a date that is known counts before one that is assumed.
fn first(kept: &mut Option<Moment>, moment: Moment) {
    let rank = |it: &Moment| (it.precision == Precision::Unknown, it.at);
    if kept.as_ref().is_none_or(|known| rank(&moment) < rank(known)) {
        *kept = Some(moment);
    }
}

/// What the source calls each, unless that is a mail address.
pub(super) fn names(
    engine: &Engine,
    cases: &[Case],
) -> Result<BTreeMap<SubjectId, String>, AppError> {
    let view = engine.store().view();
    let mut names = BTreeMap::new();
    for lead in cases.iter().filter_map(|case| case.lead) {
        let identifiers = view.identifiers_of(lead)?;
        let plain = identifiers.into_iter().find(|identifier| !identifier.value.contains('@'));
        if let Some(identifier) = plain {
            names.insert(lead, identifier.value);
        }
    }
    Ok(names)
}

/// The earliest instant of any story, for a charter that decides over all of them.
pub(super) fn earliest(stories: &[OwnedStory]) -> Instant {
    let rows = stories.iter().filter_map(|story| story.rows.first());
    rows.map(|row| row.at).min().unwrap_or(Instant::EARLIEST)
}
