//! Recording facts.

use crate::engine::Engine;
use crate::error::AppError;
use crate::notices;
use crate::settle::Settled;
use facts::{Fact, Instant, Vocabulary};
use store::{Appended, Identifier, ImportId, Personal, Subject, Writer};

/// What is recorded together: all of it or nothing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Batch {
    /// Subjects that may be new.
    pub subjects: Vec<Subject>,
    /// What other systems call them.
    pub identifiers: Vec<Identifier>,
    /// What says who they are.
    pub personal: Vec<Personal>,
    /// What happened, in order.
    pub facts: Vec<Fact>,
    /// The import that it came with.
    pub import: Option<ImportId>,
}

impl Batch {
    /// The most facts that one batch should hold: a transaction's worth.
    pub const FACTS_MAX: usize = 50_000;

    /// Only facts, about subjects that are known.
    #[must_use]
    pub fn of(facts: Vec<Fact>) -> Self {
        Self { facts, ..Self::default() }
    }

    /// Writes it within a transaction.
    ///
    /// # Errors
    /// When a fact's subject is unknown, or the disk does not take it.
    pub fn write(
        &self,
        writer: &mut Writer<'_>,
        vocabulary: &Vocabulary,
        now: Instant,
    ) -> Result<Appended, AppError> {
        writer.add_subjects(&self.subjects)?;
        writer.add_identifiers(&self.identifiers)?;
        writer.put_personal(&self.personal)?;
        Ok(writer.append_facts(&self.facts, vocabulary, now, self.import)?)
    }
}

impl Engine {
    /// Records a batch. The leads that it is about become unsettled: [`Engine::settle`] decides.
    ///
    /// # Errors
    /// When a fact's subject is unknown, or the disk does not take it; then nothing is recorded.
    pub fn record(&mut self, batch: &Batch, now: Instant) -> Result<Appended, AppError> {
        let mut writer = self.store.begin()?;
        let appended = batch.write(&mut writer, &self.vocabulary, now)?;
        if self.tells && batch.import.is_none() && self.reign.is_some() {
            notices::tell_of_facts(&mut writer, &batch.facts, &self.vocabulary, now)?;
        }
        writer.commit()?;
        Ok(appended)
    }

    /// Records what a person did and decides at once, in one transaction. Where it touches more
    /// than [`Engine::SETTLED_AT_ONCE_MAX`] leads (a fact about a large account), the rest stays
    /// unsettled.
    ///
    /// # Errors
    /// As [`Engine::record`]; then nothing is recorded.
    pub fn record_and_settle(
        &mut self,
        batch: &Batch,
        now: Instant,
    ) -> Result<(Appended, Settled), AppError> {
        self.cover()?;
        let until = self.until(now)?;
        let mut writer = self.store.begin()?;
        let before = writer.view().last_mark()?;
        let appended = batch.write(&mut writer, &self.vocabulary, now)?;
        if self.tells && batch.import.is_none() && self.reign.is_some() {
            notices::tell_of_facts(&mut writer, &batch.facts, &self.vocabulary, now)?;
        }
        let unsettled = writer.view().unsettled(before, Self::SETTLED_AT_ONCE_MAX)?;
        let settled = match &self.reign {
            None => Settled::default(),
            Some(reign) => {
                let folding = crate::folding::Folding {
                    reign,
                    versions: if self.tells { &self.versions } else { &[] },
                    vocabulary: &self.vocabulary,
                    until,
                    known_position: writer.view().tail()?,
                    threads: self.threads,
                };
                let cases = crate::folding::gather(writer.view(), None, &unsettled)?;
                let outcomes = folding.all(&cases);
                crate::settle::write(&mut writer, &folding, now, &unsettled, &outcomes)?
            }
        };
        writer.commit()?;
        Ok((appended, settled))
    }
}
