//! How people want to be told.

use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;

/// How somebody wants to be told of one kind of notice on one channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preference {
    /// Whose, by the id of the user.
    pub person: String,
    /// Of which kind of notice.
    pub kind: String,
    /// On which channel.
    pub channel: String,
    /// When.
    pub rhythm: Rhythm,
}

/// When a message leaves.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rhythm {
    /// Never.
    Off,
    /// At once.
    Immediate,
    /// Together with others, once a day.
    Daily {
        /// At which hour in the company's zone, 0 to 23.
        hour: u8,
    },
    /// Together with others, once a week.
    Weekly {
        /// On which day, 1 for Monday to 7 for Sunday.
        weekday: u8,
        /// At which hour in the company's zone, 0 to 23.
        hour: u8,
    },
}

impl Rhythm {
    fn numbers(self) -> (u8, u8, u8) {
        match self {
            Self::Off => (0, 0, 0),
            Self::Immediate => (1, 0, 0),
            Self::Daily { hour } => (2, 0, hour),
            Self::Weekly { weekday, hour } => (3, weekday, hour),
        }
    }

    fn from_numbers(numbers: (u8, u8, u8)) -> Option<Self> {
        match numbers {
            (0, ..) => Some(Self::Off),
            (1, ..) => Some(Self::Immediate),
            (2, _, hour @ 0..24) => Some(Self::Daily { hour }),
            (3, weekday @ 1..=7, hour @ 0..24) => Some(Self::Weekly { weekday, hour }),
            _ => None,
        }
    }
}

const OF: &str = "
    SELECT person, kind, channel, rhythm, weekday, hour FROM notice_preference WHERE person = ?1
    ORDER BY kind, channel";
const PUT: &str = "
    INSERT INTO notice_preference (person, kind, channel, rhythm, weekday, hour)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (person, kind, channel) DO UPDATE
    SET rhythm = excluded.rhythm, weekday = excluded.weekday, hour = excluded.hour";
const REMOVE: &str =
    "DELETE FROM notice_preference WHERE person = ?1 AND kind = ?2 AND channel = ?3";

impl View<'_> {
    /// What somebody chose, in order of kind and channel.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn preferences_of(&self, person: &str) -> Result<Vec<Preference>, StoreError> {
        self.database.all(OF, &cells![person], |row| {
            let (person, kind, channel) = (row.take()?, row.take()?, row.take()?);
            let rhythm = Rhythm::from_numbers((row.take()?, row.take()?, row.take()?));
            let unreadable = || StoreError::unreadable("notice_preference", "rhythm");
            Ok(Preference { person, kind, channel, rhythm: rhythm.ok_or_else(unreadable)? })
        })
    }
}

impl Writer<'_> {
    /// Sets what somebody chose.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_preference(&mut self, preference: &Preference) -> Result<(), StoreError> {
        let Preference { person, kind, channel, rhythm } = preference;
        let (rhythm, weekday, hour) = rhythm.numbers();
        self.database.run(PUT, &cells![person, kind, channel, rhythm, weekday, hour]).map(drop)
    }

    /// Takes back what somebody chose: the usual holds again.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn remove_preference(
        &mut self,
        person: &str,
        kind: &str,
        channel: &str,
    ) -> Result<(), StoreError> {
        self.database.run(REMOVE, &cells![person, kind, channel]).map(drop)
    }
}
