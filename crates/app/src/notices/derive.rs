//! From what was decided anew to what is told. Pure: the same decisions tell the same.

use super::kind::NoticeKind;
use super::notice::{Audience, Notice, Payload, about_decision, about_fact};
use crate::engine::AdoptedVersion;
use crate::projecting::MARKETING;
use charter::{BreachAct, Charter, Promise, Side};
use facts::{FactKey, Instant, Kind, Recorded, Seconds, SubjectId, Symbol, Vocabulary};
use lifecycle::{Cause, Change, Decision, Reign, What};
use std::collections::BTreeSet;
use timeline::Story;

/// What changes about what is told.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Tell {
    /// Something is told.
    Notice(Box<Notice>),
    /// What was told about this does not hold.
    Withdraw(String),
}

/// A lead with what was decided about it before and now.
#[derive(Clone, Copy)]
pub(crate) struct Decided<'a> {
    pub(crate) reign: &'a Reign,
    pub(crate) versions: &'a [AdoptedVersion],
    pub(crate) words: &'a Vocabulary,
    pub(crate) lead: SubjectId,
    pub(crate) story: Story<'a>,
    /// Its facts as recorded, retracted ones included.
    pub(crate) gathered: &'a [Recorded],
    pub(crate) before: &'a [Decision],
    pub(crate) now: &'a [Decision],
    pub(crate) changes: &'a [Change],
}

/// So long an undo of what a person wrote stops the messages that it caused.
const UNDO_SECONDS: i64 = 10;
/// What took effect so long before anything was known of a lead is its history, and no news.
const HISTORY: Seconds = Seconds(2 * 86_400);
/// So long a hand-off waits for the router before the team is told that nobody has the lead.
const ROUTING_SECONDS: i64 = 60;

impl<'a> Decided<'a> {
    /// What changes about what is told. Nothing is told of what is older than the adoption, of
    /// leads that were taken over by it, nor of what took effect more than two days before
    /// anything was known of the lead: whoever imports a year of history is not told a year of news.
    pub(crate) fn tells(&self) -> Vec<Tell> {
        let mut tells = Vec::new();
        if self.versions.is_empty() {
            return tells;
        }
        let history_until = self.history_until();
        for change in self.changes {
            match change {
                Change::Made(decision) if decision.at < history_until => {}
                Change::Made(decision) if self.is_news(decision) => {
                    let notice = match decision.key.what {
                        What::HandoffWanted => self.handoff(decision),
                        What::ClockBroken => self.broken(decision),
                        What::Escalated => self.escalated(decision),
                        _ => None,
                    };
                    tells.extend(notice.map(|notice| Tell::Notice(Box::new(notice))));
                }
                Change::Withdrawn(decision) if self.is_news(decision) && is_told(decision) => {
                    let about = about_decision(self.lead, decision.key, self.words);
                    tells.push(Tell::Withdraw(about));
                }
                _ => {}
            }
        }
        self.verdicts(history_until, &mut tells);
        tells
    }

    /// What took effect before this is the lead's history.
    fn history_until(&self) -> Instant {
        let known = self.gathered.iter().map(|recorded| recorded.recorded_at).min();
        known.map_or(Instant::EARLIEST, |known| known.plus(Seconds(-HISTORY.0)))
    }

    fn is_news(&self, decision: &Decision) -> bool {
        decision.at >= self.reign.adopted_at() && decision.cause != Cause::Adoption
    }

    fn is_trial(&self, decision: &Decision) -> bool {
        let index = usize::from(decision.version.0).checked_sub(1);
        index.and_then(|index| self.versions.get(index)).is_some_and(|it| it.signed.trial)
    }

    /// The charter whose terms a decision follows.
    fn terms(&self, decision: &Decision) -> Option<&'a Charter> {
        Some(&self.reign.program(decision.terms)?.charter)
    }

    fn promise(&self, decision: &Decision) -> Option<&'a Promise> {
        let id = self.words.word(decision.target);
        self.terms(decision)?.promises.iter().find(|promise| promise.id == id)
    }

    fn notice(&self, kind: NoticeKind, decision: &Decision, to: Vec<Audience>) -> Option<Notice> {
        if to.is_empty() {
            return None;
        }
        let due = (decision.due != Instant::NEVER).then_some(decision.due.0);
        let payload = Payload {
            at: decision.at.0,
            due,
            target: self.words.word(decision.target).to_owned(),
            clause: self.words.word(decision.key.clause).to_owned(),
            version: decision.terms.0,
            trial: self.is_trial(decision),
            ..Payload::default()
        };
        let to = to.into_iter().chain([Audience::Programs]).collect();
        let about = about_decision(self.lead, decision.key, self.words);
        let wait_seconds = self.undo_seconds(decision.cause);
        Some(Notice { about, kind, lead: Some(self.lead), to, wait_seconds, payload })
    }

    /// What a person wrote can be taken back.
    fn undo_seconds(&self, cause: Cause) -> i64 {
        let row = match cause {
            Cause::Fact(key) => self.story.keys.iter().rposition(|known| *known == key),
            _ => None,
        };
        let is_human = row.is_some_and(|row| {
            let row = &self.story.rows[row];
            row.flags.is_human() || self.kind_of(row.code) == Some(Kind::Verdict)
        });
        if is_human { UNDO_SECONDS } else { 0 }
    }

    fn kind_of(&self, code: facts::Code) -> Option<Kind> {
        self.words.name(code).map(|(kind, _)| kind)
    }

    fn handoff(&self, decision: &Decision) -> Option<Notice> {
        let charter = &self.reign.program(decision.version)?.charter;
        let id = self.words.word(decision.target);
        let handoff = charter.handoffs.iter().find(|handoff| handoff.id == id)?;
        let to = vec![Audience::Role(handoff.to.clone())];
        let mut notice = self.notice(NoticeKind::HandoffWanted, decision, to)?;
        if !charter.routes.is_empty() {
            notice.wait_seconds = ROUTING_SECONDS;
        }
        Some(notice)
    }

    /// Under a trial only the assignee is told.
    fn broken(&self, decision: &Decision) -> Option<Notice> {
        let promise = self.promise(decision)?;
        let trial = self.is_trial(decision);
        let told = promise.tell.iter().filter(|role| !trial || *role == "assignee");
        let to: BTreeSet<_> =
            told.map(|role| self.audience(role, promise, decision.at, !trial)).collect();
        let to = to.into_iter().flatten().collect();
        self.notice(NoticeKind::PromiseBroken, decision, to)
    }

    fn escalated(&self, decision: &Decision) -> Option<Notice> {
        if self.is_trial(decision) {
            return None;
        }
        let promise = self.promise(decision)?;
        let clause = self.words.word(decision.key.clause);
        let number: usize = clause.rsplit_once('.')?.1.parse().ok()?;
        let step = promise.steps.get(number.checked_sub(1)?)?;
        // Whoever had it up to then.
        let before = Instant(decision.at.0 - 1);
        let had = self.assignee_at(before).map(|who| Audience::Person(who.to_owned()));
        let marketing = Audience::Role(MARKETING.to_owned());
        let (kind, to) = match &step.does {
            BreachAct::Tell(role) => {
                let to = self.audience(role, promise, decision.at, true);
                (NoticeKind::Escalated, to.into_iter().collect())
            }
            BreachAct::Reassign => {
                let head = Audience::Role(head(promise.by).to_owned());
                (NoticeKind::LeadReassigned, had.into_iter().chain([head]).collect())
            }
            BreachAct::Return(_) => {
                (NoticeKind::LeadReturned, had.into_iter().chain([marketing]).collect())
            }
        };
        self.notice(kind, decision, to)
    }

    /// Whom a role of a promise means for this lead at an instant. A lead without an assignee has
    /// its queue told or, where it waits in none and it may be, the head of the side.
    fn audience(
        &self,
        role: &str,
        promise: &Promise,
        at: Instant,
        head_too: bool,
    ) -> Option<Audience> {
        if role != "assignee" {
            return Some(Audience::Role(role.to_owned()));
        }
        if let Some(who) = self.assignee_at(at) {
            return Some(Audience::Person(who.to_owned()));
        }
        let charter = &self.reign.at(at).1.charter;
        let queue = charter.handoffs.iter().rfind(|handoff| handoff.at <= promise.from);
        let queue = queue.map(|handoff| handoff.to.as_str());
        let role = queue.or(head_too.then_some(head(promise.by)))?;
        Some(Audience::Role(role.to_owned()))
    }

    /// Who had the lead at an instant: as the last assignment says, unless it was taken away since.
    fn assignee_at(&self, at: Instant) -> Option<&'a str> {
        let rows = self.story.rows.iter().take_while(|row| row.at <= at);
        let given = rows.filter(|row| self.kind_of(row.code) == Some(Kind::Assignment)).last()?;
        let taken = |decision: &Decision| {
            decision.at > given.at
                && decision.at <= at
                && match decision.key.what {
                    What::PassClosed | What::PassOpened => true,
                    What::Escalated => self.reassigns(decision),
                    _ => false,
                }
        };
        let who = given.symbol();
        (who != Symbol::EMPTY && !self.now.iter().any(taken)).then(|| self.words.word(who))
    }

    fn reassigns(&self, decision: &Decision) -> bool {
        let step = || {
            let clause = self.words.word(decision.key.clause);
            let number: usize = clause.rsplit_once('.')?.1.parse().ok()?;
            self.promise(decision)?.steps.get(number.checked_sub(1)?)
        };
        step().is_some_and(|step| step.does == BreachAct::Reassign)
    }

    /// What sales says of a lead goes back to marketing, once for each verdict that decided
    /// anything.
    fn verdicts(&self, history_until: Instant, tells: &mut Vec<Tell>) {
        let cause = |decision: &Decision| match decision.cause {
            Cause::Fact(key) if self.is_news(decision) => Some(key),
            _ => None,
        };
        let causes = |decisions: &[Decision]| -> BTreeSet<FactKey> {
            decisions.iter().filter_map(cause).collect()
        };
        let changed = |change: &Change| match change {
            Change::Made(decision) | Change::Withdrawn(decision) => cause(decision).is_some(),
            Change::Moved { from, to } => from.cause != to.cause,
        };
        if !self.changes.iter().any(changed) {
            return;
        }
        let (before, now) = (causes(self.before), causes(self.now));
        for key in now.difference(&before) {
            let row = self.story.keys.iter().rposition(|known| known == key);
            let Some(row) = row.map(|row| &self.story.rows[row]) else { continue };
            let Some((Kind::Verdict, verdict)) = self.words.name(row.code) else { continue };
            if row.at < history_until {
                continue;
            }
            let decision = self.now.iter().find(|it| it.cause == Cause::Fact(*key));
            let Some(decision) = decision else { continue };
            let payload = Payload {
                at: row.at.0,
                clause: format!("verdict.{verdict}"),
                version: decision.version.0,
                trial: self.is_trial(decision),
                verdict: verdict.to_owned(),
                reason: self.words.word(row.symbol()).to_owned(),
                by: self.words.word(row.actor).to_owned(),
                ..Payload::default()
            };
            tells.push(Tell::Notice(Box::new(Notice {
                about: about_fact("verdict", self.lead, *key),
                kind: NoticeKind::VerdictGiven,
                lead: Some(self.lead),
                to: vec![Audience::Role(MARKETING.to_owned()), Audience::Programs],
                wait_seconds: UNDO_SECONDS,
                payload,
            })));
        }
        for key in before.difference(&now) {
            let fact = self.gathered.iter().find(|recorded| recorded.fact.key == *key);
            if fact.is_some_and(|it| self.kind_of(it.fact.code) == Some(Kind::Verdict)) {
                tells.push(Tell::Withdraw(about_fact("verdict", self.lead, *key)));
            }
        }
    }
}

/// Whether anybody is told of such a decision.
fn is_told(decision: &Decision) -> bool {
    matches!(decision.key.what, What::HandoffWanted | What::ClockBroken | What::Escalated)
}

/// The leader of a side, as a role.
fn head(side: Side) -> &'static str {
    match side {
        Side::Marketing => "marketing_head",
        Side::Sales => "sales_head",
    }
}
