//! From a row's cells to what it says.

use crate::amount::Currency;
use crate::intake::{FactIntake, Intake, LinkIntake, RawValue, Reference, SubjectIntake};
use crate::key::{self, Fields, Ordinals};
use crate::mapping::{
    AsOf, Cell, Column, Condition, FactMapping, FileMapping, IdForm, Identifier, LinkMapping,
    Mapping, Source, SubjectMapping, TimeSource,
};
use crate::moment::{Moment, TimeFormat, short};
use crate::note::{NoteKind, Notes};
use crate::salesforce;
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
    /// When the file was exported, where it was said.
    pub(super) as_of: Option<Instant>,
    /// For each column of the mapping, its place in the file.
    pub(super) positions: Vec<usize>,
    pub(super) ordinals: Ordinals,
    pub(super) notes: Notes,
}

/// One row under way: its notes count only if it is good.
pub(super) struct Row<'a> {
    pub(super) reader: &'a RowReader<'a>,
    pub(super) record: &'a ByteRecord,
    pub(super) notes: Vec<(NoteKind, String)>,
}

/// A fact without its key.
struct Unkeyed {
    fact: FactIntake,
    said: Fields,
}

impl RowReader<'_> {
    /// What a row says, or nothing where the mapping leaves it out.
    pub(super) fn intake(
        &mut self,
        record: &ByteRecord,
        notes: Vec<(NoteKind, String)>,
        line: u64,
    ) -> Result<Option<Intake>, RowFault> {
        let mut row = Row { reader: self, record, notes };
        if let Some(failed) = row.fails(&self.file.when)? {
            let column = row.name(failed.column).to_owned();
            self.notes.add(NoteKind::LeftOut { column }, line, String::new());
            return Ok(None);
        }
        let mut read = Vec::new();
        let mut left_out = false;
        for (index, subject) in self.file.subjects.iter().enumerate() {
            if row.fails(&subject.when)?.is_some() {
                left_out = true;
                continue;
            }
            read.extend(row.subject(index, subject)?);
        }
        if read.is_empty() && !left_out {
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
        Ok(Some(Intake { line, subjects }))
    }
}

impl<'a> Row<'a> {
    fn subject(
        &mut self,
        index: usize,
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
            self.fact(fact, &mut facts)?;
        }
        let subject = SubjectIntake {
            index,
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

    /// The fact, and beside an amount its currency where the row says it.
    fn fact(&mut self, mapping: &FactMapping, read: &mut Vec<Unkeyed>) -> Result<(), RowFault> {
        if self.fails(&mapping.when)?.is_some() {
            return Ok(());
        }
        // What the mapping does not ask for rejects no row.
        if mapping.is_derived() && self.is_undated(&mapping.time)? {
            return Ok(());
        }
        let Some(mut name) = self.word(&mapping.name)? else { return Ok(()) };
        let mut kind = mapping.kind;
        let mut value = None;
        if let Some(whole) = mapping.patterns.get(&name) {
            kind = Some(whole.kind);
            name = Arc::from(whole.name.as_str());
            value = whole.value.clone().map(RawValue::Text);
        }
        let Some(kind) = kind else { return Ok(()) };
        let mut currency = None;
        let value = match (value, &mapping.value) {
            (Some(value), _) => value,
            (None, Some(source)) => {
                let (value, of) = self.value(source, mapping, &name)?;
                currency = of;
                value
            }
            (None, None) => RawValue::Nothing,
        };
        let needs_value = matches!(kind, Kind::Trait | Kind::Opportunity | Kind::Assignment);
        if needs_value && value == RawValue::Nothing {
            return Ok(());
        }
        let actor = match &mapping.actor {
            Some(source) => self.word(source)?.map(|word| word.to_string()),
            None => None,
        };
        let (occurred_at, precision) = self.moment(&mapping.time, &name)?;
        let mut add = |name: Arc<str>, value: RawValue| {
            let said = Fields::new(&[
                self.reader.mapping.name.as_bytes(),
                mapping.id.as_bytes(),
                kind.word().as_bytes(),
                name.as_bytes(),
                &key::instant(occurred_at),
                &key::value(&value),
            ]);
            let (actor, origin) = (actor.clone(), mapping.origin);
            let key = facts::FactKey(0);
            let fact = FactIntake { kind, name, value, occurred_at, precision, actor, origin, key };
            read.push(Unkeyed { fact, said });
        };
        if let Some(code) = currency {
            add(Arc::from(format!("{name}_currency")), RawValue::Text(code.to_owned()));
        }
        add(name, value);
        Ok(())
    }

    /// The value, and the code of its currency where that is recorded beside it.
    fn value(
        &mut self,
        source: &Source,
        mapping: &FactMapping,
        name: &str,
    ) -> Result<(RawValue, Option<&'static str>), RowFault> {
        let Some(word) = self.word(source)? else { return Ok((RawValue::Nothing, None)) };
        let Source::Cell(cell) = source else {
            return Ok((RawValue::Text(word.to_string()), None));
        };
        let (value, code) = match &mapping.currency {
            Some(currency) => {
                let (amount, code) = self.amount(currency, cell, &word, name)?;
                (RawValue::Number(amount), code)
            }
            None => {
                let value = value::typed(&word, mapping.value_type, cell);
                (value.map_err(|(reason, help)| self.fault(cell.column, reason, &help))?, None)
            }
        };
        let notes = &mut self.notes;
        let mut note = |kind, text| notes.push((kind, text));
        value::check_range(cell, (&value, &word), name, &mut note)
            .map_err(|(reason, help)| self.fault(cell.column, reason, &help))?;
        Ok((value, code))
    }

    /// An amount, converted where the mapping converts.
    fn amount(
        &mut self,
        currency: &Source,
        cell: &Cell,
        text: &str,
        name: &str,
    ) -> Result<(f64, Option<&'static str>), RowFault> {
        let column = match currency {
            Source::Cell(cell) => cell.column,
            Source::Constant(_) | Source::EmailClass(_) => cell.column,
        };
        let code = self.word(currency)?;
        let Some(from) = code.as_deref().and_then(Currency::from_code) else {
            let shown = code.as_deref().map_or_else(String::new, short);
            let reason = match shown.is_empty() {
                true => "the amount has no currency".to_owned(),
                false => format!("`{shown}` is not a currency"),
            };
            let help = "write its code of ISO 4217, such as `EUR`, or map the word to it";
            return Err(self.fault(column, reason, help));
        };
        let amount = from
            .amount(text, cell.decimal)
            .map_err(|(reason, help)| self.fault(cell.column, reason, &help))?;
        match &self.reader.mapping.money {
            None if matches!(currency, Source::Constant(_)) => Ok((amount, None)),
            None => Ok((amount, Some(from.code()))),
            Some(money) if money.into == from => Ok((amount, None)),
            Some(money) => {
                let into = money.into.code().to_owned();
                let Some(rate) = money.rates.get(&from) else {
                    let reason = format!("there is no rate from {} into {into}", from.code());
                    let help = "add it to `rates` of `[currency]`";
                    return Err(self.fault(column, reason, help));
                };
                let from = from.code().to_owned();
                let (name, rate_text) = (name.to_owned(), rate.to_string());
                let note = NoteKind::Converted { name, from, into, rate: rate_text };
                self.notes.push((note, short(text)));
                Ok((money.into.rounded(amount * rate), None))
            }
        }
    }

    /// A constant, or a cell after its map.
    fn word(&mut self, source: &Source) -> Result<Option<Arc<str>>, RowFault> {
        match source {
            Source::Constant(word) => Ok(Some(Arc::clone(word))),
            Source::Cell(cell) => self.mapped(cell),
            Source::EmailClass(column) => {
                let address = self.text(*column)?;
                Ok((!address.is_empty()).then(|| Arc::from(identity::email_class(address))))
            }
        }
    }

    /// A cell after its map.
    pub(super) fn mapped(&mut self, cell: &Cell) -> Result<Option<Arc<str>>, RowFault> {
        let mut text = self.text(cell.column)?;
        let column = self.name(cell.column);
        let notes = &mut self.notes;
        // One cell may be read for several facts.
        let mut once = |kind| {
            let note = (kind, String::new());
            if !notes.contains(&note) {
                notes.push(note);
            }
        };
        if let Some(right) = cell.correct.get(text) {
            let (column, from, into) = (column.to_owned(), text.to_owned(), right.to_string());
            once(NoteKind::Corrected { column, from, into });
            text = right;
        }
        let says_nothing = cell.empty.iter().any(|empty| empty == text);
        if says_nothing && !text.is_empty() {
            once(NoteKind::TakenAsEmpty { column: column.to_owned(), text: text.to_owned() });
        }
        if let Some(remark) = cell.remark.as_ref().filter(|_| !says_nothing && !text.is_empty()) {
            once(NoteKind::Remark { column: column.to_owned(), remark: remark.to_string() });
        }
        match value::said(cell, column, text, &mut |kind, text| notes.push((kind, text))) {
            Ok(Said::Nothing) => Ok(None),
            Ok(Said::Mapped(word)) => Ok(Some(word)),
            Ok(Said::Own(text)) => Ok(Some(Arc::from(text))),
            Err((reason, help)) => Err(self.fault(cell.column, reason, &help)),
        }
    }

    /// Whether nothing says when it happened.
    fn is_undated(&self, time: &TimeSource) -> Result<bool, RowFault> {
        let empty = match &time.dated {
            Some((column, _)) => self.text(*column)?.is_empty(),
            None => true,
        };
        Ok(empty && time.as_of.is_none())
    }

    fn moment(&mut self, time: &TimeSource, name: &str) -> Result<(Instant, Precision), RowFault> {
        let zone = &self.reader.file.zone;
        if let Some((column, formats)) = &time.dated {
            let text = self.text(*column)?;
            if !text.is_empty() {
                return self.dated(*column, formats, text);
            }
            if time.as_of.is_none() {
                let help = "write when it happened, or add `as_of` or `when` to the mapping";
                return Err(self.fault(*column, "the cell is empty".to_owned(), help));
            }
        }
        let at = match time.as_of {
            Some(AsOf::At(at)) => Some(at),
            Some(AsOf::Export) => self.reader.as_of,
            None => None,
        };
        let at = at.unwrap_or(Instant::EARLIEST);
        let as_of = at.to_timestamp().to_zoned(zone.clone()).date().to_string();
        self.notes.push((NoteKind::Assumed { name: name.to_owned(), as_of }, String::new()));
        Ok((at, Precision::Unknown))
    }

    /// A time in the first of the formats that it fits.
    fn dated(
        &mut self,
        column: Column,
        formats: &[TimeFormat],
        text: &str,
    ) -> Result<(Instant, Precision), RowFault> {
        let zone = &self.reader.file.zone;
        let mut reasons = Vec::new();
        for format in formats {
            match format.moment(text, zone) {
                Ok(Moment { at, precision, change }) => {
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
                Err(reason) => reasons.push(reason),
            }
        }
        let help = "correct the cell, or say in `times` how the column is written";
        Err(self.fault(column, reasons.join(", and "), help))
    }

    /// The first condition that does not hold.
    fn fails<'c>(&self, conditions: &'c [Condition]) -> Result<Option<&'c Condition>, RowFault> {
        for condition in conditions {
            let text = self.text(condition.column)?;
            let found = match &condition.one_of {
                Some(texts) => texts.iter().any(|wanted| wanted == text),
                None => !text.is_empty(),
            };
            if found == condition.is_not {
                return Ok(Some(condition));
            }
        }
        Ok(None)
    }

    fn reference(&self, identifier: &Identifier) -> Result<Option<Reference>, RowFault> {
        let id = self.text(identifier.column)?;
        if id.len() > ID_BYTES_MAX {
            let reason = format!("an identifier has at most {ID_BYTES_MAX} bytes: `{}`", short(id));
            return Err(self.fault(identifier.column, reason, "correct the cell"));
        }
        if id.is_empty() {
            return Ok(None);
        }
        let id = match identifier.form {
            IdForm::Plain => id.to_owned(),
            IdForm::Lower => id.to_lowercase(),
            IdForm::Salesforce => salesforce::whole(id)
                .map_err(|(reason, help)| self.fault(identifier.column, reason, &help))?,
        };
        Ok(Some(Reference { namespace: Arc::clone(&identifier.namespace), id }))
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
