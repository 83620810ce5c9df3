//! Smaller files whose columns are added to each row by a key.

use super::row::{Row, RowFault, RowReader};
use crate::mapping::{FileMapping, JoinMapping};
use crate::nearest::did_you_mean;
use crate::note::{NoteKind, Notes};
use crate::table::{FileError, FileProblem, Input, Table};
use csv::ByteRecord;
use std::collections::HashMap;

/// The most rows of a joined file: all of them are in memory.
pub const JOINED_ROWS_MAX: usize = 1_000_000;

/// Opens a file of the folder by its name.
pub type Opener<'a> = &'a dyn Fn(&str) -> Result<Box<dyn Input>, FileError>;

/// A joined file in memory.
pub(super) struct Lookup<'m> {
    join: &'m JoinMapping,
    /// The names of its columns, with the prefix of the mapping.
    pub(super) columns: Vec<String>,
    places: HashMap<String, usize>,
    rows: Vec<ByteRecord>,
    /// The line of each row, and whether some row asked for it.
    asked: Vec<(u64, bool)>,
}

/// Reads every file that is joined to one.
pub(super) fn read_all<'m>(
    file: &'m FileMapping,
    open: Opener<'_>,
    notes: &mut Notes,
) -> Result<Vec<Lookup<'m>>, FileError> {
    file.joins.iter().map(|join| read(join, open(&join.path)?, notes)).collect()
}

fn read<'m>(
    join: &'m JoinMapping,
    input: Box<dyn Input>,
    notes: &mut Notes,
) -> Result<Lookup<'m>, FileError> {
    let mut table = Table::open(&join.path, input, &join.wanted)?;
    let unit = table.found().format.unit();
    let fail = |line, problem| FileError { path: join.path.clone(), unit, line, problem };
    let names = table.columns().to_vec();
    let Some(key) = names.iter().position(|name| *name == join.key) else {
        let known = names.iter().map(String::as_str);
        let help = did_you_mean(&join.key, known, "column of the file");
        return Err(fail(1, FileProblem::MissingColumn { column: join.key.clone(), help }));
    };
    let columns = names.iter().map(|name| format!("{}{name}", join.prefix)).collect();
    let mut lookup =
        Lookup { join, columns, places: HashMap::new(), rows: Vec::new(), asked: Vec::new() };
    while let Some(place) = table.advance()? {
        if lookup.rows.len() >= JOINED_ROWS_MAX {
            let what = format!("the file is joined and has more than {JOINED_ROWS_MAX} rows");
            let help = "import it as a file of its own".to_owned();
            return Err(fail(place.line, FileProblem::Unreadable { what, help }));
        }
        let cells = table.cells();
        let uneven = cells.len() != names.len();
        let text = cells.get(key).map(str::from_utf8).and_then(Result::ok);
        let (Some(text), false, None) = (text, uneven, &place.fault) else {
            let what = "this row cannot be read, and the file is joined to another".to_owned();
            let help = "correct it: as many cells as the header has, as text".to_owned();
            return Err(fail(place.line, FileProblem::Unreadable { what, help }));
        };
        let text = text.trim().to_owned();
        if lookup.places.contains_key(&text) {
            let path = join.path.clone();
            notes.add(NoteKind::KeyRepeated { path }, place.line, text);
        } else {
            lookup.places.insert(text, lookup.rows.len());
            lookup.rows.push(cells.clone());
            lookup.asked.push((place.line, false));
        }
    }
    Ok(lookup)
}

impl Lookup<'_> {
    /// Adds the columns of the row's key, or as many empty cells.
    pub(super) fn add(
        &mut self,
        reader: &RowReader<'_>,
        record: &mut ByteRecord,
        notes: &mut Vec<(NoteKind, String)>,
    ) -> Result<(), RowFault> {
        let mut row = Row { reader, record, notes: Vec::new() };
        let key = row.mapped(&self.join.on)?.map(|key| key.to_string());
        notes.append(&mut row.notes);
        let found = key.as_deref().map(|key| (key, self.places.get(key)));
        if let Some((key, None)) = found {
            let column = reader.file.columns[self.join.on.column.0].clone();
            let path = self.join.path.clone();
            notes.push((NoteKind::KeyUnknown { path, column }, key.to_owned()));
        }
        match found.and_then(|(_, place)| place.copied()) {
            Some(place) => {
                self.asked[place].1 = true;
                self.rows[place].iter().for_each(|cell| record.push_field(cell));
            }
            None => self.columns.iter().for_each(|_| record.push_field(b"")),
        }
        Ok(())
    }

    /// Notes the rows that no row asked for.
    pub(super) fn note_unused(&self, notes: &mut Notes) {
        let mut keys = vec![""; self.rows.len()];
        for (key, place) in &self.places {
            keys[*place] = key;
        }
        for ((line, asked), key) in self.asked.iter().zip(keys) {
            if !asked {
                let path = self.join.path.clone();
                notes.add(NoteKind::KeyUnused { path }, *line, key.to_owned());
            }
        }
    }
}
