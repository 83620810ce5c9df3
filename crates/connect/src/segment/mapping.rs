//! What events, pages and traits of senders mean in facts.

use facts::{Kind, Schema, TraitType};
use std::collections::HashMap;
use std::sync::Arc;

/// What the messages of senders mean.
#[derive(Clone, PartialEq, Debug)]
pub struct EventMapping {
    /// What each event means, by its name in lower case.
    pub(crate) events: HashMap<String, EventMeaning>,
    /// Which pages mean more than that they were seen, the first that fits counts.
    pub(crate) pages: Vec<PagePattern>,
    /// Which trait each trait of a person is, by its path.
    pub(crate) traits: HashMap<String, TraitMeaning>,
    /// Which trait each trait of a group is, by its path.
    pub(crate) group_traits: HashMap<String, TraitMeaning>,
    /// Touches that the charter's standard names have, by what an event of that name would be.
    standard: HashMap<String, Arc<str>>,
}

/// What an event means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventMeaning {
    /// A fact of this kind and name.
    Fact(Kind, Arc<str>),
    /// That a flag is so.
    Flag(Arc<str>, bool),
    /// Nothing: it is not recorded.
    Ignored,
}

/// Pages that mean something, by path or by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PagePattern {
    /// The path; with `*` at its end, all that begin so.
    pub path: Option<String>,
    /// What the page calls itself, in lower case.
    pub name: Option<String>,
    /// The touch that seeing it is.
    pub fact: Arc<str>,
}

/// What a trait becomes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TraitMeaning {
    /// The full name of ours.
    pub(crate) name: Arc<str>,
    /// Its type; none where its value says it.
    pub(crate) value_type: Option<TraitType>,
}

impl TraitMeaning {
    /// A trait of ours; the standard ones have a type.
    pub(crate) fn named(name: &str, schema: &Schema) -> Self {
        Self { name: Arc::from(name), value_type: schema.traits.get(name).copied() }
    }
}

const EVENTS: &[(&str, &str)] = &[
    ("demo requested", "form.demo_request"),
    ("demo request", "form.demo_request"),
    ("contact form submitted", "form.contact"),
    ("trial started", "form.trial_signup"),
    ("signed up", "form.trial_signup"),
    ("email opened", "email.opened"),
    ("email link clicked", "email.clicked"),
    ("live chat conversation started", "chat.started"),
];
const UNSUBSCRIBED: &[&str] = &["unsubscribed", "email marked as spam"];
const PAGES: &[(&str, &str)] =
    &[("/pricing*", "page.pricing"), ("/blog*", "page.blog"), ("/product*", "page.product")];
const TRAITS: &[(&str, &str)] = &[
    ("title", "lead.title"),
    ("seniority", "lead.seniority"),
    ("function", "lead.function"),
    ("address.country", "lead.country"),
    ("address.state", "lead.region"),
    ("language", "lead.language"),
];
const GROUP_TRAITS: &[(&str, &str)] = &[
    ("industry", "account.industry"),
    ("employees", "account.employees"),
    ("address.country", "account.country"),
    ("address.state", "account.region"),
];

impl Default for EventMapping {
    /// What Segment's own names of events and traits mean.
    fn default() -> Self {
        let schema = Schema::default();
        let fact = |name: &str| EventMeaning::Fact(Kind::Touch, Arc::from(name));
        let events = EVENTS.iter().map(|(event, name)| ((*event).to_owned(), fact(name)));
        let out = EventMeaning::Flag(Arc::from("lead.opted_out"), true);
        let out = UNSUBSCRIBED.iter().map(|event| ((*event).to_owned(), out.clone()));
        let pages = PAGES.iter().map(|(path, name)| PagePattern {
            path: Some((*path).to_owned()),
            name: None,
            fact: Arc::from(*name),
        });
        let traits = |of: &[(&str, &str)]| {
            let meant = of
                .iter()
                .map(|(path, name)| ((*path).to_owned(), TraitMeaning::named(name, &schema)));
            meant.collect()
        };
        let standard = schema
            .touches
            .iter()
            .map(|touch| (touch.replace(['.', '_'], " "), Arc::from(touch.as_str())));
        Self {
            events: events.chain(out).collect(),
            pages: pages.collect(),
            traits: traits(TRAITS),
            group_traits: traits(GROUP_TRAITS),
            standard: standard.collect(),
        }
    }
}

impl EventMapping {
    /// What an event means; none where neither the mapping nor a standard name says it.
    #[must_use]
    pub fn event(&self, name: &str) -> Option<EventMeaning> {
        let lower = name.to_lowercase();
        if let Some(meaning) = self.events.get(&lower) {
            return Some(meaning.clone());
        }
        let plain = lower.replace(['.', '_', '-'], " ");
        let touch = self.standard.get(&plain)?;
        Some(EventMeaning::Fact(Kind::Touch, Arc::clone(touch)))
    }

    /// The touch that seeing a page is, where it means more than that.
    #[must_use]
    pub fn page(&self, path: Option<&str>, name: Option<&str>) -> Option<Arc<str>> {
        let name = name.map(str::to_lowercase);
        let fits = |pattern: &&PagePattern| {
            let fits_path = pattern.path.as_ref().is_none_or(|wanted| {
                path.is_some_and(|path| match wanted.strip_suffix('*') {
                    Some(stem) => path.starts_with(stem),
                    None => path.trim_end_matches('/') == wanted.trim_end_matches('/'),
                })
            });
            fits_path && pattern.name.as_ref().is_none_or(|wanted| Some(wanted) == name.as_ref())
        };
        self.pages.iter().find(fits).map(|pattern| Arc::clone(&pattern.fact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_names_are_understood_however_an_event_writes_them() {
        let mapping = EventMapping::default();
        for (event, name) in [
            ("Webinar Attended", "webinar.attended"),
            ("webinar_attended", "webinar.attended"),
            ("Form Demo-Request", "form.demo_request"),
            ("DEMO REQUESTED", "form.demo_request"),
        ] {
            let wanted = EventMeaning::Fact(Kind::Touch, Arc::from(name));
            assert_eq!(mapping.event(event), Some(wanted), "{event}");
        }
        assert_eq!(mapping.event("Meeting Held"), None, "sales' activities need a mapping");
        assert_eq!(mapping.event("Order Completed"), None);
    }

    #[test]
    fn pages_are_told_by_the_beginning_of_their_path() {
        let mapping = EventMapping::default();
        assert_eq!(mapping.page(Some("/pricing/eu"), None).as_deref(), Some("page.pricing"));
        assert_eq!(mapping.page(Some("/"), Some("Pricing")), None);
        assert_eq!(mapping.page(None, None), None);
    }
}
