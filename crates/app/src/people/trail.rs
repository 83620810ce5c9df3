//! Reading the audit trail.

use super::actor::Actor;
use super::permission::Permission;
use crate::engine::Engine;
use crate::error::AppError;
use store::{AuditQuery, AuditRecord};

impl Engine {
    /// Changes that people made to what is no fact, the last one first, at most
    /// [`Engine::PAGE_MAX`] and one.
    ///
    /// # Errors
    /// When the actor may not, or the ledger cannot be read.
    pub fn audit_trail(
        &self,
        actor: &Actor,
        query: &AuditQuery,
    ) -> Result<Vec<AuditRecord>, AppError> {
        actor.require(Permission::ReadAudit)?;
        let query = AuditQuery { limit: query.limit.clamp(1, Self::PAGE_MAX + 1), ..query.clone() };
        Ok(self.store.view().audit_page(&query)?)
    }
}
