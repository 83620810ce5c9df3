//! Changes to the charter that are being agreed on, what is said of them, and who signed.

use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// What became of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum ProposalState {
    /// It can be changed, commented on and signed.
    Open = 0,
    /// Whoever made it took it back.
    Withdrawn = 1,
    /// It is a version of the charter.
    Adopted = 2,
}

/// A change to the charter that is being agreed on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProposalRecord {
    /// Its number, from 1.
    pub id: u64,
    /// What it is about, in a line.
    pub title: String,
    /// The whole proposed charter's file, to the letter.
    pub text: String,
    /// From when it is to decide; `None`: as soon as it is signed.
    pub takes_force: Option<Instant>,
    /// Who made it.
    pub who: String,
    /// When.
    pub opened_at: Instant,
    /// When its text, title or date was changed last.
    pub changed_at: Instant,
    /// What became of it.
    pub state: ProposalState,
    /// The number of the version that it became.
    pub version: Option<u16>,
}

/// What somebody said of a proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProposalComment {
    /// Counts up over all proposals.
    pub id: u64,
    /// The proposal.
    pub proposal: u64,
    /// The clause that it is about; empty for the whole.
    pub clause: String,
    /// Who said it.
    pub who: String,
    /// When.
    pub at: Instant,
    /// What.
    pub said: String,
}

/// A signature under a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// Counts up over all proposals.
    pub id: u64,
    /// The proposal.
    pub proposal: u64,
    /// The hash of the text that was signed.
    pub text_hash: [u8; 32],
    /// The version that was in force then; 0 before the first.
    pub base: u16,
    /// The role that signed, as charters name it.
    pub role: String,
    /// Who.
    pub who: String,
    /// When.
    pub at: Instant,
    /// The hash over all of this and over the hash of the signature before.
    pub hash: [u8; 32],
}

const ALL: &str = "
    SELECT id, title, text, takes_force, who, opened_at, changed_at, state, version
    FROM proposal ORDER BY id DESC LIMIT ?1";
const ONE: &str = "
    SELECT id, title, text, takes_force, who, opened_at, changed_at, state, version
    FROM proposal WHERE id = ?1";
const SIGNED: &str = "
    SELECT id FROM proposal WHERE state = 0 AND id IN (SELECT proposal FROM signature)
    ORDER BY id";
const LAST: &str = "SELECT coalesce(max(id), 0) FROM proposal";
const PUT: &str = "
    INSERT INTO proposal (id, title, text, takes_force, who, opened_at, changed_at, state, version)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT (id) DO UPDATE SET
      title = excluded.title, text = excluded.text, takes_force = excluded.takes_force,
      changed_at = excluded.changed_at, state = excluded.state, version = excluded.version";
const COMMENTS: &str = "
    SELECT id, proposal, clause, who, at, said FROM proposal_comment
    WHERE proposal = ?1 ORDER BY id LIMIT ?2";
const LAST_COMMENT: &str = "SELECT coalesce(max(id), 0) FROM proposal_comment";
const ADD_COMMENT: &str = "
    INSERT INTO proposal_comment (id, proposal, clause, who, at, said)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const SIGNATURES: &str = "
    SELECT id, proposal, text_hash, base, role, who, at, hash FROM signature ORDER BY id";
const ADD_SIGNATURE: &str = "
    INSERT INTO signature (id, proposal, text_hash, base, role, who, at, hash)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

impl View<'_> {
    /// The latest proposals, the last first, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn proposals(&self, limit: u32) -> Result<Vec<ProposalRecord>, StoreError> {
        self.database.all(ALL, &cells![limit], proposal)
    }

    /// A proposal.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn proposal(&self, id: u64) -> Result<Option<ProposalRecord>, StoreError> {
        self.database.find(ONE, &cells![number(id)], proposal)
    }

    /// The open proposals that somebody signed.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn signed_proposals(&self) -> Result<Vec<u64>, StoreError> {
        self.database.all(SIGNED, &[], |row| row.count())
    }

    /// What was said of a proposal, in order, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn comments_on(
        &self,
        proposal: u64,
        limit: u32,
    ) -> Result<Vec<ProposalComment>, StoreError> {
        self.database.all(COMMENTS, &cells![number(proposal), limit], |row| {
            Ok(ProposalComment {
                id: row.count()?,
                proposal: row.count()?,
                clause: row.take()?,
                who: row.take()?,
                at: row.instant()?,
                said: row.take()?,
            })
        })
    }

    /// Every signature, in order.
    ///
    /// # Errors
    /// [`StoreError::BrokenChain`] when one is not what was signed.
    pub fn signatures(&self) -> Result<Vec<Signature>, StoreError> {
        let signatures = self.database.all(SIGNATURES, &[], |row| {
            Ok(Signature {
                id: row.count()?,
                proposal: row.count()?,
                text_hash: row.take()?,
                base: row.take()?,
                role: row.take()?,
                who: row.take()?,
                at: row.instant()?,
                hash: row.take()?,
            })
        })?;
        let mut before = [0; 32];
        for signature in &signatures {
            if signature.hash != signature.hash_after(&before) {
                let id = signature.id;
                return Err(StoreError::Corrupt(format!("signature {id} is not what was signed")));
            }
            before = signature.hash;
        }
        Ok(signatures)
    }
}

impl Writer<'_> {
    /// Adds a proposal under the next number, whatever number it has. Returns that number.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_proposal(&mut self, new: &ProposalRecord) -> Result<u64, StoreError> {
        let last: u64 = self.database.one(LAST, &[], |row| row.count())?;
        self.put_proposal(&ProposalRecord { id: last + 1, ..new.clone() })?;
        Ok(last + 1)
    }

    /// Changes a proposal: all but who made it, and when.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_proposal(&mut self, it: &ProposalRecord) -> Result<(), StoreError> {
        let takes_force = it.takes_force.map(|at| at.0);
        let row = cells![
            number(it.id),
            it.title.as_str(),
            it.text.as_str(),
            takes_force,
            it.who.as_str(),
            it.opened_at.0,
            it.changed_at.0,
            i64::from(it.state as u8),
            it.version.map(i64::from)
        ];
        self.database.run(PUT, &row).map(drop)
    }

    /// Adds what somebody said, under the next number, whatever number it has.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_comment(&mut self, new: &ProposalComment) -> Result<u64, StoreError> {
        let last: u64 = self.database.one(LAST_COMMENT, &[], |row| row.count())?;
        let row = cells![
            number(last + 1),
            number(new.proposal),
            new.clause.as_str(),
            new.who.as_str(),
            new.at.0,
            new.said.as_str()
        ];
        self.database.run(ADD_COMMENT, &row)?;
        Ok(last + 1)
    }

    /// Adds a signature, chained to the one before: its number and its hash are given here.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when a signature before is not what was signed, and when the disk
    /// does not take it.
    pub fn add_signature(&mut self, new: &Signature) -> Result<Signature, StoreError> {
        let signatures = self.view().signatures()?;
        let (last, before) = signatures.last().map_or((0, [0; 32]), |last| (last.id, last.hash));
        let mut signed = Signature { id: last + 1, ..new.clone() };
        signed.hash = signed.hash_after(&before);
        let row = cells![
            number(signed.id),
            number(signed.proposal),
            &signed.text_hash[..],
            i64::from(signed.base),
            signed.role.as_str(),
            signed.who.as_str(),
            signed.at.0,
            &signed.hash[..]
        ];
        self.database.run(ADD_SIGNATURE, &row)?;
        Ok(signed)
    }
}

impl Signature {
    /// The hash of a text that is signed.
    #[must_use]
    pub fn hash_of(text: &str) -> [u8; 32] {
        *blake3::hash(text.as_bytes()).as_bytes()
    }

    /// The hash over what was signed by whom and when, and over the hash of the signature before.
    fn hash_after(&self, before: &[u8; 32]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(before);
        hasher.update(&self.proposal.to_le_bytes());
        hasher.update(&self.text_hash);
        hasher.update(&self.base.to_le_bytes());
        hasher.update(&self.at.0.to_le_bytes());
        for text in [&self.role, &self.who] {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}

fn proposal(row: &mut Columns<'_>) -> Result<ProposalRecord, StoreError> {
    Ok(ProposalRecord {
        id: row.count()?,
        title: row.take()?,
        text: row.take()?,
        takes_force: row.take::<Option<i64>>()?.map(Instant),
        who: row.take()?,
        opened_at: row.instant()?,
        changed_at: row.instant()?,
        state: match row.take::<i64>()? {
            0 => ProposalState::Open,
            1 => ProposalState::Withdrawn,
            2 => ProposalState::Adopted,
            other => return Err(StoreError::Corrupt(format!("a proposal in state {other}"))),
        },
        version: version(row.take::<Option<i64>>()?)?,
    })
}

fn version(number: Option<i64>) -> Result<Option<u16>, StoreError> {
    let read = |number: i64| {
        u16::try_from(number).map_err(|_| StoreError::Corrupt(format!("version {number}")))
    };
    number.map(read).transpose()
}

/// Numbers of proposals, comments and signatures count up from 1.
const fn number(id: u64) -> i64 {
    id.cast_signed()
}
