//! Why a charter's file cannot be changed so.

use crate::diagnostic::Diagnostics;
use thiserror::Error;

/// Why a change cannot be made; nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum EditError {
    /// The file cannot be read as TOML, or is too large.
    #[error("the file must be TOML before it can be changed:\n{0}")]
    NotToml(Box<Diagnostics>),
    /// A text that is no path.
    #[error("`{path}` is no path to a key")]
    BadPath {
        /// As written.
        path: String,
    },
    /// Nothing is there.
    #[error("there is no `{path}` in the charter")]
    NotThere {
        /// The path, up to what is not there.
        path: String,
        /// What was probably meant, or what there is.
        help: String,
    },
    /// Something is there already.
    #[error("there is a `{path}` already")]
    Taken {
        /// Where.
        path: String,
    },
    /// A section where a value is needed, or the other way round.
    #[error("`{path}` is {is}, and not {needed}")]
    OtherKind {
        /// Where.
        path: String,
        /// What it is.
        is: &'static str,
        /// What it would have to be.
        needed: &'static str,
    },
    /// A clause that is written within one value, such as `stage = [{ id = "mql", ... }]`.
    #[error("`{path}` is written within one line or list")]
    Inline {
        /// Where.
        path: String,
    },
    /// A clause whose parts do not stand together.
    #[error("the parts of `{path}` do not stand together in the file")]
    Scattered {
        /// Where.
        path: String,
    },
    /// Splices that were made for another state of the text.
    #[error("the text has changed at byte {at} since the change was made")]
    OtherText {
        /// The byte.
        at: usize,
    },
}

impl EditError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NotToml(_) => "mend what is underlined first".to_owned(),
            Self::BadPath { .. } => {
                "write names with dots between them, and those with other signs in quotes, such \
                 as stage.mql.enter or engagement.points.\"page.*\""
                    .to_owned()
            }
            Self::NotThere { help, .. } => help.clone(),
            Self::Taken { path } => format!("change `{path}` instead, or choose another name"),
            Self::OtherKind { is: "a section" | "a list of clauses", .. } => {
                "name a key within it, such as stage.mql.enter".to_owned()
            }
            Self::OtherKind { .. } => "name the whole value, and give it a new one".to_owned(),
            Self::Inline { path } => {
                let name = path.split('.').next().unwrap_or(path);
                format!("write `{name}` as sections with headers, or edit that line by hand")
            }
            Self::Scattered { .. } => "bring them together by hand first".to_owned(),
            Self::OtherText { .. } => "read the file again, and make the change anew".to_owned(),
        }
    }

    /// Its word, for JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::NotToml(_) => "not_toml",
            Self::BadPath { .. } => "bad_path",
            Self::NotThere { .. } => "not_there",
            Self::Taken { .. } => "taken",
            Self::OtherKind { .. } => "other_kind",
            Self::Inline { .. } => "inline",
            Self::Scattered { .. } => "scattered",
            Self::OtherText { .. } => "other_text",
        }
    }
}
