//! The message that notices become, at the moment of sending.

use super::address::is_to_webhook;
use super::card::Card;
use super::deliver::Delivery;
use super::directory::Recipient;
use super::kind::NoticeKind;
use super::notice::Payload;
use crate::engine::Engine;
use crate::error::AppError;
use crate::tell::{Clockwork, Named, queue_in_words};
use charter::{Charter, breach_step_in_words};
use connect::sending::{Button, Item, Message, Parcel, event_id};
use facts::{Instant, SubjectId};
use lifecycle::VersionNumber;
use serde_json::json;
use store::{OutboxMessage, PlaceKind, Webhook, WebhookFormat};

/// How many notices a digest shows; it says how many more there are.
const ITEMS_MAX: usize = 50;
const SIGNATURE: &str = "A proposal waits for your signature";
const UNSIGNED: &str = "A proposal that waited for your signature was changed or withdrawn";
const TEST: &str = "This is a test of Tandem's messages";

/// What is to be done with messages that were claimed.
pub(crate) enum Composed {
    /// This is sent; the messages that it is made of, and those that have no point any more.
    Parcel(Box<Parcel>, Vec<OutboxMessage>, Vec<OutboxMessage>),
    /// None of them has a point any more.
    Pointless(Vec<OutboxMessage>),
    /// It cannot be sent as things are; why, and whether that lasts.
    Not(String, Vec<OutboxMessage>),
}

impl Engine {
    /// The parcel for messages to the same recipient by the same channel that leave together.
    pub(crate) fn composed(
        &self,
        claimed: Vec<OutboxMessage>,
        delivery: &Delivery<'_>,
        now: Instant,
    ) -> Result<Composed, AppError> {
        let mut items = Vec::new();
        let (mut told, mut pointless) = (Vec::new(), Vec::new());
        for message in claimed {
            match self.item(&message, delivery, now)? {
                Some(item) => {
                    items.push(item);
                    told.push(message);
                }
                None => pointless.push(message),
            }
        }
        let Some(first) = told.first() else { return Ok(Composed::Pointless(pointless)) };
        if is_to_webhook(first) {
            let Some(webhook) = self.store.view().webhook(&first.message.recipient)? else {
                return Ok(Composed::Not("its webhook was removed".to_owned(), told));
            };
            let item = items.swap_remove(0);
            let parcel = self.to_webhook(&webhook, first, item, now);
            return Ok(Composed::Parcel(Box::new(parcel), told, pointless));
        }
        let person = delivery.directory.recipient(self, &first.message.recipient)?;
        let Some(person) = person.filter(|person| !person.email.is_empty()) else {
            let why = "its recipient is no user any more, or has no email address";
            return Ok(Composed::Not(why.to_owned(), told));
        };
        let message = mail(&person, first, items, delivery);
        let parcel = Parcel::Email { to: person.email, name: person.name, message };
        Ok(Composed::Parcel(Box::new(parcel), told, pointless))
    }

    fn to_webhook(
        &self,
        webhook: &Webhook,
        message: &OutboxMessage,
        item: Item,
        now: Instant,
    ) -> Parcel {
        let url = webhook.url.clone();
        let key = message.message.key.clone();
        let note = Message {
            key: key.clone(),
            subject: item.title.clone(),
            items: vec![item],
            ..Message::default()
        };
        match webhook.format {
            WebhookFormat::Slack => Parcel::Slack { url, message: note },
            WebhookFormat::Teams => Parcel::Teams { url, message: note },
            WebhookFormat::Standard => {
                let mut secrets = vec![webhook.secret.clone()];
                if !webhook.former_secret.is_empty() && now < webhook.former_until {
                    secrets.push(webhook.former_secret.clone());
                }
                Parcel::Program {
                    url,
                    secrets,
                    id: event_id(&key),
                    sent_at_seconds: now.0.div_euclid(Instant::PER_SECOND),
                    body: event(message),
                }
            }
        }
    }

    /// What one message tells; `None` when that is not so any more.
    fn item(
        &self,
        message: &OutboxMessage,
        delivery: &Delivery<'_>,
        now: Instant,
    ) -> Result<Option<Item>, AppError> {
        let payload = Payload::read(&message.message.payload);
        let kind = NoticeKind::from_word(&message.message.kind).unwrap_or(NoticeKind::Test);
        let Some(lead) = message.message.subject else {
            return Ok(Some(without_lead(kind, &payload, delivery)));
        };
        let card = self.card(lead, now)?;
        if !is_still_so(kind, &payload, &card, now) {
            return Ok(None);
        }
        let buttons = buttons(kind, lead, delivery);
        let title = title(kind, &payload, &card.name);
        let mut lines = self.said(kind, &payload);
        if kind != NoticeKind::Correction {
            lines.extend(card.lines);
        }
        Ok(Some(Item { title, lines, buttons }))
    }

    /// What there is to say of the notice itself.
    fn said(&self, kind: NoticeKind, payload: &Payload) -> Vec<(String, String)> {
        let charter = self.charter_of(payload.version);
        let clock = Clockwork::new(self.zone());
        let mut lines = Vec::new();
        let mut line = |name: &str, said: String| lines.push((name.to_owned(), said));
        if payload.trial {
            line("Trial", "this charter is tried and not signed: nothing is escalated".to_owned());
        }
        match kind {
            NoticeKind::HandoffWanted => {
                let handoffs = charter.map(|charter| &charter.handoffs[..]).unwrap_or_default();
                let handoff = handoffs.iter().find(|handoff| handoff.id == payload.target);
                let to = handoff.map_or(payload.target.as_str(), |handoff| &handoff.to);
                line("Waits in", queue_in_words(to));
            }
            NoticeKind::PromiseSoon | NoticeKind::PromiseBroken => {
                line("Promise", self.clause(charter, &payload.clause));
                if let Some(due) = payload.due {
                    let was = if kind == NoticeKind::PromiseBroken { "Was due" } else { "Is due" };
                    line(was, format!("{} {}", clock.due(Instant(due)), self.zone()));
                }
            }
            NoticeKind::Escalated | NoticeKind::LeadReassigned | NoticeKind::LeadReturned => {
                let step = charter.and_then(|it| breach_step_in_words(it, &payload.clause));
                line("Promise", self.clause(charter, &format!("promise.{}", payload.target)));
                line("What follows", step.unwrap_or_else(|| payload.clause.clone()));
            }
            NoticeKind::VerdictGiven => {
                if !payload.reason.is_empty() {
                    line("Reason", payload.reason.replace('_', " "));
                }
                if !payload.by.is_empty() {
                    line("By", payload.by.clone());
                }
            }
            NoticeKind::Correction => {
                let about =
                    if payload.target.is_empty() { &payload.verdict } else { &payload.target };
                line("We told you", format!("{} ({about})", told_before(payload)));
                let why = "what became known since, or was taken back, says otherwise";
                line("Now", why.to_owned());
            }
            NoticeKind::LeadAssigned | NoticeKind::SignatureWanted | NoticeKind::Test => {}
        }
        lines
    }

    fn charter_of(&self, version: u16) -> Option<&Charter> {
        let program = self.reign.as_ref()?.program(VersionNumber(version));
        program.map(|program| &program.charter)
    }

    fn clause(&self, charter: Option<&Charter>, clause: &str) -> String {
        let words = charter.and_then(|charter| charter::clause_in_words(charter, clause));
        words.unwrap_or_else(|| clause.to_owned())
    }
}

/// Whether there is a point in telling something now that may have passed while it waited.
fn is_still_so(kind: NoticeKind, payload: &Payload, card: &Card, now: Instant) -> bool {
    let Some(rests) = &card.projection else { return kind == NoticeKind::Correction };
    match kind {
        NoticeKind::HandoffWanted => rests.place == PlaceKind::Queue,
        // One that was passed on meanwhile is told to whoever has it now.
        NoticeKind::LeadAssigned => card.assignee.is_empty() || card.assignee == payload.who,
        NoticeKind::PromiseSoon => rests
            .next_due
            .is_some_and(|due| Some(due.at.0) == payload.due && !due.broken && due.at > now),
        _ => true,
    }
}

fn title(kind: NoticeKind, payload: &Payload, name: &str) -> String {
    let promise = &payload.target;
    let title = match kind {
        NoticeKind::HandoffWanted => format!("{name} waits for somebody to take it"),
        NoticeKind::LeadAssigned => format!("{name} is yours now"),
        NoticeKind::PromiseSoon => format!("{name}: promise “{promise}” is due soon"),
        NoticeKind::PromiseBroken => format!("{name}: promise “{promise}” is late"),
        NoticeKind::Escalated => {
            format!("{name}: promise “{promise}” is still not answered")
        }
        NoticeKind::LeadReassigned => format!("{name} waits for another assignee"),
        NoticeKind::LeadReturned => format!("{name} went back to rest: nobody answered"),
        NoticeKind::VerdictGiven => format!("{name} was {} by sales", payload.verdict),
        NoticeKind::Correction => format!("{name}: {} does not hold", told_before(payload)),
        NoticeKind::SignatureWanted | NoticeKind::Test => name.to_owned(),
    };
    if payload.trial { format!("{title} (trial)") } else { title }
}

fn without_lead(kind: NoticeKind, payload: &Payload, delivery: &Delivery<'_>) -> Item {
    if kind == NoticeKind::SignatureWanted {
        let url = format!("{}/proposals/{}", delivery.public_url, payload.proposal);
        return Item {
            title: SIGNATURE.to_owned(),
            lines: vec![("Proposal".to_owned(), payload.target.clone())],
            buttons: vec![Button { label: "Read the proposal".to_owned(), url }],
        };
    }
    if kind == NoticeKind::Correction {
        return Item {
            title: UNSIGNED.to_owned(),
            lines: vec![("Proposal".to_owned(), payload.target.clone())],
            buttons: Vec::new(),
        };
    }
    Item {
        title: TEST.to_owned(),
        lines: vec![("Result".to_owned(), "it arrived".to_owned())],
        buttons: Vec::new(),
    }
}

/// What a corrected notice said, in a few words.
fn told_before(payload: &Payload) -> &'static str {
    match NoticeKind::from_word(&payload.corrects) {
        Some(NoticeKind::HandoffWanted) => "that it waits for somebody",
        Some(NoticeKind::LeadAssigned) => "that it is yours",
        Some(NoticeKind::PromiseSoon) => "that a promise is due soon",
        Some(NoticeKind::PromiseBroken) => "that a promise is late",
        Some(NoticeKind::Escalated) => "that a promise is still not answered",
        Some(NoticeKind::LeadReassigned) => "that it waits for another assignee",
        Some(NoticeKind::LeadReturned) => "that it went back to rest",
        Some(NoticeKind::VerdictGiven) => "what sales said of it",
        _ => "what we told you",
    }
}

/// Links to pages where one can act; the pages ask before they do.
fn buttons(kind: NoticeKind, lead: SubjectId, delivery: &Delivery<'_>) -> Vec<Button> {
    let url = format!("{}/leads/{lead}", delivery.public_url);
    let button = |label: &str, url: String| Button { label: label.to_owned(), url };
    let mut buttons = vec![button("Open the lead", url.clone())];
    match kind {
        NoticeKind::HandoffWanted => buttons.push(button("Take it", format!("{url}?do=assign"))),
        NoticeKind::LeadAssigned | NoticeKind::PromiseSoon | NoticeKind::PromiseBroken => {
            buttons.push(button("Say what you think of it", format!("{url}?do=verdict")));
        }
        _ => {}
    }
    buttons
}

fn mail(
    person: &Recipient,
    first: &OutboxMessage,
    mut items: Vec<Item>,
    delivery: &Delivery<'_>,
) -> Message {
    let more = items.len().saturating_sub(ITEMS_MAX);
    let all = items.len();
    items.truncate(ITEMS_MAX);
    let is_digest = !first.message.digest.is_empty();
    let (key, subject) = match is_digest {
        true => (first.message.digest.clone(), format!("Tandem: {all} things to know")),
        false => (first.message.key.clone(), items[0].title.clone()),
    };
    let subject = if is_digest && all == 1 { items[0].title.clone() } else { subject };
    Message {
        key,
        subject,
        intro: if person.name.is_empty() { String::new() } else { format!("{},", person.name) },
        items,
        more,
        footer: "Tandem tells you this because of your role or because the lead is yours."
            .to_owned(),
        footer_link: format!("{}/settings/notifications", delivery.public_url),
    }
}

/// What programs get: ids and words, and nothing that says who somebody is.
fn event(message: &OutboxMessage) -> String {
    let payload = Payload::read(&message.message.payload);
    let micros = |at: i64| Instant(at).to_string();
    let data = json!({
        "key": message.message.key,
        "lead": message.message.subject.map(|lead| lead.to_string()),
        "at": micros(payload.at),
        "due": payload.due.map(micros),
        "target": payload.target,
        "clause": payload.clause,
        "charter_version": payload.version,
        "trial": payload.trial,
        "verdict": payload.verdict,
        "reason": payload.reason,
        "by": payload.by,
        "assignee": payload.who,
        "proposal": payload.proposal,
        "corrects": payload.corrects,
        "corrected_id": (!payload.corrected_key.is_empty())
            .then(|| event_id(&payload.corrected_key)),
    });
    let kind = &message.message.kind;
    json!({"type": kind, "timestamp": micros(payload.at), "data": data}).to_string()
}

/// What a message told, in a line.
pub(crate) fn title_of(engine: &Engine, message: &OutboxMessage) -> Result<String, AppError> {
    let payload = Payload::read(&message.message.payload);
    let kind = NoticeKind::from_word(&message.message.kind).unwrap_or(NoticeKind::Test);
    Ok(match message.message.subject {
        Some(lead) => title(kind, &payload, &Named::of(engine, lead)?.call_with_company()),
        None if kind == NoticeKind::SignatureWanted => SIGNATURE.to_owned(),
        None if kind == NoticeKind::Correction => UNSIGNED.to_owned(),
        None => TEST.to_owned(),
    })
}
