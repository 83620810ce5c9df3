//! Teams: who works the same leads, and what they serve.

use super::actor::Actor;
use super::error::PeopleError;
use super::permission::Permission;
use super::{said, texts};
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{AuditEntry, Serves, Team, UserId, View, Writer};

/// A team as it shall be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewTeam {
    /// What routes and settings call it.
    pub word: String,
    /// What people call it.
    pub name: String,
    /// Who is in it, by handles.
    pub members: Vec<String>,
    /// The queues that it serves, by the words that hand-offs name.
    pub queues: Vec<String>,
    /// The business units that it serves, by id; none for all.
    pub units: Vec<String>,
}

/// A team with who is in it and what it serves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeamFull {
    /// The team.
    pub team: Team,
    /// Who is in it, by handles.
    pub members: Vec<String>,
    /// The queues that it serves.
    pub queues: Vec<String>,
    /// The business units that it serves; none for all.
    pub units: Vec<String>,
}

impl Engine {
    /// The most teams.
    pub const TEAMS_MAX: u64 = 1_000;
    /// The most members of a team.
    pub const TEAM_MEMBERS_MAX: usize = 500;
    /// The most queues, and the most units, that a team serves.
    pub const TEAM_SERVES_MAX: usize = 100;

    /// Teams in the order of their words, those after one, at most so many.
    ///
    /// # Errors
    /// When the actor may not, or the ledger cannot be read.
    pub fn teams(&self, actor: &Actor, after: &str, limit: u32) -> Result<Vec<TeamFull>, AppError> {
        actor.require(Permission::ReadUsers)?;
        let view = self.store.view();
        let teams = view.teams(after, limit.clamp(1, Self::PAGE_MAX + 1))?;
        teams.into_iter().map(|team| full(view, team)).collect()
    }

    /// One team.
    ///
    /// # Errors
    /// When the actor may not, or there is none.
    pub fn team(&self, actor: &Actor, id: UserId) -> Result<TeamFull, AppError> {
        actor.require(Permission::ReadUsers)?;
        let view = self.store.view();
        full(view, view.team(id)?.ok_or_else(|| unknown(id))?)
    }

    /// Makes a team.
    ///
    /// # Errors
    /// When the actor may not, the word is taken, a member is nobody, or there are too many.
    pub fn make_team(
        &mut self,
        actor: &Actor,
        id: UserId,
        new: &NewTeam,
        now: Instant,
    ) -> Result<TeamFull, AppError> {
        actor.require(Permission::ManageTeams)?;
        let mut writer = self.people_writer()?;
        let view = writer.view();
        if view.teams("", Self::TEAMS_MAX as u32)?.len() as u64 >= Self::TEAMS_MAX {
            let hint = "remove one that is not needed any more";
            return Err(PeopleError::TooMany { what: "teams", max: Self::TEAMS_MAX, hint }.into());
        }
        let word = texts::word("team", &new.word)?;
        if view.team_by_word(&word)?.is_some() {
            return Err(PeopleError::Taken { what: "team", text: word }.into());
        }
        let team = Team { id, word, name: texts::name(&new.name)?, created_at: now };
        writer.add_team(&team)?;
        let after = set(&mut writer, team, new)?;
        note(&mut writer, actor, "team.made", None, Some(&after), now)?;
        writer.commit()?;
        Ok(after)
    }

    /// Sets everything of a team.
    ///
    /// # Errors
    /// As [`Engine::make_team`], and when there is none.
    pub fn change_team(
        &mut self,
        actor: &Actor,
        id: UserId,
        new: &NewTeam,
        now: Instant,
    ) -> Result<TeamFull, AppError> {
        actor.require(Permission::ManageTeams)?;
        let mut writer = self.people_writer()?;
        let view = writer.view();
        let before = full(view, view.team(id)?.ok_or_else(|| unknown(id))?)?;
        let word = texts::word("team", &new.word)?;
        if view.team_by_word(&word)?.is_some_and(|other| other.id != id) {
            return Err(PeopleError::Taken { what: "team", text: word }.into());
        }
        let team = Team { word, name: texts::name(&new.name)?, ..before.team.clone() };
        writer.change_team(&team)?;
        let after = set(&mut writer, team, new)?;
        if after != before {
            note(&mut writer, actor, "team.changed", Some(&before), Some(&after), now)?;
        }
        writer.commit()?;
        Ok(after)
    }

    /// Removes a team; its members stay.
    ///
    /// # Errors
    /// When the actor may not, or there is none.
    pub fn remove_team(&mut self, actor: &Actor, id: UserId, now: Instant) -> Result<(), AppError> {
        actor.require(Permission::ManageTeams)?;
        let mut writer = self.people_writer()?;
        let view = writer.view();
        let before = full(view, view.team(id)?.ok_or_else(|| unknown(id))?)?;
        writer.remove_team(id)?;
        note(&mut writer, actor, "team.removed", Some(&before), None, now)?;
        Ok(writer.commit()?)
    }
}

pub(super) fn full(view: View<'_>, team: Team) -> Result<TeamFull, AppError> {
    let members = view.team_members(team.id)?.into_iter().map(|(_, handle)| handle).collect();
    let queues = view.team_serves(team.id, Serves::Queue)?;
    let units = view.team_serves(team.id, Serves::Unit)?;
    Ok(TeamFull { team, members, queues, units })
}

/// Sets who is in a team and what it serves.
fn set(writer: &mut Writer<'_>, team: Team, new: &NewTeam) -> Result<TeamFull, AppError> {
    bounded("members of a team", new.members.len(), Engine::TEAM_MEMBERS_MAX)?;
    bounded("queues of a team", new.queues.len(), Engine::TEAM_SERVES_MAX)?;
    bounded("units of a team", new.units.len(), Engine::TEAM_SERVES_MAX)?;
    let mut members = Vec::new();
    for handle in sorted(&new.members) {
        let user = writer.view().user_by_handle(&handle)?;
        let unknown = || PeopleError::Unknown { what: "user", text: handle };
        members.push(user.ok_or_else(unknown)?.id);
    }
    let mut serves = Vec::new();
    for queue in sorted(&new.queues) {
        serves.push((Serves::Queue, texts::word("queue", &queue)?));
    }
    for unit in sorted(&new.units) {
        serves.push((Serves::Unit, texts::word("unit", &unit)?));
    }
    writer.set_team(team.id, &members, &serves)?;
    full(writer.view(), team)
}

/// In order, each once.
fn sorted(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words.dedup();
    words
}

fn bounded(what: &'static str, count: usize, max: usize) -> Result<(), AppError> {
    match count <= max {
        true => Ok(()),
        false => {
            let hint = "make another team";
            Err(PeopleError::TooMany { what, max: max as u64, hint }.into())
        }
    }
}

fn note(
    writer: &mut Writer<'_>,
    actor: &Actor,
    what: &str,
    before: Option<&TeamFull>,
    after: Option<&TeamFull>,
    now: Instant,
) -> Result<(), AppError> {
    let said = |team: Option<&TeamFull>| {
        team.map_or_else(String::new, |it| said::team(&it.team, &it.members, &it.queues, &it.units))
    };
    let entry = AuditEntry {
        at: now,
        who: actor.handle.clone(),
        what: what.to_owned(),
        before: said(before),
        after: said(after),
    };
    Ok(writer.note(&entry)?)
}

fn unknown(id: UserId) -> PeopleError {
    PeopleError::Unknown { what: "team", text: id.to_string() }
}
