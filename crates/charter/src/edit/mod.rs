//! Changing a charter's file: one thing at a time, with every comment, order and space elsewhere
//! left as they are, to the byte.
//!
//! An edit becomes [`Splice`]s: places of the text with what stands there and what shall. What is
//! not in a splice cannot change, and the splices turned round are the undo.

mod add;
mod error;
mod items;
mod layout;
mod path;
mod place;
mod remove;
mod set;
mod shift;
mod splice;
mod written;

pub use error::EditError;
pub use path::KeyPath;
pub use splice::{Splice, splice};
pub use written::Written;

use crate::diagnostic::Diagnostics;
use crate::file::parse;
use crate::model::Charter;
use layout::Layout;

/// One change to a charter's file.
#[derive(Clone, PartialEq, Debug)]
pub enum Edit {
    /// Gives a key a value: `stage.mql.enter`, `engagement.points."page.pricing"`. A key that is
    /// not there is added at the end of its section, and its section at the end of its kind.
    Set {
        /// Which key.
        at: KeyPath,
        /// What it shall be.
        value: Written,
    },
    /// Adds a clause: `promise.second-touch`, `persona.user`; or `icp.fit`, whose clauses have no
    /// id.
    Add {
        /// The clause, its id last.
        at: KeyPath,
        /// Its keys in order, without the id.
        keys: Vec<(String, Written)>,
        /// Beside which clause of its kind; after the last where not said.
        next: Option<Next>,
    },
    /// Adds one to a list of texts: `pass.opens_on`, `verdict.rejected.reasons`.
    Include {
        /// The list.
        at: KeyPath,
        /// What is added, at its end.
        item: Written,
    },
    /// Removes a key, one of a list, or a clause with the comment that stands directly above it.
    Remove {
        /// What goes.
        at: KeyPath,
    },
    /// Moves a clause, or a line of a section, beside another of its kind, with its comment.
    Move {
        /// What moves.
        at: KeyPath,
        /// Beside which.
        next: Next,
    },
}

/// Beside which other of its kind something is put, named as the last part of its path: a
/// clause's id, or its ordinal from 1 where it has none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// Directly before it.
    Before(String),
    /// Directly after it.
    After(String),
}

impl Next {
    fn name(&self) -> &str {
        match self {
            Self::Before(name) | Self::After(name) => name,
        }
    }
}

/// A text with its change made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edited {
    /// The whole text as it is now.
    pub text: String,
    /// What was put where, in the order of the text; none where all was so already.
    pub splices: Vec<Splice>,
}

impl Edited {
    /// What the text says now.
    ///
    /// # Errors
    /// Everything that is wrong with it now, what was wrong before included.
    pub fn check(&self) -> Result<Charter, Diagnostics> {
        crate::file::read(&self.text)
    }

    /// What takes the change back: applied to [`Edited::text`] with [`splice`], it yields the text
    /// from before.
    #[must_use]
    pub fn undo(&self) -> Vec<Splice> {
        splice::inverse(&self.splices)
    }
}

/// Makes one change to a charter's text. The text need not be sound, but it must be TOML.
///
/// The result may be unsound, as a stage is before its promise is added: ask [`Edited::check`].
///
/// # Errors
/// What stands in the way, with what to do.
///
/// ```
/// use charter::{Edit, KeyPath, Written, edit};
/// let text = "[temperature] # agreed in May\nhot = 60  # a demo\nwarm = 25\n";
/// let hotter = Edit::Set { at: KeyPath::parse("temperature.hot")?, value: Written::Whole(70) };
/// let edited = edit(text, &hotter)?;
/// assert_eq!(edited.text, "[temperature] # agreed in May\nhot = 70  # a demo\nwarm = 25\n");
/// assert_eq!(charter::splice(&edited.text, &edited.undo())?, text);
/// # Ok::<(), charter::EditError>(())
/// ```
pub fn edit(text: &str, edit: &Edit) -> Result<Edited, EditError> {
    let document = parse(text, "a charter is a short agreement: remove what is not part of it")
        .map_err(|found| EditError::NotToml(Box::new(found)))?;
    let layout = Layout::new(text, document.as_table());
    let splices = match edit {
        Edit::Set { at, value } => set::set(&layout, at, value),
        Edit::Add { at, keys, next } => add::clause(&layout, at, keys, next.as_ref()),
        Edit::Include { at, item } => items::include(&layout, at, item),
        Edit::Remove { at } => remove::remove(&layout, at),
        Edit::Move { at, next } => shift::shift(&layout, at, next),
    }?;
    Ok(Edited { text: splice(text, &splices)?, splices })
}
