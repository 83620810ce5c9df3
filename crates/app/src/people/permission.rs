//! What each role may do: the one table that everything asks.

use super::role::Role;
use std::fmt;
use std::str::FromStr;

/// Makes the permissions and their table in one: a row is a permission, its word, and a cell for
/// each role in the order of [`Role::ALL`], `+` where it may and `-` where it may not.
macro_rules! permissions {
    ($( $(#[doc = $doc:literal])+ $name:ident $word:literal [$($cell:tt)+], )+) => {
        /// Something that people and programs do with Tandem, and may or may not.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Permission {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl Permission {
            /// Every permission, in the order of the table.
            pub const ALL: [Self; [$( $word ),+].len()] = [$( Self::$name ),+];

            /// Its word, by which the scopes of tokens name it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$name => $word, )+ }
            }

            /// What it allows, in a sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $( Self::$name => concat!($($doc),+).trim(), )+ }
            }

            pub(super) const fn is_of(self, role: Role) -> bool {
                let row: [bool; Role::ALL.len()] = match self {
                    $( Self::$name => [$( cell!($cell) ),+], )+
                };
                row[role as usize]
            }
        }
    };
}

macro_rules! cell {
    (+) => {
        true
    };
    (-) => {
        false
    };
}

permissions! {
//                                                    adm op mh sh mk sdr rep exe
    /// Read leads, accounts and opportunities, their stories, and why each decision was made.
    ReadLeads           "leads.read"                  [+  +  +  +  +  +   +   +],
    /// See names, mail addresses, phone numbers and other values that say who a lead is.
    ReadPersonal        "personal.read"               [+  +  +  +  +  +   +   -],
    /// Record verdicts, activities and field notes on leads that one works oneself.
    RecordOnOwn         "leads.record_own"            [-  +  -  +  -  +   +   -],
    /// Record verdicts, activities and field notes on any lead that one sees.
    RecordOnAny         "leads.record_any"            [-  +  -  +  -  -   -   -],
    /// Record facts of every kind, as connected software does.
    RecordFacts         "facts.record"                [+  +  -  -  -  -   -   -],
    /// Take back a fact that somebody else recorded.
    RetractAny          "facts.retract_any"           [-  +  -  +  -  -   -   -],
    /// Take a lead from a queue that one serves.
    TakeLeads           "leads.take"                  [-  +  -  +  -  +   +   -],
    /// Give a lead to somebody, or take it from them.
    AssignLeads         "leads.assign"                [-  +  -  +  -  -   -   -],
    /// Reopen a lead that was disqualified.
    ReopenLeads         "leads.reopen"                [-  +  +  +  -  -   -   -],
    /// Say which records are one person, which lead belongs to which account, and take it back.
    MergeLeads          "leads.merge"                 [-  +  -  -  -  -   -   -],
    /// Erase what says who somebody is, for ever.
    EraseLeads          "leads.erase"                 [+  +  -  -  -  -   -   -],
    /// Take lists of leads out of Tandem as files.
    ExportLeads         "leads.export"                [-  +  +  +  -  -   -   -],
    /// Look at a file, map its columns, preview it and bring it in.
    Import              "imports.run"                 [+  +  -  -  -  -   -   -],
    /// Take back everything that an import brought in.
    UndoImport          "imports.undo"                [+  +  -  -  -  -   -   -],
    /// Read figures and the lists that they open.
    ReadFigures         "figures.read"                [+  +  +  +  +  +   +   +],
    /// Read the figures of one other person; everybody reads their own.
    ReadPersonFigures   "figures.read_person"         [-  -  +  +  -  -   -   -],
    /// Seal a period that is over, so that its figures stay as they were reported.
    SealPeriods         "periods.seal"                [-  +  +  +  -  -   -   -],
    /// Read the charter, its versions, proposals and what was said of them.
    ReadCharters        "charters.read"               [+  +  +  +  +  +   +   +],
    /// Start a trial, and adopt a first charter that both heads agreed on.
    Adopt               "charters.adopt"              [+  +  -  -  -  -   -   -],
    /// Write proposals, change and withdraw them.
    Propose             "proposals.write"             [-  +  +  +  -  -   -   -],
    /// Replay history under another charter.
    Backtest            "proposals.backtest"          [-  +  +  +  +  -   -   -],
    /// Comment on proposals.
    Comment             "proposals.comment"           [-  +  +  +  +  +   +   -],
    /// Sign proposals, where the charter asks for a signature of one's role.
    Sign                "proposals.sign"              [-  -  +  +  -  -   -   +],
    /// Read settings: holidays, roster, absence, capacity, routing members.
    ReadSettings        "settings.read"               [+  +  +  +  +  +   +   +],
    /// Keep settings: holidays, roster, absence, capacity, routing members.
    EditSettings        "settings.edit"               [+  +  -  -  -  -   -   -],
    /// Read campaigns and what they offer.
    ReadCampaigns       "campaigns.read"              [+  +  +  +  +  +   +   +],
    /// Plan campaigns and say what they offer.
    EditCampaigns       "campaigns.edit"              [-  +  +  -  +  -   -   -],
    /// Read who works with Tandem, in which role and team.
    ReadUsers           "users.read"                  [+  +  +  +  +  +   +   +],
    /// Invite users, change their roles, deactivate them.
    ManageUsers         "users.manage"                [+  -  -  -  -  -   -   -],
    /// Make teams, and say who is in them, which queues and units they serve.
    ManageTeams         "teams.manage"                [+  +  -  -  -  -   -   -],
    /// Make tokens for oneself, that can do no more than oneself.
    MakeTokens          "tokens.make"                 [+  +  +  +  +  +   +   +],
    /// See everybody's tokens and revoke them.
    ManageTokens        "tokens.manage"               [+  -  -  -  -  -   -   -],
    /// Make and revoke the keys with which websites and other software send events.
    ManageWriteKeys     "write_keys.manage"           [+  +  -  -  -  -   -   -],
    /// Say to which addresses Tandem reports what happens.
    ManageWebhooks      "webhooks.manage"             [+  +  -  -  -  -   -   -],
    /// Set up Tandem as a whole: who sees which leads, how people sign in.
    EditWorkspace       "workspace.edit"              [+  -  -  -  -  -   -   -],
    /// Read the audit trail: who changed what, and when.
    ReadAudit           "audit.read"                  [+  +  -  -  -  -   -   -],
    /// See how Tandem itself does: queues, failed notices, background work.
    ReadOperations      "operations.read"             [+  +  -  -  -  -   -   -],
    /// Send notices again that could not be delivered.
    ResendNotices       "notices.resend"              [+  +  -  -  -  -   -   -],
}

/// A word that names no permission.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("there is no permission `{0}`: the page docs/permissions.md lists them")]
pub struct UnknownPermission(pub String);

impl Permission {
    /// Whether it only reads.
    #[must_use]
    pub fn is_reading(self) -> bool {
        self.word().ends_with(".read")
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

impl FromStr for Permission {
    type Err = UnknownPermission;

    fn from_str(word: &str) -> Result<Self, UnknownPermission> {
        let found = Self::ALL.into_iter().find(|permission| permission.word() == word);
        found.ok_or_else(|| UnknownPermission(word.to_owned()))
    }
}

/// A set of permissions: what a role may do, or how much of that a token may.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Permissions(u64);

impl Permissions {
    /// Whether a permission is among them.
    #[must_use]
    pub const fn has(self, permission: Permission) -> bool {
        (self.0 >> permission as u8) & 1 == 1
    }

    /// Those that are in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.into_iter().filter(move |permission| self.has(*permission))
    }

    /// Their words, with a space between two.
    #[must_use]
    pub fn written(self) -> String {
        self.iter().map(Permission::word).collect::<Vec<_>>().join(" ")
    }

    /// Reads words with white space between two.
    ///
    /// # Errors
    /// For a word that names no permission.
    pub fn read(words: &str) -> Result<Self, UnknownPermission> {
        words.split_whitespace().map(str::parse).collect()
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |bits, permission| bits | (1 << permission as u8)))
    }
}

#[cfg(test)]
#[path = "permission_tests.rs"]
mod tests;
