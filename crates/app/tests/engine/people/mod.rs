//! Who works with Tandem: coming in, signing in, tokens, teams, and who sees which leads.

mod joining;
mod replays;
mod scopes;
mod signing_in;
mod teams;
mod tokens;
mod users;

use crate::company::at;
use app::people::{Actor, Invitation, NewUser, PasswordHash, Role, Secret, SecretKind};
use app::{AppError, Engine};
use facts::Instant;
use store::UserId;
use testkit::{Home, On};

/// A firm with a clock that stands still unless told.
pub(crate) struct Firm {
    _home: Home,
    pub(crate) engine: Engine,
    pub(crate) now: Instant,
    drawn: u64,
}

/// What people in these tests sign in with.
pub(crate) const PASSWORD: &str = "correct horse battery";

impl Firm {
    /// Nobody was set up yet.
    pub(crate) fn on(on: On) -> Self {
        let home = Home::on(on);
        let engine = Engine::open(&home.ledger()).unwrap();
        Self { _home: home, engine, now: at("2026-03-02T09:00:00Z"), drawn: 0 }
    }

    /// The next id.
    pub(crate) fn id(&mut self) -> UserId {
        self.drawn += 1;
        UserId(u64::MAX - self.drawn)
    }

    /// The next secret.
    pub(crate) fn secret(&mut self) -> Secret {
        self.drawn += 1;
        Secret::of([self.drawn as u8; 32])
    }

    pub(crate) fn pass(&mut self, hours: i64) {
        self.now = Instant(self.now.0 + hours * Instant::PER_HOUR);
    }

    /// Sets Tandem up, and signs its administrator in.
    pub(crate) fn administrator(&mut self) -> Actor {
        let (link, id, secret) = (self.id(), self.id(), self.secret());
        self.engine.make_setup_link(link, &secret, self.now).unwrap();
        let user = self.engine.set_up(&secret, id, &new("ada"), self.now).unwrap();
        self.signed_in(&user)
    }

    /// Invites somebody, who comes in and signs in.
    pub(crate) fn hire(&mut self, by: &Actor, handle: &str, role: Role) -> Actor {
        let secret = self.invite(by, handle, role).unwrap();
        let id = self.id();
        let user = self.engine.accept_invitation(&secret, id, &new(handle), self.now).unwrap();
        assert_eq!(user.role, role.word());
        self.signed_in(&user)
    }

    pub(crate) fn invite(
        &mut self,
        by: &Actor,
        handle: &str,
        role: Role,
    ) -> Result<Secret, AppError> {
        let (id, secret) = (self.id(), self.secret());
        let (email, name) = (format!("{handle}@example.com"), format!("{handle} Example"));
        let invitation = Invitation { email, name, role };
        self.engine.invite(by, &invitation, id, &secret, self.now)?;
        Ok(secret)
    }

    fn signed_in(&mut self, user: &store::User) -> Actor {
        let secret = self.secret();
        self.engine.open_session(user, "password", &secret, self.now).unwrap();
        self.recognise(&secret).unwrap()
    }

    /// Who has a session, if anybody.
    pub(crate) fn recognise(&self, session: &Secret) -> Option<Actor> {
        self.engine.of_session(session, self.now).unwrap().map(|recognised| recognised.actor)
    }

    /// Signs in with a password from an address.
    pub(crate) fn sign_in(
        &mut self,
        email: &str,
        password: &str,
        address: &str,
    ) -> Result<Secret, AppError> {
        let secret = self.secret();
        let attempt = self.engine.begin_sign_in(email, address, self.now)?;
        self.engine.finish_sign_in(&attempt.compare(password), &secret, self.now)?;
        Ok(secret)
    }

    /// The audit trail as `who what`, the first change first.
    pub(crate) fn trail(&self) -> Vec<String> {
        let mut trail = self.engine.store().view().audit(1_000).unwrap();
        trail.reverse();
        trail.iter().map(|entry| format!("{} {}", entry.who, entry.what)).collect()
    }

    /// The last change, before and after.
    pub(crate) fn last_change(&self) -> (String, String) {
        let last = self.engine.store().view().audit(1).unwrap().remove(0);
        (last.before, last.after)
    }
}

/// Somebody who comes in with [`PASSWORD`].
pub(crate) fn new(handle: &str) -> NewUser {
    NewUser {
        email: format!("{handle}@example.com"),
        name: format!("{handle} Example"),
        handle: Some(handle.to_owned()),
        password: Some(PasswordHash::make(PASSWORD, [1; 16]).unwrap()),
    }
}

/// That a secret is nowhere in the ledger's file, in no way that it is written.
pub(crate) fn is_nowhere(firm: &Firm, secret: &Secret, kind: SecretKind) {
    let folder = firm._home.path("");
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = secret.text(kind);
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(!holds(text.as_bytes()), "the secret's text");
        assert!(!holds(&text.as_bytes()[kind.prefix().len()..]), "the secret's letters");
    }
}
