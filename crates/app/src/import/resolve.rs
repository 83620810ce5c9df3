//! From the identifiers of a source to subjects.

use super::ImportError;
use super::normal::{identifying, is_of_one_person, is_of_values};
use super::note::{ImportNote, NoteCode, Tally};
use super::report::ImportReport;
use connect::{Mapping, Reference};
use facts::{SubjectId, SubjectKind};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use store::{Identifier, Subject, Writer};

/// The most identifiers that are remembered; then they are looked up anew.
const REMEMBERED_MAX: usize = 200_000;

/// Finds subjects by identifier, and makes those that are new.
#[derive(Default)]
pub(super) struct Resolver {
    known: HashMap<Reference, SubjectId>,
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

    /// The subject that a row defines.
    pub(super) fn define(
        &mut self,
        writer: &mut Writer<'_>,
        reference: &Reference,
        kind: SubjectKind,
    ) -> Result<SubjectId, ImportError> {
        let (id, _) = self.find_or_make(writer, reference, kind)?;
        self.only_named.remove(&id);
        self.people.has_accounts |= kind == SubjectKind::Account;
        Ok(id)
    }

    /// The subject that a row refers to, and that another is expected to define.
    pub(super) fn refer(
        &mut self,
        writer: &mut Writer<'_>,
        reference: &Reference,
        kind: SubjectKind,
        (file, line): (&Arc<str>, u64),
    ) -> Result<SubjectId, ImportError> {
        let (id, made) = self.find_or_make(writer, reference, kind)?;
        if made {
            let named = Named { reference: reference.clone(), file: Arc::clone(file), line };
            self.only_named.insert(id, named);
        }
        Ok(id)
    }

    /// Another name of a subject; a name that is taken stays with the subject that has it.
    pub(super) fn also(
        &mut self,
        writer: &mut Writer<'_>,
        reference: &Reference,
        subject: SubjectId,
        line: u64,
    ) -> Result<(), ImportError> {
        let reference = identifying(reference).into_owned();
        let has = writer.view().identified(&reference.namespace, &reference.id)?;
        match has {
            None => add_name(writer, &reference, subject)?,
            Some(other) if other != subject => {
                // Whoever else they may be, accounts have mail addresses too.
                let kinds = [writer.view().kind_of(other)?, writer.view().kind_of(subject)?];
                match self.one_because(&reference) {
                    Some(because) if kinds == [Some(SubjectKind::Person); 2] => {
                        let known = self.people.ones.entry((other, subject)).or_insert(because);
                        *known = because.min(*known);
                    }
                    Some(OneBecause::MailAddress) => {}
                    _ => {
                        let tally = self.taken.entry(Arc::clone(&reference.namespace)).or_default();
                        tally.add(|| format!("line {line}"));
                    }
                }
            }
            Some(_) => {}
        }
        Ok(())
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
        writer: &mut Writer<'_>,
        reference: &Reference,
        kind: SubjectKind,
    ) -> Result<(SubjectId, bool), ImportError> {
        let reference = &*identifying(reference);
        let known = match self.known.get(reference) {
            Some(&id) => Some(id),
            None => writer.view().identified(&reference.namespace, &reference.id)?,
        };
        let id = match known {
            Some(id) => id,
            None => {
                let id = random_id()?;
                writer.add_subjects(&[Subject { id, kind }])?;
                add_name(writer, reference, id)?;
                self.new[kind as usize] += 1;
                id
            }
        };
        if self.known.len() >= REMEMBERED_MAX {
            self.known.clear();
        }
        self.known.insert(reference.clone(), id);
        if kind == SubjectKind::Person {
            self.people.all.insert(id);
            if known.is_none() {
                self.people.new.insert(id);
            }
        }
        Ok((id, known.is_none()))
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

fn add_name(
    writer: &mut Writer<'_>,
    reference: &Reference,
    subject: SubjectId,
) -> Result<(), ImportError> {
    let Reference { namespace, id } = reference;
    let identifier = Identifier { namespace: namespace.to_string(), value: id.clone(), subject };
    writer.add_identifiers(&[identifier])?;
    Ok(())
}

/// An id that says nothing about whom it is.
fn random_id() -> Result<SubjectId, ImportError> {
    let id = getrandom::u64().map_err(|error| ImportError::NoRandomness(error.to_string()))?;
    Ok(SubjectId(id))
}
