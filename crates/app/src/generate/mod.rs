//! A simulated company at any size: as files with their mapping, and with its known truth.

mod files;
mod truth;

pub use truth::TruthReport;

use crate::AppError;
use crate::demo::handovers;
use connect::TableError;
use facts::{Instant, Seconds, Vocabulary};
use files::Files;
use simulate::{Company, Part, SimulateError, declare, simulate_part};
use std::path::{Path, PathBuf};

/// What to make up.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Generate<'a> {
    /// Another seed, another company with the same story.
    pub seed: u64,
    /// How many leads, at most [`Generate::LEADS_MAX`].
    pub leads: usize,
    /// The charter's file, to the letter: it decides who is handed over to sales.
    pub charter: &'a str,
}

/// What was made up.
#[derive(Clone, PartialEq, Debug)]
pub struct Generated {
    /// Each file with its number of rows, in the order of the mapping.
    pub files: Vec<(String, u64)>,
    /// From when the charter should decide: the first instant of the history.
    pub from: Instant,
    /// What is really so.
    pub truth: TruthReport,
}

/// Why nothing was made up.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// The simulation cannot run.
    #[error(transparent)]
    Simulate(#[from] SimulateError),
    /// The charter cannot decide.
    #[error(transparent)]
    App(#[from] AppError),
    /// A file cannot be written.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Another file cannot be written.
    #[error("{} cannot be written: {source}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl Generate<'_> {
    /// The most leads.
    pub const LEADS_MAX: usize = simulate::LEADS_MAX;
    /// A company with more leads is made of parts of so many, each of which spans the whole
    /// history, so that no more than one of them is in memory.
    pub const PART_LEADS: usize = 20_000;

    /// Writes the files of a company into a folder: exports as CSV with `mapping.toml`, the
    /// `charter.toml` that decided, and what is really so in `truth.json`, each hand-off by itself
    /// in `truth_passes.csv`.
    ///
    /// The same seed, size and time give the same files, byte by byte.
    ///
    /// # Errors
    /// When a file of one of these names is there or cannot be written, or the charter is not
    /// sound.
    pub fn write(
        &self,
        folder: &Path,
        now: Instant,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Generated, GenerateError> {
        let company = Company::larkfield();
        let from = now.plus(Seconds(-company.history.0));
        let mut vocabulary = Vocabulary::default();
        declare(&mut vocabulary).map_err(AppError::from)?;
        let mut decide = handovers(self.charter, (from, now), &mut vocabulary)?;
        let mut files = Files::create(folder)?;
        let mut truth = TruthReport::new(self.seed, &company, (from, now));
        let mut first = 0;
        while first < self.leads {
            let part = Part { first, leads: Self::PART_LEADS.min(self.leads - first) };
            let vocabulary = &mut vocabulary;
            let simulated = simulate_part(self.seed, &company, now, part, vocabulary, &mut decide)?;
            files.add(&simulated, vocabulary)?;
            truth.add(&simulated);
            first += part.leads;
            progress(first);
        }
        let files = files.finish()?;
        write_text(&folder.join("mapping.toml"), include_str!("mapping.toml"))?;
        write_text(&folder.join("charter.toml"), self.charter)?;
        truth.write(&folder.join("truth.json"))?;
        Ok(Generated { files, from, truth })
    }
}

/// Writes a file that must not be there yet.
fn write_text(path: &Path, text: &str) -> Result<(), GenerateError> {
    use std::io::Write;
    let written = std::fs::File::create_new(path).and_then(|mut it| it.write_all(text.as_bytes()));
    written.map_err(|source| GenerateError::File { path: path.to_owned(), source })
}
