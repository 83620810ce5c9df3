//! From roles and words to people by name, each in the rhythm that they chose.

use super::directory::{Directory, Recipient};
use super::kind::NoticeKind;
use super::notice::{Audience, Payload, TO_ADDRESS};
use super::rhythm::{next_digest, rhythm};
use crate::engine::Engine;
use crate::error::AppError;
use facts::{Instant, Seconds};
use store::{MessageState, NewMessage, OutboxMessage, Rhythm, Webhook, WebhookFormat};

/// The channel of emails.
pub(crate) const EMAIL: &str = "email";
/// What happened longer ago than this is told together: after a stop, or when history comes in late,
/// nobody gets a message for each.
const OLD: Seconds = Seconds(2 * 86_400);
/// How many notices one transaction addresses.
const NOTICES_MAX: u32 = 200;
/// How many transactions one call makes.
const TURNS_MAX: u32 = 50;

impl Engine {
    /// Addresses the notices that are due to people by name and to programs and rooms. One that is
    /// for nobody becomes a dead letter: somebody should have been told. Returns how many were
    /// addressed.
    ///
    /// # Errors
    /// When the ledger cannot be read or written.
    pub fn address_notices(
        &mut self,
        directory: &dyn Directory,
        now: Instant,
    ) -> Result<u64, AppError> {
        let mut addressed = 0;
        for _ in 0..TURNS_MAX {
            let due = self.store.view().due_messages(TO_ADDRESS, now, NOTICES_MAX)?;
            if due.is_empty() {
                break;
            }
            let webhooks = self.store.view().webhooks()?;
            let each: Vec<_> = due
                .iter()
                .map(|notice| self.addressed(directory, &webhooks, &notice.message, now))
                .collect::<Result<_, _>>()?;
            self.refresh_if_changed()?;
            let mut writer = self.store.begin()?;
            for (notice, messages) in due.iter().zip(each) {
                // Withdrawn or addressed by another node meanwhile.
                let still = writer.view().message(&notice.message.key)?;
                if still.as_ref().map(|it| it.state) != Some(MessageState::Waiting) {
                    continue;
                }
                match messages {
                    Ok(messages) => {
                        writer.add_messages(&messages, now)?;
                        writer.end_message(notice.id, MessageState::Sent, "", now)?;
                    }
                    Err(why) => writer.end_message(notice.id, MessageState::Dead, &why, now)?,
                }
                addressed += 1;
            }
            writer.commit()?;
            if due.len() < NOTICES_MAX as usize {
                break;
            }
        }
        Ok(addressed)
    }

    /// The messages that a notice becomes, or why there is nobody to tell.
    fn addressed(
        &self,
        directory: &dyn Directory,
        webhooks: &[Webhook],
        notice: &NewMessage,
        now: Instant,
    ) -> Result<Result<Vec<NewMessage>, String>, AppError> {
        let Some(audience) = Audience::read(&notice.recipient) else {
            return Ok(Err(format!("`{}` is nobody who can be told", notice.recipient)));
        };
        let kind = NoticeKind::from_word(&notice.kind).unwrap_or(NoticeKind::Test);
        let mut messages = to_webhooks(webhooks, &audience, notice, now);
        if audience == Audience::Programs {
            return Ok(Ok(messages));
        }
        let people = directory.recipients(self, &audience)?;
        if people.is_empty() && messages.is_empty() {
            let help = "give it to a user, or set up a room for it, and send this again";
            return Ok(Err(format!("`{}` is nobody's: {help}", notice.recipient)));
        }
        let by = Payload::read(&notice.payload).by;
        for person in &people {
            let is_named = matches!(audience, Audience::Person(_));
            // Nobody needs to be told of what they did themselves.
            if person.email.is_empty() || (!by.is_empty() && by == person.word) {
                continue;
            }
            let chosen = self.store.view().preferences_of(&person.id)?;
            let rhythm = rhythm(&chosen, kind, EMAIL, (is_named, person.is_head));
            messages.extend(self.to_person(notice, person, rhythm, now));
        }
        Ok(Ok(messages))
    }

    fn to_person(
        &self,
        notice: &NewMessage,
        person: &Recipient,
        rhythm: Rhythm,
        now: Instant,
    ) -> Option<NewMessage> {
        let mut message = NewMessage {
            key: format!("{}>{}>{EMAIL}", notice.about, person.id),
            channel: EMAIL.to_owned(),
            recipient: person.id.clone(),
            ..notice.clone()
        };
        match rhythm {
            Rhythm::Off => return None,
            Rhythm::Immediate if is_old(notice, now) => {
                message.digest = format!("digest/{}/{EMAIL}/late/{}", person.id, now.0);
            }
            Rhythm::Immediate => {}
            Rhythm::Daily { .. } | Rhythm::Weekly { .. } => {
                let at = next_digest(rhythm, now, self.zone())?;
                message.not_before = at;
                message.digest = format!("digest/{}/{EMAIL}/{}", person.id, at.0);
            }
        }
        Some(message)
    }

    /// The company's zone: that of the charter adopted last; UTC before the first.
    pub(crate) fn zone(&self) -> &str {
        self.versions.last().map_or("UTC", |version| &version.charter.timezone)
    }
}

/// The messages to programs and rooms; rooms are not told of what is long ago. Those that are for all are told once of each notice, with the
/// programs; a room for somebody is told with them.
fn to_webhooks(
    webhooks: &[Webhook],
    audience: &Audience,
    notice: &NewMessage,
    now: Instant,
) -> Vec<NewMessage> {
    let old = is_old(notice, now);
    let wants = |webhook: &&Webhook| {
        let kinds = &webhook.kinds;
        let is_meant = match (audience, webhook.audience.as_str()) {
            (Audience::Programs, "") => true,
            (Audience::Programs, _) | (_, "") => false,
            (audience, meant) => audience.written() == meant,
        };
        let is_room = webhook.format != WebhookFormat::Standard;
        is_meant
            && !(is_room && old)
            && !webhook.disabled
            && (kinds.is_empty() || kinds.contains(&notice.kind))
    };
    let message = |webhook: &Webhook| NewMessage {
        key: format!("{}>{}", notice.about, webhook.id),
        channel: webhook.format.word().to_owned(),
        recipient: webhook.id.clone(),
        ..notice.clone()
    };
    webhooks.iter().filter(wants).map(message).collect()
}

/// Whether a notice tells of something long ago.
fn is_old(notice: &NewMessage, now: Instant) -> bool {
    Instant(Payload::read(&notice.payload).at).plus(OLD) < now
}

/// Whether a message goes to a program or a room.
pub(crate) fn is_to_webhook(message: &OutboxMessage) -> bool {
    WebhookFormat::from_word(&message.message.channel).is_some()
}
