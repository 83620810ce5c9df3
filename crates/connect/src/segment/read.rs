//! From the body of a request to messages.

use super::clock::Times;
use super::message::{Call, Context, Delivery, Message, Said, Trait, Viewed, Who};
use super::refusal::{BodyRefused, Refusal};
use super::wire::{
    BatchWire, CampaignWire, ContextWire, Fault, MessageWire, PageWire, Raw, flattened, object,
    text, time, words,
};
use super::{BATCH_EVENTS_MAX, BODY_BYTES_MAX, EVENT_BYTES_MAX, ID_BYTES_MAX, NAME_BYTES_MAX};
use crate::key::Fields;
use facts::Instant;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The longest address, path or name of a program, in bytes; longer ones are cut.
const ADDRESS_BYTES_MAX: usize = EVENT_BYTES_MAX;

/// What a request holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading<'a> {
    /// What could be read, in order.
    pub messages: Vec<Message<'a>>,
    /// What could not, in order.
    pub refusals: Vec<Refusal>,
}

/// Reads the body of a request, unpacked.
///
/// # Errors
/// When nothing of it can be read. A message of a batch that cannot be read is refused alone.
pub fn read<'a>(
    body: &'a [u8],
    call: Call,
    delivery: &Delivery,
) -> Result<Reading<'a>, BodyRefused> {
    if body.len() > BODY_BYTES_MAX {
        return Err(BodyRefused::TooLarge(BODY_BYTES_MAX));
    }
    let whole: &RawValue = json(body)?;
    let mut reading = Reading::default();
    if call != Call::Batch {
        let from = From { call: Some(call), sent_at: None, context: None, delivery };
        reading.take(0, String::new(), from.message(0, whole));
        return Ok(reading);
    }
    let batch: BatchWire<'_> = json(body)?;
    let sent_at = time(batch.sent_at, "sentAt").map_err(|_| BodyRefused::SentAt)?;
    let list = batch.batch.filter(|list| list.get().starts_with('['));
    let list = list.ok_or(BodyRefused::NoBatch)?.get();
    let list: Vec<&RawValue> =
        serde_json::from_str(list).map_err(|error| BodyRefused::NotJson(words(&error)))?;
    if list.len() > BATCH_EVENTS_MAX {
        return Err(BodyRefused::TooMany { found: list.len(), max: BATCH_EVENTS_MAX });
    }
    let from = From { call: None, sent_at, context: batch.context, delivery };
    reading.messages.reserve(list.len());
    for (index, message) in list.into_iter().enumerate() {
        reading.take(index, format!("batch[{index}]"), from.message(index, message));
    }
    Ok(reading)
}

/// The write key that a body names, for senders that name it there.
///
/// # Errors
/// When the body is no JSON object.
pub fn write_key(body: &[u8]) -> Result<Option<String>, BodyRefused> {
    let wire: BatchWire<'_> = json(body)?;
    let key = text(wire.write_key, "writeKey", ID_BYTES_MAX).ok().flatten();
    Ok(key.map(Cow::into_owned))
}

fn json<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Result<T, BodyRefused> {
    let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
    if first != Some(&b'{') {
        return Err(BodyRefused::NotJson("it does not begin with `{`".to_owned()));
    }
    serde_json::from_slice(body).map_err(|error| BodyRefused::NotJson(error.to_string()))
}

impl<'a> Reading<'a> {
    fn take(&mut self, index: usize, place: String, message: Result<Message<'a>, Fault>) {
        match message {
            Ok(message) => self.messages.push(message),
            Err(Fault { path, reason, help }) => {
                let path = match (place.is_empty(), path.is_empty()) {
                    (true, true) => "(all)".to_owned(),
                    (true, false) => path,
                    (false, true) => place,
                    (false, false) => format!("{place}.{path}"),
                };
                self.refusals.push(Refusal { index, path, reason, help });
            }
        }
    }
}

/// What a request says of all its messages.
struct From<'d, 'a> {
    /// What all of them call; none where each says it.
    call: Option<Call>,
    sent_at: Option<Instant>,
    context: Raw<'a>,
    delivery: &'d Delivery,
}

impl<'a> From<'_, 'a> {
    fn message(&self, index: usize, raw: &'a RawValue) -> Result<Message<'a>, Fault> {
        let length = raw.get().len();
        if length > EVENT_BYTES_MAX {
            let reason = format!("the message has {length} bytes, more than {EVENT_BYTES_MAX}");
            return Err(Fault::new("", reason, "send less with it"));
        }
        let wire: MessageWire<'a> = object(Some(raw), "")?;
        let call = self.call_of(&wire)?;
        let who = Who {
            anonymous: text(wire.anonymous_id, "anonymousId", ID_BYTES_MAX)?,
            user: text(wire.user_id, "userId", ID_BYTES_MAX)?,
        };
        if who.anonymous.is_none() && who.user.is_none() {
            let reason = "the message names nobody";
            return Err(Fault::new("userId", reason, "send `userId` or `anonymousId`"));
        }
        let context: ContextWire<'a> = object(wire.context.or(self.context), "context")?;
        let timestamp = time(wire.timestamp, "timestamp")?;
        let original = time(wire.original_timestamp, "originalTimestamp")?;
        let sent_at = time(wire.sent_at, "sentAt")?.or(self.sent_at);
        let received_at = self.delivery.received_at;
        Ok(Message {
            index,
            key: self.key(index, &wire, timestamp.or(original).is_some())?,
            at: Times { timestamp, original, sent_at, received_at }.happened(),
            said: said(call, &wire, &context)?,
            context: context_of(&context)?,
            who,
        })
    }

    fn call_of(&self, wire: &MessageWire<'_>) -> Result<Call, Fault> {
        if let Some(call) = self.call {
            return Ok(call);
        }
        let word = text(wire.r#type, "type", NAME_BYTES_MAX)?;
        let call = word.as_deref().filter(|word| word.len() > 1).and_then(Call::of);
        call.filter(|call| *call != Call::Batch).ok_or_else(|| {
            let reason = match word {
                Some(word) => format!("`{}` is no type of message", crate::moment::short(&word)),
                None => "the message does not say what it is".to_owned(),
            };
            Fault::new("type", reason, "write identify, track, page, screen, group or alias")
        })
    }

    /// What names a message wherever it arrives: its id; without one what it says and when; and
    /// without a time its place in the request.
    fn key(&self, index: usize, wire: &MessageWire<'_>, is_dated: bool) -> Result<u64, Fault> {
        if let Some(id) = text(wire.message_id, "messageId", ID_BYTES_MAX)? {
            return Ok(Fields::new(&[b"message", id.as_bytes()]).finish());
        }
        if !is_dated {
            let numbers = [self.delivery.number, self.delivery.received_at.0.cast_unsigned()];
            let [number, at] = numbers.map(u64::to_le_bytes);
            return Ok(Fields::new(&[b"place", &number, &at, &index.to_le_bytes()]).finish());
        }
        let MessageWire { r#type, anonymous_id, user_id, timestamp, original_timestamp, .. } = wire;
        let MessageWire { traits, properties, event, name, group_id, previous_id, .. } = wire;
        let mut fields = Fields::new(&[b"content"]);
        for raw in [r#type, anonymous_id, user_id, timestamp, original_timestamp] {
            fields.add(raw.map_or("", RawValue::get).as_bytes());
        }
        for raw in [traits, properties, event, name, group_id, previous_id] {
            fields.add(raw.map_or("", RawValue::get).as_bytes());
        }
        Ok(fields.finish())
    }
}

fn said<'a>(
    call: Call,
    wire: &MessageWire<'a>,
    context: &ContextWire<'a>,
) -> Result<Said<'a>, Fault> {
    let needed = |raw, field: &str, bytes_max, help: &str| {
        let found = text(raw, field, bytes_max)?;
        found.ok_or_else(|| Fault::new(field, format!("there is no `{field}`"), help))
    };
    Ok(match call {
        Call::Identify => Said::Identify(traits(wire, context)?),
        Call::Track => {
            Said::Track(needed(wire.event, "event", NAME_BYTES_MAX, "name what happened")?)
        }
        Call::Page => Said::Page(viewed(wire, context)?),
        Call::Screen => Said::Screen(viewed(wire, context)?),
        Call::Group => {
            let group = needed(wire.group_id, "groupId", ID_BYTES_MAX, "name the company's id")?;
            Said::Group(group, flattened(wire.traits, "traits")?)
        }
        Call::Alias => {
            let help = "name the id from before";
            let previous = needed(wire.previous_id, "previousId", ID_BYTES_MAX, help)?;
            needed(wire.user_id, "userId", ID_BYTES_MAX, "name the id that holds from now on")?;
            Said::Alias(previous)
        }
        Call::Batch => return Err(Fault::new("type", "a batch within a batch", "send them flat")),
    })
}

/// Those of the message, or those that the browser repeats with each.
fn traits<'a>(wire: &MessageWire<'a>, context: &ContextWire<'a>) -> Result<Vec<Trait<'a>>, Fault> {
    match wire.traits {
        Some(_) => flattened(wire.traits, "traits"),
        None => flattened(context.traits, "context.traits"),
    }
}

fn viewed<'a>(wire: &MessageWire<'a>, context: &ContextWire<'a>) -> Result<Viewed<'a>, Fault> {
    let own: PageWire<'a> = object(wire.properties, "properties")?;
    let around: PageWire<'a> = object(context.page, "context.page")?;
    let name = wire.name.or(own.name);
    let category = wire.category.or(own.category);
    let own = path(&own, "properties")?;
    Ok(Viewed {
        name: text(name, "name", NAME_BYTES_MAX)?,
        category: text(category, "category", NAME_BYTES_MAX)?,
        path: match own {
            Some(own) => Some(own),
            None => path(&around, "context.page")?,
        },
    })
}

fn context_of<'a>(wire: &ContextWire<'a>) -> Result<Context<'a>, Fault> {
    let campaign: CampaignWire<'a> = object(wire.campaign, "context.campaign")?;
    let page: PageWire<'a> = object(wire.page, "context.page")?;
    Ok(Context {
        user_agent: text(wire.user_agent, "context.userAgent", ADDRESS_BYTES_MAX)?,
        campaign: text(campaign.name, "context.campaign.name", ADDRESS_BYTES_MAX)?,
        path: path(&page, "context.page")?,
    })
}

/// The path of a page: as it is said, or from its address.
fn path<'a>(page: &PageWire<'a>, within: &str) -> Result<Option<Cow<'a, str>>, Fault> {
    let said = text(page.path, &format!("{within}.path"), ADDRESS_BYTES_MAX)?;
    if said.is_some() {
        return Ok(said);
    }
    let url = text(page.url, &format!("{within}.url"), ADDRESS_BYTES_MAX)?;
    Ok(url.map(|url| match url {
        Cow::Borrowed(url) => Cow::Borrowed(path_of(url)),
        Cow::Owned(url) => Cow::Owned(path_of(&url).to_owned()),
    }))
}

fn path_of(url: &str) -> &str {
    let after = url.find("://").map_or(url, |at| &url[at + 3..]);
    let path = after.find('/').map_or("/", |at| &after[at..]);
    &path[..path.find(['?', '#']).unwrap_or(path.len())]
}

#[cfg(test)]
mod tests;
