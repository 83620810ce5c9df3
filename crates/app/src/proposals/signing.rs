//! Signing, and what is signed by all taking force.

use super::{ProposalRefused, entry, unchanged};
use crate::adopt::Adoption;
use crate::engine::Engine;
use crate::error::AppError;
use crate::notices::signature_wanted;
use facts::Instant;
use lifecycle::VersionNumber;
use store::{ProposalRecord, ProposalState, Signature, StoreError};

impl Engine {
    /// Signs a proposal for a role, under the text of this hash. With the last signature that the
    /// charter asks for, the proposal is adopted; returns the version then.
    ///
    /// # Errors
    /// When there is no such open proposal, its text is another by now, the role is not asked, has
    /// signed, or signs last; and, for the last signature, as [`Engine::adopt_charter`]: then the
    /// signature stands.
    pub fn sign(
        &mut self,
        id: u64,
        (role, who): (&str, &str),
        text_hash: [u8; 32],
        now: Instant,
    ) -> Result<Option<VersionNumber>, AppError> {
        self.open_proposal(id)?;
        let page = self.proposal(id, now)?;
        if page.text_hash != text_hash {
            return Err(ProposalRefused::ChangedMeanwhile.into());
        }
        let asked = || page.needed.iter().map(|needed| needed.role.clone()).collect::<Vec<_>>();
        if page.needed.is_empty() {
            return Err(ProposalRefused::NothingToSign.into());
        }
        let needed = page.needed.iter().find(|needed| needed.role == role);
        let needed = needed.ok_or_else(|| ProposalRefused::NotAsked(asked()))?;
        if needed.signed.is_some() {
            return Err(ProposalRefused::SignedAlready { role: role.to_owned() }.into());
        }
        let unsigned = |other: &&super::Needed| other.role != role && other.signed.is_none();
        let open: Vec<_> = page.needed.iter().filter(unsigned).map(|it| it.role.clone()).collect();
        if needed.is_last && !open.is_empty() {
            return Err(ProposalRefused::OthersFirst(open).into());
        }
        let signature = Signature {
            id: 0,
            proposal: id,
            text_hash,
            base: page.base,
            role: role.to_owned(),
            who: who.to_owned(),
            at: now,
            hash: [0; 32],
        };
        let mut writer = self.store.begin()?;
        unchanged(&writer, &page.record)?;
        let same =
            |it: &Signature| (it.proposal, it.text_hash, it.base) == (id, text_hash, page.base);
        if writer.view().signatures()?.iter().any(|it| same(it) && it.role == role) {
            return Err(StoreError::ChangedElsewhere.into());
        }
        let signed = writer.add_signature(&signature)?;
        // Whoever signs last is asked once it is their turn.
        let left: Vec<_> = page.needed.iter().filter(unsigned).collect();
        if left.iter().all(|needed| needed.is_last) {
            for needed in left {
                signature_wanted(&mut writer, &page.record, &needed.role, now)?;
            }
        }
        let after = format!("{id} {} as {role}, signature {}", page.record.title, signed.id);
        writer.note(&entry("proposal.signed", who, now, String::new(), after))?;
        writer.commit()?;
        if open.is_empty() { self.adopt_proposal(id, now).map(Some) } else { Ok(None) }
    }

    /// Adopts every open proposal that has all its signatures: one that was interrupted between
    /// its last signature and its adoption. Takes no input, and can be called any number of times.
    ///
    /// # Errors
    /// When the ledger cannot be read or written.
    pub fn adopt_signed(&mut self, now: Instant) -> Result<u64, AppError> {
        let mut adopted = 0;
        for id in self.store.view().signed_proposals()? {
            let page = self.proposal(id, now)?;
            let is_complete =
                !page.needed.is_empty() && page.needed.iter().all(|needed| needed.signed.is_some());
            if !is_complete {
                continue;
            }
            match self.adopt_proposal(id, now) {
                Ok(_) => adopted += 1,
                Err(AppError::Store(error)) => return Err(error.into()),
                // Who signed last was told why; it stays open until its date or text is changed.
                Err(_) => {}
            }
        }
        Ok(adopted)
    }

    fn adopt_proposal(&mut self, id: u64, now: Instant) -> Result<VersionNumber, AppError> {
        let page = self.proposal(id, now)?;
        let names: Vec<_> = page
            .needed
            .iter()
            .filter_map(|needed| needed.signed.as_ref())
            .map(|signed| signed.who.clone())
            .collect();
        let who = names.join(", ");
        let from = page.record.takes_force.map_or(now, |from| from.max(now));
        let adoption = Adoption { text: &page.record.text, from, who: &who, trial: false };
        let record = page.record.clone();
        self.adopt(&adoption, false, now, |writer, version| {
            unchanged(writer, &record)?;
            let state = ProposalState::Adopted;
            let version = Some(version.0);
            Ok(writer.put_proposal(&ProposalRecord {
                state,
                version,
                changed_at: now,
                ..record
            })?)
        })
    }
}
