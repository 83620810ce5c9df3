//! From the identifiers of a source to subjects.

use super::ImportError;
use super::normal::{identifying, is_of_one_person};
use super::note::{ImportNote, NoteCode, Tally};
use super::report::ImportReport;
use connect::Reference;
use facts::{SubjectId, SubjectKind};
use std::collections::{BTreeMap, HashMap, HashSet};
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
    /// The people whom the import is about.
    leads: HashSet<SubjectId>,
    /// People who have one mail address.
    ones: Vec<(SubjectId, SubjectId)>,
}

/// Who was named, and where.
struct Named {
    reference: Reference,
    file: Arc<str>,
    line: u64,
}

impl Resolver {
    /// The people whom the import is about, in order of id.
    pub(super) fn leads(&self) -> Vec<SubjectId> {
        let mut leads: Vec<_> = self.leads.iter().copied().collect();
        leads.sort();
        leads
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
            Some(other) if other != subject && is_of_one_person(&reference) => {
                // Whoever else they may be, accounts have mail addresses too.
                let kinds = [writer.view().kind_of(other)?, writer.view().kind_of(subject)?];
                if kinds == [Some(SubjectKind::Person); 2] {
                    self.ones.push((other, subject));
                }
            }
            Some(other) if other != subject => {
                let tally = self.taken.entry(Arc::clone(&reference.namespace)).or_default();
                tally.add(|| format!("line {line}"));
            }
            Some(_) => {}
        }
        Ok(())
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
            self.leads.insert(id);
        }
        Ok((id, known.is_none()))
    }

    /// Says how many subjects are new, and which names lead nowhere. Returns the pairs of people who
    /// are one.
    pub(super) fn report(self, report: &mut ImportReport) -> Vec<(SubjectId, SubjectId)> {
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
        self.ones
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
