//! Linking leads to accounts and taking links back: recorded choices, from which the stories
//! follow.

use super::Match;
use crate::duplicates::{Merges, choice_key};
use crate::engine::Engine;
use crate::error::AppError;
use crate::record::Batch;
use crate::settle::Settled;
use facts::{
    Fact, Instant, Kind, Origin, Precision, Recorded, SubjectId, SubjectKind, Value, Vocabulary,
};
use store::View;
use timeline::{AccountLink, accounts_in_the_end, link};

/// The name of retractions that take a link to an account back.
const UNLINK: &str = "account.link";

/// A link of a lead to an account, with what followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The lead, under the id that survives merges.
    pub lead: SubjectId,
    /// The account.
    pub account: SubjectId,
    /// What was decided anew.
    pub settled: Settled,
}

/// A link that was taken back, with what followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unplaced {
    /// The lead, under the id that survives merges.
    pub lead: SubjectId,
    /// The account that it does not belong to after all.
    pub account: SubjectId,
    /// The account that it belongs to now, where an earlier link stands.
    pub now_at: Option<SubjectId>,
    /// What was decided anew.
    pub settled: Settled,
}

/// From when on leads that are matched belong to their accounts.
pub(crate) enum Since<'a> {
    /// From now on.
    Now,
    /// These from the first that is known of them, which is assumed; all others from now on.
    TheirFirst(&'a dyn Fn(SubjectId) -> bool),
}

/// The links that follow from matches; `by` is who made them, and stands before the reason.
pub(crate) fn certain_links(
    view: View<'_>,
    vocabulary: &mut Vocabulary,
    matches: &[Match],
    (by, since): (&str, &Since<'_>),
    now: Instant,
) -> Result<Vec<Fact>, AppError> {
    let code = vocabulary.code(Kind::Link, link::ACCOUNT)?;
    let mut facts = Vec::with_capacity(matches.len());
    let mut known = Vec::new();
    for found in matches {
        let (mut occurred_at, mut precision) = (now, Precision::Instant);
        if let Since::TheirFirst(is_new) = since
            && is_new(found.lead)
        {
            known.clear();
            view.facts_of_subject(found.lead, &mut known)?;
            if let Some(first) = known.iter().map(|it| it.fact.occurred_at).min() {
                (occurred_at, precision) = (first, Precision::Unknown);
            }
        }
        facts.push(Fact {
            subject: found.lead,
            key: choice_key(link::ACCOUNT, found.account, 0),
            occurred_at,
            precision,
            code,
            value: Value::Subject(found.account),
            actor: vocabulary.intern(&format!("{by}: {}", found.reason()))?,
            origin: Origin::System,
        });
    }
    Ok(facts)
}

impl Engine {
    /// Links leads to the accounts that they certainly belong to, from now on; those who were
    /// linked meanwhile are left alone. Returns how many were linked, and what followed.
    ///
    /// # Errors
    /// As [`Engine::record`] and [`Engine::settle`].
    pub fn link_matches(
        &mut self,
        matches: &[Match],
        who: &str,
        now: Instant,
    ) -> Result<(u64, Settled), AppError> {
        let mut linked = 0;
        for some in matches.chunks(Batch::FACTS_MAX) {
            let leads: Vec<SubjectId> = some.iter().map(|found| found.lead).collect();
            let mut unplaced = self.store.view().unplaced(&leads)?;
            unplaced.sort_unstable();
            let some: Vec<Match> = some
                .iter()
                .filter(|found| unplaced.binary_search(&found.lead).is_ok())
                .cloned()
                .collect();
            let by = (who, &Since::Now);
            let view = self.store.view();
            let facts = certain_links(view, &mut self.vocabulary, &some, by, now)?;
            linked += self.record(&Batch::of(facts), now)?.new;
        }
        let mut settled = Settled::default();
        self.settle_all(now, &mut settled)?;
        Ok((linked, settled))
    }

    /// Records that a lead belongs to an account from now on.
    ///
    /// # Errors
    /// When one is no lead or the other no account, when it belongs there already, and as
    /// [`Engine::record`].
    pub fn link_account(
        &mut self,
        lead: SubjectId,
        account: SubjectId,
        who: &str,
        now: Instant,
    ) -> Result<Placed, AppError> {
        if self.store.view().kind_of(account)? != Some(SubjectKind::Account) {
            return Err(AppError::UnknownAccount(account.to_string()));
        }
        let (lead, links) = self.account_links(lead)?;
        if links.iter().any(|link| link.account == account) {
            return Err(AppError::AlreadyLinked { lead, account });
        }
        let settled = self.choose(link::ACCOUNT, lead, account, who, now)?;
        Ok(Placed { lead, account, settled })
    }

    /// Takes back the link of a lead to its account, as if it had never been: whoever linked them.
    /// An import that says the same again does not link them again.
    ///
    /// # Errors
    /// When it is no lead or belongs to no account, and as [`Engine::record`].
    pub fn unlink_account(
        &mut self,
        lead: SubjectId,
        who: &str,
        now: Instant,
    ) -> Result<Unplaced, AppError> {
        let (lead, links) = self.account_links(lead)?;
        let Some(last) = links.last().copied() else {
            return Err(AppError::NotLinked(lead));
        };
        let code = self.vocabulary.code(Kind::Retraction, UNLINK)?;
        let actor = self.vocabulary.intern(who)?;
        let mut facts = Vec::new();
        // Several people who are one may each be linked to it.
        for link in links.iter().filter(|link| link.account == last.account) {
            facts.push(Fact {
                subject: link.person,
                key: choice_key(UNLINK, SubjectId(link.key.0), 0),
                occurred_at: now,
                precision: Precision::Instant,
                code,
                value: Value::Fact(link.key),
                actor,
                origin: Origin::Human,
            });
        }
        let (_, settled) = self.record_and_settle(&Batch::of(facts), now)?;
        let now_at = self.account_links(lead)?.1.last().map(|link| link.account);
        Ok(Unplaced { lead, account: last.account, now_at, settled })
    }

    /// The account that somebody belongs to in the end, by their own last word on it or, where they
    /// have none, by that of those who were ever merged into them.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn account_of(&self, lead: SubjectId) -> Result<Option<SubjectId>, AppError> {
        let mut facts = Vec::new();
        self.store.view().facts_of_lead(lead, &mut facts)?;
        let links = accounts_in_the_end(&facts, &self.vocabulary);
        let own = links.iter().find(|link| link.person == lead).or(links.last());
        Ok(own.map(|link| link.account))
    }

    /// The lead that somebody is, and the accounts that it belongs to in the end.
    fn account_links(&self, lead: SubjectId) -> Result<(SubjectId, Vec<AccountLink>), AppError> {
        let view = self.store.view();
        if view.kind_of(lead)? != Some(SubjectKind::Person) {
            return Err(AppError::UnknownLead(lead.to_string()));
        }
        let merges = Merges::read(view, &self.vocabulary)?;
        let lead = merges.survivor(lead);
        let mut facts: Vec<Recorded> = Vec::new();
        view.facts_of_subject(lead, &mut facts)?;
        for (person, _) in merges.each().filter(|(person, _)| merges.survivor(*person) == lead) {
            view.facts_of_subject(person, &mut facts)?;
        }
        Ok((lead, accounts_in_the_end(&facts, &self.vocabulary)))
    }
}
