//! From gathered facts to what changes, for many leads at once and outside of any transaction.

use crate::engine::AdoptedVersion;
use crate::error::AppError;
use crate::notices::{Decided, Tell};
use crate::projecting;
use facts::{Instant, Position, Recorded, SubjectId, Vocabulary};
use lifecycle::{Change, Decision, Folder, Reign, decide, diff};
use std::ops::Range;
use store::{Projection, Unsettled, View, WholeLedger};
use timeline::{Known, assemble};

/// Leads with all that their folding needs.
#[derive(Debug, Default)]
pub(crate) struct Cases {
    facts: Vec<Recorded>,
    cases: Vec<Case>,
}

#[derive(Debug)]
struct Case {
    lead: SubjectId,
    /// Its facts and those of its members, in [`Cases::facts`].
    facts: Range<usize>,
    /// The decisions that stand.
    recorded: Vec<Decision>,
    /// Until when to fold it, where that is not until when all are folded.
    until: Option<Instant>,
}

/// What folding a lead came to.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Outcome {
    pub(crate) lead: SubjectId,
    /// The decisions that hold.
    pub(crate) decisions: Vec<Decision>,
    /// What must be appended so that those recorded become these.
    pub(crate) changes: Vec<Change>,
    /// Where the lead rests; `None` for one without a story.
    pub(crate) projection: Option<Projection>,
    /// What changes about what is told of it.
    pub(crate) tells: Vec<Tell>,
}

/// How to fold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folding<'a> {
    pub(crate) reign: &'a Reign,
    /// The versions as they were adopted; none where nobody is told of anything.
    pub(crate) versions: &'a [AdoptedVersion],
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) until: Instant,
    /// The last fact that is taken as known.
    pub(crate) known_position: Position,
    pub(crate) threads: usize,
}

impl Cases {
    /// Adds a lead whose facts `gather` adds.
    pub(crate) fn add(
        &mut self,
        lead: SubjectId,
        recorded: Vec<Decision>,
        gather: impl FnOnce(&mut Vec<Recorded>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let start = self.facts.len();
        gather(&mut self.facts)?;
        self.cases.push(Case { lead, facts: start..self.facts.len(), recorded, until: None });
        Ok(())
    }

    /// Has the lead that was added last folded until an instant of its own.
    pub(crate) fn last_until(&mut self, until: Instant) {
        if let Some(case) = self.cases.last_mut() {
            case.until = Some(until);
        }
    }
}

/// Gathers leads from the ledger, or from the whole of it in memory where that is given.
pub(crate) fn gather(
    view: View<'_>,
    whole: Option<&WholeLedger>,
    leads: &[Unsettled],
) -> Result<Cases, AppError> {
    let leads: Vec<_> = leads.iter().map(|unsettled| unsettled.lead).collect();
    let mut recorded = view.standing_decisions_of(&leads)?.into_iter();
    let mut gathered = match whole {
        Some(_) => Vec::new(),
        None => view.facts_of_leads(&leads)?,
    }
    .into_iter();
    let mut cases = Cases::default();
    for lead in leads {
        cases.add(lead, recorded.next().unwrap_or_default(), |facts| {
            match whole {
                Some(whole) => whole.facts_of_lead(lead, facts),
                None => facts.append(&mut gathered.next().unwrap_or_default()),
            }
            Ok(())
        })?;
    }
    Ok(cases)
}

impl Folding<'_> {
    /// Fewer leads than this are not worth another thread.
    const SHARE_MIN: usize = 128;

    /// Folds all cases; the outcomes are in their order, whatever the number of threads.
    pub(crate) fn all(&self, cases: &Cases) -> Vec<Outcome> {
        let threads = self.threads.min(cases.cases.len() / Self::SHARE_MIN).max(1);
        let share = cases.cases.len().div_ceil(threads).max(1);
        let run = |part: &[Case]| {
            let mut folder = Folder::new(self.reign);
            part.iter().map(|case| self.one(&mut folder, case, &cases.facts)).collect::<Vec<_>>()
        };
        if threads == 1 {
            return run(&cases.cases);
        }
        std::thread::scope(|scope| {
            let parts = cases.cases.chunks(share);
            let workers: Vec<_> = parts.map(|part| scope.spawn(move || run(part))).collect();
            let joined = workers.into_iter().map(|w| w.join().expect("a folding thread panicked"));
            joined.flatten().collect()
        })
    }

    fn one(&self, folder: &mut Folder<'_>, case: &Case, facts: &[Recorded]) -> Outcome {
        let own = Self { until: case.until.unwrap_or(self.until), ..*self };
        let gathered = &facts[case.facts.clone()];
        let known = Known::UpTo(own.known_position);
        let story = assemble(case.lead, gathered, own.vocabulary, known);
        let (decisions, rest) = decide(folder, story.as_story(), own.until);
        let changes = diff(&case.recorded, &decisions);
        let projection =
            (!story.rows.is_empty()).then(|| projecting::project(&own, story.as_story(), &rest));
        let decided = Decided {
            reign: own.reign,
            versions: own.versions,
            words: own.vocabulary,
            lead: case.lead,
            story: story.as_story(),
            gathered,
            before: &case.recorded,
            now: &decisions,
            changes: &changes,
        };
        let tells = decided.tells();
        Outcome { lead: case.lead, decisions, changes, projection, tells }
    }
}
