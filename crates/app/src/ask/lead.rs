//! One lead: its story, what was decided, what is known.

use super::automatic::AutomaticLine;
use super::lines::{ChangeLine, DecisionLine, Said, StoryLine, TraitNow};
use super::list::LeadRow;
use crate::engine::Engine;
use crate::error::AppError;
use facts::{Instant, Kind, SubjectId, SubjectKind};
use identity::{Email, PlusTags};
use std::collections::BTreeMap;
use store::{Identifier, Personal};
use timeline::{Known, OwnedStory, assemble, link};

/// Everything about one lead.
#[derive(Clone, PartialEq, Debug)]
pub struct LeadPage {
    /// The lead.
    pub lead: SubjectId,
    /// Where it rests; `None` when it has no story: it was merged into another, all its facts
    /// were retracted, or it was not settled yet.
    pub row: Option<LeadRow>,
    /// Its names, and those of the subjects that belong to its story or did.
    pub identifiers: Vec<Identifier>,
    /// What says who it is, and who those are.
    pub personal: Vec<Personal>,
    /// The subjects that belong to its story or did, with what each is.
    pub members: Vec<(SubjectId, SubjectKind)>,
    /// Its facts in order, those ahead of now included.
    pub story: Vec<StoryLine>,
    /// What programs did by themselves, such as scanners of mail, which is in no story: by name.
    pub automatic: Vec<AutomaticLine>,
    /// The decisions that stand, in order of time; at one instant, in the order of deciding.
    pub decisions: Vec<DecisionLine>,
    /// How they came about: every decision made, moved or withdrawn, in order of recording.
    pub history: Vec<ChangeLine>,
    /// What is known of it now, in order of name.
    pub traits: Vec<TraitNow>,
}

impl Engine {
    /// The lead of an id, of an identifier, or of `namespace:identifier`.
    ///
    /// # Errors
    /// When there is none, or when several leads have this identifier.
    pub fn find_lead(&self, name: &str) -> Result<SubjectId, AppError> {
        let view = self.store.view();
        if let Ok(id) = name.parse::<SubjectId>()
            && view.kind_of(id)? == Some(SubjectKind::Person)
        {
            return Ok(id);
        }
        let mut leads = Vec::new();
        for subject in self.identified(name)? {
            if view.kind_of(subject)? == Some(SubjectKind::Person) {
                leads.push(subject);
            }
        }
        match leads[..] {
            [] => Err(AppError::UnknownLead(name.to_owned())),
            [lead] => Ok(lead),
            _ => Err(AppError::AmbiguousLead { name: name.to_owned(), count: leads.len() }),
        }
    }

    /// The subjects of any kind that an identifier, or `namespace:identifier`, names.
    pub(crate) fn identified(&self, name: &str) -> Result<Vec<SubjectId>, AppError> {
        let view = self.store.view();
        let mut found = view.identified_anywhere(name)?;
        if found.is_empty()
            && let Some(email) = Email::parse(name, PlusTags::default())
        {
            found.extend(view.identified("email", &email.to_string())?);
        }
        if found.is_empty() {
            // Namespaces may hold colons themselves, so every place to part is tried.
            for (place, _) in name.match_indices(':') {
                found.extend(view.identified(&name[..place], &name[place + 1..])?);
            }
        }
        Ok(found)
    }

    /// Everything about a lead, by id or identifier (see [`Engine::find_lead`]).
    ///
    /// # Errors
    /// When there is none, or when several leads have this identifier.
    pub fn lead(&self, name: &str, now: Instant) -> Result<LeadPage, AppError> {
        let lead = self.find_lead(name)?;
        let view = self.store.view();
        let mut gathered = Vec::new();
        view.facts_of_lead(lead, &mut gathered)?;
        let story = assemble(lead, &gathered, &self.vocabulary, Known::Everything);
        let mut members = Vec::new();
        let mut identifiers = view.identifiers_of(lead)?;
        let mut personal = view.personal_of(lead)?;
        for member in view.members(lead)? {
            members.extend(view.kind_of(member)?.map(|kind| (member, kind)));
            identifiers.extend(view.identifiers_of(member)?);
            personal.extend(view.personal_of(member)?);
        }
        let words = &self.vocabulary;
        let decisions = view.standing_decisions(lead)?;
        let rows = story.rows.iter().zip(&story.keys);
        Ok(LeadPage {
            lead,
            row: view.projection(lead)?.map(|projection| self.row(lead, &projection, now)),
            identifiers,
            personal,
            members,
            traits: self.traits_at(&story, now),
            story: rows.filter_map(|(row, key)| StoryLine::of(row, *key, words)).collect(),
            automatic: AutomaticLine::all(&gathered, words),
            decisions: decisions.iter().map(|d| DecisionLine::of(d, words)).collect(),
            history: view.changes(lead)?.iter().map(|c| ChangeLine::of(c, words)).collect(),
        })
    }

    /// A lead's facts in order, as known now.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn story(&self, lead: SubjectId) -> Result<OwnedStory, AppError> {
        let mut gathered = Vec::new();
        self.store.view().facts_of_lead(lead, &mut gathered)?;
        Ok(assemble(lead, &gathered, &self.vocabulary, Known::Everything))
    }

    /// What a story says of its lead at an instant, in order of name. What was known of one
    /// account does not hold for the next.
    #[must_use]
    pub fn traits_at(&self, story: &OwnedStory, at: Instant) -> Vec<TraitNow> {
        let mut known: BTreeMap<&str, TraitNow> = BTreeMap::new();
        for row in story.rows.iter().take_while(|row| row.at <= at) {
            match self.vocabulary.name(row.code) {
                Some((Kind::Link, link::ACCOUNT | link::ACCOUNT_END)) => {
                    known.retain(|name, _| !name.starts_with("account."));
                }
                Some((Kind::Trait | Kind::Opportunity, name)) => {
                    let said = Said::of(row.value(), &self.vocabulary);
                    let (since, precision) = (row.at, row.flags.precision());
                    let now = TraitNow { name: name.to_owned(), said, since, precision };
                    known.insert(name, now);
                }
                _ => {}
            }
        }
        known.into_values().collect()
    }
}
