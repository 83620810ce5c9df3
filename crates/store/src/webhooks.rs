//! Programs and chat rooms that are told.

use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;
use std::fmt;

/// A program or a chat room that is told.
#[derive(Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its id.
    pub id: String,
    /// In which form it is told.
    pub format: WebhookFormat,
    /// Where. Chat rooms have secrets in theirs: never logged.
    pub url: String,
    /// Of which kinds of notices; empty for all.
    pub kinds: Vec<String>,
    /// Of those for whom a chat room is told, `role:sales_head` or `queue:sdr`; empty for all.
    pub audience: String,
    /// What signs that a message is ours.
    pub secret: Vec<u8>,
    /// The one before, which signs too for a while; empty when there is none.
    pub former_secret: Vec<u8>,
    /// Until when.
    pub former_until: Instant,
    /// Whether it is told nothing at present.
    pub disabled: bool,
    /// When it was made.
    pub created_at: Instant,
    /// Who made it.
    pub created_by: String,
}

/// In which form a program or a chat room is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum WebhookFormat {
    /// Signed JSON, by the Standard Webhooks specification.
    Standard = 0,
    /// A message of Slack.
    Slack = 1,
    /// A card of Microsoft Teams.
    Teams = 2,
}

impl WebhookFormat {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Slack, Self::Teams];

    /// Its word, as in JSON; the channel of its messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Standard => "webhook",
            Self::Slack => "slack",
            Self::Teams => "teams",
        }
    }

    /// The format of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Address and secrets stay out of logs.
        let mut shown = to.debug_struct("Webhook");
        shown.field("id", &self.id).field("format", &self.format).field("kinds", &self.kinds);
        shown.field("disabled", &self.disabled).finish_non_exhaustive()
    }
}

const ALL: &str = "
    SELECT id, format, url, kinds, audience, secret, former_secret, former_until, disabled,
           created_at, created_by
    FROM webhook ORDER BY created_at, id";
const ONE: &str = "
    SELECT id, format, url, kinds, audience, secret, former_secret, former_until, disabled,
           created_at, created_by
    FROM webhook WHERE id = ?1";
const PUT: &str = "
    INSERT INTO webhook (id, format, url, kinds, audience, secret, former_secret, former_until,
                         disabled, created_at, created_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    ON CONFLICT (id) DO UPDATE
    SET url = excluded.url, kinds = excluded.kinds, audience = excluded.audience,
        secret = excluded.secret, former_secret = excluded.former_secret,
        former_until = excluded.former_until, disabled = excluded.disabled";
const REMOVE: &str = "DELETE FROM webhook WHERE id = ?1";

impl View<'_> {
    /// All of them, oldest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn webhooks(&self) -> Result<Vec<Webhook>, StoreError> {
        self.database.all(ALL, &[], read)
    }

    /// One by its id.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn webhook(&self, id: &str) -> Result<Option<Webhook>, StoreError> {
        self.database.find(ONE, &cells![id], read)
    }
}

impl Writer<'_> {
    /// Adds one, or changes the one of its id, whose form stays.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_webhook(&mut self, webhook: &Webhook) -> Result<(), StoreError> {
        let kinds = webhook.kinds.join(" ");
        let row = cells![
            &webhook.id,
            webhook.format as u8,
            &webhook.url,
            &kinds,
            &webhook.audience,
            &webhook.secret[..],
            &webhook.former_secret[..],
            webhook.former_until.0,
            webhook.disabled,
            webhook.created_at.0,
            &webhook.created_by,
        ];
        self.database.run(PUT, &row).map(drop)
    }

    /// Removes one. Returns whether there was one.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn remove_webhook(&mut self, id: &str) -> Result<bool, StoreError> {
        Ok(self.database.run(REMOVE, &cells![id])? == 1)
    }
}

fn read(row: &mut Columns<'_>) -> Result<Webhook, StoreError> {
    let id = row.take()?;
    let format = row.take::<u8>()?;
    let format = WebhookFormat::ALL.get(usize::from(format)).copied();
    Ok(Webhook {
        id,
        format: format.ok_or_else(|| StoreError::unreadable("webhook", "format"))?,
        url: row.take()?,
        kinds: row.text()?.split_whitespace().map(str::to_owned).collect(),
        audience: row.take()?,
        secret: row.bytes()?.to_owned(),
        former_secret: row.bytes()?.to_owned(),
        former_until: row.instant()?,
        disabled: row.take()?,
        created_at: row.instant()?,
        created_by: row.take()?,
    })
}
