//! What an operator does with messages, and what people see of theirs.

use super::address::EMAIL;
use super::error::NoticeError;
use super::kind::NoticeKind;
use super::rhythm::rhythm;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{AuditEntry, OutboxMessage, Preference, Rhythm};

impl Engine {
    /// Has a dead message sent again.
    ///
    /// # Errors
    /// When there is none, or it is not dead.
    pub fn resend(&mut self, id: i64, who: &str, now: Instant) -> Result<(), AppError> {
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        if !writer.resend_message(id, now)? {
            let state = writer.view().message_by_id(id)?.map(|it| it.state.word());
            let state = state.ok_or(NoticeError::UnknownMessage(id))?;
            return Err(NoticeError::NotDead { id, state }.into());
        }
        writer.note(&noted("message.resent", id, who, now))?;
        Ok(writer.commit()?)
    }

    /// Discards a message that waits or is dead.
    ///
    /// # Errors
    /// When there is none, or it left, or somebody is sending it.
    pub fn discard(&mut self, id: i64, who: &str, now: Instant) -> Result<(), AppError> {
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        if !writer.discard_message(id, now)? {
            let state = writer.view().message_by_id(id)?.map(|it| it.state.word());
            let state = state.ok_or(NoticeError::UnknownMessage(id))?;
            return Err(NoticeError::NotWaiting { id, state }.into());
        }
        writer.note(&noted("message.discarded", id, who, now))?;
        Ok(writer.commit()?)
    }

    /// What a message told, in a line, with the lead's name as it is known now.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn message_in_words(&self, message: &OutboxMessage) -> Result<String, AppError> {
        super::compose::title_of(self, message)
    }

    /// How somebody is told of each kind of notice by email: what they chose, else as is usual.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn rhythms_of(
        &self,
        person: &str,
        is_head: bool,
    ) -> Result<Vec<(NoticeKind, Rhythm, bool)>, AppError> {
        let chosen = self.store.view().preferences_of(person)?;
        let of = |kind: NoticeKind| {
            let is_own = chosen.iter().any(|it| it.kind == kind.word() && it.channel == EMAIL);
            (kind, rhythm(&chosen, kind, EMAIL, (false, is_head)), is_own)
        };
        let told = NoticeKind::ALL.into_iter();
        Ok(told
            .filter(|it| !matches!(it, NoticeKind::Test | NoticeKind::Correction))
            .map(of)
            .collect())
    }

    /// Sets how somebody is told of a kind of notice by email; `None` for as is usual.
    ///
    /// # Errors
    /// When there is no such kind or time.
    pub fn choose_rhythm(
        &mut self,
        person: &str,
        kind: &str,
        rhythm: Option<Rhythm>,
    ) -> Result<(), AppError> {
        let known = NoticeKind::from_word(kind);
        let kind = known.ok_or_else(|| NoticeError::UnknownKind(kind.to_owned()))?.word();
        let is_time = match rhythm {
            Some(Rhythm::Daily { hour }) => hour < 24,
            Some(Rhythm::Weekly { weekday, hour }) => hour < 24 && (1..=7).contains(&weekday),
            _ => true,
        };
        if !is_time {
            return Err(NoticeError::BadRhythm.into());
        }
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        match rhythm {
            None => writer.remove_preference(person, kind, EMAIL)?,
            Some(rhythm) => writer.put_preference(&Preference {
                person: person.to_owned(),
                kind: kind.to_owned(),
                channel: EMAIL.to_owned(),
                rhythm,
            })?,
        }
        Ok(writer.commit()?)
    }
}

fn noted(what: &str, id: i64, who: &str, at: Instant) -> AuditEntry {
    let after = format!("message {id}");
    AuditEntry { at, who: who.to_owned(), what: what.to_owned(), before: String::new(), after }
}
