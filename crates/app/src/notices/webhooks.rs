//! Programs and rooms that are told: making, changing and trying them out.

use super::error::NoticeError;
use super::kind::NoticeKind;
use super::notice::Audience;
use crate::engine::Engine;
use crate::error::AppError;
use facts::{Instant, Seconds};
use store::{AuditEntry, NewMessage, Webhook, WebhookFormat};

/// A program or a room to be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewWebhook {
    /// In which form.
    pub format: WebhookFormat,
    /// Where.
    pub url: String,
    /// Of which kinds of notices, by their words; empty for all.
    pub kinds: Vec<String>,
    /// For a room, of whose: `role:sales_head`; empty for all.
    pub audience: String,
}

impl Engine {
    /// The most webhooks.
    pub const WEBHOOKS_MAX: usize = 100;
    /// For how long the secret before a change goes on signing.
    pub const FORMER_SECRET: Seconds = Seconds(24 * 3_600);
    /// The longest address of a webhook, in bytes.
    const URL_BYTES_MAX: usize = 2_000;

    /// Has a program or a room told from now on. The id and the secret are random.
    ///
    /// # Errors
    /// When the address, a kind or the audience cannot be used, or there are too many.
    pub fn add_webhook(
        &mut self,
        new: &NewWebhook,
        (id, secret): (String, Vec<u8>),
        who: &str,
        now: Instant,
    ) -> Result<Webhook, AppError> {
        check(new)?;
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        let there = writer.view().webhooks()?.len();
        if there >= Self::WEBHOOKS_MAX {
            return Err(NoticeError::TooManyWebhooks(there).into());
        }
        let webhook = Webhook {
            id,
            format: new.format,
            url: new.url.clone(),
            kinds: new.kinds.clone(),
            audience: new.audience.clone(),
            secret,
            former_secret: Vec::new(),
            former_until: Instant::EARLIEST,
            disabled: false,
            created_at: now,
            created_by: who.to_owned(),
        };
        writer.put_webhook(&webhook)?;
        writer.note(&noted("webhook.added", String::new(), said(&webhook), who, now))?;
        writer.commit()?;
        Ok(webhook)
    }

    /// Gives a webhook another secret; the one before signs too for a day.
    ///
    /// # Errors
    /// When there is none.
    pub fn rotate_webhook_secret(
        &mut self,
        id: &str,
        secret: Vec<u8>,
        who: &str,
        now: Instant,
    ) -> Result<Webhook, AppError> {
        self.change_webhook(id, "webhook.secret_changed", who, now, move |webhook| {
            webhook.former_secret = std::mem::replace(&mut webhook.secret, secret.clone());
            webhook.former_until = now.plus(Self::FORMER_SECRET);
        })
    }

    /// Has a webhook told nothing, or told again.
    ///
    /// # Errors
    /// When there is none.
    pub fn disable_webhook(
        &mut self,
        id: &str,
        disabled: bool,
        who: &str,
        now: Instant,
    ) -> Result<Webhook, AppError> {
        let what = if disabled { "webhook.disabled" } else { "webhook.enabled" };
        self.change_webhook(id, what, who, now, |webhook| webhook.disabled = disabled)
    }

    fn change_webhook(
        &mut self,
        id: &str,
        what: &str,
        who: &str,
        now: Instant,
        change: impl FnOnce(&mut Webhook),
    ) -> Result<Webhook, AppError> {
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        let found = writer.view().webhook(id)?;
        let mut webhook = found.ok_or_else(|| NoticeError::UnknownWebhook(id.to_owned()))?;
        let before = said(&webhook);
        change(&mut webhook);
        writer.put_webhook(&webhook)?;
        writer.note(&noted(what, before, said(&webhook), who, now))?;
        writer.commit()?;
        Ok(webhook)
    }

    /// Removes a webhook; what waits for it is given up.
    ///
    /// # Errors
    /// When there is none.
    pub fn remove_webhook(&mut self, id: &str, who: &str, now: Instant) -> Result<(), AppError> {
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        let found = writer.view().webhook(id)?;
        let webhook = found.ok_or_else(|| NoticeError::UnknownWebhook(id.to_owned()))?;
        writer.remove_webhook(id)?;
        writer.note(&noted("webhook.removed", said(&webhook), String::new(), who, now))?;
        Ok(writer.commit()?)
    }

    /// Sends a webhook a test; it leaves with the next turn of delivering. Returns its key.
    ///
    /// # Errors
    /// When there is none.
    pub fn test_webhook(&mut self, id: &str, now: Instant) -> Result<String, AppError> {
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        let found = writer.view().webhook(id)?;
        let webhook = found.ok_or_else(|| NoticeError::UnknownWebhook(id.to_owned()))?;
        let about = format!("test/{id}/{}", now.0);
        let payload = super::notice::Payload { at: now.0, ..Default::default() };
        let message = NewMessage {
            key: format!("{about}>{id}"),
            about,
            kind: NoticeKind::Test.word().to_owned(),
            subject: None,
            channel: webhook.format.word().to_owned(),
            recipient: id.to_owned(),
            payload: payload.written(),
            digest: String::new(),
            not_before: now,
        };
        writer.add_messages(std::slice::from_ref(&message), now)?;
        writer.commit()?;
        Ok(message.key)
    }
}

/// An id for a webhook.
///
/// # Errors
/// [`NoticeError::NoRandomness`].
pub fn random_webhook_id() -> Result<String, AppError> {
    let drawn = getrandom::u64().map_err(|why| NoticeError::NoRandomness(why.to_string()))?;
    Ok(format!("hook-{}", facts::SubjectId(drawn)))
}

/// A secret for a webhook: 32 random bytes.
///
/// # Errors
/// [`NoticeError::NoRandomness`].
pub fn random_secret() -> Result<Vec<u8>, AppError> {
    let mut secret = vec![0; 32];
    getrandom::fill(&mut secret).map_err(|why| NoticeError::NoRandomness(why.to_string()))?;
    Ok(secret)
}

fn check(new: &NewWebhook) -> Result<(), NoticeError> {
    let rest = new.url.strip_prefix("https://").or_else(|| new.url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let is_plain = new.url.chars().all(|c| c.is_ascii_graphic());
    if host.is_empty() || host.contains('@') || !is_plain || new.url.len() > Engine::URL_BYTES_MAX {
        return Err(NoticeError::BadAddress);
    }
    if let Some(unknown) = new.kinds.iter().find(|kind| NoticeKind::from_word(kind).is_none()) {
        return Err(NoticeError::UnknownKind(unknown.clone()));
    }
    if new.audience.is_empty() {
        return Ok(());
    }
    if new.format == WebhookFormat::Standard {
        return Err(NoticeError::ProgramHasNoAudience);
    }
    match Audience::read(&new.audience) {
        Some(Audience::Person(word) | Audience::Role(word)) if !word.is_empty() => Ok(()),
        _ => Err(NoticeError::BadAudience(new.audience.clone())),
    }
}

/// A webhook for the audit trail, without what is secret: the path of a room's address is.
fn said(webhook: &Webhook) -> String {
    let Webhook { id, format, url, kinds, audience, disabled, .. } = webhook;
    let host = url.split('/').nth(2).unwrap_or_default();
    let kinds = if kinds.is_empty() { "all".to_owned() } else { kinds.join(" ") };
    let state = if *disabled { "disabled" } else { "enabled" };
    format!("{id} {} {host} {kinds} {audience} {state}", format.word())
}

fn noted(what: &str, before: String, after: String, who: &str, at: Instant) -> AuditEntry {
    AuditEntry { at, who: who.to_owned(), what: what.to_owned(), before, after }
}
