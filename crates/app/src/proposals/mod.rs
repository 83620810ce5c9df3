//! Changing the charter together: a proposal is written, discussed, signed by whom the charter
//! asks, and takes force at its date. Nothing else changes terms.

mod page;
mod refusal;
mod signing;

pub use page::{Needed, ProposalPage, ProposedChange, SignedBy};
pub use refusal::ProposalRefused;

use crate::engine::Engine;
use crate::error::AppError;
use crate::notices::{signature_unwanted, signature_wanted};
use charter::{Charter, ClauseGroup};
use facts::Instant;
use page::asked_now;
use std::collections::BTreeSet;
use store::{AuditEntry, ProposalComment, ProposalRecord, ProposalState, StoreError, Writer};

/// What a proposal says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What it is about, in a line.
    pub title: String,
    /// The whole proposed charter's file.
    pub text: String,
    /// From when it is to decide; `None`: as soon as it is signed.
    pub takes_force: Option<Instant>,
}

impl Draft {
    /// The longest title, in characters.
    pub const TITLE_MAX: usize = 200;
    /// The longest comment, in characters.
    pub const COMMENT_MAX: usize = 5_000;
    /// The most comments on one proposal.
    pub const COMMENTS_MAX: u32 = 1_000;
    /// The most proposals of one list.
    pub const LIST_MAX: u32 = 200;
}

impl Engine {
    /// The latest proposals, the last first, at most [`Draft::LIST_MAX`].
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn proposals(&self) -> Result<Vec<ProposalRecord>, AppError> {
        Ok(self.store.view().proposals(Draft::LIST_MAX)?)
    }

    /// Writes a proposal. Returns its number.
    ///
    /// # Errors
    /// When its charter is not sound, or its date is past.
    pub fn propose(&mut self, draft: &Draft, who: &str, now: Instant) -> Result<u64, AppError> {
        let needed = self.needed_for(&self.sound(draft, now)?, now);
        let mut record = ProposalRecord {
            id: 0,
            title: draft.title.trim().to_owned(),
            text: draft.text.clone(),
            takes_force: draft.takes_force,
            who: who.to_owned(),
            opened_at: now,
            changed_at: now,
            state: ProposalState::Open,
            version: None,
        };
        let mut writer = self.store.begin()?;
        let id = writer.add_proposal(&record)?;
        record.id = id;
        ask(&mut writer, &record, &needed, now)?;
        let after = format!("{id} {}", record.title);
        writer.note(&entry("proposal.opened", who, now, String::new(), after))?;
        writer.commit()?;
        Ok(id)
    }

    /// Changes an open proposal. Signatures under another text hold no more.
    ///
    /// # Errors
    /// When there is none, it is not open, somebody else made it, its charter is not sound, or its
    /// date is past.
    pub fn redraft(
        &mut self,
        id: u64,
        draft: &Draft,
        who: &str,
        now: Instant,
    ) -> Result<(), AppError> {
        let needed = self.needed_for(&self.sound(draft, now)?, now);
        let record = self.own_open(id, who)?;
        let changed = ProposalRecord {
            title: draft.title.trim().to_owned(),
            text: draft.text.clone(),
            takes_force: draft.takes_force,
            changed_at: now,
            ..record.clone()
        };
        let asked_before = self.roles_of(&record);
        let mut writer = self.store.begin()?;
        unchanged(&writer, &record)?;
        writer.put_proposal(&changed)?;
        // Signatures hold for a text; what was signed under another one is asked for again.
        if changed.text != record.text {
            nobody_is_asked(&mut writer, &record, &asked_before, now)?;
            ask(&mut writer, &changed, &needed, now)?;
        }
        let (before, after) = (record.title, changed.title);
        writer.note(&entry("proposal.changed", who, now, format!("{id} {before}"), after))?;
        Ok(writer.commit()?)
    }

    /// Takes an open proposal back. Who was asked for a signature is told that none is wanted.
    ///
    /// # Errors
    /// When there is none, it is not open, or somebody else made it.
    pub fn withdraw(&mut self, id: u64, who: &str, now: Instant) -> Result<(), AppError> {
        let record = self.own_open(id, who)?;
        let before = format!("{id} {}", record.title);
        let asked = self.roles_of(&record);
        let mut writer = self.store.begin()?;
        unchanged(&writer, &record)?;
        nobody_is_asked(&mut writer, &record, &asked, now)?;
        writer.put_proposal(&ProposalRecord {
            state: ProposalState::Withdrawn,
            changed_at: now,
            ..record
        })?;
        writer.note(&entry("proposal.withdrawn", who, now, before, String::new()))?;
        Ok(writer.commit()?)
    }

    /// Says something of a proposal, or of one of its clauses.
    ///
    /// # Errors
    /// When there is none, or nothing or too much is said.
    pub fn comment(
        &mut self,
        id: u64,
        (clause, said): (&str, &str),
        who: &str,
        now: Instant,
    ) -> Result<u64, AppError> {
        self.proposal_record(id)?;
        let (clause, said) = (clause.trim(), said.trim());
        let length = said.chars().count();
        if length == 0 || length > Draft::COMMENT_MAX || clause.len() > Draft::TITLE_MAX {
            let (what, most) = ("comment", Draft::COMMENT_MAX);
            return Err(ProposalRefused::TooLong { what, most }.into());
        }
        let before = self.store.view().comments_on(id, Draft::COMMENTS_MAX)?.len();
        if before >= Draft::COMMENTS_MAX as usize {
            return Err(ProposalRefused::TooManyComments.into());
        }
        let (clause, who, said) = (clause.to_owned(), who.to_owned(), said.to_owned());
        let comment = ProposalComment { id: 0, proposal: id, clause, who, at: now, said };
        let mut writer = self.store.begin()?;
        let comment = writer.add_comment(&comment)?;
        writer.commit()?;
        Ok(comment)
    }

    fn sound(&self, draft: &Draft, now: Instant) -> Result<Charter, AppError> {
        let length = draft.title.trim().chars().count();
        if length == 0 || length > Draft::TITLE_MAX {
            return Err(ProposalRefused::TooLong { what: "title", most: Draft::TITLE_MAX }.into());
        }
        if let Some(from) = draft.takes_force.filter(|from| *from < now) {
            return Err(AppError::Backdated { from, now });
        }
        charter::read(&draft.text).map_err(|problems| AppError::Charter(Box::new(problems)))
    }

    /// Every role that may have been asked to sign a proposal.
    fn roles_of(&self, record: &ProposalRecord) -> BTreeSet<String> {
        let proposed = charter::read(&record.text).ok();
        let versions = self.versions.iter().map(|version| &version.charter);
        let charters: Vec<_> = versions.chain(&proposed).collect();
        let roles = charters.iter().flat_map(|charter| {
            ClauseGroup::ALL.into_iter().flat_map(|part| charter.signers.of(part))
        });
        roles.map(str::to_owned).collect()
    }

    pub(super) fn proposal_record(&self, id: u64) -> Result<ProposalRecord, AppError> {
        let found = self.store.view().proposal(id)?;
        Ok(found.ok_or(ProposalRefused::Unknown(id))?)
    }

    fn open_proposal(&self, id: u64) -> Result<ProposalRecord, AppError> {
        let record = self.proposal_record(id)?;
        match record.state {
            ProposalState::Open => Ok(record),
            ProposalState::Withdrawn => Err(ProposalRefused::Withdrawn.into()),
            ProposalState::Adopted => Err(ProposalRefused::Adopted(record.version).into()),
        }
    }

    fn own_open(&self, id: u64, who: &str) -> Result<ProposalRecord, AppError> {
        let record = self.open_proposal(id)?;
        if record.who != who {
            return Err(ProposalRefused::NotYours { who: record.who }.into());
        }
        Ok(record)
    }
}

/// That nobody changed or signed away a proposal since it was read, on this server or another.
fn unchanged(writer: &Writer<'_>, record: &ProposalRecord) -> Result<(), AppError> {
    match writer.view().proposal(record.id)?.as_ref() == Some(record) {
        true => Ok(()),
        false => Err(StoreError::ChangedElsewhere.into()),
    }
}

/// Takes back what asked for signatures under the text of a proposal.
fn nobody_is_asked(
    writer: &mut Writer<'_>,
    record: &ProposalRecord,
    roles: &BTreeSet<String>,
    now: Instant,
) -> Result<(), AppError> {
    roles.iter().try_for_each(|role| signature_unwanted(writer, record, role, now))
}

/// Tells those who can sign now, of the signatures that are still open.
fn ask(
    writer: &mut Writer<'_>,
    record: &ProposalRecord,
    needed: &[Needed],
    now: Instant,
) -> Result<(), AppError> {
    let open: Vec<_> = needed.iter().filter(|needed| needed.signed.is_none()).collect();
    asked_now(&open).into_iter().try_for_each(|role| signature_wanted(writer, record, role, now))
}

fn entry(what: &str, who: &str, at: Instant, before: String, after: String) -> AuditEntry {
    AuditEntry { at, who: who.to_owned(), what: what.to_owned(), before, after }
}
