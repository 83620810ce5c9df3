//! One ledger with the charters that decide over it.

use crate::books::Books;
use crate::error::AppError;
use charter::{Charter, Program, RouteTo};
use facts::{Instant, Kind, Position, Vocabulary};
use jiff::civil::Date;
use lifecycle::{Reign, Version};
use std::num::NonZero;
use store::{Place, SignedVersion, Store};

/// One ledger with the charters that decide over it.
#[derive(Debug)]
pub struct Engine {
    pub(crate) store: Store,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) versions: Vec<AdoptedVersion>,
    /// The versions, compiled for the vocabulary; `None` before the first.
    pub(crate) reign: Option<Reign>,
    pub(crate) threads: usize,
    /// Whether people are told of what is decided.
    pub(crate) tells: bool,
    /// From so many unsettled leads on, the whole ledger is read at once.
    pub(crate) whole_from_leads: usize,
    /// What is known of all leads, where a server keeps it in memory.
    pub(crate) books: Option<Books>,
}

/// A version with its charter, read.
#[derive(Clone, Debug)]
pub(crate) struct AdoptedVersion {
    pub(crate) signed: SignedVersion,
    pub(crate) charter: Charter,
}

impl Engine {
    /// Opens the ledger at a place, a path or the address of a PostgreSQL database; makes an empty
    /// one where there is none.
    ///
    /// # Errors
    /// When it cannot be used, or an adopted charter cannot be read.
    pub fn open(place: impl Into<Place>) -> Result<Self, AppError> {
        Self::over(Store::open(place)?)
    }

    /// Over a ledger that is open. Where it was restored from a backup that is older than an
    /// erasure, whoever is listed beside it as erased is erased again.
    ///
    /// # Errors
    /// When an adopted charter cannot be read.
    pub fn over(store: Store) -> Result<Self, AppError> {
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(16);
        let vocabulary = Vocabulary::default();
        let mut engine = Self {
            store,
            vocabulary,
            versions: Vec::new(),
            reign: None,
            threads,
            tells: true,
            whole_from_leads: 20_000,
            books: None,
        };
        engine.refresh()?;
        engine.repeat_erasures()?;
        Ok(engine)
    }

    /// Folds with so many threads, 1 to 256. What is decided does not depend on it.
    #[must_use]
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads.clamp(1, 256);
        self
    }

    /// Reads the whole ledger at once from so many unsettled leads on, instead of each lead's
    /// facts. What is decided does not depend on it.
    #[must_use]
    pub fn with_whole_from(mut self, leads: usize) -> Self {
        self.whole_from_leads = leads;
        self
    }

    /// Keeps what is known of all leads in memory, of so many bytes at most, so that figures need
    /// not read the ledger each time. They are the same.
    #[must_use]
    pub fn remembering(mut self, bytes_max: u64) -> Self {
        self.books = Some(Books::of_at_most(bytes_max));
        self
    }

    /// Reads words, charters and holidays again, after another process changed them. Words that
    /// were not recorded yet are forgotten.
    ///
    /// # Errors
    /// When the file cannot be read, or an adopted charter cannot be read.
    pub fn refresh(&mut self) -> Result<(), AppError> {
        self.store.refresh()?;
        self.vocabulary = self.store.view().vocabulary()?;
        self.versions = self
            .store
            .view()
            .versions()?
            .into_iter()
            .map(|signed| {
                let number = signed.number.0;
                let charter = charter::read(&signed.text).map_err(|diagnostics| {
                    AppError::AdoptedUnreadable { number, diagnostics: Box::new(diagnostics) }
                })?;
                Ok(AdoptedVersion { signed, charter })
            })
            .collect::<Result<_, AppError>>()?;
        self.recompile()
    }

    /// The ledger, for reading.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The ledger, for writing what this crate has no use case for.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The words and codes of the ledger.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The words and codes of the ledger, to give numbers to those of facts that are about to be
    /// recorded; they are saved with the facts.
    pub fn vocabulary_mut(&mut self) -> &mut Vocabulary {
        &mut self.vocabulary
    }

    /// The ledger together with its vocabulary, for bringing in much at once.
    pub fn parts_mut(&mut self) -> (&mut Store, &mut Vocabulary) {
        (&mut self.store, &mut self.vocabulary)
    }

    /// The charters that decide.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn reign(&self) -> Result<&Reign, AppError> {
        self.reign.as_ref().ok_or(AppError::NoCharter)
    }

    /// The versions of the charter as they were adopted.
    pub fn versions(&self) -> impl ExactSizeIterator<Item = &SignedVersion> {
        self.versions.iter().map(|version| &version.signed)
    }

    /// Compiles the versions anew when the ledger has codes that they do not know.
    pub(crate) fn cover(&mut self) -> Result<(), AppError> {
        let codes = self.vocabulary.code_count();
        let covered = |reign: &Reign| reign.versions().iter().all(|v| v.program.covers(codes));
        if self.reign.as_ref().is_none_or(covered) { Ok(()) } else { self.recompile() }
    }

    pub(crate) fn recompile(&mut self) -> Result<(), AppError> {
        let (position, by) = (Position(i64::MAX as u64), Instant::NEVER);
        let holidays = self.holidays(position, by)?;
        let versions: Vec<_> = self.versions.iter().collect();
        self.reign = match versions.is_empty() {
            true => None,
            false => Some(compile(&versions, &holidays, &mut self.vocabulary)?),
        };
        Ok(())
    }

    pub(crate) fn holidays(&self, known: Position, by: Instant) -> Result<Vec<Date>, AppError> {
        let holidays = self.store.view().holidays(known, by)?;
        Ok(holidays.iter().map(|holiday| holiday.date).collect())
    }

    /// Until when to settle now: a clock that was set back undoes nothing.
    pub(crate) fn until(&self, now: Instant) -> Result<Instant, AppError> {
        Ok(self.store.view().settled_until()?.map_or(now, |until| until.max(now)))
    }
}

/// Compiles versions so that each covers all codes, those included that compiling adds.
pub(crate) fn compile(
    versions: &[&AdoptedVersion],
    holidays: &[Date],
    vocabulary: &mut Vocabulary,
) -> Result<Reign, AppError> {
    let ruling = ruling(versions);
    loop {
        let compiled = ruling
            .iter()
            .map(|(charter, from)| {
                let program = Program::compile(charter, holidays, vocabulary)?;
                Ok(Version { program, from: *from })
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        intern_names(versions, vocabulary)?;
        let codes = vocabulary.code_count();
        if compiled.iter().all(|version| version.program.covers(codes)) {
            return Ok(Reign::new(compiled)?);
        }
    }
}

/// What decides under the number of each version, and from when. Under that of a version that
/// was withdrawn nothing changes: it stands for the one before, for no time, until the one that
/// withdrew it takes force.
pub(crate) fn ruling<'a>(versions: &[&'a AdoptedVersion]) -> Vec<(&'a Charter, Instant)> {
    let withdrawn_by: Vec<_> = (0..versions.len())
        .map(|index| {
            let is_by = |by: &&AdoptedVersion| by.signed.withdraws(&versions[index].signed);
            versions.iter().position(is_by)
        })
        .collect();
    let until = |mut index: usize| {
        while let Some(by) = withdrawn_by[index] {
            index = by;
        }
        index
    };
    let mut ruling: Vec<(&Charter, Instant)> = Vec::with_capacity(versions.len());
    for (index, version) in versions.iter().enumerate() {
        let last = versions[until(index)];
        let charter = match (withdrawn_by[index], ruling.last()) {
            (None, _) => &version.charter,
            (Some(_), Some((before, _))) => before,
            // Before the first that decides, there is only what comes.
            (Some(_), None) => &last.charter,
        };
        ruling.push((charter, last.signed.in_force_from));
    }
    ruling
}

/// Gives numbers to the words with which projections speak of a charter.
fn intern_names(versions: &[&AdoptedVersion], vocabulary: &mut Vocabulary) -> Result<(), AppError> {
    for AdoptedVersion { charter, .. } in versions {
        let stages = charter.stages.iter().map(|stage| &stage.id);
        let handoffs = charter.handoffs.iter().flat_map(|handoff| [&handoff.id, &handoff.to]);
        let promises = charter.promises.iter().map(|promise| &promise.id);
        for word in stages.chain(handoffs).chain(promises) {
            vocabulary.intern(word)?;
        }
        for route in &charter.routes {
            vocabulary.code(Kind::Assignment, crate::routing::ASSIGNMENT)?;
            vocabulary.intern(crate::routing::ROUTER)?;
            if let RouteTo::Person(person) = &route.to {
                vocabulary.intern(person)?;
            }
        }
    }
    vocabulary.intern(crate::projecting::MARKETING)?;
    vocabulary.intern(crate::projecting::SALES)?;
    Ok(())
}
