//! The desk on which imports are prepared: files are uploaded, their columns given a meaning, what
//! would happen is looked at, and then they are recorded, one import at a time.
//!
//! Each import is a folder: `import.json` says what is known of it, `mapping.toml` what its columns
//! mean, `files` holds what was uploaded and `rejects` what was handed back. Files are removed once
//! they are recorded. What was handed back names people whom no erasure reaches, so that it is
//! removed after [`ImportDesk::KEPT_DAYS`] days, as are imports that nobody ran.
//!
//! An import that a stopped server left half recorded is broken off: its files are still there, and
//! run again it records the rest, since a fact that is known changes nothing.

mod kept;
mod look;
mod refusal;
mod run;
mod undo;

pub use kept::{
    DeskFile, DeskFileReport, DeskImport, DeskNote, DeskProgress, DeskReject, DeskReport, DeskState,
};
pub use look::{DeskAnswers, DeskPreview, DeskSuggestion};
pub use refusal::DeskError;
pub use run::TellImport;

use connect::Mapping;
use facts::Instant;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The desk on which imports are prepared. Of one folder, one server has one.
#[derive(Debug)]
pub struct ImportDesk {
    folder: PathBuf,
    imports: Mutex<BTreeMap<u64, DeskImport>>,
}

const MANIFEST: &str = "import.json";
const MAPPING: &str = "mapping.toml";
const FILES: &str = "files";
const REJECTS: &str = "rejects";

impl ImportDesk {
    /// The most files of an import.
    pub const FILES_MAX: usize = 20;
    /// The most imports that are open at once.
    pub const OPEN_MAX: usize = 20;
    /// The most imports that are kept; of more, the oldest are forgotten, and not their facts.
    pub const KEPT_MAX: usize = 1_000;
    /// How long what was handed back is kept, and an import that nobody runs.
    pub const KEPT_DAYS: i64 = 7;
    /// The largest file, in bytes.
    pub const FILE_BYTES_MAX: u64 = 2 << 30;
    /// The most bytes of all files that wait, together.
    pub const ALL_BYTES_MAX: u64 = 8 << 30;
    /// The longest mapping, in bytes.
    pub const MAPPING_BYTES_MAX: usize = 512 << 10;

    /// Opens the desk in a folder, and makes it where there is none. Imports that a server left
    /// running are broken off.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub fn open(folder: PathBuf) -> Result<Self, DeskError> {
        fs::create_dir_all(&folder)?;
        let mut imports = BTreeMap::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let Ok(text) = fs::read(path.join(MANIFEST)) else { continue };
            let Ok(mut import) = serde_json::from_slice::<DeskImport>(&text) else { continue };
            if import.state == DeskState::Running {
                let started = import.touched_at();
                import.ends(DeskState::BrokenOff, started);
            }
            imports.insert(import.id, import);
        }
        let desk = Self { folder, imports: Mutex::new(imports) };
        for import in desk.imports().values() {
            desk.keep(import)?;
        }
        Ok(desk)
    }

    /// Opens an import, and removes what is kept no longer.
    ///
    /// # Errors
    /// When too many are open, or the folder cannot be written.
    pub fn start(&self, who: &str, now: Instant) -> Result<DeskImport, DeskError> {
        let mut imports = self.imports();
        self.sweep(&mut imports, now)?;
        let open = imports.values().filter(|import| import.state.is_open()).count();
        if open >= Self::OPEN_MAX {
            return Err(DeskError::TooManyOpen(open));
        }
        let id = imports.last_key_value().map_or(1, |(id, _)| id + 1);
        let import = DeskImport::opened(id, who, now);
        fs::create_dir_all(self.files_of(id))?;
        self.keep(&import)?;
        imports.insert(id, import.clone());
        Ok(import)
    }

    /// Imports, those opened last first, before one, at most `limit`.
    #[must_use]
    pub fn list(&self, before: Option<u64>, limit: usize) -> Vec<DeskImport> {
        let imports = self.imports();
        let some = imports.range(..before.unwrap_or(u64::MAX)).rev().take(limit);
        some.map(|(_, import)| import.clone()).collect()
    }

    /// One import.
    ///
    /// # Errors
    /// When there is none of this number.
    pub fn import(&self, id: u64) -> Result<DeskImport, DeskError> {
        self.imports().get(&id).cloned().ok_or(DeskError::Unknown(id))
    }

    /// Removes an import with its files and what was handed back; what it recorded stays.
    ///
    /// # Errors
    /// When there is none, or it is running.
    pub fn remove(&self, id: u64) -> Result<(), DeskError> {
        let mut imports = self.imports();
        let import = imports.get(&id).ok_or(DeskError::Unknown(id))?;
        if import.state == DeskState::Running {
            return Err(DeskError::NotOpen { id, state: import.state.word() });
        }
        remove(&self.folder_of(id))?;
        imports.remove(&id);
        Ok(())
    }

    /// Begins to take a file: write to what is returned, and hand it to [`ImportDesk::take`].
    ///
    /// # Errors
    /// When the name cannot be one, the import is not open, or has too many files.
    pub fn begin_file(&self, id: u64, name: &str) -> Result<Upload, DeskError> {
        check_name(name)?;
        let imports = self.imports();
        let import = open_one(&imports, id)?;
        let others = import.files.iter().filter(|file| file.name != name).count();
        if others >= Self::FILES_MAX {
            return Err(DeskError::TooManyFiles(Self::FILES_MAX));
        }
        let waiting = imports.values().flat_map(|import| &import.files).map(|file| file.bytes);
        let left = Self::ALL_BYTES_MAX.saturating_sub(waiting.sum());
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(|error| io::Error::other(error.to_string()))?;
        let part = format!(".{:016x}.part", u64::from_le_bytes(random));
        let path = self.files_of(id).join(part);
        Ok(Upload {
            file: File::create(&path)?,
            path,
            name: name.to_owned(),
            id,
            bytes: 0,
            bytes_max: left.min(Self::FILE_BYTES_MAX),
        })
    }

    /// Takes a file that was uploaded whole, in the place of an earlier one of its name.
    ///
    /// # Errors
    /// When the import is not open any more, or the folder cannot be written.
    pub fn take(&self, upload: &Upload) -> Result<DeskImport, DeskError> {
        upload.file.sync_all()?;
        let mut imports = self.imports();
        open_one(&imports, upload.id)?;
        let import = imports.get_mut(&upload.id).ok_or(DeskError::Unknown(upload.id))?;
        let is_new = import.files.iter().all(|file| file.name != upload.name);
        if is_new && import.files.len() >= Self::FILES_MAX {
            return Err(DeskError::TooManyFiles(Self::FILES_MAX));
        }
        fs::rename(&upload.path, self.files_of(upload.id).join(&upload.name))?;
        import.files.retain(|file| file.name != upload.name);
        import.files.push(DeskFile { name: upload.name.clone(), bytes: upload.bytes });
        import.files.sort_by(|one, other| one.name.cmp(&other.name));
        self.keep(import)?;
        Ok(import.clone())
    }

    /// Removes a file from an import.
    ///
    /// # Errors
    /// When it has none of this name, or is not open.
    pub fn remove_file(&self, id: u64, name: &str) -> Result<DeskImport, DeskError> {
        let mut imports = self.imports();
        open_one(&imports, id)?;
        let import = imports.get_mut(&id).ok_or(DeskError::Unknown(id))?;
        let index = import.files.iter().position(|file| file.name == name);
        let index = index.ok_or_else(|| DeskError::UnknownFile(name.to_owned()))?;
        fs::remove_file(self.files_of(id).join(&import.files[index].name))?;
        import.files.remove(index);
        self.keep(import)?;
        Ok(import.clone())
    }

    /// Says what the columns of an import mean.
    ///
    /// # Errors
    /// When the mapping is not sound, with every place; when the import is not open.
    pub fn set_mapping(&self, id: u64, text: &str) -> Result<DeskImport, DeskError> {
        let mapping = Mapping::read(text).map_err(DeskError::Mapping)?;
        let mut imports = self.imports();
        open_one(&imports, id)?;
        let import = imports.get_mut(&id).ok_or(DeskError::Unknown(id))?;
        put(&self.folder_of(id).join(MAPPING), text.as_bytes())?;
        import.mapping = Some(mapping.name);
        self.keep(import)?;
        Ok(import.clone())
    }

    /// The text of an import's mapping.
    ///
    /// # Errors
    /// When there is none yet.
    pub fn mapping_text(&self, id: u64) -> Result<String, DeskError> {
        self.import(id)?;
        fs::read_to_string(self.folder_of(id).join(MAPPING)).map_err(|_| DeskError::NoMapping(id))
    }

    /// The rows of a file that were handed back, to be corrected and imported again.
    ///
    /// # Errors
    /// When there are none, or they are kept no longer.
    pub fn rejects(&self, id: u64, name: &str) -> Result<File, DeskError> {
        let import = self.import(id)?;
        let unknown = || DeskError::UnknownFile(name.to_owned());
        let mut files = import.report.iter().flat_map(|report| &report.files);
        let is_there = files.any(|file| file.rejects_file.as_deref() == Some(name));
        if !is_there || check_name(name).is_err() {
            return Err(unknown());
        }
        File::open(self.folder_of(id).join(REJECTS).join(name)).map_err(|_| unknown())
    }

    fn imports(&self) -> MutexGuard<'_, BTreeMap<u64, DeskImport>> {
        self.imports.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn folder_of(&self, id: u64) -> PathBuf {
        self.folder.join(id.to_string())
    }

    fn files_of(&self, id: u64) -> PathBuf {
        self.folder_of(id).join(FILES)
    }

    fn keep(&self, import: &DeskImport) -> Result<(), DeskError> {
        let text = serde_json::to_vec(import).map_err(io::Error::other)?;
        Ok(put(&self.folder_of(import.id).join(MANIFEST), &text)?)
    }

    /// Removes what is kept no longer.
    fn sweep(
        &self,
        imports: &mut BTreeMap<u64, DeskImport>,
        now: Instant,
    ) -> Result<(), DeskError> {
        let old = Instant(now.0 - Self::KEPT_DAYS * Instant::PER_DAY);
        let is_old = |import: &DeskImport| import.touched_at() < old;
        let gone = |import: &&DeskImport| import.state.is_open() && is_old(import);
        let gone: Vec<u64> = imports.values().filter(gone).map(|import| import.id).collect();
        let ended = imports.values().filter(|import| import.is_over());
        let ended: Vec<u64> = ended.map(|import| import.id).collect();
        let beyond = ended.len().saturating_sub(Self::KEPT_MAX);
        for id in gone.iter().chain(&ended[..beyond]) {
            remove(&self.folder_of(*id))?;
            imports.remove(id);
        }
        for import in imports.values_mut() {
            if import.is_over() && is_old(import) {
                remove(&self.folder_of(import.id).join(REJECTS))?;
                import.forget_rows();
                self.keep(import)?;
            }
        }
        Ok(())
    }
}

/// A file on its way in. Dropped before it is [taken](ImportDesk::take), nothing of it stays.
#[derive(Debug)]
pub struct Upload {
    file: File,
    path: PathBuf,
    name: String,
    id: u64,
    bytes: u64,
    bytes_max: u64,
}

impl Upload {
    /// Writes the next bytes.
    ///
    /// # Errors
    /// When they are too many, or the disk does not take them.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), DeskError> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.bytes_max {
            let (bytes_max, all_bytes_max) =
                (ImportDesk::FILE_BYTES_MAX, ImportDesk::ALL_BYTES_MAX);
            return Err(DeskError::TooLarge { bytes_max, all_bytes_max });
        }
        Ok(self.file.write_all(bytes)?)
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        // After it was taken there is nothing left under this name.
        let _is_gone = fs::remove_file(&self.path);
    }
}

fn open_one(imports: &BTreeMap<u64, DeskImport>, id: u64) -> Result<&DeskImport, DeskError> {
    let import = imports.get(&id).ok_or(DeskError::Unknown(id))?;
    match import.state.is_open() {
        true => Ok(import),
        false => Err(DeskError::NotOpen { id, state: import.state.word() }),
    }
}

/// A name is one part of a path and nothing else, on every system.
fn check_name(name: &str) -> Result<(), DeskError> {
    const LETTERS_MAX: usize = 120;
    let plain = |c: char| c.is_alphanumeric() || " ._-()".contains(c);
    let is_one_part = matches!(
        Path::new(name).components().collect::<Vec<_>>()[..],
        [Component::Normal(part)] if part == name
    );
    let fits = (1..=LETTERS_MAX).contains(&name.chars().count()) && name.len() <= 240;
    match fits && is_one_part && !name.starts_with('.') && name.chars().all(plain) {
        true => Ok(()),
        false => Err(DeskError::FileName(name.chars().take(LETTERS_MAX).collect())),
    }
}

/// Writes a file so that it is there whole or as it was.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(part, path)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
