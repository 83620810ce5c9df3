//! What the audit trail says of people: JSON, without secrets.

use serde_json::json;
use store::{ApiToken, OneTimeLink, Team, User};

pub(super) fn user(user: &User) -> String {
    json!({
        "handle": user.handle,
        "email": user.email,
        "name": user.name,
        "role": user.role,
        "is_active": user.deactivated_at.is_none(),
    })
    .to_string()
}

pub(super) fn link(link: &OneTimeLink) -> String {
    json!({ "email": link.email, "name": link.name, "role": link.role }).to_string()
}

pub(super) fn token(token: &ApiToken, owner: &str) -> String {
    json!({
        "owner": owner,
        "name": token.name,
        "scope": token.scope,
        "ends_at": token.ends_at.map(|at| at.to_string()),
    })
    .to_string()
}

pub(super) fn team(team: &Team, members: &[String], queues: &[String], units: &[String]) -> String {
    json!({
        "word": team.word,
        "name": team.name,
        "members": members,
        "queues": queues,
        "units": units,
    })
    .to_string()
}
