//! The simulation: lead by lead, marketing first, then sales' reaction to each hand-off.

use crate::balance::Balance;
use crate::company::{Company, RefusalVerdict, SourceTerms};
use crate::days;
use crate::distributions::weighted;
use crate::journal::Journal;
use crate::journey::{self, Journey};
use crate::people::{self, Account, Lead, Market, Person};
use crate::reps::{REPS, Rep, Turns};
use crate::rng::Rng;
use crate::sales::{self, Offices, Team};
use crate::segment::Source;
use crate::truth::{PassTruth, Truth};
use crate::words::Words;
use crate::{LEADS_MAX, SimulateError};
use facts::{Instant, Position, Recorded, Seconds, SubjectId, Vocabulary};
use std::ops::Range;
use timeline::{Known, Story, assemble};

/// A simulated company: who there is, what is known, and what is true.
#[derive(Clone, PartialEq, Debug)]
pub struct Simulated {
    /// The leads, the one born first before the others.
    pub people: Vec<Person>,
    /// The companies that they work for.
    pub accounts: Vec<Account>,
    /// What sales tries to sell them, also what is opened after now.
    pub opportunities: Vec<Opportunity>,
    /// The company's own people in sales.
    pub reps: Vec<Rep>,
    /// Everything known by now, in the order in which it became known; positions count from 1.
    pub facts: Vec<Recorded>,
    /// What becomes known after now of leads that were handed over, or born, by now, in the same
    /// order and counted on: enough to keep a demo alive. Nobody is handed over or born in it.
    pub upcoming: Vec<Recorded>,
    /// What is really so.
    pub truth: Truth,
}

/// An opportunity of the simulation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opportunity {
    /// The subject of its facts.
    pub subject: SubjectId,
    /// Its name, invented.
    pub name: String,
    /// When its first fact occurs; may be after now.
    pub opened_at: Instant,
    /// The person whom it began with.
    pub lead: SubjectId,
    /// Where they work, if that is known.
    pub account: Option<SubjectId>,
}

/// The streams of random numbers under one seed.
const BIRTHS: u64 = 0xb1f7;
const LIVES: u64 = 0x11fe;
/// No lead is handed over more often.
const PASSES_MAX: u32 = 6;
/// The shortest history.
const HISTORY_MIN: Seconds = Seconds::days(1);
/// What comes after now comes within this time.
const AFTER_MAX: Seconds = Seconds::days(10 * 365);
/// Within this time before now, nobody new appears.
const BIRTHS_END: Seconds = Seconds::HOUR;

/// Simulates a company until `now`, with so many leads.
///
/// Sales reacts to hand-offs, and these are the charter's to decide: `handed_over` is given a
/// lead's story with everything known by now, and answers when its last hand-off was, or nothing.
/// It is asked again after each verdict that ends a pass; an answer that is not after that verdict,
/// or is after `now`, counts as nothing. It must depend on the story alone. Compile the charter
/// against the vocabulary after [`declare`](crate::declare) gave every code its number; words may
/// be added later.
///
/// Of all facts but the upcoming ones, occurrence and recording lie before or at `now`. The truth
/// knows what comes after.
///
/// # Errors
/// When there are more than [`LEADS_MAX`] leads, the history is shorter than a day or does not lie
/// within the years that facts may have, with ten years to come, or the vocabulary is full.
pub fn simulate(
    seed: u64,
    company: &Company,
    now: Instant,
    leads: usize,
    vocabulary: &mut Vocabulary,
    handed_over: &mut dyn FnMut(&Story<'_>) -> Option<Instant>,
) -> Result<Simulated, SimulateError> {
    simulate_part(seed, company, now, Part { first: 0, leads }, vocabulary, handed_over)
}

/// A part of a company: so many leads, counted from the first of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// How many leads are in the parts before.
    pub first: usize,
    /// How many are in this one.
    pub leads: usize,
}

/// As [`simulate`], of one part of a company that is too large for memory.
///
/// Each part spans the whole history, has people and firms of its own, and tells the company's
/// story by itself; ids, names and addresses differ from those of all other parts. The first part
/// is the company of [`simulate`].
///
/// # Errors
/// As [`simulate`], when the leads of this part and of those before are more than [`LEADS_MAX`].
pub fn simulate_part(
    seed: u64,
    company: &Company,
    now: Instant,
    Part { first, leads }: Part,
    vocabulary: &mut Vocabulary,
    handed_over: &mut dyn FnMut(&Story<'_>) -> Option<Instant>,
) -> Result<Simulated, SimulateError> {
    let all = first.saturating_add(leads);
    if all > LEADS_MAX {
        return Err(SimulateError::TooManyLeads { asked: all, most: LEADS_MAX });
    }
    let from = now.plus(Seconds(-company.history.0));
    let after = now.plus(AFTER_MAX);
    if from < Instant::EARLIEST || after >= Instant::LATEST || from.plus(HISTORY_MIN) > now {
        return Err(SimulateError::Period);
    }
    let said = people::words(company)
        .chain(journey::words())
        .chain(sales::reasons(company))
        .chain(sales::words());
    let words = Words::new(vocabulary, said)?;
    let team = Team {
        company,
        now,
        offices: Offices::open()?,
        turns: Turns::new(vocabulary)?,
        balance: Balance::new(company.outcomes),
        deals: Vec::new(),
        // No lead has more deals than passes.
        deals_before: first as u64 * u64::from(PASSES_MAX),
        seed,
    };
    let market = Market::new(seed, first, &words, (from, now));
    let mut simulation =
        Simulation { seed, team, market, words: &words, vocabulary, passes: Vec::new() };
    let mut facts = Vec::new();
    let mut people = Vec::with_capacity(leads);
    let mut counts = [0; Source::ALL.len()];
    let births = births(seed, company, (from, now), first..first + leads);
    for (index, (born, terms)) in (first..).zip(births) {
        counts[terms.source as usize] += 1;
        let (person, told) = simulation.live(index, terms, born, handed_over);
        people.push(person);
        facts.extend(told);
    }
    let Simulation { team, market, passes, .. } = simulation;
    facts.extend(market.facts.into_iter().flatten());
    facts.sort_by_key(|told| (told.recorded_at, told.fact.subject, told.fact.key));
    for (told, position) in facts.iter_mut().zip(1..) {
        told.position = Position(position);
    }
    let mut upcoming = facts.split_off(facts.partition_point(|told| told.recorded_at <= now));
    upcoming.truncate(upcoming.partition_point(|told| told.recorded_at < Instant::LATEST));
    let opportunities = opportunities(&team, &market.accounts);
    let truth = Truth::new(company, (from, now), &counts, passes);
    let reps = REPS.to_vec();
    let accounts = market.accounts;
    Ok(Simulated { people, accounts, opportunities, reps, facts, upcoming, truth })
}

/// When leads are born, and of which source, in order of time. Of a company without sources, none.
fn births<'c>(
    seed: u64,
    company: &'c Company,
    (from, now): (Instant, Instant),
    leads: Range<usize>,
) -> impl Iterator<Item = (Instant, &'c SourceTerms)> + use<'c> {
    let shares: Vec<_> = company.sources.iter().map(|terms| (terms, terms.share)).collect();
    let leads = if shares.is_empty() { 0..0 } else { leads };
    let end = now.plus(Seconds(-BIRTHS_END.0)).max(from);
    let mut births: Vec<_> = leads
        .map(|index| {
            let index = index as u64;
            let mut rng = Rng::of(seed ^ BIRTHS, index);
            let terms = weighted(&mut rng, &shares);
            let volume = match terms.source {
                Source::Webinar => company.flood.webinar_volume,
                _ => 1.0,
            };
            // The days of the flood count more than once.
            let flood = company.flood.began.micros().min(now.0 - from.0) as f64;
            let calm = (end.0 - from.0) as f64 - flood;
            let place = rng.unit() * (calm + flood * volume);
            let place = if place < calm { place } else { calm + (place - calm) / volume };
            (Instant(from.0 + place as i64), index, terms)
        })
        .collect();
    births.sort_by_key(|(born, index, _)| (*born, *index));
    births.into_iter().map(|(born, _, terms)| (born, terms))
}

struct Simulation<'a> {
    seed: u64,
    team: Team<'a>,
    market: Market<'a>,
    words: &'a Words,
    vocabulary: &'a Vocabulary,
    passes: Vec<PassTruth>,
}

impl Simulation<'_> {
    /// The life of one lead, with what is known of it.
    fn live(
        &mut self,
        index: usize,
        terms: &SourceTerms,
        born: Instant,
        handed_over: &mut dyn FnMut(&Story<'_>) -> Option<Instant>,
    ) -> (Person, Vec<Recorded>) {
        let mut rng = Rng::of(self.seed ^ LIVES, index as u64);
        let mut written = Journal::new(self.words);
        let (rng, journal) = (&mut rng, &mut written);
        let (lead, person) = self.market.lead(rng, index, terms, born, journal);
        Journey { lead: &lead, rng, journal, at: lead.born }.first();
        let mut rested = Instant::EARLIEST;
        for nth in 1..=PASSES_MAX {
            let at = self.asked(&lead, journal, handed_over);
            let Some(at) = at.filter(|at| *at > rested && *at <= self.team.now) else { break };
            let reaction = self.team.react(rng, journal, &lead, (nth, at));
            self.passes.push(reaction.truth);
            let bought = reaction.truth.sale().is_some();
            let Some((at, verdict)) = reaction.rests.filter(|_| !bought) else { break };
            if verdict == RefusalVerdict::Disqualified {
                break;
            }
            rested = at;
            self.rest(rng, journal, &lead, at, verdict);
        }
        (person, written.into_facts())
    }

    /// When the charter handed the lead over last.
    fn asked(
        &self,
        lead: &Lead,
        journal: &Journal<'_>,
        handed_over: &mut dyn FnMut(&Story<'_>) -> Option<Instant>,
    ) -> Option<Instant> {
        let mut known: Vec<_> = journal.known(self.team.now).copied().collect();
        known.extend(lead.account.iter().flat_map(|account| &self.market.facts[*account]));
        let story = assemble(lead.person, &known, self.vocabulary, Known::Everything);
        handed_over(&story.as_story())
    }

    /// Marketing writes to a lead at rest, and some become active again.
    fn rest(
        &mut self,
        rng: &mut Rng,
        journal: &mut Journal<'_>,
        lead: &Lead,
        at: Instant,
        verdict: RefusalVerdict,
    ) {
        let afterlife = self.team.company.afterlife;
        if rng.chance(afterlife.followed_up) {
            Journey { lead, rng, journal, at }.nurture();
        }
        let returns = match verdict {
            RefusalVerdict::Recycled => afterlife.recycled_return,
            RefusalVerdict::Rejected => afterlife.rejected_return,
            RefusalVerdict::Disqualified => 0.0,
        };
        if rng.chance(returns) {
            let days = 25.0 + 45.0 * rng.unit();
            let at = days::days_later(rng, lead.territory, at, days);
            Journey { lead, rng, journal, at }.again();
        }
    }
}

/// All opportunities, also those still to come, with names.
fn opportunities(team: &Team<'_>, accounts: &[Account]) -> Vec<Opportunity> {
    let deals = team.deals.iter().enumerate();
    deals
        .map(|(index, deal)| {
            let account = deal.account.map(|account| &accounts[account]);
            let buyer = account.map_or("Private buyer", |account| &account.name);
            let name = format!("{buyer}: deal {}", index + 1);
            let account = account.map(|account| account.subject);
            let (subject, opened_at, lead) = (deal.subject, deal.opened_at, deal.lead);
            Opportunity { subject, name, opened_at, lead, account }
        })
        .collect()
}
