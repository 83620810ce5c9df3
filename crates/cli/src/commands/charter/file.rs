//! Writing a charter's file so that it is the old one or the new one, whatever happens.

use crate::failure::Refusal;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a text in place of another, through a temporary file beside it: a reader sees the one or
/// the other. A link is followed, permissions stay.
///
/// # Errors
/// When the file holds another text than `was` by now, or cannot be written.
pub(super) fn replace(path: &Path, was: &str, is: &str) -> anyhow::Result<()> {
    let place = path.display().to_string();
    let refusal = |error: io::Error| {
        let message = format!("the charter cannot be written, and is as it was: {error}");
        let help = "name a file that you may write, in a folder that you may write to";
        Refusal::new("cannot_write", message, help).at(&place)
    };
    let target = fs::canonicalize(path).map_err(refusal)?;
    let (beside, mut file) = beside(&target).map_err(refusal)?;
    let written = (|| {
        file.write_all(is.as_bytes())?;
        file.set_permissions(fs::metadata(&target)?.permissions())?;
        file.sync_all()?;
        fs::read_to_string(&target)
    })();
    let result = match written {
        Ok(now) if now == was => fs::rename(&beside, &target).map_err(|it| refusal(it).into()),
        Ok(_) => {
            let message = "somebody changed the charter at the same time; it is as they left it";
            Err(Refusal::new("changed_elsewhere", message, "run the command again")
                .at(&place)
                .into())
        }
        Err(error) => Err(refusal(error).into()),
    };
    if result.is_err() {
        // What went wrong is told; a file that stays behind too is no more to say.
        let _ = fs::remove_file(&beside);
    }
    result
}

/// A new file in the folder of another.
fn beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    Ok((beside, file))
}
