//! What people do to a lead, recorded and decided at once; and taking it back.

mod deed;
mod refusal;

pub use deed::{Deed, What as DeedKind};
pub use refusal::DeedRefused;

use crate::engine::Engine;
use crate::error::AppError;
use crate::record::Batch;
use crate::settle::Settled;
use facts::{
    Fact, FactKey, Instant, Kind, Origin, Precision, Recorded, SubjectId, Value, Vocabulary,
};

/// What a person did, with what followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Done {
    /// The lead, under the id that survives merges.
    pub lead: SubjectId,
    /// The key of the fact, by which it is taken back.
    pub fact: FactKey,
    /// What was decided.
    pub settled: Settled,
}

/// The name of retractions that take back what a person did.
const UNDO: &str = "undo";
/// The name of reopenings.
const REOPENED: &str = "reopened";

impl Engine {
    /// Records what a person did to a lead and decides what follows, in one transaction. Done again
    /// with the same key, it changes nothing.
    ///
    /// # Errors
    /// [`AppError::Deed`] when the charter in force knows no such verdict or reason, when the lead
    /// went on since the person looked, or when it is ahead of now; and as [`Engine::record`].
    pub fn act(
        &mut self,
        name: &str,
        deed: &Deed,
        key: FactKey,
        now: Instant,
    ) -> Result<Done, AppError> {
        let lead = self.find_lead(name)?;
        if self.has_fact(lead, key)? {
            return Ok(Done { lead, fact: key, settled: Settled::default() });
        }
        self.check(lead, deed, now)?;
        let (occurred_at, origin) = match deed.at {
            None => (now, Origin::Human),
            Some(at) => (at, Origin::HandLogged),
        };
        let words = &mut self.vocabulary;
        let (kind, name, value) = match &deed.what {
            DeedKind::Verdict { verdict, reason } => {
                (Kind::Verdict, verdict.word(), text(words, reason.as_deref())?)
            }
            DeedKind::Activity { name } => (Kind::Activity, name.as_str(), Value::Nothing),
            DeedKind::Assignment { to } => {
                (Kind::Assignment, crate::routing::ASSIGNMENT, text(words, to.as_deref())?)
            }
            DeedKind::Reopening => (Kind::Reopening, REOPENED, Value::Nothing),
        };
        let fact = Fact {
            subject: lead,
            key,
            occurred_at,
            precision: Precision::Instant,
            code: words.code(kind, name)?,
            value,
            actor: words.intern(&deed.by)?,
            origin,
        };
        self.settled_with(fact, now)
    }

    /// Takes back a fact that was recorded on a lead, and decides what follows.
    ///
    /// # Errors
    /// [`AppError::Deed`] when there is no such fact of a person, when it was taken back already,
    /// or when somebody else recorded it and `of_others` does not allow that.
    pub fn undo(
        &mut self,
        name: &str,
        undone: FactKey,
        (by, of_others): (&str, bool),
        now: Instant,
    ) -> Result<Done, AppError> {
        let lead = self.find_lead(name)?;
        let known = self.facts_on(lead)?;
        let target = known.iter().find(|recorded| recorded.fact.key == undone);
        let target = target.ok_or(DeedRefused::NoSuchFact)?.fact;
        let kind = self.vocabulary.name(target.code).map(|(kind, _)| kind);
        let by_people = [Kind::Activity, Kind::Verdict, Kind::Assignment, Kind::Reopening];
        if !kind.is_some_and(|kind| by_people.contains(&kind)) {
            return Err(DeedRefused::NotADeed.into());
        }
        let actor = self.vocabulary.word(target.actor);
        if actor != by && !of_others {
            return Err(DeedRefused::OfSomebodyElse { by: actor.to_owned() }.into());
        }
        if known.iter().any(|recorded| recorded.fact.value == Value::Fact(undone)) {
            return Err(DeedRefused::TakenBack.into());
        }
        let fact = Fact {
            subject: lead,
            // One retraction of a fact is enough, whoever asks for it how often.
            key: FactKey(undone.0.rotate_left(32) ^ 0x756e_646f),
            occurred_at: now,
            precision: Precision::Instant,
            code: self.vocabulary.code(Kind::Retraction, UNDO)?,
            value: Value::Fact(undone),
            actor: self.vocabulary.intern(by)?,
            origin: Origin::Human,
        };
        self.settled_with(fact, now)
    }

    fn settled_with(&mut self, fact: Fact, now: Instant) -> Result<Done, AppError> {
        let (_, settled) = self.record_and_settle(&Batch::of(vec![fact]), now)?;
        Ok(Done { lead: fact.subject, fact: fact.key, settled })
    }

    fn facts_on(&self, subject: SubjectId) -> Result<Vec<Recorded>, AppError> {
        let mut known = Vec::new();
        self.store.view().facts_of_subject(subject, &mut known)?;
        Ok(known)
    }

    fn has_fact(&self, subject: SubjectId, key: FactKey) -> Result<bool, AppError> {
        Ok(self.facts_on(subject)?.iter().any(|recorded| recorded.fact.key == key))
    }
}

fn text(words: &mut Vocabulary, text: Option<&str>) -> Result<Value, AppError> {
    Ok(match text {
        None => Value::Nothing,
        Some(text) => Value::Text(words.intern(text)?),
    })
}
