//! Telling of promises before they are broken.

use super::derive::Tell;
use super::kind::NoticeKind;
use super::notice::{Audience, Notice, Payload};
use super::write;
use crate::engine::Engine;
use crate::error::AppError;
use facts::{Instant, Seconds, SubjectId, Symbol};

impl Engine {
    /// How long before a promise falls due its assignee is told.
    pub const SOON: Seconds = Seconds(3_600);
    /// How many leads one transaction tells of.
    const SOON_MAX: u32 = 500;

    /// Tells the assignees of leads whose next promise falls due within [`Engine::SOON`]. Can be
    /// called any number of times, on every node: each due is told once. Returns how many are told
    /// now.
    ///
    /// # Errors
    /// When the ledger cannot be read or written.
    pub fn tell_of_soon_due(&mut self, now: Instant) -> Result<u64, AppError> {
        let (mut from, mut after, mut told) = (now, None, 0);
        while self.reign.is_some() {
            let until = now.plus(Self::SOON);
            let leads = self.store.view().due_soon(from, after, until, Self::SOON_MAX)?;
            let mut news = Vec::new();
            for (_, lead) in &leads {
                news.extend(self.soon_due(*lead, now)?.map(|it| Tell::Notice(Box::new(it))));
            }
            if !news.is_empty() {
                told += news.len() as u64;
                self.refresh_if_changed()?;
                let mut writer = self.store.begin()?;
                write::write(&mut writer, news.iter(), now)?;
                writer.commit()?;
            }
            match leads.last() {
                Some((due, lead)) if leads.len() == Self::SOON_MAX as usize => {
                    (from, after) = (*due, Some(*lead));
                }
                _ => break,
            }
        }
        Ok(told)
    }

    /// What is told of a lead's next promise, unless it was.
    fn soon_due(&self, lead: SubjectId, now: Instant) -> Result<Option<Notice>, AppError> {
        let view = self.store.view();
        let Some(projection) = view.projection(lead)? else { return Ok(None) };
        let Some(due) = projection.next_due else { return Ok(None) };
        if projection.who == Symbol::EMPTY {
            return Ok(None);
        }
        let target = self.vocabulary.word(due.promise).to_owned();
        let version = usize::from(projection.version.0).checked_sub(1);
        let version = version.and_then(|index| self.versions.get(index));
        let notice = Notice {
            about: format!("soon/{lead}/{target}/{}", due.at.0),
            kind: NoticeKind::PromiseSoon,
            lead: Some(lead),
            to: vec![Audience::Person(self.vocabulary.word(projection.who).to_owned())],
            wait_seconds: 0,
            payload: Payload {
                at: now.0,
                due: Some(due.at.0),
                clause: format!("promise.{target}"),
                target,
                version: projection.version.0,
                trial: version.is_some_and(|version| version.signed.trial),
                ..Payload::default()
            },
        };
        let key = notice.messages(now).next().map(|message| message.key);
        let known = key.map(|key| view.message(&key)).transpose()?.flatten();
        Ok(known.is_none().then_some(notice))
    }
}
