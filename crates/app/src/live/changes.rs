//! What became of leads, as it is decided, by whichever server.

use super::Live;
use crate::Engine;
use crate::error::AppError;
use facts::SubjectId;
use std::sync::PoisonError;

/// What was decided since somebody last looked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changed {
    /// The leads about which something was decided, each once, at most [`Changed::LEADS_MAX`].
    pub leads: Vec<SubjectId>,
    /// Whether there were more than that.
    pub many: bool,
    /// Whether the charter or settings changed.
    pub terms: bool,
}

impl Changed {
    /// The most leads that are named.
    pub const LEADS_MAX: u32 = 500;

    /// Whether nothing was.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.leads.is_empty() && !self.many && !self.terms
    }
}

/// Up to where decisions were followed.
#[derive(Debug)]
pub(super) struct Follower {
    sequence: i64,
    versions: usize,
}

impl Follower {
    pub(super) fn from_now_on(engine: &Engine) -> Result<Self, AppError> {
        let sequence = engine.store().view().last_decided()?;
        Ok(Self { sequence, versions: engine.versions().len() })
    }
}

impl Live {
    /// What was decided since this was asked last, here or by another server on the same ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read; then nothing is taken as told.
    pub fn changes(&self) -> Result<Changed, AppError> {
        let mut follower = self.follower.lock().unwrap_or_else(PoisonError::into_inner);
        self.readers.read(|engine| {
            let view = engine.store().view();
            let last = view.last_decided()?;
            let versions = engine.versions().len();
            let mut changed =
                Changed { terms: versions != follower.versions, ..Changed::default() };
            if last != follower.sequence {
                let found = view.leads_decided_after(follower.sequence, Changed::LEADS_MAX + 1)?;
                changed.many = found.len() > Changed::LEADS_MAX as usize;
                changed.leads = found;
                changed.leads.truncate(Changed::LEADS_MAX as usize);
            }
            *follower = Follower { sequence: last, versions };
            Ok(changed)
        })
    }
}
