//! What people are told, before it takes the form of a channel.

/// A message to a person or a room: one thing, or several together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Message {
    /// Its name, the same on every attempt.
    pub key: String,
    /// What it is about, in a line.
    pub subject: String,
    /// What comes before the things; may be empty.
    pub intro: String,
    /// The things.
    pub items: Vec<Item>,
    /// How many more things there are that it does not show.
    pub more: usize,
    /// Why one gets it.
    pub footer: String,
    /// A page where one says otherwise; empty for none.
    pub footer_link: String,
}

/// One thing that is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Item {
    /// What happened, in a line.
    pub title: String,
    /// What one needs to know: a name and what it is.
    pub lines: Vec<(String, String)>,
    /// Pages where one can act. A link only opens a page, since scanners follow links too.
    pub buttons: Vec<Button>,
}

/// A link that opens a page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Button {
    /// What one does there.
    pub label: String,
    /// Where it is.
    pub url: String,
}

/// A message with where it goes.
#[derive(Clone, PartialEq, Eq)]
pub enum Parcel {
    /// To a person, by email.
    Email {
        /// The address.
        to: String,
        /// The name that goes with it; may be empty.
        name: String,
        /// What it says.
        message: Message,
    },
    /// To a room of Slack.
    Slack {
        /// The incoming webhook of the room.
        url: String,
        /// What it says.
        message: Message,
    },
    /// To a room of Microsoft Teams.
    Teams {
        /// The incoming webhook of the room.
        url: String,
        /// What it says.
        message: Message,
    },
    /// To a program, by the Standard Webhooks specification.
    Program {
        /// Where.
        url: String,
        /// The secrets that sign it, the newest first.
        secrets: Vec<Vec<u8>>,
        /// The event's id, the same on every attempt.
        id: String,
        /// When this attempt is made, in seconds since 1970.
        sent_at_seconds: i64,
        /// The event, as JSON.
        body: String,
    },
}

impl Parcel {
    /// The way that it takes, as a word.
    #[must_use]
    pub const fn channel(&self) -> &'static str {
        match self {
            Self::Email { .. } => "email",
            Self::Slack { .. } => "slack",
            Self::Teams { .. } => "teams",
            Self::Program { .. } => "webhook",
        }
    }
}

impl std::fmt::Debug for Parcel {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Addresses, names and secrets stay out of logs.
        to.debug_tuple("Parcel").field(&self.channel()).finish()
    }
}
