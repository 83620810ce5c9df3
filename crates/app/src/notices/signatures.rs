//! Telling those whose signature a proposal waits for.

use super::kind::NoticeKind;
use super::notice::{Audience, Notice, Payload};
use super::write;
use crate::error::AppError;
use facts::Instant;
use store::Writer;

/// Tells whoever has a role, in the transaction in which a proposal begins to wait for their
/// signature: each proposal and role once.
///
/// # Errors
/// When the disk does not take it.
pub fn signature_wanted(
    writer: &mut Writer<'_>,
    (proposal, name): (&str, &str),
    role: &str,
    now: Instant,
) -> Result<(), AppError> {
    let notice = Notice {
        about: format!("signature/{proposal}/{role}"),
        kind: NoticeKind::SignatureWanted,
        lead: None,
        to: vec![Audience::Role(role.to_owned()), Audience::Programs],
        wait_seconds: 0,
        payload: Payload {
            at: now.0,
            target: name.to_owned(),
            proposal: proposal.to_owned(),
            ..Payload::default()
        },
    };
    write::write(writer, [super::Tell::Notice(Box::new(notice))].iter(), now)
}
