//! Who the simulated leads are and where they work.

use crate::company::{Company, SourceTerms};
use crate::days;
use crate::distributions::{lognormal, weighted};
use crate::journal::Journal;
use crate::names;
use crate::rng::{self, Rng};
use crate::segment::{Source, Territory};
use crate::words::Words;
use facts::{Instant, Recorded, Seconds, SubjectId, Value};

/// Somebody of the simulation, with what identifies them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// The subject of their facts.
    pub subject: SubjectId,
    /// First and family name, invented.
    pub name: String,
    /// An address under an example domain; everybody has another.
    pub email: String,
    /// Where they work, if that is known.
    pub account: Option<SubjectId>,
}

/// A company of the simulation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// The subject of its facts.
    pub subject: SubjectId,
    /// Its name, invented; every account has another.
    pub name: String,
    /// Its domain under an example domain; every account has another.
    pub domain: String,
}

/// A lead about to begin its story.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lead {
    pub(crate) person: SubjectId,
    pub(crate) account: Option<usize>,
    pub(crate) source: Source,
    pub(crate) territory: Territory,
    pub(crate) seniority: &'static str,
    pub(crate) born: Instant,
}

/// The accounts so far, with their facts.
pub(crate) struct Market<'a> {
    seed: u64,
    /// How many firms' names are taken by the parts before.
    firms_before: usize,
    words: &'a Words,
    /// When the history begins, and now.
    history: (Instant, Instant),
    pub(crate) accounts: Vec<Account>,
    pub(crate) facts: Vec<Vec<Recorded>>,
    by_territory: [Vec<usize>; Territory::ALL.len()],
}

const PEOPLE: u64 = 0x9e09;
const FIRMS: u64 = 0xacc7;
/// The chance that a lead works for a firm that is known already, once there is one.
const KNOWN_FIRM: f64 = 0.5;
/// Firms are known this long before their first people, so that a story begins with them.
const FIRM_BEFORE: Seconds = Seconds(60);
const FREE_MAIL_SHARE: f64 = 0.06;
const OPTED_OUT_SHARE: f64 = 0.015;
const TARGET_SHARE: f64 = 0.08;
/// Employees of a firm: median, and the standard deviation of the logarithm.
const EMPLOYEES_MEDIAN: f64 = 220.0;
const EMPLOYEES_SPREAD: f64 = 1.3;
/// Larger firms are large all the same.
const EMPLOYEES_MAX: f64 = 200_000.0;
const INDUSTRIES: &[(&str, f64)] = &[
    ("software", 0.36),
    ("finance", 0.16),
    ("insurance", 0.08),
    ("manufacturing", 0.16),
    ("retail", 0.09),
    ("healthcare", 0.08),
    ("logistics", 0.07),
];
const FUNCTIONS: &[(&str, f64)] = &[
    ("marketing", 0.36),
    ("sales", 0.28),
    ("revenue_operations", 0.16),
    ("it", 0.08),
    ("operations", 0.07),
    ("finance", 0.05),
];
const SEGMENTS: [&str; 3] = ["small", "mid_market", "enterprise"];
const EMAIL_CLASSES: [&str; 2] = ["business", "free"];

/// Every word that facts about people and firms say.
pub(crate) fn words(company: &Company) -> impl Iterator<Item = &'static str> {
    let seniorities = company.sources.iter().flat_map(|terms| &terms.seniorities);
    let mut words: Vec<_> = INDUSTRIES.iter().chain(FUNCTIONS).map(|(word, _)| *word).collect();
    words.extend(seniorities.map(|(word, _)| *word));
    words.extend(Source::ALL.map(Source::word));
    for territory in Territory::ALL {
        words.extend([territory.word(), territory.region()]);
        words.extend(territory.countries().iter().map(|(word, _)| *word));
    }
    words.into_iter().chain(SEGMENTS).chain(EMAIL_CLASSES)
}

impl<'a> Market<'a> {
    pub(crate) fn new(
        seed: u64,
        firms_before: usize,
        words: &'a Words,
        history: (Instant, Instant),
    ) -> Self {
        let by_territory = [const { Vec::new() }; Territory::ALL.len()];
        let (accounts, facts) = (Vec::new(), Vec::new());
        Self { seed, firms_before, words, history, accounts, facts, by_territory }
    }

    /// The `index`-th lead, who is born then, with the facts known at birth.
    pub(crate) fn lead(
        &mut self,
        rng: &mut Rng,
        index: usize,
        terms: &SourceTerms,
        born: Instant,
        journal: &mut Journal<'_>,
    ) -> (Lead, Person) {
        let territory = weighted(rng, &terms.territories);
        let seniority = weighted(rng, &terms.seniorities);
        let born = self.active(rng, territory, born);
        let has_free_mail = rng.chance(FREE_MAIL_SHARE);
        let account = (!has_free_mail).then(|| self.firm(rng, territory, born));
        let subject = SubjectId(rng::name(self.seed ^ PEOPLE, index as u64));
        let named = names::person(index);
        let firm = account.map(|account| &self.accounts[account]);
        let domain = firm.map_or(names::FREE_MAIL, |firm| &firm.domain);
        let person = Person {
            subject,
            name: named.name,
            email: format!("{}@{domain}", named.address),
            account: firm.map(|firm| firm.subject),
        };
        if let Some(firm) = firm {
            journal.told(subject, born, timeline::link::ACCOUNT, Value::Subject(firm.subject));
        }
        let class = EMAIL_CLASSES[usize::from(has_free_mail)];
        journal.says(subject, born, "lead.email_class", class);
        journal.says(subject, born, "lead.source", terms.source.word());
        journal.says(subject, born, "lead.seniority", seniority);
        journal.says(subject, born, "lead.function", weighted(rng, FUNCTIONS));
        journal.says(subject, born, "lead.country", weighted(rng, territory.countries()));
        if rng.chance(OPTED_OUT_SHARE) {
            let days = 40.0 * rng.unit();
            let at = days::days_later(rng, territory, born, days);
            journal.told(subject, at, "lead.opted_out", Value::Flag(true));
        }
        let lead =
            Lead { person: subject, account, source: terms.source, territory, seniority, born };
        (lead, person)
    }

    /// An active moment near a drawn one, or that one where the history has no such moment.
    fn active(&self, rng: &mut Rng, territory: Territory, drawn: Instant) -> Instant {
        let (from, now) = (self.history.0.plus(FIRM_BEFORE), self.history.1);
        let moment = days::active(rng, territory, drawn);
        let fits = moment >= from && moment.plus(FIRM_BEFORE) < now;
        if fits { moment } else { drawn.max(from) }
    }

    /// A firm of a territory, known already or new.
    fn firm(&mut self, rng: &mut Rng, territory: Territory, at: Instant) -> usize {
        let known = &self.by_territory[territory as usize];
        if !known.is_empty() && rng.chance(KNOWN_FIRM) {
            return *rng.pick(known);
        }
        let index = self.accounts.len();
        let nth = self.firms_before + index;
        let subject = SubjectId(rng::name(self.seed ^ FIRMS, nth as u64));
        let named = names::firm(nth);
        self.by_territory[territory as usize].push(index);
        self.accounts.push(Account { subject, name: named.name, domain: named.address });
        let at = at.plus(Seconds(-FIRM_BEFORE.0));
        let mut journal = Journal::new(self.words);
        let employees = lognormal(rng, EMPLOYEES_MEDIAN, EMPLOYEES_SPREAD);
        let employees = libm::floor(employees.clamp(1.0, EMPLOYEES_MAX));
        let size = usize::from(employees >= 50.0) + usize::from(employees >= 1_000.0);
        journal.told(subject, at, "account.employees", Value::Number(employees));
        journal.says(subject, at, "account.segment", SEGMENTS[size]);
        journal.says(subject, at, "account.industry", weighted(rng, INDUSTRIES));
        journal.says(subject, at, "account.country", weighted(rng, territory.countries()));
        journal.says(subject, at, "account.region", territory.region());
        journal.says(subject, at, "account.territory", territory.word());
        if rng.chance(TARGET_SHARE) {
            journal.told(subject, at, "account.is_target", Value::Flag(true));
        }
        self.facts.push(journal.into_facts());
        index
    }
}
