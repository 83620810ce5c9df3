//! The facts of one lead as they are written.

use crate::rng;
use crate::words::Words;
use facts::{
    Fact, FactKey, Instant, Origin, Position, Precision, Recorded, Seconds, SubjectId, Symbol,
    Value,
};

/// The facts of one lead, or of one account.
pub(crate) struct Journal<'a> {
    pub(crate) words: &'a Words,
    facts: Vec<Recorded>,
    written: u64,
}

/// A system tells of what happened within this time.
const TOLD_WITHIN: Seconds = Seconds(20);

impl<'a> Journal<'a> {
    pub(crate) const fn new(words: &'a Words) -> Self {
        Self { words, facts: Vec::new(), written: 0 }
    }

    /// The facts so far that are recorded by then, in the order of writing.
    pub(crate) fn known(&self, now: Instant) -> impl Iterator<Item = &Recorded> {
        self.facts.iter().filter(move |told| told.recorded_at <= now)
    }

    pub(crate) fn into_facts(self) -> Vec<Recorded> {
        self.facts
    }

    /// What a system recorded by itself.
    pub(crate) fn told(&mut self, subject: SubjectId, at: Instant, name: &str, value: Value) {
        let after = Seconds(1 + (self.written % TOLD_WITHIN.0.unsigned_abs()).cast_signed());
        self.write(subject, at, name, value, Symbol::EMPTY, Origin::System, at.plus(after));
    }

    /// A trait or a touch with a word for a value.
    pub(crate) fn says(&mut self, subject: SubjectId, at: Instant, name: &str, word: &str) {
        let word = Value::Text(self.words.word(word));
        self.told(subject, at, name, word);
    }

    /// What a person did, and a system learned so much later.
    pub(crate) fn done(
        &mut self,
        (subject, actor): (SubjectId, Symbol),
        at: Instant,
        name: &str,
        value: Value,
        known_after: Seconds,
    ) {
        let known = at.plus(Seconds(known_after.0.max(1)));
        self.write(subject, at, name, value, actor, Origin::Human, known);
    }

    /// What a person did and noted by hand so much later.
    pub(crate) fn noted(
        &mut self,
        (subject, actor): (SubjectId, Symbol),
        at: Instant,
        name: &str,
        known_after: Seconds,
    ) {
        let known = at.plus(Seconds(known_after.0.max(1)));
        self.write(subject, at, name, Value::Nothing, actor, Origin::HandLogged, known);
    }

    #[expect(clippy::too_many_arguments, reason = "they are the parts of a fact")]
    fn write(
        &mut self,
        subject: SubjectId,
        at: Instant,
        name: &str,
        value: Value,
        actor: Symbol,
        origin: Origin,
        recorded_at: Instant,
    ) {
        self.written += 1;
        let precision = if origin.is_human() { Precision::Minute } else { Precision::Instant };
        let cut = if origin.is_human() { at.0.rem_euclid(60 * Instant::PER_SECOND) } else { 0 };
        let fact = Fact {
            subject,
            key: FactKey(rng::name(subject.0, self.written)),
            occurred_at: Instant(at.0 - cut),
            precision,
            code: self.words.code(name),
            value,
            actor,
            origin,
        };
        let position = Position(self.facts.len() as u64 + 1);
        self.facts.push(Recorded { position, recorded_at, fact });
    }
}
