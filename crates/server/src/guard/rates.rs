//! How often somebody may ask.

use super::address::Address;
use super::is_of_the_api;
use crate::problem::Problem;
use crate::state::Served;
use crate::who::Actor;
use app::people::CameWith;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use std::fmt;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;

/// How often somebody may ask the API. Each may ask ten times as much at once, after a rest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rates {
    /// Requests per second of one user's browsers, or of one token; `None` for any number.
    pub per_actor: Option<NonZeroU32>,
    /// Requests per second from one network address of those who are not signed in; `None` for
    /// any number.
    pub per_address: Option<NonZeroU32>,
}

impl Default for Rates {
    fn default() -> Self {
        Self { per_actor: NonZeroU32::new(100), per_address: NonZeroU32::new(20) }
    }
}

type Limiter<K> = RateLimiter<K, HashMapStateStore<K>, DefaultClock>;

/// Who is counted together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Asker {
    User(u64),
    Token(u64),
}

/// How often everybody asked of late.
pub(crate) struct Limits {
    actors: Option<Limiter<Asker>>,
    addresses: Option<Limiter<IpAddr>>,
}

/// From so many on, those who rested are forgotten.
const KEPT_MAX: usize = 10_000;

impl fmt::Debug for Limits {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Limits").finish_non_exhaustive()
    }
}

impl Limits {
    pub(crate) fn new(rates: Rates) -> Self {
        let quota = |rate: NonZeroU32| {
            let at_once = rate.saturating_mul(NonZeroU32::MIN.saturating_add(9));
            Quota::per_second(rate).allow_burst(at_once)
        };
        Self {
            actors: rates.per_actor.map(|rate| Limiter::hashmap(quota(rate))),
            addresses: rates.per_address.map(|rate| Limiter::hashmap(quota(rate))),
        }
    }

    fn check(&self, actor: Option<&Actor>, from: Address) -> Result<(), Problem> {
        match actor.map(|actor| (actor.person().came_with, actor.person().user)) {
            None => check(self.addresses.as_ref(), &from.0),
            Some((CameWith::Token(token), _)) => {
                check(self.actors.as_ref(), &Asker::Token(token.0))
            }
            Some((CameWith::Session(_), user)) => check(self.actors.as_ref(), &Asker::User(user.0)),
            Some((CameWith::Console, _)) => Ok(()),
        }
    }
}

fn check<K: Hash + Eq + Clone>(limiter: Option<&Limiter<K>>, key: &K) -> Result<(), Problem> {
    let Some(limiter) = limiter else { return Ok(()) };
    if limiter.len() > KEPT_MAX {
        limiter.retain_recent();
    }
    limiter.check_key(key).map_err(|early| {
        let wait = early.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        let detail = format!("too many requests: wait {wait} s, and ask more slowly");
        let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail);
        problem.retry_after(wait)
    })
}

/// Refuses who asks too often. Comes after it is known who asks.
pub(crate) async fn limit(State(served): State<Served>, request: Request, next: Next) -> Response {
    if is_of_the_api(request.uri().path()) {
        let actor = request.extensions().get::<Actor>();
        let from = Address::of(request.extensions(), request.headers(), served.settings());
        if let Err(refused) = served.limits().check(actor, from) {
            return refused.into_response();
        }
    }
    next.run(request).await
}
