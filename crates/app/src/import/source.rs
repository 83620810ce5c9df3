//! The files of an import, and where their rejects go.

use super::report::FileReport;
use super::{Import, ImportError};
use connect::{
    FileError, FileMapping, FileProblem, FileReading, Input, Reject, RejectsWriter, Surroundings,
    Unit,
};
use facts::Instant;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A file whose header fits the mapping.
pub(super) struct Source<'m> {
    pub(super) file: &'m FileMapping,
    pub(super) reading: FileReading<'m>,
}

/// Opens every file before anything is recorded.
pub(super) fn open_all<'m>(
    import: &Import<'m>,
    as_of: Instant,
) -> Result<Vec<Source<'m>>, ImportError> {
    if let Some(rejects) = import.rejects
        && same_folder(rejects, import.folder)
    {
        return Err(ImportError::RejectsOverwrite);
    }
    let mut sources = Vec::new();
    let mut errors = Vec::new();
    for file in &import.mapping.files {
        if import.partial && !find(import.folder, &file.path).exists() {
            continue;
        }
        let open = |name: &str| open(import, name);
        let surroundings = Surroundings { as_of: Some(as_of), open: &open };
        let opened = open(&file.path);
        match opened
            .and_then(|input| FileReading::open_among(import.mapping, file, input, &surroundings))
        {
            Ok(reading) => sources.push(Source { file, reading }),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(ImportError::Files(errors));
    }
    if sources.is_empty() {
        let names: Vec<&str> = import.mapping.files.iter().map(|file| &*file.path).collect();
        let folder = import.folder.to_owned();
        return Err(ImportError::NothingThere { folder, names: names.join(", ") });
    }
    Ok(sources)
}

/// Opens a file of the folder.
fn open(import: &Import<'_>, name: &str) -> Result<Box<dyn Input>, FileError> {
    match File::open(find(import.folder, name)) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(cannot_open(name, import.folder, &error)),
    }
}

/// Where a file is: under its own name, packed or unpacked, or as rejects of it are called.
fn find(folder: &Path, name: &str) -> PathBuf {
    let plain = name.strip_suffix(".gz").unwrap_or(name);
    let others = [format!("{name}.gz"), plain.to_owned(), format!("{plain}.csv")];
    let own = folder.join(name);
    let other = || others.iter().map(|name| folder.join(name)).find(|path| path.exists());
    if own.exists() { own } else { other().unwrap_or(own) }
}

/// The files that the folder does not have.
pub(super) fn absent(import: &Import<'_>, sources: &[Source<'_>]) -> Vec<String> {
    let is_there = |path: &str| sources.iter().any(|source| source.file.path == path);
    let paths = import.mapping.files.iter().map(|file| &file.path);
    paths.filter(|path| !is_there(path)).cloned().collect()
}

fn same_folder(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn cannot_open(name: &str, folder: &Path, error: &std::io::Error) -> FileError {
    let there = std::fs::read_dir(folder).map(|entries| {
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names.truncate(20);
        names.join(", ")
    });
    let reason = match there {
        Ok(names) if !names.is_empty() => format!("{error}; the folder has {names}"),
        Ok(_) => format!("{error}; the folder is empty"),
        Err(_) => format!("{error}; the folder cannot be read either"),
    };
    FileError { path: name.to_owned(), unit: Unit::Line, line: 1, problem: FileProblem::Io(reason) }
}

/// The rejects of one file.
pub(super) struct Rejects {
    folder: Option<PathBuf>,
    path: Option<PathBuf>,
    writer: Option<RejectsWriter<File>>,
    first: Vec<Reject>,
}

impl Rejects {
    pub(super) fn new(folder: Option<&Path>) -> Self {
        Self { folder: folder.map(Path::to_owned), path: None, writer: None, first: Vec::new() }
    }

    pub(super) fn add(
        &mut self,
        reject: Reject,
        reading: &FileReading<'_>,
    ) -> Result<(), ImportError> {
        if let Some(folder) = &self.folder {
            let path = self.path.get_or_insert_with(|| folder.join(reading.rejects_name()));
            let failed = |error: std::io::Error| failed(path, &error);
            if self.writer.is_none() {
                std::fs::create_dir_all(folder).map_err(failed)?;
                let file = File::create(&*path).map_err(failed)?;
                self.writer = Some(reading.rejects_to(file).map_err(failed)?);
            }
            if let Some(writer) = &mut self.writer {
                writer.write(&reject).map_err(failed)?;
            }
        }
        if self.first.len() < FileReport::REJECTS_MAX {
            self.first.push(reject);
        }
        Ok(())
    }

    /// The first rejects, and the file of all of them where there is one.
    pub(super) fn finish(self) -> Result<(Vec<Reject>, Option<PathBuf>), ImportError> {
        let Self { path, writer, first, .. } = self;
        let (Some(writer), Some(path)) = (writer, path) else { return Ok((first, None)) };
        writer.finish().map_err(|error| failed(&path, &error))?;
        Ok((first, Some(path)))
    }
}

fn failed(path: &Path, error: &std::io::Error) -> ImportError {
    ImportError::Rejects { path: path.to_owned(), reason: error.to_string() }
}
