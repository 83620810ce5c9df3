//! Rows, a transaction's worth at a time.

use super::export::{Export, Placed};
use super::report::{FileReport, ImportReport};
use super::resolve::Resolver;
use super::{Filled, ImportError, Progress, undo};
use connect::{
    FactIntake, FileMapping, Intake, Mapping, RawValue, Reject, SubjectIntake, SubjectMapping,
};
use facts::{Code, Fact, Instant, Kind, Origin, SubjectId, Symbol, Value, Vocabulary};
use foldhash::HashSet;
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
    codes: Codes,
    rows: Vec<Intake>,
    counts: ImportCounts,
    stopped: Option<String>,
}

impl<'a> Batches<'a> {
    /// Rows of a file that was exported at `as_of`.
    pub(super) fn new(file: &'a FileMapping, now: Instant, as_of: Instant) -> Self {
        Self {
            file,
            as_of: file.as_of(as_of),
            export: None,
            undated: file.subjects.iter().map(SubjectMapping::undated_traits).collect(),
            codes: Codes::default(),
            path: Arc::from(file.path.as_str()),
            import: None,
            now,
            rows: Vec::new(),
            counts: ImportCounts::default(),
            stopped: None,
        }
    }

    /// Takes rows to write; how far the file is read.
    pub(super) fn take(&mut self, filled: Filled) -> Progress<'a> {
        let Filled { rows, read, rejected, stopped, bytes: (bytes_read, bytes), .. } = filled;
        self.counts.rows_read += read;
        self.counts.rows_rejected += rejected;
        self.rows = rows;
        self.stopped = stopped;
        Progress::Reading { file: &self.file.path, rows: self.counts.rows_read, bytes_read, bytes }
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
        // Words that were not recorded may have other numbers by now.
        self.codes.0.clear();
        let (mut facts, mut personal) = (Vec::new(), Vec::new());
        let rows = std::mem::take(&mut self.rows);
        resolver.look_up(writer.view(), &rows)?;
        for Intake { line, subjects } in rows {
            for mut intake in subjects {
                let subject = self.subject(resolver, &intake, line)?;
                let fields = std::mem::take(&mut intake.personal).into_iter();
                personal.extend(fields.map(|(field, value)| {
                    let field = field.word().to_owned();
                    Personal { subject, field, value }
                }));
                if let Some(export) = &mut self.export {
                    export.see(writer.view(), vocabulary, subject)?;
                }
                self.links(vocabulary, resolver, (subject, &intake, line), &mut facts)?;
                self.facts(vocabulary, (subject, intake, line), &mut facts)?;
            }
        }
        resolver.write(writer)?;
        writer.put_personal(&personal)?;
        facts.extend(undo::brought_back(writer.view(), vocabulary, &facts, self.now)?);
        let appended = writer.append_arrived(&facts, vocabulary, self.now, self.import)?;
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
        let mut said = HashSet::default();
        for fact in intake.facts {
            let (kind, name) = (fact.kind, Arc::clone(&fact.name));
            let fact = made(subject, fact, vocabulary, &mut self.codes)?;
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
        resolver: &mut Resolver,
        intake: &SubjectIntake,
        line: u64,
    ) -> Result<SubjectId, ImportError> {
        let subject = match intake.joins {
            true => resolver.refer(&intake.id, intake.kind, (&self.path, line))?,
            false => resolver.define(&intake.id, intake.kind)?,
        };
        for identifier in &intake.identifiers {
            resolver.also(identifier, subject, line);
        }
        Ok(subject)
    }

    fn links(
        &mut self,
        vocabulary: &mut Vocabulary,
        resolver: &mut Resolver,
        (subject, intake, line): (SubjectId, &SubjectIntake, u64),
        facts: &mut Vec<Fact>,
    ) -> Result<(), ImportError> {
        for link in &intake.links {
            let to = resolver.refer(&link.to, link.to_kind, (&self.path, line))?;
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
        let (counts, stopped, import) = (self.counts, self.stopped, self.import);
        FileReport { path, counts, rejects, rejects_file, stopped, import }
    }
}

/// The numbers of names that a mapping says, each of which is one piece of memory.
#[derive(Default)]
struct Codes(Vec<(Kind, Arc<str>, Code)>);

impl Codes {
    /// Names that rows say are not worth remembering so.
    const NAMES_MAX: usize = 32;

    fn of(
        &mut self,
        kind: Kind,
        name: &Arc<str>,
        vocabulary: &mut Vocabulary,
    ) -> Result<Code, ImportError> {
        let is_it =
            |known: &&(Kind, Arc<str>, Code)| known.0 == kind && Arc::ptr_eq(&known.1, name);
        if let Some((.., code)) = self.0.iter().find(is_it) {
            return Ok(*code);
        }
        let code = vocabulary.code(kind, name)?;
        if self.0.len() < Self::NAMES_MAX {
            self.0.push((kind, Arc::clone(name), code));
        }
        Ok(code)
    }
}

/// A fact with the numbers of its words.
fn made(
    subject: SubjectId,
    fact: FactIntake,
    vocabulary: &mut Vocabulary,
    codes: &mut Codes,
) -> Result<Fact, ImportError> {
    Ok(Fact {
        subject,
        key: fact.key,
        occurred_at: fact.occurred_at,
        precision: fact.precision,
        code: codes.of(fact.kind, &fact.name, vocabulary)?,
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
