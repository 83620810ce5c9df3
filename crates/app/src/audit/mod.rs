//! What happened to the leads of a ledger before any charter, or beside it. An export without a
//! ledger of its own is imported into one in memory, read back lead by lead, and looked at.

mod cases;
mod dimensions;
mod promises;
mod terms;

pub(crate) use promises::compiled;

use crate::{AppError, Engine, Import, ImportError, ImportReport, Progress, ReadyCharter};
use cases::Cases;
use charter::Charter;
use connect::Mapping;
use facts::{Instant, Precision, SubjectId};
use insight::{AuditFindings, AuditInput, Audited, Case, Dimension, audit};
use std::collections::BTreeMap;
use std::path::Path;

/// What to audit.
pub struct AuditQuestion<'a> {
    /// What the columns mean.
    pub mapping: &'a Mapping,
    /// Where the files are.
    pub folder: &'a Path,
    /// The namespace of leads, where contacts of sales are people too.
    pub leads: Option<&'a str>,
    /// The charter whose promises are held against what happened.
    pub charter: &'a str,
    /// Traits that are said to be filled in while a lead is worked, or after.
    pub later: &'a (dyn Fn(&str) -> bool + Sync),
}

/// What to look at in a ledger.
struct Asked<'a> {
    /// The zone in which days begin.
    timezone: &'a str,
    leads: Option<&'a str>,
    charter: &'a str,
    later: &'a (dyn Fn(&str) -> bool + Sync),
}

/// What an audit found.
#[derive(Clone, PartialEq, Debug)]
pub struct AuditAnswer {
    /// What was found.
    pub findings: AuditFindings,
    /// By what leads are told apart.
    pub dimensions: Vec<Dimension>,
    /// The words of reasons.
    pub reasons: BTreeMap<facts::Symbol, String>,
    /// The terms whose promises were held against what happened.
    pub charter: Charter,
    /// Deals in the export that no lead of it leads to.
    pub deals_alone: usize,
    /// The last instant of which the export knows.
    pub until: Instant,
}

/// What an audit of files found, and what became of reading them.
#[derive(Clone, PartialEq, Debug)]
pub struct FilesAudit {
    /// What was found.
    pub answer: AuditAnswer,
    /// What the source calls each lead, unless that says who it is.
    pub names: BTreeMap<SubjectId, String>,
    /// What became of the import.
    pub import: ImportReport,
}

impl Engine {
    /// The most leads of a ledger that is audited: their stories are read at once, at about one
    /// kilobyte each.
    pub const AUDIT_LEADS_MAX: usize = 500_000;

    /// A ledger in memory, which is gone with the engine.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, AppError> {
        Self::open(Path::new(":memory:"))
    }

    /// Looks at what happened to the leads of this ledger, whatever its own charter says: days
    /// begin in the zone of that charter, or else of the company, or else in UTC. Of people who
    /// are named by `leads`, a namespace, only those are leads; where it names nobody, all are.
    ///
    /// # Errors
    /// When there are more leads than [`Engine::AUDIT_LEADS_MAX`], or the ledger cannot be read.
    pub fn audit(&self, leads: Option<&str>, now: Instant) -> Result<AuditAnswer, AppError> {
        let view = self.store().view();
        let count = view.persons()?.len();
        if count > Self::AUDIT_LEADS_MAX {
            return Err(AppError::TooManyToAudit { leads: count, most: Self::AUDIT_LEADS_MAX });
        }
        let leads = match leads {
            Some(namespace) if view.identifiers(namespace)?.is_empty() => None,
            leads => leads,
        };
        let timezone = match &self.reign {
            Some(reign) => reign.at(now).1.charter.timezone.clone(),
            None => self.company()?.map_or_else(|| "UTC".to_owned(), |company| company.timezone),
        };
        let charter = ReadyCharter::B2B_SAAS.text;
        let later = &connect::suggest::comes_later;
        Ok(look(self, &Asked { timezone: &timezone, leads, charter, later }, now)?.0)
    }
}

/// Imports into a ledger in memory and looks at what is there.
///
/// # Errors
/// When the files do not fit the mapping, or the charter is not sound.
pub fn audit_files(
    question: &AuditQuestion<'_>,
    now: Instant,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<FilesAudit, ImportError> {
    let mut engine = Engine::in_memory()?;
    let import = Import {
        mapping: question.mapping,
        folder: question.folder,
        rejects: None,
        partial: false,
        dry_run: false,
        as_of: None,
        rows_max: Import::ROWS_MAX,
    };
    let import = engine.import(&import, now, progress)?;
    let asked = Asked {
        timezone: &question.mapping.timezone,
        leads: question.leads,
        charter: question.charter,
        later: question.later,
    };
    let (answer, cases) = look(&engine, &asked, now)?;
    Ok(FilesAudit { names: cases::names(&engine, &cases)?, answer, import })
}

/// What is found, with the cases that it was found of.
fn look(
    engine: &Engine,
    asked: &Asked<'_>,
    now: Instant,
) -> Result<(AuditAnswer, Vec<Case>), AppError> {
    let Cases { audited, cases, stories, deals_alone } = cases::read(engine, asked.leads)?;
    let until = until(&stories, now);
    let dimensions = dimensions::read(engine, audited, &stories, asked.later);
    let charter = terms::of(asked.charter, asked.timezone, &cases)?;
    // The words of that charter are not recorded.
    let program = promises::compiled(&mut engine.vocabulary().clone(), &charter, &[])?;
    let calendar = program.calendar.clone();
    let promises = match audited {
        Audited::Leads => promises::held(program, &charter, &cases, &stories, until),
        Audited::Deals => None,
    };
    let reasons = cases.iter().flat_map(|case| &case.refused).map(|refusal| refusal.reason);
    let reasons = reasons.map(|reason| (reason, engine.vocabulary().word(reason).to_owned()));
    let answer = AuditAnswer {
        findings: audit(&AuditInput {
            audited,
            cases: &cases,
            dimensions: &dimensions,
            calendar: &calendar,
            until,
            promises,
        }),
        reasons: reasons.collect(),
        dimensions,
        charter,
        deals_alone,
        until,
    };
    Ok((answer, cases))
}

/// The end of the day of the last dated fact: what the export knows ends there.
fn until(stories: &[timeline::OwnedStory], now: Instant) -> Instant {
    let rows = stories.iter().flat_map(|story| &story.rows);
    let dated = rows.filter(|row| row.flags.precision() != Precision::Unknown);
    let last = dated.map(|row| row.at).filter(|at| *at <= now).max();
    last.map_or(now, |last| Instant(last.0 + Instant::PER_DAY).min(now))
}
