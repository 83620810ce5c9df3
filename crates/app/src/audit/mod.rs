//! Auditing an export without a ledger of one's own: it is imported into one in memory, read back
//! lead by lead, and looked at.

mod cases;
mod dimensions;
mod promises;
mod terms;

use crate::{AppError, Engine, Import, ImportError, ImportReport, Progress};
use cases::Cases;
use charter::Charter;
use connect::Mapping;
use facts::{Instant, Precision, SubjectId};
use insight::{AuditFindings, AuditInput, Audited, Dimension, audit};
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

/// What an audit found.
#[derive(Clone, PartialEq, Debug)]
pub struct AuditAnswer {
    /// What was found.
    pub findings: AuditFindings,
    /// By what leads are told apart.
    pub dimensions: Vec<Dimension>,
    /// The words of reasons.
    pub reasons: BTreeMap<facts::Symbol, String>,
    /// What the source calls each lead, unless that says who it is.
    pub names: BTreeMap<SubjectId, String>,
    /// The terms whose promises were held against what happened.
    pub charter: Charter,
    /// What became of the import.
    pub import: ImportReport,
    /// Deals in the export that no lead of it leads to.
    pub deals_alone: usize,
    /// The last instant of which the export knows.
    pub until: Instant,
}

impl Engine {
    /// A ledger in memory, which is gone with the engine.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, AppError> {
        Self::open(Path::new(":memory:"))
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
) -> Result<AuditAnswer, ImportError> {
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
    let Cases { audited, cases, stories, deals_alone } = cases::read(&engine, question.leads)?;
    let until = until(&stories, now);
    let dimensions = dimensions::read(&engine, audited, &stories, question.later);
    let charter = terms::of(question.charter, &question.mapping.timezone, &cases)?;
    let program = promises::compiled(&mut engine, &charter)?;
    let calendar = program.calendar.clone();
    let promises = match audited {
        Audited::Leads => promises::held(program, &charter, &cases, &stories, until),
        Audited::Deals => None,
    };
    let reasons = cases.iter().flat_map(|case| &case.refused).map(|refusal| refusal.reason);
    let reasons = reasons.map(|reason| (reason, engine.vocabulary().word(reason).to_owned()));
    Ok(AuditAnswer {
        findings: audit(&AuditInput {
            audited,
            cases: &cases,
            dimensions: &dimensions,
            calendar: &calendar,
            until,
            promises,
        }),
        reasons: reasons.collect(),
        names: cases::names(&engine, &cases)?,
        dimensions,
        charter,
        import,
        deals_alone,
        until,
    })
}

/// The end of the day of the last dated fact: what the export knows ends there.
fn until(stories: &[timeline::OwnedStory], now: Instant) -> Instant {
    let rows = stories.iter().flat_map(|story| &story.rows);
    let dated = rows.filter(|row| row.flags.precision() != Precision::Unknown);
    let last = dated.map(|row| row.at).filter(|at| *at <= now).max();
    last.map_or(now, |last| Instant(last.0 + Instant::PER_DAY).min(now))
}
