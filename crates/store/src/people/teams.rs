//! Teams, who is in them, and what they serve.

use super::users::UserId;
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// People who work the same leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Team {
    /// The random id.
    pub id: UserId,
    /// What routes and settings call it; unique.
    pub word: String,
    /// What people call it.
    pub name: String,
    /// When it was made.
    pub created_at: Instant,
}

/// What a team serves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Serves {
    /// A queue of leads that wait.
    Queue = 0,
    /// A business unit.
    Unit = 1,
}

const ADD: &str = "INSERT INTO team (id, word, name, created_at) VALUES (?1, ?2, ?3, ?4)";
const CHANGE: &str = "UPDATE team SET word = ?2, name = ?3 WHERE id = ?1";
const REMOVE: &str = "DELETE FROM team WHERE id = ?1";
const ONE: &str = "SELECT id, word, name, created_at FROM team WHERE id = ?1";
const BY_WORD: &str = "SELECT id, word, name, created_at FROM team WHERE word = ?1";
const PAGE: &str =
    "SELECT id, word, name, created_at FROM team WHERE word > ?1 ORDER BY word LIMIT ?2";
const TEAMS_OF: &str = "
    SELECT team.id, team.word, team.name, team.created_at
    FROM team_member JOIN team ON team.id = team_member.team
    WHERE team_member.member = ?1 ORDER BY team.word";
const MEMBERS: &str = "
    SELECT app_user.id, app_user.handle
    FROM team_member JOIN app_user ON app_user.id = team_member.member
    WHERE team_member.team = ?1 ORDER BY app_user.handle";
const SERVED: &str = "SELECT word FROM team_serves WHERE team = ?1 AND kind = ?2 ORDER BY word";
const FORGET_MEMBERS: &str = "DELETE FROM team_member WHERE team = ?1";
const ADD_MEMBER: &str = "INSERT INTO team_member (team, member) VALUES (?1, ?2)";
const FORGET_SERVED: &str = "DELETE FROM team_serves WHERE team = ?1";
const ADD_SERVED: &str = "INSERT INTO team_serves (team, kind, word) VALUES (?1, ?2, ?3)";

impl View<'_> {
    /// A team by id.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn team(&self, id: UserId) -> Result<Option<Team>, StoreError> {
        self.database.find(ONE, &cells![id.0.cast_signed()], team)
    }

    /// A team by its word.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn team_by_word(&self, word: &str) -> Result<Option<Team>, StoreError> {
        self.database.find(BY_WORD, &cells![word], team)
    }

    /// Teams in the order of their words, those after one, at most so many.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn teams(&self, after: &str, limit: u32) -> Result<Vec<Team>, StoreError> {
        self.database.all(PAGE, &cells![after, limit], team)
    }

    /// The teams that a user is in.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn teams_of(&self, user: UserId) -> Result<Vec<Team>, StoreError> {
        self.database.all(TEAMS_OF, &cells![user.0.cast_signed()], team)
    }

    /// Who is in a team: ids and handles, in the order of the handles.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn team_members(&self, team: UserId) -> Result<Vec<(UserId, String)>, StoreError> {
        let read = |row: &mut Columns<'_>| Ok((UserId(row.id()?.0), row.take()?));
        self.database.all(MEMBERS, &cells![team.0.cast_signed()], read)
    }

    /// What a team serves, by words.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn team_serves(&self, team: UserId, what: Serves) -> Result<Vec<String>, StoreError> {
        let asked = cells![team.0.cast_signed(), what as u8];
        self.database.all(SERVED, &asked, |row| row.take())
    }
}

impl Writer<'_> {
    /// Adds a team without members.
    ///
    /// # Errors
    /// When the disk does not take it, or the word is another team's.
    pub fn add_team(&mut self, team: &Team) -> Result<(), StoreError> {
        let Team { id, word, name, created_at } = team;
        self.database.run(ADD, &cells![id.0.cast_signed(), word, name, created_at.0]).map(drop)
    }

    /// Sets the word and the name of a team.
    ///
    /// # Errors
    /// When the disk does not take it, or the word is another team's.
    pub fn change_team(&mut self, team: &Team) -> Result<(), StoreError> {
        let Team { id, word, name, .. } = team;
        self.database.run(CHANGE, &cells![id.0.cast_signed(), word, name]).map(drop)
    }

    /// Sets who is in a team and what it serves, in the place of what was.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn set_team(
        &mut self,
        team: UserId,
        members: &[UserId],
        serves: &[(Serves, String)],
    ) -> Result<(), StoreError> {
        let id = team.0.cast_signed();
        self.database.run(FORGET_MEMBERS, &cells![id])?;
        let rows = members.iter().map(|member| cells![id, member.0.cast_signed()]);
        self.database.insert_all(ADD_MEMBER, rows)?;
        self.database.run(FORGET_SERVED, &cells![id])?;
        let rows = serves.iter().map(|(what, word)| cells![id, *what as u8, word]);
        self.database.insert_all(ADD_SERVED, rows).map(drop)
    }

    /// Removes a team; its members stay.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn remove_team(&mut self, team: UserId) -> Result<(), StoreError> {
        self.set_team(team, &[], &[])?;
        self.database.run(REMOVE, &cells![team.0.cast_signed()]).map(drop)
    }
}

fn team(row: &mut Columns<'_>) -> Result<Team, StoreError> {
    Ok(Team {
        id: UserId(row.id()?.0),
        word: row.take()?,
        name: row.take()?,
        created_at: row.instant()?,
    })
}
