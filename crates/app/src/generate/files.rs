//! The exports of a simulated company.

use super::truth::{PASS_COLUMNS, pass_row};
use connect::{TableError, TableFile};
use facts::{Fact, Instant, Kind, Recorded, SubjectId, Value, Vocabulary};
use jiff::tz::TimeZone;
use simulate::Simulated;
use std::collections::BTreeMap;
use std::path::Path;
use timeline::link;

/// The files as they are written, part by part.
pub(super) struct Files {
    tables: Vec<(&'static str, TableFile)>,
}

const ACCOUNTS: usize = 0;
const PEOPLE: usize = 1;
const TOUCHES: usize = 2;
const MAILINGS: usize = 3;
const SALES: usize = 4;
const VERDICTS: usize = 5;
const ASSIGNMENTS: usize = 6;
const OPPORTUNITIES: usize = 7;
const CHANGES: usize = 8;
const PASSES: usize = 9;

/// Each file with its columns, in the order of the numbers above.
const TABLES: [(&str, &[&str]); 10] = [
    (
        "accounts.csv",
        &[
            "account",
            "domain",
            "name",
            "first_seen",
            "employees",
            "segment",
            "industry",
            "country",
            "region",
            "territory",
            "is_target",
        ],
    ),
    (
        "people.csv",
        &[
            "person",
            "name",
            "email",
            "account",
            "created",
            "email_class",
            "source",
            "seniority",
            "function",
            "country",
            "opted_out",
            "opted_out_at",
        ],
    ),
    ("touches.csv", &["person", "at", "touch", "campaign"]),
    ("mailings.csv", &["person", "at", "campaign"]),
    ("sales_activities.csv", &["person", "at", "activity", "rep"]),
    ("verdicts.csv", &["person", "at", "verdict", "reason", "rep"]),
    ("assignments.csv", &["person", "at", "rep"]),
    ("opportunities.csv", &["opportunity", "name", "person", "opened"]),
    ("opportunity_changes.csv", &["opportunity", "at", "field", "value", "rep"]),
    ("truth_passes.csv", &PASS_COLUMNS),
];

impl Files {
    pub(super) fn create(folder: &Path) -> Result<Self, TableError> {
        let made = std::fs::create_dir_all(folder);
        made.map_err(|source| TableError { path: folder.to_owned(), source })?;
        let tables = TABLES.iter().map(|(name, columns)| {
            TableFile::create(&folder.join(name), columns).map(|table| (*name, table))
        });
        Ok(Self { tables: tables.collect::<Result<_, _>>()? })
    }

    pub(super) fn finish(self) -> Result<Vec<(String, u64)>, TableError> {
        let tables = self.tables.into_iter();
        tables.map(|(name, table)| Ok((name.to_owned(), table.finish()?))).collect()
    }

    /// Writes everything that is known by now of one part.
    pub(super) fn add(
        &mut self,
        simulated: &Simulated,
        words: &Vocabulary,
    ) -> Result<(), TableError> {
        let traits = Traits::of(&simulated.facts, words);
        self.add_accounts(simulated, &traits)?;
        self.add_people(simulated, &traits)?;
        for recorded in &simulated.facts {
            self.add_fact(&recorded.fact, words)?;
        }
        let opened = traits.opened;
        for deal in &simulated.opportunities {
            let Some(at) = opened.get(&deal.subject) else { continue };
            let (id, person) = (deal.subject.to_string(), deal.lead.to_string());
            self.row(OPPORTUNITIES, &[&id, &deal.name, &person, &at.to_string()])?;
        }
        for pass in &simulated.truth.passes {
            let cells = pass_row(pass);
            self.row(PASSES, &cells.each_ref().map(String::as_str))?;
        }
        Ok(())
    }

    fn add_accounts(&mut self, simulated: &Simulated, known: &Traits) -> Result<(), TableError> {
        for account in &simulated.accounts {
            let said = |name: &str| known.said(account.subject, name);
            let Some(seen) = known.seen(account.subject) else { continue };
            let (id, seen) = (account.subject.to_string(), seen.to_string());
            self.row(
                ACCOUNTS,
                &[
                    &id,
                    &account.domain,
                    &account.name,
                    &seen,
                    said("account.employees"),
                    said("account.segment"),
                    said("account.industry"),
                    said("account.country"),
                    said("account.region"),
                    said("account.territory"),
                    said("account.is_target"),
                ],
            )?;
        }
        Ok(())
    }

    fn add_people(&mut self, simulated: &Simulated, known: &Traits) -> Result<(), TableError> {
        for person in &simulated.people {
            let said = |name: &str| known.said(person.subject, name);
            let Some(created) = known.seen(person.subject) else { continue };
            let opted_out_at = known.since(person.subject, "lead.opted_out");
            let account = person.account.map_or_else(String::new, |account| account.to_string());
            let time = |at: Option<Instant>| at.map_or_else(String::new, |at| at.to_string());
            self.row(
                PEOPLE,
                &[
                    &person.subject.to_string(),
                    &person.name,
                    &person.email,
                    &account,
                    &created.to_string(),
                    said("lead.email_class"),
                    said("lead.source"),
                    said("lead.seniority"),
                    said("lead.function"),
                    said("lead.country"),
                    said("lead.opted_out"),
                    &time(opted_out_at),
                ],
            )?;
        }
        Ok(())
    }

    fn add_fact(&mut self, fact: &Fact, words: &Vocabulary) -> Result<(), TableError> {
        let Some((kind, name)) = words.name(fact.code) else { return Ok(()) };
        let subject = fact.subject.to_string();
        let (value, rep) = (text(fact.value, words), words.word(fact.actor));
        let (at, minute) = (fact.occurred_at.to_string(), minute(fact.occurred_at));
        match kind {
            Kind::Touch => self.row(TOUCHES, &[&subject, &at, name, &value]),
            Kind::Activity if !fact.origin.is_human() => {
                self.row(MAILINGS, &[&subject, &at, &value])
            }
            Kind::Activity => self.row(SALES, &[&subject, &minute, name, rep]),
            Kind::Verdict => self.row(VERDICTS, &[&subject, &minute, name, &value, rep]),
            Kind::Assignment => self.row(ASSIGNMENTS, &[&subject, &at, &value]),
            Kind::Opportunity => self.row(CHANGES, &[&subject, &minute, name, &value, rep]),
            // Traits and links are told with their people, accounts and opportunities.
            _ => Ok(()),
        }
    }

    fn row(&mut self, table: usize, cells: &[&str]) -> Result<(), TableError> {
        self.tables[table].1.row(cells)
    }
}

/// What was learned of whom, each once.
struct Traits {
    said: BTreeMap<SubjectId, Vec<(String, String, Instant)>>,
    opened: BTreeMap<SubjectId, Instant>,
}

impl Traits {
    fn of(facts: &[Recorded], words: &Vocabulary) -> Self {
        let mut traits = Self { said: BTreeMap::new(), opened: BTreeMap::new() };
        for Recorded { fact, .. } in facts {
            match words.name(fact.code) {
                Some((Kind::Trait, name)) => {
                    let said = traits.said.entry(fact.subject).or_default();
                    said.push((name.to_owned(), text(fact.value, words), fact.occurred_at));
                }
                Some((Kind::Link, link::LEAD)) => {
                    traits.opened.insert(fact.subject, fact.occurred_at);
                }
                _ => {}
            }
        }
        traits
    }

    fn find(&self, subject: SubjectId, name: &str) -> Option<&(String, String, Instant)> {
        self.said.get(&subject)?.iter().find(|(known, ..)| known == name)
    }

    fn said(&self, subject: SubjectId, name: &str) -> &str {
        self.find(subject, name).map_or("", |(_, value, _)| value)
    }

    fn since(&self, subject: SubjectId, name: &str) -> Option<Instant> {
        self.find(subject, name).map(|(.., at)| *at)
    }

    /// When somebody was first heard of.
    fn seen(&self, subject: SubjectId) -> Option<Instant> {
        self.said.get(&subject)?.iter().map(|(.., at)| *at).min()
    }
}

fn text(value: Value, words: &Vocabulary) -> String {
    match value {
        Value::Text(word) => words.word(word).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// A time that is known to the minute.
fn minute(at: Instant) -> String {
    at.to_timestamp().to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M").to_string()
}
