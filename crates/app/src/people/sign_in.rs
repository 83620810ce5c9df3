//! Signing in with a password, and out.
//!
//! An attempt is counted before the password is looked at, and forgotten when it was right: so
//! however many come at once, no more are tried than the bounds allow. Comparing takes tens of
//! milliseconds, during which nobody holds the ledger: hence three steps.

use super::actor::{Actor, CameWith};
use super::error::PeopleError;
use super::password;
use super::secret::{Secret, SecretKind};
use super::texts;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use std::fmt;
use store::{AuditEntry, SecretHash, Session, User, UserId};

/// A sign-in that was counted and not decided yet.
pub struct Attempt {
    user: Option<UserId>,
    password: Option<String>,
    counted: Counted,
}

/// A sign-in whose password was compared.
#[derive(Debug)]
pub struct Compared {
    user: Option<UserId>,
    counted: Counted,
}

/// Where a sign-in was counted.
#[derive(Debug)]
struct Counted {
    buckets: [SecretHash; 3],
}

/// How many sign-ins may fail within [`Engine::SIGN_IN_WINDOW_US`]: of an account from one
/// address, of an account, and from one address.
const FAILURES_MAX: [u64; 3] = [10, 100, 300];

/// Without the hash.
impl fmt::Debug for Attempt {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Attempt").field("user", &self.user).finish_non_exhaustive()
    }
}

impl Attempt {
    /// Compares the password. Takes tens of milliseconds, for an account that is not there too.
    #[must_use]
    pub fn compare(self, password: &str) -> Compared {
        let fits = password::fits(password, self.password.as_deref());
        Compared { user: self.user.filter(|_| fits), counted: self.counted }
    }
}

impl Engine {
    /// For how long failed sign-ins are counted together, in microseconds: 15 minutes.
    pub const SIGN_IN_WINDOW_US: i64 = 15 * 60 * 1_000_000;

    /// Begins a sign-in by mail address from a network address, and counts it.
    ///
    /// # Errors
    /// [`PeopleError::TooManyAttempts`] after 10 failures of this account from this address, 100
    /// of this account, or 300 from this address, within 15 minutes.
    pub fn begin_sign_in(
        &mut self,
        email: &str,
        address: &str,
        now: Instant,
    ) -> Result<Attempt, AppError> {
        // What is no mail address is nobody's.
        let email = texts::email(email).unwrap_or_default();
        let bucket = |what: &str| *blake3::hash(what.as_bytes()).as_bytes();
        let buckets = [
            bucket(&format!("both {email} {address}")),
            bucket(&format!("account {email}")),
            bucket(&format!("address {address}")),
        ];
        let since = Instant(now.0 - Self::SIGN_IN_WINDOW_US);
        self.refuse_too_many(&buckets, now)?;
        let mut writer = self.people_writer()?;
        for bucket in &buckets {
            writer.count_failed_sign_in(bucket, now, since)?;
        }
        let found = writer.view().password_by_email(&email)?.filter(|found| found.is_active);
        writer.commit()?;
        let (user, password) =
            found.map_or((None, None), |found| (Some(found.user), found.password));
        Ok(Attempt { user, password, counted: Counted { buckets } })
    }

    fn refuse_too_many(&self, buckets: &[SecretHash; 3], now: Instant) -> Result<(), AppError> {
        let since = Instant(now.0 - Self::SIGN_IN_WINDOW_US);
        for (bucket, max) in buckets.iter().zip(FAILURES_MAX) {
            if let Some((began_at, failures)) = self.store.view().failed_sign_ins(bucket, since)?
                && failures >= max
            {
                let until = Instant(began_at.0 + Self::SIGN_IN_WINDOW_US);
                let wait_seconds = (until.0 - now.0).unsigned_abs().div_ceil(1_000_000);
                return Err(PeopleError::TooManyAttempts { until, wait_seconds }.into());
            }
        }
        Ok(())
    }

    /// Ends a sign-in: opens a session with the secret that it shall have.
    ///
    /// # Errors
    /// [`PeopleError::WrongPassword`], whether the password is wrong, or nobody has the address,
    /// or they may not sign in.
    pub fn finish_sign_in(
        &mut self,
        compared: &Compared,
        secret: &Secret,
        now: Instant,
    ) -> Result<Session, AppError> {
        let user = compared.user.ok_or(PeopleError::WrongPassword)?;
        let [both, account, address] = compared.counted.buckets;
        let mut writer = self.people_writer()?;
        let user = writer.view().user(user)?.filter(|user| user.deactivated_at.is_none());
        let user = user.ok_or(PeopleError::WrongPassword)?;
        writer.forget_failed_sign_ins(&both)?;
        writer.forget_failed_sign_ins(&account)?;
        writer.uncount_failed_sign_in(&address)?;
        let session = open_session(&mut writer, &user, "password", secret, now)?;
        writer.commit()?;
        Ok(session)
    }

    /// Opens a session for somebody who came in by a link just now.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn open_session(
        &mut self,
        user: &User,
        way: &str,
        secret: &Secret,
        now: Instant,
    ) -> Result<Session, AppError> {
        let mut writer = self.people_writer()?;
        let session = open_session(&mut writer, user, way, secret, now)?;
        writer.commit()?;
        Ok(session)
    }

    /// Signs out.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn sign_out(&mut self, actor: &Actor, now: Instant) -> Result<(), AppError> {
        let CameWith::Session(session) = actor.came_with else { return Ok(()) };
        let mut writer = self.people_writer()?;
        if writer.end_session(&session)? {
            writer.note(&entry(&actor.handle, "session.ended", "", now))?;
        }
        Ok(writer.commit()?)
    }
}

/// Opens a session within a transaction, and notes it.
pub(super) fn open_session(
    writer: &mut store::Writer<'_>,
    user: &User,
    way: &str,
    secret: &Secret,
    now: Instant,
) -> Result<Session, AppError> {
    writer.end_old_sessions(now)?;
    let session = Session {
        secret: secret.hash(SecretKind::Session),
        user: user.id,
        way: way.to_owned(),
        started_at: now,
        seen_at: now,
        ends_at: Instant(now.0 + Engine::SESSION_IDLE_US),
    };
    writer.add_session(&session)?;
    writer.note(&entry(&user.handle, "session.started", way, now))?;
    Ok(session)
}

fn entry(who: &str, what: &str, after: &str, now: Instant) -> AuditEntry {
    AuditEntry {
        at: now,
        who: who.to_owned(),
        what: what.to_owned(),
        before: String::new(),
        after: after.to_owned(),
    }
}
