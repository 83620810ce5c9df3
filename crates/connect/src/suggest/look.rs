//! Looking at a file, whatever its format.

use super::profile::FileProfile;
use crate::table::{FileError, Table, Wanted};
use std::path::Path;

/// So many rows of a file are looked at; a longer file is judged by them.
pub const ROWS_MAX: u64 = 2_000_000;

/// Looks at a file: at all of its rows, or at the first 2,000,000. Tells how many now and then.
///
/// # Errors
/// When it cannot be read as a table.
pub fn look(path: &Path, progress: &mut dyn FnMut(u64)) -> Result<FileProfile, FileError> {
    const EVERY: u64 = 20_000;
    let mut table = Table::open_path(path, &Wanted::default())?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let columns = table.columns().to_vec();
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut profile = FileProfile::new(&name, names.iter().copied());
    profile.delimiter = table.found().delimiter;
    profile.guesses = table.found().guesses.clone();
    while let Some(row) = table.next_row()? {
        if profile.rows == ROWS_MAX {
            profile.is_whole = false;
            break;
        }
        // A row of another width cannot be told apart into columns; the import rejects it.
        if row.width() != names.len() {
            profile.broken += 1;
            continue;
        }
        let cells: Vec<_> = (0..names.len()).map(|column| row.text(column)).collect();
        profile.look(row.line, cells.iter().map(AsRef::as_ref));
        if profile.rows.is_multiple_of(EVERY) {
            progress(profile.rows);
        }
    }
    Ok(profile)
}
