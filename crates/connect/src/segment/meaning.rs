//! What a message means: facts, what identifies, and what belongs together.

use super::mapping::{EventMapping, EventMeaning, TraitMeaning};
use super::message::{Message, Said, Scalar, Trait, Viewed};
use super::names::fact_name;
use super::scanner::scanner;
use crate::key::Fields;
use crate::value::TEXT_CHARS_MAX;
use crate::{FactIntake, PersonalField, RawValue};
use facts::{FactKey, Instant, Kind, Origin, Precision, TraitType};
use identity::{DomainClass, Email, PlusTags, email_class, registrable};
use std::borrow::Cow;
use std::sync::Arc;

/// The longest name of a campaign that a touch carries, in bytes.
const CAMPAIGN_BYTES_MAX: usize = 100;
/// The longest personal value, in characters.
const PERSONAL_CHARS_MAX: usize = 300;

const PAGE_VIEWED: &str = "page.viewed";
const SCREEN_VIEWED: &str = "screen.viewed";
const EMAIL_CLASS: &str = "lead.email_class";

/// What a message means.
#[derive(Clone, PartialEq, Debug)]
pub struct Meaning {
    /// What names the message.
    pub key: u64,
    /// When it happened.
    pub at: Instant,
    /// Whom it is about, before they said who they are.
    pub anonymous: Option<String>,
    /// Whom it is about, as the company knows them. What it says is recorded of this one.
    pub user: Option<String>,
    /// The id that they had before, for an alias.
    pub previous: Option<String>,
    /// Whether it was sent to say that its ids are one person's.
    pub says_who: bool,
    /// A mail address that is their own, in the form in which it identifies.
    pub email: Option<String>,
    /// What happened, or was learned, of the person.
    pub facts: Vec<FactIntake>,
    /// What says who the person is; kept apart from facts.
    pub personal: Vec<(PersonalField, String)>,
    /// The company that the person belongs to from now on.
    pub account: Option<AccountMeaning>,
    /// What of it is not taken, though the message is.
    pub left_out: Vec<LeftOut>,
    /// What is said of the program that did it, where no person did.
    pub scanner: Option<&'static str>,
}

/// What a message says of a company.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct AccountMeaning {
    /// Its id as the sender has it.
    pub group: String,
    /// Its web domain, as it was registered.
    pub domain: Option<String>,
    /// What was learned of it.
    pub facts: Vec<FactIntake>,
    /// What says which company it is.
    pub personal: Vec<(PersonalField, String)>,
}

/// A part of a message that is not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// The field.
    pub path: String,
    /// Why.
    pub reason: &'static str,
}

impl Meaning {
    /// What a message means under a mapping.
    #[must_use]
    pub fn of(message: &Message<'_>, mapping: &EventMapping) -> Self {
        let owned = |text: &Option<Cow<'_, str>>| text.as_deref().map(str::to_owned);
        let mut meaning = Self {
            key: message.key,
            at: message.at,
            anonymous: owned(&message.who.anonymous),
            user: owned(&message.who.user),
            previous: None,
            says_who: false,
            email: None,
            facts: Vec::new(),
            personal: Vec::new(),
            account: None,
            left_out: Vec::new(),
            scanner: message.context.user_agent.as_deref().and_then(scanner),
        };
        match &message.said {
            Said::Identify(traits) => meaning.identify(traits, mapping),
            Said::Track(event) => meaning.track(event, message, mapping),
            Said::Page(viewed) => meaning.viewed(viewed, PAGE_VIEWED, message, mapping),
            Said::Screen(viewed) => meaning.viewed(viewed, SCREEN_VIEWED, message, mapping),
            Said::Group(group, traits) => meaning.group(group, traits, mapping),
            Said::Alias(previous) => {
                meaning.says_who = true;
                meaning.previous = Some(previous.clone().into_owned());
            }
        }
        if meaning.scanner.is_some() {
            meaning.forget_claims();
        }
        meaning
    }

    /// What a program says of people is not believed: only what it did is recorded, as its doing.
    fn forget_claims(&mut self) {
        let before = self.facts.len() + self.personal.len();
        self.facts.retain(|fact| fact.kind == Kind::Touch);
        self.personal.clear();
        let account = self.account.take();
        let all = [self.previous.take().is_some(), self.email.take().is_some(), account.is_some()];
        self.says_who = false;
        for fact in &mut self.facts {
            fact.origin = Origin::Automatic;
            fact.actor = self.scanner.map(str::to_owned);
        }
        if before > self.facts.len() || all.contains(&true) {
            self.leave_out("context.userAgent", "no person does this: its claims are not taken");
        }
    }

    fn track(&mut self, event: &str, message: &Message<'_>, mapping: &EventMapping) {
        match mapping.event(event) {
            Some(EventMeaning::Fact(Kind::Touch, name)) => self.touch(name, message),
            Some(EventMeaning::Fact(kind, name)) => {
                self.facts.push(self.fact(kind, name, RawValue::Nothing, FactKey(self.key)));
            }
            Some(EventMeaning::Flag(name, is)) => {
                self.facts.push(self.learned(name, RawValue::Flag(is)));
            }
            Some(EventMeaning::Ignored) => {
                self.leave_out("event", "the mapping says to ignore this event");
            }
            None => self.touch(Arc::from(fact_name(event)), message),
        }
    }

    fn viewed(
        &mut self,
        viewed: &Viewed<'_>,
        plain: &str,
        message: &Message<'_>,
        mapping: &EventMapping,
    ) {
        let meant = mapping.page(viewed.path.as_deref(), viewed.name.as_deref());
        self.touch(meant.unwrap_or_else(|| Arc::from(plain)), message);
    }

    /// Something that they did; it says the campaign that brought them.
    fn touch(&mut self, name: Arc<str>, message: &Message<'_>) {
        let mut value = RawValue::Nothing;
        if let Some(campaign) = message.context.campaign.as_deref() {
            match campaign.len() <= CAMPAIGN_BYTES_MAX && !campaign.contains('@') {
                true => value = RawValue::Text(campaign.to_owned()),
                false => self.leave_out(
                    "context.campaign.name",
                    "a campaign's name has at most 100 bytes and holds no mail address",
                ),
            }
        }
        self.facts.push(self.fact(Kind::Touch, name, value, FactKey(self.key)));
    }

    fn identify(&mut self, traits: &[Trait<'_>], mapping: &EventMapping) {
        self.says_who = true;
        let mut names = [None, None, None];
        for said in traits {
            let place = format!("traits.{}", said.path);
            match said.path.as_str() {
                "email" => self.mail(&said.value, &place),
                "phone" => self.personal(PersonalField::Phone, &said.value, &place),
                "website" | "company.website" => {
                    self.personal(PersonalField::Website, &said.value, &place);
                }
                "company" | "company.name" => {
                    self.personal(PersonalField::Company, &said.value, &place);
                }
                "name" => names[0] = text_of(&said.value),
                "firstName" | "first_name" => names[1] = text_of(&said.value),
                "lastName" | "last_name" => names[2] = text_of(&said.value),
                path => {
                    if let Some(meant) = mapping.traits.get(path) {
                        match self.trait_fact(meant, &said.value) {
                            Ok(fact) => self.facts.push(fact),
                            Err(reason) => self.leave_out(&place, reason),
                        }
                    }
                }
            }
        }
        let [whole, first, last] = names;
        let parts = [first, last].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if let Some(name) = whole.or(Some(parts)).filter(|name| !name.is_empty()) {
            self.personal(PersonalField::Name, &Scalar::Text(Cow::Owned(name)), "traits.name");
        }
    }

    fn mail(&mut self, value: &Scalar<'_>, place: &str) {
        let Some(address) = text_of(value) else {
            return self.leave_out(place, "this is no text");
        };
        if let Some(email) = Email::parse(&address, PlusTags::default()) {
            // A post of the whole company says of nobody who they are.
            self.email = (!email.is_shared()).then(|| email.to_string());
        } else {
            self.leave_out(place, "this is no mail address, and identifies nobody");
        }
        let class = RawValue::Text(email_class(&address).to_owned());
        self.facts.push(self.learned(Arc::from(EMAIL_CLASS), class));
        self.personal(PersonalField::Email, value, place);
    }

    fn group(&mut self, group: &str, traits: &[Trait<'_>], mapping: &EventMapping) {
        let mut account = AccountMeaning { group: group.to_owned(), ..AccountMeaning::default() };
        for said in traits {
            let place = format!("traits.{}", said.path);
            match said.path.as_str() {
                "name" => self.of_account(PersonalField::Name, said, &place, &mut account),
                "website" | "domain" => {
                    let domain = text_of(&said.value).as_deref().and_then(registrable);
                    let own = |domain: &String| DomainClass::of(domain) == DomainClass::Business;
                    account.domain = account.domain.take().or(domain.filter(own));
                    self.of_account(PersonalField::Website, said, &place, &mut account);
                }
                path => {
                    if let Some(meant) = mapping.group_traits.get(path) {
                        match self.trait_fact(meant, &said.value) {
                            Ok(fact) => account.facts.push(fact),
                            Err(reason) => self.leave_out(&place, reason),
                        }
                    }
                }
            }
        }
        self.account = Some(account);
    }

    fn of_account(
        &mut self,
        field: PersonalField,
        said: &Trait<'_>,
        place: &str,
        account: &mut AccountMeaning,
    ) {
        match personal_text(&said.value) {
            Ok(text) => account.personal.push((field, text)),
            Err(reason) => self.leave_out(place, reason),
        }
    }

    fn personal(&mut self, field: PersonalField, value: &Scalar<'_>, place: &str) {
        match personal_text(value) {
            Ok(text) => self.personal.push((field, text)),
            Err(reason) => self.leave_out(place, reason),
        }
    }

    fn trait_fact(
        &self,
        meant: &TraitMeaning,
        value: &Scalar<'_>,
    ) -> Result<FactIntake, &'static str> {
        Ok(self.learned(Arc::clone(&meant.name), trait_value(meant.value_type, value)?))
    }

    fn learned(&self, name: Arc<str>, value: RawValue) -> FactIntake {
        let key = Fields::new(&[&self.key.to_le_bytes(), name.as_bytes()]).finish();
        self.fact(Kind::Trait, name, value, FactKey(key))
    }

    fn fact(&self, kind: Kind, name: Arc<str>, value: RawValue, key: FactKey) -> FactIntake {
        FactIntake {
            kind,
            name,
            value,
            occurred_at: self.at,
            precision: Precision::Instant,
            actor: None,
            origin: Origin::System,
            key,
        }
    }

    fn leave_out(&mut self, path: &str, reason: &'static str) {
        self.left_out.push(LeftOut { path: path.to_owned(), reason });
    }
}

fn text_of(value: &Scalar<'_>) -> Option<String> {
    match value {
        Scalar::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Scalar::Number(number) => Some(number.to_string()),
        Scalar::Flag(_) => None,
    }
}

/// A value that says who somebody is.
fn personal_text(value: &Scalar<'_>) -> Result<String, &'static str> {
    let text = text_of(value).ok_or("this is no text, or an empty one")?;
    match text.chars().count() > PERSONAL_CHARS_MAX || text.contains('\0') {
        true => Err("the text has more than 300 characters, or one that no text has"),
        false => Ok(text),
    }
}

/// A value as one of a type; of its own where the trait has none.
fn trait_value(wanted: Option<TraitType>, value: &Scalar<'_>) -> Result<RawValue, &'static str> {
    match (wanted, value) {
        (Some(TraitType::Number) | None, Scalar::Number(number)) => Ok(RawValue::Number(*number)),
        (Some(TraitType::Number), Scalar::Text(text)) => {
            let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
            number.map(RawValue::Number).ok_or("the trait is a number, and this is none")
        }
        (Some(TraitType::Number), Scalar::Flag(_)) => {
            Err("the trait is a number, and this is none")
        }
        (Some(TraitType::Flag) | None, Scalar::Flag(flag)) => Ok(RawValue::Flag(*flag)),
        (Some(TraitType::Flag), Scalar::Text(text)) => match text.trim() {
            "true" => Ok(RawValue::Flag(true)),
            "false" => Ok(RawValue::Flag(false)),
            _ => Err("the trait is true or false, and this is neither"),
        },
        (Some(TraitType::Flag), Scalar::Number(_)) => {
            Err("the trait is true or false, and this is neither")
        }
        (Some(TraitType::Text) | None, value) => {
            let text = match value {
                Scalar::Flag(flag) => Some(flag.to_string()),
                value => text_of(value),
            };
            let text = text.ok_or("the text is empty")?;
            if text.contains('@') {
                return Err("this may be a mail address, which no trait may hold");
            }
            match text.chars().count() > TEXT_CHARS_MAX || text.contains('\0') {
                true => Err("the text has more than 500 characters, or one that no text has"),
                false => Ok(RawValue::Text(text)),
            }
        }
    }
}

#[cfg(test)]
mod tests;
