//! Rows, a transaction's worth at a time.

use super::ImportError;
use super::report::FileReport;
use super::resolve::Resolver;
use connect::{FileMapping, Intake, Mapping, RawValue, Reject, SubjectIntake};
use facts::{Fact, Instant, Kind, Origin, SubjectId, Symbol, Value, Vocabulary};
use std::path::PathBuf;
use std::sync::Arc;
use store::{ImportCounts, ImportId, Personal, Writer};

/// The rows of one file under way.
pub(super) struct Batches<'a> {
    file: &'a FileMapping,
    path: Arc<str>,
    import: Option<ImportId>,
    now: Instant,
    pub(super) rows: Vec<Intake>,
    pub(super) counts: ImportCounts,
    pub(super) stopped: Option<String>,
}

impl<'a> Batches<'a> {
    pub(super) fn new(file: &'a FileMapping, now: Instant) -> Self {
        Self {
            file,
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
            None => writer.begin_import(&self.file.path, &mapping.name, self.now)?,
        };
        self.import = Some(import);
        let mut facts = Vec::new();
        for Intake { line, subjects } in std::mem::take(&mut self.rows) {
            for intake in subjects {
                let subject = self.subject(writer, resolver, &intake, line)?;
                self.links(writer, vocabulary, resolver, (subject, &intake, line), &mut facts)?;
                for fact in intake.facts {
                    let text = |word: &str, vocabulary: &mut Vocabulary| vocabulary.intern(word);
                    facts.push(Fact {
                        subject,
                        key: fact.key,
                        occurred_at: fact.occurred_at,
                        precision: fact.precision,
                        code: vocabulary.code(fact.kind, &fact.name)?,
                        value: match fact.value {
                            RawValue::Nothing => Value::Nothing,
                            RawValue::Number(number) => Value::Number(number),
                            RawValue::Text(word) => Value::Text(text(&word, vocabulary)?),
                            RawValue::Flag(flag) => Value::Flag(flag),
                        },
                        actor: match fact.actor {
                            Some(actor) => text(&actor, vocabulary)?,
                            None => Symbol::EMPTY,
                        },
                        origin: fact.origin,
                    });
                }
            }
        }
        let appended = writer.append_facts(&facts, vocabulary, self.now, self.import)?;
        self.counts.facts_new += appended.new;
        self.counts.facts_known += appended.already_known;
        Ok(())
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
        &self,
        writer: &mut Writer<'_>,
        vocabulary: &mut Vocabulary,
        resolver: &mut Resolver,
        (subject, intake, line): (SubjectId, &SubjectIntake, u64),
        facts: &mut Vec<Fact>,
    ) -> Result<(), ImportError> {
        for link in &intake.links {
            let to = resolver.refer(writer, &link.to, link.to_kind, (&self.path, line))?;
            facts.push(Fact {
                subject,
                key: link.key,
                occurred_at: link.occurred_at,
                precision: link.precision,
                code: vocabulary.code(Kind::Link, link.name)?,
                value: Value::Subject(to),
                actor: Symbol::EMPTY,
                origin: Origin::System,
            });
        }
        Ok(())
    }

    pub(super) fn finish(&self, writer: &mut Writer<'_>) -> Result<(), ImportError> {
        if let Some(import) = self.import {
            writer.finish_import(import, &self.counts, self.now)?;
        }
        Ok(())
    }

    pub(super) fn into_report(
        self,
        (rejects, rejects_file): (Vec<Reject>, Option<PathBuf>),
    ) -> FileReport {
        let path = self.file.path.clone();
        FileReport { path, counts: self.counts, rejects, rejects_file, stopped: self.stopped }
    }
}
