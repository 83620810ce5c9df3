//! Taking an import back: every fact that it was the first to bring is retracted, and leads are
//! settled again. Nothing is deleted, so that importing the same once more brings it back.
//!
//! What an import chose besides stays: who was found to be one person, and which leads were linked
//! to accounts because they match. So do names and addresses, which are no facts.

use super::ImportError;
use crate::duplicates::choice_key;
use crate::engine::Engine;
use crate::error::AppError;
use crate::settle::Settled;
use facts::{Code, Fact, Instant, Kind, Origin, Precision, Recorded, SubjectId, SubjectKind};
use facts::{Value, Vocabulary};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{AuditEntry, ImportId, View};
use timeline::taken_back;

/// The name of retractions that take an import back.
const UNDO: &str = "import.undo";
/// The name of retractions that take those back, since the same was imported again.
const AGAIN: &str = "import.again";

/// What would be taken back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct UndoPlan {
    /// How many facts would be.
    pub facts: u64,
    /// How many facts of the import were taken back before.
    pub gone_already: u64,
    /// How many leads' stories would change.
    pub leads: u64,
    /// Of these, those of whom nothing else is known, so that they are leads no longer.
    pub leads_gone: u64,
    /// Of these, those of whom people wrote something: verdicts, calls, assignments.
    pub leads_worked: u64,
}

/// What was taken back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Undone {
    /// How many facts.
    pub facts: u64,
    /// What was decided anew.
    pub settled: Settled,
}

/// How many facts one transaction takes back.
const BATCH_FACTS: usize = 20_000;

impl Engine {
    /// What taking imports back would come to.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn undo_plan(&self, imports: &[ImportId]) -> Result<UndoPlan, AppError> {
        let view = self.store.view();
        let mut own: BTreeMap<SubjectId, BTreeSet<u64>> = BTreeMap::new();
        view.facts_of_imports(imports, &mut |recorded| {
            own.entry(recorded.fact.subject).or_default().insert(recorded.fact.key.0);
        })?;
        let mut plan = UndoPlan::default();
        let mut leads = BTreeSet::new();
        let mut facts = Vec::new();
        for (&subject, keys) in &own {
            facts.clear();
            view.facts_of_subject(subject, &mut facts)?;
            let gone = taken_back(&facts, &self.vocabulary);
            let is_gone = |key: u64| gone.contains(&(subject, facts::FactKey(key)));
            let left = keys.iter().filter(|key| !is_gone(**key)).count();
            plan.facts += left as u64;
            plan.gone_already += (keys.len() - left) as u64;
            if left > 0 {
                leads.extend(view.gathered_for(subject)?);
                leads.insert(subject);
            }
        }
        let all: Vec<SubjectId> = leads.into_iter().collect();
        let kinds = view.kinds_of(&all)?;
        let persons = all.iter().zip(kinds).filter(|(_, it)| *it == Some(SubjectKind::Person));
        for (lead, _) in persons {
            plan.leads += 1;
            facts.clear();
            view.facts_of_lead(*lead, &mut facts)?;
            let gone = taken_back(&facts, &self.vocabulary);
            let stands = |recorded: &&Recorded| {
                let Fact { subject, key, code, .. } = recorded.fact;
                let kind = self.vocabulary.name(code).map(|(kind, _)| kind);
                !gone.contains(&(subject, key))
                    && !matches!(kind, Some(Kind::Retraction | Kind::Link))
                    && own.get(&subject).is_none_or(|keys| !keys.contains(&key.0))
            };
            let others: Vec<_> = facts.iter().filter(stands).collect();
            plan.leads_gone += u64::from(others.is_empty());
            let by_hand =
                |it: &&Recorded| matches!(it.fact.origin, Origin::Human | Origin::HandLogged);
            plan.leads_worked += u64::from(others.into_iter().any(|it| by_hand(&it)));
        }
        Ok(plan)
    }

    /// Takes back every fact that imports were the first to bring, and settles the leads that they
    /// are about. Broken off, it is done again and takes back the rest.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn undo_imports(
        &mut self,
        imports: &[ImportId],
        who: &str,
        now: Instant,
    ) -> Result<Undone, ImportError> {
        self.catch_up()?;
        let mut own: Vec<Fact> = Vec::new();
        self.store.view().facts_of_imports(imports, &mut |recorded| own.push(recorded.fact))?;
        own.sort_unstable_by_key(|fact| (fact.subject, fact.key));
        let mut undone = Undone::default();
        for some in own.chunks(BATCH_FACTS) {
            self.write_known(|writer, vocabulary| {
                let code = vocabulary.code(Kind::Retraction, UNDO)?;
                let actor = vocabulary.intern(who)?;
                let retractions = retractions(writer.view(), vocabulary, some, code)?;
                let facts: Vec<_> = retractions
                    .into_iter()
                    .map(|it| Fact { occurred_at: now, actor, origin: Origin::Human, ..it })
                    .collect();
                undone.facts += writer.append_facts(&facts, vocabulary, now, None)?.new;
                Ok(())
            })?;
        }
        self.write_known(|writer, _| {
            let mut names = Vec::new();
            for import in imports {
                writer.forget_export(*import)?;
                names.push(import.0.to_string());
            }
            let (names, facts) = (names.join(", "), undone.facts);
            writer.note(&AuditEntry {
                at: now,
                who: who.to_owned(),
                what: "import.undone".to_owned(),
                before: String::new(),
                after: format!("imports {names}: {facts} facts taken back"),
            })?;
            Ok(())
        })?;
        undone.settled = self.settle_known(now)?;
        Ok(undone)
    }
}

/// What takes back those of some facts that stand, in order of subject.
fn retractions(
    view: View<'_>,
    vocabulary: &Vocabulary,
    some: &[Fact],
    code: Code,
) -> Result<Vec<Fact>, AppError> {
    let mut made = Vec::new();
    let mut known = Vec::new();
    for of_one in some.chunk_by(|one, other| one.subject == other.subject) {
        let subject = of_one[0].subject;
        known.clear();
        view.facts_of_subject(subject, &mut known)?;
        let gone = taken_back(&known, vocabulary);
        let mut times: HashMap<u64, u64> = HashMap::new();
        for before in known.iter().filter(|before| before.fact.code == code) {
            if let Value::Fact(key) = before.fact.value {
                *times.entry(key.0).or_default() += 1;
            }
        }
        for fact in of_one.iter().filter(|fact| !gone.contains(&(subject, fact.key))) {
            let nth = times.get(&fact.key.0).copied().unwrap_or(0);
            made.push(Fact {
                key: choice_key(UNDO, SubjectId(fact.key.0), nth),
                precision: Precision::Instant,
                code,
                value: Value::Fact(fact.key),
                ..*fact
            });
        }
    }
    Ok(made)
}

/// What brings back those of some facts that are known and were taken back with an import. Asked of
/// every batch; where no import was ever taken back, nothing is looked up.
pub(super) fn brought_back(
    view: View<'_>,
    vocabulary: &mut Vocabulary,
    some: &[Fact],
    now: Instant,
) -> Result<Vec<Fact>, ImportError> {
    let Some(undo) = vocabulary.find_code(Kind::Retraction, UNDO) else { return Ok(Vec::new()) };
    let mut keys: BTreeMap<SubjectId, BTreeSet<u64>> = BTreeMap::new();
    for fact in some {
        keys.entry(fact.subject).or_default().insert(fact.key.0);
    }
    let again = vocabulary.code(Kind::Retraction, AGAIN)?;
    let (mut made, mut known) = (Vec::new(), Vec::new());
    for (subject, keys) in keys {
        known.clear();
        view.facts_of_subject(subject, &mut known)?;
        let gone = taken_back(&known, vocabulary);
        for Recorded { fact, .. } in known.iter().filter(|it| it.fact.code == undo) {
            let Value::Fact(target) = fact.value else { continue };
            if keys.contains(&target.0) && !gone.contains(&(subject, fact.key)) {
                made.push(Fact {
                    key: choice_key(AGAIN, SubjectId(fact.key.0), 0),
                    occurred_at: now,
                    code: again,
                    value: Value::Fact(fact.key),
                    origin: Origin::System,
                    ..*fact
                });
            }
        }
    }
    Ok(made)
}
