//! Removing what says who somebody is, everywhere that we keep it.
//!
//! Identifying values are in two tables only. Deleted rows leave traces: in free pages, in pages
//! from which rows moved, in logs. So an erasure writes the two tables anew; SQLite also overwrites
//! what it deletes and empties its log. The log and the backups of a server are its operator's.
//! That takes as long as bringing in all names again, and no name is read meanwhile.
//!
//! A backup from before has the values still. Who was erased is therefore listed beside the ledger
//! too, by random ids that say nothing else; a ledger that lacks what the list has was restored.

use crate::columns::of_id;
use crate::database::{Database, cells};
use crate::error::StoreError;
use crate::store::{Store, View};
use crate::writer::Writer;
use facts::{Instant, SubjectId};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Somebody who was erased.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Erasure {
    /// Who.
    pub subject: SubjectId,
    /// When.
    pub recorded_at: Instant,
}

/// What an erasure removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Erased {
    /// Identifiers.
    pub identifiers: u64,
    /// Personal values.
    pub personal: u64,
}

const ALL: &str = "SELECT subject, recorded_at FROM erasure ORDER BY recorded_at, subject";
const NOTE: &str = "
    INSERT INTO erasure (subject, recorded_at, cleaned) VALUES (?1, ?2, ?3)
    ON CONFLICT (subject) DO UPDATE SET cleaned = 0";
const UNCLEANED: &str = "SELECT count(*) FROM erasure WHERE cleaned = 0";
const CLEANED: &str = "UPDATE erasure SET cleaned = 1 WHERE cleaned = 0";
const FORGET_IDENTIFIERS: &str = "DELETE FROM identifier WHERE subject = ?1";
const FORGET_PERSONAL: &str = "DELETE FROM personal WHERE subject = ?1";
/// Rows that moved to another page may have left a copy in the gap of the old one, which
/// overwriting what is deleted does not reach: so every page of the two tables is written anew.
macro_rules! write_anew {
    ($empty:literal) => {
        concat!(
            "CREATE TEMP TABLE kept_identifier AS SELECT * FROM identifier;",
            $empty,
            " identifier;
             INSERT INTO identifier SELECT * FROM kept_identifier;
             DROP TABLE kept_identifier;
             CREATE TEMP TABLE kept_personal AS SELECT * FROM personal;",
            $empty,
            " personal;
             INSERT INTO personal SELECT * FROM kept_personal;
             DROP TABLE kept_personal;"
        )
    };
}
const WRITE_ANEW_SQLITE: &str = write_anew!("DELETE FROM");
/// A truncated table gets new files, whoever still reads the old rows; dead rows would stay until
/// nobody does.
const WRITE_ANEW_POSTGRES: &str = write_anew!("TRUNCATE");
const HEADING: &str = "# Tandem: who was erased, by random ids, and when. Keep it beside backups: \
                       it removes them again from one that is restored.";

impl View<'_> {
    /// Who was erased, in order of time.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        self.database
            .all(ALL, &[], |row| Ok(Erasure { subject: row.id()?, recorded_at: row.instant()? }))
    }
}

impl Writer<'_> {
    /// Removes what says who these subjects are; their facts stay and count. What is left in free
    /// pages and logs goes with [`Store::clean_up`], after the commit.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn erase(&mut self, subjects: &[SubjectId], at: Instant) -> Result<Erased, StoreError> {
        let ids = || subjects.iter().map(|subject| of_id(*subject));
        let erased = Erased {
            identifiers: self.database.run_for_all(FORGET_IDENTIFIERS, ids())?,
            personal: self.database.run_for_all(FORGET_PERSONAL, ids())?,
        };
        self.database.insert_all(NOTE, ids().map(|id| cells![id, at.0, false]))?;
        self.database.script(match self.database {
            Database::Sqlite(_) => WRITE_ANEW_SQLITE,
            Database::Postgres(_) => WRITE_ANEW_POSTGRES,
        })?;
        self.after.erasures = self.view().erasures()?.len() as i64;
        self.erased.take();
        Ok(erased)
    }

    /// Who was erased and gets no new names: another process may still take them for known.
    pub(crate) fn erased_subjects(&self) -> Result<Rc<HashSet<SubjectId>>, StoreError> {
        if let Some(known) = self.erased.get() {
            return Ok(Rc::clone(known));
        }
        let erased = match self.after.erasures {
            0 => HashSet::new(),
            _ => self.view().erasures()?.into_iter().map(|erasure| erasure.subject).collect(),
        };
        Ok(Rc::clone(self.erased.get_or_init(|| Rc::new(erased))))
    }
}

impl Store {
    /// Removes what erasures left in the log of SQLite. Returns whether it is gone: not while
    /// another process reads, and the next opening tries again.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn clean_up(&mut self) -> Result<bool, StoreError> {
        if self.database.one(UNCLEANED, &[], |row| row.count())? == 0 {
            return Ok(true);
        }
        let is_clean = match &self.database {
            Database::Sqlite(sqlite) => sqlite.empty_log()?,
            // The old files went with the transaction.
            Database::Postgres(_) => true,
        };
        if is_clean {
            self.database.run(CLEANED, &[])?;
        }
        Ok(is_clean)
    }

    /// The file beside the ledger's that lists who was erased; none for a server.
    #[must_use]
    pub fn erasure_list(&self) -> Option<PathBuf> {
        let mut name = self.file.as_ref()?.as_os_str().to_owned();
        name.push("-erased");
        Some(name.into())
    }

    /// Adds to the list beside the ledger's file. On a server, the list is to be kept by hand.
    ///
    /// # Errors
    /// [`StoreError::ErasureList`] when it cannot be written.
    pub fn list_erasures(&self, erasures: &[Erasure]) -> Result<(), StoreError> {
        let Some(path) = self.erasure_list() else { return Ok(()) };
        let mut text = String::new();
        if !path.exists() {
            let _ = writeln!(text, "{HEADING}");
        }
        for Erasure { subject, recorded_at } in erasures {
            let _ = writeln!(text, "{subject} {recorded_at}");
        }
        let write = |file: &mut File| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        let opened = OpenOptions::new().append(true).create(true).open(&path);
        opened.and_then(|mut file| write(&mut file)).map_err(|why| of_list(&path, &why))
    }

    /// Who is on the list beside the ledger's file and known here, and not erased: this is an
    /// older ledger that was restored.
    ///
    /// # Errors
    /// [`StoreError::ErasureList`] when the list cannot be read.
    pub fn erasures_to_repeat(&self) -> Result<Vec<Erasure>, StoreError> {
        let Some(path) = self.erasure_list() else { return Ok(Vec::new()) };
        match std::fs::read_to_string(&path) {
            Ok(text) => self.missing_erasures(&text, &path),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(why) => Err(of_list(&path, &why)),
        }
    }

    /// Who is on a list and known here, and not erased.
    ///
    /// # Errors
    /// [`StoreError::ErasureList`] for a line that is neither empty, nor a comment, nor an id and a
    /// time.
    pub fn missing_erasures(&self, list: &str, path: &Path) -> Result<Vec<Erasure>, StoreError> {
        let view = self.view();
        let erased = view.erasures()?;
        let mut seen: HashSet<_> = erased.iter().map(|erasure| erasure.subject).collect();
        let mut missing = Vec::new();
        for (line, number) in list.lines().zip(1..) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let read = line.split_once(' ').and_then(|(subject, at)| {
                let recorded_at = Instant::parse(at.trim()).ok()?;
                Some(Erasure { subject: subject.parse().ok()?, recorded_at })
            });
            let Some(erasure) = read else {
                let why = format!("line {number} is not an id and a time");
                return Err(StoreError::ErasureList { path: path.display().to_string(), why });
            };
            if seen.insert(erasure.subject) {
                missing.push(erasure);
            }
        }
        let ids: Vec<_> = missing.iter().map(|erasure| erasure.subject).collect();
        let kinds = view.kinds_of(&ids)?;
        let known = missing.into_iter().zip(kinds).filter(|(_, kind)| kind.is_some());
        Ok(known.map(|(erasure, _)| erasure).collect())
    }
}

impl Erasure {
    /// A list of erasures, as it is kept beside a ledger.
    #[must_use]
    pub fn list(erasures: &[Self]) -> String {
        let mut text = format!("{HEADING}\n");
        for Self { subject, recorded_at } in erasures {
            let _ = writeln!(text, "{subject} {recorded_at}");
        }
        text
    }
}

fn of_list(path: &Path, why: &std::io::Error) -> StoreError {
    StoreError::ErasureList { path: path.display().to_string(), why: why.to_string() }
}
