//! Messages, read.

use facts::Instant;
use std::borrow::Cow;

/// What a request calls.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Call {
    /// Who somebody is.
    Identify,
    /// What somebody did.
    Track,
    /// Which page somebody saw.
    Page,
    /// Which screen of an app somebody saw.
    Screen,
    /// Which company somebody belongs to.
    Group,
    /// That two ids are one person's.
    Alias,
    /// Several of these, each of which says which.
    Batch,
}

impl Call {
    /// The call of a `type`, or of the last part of an address.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "identify" | "i" => Self::Identify,
            "track" | "t" => Self::Track,
            "page" | "p" => Self::Page,
            "screen" | "s" => Self::Screen,
            "group" | "g" => Self::Group,
            "alias" | "a" => Self::Alias,
            "batch" | "import" | "b" => Self::Batch,
            _ => return None,
        })
    }
}

/// A request as it arrived.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delivery {
    /// When, by our clock.
    pub received_at: Instant,
    /// A number of its own: what names messages that have neither an id nor a time.
    pub number: u64,
}

/// Whom a message is about: at least one of the two is there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who<'a> {
    /// Who somebody is before they say who they are.
    pub anonymous: Option<Cow<'a, str>>,
    /// Who somebody is to the company.
    pub user: Option<Cow<'a, str>>,
}

/// One message.
#[derive(Clone, PartialEq, Debug)]
pub struct Message<'a> {
    /// Which of the request, counted from 0.
    pub index: usize,
    /// What names it, wherever and however often it arrives.
    pub key: u64,
    /// Whom it is about.
    pub who: Who<'a>,
    /// When it happened, by our clock.
    pub at: Instant,
    /// Where it happened.
    pub context: Context<'a>,
    /// What it says.
    pub said: Said<'a>,
}

/// Where something happened.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Context<'a> {
    /// The program with which it was done.
    pub user_agent: Option<Cow<'a, str>>,
    /// The campaign that brought them.
    pub campaign: Option<Cow<'a, str>>,
    /// The path of the page on which it was done.
    pub path: Option<Cow<'a, str>>,
}

/// What a message says.
#[derive(Clone, PartialEq, Debug)]
pub enum Said<'a> {
    /// Who somebody is.
    Identify(Vec<Trait<'a>>),
    /// What somebody did.
    Track(Cow<'a, str>),
    /// Which page somebody saw.
    Page(Viewed<'a>),
    /// Which screen of an app somebody saw.
    Screen(Viewed<'a>),
    /// Which company somebody belongs to, and what it is.
    Group(Cow<'a, str>, Vec<Trait<'a>>),
    /// By which id they were known before.
    Alias(Cow<'a, str>),
}

/// A page or a screen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Viewed<'a> {
    /// What it is called.
    pub name: Option<Cow<'a, str>>,
    /// What kind it is.
    pub category: Option<Cow<'a, str>>,
    /// Its path within the site, without host and query.
    pub path: Option<Cow<'a, str>>,
}

/// One trait, by its path: `address.country`.
#[derive(Clone, PartialEq, Debug)]
pub struct Trait<'a> {
    /// The names from the outermost inwards, with points between them.
    pub path: String,
    /// What it is.
    pub value: Scalar<'a>,
}

/// What a trait may be.
#[derive(Clone, PartialEq, Debug)]
pub enum Scalar<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
}

impl Message<'_> {
    /// Whether somebody is told apart by more than the browser.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.who.user.is_some()
    }
}
