//! From the identifiers of a source to subjects.

use super::ImportError;
use super::normal::{is_of_one_person, is_of_values};
use super::note::{ImportNote, NoteCode, Tally};
use super::report::ImportReport;
use connect::{Intake, Mapping, Reference};
use facts::{SubjectId, SubjectKind};
use foldhash::{HashMap, HashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Identifier, Subject, View, Writer};

/// The most identifiers that are remembered; then they are looked up anew.
const REMEMBERED_MAX: usize = 200_000;
/// How many ids follow one that was drawn.
const IDS_DRAWN: u64 = 1 << 20;

/// Finds subjects by identifier, and makes those that are new.
///
/// Identifiers come in the form in which they [identify](super::normal), are
/// [looked up](Resolver::look_up) for many rows at once, and what is new is kept until it is
/// [written](Resolver::write) at once.
#[derive(Default)]
pub(super) struct Resolver {
    /// Who has an identifier; nobody had it when it was looked up.
    known: HashMap<Reference, Option<SubjectId>>,
    unwritten: Unwritten,
    /// The next of the ids that were drawn, and how many are left.
    ids: (u64, u64),
    new: [u64; 3],
    /// Subjects that were made because something refers to them, and that no file has defined.
    only_named: HashMap<SubjectId, Named>,
    /// Identifiers that another subject has already.
    taken: BTreeMap<Arc<str>, Tally>,
    /// Whom the import is about.
    people: People,
    /// The namespaces whose identifiers name the records of people, and not a value that several
    /// may have.
    records: BTreeSet<Arc<str>>,
}

/// Whom an import is about.
#[derive(Default)]
pub(super) struct People {
    /// Everybody.
    all: HashSet<SubjectId>,
    /// Those whom nobody knew.
    new: HashSet<SubjectId>,
    /// Whether files defined accounts too.
    pub(super) has_accounts: bool,
    /// Pairs who are one person, and why.
    pub(super) ones: BTreeMap<(SubjectId, SubjectId), OneBecause>,
}

/// Why two people are one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum OneBecause {
    /// One record names the other as its own, as a lead names the contact that it became.
    Record,
    /// They have one mail address of their own.
    MailAddress,
}

impl People {
    /// The people whom the import is about, in order of id.
    pub(super) fn leads(&self) -> Vec<SubjectId> {
        let mut leads: Vec<_> = self.all.iter().copied().collect();
        leads.sort();
        leads
    }

    /// Whether nobody knew of somebody before.
    pub(super) fn is_new(&self, person: SubjectId) -> bool {
        self.new.contains(&person)
    }
}

/// What is new and not written yet.
#[derive(Default)]
struct Unwritten {
    subjects: Vec<Subject>,
    identifiers: Vec<Identifier>,
    /// Names that two subjects have.
    named_twice: Vec<NamedTwice>,
}

/// A name that two subjects have, who may both be people.
struct NamedTwice {
    /// Who has it already, and who else.
    pair: (SubjectId, SubjectId),
    /// Why the two are one, if they are people.
    because: Option<OneBecause>,
    namespace: Arc<str>,
    line: u64,
}

/// Who was named, and where.
struct Named {
    reference: Reference,
    file: Arc<str>,
    line: u64,
}

impl Resolver {
    /// For the files of a mapping.
    pub(super) fn of(mapping: &Mapping) -> Self {
        let mut records = mapping.records_of_people();
        records.retain(|namespace| !is_of_values(namespace));
        Self { records, ..Self::default() }
    }

    /// The people whom the import is about, in order of id.
    pub(super) fn leads(&self) -> Vec<SubjectId> {
        self.people.leads()
    }

    /// Finds out who has the identifiers that these rows use.
    pub(super) fn look_up(&mut self, view: View<'_>, rows: &[Intake]) -> Result<(), ImportError> {
        if self.known.len() >= REMEMBERED_MAX {
            self.known.clear();
        }
        let subjects = rows.iter().flat_map(|row| &row.subjects);
        let used = subjects.flat_map(|subject| {
            let links = subject.links.iter().map(|link| &link.to);
            [&subject.id].into_iter().chain(&subject.identifiers).chain(links)
        });
        let mut asked: Vec<_> = used.filter(|used| !self.known.contains_key(*used)).collect();
        // In the order in which they are stored.
        asked.sort_unstable();
        asked.dedup();
        let names = asked.iter().map(|reference| (&*reference.namespace, &*reference.id));
        let found = view.identified_all(&names.collect::<Vec<_>>())?;
        self.known.extend(asked.into_iter().cloned().zip(found));
        Ok(())
    }

    /// Writes what is new.
    pub(super) fn write(&mut self, writer: &mut Writer<'_>) -> Result<(), ImportError> {
        let Unwritten { subjects, mut identifiers, named_twice } =
            std::mem::take(&mut self.unwritten);
        writer.add_subjects(&subjects)?;
        identifiers.sort_unstable();
        writer.add_identifiers(&identifiers)?;
        // Whoever else they may be, accounts have mail addresses too.
        let both: Vec<_> = named_twice.iter().flat_map(|it| [it.pair.0, it.pair.1]).collect();
        let kinds = writer.view().kinds_of(&both)?;
        for (NamedTwice { pair, because, namespace, line }, kinds) in
            named_twice.into_iter().zip(kinds.chunks(2))
        {
            match because {
                Some(because) if kinds == [Some(SubjectKind::Person); 2] => {
                    let known = self.people.ones.entry(pair).or_insert(because);
                    *known = because.min(*known);
                }
                Some(OneBecause::MailAddress) => {}
                _ => self.taken.entry(namespace).or_default().add(|| format!("line {line}")),
            }
        }
        Ok(())
    }

    /// The subject that a row defines.
    pub(super) fn define(
        &mut self,
        reference: &Reference,
        kind: SubjectKind,
    ) -> Result<SubjectId, ImportError> {
        let (id, _) = self.find_or_make(reference, kind)?;
        self.only_named.remove(&id);
        self.people.has_accounts |= kind == SubjectKind::Account;
        Ok(id)
    }

    /// The subject that a row refers to, and that another is expected to define.
    pub(super) fn refer(
        &mut self,
        reference: &Reference,
        kind: SubjectKind,
        (file, line): (&Arc<str>, u64),
    ) -> Result<SubjectId, ImportError> {
        let (id, made) = self.find_or_make(reference, kind)?;
        if made {
            let named = Named { reference: reference.clone(), file: Arc::clone(file), line };
            self.only_named.insert(id, named);
        }
        Ok(id)
    }

    /// Another name of a subject; a name that is taken stays with the subject that has it.
    pub(super) fn also(&mut self, reference: &Reference, subject: SubjectId, line: u64) {
        match self.known.get(reference).copied().flatten() {
            None => self.name(reference.clone(), subject),
            Some(other) if other != subject => {
                let because = self.one_because(reference);
                let namespace = Arc::clone(&reference.namespace);
                let pair = (other, subject);
                self.unwritten.named_twice.push(NamedTwice { pair, because, namespace, line });
            }
            Some(_) => {}
        }
    }

    /// Why two people who have this identifier are one; nothing where they need not be.
    fn one_because(&self, reference: &Reference) -> Option<OneBecause> {
        if is_of_one_person(reference) {
            return Some(OneBecause::MailAddress);
        }
        self.records.contains(&reference.namespace).then_some(OneBecause::Record)
    }

    fn find_or_make(
        &mut self,
        reference: &Reference,
        kind: SubjectKind,
    ) -> Result<(SubjectId, bool), ImportError> {
        let known = self.known.get(reference).copied().flatten();
        let id = match known {
            Some(id) => id,
            None => {
                let id = self.random_id()?;
                self.unwritten.subjects.push(Subject { id, kind });
                self.name(reference.clone(), id);
                self.new[kind as usize] += 1;
                id
            }
        };
        if kind == SubjectKind::Person {
            self.people.all.insert(id);
            if known.is_none() {
                self.people.new.insert(id);
            }
        }
        Ok((id, known.is_none()))
    }

    fn name(&mut self, reference: Reference, subject: SubjectId) {
        let (namespace, value) = (reference.namespace.to_string(), reference.id.clone());
        self.unwritten.identifiers.push(Identifier { namespace, value, subject });
        self.known.insert(reference, Some(subject));
    }

    /// An id that says nothing about whom it is. Those of one import follow each other from a
    /// random one on, so that what is stored by id lies together.
    fn random_id(&mut self) -> Result<SubjectId, ImportError> {
        let (next, left) = &mut self.ids;
        if *left == 0 {
            *next =
                getrandom::u64().map_err(|error| ImportError::NoRandomness(error.to_string()))?;
            *left = IDS_DRAWN;
        }
        let id = SubjectId(*next);
        *next = next.wrapping_add(1);
        *left -= 1;
        Ok(id)
    }

    /// Says how many subjects are new, and which names lead nowhere. Returns whom it is about.
    pub(super) fn report(self, report: &mut ImportReport) -> People {
        [report.persons_new, report.accounts_new, report.opportunities_new] = self.new;
        let mut named: Vec<Named> = self.only_named.into_values().collect();
        named.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let mut nowhere: BTreeMap<(Arc<str>, Arc<str>), Tally> = BTreeMap::new();
        for Named { reference: Reference { namespace, id }, file, line } in named {
            let tally = nowhere.entry((file, namespace)).or_default();
            tally.add(|| format!("line {line} ({id})"));
        }
        for ((file, namespace), tally) in nowhere {
            let names = if tally.count == 1 { "identifier joins" } else { "identifiers join" };
            let text = format!("{} {names} to nothing in {namespace}: {tally}", tally.count);
            report.notes.push(ImportNote {
                code: NoteCode::JoinsNothing,
                file: Some(file.to_string()),
                count: tally.count,
                text,
            });
        }
        for (namespace, tally) in self.taken {
            let text = format!(
                "{} times an identifier of {namespace} names another subject already, and stays \
                 with that: {tally}",
                tally.count
            );
            let count = tally.count;
            report.notes.push(ImportNote { code: NoteCode::NamesTwo, file: None, count, text });
        }
        self.people
    }
}
