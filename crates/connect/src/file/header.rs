//! Where a file has the columns of its mapping.

use super::lookup::Lookup;
use crate::mapping::FileMapping;
use crate::nearest::did_you_mean;
use crate::table::{FileError, FileProblem, Table};

/// For each column of the mapping, its place in the file or behind it in a joined one.
pub(super) fn positions(
    file: &FileMapping,
    table: &Table,
    lookups: &[Lookup<'_>],
) -> Result<Vec<usize>, FileError> {
    let fail = |problem| FileError {
        path: file.path.clone(),
        unit: table.found().format.unit(),
        line: 1,
        problem,
    };
    let joined = lookups.iter().flat_map(|lookup| &lookup.columns);
    let names: Vec<&String> = table.columns().iter().chain(joined).collect();
    let position = |column: &String| {
        let places: Vec<usize> = names
            .iter()
            .enumerate()
            .filter(|(_, name)| **name == column)
            .map(|(at, _)| at)
            .collect();
        match places.as_slice() {
            &[place] => Ok(place),
            [] => {
                let known = names.iter().map(|name| name.as_str());
                let help = did_you_mean(column, known, "column of the file");
                Err(fail(FileProblem::MissingColumn { column: column.clone(), help }))
            }
            several => {
                let times = several.len();
                Err(fail(FileProblem::RepeatedColumn { column: column.clone(), times }))
            }
        }
    };
    file.columns.iter().map(position).collect()
}
