//! Which subjects' facts are gathered for which lead.

use crate::columns::{Columns, of_id};
use crate::error::StoreError;
use crate::file::View;
use crate::writer::Writer;
use facts::{Code, Fact, Kind, SubjectId, Value, Vocabulary};
use rusqlite::CachedStatement;
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

const MEMBERS: &str = "SELECT subject FROM member WHERE lead = ?1 ORDER BY 1";
const GATHERED_FOR: &str = "SELECT lead FROM member WHERE subject = ?1 ORDER BY 1";
const ALL_MEMBERS: &str = "SELECT lead, subject FROM member ORDER BY 1, 2";
const JOIN: &str =
    "INSERT INTO member (lead, subject) VALUES (?1, ?2) ON CONFLICT (lead, subject) DO NOTHING";
const FORGET_MEMBERS: &str = "DELETE FROM member";

impl View<'_> {
    /// The subjects that were ever linked to a lead, itself apart.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn members(&self, lead: SubjectId) -> Result<Vec<SubjectId>, StoreError> {
        ids(self.connection.prepare_cached(MEMBERS)?, lead)
    }

    /// The subjects for whose stories the facts of this one are gathered, itself apart.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn gathered_for(&self, subject: SubjectId) -> Result<Vec<SubjectId>, StoreError> {
        ids(self.connection.prepare_cached(GATHERED_FOR)?, subject)
    }

    /// Every lead with each of its members, in the order of the leads as they are stored.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all_members(&self) -> Result<Vec<(SubjectId, SubjectId)>, StoreError> {
        let mut statement = self.connection.prepare_cached(ALL_MEMBERS)?;
        let pairs = statement.query_map((), |row| {
            let mut columns = Columns::new(row);
            Ok((columns.id()?, columns.id()?))
        })?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }
}

fn ids(mut statement: CachedStatement<'_>, of: SubjectId) -> Result<Vec<SubjectId>, StoreError> {
    let found = statement.query_map([of_id(of)], |row| Columns::new(row).id())?;
    Ok(found.collect::<Result<_, _>>()?)
}

impl Writer<'_> {
    /// Gathers the parts, and all that is gathered for them, for the wholes, and for all that
    /// those are gathered for.
    pub(crate) fn join(&mut self, links: &[Link]) -> Result<(), StoreError> {
        let mut join = self.transaction.prepare_cached(JOIN)?;
        for &Link { whole, part } in links {
            let mut wholes = self.view().gathered_for(whole)?;
            let mut parts = self.view().members(part)?;
            wholes.push(whole);
            parts.push(part);
            for &lead in &wholes {
                for &subject in parts.iter().filter(|subject| **subject != lead) {
                    join.execute((of_id(lead), of_id(subject)))?;
                }
            }
        }
        Ok(())
    }

    /// Sets the members of all leads anew.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn replace_members(
        &mut self,
        members: &[(SubjectId, SubjectId)],
    ) -> Result<(), StoreError> {
        self.transaction.execute(FORGET_MEMBERS, ())?;
        let mut join = self.transaction.prepare_cached(JOIN)?;
        for (lead, subject) in members {
            join.execute((of_id(*lead), of_id(*subject)))?;
        }
        Ok(())
    }
}
