//! Which leads somebody sees.

use super::actor::Actor;
use super::error::PeopleError;
use super::permission::Permission;
use super::role::Role;
use super::teams::full;
use crate::engine::Engine;
use crate::error::AppError;
use crate::projecting::SALES;
use facts::{Instant, SubjectId};
use std::collections::BTreeSet;
use std::str::FromStr;
use store::{AuditEntry, PlaceKind, Projection};

/// Who sees which leads, for Tandem as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Visibility {
    /// Everybody sees all leads.
    #[default]
    Open,
    /// SDRs and reps see their own leads, those of their teams, and those that wait in the queues
    /// that their teams serve; marketers and heads whose teams serve business units see the leads
    /// of those.
    Teams,
}

/// Which leads somebody sees.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum LeadScope {
    /// All of them.
    #[default]
    All,
    /// Those of these business units.
    Units(BTreeSet<String>),
    /// Those of these people, and those that wait in these queues.
    Places {
        /// The people, as assignments name them.
        people: BTreeSet<String>,
        /// The queues, by word.
        queues: BTreeSet<String>,
        /// Of the leads in queues, only those of these business units; none for all.
        units: BTreeSet<String>,
    },
}

/// Under which name the workspace keeps it.
const NAME: &str = "lead_visibility";

impl Visibility {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Teams => "teams",
        }
    }
}

impl FromStr for Visibility {
    type Err = PeopleError;

    fn from_str(word: &str) -> Result<Self, PeopleError> {
        let found = [Self::Open, Self::Teams].into_iter().find(|one| one.word() == word);
        found.ok_or_else(|| PeopleError::BadText {
            what: "visibility of leads",
            text: word.chars().take(120).collect(),
            rule: "write `open` or `teams`",
        })
    }
}

impl LeadScope {
    /// Whether it lets a lead through that rests in a place, with whoever `who` is there. The
    /// business unit is asked for only where it matters.
    ///
    /// # Errors
    /// Those of asking for the unit.
    pub fn lets_through(
        &self,
        place: PlaceKind,
        who: &str,
        unit: impl FnOnce() -> Result<Option<String>, AppError>,
    ) -> Result<bool, AppError> {
        let of = |units: &BTreeSet<String>, unit: Option<String>| {
            unit.is_some_and(|unit| units.contains(&unit))
        };
        Ok(match self {
            Self::All => true,
            Self::Units(units) => of(units, unit()?),
            Self::Places { people, queues, units } => match place {
                PlaceKind::Assignee => people.contains(who),
                PlaceKind::Queue | PlaceKind::Team => {
                    queues.contains(who) && (units.is_empty() || of(units, unit()?))
                }
                PlaceKind::Nowhere | PlaceKind::Nurture => false,
            },
        })
    }
}

impl Engine {
    /// Who sees which leads, for Tandem as a whole: open, where nobody said otherwise.
    ///
    /// # Errors
    /// When the ledger cannot be read, or says what this program does not know.
    pub fn visibility(&self) -> Result<Visibility, AppError> {
        let set = self.store.view().workspace(NAME)?;
        Ok(set.map_or(Ok(Visibility::Open), |word| word.parse())?)
    }

    /// Sets who sees which leads.
    ///
    /// # Errors
    /// When the actor may not.
    pub fn set_visibility(
        &mut self,
        actor: &Actor,
        visibility: Visibility,
        now: Instant,
    ) -> Result<(), AppError> {
        actor.require(Permission::EditWorkspace)?;
        let before = self.visibility()?;
        if before == visibility {
            return Ok(());
        }
        let mut writer = self.people_writer()?;
        writer.set_workspace(NAME, visibility.word())?;
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: "workspace.visibility_set".to_owned(),
            before: before.word().to_owned(),
            after: visibility.word().to_owned(),
        })?;
        Ok(writer.commit()?)
    }

    /// Which leads somebody sees: the one function that lists and pages of leads ask.
    ///
    /// # Errors
    /// When the actor may read no leads, or the ledger cannot be read.
    pub fn lead_scope(&self, actor: &Actor) -> Result<LeadScope, AppError> {
        actor.require(Permission::ReadLeads)?;
        if self.visibility()? == Visibility::Open {
            return Ok(LeadScope::All);
        }
        let view = self.store.view();
        let teams = view.teams_of(actor.user)?.into_iter().map(|team| full(view, team));
        let teams = teams.collect::<Result<Vec<_>, _>>()?;
        // A team without units serves all of them.
        let is_everywhere = teams.iter().any(|team| team.units.is_empty());
        let units = teams.iter().flat_map(|team| &team.units).filter(|_| !is_everywhere);
        let units: BTreeSet<_> = units.cloned().collect();
        Ok(match actor.role {
            Role::Administrator | Role::Operations | Role::Executive => LeadScope::All,
            Role::MarketingHead | Role::SalesHead | Role::Marketer => match units.is_empty() {
                true => LeadScope::All,
                false => LeadScope::Units(units),
            },
            Role::Sdr | Role::Rep => {
                let people = teams.iter().flat_map(|team| &team.members).chain([&actor.handle]);
                let queues = teams.iter().flat_map(|team| team.queues.iter().map(String::as_str));
                let own = match actor.role {
                    Role::Sdr => &["sdr", SALES][..],
                    _ => &["rep", "ae", SALES],
                };
                LeadScope::Places {
                    people: people.cloned().collect(),
                    queues: queues.chain(own.iter().copied()).map(str::to_owned).collect(),
                    units,
                }
            }
        })
    }

    /// The lead of a name, as [`Engine::find_lead`] finds it, where whoever asks sees it.
    ///
    /// # Errors
    /// As [`Engine::find_lead`]; a lead that they do not see is as one that is not there.
    pub fn find_lead_for(
        &self,
        actor: &Actor,
        name: &str,
        now: Instant,
    ) -> Result<SubjectId, AppError> {
        let lead = self.find_lead(name)?;
        match self.sees(&self.lead_scope(actor)?, lead, now)? {
            true => Ok(lead),
            false => Err(AppError::UnknownLead(name.to_owned())),
        }
    }

    /// Whether somebody of this scope sees a lead.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn sees(&self, scope: &LeadScope, lead: SubjectId, now: Instant) -> Result<bool, AppError> {
        if *scope == LeadScope::All {
            return Ok(true);
        }
        match self.store.view().projection(lead)? {
            None => Ok(false),
            Some(rests) => self.sees_at(scope, lead, &rests, now),
        }
    }

    /// Whether somebody of this scope sees a lead that rests here.
    pub(crate) fn sees_at(
        &self,
        scope: &LeadScope,
        lead: SubjectId,
        rests: &Projection,
        now: Instant,
    ) -> Result<bool, AppError> {
        let unit = || Ok(self.belonging(lead, now)?.unit);
        scope.lets_through(rests.place, self.vocabulary.word(rests.who), unit)
    }

    /// Whether a lead is one's own to work: it was given to oneself.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn is_own(&self, actor: &Actor, lead: SubjectId) -> Result<bool, AppError> {
        let Some(rests) = self.store.view().projection(lead)? else { return Ok(false) };
        Ok(rests.place == PlaceKind::Assignee && self.vocabulary.word(rests.who) == actor.handle)
    }
}
