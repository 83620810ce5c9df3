//! Rows, a transaction's worth at a time.

use super::ImportError;
use super::export::{Export, Placed};
use super::report::{FileReport, ImportReport};
use super::resolve::Resolver;
use connect::{
    FactIntake, FileMapping, Intake, Mapping, RawValue, Reject, SubjectIntake, SubjectMapping,
};
use facts::{Fact, Instant, Kind, Origin, SubjectId, Symbol, Value, Vocabulary};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use store::{ImportCounts, ImportId, Personal, View, Writer};

/// The rows of one file under way.
pub(super) struct Batches<'a> {
    file: &'a FileMapping,
    path: Arc<str>,
    import: Option<ImportId>,
    now: Instant,
    /// When the file was exported, where it assumes dates.
    as_of: Option<Instant>,
    export: Option<Export>,
    /// For each subject of the mapping, its traits that no column dates.
    undated: Vec<Vec<String>>,
    pub(super) rows: Vec<Intake>,
    pub(super) counts: ImportCounts,
    pub(super) stopped: Option<String>,
}

impl<'a> Batches<'a> {
    /// Rows of a file that was exported at `as_of`.
    pub(super) fn new(file: &'a FileMapping, now: Instant, as_of: Instant) -> Self {
        Self {
            file,
            as_of: file.as_of(as_of),
            export: None,
            undated: file.subjects.iter().map(SubjectMapping::undated_traits).collect(),
            path: Arc::from(file.path.as_str()),
            import: None,
            now,
            rows: Vec::new(),
            counts: ImportCounts::default(),
            stopped: None,
        }
    }

    /// The file's name in the mapping.
    pub(super) fn path(&self) -> &'a str {
        &self.file.path
    }

    /// Writes the rows read so far, the import itself with the first of them.
    pub(super) fn write(
        &mut self,
        writer: &mut Writer<'_>,
        vocabulary: &mut Vocabulary,
        mapping: &Mapping,
        resolver: &mut Resolver,
    ) -> Result<(), ImportError> {
        let import = match self.import {
            Some(import) => import,
            None => self.begin(writer, mapping)?,
        };
        self.import = Some(import);
        let mut facts = Vec::new();
        for Intake { line, subjects } in std::mem::take(&mut self.rows) {
            for intake in subjects {
                let subject = self.subject(writer, resolver, &intake, line)?;
                if let Some(export) = &mut self.export {
                    export.see(writer.view(), subject)?;
                }
                self.links(writer, vocabulary, resolver, (subject, &intake, line), &mut facts)?;
                self.facts(vocabulary, (subject, intake, line), &mut facts)?;
            }
        }
        let appended = writer.append_facts(&facts, vocabulary, self.now, self.import)?;
        self.counts.facts_new += appended.new;
        self.counts.facts_known += appended.already_known;
        Ok(())
    }

    fn begin(
        &mut self,
        writer: &mut Writer<'_>,
        mapping: &Mapping,
    ) -> Result<ImportId, ImportError> {
        let import = writer.begin_import(&self.file.path, &mapping.name, self.now)?;
        if let Some(as_of) = self.as_of {
            let name = &mapping.name;
            self.export = Export::after_another(writer.view(), self.file, name, as_of)?;
            writer.note_export(import, as_of)?;
        }
        Ok(import)
    }

    /// The facts of a row about one subject.
    fn facts(
        &mut self,
        vocabulary: &mut Vocabulary,
        (subject, intake, line): (SubjectId, SubjectIntake, u64),
        facts: &mut Vec<Fact>,
    ) -> Result<(), ImportError> {
        let mut said = HashSet::new();
        for fact in intake.facts {
            let (kind, name) = (fact.kind, Arc::clone(&fact.name));
            let fact = made(subject, fact, vocabulary)?;
            if self.export.is_some() {
                said.insert(fact.code);
            }
            self.push(fact, (kind, &name, line), facts);
        }
        if let Some(export) = &mut self.export {
            export.miss(&self.undated[intake.index], &said, vocabulary, line);
        }
        Ok(())
    }

    /// Takes a fact, unless an earlier export said the same.
    fn push(
        &mut self,
        mut fact: Fact,
        (kind, name, line): (Kind, &str, u64),
        facts: &mut Vec<Fact>,
    ) {
        let export = self.export.as_mut().filter(|_| Export::concerns(kind, fact.precision));
        match export.map(|export| export.place(&mut fact, name, line)) {
            Some(Placed::Known) => self.counts.facts_known += 1,
            Some(Placed::Recorded) | None => facts.push(fact),
        }
    }

    fn subject(
        &self,
        writer: &mut Writer<'_>,
        resolver: &mut Resolver,
        intake: &SubjectIntake,
        line: u64,
    ) -> Result<SubjectId, ImportError> {
        let subject = match intake.joins {
            true => resolver.refer(writer, &intake.id, intake.kind, (&self.path, line))?,
            false => resolver.define(writer, &intake.id, intake.kind)?,
        };
        for identifier in &intake.identifiers {
            resolver.also(writer, identifier, subject, line)?;
        }
        let personal = intake.personal.iter().map(|(field, value)| {
            let field = field.word().to_owned();
            Personal { subject, field, value: value.clone() }
        });
        writer.put_personal(&personal.collect::<Vec<_>>())?;
        Ok(subject)
    }

    fn links(
        &mut self,
        writer: &mut Writer<'_>,
        vocabulary: &mut Vocabulary,
        resolver: &mut Resolver,
        (subject, intake, line): (SubjectId, &SubjectIntake, u64),
        facts: &mut Vec<Fact>,
    ) -> Result<(), ImportError> {
        for link in &intake.links {
            let to = resolver.refer(writer, &link.to, link.to_kind, (&self.path, line))?;
            let fact = Fact {
                subject,
                key: link.key,
                occurred_at: link.occurred_at,
                precision: link.precision,
                code: vocabulary.code(Kind::Link, link.name)?,
                value: Value::Subject(to),
                actor: Symbol::EMPTY,
                origin: Origin::System,
            };
            self.push(fact, (Kind::Link, link.name, line), facts);
        }
        Ok(())
    }

    pub(super) fn finish(&self, writer: &mut Writer<'_>) -> Result<(), ImportError> {
        if let Some(import) = self.import {
            writer.finish_import(import, &self.counts, self.now)?;
        }
        Ok(())
    }

    /// Says what changed since the last export; `is_whole` when all of this one was read.
    pub(super) fn report_changes(
        &mut self,
        view: View<'_>,
        mapping: &Mapping,
        is_whole: bool,
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        let Some(export) = self.export.take() else { return Ok(()) };
        let is_whole = is_whole && self.stopped.is_none();
        let of = (self.file, mapping.name.as_str(), mapping.zone());
        export.report(view, of, (is_whole, self.counts.rows_rejected), report)
    }

    pub(super) fn into_report(
        self,
        (rejects, rejects_file): (Vec<Reject>, Option<PathBuf>),
    ) -> FileReport {
        let path = self.file.path.clone();
        FileReport { path, counts: self.counts, rejects, rejects_file, stopped: self.stopped }
    }
}

/// A fact with the numbers of its words.
fn made(
    subject: SubjectId,
    fact: FactIntake,
    vocabulary: &mut Vocabulary,
) -> Result<Fact, ImportError> {
    Ok(Fact {
        subject,
        key: fact.key,
        occurred_at: fact.occurred_at,
        precision: fact.precision,
        code: vocabulary.code(fact.kind, &fact.name)?,
        value: match fact.value {
            RawValue::Nothing => Value::Nothing,
            RawValue::Number(number) => Value::Number(number),
            RawValue::Text(word) => Value::Text(vocabulary.intern(&word)?),
            RawValue::Flag(flag) => Value::Flag(flag),
        },
        actor: match fact.actor {
            Some(actor) => vocabulary.intern(&actor)?,
            None => Symbol::EMPTY,
        },
        origin: fact.origin,
    })
}
