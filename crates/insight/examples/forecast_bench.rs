//! How often a forecast holds what happens, over many simulated companies.
//!
//! Each company is simulated for its whole history. What was known some days ago is folded as it was
//! known then, a forecast is made of it, and held against what happened in those days.
//!
//! `cargo run --release -p tandem-insight --example forecast_bench -- [companies] [leads]`
#![allow(clippy::print_stdout)]

use charter::{Program, StageKind};
use facts::{Instant, Recorded, Seconds, SubjectId, Symbol, Vocabulary};
use insight::{Journey, LeadHistory, Path, PlanLead, forecast};
use lifecycle::{Derived, Folder, Reign, What, decide};
use simulate::{Company, Outcomes, Simulated, declare, simulate};
use std::collections::BTreeMap;
use timeline::{Known, Story, assemble};

const CHARTER: &str = include_str!("../../../charters/b2b-saas.toml");

/// A simulated company under a charter.
struct World {
    simulated: Simulated,
    vocabulary: Vocabulary,
    reign: Reign,
    path: Path,
    won: usize,
}

impl World {
    fn new(seed: u64, company: &Company, now: Instant, leads: usize) -> Self {
        let mut vocabulary = Vocabulary::default();
        declare(&mut vocabulary).unwrap();
        let charter = charter::read(CHARTER).unwrap();
        let program = Program::compile(&charter, &[], &mut vocabulary).unwrap();
        let path = Path::of(&program);
        let won = path.on_path().iter().position(|stage| stage.kind == StageKind::Won).unwrap();
        let reign = Reign::of(program, now.plus(Seconds(-company.history.0)));
        let mut told: Vec<Derived> = Vec::new();
        let mut handed_over = |story: &Story<'_>| {
            told.clear();
            Folder::new(&reign).tell(*story, now, &mut told);
            told.iter().rev().find(|one| one.what == What::HandoffWanted).map(|one| one.at)
        };
        let simulated =
            simulate(seed, company, now, leads, &mut vocabulary, &mut handed_over).unwrap();
        Self { simulated, vocabulary, reign, path, won }
    }

    /// The leads as they were known at an instant.
    fn known(&self, at: Instant) -> Vec<PlanLead> {
        let mut leads_of: BTreeMap<SubjectId, Vec<SubjectId>> = BTreeMap::new();
        for person in &self.simulated.people {
            leads_of.entry(person.subject).or_default().push(person.subject);
            if let Some(account) = person.account {
                leads_of.entry(account).or_default().push(person.subject);
            }
        }
        for deal in &self.simulated.opportunities {
            leads_of.entry(deal.subject).or_default().push(deal.lead);
        }
        let mut facts: BTreeMap<SubjectId, Vec<Recorded>> = BTreeMap::new();
        for told in self.simulated.facts.iter().filter(|told| told.recorded_at <= at) {
            for lead in leads_of.get(&told.fact.subject).into_iter().flatten() {
                facts.entry(*lead).or_default().push(*told);
            }
        }
        let mut folder = Folder::new(&self.reign);
        let read = |(lead, facts): (&SubjectId, &Vec<Recorded>)| {
            let story = assemble(*lead, facts, &self.vocabulary, Known::Everything);
            let (decisions, _) = decide(&mut folder, story.as_story(), at);
            let history = LeadHistory {
                lead: *lead,
                slice: Symbol::EMPTY,
                first_touch: None,
                resting: None,
                decisions: decisions.into(),
            };
            let journey = Journey::read(&self.path, self.reign.adopted_at(), &history);
            PlanLead::of(&journey, &self.path, self.won, at)
        };
        facts.iter().filter_map(read).collect()
    }
}

/// A company that goes on as before, for a year and a quarter.
fn steady() -> Company {
    let mut company = Company::larkfield();
    company.history = Seconds::days(455);
    company.flood.began = Seconds::days(0);
    company.flood.webinar_volume = 1.0;
    Company { outcomes: Outcomes::Independent, ..company }
}

/// One that is flooded in its last ten weeks.
fn flooded() -> Company {
    Company { outcomes: Outcomes::Independent, ..Company::larkfield() }
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|it| it.parse::<usize>().unwrap());
    let companies = arguments.next().unwrap_or(40);
    let leads = arguments.next().unwrap_or(4_000);
    let now = Instant::parse("2026-11-20T09:00:00Z").unwrap();
    for (name, company, ahead) in
        [("steady", steady(), &[30, 60, 91][..]), ("flooded", flooded(), &[30, 60])]
    {
        let worlds = || (0..companies as u64).map(|seed| World::new(seed, &company, now, leads));
        for days in ahead {
            measure(name, worlds(), *days, now);
        }
    }
}

/// Forecasts so many days of each company, and says how many of them hold.
fn measure(name: &str, worlds: impl Iterator<Item = World>, days: u32, now: Instant) {
    let at = now.plus(Seconds::days(-i64::from(days)));
    let (mut count, mut below, mut above, mut held) = (0, 0, 0, 0);
    let (mut mean, mut really) = (0.0, 0.0);
    for world in worlds {
        let Some(found) = forecast(&world.known(at), &[], (at, days), 1) else { continue };
        let since = |lead: &PlanLead| lead.won().is_some_and(|won| won > at);
        let won = world.known(now).into_iter().filter(since).count() as f64;
        count += 1;
        below += u32::from(won < found.wins.p10);
        above += u32::from(won > found.wins.p90);
        held += u32::from((found.wins.low..=found.wins.high).contains(&won));
        mean += found.wins.mean;
        really += won;
    }
    let percent = |part: u32| 100.0 * f64::from(part) / f64::from(count);
    println!(
        "{name}, {days} days: of {count}, 80 % hold {:.1} %, 95 % hold {:.1} %; {below} below, \
         {above} above; {:.1} wins forecast and {:.1} won on average",
        percent(count - below - above),
        percent(held),
        mean / f64::from(count),
        really / f64::from(count),
    );
}
