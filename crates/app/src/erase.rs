//! Erasing a person: what says who it is goes, what happened stays and counts.

use crate::engine::Engine;
use crate::error::AppError;
use crate::record::Batch;
use facts::{
    Fact, FactKey, Instant, Kind, Origin, Precision, SubjectId, SubjectKind, Value, Vocabulary,
};
use std::collections::BTreeSet;
use std::path::Path;
use store::{AuditEntry, Erasure, Identifier, Personal, View};

/// Whom an erasure is about, and what it removes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErasurePlan {
    /// The lead that was asked for.
    pub lead: SubjectId,
    /// All subjects that are this person: the lead and those merged with it.
    pub subjects: Vec<SubjectId>,
    /// What others call it.
    pub identifiers: Vec<Identifier>,
    /// What says who it is.
    pub personal: Vec<Personal>,
    /// Facts about it, which stay.
    pub facts: u64,
    /// Words of the ledger that are a value to be removed or hold one. They are no part of the
    /// erasure: a mapping recorded them as traits or facts, which it should not.
    pub words: Vec<String>,
}

/// What an erasure came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ErasureReport {
    /// Subjects that were erased.
    pub subjects: u64,
    /// Identifiers that were removed.
    pub identifiers: u64,
    /// Personal values that were removed.
    pub personal: u64,
    /// Whether they are gone from free pages and logs too; if not, because another process reads,
    /// the next opening sees to it.
    pub is_clean: bool,
}

/// The key of erasure facts: a subject has one.
const KEY: FactKey = FactKey(u64::from_be_bytes(*b"erasure!"));
/// Shorter values are in too many words by chance.
const TELLING_LETTERS: usize = 5;

impl Engine {
    /// What erasing a lead would remove, by id or identifier (see [`Engine::find_lead`]).
    ///
    /// # Errors
    /// When there is none, or when several leads have this identifier.
    pub fn erasure_plan(&self, name: &str) -> Result<ErasurePlan, AppError> {
        let lead = self.find_lead(name)?;
        let view = self.store.view();
        let subjects = same_person(view, &self.vocabulary, lead)?;
        let (mut identifiers, mut personal, mut facts) = (Vec::new(), Vec::new(), Vec::new());
        for subject in &subjects {
            identifiers.extend(view.identifiers_of(*subject)?);
            personal.extend(view.personal_of(*subject)?);
            view.facts_of_subject(*subject, &mut facts)?;
        }
        let values = identifiers.iter().map(|name| &name.value);
        let values = values.chain(personal.iter().map(|personal| &personal.value));
        let values: Vec<_> = values.map(|value| value.to_lowercase()).collect();
        let is_told = |word: &str| {
            let word = word.to_lowercase();
            let holds = |value: &String| value.contains('@') && word.contains(value);
            values.iter().any(|value| {
                value.chars().count() >= TELLING_LETTERS && (*value == word || holds(value))
            })
        };
        let words = self.vocabulary.words().iter().map(ToString::to_string);
        let words = words.filter(|word| is_told(word)).collect();
        Ok(ErasurePlan { lead, subjects, identifiers, personal, facts: facts.len() as u64, words })
    }

    /// Erases a lead, by id or identifier: removes what says who it is and records that it did. A
    /// process that is killed meanwhile has erased all or nothing.
    ///
    /// # Errors
    /// As [`Engine::erasure_plan`], and when the ledger cannot be written.
    pub fn erase(
        &mut self,
        name: &str,
        who: &str,
        now: Instant,
    ) -> Result<ErasureReport, AppError> {
        self.refresh_if_changed()?;
        let plan = self.erasure_plan(name)?;
        let at = |subject: &SubjectId| Erasure { subject: *subject, recorded_at: now };
        let erasures: Vec<_> = plan.subjects.iter().map(at).collect();
        // First, so that whatever happens next, a restore knows.
        self.store.list_erasures(&erasures)?;
        self.erase_all(&erasures, who, now)
    }

    /// Erases again whoever is on a list (see [`Erasure::list`]) and was not erased here: for a
    /// ledger that was restored from an older backup.
    ///
    /// # Errors
    /// When the list cannot be read, or the ledger cannot be written.
    pub fn erase_again(
        &mut self,
        list: &str,
        path: &Path,
        who: &str,
        now: Instant,
    ) -> Result<ErasureReport, AppError> {
        self.refresh_if_changed()?;
        let missing = self.store.missing_erasures(list, path)?;
        self.store.list_erasures(&missing)?;
        self.erase_all(&missing, who, now)
    }

    /// Repeats the erasures on the list beside the ledger that a restore has undone, and finishes
    /// those that were broken off.
    pub(crate) fn repeat_erasures(&mut self) -> Result<(), AppError> {
        let missing = self.store.erasures_to_repeat()?;
        match missing.iter().map(|erasure| erasure.recorded_at).max() {
            Some(last) => self.erase_all(&missing, "restore", last).map(drop),
            None => Ok(self.store.clean_up().map(drop)?),
        }
    }

    fn erase_all(
        &mut self,
        erasures: &[Erasure],
        who: &str,
        now: Instant,
    ) -> Result<ErasureReport, AppError> {
        let Self { store, vocabulary, .. } = self;
        let code = vocabulary.code(Kind::Erasure, "erasure")?;
        let actor = vocabulary.intern(who)?;
        let fact = |erasure: &Erasure| Fact {
            subject: erasure.subject,
            key: KEY,
            occurred_at: erasure.recorded_at,
            precision: Precision::Instant,
            code,
            value: Value::Nothing,
            actor,
            origin: Origin::Human,
        };
        let batch = Batch::of(erasures.iter().map(fact).collect());
        let subjects: Vec<_> = erasures.iter().map(|erasure| erasure.subject).collect();
        let mut writer = store.begin()?;
        let erased = writer.erase(&subjects, now)?;
        batch.write(&mut writer, vocabulary, now)?;
        for subject in &subjects {
            writer.note(&AuditEntry {
                at: now,
                who: who.to_owned(),
                what: "person.erased".to_owned(),
                before: String::new(),
                after: subject.to_string(),
            })?;
        }
        writer.commit()?;
        let is_clean = self.store.clean_up()?;
        let subjects = subjects.len() as u64;
        let (identifiers, personal) = (erased.identifiers, erased.personal);
        Ok(ErasureReport { subjects, identifiers, personal, is_clean })
    }
}

/// The people that are this one: merged into it or with it into another, now.
fn same_person(
    view: View<'_>,
    vocabulary: &Vocabulary,
    lead: SubjectId,
) -> Result<Vec<SubjectId>, AppError> {
    let mut found = BTreeSet::from([lead]);
    let mut waiting = vec![lead];
    while let Some(person) = waiting.pop() {
        // Whoever was ever merged with it either way is near; only who still is counts.
        let near = view.members(person)?.into_iter().chain(view.gathered_for(person)?);
        for other in near.collect::<BTreeSet<_>>() {
            if !found.contains(&other)
                && view.kind_of(other)? == Some(SubjectKind::Person)
                && (merged_into(view, vocabulary, other)? == Some(person)
                    || merged_into(view, vocabulary, person)? == Some(other))
            {
                found.insert(other);
                waiting.push(other);
            }
        }
    }
    let others = found.into_iter().filter(|person| *person != lead);
    Ok([lead].into_iter().chain(others).collect())
}

/// Whom a person is merged into by the last word on it; nobody, mostly.
fn merged_into(
    view: View<'_>,
    vocabulary: &Vocabulary,
    person: SubjectId,
) -> Result<Option<SubjectId>, AppError> {
    let mut facts = Vec::new();
    view.facts_of_subject(person, &mut facts)?;
    Ok(timeline::merged_into(person, &facts, vocabulary))
}
