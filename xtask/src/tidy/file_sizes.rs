//! Small rooms: no Rust file that nobody can hold in mind.

use anyhow::Result;

use crate::finding::Finding;
use crate::repository::Repository;

/// Above this many lines a file is named.
const LINES_WARN: usize = 500;
/// Above this many lines the check fails.
const LINES_MAX: usize = 800;

/// Checks every Rust file.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let sources = repository.texts(|path| path.ends_with(".rs"))?;
    Ok(sources.iter().filter_map(|(path, text)| judge(path, text.lines().count())).collect())
}

fn judge(path: &str, lines: usize) -> Option<Finding> {
    if lines <= LINES_WARN {
        return None;
    }
    let finding = Finding::failure(
        path,
        format!("{lines} lines (named above {LINES_WARN}, refused above {LINES_MAX})"),
        "split it into files named for the one thing each holds",
    );
    Some(if lines > LINES_MAX { finding } else { finding.into_warning() })
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::finding::Severity;

    #[test]
    fn long_files_are_named_and_longer_ones_refused() {
        assert_eq!(judge("a.rs", 500), None);
        assert_eq!(judge("a.rs", 501).unwrap().severity, Severity::Warning);
        assert_eq!(judge("a.rs", 801).unwrap().severity, Severity::Failure);
    }
}
