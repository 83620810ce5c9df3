//! Adding and withdrawing messages, in the transaction of what they are about.

use super::derive::Tell;
use super::kind::NoticeKind;
use super::notice::{Audience, Notice, Payload, TO_ADDRESS, about_fact};
use crate::error::AppError;
use facts::{Fact, Instant, Kind, Seconds, Value, Vocabulary};
use store::{NewMessage, OutboxMessage, Writer};

/// How late an assignment may come to be told: later ones are history.
const ASSIGNED_WITHIN: Seconds = Seconds(86_400);
/// How long an undo stops the message about an assignment.
const UNDO_SECONDS: i64 = 10;

/// Writes what changes about what is told.
pub(crate) fn write<'t>(
    writer: &mut Writer<'_>,
    tells: impl Iterator<Item = &'t Tell>,
    now: Instant,
) -> Result<(), AppError> {
    let mut messages = Vec::new();
    for tell in tells {
        match tell {
            Tell::Notice(notice) => messages.extend(notice.messages(now)),
            Tell::Withdraw(about) => withdraw(writer, about, now)?,
        }
    }
    add(writer, messages, now)
}

fn add(
    writer: &mut Writer<'_>,
    mut messages: Vec<NewMessage>,
    now: Instant,
) -> Result<(), AppError> {
    let programs = Audience::Programs.written();
    if messages.iter().any(|message| message.recipient == programs) {
        let listens = writer.view().webhooks()?.iter().any(|webhook| !webhook.disabled);
        messages.retain(|message| listens || message.recipient != programs);
    }
    if !messages.is_empty() {
        writer.add_messages(&messages, now)?;
    }
    Ok(())
}

/// Withdraws what was told about something: what has not left never does, and whoever has it or
/// may have it is told that it does not hold.
pub(crate) fn withdraw(writer: &mut Writer<'_>, about: &str, now: Instant) -> Result<(), AppError> {
    let out = writer.withdraw_messages(about, now)?;
    let addressed = out.into_iter().filter(|message| message.message.channel != TO_ADDRESS);
    let corrections: Vec<_> = addressed.filter_map(|message| correction(&message, now)).collect();
    if !corrections.is_empty() {
        writer.add_messages(&corrections, now)?;
    }
    Ok(())
}

/// The message that follows one that does not hold. It leaves after a claim of that one has ended.
fn correction(corrected: &OutboxMessage, now: Instant) -> Option<NewMessage> {
    let was = &corrected.message;
    if was.kind == NoticeKind::Correction.word() || was.kind == NoticeKind::Test.word() {
        return None;
    }
    let in_flight = corrected.acts_at != Instant::NEVER && corrected.may_be_out;
    let payload = Payload {
        corrects: was.kind.clone(),
        corrected_key: was.key.clone(),
        ..Payload::read(&was.payload)
    };
    Some(NewMessage {
        key: format!("{}>correction", was.key),
        about: format!("correction/{}", was.key),
        kind: NoticeKind::Correction.word().to_owned(),
        subject: was.subject,
        channel: was.channel.clone(),
        recipient: was.recipient.clone(),
        payload: payload.written(),
        digest: String::new(),
        not_before: if in_flight { corrected.acts_at.max(now) } else { now },
    })
}

/// Tells people of leads that were given to them, and takes that back where an assignment is
/// retracted. Facts that an import brings are history and told to nobody.
pub(crate) fn tell_of_facts(
    writer: &mut Writer<'_>,
    facts: &[Fact],
    words: &Vocabulary,
    now: Instant,
) -> Result<(), AppError> {
    let mut messages = Vec::new();
    for fact in facts {
        match (words.name(fact.code), fact.value) {
            (Some((Kind::Assignment, name)), Value::Text(who)) => {
                let who = words.word(who);
                if who.is_empty() || fact.occurred_at.plus(ASSIGNED_WITHIN) < now {
                    continue;
                }
                let payload = Payload {
                    at: fact.occurred_at.0,
                    target: name.to_owned(),
                    who: who.to_owned(),
                    by: words.word(fact.actor).to_owned(),
                    ..Payload::default()
                };
                let is_human = fact.origin.is_human();
                let notice = Notice {
                    about: about_fact("assigned", fact.subject, fact.key),
                    kind: NoticeKind::LeadAssigned,
                    lead: Some(fact.subject),
                    to: vec![Audience::Person(who.to_owned()), Audience::Programs],
                    wait_seconds: if is_human { UNDO_SECONDS } else { 0 },
                    payload,
                };
                messages.extend(notice.messages(now));
            }
            (Some((Kind::Retraction, _)), Value::Fact(key)) => {
                withdraw(writer, &about_fact("assigned", fact.subject, key), now)?;
            }
            _ => {}
        }
    }
    add(writer, messages, now)
}
