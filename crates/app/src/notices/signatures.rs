//! Telling those whose signature a proposal waits for, and that it waits no more.

use super::kind::NoticeKind;
use super::notice::{Audience, Notice, Payload};
use super::write;
use crate::error::AppError;
use facts::Instant;
use store::{ProposalRecord, Signature, Writer};

/// Tells whoever has a role, in the transaction in which a proposal begins to wait for their
/// signature: each text of a proposal and each role once.
///
/// # Errors
/// When the disk does not take it.
pub(crate) fn signature_wanted(
    writer: &mut Writer<'_>,
    proposal: &ProposalRecord,
    role: &str,
    now: Instant,
) -> Result<(), AppError> {
    let notice = Notice {
        about: about(proposal, role),
        kind: NoticeKind::SignatureWanted,
        lead: None,
        to: vec![Audience::Role(role.to_owned()), Audience::Programs],
        wait_seconds: 0,
        payload: Payload {
            at: now.0,
            target: proposal.title.clone(),
            proposal: proposal.id.to_string(),
            ..Payload::default()
        },
    };
    write::write(writer, [super::Tell::Notice(Box::new(notice))].iter(), now)
}

/// Takes that back, in the transaction in which a proposal is withdrawn or its text changed: what
/// has not left never does, and whoever was asked is told that their signature is not wanted.
///
/// # Errors
/// When the disk does not take it.
pub(crate) fn signature_unwanted(
    writer: &mut Writer<'_>,
    proposal: &ProposalRecord,
    role: &str,
    now: Instant,
) -> Result<(), AppError> {
    write::withdraw(writer, &about(proposal, role), now)
}

fn about(proposal: &ProposalRecord, role: &str) -> String {
    let text = blake3::Hash::from_bytes(Signature::hash_of(&proposal.text)).to_hex();
    format!("signature/{}/{}/{role}", proposal.id, &text[..16])
}
