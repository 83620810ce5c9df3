//! Which charter decides when.

use charter::Program;
use facts::Instant;

/// A version's number, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VersionNumber(pub u16);

/// A charter with the instant from which it decides.
#[derive(Clone, Debug)]
pub struct Version {
    /// The charter, compiled.
    pub program: Program,
    /// When it takes force. The first version also reads all that was before, in retrospect.
    pub from: Instant,
}

/// The charters in force, one after the other.
#[derive(Clone, Debug)]
pub struct Reign {
    versions: Vec<Version>,
}

/// Versions that cannot follow each other.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReignError {
    /// There is no version at all.
    #[error("no charter has been adopted yet")]
    Empty,
    /// A version would take force before an earlier one.
    #[error(
        "version {0} would take force before the version that it follows: no version is backdated"
    )]
    Backdated(u16),
    /// A stage is gone and nothing says where its leads go.
    #[error(
        "version {version} has no stage `{stage}`, and its `[moves_to]` does not say where the leads in it go"
    )]
    StageGone {
        /// The version.
        version: u16,
        /// The stage that it no longer has.
        stage: String,
    },
    /// There are more versions than can be numbered.
    #[error("there are more than 65535 versions")]
    TooMany,
}

impl Reign {
    /// From versions in order of force.
    ///
    /// # Errors
    /// When there is none, one is backdated, or a stage is gone without saying where its leads go.
    pub fn new(versions: Vec<Version>) -> Result<Self, ReignError> {
        if versions.is_empty() {
            return Err(ReignError::Empty);
        }
        if versions.len() > usize::from(u16::MAX) {
            return Err(ReignError::TooMany);
        }
        for (index, pair) in versions.windows(2).enumerate() {
            let number = index as u16 + 2;
            if pair[1].from < pair[0].from {
                return Err(ReignError::Backdated(number));
            }
            let old = &pair[0].program.charter.stages;
            let new = &pair[1].program;
            if let Some(gone) = old.iter().find(|stage| new.stage_after(&stage.id).is_none()) {
                return Err(ReignError::StageGone { version: number, stage: gone.id.clone() });
            }
        }
        Ok(Self { versions })
    }

    /// One charter from `from` on, and for all that was before.
    #[must_use]
    pub fn of(program: Program, from: Instant) -> Self {
        Self { versions: vec![Version { program, from }] }
    }

    /// When the first charter went live. What happened before is read in retrospect: no notices,
    /// no pay, and labelled assumed.
    #[must_use]
    pub fn adopted_at(&self) -> Instant {
        self.versions[0].from
    }

    /// The versions in order of force.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version that decides at an instant.
    #[must_use]
    pub fn at(&self, at: Instant) -> (VersionNumber, &Program) {
        let later = self.versions.iter().skip(1).take_while(|version| version.from <= at).count();
        (VersionNumber(later as u16 + 1), &self.versions[later].program)
    }

    /// The program of a version.
    #[must_use]
    pub fn program(&self, version: VersionNumber) -> Option<&Program> {
        let index = usize::from(version.0).checked_sub(1)?;
        self.versions.get(index).map(|version| &version.program)
    }
}
