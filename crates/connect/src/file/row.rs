//! From a row's cells to what it says.

use crate::intake::{FactIntake, Intake, LinkIntake, RawValue, Reference, SubjectIntake};
use crate::key::{self, Fields, Ordinals};
use crate::mapping::{
    Column, Condition, FactMapping, FileMapping, Identifier, LinkMapping, Mapping, Source,
    SubjectMapping, TimeSource,
};
use crate::moment::{Moment, short};
use crate::note::{NoteKind, Notes};
use crate::value::{self, Said};
use csv::ByteRecord;
use facts::{Instant, Kind, Precision, SubjectKind};
use std::sync::Arc;

/// The longest identifier, in bytes.
const ID_BYTES_MAX: usize = 300;

/// Why a row is rejected.
pub(super) struct RowFault {
    pub(super) column: Option<String>,
    pub(super) reason: String,
    pub(super) help: String,
}

/// Reads the rows of one file.
pub(super) struct RowReader<'m> {
    pub(super) mapping: &'m Mapping,
    pub(super) file: &'m FileMapping,
    /// The encoding of its text.
    pub(super) encoding: &'static str,
    /// For each column of the mapping, its place in the file.
    pub(super) positions: Vec<usize>,
    pub(super) ordinals: Ordinals,
    pub(super) notes: Notes,
}

/// One row under way: its notes count only if it is good.
struct Row<'a> {
    reader: &'a RowReader<'a>,
    record: &'a ByteRecord,
    notes: Vec<(NoteKind, String)>,
}

/// A fact without its key.
struct Unkeyed {
    fact: FactIntake,
    said: Fields,
}

impl RowReader<'_> {
    pub(super) fn intake(&mut self, record: &ByteRecord, line: u64) -> Result<Intake, RowFault> {
        let mut row = Row { reader: self, record, notes: Vec::new() };
        let mut read = Vec::new();
        for subject in &self.file.subjects {
            read.extend(row.subject(subject)?);
        }
        if read.is_empty() {
            let column = self.file.subjects.first().map(|subject| row.name(subject.id.column));
            let reason = "the row names nobody".to_owned();
            let help = "write the identifier of whom it is about".to_owned();
            return Err(RowFault { column: column.map(str::to_owned), reason, help });
        }
        // Only now is the row good: what it counts may count.
        let notes = row.notes;
        for (kind, text) in notes {
            self.notes.add(kind, line, text);
        }
        let subjects = read
            .into_iter()
            .map(|(mut subject, facts)| {
                let whose = (subject.kind, &*subject.id.namespace, subject.id.id.as_str());
                for Unkeyed { mut fact, said } in facts {
                    // A trait said twice is the same knowledge; a call made twice is two calls.
                    let repeats = fact.kind != Kind::Trait;
                    fact.key = self.ordinals.key(said, repeats, whose);
                    subject.facts.push(fact);
                }
                subject
            })
            .collect();
        Ok(Intake { line, subjects })
    }
}

impl<'a> Row<'a> {
    fn subject(
        &mut self,
        mapping: &SubjectMapping,
    ) -> Result<Option<(SubjectIntake, Vec<Unkeyed>)>, RowFault> {
        let Some(id) = self.reference(&mapping.id)? else {
            if mapping.joins {
                let column = self.name(mapping.id.column).to_owned();
                self.notes.push((NoteKind::Unnamed { column }, String::new()));
                return Ok(None);
            }
            let help = "write the identifier of whom the row is about";
            return Err(self.fault(mapping.id.column, "the cell is empty".to_owned(), help));
        };
        let mut identifiers = Vec::new();
        for identifier in &mapping.identifiers {
            identifiers.extend(self.reference(identifier)?);
        }
        let mut personal = Vec::new();
        for (field, column) in &mapping.personal {
            let text = self.text(*column)?;
            if !text.is_empty() {
                personal.push((*field, text.to_owned()));
            }
        }
        let mut links = Vec::new();
        for link in &mapping.links {
            links.extend(self.link(link)?);
        }
        let mut facts = Vec::new();
        for fact in &mapping.facts {
            facts.extend(self.fact(fact)?);
        }
        let subject = SubjectIntake {
            kind: mapping.kind,
            id,
            joins: mapping.joins,
            identifiers,
            personal,
            links,
            facts: Vec::with_capacity(facts.len()),
        };
        Ok(Some((subject, facts)))
    }

    fn link(&mut self, mapping: &LinkMapping) -> Result<Option<LinkIntake>, RowFault> {
        let Some(to) = self.reference(&mapping.to)? else { return Ok(None) };
        let (occurred_at, precision) = self.moment(&mapping.time, mapping.name)?;
        // The name of a company tells links apart; the name of a person is not put into a key.
        let whom = if mapping.to_kind == SubjectKind::Account { to.id.as_str() } else { "" };
        let said = Fields::new(&[
            self.reader.mapping.name.as_bytes(),
            b"link",
            mapping.name.as_bytes(),
            to.namespace.as_bytes(),
            whom.as_bytes(),
            &key::instant(occurred_at),
        ]);
        Ok(Some(LinkIntake {
            name: mapping.name,
            to_kind: mapping.to_kind,
            to,
            occurred_at,
            precision,
            key: facts::FactKey(said.finish()),
        }))
    }

    fn fact(&mut self, mapping: &FactMapping) -> Result<Option<Unkeyed>, RowFault> {
        if let Some(condition) = &mapping.when
            && !self.holds(condition)?
        {
            return Ok(None);
        }
        let Some(name) = self.word(&mapping.name)? else { return Ok(None) };
        let value = match &mapping.value {
            Some(source) => self.value(source, mapping, &name)?,
            None => RawValue::Nothing,
        };
        if mapping.needs_value && value == RawValue::Nothing {
            return Ok(None);
        }
        let actor = match &mapping.actor {
            Some(source) => self.word(source)?.map(|word| word.to_string()),
            None => None,
        };
        let (occurred_at, precision) = self.moment(&mapping.time, &name)?;
        let said = Fields::new(&[
            self.reader.mapping.name.as_bytes(),
            mapping.id.as_bytes(),
            mapping.kind.word().as_bytes(),
            name.as_bytes(),
            &key::instant(occurred_at),
            &key::value(&value),
        ]);
        let kind = mapping.kind;
        let origin = mapping.origin;
        let key = facts::FactKey(0);
        let fact = FactIntake { kind, name, value, occurred_at, precision, actor, origin, key };
        Ok(Some(Unkeyed { fact, said }))
    }

    fn value(
        &mut self,
        source: &Source,
        mapping: &FactMapping,
        name: &str,
    ) -> Result<RawValue, RowFault> {
        let Some(word) = self.word(source)? else { return Ok(RawValue::Nothing) };
        let Source::Cell(cell) = source else { return Ok(RawValue::Text(word.to_string())) };
        let notes = &mut self.notes;
        let value = value::typed(&word, mapping.value_type).and_then(|value| {
            let mut note = |kind, text| notes.push((kind, text));
            value::check_range(cell, (&value, &word), name, &mut note).map(|()| value)
        });
        value.map_err(|(reason, help)| self.fault(cell.column, reason, &help))
    }

    /// A constant, or a cell after its map.
    fn word(&mut self, source: &Source) -> Result<Option<Arc<str>>, RowFault> {
        let cell = match source {
            Source::Constant(word) => return Ok(Some(Arc::clone(word))),
            Source::Cell(cell) => cell,
        };
        let text = self.text(cell.column)?;
        let column = self.name(cell.column);
        let notes = &mut self.notes;
        match value::said(cell, column, text, &mut |kind, text| notes.push((kind, text))) {
            Ok(Said::Nothing) => Ok(None),
            Ok(Said::Mapped(word)) => Ok(Some(word)),
            Ok(Said::Own(text)) => Ok(Some(Arc::from(text))),
            Err((reason, help)) => Err(self.fault(cell.column, reason, &help)),
        }
    }

    fn moment(&mut self, time: &TimeSource, name: &str) -> Result<(Instant, Precision), RowFault> {
        let zone = &self.reader.mapping.zone;
        if let Some((column, format)) = &time.dated {
            let text = self.text(*column)?;
            if !text.is_empty() {
                let help = "correct the cell, or say in `times` how the column is written";
                let Moment { at, precision, change } = format
                    .moment(text, zone)
                    .map_err(|reason| self.fault(*column, reason, help))?;
                if let Some(change) = change {
                    let zone = zone.iana_name().unwrap_or("the time zone").to_owned();
                    let note = (NoteKind::ClockChange { zone, change }, short(text));
                    // One cell may date several facts.
                    if !self.notes.contains(&note) {
                        self.notes.push(note);
                    }
                }
                return Ok((at, precision));
            }
            if time.as_of.is_none() {
                let help = "write when it happened, or add `as_of` or `when` to the mapping";
                return Err(self.fault(*column, "the cell is empty".to_owned(), help));
            }
        }
        let at = time.as_of.unwrap_or(Instant::EARLIEST);
        let as_of = at.to_timestamp().to_zoned(zone.clone()).date().to_string();
        self.notes.push((NoteKind::Assumed { name: name.to_owned(), as_of }, String::new()));
        Ok((at, Precision::Unknown))
    }

    fn holds(&self, condition: &Condition) -> Result<bool, RowFault> {
        let text = self.text(condition.column)?;
        Ok(match &condition.one_of {
            Some(texts) => texts.iter().any(|wanted| wanted == text),
            None => !text.is_empty(),
        })
    }

    fn reference(&self, identifier: &Identifier) -> Result<Option<Reference>, RowFault> {
        let id = self.text(identifier.column)?;
        if id.len() > ID_BYTES_MAX {
            let reason = format!("an identifier has at most {ID_BYTES_MAX} bytes: `{}`", short(id));
            return Err(self.fault(identifier.column, reason, "correct the cell"));
        }
        let namespace = Arc::clone(&identifier.namespace);
        Ok((!id.is_empty()).then(|| Reference { namespace, id: id.to_owned() }))
    }

    /// A cell's text without blanks around it.
    fn text(&self, column: Column) -> Result<&'a str, RowFault> {
        let cell = self.record.get(self.reader.positions[column.0]).unwrap_or_default();
        match str::from_utf8(cell) {
            Ok(text) => Ok(text.trim()),
            Err(error) => {
                let shown = short(&String::from_utf8_lossy(cell));
                let (encoding, byte) = (self.reader.encoding, error.valid_up_to() + 1);
                let reason = format!("`{shown}` is not {encoding} text from byte {byte}");
                let help = "save the file with the encoding UTF-8, or say `encoding = \"…\"` in \
                            the mapping";
                Err(self.fault(column, reason, help))
            }
        }
    }

    fn name(&self, column: Column) -> &'a str {
        &self.reader.file.columns[column.0]
    }

    fn fault(&self, column: Column, reason: String, help: &str) -> RowFault {
        RowFault { column: Some(self.name(column).to_owned()), reason, help: help.to_owned() }
    }
}
