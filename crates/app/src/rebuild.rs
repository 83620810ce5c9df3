//! Deciding everything anew from the ledger alone.

use crate::engine::Engine;
use crate::error::AppError;
use crate::folding::{Cases, Folding, Outcome};
use crate::settle::write_outcomes;
use facts::{Instant, SubjectId};
use lifecycle::Change;
use std::collections::{BTreeSet, HashSet};
use store::{Projection, StoreError, View, WholeLedger};

/// What a rebuild found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RebuildReport {
    /// How many leads were folded.
    pub leads: u64,
    /// How many were left out because they wait to be settled or woken: no difference, but
    /// latency. Only a check leaves any out.
    pub waiting: u64,
    /// Whether who belongs to whose story was recorded as the links say.
    pub members_agree: bool,
    /// How many leads differ.
    pub differing: u64,
    /// The first [`RebuildReport::LISTED_MAX`] of them, and how.
    pub differences: Vec<Difference>,
}

/// How a lead differs from what the ledger says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The lead.
    pub lead: SubjectId,
    /// What must be appended to the decisions recorded.
    pub changes: Vec<Change>,
    /// Where it rests as recorded and as derived, where these differ.
    pub projections: Option<(Option<Projection>, Option<Projection>)>,
}

impl RebuildReport {
    /// The most differences that are listed.
    pub const LISTED_MAX: usize = 1_000;

    /// Whether everything recorded is what the ledger says.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.members_agree && self.differing == 0
    }
}

impl Engine {
    const REBUILD_LEADS: usize = 10_000;

    /// Folds every lead from the facts alone and compares: each until the instant until which it
    /// was settled, where everything must be equal. With `check`, nothing is written; otherwise
    /// corrections are appended, and projections replaced, where they differ, and leads that wait
    /// to be settled or woken are settled until now.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first; [`StoreError::ChangedElsewhere`] when another
    /// process writes meanwhile.
    pub fn rebuild(&mut self, check: bool, now: Instant) -> Result<RebuildReport, AppError> {
        self.cover()?;
        let until = self.until(now)?;
        let reign = self.reign.as_ref().ok_or(AppError::NoCharter)?;
        let view = self.store.view();
        let waiting = waiting(view, until)?;
        let known_position = view.tail()?;
        let mut whole = view.whole_ledger()?;
        let members_agree = whole.rejoin(&self.vocabulary);
        let mut report = RebuildReport { members_agree, ..RebuildReport::default() };
        let leads = every_lead(view)?;
        let vocabulary = &self.vocabulary;
        let told = if self.tells { &self.versions[..] } else { &[] };
        let folding = Folding {
            reign,
            versions: told,
            vocabulary,
            until,
            known_position,
            threads: self.threads,
        };
        if !check && !members_agree {
            let mut writer = self.store.begin()?;
            writer.replace_members(whole.members())?;
            writer.commit()?;
        }
        for batch in leads.chunks(Self::REBUILD_LEADS) {
            if check {
                let (skipped, batch): (Vec<_>, Vec<_>) =
                    batch.iter().partition(|lead| waiting.contains(lead));
                report.waiting += skipped.len() as u64;
                let view = self.store.view();
                for case in fold(&folding, view, Some(&whole), &batch, &waiting)? {
                    report.compare(&case, false);
                }
                continue;
            }
            let mut writer = self.store.begin()?;
            if writer.view().tail()? != known_position {
                return Err(StoreError::ChangedElsewhere.into());
            }
            writer.save_vocabulary(vocabulary)?;
            writer.note_settled_until(until)?;
            let cases = fold(&folding, writer.view(), Some(&whole), batch, &waiting)?;
            for case in &cases {
                report.compare(case, waiting.contains(&case.outcome.lead));
            }
            let outcomes: Vec<_> = cases.iter().map(|case| &case.outcome).collect();
            write_outcomes(&mut writer, &folding, now, &outcomes)?;
            writer.clear_leads(batch)?;
            writer.commit()?;
        }
        Ok(report)
    }

    /// As a check by [`Engine::rebuild`], of at most so many leads, spread evenly over the ledger
    /// and without those that wait. Who belongs to whose story is taken as it is recorded.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn check_sample(&mut self, most: usize, now: Instant) -> Result<RebuildReport, AppError> {
        self.cover()?;
        let until = self.until(now)?;
        let reign = self.reign.as_ref().ok_or(AppError::NoCharter)?;
        let view = self.store.view();
        let waiting = waiting(view, until)?;
        let mut leads = every_lead(view)?;
        let all = leads.len();
        leads.retain(|lead| !waiting.contains(lead));
        let mut report = RebuildReport {
            members_agree: true,
            waiting: (all - leads.len()) as u64,
            ..RebuildReport::default()
        };
        let step = leads.len().div_ceil(most.max(1)).max(1);
        let sample: Vec<_> = leads.into_iter().step_by(step).collect();
        let (vocabulary, known_position) = (&self.vocabulary, view.tail()?);
        let told = if self.tells { &self.versions[..] } else { &[] };
        let folding = Folding {
            reign,
            versions: told,
            vocabulary,
            until,
            known_position,
            threads: self.threads,
        };
        for batch in sample.chunks(Self::REBUILD_LEADS) {
            for case in fold(&folding, view, None, batch, &waiting)? {
                report.compare(&case, false);
            }
        }
        Ok(report)
    }
}

impl RebuildReport {
    /// Compares what is recorded of a lead with what was derived until the same instant or, for
    /// one that waits, until now.
    fn compare(&mut self, Folded { outcome, recorded }: &Folded, waits: bool) {
        self.leads += 1;
        let (recorded, derived) = (*recorded, outcome.projection);
        let same = match (&recorded, &derived) {
            (Some(recorded), Some(derived)) => agree(recorded, derived, waits),
            (None, None) => true,
            _ => false,
        };
        if same && outcome.changes.is_empty() {
            return;
        }
        self.differing += 1;
        if self.differences.len() < Self::LISTED_MAX {
            self.differences.push(Difference {
                lead: outcome.lead,
                changes: outcome.changes.clone(),
                projections: (!same).then_some((recorded, derived)),
            });
        }
    }
}

/// Whether a projection is what was derived, to the last bit. Which facts were known is not
/// compared: a settled lead has no later ones. Of a lead that waits, neither is what passing time
/// changes in any case: the instant of settling, and engagement at it.
fn agree(recorded: &Projection, derived: &Projection, waits: bool) -> bool {
    let mut expected = Projection { settled_position: recorded.settled_position, ..*derived };
    if waits {
        expected.settled_until = recorded.settled_until;
        expected.engagement = recorded.engagement;
    }
    *recorded == expected
}

/// What a lead came to, beside where it rests by what is recorded.
struct Folded {
    outcome: Outcome,
    recorded: Option<Projection>,
}

/// Folds leads, each until the instant until which it was settled, or until now where it waits or
/// nothing says when that was.
fn fold(
    folding: &Folding<'_>,
    view: View<'_>,
    whole: Option<&WholeLedger>,
    leads: &[SubjectId],
    waiting: &HashSet<SubjectId>,
) -> Result<Vec<Folded>, AppError> {
    let mut cases = Cases::default();
    let recorded = view.projections_of(leads)?;
    let decisions = view.standing_decisions_of(leads)?;
    for ((lead, decisions), recorded) in leads.iter().zip(decisions).zip(&recorded) {
        cases.add(*lead, decisions, |facts| match whole {
            Some(whole) => {
                whole.facts_of_lead(*lead, facts);
                Ok(())
            }
            None => Ok(view.facts_of_lead(*lead, facts)?),
        })?;
        if !waiting.contains(lead)
            && let Some(recorded) = recorded
        {
            // Nothing is settled beyond now, whatever the file says.
            cases.last_until(recorded.settled_until.min(folding.until));
        }
    }
    let outcomes = folding.all(&cases).into_iter().zip(recorded);
    Ok(outcomes.map(|(outcome, recorded)| Folded { outcome, recorded }).collect())
}

/// Leads that changed since they were settled, or that time may have changed since.
fn waiting(view: View<'_>, until: Instant) -> Result<HashSet<SubjectId>, AppError> {
    let unsettled = view.unsettled(0, u32::MAX)?.into_iter().map(|unsettled| unsettled.lead);
    let mut waiting: HashSet<_> = unsettled.chain(view.leads_to_wake(until, u32::MAX)?).collect();
    // What came in as a stream is marked later, all of it at once.
    for subject in view.arrived_subjects()? {
        waiting.insert(subject);
        waiting.extend(view.gathered_for(subject)?);
    }
    Ok(waiting)
}

/// Everybody who is a lead, and everything that was ever taken for one.
fn every_lead(view: View<'_>) -> Result<Vec<SubjectId>, AppError> {
    let mut leads: BTreeSet<_> = view.persons()?.into_iter().collect();
    leads.extend(view.decided_leads()?);
    leads.extend(view.projected_leads()?);
    Ok(leads.into_iter().collect())
}
