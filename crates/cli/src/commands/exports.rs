//! The files that somebody points at, looked at before anything is done with them.

use crate::arguments::{AnswerArguments, Global, Order};
use crate::clock;
use crate::failure::Refusal;
use crate::screen::Screen;
use app::tell::number;
use connect::suggest::{Answers, DateOrder, FileProfile, Suggestion, look, suggest};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::fs;
use std::path::{Path, PathBuf};

/// Endings of files that are looked at when a folder is given.
const ENDINGS: [&str; 10] =
    [".csv", ".tsv", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".json", ".xes", ".parquet", ".gz"];
/// The most files of a folder.
const FILES_MAX: usize = 200;

/// Files of one folder, looked at.
pub(crate) struct Exports {
    /// The folder.
    pub(crate) folder: PathBuf,
    /// Each file that could be read.
    pub(crate) profiles: Vec<FileProfile>,
    /// Files that could not, with the reason.
    pub(crate) unread: Vec<(String, String)>,
}

impl Exports {
    /// Looks at files, or at all files of a folder.
    pub(crate) fn look(given: &[PathBuf], screen: &mut Screen) -> anyhow::Result<Self> {
        let paths = paths(given)?;
        let folder = one_folder(&paths)?;
        let mut exports = Self { folder, profiles: Vec::new(), unread: Vec::new() };
        for path in paths {
            let name = file_name(&path);
            screen.progress(&format!("looking at {name}…"));
            let tell = |rows: u64| format!("looking at {name}: {} rows", number(rows as usize));
            match look(&path, &mut |rows| screen.progress(&tell(rows))) {
                Ok(profile) => exports.profiles.push(profile),
                Err(error) => exports.unread.push((name, error.problem.to_string())),
            }
        }
        screen.progress_done();
        if exports.profiles.is_empty() {
            let reasons: Vec<_> =
                exports.unread.iter().map(|(name, why)| format!("{name}: {why}")).collect();
            let help = "give files of CSV, XLSX, JSON or XES with a row for each lead or deal";
            return Err(Refusal::new("unreadable", reasons.join("; "), help).into());
        }
        Ok(exports)
    }

    /// What they mean, with what is known already.
    pub(crate) fn suggest(
        &self,
        global: &Global,
        given: &AnswerArguments,
    ) -> anyhow::Result<Suggestion> {
        let answers = self.answers(global, given)?;
        suggest(&self.profiles, &answers).map_err(|refusal| {
            let told = Refusal::new("nothing_to_read", refusal.reason, refusal.help);
            match refusal.file {
                Some(file) => told.at(file).into(),
                None => told.into(),
            }
        })
    }

    fn answers(&self, global: &Global, given: &AnswerArguments) -> anyhow::Result<Answers> {
        if let Some(zone) = &given.zone
            && TimeZoneDatabase::bundled().get(zone).is_err()
        {
            let message = format!("there is no time zone `{zone}`");
            let help = "give --zone a name of the IANA database, such as Europe/Paris";
            return Err(Refusal::new("unknown_zone", message, help).into());
        }
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
        if let Some(name) =
            given.name.as_ref().filter(|name| name.is_empty() || !name.chars().all(plain))
        {
            let message = format!("`{name}` cannot be the name of a source");
            let help = "write small letters, digits, `.`, `_` and `-`";
            return Err(Refusal::new("bad_name", message, help).into());
        }
        let absolute = fs::canonicalize(&self.folder).unwrap_or_else(|_| self.folder.clone());
        Ok(Answers {
            name: given.name.clone(),
            folder: file_name(&absolute),
            zone: given.zone.clone(),
            date_order: given.date_order.map(|order| match order {
                Order::Dmy => DateOrder::DayFirst,
                Order::Mdy => DateOrder::MonthFirst,
            }),
            leads: given.leads.as_ref().map(|path| file_name(Path::new(path))),
            id: given.id.clone(),
            created: given.created.clone(),
            won: given.won.clone(),
            as_of: given.as_of,
            today: clock::now(global)?.to_timestamp().to_zoned(TimeZone::UTC).date(),
        })
    }
}

/// The files that are meant, in the order of their names.
fn paths(given: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for path in given {
        if !path.is_dir() {
            if !path.exists() {
                let message = format!("there is no file {}", path.display());
                let help = "give the files of an export, or the folder that holds them";
                return Err(Refusal::new("no_file", message, help).into());
            }
            paths.push(path.clone());
            continue;
        }
        let entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
        let listed = entries.into_iter().map(|entry| entry.path()).filter(|path| {
            let name = file_name(path).to_lowercase();
            path.is_file()
                && !name.starts_with('.')
                && ENDINGS.iter().any(|end| name.ends_with(end))
        });
        let before = paths.len();
        paths.extend(listed);
        if paths.len() == before {
            let message = format!("the folder {} has no file that is read", path.display());
            let help = format!(
                "files that are read end in {}; what a file is, is looked for in it where it is \
                 named by itself",
                ENDINGS.join(", ")
            );
            return Err(Refusal::new("no_file", message, help).into());
        }
    }
    paths.sort();
    paths.dedup();
    if paths.len() > FILES_MAX {
        let message = format!("these are {} files, more than {FILES_MAX}", paths.len());
        let help = "name the files that hold leads, what was done with them, and deals";
        return Err(Refusal::new("too_many_files", message, help).into());
    }
    Ok(paths)
}

fn one_folder(paths: &[PathBuf]) -> anyhow::Result<PathBuf> {
    let folder = |path: &PathBuf| match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let first = folder(&paths[0]);
    match paths.iter().find(|path| folder(path) != first) {
        None => Ok(first),
        Some(other) => {
            let message =
                format!("{} and {} are in different folders", paths[0].display(), other.display());
            let help = "put the files of one export into one folder";
            Err(Refusal::new("several_folders", message, help).into())
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
