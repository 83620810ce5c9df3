//! Decisions with their keys, as they are recorded.

use crate::derived::{CauseKind, Derived, DerivedCause, What};
use crate::fold::Folder;
use crate::reign::{Reign, VersionNumber};
use crate::rest::Rest;
use facts::{FactKey, Instant, Precision, Symbol};
use std::collections::HashMap;
use timeline::Story;

/// What makes a decision the same decision when its story is folded again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DecisionKey {
    /// What.
    pub what: What,
    /// By which clause, as a word like `stage.mql`.
    pub clause: Symbol,
    /// The fact that opened the pass, or the verdict whose recycle date did; 0 before the first.
    pub pass: FactKey,
    /// How often this was decided in that pass before.
    pub nth: u16,
}

/// Something that the engine decided, with the clause and the cause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decision {
    /// Its name among the decisions about the lead.
    pub key: DecisionKey,
    /// When it takes effect.
    pub at: Instant,
    /// How many decisions about the lead took effect at the same instant before it.
    pub order: u16,
    /// How precisely `at` is known.
    pub precision: Precision,
    /// For clocks, when they are due at the latest; [`Instant::NEVER`] for all else.
    pub due: Instant,
    /// Why now.
    pub cause: Cause,
    /// The version in force at that instant.
    pub version: VersionNumber,
    /// The version whose terms apply: for clocks, the one that started them.
    pub terms: VersionNumber,
    /// In which pass, counted from 1; 0 before the first.
    pub pass: u16,
    /// The id of the stage, hand-off, promise or motion, as a word.
    pub target: Symbol,
}

/// What made a decision happen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cause {
    /// This fact of the story.
    Fact(FactKey),
    /// Time alone; where a fact set the time, it is named.
    Time(Option<FactKey>),
    /// A new version of the charter took force.
    Version,
    /// The first charter went live and took over the waiting leads.
    Adoption,
}

impl Cause {
    /// Its kind and the fact that it names, for storage.
    #[must_use]
    pub fn pack(self) -> (CauseKind, Option<FactKey>) {
        match self {
            Self::Fact(key) => (CauseKind::Fact, Some(key)),
            Self::Time(key) => (CauseKind::Time, key),
            Self::Version => (CauseKind::Version, None),
            Self::Adoption => (CauseKind::Adoption, None),
        }
    }

    /// The inverse of [`Cause::pack`], with the kind by its number.
    #[must_use]
    pub fn unpack(kind: u8, key: Option<FactKey>) -> Option<Self> {
        match (kind, key) {
            (0, Some(key)) => Some(Self::Fact(key)),
            (1, key) => Some(Self::Time(key)),
            (2, _) => Some(Self::Version),
            (3, _) => Some(Self::Adoption),
            _ => None,
        }
    }
}

/// Folds a story and gives every decision its key.
#[must_use]
pub fn decide(folder: &mut Folder<'_>, story: Story<'_>, until: Instant) -> (Vec<Decision>, Rest) {
    let mut derived: Vec<Derived> = Vec::new();
    let rest = folder.fold(story, until, &mut derived);
    let reign = folder.reign();
    let mut naming = Naming {
        reign,
        story,
        pass: FactKey(0),
        counts: HashMap::new(),
        last: (Instant::NEVER, 0),
    };
    let decisions = derived.iter().map(|derived| naming.decision(derived)).collect();
    (decisions, rest)
}

/// Gives keys to the decisions of one story, in order.
struct Naming<'a> {
    reign: &'a Reign,
    story: Story<'a>,
    pass: FactKey,
    counts: HashMap<(What, Symbol, FactKey), u16>,
    /// The instant of the last decision, and its order there.
    last: (Instant, u16),
}

impl Naming<'_> {
    fn decision(&mut self, derived: &Derived) -> Decision {
        let program = &self.reign.versions()[usize::from(derived.terms)].program;
        let clause = program.clause(derived.clause);
        if derived.what == What::PassOpened {
            self.pass = self.key_of(derived.cause).unwrap_or(FactKey(0));
        }
        let count = self.counts.entry((derived.what, clause, self.pass)).or_insert(0);
        let nth = *count;
        *count = count.saturating_add(1);
        let target = usize::from(derived.target);
        let target = match derived.what {
            What::PassOpened | What::PassClosed | What::StageEntered => program.stages[target].word,
            What::HandoffWanted => program.handoffs[target],
            What::MotionSet => program.motions.list[target].word,
            _ => program.promises[target].word,
        };
        Decision {
            key: DecisionKey { what: derived.what, clause, pass: self.pass, nth },
            at: derived.at,
            order: self.order(derived.at),
            precision: derived.precision,
            due: derived.due,
            cause: self.cause(derived.cause),
            version: VersionNumber(derived.version + 1),
            terms: VersionNumber(derived.terms + 1),
            pass: derived.pass,
            target,
        }
    }

    fn order(&mut self, at: Instant) -> u16 {
        let (last, order) = self.last;
        self.last = (at, if at == last { order.saturating_add(1) } else { 0 });
        self.last.1
    }

    fn key_of(&self, cause: DerivedCause) -> Option<FactKey> {
        (cause.row != DerivedCause::NO_ROW).then(|| self.story.keys[cause.row as usize])
    }

    fn cause(&self, cause: DerivedCause) -> Cause {
        let key = self.key_of(cause);
        match (cause.kind, key) {
            (CauseKind::Fact, Some(key)) => Cause::Fact(key),
            (CauseKind::Fact | CauseKind::Time, key) => Cause::Time(key),
            (CauseKind::Version, _) => Cause::Version,
            (CauseKind::Adoption, _) => Cause::Adoption,
        }
    }
}
