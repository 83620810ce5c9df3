//! What went wrong, for people and for programs: code, message, place, help.

use crate::exit::Exit;
use app::{AppError, DemoError, GenerateError, ImportError};
use connect::{MappingProblem, MappingProblems};
use serde::Serialize;
use store::StoreError;

/// A refusal that the command line itself decides.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) place: Option<String>,
    pub(crate) help: String,
}

/// What went wrong.
#[derive(Serialize, Debug)]
pub(crate) struct Failure {
    #[serde(skip)]
    pub(crate) exit: Exit,
    /// Stays the same from version to version.
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// Where: a file, with line and column where there are any.
    pub(crate) place: Option<String>,
    /// What to do.
    pub(crate) help: Option<String>,
    /// Each problem by itself, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) problems: Vec<Problem>,
}

/// One of several problems in a file.
#[derive(Serialize, Debug)]
pub(crate) struct Problem {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) help: String,
}

/// A mapping that cannot be read, with its file.
#[derive(Debug, thiserror::Error)]
#[error("the mapping cannot be used:\n{problems}")]
pub(crate) struct BadMapping {
    pub(crate) path: String,
    pub(crate) problems: MappingProblems,
}

impl Refusal {
    pub(crate) fn new(
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { code, message: message.into(), place: None, help: help.into() }
    }

    pub(crate) fn at(self, place: impl Into<String>) -> Self {
        Self { place: Some(place.into()), ..self }
    }
}

impl Failure {
    fn new(
        exit: Exit,
        code: &'static str,
        message: &(impl ToString + ?Sized),
        help: Option<&str>,
    ) -> Self {
        Self {
            exit,
            code,
            message: message.to_string(),
            place: None,
            help: help.map(ToOwned::to_owned),
            problems: Vec::new(),
        }
    }

    /// A command line that clap refuses.
    pub(crate) fn usage(error: &clap::Error) -> Self {
        let text = error.to_string();
        let message = text.trim_start_matches("error: ").trim();
        Self::new(Exit::Usage, "usage", message, Some("see `tandem --help`"))
    }

    /// Any error that reaches the end of a command.
    pub(crate) fn of(error: &anyhow::Error) -> Self {
        if let Some(refusal) = error.downcast_ref::<Refusal>() {
            let Refusal { code, message, place, help } = refusal;
            let failure = Self::new(Exit::Refused, code, message, Some(help));
            return Self { place: place.clone(), ..failure };
        }
        if let Some(bad) = error.downcast_ref::<BadMapping>() {
            let failure = Self::new(Exit::Refused, "bad_mapping", bad, None);
            let problems = bad.problems.0.iter().map(Problem::of_mapping).collect();
            return Self { place: Some(bad.path.clone()), problems, ..failure };
        }
        if let Some(error) = error.downcast_ref::<AppError>() {
            return Self::of_app(error);
        }
        match error.downcast_ref::<ImportError>() {
            Some(ImportError::App(error)) => return Self::of_app(error),
            Some(error @ ImportError::NoRandomness(_)) => {
                return Self::new(Exit::Failed, "no_randomness", error, None);
            }
            Some(error) => return Self::new(Exit::Refused, "import_refused", error, None),
            None => {}
        }
        match error.downcast_ref::<GenerateError>() {
            Some(GenerateError::App(error)) => return Self::of_app(error),
            Some(error @ GenerateError::Simulate(_)) => {
                return Self::new(Exit::Refused, "cannot_generate", error, None);
            }
            Some(error) => {
                let help = "name a folder that is empty or not there yet, on a disk with room";
                return Self::new(Exit::Refused, "cannot_write", error, Some(help));
            }
            None => {}
        }
        match error.downcast_ref::<DemoError>() {
            Some(DemoError::App(error)) => Self::of_app(error),
            Some(error) => {
                let help = "name another file with --db, or leave --db away";
                Self::new(Exit::Refused, "demo_refused", error, Some(help))
            }
            None => Self::new(Exit::Failed, "internal", &format!("{error:#}"), None),
        }
    }

    fn of_app(error: &AppError) -> Self {
        let refused = |code, help| Self::new(Exit::Refused, code, error, help);
        match error {
            AppError::Store(error) => Self::of_store(error),
            AppError::Charter(found) => {
                let problems = found.problems().iter().map(Problem::of_charter).collect();
                Self { problems, ..refused("bad_charter", None) }
            }
            AppError::Settings(found) => {
                let problems = found.problems().iter().map(Problem::of_charter).collect();
                Self { problems, ..refused("bad_settings", None) }
            }
            AppError::SettingsBackdated { .. } => refused("backdated", None),
            AppError::Compile(_) => refused("charter_cannot_run", None),
            AppError::Reign(_) | AppError::StagesGone { .. } => {
                refused("charter_cannot_follow", None)
            }
            AppError::Backdated { .. } => refused("backdated", None),
            AppError::SameCharter { .. } => refused("same_charter", None),
            AppError::BeforePending { .. } => {
                let help = "to withdraw the version that is not in force yet: --replace-pending; \
                            to keep it: a later --at";
                refused("before_pending", Some(help))
            }
            AppError::AdoptedUnreadable { .. } => refused("newer_charter", None),
            AppError::NoCharter => Self::new(
                Exit::Refused,
                "no_charter",
                "no charter has been adopted in this ledger",
                Some("adopt one: tandem charter adopt charters/b2b-saas.toml"),
            ),
            AppError::UnknownLead(_) => {
                refused("unknown_lead", Some("list leads with `tandem leads`"))
            }
            AppError::AlreadyMerged { .. } => refused("already_merged", None),
            AppError::NotMerged { .. } => refused("not_merged", None),
            AppError::AlreadyLinked { .. } => refused("already_linked", None),
            AppError::NotLinked(_) => refused("not_linked", None),
            AppError::BrokenOff => refused("broken_off", None),
            AppError::People(why) => refused(why.code(), None),
            AppError::Collect(error) => refused(error.code(), None),
            AppError::Deed(deed) => refused(deed.code(), None),
            AppError::Proposal(refusal) => refused(refusal.code(), None),
            AppError::Notice(why) => refused(why.code(), None),
            AppError::CharterSigned { .. } => refused("charter_signed", None),
            AppError::TooManyToAudit { .. } => refused("too_many_to_audit", None),
            AppError::Duplicates(_) => refused("duplicates", None),
            AppError::UnknownAccount(_) => {
                refused("unknown_account", Some("list accounts with `tandem accounts`"))
            }
            AppError::AmbiguousAccount { .. } => refused("ambiguous_account", None),
            AppError::NoAccountTerms => refused("no_account_terms", None),
            AppError::AmbiguousLead { .. } => refused("ambiguous_lead", None),
            AppError::UnknownName { .. } => {
                refused("unknown_name", Some("`tandem charter read` names the stages and rules"))
            }
            AppError::UnknownSeal(_) => {
                refused("unknown_seal", Some("list them with `tandem seal`"))
            }
            AppError::SealedAlready { .. } => {
                refused("sealed_already", Some("see it beside what is known now: tandem seal show"))
            }
            AppError::NotOver { .. } => refused("not_over", None),
            AppError::BadTime(_) => refused("bad_time", None),
            AppError::TooManySlices { .. } => {
                refused("too_many", Some("try --by campaign, or a trait that takes few values"))
            }
            AppError::Insight(_) => refused("not_forward", None),
            AppError::Vocabulary(_) => Self::new(Exit::Failed, "full", error, None),
        }
    }

    fn of_store(error: &StoreError) -> Self {
        if error.is_passing() {
            return Self::new(Exit::Refused, "busy", error, None);
        }
        let code = match error {
            StoreError::Corrupt(_) | StoreError::BrokenChain(_) => "damaged",
            StoreError::NotADatabase | StoreError::NotALedger => "not_a_ledger",
            StoreError::DiskFull => "disk_full",
            StoreError::ReadOnly | StoreError::CannotOpen | StoreError::NoLedger => "cannot_open",
            StoreError::BadAddress(_) => "bad_address",
            StoreError::Unreachable(_) | StoreError::ConnectionLost => "unreachable",
            StoreError::NotLetIn(_) => "not_let_in",
            StoreError::NewerSchema { .. } => "newer_ledger",
            _ => "ledger",
        };
        let (message, help) = match error {
            StoreError::NotADatabase => (
                "this file is not a ledger of Tandem, or its beginning is damaged".to_owned(),
                Some("name the ledger's file with --db, or restore the last backup"),
            ),
            StoreError::Corrupt(_) => (
                "Tandem's ledger file is damaged".to_owned(),
                Some("keep a copy of it, restore the last backup, and import what came after"),
            ),
            StoreError::Sqlite(reason) => {
                (format!("Tandem's ledger file cannot be used: {reason}"), None)
            }
            error => (error.to_string(), None),
        };
        Self::new(Exit::Failed, code, &message, help)
    }
}

impl Problem {
    pub(crate) fn of_charter(problem: &charter::Problem) -> Self {
        Self {
            code: problem.code.word(),
            message: problem.message.clone(),
            line: problem.line,
            column: problem.column,
            help: problem.help.clone(),
        }
    }

    fn of_mapping(problem: &MappingProblem) -> Self {
        let MappingProblem { line, column, message, help } = problem.clone();
        Self { code: "mapping", message, line, column, help }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_when_tried_again_is_refused_and_no_failure() {
        for error in [StoreError::Busy, StoreError::ChangedElsewhere] {
            let failure = Failure::of(&ImportError::App(AppError::Store(error)).into());
            assert_eq!((failure.exit, failure.code), (Exit::Refused, "busy"));
            assert!(failure.message.contains("again"), "{}", failure.message);
        }
    }
}
