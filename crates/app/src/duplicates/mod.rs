//! People who may be one: finding them, and the choices to merge and to part them again.
//!
//! What identifies people is read here, compared by the pure crate `identity`, and goes into no
//! fact: a merge is a link between two ids.

mod gather;
mod merge;
mod merges;

pub use merge::Merged;
pub(crate) use merge::choice_key;
pub(crate) use merges::Merges;

use crate::engine::Engine;
use crate::error::AppError;
use facts::SubjectId;
use gather::Gathered;
use identity::{Level, Pair, Thresholds, Verdict};

/// People who may be one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DuplicatesAnswer {
    /// How many people were compared.
    pub persons: usize,
    /// Groups that are certainly one person each; the one who survives a merge first.
    pub certain: Vec<DuplicateGroup>,
    /// Pairs that somebody should look at, the most probable first.
    pub review: Vec<DuplicatePair>,
    /// How many values too many people share to compare all of them with each other.
    pub blocks_cut: u64,
}

/// People who are certainly one.
#[derive(Clone, PartialEq, Debug)]
pub struct DuplicateGroup {
    /// The oldest in the ledger: whose id survives.
    pub survivor: SubjectId,
    /// The others, in order of age.
    pub others: Vec<SubjectId>,
    /// The pairs that made the group.
    pub pairs: Vec<DuplicatePair>,
}

/// Two people who may be one.
#[derive(Clone, PartialEq, Debug)]
pub struct DuplicatePair {
    /// The older in the ledger.
    pub older: SubjectId,
    /// The other.
    pub younger: SubjectId,
    /// How probable it is that they are one.
    pub probability: f64,
    /// Whether somebody parted them after a merge.
    pub parted: bool,
    /// What each field says.
    pub evidence: Vec<Evidence>,
}

/// What a field says about two people.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    /// The field.
    pub field: &'static str,
    /// How far they agree.
    pub agreement: Agreement,
    /// For one person above 0, against it below: log2 of the odds.
    pub bits: f64,
    /// The values compared, normalised; empty where unknown.
    pub values: (String, String),
}

/// How far two values agree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Agreement {
    /// One of them is not known.
    Unknown,
    /// They differ.
    Different,
    /// They are alike.
    Alike,
    /// They are the same.
    Same,
}

impl Agreement {
    /// The word for programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Different => "different",
            Self::Alike => "alike",
            Self::Same => "same",
        }
    }

    fn of(level: Level, same: Level) -> Self {
        match level {
            0 => Self::Unknown,
            1 => Self::Different,
            level if level == same => Self::Same,
            _ => Self::Alike,
        }
    }
}

impl Engine {
    /// Compares everybody with everybody who has something in common with them. People who were
    /// merged into another count as that one. `country` (ISO 3166-1) is where telephone numbers
    /// are of that name no country.
    ///
    /// # Errors
    /// When the ledger cannot be read, or has more people than can be compared at once.
    pub fn duplicates(&self, country: Option<&str>) -> Result<DuplicatesAnswer, AppError> {
        let merges = Merges::read(self.store.view(), &self.vocabulary)?;
        let gathered = Gathered::read(self.store.view(), &merges, country)?;
        let model = identity::people();
        let found =
            identity::duplicates(&model, &gathered.records, Thresholds::default(), self.threads)
                .map_err(|error| AppError::Duplicates(error.to_string()))?;
        let same: Vec<Level> = model.fields().iter().map(|field| field.likeness.same()).collect();
        let mut answer = DuplicatesAnswer {
            persons: gathered.persons.len(),
            blocks_cut: found.blocks_cut,
            ..DuplicatesAnswer::default()
        };
        let told = |pair: &Pair| gathered.told(pair, &same, &merges);
        let (groups, large) = identity::groups(&found.pairs, gathered.persons.len());
        let mut certain = Vec::new();
        let mut doubtful: Vec<u32> = large.concat();
        for group in groups {
            let pairs: Vec<_> =
                found.pairs.iter().filter(|p| within(p, &group)).map(told).collect();
            // What somebody parted is not joined again without asking.
            if pairs.iter().any(|pair| pair.parted) {
                doubtful.extend(group);
                continue;
            }
            let members = group.iter().map(|place| gathered.persons[*place as usize]);
            let mut members: Vec<SubjectId> = members.collect();
            members.sort_by_key(|person| gathered.age(*person));
            let survivor = members.remove(0);
            certain.push(DuplicateGroup { survivor, others: members, pairs });
        }
        doubtful.sort_unstable();
        let is_doubtful = |place: u32| doubtful.binary_search(&place).is_ok();
        let review = found.pairs.iter().filter(|pair| {
            pair.verdict == Verdict::Review || is_doubtful(pair.a) && is_doubtful(pair.b)
        });
        answer.review =
            review.filter(|pair| !certain_together(&certain, &gathered, pair)).map(told).collect();
        answer.review.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then((a.older, a.younger).cmp(&(b.older, b.younger)))
        });
        answer.certain = certain;
        Ok(answer)
    }
}

fn within(pair: &Pair, group: &[u32]) -> bool {
    group.binary_search(&pair.a).is_ok() && group.binary_search(&pair.b).is_ok()
}

/// Whether a pair is one by way of others already.
fn certain_together(groups: &[DuplicateGroup], gathered: &Gathered, pair: &Pair) -> bool {
    let person = |place: u32| gathered.persons[place as usize];
    let (a, b) = (person(pair.a), person(pair.b));
    let holds =
        |group: &DuplicateGroup, person| group.survivor == person || group.others.contains(&person);
    groups.iter().any(|group| holds(group, a) && holds(group, b))
}
