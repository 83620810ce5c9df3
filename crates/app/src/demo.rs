//! A simulated company in a fresh ledger.

use crate::{Adoption, AppError, Batch, Engine, Settled, TruthReport};
use charter::Program;
use facts::{Fact, Instant, Origin, Recorded, Seconds, SubjectKind, Vocabulary};
use lifecycle::{Derived, Folder, Reign, What};
use simulate::{Company, Simulated, declare, simulate};
use store::{Identifier, Personal, Subject};
use timeline::Story;

/// What to simulate.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Demo<'a> {
    /// Another seed, another company with the same story.
    pub seed: u64,
    /// How many leads.
    pub leads: usize,
    /// The charter's file, to the letter.
    pub charter: &'a str,
    /// Who adopts it.
    pub who: &'a str,
}

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The simulation cannot run.
    #[error(transparent)]
    Simulate(#[from] simulate::SimulateError),
    /// The ledger.
    #[error(transparent)]
    App(#[from] AppError),
    /// There is something in the ledger already.
    #[error("this ledger has something in it already: a demo needs a fresh one")]
    NotFresh,
}

/// What the demo holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DemoReport {
    /// Facts recorded.
    pub facts: u64,
    /// Leads.
    pub leads: u64,
    /// Decisions and corrections.
    pub settled: Settled,
}

/// Facts that became known within this time are recorded together, as of the last of them.
const TOGETHER: Seconds = Seconds(900);
/// Leads are settled so often while history is told, so that late facts correct what was decided.
const SETTLED_EVERY: Seconds = Seconds::days(1);

impl Demo<'_> {
    /// More leads are not told into a ledger, but as files.
    pub const LEADS_MAX: usize = 50_000;
    /// How many leads tell the story well.
    pub const LEADS: usize = Company::LARKFIELD_LEADS;
}

impl Engine {
    /// Simulates Larkfield Software until now and records it as it became known, settling day by
    /// day. The charter decides from the first day on: it is adopted when the history begins.
    ///
    /// # Errors
    /// When the ledger is not empty or cannot be written, or the simulation cannot run.
    pub fn load_demo(
        &mut self,
        demo: &Demo<'_>,
        now: Instant,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<DemoReport, DemoError> {
        Ok(self.load_demo_with_truth(demo, now, progress)?.0)
    }

    /// As [`Engine::load_demo`], and what is really so.
    ///
    /// # Errors
    /// As there.
    pub fn load_demo_with_truth(
        &mut self,
        demo: &Demo<'_>,
        now: Instant,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<(DemoReport, TruthReport), DemoError> {
        if self.versions().len() > 0 || self.store().view().tail().map_err(AppError::from)?.0 > 0 {
            return Err(DemoError::NotFresh);
        }
        let company = Company::larkfield();
        let begins = now.plus(Seconds(-company.history.0));
        let adoption = Adoption { text: demo.charter, from: begins, who: demo.who, trial: false };
        self.adopt_charter(&adoption, begins)?;
        let simulated = self.simulated(demo, &company, (begins, now))?;
        self.introduce(&simulated, begins)?;
        // What happened in a company that is made up is no news to anybody.
        self.tells = false;
        let settled = self.tell(&simulated.facts, now, progress);
        self.tells = true;
        let settled = settled?;
        let (facts, leads) = (simulated.facts.len() as u64, simulated.people.len() as u64);
        Ok((DemoReport { facts, leads, settled }, TruthReport::of(demo.seed, &simulated)))
    }

    /// Lead by lead, with hand-offs as the charter decides them.
    fn simulated(
        &mut self,
        demo: &Demo<'_>,
        company: &Company,
        (begins, now): (Instant, Instant),
    ) -> Result<Simulated, DemoError> {
        let vocabulary = self.vocabulary_mut();
        declare(vocabulary).map_err(AppError::from)?;
        let mut decide = handovers(demo.charter, (begins, now), vocabulary)?;
        Ok(simulate(demo.seed, company, now, demo.leads, vocabulary, &mut decide)?)
    }

    /// Adds everybody with their names.
    fn introduce(&mut self, simulated: &Simulated, at: Instant) -> Result<(), AppError> {
        let mut batch = Batch::default();
        let named = |subject, field: &str, value: &str| Personal {
            subject,
            field: field.to_owned(),
            value: value.to_owned(),
        };
        let known_as = |subject, namespace: &str, value: &str| Identifier {
            namespace: namespace.to_owned(),
            value: value.to_owned(),
            subject,
        };
        for person in &simulated.people {
            let id = person.subject;
            batch.subjects.push(Subject { id, kind: SubjectKind::Person });
            batch.identifiers.push(known_as(id, "email", &person.email));
            batch.personal.push(named(id, "name", &person.name));
            batch.personal.push(named(id, "email", &person.email));
        }
        for account in &simulated.accounts {
            let id = account.subject;
            batch.subjects.push(Subject { id, kind: SubjectKind::Account });
            batch.identifiers.push(known_as(id, "domain", &account.domain));
            batch.personal.push(named(id, "name", &account.name));
        }
        for deal in &simulated.opportunities {
            batch.subjects.push(Subject { id: deal.subject, kind: SubjectKind::Opportunity });
            batch.personal.push(named(deal.subject, "name", &deal.name));
        }
        self.record(&batch, at)?;
        Ok(())
    }

    /// Records facts as they became known.
    fn tell(
        &mut self,
        facts: &[Recorded],
        now: Instant,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Settled, AppError> {
        let mut total = Settled::default();
        let mut told = 0;
        for day in facts.chunk_by(|one, next| span(one, SETTLED_EVERY) == span(next, SETTLED_EVERY))
        {
            let (store, vocabulary) = self.parts_mut();
            let mut writer = store.begin()?;
            for together in day.chunk_by(known_together) {
                let Some(last) = together.last() else { continue };
                let facts: Vec<Fact> = together.iter().map(|recorded| recorded.fact).collect();
                writer.append_facts(&facts, vocabulary, last.recorded_at, None)?;
            }
            writer.commit()?;
            told += day.len() as u64;
            let last = day.last().map_or(now, |last| last.recorded_at);
            let settled = self.wake(last)?;
            total.leads += settled.leads;
            total.changes += settled.changes;
            progress(told, facts.len() as u64);
        }
        let settled = self.wake(now)?;
        total.leads += settled.leads;
        total.changes += settled.changes;
        Ok(total)
    }
}

/// When a lead's last hand-off was, as a charter decides that is in force from the first instant
/// on. The vocabulary must have the codes of simulated facts.
pub(crate) fn handovers(
    charter: &str,
    (from, now): (Instant, Instant),
    vocabulary: &mut Vocabulary,
) -> Result<impl FnMut(&Story<'_>) -> Option<Instant> + use<>, AppError> {
    let charter = charter::read(charter).map_err(|found| AppError::Charter(Box::new(found)))?;
    let program = Program::compile(&charter, &[], vocabulary)?;
    let reign = Reign::of(program, from);
    let mut decided: Vec<Derived> = Vec::new();
    Ok(move |story: &Story<'_>| {
        decided.clear();
        Folder::new(&reign).tell(*story, now, &mut decided);
        decided.iter().rev().find(|one| one.what == What::HandoffWanted).map(|one| one.at)
    })
}

/// Whether two facts, one after the other, may be recorded as of the second. What a person wrote
/// down by hand takes effect when it was recorded, so its time is kept to the letter.
fn known_together(one: &Recorded, next: &Recorded) -> bool {
    let by_hand = |told: &Recorded| told.fact.origin == Origin::HandLogged;
    one.recorded_at == next.recorded_at
        || !by_hand(one) && !by_hand(next) && span(one, TOGETHER) == span(next, TOGETHER)
}

fn span(told: &Recorded, length: Seconds) -> i64 {
    told.recorded_at.0.div_euclid(length.micros())
}
