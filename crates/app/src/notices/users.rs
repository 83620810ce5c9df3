//! The users of Tandem as those who can be told.

use super::directory::{Directory, Recipient};
use super::notice::Audience;
use crate::engine::Engine;
use crate::error::AppError;
use crate::people::Role;
use std::collections::BTreeMap;
use store::{Serves, StoreError, User, UserId, View};

/// The users of Tandem, by handle, role, team, and the queues that teams serve.
#[derive(Clone, Copy, Debug)]
pub struct Users;

/// How many users or teams are read at once.
const PAGE: u32 = 200;

impl Directory for Users {
    fn recipients(&self, engine: &Engine, to: &Audience) -> Result<Vec<Recipient>, AppError> {
        let view = engine.store().view();
        let mut found: BTreeMap<String, User> = BTreeMap::new();
        let mut add = |user: User| {
            found.insert(user.handle.clone(), user);
        };
        match to {
            Audience::Programs => {}
            Audience::Person(word) => {
                // Other software names people by their mail addresses.
                let by_email = || view.user_by_email(&word.to_lowercase());
                let user = view.user_by_handle(word)?;
                user.map_or_else(by_email, |user| Ok(Some(user)))?.into_iter().for_each(add);
            }
            Audience::Role(word) => {
                let roles = roles(word);
                each_user(view, |user| {
                    if roles.iter().any(|role| role.word() == user.role) {
                        add(user);
                    }
                })?;
                for team in teams(view, word)? {
                    for (member, _) in view.team_members(team)? {
                        view.user(member)?.into_iter().for_each(&mut add);
                    }
                }
            }
        }
        Ok(found.into_values().filter_map(recipient).collect())
    }

    fn recipient(&self, engine: &Engine, id: &str) -> Result<Option<Recipient>, AppError> {
        let Ok(id) = id.parse::<UserId>() else { return Ok(None) };
        Ok(engine.store().view().user(id)?.and_then(recipient))
    }
}

/// Nobody who may not sign in any more.
fn recipient(user: User) -> Option<Recipient> {
    if user.deactivated_at.is_some() {
        return None;
    }
    let heads = [Role::MarketingHead.word(), Role::SalesHead.word()];
    Some(Recipient {
        id: user.id.to_string(),
        is_head: heads.contains(&user.role.as_str()),
        word: user.handle,
        name: user.name,
        email: user.email,
    })
}

/// The roles that a word of a charter means: one, or all of a side.
fn roles(word: &str) -> Vec<Role> {
    match word {
        "marketing" => vec![Role::MarketingHead, Role::Marketer],
        "sales" => vec![Role::SalesHead, Role::Sdr, Role::Rep],
        _ => {
            let is_it = |role: &Role| role.word() == word || role.signs_as() == Some(word);
            Role::ALL.into_iter().filter(is_it).collect()
        }
    }
}

fn each_user(view: View<'_>, mut visit: impl FnMut(User)) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let page = view.users(&after, PAGE)?;
        let is_last = page.len() < PAGE as usize;
        if let Some(last) = page.last() {
            after.clone_from(&last.handle);
        }
        page.into_iter().for_each(&mut visit);
        if is_last {
            return Ok(());
        }
    }
}

/// The teams of this word, and those that serve the queue of this word.
fn teams(view: View<'_>, word: &str) -> Result<Vec<UserId>, StoreError> {
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let page = view.teams(&after, PAGE)?;
        for team in &page {
            let serves = || view.team_serves(team.id, Serves::Queue);
            if team.word == word || serves()?.iter().any(|queue| queue == word) {
                found.push(team.id);
            }
        }
        match page.last() {
            Some(last) if page.len() == PAGE as usize => after.clone_from(&last.word),
            _ => return Ok(found),
        }
    }
}
