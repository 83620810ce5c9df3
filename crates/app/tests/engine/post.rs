//! A firm whose messages land in a box, and ways out that fail when they are told to.

use app::{AppError, Audience, Delivered, Delivery, Directory, Engine, Lend, Recipient, Senders};
use connect::sending::{Message, Parcel, SendError};
use facts::Instant;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Mutex;

/// Whoever is told: Ana and Ben of sales development, Sue who leads sales, Max who leads marketing.
pub(crate) struct Firm;

fn person(word: &str) -> Option<Recipient> {
    let (name, is_head) = match word {
        "ana" => ("Ana Rep", false),
        "ben" => ("Ben Rep", false),
        "sue" => ("Sue Sales", true),
        "max" => ("Max Marketing", true),
        _ => return None,
    };
    Some(Recipient {
        id: format!("user-{word}"),
        word: word.to_owned(),
        name: name.to_owned(),
        email: format!("{word}@firm.example.com"),
        is_head,
    })
}

impl Directory for Firm {
    fn recipients(&self, _: &Engine, to: &Audience) -> Result<Vec<Recipient>, AppError> {
        let words: &[&str] = match to {
            Audience::Person(word) => &[word.as_str()],
            Audience::Role(role) => match role.as_str() {
                "sdr" => &["ana", "ben"],
                "sales_head" => &["sue"],
                "marketing" | "marketing_head" => &["max"],
                _ => &[],
            },
            Audience::Programs => &[],
        };
        Ok(words.iter().filter_map(|word| person(word)).collect())
    }

    fn recipient(&self, _: &Engine, id: &str) -> Result<Option<Recipient>, AppError> {
        Ok(id.strip_prefix("user-").and_then(person))
    }
}

/// What arrived, and what will fail.
#[derive(Default)]
pub(crate) struct Post {
    pub(crate) arrived: Mutex<Vec<Parcel>>,
    pub(crate) failures: Mutex<VecDeque<SendError>>,
}

impl Senders for Post {
    fn send(&self, parcel: &Parcel) -> Result<(), SendError> {
        match self.failures.lock().unwrap().pop_front() {
            Some(failure) => Err(failure),
            None => {
                self.arrived.lock().unwrap().push(parcel.clone());
                Ok(())
            }
        }
    }
}

/// A failure after which the other side surely has nothing.
pub(crate) fn refused() -> SendError {
    SendError { what: "refused".to_owned(), lasts: false, may_be_out: false }
}

/// An engine on loan.
pub(crate) struct Lent<'a>(pub(crate) RefCell<&'a mut Engine>);

impl Lend for Lent<'_> {
    fn lend<T>(
        &self,
        mut work: impl FnMut(&mut Engine) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        work(&mut self.0.borrow_mut())
    }
}

impl Post {
    pub(crate) fn deliver(&self, engine: &mut Engine, now: Instant) -> Delivered {
        let delivery = Delivery {
            directory: &Firm,
            senders: self,
            public_url: "https://tandem.example.com",
            draw: &|| 0.5,
        };
        app::deliver(&Lent(RefCell::new(engine)), &delivery, now).unwrap()
    }

    /// What arrived since this was asked last: for emails the word of the person, else the channel,
    /// and the subject; in order.
    pub(crate) fn news(&self) -> Vec<String> {
        let mut arrived: Vec<_> = self.take().iter().map(Self::line).collect();
        arrived.sort();
        arrived
    }

    pub(crate) fn take(&self) -> Vec<Parcel> {
        std::mem::take(&mut self.arrived.lock().unwrap())
    }

    fn line(parcel: &Parcel) -> String {
        let who = match parcel {
            Parcel::Email { to, .. } => to.split('@').next().unwrap_or_default(),
            other => other.channel(),
        };
        match parcel {
            Parcel::Program { body, .. } => {
                let body: serde_json::Value = serde_json::from_str(body).unwrap();
                format!("{who}: {}", body["type"].as_str().unwrap())
            }
            _ => format!("{who}: {}", Self::message(parcel).subject),
        }
    }

    pub(crate) fn message(parcel: &Parcel) -> &Message {
        match parcel {
            Parcel::Email { message, .. }
            | Parcel::Slack { message, .. }
            | Parcel::Teams { message, .. } => message,
            Parcel::Program { .. } => panic!("a program gets an event"),
        }
    }
}
