//! Who writes while servers are killed, and what they were told.

use crate::serving::{Access, ask};
use facts::Instant;
use serde_json::json;
use std::collections::BTreeSet;

/// What somebody writes; each has its own second, so that it is known again among the facts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    /// Batches of events of a website.
    Batches,
    /// Calls that a person logs, one by one, each under a key of its own.
    Calls,
}

/// One who writes, from server to server.
pub(crate) struct Writer {
    pub(crate) what: What,
    number: usize,
    next: u64,
    /// What was acknowledged.
    pub(crate) told: BTreeSet<u64>,
    /// What was sent and not acknowledged: it is sent again first of all.
    unsure: Vec<u64>,
    /// What stays unsure: the server says that it began with it and may have done it.
    pub(crate) perhaps: BTreeSet<u64>,
}

/// How many events are in a batch.
const BATCH: u64 = 20;
/// When the first of them happened.
const BEGUN: &str = "2024-01-01T00:00:00Z";

impl Writer {
    pub(crate) fn new(what: What, number: usize) -> Self {
        let (told, perhaps) = (BTreeSet::new(), BTreeSet::new());
        Self { what, number, next: 0, told, unsure: Vec::new(), perhaps }
    }

    /// Whom it writes about.
    pub(crate) fn user(&self) -> String {
        format!("load-{}", self.number)
    }

    /// When its nth fact happened.
    pub(crate) fn moment(&self, n: u64) -> Instant {
        Instant(Instant::parse(BEGUN).unwrap().0 + n as i64 * Instant::PER_SECOND)
    }

    /// Writes until nobody answers any more.
    pub(crate) fn write(&mut self, at: &str, access: &Access) {
        loop {
            let some = match std::mem::take(&mut self.unsure) {
                left if !left.is_empty() => left,
                _ => {
                    let count = if self.what == What::Batches { BATCH } else { 1 };
                    let some = self.next..self.next + count;
                    self.next = some.end;
                    some.collect()
                }
            };
            match self.send(at, access, &some) {
                Some(true) => self.told.extend(some),
                Some(false) => self.perhaps.extend(some),
                None => {
                    self.unsure = some;
                    return;
                }
            }
        }
    }

    /// Whether it was acknowledged; `None` where no whole answer came.
    fn send(&self, at: &str, access: &Access, some: &[u64]) -> Option<bool> {
        let user = self.user();
        if self.what == What::Batches {
            let messages = some.iter().map(|n| {
                json!({ "type": "track", "event": "Webinar Attended", "userId": user,
                        "messageId": format!("{user}-{n}"), "timestamp": self.moment(*n).to_string() })
            });
            let body =
                json!({ "writeKey": access.write_key, "batch": messages.collect::<Vec<_>>() });
            let answer = ask(at, "POST", "/v1/batch", &[], &body.to_string()).ok()?;
            assert_eq!(answer.status, 200, "{}", answer.body);
            return Some(true);
        }
        let n = some[0];
        let body = json!({ "name": "call.attempt", "at": self.moment(n).to_string() });
        let key = format!("{user}-{n}");
        let headers = [("Authorization", access.bearer.as_str()), ("Idempotency-Key", &key)];
        let address = format!("/api/v1/leads/user:{user}/activities");
        let answer = ask(at, "POST", &address, &headers, &body.to_string()).ok()?;
        match (answer.status, answer.body["code"].as_str()) {
            (201, _) => Some(true),
            (409, Some("begun")) => Some(false),
            // The limit of how often is no refusal: it is tried again.
            (429, _) => None,
            other => panic!("{other:?}: {}", answer.body),
        }
    }
}
