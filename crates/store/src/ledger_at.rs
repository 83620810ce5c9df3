//! How far a ledger is.

use crate::error::StoreError;
use crate::store::View;
use crate::writer::Epoch;
use facts::Position;

/// How far a ledger is: two that are the same say the same of all leads, but for those that are to
/// be settled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LedgerAt {
    /// Which ledger, and how often its stories became others otherwise than by facts.
    name: (String, i64),
    /// How many versions of the charter, holidays and erasures there are.
    terms: (i64, i64, i64),
    position: Position,
    decided: i64,
}

impl LedgerAt {
    /// The last fact.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// The place of the last decision among those of all leads.
    #[must_use]
    pub fn decided(&self) -> i64 {
        self.decided
    }

    /// Whether only facts and decisions came between this and another, if anything did.
    #[must_use]
    pub fn is_followed_by(&self, later: &Self) -> bool {
        (&self.name, self.terms) == (&later.name, later.terms)
            && self.position <= later.position
            && self.decided <= later.decided
    }

    /// Whether this is certainly later than another.
    #[must_use]
    pub fn is_after(&self, other: &Self) -> bool {
        self != other && other.is_followed_by(self)
    }
}

impl View<'_> {
    /// How far the ledger is.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn ledger_at(&self) -> Result<LedgerAt, StoreError> {
        let Epoch { versions, holidays, erasures, .. } = Epoch::read(self.database)?;
        let name = self.ledger_name()?;
        Ok(LedgerAt {
            name: (name.id, name.epoch),
            terms: (versions, holidays, erasures),
            position: self.tail()?,
            decided: self.last_decided()?,
        })
    }
}
