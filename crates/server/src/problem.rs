//! What went wrong, as `application/problem+json` (RFC 9457).

use app::people::PeopleError;
use app::{AppError, CollectRefused, DeskError, ImportError, NoticeError, ProposalRefused};
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use charter::Diagnostics;
use connect::MappingProblems;
use connect::oidc::OidcError;
use serde::Serialize;
use std::fmt::Display;
use std::io::ErrorKind;
use store::StoreError;
use utoipa::ToSchema;

/// What went wrong, and what to do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The status of the answer.
    pub status: u16,
    /// What it is, for programs; never changes.
    #[schema(example = "unknown_lead")]
    pub code: &'static str,
    /// What it is and what to do, for people.
    pub detail: String,
    /// Where in the request it is, each with its reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// How long to wait before trying again, in seconds; goes out as `Retry-After`.
    #[serde(skip)]
    pub wait_seconds: Option<u64>,
}

/// One place of a request that cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub struct Place {
    /// The field as a JSON pointer (`/reason`), the parameter by its name, or the line of a text
    /// (`line 12, column 8`).
    pub at: String,
    /// Why it cannot be taken, and what to do.
    pub reason: String,
}

impl Problem {
    /// A problem without places.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        let (status, detail) = (status.as_u16(), detail.into());
        Self { status, code, detail, places: Vec::new(), wait_seconds: None }
    }

    /// A request that cannot be taken, for one place of it.
    pub fn at(at: impl Into<String>, reason: impl Into<String>) -> Self {
        let (at, reason) = (at.into(), reason.into());
        let detail = format!("{at}: {reason}");
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_request", detail);
        Self { places: vec![Place { at, reason }], ..problem }
    }

    /// The same, to be tried again after so many seconds.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        Self { wait_seconds: Some(seconds), ..self }
    }

    /// A fault of ours: the log has it, the answer only says that it was one.
    pub fn fault(why: &dyn Display) -> Self {
        tracing::error!(error.message = %why, "a request failed");
        let detail = "something failed here, and nothing was changed; the server's log says what";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "fault", detail)
    }
}

impl Problem {
    /// What went wrong for several requests at once.
    pub(crate) fn of_shared(error: &AppError) -> Self {
        match error {
            AppError::Store(StoreError::Busy) => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", error.to_string())
            }
            AppError::Store(StoreError::DiskFull) => {
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full", error.to_string())
            }
            AppError::Collect(refused @ CollectRefused::Full(_)) => {
                Self::new(of_collecting(refused), refused.code(), error.to_string())
            }
            other => Self::fault(other),
        }
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        let (status, code) = match &error {
            AppError::Store(StoreError::Busy) => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            AppError::Store(StoreError::DiskFull) => {
                (StatusCode::INSUFFICIENT_STORAGE, "disk_full")
            }
            AppError::Store(_) | AppError::AdoptedUnreadable { .. } | AppError::Vocabulary(_) => {
                return Self::fault(&error);
            }
            AppError::Collect(refused) if refused.is_fault() => return Self::fault(&error),
            AppError::Collect(refused) => (of_collecting(refused), refused.code()),
            AppError::Deed(refused) => {
                let status = match refused.is_conflict() {
                    true => StatusCode::CONFLICT,
                    false => StatusCode::UNPROCESSABLE_ENTITY,
                };
                (status, refused.code())
            }
            AppError::People(why) => return Self::of_people(why),
            AppError::Proposal(refused) => {
                let status = match refused {
                    ProposalRefused::Unknown(_) => StatusCode::NOT_FOUND,
                    ProposalRefused::NotYours { .. } => StatusCode::FORBIDDEN,
                    ProposalRefused::TooLong { .. } => StatusCode::UNPROCESSABLE_ENTITY,
                    _ => StatusCode::CONFLICT,
                };
                (status, refused.code())
            }
            AppError::Notice(why) => return Self::of_notices(why),
            AppError::UnknownLead(_) => (StatusCode::NOT_FOUND, "unknown_lead"),
            AppError::UnknownAccount(_) => (StatusCode::NOT_FOUND, "unknown_account"),
            AppError::NoCharter => (StatusCode::CONFLICT, "no_charter"),
            AppError::NoAccountTerms => (StatusCode::CONFLICT, "no_account_terms"),
            AppError::AmbiguousLead { .. } => (StatusCode::CONFLICT, "ambiguous_lead"),
            AppError::AmbiguousAccount { .. } => (StatusCode::CONFLICT, "ambiguous_account"),
            AppError::AlreadyMerged { .. } => (StatusCode::CONFLICT, "already_merged"),
            AppError::NotMerged { .. } => (StatusCode::CONFLICT, "not_merged"),
            AppError::AlreadyLinked { .. } => (StatusCode::CONFLICT, "already_linked"),
            AppError::NotLinked(_) => (StatusCode::CONFLICT, "not_linked"),
            AppError::UnknownSeal(_) => (StatusCode::NOT_FOUND, "unknown_seal"),
            AppError::SealedAlready { .. } => (StatusCode::CONFLICT, "sealed_already"),
            AppError::NotOver { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "not_over"),
            AppError::BadTime(_) => (StatusCode::UNPROCESSABLE_ENTITY, "bad_time"),
            AppError::SameCharter { .. } => (StatusCode::CONFLICT, "same_charter"),
            AppError::CharterSigned { .. } => (StatusCode::CONFLICT, "charter_signed"),
            AppError::TooManyToAudit { .. } => (StatusCode::CONFLICT, "too_many_to_audit"),
            AppError::BeforePending { .. } => (StatusCode::CONFLICT, "before_pending"),
            AppError::Backdated { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "backdated"),
            AppError::SettingsBackdated { .. } => {
                (StatusCode::UNPROCESSABLE_ENTITY, "settings_backdated")
            }
            AppError::StagesGone { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "stages_gone"),
            AppError::Charter(found) => return Self::of_charter(found),
            AppError::Compile(_) => (StatusCode::UNPROCESSABLE_ENTITY, "charter_cannot_run"),
            AppError::Reign(_) => (StatusCode::UNPROCESSABLE_ENTITY, "charter_cannot_follow"),
            AppError::Settings(found) => return Self::of_settings(found),
            AppError::BrokenOff => (StatusCode::SERVICE_UNAVAILABLE, "broken_off"),
            AppError::UnknownName { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "unknown_name"),
            AppError::Duplicates(_) | AppError::Insight(_) | AppError::TooManySlices { .. } => {
                (StatusCode::UNPROCESSABLE_ENTITY, "cannot_be_counted")
            }
        };
        Self::new(status, code, error.to_string())
    }
}

impl Problem {
    /// What is not done with messages.
    fn of_notices(why: &NoticeError) -> Self {
        let status = match why {
            NoticeError::UnknownWebhook(_) | NoticeError::UnknownMessage(_) => {
                StatusCode::NOT_FOUND
            }
            NoticeError::NotDead { .. }
            | NoticeError::NotWaiting { .. }
            | NoticeError::TooManyWebhooks(_) => StatusCode::CONFLICT,
            NoticeError::BadAddress
            | NoticeError::UnknownKind(_)
            | NoticeError::BadAudience(_)
            | NoticeError::ProgramHasNoAudience
            | NoticeError::BadRhythm => StatusCode::UNPROCESSABLE_ENTITY,
            NoticeError::NoRandomness(_) => return Self::fault(why),
        };
        Self::new(status, why.code(), why.to_string())
    }

    /// What is not done for somebody.
    fn of_people(why: &PeopleError) -> Self {
        let status = match why {
            PeopleError::WrongPassword => StatusCode::UNAUTHORIZED,
            PeopleError::NotAllowed { .. }
            | PeopleError::ScopeTooWide(_)
            | PeopleError::Elsewhere(_) => StatusCode::FORBIDDEN,
            PeopleError::Unknown { .. } => StatusCode::NOT_FOUND,
            PeopleError::SetUpAlready
            | PeopleError::Taken { .. }
            | PeopleError::LastAdministrator
            | PeopleError::Deactivated(_)
            | PeopleError::TooMany { .. } => StatusCode::CONFLICT,
            PeopleError::LinkGone => StatusCode::GONE,
            PeopleError::Password(_)
            | PeopleError::BadEmail(_)
            | PeopleError::BadText { .. }
            | PeopleError::EndInThePast(_)
            | PeopleError::ScopeEmpty => StatusCode::UNPROCESSABLE_ENTITY,
            PeopleError::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
            PeopleError::NoRandomness(_) => return Self::fault(why),
        };
        let problem = Self::new(status, why.code(), why.to_string());
        match why {
            PeopleError::TooManyAttempts { wait_seconds, .. } => problem.retry_after(*wait_seconds),
            _ => problem,
        }
    }
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        let (code, detail) = (error.code(), error.to_string());
        let status = match error {
            DeskError::Import(ImportError::App(error)) => return error.into(),
            DeskError::Import(ImportError::Files(_) | ImportError::NothingThere { .. })
            | DeskError::FileName(_)
            | DeskError::NothingToSuggest { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            DeskError::Mapping(problems) => return Self::of_mapping(&problems),
            DeskError::Folder(why) if why.kind() == ErrorKind::StorageFull => {
                let detail = "the disk with the folder for uploads is full: make room on it";
                return Self::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full", detail);
            }
            DeskError::Import(_) | DeskError::Folder(_) => return Self::fault(&error),
            DeskError::Unknown(_) | DeskError::UnknownFile(_) => StatusCode::NOT_FOUND,
            DeskError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            DeskError::TooManyFiles(_)
            | DeskError::TooManyOpen(_)
            | DeskError::NotOpen { .. }
            | DeskError::NotDone { .. }
            | DeskError::Running(_)
            | DeskError::NoMapping(_)
            | DeskError::NoFiles(_) => StatusCode::CONFLICT,
        };
        Self::new(status, code, detail)
    }
}

impl Problem {
    /// What is wrong with a charter, every place of it.
    pub(crate) fn of_charter(found: &Diagnostics) -> Self {
        let all = found.problems().len();
        let detail = format!("the charter has {all} problems: each is listed with its line");
        Self::of_text("charter_not_sound", detail, found)
    }

    /// What is wrong with settings, every place of them.
    fn of_settings(found: &Diagnostics) -> Self {
        let detail = "the settings are not sound: each problem is listed with its line";
        Self::of_text("settings_not_sound", detail.to_owned(), found)
    }

    fn of_text(code: &'static str, detail: String, found: &Diagnostics) -> Self {
        let places = found.problems().iter().map(|problem| Place {
            at: format!("line {}, column {}", problem.line, problem.column),
            reason: match problem.help.is_empty() {
                true => problem.message.clone(),
                false => format!("{}: {}", problem.message, problem.help),
            },
        });
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail);
        Self { places: places.collect(), ..problem }
    }

    /// What is wrong with a mapping, every place of it.
    fn of_mapping(problems: &MappingProblems) -> Self {
        let places = problems.0.iter().map(|it| Place {
            at: format!("line {}, column {}", it.line, it.column),
            reason: format!("{}; {}", it.message, it.help),
        });
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let problem = Self::new(status, "mapping_not_sound", problems.to_string());
        Self { places: places.collect(), ..problem }
    }
}

impl From<OidcError> for Problem {
    fn from(why: OidcError) -> Self {
        let status = match why.is_of_the_provider() {
            true => StatusCode::SERVICE_UNAVAILABLE,
            false => StatusCode::UNAUTHORIZED,
        };
        Self::new(status, why.code(), why.to_string())
    }
}

impl From<PeopleError> for Problem {
    fn from(why: PeopleError) -> Self {
        Self::of_people(&why)
    }
}

const fn of_collecting(refused: &CollectRefused) -> StatusCode {
    match refused {
        CollectRefused::UnknownWriteKey(_) => StatusCode::NOT_FOUND,
        CollectRefused::Full(_) => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let wait = self.wait_seconds;
        let mut answer = (status, kind, Json(self)).into_response();
        if let Some(seconds) = wait {
            answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        answer
    }
}
