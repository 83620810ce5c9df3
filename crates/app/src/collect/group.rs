//! The messages of one transaction.

use super::counts::Collected;
use super::known::{Joined, Known, Learned, Name, Space};
use super::resolve::Holder;
use crate::error::AppError;
use connect::segment::{AccountMeaning, Meaning};
use connect::{FactIntake, PersonalField, RawValue};
use facts::{Code, Fact, Instant, Kind, SubjectId, Symbol, Value, Vocabulary};
use std::collections::{HashMap, HashSet};
use store::{Identifier, Personal, Subject, View, Writer};

/// The most events that are recorded under names of their own without a mapping that says them.
const EVENT_NAMES_MAX: usize = 1_000;
/// Under which name the others are.
const OTHER_EVENT: &str = "event.other";
/// The most texts that one process makes known, so that nobody fills the memory with them.
const TEXTS_NEW_MAX: u64 = 200_000;

/// What is to be written for the messages of one transaction.
pub(super) struct Group<'a> {
    pub(super) known: &'a mut Known,
    pub(super) view: View<'a>,
    pub(super) now: Instant,
    pub(super) holders: HashMap<Name, Holder>,
    pub(super) learned: Vec<(Name, SubjectId)>,
    pub(super) joined: HashSet<Joined>,
    /// Subjects of this transaction.
    pub(super) fresh: HashSet<SubjectId>,
    /// Who was merged into whom by this transaction.
    pub(super) merged: HashMap<SubjectId, SubjectId>,
    pub(super) subjects: Vec<Subject>,
    pub(super) identifiers: Vec<Identifier>,
    pub(super) facts: Vec<Fact>,
    pub(super) collected: Collected,
    personal: Vec<Personal>,
    texts_new: u64,
}

impl<'a> Group<'a> {
    pub(super) fn new(known: &'a mut Known, view: View<'a>, now: Instant) -> Self {
        Self {
            known,
            view,
            now,
            holders: HashMap::new(),
            learned: Vec::new(),
            joined: HashSet::new(),
            fresh: HashSet::new(),
            merged: HashMap::new(),
            subjects: Vec::new(),
            identifiers: Vec::new(),
            facts: Vec::new(),
            collected: Collected::default(),
            personal: Vec::new(),
            texts_new: 0,
        }
    }

    /// Takes one message.
    pub(super) fn take(
        &mut self,
        meaning: &Meaning,
        vocabulary: &mut Vocabulary,
    ) -> Result<(), AppError> {
        self.collected.messages += 1;
        self.collected.automatic += u64::from(meaning.scanner.is_some());
        self.collected.left_out += meaning.left_out.len() as u64;
        let Some(subject) = self.subject(meaning, vocabulary)? else { return Ok(()) };
        self.record(subject, &meaning.facts, vocabulary)?;
        self.note(subject, &meaning.personal);
        match &meaning.account {
            Some(account) => self.account(subject, account, meaning, vocabulary),
            None => Ok(()),
        }
    }

    /// Whom a message is about, with the links that follow from it.
    fn subject(
        &mut self,
        meaning: &Meaning,
        vocabulary: &mut Vocabulary,
    ) -> Result<Option<SubjectId>, AppError> {
        let Meaning { anonymous, user, previous, email, .. } = meaning;
        let mut subject = match (user, email) {
            (Some(user), _) => self.find_or_make(Space::User, user)?,
            // Whoever gives their own address is that person, and no longer only a browser.
            (None, Some(email)) => self.find_or_make(Space::Email, email)?,
            (None, None) => None,
        };
        let is_program = user.is_some() && meaning.scanner.is_some();
        if let Some(anonymous) = anonymous.as_deref().filter(|_| !is_program) {
            let browser = self.find_or_make(Space::Anonymous, anonymous)?;
            match (browser, subject) {
                (Some(browser), Some(known)) => {
                    self.merge_browser(browser, known, meaning, vocabulary)?;
                }
                (browser, None) => subject = browser,
                (None, Some(_)) => {}
            }
        }
        let Some(person) = subject else { return Ok(None) };
        if let Some(email) = email.as_deref().filter(|_| user.is_some()) {
            match self.holder(Space::Email, email) {
                Holder::Nobody => self.give(Space::Email, email, person),
                Holder::Subject(other) => self.merge_users(person, other, vocabulary, false)?,
                Holder::Other => {}
            }
        }
        if let Some(previous) = previous {
            // It may have been either, and what was sent under it may still be on its way.
            if let Some(browser) = self.find_or_make(Space::Anonymous, previous)? {
                self.merge_browser(browser, person, meaning, vocabulary)?;
            }
            if let Some(other) = self.find_or_make(Space::User, previous)? {
                self.merge_users(person, other, vocabulary, true)?;
            }
        }
        Ok(Some(person))
    }

    fn account(
        &mut self,
        person: SubjectId,
        said: &AccountMeaning,
        meaning: &Meaning,
        vocabulary: &mut Vocabulary,
    ) -> Result<(), AppError> {
        let by_domain = said.domain.as_deref().map(|domain| self.holder(Space::Domain, domain));
        let account = match (self.holder(Space::Group, &said.group), by_domain) {
            (Holder::Nobody, Some(Holder::Subject(account))) => {
                self.give(Space::Group, &said.group, account);
                Some(account)
            }
            _ => self.find_or_make(Space::Group, &said.group)?,
        };
        let Some(account) = account else {
            self.collected.groups_taken += 1;
            return Ok(());
        };
        if let (Some(domain), Some(Holder::Nobody)) = (&said.domain, by_domain) {
            self.give(Space::Domain, domain, account);
        }
        self.link_account(person, account, meaning, vocabulary)?;
        self.note(account, &said.personal);
        self.record(account, &said.facts, vocabulary)
    }

    fn note(&mut self, subject: SubjectId, personal: &[(PersonalField, String)]) {
        self.personal.extend(personal.iter().map(|(field, value)| {
            let field = field.word().to_owned();
            Personal { subject, field, value: value.clone() }
        }));
    }

    fn record(
        &mut self,
        subject: SubjectId,
        said: &[FactIntake],
        vocabulary: &mut Vocabulary,
    ) -> Result<(), AppError> {
        for fact in said {
            let value = match &fact.value {
                RawValue::Nothing => Value::Nothing,
                RawValue::Number(number) => Value::Number(*number),
                RawValue::Flag(flag) => Value::Flag(*flag),
                RawValue::Text(text) => match self.text(text, vocabulary)? {
                    Some(word) => Value::Text(word),
                    // A trait that says nothing is none; a touch still happened.
                    None if fact.kind == Kind::Trait => continue,
                    None => Value::Nothing,
                },
            };
            let code = self.code(fact.kind, &fact.name, vocabulary)?;
            self.facts.push(Fact {
                subject,
                key: fact.key,
                occurred_at: fact.occurred_at,
                precision: fact.precision,
                code,
                value,
                actor: match &fact.actor {
                    Some(actor) => vocabulary.intern(actor)?,
                    None => Symbol::EMPTY,
                },
                origin: fact.origin,
            });
        }
        Ok(())
    }

    /// The word of a text; none where there were too many different ones.
    fn text(
        &mut self,
        text: &str,
        vocabulary: &mut Vocabulary,
    ) -> Result<Option<Symbol>, AppError> {
        if let Some(word) = vocabulary.find(text) {
            return Ok(Some(word));
        }
        if self.known.texts_new + self.texts_new >= TEXTS_NEW_MAX {
            self.collected.texts_over += 1;
            return Ok(None);
        }
        self.texts_new += 1;
        Ok(Some(vocabulary.intern(text)?))
    }

    fn code(
        &mut self,
        kind: Kind,
        name: &str,
        vocabulary: &mut Vocabulary,
    ) -> Result<Code, AppError> {
        if let Some(code) = vocabulary.find_code(kind, name) {
            return Ok(code);
        }
        let is_own = |name: &str| name.starts_with("event.");
        if kind == Kind::Touch && is_own(name) {
            let names = vocabulary.names();
            let own = names.filter(|(_, kind, name)| *kind == Kind::Touch && is_own(name));
            if own.count() >= EVENT_NAMES_MAX {
                self.collected.names_over += 1;
                return Ok(vocabulary.code(kind, OTHER_EVENT)?);
            }
        }
        Ok(vocabulary.code(kind, name)?)
    }

    /// Writes all of it. What was found out holds once the transaction happened.
    pub(super) fn write(
        mut self,
        writer: &mut Writer<'_>,
        vocabulary: &Vocabulary,
    ) -> Result<Learned, AppError> {
        writer.add_subjects(&self.subjects)?;
        self.identifiers.sort_unstable();
        writer.add_identifiers(&self.identifiers)?;
        if !self.personal.is_empty() {
            writer.put_personal(&self.personal)?;
        }
        let appended = writer.append_arrived(&self.facts, vocabulary, self.now, None)?;
        self.collected.facts_new = appended.new;
        self.collected.facts_known = appended.already_known;
        Ok(Learned {
            subjects: self.learned,
            joined: self.joined,
            texts_new: self.texts_new,
            collected: self.collected,
        })
    }
}
