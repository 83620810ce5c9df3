//! Where a file has the columns of its mapping.

use super::error::{FileError, FileProblem};
use crate::mapping::FileMapping;
use crate::nearest::did_you_mean;
use csv::ByteRecord;

/// For each column of the mapping, its place in the file.
pub(super) fn positions(file: &FileMapping, header: &ByteRecord) -> Result<Vec<usize>, FileError> {
    let fail = |problem| FileError { path: file.path.clone(), line: 1, problem };
    let names: Result<Vec<&str>, _> = header.iter().map(str::from_utf8).collect();
    let names = names.map_err(|_| fail(FileProblem::HeaderNotUtf8))?;
    let names: Vec<&str> = names.into_iter().map(str::trim).collect();
    let position = |column: &String| {
        let places: Vec<usize> = names
            .iter()
            .enumerate()
            .filter(|(_, name)| *name == column)
            .map(|(at, _)| at)
            .collect();
        match places.as_slice() {
            &[place] => Ok(place),
            [] => {
                let help = did_you_mean(column, names.iter().copied(), "column of the file");
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
