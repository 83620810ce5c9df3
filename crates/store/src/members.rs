//! Which subjects' facts are gathered for which lead.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Code, Fact, Kind, SubjectId, Value, Vocabulary};
use std::collections::{BTreeSet, HashMap};
use timeline::link;

/// A link: the facts of `part` are gathered for `whole`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Link {
    pub(crate) whole: SubjectId,
    pub(crate) part: SubjectId,
}

/// The codes of facts that link subjects.
pub(crate) struct Links {
    /// The fact is about a person and names the account whose facts are gathered.
    account: Option<Code>,
    /// The fact is about the subject whose facts are gathered and names the person.
    lead: Option<Code>,
    merge: Option<Code>,
}

impl Links {
    pub(crate) fn of(vocabulary: &Vocabulary) -> Self {
        let code = |name| vocabulary.find_code(Kind::Link, name);
        Self { account: code(link::ACCOUNT), lead: code(link::LEAD), merge: code(link::MERGE) }
    }

    /// The link that a fact makes, if it makes one. Ends of links change no gathering: what was
    /// ever linked is gathered, and the story is made of what still is.
    pub(crate) fn read(&self, fact: &Fact) -> Option<Link> {
        let Value::Subject(other) = fact.value else { return None };
        let code = Some(fact.code);
        let link = if code == self.account {
            Link { whole: fact.subject, part: other }
        } else if code == self.lead || code == self.merge {
            Link { whole: other, part: fact.subject }
        } else {
            return None;
        };
        (link.whole != link.part).then_some(link)
    }
}

pub(crate) const MEMBERS: &str = "SELECT subject FROM member WHERE lead = ?1 ORDER BY 1";
const GATHERED_FOR: &str = "SELECT lead FROM member WHERE subject = ?1 ORDER BY 1";
const ALL_MEMBERS: &str = "SELECT lead, subject FROM member ORDER BY 1, 2";
const JOIN: &str =
    "INSERT INTO member (lead, subject) VALUES (?1, ?2) ON CONFLICT (lead, subject) DO NOTHING";
const FORGET_MEMBERS: &str = "DELETE FROM member";

impl View<'_> {
    /// The subjects that were ever linked to a lead, itself apart.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn members(&self, lead: SubjectId) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(MEMBERS, &cells![of_id(lead)], |row| row.id())
    }

    /// The subjects for whose stories the facts of this one are gathered, itself apart.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn gathered_for(&self, subject: SubjectId) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(GATHERED_FOR, &cells![of_id(subject)], |row| row.id())
    }

    /// Every lead with each of its members, in the order of the leads as they are stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn all_members(&self) -> Result<Vec<(SubjectId, SubjectId)>, StoreError> {
        self.database.all(ALL_MEMBERS, &[], |row| Ok((row.id()?, row.id()?)))
    }
}

type Gathered = HashMap<SubjectId, BTreeSet<SubjectId>>;

impl Writer<'_> {
    /// Gathers the parts, and all that is gathered for them, for the wholes, and for all that
    /// those are gathered for.
    pub(crate) fn join(&mut self, links: &[Link]) -> Result<(), StoreError> {
        // What was gathered before, and what is as the links follow each other.
        let mut gathered_for = self.gathered(GATHERED_FOR, links.iter().map(|link| link.whole))?;
        let mut members = self.gathered(MEMBERS, links.iter().map(|link| link.part))?;
        let mut pairs = Vec::new();
        for &Link { whole, part } in links {
            let of = |map: &Gathered, id| {
                let known = map.get(&id).into_iter().flatten().copied();
                known.chain([id]).collect::<Vec<_>>()
            };
            let (wholes, parts) = (of(&gathered_for, whole), of(&members, part));
            for &lead in &wholes {
                for &subject in parts.iter().filter(|subject| **subject != lead) {
                    gathered_for.entry(subject).or_default().insert(lead);
                    if members.entry(lead).or_default().insert(subject) {
                        pairs.push((lead, subject));
                    }
                }
            }
        }
        let rows = pairs.iter().map(|(lead, subject)| cells![of_id(*lead), of_id(*subject)]);
        self.database.insert_all(JOIN, rows).map(drop)
    }

    /// The answers to a question about each of these subjects.
    fn gathered(
        &self,
        sql: &'static str,
        subjects: impl Iterator<Item = SubjectId>,
    ) -> Result<Gathered, StoreError> {
        let subjects: Vec<_> = subjects.collect::<BTreeSet<_>>().into_iter().collect();
        let mut gathered = Gathered::new();
        let asked = subjects.iter().map(|subject| cells![of_id(*subject)]);
        self.database.each_of(sql, asked, |index, row| {
            gathered.entry(subjects[index]).or_default().insert(row.id()?);
            Ok(())
        })?;
        Ok(gathered)
    }

    /// Sets the members of all leads anew, which makes other stories: no snapshot holds any more.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn replace_members(
        &mut self,
        members: &[(SubjectId, SubjectId)],
    ) -> Result<(), StoreError> {
        self.void_snapshots()?;
        self.database.run(FORGET_MEMBERS, &[])?;
        let rows = members.iter().map(|(lead, subject)| cells![of_id(*lead), of_id(*subject)]);
        self.database.insert_all(JOIN, rows).map(drop)
    }
}
